"""Số riêng của kỳ: what a figure told cumulatively grew by since it was told before, derived and marked as computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of
from poverty_evaluation.vocabulary.values import IndicatorValue


def steps(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """One value per cumulative figure that was told before: this less the one before. None where it fell, which is an
    error of the figures and no result."""
    (indicator,) = definition.of
    for before, after in _successive(context):
        earlier, later = (known[figure_value_id(indicator, row.figure_id, context)] for row in (before, after))
        if earlier.value is None or later.value is None or later.value < earlier.value:
            continue
        step = computed(
            definition,
            context,
            later.value - earlier.value,
            (later, earlier),
            f"{after.figure_id} - {before.figure_id}",
            dimensions={"figure": after.figure_id},
            label=(f"{definition.label['vi']}: {later.label_vi}", f"{definition.label['en']}: {later.label_en}"),
            unit_names=(later.unit_vi, later.unit_en),
            falling=(earlier,),
        )
        yield replace(step, unit=later.unit, decimals=max(later.decimals, earlier.decimals))


def _successive(context: PeriodTables) -> Iterator[tuple[Any, Any]]:
    """Each pair of figures that follow one another in a series told cumulatively."""
    series: dict[tuple[str, ...], list[tuple[str, Any]]] = {}
    for row in context.figures:
        activity = context.activities[row.activity_id]
        if activity.time_basis in CUMULATIVE and day_told(activity):
            key = (row.role, row.unit, row.flow, activity.organisation_code, *series_of(activity))
            series.setdefault(key, []).append((day_told(activity), row))
    for told in series.values():
        for (day_before, before), (day, after) in pairwise(sorted(told, key=lambda one: one[0])):
            if day_before < day:
                yield before, after
