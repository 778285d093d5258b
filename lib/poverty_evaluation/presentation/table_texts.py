"""Chữ trong bảng in: what the columns of a printed table hold, whether an upright page is wide enough for them, and
which rows stay together, the same for the PDF and for Word."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.evaluation.blocks import Row, Table, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.columns import ColumnText, fits

#: Rows at the beginning and at the end of a table that stay together.
FIRST_ROWS = LAST_ROWS = 2

_LEGIBLE = 9.0  # points; a table that needs smaller letters stands on a turned page


def column_texts(block: Table, language: str) -> list[ColumnText]:
    """What the columns hold; numbers are never broken."""
    texts = [_plain_cells(block, place, language) for place in range(len(block.columns))]
    return [
        ColumnText(column.heading, cells, column.align == "right", column.width, column.number)
        for column, cells in zip(block.columns, texts, strict=True)
    ]


def is_too_wide(block: Table, language: str, room_mm: float) -> bool:
    """Whether a page would need letters that are too small to read."""
    return not fits(column_texts(block, language), room_mm, _LEGIBLE)


def last_rows(rows: Sequence[Row]) -> int:
    """How many rows stay together at the end: two, and the heads of groups right before them."""
    last = LAST_ROWS
    while last < len(rows) and rows[-last - 1].role == "group":
        last += 1
    return last


def _plain_cells(block: Table, place: int, language: str) -> tuple[str, ...]:
    """The texts of one column, those of group rows left out since they run over the columns beside."""
    rows = [row for row in block.rows if row.role != "group" and place < len(row.cells)]
    return tuple(
        "".join(
            part.text if isinstance(part, Text) else formatting.write(part, language) + formatting.mark(part)
            for part in row.cells[place]
        )
        for row in rows
    )
