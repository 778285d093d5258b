"""Biểu chỉ tiêu: what the documents ask for, what was reached; met or not is said only where the data allow it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, NumberForm, Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.dress import POSITION, CellRow, ColumnSpec, Dress, place_in_list, table
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.targets import REDUCTIONS, can_be_assessed, value_reached
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    POSITION,
    ColumnSpec("target", wording.TARGET, "left", 1.2),
    ColumnSpec("document", wording.TARGET_DOCUMENT, "left", 1.2),
    ColumnSpec("value", wording.TARGET_VALUE, "right", 1.2, of_figures=True),
    ColumnSpec("result", wording.TARGET_RESULT, "right", 1.2, of_figures=True),
    ColumnSpec("completion", wording.COMPLETION, "right", 0.9, of_figures=True),
    ColumnSpec("assessment", wording.ASSESSMENT, "left", 1.4, of_figures=True),
)


def targets_table(context: EvaluationContext) -> Table | None:
    """One row per target with its document, its value, the result and whether it is met."""
    rows: list[CellRow] = []
    for target in rows_of(context.tables["targets"]):
        value = context.find("target_value", target=target.target_id)
        if value is None:
            continue
        result = reached(context, target)
        cells = {
            "position": place_in_list(len(rows) + 1),
            "target": line(context.label(target)),
            "document": line(citation(target.document, context) or target.document),
            "value": (context.number(value),),
            "result": (context.number(result),) if result is not None else (),
            "completion": completion_cell(context, target),
            "assessment": line(context.say(assess(context, target, value, result))),
        }
        rows.append(CellRow(cells))
    if not rows:
        return None
    dress = Dress("targets", context.say(wording.TARGETS), wording.FROM_TARGET_DOCUMENTS)
    return table(context, dress, _COLUMNS, rows)


def completion_cell(context: EvaluationContext, target: Any) -> Line:
    """How much of a target was reached, in per cent; empty where no such ratio is made."""
    ratio = context.find("target_completion", target=target.target_id)
    return (context.number(ratio, NumberForm.CELL),) if ratio is not None and ratio.value is not None else ()


def assess(context: EvaluationContext, target: Any, value: IndicatorValue, reached: IndicatorValue | None) -> Pattern:
    """Exceeded, met, not yet met, not met once the programme is over; or that the data do not allow to say."""
    if not can_be_assessed(target, value, reached):
        return wording.NOT_ASSESSED
    assert reached is not None and reached.value is not None and value.value is not None
    surplus = _surplus(target, value.value, reached.value)
    if value.qualifier is not Qualifier.EXACT and _is_within(value, surplus):
        return wording.MET
    if value.qualifier is Qualifier.UPPER_BOUND and surplus == 0:
        return wording.NOT_MET if _is_over(context, target) else wording.NOT_YET_MET
    if surplus > 0:
        return wording.EXCEEDED
    if surplus == 0:
        return wording.MET
    return wording.NOT_MET if _is_over(context, target) else wording.NOT_YET_MET


def reached(context: EvaluationContext, target: Any) -> IndicatorValue | None:
    """What a target is measured by, over the period or at the latest review."""
    dates = set(context.tables["household_review"]["as_of"])
    activities = {row.activity_id: row for row in rows_of(context.tables["activities"])}
    return value_reached(target, context.values, context.place_code, context.report.period, dates, activities)


def _is_within(value: IndicatorValue, surplus: Fraction) -> bool:
    """Whether a level lies within the limit assigned: “dưới” asks for less, “ít nhất” for as much."""
    return surplus > 0 or (surplus == 0 and value.qualifier is Qualifier.LOWER_BOUND)


def _surplus(target: Any, asked: Fraction, reached: Fraction) -> Fraction:
    """How far the result lies beyond the target, in the direction it asks for; negative when it falls short."""
    downwards = target.direction == "down"
    if target.kind in REDUCTIONS:
        return (-reached if downwards else reached) - abs(asked)
    return asked - reached if downwards else reached - asked


def _is_over(context: EvaluationContext, target: Any) -> bool:
    """Whether the target was due by the date of the report; one without a day is due when its programme ends."""
    due = getattr(target, "due", "")
    if due:
        return context.report.as_of >= date.fromisoformat(due)
    programme_id = context.report.programme_id
    return bool(programme_id) and context.report.as_of >= context.reference.programme(programme_id).valid_to
