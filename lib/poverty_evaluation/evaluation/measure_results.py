"""Chính sách và kết quả: each measure of the list with what was told under it, whom it reaches and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.tables.activity_cells import is_counted_elsewhere
from poverty_evaluation.reference import BeneficiaryGroup, Measure, MeasureLevel, PlaceLevel, PovertyClass
from poverty_evaluation.vocabulary.choices import Realisation, ValueStatus
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Figures of which nothing was sent: a row that holds no others tells no result.
_NOTHING_SENT = (ValueStatus.MISSING, ValueStatus.NOT_COLLECTED, ValueStatus.NOT_APPLICABLE)
_CLASSES = (PovertyClass.POOR, PovertyClass.NEAR_POOR, PovertyClass.NEWLY_ESCAPED)
_NO_GROUP = ("", "not_stated")


@dataclass(frozen=True, slots=True)
class Telling:
    """A row of the activities with its figures by role."""

    row: Any
    figures: Mapping[str, IndicatorValue]


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """A measure, its results of the period told where they count, and all its rows, second tellings included."""

    measure: Measure
    counted: tuple[Telling, ...]
    told: tuple[Telling, ...]

    @property
    def code(self) -> str:
        return self.measure.measure_code

    @property
    def told_groups(self) -> tuple[str, ...]:
        """The groups of the rows, each once; nothing for a row that names none."""
        groups = (one.row.beneficiary_group for one in self.counted)
        return tuple(dict.fromkeys(group for group in groups if group not in _NO_GROUP))

    @property
    def organisations(self) -> tuple[str, ...]:
        """Who leads the measure, then who else did something under it."""
        doers = (one.row.organisation_code for one in self.told)
        return tuple(dict.fromkeys(code for code in (self.measure.organisation_code, *doers) if code))

    @property
    def roles(self) -> frozenset[str]:
        """What is known of the results."""
        return frozenset(role for one in self.counted for role in one.figures)


def measure_results(context: EvaluationContext) -> list[MeasureResult]:
    """The measures that are to be told here and those that were told anyway, in the order of the list."""
    figures = _figures(context)
    by_measure: dict[str, list[Telling]] = {}
    for row in rows_of(context.tables["activities"]):
        if row.realisation == Realisation.ACTUAL and row.activity_id in figures:
            by_measure.setdefault(row.measure_code, []).append(Telling(row, figures[row.activity_id]))
    found = []
    for code, measure in context.reference.measures.items():
        told = tuple(by_measure.get(code, ()))
        if told or is_to_be_told(context, measure):
            found.append(MeasureResult(measure, tuple(one for one in told if not is_counted_elsewhere(one.row)), told))
    return found


def _figures(context: EvaluationContext) -> Mapping[str, dict[str, IndicatorValue]]:
    """The figures of each row by role; those of which nothing was sent are left out."""
    found: dict[str, dict[str, IndicatorValue]] = {}
    for row in rows_of(context.tables["activity_figures"]):
        value = context.find("activity_figure", figure=row.figure_id)
        if value is not None and value.status not in _NOTHING_SENT:
            found.setdefault(row.activity_id, {})[row.role] = value
    return found


def is_to_be_told(context: EvaluationContext, measure: Measure) -> bool:
    """Whether the report of this place has the measure in its subject: not that of another programme, nor that of a
    city in the report of a province."""
    if measure.programme_id and measure.programme_id != context.report.programme_id:
        return False
    return measure.level is not MeasureLevel.CITY or context.place.level != PlaceLevel.PROVINCE


def legal_bases(context: EvaluationContext, measure: Measure) -> tuple[str, ...]:
    """The documents a measure rests on: its own, or the one that approved its programme."""
    if measure.legal_basis or not measure.programme_id:
        return measure.legal_basis
    instrument = context.reference.programme(measure.programme_id).instrument
    return (instrument,) if instrument else ()


def classes(context: EvaluationContext) -> list[BeneficiaryGroup]:
    """The groups a programme on poverty is for: poor, near-poor and newly escaped households."""
    groups = context.reference.beneficiary_groups.values()
    return [group for group in groups if group.poverty_class in _CLASSES and not group.covers]


def classes_of(context: EvaluationContext, codes: Iterable[str]) -> set[str]:
    """The classes that some groups take in."""
    known = {group.group_code for group in classes(context)}
    groups = context.reference.beneficiary_groups
    taken_in = {code: groups[code].covers or (code,) for code in codes if code in groups}
    return {one for covered in taken_in.values() for one in covered if one in known}
