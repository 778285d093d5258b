"""Chuỗi kết quả rà soát: the reviews that several reports tell, each once, in pieces within which they can be compared.

A review is a day under a standard. What several reports tell alike is one fact; what they tell differently stands side
by side. A piece ends where another standard begins or the territory changes, and no change is computed across its end.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from poverty_evaluation.evaluation.headline import LEVELS
from poverty_evaluation.reference import Place, Places, PovertyStandard, Reference
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.headlines import Headline, HeadlineFigure

#: Rates whose counts are told beside them: a contradiction is named on the count.
COUNT_OF_RATE = {"poverty_ratio": "poor_households", "near_poverty_ratio": "near_poor_households"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure and the reports that tell it, in order of time."""

    figure: HeadlineFigure
    headlines: tuple[Headline, ...]

    @property
    def periods(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.period for one in self.headlines))


@dataclass(frozen=True, slots=True)
class Review:
    """Một cuộc rà soát: a day under a standard. tellings: for each indicator, what its latest vintage says: one value
    where the reports agree; replaced: the tellings of earlier vintages that say something else."""

    as_of: date
    standard: PovertyStandard
    tellings: Mapping[str, tuple[Telling, ...]]
    replaced: tuple[Telling, ...]

    def figure(self, indicator_id: str) -> HeadlineFigure | None:
        """What stands in the series: the value of the first report that tells one."""
        told = self.tellings.get(indicator_id, ())
        return told[0].figure if told else None

    def agreed(self, indicator_id: str) -> HeadlineFigure | None:
        """The same where every report says so; a change is computed from nothing else."""
        told = self.tellings.get(indicator_id, ())
        return told[0].figure if len(told) == 1 and told[0].figure.value is not None else None

    @property
    def vintage(self) -> Vintage:
        return max((one.figure.vintage for told in self.tellings.values() for one in told), key=list(Vintage).index)

    @property
    def periods(self) -> tuple[str, ...]:
        """The reports that tell of it."""
        told = (one for each in self.tellings.values() for one in each)
        return tuple(dict.fromkeys(period for one in told for period in one.periods))


@dataclass(frozen=True, slots=True)
class Piece:
    """Một đoạn so sánh được: reviews under one standard on one territory, oldest first."""

    standard: PovertyStandard
    reviews: tuple[Review, ...]

    @property
    def start(self) -> date:
        return self.reviews[0].as_of

    @property
    def end(self) -> date:
        return self.reviews[-1].as_of


@dataclass(frozen=True, slots=True)
class Break:
    """Chỗ ngắt chuỗi: from this day on figures are not comparable with those before. standard: the one that begins;
    made: the unit whose making changed the territory; one of the two."""

    day: date
    standard: PovertyStandard | None = None
    made: Place | None = None


@dataclass(frozen=True)
class ReviewSeries:
    """Các đoạn, theo ngày đầu: all reviews of a place."""

    pieces: tuple[Piece, ...]
    places: Places
    place_code: str

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        return tuple(review for piece in self.pieces for review in piece.reviews)

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """Those that some review tells."""
        return tuple(one for one in LEVELS if any(review.figure(one) for review in self.reviews))

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """What parts each piece from the one before it."""
        return tuple(
            found
            for earlier, later in itertools.pairwise(self.pieces)
            for found in _breaks(earlier, later, self.place_code, self.places)
        )

    def contradictions(self) -> Iterator[tuple[Review, str, tuple[Telling, ...]]]:
        """Each review and indicator that reports tell differently, a rate only where its count does not say it."""
        for review in self.reviews:
            for indicator_id, told in review.tellings.items():
                count = COUNT_OF_RATE.get(indicator_id, "")
                if len(told) > 1 and len(review.tellings.get(count, ())) < 2:
                    yield review, indicator_id, told


def review_series(headlines: Sequence[Headline], reference: Reference, place_code: str) -> ReviewSeries:
    """The reviews that the headlines tell of the place itself; headlines in order of time."""
    told: dict[tuple[str, str], dict[str, list[Telling]]] = {}
    for headline in headlines:
        for figure in headline.figures:
            if figure.place_code == place_code and not figure.is_restated:
                by_indicator = told.setdefault((figure.as_of, figure.standard_id), {})
                by_indicator.setdefault(figure.indicator_id, []).append(Telling(figure, (headline,)))
    reviews = [
        _review(date.fromisoformat(as_of), reference.standard(standard_id), found)
        for (as_of, standard_id), found in sorted(told.items())
    ]
    return ReviewSeries(_pieces(reviews, place_code, reference.places), reference.places, place_code)


def _review(as_of: date, standard: PovertyStandard, told: Mapping[str, Sequence[Telling]]) -> Review:
    latest: dict[str, tuple[Telling, ...]] = {}
    replaced: list[Telling] = []
    for indicator_id, tellings in told.items():
        known = [one for one in tellings if one.figure.value is not None] or list(tellings)
        last = max((one.figure.vintage for one in known), key=list(Vintage).index)
        latest[indicator_id] = tuple(_together(one for one in known if one.figure.vintage is last))
        earlier = _together(one for one in known if one.figure.vintage is not last)
        replaced += [one for one in earlier if not any(_agree(one.figure, now.figure) for now in latest[indicator_id])]
    return Review(as_of, standard, latest, tuple(replaced))


def _together(tellings: Iterable[Telling]) -> list[Telling]:
    """What is told alike once, with all who tell it; a computed rate stands for the one that was published rounded."""
    found: list[Telling] = []
    for telling in tellings:
        place = next((n for n, other in enumerate(found) if _agree(other.figure, telling.figure)), None)
        if place is None:
            found.append(telling)
            continue
        other = found[place]
        is_better = other.figure.status is ValueStatus.AS_PUBLISHED is not telling.figure.status
        figure = telling.figure if is_better else other.figure
        found[place] = replace(other, figure=figure, headlines=(*other.headlines, *telling.headlines))
    return found


def _agree(one: HeadlineFigure, other: HeadlineFigure) -> bool:
    """Whether two reports say the same; a rate as published is as exact as it was printed."""
    if one.value is None or other.value is None:
        return one.value is other.value
    published = [figure for figure in (one, other) if figure.status is ValueStatus.AS_PUBLISHED]
    if not published or one.unit != "ratio":
        return one.value == other.value
    half = Fraction(1, 2 * 10 ** (min(figure.decimals for figure in published) + 2))
    return abs(one.value - other.value) <= half


def _pieces(reviews: Sequence[Review], place_code: str, places: Places) -> tuple[Piece, ...]:
    by_standard: dict[str, list[list[Review]]] = {}
    for review in sorted(reviews, key=lambda one: one.as_of):
        runs = by_standard.setdefault(review.standard.id, [[]])
        if runs[-1] and places.boundary_change(place_code, runs[-1][-1].as_of, review.as_of) is not None:
            runs.append([])
        runs[-1].append(review)
    pieces = [Piece(run[0].standard, tuple(run)) for runs in by_standard.values() for run in runs]
    return tuple(sorted(pieces, key=lambda piece: (piece.start, piece.standard.valid_from)))


def _breaks(earlier: Piece, later: Piece, place_code: str, places: Places) -> Iterator[Break]:
    if earlier.standard.id != later.standard.id:
        begins = later.standard.valid_from
        yield Break(begins if earlier.end < begins <= later.start else later.start, standard=later.standard)
    made = places.boundary_change(place_code, earlier.end, later.start)
    if made is not None and made.valid_from is not None:
        yield Break(made.valid_from, made=made)
