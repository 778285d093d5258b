"""Bổ sung thường xuyên giả định: households added to the list and taken off it between two reviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from poverty_evaluation.samples.calendar import last_day, years_of
from poverty_evaluation.samples.city import CITY_CODE
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.vocabulary.quantities import write_number

COLUMNS = (
    "place_code", "as_of", "added_households", "removed_households", "near_poor_added_households",
    "near_poor_removed_households", "approved_by", "source",
)  # fmt: skip
_COUNTS = COLUMNS[2:6]
#: The wards whose requests were approved, and the days on which the city did so.
_WARDS = ("99004", "99010", "99014")
_DAYS = ((3, 31), (6, 20), (8, 30))
_SOURCE = "Quyết định bổ sung, đưa ra khỏi danh sách (số liệu giả định)"


@dataclass(frozen=True, slots=True)
class Approval:
    """Một quyết định bổ sung: its symbol, its day and what it says of each ward."""

    symbol: str
    day: date
    counts: Mapping[str, tuple[int, ...]]


def approvals(period: str, seed: int) -> list[Approval]:
    """The decisions of the part of a year; whole years have a review instead."""
    if period[5:] not in ("H1", "9M"):
        return []
    (year,) = years_of(period)
    made = []
    for number, (month, day) in enumerate(_DAYS):
        random = Random(f"{seed}/changes/{year}/{month}")
        counts = {
            code: (random.randint(0, 2), random.randint(0, 1), random.randint(0, 3), random.randint(0, 2))
            for code in _WARDS
        }
        made.append(Approval(f"{512 + 97 * number + year % 10}/QĐ-UBND", date(year, month, day), counts))
    return [one for one in made if one.day.isoformat() <= last_day(period)]


def change_rows(period: str, seed: int) -> list[Row]:
    """The city and the wards concerned, decision by decision; the city is the sum of its wards."""
    rows = []
    for one in approvals(period, seed):
        whole = tuple(map(sum, zip(*one.counts.values(), strict=True)))
        rows += [_row(one, code, counts) for code, counts in ((CITY_CODE, whole), *one.counts.items())]
    return rows


def _row(approval: Approval, place_code: str, counts: tuple[int, ...]) -> Row:
    told = {name: write_number(value, 0) if value else "-" for name, value in zip(_COUNTS, counts, strict=True)}
    key = {"place_code": place_code, "as_of": approval.day.isoformat()}
    return {**key, **told, "approved_by": approval.symbol, "source": _SOURCE}
