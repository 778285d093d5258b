"""Lời văn giả định của mỗi kỳ: prose without a digit, its figures references to the tables."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.samples.calendar import MID_TERM, OPENING_YEAR, is_whole_year, years_of
from poverty_evaluation.samples.city import CITY_SLUG
from poverty_evaluation.samples.offices import ReportingPlace

Texts = Mapping[str, str]


def narrative(place: ReportingPlace, period: str) -> dict[str, str]:
    """The texts of a period by file name."""
    plan = place.plans[years_of(period)[-1]]
    words = (_CITY_WORDS, _CITY_WORDS_EN) if place.slug == CITY_SLUG else (_OTHER_WORDS, _OTHER_WORDS_EN)
    vietnamese = {**_common(words[0], plan), **_by_kind(period, _AHEAD, _LOOKING_BACK)}
    english = {**_common(words[1], plan), **_by_kind(period, _AHEAD_EN, _LOOKING_BACK_EN)}
    texts = {**vietnamese, **{f"en/{name}": text for name, text in english.items()}}
    if place.slug == CITY_SLUG and period == MID_TERM:
        texts |= {**_COMPONENTS, **_by_halves(period), **_MID_TERM, **_ORGANISATIONS}
    elif place.slug == CITY_SLUG and period != str(OPENING_YEAR):
        texts |= {**_COMPONENTS, **_by_halves(period), "state_policies": _CREDIT}
    return {name: f"{text.strip()}\n" for name, text in texts.items()}


def _common(words: Texts, plan: str) -> dict[str, str]:
    return {name: text.replace("{plan}", f"{{doc:{plan}}}") for name, text in words.items()}


def _by_kind(period: str, ahead: Mapping[str, Texts], looking_back: Texts) -> dict[str, str]:
    """Tasks of the rest of the year, of the next one or of the next years; a look back where a year or more ended."""
    if period == MID_TERM:
        return {**ahead["phase"], **looking_back}
    if not is_whole_year(period):
        return dict(ahead["rest"])
    return {**ahead["year"], **({} if int(period) == OPENING_YEAR else looking_back)}


_CITY_WORDS = {
    "leadership": "Thực hiện {plan}, Ủy ban nhân dân thành phố giao chỉ tiêu giảm nghèo đến từng phường, xã; phân công "
    "các phòng, đoàn thể phụ trách từng nhóm hộ. Ban Chỉ đạo thành phố kiểm tra việc rà soát, việc sử dụng nguồn vốn "
    "tại cơ sở.",
    "limits": "- Một bộ phận hộ nghèo không còn khả năng lao động, khó thoát nghèo bền vững.\n"
    "- Số liệu của một số đơn vị gửi chậm, chưa thống nhất thời điểm, đơn vị tính.\n"
    "- Vốn sự nghiệp của một số dự án phân bổ chậm, giải ngân dồn vào cuối năm.",
    "causes": "- Kế hoạch vốn được thông báo muộn so với thời vụ sản xuất.\n"
    "- Cán bộ làm công tác giảm nghèo ở cơ sở kiêm nhiệm nhiều việc.",
    "proposals": "- Đề nghị Ủy ban nhân dân tỉnh thông báo kế hoạch vốn của Chương trình ngay từ đầu năm.\n"
    "- Đề nghị Ngân hàng Chính sách xã hội tỉnh bổ sung nguồn vốn cho vay hộ mới thoát nghèo.",
}
_CITY_WORDS_EN = {
    "leadership": "Carrying out {plan}, the City People’s Committee gave each ward and commune its target and each "
    "office and organisation its group of households. The city’s Steering Committee inspected the reviews and the use "
    "of funds.",
    "limits": "- Some poor households can no longer work and hardly escape poverty for good.\n"
    "- Some offices sent their figures late, at different cut-off dates and in different units.\n"
    "- Recurrent funds of some components were allocated late and spent towards the end of the year.",
    "causes": "- The funds were announced late for the farming season.\n"
    "- Those in charge of poverty reduction in wards and communes have many other duties.",
    "proposals": "- The Provincial People’s Committee is asked to announce the programme’s funds as the year begins.\n"
    "- The Bank for Social Policies is asked for more funds for newly escaped households.",
}
_OTHER_WORDS = {
    "leadership": "Thực hiện {plan}, Ủy ban nhân dân giao chỉ tiêu giảm nghèo cho các đơn vị trực thuộc, chỉ đạo rà "
    "soát hộ nghèo, hộ cận nghèo đúng quy trình, công khai kết quả tại cơ sở.",
    "limits": "- Một số đơn vị gửi báo cáo chậm, số liệu chưa thống nhất giữa các biểu.",
    "causes": "- Việc đối chiếu số liệu giữa các đơn vị chưa được thực hiện thường xuyên.",
    "proposals": "- Đề nghị các bộ, ngành trung ương hướng dẫn thống nhất biểu mẫu, thời điểm chốt số liệu.",
}
_OTHER_WORDS_EN = {
    "leadership": "Carrying out {plan}, the People’s Committee gave its units their targets and had the poor and "
    "near-poor reviewed by the set procedure, with results posted locally.",
    "limits": "- Some units reported late, and their forms do not agree with one another.",
    "causes": "- Units seldom compare their figures with one another.",
    "proposals": "- The ministries are asked for one set of forms and cut-off dates.",
}
_CONFIRM = "- Các đơn vị có số liệu nêu tại phụ lục kết quả rà soát số liệu kiểm tra, xác nhận."
_CONFIRM_EN = "- Offices whose figures are listed among the findings check and confirm them."
_AHEAD = {
    "rest": {
        "tasks": "- Đẩy nhanh tiến độ giải ngân các dự án của Chương trình trong những tháng còn lại của năm.\n"
        "- Chuẩn bị rà soát hộ nghèo, hộ cận nghèo định kỳ cuối năm theo đúng quy trình.\n" + _CONFIRM
    },
    "year": {
        "tasks": "- Phân nhóm hộ nghèo theo khả năng lao động để hỗ trợ phù hợp.\n"
        "- Giao chỉ tiêu giảm nghèo, kế hoạch vốn năm tới ngay từ đầu năm.\n" + _CONFIRM
    },
    "phase": {
        "tasks": "- Tập trung nguồn lực cho các xã, phường có tỷ lệ hộ nghèo cao trong những năm còn lại của giai "
        "đoạn.\n- Nhân rộng mô hình sinh kế có hiệu quả; gắn đào tạo nghề với việc làm.\n" + _CONFIRM
    },
}
_AHEAD_EN = {
    "rest": {
        "tasks": "- Funds of the components are to be disbursed faster in the rest of the year.\n"
        "- The review at the end of the year is to be prepared by the set procedure.\n" + _CONFIRM_EN
    },
    "year": {
        "tasks": "- Poor households are grouped by their ability to work and supported accordingly.\n"
        "- Targets and funds of next year are to be assigned as it begins.\n" + _CONFIRM_EN
    },
    "phase": {
        "tasks": "- For the rest of the phase, resources go to the wards and communes with the highest rates.\n"
        "- Livelihood models that work are spread; vocational training is tied to jobs.\n" + _CONFIRM_EN
    },
}
_LOOKING_BACK = {
    "achievements": "Các chính sách hỗ trợ được thực hiện đúng đối tượng; mô hình sinh kế, tín dụng ưu đãi giúp hộ "
    "nghèo có việc làm và thu nhập.",
    "lessons": "- Giao chỉ tiêu đến từng đơn vị, phân công người phụ trách từng nhóm hộ.\n"
    "- Đối chiếu số liệu giữa các ngành trước khi tổng hợp, báo cáo.",
}
_LOOKING_BACK_EN = {
    "achievements": "Support reached those entitled to it; livelihood models and preferential credit gave poor "
    "households work and income.",
    "lessons": "- Every unit needs a target of its own, every group of households somebody in charge.\n"
    "- Offices should compare their figures before they are put together and reported.",
}


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


def _by_halves(period: str) -> dict[str, str]:
    """Components whose work is told half by half in one year: both halves are named, nothing is added up in prose."""
    if period != "2022":
        return {
            "component-6": f"Tổ chức {_ref('communication_sessions.classes')} buổi truyền thông với "
            f"{_ref('communication_sessions.participants')} lượt người dự.",
            "component-7": f"Mở {_ref('capacity_training.classes')} lớp tập huấn cán bộ giảm nghèo, kinh phí "
            f"{_ref('capacity_training.money')}.",
        }
    return {
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
