"""Lan truyền: how qualifier, status, sources and absence pass from operands to what is computed of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from poverty_evaluation.indicators.inputs import PeriodTables
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import ValueStatus, weakest
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

#: Shown names of the units that only computed values have.
_UNIT_NAMES = {
    "ratio": ("%", "%"),
    "pp": ("điểm phần trăm", "percentage points"),
    "vnd": ("đồng", "VND"),
    "household": ("hộ", "households"),
    "person": ("người", "persons"),
}


def computed(
    definition: IndicatorDefinition,
    context: PeriodTables,
    value: Fraction | None,
    operands: Sequence[IndicatorValue],
    formula: str,
    *,
    place_code: str | None = None,
    when: str | None = None,
    as_of: str = "",
    dimensions: Mapping[str, str] | None = None,
    suffix: str = "",
    label: tuple[str, str] = ("", ""),
    status: ValueStatus | None = None,
    unit_name: tuple[str, str] | None = None,
) -> IndicatorValue:
    """A computed value. Its qualifier is its operands' weakest, its sources are theirs, a disputed operand makes it
    disputed, an absent one absent (unless `status` says otherwise)."""
    place = place_code or context.place_code
    names = unit_name or _UNIT_NAMES.get(definition.unit, ("", ""))
    return IndicatorValue(
        id=value_id(definition.id + suffix, place, when or context.period, dimensions),
        indicator_id=definition.id + suffix,
        label_vi=label[0] or definition.label["vi"],
        label_en=label[1] or definition.label["en"],
        value=value,
        unit=definition.unit,
        unit_vi=names[0],
        unit_en=names[1],
        decimals=definition.decimals,
        qualifier=weakest([operand.qualifier for operand in operands]),
        status=status or _status(value, operands),
        place_code=place,
        period=context.period,
        as_of=as_of,
        formula=formula,
        operands=tuple(operand.id for operand in operands),
        sources=tuple(dict.fromkeys(source for operand in operands for source in operand.sources)),
    )


def _status(value: Fraction | None, operands: Sequence[IndicatorValue]) -> ValueStatus:
    if value is None:
        reasons = [operand.status for operand in operands if operand.value is None]
        return reasons[0] if reasons else ValueStatus.MISSING
    if any(operand.status is ValueStatus.DISPUTED for operand in operands):
        return ValueStatus.DISPUTED
    return ValueStatus.COMPUTED
