"""Tổng không tính trùng: totals of activity figures by organisation, group, component or beneficiary.

A part is never added to its whole. Parts that make up all of their whole stand for it; parts that are only some of it
are taken out of it and told under their own code, the rest staying with the whole. So the totals of the codes of a
dimension add up to the total without one. Only the totals of lenders take the wholes as told, and leave the parts that
go through others aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.cells import exact
from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.indicators.selection import APART, apart_by, conditions_of, selected_figures
from poverty_evaluation.reference import SUBJECT_NAMES, IndicatorDefinition, MeasureSubject
from poverty_evaluation.relations import SameFact, State, Stated
from poverty_evaluation.vocabulary.choices import Parts, Qualifier, weakest
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import IndicatorValue

#: The codes of an activity in a dimension.
Codes = Callable[[Any, PeriodTables], list[str]]


@dataclass(frozen=True, slots=True)
class _Term:
    """A figure in the total of a code: +1 counted, -1 taken out of the whole it is a part of."""

    code: str
    value: IndicatorValue
    times: int


def sums(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """One total per code of the dimension (per ancestor too, for groups of measures), roles and units apart where the
    definition names them."""
    (indicator,) = definition.of
    dimension = next((name for name in definition.by if name in DIMENSIONS), "")
    by_role: dict[tuple[str, tuple[str, ...]], dict[str, IndicatorValue]] = {}
    for row in selected_figures(definition, context):
        value = _as_told(known[figure_value_id(indicator, row.figure_id, context)], row, context)
        by_role.setdefault((row.role, apart_by(definition, row, context)), {})[row.activity_id] = value
    by_code: dict[tuple[str, ...], list[_Term]] = {}
    for (role, apart), values in by_role.items():
        forest = _Forest.of(values, _tellers(definition, context, role, apart), context)
        terms = forest.whole_terms if dimension in OF_WHOLES else forest.terms
        for term in terms(DIMENSIONS[dimension]):
            by_code.setdefault((term.code, *apart), []).append(term)
    for code, *apart_codes in sorted(by_code):
        counted = _net(by_code[code, *apart_codes])
        if counted:
            names = [name for name in definition.by if name in APART]
            codes = {dimension: code} if dimension else {}
            yield _total(definition, context, {**codes, **dict(zip(names, apart_codes, strict=True))}, counted)


def _tellers(
    definition: IndicatorDefinition, context: PeriodTables, role: str, apart: tuple[str, ...]
) -> frozenset[str]:  # fmt: skip
    """The activities that tell a role, in the unit that is summed apart, whether the sum counts them or not."""
    return frozenset(
        row.activity_id
        for row in context.figures
        if row.role == role and apart_by(definition, row, context) == apart
    )  # fmt: skip


def _as_told(value: IndicatorValue, row: Any, context: PeriodTables) -> IndicatorValue:
    """A figure of an event that another teller puts higher is at least that much, one put lower at most; the cells of
    the other telling are then among its sources."""
    others = [other for other in context.told_also(row) if _contradict(row, other)]
    if not others or value.value is None:
        return value
    hedges = [Qualifier.LOWER_BOUND if other.value > row.value else Qualifier.UPPER_BOUND for other in others]
    return replace(
        value,
        qualifier=weakest([value.qualifier, *hedges]),
        sources=(*value.sources, *(source_from_json(other.source) for other in others)),
    )


def _contradict(one: Any, other: Any) -> bool:
    told = [
        Stated(row.figure_id, value, exact(row.half_step) or Fraction(0), Qualifier(row.qualifier))
        for row in (one, other)
        if (value := exact(row.value)) is not None
    ]
    return len(told) == 2 and SameFact(*told).check().state is State.CONTRADICTION


@dataclass(frozen=True, slots=True)
class _Forest:
    """The selected figures of one role, by activity: wholes, and the selected parts of each."""

    context: PeriodTables
    tellers: frozenset[str]
    values: Mapping[str, IndicatorValue]
    roots: Sequence[str]
    parts: Mapping[str, Sequence[str]]

    @classmethod
    def of(
        cls, values: Mapping[str, IndicatorValue], tellers: frozenset[str], context: PeriodTables
    ) -> _Forest:  # fmt: skip
        roots: list[str] = []
        parts: dict[str, list[str]] = {activity_id: [] for activity_id in values}
        for activity_id in values:
            whole = next((above for above in context.wholes_of(activity_id) if above in values), None)
            (roots if whole is None else parts[whole]).append(activity_id)
        return cls(context, tellers, values, roots, parts)

    def terms(self, codes_of: Codes) -> Iterator[_Term]:
        """Every figure that enters a total, with the code it enters under."""
        for activity_id in self.roots:
            yield from self._terms_of(activity_id, codes_of)

    def whole_terms(self, codes_of: Codes) -> Iterator[_Term]:
        """The wholes alone, as told; what stands for one that was not told counts under its code."""
        for activity_id in self.roots:
            whole = self.values[activity_id]
            counted = [whole] if whole.value is not None else self._made_up_of([activity_id])
            for code in filter(None, codes_of(self.context.activities[activity_id], self.context)):
                yield from (_Term(code, value, 1) for value in counted)

    def _terms_of(self, activity_id: str, codes_of: Codes) -> Iterator[_Term]:
        value, parts = self.values[activity_id], self.parts[activity_id]
        if not self._is_made_up_of_parts(activity_id):
            taken_out = self._made_up_of(parts) if value.value is not None else []
            for code in filter(None, codes_of(self.context.activities[activity_id], self.context)):
                yield _Term(code, value, 1)
                yield from (_Term(code, part, -1) for part in taken_out)
        for part in parts:
            yield from self._terms_of(part, codes_of)

    def _made_up_of(self, activity_ids: Iterable[str]) -> list[IndicatorValue]:
        """The figures that stand for some activities: their own, or those of the parts they are made up of."""
        found: list[IndicatorValue] = []
        for activity_id in activity_ids:
            if self._is_made_up_of_parts(activity_id):
                found += self._made_up_of(self.parts[activity_id])
            else:
                found.append(self.values[activity_id])
        return found

    def _is_made_up_of_parts(self, activity_id: str) -> bool:
        """Whether the parts are said to be all of the whole, each tells this figure, and those that count are known.
        A part that does not count (planned, a loan, told elsewhere) takes its share of the whole with it."""
        parts, context = self.parts[activity_id], self.context
        if not parts or context.activities[activity_id].parts != Parts.COMPLETE:
            return False
        if not all(part in self.tellers for part in context.parts_of(activity_id)):
            return False
        return all(value.value is not None for value in self._made_up_of(parts))


def _net(terms: Iterable[_Term]) -> list[_Term]:
    """One term per figure; what is counted and taken out under the same code is neither."""
    times: dict[str, int] = {}
    first: dict[str, _Term] = {}
    for term in terms:
        first.setdefault(term.value.id, term)
        times[term.value.id] = times.get(term.value.id, 0) + term.times
    return [replace(term, times=times[figure]) for figure, term in first.items() if times[figure]]


def _total(
    definition: IndicatorDefinition, context: PeriodTables, dimensions: Mapping[str, str], terms: list[_Term]
) -> IndicatorValue:
    amounts = [term.times * term.value.value for term in terms if term.value.value is not None]
    conditions = [f"{name}={'|'.join(allowed)}" for name, allowed in conditions_of(definition).items()]
    conditions += [f"{name}={code}" for name, code in dimensions.items()]
    names = [_name(name, code, context) for name, code in dimensions.items()]
    total = computed(
        definition,
        context,
        sum(amounts, Fraction(0)) if amounts else None,
        [term.value for term in terms],
        f"Σ {definition.of[0]} ({', '.join(conditions)})",
        dimensions=dimensions,
        label=(
            ": ".join([definition.label["vi"], *(vi for vi, _ in names)]),
            ": ".join([definition.label["en"], *(en for _, en in names)]),
        ),
        falling=[term.value for term in terms if term.times < 0],
    )
    if not definition.unit:
        total = _in_unit_of(total, [term.value for term in terms])
    absent = {term.times for term in terms if term.value.value is None}
    if total.value is None or not absent:
        return total
    hedges = [Qualifier.UPPER_BOUND if times < 0 else Qualifier.LOWER_BOUND for times in absent]
    return replace(total, qualifier=weakest([total.qualifier, *hedges]))


def _in_unit_of(total: IndicatorValue, operands: Sequence[IndicatorValue]) -> IndicatorValue:
    """A sum that has no unit of its own takes the one its operands share."""
    first = operands[0]
    decimals = max(operand.decimals for operand in operands)
    return replace(total, unit=first.unit, unit_vi=first.unit_vi, unit_en=first.unit_en, decimals=decimals)


def _name(dimension: str, code: str, context: PeriodTables) -> tuple[str, str]:
    """What a code of a dimension is called, in Vietnamese and English."""
    if dimension == "place":
        place = context.reference.places.place(code)
        return place.full_name("vi"), place.full_name("en")
    if dimension == "subject":
        return SUBJECT_NAMES[MeasureSubject(code)]
    if dimension == "role":
        role = context.reference.figure_roles[code]
        return role.label_vi, role.label_en
    return context.unit_names(code) if dimension == "unit" else context.reference.names(code, context.programme_id)


def _groups(activity: Any, context: PeriodTables) -> list[str]:
    group = context.reference.measures[activity.measure_code].group_code
    return [group, *context.reference.measure_groups.ancestors(group)]


def _component(activity: Any, context: PeriodTables) -> list[str]:
    """The component of the report's own programme, and the sub-project under it where a measure belongs to one;
    another phase may use the same codes for other components."""
    measure = context.reference.measures[activity.measure_code]
    if not measure.programme_id or (context.programme_id and measure.programme_id != context.programme_id):
        return []
    return list(context.reference.programme(measure.programme_id).codes_above(measure.component_code))


def _entrusted_to(activity: Any, context: PeriodTables) -> list[str]:
    """Who lends a part of what another lends."""
    wholes = [context.activities[one] for one in context.wholes_of(activity.activity_id)]
    is_part = bool(wholes) and wholes[-1].flow == activity.flow
    if not is_part or wholes[-1].organisation_code == activity.organisation_code:
        return []
    return [activity.organisation_code]


#: What `by` of a sum may name, and the codes of an activity in it; an activity without one is left out.
DIMENSIONS: Mapping[str, Codes] = {
    "": lambda activity, context: ["all"],
    "organisation": lambda activity, context: [activity.counted_under or activity.organisation_code],
    "measure_group": _groups,
    "component": _component,
    "measure": lambda activity, context: [activity.measure_code],
    "beneficiary_group": lambda activity, context: [activity.beneficiary_group],
    "subject": lambda activity, context: [context.reference.measures[activity.measure_code].subject],
    "place": lambda activity, context: [activity.place_code or context.place_code],
    "entrusted_to": _entrusted_to,
    "lender": lambda activity, context: [activity.counted_under or activity.organisation_code],
}
#: Dimensions whose totals are those of the wholes as told: what a bank lends through others stays its own.
OF_WHOLES = ("lender",)
