"""Chạy tất cả các phép kiểm tra: all checks on the tables of a period, the gravest findings first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from poverty_evaluation.ingest.checks.breakdowns import BrokenDown, breakdown_figures, check_breakdowns
from poverty_evaluation.ingest.checks.cumulative import check_cumulative
from poverty_evaluation.ingest.checks.figures import activity_figures, reviews_of
from poverty_evaluation.ingest.checks.funds import check_funds, fund_figures, fund_rows
from poverty_evaluation.ingest.checks.household_changes import check_household_changes, household_changes
from poverty_evaluation.ingest.checks.malformed import check_malformed
from poverty_evaluation.ingest.checks.measures import check_measures
from poverty_evaluation.ingest.checks.members import check_members_sent, check_told_by_members
from poverty_evaluation.ingest.checks.parts import check_parts
from poverty_evaluation.ingest.checks.places_named import naming_places
from poverty_evaluation.ingest.checks.reviews import (
    check_opening_only,
    check_reviews,
    check_told_again,
    check_totals_told,
    printed_rates,
    review_figures,
)
from poverty_evaluation.ingest.checks.structures import check_structures
from poverty_evaluation.ingest.checks.targets import check_targets
from poverty_evaluation.ingest.checks.told_twice import check_events, check_words
from poverty_evaluation.ingest.checks.unit_costs import check_unit_costs
from poverty_evaluation.ingest.checks.wards import check_wards
from poverty_evaluation.ingest.positions import Pair
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.findings import Finding, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class CheckedPeriod:
    """What the checks work on: the tables of one period, `previous_household_review` among them."""

    tables: Mapping[str, pd.DataFrame]
    reference: Reference
    place_code: str
    period: str
    leading_standard: str
    programme_id: str = ""

    @property
    def members(self) -> pd.DataFrame:
        """The places that report.yml says make up the reporting one, and whether each sent the period."""
        return self.tables.get("members", pd.DataFrame(columns=["place_code", "slug", "is_sent"]))

    @property
    def reviews_of_members(self) -> pd.DataFrame:
        """The reviews that they sent for the period."""
        return self.tables.get("member_household_review", self.tables["household_review"].iloc[:0])


def check_tables(checked: CheckedPeriod) -> tuple[Finding, ...]:
    """Every finding on the received tables, errors first, then by place in the files."""
    activities = checked.tables["activities"]
    figures = activity_figures(
        activities, checked.tables["activity_figures"], checked.reference, checked.place_code, checked.period
    )
    form = checked.reference.household_review
    rates = printed_rates(checked.reference.indicators, form)
    reviews = reviews_of(checked.tables["household_review"], checked.leading_standard, form)
    previous = reviews_of(checked.tables["previous_household_review"], checked.leading_standard, form)
    places, members = checked.reference.places, checked.members
    of_members = reviews_of(checked.reviews_of_members, checked.leading_standard, form)
    funds = fund_rows(checked.tables["fund_disbursement"], checked.place_code, _components(checked))
    forms = BrokenDown.rows_of(checked.tables["breakdowns"], checked.reference, checked.leading_standard)
    changes = household_changes(checked.tables["household_changes"])
    findings = [
        *check_parts(activities, figures),
        *check_structures(figures),
        *check_unit_costs(activities, figures),
        *check_words(figures),
        *check_cumulative(activities, figures),
        *check_measures(activities, figures, checked.reference.measures),
        *check_targets(checked.tables["targets"], checked.place_code, checked.period),
        *check_events(activities, figures, checked.reference.organisations),
        *check_reviews(reviews, previous, checked.reference.places, rates),
        *check_told_again(reviews, previous),
        *check_totals_told(reviews, previous),
        *([] if of_members else check_opening_only(reviews, previous, checked.place_code, places)),
        *check_wards([*of_members, *reviews], places, checked.place_code, list(members["place_code"])),
        *check_members_sent(members, places, checked.place_code, checked.period),
        *check_told_by_members(reviews, of_members, places),
        *check_household_changes(changes, [*previous, *reviews], checked.period),
        *check_funds(funds),
        *check_breakdowns(forms, reviews, checked.reference.places),
    ]
    told = [figure for row in figures.values() for figure in row]
    of_changes = [figure for change in changes for figure in change.figures]
    of_reviews = [*review_figures(reviews), *of_changes, *breakdown_figures(forms)]
    received = [*told, *of_reviews, *fund_figures(funds)]
    found = [*findings, *check_malformed(received, findings)]
    return in_order(naming_places(found, checked.reference.places, checked.place_code))


def _components(checked: CheckedPeriod) -> dict[str, Pair]:
    """What the components and sub-projects of the report's programme are called in a finding."""
    if not checked.programme_id:
        return {}
    names: dict[str, Pair] = {}
    for component in checked.reference.programme(checked.programme_id).components:
        own = component.short_vi or component.label_vi, component.short_en or component.label_en
        names[component.code] = own
        for part in component.sub_projects:
            names[part.code] = f"{part.label_vi} ({own[0]})", f"{part.label_en} ({own[1]})"
    return names


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, notes; within each by file and row. A finding that two rows raise alike is told once."""
    once = {finding.id: finding for finding in reversed(list(findings))}
    return tuple(
        sorted(once.values(), key=lambda item: (_ORDER[item.severity], item.file, item.row or 0, item.kind, item.id))
    )
