"""Nguồn của một con số: the cell somebody sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SourceCell:
    """One received cell.

    file: path below the data root, with "/"; sheet: "" for CSV; row: 1-based line of the sheet, the heading
    being row 1; column: the heading as received; text: the cell as received. `document_line` is the line of the
    document the figure was taken from, where that is known (it is shown to readers, not exported).
    """

    file: str
    sheet: str
    row: int
    column: str
    text: str
    document_line: int | None = None

    def to_plain(self) -> dict[str, str | int]:
        """The five exported parts, as `indicators.csv` prints them."""
        return {"file": self.file, "sheet": self.sheet, "row": self.row, "column": self.column, "text": self.text}

    def where_vi(self) -> str:
        sheet = f", trang tính {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}, dòng {self.row}, cột {self.column}"

    def where_en(self) -> str:
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}, row {self.row}, column {self.column}"
