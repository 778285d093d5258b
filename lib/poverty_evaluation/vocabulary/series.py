"""Chuỗi số liệu: which rows of the activities tell the same thing at several times."""

from __future__ import annotations

from typing import Any

from poverty_evaluation.vocabulary.choices import TimeBasis

#: Figures that already hold the earlier ones of their series: never summed over time.
CUMULATIVE = (TimeBasis.YEAR_TO_DATE, TimeBasis.SINCE_START)


def series_of(activity: Any) -> tuple[str, ...]:
    """What makes two rows the same thing told at two times; what is told year to date begins anew each year, and what
    is planned or expected is no telling of what was done."""
    year = day_told(activity)[:4] if activity.time_basis == TimeBasis.YEAR_TO_DATE else ""
    return (activity.time_basis, year, activity.realisation, *subject_of(activity))


def subject_of(activity: Any) -> tuple[str, ...]:
    """What makes two rows the same thing, whenever and however they tell it: one event, or one measure, performer,
    group and place under one label."""
    if activity.event_id:
        return (activity.event_id,)
    performer = (activity.measure_code, activity.organisation_code, activity.beneficiary_group)
    return (*performer, activity.place_code, activity.part_of, activity.label_vi)


def day_told(activity: Any) -> str:
    """The day up to which, or at which, a row tells; empty where it was not said."""
    return activity.as_of or activity.data_to or ""
