"""Ngày tháng: dates that do not exist, spans that run backwards, weekdays that are not those of their date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.lexicon import begun
from poverty_evaluation.audit.rules.calendar.date_claims import date_claim, exists_claim
from poverty_evaluation.audit.rules.calendar.durations import duration_claim
from poverty_evaluation.audit.rules.calendar.signing_dates import signing_dates
from poverty_evaluation.audit.rules.calendar.weekdays import weekdays

_NUMBER_OF_DOCUMENT = re.compile(r"(?<!\w)số\s*:?\s*$")
_DAY_CUE = re.compile(r"(?<!\w)(?:ngày|mùng|mồng|sáng|chiều|tối|đêm|hôm|đến|từ|trước|sau|hết|lúc)\s*$")
_MONTH_CUE = re.compile(r"(?<!\w)(?:trong|từ|đến|tới|vào|hết|cuối|đầu|giữa|các|sang|của|qua|là|,|-)\s*$")
_SALARY = re.compile(r"(?<!\w)(?:lương|thưởng|lương thưởng|phụ cấp)\s*$")
_QUARTER = re.compile(
    begun("quý") + r"\s+(?P<q>v|vi|vii|viii|[05-9])(?:\s*/\s*|\s+năm\s+|\s+|/)(?P<y>(?:19|20)\d{2})(?!\d)"
)
_CLOCK = re.compile(
    begun("lúc|hồi|vào|khoảng|từ|đến") + r"\s+(?P<h>\d{1,2})\s?(?:giờ|h|g|:)\s?(?P<m>\d{2})?(?!\d)"
    r"(?=\s*(?:phút|,|;|\.|\s|$))"
)
_FROM = re.compile(
    r"(?<!\w)(?:từ|kể từ|bắt đầu|giai đoạn|thời gian|thời kỳ|nhiệm kỳ|trong|diễn ra|niên khóa|niên khoá|khóa|khoá|"
    r"năm học|các năm|kỳ|tổ chức|kéo dài|nhận hồ sơ|thời hạn)(?![^\W\d_])[^.;\d]{0,30}"
    r"(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{2}\s*)?(?:phút\s*)?,?\s*(?:ngày\s*)?)?$"
)
_TO = re.compile(
    r"\s*,?\s*(?:cho\s+)?(?:đến|tới)(?:\s+(?:hết|cuối|trước|hết ngày|ngày|tháng|năm|quý|đầu|giữa))*"
    r"(?:\s+\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?(?:\s*phút)?\s*,?)?(?:\s+(?:ngày|tháng|năm|cuối|hết))*\s*"
)
_DASH = re.compile(r"\s*-\s*(?:ngày\s+|tháng\s+|năm\s+)?")
_DASH_OPENS = re.compile(r"(?:\(|:\s*|(?<!\w)ngày\s+)$")
_NEXT_YEAR = re.compile(r"[^.;]{0,20}(?:năm sau|năm tới|năm kế tiếp|năm tiếp theo|âm lịch|sang năm)")
_SPAN_CUE = re.compile(
    r"(?<!\w)(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên khóa|niên khoá|niên vụ|khóa|khoá|năm|từ|trong|kế hoạch|"
    r"thời gian|thực hiện|"
    r"mùa giải)\s*[:(]?\s*$"
)


def impossible_dates(reading: Reading) -> Iterator[Claim]:
    """Every date, span of time and weekday that cannot be, and the spans and weekdays that are right."""
    for mention in reading.dates:
        made = _missing_day(reading, mention)
        if made is not None:
            yield made
    yield from _missing_quarters_and_hours(reading)
    yield from _spans(reading)
    yield from weekdays(reading)
    yield from signing_dates(reading)


def _missing_day(reading: Reading, mention: DateMention) -> Claim | None:
    """31/11/2020, 29/02/2019, tháng 13/2020."""
    if mention.exists or mention.form not in ("date", "day", "month"):
        return None
    plain = reading.source.plain
    printed = reading.source.text[mention.start : mention.end]
    before = plain[max(0, mention.start - 16) : mention.start]
    behind = plain[mention.end : mention.end + 3]
    if _NUMBER_OF_DOCUMENT.search(before) or re.match(r"/\w|-[^\W\d_]|\.\d|,\d", behind):
        return None
    is_month_right = mention.month is not None and 1 <= mention.month <= 12
    if mention.form == "month":
        if "tháng" not in plain[mention.start : mention.end] or _SALARY.search(before):
            return None
        if mention.year is None and not _MONTH_CUE.search(before):
            return None
    elif mention.form == "day" or re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2}", printed):
        is_near = mention.day is not None and 29 <= mention.day <= 31 and is_month_right
        if not (is_near and _DAY_CUE.search(before)) and "ngày" not in f"{before[-6:]}{printed.lower()[:5]}":
            return None
    elif "." in printed and re.match(r"\s?(?:%|đồng|đ(?!\w)|triệu|tỷ|ha|kg|m)", plain[mention.end : mention.end + 8]):
        return None
    return exists_claim(mention, printed, is_month_right)


def _missing_quarters_and_hours(reading: Reading) -> Iterator[Claim]:
    plain, text = reading.source.plain, reading.source.text
    for match in _QUARTER.finditer(plain):
        printed = " ".join(text[match.start() : match.end()].split())
        yield date_claim(
            AuditVerdict.CONTRADICTION,
            match.span(),
            f"“{printed}”: một năm chỉ có bốn quý",
            f"Không có “{printed}”: một năm chỉ có bốn quý; cần kiểm tra kỳ báo cáo.",
            f"There is no “{printed}”: a year has four quarters; check the period.",
        )
    for match in _CLOCK.finditer(plain):
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if hour <= 24 and minute <= 59:
            continue
        if hour > 29 or (":" in match[0] and not match[0].startswith(("lúc", "hồi"))):
            continue  # a duration or a score
        printed = " ".join(text[match.start("h") : match.end()].split())
        yield date_claim(
            AuditVerdict.LIKELY,
            (match.start("h"), match.end()),
            f"“{printed}”: một ngày có 24 giờ, một giờ có 60 phút",
            f"Không có thời điểm “{printed}” trong một ngày; cần kiểm tra giờ.",
            f"There is no time “{printed}” in a day; check the hour.",
        )


def _spans(reading: Reading) -> Iterator[Claim]:
    """từ ngày 25/8 đến ngày 18/8/2019, giai đoạn 2025-2020."""
    dates = [mention for mention in reading.dates if mention.form != "clock"]
    for mention in dates:
        if mention.to_year is not None and mention.year is not None:
            made = _span_of_years(reading, mention)
            if made is not None:
                yield made
            yield from duration_claim(reading, mention, replace(mention, year=mention.to_year, to_year=None))
    for first, last in pairwise(dates):
        if last.start - first.end > 60 or first.to_year or last.to_year:
            continue
        made = _span_of_dates(reading, first, last)
        if made is not None:
            yield made
            yield from duration_claim(reading, first, last)


def _span_of_years(reading: Reading, mention: DateMention) -> Claim | None:
    begin, end = mention.year or 0, mention.to_year or 0
    before = reading.source.plain[max(0, mention.start - 24) : mention.start]
    if not _SPAN_CUE.search(before) and not before.endswith("("):
        return None
    printed = reading.source.text[mention.start : mention.end]
    return _span_claim((mention.start, mention.end), (printed, f"{end}-{begin}"), begin <= end, True)


def _span_of_dates(reading: Reading, first: DateMention, last: DateMention) -> Claim | None:
    plain = reading.source.plain
    between = plain[first.end : last.start]
    before = plain[max(0, first.start - 40) : first.start]
    worded = first.form in ("date", "year", "month", "quarter", "day") and _TO.fullmatch(between) is not None
    dashed = _DASH.fullmatch(between) is not None
    opens = _FROM.search(before) is not None
    if not (worded and opens) and not (dashed and (opens or _DASH_OPENS.search(before))):
        return None
    if not first.exists or not last.exists or _NEXT_YEAR.match(plain, last.end):
        return None
    order = _order(first, last)
    if order is None:
        return None
    text = reading.source.text
    swapped = f"{text[last.start : last.end]} - {text[first.start : first.end]}"
    printed = " ".join(text[first.start : last.end].split())
    is_sure = (worded and first.month is not None) or (first.year is not None and last.year is not None)
    return _span_claim((first.start, last.end), (printed, swapped), order, is_sure)


def _order(first: DateMention, last: DateMention) -> bool | None:
    """Whether the first is no later than the last; None when what is said leaves it open."""
    begin, end = _month(first), _month(last)
    if first.form == "day" and begin is None and last.day is not None:
        begin = end  # "từ ngày 18 đến ngày 25/8"
    if first.year is not None and last.year is not None and first.year != last.year:
        return first.year < last.year
    if begin is None or end is None:
        same_year = first.year is not None and first.year == last.year
        return True if same_year and begin is None and end is None and first.day is None else None
    if begin != end:
        if first.year is not None and last.year is not None:
            return begin < end
        return True if begin < end else None  # may run into the next year
    if first.day is None or last.day is None:
        return True if first.year is not None or first.day == last.day else None
    return first.day <= last.day


def _month(mention: DateMention) -> int | None:
    return mention.quarter * 3 if mention.quarter else mention.month


def _span_claim(span: tuple[int, int], said: tuple[str, str], is_right: bool, is_sure: bool) -> Claim:
    printed, swapped = said
    if is_right:
        return date_claim(
            AuditVerdict.HOLDS, span, f"“{printed}” chạy xuôi", f"Khoảng thời gian “{printed}” chạy xuôi.",
            f"The span “{printed}” runs forward.",
        )  # fmt: skip
    return date_claim(
        AuditVerdict.CONTRADICTION if is_sure else AuditVerdict.LIKELY, span, f"“{printed}” kết thúc trước khi bắt đầu",
        f"Khoảng thời gian “{printed}” kết thúc trước khi bắt đầu; cần kiểm tra cả hai mốc.",
        f"The span “{printed}” ends before it begins; check both dates.", (swapped,),
    )  # fmt: skip
