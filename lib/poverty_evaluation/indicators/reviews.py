"""Kết quả rà soát dùng để tính: which received review stands for a place, a date and a standard, and which pairs of
reviews a change is told between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

import pandas as pd

from poverty_evaluation.reference import Between
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.values import value_id

#: From the least to the most settled.
_VINTAGES = (Vintage.PRELIMINARY, Vintage.OFFICIAL, Vintage.AMENDED)


@dataclass(frozen=True, slots=True)
class Review:
    """One received review.

    is_own: the period itself holds a review of that place, date and standard, not only the period before it;
    is_leading: of the vintages of that review this is the one that is computed with; dimensions: what sets its values
    apart from those of another standard or vintage on the same date.
    """

    place_code: str
    as_of: str
    standard_id: str
    vintage: Vintage
    is_own: bool
    is_leading: bool
    dimensions: Mapping[str, str]
    row: Any

    def id_of(self, indicator_id: str) -> str:
        return value_id(indicator_id, self.place_code, self.as_of, self.dimensions)


def read_reviews(
    own: pd.DataFrame, previous: pd.DataFrame, leading_standard: str, vintage: Vintage | None
) -> tuple[Review, ...]:
    """All reviews of this period and the one before, by place and date, oldest first.

    Of several vintages of one review the latest leads: amended over official over preliminary, or the latest not
    beyond `vintage` where a run asks for one. A review that both periods hold in the same vintage is this period's.
    """
    told: dict[tuple[str, str, str], dict[Vintage, Any]] = {}
    own_keys = set()
    for frame, is_own in ((previous, False), (own, True)):
        for row in frame.itertuples(index=False):
            key = (row.place_code, row.as_of, row.standard_id)
            told.setdefault(key, {})[Vintage(row.vintage)] = row
            if is_own:
                own_keys.add(key)
    standards: dict[tuple[str, str], set[str]] = {}
    for place_code, as_of, standard_id in told:
        standards.setdefault((place_code, as_of), set()).add(standard_id)
    reviews = []
    for key in sorted(told):
        place_code, as_of, standard_id = key
        beside = len(standards[place_code, as_of]) > 1 and standard_id != leading_standard
        leading = _leading_vintage(told[key], vintage)
        for one in sorted(told[key], key=lambda one: one is not leading):
            dimensions = {"standard": standard_id} if beside else {}
            if one is not leading:
                dimensions["vintage"] = str(one)
            row = told[key][one]
            reviews.append(
                Review(place_code, as_of, standard_id, one, key in own_keys, one is leading, dimensions, row)
            )
    return tuple(reviews)


def _leading_vintage(told: Mapping[Vintage, Any], asked: Vintage | None) -> Vintage:
    known = [vintage for vintage in _VINTAGES if vintage in told]
    if asked is None:
        return known[-1]
    until = [vintage for vintage in known if _VINTAGES.index(vintage) <= _VINTAGES.index(asked)]
    return until[-1] if until else known[0]


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """The opening and the closing review of a place. dimensions: the standard, where it is not the leading one."""

    opening: Review
    closing: Review
    dimensions: Mapping[str, str]

    @property
    def place_code(self) -> str:
        return self.closing.place_code

    @property
    def comparable(self) -> bool:
        """Whether both stand under one poverty standard."""
        return self.opening.standard_id == self.closing.standard_id

    @property
    def years(self) -> Fraction:
        return years_between(date.fromisoformat(self.opening.as_of), date.fromisoformat(self.closing.as_of))


def review_pairs(
    reviews: tuple[Review, ...], leading_standard: str, between: Between = Between.REVIEWS
) -> Iterator[ReviewPair]:
    """For each place its latest review of this period, and the one before it that a change is told from.

    That is the first review of the period itself, or else the last of the period before (always the latter where
    `between` says previous); one under the same standard if there is any. Reviews beside the leading standard are
    paired among themselves only.
    """
    leading = [review for review in reviews if review.is_leading]
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
                yield ReviewPair(opening, closing, dimensions)


def _opening(reviews: list[Review], closing: Review, between: Between) -> Review | None:
    earlier = [review for review in reviews if review.as_of < closing.as_of]
    own = [review for review in earlier if review.is_own]
    if own and between is Between.REVIEWS:
        return own[0]
    before = [review for review in earlier if not review.is_own]
    return before[-1] if before else None


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
