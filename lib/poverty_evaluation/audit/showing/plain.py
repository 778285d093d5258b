"""Kết quả cho chương trình khác đọc: one JSON object per file and line."""

from __future__ import annotations

import json
from typing import Any

from poverty_evaluation.audit.findings import AuditResult, AuditVerdict, to_plain
from poverty_evaluation.audit.showing.shown import Show, selected


def result_to_plain(result: AuditResult, show: Show = Show.CONTRADICTIONS) -> dict[str, Any]:
    """The audit of a file with the findings asked for; `counts` are those of all findings, whatever is shown."""
    return {
        "file": result.file,
        "findings": [to_plain(finding) for finding in selected(result, show)],
        "figures_read": result.figures_read,
        "seconds": result.seconds,
        "counts": {str(verdict): len(result.of_verdict(verdict)) for verdict in AuditVerdict},
        "notes": [
            {"message_vi": note.message_vi, "message_en": note.message_en, "lines": list(note.lines)}
            for note in result.notes
        ],
    }


def json_line(result: AuditResult, show: Show = Show.CONTRADICTIONS) -> str:
    """One line of JSON without line breaks in it."""
    return json.dumps(result_to_plain(result, show), ensure_ascii=False)
