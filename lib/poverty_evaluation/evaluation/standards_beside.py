"""Hai chuẩn nghèo tại một ngày: what the review under the other standard counted on the same day, beside the leading
one and never added to it."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.household_classes import HouseholdClass
from poverty_evaluation.evaluation.wording import sentences as wording
from poverty_evaluation.vocabulary.values import IndicatorValue


def standards_beside(context: EvaluationContext, of: HouseholdClass, leading: IndicatorValue | None) -> list[Line]:
    """One sentence for each other standard of the day of a value."""
    if leading is None:
        return []
    beside = [
        value
        for value in context.of_place(of.count)
        if value.as_of == leading.as_of and set(value.dimensions) == {"standard"} and value.value is not None
    ]
    return [_sentence(context, of, value) for value in beside]


def _sentence(context: EvaluationContext, of: HouseholdClass, value: IndicatorValue) -> Line:
    instrument = context.reference.standard(value.dimensions["standard"]).instrument
    rate = context.find_beside(of.rate, value)
    known = rate is not None and rate.value is not None
    share = context.fill(wording.SHARE, rate=context.number(rate)) if rate is not None and known else ()
    return context.fill(
        wording.BESIDE,
        standard=citation(instrument, context) or instrument,
        households=context.say(of.households),
        count=context.number(value),
        share=share,
    )
