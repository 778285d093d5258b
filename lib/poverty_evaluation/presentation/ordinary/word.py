"""Bản Word của sổ tay thường: text, code, tables and pictures of any notebook as a plain document."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence

from poverty_evaluation.presentation.ordinary.markup import Element, Node
from poverty_evaluation.presentation.ordinary.pieces import Listing, Picture, Piece, Prose
from poverty_evaluation.presentation.ordinary.tables import PlacedTable, placed_table
from poverty_evaluation.presentation.pdf.typesetting import NO_DATE
from poverty_evaluation.presentation.word.heads import Sheet, section_xml
from poverty_evaluation.presentation.word.numbers import NAMESPACE, NumberControls
from poverty_evaluation.presentation.word.package import Parts, package
from poverty_evaluation.presentation.word.pictures import drawn, fitted_mm, picture_xml, pixels
from poverty_evaluation.presentation.word.reading import outside_tokens
from poverty_evaluation.presentation.word.styles import (
    LISTING_FONT,
    Style,
    numbering_xml,
    settings_xml,
    spacing,
    styles_xml,
)
from poverty_evaluation.presentation.word.xml import DECLARATION, XMLNS, Look, paragraph, run, twips
from poverty_evaluation.presentation.wording import wording

_SHEET = Sheet(False, "", "", number_at_bottom=False, is_appendix=False, margins_mm=(25.0, 20.0))
_HIGHEST_MM = 200.0
_DOTS_PER_MM = 96 / 25.4  # of pictures, unless they are wider than the page
_BLOCKS = frozenset(
    ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "hr"]
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATA_URL = re.compile(r"data:image/(png|jpeg);base64,(.*)$", re.DOTALL)
_LISTINGS = {"code": "1F3A63", "error": "8A1C1C", "output": "F4F4F4"}
_BODY_SIZE = 12.0


def ordinary_docx(pieces: Sequence[Piece], language: str, title: str) -> bytes:
    """A notebook that is no report as DOCX."""
    words = wording(language)
    writer = _OrdinaryWriter(_drawings(pieces))
    body = "".join(text for piece in pieces for text in writer.piece(piece))
    last = section_xml(_SHEET, writer.parts)
    main = f"{DECLARATION}<w:document {XMLNS}><w:body>{body}{last}</w:body></w:document>"
    written = {
        "document": main,
        "styles": styles_xml(words, _styles(), _BODY_SIZE),
        "settings": settings_xml(words),
        "numbering": numbering_xml(writer.ordered_lists, is_report=False),
        "item": NumberControls({}, language).listing(outside_tokens(main.encode())),
        "namespace": NAMESPACE,
    }
    return package(writer.parts, written, title, f"{words.language}-{words.region}", NO_DATE)


def _styles() -> tuple[Style, ...]:
    """Plain headings at the left, lists and listings, instead of those of a report."""
    kept = "<w:keepNext/><w:keepLines/>"
    headings = tuple(
        Style(
            f"Heading{level}", f"heading {level}", after="BodyText", look=Look(bold=True, size=max(18 - 2 * level, 12)),
            paragraph=f'{kept}{spacing(12, 6)}<w:outlineLvl w:val="{level - 1}"/>',
        )
        for level in range(1, 7)
    )  # fmt: skip
    listings = tuple(
        Style(
            f"Listing{kind}", f"Sổ tay: {kind}", f"Notebook: {kind}", look=Look(size=9, font=LISTING_FONT),
            paragraph=f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="{colour}"/></w:pBdr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="F4F4F4"/>{spacing(6, 6)}<w:ind w:left="140"/>',
        )
        for kind, colour in _LISTINGS.items()
    )  # fmt: skip
    return (
        *headings,
        *listings,
        Style("BodyText", "Body Text", paragraph=spacing(0, 6)),
        Style("ListBullet", "List Bullet", paragraph=f'<w:numPr><w:numId w:val="1"/></w:numPr>{spacing(0, 3)}'),
        Style("ListNumber", "List Number", paragraph=spacing(0, 3)),
        Style(
            "Quote", "Quote", paragraph=f'{spacing(0, 6)}<w:ind w:left="567" w:right="567"/>', look=Look(italic=True)
        ),
    )


def _drawings(pieces: Sequence[Piece]) -> dict[int, bytes]:
    """The drawings among the pictures, by their numbers."""
    svgs = {piece.number: piece.data for piece in pieces if isinstance(piece, Picture) and isinstance(piece.data, str)}
    return dict(zip(svgs, drawn(list(svgs.values()), [_SHEET.room_mm] * len(svgs)), strict=True))


class _OrdinaryWriter:
    """Writes known elements; keeps the headings in steps of one and counts the lists that count."""

    def __init__(self, drawings: dict[int, bytes]):
        self.parts = Parts()
        self.ordered_lists = 0
        self._drawings = drawings
        self._level = 0

    def piece(self, piece: Piece) -> Iterator[str]:
        match piece:
            case Prose(tree):
                yield from self._flow(tree)
            case Listing(text, kind):
                yield paragraph(f"Listing{kind}", run(text.rstrip()))
            case Picture(_, data, alternative, number):
                content = self._drawings[number] if isinstance(data, str) else data
                yield paragraph("Picture", self._picture(content, alternative, is_drawing=isinstance(data, str)))

    def _picture(self, content: bytes, alternative: str, is_drawing: bool = False) -> str:
        room = _SHEET.room_mm
        widest = room if is_drawing else min(pixels(content)[0] / _DOTS_PER_MM, room)
        width, height = fitted_mm(content, widest, _HIGHEST_MM)
        relation = self.parts.add_picture(content)
        return picture_xml(relation, len(self.parts.pictures), alternative, width, height)

    def _flow(self, element: Element, style: str = "BodyText", properties: str = "") -> Iterator[str]:
        """Block after block; stray inline content between blocks becomes a paragraph."""
        inline: list[Node] = []
        for child in [*element.children, Element("p")]:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                if any(isinstance(node, Element) or node.strip() for node in inline):
                    yield paragraph(style, self._inline(inline), properties)
                inline = []
                yield from self._block(child, style, properties)
            else:
                inline.append(child)

    def _block(self, element: Element, style: str, properties: str) -> Iterator[str]:
        match element.tag:
            case tag if tag in _HEADINGS:
                self._level = min(int(tag[1]), self._level + 1)
                yield paragraph(f"Heading{self._level}", self._inline(element.children))
            case "ul" | "ol":
                yield from self._list(element, 0)
            case "blockquote":
                yield from self._flow(element, "Quote")
            case "pre":
                yield paragraph("Listingoutput", run(element.text().rstrip()))
            case "table":
                yield self._table(element)
            case "hr":
                border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
                yield paragraph("AfterTable", "", border)
            case "p" | "dt" | "dd" if not _has_blocks(element):
                if element.children:
                    yield paragraph(style, self._inline(element.children), properties)
            case _:
                yield from self._flow(element, style, properties)

    def _list(self, element: Element, level: int) -> Iterator[str]:
        """The items of a list; lists in them stand one level deeper, everything else under the item."""
        style, number = "ListBullet", 1
        if element.tag == "ol":
            self.ordered_lists += 1
            style, number = "ListNumber", self.ordered_lists + 1
        level = min(level, 5)
        mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in (child for child in element.children if isinstance(child, Element) and child.tag == "li"):
            inline = [child for child in item.children if not _is_block(child)]
            blocks = [child for child in item.children if isinstance(child, Element) and _is_block(child)]
            if blocks and blocks[0].tag == "p" and not any(_has_text(node) for node in inline):
                inline, blocks = blocks[0].children, blocks[1:]
            yield paragraph(style, self._inline(inline), mark)
            for block in blocks:
                if block.tag in ("ul", "ol"):
                    yield from self._list(block, level + 1)
                else:
                    yield from self._block(block, "BodyText", f'<w:ind w:left="{twips(7 + 7 * level)}"/>')

    def _inline(self, nodes: Sequence[Node], look: Look = Look()) -> str:  # noqa: B008 - frozen
        return "".join(self._inline_node(node, look) for node in nodes)

    def _inline_node(self, node: Node, look: Look) -> str:
        if isinstance(node, str):
            return run(re.sub(r"\s+", " ", node), look)
        match node.tag:
            case "br":
                return "<w:r><w:br/></w:r>"
            case "img":
                match = _DATA_URL.match(node.attributes["src"]) if "src" in node.attributes else None
                alternative = node.attributes.get("alt", "").strip()
                if not match or not alternative:
                    return run(alternative, look)
                return self._picture(base64.b64decode(match[2]), alternative)
            case "a":
                target = node.attributes.get("href", "#")
                if target.startswith("#") or not node.text().strip():
                    return self._inline(node.children, look)
                inner = self._inline(node.children, look.with_(style="Hyperlink"))
                return f'<w:hyperlink r:id="{self.parts.add_link(target)}">{inner}</w:hyperlink>'
            case _:
                return self._inline(node.children, _look_of(node.tag, look))

    def _table(self, element: Element) -> str:
        """A table of whatever shape, its rows filled up to the same number of columns."""
        table = placed_table(element)
        if table.width == 0:
            return ""
        column = twips(_SHEET.room_mm / table.width)
        frame = "".join(f'<w:gridCol w:w="{column}"/>' for _ in range(table.width))
        written = "".join(
            f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if row.in_head else ''}</w:trPr>{cells}</w:tr>"
            for row, cells in zip(table.rows, self._rows(table, column), strict=True)
        )
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblLook w:val="0420"/></w:tblPr><w:tblGrid>{frame}</w:tblGrid>{written}</w:tbl>'
            + paragraph("AfterTable", "")
        )

    def _rows(self, table: PlacedTable, column: int) -> Iterator[str]:
        """The cells of each row; a cell over several rows goes on in the rows below it as an empty one."""
        going_on: dict[int, tuple[int, int]] = {}  # column → columns and further rows of a cell that goes on
        for row in table.rows:
            written: dict[int, str] = {}
            for place, (across, left) in list(going_on.items()):
                written[place] = _cell(paragraph("TableText", ""), across * column, across, "<w:vMerge/>")
                if left == 1:
                    del going_on[place]
                else:
                    going_on[place] = (across, left - 1)
            for cell in row.cells:
                if cell.down > 1:
                    going_on[cell.column] = (cell.across, cell.down - 1)
                merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
                written[cell.column] = _cell(self._content(cell.element), cell.across * column, cell.across, merge)
            yield "".join(written[place] for place in sorted(written))

    def _content(self, cell: Element) -> str:
        """The paragraphs of a cell; the last thing in a cell is always a paragraph."""
        look = Look(bold=cell.tag == "th")
        if not _has_blocks(cell):
            return paragraph("TableText", self._inline(cell.children, look))
        content = "".join(self._flow(cell, "TableText"))
        return content if content.endswith("</w:p>") else content + paragraph("AfterTable", "")


def _cell(content: str, width: int, across: int = 1, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{content}</w:tc>'


def _look_of(tag: str, look: Look) -> Look:
    match tag:
        case "strong" | "b":
            return look.with_(bold=True)
        case "em" | "i":
            return look.with_(italic=True)
        case "code":
            return look.with_(font=LISTING_FONT)
        case "sup":
            return look.with_(raised=True)
    return look


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in _BLOCKS


def _has_blocks(element: Element) -> bool:
    return any(True for _ in element.find_all(*_BLOCKS))


def _has_text(node: Node) -> bool:
    return bool((node if isinstance(node, str) else node.text()).strip())
