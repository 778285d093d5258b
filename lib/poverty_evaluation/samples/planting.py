"""Mâu thuẫn cài sẵn: cells of the sample that contradict others on purpose, and the list that documents them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted contradiction: the cell, which finding it must raise and why. found_key, found_column: the cell at
    which the finding stands, where that is not the spoilt one; also_found: cells at which it raises the same again."""

    place: str
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
    also_found: tuple[tuple[tuple[tuple[str, str], ...], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A plant with the line it ended on, the line of its finding and the text that stands there."""

    plant: Plant
    row: int
    found_row: int
    also_found_rows: tuple[int, ...]
    instead_of: str
    text: str


def put(rows: Sequence[Row], plant: Plant, spoil: Callable[[str], str]) -> Planted:
    """Spoils the one cell that has the key; the row number counts the heading as row 1."""
    number = _number(rows, plant.key)
    row = rows[number - 2]
    before = row[plant.column]
    row[plant.column] = spoil(before)
    found_row = _number(rows, plant.found_key) if plant.found_key else number
    also = tuple(_number(rows, key) for key, _ in plant.also_found)
    return Planted(plant, number, found_row, also, before, row[plant.column])


def _number(rows: Sequence[Row], key: tuple[tuple[str, str], ...]) -> int:
    (number,) = (
        position for position, row in enumerate(rows, 2) if all(row.get(column, "") == value for column, value in key)
    )
    return number


PLANTED_COLUMNS = (
    "place", "period", "file", "row", "column", "as_sent", "consistent_value", "severity", "kind", "finding_row",
    "finding_column", "why_vi", "why_en",
)  # fmt: skip


def planted_rows(planted: Planted) -> list[Row]:
    """The lines of planted.csv: one for each finding that a spoilt cell raises."""
    plant = planted.plant
    places = [(planted.found_row, plant.found_column or plant.column)]
    places += [(row, column) for row, (_, column) in zip(planted.also_found_rows, plant.also_found, strict=True)]
    return [_line(planted, row, column) for row, column in places]


def _line(planted: Planted, found_row: int, found_column: str) -> Row:
    plant = planted.plant
    return {
        "place": plant.place,
        "period": plant.period,
        "file": f"{plant.table}.csv",
        "row": str(planted.row),
        "column": plant.column,
        "as_sent": planted.text,
        "consistent_value": planted.instead_of,
        "severity": plant.severity,
        "kind": plant.kind,
        "finding_row": str(found_row),
        "finding_column": found_column,
        "why_vi": plant.why_vi,
        "why_en": plant.why_en,
    }
