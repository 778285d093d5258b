"""Hoạt động giả định của mười hai cơ quan, tổ chức: the same work told by half-year, cumulatively or by year."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from poverty_evaluation.samples.activity_rows import COLUMNS, count, figures, money, when
from poverty_evaluation.samples.calendar import OPENING_YEAR, YEARS
from poverty_evaluation.samples.housing import housing_rows
from poverty_evaluation.samples.loans import loan_rows
from poverty_evaluation.samples.models import model_rows
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.tellings import Progress, Told, reached, tellings
from poverty_evaluation.samples.works import WORKS, Work
from poverty_evaluation.vocabulary.quantities import write_amount_in_words

__all__ = ["COLUMNS", "activity_rows", "work_rows"]


def activity_rows(period: str, seed: int) -> list[Row]:
    """The sheet of one period: every work as its rhythm tells it, then houses, models and loans."""
    if period == str(OPENING_YEAR):
        return []
    return [
        *work_rows(WORKS, period, str(seed)),
        *housing_rows(period, seed),
        *model_rows(period, seed),
        *loan_rows(period, seed),
    ]


def work_rows(works: Iterable[Work], period: str, seed: str) -> list[Row]:
    """The rows of these works in one period."""
    return [
        _row(work, told)
        for work in works
        for told in tellings(work.rhythm, work.is_planned, period, _progress(work, seed))
    ]


def _progress(work: Work, seed: str) -> dict[int, Progress]:
    """Tellers of one event tell the same."""
    name = work.event or work.code
    return {
        year: reached(Random(f"{seed}/{name}/{year}"), work.count, work.price, work.is_early) for year in YEARS
    }  # fmt: skip


def _row(work: Work, told: Told) -> Row:
    of_classes = "classes" if work.is_of_classes else ""
    numbers = [count(told.done.count, work.unit, of_classes)]
    if told.done.money:
        numbers.append(money(told.done.money))
    if work.is_of_new_houses:
        numbers += [count(told.done.count, work.unit, "new_built"), money(told.done.money, "mobilised_money")]
    if work.code == "poor_fund":
        numbers.append((write_amount_in_words(told.done.money * 1000), "bằng chữ", "money_in_words"))
    unit, each = work.beside
    if unit:
        numbers.append(count(told.done.count * each, unit, "participants" if work.is_of_classes else ""))
    return {
        "activity_id": f"{work.code}{told.suffix}",
        "event_id": work.event,
        "counted_under": "mttq" if work.event else "",
        "measure_code": work.measure,
        "organisation_code": work.organisation,
        "reported_by": work.organisation,
        "beneficiary_group": work.group,
        **when(told),
        "flow": work.flow,
        "per_role": work.per_role,
        "label_vi": work.label_vi,
        "label_en": work.label_en,
        **figures(*numbers),
    }
