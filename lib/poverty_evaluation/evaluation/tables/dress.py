"""Trình bày biểu: what every table has in common: columns that are numbered, and left out where nothing was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import Column, Line, NumberForm, Row, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Money in tables stands in million đồng.
MILLION = 10**6

#: What stands in a cell on which no figure was sent; never a zero.
NO_FIGURE: Line = (Text("…"),)

_LETTERS = "ABCDEFGH"
#: Numbers of chapters, appendices and components.
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column before it is known whether it is shown. formula names other columns: "{poor}/{total}×100". span: the
    heading over neighbouring columns of the same span."""

    key: str
    heading: Pattern
    align: str = "left"
    width: float = 1.0
    formula: str = ""
    of_figures: bool = False  # numbered (1), (2) …; columns of words are lettered (A), (B) …
    span: Pattern | None = None


POSITION = ColumnSpec("position", wording.POSITION, "center", 0.5)


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row by the keys of its columns; what is left out stays empty."""

    cells: Mapping[str, Line]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Dress:
    """What stands around a table."""

    id: str
    title: str
    source: Pattern
    unit: Pattern | None = None
    notes: tuple[Line, ...] = ()
    is_numbered: bool = True  # whether the row of column numbers is shown
    unit_of: str = ""  # the unit line goes with this column and vanishes with it


def table(context: EvaluationContext, dress: Dress, columns: Sequence[ColumnSpec], rows: Sequence[CellRow]) -> Table:
    """The table with the columns that hold something; a column without any figure is left out."""
    shown = [column for column in columns if any(_holds(row, column.key) for row in rows)]
    numbers = _numbers(shown) if dress.is_numbered else {}
    has_unit = dress.unit is not None and (not dress.unit_of or any(one.key == dress.unit_of for one in shown))
    body = tuple(Row(tuple(row.cells.get(column.key, ()) for column in shown), row.role) for row in rows)
    lacks_figures = any(cell == NO_FIGURE for row in body for cell in row.cells)
    return Table(
        id=dress.id,
        label="",
        title=dress.title,
        unit_line=context.say(dress.unit) if has_unit and dress.unit is not None else "",
        columns=tuple(
            Column(
                context.say(column.heading),
                column.align,
                numbers.get(column.key, ""),
                column.width,
                context.say(column.span) if column.span is not None else "",
            )
            for column in shown
        ),
        rows=body,
        source=context.say(dress.source),
        notes=(*dress.notes, *([context.fill(wording.NO_FIGURE_NOTE)] if lacks_figures else [])),
    )


def cell(context: EvaluationContext, value: IndicatorValue | None, money_scale: int = 0) -> Line:
    """A number in a cell; what was not sent is marked, never shown as nothing."""
    return NO_FIGURE if value is None else (context.number(value, NumberForm.CELL, money_scale),)


def place_in_list(position: int) -> Line:
    """The running number of a row."""
    return line(str(position))


def _holds(row: CellRow, key: str) -> bool:
    return row.cells.get(key, ()) not in ((), NO_FIGURE)


def _numbers(columns: Sequence[ColumnSpec]) -> dict[str, str]:
    """(A), (B) … for words, (1), (2) … for figures, with the formula where all its columns are shown."""
    plain: dict[str, str] = {}
    letters, figures = iter(_LETTERS), 0
    for column in columns:
        if column.of_figures:
            figures += 1
            plain[column.key] = f"({figures})"
        else:
            plain[column.key] = f"({next(letters)})"
    return {column.key: plain[column.key] + _formula(column, plain) for column in columns}


def _formula(column: ColumnSpec, plain: Mapping[str, str]) -> str:
    if not column.formula:
        return ""
    try:
        return "=" + column.formula.format(**plain)
    except KeyError:
        return ""
