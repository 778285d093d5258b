"""Thứ trong tuần: the weekday beside a date against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.calendar.date_claims import as_date, date_claim

_NAMES = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_NAMES_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = r"(?:thứ\s+(?P<word>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ\s+nhật|chúa\s+nhật|cn))(?!\w)"
#: A weekday in front of a date: "thứ Hai, ngày 5/3/2020"; "lần thứ hai ngày …" is none.
_IN_FRONT = re.compile(
    rf"(?P<lead>[^\W\d_]+\s+|[^\s\w]\s*|\d\w*\s+|^\s*)?(?<!\w){_DAY}\s*[,(-]?\s*(?:ngày\s+|tức\s+ngày\s+)?$"
)
_BEHIND = re.compile(rf"\s*(?:[(,]|là|-|,?\s*nhằm|rơi vào|đúng vào|,\s*tức)\s*(?:ngày\s+|đúng\s+)?{_DAY}")
_LEADS = re.compile(
    r"vào|sáng|chiều|tối|trưa|đêm|hôm|từ|đến|tới|hết|là|đúng|và|phút|giờ|trước|sau|khuya|qua|nay|gian|định|nhằm|tức"
)
_UNNAMED = _DAY.replace("?P<word>", "?:").replace("?P<sunday>", "?:")
_LIST_BEHIND = re.compile(rf"\s*\((?P<list>(?:{_UNNAMED}[\s,]*(?:và\s+)?){{2,6}})\)")
_ONE = re.compile(_DAY)
_NUMBERS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_JOINED = re.compile(r"\s*(?:,|và|-)\s*(?:ngày\s+)?")


def weekdays(reading: Reading) -> Iterator[Claim]:
    """Every weekday that is said beside a full date."""
    plain = reading.source.plain
    for place, mention in enumerate(reading.dates):
        if as_date(mention) is None:
            continue
        listed = _LIST_BEHIND.match(plain, mention.end)
        if listed is not None:
            yield from _listed(reading, place, listed)
            continue
        start = max(0, mention.start - 40)
        front = _IN_FRONT.search(plain[start : mention.start])
        if front is not None and _is_weekday(front):
            said_at = start + (front.start("word") - 4 if front["word"] else front.start("sunday"))
            yield _claim(reading, mention, _number(front), (said_at, mention.end))
        elif (behind := _BEHIND.match(plain, mention.end)) is not None:
            yield _claim(reading, mention, _number(behind), (mention.start, behind.end()))


def _is_weekday(front: re.Match[str]) -> bool:
    """Whether "thứ hai" names a day: it opens the clause, or follows a word of time."""
    lead = (front["lead"] or "").strip()
    return bool(front["sunday"]) or not lead[:1].isalpha() or _LEADS.fullmatch(lead) is not None


def _number(match: re.Match[str]) -> int:
    if match["word"] is None:
        return 6
    return int(match["word"]) - 2 if match["word"].isdecimal() else _NUMBERS[match["word"]]


def _listed(reading: Reading, place: int, listed: re.Match[str]) -> Iterator[Claim]:
    """các ngày 26 và 29/01/2018 (thứ Sáu và thứ Hai): as many days as dates, in their order."""
    days = [_number(one) for one in _ONE.finditer(listed["list"])]
    dates = list(reading.dates[max(0, place - len(days) + 1) : place + 1])
    plain = reading.source.plain
    joined = all(_JOINED.fullmatch(plain, a.end, b.start) for a, b in pairwise(dates))
    if len(dates) != len(days) or not joined:
        return
    last = dates[-1]
    for mention, day in zip(dates, days, strict=True):
        whole = replace(mention, month=mention.month or last.month, year=mention.year or last.year)
        if as_date(whole) is not None:
            yield _claim(reading, whole, day, (mention.start, mention.end))


def _claim(reading: Reading, mention: DateMention, said: int, span: tuple[int, int]) -> Claim:
    day = as_date(mention)
    right = day.weekday() if day is not None else said
    printed = reading.source.text[mention.start : mention.end] if day is None else f"{day.day}/{day.month}/{day.year}"
    if right == said:
        return date_claim(
            AuditVerdict.HOLDS, span, f"{printed} là {_NAMES[right]}", f"Ngày {printed} đúng là {_NAMES[right]}.",
            f"{printed} was a {_NAMES_EN[right]}, as the text says.",
        )  # fmt: skip
    return date_claim(
        AuditVerdict.CONTRADICTION, span, f"{printed} là {_NAMES[right]}; văn bản ghi {_NAMES[said]}",
        f"Ngày {printed} là {_NAMES[right]}, không phải {_NAMES[said]}; cần kiểm tra ngày hoặc thứ.",
        f"{printed} is a {_NAMES_EN[right]}, not a {_NAMES_EN[said]}; check the date or the weekday.",
        (_NAMES[right],), _NAMES[right],
    )  # fmt: skip
