"""Chỉ tiêu giả định: what the plan of a year asks of the place, and how much of it each ward and commune was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_evaluation.samples.calendar import MID_TERM, YEARS, is_whole_year, years_of
from poverty_evaluation.samples.city import WARDS, Ward
from poverty_evaluation.samples.offices import ReportingPlace
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reviews import CityReviews, Review
from poverty_evaluation.vocabulary.quantities import write_number

COLUMNS = (
    "target_id", "document", "assigned_by", "indicator_id", "kind", "direction", "beneficiary_group", "baseline",
    "value", "unit", "part_of", "due", "label_vi", "label_en",
)  # fmt: skip
WHOLE = "poor_households"
#: What the city asks of itself, by how many households its list is to become shorter.
_FALL = 110


def target_rows(place: ReportingPlace, period: str, reviews: CityReviews) -> list[Row]:
    """Targets of the plan of the last year; those of activities in that year only, those of wards at its end."""
    year = years_of(period)[-1]
    if year not in YEARS:
        return []
    plan = place.plans[year]
    rows = [*_of_the_city(plan), *([] if period == MID_TERM else _of_activities(plan, year))]
    rows += _of_wards(plan, reviews.settled(year)) if is_whole_year(period) else []
    return [{**row, "due": f"{year}-12-31"} for row in rows]


def _of_the_city(plan: str) -> list[Row]:
    return [
        _target("poverty_ratio", plan, "poverty_ratio_change_pp", ("reduction_pp", "down"), ("0,25", "điểm phần trăm"),
                ("Giảm tỷ lệ hộ nghèo", "Fall in the poverty rate")),
        _target(WHOLE, plan, "poor_households_change", ("households", "down"), (str(_FALL), "hộ"),
                ("Giảm số hộ nghèo", "Fall in poor households")),
        _target("poverty_level", plan, "poverty_ratio", ("level", "down"), ("dưới 1,50", "%"),
                ("Tỷ lệ hộ nghèo cuối năm", "Poverty rate at the end of the year")),
        {**_target("near_poverty_level", plan, "near_poverty_ratio", ("level", "down"), ("dưới 2,00", "%"),
                   ("Tỷ lệ hộ cận nghèo cuối năm", "Near-poverty rate at the end of the year")),
         "beneficiary_group": "near_poor"},
    ]  # fmt: skip


def _of_activities(plan: str, year: int) -> list[Row]:
    """Houses, classes and money that the plan asks for."""
    figure = "activity_figure;figure="
    return [
        {**_target("houses", plan, f"{figure}housing_support.items", ("level", "up"), ("50", "nhà"),
                   ("Hỗ trợ xây mới, sửa chữa nhà ở", "Houses built and repaired")),
         "beneficiary_group": "households_dilapidated"},
        {**_target("vocational_classes", plan, f"{figure}vocational_training.classes", ("level", "up"), ("7", "lớp"),
                   ("Mở lớp đào tạo nghề", "Vocational classes")),
         "beneficiary_group": "poor_near_poor_newly_escaped"},
        {**_target("disbursement", plan, f"disbursement_ratio;year={year}", ("level", "up"), ("90", "%"),
                   ("Tỷ lệ giải ngân vốn Chương trình", "Share of the programme’s money disbursed")),
         "beneficiary_group": ""},
    ]  # fmt: skip


def _of_wards(plan: str, reviews: Mapping[str, Review]) -> Iterator[Row]:
    """The city's target in households shared out by how many each ward opened with; all of it is given out."""
    wards = {ward.code: ward for ward in WARDS if ward.code in reviews}
    openings = {code: reviews[code].opening for code in wards}
    left, rest = _FALL, sum(openings.values())
    for code, ward in wards.items():
        share = left * openings[code] // rest
        left, rest = left - share, rest - openings[code]
        yield {**_of_ward(plan, ward), "value": write_number(share, 0)}


def _of_ward(plan: str, ward: Ward) -> Row:
    labels = f"Giảm số hộ nghèo, {ward.type_vi} {ward.name}", f"Fall in poor households, {ward.name_en}"
    row = _target(f"{WHOLE}_{ward.code}", plan, "poor_households_change", ("households", "down"), ("", "hộ"), labels)
    return {**row, "part_of": WHOLE}


def _target(
    name: str, plan: str, indicator_id: str, how: tuple[str, str], value: tuple[str, str], labels: tuple[str, str]
) -> Row:  # fmt: skip
    return {
        "target_id": name,
        "document": plan,
        "assigned_by": "ubnd-tp",
        "indicator_id": indicator_id,
        "kind": how[0],
        "direction": how[1],
        "beneficiary_group": "poor",
        "baseline": "Kết quả rà soát cuối năm trước",
        "value": value[0],
        "unit": value[1],
        "label_vi": labels[0],
        "label_en": labels[1],
    }
