"""Số liệu để đối chiếu: a received number with all that a relation and a finding need to know about it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.relations import Stated
from poverty_evaluation.vocabulary.choices import FigureKind, Flow, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.tables import FieldType, TableSpec
from poverty_evaluation.vocabulary.values import value_id


@dataclass(frozen=True, slots=True)
class Figure:
    """One received number. literal: what the cell says as it stands, where a correction reads it otherwise."""

    value_id: str
    value: Fraction | None
    literal: Fraction | None
    half_step: Fraction
    qualifier: Qualifier
    status: ValueStatus
    as_printed: str
    unit: str
    unit_code: str
    source: SourceCell
    label_vi: str
    label_en: str
    candidates: str = ""
    activity_id: str = ""
    role: str = ""
    kind: FigureKind | None = None
    flow: Flow = Flow.NONE

    @property
    def quote(self) -> str:
        """The figure as printed, with its unit."""
        return f"{self.as_printed} {self.unit}".strip() if self.unit not in ("%", "") else f"{self.as_printed}"

    def stated(self) -> Stated | None:
        """As read (corrections applied); None where there is no value."""
        if self.value is None:
            return None
        return Stated(self.value_id, self.value, self.half_step, self.qualifier, self.quote)

    def stated_literally(self) -> Stated | None:
        """As it stands in the cell, a correction of its unit left out."""
        if self.literal is None:
            return self.stated() if self.status is not ValueStatus.UNREADABLE else None
        scale = self.literal / self.value if self.value else Fraction(1)
        return Stated(self.value_id, self.literal, self.half_step * abs(scale), self.qualifier, self.quote)

    @property
    def is_reread(self) -> bool:
        return self.literal is not None and self.value is not None and self.literal != self.value


def activity_figures(
    activities: pd.DataFrame, figures: pd.DataFrame, place_code: str, period: str
) -> dict[str, list[Figure]]:
    """The figures of each activity, in the order of the sheet."""
    labels = {row.activity_id: (row.label_vi, row.label_en or row.label_vi) for row in activities.itertuples()}
    grouped: dict[str, list[Figure]] = {activity_id: [] for activity_id in labels}
    for row in figures.itertuples(index=False):
        label_vi, label_en = labels[row.activity_id]
        grouped[row.activity_id].append(
            Figure(
                value_id=value_id("activity_figure", place_code, period, {"figure": row.figure_id}),
                value=fraction(row.value),
                literal=fraction(row.literal_value),
                half_step=fraction(row.half_step) or Fraction(0),
                qualifier=Qualifier(row.qualifier),
                status=ValueStatus(row.status),
                as_printed=row.as_printed,
                unit=row.unit_as_printed,
                unit_code=row.unit_code,
                source=source_cell(row.source),
                label_vi=label_vi,
                label_en=label_en,
                candidates=row.candidates,
                activity_id=row.activity_id,
                role=row.role,
                kind=FigureKind(row.kind),
                flow=Flow(row.flow),
            )
        )
    return grouped


def review_figure(row: Any, spec: TableSpec, column: str) -> Figure:
    """One number of a household review row; its id is the indicator's (a printed rate that of the rate)."""
    field = spec.field(column)
    decimals = getattr(row, f"{column}_decimals")
    percent = field.type is FieldType.PERCENT
    value = fraction(getattr(row, column))
    return Figure(
        value_id=value_id(column.removesuffix("_printed"), row.place_code, row.as_of),
        value=value,
        literal=None,
        half_step=Fraction(1, 2 * 10 ** (decimals + 2)) if percent else Fraction(0),
        qualifier=Qualifier(getattr(row, f"{column}_qualifier")),
        status=ValueStatus(getattr(row, f"{column}_status")),
        as_printed=getattr(row, f"{column}_as_printed"),
        unit="%" if percent else "hộ",
        unit_code="ratio" if percent else "household",
        source=source_cell(getattr(row, f"{column}_source")),
        label_vi=field.label_vi,
        label_en=field.label_en,
    )


def source_cell(text: str) -> SourceCell:
    return SourceCell(**json.loads(text))


def fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None or pd.isna(value) else Fraction(value)


def make_finding(
    kind: FindingKind,
    figures: Iterable[Figure],
    message_vi: str,
    message_en: str,
    stated: str,
    computed: str,
    severity: Severity | None = None,
    quote: str = "",
) -> Finding:
    """A finding on figures, placed at the first of them; quotes them as printed unless a quote is given."""
    named = tuple(figures)
    first = named[0]
    return Finding(
        id=finding_id(kind, [figure.value_id for figure in named]),
        severity=severity or SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=message_vi,
        message_en=message_en,
        file=first.source.file,
        sheet=first.source.sheet,
        row=first.source.row,
        column=first.source.column,
        quote=quote or " … ".join(dict.fromkeys(figure.quote for figure in named)),
        stated=stated,
        computed=computed,
        indicator_ids=tuple(dict.fromkeys(figure.value_id for figure in named)),
    )


def weaker(finding: Finding) -> Finding:
    """The same finding one step less grave: what is likely, or holds only loosely."""
    steps = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.NOTE}
    return replace(finding, severity=steps[finding.severity])
