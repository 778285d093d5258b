"""Thay đổi giữa hai lần rà soát: differences, relative changes, yearly averages and what drove them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

from poverty_evaluation.indicators.inputs import PeriodTables, reviews
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """The opening and the closing review of a place; `comparable` when both stand under one poverty standard."""

    place_code: str
    opening: str
    closing: str
    opening_standard: str
    closing_standard: str

    @property
    def comparable(self) -> bool:
        return self.opening_standard == self.closing_standard

    @property
    def years(self) -> Fraction:
        return years_between(date.fromisoformat(self.opening), date.fromisoformat(self.closing))


def years_between(start: date, end: date) -> Fraction:
    """Whole years, and the days left over as a part of the year they lie in."""
    whole = end.year - start.year - (1 if _anniversary(start, end.year) > end else 0)
    last = _anniversary(start, start.year + whole)
    following = _anniversary(start, start.year + whole + 1)
    return whole + Fraction((end - last).days, (following - last).days)


def _anniversary(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February in a common year
        return date(year, 3, 1)


def review_pairs(context: PeriodTables) -> list[ReviewPair]:
    """For each place: its latest review of this period, and its first one there or the last of the period before."""
    pairs = []
    all_rows = reviews(context)
    own = set(context.tables["household_review"]["as_of"])
    for place_code, rows in all_rows.groupby("place_code", sort=True):
        leading = rows[(rows["standard_id"] == context.leading_standard) | ~rows["as_of"].isin(own)]
        current = leading[leading["as_of"].isin(own)]
        if current.empty:
            continue
        earlier = leading[~leading["as_of"].isin(own)]
        closing = current.iloc[-1]
        opening = current.iloc[0] if len(current) > 1 else (earlier.iloc[-1] if len(earlier) else None)
        if opening is not None and opening["as_of"] < closing["as_of"]:
            pairs.append(
                ReviewPair(
                    str(place_code), opening["as_of"], closing["as_of"], opening["standard_id"], closing["standard_id"]
                )
            )
    return pairs


def difference(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """closing - opening."""
    yield from _changes(definition, context, known, "{1} - {0}", lambda before, after, _: after - before)


def relative_change(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """closing / opening - 1; undefined on an opening of zero."""
    yield from _changes(
        definition, context, known, "{1} / {0} - 1", lambda before, after, _: after / before - 1 if before else None
    )


def annualised(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """Per year between the two reviews: the difference divided (absolute), or the compound rate."""
    if definition.method == "compound":
        yield from _changes(definition, context, known, "({1} / {0})^(1/{t}) - 1", _compound)
    else:
        yield from _changes(
            definition, context, known, "({1} - {0}) / {t}", lambda before, after, years: (after - before) / years
        )


def _compound(before: Fraction, after: Fraction, years: Fraction) -> Fraction | None:
    if before <= 0 or after <= 0:
        return None
    with localcontext() as decimal:
        decimal.prec = 40
        ratio = Decimal(after.numerator) * before.denominator / (Decimal(after.denominator) * before.numerator)
        exponent = Decimal(years.denominator) / Decimal(years.numerator)
        return Fraction(ratio**exponent - 1)


def _changes(
    definition: IndicatorDefinition,
    context: PeriodTables,
    known: Mapping[str, IndicatorValue],
    pattern: str,
    compute: Callable[[Fraction, Fraction, Fraction], Fraction | None],
) -> Iterator[IndicatorValue]:
    indicator = definition.of[0]
    for pair in review_pairs(context):
        before = known.get(value_id(indicator, pair.place_code, pair.opening))
        after = known.get(value_id(indicator, pair.place_code, pair.closing))
        if before is None or after is None:
            continue
        formula = pattern.format(
            f"{indicator}[{pair.opening}]", f"{indicator}[{pair.closing}]", t=f"{float(pair.years):.2f}"
        )
        if not pair.comparable:
            yield computed(
                definition, context, None, (before, after), formula, place_code=pair.place_code,
                as_of=pair.closing, status=ValueStatus.NOT_COMPARABLE,
            )  # fmt: skip
            continue
        value, status = None, None
        if before.value is not None and after.value is not None:
            value = compute(before.value, after.value, pair.years)
            status = ValueStatus.UNDEFINED if value is None else None
        yield computed(
            definition,
            context,
            value,
            (before, after),
            formula,
            place_code=pair.place_code,
            as_of=pair.closing,
            status=status,
        )


def decomposition(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """The change in a count, split into what the rate did and what the denominator did:
    N1·p1 - N0·p0 = (p1-p0)·(N0+N1)/2 + (N1-N0)·(p0+p1)/2. Where the households were not all counted N is
    count / rate, and the two effects are estimates."""
    for pair in review_pairs(context):
        opening, closing = (_end(definition, pair.place_code, when, known) for when in (pair.opening, pair.closing))
        if not pair.comparable or opening is None or closing is None:
            continue
        operands = (*opening.operands, *closing.operands)
        rate_effect = (closing.rate - opening.rate) * (opening.total + closing.total) / 2
        denominator_effect = (closing.total - opening.total) * (opening.rate + closing.rate) / 2
        for suffix, effect, formula, vi, en in (
            ("_rate", rate_effect, "(p1-p0)·(N0+N1)/2", "do tỷ lệ thay đổi", "from the rate"),
            (
                "_denominator",
                denominator_effect,
                "(N1-N0)·(p0+p1)/2",
                "do tổng số hộ thay đổi",
                "from the number of households",
            ),
        ):
            value = computed(
                definition, context, effect, operands, formula, place_code=pair.place_code, as_of=pair.closing, suffix=suffix,
                label=(f"{definition.label['vi']}: {vi}", f"{definition.label['en']}: {en}"),
            )  # fmt: skip
            implied = opening.implied or closing.implied
            yield replace(value, qualifier=Qualifier.ESTIMATE) if implied else value


@dataclass(frozen=True, slots=True)
class _End:
    """Rate and denominator at one of the two reviews; `implied` when the denominator follows from the rate."""

    rate: Fraction
    total: Fraction
    implied: bool
    operands: tuple[IndicatorValue, ...]


def _end(
    definition: IndicatorDefinition, place_code: str, when: str, known: Mapping[str, IndicatorValue]
) -> _End | None:
    count, rate, total = (known.get(value_id(name, place_code, when)) for name in definition.of)
    if count is None or rate is None or count.value is None or not rate.value:
        return None
    if total is not None and total.value:
        return _End(rate.value, total.value, False, (count, rate, total))
    return _End(rate.value, count.value / rate.value, True, (count, rate))
