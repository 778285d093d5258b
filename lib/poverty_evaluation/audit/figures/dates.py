"""Ngày, năm, kỳ: the dates and times of a text, whose digits are no quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from poverty_evaluation.audit.lexicon import BEGIN, begun, first_digit

_D, _M, _Y = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>(?:19|20)\d{2})"
_ROMAN = r"(?P<roman>iv|iii|ii|i)(?!\w)"
_BEFORE = r"(?<![\w.,/])"
#: Of a number at the begin of a pattern.
_FIRST = first_digit(_BEFORE)
_FIRST_D, _FIRST_M = rf"(?P<d>{_FIRST}\d?)", rf"(?P<m>{_FIRST}\d?)"

#: Longer forms first: a stretch of text is taken by the first that matches it.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"{_FIRST_D}\s?[/.-]\s?{_M}\s?[/.-]\s?{_Y}(?!\d)")),
    ("date", re.compile(rf"{_FIRST_D}/{_M}/(?P<y2>\d{{2}})(?![\d/])")),
    ("date", re.compile(rf"{begun('ngày|mùng|mồng')}\s+{_D}\s+tháng\s+{_M}\s+năm\s+{_Y}")),
    ("date", re.compile(rf"{_FIRST_D}\s+tháng\s+{_M}\s+năm\s+{_Y}")),
    ("day", re.compile(rf"{begun('ngày|mùng|mồng')}\s+{_D}\s+tháng\s+{_M}(?!\d)")),
    ("month", re.compile(rf"{begun('tháng')}\s+{_M}\s*(?:/|-|năm|\.)\s*{_Y}(?!\d)")),
    ("quarter", re.compile(
        rf"{begun('quý')}\s+(?:{_ROMAN}|(?P<q>[1-4])(?!\d|[.,]\d))(?:\s*(?:/|-|năm|,)?\s*(?:năm\s+)?{_Y}(?!\d))?"
    )),
    ("month", re.compile(rf"{_FIRST_M}/{_Y}(?![\d/])")),
    ("span", re.compile(
        "(?P<y>" + begun("19|20", r"(?<![\d.,/])") + r"\d{2})\s?-\s?(?P<to>(?:19|20)\d{2})(?![\d.,/]\d|\d)"
    )),
    ("part", re.compile(rf"(?P<n>{first_digit(BEGIN)}\d?)\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+{_Y})?(?!\d)")),
    ("month", re.compile(
        begun("tháng", BEGIN + r"(?<!\d )(?<!mỗi )(?<!từng )(?<!một )") + rf"\s+{_M}(?![\d.,/]\d|\d|\s*[%‰])"
        r"(?!\s+(?:triệu|tỷ|nghìn|đồng))"
    )),
    ("year", re.compile(rf"{begun('năm')}\s+(?:học\s+)?{_Y}(?!\d)")),
)  # fmt: skip
#: "ngày 5", "30/6" behind such words, "26 và" in front of a date.
_DAY = re.compile(
    begun(
        "ngày|mùng|mồng|hôm|đêm|sáng|chiều|tối",
        BEGIN + "(?<!mỗi )(?<!một )(?<!quân )(?<!trung bình )(?<!hằng )(?<!hàng )",
    )
    + r"\s+(?P<d>\d{1,2})(?:/(?P<m>\d{1,2}))?(?![\d.,/]\d|\d)"
)
_SHORT = re.compile(
    begun("đến|từ|trước|sau|hết|vào|dịp|lễ|tính đến|hạn") + r"\s+(?:ngày\s+)?(?P<d>\d{1,2})/(?P<m>\d{1,2})"
    r"(?![\d/]|[.,]\d)"
)
_LISTED = re.compile(
    r"(?<![\w.,/])\d{1,2}(?:/\d{1,2})?(?:\s*(?:,|-|và|đến)\s*(?:ngày\s+)?\d{1,2}(?:/\d{1,2})?){0,6}"
    r"\s*(?:,|-|và|đến)\s*(?:ngày\s+)?$"
)
_BARE_YEAR = re.compile(
    "(?P<y>" + begun("19|20", r"(?<![\w.,/-])") + r"(?!(?<=19)[0-3])[0-9]\d)"
    r"(?![\w%‰]|[.,/]\d)(?= ?(?P<next>[^\W\d_]*))"
)
_YEAR_CUE = re.compile(r"(?:năm|giai đoạn|nhiệm kỳ|cuối|đầu|các năm|niên vụ|mùa|tết)\s*$")
#: Without any of these no time of the day is told.
_CLOCK_CUE = re.compile(r"\d(?:\s?[hg]\s?\d|:\d|h(?!\w)|\s+giờ)")
_CLOCK = re.compile(
    r"(?<![\w.,/])(?:[01]?\d|2[0-4])(?:\s?[hg]\s?|:)[0-5]\d(?!\d)|(?<![\w.,/])\d{1,2}h(?!\w)"
    r"|(?<!\w)(?:lúc|hồi|vào|từ|đến|tới|trước|sau)\s+\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?"
    r"|(?<![\w.,/])\d{1,2}\s+giờ(?=\s+(?:ngày|sáng|trưa|chiều|tối|đêm))"
)
#: "đến 2017 thành phố còn …": behind these a year stands in front of the place that is spoken of.
_YEAR_OF_PLACE = re.compile(r"(?<!\w)(?:đến|tới|từ|với|kỳ|hết)\s*$")
_PLACES = frozenset({"thành", "tỉnh", "huyện", "thị", "toàn", "cả", "xã", "phường", "trường"})
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time of a text: text[start:end]. Parts that were not said are None; `to_year` ends a span of years;
    day, month and year are as printed and may not exist."""

    start: int
    end: int
    form: str  # date, day, month, quarter, span, part, year, clock
    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    to_year: int | None = None

    @property
    def exists(self) -> bool:
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        try:
            date(self.year or 2000, self.month or 1, self.day)
        except ValueError:
            return False
        return True

    @property
    def key(self) -> str:
        """The time it names: "2018", "2018-06", "2018-06-30", "2018-q1", "2016-2018"; unsaid parts are "?"."""
        year = str(self.year) if self.year else "?"
        if self.to_year:
            return f"{year}-{self.to_year}"
        if self.quarter:
            return f"{year}-q{self.quarter}"
        if self.month is None:
            return year if self.day is None else f"{year}-?-{self.day:02d}"
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def dates_in(plain: str, counted: frozenset[str]) -> list[DateMention]:
    """The dates and times of a text (lower case), in its order and never overlapping.

    counted: first words of counted things and units: a bare "2018" in front of one is a count.
    """
    taken = bytearray(len(plain))
    found = []
    for mention in _candidates(plain):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
            found.append(mention)
    for mention in list(found):
        if mention.day is not None:
            for earlier in _listed_before(plain, mention, taken):
                taken[earlier.start : earlier.end] = b"\x01" * (earlier.end - earlier.start)
                found.append(earlier)
    for match in _BARE_YEAR.finditer(plain):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        before = max(0, start - 24)
        is_of_place = match["next"] in _PLACES and _YEAR_OF_PLACE.search(plain, before, start)
        if match["next"] not in counted or is_of_place or _YEAR_CUE.search(plain, before, start):
            found.append(DateMention(start, end, "year", year=int(match["y"])))
    return sorted(found, key=lambda mention: mention.start)


def _candidates(plain: str) -> Iterator[DateMention]:
    for form, pattern in _FORMS:
        for match in pattern.finditer(plain):
            yield _mention(form, match)
    for match in _CLOCK.finditer(plain) if _CLOCK_CUE.search(plain) else ():
        yield DateMention(match.start(), match.end(), "clock")
    for pattern in (_DAY, _SHORT):
        for match in pattern.finditer(plain):
            month = int(match["m"]) if match["m"] else None
            if month is None and int(match["d"]) > 31:
                continue  # "ngày 48 tấn"
            if month is None or month <= 12:
                yield DateMention(match.start("d"), match.end(), "day", int(match["d"]), month)


def _mention(form: str, match: re.Match[str]) -> DateMention:
    said = match.groupdict()

    def number(name: str) -> int | None:
        return int(said[name]) if said.get(name) else None

    year = number("y") or (2000 + int(said["y2"]) if said.get("y2") else None)
    quarter = _ROMANS[said["roman"]] if said.get("roman") else number("q")
    return DateMention(match.start(), match.end(), form, number("d"), number("m"), year, quarter, number("to"))


def _listed_before(plain: str, last: DateMention, taken: bytearray) -> Iterator[DateMention]:
    """The days in front of a date that share its month: "26 và" 29/01/2018, "15-" 20/3."""
    window = max(0, last.start - 60)
    match = _LISTED.search(plain, window, last.start)
    if match is None or last.month is None:
        return
    for part in re.finditer(r"(\d{1,2})(?:/(\d{1,2}))?", match[0]):
        start, end = match.start() + part.start(), match.start() + part.end()
        day, month = int(part[1]), int(part[2]) if part[2] else last.month
        if not any(taken[start:end]) and 1 <= day <= 31 and month <= 12:
            yield DateMention(start, end, "date" if last.year else "day", day, month, last.year)
