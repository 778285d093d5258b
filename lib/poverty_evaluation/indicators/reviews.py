"""Kết quả rà soát dùng để tính: which received review stands for a place, a date and a standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import value_id

#: From the least to the most settled.
_VINTAGES = (Vintage.PRELIMINARY, Vintage.OFFICIAL, Vintage.AMENDED)


@dataclass(frozen=True, slots=True)
class Review:
    """One received review.

    is_own: the period itself holds a review of that place, date and standard, not only the period before it;
    is_start, is_only_start: the period that opens the phase holds it, and no other does;
    is_leading: of the vintages of that review this is the one that is computed with; dimensions: what sets its values
    apart from those of another standard or vintage on the same date; merged: the reviews that this one adds up, where
    none was received on the territory of today; parts: those of the places that make this one up, where its own was not
    sent; missing: the codes of such places that sent none, unsettled: of those that sent only a preliminary one beside
    the approved ones of the others.
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
    parts: tuple[Review, ...] = ()
    missing: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    is_start: bool = False
    is_only_start: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every place that makes this one up is counted."""
        return not self.missing and not self.unsettled

    def id_of(self, indicator_id: str) -> str:
        return value_id(indicator_id, self.place_code, self.as_of, self.dimensions)


def read_reviews(
    own: pd.DataFrame,
    previous: pd.DataFrame,
    leading_standard: str,
    vintage: Vintage | None,
    start: pd.DataFrame | None = None,
) -> tuple[Review, ...]:
    """All reviews of this period, the one before and the one that opens the phase, by place and date, oldest first.

    Of several vintages of one review the latest leads: amended over official over preliminary, or the latest not
    beyond `vintage` where a run asks for one. A review that both periods hold in the same vintage is this period's.
    """
    told: dict[tuple[str, str, str], dict[Vintage, Any]] = {}
    keys: dict[str, set[tuple[str, str, str]]] = {"start": set(), "previous": set(), "own": set()}
    for frame, which in ((start, "start"), (previous, "previous"), (own, "own")):
        for row in () if frame is None else rows_of(frame):
            key = (row.place_code, row.as_of, row.standard_id)
            told.setdefault(key, {})[Vintage(row.vintage)] = row
            keys[which].add(key)
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
            is_start, is_only_start = key in keys["start"], key not in keys["previous"] | keys["own"]
            is_own = key in keys["own"]
            reviews.append(
                Review(
                    place_code, as_of, standard_id, one, is_own, one is leading, dimensions, row,
                    is_start=is_start, is_only_start=is_only_start,
                )
            )  # fmt: skip
    return tuple(reviews)


def leading_vintage(told: Mapping[Vintage, Any], asked: Vintage | None) -> Vintage:
    known = [vintage for vintage in _VINTAGES if vintage in told]
    if asked is None:
        return known[-1]
    until = [vintage for vintage in known if _VINTAGES.index(vintage) <= _VINTAGES.index(asked)]
    return until[-1] if until else known[0]
