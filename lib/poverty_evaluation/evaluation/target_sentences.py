"""Câu văn về chỉ tiêu được giao: one sentence for each target, chosen by what was reached; nothing is praised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, NumberForm
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.tables.targets import assess, reached
from poverty_evaluation.evaluation.wording import tables as verdicts
from poverty_evaluation.evaluation.wording import target_sentences as wording
from poverty_evaluation.reference import IndicatorKind
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Units whose words the number brings along.
_SAID_WITH_THE_NUMBER = ("ratio", "pp", "vnd")
_CHANGES = (IndicatorKind.DIFFERENCE, IndicatorKind.RELATIVE_CHANGE)
_SENTENCES: Mapping[Pattern, Pattern] = {
    verdicts.EXCEEDED: wording.EXCEEDED,
    verdicts.MET: wording.MET,
    verdicts.NOT_YET_MET: wording.NOT_YET_MET,
    verdicts.NOT_MET: wording.NOT_MET,
}
_MISSED = (verdicts.NOT_YET_MET, verdicts.NOT_MET)


def target_sentences(context: EvaluationContext) -> list[Line]:
    """One sentence for each target of the place itself; those assigned to its parts are told in their own reports."""
    return [
        _sentence(context, target, value)
        for target in rows_of(context.tables["targets"])
        if not target.part_of and (value := context.find("target_value", target=target.target_id)) is not None
    ]


def _sentence(context: EvaluationContext, target: Any, value: IndicatorValue) -> Line:
    result = reached(context, target)
    verdict = assess(context, target, value, result)
    asked, label = _with_unit(context, value), context.label(target)
    if not target.document:
        return context.fill(wording.NOT_ASSESSED_WITHOUT_DOCUMENT, label=label, target=asked)
    document = citation(target.document, context) or target.document
    given: dict[str, Line | str] = {"document": document, "target": asked}
    if result is None or verdict not in _SENTENCES:
        return context.fill(wording.NOT_ASSESSED, label=label, **given)
    told = (*_reached(context, target, result), *_measured(context, target, result, verdict, given))
    return context.fill(_SENTENCES[verdict], told=told)


def _reached(context: EvaluationContext, target: Any, reached: IndicatorValue) -> Line:
    """The result; of a change the verb has the sign, and the subject is what changed. A figure of an activity is told
    under the name of its target."""
    if reached.dimensions:
        return context.fill(wording.FIGURE, name=context.label(target), reached=_with_unit(context, reached))
    definition = context.reference.indicator(reached.indicator_id)
    if definition.kind not in _CHANGES:
        name = definition.label[context.language]
        return context.fill(wording.LEVEL, name=name, reached=_with_unit(context, reached))
    name = context.reference.indicator(definition.of[0]).label[context.language]
    if not reached.value:
        return context.fill(wording.UNCHANGED, name=name)
    pattern = wording.FELL if reached.value < 0 else wording.ROSE
    return context.fill(pattern, name=name, reached=_with_unit(context, reached, NumberForm.MAGNITUDE))


def _measured(
    context: EvaluationContext,
    target: Any,
    reached: IndicatorValue,
    verdict: Pattern,
    given: Mapping[str, Line | str],
) -> Line:
    """The share of the target with its document, and what is lacking; no share of a result in the wrong direction."""
    completion = context.find("target_completion", target=target.target_id)
    if completion is not None and completion.value is not None and completion.value > 0:
        told = context.fill(wording.OF_TARGET, completion=context.number(completion), **given)
    else:
        told = context.fill(wording.ASKED, **given)
    gap = context.find("target_completion_gap", target=target.target_id)
    if verdict not in _MISSED or gap is None or not gap.value or _went_the_wrong_way(target, reached):
        return told
    is_limit = target.kind == "level" and target.direction == "down"
    lacking = context.fill(
        wording.ABOVE_LIMIT if is_limit else wording.GAP, gap=_with_unit(context, gap, NumberForm.MAGNITUDE)
    )
    return (*told, *lacking)


def _went_the_wrong_way(target: Any, reached: IndicatorValue) -> bool:
    """Whether a change that was to be a fall is a rise or none, or the other way round."""
    if target.kind == "level" or reached.value is None:
        return False
    return reached.value >= 0 if target.direction == "down" else reached.value <= 0


def _with_unit(context: EvaluationContext, value: IndicatorValue, form: NumberForm = NumberForm.TEXT) -> Line:
    unit = "" if value.unit in _SAID_WITH_THE_NUMBER else f" {context.of_two(value.unit_vi, value.unit_en)}".rstrip()
    return context.fill(wording.WITH_UNIT, number=context.number(value, form), unit=unit)
