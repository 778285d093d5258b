"""Kiểm tra chỉ tiêu: what is assigned to the parts of a place against what the place itself was assigned."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount
from poverty_evaluation.ingest.checks.figures import Figure, fraction, make_finding
from poverty_evaluation.relations import AtMost, State, Stated
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.quantities import split_unit
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import value_id

#: The kind of target whose parts add up: rates and relative changes do not.
_ADDITIVE = "households"


def check_targets(targets: pd.DataFrame, place_code: str, period: str) -> list[Finding]:
    """A warning for each target in households that the targets assigned to its parts do not reach."""
    rows = [row for row in rows_of(targets) if row.kind == _ADDITIVE]
    findings: list[Finding] = []
    for whole in rows:
        parts = [_figure(row, place_code, period) for row in rows if row.part_of == whole.target_id]
        findings += _below(_figure(whole, place_code, period), parts)
    return findings


def _below(whole: Figure, parts: list[Figure]) -> Iterable[Finding]:
    known = [part.value for part in parts if part.value is not None]
    if whole.value is None or not known or len(known) < len(parts):
        return
    total = sum(known, Fraction(0))
    if AtMost(whole.stated(), Stated("parts", total), FindingKind.SUM).check().state is not State.CONTRADICTION:
        return
    terms = " + ".join(amount(value, whole) for value in known)
    yield make_finding(
        FindingKind.SUM,
        [whole, *parts],
        (
            f"Chỉ tiêu giao cho các đơn vị cộng lại bằng {amount(total, whole)}, thấp hơn chỉ tiêu “{whole.label_vi}” "
            f"({amount(whole.value, whole)}). Đề nghị rà soát việc giao chỉ tiêu.",
            f"The targets assigned to the units add up to {amount(total, whole, 'en')}, less than the "
            f"target “{whole.label_en}” ({amount(whole.value, whole, 'en')}).",
        ),
        whole.as_printed,
        f"{terms} = {amount(total, whole)} < {amount(whole.value, whole)}",
        severity=Severity.WARNING,
    )


def _figure(row: Any, place_code: str, period: str) -> Figure:
    identity = value_id("target_value", place_code, period, {"target": row.target_id})
    return Figure(
        value_id=identity,
        key=identity,
        value=fraction(row.value),
        half_step=Fraction(0),
        qualifier=Qualifier(row.value_qualifier),
        status=ValueStatus(row.value_status),
        as_printed=row.value_as_printed,
        unit=row.unit,
        unit_name=split_unit(row.unit)[1],
        unit_name_en="households",
        unit_code="household",
        source=source_from_json(row.value_source),
        label_vi=row.label_vi,
        label_en=row.label_en or row.label_vi,
    )
