"""Lời văn giả định của mỗi kỳ: prose without a digit, its figures references to the tables."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.samples.calendar import MID_TERM, OPENING_YEAR, is_whole_year, years_of
from poverty_evaluation.samples.city import CITY_SLUG
from poverty_evaluation.samples.offices import ReportingPlace
from poverty_evaluation.samples.results_in_prose import results_in_prose

Texts = Mapping[str, str]


def narrative(place: ReportingPlace, period: str) -> dict[str, str]:
    """The texts of a period by file name."""
    plan = place.plans[years_of(period)[-1]]
    words = (_CITY_WORDS, _CITY_WORDS_EN) if place.slug == CITY_SLUG else (_OTHER_WORDS, _OTHER_WORDS_EN)
    vietnamese = {**_common(words[0], plan), **_by_kind(period, _AHEAD, _LOOKING_BACK)}
    english = {**_common(words[1], plan), **_by_kind(period, _AHEAD_EN, _LOOKING_BACK_EN)}
    if place.slug == CITY_SLUG and period != str(OPENING_YEAR):
        vietnamese |= results_in_prose(period, "vi")
        english |= results_in_prose(period, "en")
    texts = {**vietnamese, **{f"en/{name}": text for name, text in english.items()}}
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
