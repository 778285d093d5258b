"""Số ngày: a number of days against the days that are named one by one: "trong 3 ngày (14, 15 và 16/3)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.vocabulary.findings import FindingKind

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_DAY = r"\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?"
_DAYS = re.compile(
    rf"(?<![\w.,/-])(?P<count>0?[2-9]|10|{'|'.join(_WORDS)}) ngày(?:,| liên tiếp| liền)?(?: gồm| là| vào|:|,)?"
    rf"(?: các)?(?: ngày)?\s?\(?(?:là |gồm |các )?(?:ngày )?(?P<days>{_DAY}(?:(?:, |; | và )(?:ngày )?{_DAY}){{1,12}})"
    r"(?![\w%]|[.,/]\d| ?[-–] ?\d)(?! (?:đến|tới))"
)
_NOT_FROM = re.compile(r"(?:từ|sau|trước|cách|thêm)\s*$")


def named_days(reading: Reading) -> Iterator[Claim]:
    """Every number of days behind which the days are named with their month."""
    plain, text = reading.source.plain, reading.source.text
    for match in _DAYS.finditer(plain):
        days = re.findall(_DAY, match["days"])
        if "/" not in days[-1] or _NOT_FROM.search(plain, max(0, match.start() - 8), match.start()):
            continue
        if any(not 1 <= int(re.split(r"[/.-]", day)[0]) <= 31 for day in days):
            continue
        yield _claim(match, days, text[match.start() : match.end("count")] + " ngày")


def _claim(match: re.Match[str], days: list[str], printed: str) -> Claim:
    count, listed = _WORDS.get(match["count"]) or int(match["count"]), len(days)
    told = ", ".join(days)
    if listed == count:
        return Claim(
            FindingKind.COUNT, AuditVerdict.HOLDS, None, (), f"kể ra {listed} ngày ({told}); văn bản ghi {printed}", "",
            f"Nêu {printed} và kể đủ {count} ngày.", f"{count} days are announced and named.", (), *match.span(),
        )  # fmt: skip
    right = f"{listed} ngày"
    return Claim(
        FindingKind.COUNT, AuditVerdict.CONTRADICTION, None, (),
        f"kể ra {listed} ngày ({told}); văn bản ghi {printed}", right,
        f"Nêu {printed} nhưng kể ra {listed} ngày: {told}; cần kiểm tra số ngày hoặc các ngày được kể.",
        f"{count} days are announced (“{printed}”) but {listed} are named: {told}; check both.",
        (right,), *match.span(),
    )  # fmt: skip
