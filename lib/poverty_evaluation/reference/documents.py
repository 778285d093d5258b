"""Văn bản quy phạm và văn bản cấp Nhà nước mà các danh mục dẫn chiếu."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from poverty_evaluation.reference.reading import Record

DOCUMENT_COLUMNS = (
    "symbol",
    "type_vi",
    "date",
    "issuer_vi",
    "subject_vi",
    "subject_en",
    "in_force_from",
    "in_force_to",
    "source",
    "verified",
)


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """Một văn bản: found by its symbol (`59/2015/QĐ-TTg`); an empty date was not found in a source."""

    symbol: str
    type_vi: str
    date: datetime.date | None
    issuer_vi: str
    subject_vi: str
    subject_en: str
    in_force_from: datetime.date | None
    in_force_to: datetime.date | None
    source: str
    verified: bool

    def subject(self, language: str) -> str:
        return self.subject_en if language == "en" else self.subject_vi


def document_from(record: Record) -> LegalDocument:
    """One row of documents.csv."""
    return LegalDocument(
        symbol=record.text("symbol", required=True),
        type_vi=record.text("type_vi", required=True),
        date=record.day("date"),
        issuer_vi=record.text("issuer_vi", required=True),
        subject_vi=record.text("subject_vi", required=True),
        subject_en=record.text("subject_en", required=True),
        in_force_from=record.day("in_force_from"),
        in_force_to=record.day("in_force_to"),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
    )
