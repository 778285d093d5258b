"""Chuỗi số liệu: which rows of the activities tell the same thing at several times."""

from __future__ import annotations

from typing import Any

from poverty_evaluation.vocabulary.choices import TimeBasis

#: Figures that already hold the earlier ones of their series: never summed over time.
CUMULATIVE = (TimeBasis.YEAR_TO_DATE, TimeBasis.SINCE_START)


def series_of(activity: Any) -> tuple[str, ...]:
    """What makes two rows the same thing told at two times; what is told year to date begins anew each year."""
    year = day_told(activity)[:4] if activity.time_basis == TimeBasis.YEAR_TO_DATE else ""
    subject: tuple[str, ...] = (activity.event_id,)
    if not activity.event_id:
        performer = (activity.measure_code, activity.organisation_code, activity.beneficiary_group)
        subject = (*performer, activity.place_code, activity.part_of, activity.label_vi)
    return (activity.time_basis, year, *subject)


def day_told(activity: Any) -> str:
    """The day up to which, or at which, a row tells; empty where it was not said."""
    return activity.as_of or activity.data_to or ""
