"""Lời nói về việc gì: the words of a clause that tell what it is about, without those that say nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from poverty_evaluation.audit.rules.facts.settings import without_organisations

WORD = re.compile(r"[^\W\d]+")
#: Words that say nothing of what a figure is about.
_WEAK = frozenset((
    "có", "là", "trao", "tặng", "làm", "kinh", "phí", "tiền", "trị", "giá", "triệu", "nghìn", "được", "đã", "đạt",
    "với", "cho", "của", "các", "những", "trong", "tại", "trên", "địa", "bàn", "ở", "và", "hiện", "nay", "đến",
    "hết", "từ", "cả", "toàn", "tổng", "số", "này", "đó", "tính", "ước", "khoảng", "gần", "hơn", "lên", "tới",
    "thu", "hút", "đón", "gồm", "còn", "về", "do", "thì", "mà", "để", "vào", "ra", "theo", "như", "cây", "chiếc",
    "cái", "con", "ngôi", "căn", "rằng", "nên", "vẫn", "cũng", "đang", "sẽ", "bằng", "khi", "kết", "quả", "lại",
    "nhờ", "qua", "tương", "ứng", "chiếm", "tỷ", "tỉ", "lệ", "mức", "hoặc", "một", "hai", "mới", "đây", "nữa",
    "chính", "xác", "lần", "thứ", "nhìn", "chung", "đánh", "vậy", "năm", "tháng", "ngày", "quý", "giai", "đoạn",
    "kỳ", "thời", "điểm", "tiếp", "tục", "bị", "ghi", "nhận", "duy", "trì", "nhất", "cùng", "tham", "dự", "hôm",
    "riêng", "sau",
))  # fmt: skip
#: Words of several syllables: some say nothing, others do though a syllable of theirs says nothing.
_HOLLOW = re.compile(
    r"(?<!\w)(?:công trình|được biết|theo đó|đến nay|thời gian qua|thành công|tốt đẹp|sự tham dự|tham gia|vui mừng"
    r"|đáng ghi nhận|kinh phí|số tiền|trị giá|giá trị|như vậy|đánh giá|kết quả|nhiệm kỳ|cuối năm|đầu năm|rà soát"
    r"|thống kê|tóm tắt|tóm lại|kết luận|báo cáo|số liệu|dự án|triệu đồng|ban tổ chức|hôm nay|sáng nay|chiều nay)(?!\w)"
)
_TELLING = re.compile(
    r"(?<!\w)(?:dân số|kết nạp|thực hiện|thu ngân sách|thu nhập|tỷ lệ|đề án|kết hôn|gia cầm|trị an)(?!\w)"
)
LEVEL = re.compile(r"(?<!\w)(?:thị xã|thị trấn|thành phố|xã|phường|huyện|tỉnh|quận|thôn|bản|ấp|xóm)(?!\w)")


_CLASSIFIERS = frozenset(
    (
        "đền",
        "chùa",
        "đình",
        "cầu",
        "hồ",
        "đèo",
        "núi",
        "sông",
        "suối",
        "thác",
        "chợ",
        "làng",
        "cảng",
        "đường",
        "phố",
        "đảo",
        "đập",
    )
)


def joined(text: str) -> str:
    return _TELLING.sub(lambda match: match[0].replace(" ", "_"), _HOLLOW.sub(" ", text))


def telling(text: str) -> tuple[str, ...]:
    """The words of a clause that say what it is about: no levels, organisations or words that say nothing."""
    return _known_telling(text) if len(text) <= _REMEMBERED else _telling(text)


def _telling(text: str) -> tuple[str, ...]:
    bare = without_organisations(LEVEL.sub(" ", joined(" ".join(text.split()))))
    return tuple(word for word in WORD.findall(bare) if word not in _WEAK)


#: Reports say the same in front of many figures; so long a clause is remembered.
_REMEMBERED = 400
_known_telling = lru_cache(maxsize=4096)(_telling)


_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,40}")
#: First words of names that many sentences of one report share: offices, organisations, persons in charge.
_COMMON_NAMES = frozenset(
    [
        "hội",
        "đoàn",
        "ban",
        "uỷ",
        "ủy",
        "sở",
        "phòng",
        "chủ",
        "phó",
        "nhà",
        "ngân",
        "mặt",
        "liên",
        "trung",
        "đảng",
        "công",
        "chi",
    ]
)


def names_of(text: str) -> list[str]:
    """The words of names: two or more capitalised words within a sentence that begin no office's name."""
    found: list[str] = []
    for match in _RUN.finditer(text.replace(" - ", " ")):
        words = match[0].split(" ")
        at = 1
        while at < len(words):
            last = at
            while last < len(words) and words[last][0].isupper():
                last += 1
            is_name = last - at >= 2 or (last > at and words[at - 1].lower() in _CLASSIFIERS)
            if is_name and words[at].lower() not in _COMMON_NAMES and not words[at - 1].isupper():
                found += [word.lower() for word in words[at:last]]
            at = last + 1
    return found
