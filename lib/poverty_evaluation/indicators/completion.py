"""Tỷ lệ hoàn thành chỉ tiêu: what was reached, in the direction that the target asks for, over what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.targets import REDUCTIONS, can_be_assessed, value_reached
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

#: Units of one scale: a target in points may be printed with the sign of a rate.
_SAME_SCALE = ("ratio", "pp")


def completions(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """For each target that has a result: the ratio, the result in the direction asked for (`…_achieved`), and where it
    falls short by how much (`…_gap`).

    There is no ratio (undefined) where the result went the other way, where the target is a level to fall to, or where
    the data do not allow to say whether it is met; not comparable where the two are in different units.
    """
    (indicator,) = definition.of
    dates = set(context.tables["household_review"]["as_of"])
    values = list(known.values())
    for target in context.tables["targets"].itertuples(index=False):
        asked = known.get(value_id(indicator, context.place_code, context.period, {"target": target.target_id}))
        reached = value_reached(target, values, context.place_code, context.period, dates, context.activities)
        if asked is None or reached is None:
            continue
        falls = target.kind in REDUCTIONS and target.direction == "down"
        yield from _values(definition, context, target, asked, reached, falls)


def _values(
    definition: IndicatorDefinition,
    context: PeriodTables,
    target: Any,
    asked: IndicatorValue,
    reached: IndicatorValue,
    falls: bool,
) -> Iterator[IndicatorValue]:
    result = None if reached.value is None else -reached.value if falls else reached.value
    value, status = _ratio(target, asked, reached, result)
    label_vi, label_en = target.label_vi, target.label_en or target.label_vi
    name = f"-{reached.indicator_id}" if falls else reached.indicator_id
    falling = (reached, asked) if falls else (asked,)
    dimensions = {"target": target.target_id}
    yield computed(
        definition,
        context,
        value,
        (reached, asked),
        f"{name} / {asked.indicator_id}",
        as_of=reached.as_of,
        dimensions=dimensions,
        status=status,
        label=(f"{definition.label['vi']}: {label_vi}", f"{definition.label['en']}: {label_en}"),
        falling=falling,
    )
    achieved = computed(
        definition,
        context,
        result,
        (reached,),
        name,
        as_of=reached.as_of,
        dimensions=dimensions,
        suffix="_achieved",
        label=(f"Kết quả theo chỉ tiêu: {label_vi}", f"Result in the direction of the target: {label_en}"),
        unit_names=(reached.unit_vi, reached.unit_en),
        falling=falling[:-1],
    )
    yield replace(achieved, unit=reached.unit, decimals=reached.decimals)
    lacking = _gap(target, asked, reached, result)
    if lacking is None:
        return
    gap = computed(
        definition,
        context,
        lacking,
        (asked, reached),
        f"|{asked.indicator_id} - {reached.indicator_id}|",
        as_of=reached.as_of,
        dimensions=dimensions,
        suffix="_gap",
        label=(f"Còn thiếu so với chỉ tiêu: {label_vi}", f"Short of the target: {label_en}"),
        unit_names=(reached.unit_vi, reached.unit_en),
    )
    yield replace(gap, unit=reached.unit, decimals=max(asked.decimals, reached.decimals))


def _gap(target: Any, asked: IndicatorValue, reached: IndicatorValue, result: Fraction | None) -> Fraction | None:
    """How far the result falls short of what was asked, or lies above a level to fall to; None where it does not, or
    where nobody can say."""
    if result is None or asked.value is None or not can_be_assessed(target, asked, reached):
        return None
    if asked.unit != reached.unit and not {asked.unit, reached.unit} <= set(_SAME_SCALE):
        return None
    is_level_to_fall_to = target.kind not in REDUCTIONS and target.direction == "down"
    wanted = asked.value if target.kind not in REDUCTIONS else abs(asked.value)
    lacking = result - wanted if is_level_to_fall_to else wanted - result
    return lacking if lacking > 0 else None


def _ratio(
    target: Any, asked: IndicatorValue, reached: IndicatorValue, result: Fraction | None
) -> tuple[Fraction | None, ValueStatus | None]:
    """The ratio, or why there is none; the status of what is absent already passes on."""
    if result is None or asked.value is None:
        return None, None
    of_one_scale = asked.unit == reached.unit or {asked.unit, reached.unit} <= set(_SAME_SCALE)
    if not of_one_scale:
        return None, ValueStatus.NOT_COMPARABLE
    is_level_to_fall_to = target.kind not in REDUCTIONS and target.direction == "down"
    if is_level_to_fall_to or result < 0 or not asked.value or not can_be_assessed(target, asked, reached):
        return None, ValueStatus.UNDEFINED
    return result / abs(asked.value), None
