"""Số vốn có, thêm vào, bớt đi, còn lại: a stock told without its customary words, two levels with movements between.

"Khoa có 118 bệnh nhi. Đến chiều thêm 31 cháu nhập viện, 24 cháu được ra về. Chốt ca trực đếm được 125": nothing says
"đầu kỳ", but there are just two levels and every other figure of their kind came or went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import same_unit
from poverty_evaluation.audit.rules.changes.stocks import stock_claim

Part = Literal["in", "out", "level"]
_PERIOD = r"(?:kỳ|năm|tháng|quý|tuần|nhiệm kỳ|vụ|ngày|học kỳ)"
_LEVEL = re.compile(
    rf"(?<!\w)(?:đầu {_PERIOD}|cuối {_PERIOD}|tồn|dư|còn|còn lại|kết dư|chuyển (?:sang )?(?:kỳ|năm|tháng|quý) sau"
    rf"|{_PERIOD} (?:trước|\d{{1,2}}) (?:chuyển|tồn|mang|còn)|chuyển sang|hiện|nay|tổng số|danh sách|đếm được|sĩ số"
    r"|vốn có|ban đầu|lúc đầu|có mặt|chốt|con số|thành)(?!\w)"
)
_LEVEL_BEHIND = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,3}}?\s+(?:{_PERIOD} trước|chuyển (?:qua|sang)|đầu {_PERIOD}|tồn|còn lại|đang|nằm)(?!\w)"
)
_MOVED = re.compile(
    r"(?<!\w)(?:"
    r"(?P<out>chuyển (?:đi|viện|tuyến|trường|trả|ra|công tác|cơ quan)|từ trần|qua đời|chết|tử vong|khai trừ|bị đưa ra"
    r"|ra khỏi|xin ra|thoát|ra (?:viện|trại|về|trường|quân)|xuất (?:viện|chuồng|bán|kho|cấp|trại)|xuất|bán|thanh lý"
    r"|dùng|sử dụng|tiêu huỷ|huỷ|hỏng|mất|đã chi|chi|giải quyết|xử lý|thi hành xong|uỷ thác|thu hồi|thu nợ|trả nợ"
    r"|khoanh|xoá|rút|bỏ học|thôi|nghỉ|giảm|trả lại|cấp phát|phát ra|giải thể|hoàn thành|đình chỉ|cho vay ra|rời)"
    r"|(?P<in>chuyển (?:đến|về)|nhập|nhận|kết nạp|đón|tiếp nhận|được (?:tặng|cấp|bổ sung)|cấp (?:về|thêm|bổ sung|mới)"
    r"|bổ sung|thêm|tăng|đẻ|sinh|tái|phát sinh|mới|thu|vận động|quyên góp|ủng hộ|mua|tuyển|thụ lý|vào|đến muộn"
    r"|cho vay|thành lập|thả|về))(?!\w)"
)
_CUT = re.compile(r"[,;:./()]|(?<!\w)(?:và|trong khi|nhưng|còn(?! lại| tồn| có)|rồi|song|khi)(?!\w)")
_ASIDE = re.compile(
    r"(?<!\w)(?:trong đó|bao gồm|cụ thể|riêng|kế hoạch|chỉ tiêu|so với|hơn|bình quân|trung bình|dưới mức|gấp|mỗi|chiếm"
    r"|tức|như vậy|chênh|tỷ lệ|chưa)(?!\w)"
)
_REACH = 6
_MOST = 10
#: A bare number below this is no stock: "vắc xin 5 trong 1".
_LEAST = 10
_NEAR = Fraction(6, 100)


@dataclass(frozen=True, slots=True)
class _Read:
    figure: Figure
    part: Part


def loose_stocks(reading: Reading) -> Iterator[Claim]:
    """The paragraphs and items in which two levels with what came and went between them do not agree."""
    for index, sentences in reading.sentences_of_blocks.items():
        if reading.source.blocks[index].kind in (BlockKind.CELL, BlockKind.HEADING) or len(sentences) > _REACH:
            continue
        figures = [figure for sentence in sentences for figure in reading.figures_of(sentence)[:30]]
        for group in _groups(figures):
            made = _judged(reading, group)
            if made is not None:
                yield made


def _groups(figures: list[Figure]) -> Iterator[list[Figure]]:
    """The figures of one kind, each kind once."""
    left = [one for one in figures if _is_quantity(one)]
    while left:
        first = left[0]
        group = [one for one in left if _is_of(first, one)]
        left = [one for one in left if one not in group]
        if 4 <= len(group) <= _MOST:
            yield group


def _is_quantity(figure: Figure) -> bool:
    is_rate = figure.measure in (Measure.PERCENT, Measure.POINTS, Measure.DURATION) or bool(figure.per)
    return figure.value is not None and not (is_rate or figure.is_range or figure.is_denominator)


def _is_of(first: Figure, other: Figure) -> bool:
    if not first.same_measure(other):
        return False
    return first.measure is not Measure.COUNT or same_unit(first, other)


def _judged(reading: Reading, group: list[Figure]) -> Claim | None:
    read = [_read(reading, figure, figure is group[0]) for figure in group]
    if any(one is None for one in read):
        return None
    told = [one for one in read if one is not None]
    told = [one for one in told if one.part != "level" or one.figure.unit or one.figure.known >= _LEAST]
    levels = [one.figure for one in told if one.part == "level"]
    came = [one.figure for one in told if one.part == "in"]
    went = [one.figure for one in told if one.part == "out"]
    if len(levels) != 2 or not came or not went or told[0].part != "level":
        return None
    first, second = levels
    orders = [(first, second)] if told[-1].part == "level" else [(first, second), (second, first)]
    claims = [stock_claim(opening, came, went, closing, Certainty.IMPLIED) for opening, closing in orders]
    holding = next((one for one in claims if one.verdict is AuditVerdict.HOLDS), None)
    if holding is not None:
        return holding
    slips = [
        made for made, (opening, closing) in zip(claims, orders, strict=True)
        if _is_slip(closing, _left(opening, came, went))
    ]  # fmt: skip
    return slips[0] if len(slips) == 1 else None


def _left(opening: Figure, came: list[Figure], went: list[Figure]) -> Fraction:
    return opening.known + sum(one.known for one in came) - sum(one.known for one in went)


def _is_slip(closing: Figure, left: Fraction) -> bool:
    """Whether what is stated is what is left but for one digit, two changed places or a little."""
    if left <= 0 or not closing.known:
        return False
    scaled = left / closing.factor * 10**closing.decimals
    digits = "".join(char for char in closing.text[: closing.number_end - closing.start] if char.isdecimal())
    if scaled.denominator == 1:
        other = str(scaled.numerator)
        unlike = sum(one != two for one, two in zip(digits, other, strict=False))
        if len(other) == len(digits) and (unlike == 1 or sorted(other) == sorted(digits)):
            return True
    return abs(left - closing.known) <= _NEAR * closing.known


def _read(reading: Reading, figure: Figure, is_first: bool = False) -> _Read | None:
    """The part of a figure, None where it is told aside and so leaves all open."""
    plain, sentence = reading.source.plain, reading.sentences[figure.sentence]
    start = sentence.start
    if figure.index and reading.figures[figure.index - 1].sentence == figure.sentence:
        start = max(start, reading.figures[figure.index - 1].end)
    gap = plain[max(start, figure.start - 100) : figure.start]
    end = sentence.end
    if figure.index + 1 < len(reading.figures) and reading.figures[figure.index + 1].sentence == figure.sentence:
        end = min(end, reading.figures[figure.index + 1].start)
    behind = _CUT.split(plain[figure.end : min(end, figure.end + 60)])[0]
    pieces = _CUT.split(gap)
    front = pieces[-2] if len(pieces) > 1 and gap.rstrip().endswith(":") else pieces[-1]
    if _ASIDE.search(front) or gap.rstrip().endswith("("):
        return None
    if _LEVEL.search(front) or _LEVEL_BEHIND.match(behind):
        return _Read(figure, "level")
    moved = list(_MOVED.finditer(front))
    found = moved[0] if moved else None if is_first else _MOVED.search(behind)
    if found is None:
        return _Read(figure, "level")
    return _Read(figure, "in" if found["in"] else "out")
