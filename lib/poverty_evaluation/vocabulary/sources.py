"""Nguồn của một con số: the cell somebody sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson

from poverty_evaluation.vocabulary.json_text import on_one_line

#: Many values rest on the same cells: one object serves them all.
_REMEMBERED = 20_000


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


def source_to_json(cell: SourceCell) -> str:
    """A source cell as the text that a column of a table holds."""
    return on_one_line({**cell.to_plain(), "document_line": cell.document_line})


@lru_cache(_REMEMBERED)
def source_from_json(text: str) -> SourceCell:
    """The inverse of `source_to_json`."""
    return SourceCell(**orjson.loads(text))


def source_from_plain(plain: Mapping[str, Any]) -> SourceCell:
    """The cell of a JSON object with its parts. TypeError on one that has others."""
    return _source(**plain)


_source = lru_cache(_REMEMBERED)(SourceCell)
