"""Thay đổi giữa hai lần rà soát: differences, relative changes, yearly averages and what drove them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction

from poverty_evaluation.indicators.pairs import review_pairs
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import Between, IndicatorDefinition, Method
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

Known = Mapping[str, IndicatorValue]
Change = Callable[[Fraction, Fraction, Fraction], Fraction | None]

#: Digits to which a root is drawn; everything else is exact.
_ROOT_DIGITS = 40


def difference(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """closing - opening."""
    return _changes(definition, context, known, "{1} - {0}", lambda before, after, _: after - before)


def relative_change(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """closing / opening - 1; undefined on an opening of zero."""

    def compute(before: Fraction, after: Fraction, _: Fraction) -> Fraction | None:
        return after / before - 1 if before else None

    return _changes(definition, context, known, "{1} / {0} - 1", compute)


def annualised(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """Per year between the two reviews: the difference divided (absolute), or the compound rate."""
    if definition.method is Method.COMPOUND:
        return _changes(definition, context, known, "({1} / {0})^(1/{t}) - 1", _compound)
    return _changes(
        definition, context, known, "({1} - {0}) / {t}", lambda before, after, years: (after - before) / years
    )


def _compound(before: Fraction, after: Fraction, years: Fraction) -> Fraction | None:
    if before <= 0 or after < 0:
        return None
    with localcontext() as decimal:
        decimal.prec = _ROOT_DIGITS
        growth = after / before
        factor = Decimal(growth.numerator) / growth.denominator
        return Fraction(factor ** (Decimal(years.denominator) / years.numerator) - 1)


def _changes(
    definition: IndicatorDefinition, context: PeriodTables, known: Known, pattern: str, compute: Change
) -> Iterator[IndicatorValue]:
    (indicator,) = definition.of
    for pair in review_pairs(context, definition.between):
        before, after = known.get(pair.opening.id_of(indicator)), known.get(pair.closing.id_of(indicator))
        if before is None or after is None:
            continue
        value, status = None, None
        if not pair.may_compare(definition):
            status = ValueStatus.NOT_COMPARABLE
        elif before.value is not None and after.value is not None:
            value = compute(before.value, after.value, pair.years)
            status = ValueStatus.UNDEFINED if value is None else None
        years = pair.years
        formula = pattern.format(
            f"{indicator}[{pair.opening.as_of}]",
            f"{indicator}[{pair.closing.as_of}]",
            t=years if years.denominator == 1 else f"({years})",
        )
        yield computed(
            definition,
            context,
            value,
            (before, after),
            formula,
            place_code=pair.place_code,
            when=pair.closing.as_of if definition.between is Between.YEARLY else "",
            as_of=pair.closing.as_of,
            dimensions=pair.dimensions,
            status=status,
            falling=(before,),
        )


def decomposition(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """The change in a count, split into what the rate did and what the denominator did:
    N1·p1 - N0·p0 = (p1-p0)·(N0+N1)/2 + (N1-N0)·(p0+p1)/2. Where the households were not all counted N is
    count / rate, and the two effects are estimates."""
    for pair in review_pairs(context, definition.between):
        opening, closing = (_end(definition, review, known) for review in (pair.opening, pair.closing))
        if opening is None or closing is None:
            continue
        effects: tuple[Fraction | None, Fraction | None] = (None, None)
        status: ValueStatus | None = ValueStatus.NOT_COMPARABLE
        if pair.may_compare(definition):
            effects, status = _effects(opening, closing), None
        operands = (*opening.operands, *closing.operands)
        hedged = any(operand.qualifier is not Qualifier.EXACT for operand in operands)
        estimated = opening.implied or closing.implied or hedged
        for effect, (suffix, formula, vi, en) in zip(effects, _EFFECTS, strict=True):
            value = computed(
                definition,
                context,
                effect,
                operands,
                formula,
                place_code=pair.place_code,
                as_of=pair.closing.as_of,
                dimensions=pair.dimensions,
                suffix=suffix,
                label=(f"{definition.label['vi']}: {vi}", f"{definition.label['en']}: {en}"),
                status=status,
            )
            yield replace(value, qualifier=Qualifier.ESTIMATE if estimated else Qualifier.EXACT)


_EFFECTS = (
    ("_rate", "(p1-p0)·(N0+N1)/2", "do tỷ lệ thay đổi", "from the rate"),
    ("_denominator", "(N1-N0)·(p0+p1)/2", "do tổng số hộ thay đổi", "from the number of households"),
)


@dataclass(frozen=True, slots=True)
class _End:
    """Rate and denominator at one of the two reviews; `implied` when the denominator follows from the rate."""

    rate: Fraction
    total: Fraction
    implied: bool
    operands: tuple[IndicatorValue, ...]


def _effects(opening: _End, closing: _End) -> tuple[Fraction, Fraction]:
    from_rate = (closing.rate - opening.rate) * (opening.total + closing.total) / 2
    from_total = (closing.total - opening.total) * (opening.rate + closing.rate) / 2
    return from_rate, from_total


def _end(definition: IndicatorDefinition, review: Review, known: Known) -> _End | None:
    count, rate, total = (known.get(review.id_of(name)) for name in definition.of)
    if count is None or rate is None or count.value is None or rate.value is None:
        return None
    if total is not None and total.value:
        return _End(rate.value, total.value, False, (count, rate, total))
    if not rate.value:
        return None
    return _End(rate.value, count.value / rate.value, True, (count, rate))
