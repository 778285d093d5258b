"""Câu văn so sánh: what was done and is expected of each thing that has a plan or was told a year before."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.compared_things import ComparedThing, compared_things, is_compared, name_of
from poverty_evaluation.evaluation.comparisons import known
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined
from poverty_evaluation.evaluation.wording import comparison as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.vocabulary.choices import Realisation
from poverty_evaluation.vocabulary.values import IndicatorValue

_PATTERNS = {
    Realisation.ACTUAL: (wording.DONE, wording.DONE_UP_TO),
    Realisation.EXPECTED: (wording.AHEAD, wording.AHEAD_UP_TO),
}
#: Units whose words the number brings along.
_SAID_WITH_THE_NUMBER = ("ratio", "pp", "vnd")


def comparison_sentences(context: EvaluationContext) -> list[Line]:
    """One sentence for each thing, in the order received; nothing where nothing has a plan or a year before."""
    things = [thing for thing in compared_things(context).values() if is_compared(context, thing)]
    return [_sentence(context, thing, things) for thing in things]


def _sentence(context: EvaluationContext, thing: ComparedThing, things: list[ComparedThing]) -> Line:
    told = [
        _told(context, thing, value, realisation)
        for value, realisation in ((thing.actual, Realisation.ACTUAL), (thing.expected, Realisation.EXPECTED))
        if value is not None
    ]
    return context.fill(wording.THING, name=name_of(context, thing, things), told=joined(told, "; "))


def _told(context: EvaluationContext, thing: ComparedThing, value: IndicatorValue, realisation: Realisation) -> Line:
    """A figure with its day, its share of the plan and of the year before."""
    figure: Line = (context.number(value),)
    if value.unit not in _SAID_WITH_THE_NUMBER:
        unit = context.of_two(value.unit_vi, value.unit_en)
        figure = context.fill(table_wording.FIGURE, numbers=figure, unit=unit)
    shares = [
        context.fill(pattern, ratio=context.number(ratio))
        for indicator_id, pattern in (
            ("plan_ratio", wording.SHARE_OF_PLAN),
            ("same_period_ratio", wording.SHARE_OF_YEAR_BEFORE),
        )
        if (ratio := known(context, indicator_id, value.dimensions["figure"])) is not None
    ]
    without_day, with_day = _PATTERNS[realisation]
    compared, day = joined(shares, ""), thing.day(realisation)
    if not day:
        return context.fill(without_day, figure=figure, compared=compared)
    return context.fill(with_day, date=context.day(day), figure=figure, compared=compared)
