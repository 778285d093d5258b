"""Thành phố giả định Sông Mẫu và tỉnh của nó: wards and communes, who works there, what they do.

No unit of this name exists. The codes lie beyond those of the statistics office, which end at 96 for provinces, at 973
for districts and far below 99001 for communes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PROVINCE_CODE = "99"
CITY_CODE = "999"
CITY_SLUG = "song-mau-city"
CITY_VI = "thành phố Sông Mẫu"
CITY_EN = "Sông Mẫu City"
PROVINCE_VI = "tỉnh Đất Mẫu"
PROVINCE_EN = "Đất Mẫu Province"
PROVINCE_SLUG = "dat-mau-province"
DISTRICT_CODE = "998"
DISTRICT_SLUG = "doi-mau-district"
DISTRICT_VI = "huyện Đồi Mẫu"
DISTRICT_EN = "Đồi Mẫu District"
INVENTED = "Đơn vị, số liệu giả định, không có thật"

#: Phường Cầu Mẫu took in phường Chợ Mẫu on this day and kept its name and code.
MERGER_DAY = date(2023, 3, 1)
LAST_DAY_BEFORE_MERGER = date(2023, 2, 28)
MERGER_DOCUMENT = "01/NQ-SM"
MERGED, ABSORBED = "99002", "99003"


@dataclass(frozen=True, slots=True)
class Ward:
    """Phường, xã hoặc thị trấn."""

    code: str
    name: str
    type_vi: str

    @property
    def is_ward(self) -> bool:
        """Whether it is urban."""
        return self.type_vi != "xã"

    @property
    def level(self) -> str:
        return {"phường": "ward", "xã": "commune", "thị trấn": "township"}[self.type_vi]

    @property
    def name_en(self) -> str:
        return f"{self.name} {self.level.capitalize()}"


_WARDS = ("Bến Mẫu", "Cầu Mẫu", "Chợ Mẫu", "Đình Mẫu", "Gò Mẫu", "Hồ Mẫu", "Núi Mẫu", "Tân Mẫu", "Thành Mẫu")
_COMMUNES = ("An Mẫu", "Bình Mẫu", "Cồn Mẫu", "Đồng Mẫu", "Hòa Mẫu", "Lâm Mẫu", "Phú Mẫu")
WARDS = tuple(
    Ward(f"{99001 + position}", name, "phường" if position < len(_WARDS) else "xã")
    for position, name in enumerate(_WARDS + _COMMUNES)
)
_DISTRICT_COMMUNES = ("Đồi Trên", "Đồi Dưới", "Khe Mẫu", "Suối Mẫu", "Vườn Mẫu")
DISTRICT_WARDS = (
    Ward("99101", "Đồi Mẫu", "thị trấn"),
    *(Ward(f"{99102 + position}", name, "xã") for position, name in enumerate(_DISTRICT_COMMUNES)),
)

#: code, Vietnamese and English name, short names, type
ORGANISATIONS = (
    ("chinh-phu", "Chính phủ", "Government of Viet Nam", "Chính phủ", "Government", "government"),
    ("ttg", "Thủ tướng Chính phủ", "Prime Minister", "Thủ tướng", "Prime Minister", "government"),
    ("ubnd-tinh", f"Ủy ban nhân dân {PROVINCE_VI}", f"People’s Committee of {PROVINCE_EN}", "UBND tỉnh",
     "Provincial People’s Committee", "people_committee"),
    ("thanh-uy", "Thành ủy Sông Mẫu", "Sông Mẫu City Party Committee", "Thành ủy", "City Party Committee",
     "party_committee"),
    ("ubnd-tp", f"Ủy ban nhân dân {CITY_VI}", f"People’s Committee of {CITY_EN}", "UBND thành phố",
     "City People’s Committee", "people_committee"),
    ("lao-dong", f"Phòng Lao động - Thương binh và Xã hội {CITY_VI}",
     f"Labour, Invalids and Social Affairs Office of {CITY_EN}", "Phòng LĐ-TB&XH", "City labour office", "office"),
    ("giao-duc", f"Phòng Giáo dục và Đào tạo {CITY_VI}", f"Education and Training Office of {CITY_EN}", "Phòng GD&ĐT",
     "City education office", "office"),
    ("dai-truyen-thanh", f"Đài Truyền thanh {CITY_VI}", f"Radio Station of {CITY_EN}", "Đài Truyền thanh",
     "City radio station", "broadcaster"),
    ("nhcsxh", f"Phòng giao dịch Ngân hàng Chính sách xã hội {CITY_VI}",
     f"Bank for Social Policies, office of {CITY_EN}", "NHCSXH", "Bank for Social Policies", "bank"),
    ("mttq", f"Ủy ban Mặt trận Tổ quốc Việt Nam {CITY_VI}", f"Viet Nam Fatherland Front Committee of {CITY_EN}",
     "Ủy ban MTTQ", "Fatherland Front", "front"),
    ("ldld", f"Liên đoàn Lao động {CITY_VI}", f"Federation of Labour of {CITY_EN}", "Liên đoàn Lao động",
     "Federation of Labour", "mass_organisation"),
    ("hoi-lhpn", f"Hội Liên hiệp Phụ nữ {CITY_VI}", f"Women’s Union of {CITY_EN}", "Hội LHPN", "Women’s Union",
     "mass_organisation"),
    ("hoi-ccb", f"Hội Cựu chiến binh {CITY_VI}", f"Veterans’ Association of {CITY_EN}", "Hội Cựu chiến binh",
     "Veterans’ Association", "mass_organisation"),
    ("doan-tn", f"Đoàn Thanh niên Cộng sản Hồ Chí Minh {CITY_VI}", f"Ho Chi Minh Communist Youth Union of {CITY_EN}",
     "Đoàn Thanh niên", "Youth Union", "mass_organisation"),
    ("hoi-nd", f"Hội Nông dân {CITY_VI}", f"Farmers’ Union of {CITY_EN}", "Hội Nông dân", "Farmers’ Union",
     "mass_organisation"),
    ("so-ld", f"Sở Lao động - Thương binh và Xã hội {PROVINCE_VI}",
     f"Department of Labour, Invalids and Social Affairs of {PROVINCE_EN}", "Sở LĐ-TB&XH",
     "Provincial labour department", "office"),
    ("ubnd-huyen", f"Ủy ban nhân dân {DISTRICT_VI}", f"People’s Committee of {DISTRICT_EN}", "UBND huyện",
     "District People’s Committee", "people_committee"),
    ("lao-dong-huyen", f"Phòng Lao động - Thương binh và Xã hội {DISTRICT_VI}",
     f"Labour, Invalids and Social Affairs Office of {DISTRICT_EN}", "Phòng LĐ-TB&XH", "District labour office",
     "office"),
    ("mttq-huyen", f"Ủy ban Mặt trận Tổ quốc Việt Nam {DISTRICT_VI}",
     f"Viet Nam Fatherland Front Committee of {DISTRICT_EN}", "Ủy ban MTTQ", "Fatherland Front", "front"),
    ("hoi-ctd", f"Hội Chữ thập đỏ {CITY_VI}", f"Red Cross Society of {CITY_EN}", "Hội Chữ thập đỏ", "Red Cross",
     "mass_organisation"),
)  # fmt: skip

#: code, Vietnamese and English label, the group it lies in
MEASURE_GROUPS = (
    ("communication", "Thông tin, tuyên truyền", "Communication", ""),
    ("city_own", "Cơ chế, chính sách riêng của thành phố", "Measures of the city", ""),
    ("state_policy", "Chính sách giảm nghèo của Nhà nước", "Poverty-reduction policies of the State", ""),
    ("organisations", "Hoạt động của Mặt trận Tổ quốc và các tổ chức",
     "Activities of the Fatherland Front and the organisations", ""),
    ("programme", "Các dự án của Chương trình", "Components of the programme", ""),
    ("component-2", "Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo",
     "Component 2: Livelihood diversification and poverty-reduction models", "programme"),
    ("component-3", "Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng",
     "Component 3: Production support and better nutrition", "programme"),
    ("component-4", "Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững",
     "Component 4: Vocational education and sustainable employment", "programme"),
    ("component-6", "Dự án 6: Truyền thông và giảm nghèo về thông tin",
     "Component 6: Communication and information poverty reduction", "programme"),
    ("component-7", "Dự án 7: Nâng cao năng lực và giám sát, đánh giá Chương trình",
     "Component 7: Capacity building, monitoring and evaluation of the programme", "programme"),
)  # fmt: skip

#: code, Vietnamese and English label, group, level, organisation, benefit, the customary table it belongs to
MEASURES = (
    ("radio-news", "Tin, bài trên sóng truyền thanh", "Local radio items", "communication", "communication",
     "dai-truyen-thanh", "information", "communication", "general_public"),
    ("housing-support", "Hỗ trợ nhà ở", "Housing support", "city_own", "city", "ubnd-tp", "cash", "housing",
     "poor;near_poor"),
    ("septic-toilets", "Hỗ trợ xây dựng công trình vệ sinh", "Toilets", "city_own", "city", "ubnd-tp", "cash", "",
     "poor;near_poor"),
    ("tet-gifts", "Quà Tết Nguyên đán", "Lunar New Year gifts", "city_own", "city", "ubnd-tp", "in_kind", "",
     "poor;near_poor"),
    ("credit-poor", "Cho vay hộ nghèo", "Loans to poor households", "state_policy", "state", "nhcsxh", "credit",
     "credit", "poor"),
    ("credit-near-poor", "Cho vay hộ cận nghèo", "Loans to near-poor households", "state_policy", "state", "nhcsxh",
     "credit", "credit", "near_poor"),
    ("credit-newly-escaped", "Cho vay hộ mới thoát nghèo", "Loans to newly escaped households", "state_policy",
     "state", "nhcsxh", "credit", "credit", "newly_escaped"),
    ("credit-jobs", "Cho vay giải quyết việc làm", "Loans for jobs", "state_policy", "state", "nhcsxh", "credit",
     "credit", "poor;near_poor;newly_escaped"),
    ("credit-students", "Cho vay học sinh, sinh viên", "Loans to students", "state_policy", "state", "nhcsxh",
     "credit", "credit", "poor;near_poor"),
    ("credit-water", "Cho vay nước sạch và vệ sinh môi trường", "Loans for water and sanitation", "state_policy",
     "state", "nhcsxh", "credit", "credit", "poor;near_poor"),
    ("health-insurance", "Cấp thẻ bảo hiểm y tế", "Health insurance cards", "state_policy", "state", "lao-dong",
     "service", "", "poor;near_poor"),
    ("tuition-support", "Miễn, giảm học phí, hỗ trợ chi phí học tập", "Tuition waivers and study costs", "state_policy",
     "state", "giao-duc", "cash", "", "poor;near_poor"),
    ("electricity-support", "Hỗ trợ tiền điện cho hộ nghèo", "Electricity support", "state_policy", "state", "lao-dong",
     "cash", "", "poor"),
    ("poor-fund", "Vận động Quỹ “Vì người nghèo”", "Fund for the Poor", "organisations", "organisation", "mttq",
     "cash", "", "poor"),
    ("solidarity-houses", "Xây dựng nhà Đại đoàn kết", "Solidarity houses", "organisations", "organisation", "mttq",
     "cash", "housing", "poor"),
    ("gift-giving", "Thăm hỏi, tặng quà", "Visits and gifts", "organisations", "organisation", "", "in_kind", "",
     "workers_hardship;children_policy_poor;persons_hardship"),
    ("technical-training", "Tập huấn kỹ thuật, khởi sự kinh doanh", "Technical and business training", "organisations",
     "organisation", "", "training", "training", "women_members;farmer_members"),
    ("mutual-help", "Giúp nhau phát triển kinh tế", "Mutual help in production", "organisations", "organisation", "",
     "cash", "", ""),
    ("livelihood-model", "Mô hình sinh kế", "Livelihood models", "component-2", "programme", "lao-dong", "in_kind",
     "model", "poor;near_poor;newly_escaped"),
    ("production-support", "Hỗ trợ phát triển sản xuất nông nghiệp", "Support for farm production", "component-3",
     "programme", "lao-dong", "in_kind", "model", "poor;near_poor;newly_escaped"),
    ("vocational-training", "Đào tạo nghề, hỗ trợ việc làm", "Vocational training", "component-4", "programme",
     "lao-dong", "training", "training", "poor;near_poor;newly_escaped"),
    ("communication-sessions", "Hội nghị truyền thông về giảm nghèo đa chiều", "Meetings on multidimensional poverty",
     "component-6", "programme", "lao-dong", "information", "communication", "poor;near_poor"),
    ("capacity-training", "Tập huấn nâng cao năng lực", "Capacity training", "component-7", "programme", "lao-dong",
     "training", "training", "officials"),
    ("inspection", "Kiểm tra, giám sát", "Inspection and monitoring", "component-7", "programme", "lao-dong",
     "service", "inspection", ""),
)  # fmt: skip

#: Groups that only this city reports on, beside those of the generic list.
BENEFICIARY_GROUPS = (
    ("households_dilapidated", "Hộ nghèo, hộ cận nghèo ở nhà hư hỏng", "Poor and near-poor households in bad housing",
     "mixed", "poor;near_poor"),
)  # fmt: skip
