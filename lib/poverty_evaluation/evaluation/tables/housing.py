"""Biểu hỗ trợ nhà ở: by ward and commune where the offices told the place, otherwise by what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import (
    IN_WORDS,
    MONEY,
    MONEY_COLUMNS,
    MONEY_HEADS,
    Heads,
    Told,
    name_of_place,
    place_name,
    results,
    short_remark,
    told_of_subject,
    total_notes,
    total_row,
    under_heads,
    with_unit,
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
from poverty_evaluation.evaluation.wording import housing as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.values import IndicatorValue

_HOUSE = "house"
_FIGURES = (
    ColumnSpec(roles.ITEMS, wording.HOUSES, "right", 0.8, of_figures=True),
    ColumnSpec(roles.NEW_BUILT, wording.NEW_BUILT, "right", 0.8, of_figures=True),
    ColumnSpec(roles.REPAIRED, wording.REPAIRED, "right", 0.8, of_figures=True),
    ColumnSpec(roles.HOUSEHOLDS, shared.HOUSEHOLDS, "right", 0.8, of_figures=True),
    *MONEY_COLUMNS,
    ColumnSpec("remark", table_wording.REMARK, "left", 1.4),
)
_HEADS: Heads = {
    roles.ITEMS: (wording.HOUSES_HEAD, shared.ALL),
    roles.NEW_BUILT: (wording.HOUSES_HEAD, wording.NEW_BUILT_SHORT),
    roles.REPAIRED: (wording.HOUSES_HEAD, wording.REPAIRED_SHORT),
    **MONEY_HEADS,
}
_ROLES = tuple(column.key for column in _FIGURES if column.of_figures)
_BY_WARD = (POSITION, ColumnSpec("name", wording.WARD, "left", 1.6), *_FIGURES)
_BY_CONTENT = (
    POSITION,
    ColumnSpec("name", wording.CONTENT, "left", 1.8),
    ColumnSpec("organisation", shared.CARRIED_OUT_BY, "left", 1.1),
    *_FIGURES,
)


def housing_table(context: EvaluationContext) -> Table | None:
    """The total first, then wards and communes, or what was done where no place was told."""
    told = told_of_subject(context, MeasureSubject.HOUSING)
    if not told:
        return None
    places = _places(context)
    rows = _ward_rows(context, places, told) if places else _content_rows(context, told)
    notes = [*total_notes(context, rows, told)]
    if any(row.role == "total" for row in rows):
        notes.insert(0, context.fill(wording.TOTAL_NOTE))
    title = context.say(wording.HOUSING_BY_WARD if places else wording.HOUSING)
    dress = Dress(
        "housing", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, tuple(notes), unit_of=MONEY
    )
    return table(context, dress, under_heads(_BY_WARD if places else _BY_CONTENT, _HEADS, rows), rows)


def _places(context: EvaluationContext) -> list[str]:
    """The wards and communes that figures were told of, by code."""
    values = [*context.of_indicator("housing_figures"), *context.of_indicator("housing_money")]
    return sorted({value.dimensions["place"] for value in values} - {context.place_code})


def _ward_rows(context: EvaluationContext, places: Sequence[str], told: Sequence[Told]) -> list[CellRow]:
    """The total, each ward, what was told of no ward, and what is planned or expected."""
    rows = _total(context)
    for position, code in enumerate(places, 1):
        rows.append(_place(context, code, name_of_place(context, code), place_in_list(position)))
    rest = _place(context, context.place_code, context.say(wording.NOT_BY_WARD), ())
    if rest.cells.keys() - {"name", "position"}:
        rows.append(rest)
    for one in told:
        if not one.is_done:
            rows += _content(context, one, ())
    return rows


def _content_rows(context: EvaluationContext, told: Sequence[Told]) -> list[CellRow]:
    rows = _total(context) if len([one for one in told if one.is_done]) > 1 else []
    for position, one in enumerate(told, 1):
        rows += _content(context, one, place_in_list(position))
    return rows


def _total(context: EvaluationContext) -> list[CellRow]:
    subject = str(MeasureSubject.HOUSING)
    figures = [
        value for value in context.of_indicator("subject_figures") if value.dimensions["subject"] == subject
    ]  # fmt: skip
    money = context.find("subject_money", subject=subject)
    return total_row(_sums(context, context.say(shared.TOTAL), figures, money, "total").cells, "name")


def _place(context: EvaluationContext, code: str, name: str, position: Line) -> CellRow:
    figures = [value for value in context.of_indicator("housing_figures") if value.dimensions["place"] == code]
    row = _sums(context, name, figures, context.find("housing_money", place=code), "body")
    return CellRow({**row.cells, "position": position}, row.role)


def _sums(
    context: EvaluationContext, name: str, figures: Sequence[IndicatorValue], money: IndicatorValue | None, role: str
) -> CellRow:
    """A row of sums; what was told in several units stands unit by unit."""
    cells: dict[str, Line] = {"name": line(name)}
    for column in _ROLES:
        told = [value for value in figures if value.dimensions["role"] == column and _fits(column, value)]
        if told:
            cells[column] = joined([_number(context, column, value) for value in told], "; ")
    if money is not None:
        cells[MONEY] = cell(context, money, MILLION)
    return CellRow(cells, role)


def _fits(column: str, value: IndicatorValue) -> bool:
    """Whether a figure is one of houses; bags of cement are told in the notes."""
    return column != roles.ITEMS or value.unit == _HOUSE


def _number(context: EvaluationContext, column: str, value: IndicatorValue) -> Line:
    """Bare digits; with the unit where the column is headed by another."""
    if column not in roles.KINDS_OF_HOUSES or value.unit == _HOUSE:
        return cell(context, value, MILLION)
    return with_unit(context, value)


def _content(context: EvaluationContext, one: Told, position: Line, is_part: bool = False) -> Iterator[CellRow]:
    """What was done, then its parts."""
    shown = {role: one.figures[role] for role in _ROLES if role in one.figures and _fits(role, one.figures[role])}
    others = {role: value for role, value in one.figures.items() if role not in shown and role != IN_WORDS}
    label, place = context.label(one.row), place_name(context, one.row)
    cells: dict[str, Line] = {role: _number(context, role, value) for role, value in shown.items()}
    remarks = [results(context, others), line(place), short_remark(context, one.row, one.figures.get(IN_WORDS))]
    cells |= {
        "position": position,
        "name": line(context.say(table_wording.PART, label=label) if is_part else label),
        "organisation": () if is_part else line(context.short_name(one.row.organisation_code)),
        "remark": joined([told for told in remarks if told], "; "),
    }
    yield CellRow(cells, "part" if is_part else "body")
    for part in one.parts:
        yield from _content(context, part, (), is_part=True)
