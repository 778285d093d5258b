"""Cột riêng của bảng rà soát: the columns that the reviews of another field have beside those of the poverty form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

POOR_HOUSEHOLDS = "poor_households"
REVIEW_COLUMN_COLUMNS = ("name", "type", "label_vi", "label_en")


class ReviewColumnType(StrEnum):
    """Loại cột: what its numbers are."""

    COUNT = "count"  # số đếm
    PERCENT = "percent"  # tỷ lệ đã in (%)


@dataclass(frozen=True, slots=True)
class ReviewColumn:
    """Một cột bổ sung của bảng rà soát."""

    name: str
    type: ReviewColumnType
    label_vi: str
    label_en: str


def review_column_from(record: Record) -> ReviewColumn:
    """One row of review_columns.csv; a name that the form has already is refused."""
    column = ReviewColumn(
        name=record.text("name", required=True),
        type=record.choice("type", ReviewColumnType),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
    )
    if column.name in {field.name for field in HOUSEHOLD_REVIEW.fields} or not column.name.isidentifier():
        record.refuse(
            "name",
            ("tên cột mới, gồm chữ cái không dấu và dấu gạch dưới", "a new column name of letters and underscores"),
            (f"“{column.name}”", f"“{column.name}”"),
            ("Đặt tên khác, ví dụ served_households.", "Choose another name, such as served_households."),
        )
    return column


def review_table(columns: Iterable[ReviewColumn], is_of_poverty: bool) -> TableSpec:
    """The review table of a data root; one of another field need not count poor households."""
    added = tuple(FieldSpec(one.name, FieldType(one.type), one.label_vi, one.label_en) for one in columns)
    if is_of_poverty:
        return replace(HOUSEHOLD_REVIEW, fields=(*HOUSEHOLD_REVIEW.fields, *added))
    own = tuple(
        replace(field, required=False) if field.name == POOR_HOUSEHOLDS else field for field in HOUSEHOLD_REVIEW.fields
    )
    return replace(HOUSEHOLD_REVIEW, label_vi="Kết quả rà soát", label_en="Reviews", fields=(*own, *added))
