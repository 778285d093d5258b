"""Tổng hợp từ đơn vị trực thuộc: the reviews of a place that are added up from those of the places it is made of, and
the sums of its urban and its rural ones.

A place's own row stands for it. Where none was sent, the rows of its wards (or of its members, those that have no row
either from their wards) are added up; what one of them did not send leaves the sums at "at least". A few wards are not
the place: nothing is added up unless more than half of them were sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import Area, Place, Places
from poverty_evaluation.vocabulary.choices import Vintage, vintage_of

#: (date, standard) of a review.
_When = tuple[str, str]


@dataclass
class Composition:
    """What is added up. members: the places that report.yml says make up the reporting one, none where it says none;
    vintage: the one a run asks for."""

    received: Sequence[Review]
    places: Places
    place_code: str
    leading_standard: str
    members: tuple[str, ...] = ()
    vintage: Vintage | None = None
    _whole: dict[tuple[str, _When], Review | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._whole |= {(one.place_code, (one.as_of, one.standard_id)): one for one in self.received if one.is_leading}

    def reviews(self) -> Iterator[Review]:
        """The reviews that are added up, each after those it is made of; those of areas last."""
        moments = sorted({(one.as_of, one.standard_id) for one in self.received})
        for when in moments:
            for place_code in (*self.members, self.place_code):
                self._find(place_code, when)
        yield from (one for one in self._whole.values() if one is not None and one.parts)
        for when in moments:
            yield from self._areas(when)

    def _find(self, place_code: str, when: _When) -> Review | None:
        """The review that stands for a place: its own, or one made of its parts."""
        key = place_code, when
        if key not in self._whole:
            self._whole[key] = self._added_up(place_code, when)
        return self._whole[key]

    def _added_up(self, place_code: str, when: _When) -> Review | None:
        codes = [place.place_code for place in self.parts_of(place_code, when[0])]
        found = {code: self._find(code, when) for code in codes}
        sent = [code for code, review in found.items() if review is not None]
        is_named = place_code == self.place_code and bool(self.members)
        if not is_named and not self.places.is_mostly(place_code, sent, date.fromisoformat(when[0])):
            return None
        return self._sum(place_code, when, found, self._dimensions(place_code, when))

    def parts_of(self, place_code: str, as_of: str) -> tuple[Place, ...]:
        """The places one is made of on a date."""
        day = date.fromisoformat(as_of)
        if place_code == self.place_code and self.members:
            return tuple(self.places.place(code, day) for code in self.members)
        return self.places.parts(place_code, day)

    def _sum(
        self, place_code: str, when: _When, found: Mapping[str, Review | None], dimensions: Mapping[str, str]
    ) -> Review | None:  # fmt: skip
        sent = [one for one in found.values() if one is not None]
        settled = [one for one in sent if one.vintage is not Vintage.PRELIMINARY]
        if settled and self.vintage is not Vintage.PRELIMINARY:
            sent = settled
        as_of, standard_id = when
        if not sent:
            return None
        return Review(
            place_code,
            as_of,
            standard_id,
            vintage_of([one.vintage for one in sent], self.vintage),
            any(one.is_own for one in sent),
            "area" not in dimensions,
            dimensions,
            None,
            parts=tuple(sent),
            missing=tuple(code for code, one in found.items() if one is None),
            is_start=any(one.is_start for one in sent),
            is_only_start=all(one.is_only_start for one in sent),
            unsettled=tuple(code for code, one in found.items() if one is not None and one not in sent),
        )

    def _dimensions(self, place_code: str, when: _When) -> Mapping[str, str]:
        """The standard, where it does not lead among those of the place on that date, or a row of its own under another
        one bears the plain ids."""
        as_of, standard_id = when
        told = (one for one in self.received if (one.place_code, one.as_of) == (place_code, as_of))
        if any(not one.dimensions and one.standard_id != standard_id for one in told):
            return {"standard": standard_id}
        others = {
            one.standard_id
            for one in self.received
            if one.as_of == as_of
            and (one.place_code == place_code or self.places.is_within(one.place_code, place_code))
        } - {standard_id}
        return {"standard": standard_id} if others and standard_id != self.leading_standard else {}

    def _areas(self, when: _When) -> Iterator[Review]:
        """The sums of the urban and of the rural wards of the reporting place, where it has both."""
        parts = self.parts_of(self.place_code, when[0])
        if {place.area for place in parts} != set(Area):
            return
        reviews = {place.place_code: self._find(place.place_code, when) for place in parts}
        sent = [code for code, review in reviews.items() if review is not None]
        if not self.places.is_mostly(self.place_code, sent, date.fromisoformat(when[0])):
            return
        for area in Area:
            found = {place.place_code: reviews[place.place_code] for place in parts if place.area is area}
            dimensions = {**self._dimensions(self.place_code, when), "area": str(area)}
            review = self._sum(self.place_code, when, found, dimensions)
            if review is not None and review.is_own:
                yield review
