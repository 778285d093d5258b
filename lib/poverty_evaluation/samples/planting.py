"""Mâu thuẫn cài sẵn: cells of the sample that contradict others on purpose, and the list that documents them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted contradiction: the cell, which finding it must raise and why. found_key, found_column: the cell at
    which the finding stands, where that is not the spoilt one."""

    period: str
    table: str
    key: tuple[tuple[str, str], ...]
    column: str
    severity: str
    kind: str
    why_vi: str
    why_en: str
    found_key: tuple[tuple[str, str], ...] = ()
    found_column: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """A plant with the line it ended on, the line of its finding and the text that stands there."""

    plant: Plant
    row: int
    found_row: int
    instead_of: str
    text: str


def put(rows: Sequence[Row], plant: Plant, spoil: Callable[[str], str]) -> Planted:
    """Spoils the one cell that has the key; the row number counts the heading as row 1."""
    number = _number(rows, plant.key)
    row = rows[number - 2]
    before = row[plant.column]
    row[plant.column] = spoil(before)
    found_row = _number(rows, plant.found_key) if plant.found_key else number
    return Planted(plant, number, found_row, before, row[plant.column])


def _number(rows: Sequence[Row], key: tuple[tuple[str, str], ...]) -> int:
    (number,) = (
        position for position, row in enumerate(rows, 2) if all(row.get(column, "") == value for column, value in key)
    )
    return number


PLANTED_COLUMNS = (
    "period", "file", "row", "column", "as_sent", "consistent_value", "severity", "kind", "finding_row",
    "finding_column", "why_vi", "why_en",
)  # fmt: skip


def planted_row(planted: Planted) -> Row:
    """One line of planted.csv."""
    plant = planted.plant
    return {
        "period": plant.period,
        "file": f"{plant.table}.csv",
        "row": str(planted.row),
        "column": plant.column,
        "as_sent": planted.text,
        "consistent_value": planted.instead_of,
        "severity": plant.severity,
        "kind": plant.kind,
        "finding_row": str(planted.found_row),
        "finding_column": plant.found_column or plant.column,
        "why_vi": plant.why_vi,
        "why_en": plant.why_en,
    }
