"""Biểu đồ tỷ lệ hộ nghèo theo xã, phường: the rates of the last review, the highest first, the whole among them."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.tables.wards import ward_review
from poverty_evaluation.evaluation.wording import charts as wording
from poverty_evaluation.evaluation.wording import wards as own_wording
from poverty_evaluation.vocabulary.quantities import write_percent
from poverty_evaluation.vocabulary.values import IndicatorValue

_RATE = "poverty_ratio"


def ward_rates_chart(context: EvaluationContext) -> Chart | None:
    """None where fewer than two wards have a rate."""
    review = ward_review(context)
    if review is None:
        return None
    names = {place.place_code: place.full_name(context.language) for place in review.places}
    found = [(context.find(_RATE, review.as_of, code), name, own_wording.OF_PLACES) for code, name in names.items()]
    of_wards = [(value, name, series) for value, name, series in found if value is not None and value.value is not None]
    if len(of_wards) < 2:
        return None
    whole = context.find(_RATE, review.as_of)
    if whole is not None and whole.value is not None:
        of_wards.append((whole, context.place_name, own_wording.OF_WHOLE))
    of_wards.sort(key=lambda told: told[0].value or Fraction(0), reverse=True)
    points = [
        ChartPoint(f"{name[:1].upper()}{name[1:]}", context.say(series), context.number(value))
        for value, name, series in of_wards
    ]
    title = context.say(own_wording.RATES, date=context.day(review.as_of))
    told = "; ".join(_told(context, name, value) for value, name, _ in of_wards)
    return Chart(
        id="ward_rates",
        label="",
        kind="bars",
        title=title,
        value_label=context.say(own_wording.PER_CENT),
        points=tuple(points),
        alternative=context.say(wording.BARS_TOLD, title=title, points=told),
        source=context.say(wording.FROM_REVIEWS),
    )


def _told(context: EvaluationContext, name: str, value: IndicatorValue) -> str:
    rate = write_percent(value.value or Fraction(0), value.decimals, context.language)
    return context.say(own_wording.RATE_TOLD, place=name, rate=rate)
