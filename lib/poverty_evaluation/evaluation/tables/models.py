"""Biểu mô hình, dự án sinh kế: where, how many households of which class, and who paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.tables.activity_cells import (
    IN_WORDS,
    MONEY,
    MONEY_COLUMNS,
    MONEY_HEADS,
    Heads,
    Told,
    place_name,
    results,
    short_remark,
    told_of_subject,
    total_notes,
    total_row,
    under_heads,
)
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    POSITION,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import activities as shared
from poverty_evaluation.evaluation.wording import models as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    POSITION,
    ColumnSpec("model", wording.MODEL, "left", 3.0),
    ColumnSpec("place", wording.PLACE, "left", 1.1),
    ColumnSpec("quantity", wording.QUANTITY, "left", 1.2),
    ColumnSpec(roles.HOUSEHOLDS, wording.HOUSEHOLDS, "right", 0.9, of_figures=True),
    ColumnSpec(roles.POOR_AMONG, wording.POOR, "right", 0.8, of_figures=True),
    ColumnSpec(roles.NEAR_POOR_AMONG, wording.NEAR_POOR, "right", 0.8, of_figures=True),
    ColumnSpec(roles.NEWLY_ESCAPED_AMONG, wording.NEWLY_ESCAPED, "right", 0.9, of_figures=True),
    *MONEY_COLUMNS,
    ColumnSpec("remark", table_wording.REMARK, "left", 1.3),
)
_HEADS: Heads = {
    roles.HOUSEHOLDS: (wording.HOUSEHOLDS_HEAD, shared.ALL),
    roles.POOR_AMONG: (wording.HOUSEHOLDS_HEAD, wording.POOR_SHORT),
    roles.NEAR_POOR_AMONG: (wording.HOUSEHOLDS_HEAD, wording.NEAR_POOR_SHORT),
    roles.NEWLY_ESCAPED_AMONG: (wording.HOUSEHOLDS_HEAD, wording.NEWLY_ESCAPED_SHORT),
    **MONEY_HEADS,
}
_FIGURES = tuple(column.key for column in _COLUMNS if column.of_figures)
#: The column of a part that tells of one class of poverty, by its beneficiary group.
_COLUMN_OF_CLASS: Mapping[str, str] = {
    "poor": roles.POOR_AMONG,
    "near_poor": roles.NEAR_POOR_AMONG,
    "newly_escaped": roles.NEWLY_ESCAPED_AMONG,
}


def models_table(context: EvaluationContext) -> Table | None:
    """One row per model with its parts, the total first where several models can be added up."""
    told = told_of_subject(context, MeasureSubject.MODEL)
    if not told:
        return None
    rows: list[CellRow] = []
    if len([one for one in told if one.is_done]) > 1:
        read_from_parts = {column for one in told for column in _classes_of_parts(one)}
        rows += _total(context, [role for role in _FIGURES if role not in read_from_parts])
    for position, one in enumerate(told, 1):
        rows += _rows(context, one, place_in_list(position))
    has_total = any(row.role == "total" for row in rows)
    notes = (
        *([context.fill(wording.TOTAL_NOTE)] if has_total else []),
        *total_notes(context, rows, told),
    )
    title = context.say(wording.MODELS)
    dress = Dress("models", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, notes, unit_of=MONEY)
    return table(context, dress, under_heads(_COLUMNS, _HEADS, rows), rows)


def _total(context: EvaluationContext, added: Iterable[str]) -> list[CellRow]:
    """The sums of the columns whose figures were told by the models themselves."""
    cells: dict[str, Line] = {"model": line(context.say(shared.TOTAL))}
    for role in added:
        value = _total_of(context, role)
        if value is not None:
            cells[role] = cell(context, value, MILLION)
    return total_row(cells, "model")


def _total_of(context: EvaluationContext, role: str) -> IndicatorValue | None:
    subject = str(MeasureSubject.MODEL)
    if role == MONEY:
        return context.find("subject_money", subject=subject)
    unit = "household" if role in (roles.HOUSEHOLDS, *roles.CLASSES_AMONG) else "vnd"
    return context.find("subject_figures", subject=subject, role=role, unit=unit)


def _rows(context: EvaluationContext, one: Told, position: Line, is_part: bool = False) -> Iterator[CellRow]:
    """A model, then its parts; the classes of its households are also read from parts that tell of one class each."""
    figures = {role: value for role, value in one.figures.items() if role != IN_WORDS}
    shown = {role: figures.pop(role) for role in _FIGURES if role in figures}
    shown = {**_classes_of_parts(one), **shown}
    label = context.label(one.row)
    cells: dict[str, Line] = {role: cell(context, value, MILLION) for role, value in shown.items()}
    cells |= {
        "position": position,
        "model": line(context.say(table_wording.PART, label=label) if is_part else label),
        "place": line(place_name(context, one.row)),
        "quantity": results(context, figures),
        "remark": short_remark(context, one.row, one.figures.get(IN_WORDS)),
    }
    yield CellRow(cells, "part" if is_part else "body")
    for part in one.parts:
        yield from _rows(context, part, (), is_part=True)


def _classes_of_parts(one: Told) -> dict[str, IndicatorValue]:
    """The households of each class, where a part tells of one class alone."""
    return {
        _COLUMN_OF_CLASS[part.row.beneficiary_group]: part.figures[roles.HOUSEHOLDS]
        for part in reversed(one.parts)
        if part.row.beneficiary_group in _COLUMN_OF_CLASS and roles.HOUSEHOLDS in part.figures
    }
