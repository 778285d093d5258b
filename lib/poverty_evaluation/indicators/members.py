"""Tổng hợp hoạt động của các đơn vị trực thuộc: the sums of activities of a place and of its members, each computed on
the tables of its own and added to the superior's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import pandas as pd

from poverty_evaluation.indicators.inputs import input_values
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.indicators.sums import sums
from poverty_evaluation.reference import IndicatorDefinition, IndicatorKind
from poverty_evaluation.vocabulary.choices import Qualifier, weakest
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Sums that mean the same for every place; organisations are those of one place.
_SHARED = ((), ("measure_group",), ("measure",), ("component",), ("beneficiary_group",))
_ACTIVITIES = ("activities", "activity_figures")


@dataclass
class _Member:
    context: PeriodTables
    known: dict[str, IndicatorValue] = field(default_factory=dict)


class MemberSums:
    """What the members add to the sums of their superior. Definitions are to be given in the order of computation."""

    def __init__(self, context: PeriodTables):
        self._context = context
        told = context.tables.get("members")
        rows = [] if told is None else rows_of(told)
        self._members = [_Member(_of_member(context, row.place_code)) for row in rows if row.is_sent]
        self._is_complete = all(row.is_sent for row in rows)
        self._used: dict[str, IndicatorValue] = {}

    def added(self, definition: IndicatorDefinition, own: Sequence[IndicatorValue]) -> list[IndicatorValue]:
        """The values of a definition with those of the members in them, and the members' own beside."""
        if definition.kind is IndicatorKind.INPUT and definition.table == "activity_figures":
            for member in self._members:
                member.known |= _by_id(input_values(definition, member.context, {}))
        if definition.kind is not IndicatorKind.SUM or definition.by not in _SHARED:
            return list(own)
        of_members = [value for member in self._members for value in self._sums(definition, member)]
        if not of_members and self._is_complete:
            return list(own)
        return [*self._totals(definition, own, of_members), *of_members]

    def figures(self) -> Iterator[IndicatorValue]:
        """The members' figures that their sums rest on."""
        yield from self._used.values()

    def _sums(self, definition: IndicatorDefinition, member: _Member) -> Iterator[IndicatorValue]:
        for value in sums(definition, member.context, member.known):
            self._used |= {operand: member.known[operand] for operand in value.operands}
            yield value

    def _totals(
        self, definition: IndicatorDefinition, own: Sequence[IndicatorValue], of_members: Sequence[IndicatorValue]
    ) -> Iterator[IndicatorValue]:
        by_code: dict[tuple[tuple[str, str], ...], list[IndicatorValue]] = {}
        for value in (*own, *of_members):
            by_code.setdefault(tuple(value.dimensions.items()), []).append(value)
        for code in sorted(by_code):
            yield self._total(definition, by_code[code])

    def _total(self, definition: IndicatorDefinition, values: Sequence[IndicatorValue]) -> IndicatorValue:
        """The superior's own figures and each member's sum. Absent ones leave it at "at least"."""
        own = [value for value in values if value.place_code == self._context.place_code]
        of_members = [value for value in values if value not in own]
        amounts = [value.value for value in values if value.value is not None]
        terms = [value.formula for value in own]
        terms += [f"{definition.id}[{value.place_code}]" for value in of_members]
        total = computed(
            definition,
            self._context,
            sum(amounts, Fraction(0)) if amounts else None,
            values,
            " + ".join(terms),
            dimensions=values[0].dimensions,
            label=(values[0].label_vi, values[0].label_en),
        )
        operands = (*(operand for value in own for operand in value.operands), *(value.id for value in of_members))
        if total.value is not None and (len(amounts) < len(values) or not self._is_complete):
            total = replace(total, qualifier=weakest([total.qualifier, Qualifier.LOWER_BOUND]))
        return replace(total, operands=operands)


def _of_member(context: PeriodTables, place_code: str) -> PeriodTables:
    """The tables of a member's activities as those of a period of its own; its reviews are computed with the rest."""
    tables: dict[str, pd.DataFrame] = {}
    for name in _ACTIVITIES:
        rows = context.tables[f"member_{name}"]
        tables[name] = rows[rows["member"] == place_code].drop(columns="member")
    empty: Mapping[str, pd.DataFrame] = {
        name: frame.iloc[:0] for name, frame in context.tables.items() if name not in (*_ACTIVITIES, "members")
    }
    return replace(context, tables={**empty, **tables}, place_code=place_code)


def _by_id(values: Iterable[IndicatorValue]) -> dict[str, IndicatorValue]:
    return {value.id: value for value in values}
