"""Biểu kết quả hoạt động: what was done, for whom, how much of it and for how much money, one row per activity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from poverty_evaluation.evaluation.blocks import Line, NumberForm, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
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
from poverty_evaluation.vocabulary.choices import FigureKind, Flow, TimeBasis
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
_NUMERATOR, _DENOMINATOR, _IN_WORDS = "numerator", "denominator", "money_in_words"


def activities_table(
    activities: pd.DataFrame, identity: str, title: str, context: EvaluationContext, total: IndicatorValue | None = None
) -> Table | None:
    """One row per activity, parts under their whole, the total of support last."""
    if activities.empty:
        return None
    rows: list[CellRow] = []
    position = 0
    inside = set(activities["activity_id"])
    shared = _shared_period(context, activities)
    for activity in _parts_after_wholes(activities):
        is_part = activity.part_of in inside
        position += 0 if is_part else 1
        rows.append(_activity_row(context, activity, position, is_part, not shared))
    if total is not None and len(rows) > 1:
        cells = {"activity": line(context.say(wording.TOTAL_SUPPORT)), "money": cell(context, total, MILLION)}
        rows.append(CellRow(cells, "total"))
    notes = (
        *([context.fill(wording.PERIOD_NOTE, period=shared)] if shared else []),
        *([context.fill(wording.COUNTED_ELSEWHERE_NOTE)] if any(_counted_elsewhere(activities)) else []),
    )
    dress = Dress(identity, title, wording.FROM_OFFICES, wording.MONEY_IN_MILLION, notes, unit_of="money")
    return table(context, dress, _COLUMNS, rows)


def is_counted_elsewhere(activity: Any) -> bool:
    """Whether an activity is a second telling of an event that another office counts."""
    return bool(activity.counted_under) and activity.counted_under != activity.organisation_code


def _counted_elsewhere(activities: pd.DataFrame) -> Iterator[bool]:
    return (is_counted_elsewhere(activity) for activity in activities.itertuples(index=False))


def _parts_after_wholes(activities: pd.DataFrame) -> Iterator[Any]:
    inside = set(activities["activity_id"])
    rows = list(activities.itertuples(index=False))
    for row in rows:
        if row.part_of not in inside:
            yield row
            yield from (part for part in rows if part.part_of == row.activity_id)


def _shared_period(context: EvaluationContext, activities: pd.DataFrame) -> str:
    """The period of all rows where they share one: it is told once, under the table."""
    periods = {_period(context, activity) for activity in activities.itertuples(index=False)}
    return periods.pop() if len(periods) == 1 and len(activities) > 1 else ""


def _activity_row(
    context: EvaluationContext, activity: Any, position: int, is_part: bool, with_period: bool
) -> CellRow:
    figures = _figures(context, activity.activity_id)
    money = figures.pop(FigureKind.MONEY, None)
    words = figures.pop(_IN_WORDS, None)
    group = activity.beneficiary_group
    label = context.label(activity)
    flow = Flow(activity.flow) if money is not None else Flow.NONE
    return CellRow(
        {
            "position": () if is_part else place_in_list(position),
            "activity": line(context.say(wording.PART, label=label) if is_part else label),
            "beneficiaries": line(context.name(group)) if group not in ("", "not_stated") else (),
            "result": told_results(context, figures),
            "money": cell(context, money, MILLION) if money is not None else (),
            "nature": line(context.say(wording.FLOWS[flow])),
            "remark": _remark(context, activity, words, with_period),
        },
        "part" if is_part else "body",
    )


def _figures(context: EvaluationContext, activity_id: str) -> dict[str, IndicatorValue]:
    """The figures of an activity by role, in the order in which they were sent."""
    rows = context.tables["activity_figures"]
    found = {}
    for row in rows[rows["activity_id"] == activity_id].itertuples(index=False):
        value = context.find("activity_figure", figure=row.figure_id)
        if value is not None:
            found[row.role] = value
    return found


def told_results(context: EvaluationContext, figures: Mapping[str, IndicatorValue]) -> Line:
    """What was reached, figure by figure; a numerator and its denominator stand together."""
    told: list[Line] = []
    denominator = figures.get(_DENOMINATOR)
    for role, value in figures.items():
        if role == _DENOMINATOR and _NUMERATOR in figures:
            continue
        numbers: Line = (_in_result(context, value),)
        if role == _NUMERATOR and denominator is not None:
            numbers = (*numbers, Text("/"), _in_result(context, denominator))
        told.append(_with_unit(context, role, value, numbers))
    return joined(told, "; ")


def _in_result(context: EvaluationContext, value: IndicatorValue) -> Any:
    """Bare digits; a rate of payment in whole đồng, since its unit follows."""
    return context.number(value, NumberForm.CELL, 1 if value.unit.startswith("vnd") else 0)


def _with_unit(context: EvaluationContext, role: str, value: IndicatorValue, numbers: Line) -> Line:
    """The unit, and in brackets the role where the unit does not already say it."""
    if value.unit == "ratio":
        return (*numbers, Text("%"))
    unit = context.of_two(value.unit_vi, value.unit_en)
    if role in (*FigureKind, _NUMERATOR, _DENOMINATOR):
        return context.fill(wording.FIGURE, numbers=numbers, unit=unit)
    name = context.name_of_role(role).lower()
    if name.removeprefix("số ") in unit.lower():
        return context.fill(wording.FIGURE, numbers=numbers, unit=unit)
    if unit.lower() in name:
        return context.fill(wording.FIGURE_BY_ROLE, numbers=numbers, role=name)
    return context.fill(wording.FIGURE_WITH_ROLE, numbers=numbers, unit=unit, role=name)


def _remark(context: EvaluationContext, activity: Any, words: IndicatorValue | None, with_period: bool) -> Line:
    """The period of the row where it is told, what is planned or only expected, what a cumulative figure grew by, the
    amount in words, and where a second telling is counted."""
    period = _period(context, activity) if with_period else ""
    told: list[Line] = [line(period if period not in context.label(activity) else "")]
    if activity.realisation in wording.REALISATIONS:
        told.append(context.fill(wording.REALISATIONS[activity.realisation]))
    told += _steps(context, activity.activity_id)
    if words is not None:
        form = NumberForm.WORDS if context.language == "vi" else NumberForm.TEXT
        told.append(context.fill(wording.IN_WORDS, words=context.number(words, form)))
    if is_counted_elsewhere(activity):
        told.append(context.fill(wording.COUNTED_UNDER, organisation=context.short_name(activity.counted_under)))
    return joined([one for one in told if one], "; ")


def _steps(context: EvaluationContext, activity_id: str) -> list[Line]:
    """What each cumulative figure of the row grew by since it was told before."""
    rows = context.tables["activity_figures"]
    told = []
    for row in rows[rows["activity_id"] == activity_id].itertuples(index=False):
        step = context.find("activity_figure_step", figure=row.figure_id)
        if step is not None:
            figure: Line = (context.number(step),)
            if not step.unit.startswith("vnd"):
                figure = context.fill(wording.FIGURE, numbers=figure, unit=context.of_two(step.unit_vi, step.unit_en))
            told.append(context.fill(wording.STEP, figure=figure))
    return told


def _period(context: EvaluationContext, activity: Any) -> str:
    """The dates of a row, its year, or that it adds up from the start; nothing where the office did not tell."""
    if activity.data_from and activity.data_to:
        start, end = str(activity.data_from)[:10], str(activity.data_to)[:10]
        if (start[4:], end[4:]) == ("-01-01", "-12-31") and start[:4] == end[:4]:
            return context.say(wording.IN_YEAR, year=start[:4])
        return context.say(wording.BETWEEN_DATES, from_date=context.day(start), to_date=context.day(end))
    if activity.time_basis == TimeBasis.SINCE_START:
        return context.say(wording.SINCE_START)
    return context.say(wording.YEAR_TO_DATE) if activity.time_basis == TimeBasis.YEAR_TO_DATE else ""
