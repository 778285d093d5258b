"""Hai lần rà soát được so sánh: between which two reviews of a place a change is told, and whether it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import Between, IndicatorDefinition, Place, Places


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """The opening and the closing review of a place.

    dimensions: the standard, where it is not the leading one; boundary: the unit whose making changed the territory of
    the place in between, None where it stayed the same.
    """

    opening: Review
    closing: Review
    dimensions: Mapping[str, str]
    boundary: Place | None

    @property
    def place_code(self) -> str:
        return self.closing.place_code

    @property
    def under_one_standard(self) -> bool:
        return self.opening.standard_id == self.closing.standard_id

    def may_compare(self, definition: IndicatorDefinition) -> bool:
        """Nothing is compared across a change of territory unless the opening was added up on the new one, nor across
        standards what depends on them, nor what only some of the places of one of the two have sent."""
        on_one_territory = self.boundary is None or bool(self.opening.merged)
        if not (self.opening.is_complete and self.closing.is_complete):
            return False
        return on_one_territory and (self.under_one_standard or not definition.comparable_within)

    @property
    def years(self) -> Fraction:
        return years_between(date.fromisoformat(self.opening.as_of), date.fromisoformat(self.closing.as_of))


def pair_of(
    opening: Review, closing: Review, places: Places, dimensions: Mapping[str, str] | None = None
) -> ReviewPair:
    """Two reviews of one place, and whether its territory changed in between."""
    boundary = boundary_change(
        closing.place_code, date.fromisoformat(opening.as_of), date.fromisoformat(closing.as_of), places
    )
    return ReviewPair(opening, closing, dimensions or {}, boundary)


def review_pairs(context: PeriodTables, between: Between = Between.REVIEWS) -> Iterator[ReviewPair]:
    """For each place its latest review of this period, and the one before it that a change is told from.

    That is the first review of the period itself, or else the last of the period before (always the latter where
    `between` says previous, always the last of the period that opens the phase where it says start); one under the same
    standard if there is any. Reviews beside the leading standard are paired among themselves only.
    """
    if between is Between.YEARLY:
        yield from _yearly_pairs(context)
        return
    leading_standard, places = context.leading_standard, context.reference.places
    leading = sorted((one for one in context.reviews if one.is_leading), key=lambda one: (one.place_code, one.as_of))
    for _, group in groupby(leading, key=lambda review: review.place_code):
        rows = list(group)
        others = sorted({review.standard_id for review in rows} - {leading_standard})
        for standard_id in (leading_standard, *others):
            under = [review for review in rows if review.standard_id == standard_id]
            closing = next((review for review in reversed(under) if review.is_own), None)
            if closing is None:
                continue
            opening = _opening(under, closing, between)
            if opening is None and standard_id == leading_standard:
                opening = _opening(rows, closing, between)
            if opening is not None:
                dimensions = {} if standard_id == leading_standard else {"standard": standard_id}
                yield pair_of(_on_territory(context, opening, closing), closing, places, dimensions)


def _yearly_pairs(context: PeriodTables) -> Iterator[ReviewPair]:
    """The last review of each year of the reporting place, and that of the year before; those of the leading standard
    where a day has several."""
    last: dict[int, Review] = {}
    for review in sorted(context.reviews, key=lambda one: one.as_of):
        if review.is_leading and not review.dimensions and review.place_code == context.place_code:
            last[date.fromisoformat(review.as_of).year] = review
    for year, closing in last.items():
        opening = last.get(year - 1)
        if opening is not None:
            yield pair_of(_on_territory(context, opening, closing), closing, context.reference.places)


def _opening(reviews: list[Review], closing: Review, between: Between) -> Review | None:
    earlier = [review for review in reviews if review.as_of < closing.as_of]
    if between is Between.START:
        return next((review for review in reversed(earlier) if review.is_start), None)
    earlier = [review for review in earlier if not review.is_only_start]
    own = [review for review in earlier if review.is_own]
    if own and between is Between.REVIEWS:
        return own[0]
    before = [review for review in earlier if not review.is_own]
    return before[-1] if before else None


def _on_territory(context: PeriodTables, opening: Review, closing: Review) -> Review:
    """The opening on the territory of the closing review, where it could be added up."""
    wanted = (closing.place_code, opening.as_of, opening.standard_id)
    merged = (review for review in context.reviews if review.merged)
    return next((one for one in merged if (one.place_code, one.as_of, one.standard_id) == wanted), opening)


def boundary_change(place_code: str, start: date, end: date, places: Places) -> Place | None:
    """The unit made between two dates that took in more than the place, or took a part of it."""
    return places.boundary_change(place_code, start, end)


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
