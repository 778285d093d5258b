"""Câu văn về một chỉ tiêu bất kỳ: its level, or its change between two reviews, under the label of its definition."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_evaluation.evaluation.blocks import Line, NumberForm
from poverty_evaluation.evaluation.citations import lower_first
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.missing import no_data
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.sentences import latest
from poverty_evaluation.evaluation.wording import changes as wording
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Units whose words the number brings along.
_SAID_WITH_THE_NUMBER = ("ratio", "pp", "vnd")


def change_sentences(context: EvaluationContext, indicators: Iterable[str]) -> list[Line]:
    """One sentence for each indicator, in the order named."""
    return [_sentence(context, one) for one in indicators]


def _sentence(context: EvaluationContext, indicator_id: str) -> Line:
    name = lower_first(context.reference.indicator(indicator_id).label[context.language])
    change = context.change_of(indicator_id)
    if change is not None and change.value is not None:
        return _changed(context, name, change)
    level = latest(context, indicator_id) or latest(context, indicator_id, own_period=False)
    if level is None or level.value is None:
        return no_data(context, name)
    is_comparable = change is None or change.status is not ValueStatus.NOT_COMPARABLE
    pattern = wording.LEVEL if is_comparable else wording.LEVEL_NOT_COMPARABLE
    return _fill(context, pattern, name, date=context.day(level.as_of), value=_with_unit(context, level))


def _changed(context: EvaluationContext, name: str, change: IndicatorValue) -> Line:
    before, after = (context.by_id[operand] for operand in change.operands)
    dates = {"from_date": context.day(before.as_of), "to_date": context.day(after.as_of)}
    if not change.value:
        return _fill(context, wording.UNCHANGED, name, value=_with_unit(context, after), **dates)
    return _fill(
        context,
        wording.FELL if change.value < 0 else wording.ROSE,
        name,
        before=_with_unit(context, before),
        after=_with_unit(context, after),
        change=_with_unit(context, change, NumberForm.MAGNITUDE),
        **dates,
    )


def _fill(context: EvaluationContext, pattern: Pattern, name: str, **slots: Line | str) -> Line:
    return context.fill(pattern, name=name, place=context.place_name, **slots)


def _with_unit(context: EvaluationContext, value: IndicatorValue, form: NumberForm = NumberForm.TEXT) -> Line:
    unit = "" if value.unit in _SAID_WITH_THE_NUMBER else f" {context.of_two(value.unit_vi, value.unit_en)}"
    return context.fill(wording.VALUE, number=context.number(value, form), unit=unit)
