"""Bản PDF của sổ tay thường: known elements, code and pictures of any notebook as Typst source."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from poverty_evaluation.presentation import pictures
from poverty_evaluation.presentation.markup import Element, Node
from poverty_evaluation.presentation.ordinary import Listing, Picture, Piece, Prose
from poverty_evaluation.presentation.typesetting import NO_DATE, compile_pdf, document_arguments, layout, literal
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
                yield f"listing({literal(kind)}, {literal(text.rstrip())})"
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
                yield f"listing({literal('output')}, {literal(element.text().rstrip())})"
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
            return literal(re.sub(r"\s+", " ", node))
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
        """A table of whatever shape, its rows filled up to the same number of columns."""
        heads = [row for part in element.find_all("thead") for row in part.find_all("tr")]
        in_head = {id(row) for row in heads}
        rows = list(element.find_all("tr"))
        grid, width = placed(rows)
        if not rows or width == 0:
            return '""'
        head: list[str] = []
        body: list[str] = []
        for row, (cells, missing) in zip(rows, grid, strict=True):
            written = [self._cell(cell, colspan, rowspan) for cell, colspan, rowspan in cells]
            written += ["[]"] * (width - missing)
            (head if id(row) in in_head else body).extend(written)
        header = f"table.header(repeat: true, {', '.join(head)})," if head else ""
        return (
            f"{{ set text(size: 9.5pt); set par(justify: false); table(columns: {width}, {header} {', '.join(body)}) }}"
        )

    def _cell(self, cell: Element, colspan: int, rowspan: int) -> str:
        content = self._content(cell)
        if cell.tag == "th":
            content = f"strong({content})"
        return f"table.cell(colspan: {colspan}, rowspan: {rowspan}, {content})"


def placed(rows: Sequence[Element]) -> tuple[list[tuple[list[tuple[Element, int, int]], int]], int]:
    """The cells of each row with their spans, how many columns the row fills, and the width of the table."""
    reaching: dict[int, int] = {}
    placed: list[tuple[list[tuple[Element, int, int]], int]] = []
    for index, row in enumerate(rows):
        occupied = sum(1 for last in reaching.values() if last >= index)
        cells: list[tuple[Element, int, int]] = []
        column = 0
        for cell in row.children:
            if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
                continue
            colspan = int(cell.attributes.get("colspan", "1"))
            rowspan = min(int(cell.attributes.get("rowspan", "1")), len(rows) - index)
            while reaching.get(column, -1) >= index:
                column += 1
            for reached in range(column, column + colspan):
                if rowspan > 1:
                    reaching[reached] = index + rowspan - 1
            column += colspan
            occupied += colspan
            cells.append((cell, colspan, rowspan))
        placed.append((cells, occupied))
    return placed, max((occupied for _, occupied in placed), default=0)
