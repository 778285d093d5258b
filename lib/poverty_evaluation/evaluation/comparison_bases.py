"""Mốc so sánh: what the opening review of a change is called beside its closing one, chosen by the two dates.

The reviews of a year are held from September to December, so a review of those months stands for the end of its year,
and one dated in January for the end of the year before.
"""

from __future__ import annotations

from datetime import date

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.wording import comparison_bases as wording

_FIRST_MONTH_OF_REVIEWS = 9
_JANUARY = 1
_DECEMBER = 12


def comparison_base(context: EvaluationContext, opening: str, closing: str) -> str:
    """The opening in words, with its date."""
    start, end = date.fromisoformat(opening), date.fromisoformat(closing)
    return context.say(_base(context, start, end), date=context.day(start))


def _base(context: EvaluationContext, opening: date, closing: date) -> Pattern:
    year = _year_it_ends(opening)
    if _is_a_year_apart(opening, closing) and opening.month != _DECEMBER:
        return wording.SAME_DATE_YEAR_BEFORE
    if year is not None and closing.year == year + 1:
        return wording.END_OF_YEAR_BEFORE if _year_it_ends(closing) == closing.year else wording.START_OF_YEAR
    if year is not None and _is_before_the_phase(context, year) and closing.year > year + 1:
        return wording.START_OF_PHASE
    return wording.DATE


def _year_it_ends(day: date) -> int | None:
    """The year whose end a review stands for; None in the middle of a year."""
    if day.month == _JANUARY:
        return day.year - 1
    return day.year if day.month >= _FIRST_MONTH_OF_REVIEWS else None


def _is_a_year_apart(opening: date, closing: date) -> bool:
    return (opening.year + 1, opening.month, opening.day) == (closing.year, closing.month, closing.day)


def _is_before_the_phase(context: EvaluationContext, year: int) -> bool:
    """Whether the programme of the report began with the year after."""
    programme_id = context.report.programme_id
    return bool(programme_id) and context.reference.programme(programme_id).valid_from.year == year + 1
