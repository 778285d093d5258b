"""Các kỳ của bộ số liệu giả định: which periods there are and which years and days they speak of."""

from __future__ import annotations

#: Years with work, money and reviews; the review of the year before them opens the phase.
YEARS = (2021, 2022, 2023)
OPENING_YEAR = 2020
REVIEW_YEARS = (OPENING_YEAR, *YEARS)
MID_TERM = "2021-2023"
PERIODS = (
    "2020", "2021-H1", "2021-9M", "2021", "2022-H1", "2022-9M", "2022", "2023-H1", "2023", MID_TERM,
)  # fmt: skip


def is_whole_year(period: str) -> bool:
    return len(period) == 4


def years_of(period: str) -> tuple[int, ...]:
    return YEARS if period == MID_TERM else (int(period[:4]),)


def last_day(period: str) -> str:
    """The day up to which a period runs."""
    end = {"H1": "06-30", "9M": "09-30"}.get(period[5:], "12-31")
    return f"{years_of(period)[-1]}-{end}"


def period_before(period: str) -> str:
    """The period whose review opens this one; none opens the first, and a range of years holds its own."""
    year = years_of(period)[0]
    return "" if period == MID_TERM or year == OPENING_YEAR else str(year - 1)
