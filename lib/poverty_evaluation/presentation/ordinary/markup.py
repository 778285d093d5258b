"""HTML lạ: what other people's HTML and Markdown say, as a tree of known elements; everything else is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

import mistune

_KEPT = frozenset(
    [
        *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "div"),
        *("span", "strong", "b", "em", "i", "u", "s", "del", "sub", "sup", "a", "img", "dl", "dt", "dd"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    ]
)
_DROPPED_WITH_CONTENT = frozenset(
    [
        *("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "title", "head"),
        *("textarea", "select", "button", "canvas", "video", "audio", "noembed", "noframes", "xmp", "plaintext"),
    ]
)
_VOID = frozenset(["br", "hr", "img"])
_ATTRIBUTES = {
    "a": ("href", "title"),
    "img": ("src", "alt"),
    "th": ("colspan", "rowspan", "scope"),
    "td": ("colspan", "rowspan"),
    "ol": ("start",),
}
_CLOSED_BY = {
    "li": frozenset(["li"]),
    "p": frozenset(["p"]),
    "tr": frozenset(["tr", "td", "th"]),
    "td": frozenset(["td", "th"]),
    "th": frozenset(["td", "th"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
}
_LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+$")
_SMALL_NUMBER = re.compile(r"[1-9]\d{0,2}$")


@dataclass(slots=True)
class Element:
    """One known element with its known attributes."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def find_all(self, *tags: str) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.find_all(*tags)


Node = str | Element


def read_html(text: str) -> Element:
    """The tree of a piece of HTML under a nameless root."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def read_markdown(text: str) -> Element:
    """The tree of a piece of Markdown; raw HTML inside it is read like any other HTML."""
    to_html = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    written = to_html(text)
    assert isinstance(written, str)
    return read_html(written)


def write_html(node: Node) -> str:
    """The tree as well-formed HTML; tables scroll by themselves."""
    if isinstance(node, str):
        return escape(node, quote=False)
    inner = "".join(write_html(child) for child in node.children)
    if not node.tag:
        return inner
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in _VOID:
        return f"<{node.tag}{attributes}>"
    tag = "td" if node.tag == "th" and not node.text().strip() else node.tag  # an empty heading names nothing
    written = f"<{tag}{attributes}>{inner}</{tag}>"
    return f'<div class="scroll" tabindex="0">{written}</div>' if node.tag == "table" else written


class _Reader(HTMLParser):
    """Builds the tree; what is unknown loses its tag, what is dangerous its content too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        self._dropping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED_WITH_CONTENT:
            self._dropping.append(tag)
        if self._dropping or tag not in _KEPT:
            return
        self._close(_CLOSED_BY.get(tag, frozenset()), until=("table", "ul", "ol", "dl"))
        element = Element(tag, _attributes(tag, attrs))
        if tag == "img" and "src" not in element.attributes:
            self._open[-1].children.append(element.attributes.get("alt", ""))
            return
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED_WITH_CONTENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag == self._dropping[-1]:
                self._dropping.pop()
            return
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._open[-1].children.append(data)

    def _close(self, tags: frozenset[str], until: tuple[str, ...]) -> None:
        """End elements that a new one ends by itself, as `li` ends the `li` before it."""
        while any(element.tag in tags for element in self._innermost(until)):
            self._open.pop()

    def _innermost(self, until: tuple[str, ...]) -> list[Element]:
        kept: list[Element] = []
        for element in reversed(self._open[1:]):
            if element.tag in until:
                break
            kept.append(element)
        return kept


def _attributes(tag: str, attrs: list[tuple[str, str | None]]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in attrs:
        text = value or ""
        if name not in _ATTRIBUTES.get(tag, ()):
            continue
        if name == "href" and not _LINK.match(text.strip()):
            continue
        if name == "src" and not _PICTURE.match(text):
            continue
        if name in ("colspan", "rowspan", "start") and not _SMALL_NUMBER.match(text):
            continue
        if name == "scope" and text not in ("row", "col", "rowgroup", "colgroup"):
            continue
        kept[name] = text.strip()
    return kept
