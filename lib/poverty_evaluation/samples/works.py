"""Những việc lặp lại hằng năm của các cơ quan, tổ chức: what is done each year, by whom, for whom, how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rhythm(StrEnum):
    """Cách báo cáo trong năm: how a year is told where it is told in parts."""

    YEAR = "year"  # one figure for whatever the period is
    HALVES = "halves"  # each half on its own: to be added
    CUMULATIVE = "cumulative"  # since January, told again each time: never to be added
    EXPECTED = "expected"  # as cumulative; by mid-year done and expected stand side by side


@dataclass(frozen=True, slots=True)
class Work:
    """Một việc lặp lại hằng năm. count and price: least and most in a year, price in thousand đồng for one (0: none);
    beside: a second figure, so many for each of the first; event: the event several organisations tell; is_planned:
    the plan of the year is told too; is_early: done by spring; is_of_classes: classes or meetings with participants;
    is_of_new_houses: houses built with money raised from others."""

    code: str
    measure: str
    organisation: str
    group: str
    flow: str
    label_vi: str
    label_en: str
    unit: str
    per_role: str
    count: tuple[int, int]
    price: tuple[int, int] = (0, 0)
    rhythm: Rhythm = Rhythm.YEAR
    beside: tuple[str, int] = ("", 0)
    event: str = ""
    is_planned: bool = False
    is_early: bool = False
    is_of_classes: bool = False
    is_of_new_houses: bool = False


_R = Rhythm
WORKS = (
    Work("radio_news", "radio-news", "dai-truyen-thanh", "general_public", "none", "Tin, bài phát sóng về giảm nghèo",
         "Radio items on poverty reduction", "tin, bài", "", (90, 140), rhythm=_R.HALVES),
    Work("health_insurance", "health-insurance", "lao-dong", "persons_poor", "none", "Thẻ bảo hiểm y tế",
         "Health insurance cards", "thẻ", "", (1700, 2100)),
    Work("tuition_support", "tuition-support", "giao-duc", "pupils_poor_near_poor", "grant",
         "Miễn, giảm học phí, hỗ trợ chi phí học tập", "Tuition waivers and study costs", "lượt học sinh",
         "occurrences", (900, 1200), (350, 450), _R.HALVES),
    Work("electricity_support", "electricity-support", "lao-dong", "poor", "grant", "Hỗ trợ tiền điện",
         "Electricity support", "lượt hộ", "occurrences", (2400, 3000), (150, 170), _R.CUMULATIVE),
    Work("poor_fund", "poor-fund", "mttq", "poor", "mobilised", "Vận động Quỹ “Vì người nghèo”", "Fund for the Poor",
         "lượt", "", (60, 90), (9000, 12000)),
    Work("women_help", "mutual-help", "hoi-lhpn", "women_members_hardship", "grant",
         "Giúp hội viên khó khăn phát triển sản xuất", "Help for members in hardship", "hộ", "households", (60, 90),
         (3000, 5000), _R.HALVES),
    Work("youth_gifts", "gift-giving", "doan-tn", "children_policy_poor", "in_kind", "Tặng quà thiếu nhi khó khăn",
         "Gifts for children in hardship", "suất", "items", (250, 400), (300, 400), _R.HALVES),
    Work("red_cross_gifts", "gift-giving", "hoi-ctd", "persons_hardship", "in_kind", "Tặng quà người khó khăn",
         "Gifts for people in hardship", "suất", "items", (500, 700), (350, 450), _R.CUMULATIVE),
    Work("septic_toilets", "septic-toilets", "ubnd-tp", "poor_near_poor", "grant", "Xây dựng công trình vệ sinh",
         "Toilets built", "hộ", "households", (20, 36), (9000, 12000), _R.EXPECTED, is_planned=True),
    Work("tet_gifts", "tet-gifts", "ubnd-tp", "poor_near_poor", "in_kind", "Quà Tết Nguyên đán", "Lunar New Year gifts",
         "suất", "items", (1500, 1900), (400, 500), is_early=True),
    Work("communication_sessions", "communication-sessions", "lao-dong", "poor_near_poor", "grant",
         "Hội nghị truyền thông về giảm nghèo đa chiều", "Meetings on multidimensional poverty", "buổi", "classes",
         (24, 36), (2500, 3500), _R.HALVES, beside=("lượt người", 55), is_of_classes=True),
    Work("solidarity_houses", "solidarity-houses", "mttq", "poor", "grant", "Xây dựng nhà Đại đoàn kết",
         "Solidarity houses", "nhà", "items", (8, 14), (45000, 55000), event="solidarity_houses",
         is_of_new_houses=True),
    Work("solidarity_houses_labour", "solidarity-houses", "lao-dong", "poor", "grant", "Hỗ trợ nhà Đại đoàn kết",
         "Support for the solidarity houses", "nhà", "items", (8, 14), (45000, 55000), event="solidarity_houses"),
    Work("solidarity_houses_youth", "solidarity-houses", "doan-tn", "poor", "none",
         "Tham gia xây dựng nhà Đại đoàn kết", "Work on the solidarity houses", "nhà", "", (8, 14),
         beside=("ngày công", 12), event="solidarity_houses"),
    Work("labour_gifts", "gift-giving", "ldld", "workers_hardship", "in_kind", "Tặng quà đoàn viên khó khăn",
         "Gifts for workers in hardship", "suất", "items", (200, 300), (450, 550), _R.HALVES),
    Work("women_training", "technical-training", "hoi-lhpn", "women_members", "none", "Tập huấn khởi sự kinh doanh",
         "Business training", "lớp", "", (8, 14), rhythm=_R.HALVES, beside=("lượt người", 35), is_of_classes=True),
    Work("veterans_help", "mutual-help", "hoi-ccb", "veterans_poor_near_poor", "mobilised",
         "Hội viên giúp nhau phát triển kinh tế", "Mutual help among members", "hộ", "households", (30, 50),
         (4000, 6000), _R.HALVES),
    Work("farmers_training", "technical-training", "hoi-nd", "farmer_members", "none", "Tập huấn kỹ thuật sản xuất",
         "Technical training", "lớp", "", (20, 34), rhythm=_R.HALVES, beside=("lượt người", 40), is_of_classes=True),
    Work("vocational_training", "vocational-training", "lao-dong", "poor_near_poor_newly_escaped", "grant",
         "Đào tạo nghề, hỗ trợ việc làm cho lao động nghèo", "Vocational training of poor workers", "lớp", "classes",
         (5, 9), (60000, 80000), _R.EXPECTED, beside=("lượt người", 25), is_planned=True, is_of_classes=True),
    Work("capacity_training", "capacity-training", "lao-dong", "officials", "grant", "Tập huấn cán bộ giảm nghèo",
         "Training of poverty-reduction officials", "lớp", "classes", (4, 8), (15000, 20000), _R.HALVES,
         beside=("lượt người", 40), is_planned=True, is_of_classes=True),
    Work("inspection", "inspection", "lao-dong", "not_stated", "none", "Kiểm tra, giám sát tại phường, xã",
         "Inspections in wards and communes", "cuộc", "", (8, 16), rhythm=_R.HALVES, is_planned=True,
         is_of_classes=True),
)  # fmt: skip
