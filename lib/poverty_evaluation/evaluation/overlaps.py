"""Trùng lặp: groups that several measures support in the same way, each with who gives it and how much money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.measure_results import MeasureResult, Telling, classes, classes_of
from poverty_evaluation.evaluation.wording.policy_review import BENEFITS
from poverty_evaluation.reference import Benefit
from poverty_evaluation.vocabulary.choices import FigureKind, Flow, Parts, TimeBasis
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: More rows than these of one measure and organisation are not told amount by amount.
_MOST_AMOUNTS = 3
_TOLD_AGAIN = (*CUMULATIVE, TimeBasis.AT_DATE)


@dataclass(frozen=True, slots=True)
class Support:
    """What one organisation gives a group under one measure."""

    measure: str
    organisation: str
    tellings: tuple[Telling, ...]

    @property
    def amounts(self) -> tuple[tuple[Flow, IndicatorValue], ...]:
        """The money of the rows with its flow, where each row tells it and they are few; otherwise none."""
        found = [
            (Flow(one.row.flow), one.figures[FigureKind.MONEY])
            for one in self.tellings
            if FigureKind.MONEY in one.figures
        ]
        is_told = len(found) == len(self.tellings) <= _MOST_AMOUNTS
        return tuple(found) if is_told and all(amount.value is not None for _, amount in found) else ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """A group that gets one kind of benefit from more than one measure or organisation."""

    group: str
    benefit: Benefit
    supports: tuple[Support, ...]


def overlaps(context: EvaluationContext, results: Sequence[MeasureResult]) -> list[Overlap]:
    """Class by class, and kind by kind; training and information reach whoever listens and are not held together."""
    found = []
    for group in (one.group_code for one in classes(context)):
        reaching = {
            one.row.activity_id: one
            for result in results
            for one in result.counted
            if group in classes_of(context, [one.row.beneficiary_group])
        }
        for benefit in BENEFITS:
            supports = tuple(
                support
                for result in results
                if result.measure.benefit is benefit
                for support in _supports(context, result, group, reaching)
            )
            if len(supports) > 1:
                found.append(Overlap(group, benefit, supports))
    return found


def _supports(
    context: EvaluationContext, result: MeasureResult, group: str, reaching: Mapping[str, Telling]
) -> Iterator[Support]:
    """What each organisation gives under a measure. A part of what another measure gives the same class (loans that an
    association passes on for the bank) is no support of its own."""
    by_organisation: dict[str, list[Telling]] = {}
    for one in _latest(_for_class(context, result.counted, group)):
        whole = reaching.get(one.row.part_of)
        if whole is None or whole.row.measure_code == result.code:
            by_organisation.setdefault(one.row.organisation_code, []).append(one)
    for organisation, tellings in by_organisation.items():
        yield Support(result.code, organisation, tuple(tellings))


def _for_class(context: EvaluationContext, tellings: Sequence[Telling], group: str) -> list[Telling]:
    """The rows that reach a class: of a whole and its parts the parts where they make up all of it and tell the class
    apart, otherwise the whole."""
    inside = {one.row.activity_id for one in tellings}

    def reaching(one: Telling) -> list[Telling]:
        parts = [part for part in tellings if part.row.part_of == one.row.activity_id]
        below = [found for part in parts for found in reaching(part)]
        if group not in classes_of(context, [one.row.beneficiary_group]):
            return below
        tells_apart = any(part.row.beneficiary_group != one.row.beneficiary_group for part in below)
        return below if one.row.parts == Parts.COMPLETE and tells_apart else [one]

    return [found for one in tellings if one.row.part_of not in inside for found in reaching(one)]


def _latest(tellings: Sequence[Telling]) -> list[Telling]:
    """Of a cumulative figure or a stock that is told again and again only the latest."""
    latest: dict[tuple[str, ...], str] = {}
    for one in tellings:
        series = series_of(one.row)
        latest[series] = max(latest.get(series, ""), day_told(one.row))
    return [
        one
        for one in tellings
        if one.row.time_basis not in _TOLD_AGAIN or day_told(one.row) == latest[series_of(one.row)]
    ]
