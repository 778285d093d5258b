"""Lan truyền: how qualifier, status, sources and absence pass from operands to what is computed of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, weakest
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

#: What a hedge becomes when the figure is subtracted or divided by: "at least" turns into "at most".
_MIRRORED = {
    Qualifier.LOWER_BOUND: Qualifier.UPPER_BOUND,
    Qualifier.UPPER_BOUND: Qualifier.LOWER_BOUND,
    Qualifier.ESTIMATED_LOWER_BOUND: Qualifier.ESTIMATE,
}


def computed(
    definition: IndicatorDefinition,
    context: PeriodTables,
    value: Fraction | None,
    operands: Sequence[IndicatorValue],
    formula: str,
    *,
    place_code: str = "",
    when: str = "",
    as_of: str = "",
    dimensions: Mapping[str, str] | None = None,
    suffix: str = "",
    label: tuple[str, str] = ("", ""),
    status: ValueStatus | None = None,
    unit_names: tuple[str, str] | None = None,
    falling: Sequence[IndicatorValue] = (),
) -> IndicatorValue:
    """A computed value. Its qualifier is its operands' weakest, its sources are theirs, a disputed operand makes it
    disputed, an absent one absent (unless `status` says otherwise). `falling`: the operands with which the result
    falls; their hedges count the other way round."""
    place = place_code or context.place_code
    fall = {operand.id for operand in falling}
    unit_vi, unit_en = unit_names or context.unit_names(definition.unit)
    return IndicatorValue(
        id=value_id(definition.id + suffix, place, when or context.period, dimensions),
        indicator_id=definition.id + suffix,
        label_vi=label[0] or definition.label["vi"],
        label_en=label[1] or definition.label["en"],
        value=value,
        unit=definition.unit,
        unit_vi=unit_vi,
        unit_en=unit_en,
        decimals=definition.decimals,
        qualifier=weakest([hedge(operand, operand.id in fall) for operand in operands]),
        status=status or _status(value, operands),
        place_code=place,
        period=context.period,
        as_of=as_of,
        formula=formula,
        operands=tuple(operand.id for operand in operands),
        sources=tuple(dict.fromkeys(source for operand in operands for source in operand.sources)),
    )


def hedge(operand: IndicatorValue, falling: bool) -> Qualifier:
    return _MIRRORED.get(operand.qualifier, operand.qualifier) if falling else operand.qualifier


def _status(value: Fraction | None, operands: Sequence[IndicatorValue]) -> ValueStatus:
    if value is None:
        return next((operand.status for operand in operands if operand.value is None), ValueStatus.MISSING)
    if any(operand.status is ValueStatus.DISPUTED for operand in operands):
        return ValueStatus.DISPUTED
    return ValueStatus.COMPUTED


def quotient(numerator: IndicatorValue, denominator: IndicatorValue) -> tuple[Fraction | None, ValueStatus | None]:
    """numerator / denominator, and the status of a quotient that is undefined because the denominator is zero."""
    if numerator.value is None or denominator.value is None:
        return None, None
    if not denominator.value:
        return None, ValueStatus.UNDEFINED
    return numerator.value / denominator.value, None
