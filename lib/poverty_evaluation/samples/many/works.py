"""Việc giả định của một xã: what a commune does each year, who does it there, what it is called in its lists."""

from __future__ import annotations

from poverty_evaluation.samples import city
from poverty_evaluation.samples.many.communes import PROVINCE_EN, PROVINCE_VI
from poverty_evaluation.samples.works import Work

COMMITTEE = "ubnd-xa"
_FRONT, _WOMEN, _FARMERS, _VETERANS, _YOUTH = "mttq-xa", "hoi-phu-nu-xa", "hoi-nong-dan-xa", "hoi-ccb-xa", "doan-xa"
#: The work that tells the number of its commune: the leaflets given out, one to each person.
LEAFLETS = "leaflets"

#: Who does in a commune what others do in the city.
_INSTEAD_OF = {
    "ubnd-tp": COMMITTEE, "lao-dong": COMMITTEE, "giao-duc": COMMITTEE, "dai-truyen-thanh": COMMITTEE, "mttq": _FRONT,
}  # fmt: skip

#: code, Vietnamese and English name, short names, type; one list for all communes, so that it does not grow.
ORGANISATIONS = (
    ("chinh-phu", "Chính phủ", "Government of Viet Nam", "Chính phủ", "Government", "government"),
    ("ttg", "Thủ tướng Chính phủ", "Prime Minister", "Thủ tướng", "Prime Minister", "government"),
    ("ubnd-tinh", f"Ủy ban nhân dân {PROVINCE_VI}", f"People’s Committee of {PROVINCE_EN}", "UBND tỉnh",
     "Provincial People’s Committee", "people_committee"),
    ("ubnd-huyen", "Ủy ban nhân dân huyện", "District People’s Committee", "UBND huyện", "District People’s Committee",
     "people_committee"),
    (COMMITTEE, "Ủy ban nhân dân xã, phường", "People’s Committee of the commune or ward", "UBND xã, phường",
     "Commune People’s Committee", "people_committee"),
    ("nhcsxh", "Phòng giao dịch Ngân hàng Chính sách xã hội", "Bank for Social Policies, local office", "NHCSXH",
     "Bank for Social Policies", "bank"),
    (_FRONT, "Ủy ban Mặt trận Tổ quốc Việt Nam xã, phường", "Viet Nam Fatherland Front Committee of the commune",
     "Ủy ban MTTQ", "Fatherland Front", "front"),
    (_WOMEN, "Hội Liên hiệp Phụ nữ xã, phường", "Women’s Union of the commune", "Hội LHPN", "Women’s Union",
     "mass_organisation"),
    (_FARMERS, "Hội Nông dân xã, phường", "Farmers’ Union of the commune", "Hội Nông dân", "Farmers’ Union",
     "mass_organisation"),
    (_VETERANS, "Hội Cựu chiến binh xã, phường", "Veterans’ Association of the commune", "Hội Cựu chiến binh",
     "Veterans’ Association", "mass_organisation"),
    (_YOUTH, "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã, phường", "Ho Chi Minh Communist Youth Union of the commune",
     "Đoàn Thanh niên", "Youth Union", "mass_organisation"),
)  # fmt: skip

MEASURE_GROUPS = tuple(
    (code, "Hỗ trợ riêng của địa phương", "Local measures", parent) if code == "city_own" else (code, vi, en, parent)
    for code, vi, en, parent in city.MEASURE_GROUPS
)
MEASURES = (
    *(
        (*of[:5], _INSTEAD_OF.get(of[5], of[5]), *of[6:])
        for of in city.MEASURES
    ),
    ("leaflets", "Phát tờ gấp về chính sách giảm nghèo", "Leaflets on poverty-reduction policies", "communication",
     "communication", COMMITTEE, "information", "communication", "general_public"),
)  # fmt: skip

_WORKS = (
    Work("housing_support", "housing-support", COMMITTEE, "poor_near_poor", "grant", "Hỗ trợ nhà ở", "Housing support",
         "nhà", "items", (4, 14), (30_000, 40_000), is_planned=True),
    Work("septic_toilets", "septic-toilets", COMMITTEE, "poor_near_poor", "grant", "Xây dựng công trình vệ sinh",
         "Toilets built", "hộ", "households", (6, 24), (8_000, 11_000), is_planned=True),
    Work("tet_gifts", "tet-gifts", COMMITTEE, "poor_near_poor", "in_kind", "Quà Tết Nguyên đán",
         "Lunar New Year gifts", "suất", "items", (80, 320), (400, 500), is_early=True),
    Work("health_insurance", "health-insurance", COMMITTEE, "persons_poor", "none", "Thẻ bảo hiểm y tế",
         "Health insurance cards", "thẻ", "", (180, 700)),
    Work("tuition_support", "tuition-support", COMMITTEE, "pupils_poor_near_poor", "grant",
         "Miễn, giảm học phí, hỗ trợ chi phí học tập", "Tuition waivers and study costs", "lượt học sinh",
         "occurrences", (60, 240), (350, 450)),
    Work("electricity_support", "electricity-support", COMMITTEE, "poor", "grant", "Hỗ trợ tiền điện",
         "Electricity support", "lượt hộ", "occurrences", (300, 900), (150, 170)),
    Work("livelihood", "livelihood-model", COMMITTEE, "poor_near_poor_newly_escaped", "grant",
         "Mô hình chăn nuôi sinh sản", "Breeding livestock", "hộ", "households", (12, 40), (10_000, 15_000),
         is_planned=True),
    Work("production", "production-support", COMMITTEE, "poor_near_poor_newly_escaped", "grant",
         "Hỗ trợ giống, vật tư sản xuất", "Seed and inputs", "hộ", "households", (20, 70), (3_000, 6_000)),
    Work("vocational_training", "vocational-training", COMMITTEE, "poor_near_poor_newly_escaped", "grant",
         "Đào tạo nghề cho lao động nghèo", "Vocational training of poor workers", "lớp", "classes", (1, 4),
         (55_000, 70_000), beside=("lượt người", 25), is_of_classes=True),
    Work("communication_sessions", "communication-sessions", COMMITTEE, "poor_near_poor", "grant",
         "Hội nghị truyền thông về giảm nghèo đa chiều", "Meetings on multidimensional poverty", "buổi", "classes",
         (4, 12), (2_500, 3_500), beside=("lượt người", 55), is_of_classes=True),
    Work("solidarity_houses", "solidarity-houses", _FRONT, "poor", "grant", "Xây dựng nhà Đại đoàn kết",
         "Solidarity houses", "nhà", "items", (1, 5), (45_000, 55_000)),
    Work("poor_fund", "poor-fund", _FRONT, "poor", "mobilised", "Vận động Quỹ “Vì người nghèo”",
         "Fund for the Poor", "lượt", "", (8, 30), (2_000, 4_000)),
    Work("women_help", "mutual-help", _WOMEN, "women_members_hardship", "grant",
         "Giúp hội viên khó khăn phát triển sản xuất", "Help for members in hardship", "hộ", "households", (8, 30),
         (3_000, 5_000)),
    Work("farmers_help", "mutual-help", _FARMERS, "farmers", "mobilised", "Hội viên giúp nhau cây, con giống",
         "Members helping members with seed and stock", "hộ", "households", (6, 26), (2_000, 4_000)),
    Work("veterans_help", "mutual-help", _VETERANS, "veterans_poor_near_poor", "mobilised",
         "Hội viên giúp nhau phát triển kinh tế", "Mutual help among members", "hộ", "households", (4, 16),
         (4_000, 6_000)),
    Work("youth_gifts", "gift-giving", _YOUTH, "children_policy_poor", "in_kind", "Tặng quà thiếu nhi khó khăn",
         "Gifts for children in hardship", "người", "persons", (30, 120), (300, 400)),
    Work("farmers_training", "technical-training", _FARMERS, "farmer_members", "none", "Tập huấn kỹ thuật sản xuất",
         "Technical training", "lớp", "", (2, 8), beside=("lượt người", 40), is_of_classes=True),
)  # fmt: skip


def works(reached: int) -> tuple[Work, ...]:
    """The works of one year, in which so many people got a leaflet."""
    told = Work(
        LEAFLETS, "leaflets", COMMITTEE, "general_public", "in_kind", "Phát tờ gấp về chính sách giảm nghèo",
        "Leaflets on poverty-reduction policies", "người", "", (reached, reached),
    )  # fmt: skip
    return (told, *_WORKS)
