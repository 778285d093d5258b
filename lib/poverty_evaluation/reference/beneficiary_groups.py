"""Nhóm đối tượng thụ hưởng: whom a figure speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.reference.reading import Record

BENEFICIARY_GROUP_COLUMNS = ("group_code", "label_vi", "label_en", "is_poverty_class")
#: Columns that a data root may leave out.
BENEFICIARY_GROUP_OPTIONAL_COLUMNS = ("covers",)


class PovertyClass(StrEnum):
    """Diện hộ của nhóm đối tượng."""

    POOR = "poor"  # hộ nghèo
    NEAR_POOR = "near_poor"  # hộ cận nghèo
    NEWLY_ESCAPED = "newly_escaped"  # hộ mới thoát nghèo
    MIXED = "mixed"  # nhiều diện gộp chung
    OTHER = "other"  # không phải diện hộ nghèo


@dataclass(frozen=True, slots=True)
class BeneficiaryGroup:
    """Một nhóm đối tượng; `poverty_class` is the column is_poverty_class, `covers` the groups it takes in."""

    group_code: str
    label_vi: str
    label_en: str
    poverty_class: PovertyClass
    covers: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


def beneficiary_group_from(record: Record) -> BeneficiaryGroup:
    """One row of beneficiary_groups.csv."""
    return BeneficiaryGroup(
        group_code=record.text("group_code", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        poverty_class=record.choice("is_poverty_class", PovertyClass),
        covers=record.texts("covers"),
    )


def check_covered_groups(pairs: Iterable[tuple[Record, BeneficiaryGroup]]) -> None:
    """Refuse a group said to take in one that is not listed."""
    rows = list(pairs)
    known = [group.group_code for _, group in rows]
    for record, group in rows:
        for code in group.covers:
            record.check_code(
                "covers", code, known, "nhóm đối tượng", "the beneficiary groups", "beneficiary_groups.csv"
            )
