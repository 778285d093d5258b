"""Hồ sơ giả định của mỗi kỳ: report.yml, the cited documents, the targets and what the office printed."""

from __future__ import annotations

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
from poverty_evaluation.samples.city import CITY_CODE, CITY_EN, CITY_SLUG, CITY_VI, MERGER_DOCUMENT
from poverty_evaluation.samples.funds import NOT_FOR_THE_PLACE
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reviews import AMENDED_BY, APPROVED_BY, REVIEW_DAY, CityReviews
from poverty_evaluation.vocabulary.periods import ReportingPeriod
from poverty_evaluation.vocabulary.quantities import write_number

PLAN = {2020: "889/KH-UBND", 2021: "905/KH-UBND", 2022: "911/KH-UBND", 2023: "927/KH-UBND"}
DOCUMENT_COLUMNS = (
    "symbol", "type_vi", "date", "issuer_code", "issuer_vi", "subject_vi", "subject_en", "section", "as_printed",
    "note_vi",
)  # fmt: skip
TARGET_COLUMNS = (
    "target_id", "document", "assigned_by", "indicator_id", "kind", "direction", "beneficiary_group", "baseline",
    "value", "unit", "part_of", "label_vi", "label_en",
)  # fmt: skip
PUBLISHED_COLUMNS = (
    "published_id", "indicator_id", "value", "unit", "direction", "from_as_of", "to_as_of", "place_code", "label_vi",
    "label_en", "note_vi",
)  # fmt: skip
_COMMITTEE = "Ủy ban nhân dân thành phố Sông Mẫu"


def report(period: str) -> dict[str, Any]:
    """report.yml of a period, marked as invented."""
    span = ReportingPeriod.parse(period)
    is_mid_term = period == MID_TERM
    span_vi, span_en = span.label("vi"), span.label("en")
    title_vi, title_en = f"Kết quả giảm nghèo {span_vi}", f"Results of poverty reduction in {span_en}"
    if is_mid_term:
        title_vi = "Đánh giá giữa kỳ thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025"
        title_en = "Mid-term evaluation of the National Target Programme on Sustainable Poverty Reduction 2021-2025"
    profile: dict[str, Any] = {
        "place": CITY_SLUG,
        "period": period,
        "kind": _kind(period),
        "title_vi": f"{title_vi} trên địa bàn {CITY_VI}",
        "title_en": f"{title_en}, {CITY_EN}",
        "data_from": span.start,
        "data_to": span.end,
        "as_of": span.end,
        "programme_id": "gnbv-2016-2020" if period == str(OPENING_YEAR) else "gnbv-2021-2025",
        "leading_standard": "qd-59-2015" if span.end.year < 2022 else "nd-07-2021",
        "vintage": "amended" if period == "2022" else "official",
    }
    if period_before(period):
        profile["previous_period"] = period_before(period)
    return {**profile, **_dress(years_of(period)[-1]), "notes_vi": _notes("vi"), "notes_en": _notes("en")}


def _kind(period: str) -> str:
    """Which outline a period is told by."""
    if period == MID_TERM:
        return "mid-term"
    if not is_whole_year(period):
        return "monitoring"
    return "annual" if int(period) == OPENING_YEAR else "monitoring-year"


def _dress(year: int) -> dict[str, Any]:
    return {
        "issuer": {
            "profile": "people_committee",
            "name_vi": _COMMITTEE,
            "name_en": f"People’s Committee of {CITY_EN}",
            "symbol": "BC-UBND",
            "locality_vi": "Sông Mẫu",
            "locality_en": "Sông Mẫu",
            "superior_vi": "",
        },
        "addressees_vi": ["Ủy ban nhân dân tỉnh Đất Mẫu"],
        "addressees_en": ["People’s Committee of Đất Mẫu Province"],
        "legal_bases": [PLAN[year]],
        "signatory": {"authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH", "name": ""},
        "recipients_vi": ["Như trên (để b/c)", "UBND các phường, xã", "Lưu: VT, LĐTBXH"],
        "recipients_en": [
            "As above (for report)", "People’s Committees of wards and communes", "Archive: records, labour office"
        ],
        "status": "draft",
        "audience": "superior",
        "number_formats": {"default": "vi"},
        "blanks": {
            "-": "none", "…": "not_collected", "x": "not_applicable", "KPS": "none",
            NOT_FOR_THE_PLACE: "not_applicable",
        },
        "invented": True,
    }  # fmt: skip


def _notes(language: str) -> list[str]:
    if language == "vi":
        return [
            "Thành phố Sông Mẫu không có thật; mọi số liệu, văn bản của thành phố trong báo cáo này là giả định.",
            "Các mâu thuẫn cài sẵn trong số liệu được liệt kê tại tệp planted.csv của thư mục số liệu giả định.",
        ]
    return [
        "There is no city of Sông Mẫu; all its figures and documents in this report are invented.",
        "The contradictions planted in the data are listed in the file planted.csv of the sample.",
    ]


def document_rows(period: str) -> list[Row]:
    """Plans, the decisions that approve the reviews a report rests on, the boundary change, and the law it cites."""
    years = years_of(period)
    rows = [_document(PLAN[year], "Kế hoạch", date(year, 1, 20), *_plan(year), _section(year, years)) for year in years]
    cited = sorted({year for year in (years[0] - 1, *years) if year in REVIEW_YEARS})
    has_review = is_whole_year(period) or period == MID_TERM
    rows += [_approval(year) for year in cited if has_review or year < years[0]]
    if period in ("2022", "2023-H1", "2023", MID_TERM):
        subject = "Điều chỉnh kết quả rà soát hộ nghèo, hộ cận nghèo", "Amends the result of the poverty review"
        rows.append(_document(AMENDED_BY, "Quyết định", date(2023, 1, 30), *subject, "cited"))
    if period in ("2023-H1", "2023", MID_TERM):
        subject = "Sáp nhập phường Chợ Mẫu vào phường Cầu Mẫu", "Merges Chợ Mẫu Ward into Cầu Mẫu Ward"
        made = _document(MERGER_DOCUMENT, "Nghị quyết", date(2023, 1, 12), *subject, "cited")
        rows.append({**made, "issuer_code": "", "issuer_vi": "Hội đồng nhân dân tỉnh Đất Mẫu"})
    return rows


def _section(year: int, years: tuple[int, ...]) -> str:
    return "legal_basis" if year == years[-1] else "people_committee"


def _plan(year: int) -> tuple[str, str]:
    return f"Giảm nghèo bền vững năm {year}", f"Sustainable poverty reduction in {year}"


def _approval(year: int) -> Row:
    return _document(
        APPROVED_BY[year],
        "Quyết định",
        date(year, 12, 24),
        f"Phê duyệt kết quả rà soát hộ nghèo, hộ cận nghèo năm {year}",
        f"Approves the result of the poverty review of {year}",
        "people_committee",
    )


def _document(symbol: str, type_vi: str, day: date, subject_vi: str, subject_en: str, section: str) -> Row:
    return {
        "symbol": symbol,
        "type_vi": type_vi,
        "date": day.isoformat(),
        "issuer_code": "ubnd-tp",
        "issuer_vi": _COMMITTEE,
        "subject_vi": subject_vi,
        "subject_en": subject_en,
        "section": section,
        "as_printed": f"{type_vi} số {symbol} ngày {day.day}/{day.month}/{day.year}",
        "note_vi": "Văn bản giả định",
    }


def target_rows(period: str) -> list[Row]:
    """What the plan of the year asks for; none for the parts of a year."""
    if period not in ("2021", "2022", "2023", MID_TERM):
        return []
    plan = PLAN[years_of(period)[-1]]
    return [
        _target("poverty_ratio", plan, "poverty_ratio_change_pp", "reduction_pp", ("0,25", "điểm phần trăm"),
                ("Giảm tỷ lệ hộ nghèo", "Fall in the poverty rate")),
        _target("poor_households", plan, "poor_households_change", "households", ("110", "hộ"),
                ("Giảm số hộ nghèo", "Fall in poor households")),
    ]  # fmt: skip


def _target(
    name: str, plan: str, indicator_id: str, kind: str, value: tuple[str, str], labels: tuple[str, str]
) -> Row:  # fmt: skip
    return {
        "target_id": name,
        "document": plan,
        "assigned_by": "ubnd-tp",
        "indicator_id": indicator_id,
        "kind": kind,
        "direction": "down",
        "beneficiary_group": "poor",
        "baseline": "Kết quả rà soát cuối năm trước",
        "value": value[0],
        "unit": value[1],
        "label_vi": labels[0],
        "label_en": labels[1],
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
