"""Bộ tính chỉ tiêu: one evaluator for all definitions; the algebra is closed, a new indicator is data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from poverty_evaluation.indicators.breakdowns import BREAKDOWNS, breakdown_shares, breakdown_sums
from poverty_evaluation.indicators.changes import annualised, decomposition, difference, relative_change
from poverty_evaluation.indicators.comparability import comparability_findings
from poverty_evaluation.indicators.completion import completions
from poverty_evaluation.indicators.definitions import ACTIVITY_FIGURES, check_definitions, in_order, rests_on
from poverty_evaluation.indicators.funds import FUNDS, fund_changes, fund_ratios, fund_sums
from poverty_evaluation.indicators.incomplete import incomplete_findings
from poverty_evaluation.indicators.inputs import input_values
from poverty_evaluation.indicators.managed import managed
from poverty_evaluation.indicators.members import MemberSums
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.plans import plan_ratios
from poverty_evaluation.indicators.published import reconcile
from poverty_evaluation.indicators.rates import bounds, ratio, share
from poverty_evaluation.indicators.remainders import remainder
from poverty_evaluation.indicators.same_period import same_period_changes, same_period_findings, same_period_ratios
from poverty_evaluation.indicators.steps import steps
from poverty_evaluation.indicators.sums import sums
from poverty_evaluation.indicators.unit_costs import unit_costs
from poverty_evaluation.reference import IndicatorDefinition, IndicatorKind
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.values import IndicatorValue

Computation = Callable[[IndicatorDefinition, PeriodTables, Mapping[str, IndicatorValue]], Iterator[IndicatorValue]]

KINDS: Mapping[IndicatorKind, Computation] = {
    IndicatorKind.INPUT: input_values,
    IndicatorKind.RATIO: ratio,
    IndicatorKind.REMAINDER: remainder,
    IndicatorKind.SUM: sums,
    IndicatorKind.DIFFERENCE: difference,
    IndicatorKind.RELATIVE_CHANGE: relative_change,
    IndicatorKind.ANNUALISED: annualised,
    IndicatorKind.DECOMPOSITION: decomposition,
    IndicatorKind.BOUNDS: bounds,
    IndicatorKind.SHARE: share,
    IndicatorKind.PER_UNIT: unit_costs,
    IndicatorKind.STEP: steps,
    IndicatorKind.PLAN_RATIO: plan_ratios,
    IndicatorKind.MANAGED: managed,
    IndicatorKind.COMPLETION: completions,
}
#: The same kinds on the money of a programme, which has several cut-offs and rows that no activity stands for.
_FUND_KINDS: Mapping[IndicatorKind, Computation] = {
    IndicatorKind.SUM: fund_sums,
    IndicatorKind.RATIO: fund_ratios,
    IndicatorKind.DIFFERENCE: fund_changes,
}
#: The same kinds on the figures of activities, this year and a year before.
_FIGURE_KINDS: Mapping[IndicatorKind, Computation] = {
    IndicatorKind.DIFFERENCE: same_period_changes,
    IndicatorKind.RATIO: same_period_ratios,
}
#: What some kinds do on the rows of a table that no review stands for.
_KINDS_ON: Mapping[str, Mapping[IndicatorKind, Computation]] = {
    FUNDS: _FUND_KINDS,
    BREAKDOWNS: {IndicatorKind.SHARE: breakdown_shares, IndicatorKind.SUM: breakdown_sums},
    ACTIVITY_FIGURES: _FIGURE_KINDS,
}


@dataclass(frozen=True)
class Evaluated:
    """All values in the order of their definitions, and what the computation found."""

    values: tuple[IndicatorValue, ...]
    findings: tuple[Finding, ...]


def evaluate(context: PeriodTables) -> Evaluated:
    """Every indicator of the reference data on the tables of one period.

    Missing, qualifier, comparability and provenance pass from operands to results here, once. Published figures
    are held against what was computed. InputError when a definition cannot be computed.
    """
    definitions = context.reference.indicators
    check_definitions(definitions, context.unit_codes, context.reference.household_review)
    known: dict[str, IndicatorValue] = {}
    values_of: dict[str, list[IndicatorValue]] = {}
    by_id = {definition.id: definition for definition in definitions}
    members = MemberSums(context)
    for definition in in_order(definitions):
        table = rests_on(definition, by_id)
        kinds = {**KINDS, **_KINDS_ON.get(table, {})}
        own = list(kinds[definition.kind](definition, context, known))
        values_of[definition.id] = members.added(definition, own) if table == ACTIVITY_FIGURES else own
        for value in values_of[definition.id]:
            if value.id in known:
                raise AssertionError(f"two values with the id {value.id}")
            known[value.id] = value
    known |= {value.id: value for value in members.figures()}
    computed = (value for definition in definitions for value in values_of[definition.id])
    values = (*computed, *members.figures())
    findings = (
        *reconcile(context, known),
        *comparability_findings(context, known),
        *incomplete_findings(context, known),
        *same_period_findings(context, known),
    )
    return Evaluated(values, findings)
