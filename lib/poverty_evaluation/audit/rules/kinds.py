"""Loại sự vật, chiều phân loại: which nouns count the same sort of thing, and which groups of one whole may overlap.

Wider than `costs.counted_things`: whatever can be parts of one whole is of one sort, even where no norm is for both.
"""

from __future__ import annotations

import re
from enum import IntEnum

from poverty_evaluation.audit.figures.figure import Figure, Measure


class Kinship(IntEnum):
    """How surely one figure can be a part of another."""

    NONE = 0
    LOOSE = 1  # the nouns tell nothing: only a sum that comes near says that they belong together
    SURE = 2


_SORTS = {
    "person": "người khẩu nhân_khẩu nhân em cháu hs học_sinh học_viên sinh_viên hội_viên đoàn_viên đảng_viên cán_bộ "
    "công_chức viên_chức "
    "giáo_viên bác_sĩ bác_sỹ y_sĩ y_sỹ y_tá điều_dưỡng kỹ_thuật_viên hộ_sinh dược_sĩ dược_sỹ lao_động "
    "đại_biểu "
    "cử_tri thành_viên vđv vận_động_viên huấn_luyện_viên trẻ trẻ_em nam nữ phụ_nữ thanh_niên ông bà anh chị đồng_chí "
    "chiến_sĩ chiến_sỹ bệnh_nhân khách du_khách nạn_nhân bị_can bị_cáo đối_tượng thạc_sĩ thạc_sỹ tiến_sĩ tiến_sỹ "
    "cử_nhân "
    "kỹ_sư công_nhân nông_dân tác_giả chuyên_viên lãnh_đạo cá_nhân lái_xe tân_binh bộ_đội thương_binh bệnh_binh dân cụ "
    "thí_sinh nhân_viên giảng_viên hướng_dẫn_viên cộng_tác_viên tình_nguyện_viên nghệ_nhân diễn_viên dân_quân hđnd "
    "người_dân trung_cấp đại_học cao_đẳng sơ_cấp tuyên_truyền_viên phóng_viên chủ_hộ thầy cô thầy_cô",
    "household": "hộ gia_đình hộ_dân",
    "medal": "huy_chương hcv hcb hcđ hc vàng bạc huy_chương_vàng",
    "commune": "xã phường thị_trấn đơn_vị",
    "village": "thôn bản ấp buôn làng xóm khóm khu_phố tổ_dân_phố tiểu_khu tdp khu",
    "district": "huyện quận thị_xã thành_phố",
    "animal": "con trâu bò lợn dê gà vịt gia_súc gia_cầm",
    "house": "nhà căn ngôi căn_nhà ngôi_nhà",
    "school": "trường trường_học",
    "class": "lớp",
    "session": "buổi cuộc hội_nghị",
    "case": "vụ vụ_việc trường_hợp",
    "petition": "đơn đơn_thư",
    "visit": "lượt lượt_người",
    "gift": "suất phần suất_quà phần_quà",
    "vehicle": "xe phương_tiện ô_tô mô_tô xe_máy",
    "enterprise": "doanh_nghiệp công_ty htx hợp_tác_xã",
    "group": "tổ đội nhóm câu_lạc_bộ clb",
    "ballot": "phiếu lá_phiếu",
    "tree": "cây gốc",
    "article": "tin bài tin_bài",
    "target": "chỉ_tiêu tiêu_chí",
    "project": "dự_án công_trình mô_hình",
    "card": "thẻ",
}
_SORT_OF = {name.replace("_", " "): sort for sort, names in _SORTS.items() for name in names.split()}

#: Ways to divide people or households. Groups of two of these may overlap; opposites within one divide the whole.
_DIMENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for name, pattern in (
        ("gender", r"nam|nữ|phụ nữ|nam giới|nữ giới|trai|gái"),
        ("ethnicity", r"dân tộc|dtts|đbdtts|người (?:kinh|mông|thái|dao|tày|nùng|mường|khmer|chăm|hoa|ê đê|ba na)"),
        ("party", r"đảng viên|đoàn viên|quần chúng|trong đảng|ngoài đảng"),
        ("religion", r"tôn giáo|theo đạo|công giáo|có đạo|giáo dân"),
        ("disability", r"khuyết tật|tàn tật|nhiễm chất độc|da cam"),
        ("merit", r"có công|chính sách|thương binh|liệt sĩ|bộ đội xuất ngũ|cựu chiến binh"),
        ("poverty", r"nghèo|cận nghèo|thoát nghèo|khó khăn"),
        ("age", r"trẻ em|dưới \d+ tuổi|từ \d+ tuổi|trên \d+ tuổi|tuổi|cao tuổi|người già"),
        (
            "illness",
            r"(?<!người )(?<!khám )(?<!chữa )bệnh(?! (?:viện|nhân|xá))|tăng huyết áp|đái tháo đường|"
            r"tiểu đường|tim mạch|viêm|ung thư",
        ),
    )
)
_OPPOSITES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{one})(?!\w)"), re.compile(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        (r"nam|nam giới|trai", r"nữ|phụ nữ|nữ giới|gái"),
        (r"thành thị|đô thị|khu vực thị trấn|thị trấn", r"nông thôn|các xã"),
        (r"không đạt|chưa đạt|không đậu|trượt|bị loại", r"đạt|đậu|đỗ"),
        (r"không hợp lệ", r"hợp lệ"),
        (r"(?:không|chưa) thu(?: \w+)?", r"thu (?:về|vào|lại|được)|đã thu"),
        (r"vắng(?: mặt)?", r"có mặt|dự(?: họp)?"),
        (r"không đúng hạn|quá hạn|trễ hạn|chưa đúng hạn", r"đúng hạn|trong hạn|trước hạn|sớm hạn"),
        (r"ngoài nước|nước ngoài|quốc tế", r"trong nước|nội địa"),
        (r"trực tiếp", r"trực tuyến|gián tiếp"),
        (r"ngoại trú", r"nội trú"),
        (r"người lớn", r"trẻ em|trẻ nhỏ|thiếu nhi"),
        (r"sửa chữa|sửa|cải tạo|nâng cấp", r"xây mới|làm mới|xây dựng mới"),
        (r"không thường trú|tạm trú", r"thường trú"),
        (r"ngoài công lập|tư thục|dân lập", r"công lập"),
        (r"chưa (?!đạt)\w+|không (?!đạt|hợp)\w+", r"đã \w+"),
    )
)
#: Their names say nothing of the people counted.
_ORGANISATION = re.compile(
    r"(?<!\w)(?:hội|đoàn|ban|chi hội|quỹ) (?:liên hiệp |lhpn |người )?(?:phụ nữ|cựu chiến binh|thanh niên|nông dân|"
    r"cao tuổi|khuyết tật|ccb)|trung cấp chính trị"
)
#: Steps of one scale, of which each member of the whole has one.
_SCALES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for name, pattern in (
        ("prize", r"giải (?:đặc biệt|nhất|nhì|ba|tư|khuyến khích|a|b|c)"),
        ("medal", r"hcv|hcb|hcđ|huy chương (?:vàng|bạc|đồng)"),
        ("degree", r"tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|đại học|cao đẳng|trung cấp|sơ cấp|sau đại học|trên đại học"),
        (
            "grade",
            r"xuất sắc|giỏi|tốt|khá|trung bình|yếu|kém|hoàn thành nhiệm vụ|không hoàn thành|bền vững|bình thường",
        ),
        ("form", r"khối \d{1,2}|lớp \d{1,2}|khóa \d{1,2}|quý (?:i|ii|iii|iv|\d)"),
        ("level", r"mầm non|tiểu học|thcs|thpt|trung học cơ sở|trung học phổ thông"),
        ("poverty", r"cận nghèo|thoát nghèo|hộ nghèo|nghèo"),
        ("deadline", r"trước hạn|sớm hạn|đúng hạn|quá hạn|trễ hạn|trong hạn"),
        ("fate", r"chết|tử vong|bị thương|mất tích"),
        ("grave", r"ít nghiêm trọng|rất nghiêm trọng|đặc biệt nghiêm trọng|nghiêm trọng|va chạm"),
        ("medical", r"bác sĩ|bác sỹ|y sĩ|y sỹ|điều dưỡng|dược sĩ|dược sỹ|hộ sinh|kỹ thuật viên"),
    )
)
_SUMMED = frozenset({Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME})
_SUMMED_UNITS = frozenset({"usd", "euro", "eur", "mw", "mwp", "kwh", "teu", "sào", "mẫu"})


#: "4.120 xe … 1.985 chiếc": words that stand for any thing named before.
_CLASSIFIERS = frozenset({"chiếc", "cái", "đơn vị", "nơi"})
_LIVING = frozenset({"person", "household", "animal", "visit", "commune", "village", "district"})


def sort_of(figure: Figure) -> str:
    """The sort of thing that a count counts, "" where the noun is none we know."""
    return sort_of_noun(figure.noun)


def sort_of_noun(noun: tuple[str, ...]) -> str:
    """The sort of thing that the first words of a noun name, "" for none we know."""
    for length in (3, 2, 1):
        sort = _SORT_OF.get(" ".join(noun[:length]))
        if sort:
            return sort
    return ""


def kinship(whole: Figure, part: Figure) -> Kinship:
    """Whether a figure can be a part of another, by measure and noun."""
    if whole.measure is not part.measure or whole.is_rate or part.is_rate:
        return Kinship.NONE
    if whole.measure is Measure.PERCENT or whole.measure in _SUMMED:
        return Kinship.SURE
    if whole.measure is Measure.OTHER:
        return Kinship.SURE if whole.unit == part.unit and whole.unit in _SUMMED_UNITS else Kinship.NONE
    if whole.measure is not Measure.COUNT:
        return Kinship.NONE
    if (
        whole.unit
        and part.unit
        and (f"{whole.unit} ".startswith(f"{part.unit} ") or part.unit.startswith(f"{whole.unit} "))
    ):
        return Kinship.SURE
    own, other = sort_of(whole), sort_of(part)
    if part.unit in _CLASSIFIERS and whole.unit and own not in _LIVING:
        return Kinship.SURE
    if own and other:
        return Kinship.SURE if own == other else Kinship.NONE
    return Kinship.LOOSE


def dimension_of(text: str) -> str:
    """The way of dividing people to which the words of a group belong, "" for any other."""
    text = _ORGANISATION.sub(" ", text)
    for name, pattern in _DIMENSIONS:
        if pattern.search(text):
            return name
    return ""


def are_opposites(one: str, other: str) -> bool:
    """Whether two groups are each other's complement: nam and nữ, hợp lệ and không hợp lệ, đã cấp and chưa cấp."""
    for first, second in _OPPOSITES:
        if first.search(one) and not first.search(other) and second.search(other):
            return True
        if first.search(other) and not first.search(one) and second.search(one):
            return True
    return _denies(one, other) or _denies(other, one)


def _denies(one: str, other: str) -> bool:
    """Whether a group is said by denying the words of the other: "không thuộc thẩm quyền" and "thuộc thẩm quyền"."""
    denied = _DENIED.search(one)
    if denied is None or _DENIED.search(other):
        return False
    return re.search(rf"(?<!\w){re.escape(denied['what'])}(?!\w)", other) is not None


_DENIED = re.compile(r"(?<!\w)(?:không|chưa|đang|ngoài) (?:được )?(?P<what>[^\W\d_]+ [^\W\d_]+|[^\W\d_]+$)")


def scale_of(text: str) -> str:
    """The scale of which the words of a group are a step, "" for none: its steps never overlap."""
    for name, pattern in _SCALES:
        if pattern.search(text):
            return name
    return ""


def may_overlap(groups: tuple[str, ...]) -> bool:
    """Whether the groups, by their words, divide the whole in more ways than one."""
    found = [dimension_of(group) for group in groups]
    if not any(found) or all(scale_of(group) for group in groups):
        return False
    if "illness" in found:
        return True
    named = [name for name in found if name]
    if len(set(named)) == 1 and len(named) > 1:
        return False
    return len(set(found)) > 1 and any(
        name in ("gender", "ethnicity", "party", "religion", "disability", "merit", "age") for name in found
    )
