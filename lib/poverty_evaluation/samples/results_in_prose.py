"""Kết quả trong lời văn giả định của thành phố: what the prose of the city tells of its results, in both languages.

Figures are references to the tables; the Vietnamese text and the English one refer to the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.samples.calendar import MID_TERM

Texts = Mapping[str, str]


def results_in_prose(period: str, language: str) -> dict[str, str]:
    """The texts on components and policies of a period; those of the phase on offices and organisations as well.

    Components whose work is told half by half in one year: both halves are named, nothing is added up in prose.
    """
    english = language == "en"
    components = {
        **(_COMPONENTS_EN if english else _COMPONENTS),
        **_by_halves(period, english),
    }
    if period != MID_TERM:
        return {**components, "state_policies": _CREDIT_EN if english else _CREDIT}
    if english:
        return {**components, **_MID_TERM_EN, **_ORGANISATIONS_EN}
    return {**components, **_MID_TERM, **_ORGANISATIONS}


def _by_halves(period: str, english: bool) -> Texts:
    if period == "2022":
        return _HALVES_EN if english else _HALVES
    return _WHOLE_EN if english else _WHOLE


def _ref(name: str) -> str:
    return f"{{activity_figure;figure={name}}}"


_CREDIT = (
    f"- Cho {_ref('credit_poor_lent.households')} hộ nghèo vay {_ref('credit_poor_lent.money')}; dư nợ cho vay hộ "
    f"nghèo đến cuối kỳ {_ref('credit_poor.money')}, trong đó quá hạn {_ref('credit_poor.overdue_money')}; toàn bộ dư "
    "nợ ủy thác qua bốn tổ chức chính trị - xã hội."
)
_COMPONENTS = {
    "component-2": f"- Mô hình chăn nuôi bò sinh sản: {_ref('model_cows.households')} hộ tại {{place:99010}}, kinh phí "
    f"{_ref('model_cows.money')}, trong đó hộ dân đối ứng {_ref('model_cows.own_money')}.\n- Mô hình nuôi gà thả vườn: "
    f"{_ref('model_chickens.households')} hộ tại {{place:99016}}, kinh phí {_ref('model_chickens.money')}.\n- Mô hình "
    f"trồng nấm rơm: {_ref('model_mushrooms.households')} hộ tại {{place:99005}}, kinh phí "
    f"{_ref('model_mushrooms.money')}.",
    "component-3": f"Liên kết sản xuất lúa chất lượng cao có {_ref('production_rice.households')} hộ tham gia, kinh "
    f"phí {_ref('production_rice.money')}.",
    "component-4": f"Mở {_ref('vocational_training.classes')} lớp đào tạo nghề với "
    f"{_ref('vocational_training.participants')} lượt người học.",
}
_WHOLE: Texts = {
    "component-6": f"Tổ chức {_ref('communication_sessions.classes')} buổi truyền thông với "
    f"{_ref('communication_sessions.participants')} lượt người dự.",
    "component-7": f"Mở {_ref('capacity_training.classes')} lớp tập huấn cán bộ giảm nghèo, kinh phí "
    f"{_ref('capacity_training.money')}.",
}
_HALVES: Texts = {
    "component-6": f"Tổ chức {_ref('communication_sessions_h1.classes')} buổi truyền thông trong nửa đầu năm, "
    f"{_ref('communication_sessions_h2.classes')} buổi trong nửa cuối năm.",
    "component-7": f"Mở {_ref('capacity_training_h1.classes')} lớp tập huấn cán bộ giảm nghèo trong nửa đầu năm, "
    f"{_ref('capacity_training_h2.classes')} lớp trong nửa cuối năm.",
}
_MID_TERM = {
    "departments": "Phòng Lao động - Thương binh và Xã hội là cơ quan thường trực; các phòng, đơn vị thực hiện chính "
    f"sách theo lĩnh vực. Thành phố mở {_ref('capacity_training.classes')} lớp tập huấn cho "
    f"{_ref('capacity_training.participants')} lượt cán bộ, tổ chức {_ref('inspection.classes')} cuộc kiểm tra, "
    "giám sát.",
    "wards": "Các phường, xã kiện toàn ban chỉ đạo, rà soát hộ nghèo hằng năm theo quy trình, niêm yết công khai kết "
    "quả. Phường Chợ Mẫu được sáp nhập vào {place:99002} theo {doc:01/NQ-SM} từ ngày {date:2023-03-01}.",
    "communication": f"Đài Truyền thanh thành phố phát {_ref('radio_news.items')} tin, bài về chính sách giảm nghèo.",
    "city_measures": f"- Hỗ trợ {_ref('housing_support.items')} nhà ở, gồm xây mới "
    f"{_ref('housing_support.new_built')} nhà, sửa chữa {_ref('housing_support.repaired')} nhà; kinh phí "
    f"{_ref('housing_support.money')}.\n- Hỗ trợ {_ref('septic_toilets.households')} hộ xây dựng công trình vệ sinh, "
    f"kinh phí {_ref('septic_toilets.money')}.\n- Tặng {_ref('tet_gifts.items')} suất quà Tết, trị giá "
    f"{_ref('tet_gifts.money')}.",
    "state_policies": f"{_CREDIT}\n- Cấp "
    f"{_ref('health_insurance.items')} thẻ bảo hiểm y tế.\n- Miễn, giảm học phí, hỗ trợ chi phí học tập cho "
    f"{_ref('tuition_support.occurrences')} lượt học sinh, kinh phí {_ref('tuition_support.money')}.\n- Hỗ trợ tiền "
    f"điện {_ref('electricity_support.occurrences')} lượt hộ, kinh phí {_ref('electricity_support.money')}.",
    "poverty_context": "Kết quả năm đầu của giai đoạn theo chuẩn nghèo cũ nên không so sánh trực tiếp với hai năm sau. "
    "Danh sách năm giữa giai đoạn được điều chỉnh theo {doc:418/QĐ-UBND}; báo cáo dùng số đã điều chỉnh.",
}

_ORGANISATIONS = {
    "org_mttq": f"- Vận động Quỹ “Vì người nghèo” được {_ref('poor_fund.money')}.\n- Xây dựng "
    f"{_ref('solidarity_houses.items')} nhà Đại đoàn kết, kinh phí {_ref('solidarity_houses.money')}.",
    "org_ldld": f"- Tặng {_ref('labour_gifts.items')} suất quà cho đoàn viên khó khăn, trị giá "
    f"{_ref('labour_gifts.money')}.",
    "org_hoi-lhpn": f"- Giúp {_ref('women_help.households')} hộ hội viên, kinh phí {_ref('women_help.money')}.\n- Mở "
    f"{_ref('women_training.classes')} lớp tập huấn cho {_ref('women_training.participants')} lượt người.\n- Nhận ủy "
    "thác {loan_outstanding_money;organisation=hoi-lhpn}.",
    "org_hoi-ccb": f"- Hội viên giúp {_ref('veterans_help.households')} hộ phát triển kinh tế, huy động "
    f"{_ref('veterans_help.money')}.\n- Nhận ủy thác {{loan_outstanding_money;organisation=hoi-ccb}}.",
    "org_doan-tn": f"- Tham gia xây dựng {_ref('solidarity_houses_youth.items')} nhà Đại đoàn kết với "
    f"{_ref('solidarity_houses_youth.work_days')} ngày công.\n- Tặng {_ref('youth_gifts.items')} suất quà, trị giá "
    f"{_ref('youth_gifts.money')}.\n- Nhận ủy thác {{loan_outstanding_money;organisation=doan-tn}}.",
    "org_hoi-nd": f"- Mở {_ref('farmers_training.classes')} lớp tập huấn với {_ref('farmers_training.participants')} "
    f"lượt người tham gia.\n- Nhận ủy thác {{loan_outstanding_money;organisation=hoi-nd}}.",
    "org_hoi-ctd": f"- Tặng {_ref('red_cross_gifts.items')} suất quà, trị giá {_ref('red_cross_gifts.money')}.",
}

_CREDIT_EN = (
    f"- {_ref('credit_poor_lent.households')} poor households borrowed {_ref('credit_poor_lent.money')}; loans to poor "
    f"households stand at {_ref('credit_poor.money')} at the end of the period, of which "
    f"{_ref('credit_poor.overdue_money')} overdue; all loans are entrusted to the four socio-political organisations."
)
_COMPONENTS_EN = {
    "component-2": f"- Breeding cows: {_ref('model_cows.households')} households in {{place:99010}}, "
    f"{_ref('model_cows.money')}, of which the households contributed {_ref('model_cows.own_money')}.\n- Free-range "
    f"chickens: {_ref('model_chickens.households')} households in {{place:99016}}, {_ref('model_chickens.money')}.\n"
    f"- Straw mushrooms: {_ref('model_mushrooms.households')} households in {{place:99005}}, "
    f"{_ref('model_mushrooms.money')}.",
    "component-3": f"{_ref('production_rice.households')} households grow quality rice under contract, with "
    f"{_ref('production_rice.money')}.",
    "component-4": f"There were {_ref('vocational_training.classes')} vocational classes, attended "
    f"{_ref('vocational_training.participants')} times.",
}
_WHOLE_EN: Texts = {
    "component-6": f"There were {_ref('communication_sessions.classes')} meetings on multidimensional poverty, "
    f"attended {_ref('communication_sessions.participants')} times.",
    "component-7": f"Classes for poverty-reduction officials: {_ref('capacity_training.classes')}, with "
    f"{_ref('capacity_training.money')}.",
}
_HALVES_EN: Texts = {
    "component-6": f"There were {_ref('communication_sessions_h1.classes')} meetings in the first half of the year and "
    f"{_ref('communication_sessions_h2.classes')} in the second.",
    "component-7": "Classes for poverty-reduction officials: "
    f"{_ref('capacity_training_h1.classes')} in the first half of the year and "
    f"{_ref('capacity_training_h2.classes')} in the second.",
}
_MID_TERM_EN = {
    "departments": "The labour office is the standing office of the programme; other offices carry out the policies "
    f"of their fields. The city held {_ref('capacity_training.classes')} classes for poverty-reduction officials, "
    f"attended {_ref('capacity_training.participants')} times, and {_ref('inspection.classes')} inspections.",
    "wards": "Wards and communes renewed their steering committees, reviewed the poor every year by the set procedure "
    "and posted the results. Chợ Mẫu Ward was merged into {place:99002} under {doc:01/NQ-SM} on {date:2023-03-01}.",
    "communication": f"The city radio station broadcast {_ref('radio_news.items')} items on poverty-reduction policy.",
    "city_measures": f"- Housing: {_ref('housing_support.items')} houses, {_ref('housing_support.new_built')} of them "
    f"newly built and {_ref('housing_support.repaired')} repaired, with {_ref('housing_support.money')}.\n- Toilets: "
    f"{_ref('septic_toilets.households')} households, with {_ref('septic_toilets.money')}.\n- Lunar New Year: "
    f"{_ref('tet_gifts.items')} gifts worth {_ref('tet_gifts.money')}.",
    "state_policies": f"{_CREDIT_EN}\n- Health insurance: {_ref('health_insurance.items')} cards.\n- Tuition waivers "
    f"and study costs: {_ref('tuition_support.occurrences')} pupil occurrences, with "
    f"{_ref('tuition_support.money')}.\n- Electricity: {_ref('electricity_support.occurrences')} household "
    f"occurrences, with {_ref('electricity_support.money')}.",
    "poverty_context": "The first year of the phase was reviewed under the former poverty standard and is not compared "
    "with the two years after it. The list of the middle year was amended by {doc:418/QĐ-UBND}; the report uses the "
    "amended figures.",
}
_ORGANISATIONS_EN = {
    "org_mttq": f"- The appeal for the Fund for the Poor raised {_ref('poor_fund.money')}.\n- Solidarity houses: "
    f"{_ref('solidarity_houses.items')}, with {_ref('solidarity_houses.money')}.",
    "org_ldld": f"- {_ref('labour_gifts.items')} gifts for members in hardship, worth {_ref('labour_gifts.money')}.",
    "org_hoi-lhpn": f"- Help for {_ref('women_help.households')} households of members, with "
    f"{_ref('women_help.money')}.\n- {_ref('women_training.classes')} classes, attended "
    f"{_ref('women_training.participants')} times.\n- Entrusted loans: "
    "{loan_outstanding_money;organisation=hoi-lhpn}.",
    "org_hoi-ccb": f"- Members helped {_ref('veterans_help.households')} households in production and raised "
    f"{_ref('veterans_help.money')}.\n- Entrusted loans: {{loan_outstanding_money;organisation=hoi-ccb}}.",
    "org_doan-tn": f"- Work on {_ref('solidarity_houses_youth.items')} solidarity houses: "
    f"{_ref('solidarity_houses_youth.work_days')} work days.\n- {_ref('youth_gifts.items')} gifts worth "
    f"{_ref('youth_gifts.money')}.\n- Entrusted loans: {{loan_outstanding_money;organisation=doan-tn}}.",
    "org_hoi-nd": f"- {_ref('farmers_training.classes')} classes, attended {_ref('farmers_training.participants')} "
    "times.\n- Entrusted loans: {loan_outstanding_money;organisation=hoi-nd}.",
    "org_hoi-ctd": f"- {_ref('red_cross_gifts.items')} gifts worth {_ref('red_cross_gifts.money')}.",
}
