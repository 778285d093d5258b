"""Sổ tay thường: a notebook that shows no blocks, as a sequence of text, code, output and pictures."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from poverty_evaluation.presentation import pictures
from poverty_evaluation.presentation.ordinary.markup import Element, read_html, read_markdown, write_html
from poverty_evaluation.presentation.wording import wording

_TERMINAL_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_BARE_OBJECT = re.compile(r"<[\w.]+ object[^>]*>")
_ATTACHMENT = re.compile(r"\(attachment:([^)\s]+)\)")
_LANGUAGE_TAG = re.compile(r"^(vi|en)\b")
_RASTERS = ("image/png", "image/jpeg")
_PLACEHOLDER_ALTERNATIVE = "no description has been provided for this image"


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown or HTML, already reduced to known elements."""

    tree: Element


@dataclass(frozen=True, slots=True)
class Listing:
    """Preformatted text. kind: code, output, error."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the text that stands for it; data is SVG text or the bytes of a PNG or JPEG."""

    media: str
    data: str | bytes
    alternative: str
    number: int


Piece = Prose | Listing | Picture


def language_of(notebook: Mapping[str, Any]) -> str:
    """The language the notebook says it is written in, Vietnamese when it says none."""
    stated = str(notebook.get("metadata", {}).get("language", ""))
    match = _LANGUAGE_TAG.match(stated)
    return match[1] if match else "vi"


def title_of(notebook: Mapping[str, Any], fallback: str) -> str:
    """The title in the metadata, else the first heading, else the name of the file."""
    stated = str(notebook.get("metadata", {}).get("title", "")).strip()
    if stated:
        return stated
    for cell in notebook.get("cells", ()):
        if cell.get("cell_type") == "markdown":
            for heading in read_markdown(_joined(cell.get("source", ""))).find_all("h1", "h2", "h3"):
                if text := " ".join(heading.text().split()):
                    return text
    return fallback or "Notebook"


def pieces(notebook: Mapping[str, Any], language: str, title: str, with_code: bool = True) -> Iterator[Piece]:
    """Everything the notebook shows, in its order; pictures without a text get one from where they stand."""
    heading = title
    drawn = 0
    for cell in notebook.get("cells", ()):
        source = _joined(cell.get("source", ""))
        if cell.get("cell_type") == "markdown":
            tree = read_markdown(_with_attachments(source, cell.get("attachments", {})))
            heading = _last_heading(tree) or heading
            yield Prose(tree)
        elif cell.get("cell_type") == "code":
            if with_code and source.strip() and not cell.get("transient", {}).get("remove_source"):
                yield Listing(source, "code")
            for output in cell.get("outputs", ()):
                for piece in _output(output, _default_alternative(language, drawn + 1, heading), drawn + 1):
                    drawn += isinstance(piece, Picture)
                    yield piece


def html_of(notebook: Mapping[str, Any], language: str, title: str, with_code: bool = True) -> str:
    """The body of the page of an ordinary notebook."""
    return "\n".join(_piece_html(piece) for piece in pieces(notebook, language, title, with_code))


def _output(output: Mapping[str, Any], alternative: str, number: int) -> Iterator[Piece]:
    kind = output.get("output_type")
    if kind == "stream":
        text = _TERMINAL_COLOUR.sub("", _joined(output.get("text", "")))
        yield Listing(text, "error" if output.get("name") == "stderr" else "output")
    elif kind == "error":
        yield Listing(_TERMINAL_COLOUR.sub("", "\n".join(output.get("traceback", ()))), "error")
    else:
        yield from _richest(output.get("data", {}), output.get("metadata", {}), alternative, number)


def _richest(data: Mapping[str, Any], metadata: Mapping[str, Any], alternative: str, number: int) -> Iterator[Piece]:
    """One of the forms in which an output comes: a picture before HTML, HTML before text; nothing that runs."""
    if "image/svg+xml" in data:
        stated = _stated_alternative(metadata, "image/svg+xml")
        yield Picture("image/svg+xml", _joined(data["image/svg+xml"]), stated or alternative, number)
        return
    for media in _RASTERS:
        if media in data:
            content = base64.b64decode(_joined(data[media]))
            yield Picture(media, content, _stated_alternative(metadata, media) or alternative, number)
            return
    if "text/html" in data:
        yield Prose(read_html(_joined(data["text/html"])))
    elif "text/markdown" in data:
        yield Prose(read_markdown(_joined(data["text/markdown"])))
    elif "text/plain" in data:
        yield Listing(_told(data), "output")


def _told(data: Mapping[str, Any]) -> str:
    """The plain text of an output; its LaTeX or JSON where the text only names the class of the object."""
    text = _joined(data["text/plain"])
    if _BARE_OBJECT.fullmatch(text.strip()):
        if "text/latex" in data:
            return _joined(data["text/latex"])
        if "application/json" in data:
            return json.dumps(data["application/json"], ensure_ascii=False, indent=2)
    return text


def _stated_alternative(metadata: Mapping[str, Any], media: str) -> str:
    of_media = metadata.get(media)
    stated = of_media.get("alt", "") if isinstance(of_media, Mapping) else ""
    text = str(stated or metadata.get("alt", "")).strip()
    return "" if text.casefold() == _PLACEHOLDER_ALTERNATIVE else text


def _default_alternative(language: str, number: int, heading: str) -> str:
    return wording(language).picture_of_cell.format(number=number, heading=heading)


def _last_heading(tree: Element) -> str:
    headings = [" ".join(element.text().split()) for element in tree.find_all("h1", "h2", "h3", "h4")]
    return headings[-1] if headings else ""


def _with_attachments(source: str, attachments: Mapping[str, Any]) -> str:
    """Pictures that are attached to a Markdown cell, put where the text refers to them."""

    def data_of(match: re.Match[str]) -> str:
        for media, content in attachments.get(match[1], {}).items():
            if media in _RASTERS:
                return f"(data:{media};base64,{''.join(_joined(content).split())})"
        return "()"

    return _ATTACHMENT.sub(data_of, source)


def _joined(text: Any) -> str:
    return text if isinstance(text, str) else "".join(text)


def _piece_html(piece: Piece) -> str:
    match piece:
        case Prose(tree):
            return write_html(tree)
        case Listing(text, kind):
            return f'<pre class="{kind}" tabindex="0">{escape(text)}</pre>'
        case Picture(media, data, alternative, number):
            if isinstance(data, str):
                svg = pictures.clean_svg(data, f"picture-{number}", description=alternative)
                return f'<figure><div class="picture">{svg}</div></figure>'
            encoded = base64.b64encode(data).decode()
            picture = f'<img src="data:{media};base64,{encoded}" alt="{escape(alternative)}">'
            return f'<figure><div class="picture">{picture}</div></figure>'
