"""Biểu phân tổ của kết quả rà soát: the forms that break the households of one class down, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.reference.reading import Pair, Record
from poverty_evaluation.reference.standards import PovertyStandard
from poverty_evaluation.reference.texts import BilingualText
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.period_tables import PERIOD_TABLES
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

#: The column of a form that counts the class it breaks down.
TOTAL = "total"
_CODE = re.compile(r"[a-z][a-z0-9_]*")
#: Excel cuts the name of a sheet off here, so tables must differ before it.
_SHEET_NAME = 31
_HOUSEHOLD = "hộ"


class Grouping(StrEnum):
    """Quan hệ giữa các cột: whether a household stands in one column, in several, or gave several answers."""

    PARTITION = "partition"  # mỗi hộ thuộc đúng một cột
    OVERLAPPING = "overlapping"  # một hộ có thể thuộc nhiều cột
    ANSWERS = "answers"  # một hộ có thể chọn nhiều trả lời


@dataclass(frozen=True, slots=True)
class BreakdownColumn:
    """Một cột của biểu phân tổ: a group, an indicator, a cause."""

    code: str
    label: BilingualText


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Một biểu phân tổ: `of` is the column of the reviews that counts its class; `standard` the only poverty standard
    it belongs to, "" where it is that of any; `sensitive` forms hide small counts from the public."""

    id: str
    of: str
    grouping: Grouping
    standard: str
    label: BilingualText
    form: str
    sensitive: bool
    columns: tuple[BreakdownColumn, ...]
    source: str
    verified: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The categories of the form, the class as a whole first."""
        return (TOTAL, *(column.code for column in self.columns))

    @property
    def table(self) -> TableSpec:
        """The received table of the form: one row a place on a date, one count a column."""
        counts = (_count(column.code, column.label.vi, column.label.en) for column in self.columns)
        return TableSpec(
            name=self.id,
            label_vi=self.label.vi,
            label_en=self.label.en,
            row_is="one place on one date, the households of one class broken down",
            key=("place_code", "as_of", "standard_id", "vintage"),
            fields=(*_opening_fields(self.standard), *counts, *_CLOSING_FIELDS),
        )


def _count(name: str, vi: str, en: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldType.COUNT, vi, en, required=required, unit=_HOUSEHOLD)


def _opening_fields(standard: str) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("place_code", FieldType.CODE, "Mã đơn vị hành chính", "Place code", True, True, code_of="places"),
        FieldSpec("as_of", FieldType.DATE, "Thời điểm", "Date", True, True),
        FieldSpec(
            "standard_id", FieldType.CODE, "Chuẩn nghèo", "Poverty standard", not standard, True,
            code_of="standards", default=standard,
        ),
        FieldSpec(
            "vintage", FieldType.CHOICE, "Loại số liệu", "Vintage",
            choices=tuple(map(str, Vintage)), default=str(Vintage.OFFICIAL),
        ),
        _count(TOTAL, "Tổng số", "Total", required=True),
    )  # fmt: skip


_CLOSING_FIELDS = (
    FieldSpec("source_line", FieldType.COUNT, "Dòng văn bản nguồn", "Line of the source document"),
    FieldSpec("source", FieldType.TEXT, "Nguồn", "Source"),
    FieldSpec("note_vi", FieldType.NOTE, "Ghi chú", "Note"),
)


def breakdown_from(record: Record) -> Breakdown:
    """One entry of breakdowns.yml."""
    breakdown = Breakdown(
        id=record.text("id", required=True),
        of=record.text("of", required=True),
        grouping=record.choice("grouping", Grouping),
        standard=record.text("standard"),
        label=record.bilingual("label") or BilingualText("", ""),
        form=record.text("form"),
        sensitive=record.flag("sensitive"),
        columns=tuple(_columns_from(record)),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
    )
    record.close()
    if not breakdown.columns:
        record.refuse(
            "columns",
            ("ít nhất một cột", "one column at least"),
            ("không có cột nào", "none"),
            ("Điền các cột của biểu.", "Fill in the columns of the form."),
        )
    return breakdown


def _columns_from(record: Record) -> Iterator[BreakdownColumn]:
    """The columns of a form; a code or label that stands for another column already is refused."""
    fields = [*_opening_fields(""), *_CLOSING_FIELDS]
    taken = {text.casefold() for field in fields for text in (field.name, field.label_vi, field.label_en)}
    for one in record.records("columns", "code"):
        column = BreakdownColumn(one.text("code", required=True), one.bilingual("label") or BilingualText("", ""))
        one.close()
        if column.code and not _CODE.fullmatch(column.code):
            one.refuse("code", *_no_code(column.code))
        names = [("code", column.code), ("label.vi", column.label.vi), ("label.en", column.label.en)]
        for key, text in names:
            if text and text.casefold() in taken:
                one.refuse(key, *_taken(text))
        taken |= {text.casefold() for _, text in names if text}
        yield column


def check_breakdowns(
    pairs: Iterable[tuple[Record, Breakdown]], form: TableSpec, standards: Iterable[PovertyStandard]
) -> None:
    """Refuse classes that the reviews do not count, unknown standards, and names that another table bears."""
    counts = [field.name for field in form.fields if field.type is FieldType.COUNT and field.name != "source_line"]
    known = [standard.id for standard in standards]
    taken = {text for table in (*PERIOD_TABLES, form) for text in _names(table.name, table.label_vi, table.label_en)}
    seen: set[str] = set()
    for record, breakdown in pairs:
        if breakdown.id in seen:
            continue  # told of already
        seen.add(breakdown.id)
        record.check_code("of", breakdown.of, counts, "các cột số hộ", "the counts of the reviews", form.name)
        record.check_code(
            "standard", breakdown.standard, known, "các chuẩn nghèo", "the poverty standards", "standards.yml"
        )
        if breakdown.id and not _CODE.fullmatch(breakdown.id):
            record.refuse("id", *_no_code(breakdown.id))
        texts = (("id", breakdown.id), ("label", breakdown.label.vi), ("label", breakdown.label.en))
        for key, text in texts:
            if text and taken & _names(text):
                record.refuse(key, *_taken(text[:_SHEET_NAME]))
        taken |= {name for _, text in texts for name in _names(text)}


def _names(*texts: str) -> set[str]:
    """What a sheet of that name can be called."""
    return {name.strip().casefold() for text in texts if text for name in (text, text[:_SHEET_NAME])}


def _no_code(text: str) -> tuple[Pair, Pair, Pair]:
    return (
        ("mã gồm chữ cái thường không dấu, số và dấu gạch dưới", "a code of small letters, digits and underscores"),
        (f"“{text}”", f"“{text}”"),
        ("Đặt mã khác, ví dụ female_headed.", "Choose another code, such as female_headed."),
    )


def _taken(text: str) -> tuple[Pair, Pair, Pair]:
    return (
        ("một tên chưa dùng (tên trang tính chỉ giữ 31 ký tự)", "a name not in use (31 characters of it for a sheet)"),
        (f"“{text}”, đã là tên của mục khác", f"“{text}”, which something else is called"),
        ("Đặt tên khác.", "Choose another name."),
    )
