"""Biểu phân tổ giả định: the poor and near-poor of every ward by deprivation, group, ethnicity and cause.

Every form breaks down the settled list of the review of its year, so that its total is the count of that list; groups,
deprivations and causes overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reviews import REVIEW_DAY, STANDARD, Review
from poverty_evaluation.vocabulary.quantities import write_number

_SOURCE = "Biểu phân tổ của phường, xã (số liệu giả định)"
_KEY = ("place_code", "as_of", "standard_id", "vintage")
#: How many of a hundred poor households each of the indicators of the standard of 2021 counts.
_DEPRIVED = {
    "employment": 55, "dependants": 60, "nutrition": 14, "health_insurance": 30, "adult_education": 36,
    "child_schooling": 6, "housing_quality": 42, "housing_area": 26, "water_source": 11, "toilet": 47,
    "telecommunication_service": 38, "information_devices": 31,
}  # fmt: skip
_DEPRIVED_2016 = {
    "health_service": 9, "health_insurance": 33, "adult_education": 40, "child_schooling": 7, "housing_quality": 44,
    "housing_area": 30, "water_source": 13, "toilet": 52, "telecommunication_service": 41, "information_assets": 35,
}  # fmt: skip
_GROUPS = {"dtts": 9, "no_labour": 34, "merit": 3, "social_protection": 46, "female_headed": 41}
_CAUSES = {
    "land": 12, "capital": 38, "labour": 33, "tools": 22, "production_knowledge": 17, "labour_skills": 28,
    "illness": 44, "other": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """Một biểu: shares, of a hundred households of its class, by code; ethnicity is a partition of them."""

    id: str
    of_near_poor: bool
    shares: Mapping[str, int]
    standard: str = ""
    is_partition: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (*_KEY, "total", *self.shares, "source")

    def is_told_in(self, year: int) -> bool:
        return self.standard in ("", STANDARD[year])


def _less(shares: Mapping[str, int]) -> dict[str, int]:
    """Near-poor households are short of fewer than three indicators each."""
    return {code: max(2, share * 4 // 10) for code, share in shares.items()}


_ETHNICITY = {"kinh": 91, "dtts": 9}
FORMS = (
    Form("poor_deprivations", False, _DEPRIVED, "nd-07-2021"),
    Form("near_poor_deprivations", True, _less(_DEPRIVED), "nd-07-2021"),
    Form("poor_deprivations_2016", False, _DEPRIVED_2016, "qd-59-2015"),
    Form("near_poor_deprivations_2016", True, _less(_DEPRIVED_2016), "qd-59-2015"),
    Form("poor_groups", False, _GROUPS),
    Form("near_poor_groups", True, _GROUPS),
    Form("poor_ethnicity", False, _ETHNICITY, is_partition=True),
    Form("near_poor_ethnicity", True, _ETHNICITY, is_partition=True),
    Form("poor_causes", False, _CAUSES),
)


@dataclass(frozen=True, slots=True)
class Settled:
    """Danh sách đã chốt của một đơn vị: its review and the vintage it stands in."""

    place_code: str
    vintage: str
    review: Review


def breakdown_rows(form: Form, year: int, whole: Settled, wards: Iterable[Settled], seed: int) -> list[Row]:
    """One form of one year: the place as a whole, then its wards and communes."""
    if not form.is_told_in(year):
        return []
    by_ward = [(ward, _counts(form, year, ward, seed)) for ward in wards]
    sums = {code: sum(counts[code] for _, counts in by_ward) for code in ("total", *form.shares)}
    return [_row(one, year, counts) for one, counts in ((whole, sums), *by_ward)]


def _counts(form: Form, year: int, ward: Settled, seed: int) -> dict[str, int]:
    total = ward.review.near_poor if form.of_near_poor else ward.review.poor
    counts = {"total": total, **dict(_told(form, year, ward, seed, total))}
    if form.is_partition:
        counts["kinh"] = total - counts["dtts"]
    return counts


def _told(form: Form, year: int, ward: Settled, seed: int, total: int) -> Iterator[tuple[str, int]]:
    """A code that two forms tell of the same households has the same count in both."""
    for code, share in form.shares.items():
        random = Random(f"{seed}/breakdown/{form.of_near_poor}/{year}/{ward.place_code}/{code}")
        yield code, min(total, (total * share * random.randint(75, 125) + 5000) // 10000)


def _row(told: Settled, year: int, counts: Mapping[str, int]) -> Row:
    return {
        "place_code": told.place_code,
        "as_of": REVIEW_DAY[year],
        "standard_id": STANDARD[year],
        "vintage": told.vintage,
        **{code: write_number(count, 0) for code, count in counts.items()},
        "source": _SOURCE,
    }
