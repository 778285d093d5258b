"""Tỷ lệ: ratios of counts, shares of a total, and the denominators that a published rate allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.indicators.cells import exact
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed, quotient
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.relations import denominator_bounds
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import IndicatorValue, parse_value_id, value_id

Known = Mapping[str, IndicatorValue]


def ratio(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """numerator / denominator of each review; undefined on a denominator of zero.

    Where one of the counts was not sent the rate is carried as the office published it, and marked so.
    """
    over, under = definition.of
    formula = f"{over} / {under}"
    for review in context.reviews:
        numerator, denominator = known.get(review.id_of(over)), known.get(review.id_of(under))
        published = _as_published(definition, context, review)
        if numerator is not None and denominator is not None and None not in (numerator.value, denominator.value):
            value, status = quotient(numerator, denominator)
            printed = published.as_printed if published else ""
            yield replace(
                _of_review(definition, context, review, value, (numerator, denominator), formula, status),
                as_printed=printed,
            )
        elif published is not None:
            yield published
        elif numerator is not None:
            sent = (numerator,) if denominator is None else (numerator, denominator)
            yield _of_review(definition, context, review, None, sent, formula, None)


def _of_review(
    definition: IndicatorDefinition,
    context: PeriodTables,
    review: Review,
    value: Fraction | None,
    operands: tuple[IndicatorValue, ...],
    formula: str,
    status: ValueStatus | None,
) -> IndicatorValue:
    return computed(
        definition,
        context,
        value,
        operands,
        formula,
        place_code=review.place_code,
        when=review.as_of,
        as_of=review.as_of,
        dimensions=review.dimensions,
        status=status,
        falling=operands[1:],
    )


def _as_published(definition: IndicatorDefinition, context: PeriodTables, review: Review) -> IndicatorValue | None:
    """The rate that the office printed, in its printed precision; None where it printed none."""
    column = definition.published_as
    if not column or review.merged or review.parts:
        return None
    received = {
        name: getattr(review.row, f"{column}_{name}")
        for name in ("status", "qualifier", "decimals", "as_printed", "source")
    }
    status = ValueStatus(received["status"])
    if status is ValueStatus.MISSING:
        return None
    rate = _of_review(
        definition,
        context,
        review,
        exact(getattr(review.row, column)),
        (),
        f"household_review.{column}",
        ValueStatus.AS_PUBLISHED if status in (ValueStatus.GIVEN, ValueStatus.CORRECTED) else status,
    )
    return replace(
        rate,
        qualifier=Qualifier(received["qualifier"]),
        decimals=received["decimals"],
        as_printed=received["as_printed"],
        sources=(source_from_json(received["source"]),),
    )


def bounds(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """The least and the greatest denominator that a rate carried as published allows, two values `…_min`, `…_max`;
    undefined where no whole number gives that rate, or any large one does."""
    count_id, rate_id = definition.of
    for review in context.reviews:
        count, rate = known.get(review.id_of(count_id)), known.get(review.id_of(rate_id))
        if count is None or rate is None or rate.operands or count.value is None or rate.value is None:
            continue
        ends: tuple[int, int] | None
        try:
            ends = denominator_bounds(int(count.value), rate.value, rate.decimals)
        except ValueError:
            ends = None
        for place, (suffix, vi, en) in enumerate((("_min", "ít nhất", "at least"), ("_max", "nhiều nhất", "at most"))):
            yield computed(
                definition,
                context,
                Fraction(ends[place]) if ends else None,
                (count, rate),
                f"{suffix[1:]}(N: round({count_id} / N, {rate.decimals + 2}) = {rate_id})",
                place_code=review.place_code,
                when=review.as_of,
                as_of=review.as_of,
                dimensions=review.dimensions,
                suffix=suffix,
                label=(f"{definition.label['vi']} ({vi})", f"{definition.label['en']} ({en})"),
                status=None if ends else ValueStatus.UNDEFINED,
                falling=(rate,),
            )


def share(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """Each value of the first indicator as a share of the second's undivided value of the same place and time."""
    part_id, whole_id = definition.of
    for part in [value for value in known.values() if value.indicator_id == part_id]:
        _, dimensions, place_code, when = parse_value_id(part.id)
        whole = known.get(value_id(whole_id, place_code, when))
        if whole is None:
            continue
        value, status = quotient(part, whole)
        yield computed(
            definition,
            context,
            value,
            (part, whole),
            f"{part_id} / {whole_id}",
            place_code=place_code,
            when=when,
            as_of=part.as_of,
            dimensions=dimensions,
            label=(f"{definition.label['vi']}: {part.label_vi}", f"{definition.label['en']}: {part.label_en}"),
            status=status,
            falling=(whole,),
        )
