"""Độ dài của khoảng thời gian: "trong 3 ngày (từ 15 đến 17/3)" and "5 năm 2016-2020" against the span they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.number_words import values_of
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.calendar.date_claims import date_claim

_NUMBER = r"(?P<n>\d{1,3}|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)"
_BEFORE = re.compile(
    rf"(?<![\w.,/-]){_NUMBER}\s+(?P<unit>ngày|tháng|năm)\s*(?:liền\s*)?[,(:]?\s*"
    r"(?:kể từ\s+|từ\s+|giai đoạn\s+|của giai đoạn\s+)?(?:ngày\s+|tháng\s+|năm\s+)?$"
)
_BEHIND = re.compile(rf"\s*(?:\(|,?\s*tức(?: là)?)\s*{_NUMBER}\s+(?P<unit>ngày|tháng|năm)(?!\w)(?!\s*/)")
_HEDGED = re.compile(r"(?<!\w)(?:hơn|gần|trên|dưới|khoảng|sau|mỗi|quá|thêm|đủ|thứ|cách)\s*$")


def duration_claim(reading: Reading, first: DateMention, last: DateMention) -> Iterator[Claim]:
    """What is said of how long a span lasts, right in front of it or right behind."""
    plain = reading.source.plain
    start = max(0, first.start - 50)
    said = _BEFORE.search(plain, start, first.start)
    begin, end = (said.start(), last.end) if said else (first.start, last.end)
    if said is None:
        said = _BEHIND.match(plain, last.end)
        end = said.end() if said else end
    if said is None or _HEDGED.search(plain, max(0, said.start() - 12), said.start()):
        return
    count = int(said["n"]) if said["n"].isdecimal() else int(min(values_of(said["n"]), default=0))
    length = _length(first, last, said["unit"])
    if length is None or count < 1 or length < 1:
        return
    yield _claim(reading, (begin, end), count, length, said["unit"])


def _length(first: DateMention, last: DateMention, unit: str) -> int | None:
    """From the first to the last in days, months or years, both ends counted; None where it is not said."""
    if unit == "năm":
        whole = first.month is None and last.month is None and first.year and last.year
        return last.year - first.year + 1 if whole and first.year and last.year else None
    if unit == "tháng":
        if first.day or last.day or not first.month or not last.month or not last.year:
            return None
        years = last.year - (first.year or last.year)
        return 12 * years + last.month - first.month + 1
    month, year = last.month, last.year or 2000
    if not first.day or not last.day or not month or not first.exists or not last.exists:
        return None
    return (date(year, month, last.day) - date(first.year or year, first.month or month, first.day)).days + 1


def _claim(reading: Reading, span: tuple[int, int], count: int, length: int, unit: str) -> Claim:
    printed = " ".join(reading.source.text[span[0] : span[1]].split())
    if count in (length, length - 1):
        return date_claim(
            AuditVerdict.HOLDS, span, f"{printed}: {length} {unit}", f"“{printed}” đúng là {count} {unit}.",
            f"“{printed}” is as long as it says.",
        )  # fmt: skip
    verdict = AuditVerdict.CONTRADICTION if count > length or unit == "năm" else AuditVerdict.LIKELY
    if count < length and unit == "ngày":  # days of work need not follow each other
        verdict = AuditVerdict.UNVERIFIABLE
    return date_claim(
        verdict, span, f"“{printed}” là {length} {unit}; văn bản ghi {count} {unit}",
        f"“{printed}”: tính cả ngày đầu và ngày cuối là {length} {unit}, văn bản ghi {count} {unit}."
        if unit == "ngày" else f"“{printed}”: khoảng này dài {length} {unit}, văn bản ghi {count} {unit}.",
        f"“{printed}” spans {length}, the text says {count}.", (f"{length} {unit}",), f"{length} {unit}",
    )  # fmt: skip
