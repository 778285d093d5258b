"""Biểu chỉ tiêu: what the documents ask for, what was reached; met or not is said only where the data allow it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.dress import POSITION, CellRow, ColumnSpec, Dress, place_in_list, table
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    POSITION,
    ColumnSpec("target", wording.TARGET, "left", 1.2),
    ColumnSpec("document", wording.TARGET_DOCUMENT, "left", 1.2),
    ColumnSpec("value", wording.TARGET_VALUE, "right", 1.2, of_figures=True),
    ColumnSpec("result", wording.TARGET_RESULT, "right", 1.2, of_figures=True),
    ColumnSpec("assessment", wording.ASSESSMENT, "left", 1.4, of_figures=True),
)
#: Kinds of target that are told as a change; what was reached is then the size of the change.
_REDUCTIONS = ("reduction_pp", "households", "relative")
_UNCERTAIN = (ValueStatus.DISPUTED, ValueStatus.UNREADABLE)


def targets_table(context: EvaluationContext) -> Table | None:
    """One row per target with its document, its value, the result and whether it is met."""
    rows: list[CellRow] = []
    for target in context.tables["targets"].itertuples(index=False):
        value = context.find("target_value", target=target.target_id)
        if value is None:
            continue
        reached = reached_value(context, target)
        cells = {
            "position": place_in_list(len(rows) + 1),
            "target": line(context.label(target)),
            "document": line(citation(target.document, context) or target.document),
            "value": (context.number(value),),
            "result": (context.number(reached),) if reached is not None else (),
            "assessment": line(context.say(assess(context, target, value, reached))),
        }
        rows.append(CellRow(cells))
    if not rows:
        return None
    dress = Dress("targets", context.say(wording.TARGETS), wording.FROM_TARGET_DOCUMENTS)
    return table(context, dress, _COLUMNS, rows)


def assess(context: EvaluationContext, target: Any, value: IndicatorValue, reached: IndicatorValue | None) -> Pattern:
    """Exceeded, met, not yet met, not met once the programme is over; or that the data do not allow to say."""
    if not _can_be_assessed(target, value, reached):
        return wording.NOT_ASSESSED
    assert reached is not None and reached.value is not None and value.value is not None
    surplus = _surplus(target, value.value, reached.value)
    if value.qualifier is not Qualifier.EXACT and _is_within(value, surplus):
        return wording.MET
    if value.qualifier is Qualifier.UPPER_BOUND and surplus == 0:
        return wording.NOT_MET if _is_over(context) else wording.NOT_YET_MET
    if surplus > 0:
        return wording.EXCEEDED
    if surplus == 0:
        return wording.MET
    return wording.NOT_MET if _is_over(context) else wording.NOT_YET_MET


def reached_value(context: EvaluationContext, target: Any) -> IndicatorValue | None:
    """The indicator of the target over the period, or at the latest review; of a share of a target, which is
    assigned to somebody else, nothing."""
    if target.part_of:
        return None
    over_period = context.find(target.indicator_id)
    if over_period is not None:
        return over_period
    dates = list(context.tables["household_review"]["as_of"])
    found = [context.find(target.indicator_id, as_of) for as_of in sorted(dates, reverse=True)]
    return next((value for value in found if value is not None), None)


def _can_be_assessed(target: Any, value: IndicatorValue, reached: IndicatorValue | None) -> bool:
    """Kind, direction, document and, for a reduction, the baseline are stated, and both figures are firm."""
    if not (target.kind and target.direction and target.document):
        return False
    if target.kind in _REDUCTIONS and not target.baseline:
        return False
    firm = [one for one in (value, reached) if one is not None and one.value is not None]
    if len(firm) < 2 or any(one.status in _UNCERTAIN for one in firm):
        return False
    return firm[1].qualifier is Qualifier.EXACT and firm[0].qualifier in (Qualifier.EXACT, _limit(target))


def _limit(target: Any) -> Qualifier:
    """The hedge that a level may be assigned with: below one that is to fall, at least one that is to rise."""
    if target.kind in _REDUCTIONS:
        return Qualifier.EXACT
    return Qualifier.UPPER_BOUND if target.direction == "down" else Qualifier.LOWER_BOUND


def _is_within(value: IndicatorValue, surplus: Fraction) -> bool:
    """Whether a level lies within the limit assigned: “dưới” asks for less, “ít nhất” for as much."""
    return surplus > 0 or (surplus == 0 and value.qualifier is Qualifier.LOWER_BOUND)


def _surplus(target: Any, asked: Fraction, reached: Fraction) -> Fraction:
    """How far the result lies beyond the target, in the direction it asks for; negative when it falls short."""
    downwards = target.direction == "down"
    if target.kind in _REDUCTIONS:
        return (-reached if downwards else reached) - abs(asked)
    return asked - reached if downwards else reached - asked


def _is_over(context: EvaluationContext) -> bool:
    """Whether the programme has ended by the date of the report."""
    programme_id = context.report.programme_id
    return bool(programme_id) and context.report.as_of >= context.reference.programme(programme_id).valid_to
