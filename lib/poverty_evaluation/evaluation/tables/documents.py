"""Biểu danh mục văn bản: the documents of the period, section by section, as their own texts name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.citations import citation, issuer_name
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.tables.dress import (
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import documents as wording
from poverty_evaluation.vocabulary.rows import rows_of

#: The sections that are listed where an outline names none: what was issued for the period.
ISSUED = ("party_committee", "people_committee")
_COLUMNS = (
    POSITION,
    ColumnSpec("document", wording.DOCUMENT, "left", 1.6),
    ColumnSpec("date", wording.DATE, "center", 0.9),
    ColumnSpec("issuer", wording.ISSUER, "left", 1.3),
    ColumnSpec("subject", wording.SUBJECT, "left", 2.6),
)


def documents_table(context: EvaluationContext, sections: Sequence[str] = ISSUED) -> Table | None:
    """The documents of some sections, oldest first within each; sections are headed where there are several."""
    documents = context.tables["documents"]
    listed = {
        section: sorted(rows_of(documents[documents["section"] == section]), key=lambda row: str(row.date))
        for section in sections
    }
    held = {section: found for section, found in listed.items() if found}
    rows: list[CellRow] = []
    position = 0
    for number, (section, found) in enumerate(held.items(), 1):
        if len(held) > 1:
            heading = line(context.say(wording.SECTIONS[section]))
            rows.append(CellRow({"position": line(ROMAN[number]), "document": heading}, "group"))
        for row in found:
            position += 1
            rows.append(_row(context, row, position))
    if not rows:
        return None
    dress = Dress("documents", context.say(wording.DOCUMENTS), wording.FROM_DOCUMENTS, is_numbered=False)
    return table(context, dress, _COLUMNS, rows)


def _row(context: EvaluationContext, row: Any, position: int) -> CellRow:
    """A subject in brackets is a remark of ours, not a title, and is left out."""
    subject = context.received(row.subject_vi, row.subject_en)
    cells: dict[str, Line] = {
        "position": place_in_list(position),
        "document": line(citation(row.symbol, context)),
        "date": line(context.day(str(row.date)[:10])),
        "issuer": line(issuer_name(row.issuer_code, row.issuer_vi, context)),
        "subject": () if row.subject_vi.startswith("(") else line(subject),
    }
    return CellRow(cells)
