"""Ngày tháng: dates as administrative texts write them, 13/7/2018 and ngày 05 tháng 01 năm 2020."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from poverty_evaluation.vocabulary.choices import Language
from poverty_evaluation.vocabulary.quantities.malformed import Malformed

_LONGEST = 60
_FORMS = (
    re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        r"(?:ngày\s+)?(?P<day>[0-9]{1,2})\s+tháng\s+(?P<month>[0-9]{1,2})\s+năm\s+(?P<year>[0-9]{4})", re.IGNORECASE
    ),
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class MalformedDate(Malformed):
    """A text that is no date, or a date that does not exist."""


def read_date(text: str) -> date:
    """`13/7/2018`, `04/01/2017`, `ngày 05 tháng 01 năm 2020` or `2018-07-13`; MalformedDate otherwise."""
    tidy = unicodedata.normalize("NFC", text.strip()) if len(text) <= _LONGEST else ""
    for form in _FORMS:
        if match := form.fullmatch(tidy):
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
            try:
                return date(year, month, day)
            except ValueError as error:
                raise MalformedDate(
                    text,
                    f"không có ngày {day} tháng {month} năm {year}",
                    f"there is no day {day} of month {month} in the year {year}",
                ) from error
    raise MalformedDate(
        text,
        "không phải ngày; viết dạng 13/7/2018, ngày 13 tháng 7 năm 2018 hoặc 2018-07-13",
        "not a date; write 13/7/2018, ngày 13 tháng 7 năm 2018 or 2018-07-13",
    )


def write_date(day: date, language: str, long: bool = False) -> str:
    """The date as Vietnamese documents print it (days below 10 and months 1 and 2 padded), or "13 July 2018"."""
    if Language(language) is Language.EN:
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    in_month = f"{day.day:02d}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    if long:
        return f"ngày {in_month} tháng {month} năm {day.year:04d}"
    return f"{in_month}/{month}/{day.year:04d}"
