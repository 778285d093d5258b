"""Tỷ lệ: ratios of counts of one review, shares of a total, and the denominators a published rate allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.inputs import PeriodTables, cell, exact, review_dimensions, reviews
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.relations import denominator_bounds
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


def ratio(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """numerator / denominator of each review. Where the denominator was not sent, the rate is carried as published
    and marked so; on a denominator of zero it is undefined."""
    rows = reviews(context)
    over, under = definition.of
    for row in rows.itertuples(index=False):
        dimensions = review_dimensions(row, rows, context)
        numerator = known.get(value_id(over, row.place_code, row.as_of, dimensions))
        denominator = known.get(value_id(under, row.place_code, row.as_of, dimensions))
        printed = _printed(definition, row)
        place = {"place_code": row.place_code, "when": row.as_of, "as_of": row.as_of, "dimensions": dimensions}
        if numerator is not None and denominator is not None:
            operands = (numerator, denominator)
            value, status = None, None
            if numerator.value is not None and denominator.value is not None:
                value = numerator.value / denominator.value if denominator.value else None
                status = ValueStatus.UNDEFINED if value is None else None
            rate = computed(definition, context, value, operands, f"{over} / {under}", status=status, **place)
            yield replace(rate, as_printed=printed[1] if printed else "")
        elif printed is not None:
            value, text, source, decimals = printed
            rate = computed(definition, context, value, (), "as published", status=ValueStatus.AS_PUBLISHED, **place)
            yield replace(rate, as_printed=text, sources=(source,), decimals=decimals)
        elif numerator is not None:
            yield computed(
                definition, context, None, (numerator,), f"{over} / {under}", status=ValueStatus.MISSING, **place
            )


def _printed(definition: IndicatorDefinition, row: Any) -> tuple[Fraction | None, str, SourceCell, int] | None:
    """Value, text, source and decimals of the rate as the office printed it."""
    column = definition.published_as
    if not column or ValueStatus(getattr(row, f"{column}_status")) is ValueStatus.MISSING:
        return None
    source = cell(getattr(row, f"{column}_source"))
    return exact(getattr(row, column)), source.text, source, getattr(row, f"{column}_decimals")


def bounds(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """The least and the greatest denominator that a rate carried as published allows, two values `…_min`, `…_max`."""
    count_id, rate_id = definition.of
    for rate in list(known.values()):
        if rate.indicator_id != rate_id or rate.status is not ValueStatus.AS_PUBLISHED or rate.value is None:
            continue
        count = known.get(value_id(count_id, rate.place_code, rate.as_of, rate.dimensions))
        if count is None or count.value is None or count.value <= 0:
            continue
        low, high = denominator_bounds(int(count.value), rate.value, rate.decimals)
        ends = (("_min", low, "ít nhất", "at least"), ("_max", high, "nhiều nhất", "at most"))
        for suffix, value, vi, en in ends:
            yield computed(
                definition, context, Fraction(value), (count, rate), f"{count_id} / {rate_id} (rounding bounds)",
                place_code=rate.place_code, when=rate.as_of, as_of=rate.as_of, dimensions=rate.dimensions, suffix=suffix,
                label=(f"{definition.label['vi']} ({vi})", f"{definition.label['en']} ({en})"),
            )  # fmt: skip


def share(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """Each value of the first indicator as a share of the one value of the second."""
    part_id, whole_id = definition.of
    wholes = [value for value in known.values() if value.indicator_id == whole_id]
    if len(wholes) != 1 or not wholes[0].value:
        return
    for part in [value for value in known.values() if value.indicator_id == part_id]:
        value = None if part.value is None else part.value / wholes[0].value
        yield computed(
            definition, context, value, (part, wholes[0]), f"{part_id} / {whole_id}", dimensions=part.dimensions,
            label=(f"{definition.label['vi']}: {part.label_vi}", f"{definition.label['en']}: {part.label_en}"),
        )  # fmt: skip
