"""Dấu hiệu của tổng số: which words make a figure the total of a product, its average or something else."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.rules.costs.counted_things import same_things
from poverty_evaluation.audit.rules.costs.norms import Norm
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.quantities import read_words

_STRONG = re.compile(
    r"(?<!\w)(?:tổng|cộng|thành tiền|tương đương|tương ứng|tức|như vậy|tính ra|vị chi|vậy là|cả thảy|hết|sản lượng|cần|"
    r"quyết toán|cả (?:đợt|vụ|vườn|năm|làng|xã|thôn|xóm|trại|đội|lớp|trường|huyện|tỉnh|tháng|đoàn|nhà|khu|chi hội)"
    r"(?:[^,;.\d]{0,30}\s)?(?:có|được|là|thu|trồng|cần|chi|nhận|mua|làm)|thành)(?!\w)[^.;]{0,60}$|(?:=|=>|→)\s*$"
)
_WEAK = re.compile(
    r"(?<!\w)(?:kinh phí|số tiền|trị giá|giá trị|số vốn|nguồn vốn|dự toán|chi phí|số lượng|khối lượng|vốn|tiền|quy ra)"
    r"(?:\s+[^\W\d_]+){0,8}\s*:?\s*$"
)
_OTHER_THING = re.compile(
    r"(?<!\w)(?:còn lại|còn thiếu|đối ứng|trong đó|riêng|tăng|giảm|so với|lãi|cao nhất|thấp nhất|nhiều nhất|ít "
    r"nhất|tối đa|"
    r"đã giải ngân|doanh thu|thu nhập|dư nợ|tiết kiệm|lương|kế hoạch|chỉ tiêu|thêm|bình quân|trung bình|mới đạt|"
    r"cùng kỳ|xã hội hoá|"
    r"xã hội hóa|phần)(?!\w)[^,;.]{0,40}$"
)
_NEVER = re.compile(
    r"(?<!\w)(?:quay vòng|luỹ kế|lũy kế|doanh thu|doanh số|dư nợ|lợi nhuận|thu nhập)(?!\w)[^,;.]{0,40}$"
)
_TAKEN = re.compile(r"(?<!\w)(?:thu|nộp|chi|trả|thưởng|góp)(?:\s+(?:được|về|cho dân))?\s*$")
#: "bán 70.000 đồng/con, thu về 84 triệu đồng": what a number of things sold or days worked brought in.
_EARNED = re.compile(
    r"(?<!\w)(?:(?:thu|đem|mang|kiếm|bán|nhận|lĩnh)\s+(?:về|được|lại)|lĩnh|thu nhập được|doanh thu|đã chi|chi ra|đưa|"
    r"chở|vận chuyển|cấp|cung cấp)(?!\w)[^,;.\d]{0,50}$"
)
_MUST_PAY = re.compile(r"(?<!\w)(?:phải|sẽ|cần)\s(?:chi|trả|bỏ ra|nộp|huy động|bố trí)(?:\s[^\W\d_]+){0,2}\s*$")
_IN_FULL = re.compile(r"(?<!\w)(?:đủ|đều|toàn bộ|tất cả)(?!\w)")
_SO_FAR = re.compile(r"(?<!\w)(?:mới|đã (?:nộp|góp|thu|trả|đóng))(?!\w)")
_REACHED = re.compile(r"\s*[,;(]?\s*(?:đạt|bằng|mới)(?!\w)")
_APART = re.compile(
    r"(?<!\w)(?:còn lại|tăng|giảm|so với|thu nhập|trong đó|riêng|lãi|cao nhất|thấp nhất|kế hoạch)(?!\w)[^,;.]{0,40}$"
)
_GIVEN_TO = re.compile(
    r"\s(?:[^\W\d_]+\s){0,8}?(?:cho|đến|tới|giúp|phân bổ|tặng|trao|hỗ trợ|cấp|phát|mua|xây|làm|"
    r"sửa)(?:\s[^,;.:]{0,40})?\s?"
)
_SMALL_NUMBER = re.compile(
    r"(?<!\w)(?<!thứ )(?<!mươi )(?P<number>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)


def cue_of(reading: Reading, total: Figure, number: Figure) -> int:
    """How surely a figure is told as the total: 3 "tổng …", 2 "kinh phí …", 1 "T cho N hộ", 0 not at all."""
    before = reading.before(total, 80)
    clause = re.split(r"[,;.]\s|\(", before)[-1]
    if _STRONG.search(clause):
        return 3
    if _WEAK.search(clause):
        return 2
    if _MUST_PAY.search(clause):
        return 2
    paid = reading.source.plain[number.end : max(number.end, total.start)][:120]
    if _TAKEN.search(clause) and _IN_FULL.search(paid) and not _REACHED.match(reading.after(total, 20)):
        return 1
    if _EARNED.search(clause) and _is_all(reading, total, number):
        return 1
    if total.block == number.block and total.sentence == number.sentence and total.end < number.start:
        return int(_GIVEN_TO.fullmatch(reading.between(total, number)) is not None)
    if total.block == number.block and number.sentence == total.sentence and number.end <= total.start:
        gap = reading.between(number, total)
        is_so_far = "đến nay" in reading.before(number, 30) or _SO_FAR.search(gap) is not None
        return int(re.fullmatch(r"\s[^,;.:()\d]{1,40}", gap) is not None and not is_so_far)
    return 0


def _is_all(reading: Reading, total: Figure, number: Figure) -> bool:
    """Whether the number stands in front of the total in one sentence, and nothing is lost or left between them."""
    if number.sentence != total.sentence or number.end > total.start:
        return False
    between = reading.source.plain[number.end : total.start]
    return len(between) < 200 and "%" not in between and _LOST.search(between) is None


_LOST = re.compile(
    r"(?<!\w)(?:hao hụt|trừ|còn lại|một phần|số còn|chết|ngoài ra|riêng|trong đó|mới|đợt đầu|bước đầu|tạm|cộng|"
    r"nếu|kế hoạch|dự kiến|mỗi năm|mỗi tháng|đến nay)(?!\w)"
)


def is_other(reading: Reading, total: Figure) -> bool:
    """Whether the words in front of a figure tell of something else than the whole of what was given."""
    clause = re.split(r"[,;.:(]\s?", reading.before(total, 60))[-1]
    if _NEVER.search(clause):
        return True
    return _OTHER_THING.search(clause) is not None and _STRONG.search(clause) is None


def is_apart(reading: Reading, total: Figure) -> bool:
    """Whether a figure is a remainder, a change or a part, of which no average is taken."""
    clause = re.split(r"[,;.:(]\s?", reading.before(total, 60))[-1]
    return _APART.search(clause) is not None


def in_words(reading: Reading, norm: Norm) -> list[Figure]:
    """A number of what a norm is for one of that is told by a word: "cho bốn xã, mỗi xã 800 kg"."""
    if not norm.of or norm.measure is not None or norm.of[0] in ("học", "người", "em"):
        return []
    found = [one for one in _told_in_words(reading, norm.figure) if same_things(norm.of, one.noun)]
    return [replace(one, text=" ".join(one.text.split()[: 1 + len(norm.of)])) for one in found if len(found) == 1]


def duration_in_words(reading: Reading, norm: Norm) -> list[Figure]:
    """For how long a norm is paid where a word tells it: "chi trọn ba tháng của quý III"."""
    found = [one for one in _told_in_words(reading, norm.figure) if one.noun[0] == norm.times[0]]
    return [
        replace(one, measure=Measure.DURATION, text=" ".join(one.text.split()[:2])) for one in found if len(found) == 1
    ]


def is_told_in_words(reading: Reading, norm: Norm, ratio: Fraction) -> bool:
    """Whether a word says how often something is repeated: "sau hai đợt", "mỗi năm ba vụ"."""
    return any(one.known == ratio for one in _told_in_words(reading, norm.figure))


def _told_in_words(reading: Reading, one: Figure) -> list[Figure]:
    """The small numbers in words around a norm, with what they count."""
    block = reading.block_of(one)
    start = max(block.start, one.start - 160)
    found = []
    for match in _SMALL_NUMBER.finditer(reading.source.plain, start, min(block.end, one.end + 80)):
        words = tuple(match["noun"].split())
        if words:
            value = Fraction(read_words(match["number"]))
            text = " ".join(reading.source.text[match.start() : match.end("noun")].split())
            found.append(
                replace(
                    one, index=-1 - match.start(), start=match.start(), end=match.end("number"), text=text, value=value,
                    number_end=match.end("number"), measure=Measure.COUNT, unit=words[0], noun=words,
                    factor=Fraction(1), half_step=Fraction(0), qualifier=Qualifier.EXACT, per="", decimals=0,
                    alternatives=(),
                    is_range=False, notation=Notation.PLAIN, label="",
                )
            )  # fmt: skip
    return found


def is_plausible(ratio: Fraction) -> bool:
    """Whether a stated total is so near the product that it can be meant: three times, or a slip of the unit."""
    if Fraction(1, 3) < ratio < 3:
        return True
    return any(
        abs(ratio * slip - 1) < Fraction(1, 100) for slip in (10**3, 10**6, Fraction(1, 10**3), Fraction(1, 10**6))
    ) or any(ratio == slip for slip in (10, 100, Fraction(1, 10), Fraction(1, 100)))
