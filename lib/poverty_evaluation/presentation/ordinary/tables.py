"""Bảng của sổ tay thường: where the cells of any HTML table stand, and the pieces into which one too wide is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.presentation.columns import ColumnText, fits, measure_table, text_mm
from poverty_evaluation.presentation.ordinary.markup import Element
from poverty_evaluation.presentation.pdf.typesetting import ZERO_WIDTH_SPACE

_LONG_WORD = re.compile(r"(\S{40})(?=\S)")
_INSET_MM = 2.9


def breakable(text: str) -> str:
    """The text with room to break words that are too long for a line."""
    return _LONG_WORD.sub(rf"\1{ZERO_WIDTH_SPACE}", text)


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell, the column in which it begins, and how many columns and rows it covers."""

    element: Element
    column: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class PlacedRow:
    cells: tuple[PlacedCell, ...]
    in_head: bool


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table whose rows all fill the same columns."""

    rows: tuple[PlacedRow, ...]
    width: int

    def is_narrow(self, available_mm: float) -> bool:
        """Whether each cell has room for its text on one line."""
        return sum(self._natural(column) for column in range(self.width)) <= available_mm

    def fits(self, available_mm: float) -> bool:
        """Whether each word has room."""
        return fits(self._columns(), available_mm)

    def widths(self, available_mm: float, size: float) -> tuple[str, float]:
        """The widths of the columns as the layout takes them, and the size of the letters, at most this."""
        measure = measure_table(self._columns(), available_mm)
        return "(" + "".join(f"{width:.2f}mm," for width in measure.widths) + ")", min(measure.size, size)

    def pieces(self, available_mm: float) -> list[PlacedTable]:
        """The table itself, or neighbouring columns of it, each time with its leading headings."""
        leading = self._leading()
        texts = self._columns()
        pieces: list[list[int]] = []
        for column in range(leading, self.width):
            tried = [*range(leading), *(pieces[-1] if pieces else []), column]
            if pieces and fits([texts[one] for one in tried], available_mm):
                pieces[-1].append(column)
            else:
                pieces.append([column])
        return [self._only([*range(leading), *piece]) for piece in pieces]

    def _leading(self) -> int:
        """How many columns at the left are headings of their rows; they leave room for the others."""
        bodies = [row for row in self.rows if not row.in_head]
        heads = [sum(cell.across for cell in row.cells if cell.element.tag == "th") for row in bodies]
        return min(max(heads, default=0), self.width - 1, 3)

    def _only(self, columns: Sequence[int]) -> PlacedTable:
        kept = []
        for row in self.rows:
            cells = []
            for cell in row.cells:
                covered = [place for place, column in enumerate(columns) if 0 <= column - cell.column < cell.across]
                if covered:
                    cells.append(replace(cell, column=covered[0], across=len(covered)))
            kept.append(replace(row, cells=tuple(cells)))
        return PlacedTable(tuple(kept), len(columns))

    def _texts(self, column: int) -> Iterator[str]:
        for row in self.rows:
            for cell in row.cells:
                if cell.column == column and cell.across == 1:
                    yield breakable(cell.element.text())

    def _columns(self) -> list[ColumnText]:
        """The texts of the columns, as bold as a heading may be."""
        found = [[text.replace(ZERO_WIDTH_SPACE, " ") for text in self._texts(one)] for one in range(self.width)]
        return [ColumnText(" ".join(texts), tuple(texts), unbroken=False) for texts in found]

    def _natural(self, column: int) -> float:
        lines = [line for text in self._texts(column) for line in text.split("\n")]
        return max((text_mm(line, 9.5, bold=True) for line in lines), default=0.0) + _INSET_MM


def placed_table(element: Element) -> PlacedTable:
    """The rows of a table, filled up to the same number of columns; a row of the head wherever it stands."""
    heads = {id(row) for part in element.find_all("thead") for row in part.find_all("tr")}
    elements = list(element.find_all("tr"))
    reaching: dict[int, int] = {}
    rows = [
        PlacedRow(_cells(row, place, len(elements), reaching), id(row) in heads) for place, row in enumerate(elements)
    ]
    width = max((cell.column + cell.across for row in rows for cell in row.cells), default=0)
    covered: set[tuple[int, int]] = set()
    filled = []
    for place, row in enumerate(rows):
        for cell in row.cells:
            covered |= {
                (place + down, cell.column + across) for down in range(cell.down) for across in range(cell.across)
            }
        missing = tuple(PlacedCell(Element("td"), one) for one in range(width) if (place, one) not in covered)
        filled.append(replace(row, cells=tuple(sorted((*row.cells, *missing), key=lambda cell: cell.column))))
    return PlacedTable(tuple(filled), width)


def _cells(row: Element, place: int, count: int, reaching: dict[int, int]) -> tuple[PlacedCell, ...]:
    """The cells of a row; reaching: the last row that a cell from above covers, by column."""
    cells: list[PlacedCell] = []
    column = 0
    for cell in row.children:
        if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
            continue
        across = int(cell.attributes.get("colspan", "1"))
        down = min(int(cell.attributes.get("rowspan", "1")), count - place)
        while any(reaching.get(one, -1) >= place for one in range(column, column + across)):
            column += 1
        for one in range(column, column + across):
            reaching[one] = place + down - 1
        cells.append(PlacedCell(cell, column, across, down))
        column += across
    return tuple(cells)
