"""Cơ cấu: the per cents of one whole together, and a part that is more than its whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.audit.rules.shares.bases import TIMES, PercentBase, Role, base_of, lead_of, percents
from poverty_evaluation.audit.rules.shares.share_parts import shares_of
from poverty_evaluation.relations import AtMost, Stated, SumOfParts, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_MOST = 40
_NOT_TOGETHER = (Role.CHANGE, Role.PLAN, Role.ABOVE, Role.BELOW, Role.INDEX)
#: Per cents of one list that may overlap add up to anything; those of a division that was mistyped to little over 100.
_LITTLE_OVER, _COMPOSED = Fraction(11, 10), Fraction(13, 10)
_COMPOSITION = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)")
_DIVIDED = re.compile(
    r"(?<!\w)(?:cơ cấu|phân bố|phân bổ|tỷ trọng|tỉ trọng|chia theo|phân theo|phân loại|xếp loại|chia ra|chia "
    r"thành|chia làm|"
    r"được chia|gồm|bao gồm|tổng cộng 100|mỗi [\w ]{1,30} chỉ|một (?:chẩn đoán|lựa chọn|phương án|loại))(?!\w)"
)
_REST = re.compile(r"(?<!\w)(?:còn lại|phần còn lại|số còn lại|khác|không có ý kiến|không trả lời)(?!\w)")
_REMAINS = re.compile(r"(?<!\w)còn lại(?!\w)")
_REST_BEHIND = re.compile(r"\s*(?:(?:số|phần|hộ|người|vốn|diện tích)\s+)?còn lại(?!\w)(?!\s+của)")
_REST_IN_FRONT = re.compile(r"(?<!\w)(?:còn lại|số còn lại|phần còn lại)(?:\s+(?:là|chiếm|tức|khoảng)){0,2}\s*\(?$")
_NOT_REST = re.compile(r"(?<!\w)(?:trong đó|trong số|riêng|tăng|giảm|của số|số này|số đó|trong khi)(?!\w)|\d%")
_OVERLAP = re.compile(
    r"(?<!\w)(?:nhiều (?:phương án|lựa chọn|nguyên nhân|bệnh|nguồn|lý do|hình thức|đáp án|câu trả lời|mục)|cùng "
    r"lúc|đồng thời|vừa|"
    r"chồng|trùng|nhiều hơn một|hơn một|trở lên|tối thiểu|ít nhất|mục tiêu|phấn đấu|chỉ tiêu|kế hoạch|tỷ lệ|tỉ "
    r"lệ|thiếu hụt|tăng|giảm|"
    r"hài lòng|đồng ý|so với|cùng kỳ|lãi suất|bình quân|đạt|hoàn thành|trong đó|riêng)(?!\w)"
)
_CONTRARY = re.compile(r"(?<!\w)(?:không|chưa) ([^\W\d_]+ [^\W\d_]+)")
#: Amounts that go one way or another; what households or people do may overlap.
_BEHIND = re.compile(
    r"\s*(?:tổng\s+)?(?:số\s+)?(?:lượng|diện tích|vốn|kinh phí|doanh thu|sản lượng|nguồn thu|số tiền|chi phí)(?!\w)"
)
_OTHER_BASE = re.compile(r"\s*(?:tổng|số|lượng|diện tích|vốn|kinh phí|dân số|sản lượng)(?!\w)")
_GRADES = re.compile(
    r"(?<!\w)(?:xuất sắc|giỏi|khá|trung bình|yếu|kém|tín nhiệm (?:cao|thấp)|rất hài lòng|không hài lòng|"
    r"loại (?:tốt|a|b|c))(?!\w)"
)
_NO_SHARE = re.compile(
    r"(?<!\w)(?:lãi|lãi suất|thuế suất|độ ẩm|nồng độ|hỗ trợ|hưởng|công suất|xác suất|chiết khấu)(?!\w)"
)


def percent_series(reading: Reading) -> Iterator[Claim]:
    """Per cents of a list that are said of one whole: together no more than 100, and 100 where the rest is said.

    A per cent beside the count that it is said of is held against that.
    """
    counted = {share.percent.index for share in reading.once(shares_of)}
    for sentence in reading.sentences:
        if reading.source.blocks[sentence.block].kind is not BlockKind.CELL:
            figures = [one for one in reading.figures_of(sentence)[:_MOST] if one.index not in counted]
            yield from _of_sentence(reading, sentence, figures)
            yield from _of_rest(reading, sentence)
    yield from _of_items(reading, counted)


def parts_over_whole(reading: Reading) -> Iterator[Claim]:
    """A part cannot be more than all: "chiếm 118%", "105% số hộ"."""
    for percent in percents(reading):
        if percent.known <= 1 or percent.is_range:
            continue
        base = base_of(reading, percent)
        if base.role is Role.PART and (base.verb.startswith("chiếm") or _is_of_all(base, reading)):
            yield _over(percent)


def _is_of_all(base: PercentBase, reading: Reading) -> bool:
    behind = reading.source.plain[base.percent.end : base.percent.end + 14]
    return (
        base.verb in ("có", "")
        and re.match(r"\s*(?:số|tổng số)\s+(?:hộ|người|xã|thôn|bản|trẻ|học sinh|dân)(?!\w)", behind) is not None
    )


def _over(percent: Figure) -> Claim:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        whole = Stated("whole", Fraction(1), as_printed="100%")
        return AtMost(stated(percent), whole, FindingKind.SHARE).check()

    return claim(
        FindingKind.SHARE, judge, Certainty.SAID, percent, (), f"{percent.text} > 100%",
        f"Một bộ phận không thể chiếm {percent.text} của tổng số: xem lại tỷ lệ.",
        f"A part cannot be {percent.text} of its whole: check the share.", "100%",
    )  # fmt: skip


def _of_sentence(reading: Reading, sentence: Sentence, figures: list[Figure]) -> Iterator[Claim]:
    series = _series_in(reading, figures)
    if len(series) < 3:
        return
    text = reading.source.plain[sentence.start : sentence.end]
    before = reading.source.plain[
        max(reading.source.blocks[sentence.block].start, sentence.start - 160) : sentence.start
    ]
    is_noun_first = _BEHIND.match(reading.source.plain, series[0].end, sentence.end) is not None or all(
        base_of(reading, one).verb == "chiếm" for one in series
    )
    yield from _added(series, text, before, is_noun_first)


def _of_rest(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """Two per cents of which the second is the rest: "64% là khách trong nước, 46% còn lại là khách quốc tế"."""
    series = [one for one in reading.figures_of(sentence)[:_MOST] if one.measure is Measure.PERCENT]
    if len(series) != 2 or not all(_may_be_added(one) for one in series):
        return
    first, rest = series
    lead = lead_of(reading, rest)
    is_rest = _REST_BEHIND.match(reading.source.plain, rest.end) is not None or _REST_IN_FRONT.search(lead) is not None
    between = reading.source.plain[first.end : rest.start]
    if not is_rest or len(between) > 160 or _NOT_REST.search(between):
        return
    if any(base_of(reading, one).role in (*_NOT_TOGETHER, Role.OTHER) for one in series):
        return
    total = first.known + rest.known
    if abs(total - 1) <= Fraction(1, 4):
        yield _series_claim(series, total, Certainty.SAID, True)


def _series_in(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """The per cents of a sentence when each stands in its own clause and nothing else is counted between them."""
    series = [one for one in figures if one.measure is Measure.PERCENT]
    if len(series) < 3 or not all(_may_be_added(one) for one in series):
        return []
    first, last = series[0].index, series[-1].index
    others = [one for one in figures if first < one.index < last and one.measure is not Measure.PERCENT]
    if any(one.measure in (Measure.POINTS, Measure.DURATION) for one in others):
        return []
    if any(base_of(reading, one).role in _NOT_TOGETHER or _NO_SHARE.search(lead_of(reading, one)) for one in series):
        return []
    if sum(_OTHER_BASE.match(reading.source.plain, one.end) is not None for one in series) > 1:
        return []
    return series


def _may_be_added(percent: Figure) -> bool:
    return percent.is_readable and not percent.is_range and percent.known < 1 and percent.per not in TIMES


def _of_items(reading: Reading, counted: set[int]) -> Iterator[Claim]:
    """Items of one list with one per cent each."""
    blocks = reading.source.blocks
    groups: dict[int, list[tuple[Figure, str]]] = {}
    spoiled: set[int] = set()
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.ITEM or block.parent is None:
            continue
        figures = [
            one for sentence in reading.sentences_of_blocks.get(index, []) for one in reading.figures_of(sentence)
        ]
        shown = [one for one in figures if one.measure is Measure.PERCENT]
        if len(shown) != 1 or not _may_be_added(shown[0]) or shown[0].index in counted:
            spoiled.add(block.parent)
            continue
        if base_of(reading, shown[0]).role in _NOT_TOGETHER:
            spoiled.add(block.parent)
        groups.setdefault(block.parent, []).append((shown[0], reading.source.plain[block.start : block.end]))
    for parent, members in groups.items():
        if parent in spoiled or not 3 <= len(members) <= _MOST:
            continue
        before = reading.source.plain[max(blocks[parent].start, blocks[parent].end - 300) : blocks[parent].end]
        yield from _added([figure for figure, _ in members], " ; ".join(text for _, text in members), before, False)


def _added(series: list[Figure], text: str, before: str, is_noun_first: bool) -> Iterator[Claim]:
    around = f"{before} {text}"
    is_divided = bool(_DIVIDED.search(around) or _REMAINS.search(text)) or _says_opposites(text) or _is_graded(text)
    if _OVERLAP.search(around) and not (
        is_divided and not _OVERLAP.search(text.replace("đạt", "").replace("tỷ lệ", ""))
    ):
        return
    total = sum((one.known for one in series), Fraction(0))
    most = _COMPOSED if _COMPOSITION.search(text) else _LITTLE_OVER
    is_complete = is_divided and _REST.search(text) is not None and abs(total - 1) <= Fraction(1, 10)
    if is_complete:
        yield _series_claim(series, total, Certainty.SAID, True)
    elif 1 < total <= most and (is_divided or is_noun_first):
        yield _series_claim(series, total, Certainty.SAID if is_divided else Certainty.IMPLIED, False)
    elif is_divided and abs(total - 1) <= Fraction(1, 200):
        yield _series_claim(series, total, Certainty.SAID, True)


def _is_graded(text: str) -> bool:
    """Whether the members are grades of one scale: giỏi, khá, trung bình, yếu."""
    return len({match[0] for match in islice(_GRADES.finditer(text), _MOST)}) > 1


def _says_opposites(text: str) -> bool:
    """Whether a thing and its contrary are both told: "đồng tình 72,5%, không đồng tình 18,2%"."""
    return any(text.count(match[1]) > 1 for match in islice(_CONTRARY.finditer(text), _MOST))


def _series_claim(series: list[Figure], total: Fraction, certainty: Certainty, complete: bool) -> Claim:
    whole = Stated("whole", Fraction(1), as_printed="100%")

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return SumOfParts(whole, tuple(stated(one) for one in series), complete).check()

    shown = f"{write_number(total * 100, max(one.decimals for one in series))}%"
    terms = " + ".join(one.text for one in series)
    holds = judge(Figure.stated).agrees
    vi = f"Các tỷ lệ của cùng một tổng cộng lại là {shown}"
    en = f"The shares of one whole add up to {shown}"
    return claim(
        FindingKind.SHARE, judge, certainty, series[-1], tuple(series[:-1]), f"{terms} = {shown}",
        f"{vi}, trong phạm vi làm tròn." if holds else f"{vi}, không phải 100%: xem lại từng tỷ lệ.",
        f"{en}, within rounding." if holds else f"{en}, not 100%: check each of them.", "100%" if holds else shown,
    )  # fmt: skip
