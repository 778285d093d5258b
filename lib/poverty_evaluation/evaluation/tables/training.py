"""Biểu tập huấn, truyền thông, kiểm tra, giám sát: what was held, how many took part, what it cost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import (
    IN_WORDS,
    MONEY,
    Told,
    heading,
    place_name,
    results,
    short_remark,
    told_of_subject,
    total_notes,
    with_unit,
)
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import activities as shared
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.evaluation.wording import training as wording
from poverty_evaluation.reference import SUBJECT_NAMES, MeasureSubject
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.choices import FigureKind

_SUBJECTS = (MeasureSubject.TRAINING, MeasureSubject.COMMUNICATION, MeasureSubject.INSPECTION)
_HELD, _TOOK_PART = (roles.CLASSES, roles.ITEMS), (roles.PARTICIPANTS, str(FigureKind.PERSONS))
_COLUMNS = (
    POSITION,
    ColumnSpec("activity", wording.ACTIVITY, "left", 2.2),
    ColumnSpec("organisation", shared.CARRIED_OUT_BY, "left", 1.1),
    ColumnSpec("quantity", wording.QUANTITY, "left", 1.1, of_figures=True),
    ColumnSpec("participants", wording.PARTICIPANTS, "left", 1.1, of_figures=True),
    ColumnSpec("money", wording.MONEY, "right", 0.9, of_figures=True),
    ColumnSpec("remark", table_wording.REMARK, "left", 1.6),
)


def training_table(context: EvaluationContext) -> Table | None:
    """Training, communication, inspection: each a group with its sums, then the activities."""
    rows: list[CellRow] = []
    everything: list[Told] = []
    groups = 0
    for subject in _SUBJECTS:
        told = told_of_subject(context, subject)
        if not told:
            continue
        everything += told
        groups += 1
        rows.append(_group(context, subject, groups, told))
        for position, one in enumerate(told, 1):
            rows += _rows(context, one, place_in_list(position))
    if not rows:
        return None
    notes = (context.fill(wording.TOTAL_NOTE), *total_notes(context, rows, everything))
    title = context.say(wording.TRAINING)
    dress = Dress("training", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, notes, unit_of="money")
    return table(context, dress, _COLUMNS, rows)


def _group(context: EvaluationContext, subject: MeasureSubject, number: int, told: Sequence[Told]) -> CellRow:
    cells: dict[str, Line] = {
        "position": line(ROMAN[number]),
        "activity": line(context.of_two(*SUBJECT_NAMES[subject])),
    }
    for column in ("quantity", "participants"):
        cells[column] = _sums(context, subject, column, told)
    money = context.find("subject_money", subject=str(subject))
    if money is not None:
        cells["money"] = cell(context, money, MILLION)
    return heading(cells, "activity")


def _sums(context: EvaluationContext, subject: MeasureSubject, column: str, told: Sequence[Told]) -> Line:
    """The sums of a column unit by unit; none where one unit is told in two roles, which may be one thing told twice.
    What stands in one column of some rows and in the other of others is not added up."""
    columns: dict[tuple[str, str], set[str]] = {}
    for one in (one for root in told for one in root.with_parts()):
        for role, where in _columns_of(one.figures).items():
            columns.setdefault((role, one.figures[role].unit), set()).add(where)
    values = [
        value
        for value in context.of_indicator("subject_figures")
        if value.dimensions["subject"] == str(subject)
        and columns.get((value.dimensions["role"], value.unit)) == {column}
    ]
    if len({value.unit for value in values}) < len(values):
        return ()
    return joined([with_unit(context, value) for value in values], "; ")


def _columns_of(figures: Collection[str]) -> dict[str, str]:
    """The column of each figure of an activity. Occurrences are those of the participants where classes were told
    beside them, otherwise what was held."""
    columns = {role: "quantity" for role in _HELD if role in figures}
    occurrences = "participants" if columns else "quantity"
    columns |= {role: "participants" for role in _TOOK_PART if role in figures}
    return columns | ({str(FigureKind.OCCURRENCES): occurrences} if FigureKind.OCCURRENCES in figures else {})


def _rows(context: EvaluationContext, one: Told, position: Line, is_part: bool = False) -> Iterator[CellRow]:
    """An activity, then its parts."""
    figures = {role: value for role, value in one.figures.items() if role != IN_WORDS}
    money = figures.pop(MONEY, None)
    shown: dict[str, list[Line]] = {"quantity": [], "participants": []}
    for role, column in _columns_of(figures).items():
        shown[column].append(with_unit(context, figures.pop(role)))
    others = [results(context, figures), line(place_name(context, one.row))]
    label = context.label(one.row)
    cells: dict[str, Line] = {
        "position": position,
        "activity": line(context.say(table_wording.PART, label=label) if is_part else label),
        "organisation": () if is_part else line(context.short_name(one.row.organisation_code)),
        **{column: joined(told, "; ") for column, told in shown.items()},
        "remark": joined(
            [told for told in (*others, short_remark(context, one.row, one.figures.get(IN_WORDS))) if told], "; "
        ),
    }
    if money is not None:
        cells["money"] = cell(context, money, MILLION)
    yield CellRow(cells, "part" if is_part else "body")
    for part in one.parts:
        yield from _rows(context, part, (), is_part=True)
