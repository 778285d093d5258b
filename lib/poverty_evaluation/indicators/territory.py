"""Địa giới: reviews of places that were joined whole, added up so that a change can be told on the new territory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import Place, Places


def merged_reviews(reviews: Sequence[Review], places: Places) -> Iterator[Review]:
    """For each place made of several whole ones, its opening review on the new territory: the reviews of all of them
    on the last day before, under the standard of its own. None where a place was divided, or one was not reviewed."""
    leading = [review for review in reviews if review.is_leading]
    closing = {(review.place_code, review.standard_id): review for review in leading if review.is_own}
    for (place_code, standard_id), last in closing.items():
        made = places.find(place_code, date.fromisoformat(last.as_of))
        if made is None or made.valid_from is None or not _joins_whole_places(made, places):
            continue
        codes = set(made.predecessor_codes)
        before = [
            review
            for review in leading
            if review.place_code in codes
            and review.standard_id == standard_id
            and date.fromisoformat(review.as_of) < made.valid_from
        ]
        day = max((review.as_of for review in before), default="")
        parts = tuple(review for review in before if review.as_of == day)
        if {review.place_code for review in parts} == codes:
            dimensions = {"boundary": made.valid_from.isoformat()}
            yield Review(place_code, day, standard_id, last.vintage, False, False, dimensions, last.row, parts)


def _joins_whole_places(made: Place, places: Places) -> bool:
    """Whether the place is made of several, each of which passed into it alone."""
    if not set(made.predecessor_codes) - {made.place_code}:
        return False
    for code in made.predecessor_codes:
        rows = places.history(code)
        ended = [row for row in rows if row.valid_to and made.valid_from and row.valid_to < made.valid_from]
        if not ended or set(ended[-1].successor_codes) != {made.place_code}:
            return False
    return True
