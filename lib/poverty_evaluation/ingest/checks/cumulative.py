"""Kiểm tra số lũy kế: of a figure told cumulatively a later one is never below an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import told
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.relations import AtMost, State
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of


def check_cumulative(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """An error for each cumulative figure that is less than the one before it in its series."""
    series: dict[tuple[str, ...], list[tuple[str, Figure]]] = {}
    for activity in rows_of(activities):
        if activity.time_basis in CUMULATIVE and day_told(activity):
            for figure in figures[activity.activity_id]:
                key = (figure.role, figure.unit_code, figure.flow, activity.organisation_code, *series_of(activity))
                series.setdefault(key, []).append((day_told(activity), figure))
    findings = []
    for tellings in series.values():
        for earlier, later in pairwise(sorted(tellings, key=lambda one: one[0])):
            if earlier[0] < later[0]:
                findings += _falls(*earlier, *later)
    return findings


def _falls(day_before: str, before: Figure, day: str, after: Figure) -> list[Finding]:
    state = AtMost(before.stated(), after.stated(), FindingKind.ORDER).check().state
    if state not in (State.CONTRADICTION, State.LIKELY):
        return []
    (start_vi, start_en), (end_vi, end_en) = (
        [write_date(date.fromisoformat(one), language) for language in ("vi", "en")] for one in (day_before, day)
    )
    finding = make_finding(
        FindingKind.ORDER,
        [after, before],
        (
            f"“{after.label_vi}”: lũy kế đến ngày {end_vi} ({after.quote}, dòng {after.source.row}) nhỏ hơn lũy kế đến "
            f"ngày {start_vi} ({before.quote}, dòng {before.source.row}). Đề nghị {after.asked_vi} kiểm "
            "tra, xác nhận.",
            f"“{after.label_en}”: the cumulative figure on {end_en} ({told(after, 'en')}, row {after.source.row}) is "
            f"less than that on {start_en} ({told(before, 'en')}, row {before.source.row}). To be confirmed by "
            f"{after.asked_en}.",
        ),
        after.as_printed,
        f"{after.quote} < {before.quote}",
        severity=Severity.ERROR,
    )
    return [weaker(finding) if state is State.LIKELY else finding]
