"""Biểu đồ: what each chart shows, with the text that stands for it where it cannot be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any, TypeAlias

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint, Line
from poverty_evaluation.evaluation.citations import lower_first
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.funds import cut_offs, fund_years
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.tables.activity_cells import is_counted_elsewhere
from poverty_evaluation.evaluation.ward_pictures import ward_rates_chart
from poverty_evaluation.evaluation.wording import charts as wording
from poverty_evaluation.reference import Benefit, OptionValue, texts_of
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS
from poverty_evaluation.vocabulary.quantities import write_money, write_number, write_percent
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: A picture of fewer marks than these says no more than a sentence.
_LEAST_REVIEWS = 2
_LEAST_BARS = 2
#: What is drawn unless an outline names something else.
POOR_HOUSEHOLDS, POVERTY_RATIO = "poor_households", "poverty_ratio"
MASS_ORGANISATION = "mass_organisation"

Draw: TypeAlias = Callable[[], "Chart | None"]


def charts(context: EvaluationContext, options: Mapping[str, OptionValue] | None = None) -> Mapping[str, Draw]:
    """The charts an outline, or an analyst, can ask for by name; `options` are those of the outline's block."""
    asked = options or {}
    ends = (str(asked.get("count", POOR_HOUSEHOLDS)), str(asked.get("rate", POVERTY_RATIO)))
    return {
        "poverty": partial(reviews_chart, context, POOR_HOUSEHOLDS, POVERTY_RATIO, "poverty"),
        "reviews": partial(reviews_chart, context, *ends, f"reviews_{ends[0]}"),
        "money": partial(money_chart, context, str(asked.get("organisation_type", MASS_ORGANISATION))),
        "beneficiaries": partial(beneficiaries_chart, context),
        "unit_costs": partial(unit_cost_chart, context, texts_of(asked, "bases")),
        "disbursement": partial(disbursement_chart, context),
        "ward_rates": partial(ward_rates_chart, context),
    }


def reviews_chart(context: EvaluationContext, count_id: str, rate_id: str, identity: str) -> Chart | None:
    """Một số đếm và tỷ lệ của nó qua các lần rà soát; reviews under another standard are not joined."""
    points: list[ChartPoint] = []
    told: list[str] = []
    standards = _standards(context)
    series = [_series(context, one) for one in (count_id, rate_id)]
    for received in _of_place(context, count_id):
        if received.as_of not in standards:
            continue  # the review that opens the phase is told in words
        count = context.restated(count_id, received.as_of) or received
        rate = context.find_beside(rate_id, count)
        if count.value is None or rate is None or rate.value is None or received.dimensions:
            continue
        segment = context.reference.standard(standards[count.as_of]).instrument
        when = context.day(count.as_of)
        points.append(ChartPoint(when, series[0], context.number(count), segment))
        points.append(ChartPoint(when, series[1], context.number(rate), segment))
        told.append(_review_told(context, count, rate))
    if len(told) < _LEAST_REVIEWS:
        return None
    several_standards = len({point.segment for point in points}) > 1
    differ = wording.STANDARDS_DIFFER if context.is_of_poverty else wording.OTHER_STANDARDS_DIFFER
    count_name, rate_name = (_label(context, one) for one in (count_id, rate_id))
    names = {"count": count_name, "rate": lower_first(rate_name)}
    unit = context.name_of_unit(context.reference.indicator(count_id).unit)
    return Chart(
        id=identity,
        label="",
        kind="counts_and_rate",
        title=context.say(wording.REVIEWS, place=context.place_name, **names),
        value_label=context.say(wording.COUNT_AND_PER_CENT, unit=unit[:1].upper() + unit[1:]),
        points=tuple(points),
        alternative=context.say(wording.REVIEWS_TOLD, points="; ".join(told), **names),
        source=context.say(wording.FROM_REVIEWS if context.is_of_poverty else wording.FROM_OTHER_REVIEWS),
        notes=(context.fill(differ),) if several_standards else (),
    )


def _standards(context: EvaluationContext) -> dict[str, str]:
    """The standard of the review of each date, that which opens the phase among them."""
    start = context.tables.get("start_household_review")
    frames = [context.reviews] if start is None else [start, context.reviews]
    return {row.as_of: row.standard_id for frame in frames for row in rows_of(frame)}


def _label(context: EvaluationContext, indicator_id: str) -> str:
    return context.reference.indicator(indicator_id).label[context.language]


def _series(context: EvaluationContext, indicator_id: str) -> str:
    known = {POOR_HOUSEHOLDS: wording.POOR_HOUSEHOLDS, POVERTY_RATIO: wording.POVERTY_RATIO}.get(indicator_id)
    return context.say(known) if known is not None else _label(context, indicator_id)


def _review_told(context: EvaluationContext, count: IndicatorValue, rate: IndicatorValue) -> str:
    assert count.value is not None and rate.value is not None
    return context.say(
        wording.REVIEW_TOLD,
        date=context.day(count.as_of),
        count=write_number(count.value, 0, context.language),
        unit=context.name_of_unit(count.unit),
        rate=write_percent(rate.value, rate.decimals, context.language),
    )


def money_chart(context: EvaluationContext, organisation_type: str = MASS_ORGANISATION) -> Chart | None:
    """Kinh phí hỗ trợ theo nhóm chính sách và theo tổ chức."""
    groups, organisations = context.reference.measure_groups, context.reference.organisations
    parents = {group.parent_code for group in groups.values()}
    by_group = [
        value
        for value in context.of_place("support_money")
        if value.dimensions["measure_group"] not in parents and value.dimensions["measure_group"] != "organisations"
    ]
    by_organisation = [
        value
        for value in context.of_place("support_money_by_organisation")
        if organisations[value.dimensions["organisation"]].type == organisation_type
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
        supported = [value for value in context.of_place(indicator_id) if not _is_training(context, value)]
        points += _bars(context, supported, series, "beneficiary_group")
    notes = (context.fill(wording.COUNTED_MORE_THAN_ONCE),)
    return _bar_chart(
        context, "beneficiaries", points, wording.BENEFICIARIES, wording.HOUSEHOLDS_AND_PERSONS, wording.TOTALS, notes
    )


def unit_cost_chart(context: EvaluationContext, bases: Sequence[str] = ()) -> Chart | None:
    """Mức hỗ trợ bình quân trên một hộ, một suất quà, one series for each, so that only like is compared with like.

    bases: the units to be divided by, where an outline names its own.

    Loans are left out, a second telling is not repeated, and a whole gives way to parts that make up all of it.
    """
    activities = {row.activity_id: row for row in rows_of(context.tables["activities"])}
    by_base: dict[str, list[tuple[IndicatorValue, Any]]] = {base: [] for base in bases or wording.UNIT_COST_BASES}
    for value in context.of_indicator("unit_cost"):
        activity, base = activities[value.dimensions["activity"]], context.by_id[value.operands[1]]
        is_support = activity.flow in SUPPORT_FLOWS and not is_counted_elsewhere(activity)
        if is_support and activity.parts != "complete" and value.value and base.unit in by_base:
            by_base[base.unit].append((value, activity))
    named = Counter((context.label(activity), base) for base, costs in by_base.items() for _, activity in costs)
    points = [
        ChartPoint(
            _told_apart(context, activity) if named[context.label(activity), base] > 1 else context.label(activity),
            _base(context, base),
            context.number(value),
        )
        for base, costs in by_base.items()
        for value, activity in sorted(costs, key=lambda cost: cost[0].value or Fraction(0), reverse=True)
    ]
    title = wording.UNIT_COSTS_OF_BASES if bases else wording.UNIT_COSTS
    return _bar_chart(context, "unit_costs", points, title, wording.MILLION, wording.COMPUTED)


def disbursement_chart(context: EvaluationContext) -> Chart | None:
    """Tỷ lệ giải ngân theo dự án thành phần, at the latest cut-off of the latest year."""
    years = fund_years(context)
    done = cut_offs(context, years[-1]) if years and context.report.programme_id else []
    if not done:
        return None
    series = context.say(wording.DISBURSED_RATIO)
    points = [
        ChartPoint(
            context.of_two(component.short_vi, component.short_en) or context.name(component.code),
            series,
            context.number(ratio),
        )
        for component in context.reference.programme(context.report.programme_id).components
        if (ratio := done[-1].known("disbursement_ratio", component=component.code)) is not None
    ]
    chart = _bar_chart(context, "disbursement", points, wording.DISBURSEMENT, wording.PER_CENT, wording.TOTALS)
    if chart is None:
        return None
    until = context.say(wording.UP_TO, title=chart.title, date=context.day(done[-1].as_of))
    return replace(chart, title=until)


def _told_apart(context: EvaluationContext, activity: Any) -> str:
    """What several organisations call by one name, with who does it: no bar may stand for another."""
    return f"{context.label(activity)} ({context.short_name(activity.organisation_code)})"


def _base(context: EvaluationContext, unit_code: str) -> str:
    known = wording.UNIT_COST_BASES.get(unit_code)
    return context.say(known or wording.UNIT_COST_BASE, **({} if known else {"unit": context.name_of_unit(unit_code)}))


def _of_place(context: EvaluationContext, indicator_id: str) -> list[IndicatorValue]:
    found = [
        value
        for value in context.of_indicator(indicator_id)
        if value.place_code == context.place_code and not value.dimensions
    ]
    return sorted(found, key=lambda value: value.as_of)


def _is_training(context: EvaluationContext, value: IndicatorValue) -> bool:
    """Whether all that a total adds up are people trained."""
    added = [_measure_of(context, figure) for figure in _figures_of(context, value)]
    return all(context.reference.measures[measure].benefit is Benefit.TRAINING for measure in added)


def _figures_of(context: EvaluationContext, value: IndicatorValue) -> Iterator[IndicatorValue]:
    """The figures a total adds up, those that the totals of members add up among them."""
    for operand in (context.by_id[one] for one in value.operands):
        if "figure" in operand.dimensions:
            yield operand
        else:
            yield from _figures_of(context, operand)


def _measure_of(context: EvaluationContext, figure: IndicatorValue) -> str:
    activities = context.tables["activities"]
    if figure.place_code != context.place_code:
        told = context.tables["member_activities"]
        activities = told[told["member"] == figure.place_code]
    is_it = activities["activity_id"] == figure.dimensions["figure"].rsplit(".", 1)[0]
    return str(activities[is_it]["measure_code"].iloc[0])


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
    value, unit = point.number.value or Fraction(0), point.number.unit
    if unit == "ratio":
        number = write_percent(value, point.number.decimals, context.language)
    else:
        number = write_money(value, context.language) if unit == "vnd" else write_number(value, 0, context.language)
    return context.say(wording.HEDGES[point.number.qualifier], number=number)
