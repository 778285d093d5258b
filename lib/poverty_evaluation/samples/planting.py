"""Mâu thuẫn cài sẵn: cells of the sample that contradict others on purpose, and the list that documents them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Row = dict[str, str]


Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """Phát hiện kéo theo: another finding that a spoilt cell raises, and the cell at which it stands."""

    severity: str
    kind: str
    key: Key
    column: str


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted contradiction: the cell, which finding it must raise and why. found_key, found_column: the cell at
    which the finding stands, where that is not the spoilt one; echoes: what else it raises."""

    place: str
    period: str
    table: str
    key: Key
    column: str
    severity: str
    kind: str
    why_vi: str
    why_en: str
    found_key: Key = ()
    found_column: str = ""
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A plant with the line it ended on, the line of its finding and the text that stands there."""

    plant: Plant
    row: int
    found_row: int
    echo_rows: tuple[int, ...]
    instead_of: str
    text: str


def put(rows: Sequence[Row], plant: Plant, spoil: Callable[[str], str]) -> Planted:
    """Spoils the one cell that has the key; the row number counts the heading as row 1."""
    number = _number(rows, plant.key)
    row = rows[number - 2]
    before = row[plant.column]
    row[plant.column] = spoil(before)
    found_row = _number(rows, plant.found_key) if plant.found_key else number
    also = tuple(_number(rows, echo.key) for echo in plant.echoes)
    return Planted(plant, number, found_row, also, before, row[plant.column])


def _number(rows: Sequence[Row], key: Key) -> int:
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
    own = Echo(plant.severity, plant.kind, (), plant.found_column or plant.column)
    echoes = zip(plant.echoes, planted.echo_rows, strict=True)
    return [_line(planted, echo, row) for echo, row in ((own, planted.found_row), *echoes)]


def _line(planted: Planted, found: Echo, found_row: int) -> Row:
    plant = planted.plant
    return {
        "place": plant.place,
        "period": plant.period,
        "file": f"{plant.table}.csv",
        "row": str(planted.row),
        "column": plant.column,
        "as_sent": planted.text,
        "consistent_value": planted.instead_of,
        "severity": found.severity,
        "kind": found.kind,
        "finding_row": str(found_row),
        "finding_column": found.column,
        "why_vi": plant.why_vi,
        "why_en": plant.why_en,
    }
