"""Kết luận về ngày: claims about dates, which have no figures but a stretch of the text."""

from __future__ import annotations

import calendar
from datetime import date

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.vocabulary.findings import FindingKind


def date_claim(
    verdict: AuditVerdict, span: tuple[int, int], computation: str, vi: str, en: str, readings: tuple[str, ...] = (),
    computed: str = "",
) -> Claim:  # fmt: skip
    """A claim about a stretch of the text."""
    return Claim(FindingKind.DATE, verdict, None, (), computation, computed, vi, en, readings, span[0], span[1])


def exists_claim(mention: DateMention, printed: str, is_month_right: bool) -> Claim:
    """The claim that a date does not exist, with what it may have been meant for."""
    span = (mention.start, mention.end)
    if not is_month_right:
        readings: tuple[str, ...] = ()
        if mention.day is not None and mention.month is not None and mention.day <= 12 and mention.month <= 31:
            readings = (written_date(mention.month, mention.day, mention.year),)
        return date_claim(
            AuditVerdict.CONTRADICTION, span, f"“{printed}”: một năm chỉ có 12 tháng",
            f"Không có ngày tháng “{printed}”: một năm chỉ có 12 tháng; cần kiểm tra lại.",
            f"“{printed}” does not exist: a year has 12 months; check it.", readings,
        )  # fmt: skip
    month, year = mention.month or 1, mention.year
    last = days_of_month(month, year)
    when = f"tháng {month}" + (f"/{year}" if month == 2 and year else "")
    reading_vi = (written_date(last, month, year),) if mention.day and mention.day <= 31 else ()
    return date_claim(
        AuditVerdict.CONTRADICTION, span, f"“{printed}”: {when} chỉ có {last} ngày",
        f"Ngày “{printed}” không có thật: {when} chỉ có {last} ngày; cần kiểm tra lại.",
        f"“{printed}” does not exist: that month has {last} days; check it.", reading_vi,
    )  # fmt: skip


def days_of_month(month: int, year: int | None) -> int:
    """How many days a month has; February of an unsaid year has 29."""
    return calendar.monthrange(year or 2000, month)[1]


def written_date(day: int, month: int, year: int | None) -> str:
    """30/11/2020; 30/11."""
    return f"{day}/{month}" + (f"/{year}" if year else "")


def as_date(mention: DateMention) -> date | None:
    """The day a mention names, when it names one that exists."""
    if mention.year is None or mention.month is None or mention.day is None or not mention.exists:
        return None
    return date(mention.year, mention.month, mention.day)
