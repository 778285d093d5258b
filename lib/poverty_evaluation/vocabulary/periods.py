"""Kỳ báo cáo: a year, half-year, nine months, quarter, month or range of years."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from poverty_evaluation.vocabulary.quantities.dates import MONTHS_EN

_FORMS = "2017, 2018-H1, 2018-9M, 2018-Q2, 2018-03, 2016-2018"
_PATTERN = re.compile(r"(?P<year>[12][0-9]{3})(-(?P<tail>H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|[12][0-9]{3}))?")
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


class PeriodError(ValueError):
    """A text that names no reporting period."""

    def __init__(self, text: str):
        self.text = text
        super().__init__(text)

    def __str__(self) -> str:
        return f"{self.text!r} is no reporting period; accepted forms: {_FORMS}"


@dataclass(frozen=True, slots=True, order=True)
class ReportingPeriod:
    """A reporting period; prints as the canonical text that parses back."""

    start: date
    end: date
    code: str

    @staticmethod
    def accepted_forms() -> str:
        return _FORMS

    @classmethod
    def parse(cls, text: str) -> ReportingPeriod:
        """`2017`, `2018-H1`, `2018-9M`, `2018-Q2`, `2018-03` or `2016-2018`; PeriodError otherwise."""
        match = _PATTERN.fullmatch(text)
        if not match:
            raise PeriodError(text)
        year, tail = int(match["year"]), match["tail"] or ""
        if len(tail) == 4:
            if int(tail) <= year:
                raise PeriodError(text)
            return cls(date(year, 1, 1), date(int(tail), 12, 31), text)
        first, last = _months(tail)
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]), text)

    def __str__(self) -> str:
        return self.code

    @property
    def _tail(self) -> str:
        return self.code[5:]

    def previous(self) -> ReportingPeriod:
        """The period of the same kind just before this one."""
        year, tail = self.start.year, self._tail
        if len(tail) == 4:
            length = self.end.year - year + 1
            return ReportingPeriod.parse(f"{year - length}-{year - 1}")
        if tail in ("", "9M"):
            return ReportingPeriod.parse(f"{year - 1}{'-9M' if tail else ''}")
        if tail.startswith(("H", "Q")):
            number, last = int(tail[1]), 2 if tail[0] == "H" else 4
            return ReportingPeriod.parse(
                f"{year}-{tail[0]}{number - 1}" if number > 1 else f"{year - 1}-{tail[0]}{last}"
            )
        month = int(tail)
        return ReportingPeriod.parse(f"{year}-{month - 1:02d}" if month > 1 else f"{year - 1}-12")

    def same_period_last_year(self) -> ReportingPeriod:
        """Cùng kỳ năm trước. PeriodError for a range of years, which has none."""
        if len(self._tail) == 4:
            raise PeriodError(self.code)
        return ReportingPeriod.parse(f"{self.start.year - 1}{self.code[4:]}")

    def label(self, language: str) -> str:
        """`giai đoạn 2016-2018`, `năm 2017`, `6 tháng đầu năm 2018` … or the English of it."""
        year, tail = self.start.year, self._tail
        if len(tail) == 4:
            return f"giai đoạn {self.code}" if language == "vi" else f"the period {self.code}"
        vi = {
            "": f"năm {year}",
            "H1": f"6 tháng đầu năm {year}",
            "H2": f"6 tháng cuối năm {year}",
            "9M": f"9 tháng đầu năm {year}",
        }
        en = {
            "": f"the year {year}",
            "H1": f"the first half of {year}",
            "H2": f"the second half of {year}",
            "9M": f"the first nine months of {year}",
        }
        if tail in vi:
            return vi[tail] if language == "vi" else en[tail]
        if tail.startswith("Q"):
            return f"quý {_ROMAN[int(tail[1])]} năm {year}" if language == "vi" else f"quarter {tail[1]} of {year}"
        return f"tháng {tail} năm {year}" if language == "vi" else f"{MONTHS_EN[int(tail) - 1]} {year}"


def _months(tail: str) -> tuple[int, int]:
    if tail == "":
        return 1, 12
    if tail == "9M":
        return 1, 9
    if tail.startswith("H"):
        return (1, 6) if tail == "H1" else (7, 12)
    if tail.startswith("Q"):
        quarter = int(tail[1])
        return 3 * quarter - 2, 3 * quarter
    return int(tail), int(tail)
