"""Bộ tính chỉ tiêu: one evaluator for all definitions; the algebra is closed, a new indicator is data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from poverty_evaluation.indicators.changes import annualised, decomposition, difference, relative_change
from poverty_evaluation.indicators.comparability import comparability_findings
from poverty_evaluation.indicators.inputs import PeriodTables, input_values
from poverty_evaluation.indicators.published import reconcile
from poverty_evaluation.indicators.rates import bounds, ratio, share
from poverty_evaluation.indicators.sums import sums, unit_costs
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.values import IndicatorValue

Computation = Callable[[IndicatorDefinition, PeriodTables, Mapping[str, IndicatorValue]], Iterator[IndicatorValue]]

KINDS: Mapping[str, Computation] = {
    "input": lambda definition, context, known: input_values(definition, context),
    "ratio": ratio,
    "sum": sums,
    "difference": difference,
    "relative_change": relative_change,
    "annualised": annualised,
    "decomposition": decomposition,
    "bounds": bounds,
    "share": share,
    "per_unit": unit_costs,
}


@dataclass(frozen=True)
class Evaluated:
    """All values in the order of their definitions, and what the computation found."""

    values: tuple[IndicatorValue, ...]
    findings: tuple[Finding, ...]


def evaluate(context: PeriodTables) -> Evaluated:
    """Every indicator of the reference data on the tables of one period.

    Missing, qualifier, comparability and provenance pass from operands to results here, once. Published figures
    are held against what was computed.
    """
    known: dict[str, IndicatorValue] = {}
    for definition in context.reference.indicators:
        for value in list(KINDS[definition.kind](definition, context, known)):
            if value.id in known:
                raise AssertionError(f"two values with the id {value.id}")
            known[value.id] = value
    findings = (*reconcile(context, known), *comparability_findings(context, known))
    return Evaluated(tuple(known.values()), findings)
