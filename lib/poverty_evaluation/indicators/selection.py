"""Chọn số liệu để cộng: which figures of the activities a sum counts.

An event told by several is counted once and under one of them; of cumulative figures and stocks told again only the
latest counts; what is planned or only expected is left out unless the definition asks for it; kinds are never added
to one another, nor flows, except those of support; money in a role of its own only where the role is asked for, and
never to the money it is a part of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.reference import IndicatorDefinition, Measure, Organisation, Reference
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, FigureKind, Realisation, TimeBasis
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.vocabulary.figure_roles import MONEY
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of

#: A second telling, a norm or a rate: never summed.
_NEVER_SUMMED = (FigureKind.MONEY_RATE, FigureKind.UNIT_RATE, FigureKind.RATE, FigureKind.WORDS)
_TOLD_AGAIN = (*CUMULATIVE, TimeBasis.AT_DATE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure, the activity it belongs to and what the reference data say of that."""

    figure: Any
    activity: Any
    reference: Reference

    @property
    def measure(self) -> Measure:
        return self.reference.measures[self.activity.measure_code]

    @property
    def organisation(self) -> Organisation:
        """The one it is counted under."""
        return self.reference.organisations[self.activity.counted_under or self.activity.organisation_code]


#: What `where` of a sum may ask of a figure …
_OF_FIGURE: Mapping[str, Callable[[_Told], str]] = {
    "role": lambda told: told.figure.role,
    "kind": lambda told: told.figure.kind,
    "flow": lambda told: told.figure.flow,
    "activity_flow": lambda told: told.activity.flow,
    "realisation": lambda told: told.activity.realisation,
    "time_basis": lambda told: told.activity.time_basis,
    "subject": lambda told: told.measure.subject,
    "level": lambda told: told.measure.level,
}
#: … and of its activity, once it is known under whom an event is counted.
_OF_ACTIVITY: Mapping[str, Callable[[_Told], str]] = {
    "measure": lambda told: told.activity.measure_code,
    "organisation": lambda told: told.activity.organisation_code,
    "organisation_type": lambda told: told.organisation.type,
    "beneficiary_group": lambda told: told.activity.beneficiary_group,
}
CONDITIONS = (*_OF_FIGURE, *_OF_ACTIVITY)

#: What `by` of a sum may name beside a dimension: figures that differ in it are summed apart.
APART: Mapping[str, Callable[[Any, PeriodTables], str]] = {
    "role": lambda figure, context: str(figure.role),
    "unit": lambda figure, context: context.reference.units[figure.unit].unit_code,
}


def conditions_of(definition: IndicatorDefinition) -> Mapping[str, tuple[str, ...]]:
    """The conditions of a sum; only what was done counts where nothing is said of it."""
    return {**definition.where, "realisation": definition.where.get("realisation", (Realisation.ACTUAL,))}


def selected_figures(definition: IndicatorDefinition, context: PeriodTables) -> list[Any]:
    """The rows of `activity_figures` that a sum counts, in the order received."""
    conditions = conditions_of(definition)
    told = [_Told(row, context.activities[row.activity_id], context.reference) for row in context.figures]
    told = [one for one in told if _may_be_summed(one.figure, conditions) and _meets(one, conditions, _OF_FIGURE)]
    told = _latest(_counted_once(told, context), context)
    told = [one for one in told if _meets(one, conditions, _OF_ACTIVITY)]
    summed_apart: dict[tuple[str, ...], list[_Told]] = {}
    for one in told:
        summed_apart.setdefault(apart_by(definition, one.figure, context), []).append(one)
    for together in summed_apart.values():
        _refuse_mixture(definition, together)
    return [one.figure for one in told]


def apart_by(definition: IndicatorDefinition, figure: Any, context: PeriodTables) -> tuple[str, ...]:
    """What keeps a figure apart from others in a sum."""
    return tuple(APART[name](figure, context) for name in definition.by if name in APART)


def _may_be_summed(figure: Any, conditions: Mapping[str, tuple[str, ...]]) -> bool:
    """Money in a role of its own tells of other money again, so it is asked for by that role or left out."""
    if figure.kind in _NEVER_SUMMED:
        return False
    return "role" in conditions or figure.kind != FigureKind.MONEY or figure.role == MONEY


def _meets(
    told: _Told, conditions: Mapping[str, tuple[str, ...]], readers: Mapping[str, Callable[[_Told], str]]
) -> bool:
    return all(reader(told) in conditions[name] for name, reader in readers.items() if name in conditions)


def _counted_once(told: list[_Told], context: PeriodTables) -> list[_Told]:
    """Of an event the figures of one teller: the one it is counted under, or the first by code where that one does
    not tell this figure. What is a part of a second telling is told a second time itself."""
    tellings: dict[tuple[str, str], list[_Told]] = {}
    for one in told:
        if one.activity.event_id:
            tellings.setdefault((one.activity.event_id, one.figure.role), []).append(one)
    second = set()
    for telling in tellings.values():
        tellers = {one.activity.organisation_code for one in telling}
        counted = min(tellers & {one.activity.counted_under for one in telling} or tellers)
        for one in telling:
            if one.activity.organisation_code != counted:
                second.add((one.activity.activity_id, one.figure.role))
    return [
        one
        for one in told
        if not any(
            (activity_id, one.figure.role) in second
            for activity_id in (one.activity.activity_id, *context.wholes_of(one.activity.activity_id))
        )
    ]


def _latest(told: list[_Told], context: PeriodTables) -> list[_Told]:
    """Of one series of cumulative figures or stocks only the latest; a year-to-date figure begins anew each year. The
    parts of an earlier telling go with it."""
    latest: dict[tuple[str, ...], str] = {}
    for one in told:
        series = _series(one)
        latest[series] = max(latest.get(series, ""), day_told(one.activity))
    earlier = {
        (one.activity.activity_id, one.figure.role)
        for one in told
        if one.activity.time_basis in _TOLD_AGAIN and day_told(one.activity) < latest[_series(one)]
    }
    return [
        one
        for one in told
        if not any(
            (activity_id, one.figure.role) in earlier
            for activity_id in (one.activity.activity_id, *context.wholes_of(one.activity.activity_id))
        )
    ]


def _series(told: _Told) -> tuple[str, ...]:
    """What makes two figures the same thing told at two times."""
    return (told.figure.role, told.figure.flow, *series_of(told.activity))


def _refuse_mixture(definition: IndicatorDefinition, told: list[_Told]) -> None:
    kinds = {str(one.figure.kind) for one in told}
    flows = {str(one.figure.flow) for one in told if one.figure.kind == FigureKind.MONEY}
    roles = {str(one.figure.role) for one in told if one.figure.kind == FigureKind.MONEY}
    mixed_flows = len(flows) > 1 and not flows <= set(SUPPORT_FLOWS)
    mixed_roles = len(roles) > 1 and MONEY in roles
    if len(kinds) <= 1 and not mixed_flows and not mixed_roles:
        return
    found = ", ".join(sorted(roles if mixed_roles else flows if mixed_flows else kinds))
    support = ", ".join(SUPPORT_FLOWS)
    raise InputError(
        [
            InputProblem(
                f"một loại số liệu và một dòng tiền (riêng {support} được cộng với nhau)",
                f"figures of one kind and one flow (only {support} may be added together)",
                found,
                found,
                "Thu hẹp điều kiện “where” của chỉ tiêu.",
                "Narrow the condition “where” of the indicator.",
                file="reference/indicators.yml",
                column=f"indicators[{definition.id}].where",
            )
        ]
    )
