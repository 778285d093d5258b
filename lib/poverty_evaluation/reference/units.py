"""Đơn vị tính và vai trò của số liệu: what a printed unit counts, and which of several figures a figure is."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.vocabulary.choices import FigureKind

UNIT_COLUMNS = ("unit", "unit_code", "kind", "label_vi", "label_en", "note")
FIGURE_ROLE_COLUMNS = ("role", "label_vi", "label_en")


@dataclass(frozen=True, slots=True)
class Unit:
    """Một đơn vị tính như được in: `hộ`, `lượt hộ`, `suất` …, without a scale word (`triệu`)."""

    unit: str
    unit_code: str
    kind: FigureKind
    label_vi: str
    label_en: str
    note: str = ""

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class FigureRole:
    """Vai trò của một số liệu trong dòng của nó: its kind, or numerator, norm …"""

    role: str
    label_vi: str
    label_en: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


def unit_from(record: Record) -> Unit:
    """One row of units.csv."""
    return Unit(
        unit=record.text("unit", required=True),
        unit_code=record.text("unit_code", required=True),
        kind=record.choice("kind", FigureKind),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        note=record.text("note"),
    )


def figure_role_from(record: Record) -> FigureRole:
    """One row of figure_roles.csv."""
    return FigureRole(
        role=record.text("role", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
    )
