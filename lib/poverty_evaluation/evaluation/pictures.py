"""Biểu đồ: what each chart shows, with the text that stands for it where it cannot be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint, Line
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.tables.activities import is_counted_elsewhere
from poverty_evaluation.evaluation.wording import charts as wording
from poverty_evaluation.reference import Benefit
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS
from poverty_evaluation.vocabulary.quantities import write_money, write_number, write_percent
from poverty_evaluation.vocabulary.values import IndicatorValue

#: A picture of fewer marks than these says no more than a sentence.
_LEAST_REVIEWS = 2
_LEAST_BARS = 2


def charts(context: EvaluationContext) -> Mapping[str, Callable[[], Chart | None]]:
    """The charts an outline, or an analyst, can ask for by name."""
    return {
        "poverty": partial(poverty_chart, context),
        "money": partial(money_chart, context),
        "beneficiaries": partial(beneficiaries_chart, context),
        "unit_costs": partial(unit_cost_chart, context),
    }


def poverty_chart(context: EvaluationContext) -> Chart | None:
    """Số hộ nghèo và tỷ lệ hộ nghèo qua các lần rà soát; reviews under another standard are not joined."""
    points: list[ChartPoint] = []
    told: list[str] = []
    standards = {row.as_of: row.standard_id for row in context.reviews.itertuples(index=False)}
    for received in _of_place(context, "poor_households"):
        count = context.restated("poor_households", received.as_of) or received
        rate = context.find_beside("poverty_ratio", count)
        if count.value is None or rate is None or rate.value is None or received.dimensions:
            continue
        segment = context.reference.standard(standards[count.as_of]).instrument
        when = context.day(count.as_of)
        points.append(ChartPoint(when, context.say(wording.POOR_HOUSEHOLDS), context.number(count), segment))
        points.append(ChartPoint(when, context.say(wording.POVERTY_RATIO), context.number(rate), segment))
        households = write_number(count.value, 0, context.language)
        percent = write_percent(rate.value, rate.decimals, context.language)
        told.append(context.say(wording.REVIEW_TOLD, date=when, count=households, rate=percent))
    if len(told) < _LEAST_REVIEWS:
        return None
    several_standards = len({point.segment for point in points}) > 1
    return Chart(
        id="poverty",
        label="",
        kind="counts_and_rate",
        title=context.say(wording.POVERTY, place=context.place_name),
        value_label=context.say(wording.HOUSEHOLDS_AND_PER_CENT),
        points=tuple(points),
        alternative=context.say(wording.POVERTY_TOLD, points="; ".join(told)),
        source=context.say(wording.FROM_REVIEWS),
        notes=(context.fill(wording.STANDARDS_DIFFER),) if several_standards else (),
    )


def money_chart(context: EvaluationContext) -> Chart | None:
    """Kinh phí hỗ trợ theo nhóm chính sách và theo tổ chức."""
    groups, organisations = context.reference.measure_groups, context.reference.organisations
    parents = {group.parent_code for group in groups.values()}
    by_group = [
        value
        for value in context.of_indicator("support_money")
        if value.dimensions["measure_group"] not in parents and value.dimensions["measure_group"] != "organisations"
    ]
    by_organisation = [
        value
        for value in context.of_indicator("support_money_by_organisation")
        if organisations[value.dimensions["organisation"]].type == "mass_organisation"
    ]
    points = [
        *_bars(context, by_group, wording.MEASURES, "measure_group"),
        *_bars(context, by_organisation, wording.ORGANISATIONS, "organisation"),
    ]
    return _bar_chart(context, "money", points, wording.MONEY, wording.MILLION, wording.TOTALS)


def beneficiaries_chart(context: EvaluationContext) -> Chart | None:
    """Số hộ và số người được hỗ trợ theo đối tượng: two kinds, two series, never added; training is no support."""
    points: list[ChartPoint] = []
    for indicator_id, series in (
        ("supported_households", wording.HOUSEHOLDS),
        ("supported_persons", wording.PERSONS),
    ):
        supported = [value for value in context.of_indicator(indicator_id) if not _is_training(context, value)]
        points += _bars(context, supported, series, "beneficiary_group")
    notes = (context.fill(wording.COUNTED_MORE_THAN_ONCE),)
    return _bar_chart(
        context, "beneficiaries", points, wording.BENEFICIARIES, wording.HOUSEHOLDS_AND_PERSONS, wording.TOTALS, notes
    )


def unit_cost_chart(context: EvaluationContext) -> Chart | None:
    """Mức hỗ trợ bình quân trên một hộ, một suất quà, one series for each, so that only like is compared with like.

    Loans are left out, a second telling is not repeated, and a whole gives way to parts that make up all of it.
    """
    activities = {row.activity_id: row for row in context.tables["activities"].itertuples(index=False)}
    by_base: dict[str, list[tuple[IndicatorValue, Any]]] = {base: [] for base in wording.UNIT_COST_BASES}
    for value in context.of_indicator("unit_cost"):
        activity, base = activities[value.dimensions["activity"]], context.by_id[value.operands[1]]
        is_support = activity.flow in SUPPORT_FLOWS and not is_counted_elsewhere(activity)
        if is_support and activity.parts != "complete" and value.value and base.unit in by_base:
            by_base[base.unit].append((value, activity))
    points = [
        ChartPoint(context.label(activity), context.say(wording.UNIT_COST_BASES[base]), context.number(value))
        for base, costs in by_base.items()
        for value, activity in sorted(costs, key=lambda cost: cost[0].value or Fraction(0), reverse=True)
    ]
    return _bar_chart(context, "unit_costs", points, wording.UNIT_COSTS, wording.MILLION, wording.COMPUTED)


def _of_place(context: EvaluationContext, indicator_id: str) -> list[IndicatorValue]:
    found = [
        value
        for value in context.of_indicator(indicator_id)
        if value.place_code == context.place_code and not value.dimensions
    ]
    return sorted(found, key=lambda value: value.as_of)


def _is_training(context: EvaluationContext, value: IndicatorValue) -> bool:
    """Whether all that a total adds up are people trained."""
    measures = dict(
        zip(context.tables["activities"]["activity_id"], context.tables["activities"]["measure_code"], strict=True)
    )
    added = [context.by_id[operand].dimensions["figure"].rsplit(".", 1)[0] for operand in value.operands]
    return all(context.reference.measures[measures[activity]].benefit is Benefit.TRAINING for activity in added)


def _bars(
    context: EvaluationContext, values: Sequence[IndicatorValue], series: Pattern, dimension: str
) -> list[ChartPoint]:
    """Largest first."""
    known = [value for value in values if value.value]
    known.sort(key=lambda value: value.value or Fraction(0), reverse=True)
    return [
        ChartPoint(context.short_name(value.dimensions[dimension]), context.say(series), context.number(value))
        for value in known
    ]


def _bar_chart(
    context: EvaluationContext,
    identity: str,
    points: Sequence[ChartPoint],
    title: Pattern,
    value_label: Pattern,
    source: Pattern,
    notes: tuple[Line, ...] = (),
) -> Chart | None:
    if len(points) < _LEAST_BARS:
        return None
    told = [
        context.say(wording.BAR_TOLD, category=point.category, series=point.series, number=_written(point, context))
        for point in points
    ]
    return Chart(
        id=identity,
        label="",
        kind="bars",
        title=context.say(title),
        value_label=context.say(value_label),
        points=tuple(points),
        alternative=context.say(wording.BARS_TOLD, title=context.say(title), points="; ".join(told)),
        source=context.say(source),
        notes=notes,
    )


def _written(point: ChartPoint, context: EvaluationContext) -> str:
    value, is_money = point.number.value or Fraction(0), point.number.unit == "vnd"
    number = write_money(value, context.language) if is_money else write_number(value, 0, context.language)
    return context.say(wording.HEDGES[point.number.qualifier], number=number)
