"""Kết quả của chỉ tiêu được giao: which value a target is measured by, and what may be said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from poverty_evaluation.vocabulary.choices import Qualifier, Realisation, ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue, parse_value_id

#: Kinds of target that are told as a change; what was reached is then the size of the change.
REDUCTIONS = ("reduction_pp", "households", "relative")
_UNCERTAIN = (ValueStatus.DISPUTED, ValueStatus.UNREADABLE)


def value_reached(
    target: Any,
    values: Iterable[IndicatorValue],
    place_code: str,
    period: str,
    review_dates: Collection[str],
    activities: Mapping[str, Any],
) -> IndicatorValue | None:
    """The value of the target's indicator over the period, or at the latest date of the period's own reviews.

    `indicator_id` is the name of an indicator, with its codes where it is told by some (`activity_figure;figure=…`). Of
    a share of a target, which is assigned to somebody else, there is none, nor of a figure that is only planned or
    expected.
    """
    if target.part_of or not target.indicator_id:
        return None
    name, *codes = target.indicator_id.split(";")
    dimensions = dict(code.split("=", 1) for code in codes if "=" in code)
    found = []
    for value in values:
        if value.indicator_id != name or value.place_code != place_code or dict(value.dimensions) != dimensions:
            continue
        when = parse_value_id(value.id)[3]
        if when == period:
            return value if is_done(value, activities) else None
        if when in review_dates or dimensions:
            found.append((when, value))
    return max(found, key=lambda one: one[0])[1] if found else None


def is_done(value: IndicatorValue, activities: Mapping[str, Any]) -> bool:
    """Whether a value tells what was done: a figure of an activity may be planned or only expected."""
    figure = value.dimensions.get("figure", "")
    activity = activities.get(figure.rsplit(".", 1)[0]) if figure else None
    return activity is None or activity.realisation == Realisation.ACTUAL


def can_be_assessed(target: Any, value: IndicatorValue, reached: IndicatorValue | None) -> bool:
    """Kind, direction, document and, for a reduction, the baseline are stated, and both figures are firm."""
    if not (target.kind and target.direction and target.document):
        return False
    if target.kind in REDUCTIONS and not target.baseline:
        return False
    firm = [one for one in (value, reached) if one is not None and one.value is not None]
    if len(firm) < 2 or any(one.status in _UNCERTAIN for one in firm):
        return False
    return firm[1].qualifier is Qualifier.EXACT and firm[0].qualifier in (Qualifier.EXACT, _limit(target))


def _limit(target: Any) -> Qualifier:
    """The hedge that a level may be assigned with: below one that is to fall, at least one that is to rise."""
    if target.kind in REDUCTIONS:
        return Qualifier.EXACT
    return Qualifier.UPPER_BOUND if target.direction == "down" else Qualifier.LOWER_BOUND
