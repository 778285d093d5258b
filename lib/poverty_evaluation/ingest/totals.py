"""Dòng tổng cộng: total rows and block headings inside a table of counts by place are left out of the data; totals are
held against the rows they add up."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import ReadFigure
from poverty_evaluation.ingest.raw_tables import RawRow, RawTable, fold
from poverty_evaluation.ingest.reading import Reader, day_of, is_figure, read_count, read_frame
from poverty_evaluation.reference import Places
from poverty_evaluation.relations import State, Stated, SumOfParts
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import write_number
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

_PLACE = "place_code"
#: Words that stand in the place column of a row that adds up the others.
TOTAL_WORDS = ("tổng cộng", "tổng số", "tổng", "cộng chung", "cộng", "total")
#: The same words with a number are those of a block.
_TOTAL = re.compile(rf"({'|'.join(TOTAL_WORDS)})(?P<block> [ivx]+)?")
#: What the blocks of a form are called; such a row may hold the sum of its block, or nothing.
_BLOCK = re.compile(r"([ivx]+[.)\s–-]+)?(khu vực )?(thành thị|nông thôn)")


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that adds up others; within: the numbers of the rows of its block, None where it adds up all."""

    row: RawRow
    within: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class _Total:
    """A total row: the date, standard and vintage it says, "" where it says none."""

    row: RawRow
    within: frozenset[int] | None
    as_of: str
    standard_id: str
    vintage: str


def read_with_totals(sheet: RawTable, reader: Reader) -> pd.DataFrame:
    """A table of counts by place without the total rows among them, which are held against the sum of the others."""
    rows, totals = split_totals(sheet)
    known = len(reader.problems)
    frame = read_frame(rows, reader)
    if len(reader.problems) == known:
        reader.notes += check_totals(sheet, totals, frame, reader)
    return frame


def split_totals(table: RawTable) -> tuple[RawTable, tuple[TotalRow, ...]]:
    """The table without its block headings and total rows, and the latter."""
    blocks: list[set[int]] = [set()]
    totals: list[tuple[RawRow, int | None]] = []
    places: list[RawRow] = []
    for row in table.rows:
        name = fold(table.cell(row, _PLACE).text)
        if _is_block(row, name):
            blocks.append(set())
            totals += [(row, len(blocks) - 1)] if _has_figures(table, row) else []
        elif match := _total_words(table, row, name):
            totals.append((row, len(blocks) - 1 if match["block"] else None))
            blocks += [set()] if match["block"] else []
        else:
            places.append(row)
            blocks[-1].add(row.number)
    told = (TotalRow(row, None if block is None else frozenset(blocks[block])) for row, block in totals)
    return replace(table, rows=tuple(places)), tuple(told)


def _is_block(row: RawRow, place: str) -> bool:
    """The name of a block: in the place column, or in another where cells are merged and that one is empty."""
    if place:
        return _BLOCK.fullmatch(place) is not None
    return any(_BLOCK.fullmatch(fold(cell.text)) for cell in row.cells)


def _total_words(table: RawTable, row: RawRow, place: str) -> re.Match[str] | None:
    """The words of a total: in the place column, or in another where that one is empty."""
    if place:
        return _TOTAL.fullmatch(place)
    return next((match for cell in row.cells if (match := _TOTAL.fullmatch(fold(cell.text)))), None)


def _has_figures(table: RawTable, row: RawRow) -> bool:
    return any(is_figure(item) and table.cell(row, item.name).text for item in table.spec.fields)


def check_totals(table: RawTable, totals: Sequence[TotalRow], reviews: pd.DataFrame, reader: Reader) -> list[Finding]:
    """An error for each printed total that is not the sum of its rows; a note where it is not clear which they are."""
    findings: list[Finding] = []
    for number, (row, within) in enumerate(((total.row, total.within) for total in totals), 1):
        day = day_of(table, row, "as_of")
        total = _Total(
            row,
            within,
            day.isoformat() if day else "",
            table.cell(row, "standard_id").text,
            table.cell(row, "vintage").text,
        )
        rows = _rows(reviews, total)
        if len({(part.as_of, *_standard_and_vintage(part)) for part in rows}) != 1:
            findings.append(unclear_total(table, row, number, "thời điểm, chuẩn nghèo", "date and standard"))
            continue
        parts = _parts(rows, reader.reference.places)
        for item in table.spec.fields:
            if item.type is FieldType.COUNT and is_figure(item) and table.cell(row, item.name).text:
                read = read_count(table, row, item, reader)
                if read is not None and read.value is not None:
                    findings += _compare(table, total, item, read, parts, number)
    return findings


def _rows(reviews: pd.DataFrame, total: _Total) -> list[Any]:
    """The rows a total may add up: of its block, date, standard and vintage where it says them."""
    return [
        row
        for row in rows_of(reviews)
        if (total.within is None or row.row in total.within)
        and total.as_of in ("", row.as_of)
        and all(
            said in ("", told)
            for said, told in zip((total.standard_id, total.vintage), _standard_and_vintage(row), strict=True)
        )
    ]


def _standard_and_vintage(row: Any) -> tuple[str, str]:
    """Those of a review; a table of anything else has none."""
    return getattr(row, "standard_id", ""), getattr(row, "vintage", "")


def _parts(rows: Sequence[Any], places: Places) -> list[Any]:
    """Those of the rows that lie within none of the others."""
    codes = {row.place_code for row in rows}

    def lies_within_another(code: str) -> bool:
        return any(other != code and places.is_within(code, other) for other in codes)

    return [row for row in rows if not lies_within_another(row.place_code)]


def _compare(
    table: RawTable, total: _Total, item: FieldSpec, read: ReadFigure, parts: list[Any], number: int
) -> list[Finding]:  # fmt: skip
    stated = Stated(
        f"total;{number};{item.name}", read.value or Fraction(0), Fraction(0), read.qualifier, read.as_printed
    )
    rows = tuple(_stated(part, item.name) for part in parts)
    verdict = SumOfParts(stated, rows, complete=True).check()
    if verdict.state not in (State.CONTRADICTION, State.LIKELY):
        return []
    known = [row for row in rows if row is not None]
    added = sum((row.value for row in known), Fraction(0))
    terms, printed = " + ".join(row.text for row in known), write_number(read.value or 0, 0)
    where = table.place(total.row, item.name)
    sources = [json.loads(getattr(part, f"{item.name}_source"))["row"] for part in parts]
    return [
        Finding(
            id=finding_id(FindingKind.SUM, [table.file, table.sheet, stated.key]),
            severity=Severity.ERROR if verdict.state is State.CONTRADICTION else Severity.WARNING,
            kind=FindingKind.SUM,
            message_vi=f"{item.label_vi}: dòng tổng ghi {printed}, cộng các dòng {_span(sources)} được "
            f"{write_number(added, 0)}. Đề nghị đơn vị kiểm tra, xác nhận.",
            message_en=f"{item.label_en}: the total row says {write_number(read.value or 0, 0, 'en')}, rows "
            f"{_span(sources)} add up to {write_number(added, 0, 'en')}.",
            file=where.file,
            sheet=where.sheet,
            row=where.row,
            column=where.column,
            quote=read.as_printed,
            stated=read.as_printed,
            computed=f"{terms} = {write_number(added, 0)} ≠ {printed}",
        )
    ]


def _stated(part: Any, column: str) -> Stated | None:
    value = getattr(part, column)
    if value is None or pd.isna(value):
        return None
    qualifier = Qualifier(getattr(part, f"{column}_qualifier"))
    return Stated(part.place_code, Fraction(value), Fraction(0), qualifier, write_number(Fraction(value), 0))


def _span(rows: list[int]) -> str:
    return f"{min(rows)}–{max(rows)}" if len(rows) > 1 else str(rows[0])


def unclear_total(table: RawTable, row: RawRow, number: int, missing_vi: str, missing_en: str) -> Finding:
    """A note on a total row that does not say which rows it adds up."""
    return Finding(
        id=finding_id(FindingKind.MAPPING, [table.file, table.sheet, f"total;{number}"]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Dòng tổng không nêu rõ {missing_vi} của các dòng được cộng nên không đối chiếu được.",
        message_en=f"The total row does not say which {missing_en} it adds up, so it was not checked.",
        file=table.file,
        sheet=table.sheet,
        row=row.number,
        quote=next(cell.text for cell in row.cells if cell.text),
    )
