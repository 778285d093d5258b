"""Hai biểu của cùng một kết quả rà soát: rows of one place, date, standard and vintage that come from two forms tell
different columns; they are one review. A total of households that the two forms tell differently is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from poverty_evaluation.ingest.raw_tables import RawTable
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.period_tables import FIGURE_SUFFIXES
from poverty_evaluation.vocabulary.quantities import write_number
from poverty_evaluation.vocabulary.values import value_id

#: The only count in which two forms of one review may differ without being told apart as two reviews.
_TOTAL = "total_households"
#: What says where and how a review was approved, taken from the other form where the first leaves it empty.
_WORDS = ("as_of_printed", "approved_by", "source")


def joins(first: dict[str, Any], other: dict[str, Any], figures: Sequence[str]) -> bool:
    """Whether two rows of one key are two forms of one review: each count that both tell is the same in both."""
    return all(first[name] == other[name] for name in figures if name != _TOTAL and _both_tell(first, other, name))


def joined(first: dict[str, Any], other: dict[str, Any], figures: Sequence[str]) -> None:
    """Puts into the first row what only the other one tells."""
    for name in figures:
        if not _tells(first, name):
            first.update({column: other[column] for column in (name, *(name + suffix for suffix in FIGURE_SUFFIXES))})
    first.update({name: other[name] for name in _WORDS if not first[name]})


def total_differs(table: RawTable, first: dict[str, Any], other: dict[str, Any]) -> Iterator[Finding]:
    """An error where the two forms tell different totals of households; the first stands."""
    if not _both_tell(first, other, _TOTAL) or first[_TOTAL] == other[_TOTAL]:
        return
    rows = first["row"], other["row"]
    printed = first[f"{_TOTAL}_as_printed"], other[f"{_TOTAL}_as_printed"]
    in_english = [write_number(row[_TOTAL], 0, "en") for row in (first, other)]
    yield Finding(
        id=finding_id(FindingKind.DUPLICATE, [table.file, table.sheet, _TOTAL, *map(str, rows)]),
        severity=Severity.ERROR,
        kind=FindingKind.DUPLICATE,
        message_vi=f"Tổng số hộ của cùng đơn vị, cùng thời điểm khác nhau giữa hai biểu: dòng {rows[0]} ghi "
        f"{printed[0]}, dòng {rows[1]} ghi {printed[1]}. Báo cáo dùng số ở dòng {rows[0]}; đề nghị kiểm tra, xác nhận.",
        message_en=f"Two forms tell different totals of households for one place and date: {in_english[0]} in row "
        f"{rows[0]}, {in_english[1]} in row {rows[1]}. The report uses that of row {rows[0]}.",
        file=table.file,
        sheet=table.sheet,
        row=rows[0],
        column=table.heading(table.columns.get(_TOTAL), _TOTAL),
        quote=" … ".join(printed),
        stated=printed[0],
        computed=" ≠ ".join(printed),
        indicator_ids=(value_id(_TOTAL, first["place_code"], first["as_of"]),),
    )


def joined_note(table: RawTable, pairs: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """One note on all rows that were taken for the second form of another."""
    if not pairs:
        return
    listed_vi = "; ".join(f"{first} và {second}" for first, second in pairs)
    listed_en = "; ".join(f"{first} and {second}" for first, second in pairs)
    yield Finding(
        id=finding_id(FindingKind.MAPPING, [table.file, table.sheet, "joined", listed_en]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Các dòng cùng đơn vị, thời điểm, chuẩn nghèo được ghép thành một kết quả rà soát: {listed_vi}.",
        message_en=f"Rows of the same place, date and standard are one review: {listed_en}.",
        file=table.file,
        sheet=table.sheet,
        row=pairs[0][1],
    )


def _both_tell(first: dict[str, Any], other: dict[str, Any], name: str) -> bool:
    return _tells(first, name) and _tells(other, name)


def _tells(record: dict[str, Any], name: str) -> bool:
    return bool(record[f"{name}_status"] != ValueStatus.MISSING)
