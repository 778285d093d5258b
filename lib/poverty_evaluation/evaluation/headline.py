"""Số liệu chính của một kỳ: the few figures that travel with an executed notebook and are compared across periods."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.choices import Audience, Vintage
from poverty_evaluation.vocabulary.findings import Severity
from poverty_evaluation.vocabulary.headlines import HeadlineFigure, figure_to_plain
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Indicators of the reviews and their changes, as their definitions name them.
_HEADLINES = (
    "total_households", "poor_households", "near_poor_households", "poverty_ratio", "near_poverty_ratio",
    "poor_households_change", "poverty_ratio_change_pp", "support_money",
)  # fmt: skip
#: Those that tell of one day and can be followed over time.
LEVELS = ("total_households", "poor_households", "poverty_ratio", "near_poor_households", "near_poverty_ratio")


def _headlines(context: EvaluationContext) -> list[str]:
    """Those above, then what the definitions mark as headlines."""
    marked = [definition.id for definition in context.reference.indicators if definition.headline]
    return list(dict.fromkeys([*_HEADLINES, *marked]))


def headline_figures(context: EvaluationContext) -> dict[str, Fraction | str | int | None]:
    """The headline values by id, the leading standard and the number of findings by severity.

    Values are exact: counts and đồng whole, rates and points fractions of 1. What is made for the public tells no
    number of findings: its report names none.
    """
    figures: dict[str, Fraction | str | int | None] = {
        value.id: value.value for indicator_id in _headlines(context) for value in context.of_indicator(indicator_id)
    }
    if context.report.audience is not Audience.PUBLIC:
        for severity in Severity:
            figures[f"findings_{severity}"] = sum(finding.severity is severity for finding in context.findings)
    figures["leading_standard"] = context.report.leading_standard
    return figures


def headline_report(context: EvaluationContext) -> dict[str, Any]:
    """What the report is, and its figures of the reviews, each with the standard and the vintage it was made under."""
    report = context.report
    return {
        "report": {
            "kind": report.kind,
            "audience": str(report.audience),
            "vintage": str(report.vintage),
            "as_of": report.as_of.isoformat(),
            "is_invented": report.invented,
        },
        "told": [figure_to_plain(figure) for figure in _levels(context)],
    }


def _levels(context: EvaluationContext) -> Iterator[HeadlineFigure]:
    for indicator_id in LEVELS:
        for value in context.of_place(indicator_id):
            review = _review_of(value, context)
            if value.as_of and review is not None:
                yield _figure(value, *review)


def _figure(value: IndicatorValue, standard_id: str, vintage: Vintage) -> HeadlineFigure:
    return HeadlineFigure(
        id=value.id,
        indicator_id=value.indicator_id,
        label_vi=value.label_vi,
        label_en=value.label_en,
        place_code=value.place_code,
        as_of=value.as_of,
        standard_id=standard_id,
        vintage=vintage,
        value=value.value,
        unit=value.unit,
        decimals=value.decimals,
        qualifier=value.qualifier,
        status=value.status,
        as_printed=value.as_printed,
        is_restated="boundary" in value.dimensions,
    )


def _review_of(value: IndicatorValue, context: EvaluationContext) -> tuple[str, Vintage] | None:
    """Standard and vintage of the review a value belongs to; None for what is no part of one, as a sum of urban wards.

    Where two standards are in use on one day, values without a mark are those of the leading one; so it is with the
    vintages: all but the one that leads are named in the ids.
    """
    dimensions = value.dimensions
    if set(dimensions) - {"standard", "vintage", "boundary"}:
        return None
    reviews = [row for row in rows_of(context.reviews_of_phase) if row.as_of == value.as_of]
    standards = list(dict.fromkeys(str(row.standard_id) for row in reviews))
    if not standards:
        return None
    leading = context.report.leading_standard
    standard_id = dimensions.get("standard") or (leading if leading in standards else standards[0])
    if "vintage" in dimensions:
        return standard_id, Vintage(dimensions["vintage"])
    vintages = {Vintage(row.vintage) for row in reviews if row.standard_id == standard_id}
    left = vintages - _named_vintages(value, context)
    return standard_id, max(left or vintages or {context.report.vintage}, key=list(Vintage).index)


def _named_vintages(value: IndicatorValue, context: EvaluationContext) -> set[Vintage]:
    """The vintages of the same figure that another one replaces."""
    standard = value.dimensions.get("standard")
    return {
        Vintage(other.dimensions["vintage"])
        for other in context.of_place(value.indicator_id)
        if other.as_of == value.as_of and "vintage" in other.dimensions and other.dimensions.get("standard") == standard
    }
