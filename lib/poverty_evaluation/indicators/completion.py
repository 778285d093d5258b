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
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.targets import REDUCTIONS, can_be_assessed, value_reached
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

#: Units of one scale: a target in points may be printed with the sign of a rate.
_SAME_SCALE = ("ratio", "pp")


def completions(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """For each target that has a result: the ratio, the result in the direction asked for (`…_achieved`), and what it
    lacks of the target where it is missed (`…_gap`).

    There is no ratio (undefined) where the result went the other way, where the target is a level to fall to, or where
    the data do not allow to say whether it is met; not comparable where the two are in different units.
    """
    (indicator,) = definition.of
    dates = set(context.tables["household_review"]["as_of"])
    values = list(known.values())
    for target in rows_of(context.tables["targets"]):
        asked = known.get(value_id(indicator, context.place_code, context.period, {"target": target.target_id}))
        reached = value_reached(target, values, context.place_code, context.period, dates, context.activities)
        if asked is None or reached is None:
            continue
        falls = target.kind in REDUCTIONS and target.direction == "down"
        yield from _values(definition, context, target, asked, reached, falls)
        yield from _gap(definition, context, target, asked, reached)


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


def _gap(
    definition: IndicatorDefinition, context: PeriodTables, target: Any, asked: IndicatorValue, reached: IndicatorValue
) -> Iterator[IndicatorValue]:
    """How far a target was missed: short of what was asked, or above the level that was to be fallen to. Two rates lie
    percentage points apart."""
    if not can_be_assessed(target, asked, reached) or not _of_one_scale(asked, reached):
        return
    assert asked.value is not None and reached.value is not None
    is_reduction, falls = target.kind in REDUCTIONS, target.direction == "down"
    if is_reduction:
        gap, name = abs(asked.value) - (-reached.value if falls else reached.value), "+" if falls else "-"
        formula = f"{asked.indicator_id} {name} {reached.indicator_id}"
    elif falls:
        gap, formula = reached.value - asked.value, f"{reached.indicator_id} - {asked.indicator_id}"
    else:
        gap, formula = asked.value - reached.value, f"{asked.indicator_id} - {reached.indicator_id}"
    if gap <= 0:
        return
    in_points = reached.unit in _SAME_SCALE
    value = computed(
        definition,
        context,
        gap,
        (reached, asked),
        formula,
        as_of=reached.as_of,
        dimensions={"target": target.target_id},
        suffix="_gap",
        falling=_subtracted(is_reduction, falls, asked, reached),
        label=(
            f"Còn cách chỉ tiêu: {target.label_vi}",
            f"Distance to the target: {target.label_en or target.label_vi}",
        ),
        unit_names=("điểm phần trăm", "percentage points") if in_points else (reached.unit_vi, reached.unit_en),
    )
    unit = "pp" if in_points else reached.unit
    yield replace(value, unit=unit, decimals=max(reached.decimals, asked.decimals))


def _subtracted(
    is_reduction: bool, falls: bool, asked: IndicatorValue, reached: IndicatorValue
) -> tuple[IndicatorValue, ...]:  # fmt: skip
    """The operand whose hedge turns round: above "under 2%" is above by at least so much."""
    if falls:
        return () if is_reduction else (asked,)
    return (reached,)


def _of_one_scale(asked: IndicatorValue, reached: IndicatorValue) -> bool:
    return asked.unit == reached.unit or {asked.unit, reached.unit} <= set(_SAME_SCALE)


def _ratio(
    target: Any, asked: IndicatorValue, reached: IndicatorValue, result: Fraction | None
) -> tuple[Fraction | None, ValueStatus | None]:
    """The ratio, or why there is none; the status of what is absent already passes on."""
    if result is None or asked.value is None:
        return None, None
    if not _of_one_scale(asked, reached):
        return None, ValueStatus.NOT_COMPARABLE
    is_level_to_fall_to = target.kind not in REDUCTIONS and target.direction == "down"
    if is_level_to_fall_to or result < 0 or not asked.value or not can_be_assessed(target, asked, reached):
        return None, ValueStatus.UNDEFINED
    return result / abs(asked.value), None
