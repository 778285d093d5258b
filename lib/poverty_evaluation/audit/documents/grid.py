"""Lưới bảng: the rows and columns of a table whose cells reach over several of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from poverty_evaluation.audit.documents.draft import Cell

#: No table is wider, no cell taller, and no more cells that reach down are remembered.
WIDEST, TALLEST, _MOST_REACHING = 200, 2000, 64


@dataclass(slots=True)
class Grid:
    """A table being read. reaching: cells that go on below, as (first column, behind the last, behind the last row)."""

    cells: list[Cell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    reaching: list[tuple[int, int, int]] = field(default_factory=list)
    spans: tuple[int, int] | None = None  # of the cell that is being read

    def next_row(self) -> None:
        """A row begins."""
        self.row, self.column = self.row + 1, 0
        self.reaching = [span for span in self.reaching if span[2] > self.row]

    def open_cell(self, rows: int, columns: int) -> None:
        """A cell begins, at the next place that none from above fills."""
        self.row = max(self.row, 0)
        for first, behind, _ in sorted(self.reaching):
            if first <= self.column < behind:
                self.column = behind
        self.spans = (rows, columns)

    def close_cell(self, words: str) -> None:
        """The cell ends; these are its words."""
        if self.spans is None:
            return
        rows, columns = self.spans
        self.cells.append(Cell(words, self.row, self.column, rows, columns))
        if rows > 1 and len(self.reaching) < _MOST_REACHING and self.column < WIDEST:
            self.reaching.append((self.column, self.column + columns, self.row + rows))
        self.column, self.spans = self.column + columns, None
