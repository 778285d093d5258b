"""Chạy tất cả các phép kiểm tra: all checks on the tables of a period, the gravest findings first."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from poverty_evaluation.ingest.checks.figures import activity_figures
from poverty_evaluation.ingest.checks.malformed import check_malformed
from poverty_evaluation.ingest.checks.parts import check_parts
from poverty_evaluation.ingest.checks.reviews import check_reviews, review_figures
from poverty_evaluation.ingest.checks.told_twice import check_events, check_words
from poverty_evaluation.ingest.checks.unit_costs import check_unit_costs
from poverty_evaluation.vocabulary.findings import Finding, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def check_tables(
    tables: Mapping[str, pd.DataFrame],
    previous_reviews: pd.DataFrame,
    place_code: str,
    period: str,
    organisation_names: Mapping[str, tuple[str, str]],
) -> tuple[Finding, ...]:
    """Every finding on the received tables, errors first, then by place in the files."""
    activities, reviews = tables["activities"], tables["household_review"]
    figures = activity_figures(activities, tables["activity_figures"], place_code, period)
    told = [figure for row in figures.values() for figure in row]
    findings = [
        *check_malformed([*told, *review_figures(reviews)]),
        *check_parts(activities, figures),
        *check_unit_costs(activities, figures),
        *check_words(figures),
        *check_events(activities, figures, organisation_names),
        *check_reviews(reviews, previous_reviews),
    ]
    return in_order(findings)


def in_order(findings: list[Finding] | tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors, warnings, notes; within each by file and row."""
    return tuple(
        sorted(findings, key=lambda item: (_ORDER[item.severity], item.file, item.row or 0, item.kind, item.id))
    )
