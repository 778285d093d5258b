"""Cơ quan, tổ chức: who leads a measure, does it or reports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from poverty_evaluation.reference.reading import Record

ORGANISATION_COLUMNS = (
    "organisation_code",
    "label_vi",
    "label_en",
    "short_vi",
    "short_en",
    "type",
    "valid_from",
    "valid_to",
    "source",
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Một cơ quan hoặc tổ chức."""

    organisation_code: str
    label_vi: str
    label_en: str
    short_vi: str
    short_en: str
    type: str
    valid_from: date | None
    valid_to: date | None
    source: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi

    def short(self, language: str) -> str:
        """The short name, or the full one where there is none."""
        return (self.short_en or self.label_en) if language == "en" else (self.short_vi or self.label_vi)


def organisation_from(record: Record) -> Organisation:
    """One row of organisations.csv."""
    return Organisation(
        organisation_code=record.text("organisation_code", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        short_vi=record.text("short_vi"),
        short_en=record.text("short_en"),
        type=record.text("type", required=True),
        valid_from=record.day("valid_from"),
        valid_to=record.day("valid_to"),
        source=record.text("source", required=True),
    )
