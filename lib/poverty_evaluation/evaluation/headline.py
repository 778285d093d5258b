"""Số liệu chính của một kỳ: the few figures that travel with an executed notebook and are compared across periods."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.findings import Severity

#: Indicators of the reviews and their changes, as their definitions name them.
_HEADLINES = (
    "total_households", "poor_households", "near_poor_households", "poverty_ratio", "near_poverty_ratio",
    "poor_households_change", "poverty_ratio_change_pp", "support_money",
)  # fmt: skip


def _headlines(context: EvaluationContext) -> list[str]:
    """Those above, then what the definitions mark as headlines."""
    marked = [definition.id for definition in context.reference.indicators if definition.headline]
    return list(dict.fromkeys([*_HEADLINES, *marked]))


def headline_figures(context: EvaluationContext) -> dict[str, Fraction | str | int | None]:
    """The headline values by id, the leading standard and the number of findings by severity.

    Values are exact: counts and đồng whole, rates and points fractions of 1.
    """
    figures: dict[str, Fraction | str | int | None] = {
        value.id: value.value for indicator_id in _headlines(context) for value in context.of_indicator(indicator_id)
    }
    for severity in Severity:
        figures[f"findings_{severity}"] = sum(finding.severity is severity for finding in context.findings)
    figures["leading_standard"] = context.report.leading_standard
    return figures
