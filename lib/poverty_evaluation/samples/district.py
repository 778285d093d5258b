"""Huyện và tỉnh giả định quanh thành phố: what the district sent, and what the province has besides."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.samples.activities import work_rows
from poverty_evaluation.samples.breakdowns import FORMS, Settled, breakdown_rows
from poverty_evaluation.samples.calendar import YEARS
from poverty_evaluation.samples.city import CITY_CODE, DISTRICT_CODE, PROVINCE_CODE
from poverty_evaluation.samples.offices import DISTRICT_PLACE, PROVINCE_PLACE
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reviews import CityReviews, Review, level_row, review_row
from poverty_evaluation.samples.works import Rhythm, Work

DistrictReviews = Mapping[int, Mapping[str, Review]]

_R = Rhythm
_DISTRICT_WORKS = (
    Work("housing_support", "housing-support", "ubnd-huyen", "households_dilapidated", "grant", "Hỗ trợ nhà ở",
         "Housing support", "nhà", "items", (24, 40), (30_000, 36_000), _R.EXPECTED, is_planned=True),
    Work("livelihood_goats", "livelihood-model", "lao-dong-huyen", "poor_near_poor_newly_escaped", "grant",
         "Mô hình nuôi dê sinh sản", "Breeding goats", "hộ", "households", (30, 44), (11_000, 14_000), _R.EXPECTED,
         is_planned=True),
    Work("vocational_training", "vocational-training", "lao-dong-huyen", "poor_near_poor_newly_escaped", "grant",
         "Đào tạo nghề cho lao động nghèo", "Vocational training of poor workers", "lớp", "classes", (4, 7),
         (55_000, 70_000), beside=("lượt người", 25), is_of_classes=True),
    Work("poor_fund", "poor-fund", "mttq-huyen", "poor", "mobilised", "Vận động Quỹ “Vì người nghèo”",
         "Fund for the Poor", "lượt", "", (40, 60), (5_000, 7_000)),
)  # fmt: skip
_PROVINCE_WORKS = (
    Work("capacity_training", "capacity-training", "so-ld", "officials", "grant", "Tập huấn cán bộ giảm nghèo",
         "Training of poverty-reduction officials", "lớp", "classes", (6, 9), (40_000, 50_000),
         beside=("lượt người", 60), is_of_classes=True),
    Work("inspection", "inspection", "so-ld", "not_stated", "none", "Kiểm tra, giám sát tại huyện, thành phố",
         "Inspections in the city and the district", "cuộc", "", (6, 10), is_of_classes=True),
)  # fmt: skip


def district_reviews(period: str, made: DistrictReviews) -> list[Row]:
    year = int(period)
    return [
        review_row(code, year, "official", one, DISTRICT_PLACE.approvals) for code, one in made[year].items()
    ]  # fmt: skip


def district_breakdowns(period: str, made: DistrictReviews, seed: int) -> dict[str, list[Row]]:
    year = int(period)
    whole, *wards = (Settled(code, "official", review) for code, review in made[year].items())
    return {form.id: breakdown_rows(form, year, whole, wards, seed) for form in FORMS}


def province_reviews(period: str, city: CityReviews, district: DistrictReviews) -> list[Row]:
    """For the first year the province's own row; for the second the one it was sent of the district, its own being
    left to be added up from its members."""
    year = int(period)
    of_district = district[year][DISTRICT_CODE]
    if year == YEARS[1]:
        told = {"official": city.official[year][CITY_CODE], "amended": city.amended[CITY_CODE]}
        return [
            review_row(PROVINCE_CODE, year, vintage, of_city + of_district, PROVINCE_PLACE.approvals)
            for vintage, of_city in told.items()
        ]
    sent = level_row(DISTRICT_CODE, year, "official", of_district, DISTRICT_PLACE.approvals)
    return [{**sent, "poverty_ratio_printed": "", "near_poverty_ratio_printed": ""}]


def district_activities(period: str, seed: int) -> list[Row]:
    return work_rows(_DISTRICT_WORKS, period, f"{seed}/district")


def province_activities(period: str, seed: int) -> list[Row]:
    return work_rows(_PROVINCE_WORKS, period, f"{seed}/province")
