"""Tổng không tính trùng: totals of activity figures by organisation, group, component or beneficiary.

A part is never added to its whole, an event told by several is counted once and under one of them, flows and
kinds are never mixed (the definition's `where` picks one). Where a dimension tells a whole from its parts (a whole
for several groups, parts for each), the parts stand for the whole: all of it when they are complete, otherwise
their share, the rest staying with the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.inputs import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Parts, Qualifier, ValueStatus, weakest
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True, slots=True)
class _Share:
    """What a figure contributes to one code of the dimension; sign -1 takes parts out of their whole."""

    code: str
    value: IndicatorValue
    sign: int = 1


def sums(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """One total per code of the dimension (per ancestor too, for groups of measures)."""
    dimension = definition.by[0] if definition.by else ""
    activities = {row.activity_id: row for row in context.tables["activities"].itertuples(index=False)}
    selected = _selected(definition, context, activities, known)
    codes = _codes_of(dimension, context)
    shares = [share for root in _roots(selected, activities) for share in _shares(root, selected, activities, codes)]
    by_code: dict[str, list[_Share]] = {}
    for share in shares:
        by_code.setdefault(share.code, []).append(share)
    for code in sorted(by_code):
        yield _total(definition, context, dimension, code, by_code[code])


def _selected(
    definition: IndicatorDefinition,
    context: PeriodTables,
    activities: Mapping[str, Any],
    known: Mapping[str, IndicatorValue],
) -> dict[str, IndicatorValue]:
    """The figure of each activity that the definition picks, by activity; events only where they are counted."""
    picked = {}
    for row in context.tables["activity_figures"].itertuples(index=False):
        activity = activities[row.activity_id]
        told = {"role": row.role, "kind": row.kind, "flow": row.flow, "realisation": activity.realisation,
                "activity_flow": activity.flow,
                "measure": activity.measure_code, "organisation": activity.organisation_code,
                "beneficiary_group": activity.beneficiary_group}  # fmt: skip
        if any(told[name] not in allowed for name, allowed in definition.where.items()):
            continue
        if activity.event_id and activity.counted_under and activity.counted_under != activity.organisation_code:
            continue
        picked[row.activity_id] = known[
            value_id(definition.of[0], context.place_code, context.period, {"figure": row.figure_id})
        ]
    return picked


def _roots(selected: Mapping[str, IndicatorValue], activities: Mapping[str, Any]) -> list[str]:
    """Selected activities none of whose wholes is selected too."""

    def has_selected_whole(activity_id: str) -> bool:
        whole = activities[activity_id].part_of
        while whole:
            if whole in selected:
                return True
            whole = activities[whole].part_of
        return False

    return [activity_id for activity_id in selected if not has_selected_whole(activity_id)]


def _shares(
    activity_id: str,
    selected: Mapping[str, IndicatorValue],
    activities: Mapping[str, Any],
    codes: Callable[[Any], list[str]],
) -> list[_Share]:
    activity = activities[activity_id]
    own = codes(activity)
    parts = [other for other in selected if activities[other].part_of == activity_id]
    if not parts or all(codes(activities[part]) == own for part in parts):
        return [_Share(code, selected[activity_id]) for code in own]
    inner = [share for part in parts for share in _shares(part, selected, activities, codes)]
    known = all(selected[part].value is not None for part in parts)
    if activity.parts == Parts.COMPLETE and known:
        return inner
    whole = [_Share(code, selected[activity_id]) for code in own]
    taken = [_Share(code, selected[part], -1) for code in own for part in parts]
    return [*whole, *taken, *inner]


def _codes_of(dimension: str, context: PeriodTables) -> Callable[[Any], list[str]]:
    """The codes an activity belongs to in a dimension; none leaves it out."""
    measures = context.reference.measures

    def groups(activity: Any) -> list[str]:
        group = measures[activity.measure_code].group_code
        return [group, *context.reference.measure_groups.ancestors(group)]

    def component(activity: Any) -> list[str]:
        code = measures[activity.measure_code].component_code
        return [code] if code else []

    readers: dict[str, Callable[[Any], list[str]]] = {
        "": lambda activity: [""],
        "organisation": lambda activity: [activity.organisation_code],
        "measure_group": groups,
        "component": component,
        "measure": lambda activity: [activity.measure_code],
        "beneficiary_group": lambda activity: [activity.beneficiary_group] if activity.beneficiary_group else [],
    }
    return readers[dimension]


def _total(
    definition: IndicatorDefinition, context: PeriodTables, dimension: str, code: str, shares: list[_Share]
) -> IndicatorValue:
    operands = tuple(dict.fromkeys(share.value for share in shares))
    value = sum((share.sign * share.value.value for share in shares if share.value.value is not None), Fraction(0))
    conditions = ", ".join(f"{name}={'|'.join(allowed)}" for name, allowed in definition.where.items())
    where = f"{conditions}, {dimension}={code}" if dimension else conditions
    name = context.reference.names(code, context.programme_id) if code else ("", "")
    total = computed(
        definition, context, value, operands, f"Σ {definition.of[0]} ({where})",
        dimensions={dimension: code} if dimension else None,
        label=(f"{definition.label['vi']}: {name[0]}", f"{definition.label['en']}: {name[1]}") if code else ("", ""),
    )  # fmt: skip
    absent = [operand for operand in operands if operand.value is None]
    if not absent:
        return total
    if len(absent) == len(operands):
        return replace(total, value=None, status=absent[0].status)
    qualifier = weakest([total.qualifier, Qualifier.LOWER_BOUND])
    return replace(total, qualifier=qualifier)


def unit_costs(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """The money of an activity divided by the figure its `per_role` names; one value per activity that has both."""
    figures = context.tables["activity_figures"]
    roles = {(row.activity_id, row.role): row for row in figures.itertuples(index=False)}
    for activity in context.tables["activities"].itertuples(index=False):
        money, base = roles.get((activity.activity_id, "money")), roles.get((activity.activity_id, activity.per_role))
        if not activity.per_role or money is None or base is None:
            continue
        amount, count = (
            known[value_id(definition.of[0], context.place_code, context.period, {"figure": row.figure_id})]
            for row in (money, base)
        )
        value, status = None, None
        if amount.value is not None and count.value is not None:
            value = amount.value / count.value if count.value else None
            status = ValueStatus.UNDEFINED if value is None else None
        unit = context.reference.units[base.unit]
        yield computed(
            definition, context, value, (amount, count), f"{money.figure_id} / {base.figure_id}",
            dimensions={"activity": activity.activity_id}, status=status,
            unit_name=(f"đồng/{unit.label_vi}", f"VND per {unit.label_en}"),
            label=(f"{definition.label['vi']}: {activity.label_vi}", f"{definition.label['en']}: {activity.label_en or activity.label_vi}"),
        )  # fmt: skip
