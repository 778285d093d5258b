"""Số riêng của kỳ: what a figure told cumulatively grew by since it was told before, derived and marked as computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Realisation
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: The period before, as its tables are named.
PREVIOUS = "previous"


def steps(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """One value per cumulative figure that was told before, in this period or in the one before it: this less the one
    before. None where it fell, which is an error of the figures and no result.

    Only what was done is told and opens the next telling: what was expected, or planned, is no earlier telling.
    """
    indicator, *opening = definition.of
    for before, after in _successive(context, with_previous=bool(opening)):
        of_before = opening[0] if before.is_previous else indicator
        later = known[figure_value_id(indicator, after.figure.figure_id, context)]
        earlier = known[figure_value_id(of_before, before.figure.figure_id, context)]
        if earlier.value is None or later.value is None or later.value < earlier.value:
            continue
        step = computed(
            definition,
            context,
            later.value - earlier.value,
            (later, earlier),
            f"{after.figure.figure_id} - {before.figure.figure_id}{'[kỳ trước]' if before.is_previous else ''}",
            dimensions={"figure": after.figure.figure_id},
            label=(f"{definition.label['vi']}: {later.label_vi}", f"{definition.label['en']}: {later.label_en}"),
            unit_names=(later.unit_vi, later.unit_en),
            falling=(earlier,),
        )
        yield replace(step, unit=later.unit, decimals=max(later.decimals, earlier.decimals))


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure on the day up to which it tells; whether the period before told it."""

    day: str
    figure: Any
    is_previous: bool


def _successive(context: PeriodTables, with_previous: bool) -> Iterator[tuple[_Told, _Told]]:
    """Each pair of figures that follow one another in a series told cumulatively, the later one of this period."""
    series: dict[tuple[str, ...], list[_Told]] = {}
    for is_previous in (True, False) if with_previous else (False,):
        rows = context.figures_beside(PREVIOUS) if is_previous else context.figures
        activities = context.beside(PREVIOUS) if is_previous else context.activities
        for row in rows:
            activity = activities[row.activity_id]
            is_done = activity.realisation == Realisation.ACTUAL
            if activity.time_basis in CUMULATIVE and day_told(activity) and is_done:
                key = (row.role, row.unit, row.flow, activity.organisation_code, *series_of(activity))
                series.setdefault(key, []).append(_Told(day_told(activity), row, is_previous))
    for told in series.values():
        for before, after in pairwise(sorted(told, key=lambda one: one.day)):
            if before.day < after.day and not after.is_previous:
                yield before, after
