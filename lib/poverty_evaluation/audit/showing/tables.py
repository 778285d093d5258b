"""Bảng phát hiện: findings as rows for CSV, workbooks and frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poverty_evaluation.audit.findings import AuditFinding, AuditResult
from poverty_evaluation.audit.showing.quotes import joined_figures
from poverty_evaluation.audit.showing.shown import Show, selected
from poverty_evaluation.audit.showing.words import Words, words

if TYPE_CHECKING:
    import pandas as pd

#: What a spreadsheet would take for a formula at the beginning of a cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"

FRAME_COLUMNS = (
    "file",
    "verdict",
    "kind",
    "line",
    "page",
    "quote",
    "stated",
    "computed",
    "computation",
    "figures",
    "explanation_vi",
    "explanation_en",
    "readings",
)


def audit_frame(paths: Iterable[str | Path], show: Show = Show.ALL) -> pd.DataFrame:
    """The findings of these files as a table, one row each, in the order of the files and of their texts. InputError
    names a file that cannot be read."""
    from poverty_evaluation.audit.checking import audit_file

    return results_frame((audit_file(path) for path in paths), show)


def results_frame(results: Iterable[AuditResult], show: Show = Show.ALL) -> pd.DataFrame:
    """The findings of these audits as a table, one row each."""
    import pandas as pd

    rows = [_frame_row(result, finding) for result in results for finding in selected(result, show)]
    return pd.DataFrame(rows, columns=list(FRAME_COLUMNS)).astype({"line": "Int64", "page": "Int64"})


def _frame_row(result: AuditResult, finding: AuditFinding) -> tuple[Any, ...]:
    return (
        result.file,
        str(finding.verdict),
        str(finding.kind),
        finding.line,
        finding.page,
        finding.quote,
        finding.stated,
        finding.computed,
        finding.computation,
        "; ".join(one.text for one in finding.figures),
        finding.explanation_vi,
        finding.explanation_en,
        "; ".join(finding.readings),
    )


def finding_headings(told: Words) -> tuple[str, ...]:
    return (
        told.file,
        told.number,
        told.verdict,
        told.kind,
        told.line.capitalize(),
        told.page.capitalize(),
        told.quote,
        told.figures,
        told.stated,
        told.computed,
        told.computation,
        told.explanation,
        told.readings,
    )


def finding_rows(results: Sequence[AuditResult], show: Show, told: Words) -> list[tuple[str | int | None, ...]]:
    """One row per finding, numbered within its file."""
    return [
        (
            result.file,
            number,
            told.verdicts[finding.verdict],
            told.kinds[finding.kind],
            finding.line,
            finding.page,
            " ".join(finding.quote.split()),
            joined_figures(finding.figures, told.line),
            finding.stated,
            finding.computed,
            finding.computation,
            told.explained(finding),
            "; ".join(finding.readings),
        )
        for result in results
        for number, finding in enumerate(selected(result, show), 1)
    ]


def findings_csv(results: Sequence[AuditResult], show: Show, language: str) -> str:
    """CSV that Excel opens: UTF-8 with a mark, and no text that it would take for a formula."""
    told = words(language)
    return csv_text([finding_headings(told), *finding_rows(results, show, told)])


def csv_text(rows: Iterable[Iterable[str | int | None]]) -> str:
    """Rows as CSV with the mark by which Excel knows UTF-8; an apostrophe stands before what would be a formula."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + target.getvalue()


def _harmless(cell: str | int | None) -> str | int:
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
