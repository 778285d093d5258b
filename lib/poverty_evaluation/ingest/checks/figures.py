"""Số liệu để đối chiếu: a received number with all that a relation and a finding need to know about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.positions import Pair
from poverty_evaluation.reference import Reference
from poverty_evaluation.relations import Stated
from poverty_evaluation.vocabulary.choices import FigureKind, Flow, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import SourceCell, source_from_json
from poverty_evaluation.vocabulary.tables import FieldType, TableSpec
from poverty_evaluation.vocabulary.values import value_id

_REPORTS_ITSELF = "people_committee"
_THE_OFFICE = ("đơn vị", "the office")


@dataclass(frozen=True, slots=True)
class Figure:
    """One received number.

    value_id: its id as an indicator value; key: what tells it from the same value under another vintage; literal:
    what the cell says as it stands, where a correction reads it otherwise; unit as printed, unit_name(_en) as known;
    asked_vi, asked_en: who is asked to confirm it.
    """

    value_id: str
    key: str
    value: Fraction | None
    half_step: Fraction
    qualifier: Qualifier
    status: ValueStatus
    as_printed: str
    unit: str
    unit_name: str
    unit_code: str
    source: SourceCell
    label_vi: str
    label_en: str
    literal: Fraction | None = None
    unit_name_en: str = ""
    candidates: str = ""
    activity_id: str = ""
    role: str = ""
    kind: FigureKind | None = None
    flow: Flow = Flow.NONE
    asked_vi: str = _THE_OFFICE[0]
    asked_en: str = _THE_OFFICE[1]

    @property
    def quote(self) -> str:
        """The figure as printed, with its unit where the unit stood in a cell of its own."""
        if not self.as_printed or self.unit in ("", "%") or self.as_printed.endswith(self.unit):
            return self.as_printed
        return f"{self.as_printed} {self.unit}"

    def stated(self) -> Stated | None:
        """As read (corrections applied); None where there is no value."""
        if self.value is None:
            return None
        return Stated(self.key, self.value, self.half_step, self.qualifier, self.quote)

    def stated_literally(self) -> Stated | None:
        """As it stands in the cell, a correction of its unit left out."""
        if self.literal is None:
            return self.stated() if self.status is not ValueStatus.UNREADABLE else None
        scale = self.literal / self.value if self.value else Fraction(1)
        return Stated(self.key, self.literal, self.half_step * abs(scale), self.qualifier, self.quote)

    @property
    def is_exact(self) -> bool:
        return self.qualifier is Qualifier.EXACT

    @property
    def is_reread(self) -> bool:
        return self.literal is not None and self.value is not None and self.literal != self.value


def activity_figures(
    activities: pd.DataFrame, figures: pd.DataFrame, reference: Reference, place_code: str, period: str
) -> dict[str, list[Figure]]:
    """The figures of each activity, in the order of the sheet."""
    units = reference.units
    asked = {row.activity_id: _asked(row, reference) for row in rows_of(activities)}
    labels = {row.activity_id: (row.label_vi, row.label_en or row.label_vi) for row in rows_of(activities)}
    grouped: dict[str, list[Figure]] = {activity_id: [] for activity_id in labels}
    for row in rows_of(figures):
        identity = value_id("activity_figure", place_code, period, {"figure": row.figure_id})
        label_vi, label_en = labels[row.activity_id]
        grouped[row.activity_id].append(
            Figure(
                value_id=identity,
                key=identity,
                value=fraction(row.value),
                literal=fraction(row.literal_value),
                half_step=fraction(row.half_step) or Fraction(0),
                qualifier=Qualifier(row.qualifier),
                status=ValueStatus(row.status),
                as_printed=row.as_printed,
                unit=row.unit_as_printed,
                unit_name=row.unit,
                unit_name_en=units[row.unit].label_en if row.unit in units else "",
                unit_code=row.unit_code,
                source=source_from_json(row.source),
                label_vi=label_vi,
                label_en=label_en,
                candidates=row.candidates,
                activity_id=row.activity_id,
                role=row.role,
                kind=FigureKind(row.kind),
                flow=Flow(row.flow),
                asked_vi=asked[row.activity_id][0],
                asked_en=asked[row.activity_id][1],
            )
        )
    return grouped


def _asked(activity: Any, reference: Reference) -> Pair:
    """Who told of an activity; the committee that reports is not asked by its own name."""
    told_by = reference.organisations.get(activity.reported_by or activity.organisation_code)
    if told_by is None or told_by.type == _REPORTS_ITSELF:
        return _THE_OFFICE
    return told_by.label_vi, f"the {told_by.label_en}"


@dataclass(frozen=True, slots=True)
class Review:
    """One row of a household review, and what its ids say beside place and date."""

    row: Any
    dimensions: Mapping[str, str]
    table: TableSpec = HOUSEHOLD_REVIEW

    @property
    def where_and_when(self) -> tuple[str, str]:
        return self.row.place_code, self.row.as_of

    def figure(self, column: str) -> Figure:
        """One number of the row; its id is the indicator's (a printed rate has that of the rate)."""
        field = self.table.field(column)
        percent = field.type is FieldType.PERCENT
        decimals = getattr(self.row, f"{column}_decimals")
        identity = value_id(column.removesuffix("_printed"), *self.where_and_when, self.dimensions)
        return Figure(
            value_id=identity,
            key=f"{identity}|{self.row.standard_id}|{self.row.vintage}",
            value=fraction(getattr(self.row, column)),
            half_step=Fraction(1, 2 * 10 ** (decimals + 2)) if percent else Fraction(0),
            qualifier=Qualifier(getattr(self.row, f"{column}_qualifier")),
            status=ValueStatus(getattr(self.row, f"{column}_status")),
            as_printed=getattr(self.row, f"{column}_as_printed"),
            unit="%" if percent else "hộ",
            unit_name="%" if percent else "hộ",
            unit_name_en="%" if percent else "households",
            unit_code="ratio" if percent else "household",
            source=source_from_json(getattr(self.row, f"{column}_source")),
            label_vi=field.label_vi,
            label_en=field.label_en,
        )


def reviews_of(frame: pd.DataFrame, leading_standard: str, table: TableSpec = HOUSEHOLD_REVIEW) -> list[Review]:
    """The rows of a table of reviews; the standard is told where a place has two on one date and it does not lead."""
    standards: dict[tuple[str, str], set[str]] = {}
    rows = rows_of(frame)
    for row in rows:
        standards.setdefault((row.place_code, row.as_of), set()).add(row.standard_id)
    return [
        Review(
            row,
            {"standard": row.standard_id}
            if len(standards[row.place_code, row.as_of]) > 1 and row.standard_id != leading_standard
            else {},
            table,
        )
        for row in rows
    ]


def fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None or pd.isna(value) else Fraction(value)


def make_finding(
    kind: FindingKind,
    figures: Iterable[Figure],
    message: Pair,
    stated: str,
    computed: str,
    *,
    severity: Severity | None = None,
    quote: str = "",
) -> Finding:
    """A finding on figures, placed at the first of them; quotes them as printed unless a quote is given."""
    named = tuple(figures)
    first = named[0]
    return Finding(
        id=finding_id(kind, {figure.key for figure in named}),
        severity=severity or SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=message[0],
        message_en=message[1],
        file=first.source.file,
        sheet=first.source.sheet,
        row=first.source.row,
        column=first.source.column,
        quote=quote or " … ".join(dict.fromkeys(figure.quote for figure in named if figure.quote)),
        stated=stated,
        computed=computed,
        indicator_ids=tuple(dict.fromkeys(figure.value_id for figure in named)),
    )


def weaker(finding: Finding) -> Finding:
    """The same finding one step less grave: what is likely, or holds only loosely."""
    steps = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.NOTE}
    return replace(finding, severity=steps[finding.severity])
