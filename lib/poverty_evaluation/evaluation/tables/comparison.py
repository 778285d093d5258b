"""Biểu thực hiện mục tiêu, chỉ tiêu: what was asked or planned, what was done a year before, what was done and what is
expected now, and what these are of one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.compared_things import (
    ComparedThing,
    compared_things,
    comparison_of,
    is_compared,
    name_of,
    same_period_of,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.dress import (
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.tables.targets import assess, completion_cell, reached
from poverty_evaluation.evaluation.wording import comparison as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.vocabulary.choices import Realisation, ValueStatus
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_YEAR_END = "-12-31"
#: What the table may hold, the first of which where an outline does not choose.
ALL, TARGETS, ACTIVITIES = PARTS = ("all", "targets", "activities")


def target_comparison_table(context: EvaluationContext, of: str = ALL) -> Table | None:
    """The targets of the period, then the activities that have a plan or were told a year before; or one of the two."""
    things = compared_things(context)
    targets = list(_target_rows(context, things))
    told = {figure for figures, _ in targets for figure in figures}
    others = [thing for thing in things.values() if not told & {value.id for value in thing.figures}]
    compared = [thing for thing in others if is_compared(context, thing)]
    parts = {
        TARGETS: (wording.TARGETS, [cells for _, cells in targets]),
        ACTIVITIES: (wording.ACTIVITIES, [_activity_row(context, thing, compared) for thing in compared]),
    }
    held = [(heading, rows) for part, (heading, rows) in parts.items() if rows and of in (part, ALL)]
    rows: list[CellRow] = []
    for number, (heading, members) in enumerate(held, 1):
        if len(held) > 1:
            rows.append(CellRow({"position": line(ROMAN[number]), "label": line(context.say(heading))}, "group"))
        for position, cells in enumerate(members, 1):
            rows.append(CellRow({"position": place_in_list(position), **cells}))
    if not rows:
        return None
    dress = Dress(
        "target_comparison" if of == ALL else f"target_comparison_{of}",
        context.say(wording.TITLES[of]),
        table_wording.COMPUTED_FROM_OFFICES,
        notes=(context.fill(wording.NOTE),) if targets and of != ACTIVITIES else (),
    )
    return table(context, dress, _columns(context, list(things.values())), rows)


def _columns(context: EvaluationContext, things: Sequence[ComparedThing]) -> tuple[ColumnSpec, ...]:
    days = {thing.day(Realisation.EXPECTED) for thing in things if thing.expected is not None}
    of_year = bool(days) and all(day.endswith(_YEAR_END) for day in days)
    by_expected = any(same_period_of(context, thing)[1] for thing in things)
    return (
        POSITION,
        ColumnSpec("label", wording.LABEL, "left", 3.0),
        ColumnSpec("unit", wording.UNIT, "left", 0.7),
        ColumnSpec("asked", wording.ASKED, "right", 1.0, of_figures=True),
        ColumnSpec("year_before", wording.YEAR_BEFORE, "right", 1.0, of_figures=True),
        ColumnSpec("reached", wording.REACHED, "right", 1.0, of_figures=True),
        ColumnSpec(
            "expected", wording.EXPECTED_OF_YEAR if of_year else wording.EXPECTED, "right", 1.0, of_figures=True
        ),
        ColumnSpec("of_plan", wording.AGAINST_PLAN, "right", 1.0, "{reached}/{asked}×100", of_figures=True),
        ColumnSpec(
            "expected_of_plan", wording.EXPECTED_AGAINST_PLAN, "right", 1.0, "{expected}/{asked}×100", of_figures=True
        ),
        ColumnSpec(
            "of_year_before", wording.AGAINST_YEAR_BEFORE, "right", 1.0,
            "" if by_expected else "{reached}/{year_before}×100", of_figures=True,
        ),
        ColumnSpec("remark", table_wording.REMARK, "left", 1.6),
    )  # fmt: skip


# --- rows ---------------------------------------------------------------------------------------------------------


def _target_rows(
    context: EvaluationContext, things: Mapping[tuple[str, ...], ComparedThing]
) -> Iterator[tuple[set[str], dict[str, Line]]]:
    """The cells of each target, and the figures of the activities that it is measured by; a share of a target is asked
    of somebody else, and what is expected stands against the plan only where the plan is what the target asks."""
    for target in rows_of(context.tables["targets"]):
        asked = context.find("target_value", target=target.target_id)
        if asked is None or target.part_of:
            continue
        result = reached(context, target)
        achieved = context.find("target_completion_achieved", target=target.target_id) or result
        thing = next((one for one in things.values() if result is not None and result in one.figures), None)
        cells = {
            "label": line(context.label(target)),
            "unit": _unit(context, achieved or asked),
            "asked": cell(context, asked),
            "reached": cell(context, achieved),
            "of_plan": completion_cell(context, target),
        }
        remark = [line(context.say(assess(context, target, asked, result)))]
        if thing is not None:
            cells |= _expected(context, thing) | _year_before(context, thing)
            if thing.plan is None or thing.plan.value != asked.value:
                cells["expected_of_plan"] = ()
            remark += _remarks(context, thing)
        cells["remark"] = joined(remark, "; ")
        yield ({value.id for value in thing.figures} if thing is not None else set()), cells


def _activity_row(context: EvaluationContext, thing: ComparedThing, others: Sequence[ComparedThing]) -> dict[str, Line]:
    first = next(thing.figures)
    of_plan = comparison_of(context, "plan_ratio", thing.actual)
    cells = {
        "label": line(name_of(context, thing, others)),
        "unit": _unit(context, first),
        "asked": cell(context, thing.plan) if thing.plan is not None else (),
        "reached": cell(context, thing.actual),
        "of_plan": cell(context, of_plan) if of_plan is not None else (),
        "remark": joined(_remarks(context, thing), "; "),
    }
    return cells | _expected(context, thing) | _year_before(context, thing)


def _expected(context: EvaluationContext, thing: ComparedThing) -> dict[str, Line]:
    ratio = comparison_of(context, "plan_ratio", thing.expected)
    return {
        "expected": cell(context, thing.expected) if thing.expected is not None else (),
        "expected_of_plan": cell(context, ratio) if ratio is not None else (),
    }


def _year_before(context: EvaluationContext, thing: ComparedThing) -> dict[str, Line]:
    ratio, _ = same_period_of(context, thing)
    if ratio is None:
        return {}
    return {"year_before": cell(context, context.by_id[ratio.operands[0]]), "of_year_before": cell(context, ratio)}


def _remarks(context: EvaluationContext, thing: ComparedThing) -> list[Line]:
    """Up to which days, and why it is not compared with the year before."""
    told: list[Line] = []
    for realisation, pattern in (
        (Realisation.ACTUAL, wording.ACTUAL_UP_TO),
        (Realisation.EXPECTED, wording.EXPECTED_UP_TO),
    ):
        if day := thing.day(realisation):
            told.append(context.fill(pattern, date=context.day(day)))
    ratio, is_expected = same_period_of(context, thing)
    if is_expected:
        told.append(context.fill(wording.EXPECTED_COMPARED))
    of_actual = comparison_of(context, "same_period_ratio", thing.actual)
    if ratio is None and of_actual is not None and of_actual.status is ValueStatus.NOT_COMPARABLE:
        told.append(context.fill(wording.NOT_COMPARED))
    return told


def _unit(context: EvaluationContext, value: IndicatorValue) -> Line:
    """The unit that the cells of the row stand in."""
    if value.unit.startswith("vnd"):
        return context.fill(wording.MILLION)
    return line("%" if value.unit == "ratio" else context.of_two(value.unit_vi, value.unit_en))
