"""Kết quả rà soát dùng để tính: which received review stands for a place, a date and a standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.values import value_id

#: From the least to the most settled.
_VINTAGES = (Vintage.PRELIMINARY, Vintage.OFFICIAL, Vintage.AMENDED)


@dataclass(frozen=True, slots=True)
class Review:
    """One received review.

    is_own: the period itself holds a review of that place, date and standard, not only the period before it;
    is_leading: of the vintages of that review this is the one that is computed with; dimensions: what sets its values
    apart from those of another standard or vintage on the same date; merged: the reviews that this one adds up, where
    none was received on the territory of today.
    """

    place_code: str
    as_of: str
    standard_id: str
    vintage: Vintage
    is_own: bool
    is_leading: bool
    dimensions: Mapping[str, str]
    row: Any
    merged: tuple[Review, ...] = ()

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
        leading = leading_vintage(told[key], vintage)
        for one in sorted(told[key], key=lambda one: one is not leading):
            dimensions = {"standard": standard_id} if beside else {}
            if one is not leading:
                dimensions["vintage"] = str(one)
            row = told[key][one]
            reviews.append(
                Review(place_code, as_of, standard_id, one, key in own_keys, one is leading, dimensions, row)
            )
    return tuple(reviews)


def leading_vintage(told: Mapping[Vintage, Any], asked: Vintage | None) -> Vintage:
    known = [vintage for vintage in _VINTAGES if vintage in told]
    if asked is None:
        return known[-1]
    until = [vintage for vintage in known if _VINTAGES.index(vintage) <= _VINTAGES.index(asked)]
    return until[-1] if until else known[0]
