"""Tìm các kỳ liền kề: where the folders lie that a report is read beside, by report.yml or by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from poverty_evaluation.vocabulary.neighbours import Neighbours
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.profile import peek


def neighbours_of(periods_folder: Path, place: str, period: ReportingPeriod) -> Neighbours:
    """What report.yml names, otherwise what the calendar says; a folder that is not there is left out.

    Reading the received files tells of a period or place that report.yml names and that has none.
    """
    profile = peek(periods_folder / place / str(period))

    def received(key: str, by_calendar: ReportingPeriod | None) -> Path | None:
        named = _period(profile.get(key)) or by_calendar
        folder = periods_folder / place / str(named)
        return folder if named is not None and folder.is_dir() else None

    members = [periods_folder / slug / str(period) for slug in _slugs(profile.get("made_of"))]
    return Neighbours(
        previous=received("previous_period", period.previous()),
        year_before=received("year_before", _year_before(period)),
        start=received("start_period", None),
        members=tuple(folder for folder in members if folder.is_dir()),
    )


def _period(named: Any) -> ReportingPeriod | None:
    try:
        return ReportingPeriod.parse(str(named)) if named else None
    except PeriodError:
        return None


def _year_before(period: ReportingPeriod) -> ReportingPeriod | None:
    try:
        return period.same_period_last_year()
    except PeriodError:
        return None


def _slugs(named: Any) -> Iterator[str]:
    """The slugs of a list; anything else is left to the reading of the files."""
    yield from (slug for slug in named if isinstance(slug, str) and slug) if isinstance(named, list) else ()
