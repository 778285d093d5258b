"""Biểu kết quả hoạt động: what was done, for whom, how much of it and for how much money, one row per activity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.tables.activity_cells import (
    IN_WORDS,
    Told,
    figures_of,
    is_counted_elsewhere,
    period_of,
    remark,
    results,
    total_notes,
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
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary.choices import FigureKind, Flow
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    POSITION,
    ColumnSpec("activity", wording.ACTIVITY, "left", 1.4),
    ColumnSpec("beneficiaries", wording.BENEFICIARIES, "left", 1.2),
    ColumnSpec("result", wording.RESULT, "left", 2.0, of_figures=True),
    ColumnSpec("money", wording.MONEY, "right", 1.2, of_figures=True),
    ColumnSpec("nature", wording.NATURE, "left", 2.0),
    ColumnSpec("remark", wording.REMARK, "left", 1.6),
)


def activities_table(
    activities: pd.DataFrame, identity: str, title: str, context: EvaluationContext, total: IndicatorValue | None = None
) -> Table | None:
    """One row per activity, parts under their whole, the total of support last; houses by ward have a table of their
    own."""
    if activities.empty:
        return None
    rows: list[CellRow] = []
    position = 0
    inside = set(activities["activity_id"])
    shared = _shared_period(context, activities)
    by_ward = {row.activity_id for row in rows_of(activities) if _is_told_by_ward(context, row)}
    for activity in _parts_after_wholes(activities):
        if activity.activity_id in by_ward:
            continue
        is_part = activity.part_of in inside
        position += 0 if is_part else 1
        rows.append(_activity_row(context, activity, position, is_part, not shared))
    if total is not None and len(rows) > 1:
        cells = {"activity": line(context.say(wording.TOTAL_SUPPORT)), "money": cell(context, total, MILLION)}
        rows.append(CellRow(cells, "total"))
    notes = (
        *([context.fill(wording.PERIOD_NOTE, period=shared)] if shared else []),
        *([context.fill(wording.BY_WARD_NOTE)] if by_ward else []),
        *([context.fill(wording.COUNTED_ELSEWHERE_NOTE)] if any(_counted_elsewhere(activities)) else []),
        *total_notes(context, rows, [Told(row, {}) for row in rows_of(activities)]),
    )
    dress = Dress(identity, title, wording.FROM_OFFICES, wording.MONEY_IN_MILLION, notes, unit_of="money")
    return table(context, dress, _COLUMNS, rows)


def _is_told_by_ward(context: EvaluationContext, activity: Any) -> bool:
    """Whether a row is the share of a ward in what was done on houses."""
    is_share = bool(activity.part_of and activity.place_code) and activity.place_code != context.place_code
    return is_share and context.reference.measures[activity.measure_code].subject is MeasureSubject.HOUSING


def _counted_elsewhere(activities: pd.DataFrame) -> Iterator[bool]:
    return (is_counted_elsewhere(activity) for activity in rows_of(activities))


def _parts_after_wholes(activities: pd.DataFrame) -> Iterator[Any]:
    inside = set(activities["activity_id"])
    rows = rows_of(activities)

    def with_parts(row: Any) -> Iterator[Any]:
        yield row
        for part in (part for part in rows if part.part_of == row.activity_id):
            yield from with_parts(part)

    for row in rows:
        if row.part_of not in inside:
            yield from with_parts(row)


def _shared_period(context: EvaluationContext, activities: pd.DataFrame) -> str:
    """The period of all rows where they share one: it is told once, under the table."""
    periods = {period_of(context, activity) for activity in rows_of(activities)}
    return periods.pop() if len(periods) == 1 and len(activities) > 1 else ""


def _activity_row(
    context: EvaluationContext, activity: Any, position: int, is_part: bool, with_period: bool
) -> CellRow:
    figures = figures_of(context, activity.activity_id)
    money = figures.pop(FigureKind.MONEY, None)
    words = figures.pop(IN_WORDS, None)
    group = activity.beneficiary_group
    label = context.label(activity)
    flow = Flow(activity.flow) if money is not None else Flow.NONE
    return CellRow(
        {
            "position": () if is_part else place_in_list(position),
            "activity": line(context.say(wording.PART, label=label) if is_part else label),
            "beneficiaries": line(context.name(group)) if group not in ("", "not_stated") else (),
            "result": results(context, figures),
            "money": cell(context, money, MILLION) if money is not None else (),
            "nature": line(context.say(wording.FLOWS[flow])),
            "remark": remark(context, activity, words, with_period),
        },
        "part" if is_part else "body",
    )
