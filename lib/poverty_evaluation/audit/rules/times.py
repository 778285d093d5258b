"""Thời điểm của con số: of which time a figure is said (năm 2018, đầu kỳ, cùng kỳ, đến nay) and which is earlier.

A time that follows a figure closely ("538 hộ năm 2015") is its own; else the last one said before it in its sentence
("đến 2017 còn 356 hộ"). What a figure is compared with ("so với năm 2016 (3,12%)") is the time of what follows in
brackets and of nothing else. A plan is no time.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.lexicon import begun


class Side(StrEnum):
    """Where a time lies that is not a date."""

    DATED = "dated"
    PAST = "past"  # cùng kỳ, năm trước, đầu kỳ
    NOW = "now"  # đến nay, năm nay, cuối kỳ
    PLAN = "plan"  # kế hoạch, dự toán: no time at all


@dataclass(frozen=True, slots=True)
class Time:
    """A time said in text[start:end]. at: the place within its year, 0 its beginning, 1 its end, None the whole year;
    compared: said behind "so với"; words: as printed, lower case; span: the length of a period, "6 tháng", "quý"."""

    start: int
    end: int
    side: Side
    words: str
    year: int | None = None
    at: Fraction | None = None
    to_year: int | None = None
    compared: bool = False
    until: int | None = None  # in brackets: where they close

    @property
    def key(self) -> str:
        """The time as a key to compare: "2018", "2018@1", "past:cùng kỳ"."""
        if self.year is None:
            return f"{self.side}:{self.words}"
        return (
            str(self.year)
            + (f"-{self.to_year}" if self.to_year else "")
            + (f"@{self.at}" if self.at is not None else "")
        )

    @property
    def last_year(self) -> int | None:
        return self.to_year or self.year


def earlier(first: Time | None, second: Time | None) -> bool | None:
    """Whether the first time lies before the second; None where it cannot be told or they are the same."""
    if first is None or second is None or Side.PLAN in (first.side, second.side):
        return None
    if first.last_year and second.last_year and first.last_year != second.last_year:
        return first.last_year < second.last_year
    if _is_within(first, second) or _is_within(second, first):
        return None
    if first.at is not None and second.at is not None and first.year == second.year and first.at != second.at:
        return first.at < second.at
    has_one_year = first.side is second.side is Side.DATED and (first.year is None) is not (second.year is None)
    if has_one_year and first.at is not None and second.at is not None:
        return first.year is not None  # a day without a year is of the year that the text is about
    if first.side is not second.side:
        if Side.PAST in (first.side, second.side):
            return first.side is Side.PAST
        if Side.NOW in (first.side, second.side):
            return second.side is Side.NOW
    return None


def _is_within(day: Time, month: Time) -> bool:
    """Whether a day lies in a month that is named as a whole: neither is the earlier."""
    if day.at is None or month.at is None or (12 * month.at).denominator != 1 or month.side is not Side.DATED:
        return False
    is_of_year = day.year == month.year or None in (day.year, month.year)
    return is_of_year and 0 < month.at - day.at < Fraction(1, 12) and not month.words.startswith("quý")


_NUMERAL = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_BACK = r"(?:trước|ngoái|liền trước|liền kề)(?: đó)?"
_UNNUMBERED = r"(?! (?:\d{1,2}(?![\d.,])|[ivx]+(?!\w)))"
_PAST = (
    r"cùng kỳ(?! hạn)(?: của)?(?: (?:năm (?:trước|ngoái|qua)(?: đó)?|tháng trước|kỳ trước|quý trước|nhiệm kỳ trước))?"
    r"|cùng (?:quý|tháng|thời điểm|thời gian|vụ|đợt|giai đoạn)(?: này)? (?:của )?năm (?:trước|ngoái)(?: đó)?"
    r"|(?:năm học|năm|tháng|quý|tuần|học kỳ|kỳ|vụ|vòng|hiệp|hè|niên độ|niên vụ|mùa vụ|mùa|lễ|tết|đợt|phiên|giai đoạn"
    r"|nhiệm kỳ|khoá|lần) " + _BACK +
    r"|" + _NUMERAL + r" (?:năm|tháng|quý|tuần) (?:trước|về trước)(?: đó)?"
    rf"|(?:vào )?(?:đầu (?:kỳ|nhiệm kỳ|giai đoạn|khoá|chương trình|(?:tháng|quý|tuần|vụ|phiên){_UNNUMBERED})"
    r"|trước đây|trước đó|trước kia|trước(?= (?:điều chỉnh|sắp xếp|sáp nhập))|ban đầu|lúc đầu"
    r"|(?:hôm|sáng|trưa|chiều|tối|đêm|ngày) qua|hôm trước|ngày trước|khi mới (?:thành lập|tái lập|chia tách))"
)  # fmt: skip
_NOW = (
    r"(?:cho |tính )?đến (?:nay|giờ|thời điểm này|hiện nay|hiện tại)|hiện (?:nay|tại|giờ|có|còn|đang|đã|là)"
    rf"|(?:cuối|hết) (?:kỳ|nhiệm kỳ|giai đoạn|(?:tháng|quý|tuần|vụ|phiên){_UNNUMBERED})"
    r"|năm nay|(?:năm học|năm|tháng|quý|tuần|học kỳ|kỳ|nhiệm kỳ|vụ|niên vụ|niên độ|vòng|mùa|hè|khoá|lần) này"
    r"|hôm nay|bây giờ"
    r"|(?<!đến )(?<!trước )(?<!xưa )nay|" + _NUMERAL + r" năm sau(?: đó)?"
)  # fmt: skip
_PLAN = (
    r"kế hoạch(?: năm)?|chỉ tiêu|mục tiêu|dự toán|phấn đấu|định mức|nghị quyết(?= (?:hđnd|đề ra|giao|đại hội))"
    r"|dự kiến|đề ra|được giao"
)
_WORDS = re.compile(rf"(?<!\w)(?:(?P<past>{_PAST})|(?P<now>{_NOW})|(?P<plan>{_PLAN}))(?!\w)")
_EDGE = re.compile(r"(?<!\w)(?P<edge>đầu|giữa|cuối|hết)\s+(?:năm\s+|tháng\s+|quý\s+)?$")
_EDGE_OF_YEAR = re.compile(
    rf"(?P<edge>{begun('đầu|giữa|cuối')})"
    r"\s+(?:năm|vụ)(?!\w)(?!\s+(?:19|20)\d\d(?!\d))(?:\s+(?P<which>nay|trước|ngoái))?"
)
_COMPARED = re.compile(
    r"(?<!\w)(?:so(?: sánh)?(?: với)?|với|của)\s+"
    r"(?:(?:mức|số|con số|thời điểm|thời kỳ|ngày|cuối|đầu|kết quả|trung bình|bình quân)\s+){0,4}$"
)
_SAME_PERIOD = re.compile(r"(?<!\w)cùng (?:kỳ|thời điểm|thời gian|quý|tháng)(?: này)?(?:(?: của)? năm)?\s*(?:của\s+)?$")
#: What may stand between a figure with its noun and the time that is its own.
_OWN = re.compile(
    r"(?:\s?/\s?[^\W\d_]{1,12}){0,2}[\s*_]*(?:\([\s*_]*)?(?:(?:của|trong|vào|ở|tại|hồi|thời điểm|tính đến|ngày|cuối"
    r"|đầu|hết|cho|trở lên|so với"
    r"|mỗi kỳ|đạt được)\s+){0,3}"
)
_CLOSED = re.compile(r"[^,;:()\d]{0,20}\)")
_OPENED = re.compile(r"\s*\(\s*(?:(?:là|đạt|có|chỉ)\s+)?")
_EDGES = {"đầu": Fraction(0), "giữa": Fraction(1, 2), "cuối": Fraction(1), "hết": Fraction(1)}
_LONGEST_GAP = 40


class Times:
    """The times of a text and of its figures; built once for a reading, each question answered in bounded time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.mentions = self._mentions()
        self._starts = [mention.start for mention in self.mentions]
        self._of_sentence: dict[int, dict[int, Time | None]] = {}

    def between(self, start: int, end: int) -> list[Time]:
        """The times said in a stretch of the text."""
        low, high = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        return self.mentions[low:high]

    def of(self, figure: Figure) -> Time | None:
        """The time a figure is said of, as far as its sentence says it."""
        known = self._of_sentence.get(figure.sentence)
        if known is None:
            known = self._of_sentence[figure.sentence] = self._sentence(figure.sentence)
        return known[figure.index]

    def _sentence(self, index: int) -> dict[int, Time | None]:
        sentence = self.reading.sentences[index]
        figures = self.reading.figures_of(sentence)
        said = self.between(sentence.start, sentence.end)
        own = self._own(figures, said)
        taken = {time.start for time in own.values()}
        plain = self.reading.source.plain
        found: dict[int, Time | None] = {}
        scope: Time | None = None
        inner: Time | None = None
        at = 0
        for figure in figures:
            while at < len(said) and said[at].start < figure.start:
                if said[at].start not in taken and not said[at].compared:
                    until = self._close_of(said[at], sentence.start)
                    if until is None:
                        scope = said[at]
                    else:
                        inner = replace(said[at], until=until)
                at += 1
            if inner is not None and inner.until is not None and inner.until < figure.start:
                inner = None
            if scope is not None and scope.side is Side.PAST and ";" in plain[scope.end : figure.start]:
                scope = None
            compared = said[at - 1] if at and said[at - 1].compared else None
            if at and said[at - 1].start in taken and _OPENED.fullmatch(plain[said[at - 1].end : figure.start]):
                compared = replace(said[at - 1], compared=True)
            if figure.index in own:
                found[figure.index] = own[figure.index]
            elif compared is not None and _leads_to(plain, compared.end, figure.start):
                found[figure.index] = compared
            else:
                found[figure.index] = inner or scope
        return found

    def topic(self, figure: Figure) -> Time | None:
        """The time of a figure, or the last one that the sentences in front of it were about."""
        time = self.of(figure)
        if time is not None:
            return time
        start = self.reading.sentences[figure.sentence].start
        block = self.reading.block_of(figure)
        place = bisect.bisect_left(self._starts, start) - 1
        for time in reversed(self.mentions[max(0, place - 6) : place + 1]):
            if time.start < block.start:
                break
            if not time.compared and time.side is not Side.PLAN:
                return time
        return None

    def _close_of(self, time: Time, start: int) -> int | None:
        """Where the brackets around a time close; None where there are none."""
        plain = self.reading.source.plain
        low = max(start, time.start - 200)
        before = plain[low : time.start]
        if before.rfind("(") <= before.rfind(")"):
            return None
        close = plain.find(")", time.end, time.end + 400)
        return close if close >= 0 else None

    def _own(self, figures: list[Figure], said: list[Time]) -> dict[int, Time]:
        """The times that closely follow a figure."""
        plain, found, at = self.reading.source.plain, {}, 0
        for place, figure in enumerate(figures):
            end = end_of_noun(plain, figure)
            limit = figures[place + 1].start if place + 1 < len(figures) else len(plain)
            while at < len(said) and said[at].start < figure.end:
                at += 1
            if at < len(said) and said[at].start < min(limit, end + _LONGEST_GAP):
                gap = _OWN.match(plain, end)
                is_next = gap is not None and gap.end() >= said[at].start
                if gap is not None and "(" in gap[0] and not _CLOSED.match(plain, said[at].end):
                    is_next = False  # "120 em (năm trước 105 em)": of what stands in the brackets
                if is_next and said[at].side is not Side.PLAN and not plain.startswith(":", said[at].end):
                    found[figure.index] = said[at]
        return found

    def _mentions(self) -> list[Time]:
        plain = self.reading.source.plain
        found: list[Time] = []
        for date in self.reading.dates:
            time = _dated(plain, date)
            if time is not None:
                found.append(time)
        covered = [(time.start, time.end) for time in found]
        starts = [start for start, _ in covered]
        for pattern in (_WORDS, _EDGE_OF_YEAR):
            for match in pattern.finditer(plain):
                place = bisect.bisect_right(starts, match.end() + 12) - 1
                if place >= 0 and covered[place][0] <= match.end() and covered[place][1] > match.start():
                    continue
                found.append(_worded(plain, match))
        found.sort(key=lambda time: (time.start, -time.end))
        kept: list[Time] = []
        for time in found:
            if not kept or time.start >= kept[-1].end:
                kept.append(time)
        return kept


_TO_WORD = re.compile(r"[^\w]{0,60}")


def end_of_noun(plain: str, figure: Figure) -> int:
    """The end of all the words that say what a figure counts."""
    if not figure.noun or figure.measure is not Measure.COUNT:
        return figure.end
    gap = _TO_WORD.match(plain, figure.number_end)
    at = gap.end() if gap else figure.number_end
    for place, word in enumerate(figure.noun):
        begin = at
        while place and at < len(plain) and plain[at].isspace():
            at += 1
        if not plain.startswith(word, at) or (place and at == begin):
            return figure.end
        at += len(word)
    return max(figure.end, at)


def _leads_to(plain: str, start: int, end: int) -> bool:
    """Whether a compared time is that of a figure behind it: "so với năm 2016 (3,12%)", "cùng kỳ (59 vụ, 24 người"."""
    if end - start > 160:
        return False
    gap = plain[start:end]
    if re.search(r"(?<!\w)(?:tăng|giảm|gấp|bằng|đạt|hơn|vượt)(?!\w)", gap):
        return False
    if re.fullmatch(r"\s*,?\s*(?:khi|lúc|vốn|thời điểm)(?!\w)[^,;:.()]{0,40}", gap):
        return True
    return bool(re.match(r"[\s*_]*(?:đạt|là|:|có|chỉ có|chỉ|mới)?\s*$", gap)) or _opens_bracket(gap)


def _opens_bracket(gap: str) -> bool:
    """Whether a bracket that is still open begins close behind the time: not behind a figure or a semicolon."""
    if gap.count("(") <= gap.count(")"):
        return False
    return re.search(r"[;\d]", gap[: gap.find("(")]) is None


def _dated(plain: str, date: DateMention) -> Time | None:
    if date.form == "clock":
        return None
    start = date.start
    at: Fraction | None = None
    if date.month and 1 <= date.month <= 12:
        at = Fraction(date.month - 1, 12) + Fraction(min(date.day or 31, 31), 372)
    elif date.quarter:
        at = Fraction(date.quarter, 4)
    elif date.form == "part" and "cuối" in plain[date.start : date.end]:
        at = Fraction(1)
    elif date.form == "part":
        at = Fraction(1, 2)
    edge = _EDGE.search(plain, max(0, start - 16), start)
    if edge is not None:
        start = edge.start()
        if date.form == "year":
            at = _EDGES[edge["edge"]]
    same = _SAME_PERIOD.search(plain, max(0, start - 40), start)
    if same is not None:
        start = same.start()
    compared = _COMPARED.search(plain, max(0, start - 40), start)
    side = Side.DATED if date.year or same is None else Side.PAST
    words = plain[start : date.end]
    is_compared = compared is not None and compared[0].startswith("so")
    return Time(
        start, date.end, Side.PAST if same and not date.year else side, words, date.year, at, date.to_year, is_compared
    )


def _worded(plain: str, match: re.Match[str]) -> Time:
    groups = match.groupdict()
    compared = _COMPARED.search(plain, max(0, match.start() - 40), match.start())
    is_compared = compared is not None and compared[0].startswith("so")
    if groups.get("edge"):
        side = Side.PAST if groups.get("which") in ("trước", "ngoái") or groups["edge"] == "đầu" else Side.NOW
        return Time(match.start(), match.end(), side, match[0], at=_EDGES[groups["edge"]], compared=is_compared)
    side = Side.PAST if groups.get("past") else Side.NOW if groups.get("now") else Side.PLAN
    return Time(match.start(), match.end(), side, match[0], compared=is_compared)
