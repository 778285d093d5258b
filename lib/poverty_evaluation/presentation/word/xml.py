"""Chữ trong tệp Word: text from anywhere made safe for XML, runs, paragraphs and lengths of WordprocessingML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
XMLNS = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())

#: What XML 1.0 cannot hold: control characters, lone surrogates and the two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks where it differs from its paragraph; size in points, 0 leaves it."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    raised: bool = False
    style: str = ""
    font: str = ""

    def with_(self, **changes: Any) -> Look:
        return replace(self, **changes)

    def properties(self) -> str:
        """The `w:rPr` of it, empty when nothing differs."""
        half_points = round(self.size * 2)
        inner = (
            (f'<w:rStyle w:val="{self.style}"/>' if self.style else "")
            + (f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>' if self.font else "")
            + ("<w:b/><w:bCs/>" if self.bold else "")
            + ("<w:i/><w:iCs/>" if self.italic else "")
            + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "")
            + ('<w:vertAlign w:val="superscript"/>' if self.raised else "")
        )
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""


PLAIN = Look()


def clean(text: str) -> str:
    """The text without what XML cannot hold, its letters composed, its lines ended one way."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))


def escaped(text: str) -> str:
    """The text as it may stand in an element or an attribute."""
    return clean(text).translate(_ESCAPES)


def run(text: str, look: Look = PLAIN) -> str:
    """A run of text; its line ends become breaks. Nothing for no text."""
    if not text:
        return ""
    lines = escaped(text.replace("\t", "    ")).split("\n")
    return f"<w:r>{look.properties()}{'<w:br/>'.join(_text(line) for line in lines)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a named style; `properties` are further elements of `w:pPr` in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, shown: str) -> str:
    """A field such as PAGE, with what it shows until it is computed."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{shown}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def rule(width_mm: float, room_mm: float, size: float = 4.0) -> str:
    """A horizontal rule of this length in the middle of so much room: the upper border of an empty low paragraph, which
    no other font can break as it would break a border of the text itself."""
    side = twips(max(room_mm - width_mm, 0.0) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    spacing = f'<w:spacing w:before="40" w:after="0" w:line="{round(size * 20)}" w:lineRule="exact"/>'
    return paragraph("Rule", "", f'{border}{spacing}<w:ind w:left="{side}" w:right="{side}"/>')


def bare_table(widths_mm: Sequence[float], rows: Sequence[Sequence[str]], indent_mm: float = 0.0) -> str:
    """A table without lines that only puts things side by side; each cell is XML of paragraphs."""
    widths = [twips(width) for width in widths_mm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        for row in rows
    ]
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="SideBySide"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent_mm)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{line}</w:t>' if line else ""
