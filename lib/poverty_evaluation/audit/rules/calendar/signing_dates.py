"""Ngày ký: what a document is based on, and the data it reports, against the day in its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.calendar.date_claims import as_date, date_claim

_PLACE_AND_DAY = re.compile(
    r"(?m)^[\s|*_>]{0,8}(?:tp\.?\s*)?[^\W\d_][^\n,:;.|]{1,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}[\s|*_.]*$"
)
_UP_TO = re.compile(
    r"(?<!\w)(?:tính đến|số liệu đến|cập nhật đến|tính tới)(?:\s+(?:hết|thời điểm|ngày|cuối ngày))*\s*$"
)
_MANY = 12
_PLANNED = re.compile(r"(?<!\w)(?:dự kiến|ước|phấn đấu|kế hoạch|sẽ|mục tiêu|dự báo)(?!\w)")
_GROUNDS = re.compile(r"(?m)^[\s|*_>-]{0,8}(?:căn cứ|thực hiện|theo)\s[^\n;.]{0,200}$")


def signing_dates(reading: Reading) -> Iterator[Claim]:
    """What cannot yet have been when the document was signed, by the one date in its heading."""
    plain = reading.source.plain
    lines = list(islice(_PLACE_AND_DAY.finditer(plain), _MANY))
    signed = {day for line in lines if (day := _day_in(reading, line)) is not None}
    if len(signed) != 1:
        return
    day = signed.pop()
    for mention in reading.dates:
        named = as_date(mention)
        if named is None or named <= day:
            continue
        before = plain[max(0, mention.start - 220) : mention.start]
        sentence = before.rsplit(".", 1)[-1]
        if _UP_TO.search(before) and not _PLANNED.search(sentence):
            yield _claim(reading, mention, day, AuditVerdict.LIKELY, "số liệu tính đến", "its data run to")
        elif _GROUNDS.search(before) and "căn cứ" in before.rsplit("\n", 1)[-1] and "ngày" in before[-8:]:
            yield _claim(
                reading, mention, day, AuditVerdict.CONTRADICTION, "căn cứ là văn bản", "it is based on one of"
            )


def _day_in(reading: Reading, line: re.Match[str]) -> date | None:
    for mention in reading.dates:
        if line.start() <= mention.start < line.end():
            return as_date(mention)
    return None


def _claim(reading: Reading, mention: DateMention, signed: date, verdict: AuditVerdict, vi: str, en: str) -> Claim:
    printed = " ".join(reading.source.text[mention.start : mention.end].split())
    written = f"{signed.day}/{signed.month}/{signed.year}"
    return date_claim(
        verdict, (mention.start, mention.end), f"văn bản ký ngày {written}; {vi} {printed}",
        f"Văn bản ghi ngày ký {written} nhưng {vi} ngày {printed}; cần kiểm tra hai ngày.",
        f"The document is dated {written} but {en} {printed}; check the two dates.",
    )  # fmt: skip
