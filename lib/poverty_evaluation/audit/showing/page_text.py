"""Văn bản trên trang: the blocks of a text as headings, paragraphs, lists and tables whose figures can be marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from poverty_evaluation.audit.documents.source import Block, BlockKind, SourceText
from poverty_evaluation.audit.showing.marks import Mark, Marks

_TOP_HEADING = 3  # of the text, below those of the page itself
_LOWEST_HEADING = 6
_DEEPEST = 5  # item


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, marked or not; is_first: the mark begins here and so carries its anchor."""

    text: str
    mark: Mark | None = None
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    runs: tuple[Run, ...]
    is_head: bool
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Item:
    level: int
    marker: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the page: kind is heading, paragraph, list, table or page (a new page of the file begins)."""

    kind: str
    level: int = 0
    marker: str = ""
    runs: tuple[Run, ...] = ()
    items: tuple[Item, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    number: int = 0


@dataclass
class _Reader:
    """Walks through the blocks once and remembers where it is."""

    source: SourceText
    marks: Marks
    at: int = 0
    page: int | None = None
    heading: int = _TOP_HEADING - 1
    items: list[Item] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        blocks = self.source.blocks
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if block.start < self.at:  # told already, as part of another block
                place += 1
                continue
            yield from self._between(block.start, block)
            if block.kind is BlockKind.ITEM:
                self.items.append(Item(block.level, block.marker, self._runs(block.start, block.end)))
            else:
                yield from self._listed()
                if block.kind is BlockKind.CELL and block.table is not None:
                    cells = _same_table(blocks, place)
                    place += len(cells) - 1
                    block = cells[-1]
                    yield Node("table", rows=self._rows(cells))
                else:
                    yield self._plain(block)
            self.at = max(self.at, block.end)
            place += 1
        yield from self._between(len(self.source.text), None)
        yield from self._listed()

    def _plain(self, block: Block) -> Node:
        runs = self._runs(block.start, block.end)
        if block.kind is not BlockKind.HEADING:
            return Node("paragraph", marker=block.marker, runs=runs)
        wanted = min(_TOP_HEADING + block.level, _LOWEST_HEADING)
        self.heading = min(wanted, self.heading + 1)  # no level of a heading is left out
        return Node("heading", self.heading, block.marker, runs)

    def _listed(self) -> Iterator[Node]:
        """The items so far as one list; its outermost stand at the edge, however deep in the text."""
        if self.items:
            top = min(item.level for item in self.items)
            yield Node("list", items=tuple(replace(one, level=min(one.level - top, _DEEPEST)) for one in self.items))
            self.items = []

    def _between(self, end: int, block: Block | None) -> Iterator[Node]:
        """What stands between two blocks besides the marker of the second, and the page that begins there."""
        gap = self.source.text[self.at : end]
        left = gap.replace(block.marker, "", 1) if block is not None and block.marker else gap
        if any(char.isalnum() for char in left):
            yield from self._listed()
            yield Node("paragraph", runs=self._runs(self.at, end))
        page = self.source.page_of(end) if block is not None else None
        if page is not None and page != self.page:
            self.page = page
            yield from self._listed()
            yield Node("page", number=page)

    def _rows(self, cells: Sequence[Block]) -> tuple[tuple[Cell, ...], ...]:
        rows: dict[int, list[Cell]] = {}
        first = cells[0].row
        has_head = any(cell.row != first for cell in cells)
        for cell in cells:
            runs = self._runs(cell.start, cell.end)
            is_head = has_head and cell.row == first and bool(runs)
            rows.setdefault(cell.row, []).append(Cell(runs, is_head, cell.row_span, cell.column_span))
        return tuple(tuple(row) for row in rows.values())

    def _runs(self, start: int, end: int) -> tuple[Run, ...]:
        text, runs, at = self.source.text, [], start
        for mark in self.marks.within(start, end):
            opens, closes = max(mark.start, start), min(mark.end, end)
            runs.append(Run(text[at:opens]))
            runs.append(Run(text[opens:closes], mark, opens == mark.start, closes == mark.end))
            at = closes
        runs.append(Run(text[at:end]))
        return tuple(run for run in runs if run.text)


def text_nodes(source: SourceText, marks: Marks) -> tuple[Node, ...]:
    """The whole text in its order; nothing of it that holds a letter or digit is left out."""
    return tuple(_Reader(source, marks).nodes())


def _same_table(blocks: Sequence[Block], place: int) -> Sequence[Block]:
    end = place
    while end < len(blocks) and blocks[end].kind is BlockKind.CELL and blocks[end].table == blocks[place].table:
        end += 1
    return blocks[place:end]
