"""Bản PDF của sổ tay thường: known elements, code and pictures of any notebook as Typst source."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from poverty_evaluation.presentation import pictures
from poverty_evaluation.presentation.ordinary.markup import Element, Node
from poverty_evaluation.presentation.ordinary.pieces import Listing, Picture, Piece, Prose
from poverty_evaluation.presentation.ordinary.tables import PlacedCell, PlacedTable, breakable, placed_table
from poverty_evaluation.presentation.pdf.tables import LANDSCAPE_MM, PORTRAIT_MM
from poverty_evaluation.presentation.pdf.typesetting import NO_DATE, compile_pdf, document_arguments, layout, literal
from poverty_evaluation.presentation.wording import wording


def ordinary_pdf(pieces: Sequence[Piece], language: str, title: str) -> bytes:
    """A notebook that is no report as PDF."""
    with tempfile.TemporaryDirectory(prefix="poverty-evaluation-") as folder:
        source = _ordinary_source(pieces, language, title, Path(folder))
        return compile_pdf(source, NO_DATE, root=folder)


def _ordinary_source(pieces: Sequence[Piece], language: str, title: str, folder: Path) -> str:
    words = wording(language)
    writer = _OrdinaryWriter(folder)
    parts = [layout(), f"#show: ordinary.with({document_arguments(title, words)})"]
    parts += ["#" + text for piece in pieces for text in writer.piece(piece)]
    return "\n".join(parts)


_INLINE = {
    "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "u": "underline", "s": "strike", "del": "strike",
    "sub": "sub", "sup": "super",
}  # fmt: skip
_BLOCKS = frozenset(
    ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "hr"]
)

_TABLE_SIZE = 9.5
_DATA_URL = re.compile(r"data:image/(png|jpeg);base64,(.*)$", re.DOTALL)


class _OrdinaryWriter:
    """Writes known elements as Typst; keeps the headings in steps of one and the pictures in a folder."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._level = 0
        self._pictures = 0

    def piece(self, piece: Piece) -> Iterable[str]:
        match piece:
            case Prose(tree):
                yield from self._flow(tree)
            case Listing(text, kind):
                yield f"listing({literal(kind)}, {literal(breakable(text.rstrip()))})"
            case Picture(_, data, alternative, number):
                if isinstance(data, str):
                    svg = pictures.clean_svg(data, f"picture-{number}")
                    yield self._figure(f'bytes({literal(svg)}), format: "svg"', alternative)
                else:
                    yield self._figure(self._file(data), alternative)

    def _figure(self, source: str, alternative: str) -> str:
        return f"figure(image({source}, alt: {literal(alternative)}))"

    def _file(self, content: bytes) -> str:
        self._pictures += 1
        kind = "png" if content.startswith(b"\x89PNG") else "jpg"
        name = f"picture-{self._pictures}.{kind}"
        (self._folder / name).write_bytes(content)
        return f'"/{name}"'

    def _flow(self, element: Element) -> Iterable[str]:
        """Block after block; stray inline content between blocks becomes a paragraph."""
        inline: list[Node] = []
        for child in [*element.children, Element("p")]:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                if any(isinstance(node, Element) or node.strip() for node in inline):
                    yield f"par({self._inline(inline)})"
                inline = []
                yield from self._block(child)
            else:
                inline.append(child)

    def _block(self, element: Element) -> Iterable[str]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = min(int(element.tag[1]), self._level + 1)
                yield f"heading(level: {self._level}, {self._inline(element.children)})"
            case "ul" | "ol":
                kind = "list" if element.tag == "ul" else "enum"
                items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
                yield f"{kind}({', '.join(self._content(item) for item in items)})"
            case "blockquote":
                yield f"quote(block: true, {self._content(element)})"
            case "pre":
                yield f"listing({literal('output')}, {literal(breakable(element.text().rstrip()))})"
            case "table":
                yield self._table(element)
            case "hr":
                yield "line(length: 100%, stroke: 0.5pt)"
            case "p" | "dt" | "dd" if not any(True for _ in element.find_all(*_BLOCKS)):
                if element.children:
                    yield f"par({self._inline(element.children)})"
            case _:
                yield from self._flow(element)

    def _content(self, element: Element) -> str:
        """An element as one piece of content."""
        if not any(True for _ in element.find_all(*_BLOCKS)):
            return self._inline(element.children)
        return "[" + "\n".join("#" + text for text in self._flow(element)) + "]"

    def _inline(self, nodes: Sequence[Node]) -> str:
        return f"join({', '.join(self._inline_node(node) for node in nodes)})" if nodes else '""'

    def _inline_node(self, node: Node) -> str:
        if isinstance(node, str):
            return literal(breakable(re.sub(r"\s+", " ", node)))
        inner = self._inline(node.children)
        match node.tag:
            case "br":
                return "linebreak()"
            case "code":
                return f'text(font: "Liberation Sans", size: 0.9em, {inner})'
            case "a":
                target = node.attributes.get("href", "#")
                return (
                    inner if target.startswith("#") or not node.text().strip() else f"link({literal(target)}, {inner})"
                )
            case "img":
                match = _DATA_URL.match(node.attributes["src"])
                alternative = node.attributes.get("alt", "").strip()
                if not match or not alternative:
                    return literal(alternative)
                return f"box(image({self._file(base64.b64decode(match[2]))}, alt: {literal(alternative)}))"
            case _:
                return f"{_INLINE[node.tag]}({inner})" if node.tag in _INLINE else inner

    def _table(self, element: Element) -> str:
        """A table of whatever shape, on a turned page and in pieces where it is too wide."""
        table = placed_table(element)
        if not table.width:
            return '""'
        if table.is_narrow(PORTRAIT_MM):
            return self._piece(table, "auto", _TABLE_SIZE)
        if table.fits(PORTRAIT_MM):
            return self._piece(table, *table.widths(PORTRAIT_MM, _TABLE_SIZE))
        pieces = [self._piece(one, *one.widths(LANDSCAPE_MM, _TABLE_SIZE)) for one in table.pieces(LANDSCAPE_MM)]
        return f"turned({', '.join(pieces)})"

    def _piece(self, table: PlacedTable, widths: str, size: float) -> str:
        columns = str(table.width) if widths == "auto" else widths
        head = [self._cell(cell) for row in table.rows if row.in_head for cell in row.cells]
        body = [self._cell(cell) for row in table.rows if not row.in_head for cell in row.cells]
        header = f"table.header(repeat: true, {', '.join(head)})," if head else ""
        return f"in-cells({size}pt, table(columns: {columns}, {header} {', '.join(body)}))"

    def _cell(self, cell: PlacedCell) -> str:
        content = self._content(cell.element)
        if cell.element.tag == "th":
            content = f"strong({content})"
        return f"table.cell(colspan: {cell.across}, rowspan: {cell.down}, {content})"
