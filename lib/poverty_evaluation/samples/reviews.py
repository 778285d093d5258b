"""Kết quả rà soát giả định: poor and near-poor households ward by ward, with the movements that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from random import Random

from poverty_evaluation.samples.calendar import REVIEW_YEARS
from poverty_evaluation.samples.city import ABSORBED, CITY_CODE, DISTRICT_CODE, DISTRICT_WARDS, MERGED, WARDS
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.vocabulary.quantities import write_number, write_percent

REVIEW_DAY = {2020: "2020-12-15", 2021: "2021-12-15", 2022: "2022-12-14", 2023: "2023-12-14"}
STANDARD = {2020: "qd-59-2015", 2021: "qd-59-2015", 2022: "nd-07-2021", 2023: "nd-07-2021"}
AMENDED_BY = "418/QĐ-UBND"
#: Wards whose list of 2022 was amended after approval: two households added in the first, one taken off in the second.
AMENDED = ("99005", "99012")
#: Wards whose preliminary lists still held households that the official one lets go.
LATE = ("99004", "99010", "99014")

COLUMNS = (
    "place_code", "as_of", "as_of_printed", "standard_id", "vintage", "approved_by", "total_households",
    "opening_households", "escaped_households", "other_exit_households", "relapsed_households",
    "newly_poor_households", "from_near_poor_households", "other_entry_households", "poor_households",
    "poor_to_near_poor_households", "near_poor_opening_households", "near_poor_escaped_households",
    "near_poor_to_poor_households", "near_poor_other_exit_households", "near_poor_from_poor_households",
    "near_poor_relapsed_households", "newly_near_poor_households", "near_poor_other_entry_households",
    "near_poor_households", "poverty_ratio_printed", "near_poverty_ratio_printed", "source",
)  # fmt: skip
LEVELS = ("total_households", "poor_households", "near_poor_households")
_SOURCE = "Biểu tổng hợp của phường, xã (số liệu giả định)"


@dataclass(frozen=True, slots=True)
class Review:
    """Một dòng rà soát: the counts of one place; the closing count follows from the opening and the movements."""

    total: int
    opening: int
    escaped: int = 0
    other_exit: int = 0
    relapsed: int = 0
    newly: int = 0
    from_near: int = 0
    other_entry: int = 0
    to_near: int = 0
    near_opening: int = 0
    near_escaped: int = 0
    near_other_exit: int = 0
    near_relapsed: int = 0
    near_newly: int = 0
    near_other_entry: int = 0

    @property
    def near_poor(self) -> int:
        entries = self.to_near + self.near_relapsed + self.near_newly + self.near_other_entry
        return self.near_opening - self.near_escaped - self.from_near - self.near_other_exit + entries

    @property
    def poor(self) -> int:
        entries = self.relapsed + self.newly + self.from_near + self.other_entry
        return self.opening - self.escaped - self.other_exit + entries

    def __add__(self, other: Review) -> Review:
        return Review(*(getattr(self, item.name) + getattr(other, item.name) for item in fields(self)))


@dataclass(frozen=True, slots=True)
class CityReviews:
    """Các kỳ rà soát: the approved reviews of each year by place, what they said before they were amended or
    approved; every one with its city total."""

    official: Mapping[int, Mapping[str, Review]]
    amended: Mapping[str, Review]
    preliminary: Mapping[int, Mapping[str, Review]]

    def settled(self, year: int) -> Mapping[str, Review]:
        """The latest vintage of each place."""
        return {**self.official[year], **(self.amended if year == 2022 else {})}


def make_reviews(seed: int) -> CityReviews:
    """The reviews from a seed. The city is the sum of its wards in every vintage."""
    random = Random(seed)
    first = {ward.code: _first_year(random, ward.is_ward) for ward in WARDS}
    opening = {code: _year_before(review) for code, review in first.items()}
    second = {code: _change_of_standard(random, review) for code, review in first.items()}
    amended = dict(second)
    more, fewer = AMENDED
    amended[more] = replace(second[more], newly=second[more].newly + 2)
    amended[fewer] = replace(second[fewer], escaped=second[fewer].escaped + 1)
    third = {code: _next_year(random, review) for code, review in amended.items()}
    third[MERGED] += third.pop(ABSORBED)
    changed = {code: amended[code] for code in AMENDED} | {CITY_CODE: _sum(amended.values())}
    return CityReviews(
        {
            year: _with_whole(CITY_CODE, reviews)
            for year, reviews in zip(REVIEW_YEARS, (opening, first, second, third), strict=True)
        },
        changed,
        {year: _with_whole(CITY_CODE, _early(reviews)) for year, reviews in ((2022, second), (2023, third))},
    )


def _early(reviews: Mapping[str, Review]) -> dict[str, Review]:
    """The preliminary lists, which still hold households that the official ones let go."""
    return {
        code: replace(review, escaped=review.escaped - 1) if code in LATE else review
        for code, review in reviews.items()
    }


def make_district_reviews(seed: int) -> dict[int, dict[str, Review]]:
    """The reviews of the district by year; nothing was amended there, and no place was merged."""
    random = Random(f"{seed}/district")
    first = {ward.code: _first_year(random, ward.is_ward) for ward in DISTRICT_WARDS}
    second = {code: _change_of_standard(random, review) for code, review in first.items()}
    third = {code: _next_year(random, review) for code, review in second.items()}
    return {year: _with_whole(DISTRICT_CODE, made) for year, made in ((2022, second), (2023, third))}


def make_reviews_of_one(random: Random, total: int, is_ward: bool) -> dict[int, Review]:
    """The reviews of a place of so many households that has no wards or communes below it."""
    first = _first_year_of(random, total, is_ward)
    second = _change_of_standard(random, first)
    return {2021: first, 2022: second, 2023: _next_year(random, second)}


def review_row(place_code: str, year: int, vintage: str, review: Review, approvals: Mapping[int, str]) -> Row:
    """One line of household_review.csv with everything the form asks for."""
    approved = {"official": approvals[year], "amended": AMENDED_BY}.get(vintage, "")
    counts = {
        "total_households": review.total,
        "opening_households": review.opening,
        "escaped_households": review.escaped,
        "other_exit_households": review.other_exit,
        "relapsed_households": review.relapsed,
        "newly_poor_households": review.newly,
        "from_near_poor_households": review.from_near,
        "other_entry_households": review.other_entry,
        "poor_households": review.poor,
        "poor_to_near_poor_households": review.to_near,
        "near_poor_opening_households": review.near_opening,
        "near_poor_escaped_households": review.near_escaped,
        "near_poor_to_poor_households": review.from_near,
        "near_poor_other_exit_households": review.near_other_exit,
        "near_poor_from_poor_households": review.to_near,
        "near_poor_relapsed_households": review.near_relapsed,
        "newly_near_poor_households": review.near_newly,
        "near_poor_other_entry_households": review.near_other_entry,
        "near_poor_households": review.near_poor,
    }
    return {
        "place_code": place_code,
        "as_of": REVIEW_DAY[year],
        "as_of_printed": f"cuối năm {year}",
        "standard_id": STANDARD[year],
        "vintage": vintage,
        "approved_by": approved,
        **{name: write_number(value, 0) for name, value in counts.items()},
        "poverty_ratio_printed": write_percent(Fraction(review.poor, review.total), 2),
        "near_poverty_ratio_printed": write_percent(Fraction(review.near_poor, review.total), 2),
        "source": _SOURCE,
    }


def level_row(place_code: str, year: int, vintage: str, review: Review, approvals: Mapping[int, str]) -> Row:
    """The line without the movements, as a report over several years repeats it."""
    whole = review_row(place_code, year, vintage, review, approvals)
    movements = [name for name in COLUMNS if name.endswith("_households") and name not in LEVELS]
    return {**whole, **dict.fromkeys(movements, "")}


def _first_year(random: Random, is_ward: bool) -> Review:
    return _first_year_of(random, random.randint(2300, 4600) if is_ward else random.randint(1500, 2600), is_ward)


def _first_year_of(random: Random, total: int, is_ward: bool) -> Review:
    poor_per_mille = random.randint(8, 16) if is_ward else random.randint(20, 34)
    poor = total * poor_per_mille // 1000
    return _year(random, total, poor, poor * random.randint(115, 165) // 100)


def _year_before(first: Review) -> Review:
    """The list that the first year opens with, of which only the counts are told."""
    return Review(first.total * 989 // 1000, first.opening, near_opening=first.near_opening)


def _change_of_standard(random: Random, before: Review) -> Review:
    """A stricter standard finds more households at the opening than the closing list of the standard before."""
    opening = before.poor * random.randint(125, 150) // 100 + 2
    near_opening = before.near_poor * random.randint(110, 130) // 100 + 3
    return _year(random, _grown(random, before.total), opening, near_opening)


def _next_year(random: Random, before: Review) -> Review:
    return _year(random, _grown(random, before.total), before.poor, before.near_poor)


def _grown(random: Random, total: int) -> int:
    return total + total * random.randint(6, 18) // 1000


def _year(random: Random, total: int, opening: int, near_opening: int) -> Review:
    """A year in which about a quarter escape; other exits never exceed the entries."""
    other_exit, other_entry = random.randint(0, 2), random.randint(0, 1)
    escaped = max(3, opening * random.randint(20, 32) // 100)
    return Review(
        total=total,
        opening=opening,
        escaped=escaped,
        other_exit=other_exit,
        relapsed=random.randint(0, 1),
        newly=other_exit + random.randint(0, 2),
        from_near=random.randint(0, 2),
        other_entry=other_entry,
        to_near=escaped * random.randint(45, 65) // 100,
        near_opening=near_opening,
        near_escaped=near_opening * random.randint(14, 22) // 100,
        near_other_exit=random.randint(0, 2),
        near_relapsed=random.randint(0, 1),
        near_newly=random.randint(1, 4),
        near_other_entry=random.randint(0, 1),
    )


def _sum(reviews: Iterable[Review]) -> Review:
    first, *others = reviews
    for other in others:
        first += other
    return first


def _with_whole(code: str, reviews: Mapping[str, Review]) -> dict[str, Review]:
    """The place as the sum of its wards and communes, before them."""
    return {code: _sum(reviews.values()), **reviews}
