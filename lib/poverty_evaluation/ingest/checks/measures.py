"""Chính sách chung chung: results under a measure of which the list says neither for whom, by whom nor by which
document, so that nobody can tell whom they reach or what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from poverty_evaluation.ingest.checks.figures import Figure, make_finding
from poverty_evaluation.reference import Measure
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.rows import rows_of


def check_measures(
    activities: pd.DataFrame, figures: Mapping[str, list[Figure]], measures: Mapping[str, Measure]
) -> list[Finding]:
    """One note for each such measure under which results were sent; none where no measure of the list says for whom
    it is, since a list that never says it is silent and not unclear."""
    if not any(measure.beneficiary_groups for measure in measures.values()):
        return []
    told: dict[str, list[Figure]] = {}
    for row in rows_of(activities):
        told.setdefault(row.measure_code, []).extend(figures[row.activity_id])
    return [_catch_all(measures[code], sent) for code, sent in told.items() if sent and _says_nothing(measures[code])]


def _says_nothing(measure: Measure) -> bool:
    return not (measure.beneficiary_groups or measure.organisation_code or measure.legal_basis or measure.programme_id)


def _catch_all(measure: Measure, figures: list[Figure]) -> Finding:
    labels_vi = "; ".join(dict.fromkeys(f"“{figure.label_vi}”" for figure in figures))
    labels_en = "; ".join(dict.fromkeys(f"“{figure.label_en}”" for figure in figures))
    return make_finding(
        FindingKind.MAPPING,
        figures,
        (
            f"Kết quả {labels_vi} ghi vào “{measure.label_vi}”, là nội dung chưa có đối tượng, cơ quan chủ trì và văn "
            "bản quy định trong danh mục chính sách. Đề nghị ghi vào chính sách cụ thể hoặc bổ sung danh mục.",
            f"The results {labels_en} stand under “{measure.label_en}”, of which the list of measures names neither "
            "beneficiaries nor organisation nor document. Enter them under a measure of their own, or complete the "
            "list.",
        ),
        measure.measure_code,
        "",
        severity=Severity.NOTE,
    )
