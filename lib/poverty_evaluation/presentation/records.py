"""Bản ghi: indicator values, findings and the document as files that other people's scripts read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from poverty_evaluation.evaluation.blocks import BLOCK_SCHEMA
from poverty_evaluation.presentation.formatting import exact_decimal
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.json_text import indented, on_one_line
from poverty_evaluation.vocabulary.values import IndicatorValue

INDICATOR_COLUMNS = (
    "id", "indicator_id", "label_vi", "label_en", "value", "unit", "decimals", "qualifier", "status", "as_printed",
    "place_code", "period", "as_of", "formula", "operands", "sources",
)  # fmt: skip
FINDING_COLUMNS = (
    "id", "severity", "kind", "message_vi", "message_en", "file", "sheet", "row", "column", "quote", "stated",
    "computed", "indicator_ids", "explanation",
)  # fmt: skip


def indicators_csv(values: Iterable[IndicatorValue]) -> str:
    """The text of `indicators.csv`: exact values with a decimal dot, operands and sources as JSON."""
    return _csv(INDICATOR_COLUMNS, (_value_cells(value) for value in values))


def findings_csv(findings: Iterable[Finding]) -> str:
    """The text of `findings.csv`."""
    return _csv(FINDING_COLUMNS, (_finding_cells(finding) for finding in findings))


#: Where the entries of a list stand that a block of the evaluation holds.
_LISTED = 4


def evaluation_json(plain_blocks: Iterable[Any]) -> str:
    """The text of `evaluation.json`: every block of the document, each as `blocks.block_to_plain` gives it; what a
    block lists (values, rows, points) an entry a line."""
    return indented({"schema": BLOCK_SCHEMA, "blocks": list(plain_blocks)}, depth=_LISTED) + "\n"


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return target.getvalue()


def _value_cells(value: IndicatorValue) -> tuple[str, ...]:
    return (
        value.id,
        value.indicator_id,
        value.label_vi,
        value.label_en,
        exact_decimal(value.value),
        value.unit,
        str(value.decimals),
        str(value.qualifier),
        str(value.status),
        value.as_printed,
        value.place_code,
        value.period,
        value.as_of,
        value.formula,
        on_one_line(list(value.operands)),
        on_one_line([cell.to_plain() for cell in value.sources]),
    )


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    return (
        finding.id,
        str(finding.severity),
        str(finding.kind),
        finding.message_vi,
        finding.message_en,
        finding.file,
        finding.sheet,
        "" if finding.row is None else str(finding.row),
        finding.column,
        finding.quote,
        finding.stated,
        finding.computed,
        on_one_line(list(finding.indicator_ids)),
        finding.explanation,
    )
