"""Trang web: the headings, paragraphs, lists and tables of an HTML page, as it is seen.

Scripts, styles and what is hidden are left out. Lines are those of the text that was read, not of the HTML source.
"""

from __future__ import annotations

import re
from typing import Any

from poverty_evaluation.audit.documents.docx_numbering import formed
from poverty_evaluation.audit.documents.draft import Draft, raised, rank_of_level
from poverty_evaluation.audit.documents.encodings import decoded
from poverty_evaluation.audit.documents.grid import TALLEST, WIDEST, Grid
from poverty_evaluation.audit.documents.lines import Hint
from poverty_evaluation.audit.documents.markers import opening_of
from poverty_evaluation.audit.documents.problems import damaged
from poverty_evaluation.audit.documents.source import SourceText

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w-]{1,40})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LEFT_OUT = frozenset(
    ("script", "style", "template", "head", "title", "svg", "object", "iframe", "noscript", "select", "button", "math",
     "nav")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
     "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
     "wbr", "img", "input", "o:p", "nobr", "center")
)  # fmt: skip
_BOLD = frozenset(("b", "strong", "th"))
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def html_source(data: bytes, file: str) -> SourceText:
    """The text of an HTML page."""
    from lxml import etree

    named = _CHARSET.search(data[:4096])
    text = decoded(data, file, named.group(1).decode("ascii") if named else "")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(file, "HTML") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise damaged(file, "HTML")  # what stands deeper was not read
    reader = _Reader()
    if root is not None:
        reader.read(root)
    return reader.draft.source(file)


class _Reader:
    """Walks through the elements in their order, without recursion."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._words: list[str] = []
        self._are_bold: list[bool] = []  # of each of the words
        self._bold = self._raised = 0
        self._heading: int | None = None
        self._lists: list[tuple[str, int]] = []  # of each open list: its form, its count
        self._marker = ""
        self._preformatted = 0
        self._table: Grid | None = None

    def read(self, root: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        left_out = None
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in _LEFT_OUT or _is_hidden(element):
                    walk.skip_subtree()
                    left_out = element  # its end comes next
                else:
                    self._start(tag, element)
                    self._say(element.text)
            else:
                if element is not left_out:
                    self._end(tag)
                self._say(element.tail if element is not root else None)
        self._flush()

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if not self._preformatted:
            if "  " in words or not words.isprintable():
                words = _SPACE.sub(" ", words)
            if words == " " and not self._words:
                return  # at the begin of a line it is not seen
        self._words.append(raised(words) if self._raised else words)
        self._are_bold.append(self._bold > 0)

    def _break(self) -> None:
        self._words.append("\n")
        self._are_bold.append(False)

    def _is_all_bold(self) -> bool:
        """Whether there are letters or digits among the words since the last line, and only bold ones."""
        if not any(self._are_bold):
            return False
        said = zip(self._words, self._are_bold, strict=True)
        told = [is_bold for words, is_bold in said if any(map(str.isalnum, words))]
        return bool(told) and all(told)

    def _start(self, tag: str, element: Any) -> None:
        if tag == "br":
            self._break()
        elif tag not in _INLINE:
            self._flush()
        self._bold += tag in _BOLD
        self._raised += tag == "sup"
        if tag in ("ul", "ol"):
            start = element.get("start", "1")
            form = _FORMS.get(element.get("type", "1"), "decimal") if tag == "ol" else ""
            self._lists.append((form, int(start) - 1 if start.isdigit() and len(start) < 6 else 0))
        elif tag == "li":
            self._item(element)
        elif tag == "pre":
            self._preformatted += 1
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._heading = rank_of_level(int(tag[1]) - 1)
        elif self._table is None and tag == "table" and next(element.iterdescendants("table"), None) is None:
            self._table = Grid()
        elif self._table is not None and tag == "tr":
            self._table.next_row()
        elif self._table is not None and tag in ("td", "th"):
            self._table.open_cell(_span(element, "rowspan", TALLEST), _span(element, "colspan", WIDEST))

    def _end(self, tag: str) -> None:
        self._bold -= tag in _BOLD
        self._raised -= tag == "sup"
        if self._table is not None and tag in ("td", "th"):
            self._table.close_cell(self._said())
        elif self._table is not None and tag == "table":
            self._flush()
            self.draft.table(self._table.cells)
            self._table = None
        elif tag not in _INLINE and tag != "br":
            self._flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted -= 1
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._heading = None

    def _item(self, element: Any) -> None:
        form, count = self._lists[-1] if self._lists else ("", 0)
        given = element.get("value", "")
        count = int(given) if given.isdigit() and len(given) < 6 else count + 1
        if self._lists:
            self._lists[-1] = (form, count)
        self._marker = f"{formed(count, form)}." if form else "-"

    def _said(self) -> str:
        """The words since the last line, which are then forgotten."""
        words = "".join(self._words)
        self._words, self._are_bold = [], []
        if not self._preformatted and "\n" not in words:
            return words.strip()
        lines = words.split("\n")
        return "\n".join(line.strip() if not self._preformatted else line.rstrip() for line in lines if line.strip())

    def _flush(self) -> None:
        """The words since the last line as a line of their own; within a cell they stay its words."""
        if self._table is not None and self._table.spans is not None:
            if self._words and not self._words[-1].endswith("\n"):
                self._break()
            return
        if not self._words:
            return
        bold = self._is_all_bold()
        words = self._said()
        if not words:
            return
        marker, indent = self._marker, 0
        if marker:
            indent = 4 * (len(self._lists) - 1)
            marker = "" if opening_of(words[:80]).marker is not None else marker
        self._marker = ""
        self.draft.line(f"{marker} {words}" if marker else words, Hint(self._heading, bold, indent, bool(marker)))


def _span(element: Any, name: str, most: int) -> int:
    given = element.get(name)
    if not given:
        return 1
    found = given.strip()
    return max(1, min(int(found), most)) if found.isdigit() and len(found) < 8 else 1


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    return bool((style := element.get("style")) and _HIDING.search(style[:2000]))
