"""Hồ sơ giả định của mỗi kỳ: report.yml, the cited documents, the targets and what the office printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from poverty_evaluation.samples.calendar import (
    MID_TERM,
    OPENING_YEAR,
    REVIEW_YEARS,
    is_whole_year,
    period_before,
    years_of,
)
from poverty_evaluation.samples.changes import Approval
from poverty_evaluation.samples.city import CITY_CODE, CITY_SLUG, MERGER_DOCUMENT
from poverty_evaluation.samples.funds import NOT_FOR_THE_PLACE
from poverty_evaluation.samples.offices import ReportingPlace, dress
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reviews import AMENDED_BY, REVIEW_DAY, CityReviews
from poverty_evaluation.vocabulary.periods import ReportingPeriod
from poverty_evaluation.vocabulary.quantities import write_number

DOCUMENT_COLUMNS = (
    "symbol", "type_vi", "date", "issuer_code", "issuer_vi", "subject_vi", "subject_en", "section", "as_printed",
    "note_vi",
)  # fmt: skip
PUBLISHED_COLUMNS = (
    "published_id", "indicator_id", "value", "unit", "direction", "from_as_of", "to_as_of", "place_code", "label_vi",
    "label_en", "note_vi",
)  # fmt: skip


def report(place: ReportingPlace, period: str) -> dict[str, Any]:
    """report.yml of a period, marked as invented."""
    span = ReportingPeriod.parse(period)
    title_vi, title_en = _titles(span, place)
    profile: dict[str, Any] = {
        "place": place.slug,
        "period": period,
        "kind": _kind(place, period),
        "title_vi": title_vi,
        "title_en": title_en,
        "data_from": span.start,
        "data_to": span.end,
        "as_of": span.end,
        "programme_id": "gnbv-2016-2020" if period == str(OPENING_YEAR) else "gnbv-2021-2025",
        "leading_standard": "qd-59-2015" if span.end.year < 2022 else "nd-07-2021",
        "vintage": "amended" if period == "2022" and (place.slug == CITY_SLUG or place.made_of) else "official",
    }
    if period_before(period) in place.periods:
        profile["previous_period"] = period_before(period)
    if period == MID_TERM:
        profile["start_period"] = str(OPENING_YEAR)
    if place.made_of:
        profile["made_of"] = list(place.made_of)
    blanks = {"-": "none", "…": "not_collected", "x": "not_applicable", "KPS": "none"}
    return {
        **profile,
        **dress(place, period, years_of(period)[-1]),
        "number_formats": {"default": "vi"},
        "blanks": {**blanks, NOT_FOR_THE_PLACE: "not_applicable"},
        "invented": True,
        "notes_vi": _notes(place, "vi"),
        "notes_en": _notes(place, "en"),
    }


def _kind(place: ReportingPlace, period: str) -> str:
    """Which outline a period is told by."""
    if period == MID_TERM:
        return "mid-term"
    if not is_whole_year(period):
        return "monitoring"
    return "annual" if int(period) == OPENING_YEAR else "monitoring-year"


def _titles(span: ReportingPeriod, place: ReportingPlace) -> tuple[str, str]:
    return f"{_title_vi(span)} trên địa bàn {place.name_vi}", _title_en(span, place)


def _title_vi(span: ReportingPeriod) -> str:
    if str(span) == MID_TERM:
        return "Đánh giá giữa kỳ thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025"
    return f"Kết quả giảm nghèo {span.label('vi')}"


def _title_en(span: ReportingPeriod, place: ReportingPlace) -> str:
    if str(span) == MID_TERM:
        programme = "National Target Programme on Sustainable Poverty Reduction 2021-2025"
        return f"Mid-term evaluation of the {programme} in {place.name_en}"
    return f"Results of poverty reduction in {place.name_en} in {span.label('en').removeprefix('the year ')}"


def _notes(place: ReportingPlace, language: str) -> list[str]:
    if language == "vi":
        name = place.name_vi[:1].upper() + place.name_vi[1:]
        return [
            f"{name} không có thật; mọi số liệu, văn bản của địa phương trong báo cáo này là giả định.",
            "Các mâu thuẫn cài sẵn trong số liệu được liệt kê tại tệp planted.csv của thư mục số liệu giả định.",
        ]
    return [
        f"There is no {place.name_en}; all its figures and documents in this report are invented.",
        "The contradictions planted in the data are listed in the file planted.csv of the sample.",
    ]


def document_rows(place: ReportingPlace, period: str, changes: Iterable[Approval] = ()) -> list[Row]:
    """Plans, the decisions that approve the reviews a report rests on, the boundary change, and the law it cites."""
    years = years_of(period)
    rows = [_plan(place, year, "legal_basis" if year == years[-1] else "people_committee") for year in years]
    cited = sorted({year for year in (years[0] - 1, *years) if year in REVIEW_YEARS and year in place.approvals})
    has_review = is_whole_year(period) or period == MID_TERM
    rows += [_approval(place, year) for year in cited if has_review or year < years[0]]
    rows += [_change(place, one) for one in changes]
    if place.slug == CITY_SLUG or place.made_of:
        rows += _of_the_city(place, period)
    return rows


def _of_the_city(place: ReportingPlace, period: str) -> list[Row]:
    """What was decided on the city's list of 2022 and on its wards."""
    rows = []
    if period in ("2022", "2023-H1", "2023", MID_TERM):
        subject = "Điều chỉnh kết quả rà soát hộ nghèo, hộ cận nghèo", "Amends the result of the poverty review"
        rows.append(_document(place, AMENDED_BY, "Quyết định", date(2023, 1, 30), *subject, "cited"))
    if period in ("2023-H1", "2023", MID_TERM):
        subject = "Sáp nhập phường Chợ Mẫu vào phường Cầu Mẫu", "Merges Chợ Mẫu Ward into Cầu Mẫu Ward"
        made = _document(place, MERGER_DOCUMENT, "Nghị quyết", date(2023, 1, 12), *subject, "cited")
        rows.append({**made, "issuer_code": "", "issuer_vi": "Hội đồng nhân dân tỉnh Đất Mẫu"})
    return rows


def _plan(place: ReportingPlace, year: int, section: str) -> Row:
    subject = f"Giảm nghèo bền vững năm {year}", f"Sustainable poverty reduction in {year}"
    return _document(place, place.plans[year], "Kế hoạch", date(year, 1, 20), *subject, section)


def _approval(place: ReportingPlace, year: int) -> Row:
    return _document(
        place,
        place.approvals[year],
        "Quyết định",
        date(year, *place.approval_day),
        f"Phê duyệt kết quả rà soát hộ nghèo, hộ cận nghèo năm {year}",
        f"Approves the result of the poverty review of {year}",
        "people_committee",
    )


def _change(place: ReportingPlace, approval: Approval) -> Row:
    subject = "Bổ sung, đưa ra khỏi danh sách hộ nghèo, hộ cận nghèo", "Changes the list of the poor and near-poor"
    return _document(place, approval.symbol, "Quyết định", approval.day, *subject, "people_committee")


def _document(
    place: ReportingPlace, symbol: str, type_vi: str, day: date, subject_vi: str, subject_en: str, section: str
) -> Row:  # fmt: skip
    return {
        "symbol": symbol,
        "type_vi": type_vi,
        "date": day.isoformat(),
        "issuer_code": place.committee_code,
        "issuer_vi": place.committee.name_vi,
        "subject_vi": subject_vi,
        "subject_en": subject_en,
        "section": section,
        "as_printed": f"{type_vi} số {symbol} ngày {day.day}/{day.month}/{day.year}",
        "note_vi": "Văn bản giả định",
    }


def published_rows(period: str, reviews: CityReviews) -> list[Row]:
    """What the office printed of the fall between the reviews of 2022 and 2023."""
    if period not in ("2023", MID_TERM):
        return []
    before, after = reviews.settled(2022)[CITY_CODE], reviews.settled(2023)[CITY_CODE]
    points = (Fraction(before.poor, before.total) - Fraction(after.poor, after.total)) * 100
    common = {
        "direction": "down", "from_as_of": REVIEW_DAY[2022], "to_as_of": REVIEW_DAY[2023], "place_code": CITY_CODE,
    }  # fmt: skip
    return [
        {"published_id": "poor_households_fall", "indicator_id": "poor_households_change",
         "value": write_number(before.poor - after.poor, 0), "unit": "hộ",
         "label_vi": "Số hộ nghèo giảm (như in)", "label_en": "Fall in poor households (as printed)", **common},
        {"published_id": "poverty_ratio_fall", "indicator_id": "poverty_ratio_change_pp",
         "value": write_number(points, 2), "unit": "điểm phần trăm",
         "label_vi": "Mức giảm tỷ lệ hộ nghèo (như in)", "label_en": "Fall in the poverty rate (as printed)", **common},
    ]  # fmt: skip
