"""Cơ quan lập báo cáo giả định: who reports on which place, in which layout, to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from poverty_evaluation.samples import city
from poverty_evaluation.samples.calendar import PERIODS


@dataclass(frozen=True, slots=True)
class Office:
    """Cơ quan ban hành: the head of its letters, its signature, whom it writes to."""

    profile: str
    name_vi: str
    name_en: str
    symbol: str
    superior_vi: str
    superior_en: str
    authority: tuple[str, ...]
    position: str
    addressee_vi: str
    addressee_en: str
    recipients_vi: tuple[str, ...]
    recipients_en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportingPlace:
    """Đơn vị báo cáo: its place, its committee, the symbols of its plans and of the decisions on its reviews."""

    slug: str
    code: str
    name_vi: str
    name_en: str
    locality: str
    committee: Office
    committee_code: str
    periods: tuple[str, ...]
    plans: Mapping[int, str]
    approvals: Mapping[int, str]
    approval_day: tuple[int, int] = (12, 24)
    made_of: tuple[str, ...] = ()


def _committee(name_vi: str, name_en: str, addressee: tuple[str, str], unit: tuple[str, str]) -> Office:
    return Office(
        "people_committee", name_vi, name_en, "BC-UBND", "", "",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", *addressee,
        ("Như trên (để b/c)", f"UBND các {unit[0]}", "Lưu: VT, LĐTBXH"),
        ("As above (for report)", f"People’s Committees of {unit[1]}", "Archive: records, labour office"),
    )  # fmt: skip


_TO_PROVINCE = f"Ủy ban nhân dân {city.PROVINCE_VI}", f"People’s Committee of {city.PROVINCE_EN}"
_WARDS = "phường, xã", "wards and communes"
_CITY_COMMITTEE_VI, _CITY_COMMITTEE_EN = f"Ủy ban nhân dân {city.CITY_VI}", f"People’s Committee of {city.CITY_EN}"
_CITY = _committee(_CITY_COMMITTEE_VI, _CITY_COMMITTEE_EN, _TO_PROVINCE, _WARDS)
CITY_LABOUR_OFFICE = Office(
    "office", "Phòng Lao động - Thương binh và Xã hội", f"Labour, Invalids and Social Affairs Office of {city.CITY_EN}",
    "BC-LĐTBXH", _CITY_COMMITTEE_VI, _CITY_COMMITTEE_EN, (), "TRƯỞNG PHÒNG", _CITY_COMMITTEE_VI, _CITY_COMMITTEE_EN,
    ("Như trên (để b/c)", "Lưu: VT"), ("As above (for report)", "Archive: records"),
)  # fmt: skip
CITY_STEERING_COMMITTEE = Office(
    "steering_committee", f"Ban Chỉ đạo các chương trình mục tiêu quốc gia {city.CITY_VI}",
    f"Steering Committee for the National Target Programmes of {city.CITY_EN}", "BC-BCĐ", _CITY_COMMITTEE_VI,
    _CITY_COMMITTEE_EN, ("TM. BAN CHỈ ĐẠO",), "TRƯỞNG BAN",
    f"Ban Chỉ đạo các chương trình mục tiêu quốc gia {city.PROVINCE_VI}",
    f"Steering Committee for the National Target Programmes of {city.PROVINCE_EN}",
    ("Như trên (để b/c)", "Thành viên Ban Chỉ đạo thành phố", "Lưu: VT, LĐTBXH"),
    ("As above (for report)", "Members of the city’s committee", "Archive: records, labour office"),
)  # fmt: skip

CITY_PLACE = ReportingPlace(
    city.CITY_SLUG, city.CITY_CODE, city.CITY_VI, city.CITY_EN, "Sông Mẫu", _CITY, "ubnd-tp", PERIODS,
    {2020: "889/KH-UBND", 2021: "905/KH-UBND", 2022: "911/KH-UBND", 2023: "927/KH-UBND"},
    {2020: "3047/QĐ-UBND", 2021: "3112/QĐ-UBND", 2022: "3208/QĐ-UBND", 2023: "3345/QĐ-UBND"},
)  # fmt: skip
DISTRICT_PLACE = ReportingPlace(
    city.DISTRICT_SLUG, city.DISTRICT_CODE, city.DISTRICT_VI, city.DISTRICT_EN, "Đồi Mẫu",
    _committee(f"Ủy ban nhân dân {city.DISTRICT_VI}", f"People’s Committee of {city.DISTRICT_EN}", _TO_PROVINCE,
               ("xã, thị trấn", "communes and the township")),
    "ubnd-huyen", ("2022", "2023"),
    {2022: "412/KH-UBND", 2023: "428/KH-UBND"},
    {2021: "2207/QĐ-UBND", 2022: "2391/QĐ-UBND", 2023: "2450/QĐ-UBND"},
)  # fmt: skip
PROVINCE_PLACE = ReportingPlace(
    city.PROVINCE_SLUG, city.PROVINCE_CODE, city.PROVINCE_VI, city.PROVINCE_EN, "Sông Mẫu",
    _committee(*_TO_PROVINCE, ("Bộ Lao động - Thương binh và Xã hội",
                               "Ministry of Labour, Invalids and Social Affairs"),
               ("huyện, thành phố", "districts and the city")),
    "ubnd-tinh", ("2022", "2023"),
    {2022: "64/KH-UBND-T", 2023: "71/KH-UBND-T"},
    {2022: "2870/QĐ-UBND", 2023: "2954/QĐ-UBND"}, (12, 29), (city.CITY_SLUG, city.DISTRICT_SLUG),
)  # fmt: skip
PLACES = (CITY_PLACE, DISTRICT_PLACE, PROVINCE_PLACE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Cách lập một kỳ: who issues it, how far it is, for whom."""

    office: Office
    status: str = "draft"
    audience: str = "superior"


#: Periods that are laid out otherwise than as a committee's draft for its superior.
_LAYOUTS: Mapping[tuple[str, str], Layout] = {
    (city.CITY_SLUG, "2021-9M"): Layout(CITY_STEERING_COMMITTEE),
    (city.CITY_SLUG, "2022-9M"): Layout(CITY_LABOUR_OFFICE),
    (city.CITY_SLUG, "2021"): Layout(_CITY, status="for_signature"),
    (city.CITY_SLUG, "2023-H1"): Layout(_CITY, audience="public"),
    (city.DISTRICT_SLUG, "2023"): Layout(DISTRICT_PLACE.committee, audience="public"),
}


def layout(place: ReportingPlace, period: str) -> Layout:
    return _LAYOUTS.get((place.slug, period), Layout(place.committee))


def dress(place: ReportingPlace, period: str, year: int) -> dict[str, Any]:
    """What report.yml says of the letter."""
    made = layout(place, period)
    office = made.office
    return {
        "issuer": {
            "profile": office.profile,
            "name_vi": office.name_vi,
            "name_en": office.name_en,
            "symbol": office.symbol,
            "locality_vi": place.locality,
            "locality_en": place.locality,
            "superior_vi": office.superior_vi,
            "superior_en": office.superior_en,
        },
        "addressees_vi": [office.addressee_vi],
        "addressees_en": [office.addressee_en],
        "legal_bases": [place.plans[year]],
        "signatory": {"authority": list(office.authority), "position": office.position, "name": ""},
        "recipients_vi": list(office.recipients_vi),
        "recipients_en": list(office.recipients_en),
        "status": made.status,
        "audience": made.audience,
    }
