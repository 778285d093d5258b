"""Dòng tổng số của bảng vốn: left out of the data and held against the sum of the rows it adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import ReadFigure
from poverty_evaluation.ingest.raw_tables import RawRow, RawTable, fold
from poverty_evaluation.ingest.reading import Reader, day_of, read_count
from poverty_evaluation.ingest.totals import TOTAL_WORDS, unclear_total
from poverty_evaluation.relations import State, Stated, SumOfParts
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import write_money
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

_CUT_OFF = ("year", "as_of", "realisation")


def is_fund_total(table: RawTable, row: RawRow) -> bool:
    component = fold(table.cell(row, "component_code").text)
    return component in TOTAL_WORDS or (component == "" and any(fold(cell.text) in TOTAL_WORDS for cell in row.cells))


def check_fund_totals(table: RawTable, totals: Sequence[RawRow], funds: pd.DataFrame, reader: Reader) -> list[Finding]:
    """An error for each printed total that is not the sum of its rows; a note where it is not clear which they are."""
    findings: list[Finding] = []
    for row in totals:
        rows = list(_rows(table, row, funds))
        cut_offs = {tuple(getattr(part, name) for name in _CUT_OFF) for part in rows}
        if len(cut_offs) != 1 or not table.cell(row, "unit").text:
            findings.append(unclear_total(table, row, row.number, "năm, ngày, đơn vị tính", "year, date and unit"))
            continue
        for item in table.spec.fields:
            if item.type is FieldType.MONEY and table.cell(row, item.name).text:
                read = read_count(table, row, item, reader)
                if read is not None and read.value is not None:
                    findings += _compare(table, row, item, read, rows)
    return findings


def _rows(table: RawTable, total: RawRow, funds: pd.DataFrame) -> Iterator[Any]:
    """The rows of what the total says of itself, without sub-projects whose component has a row for the same money."""
    day = day_of(table, total, "as_of")
    asked = {name: table.cell(total, name).text for name in ("source", "kind", "year", "realisation")}
    asked["as_of"] = day.isoformat() if day else ""
    rows = [row for row in rows_of(funds) if all(text in ("", getattr(row, name)) for name, text in asked.items())]
    told = {_key(row, row.component_code) for row in rows}
    for row in rows:
        code = row.component_code
        if code.count("-") < 2 or _key(row, code.rsplit("-", 1)[0]) not in told:
            yield row


def _key(row: Any, component: str) -> tuple[str, ...]:
    return component, row.source, row.kind, row.year, row.as_of, row.realisation


def _compare(
    table: RawTable, total: RawRow, item: FieldSpec, read: ReadFigure, rows: Sequence[Any]
) -> Iterator[Finding]:  # fmt: skip
    value = read.value or Fraction(0)
    stated = Stated(f"total;{total.number};{item.name}", value, Fraction(0), read.qualifier, read.as_printed)
    parts = tuple(_stated(row, item.name) for row in rows if _applies(row, item.name))
    verdict = SumOfParts(stated, parts, complete=True).check()
    if verdict.state not in (State.CONTRADICTION, State.LIKELY):
        return
    total_of_rows = sum((part.value for part in parts if part is not None), Fraction(0))
    (added, added_en), (printed, printed_en) = (
        [write_money(one, language) for language in ("vi", "en")] for one in (total_of_rows, value)
    )
    where = table.place(total, item.name)
    yield Finding(
        id=finding_id(FindingKind.SUM, [table.file, table.sheet, stated.key]),
        severity=Severity.ERROR if verdict.state is State.CONTRADICTION else Severity.WARNING,
        kind=FindingKind.SUM,
        message_vi=f"{item.label_vi}: dòng tổng ghi {printed}, cộng các dòng được {added}. Đề nghị đơn vị kiểm tra, "
        "xác nhận.",
        message_en=f"{item.label_en}: the total row says {printed_en}, its rows add up to {added_en}.",
        file=where.file,
        sheet=where.sheet,
        row=where.row,
        column=where.column,
        quote=read.as_printed,
        stated=read.as_printed,
        computed=f"{added} ≠ {printed}",
    )


def _applies(row: Any, column: str) -> bool:
    return bool(getattr(row, f"{column}_status") != ValueStatus.NOT_APPLICABLE)


def _stated(row: Any, column: str) -> Stated | None:
    value = getattr(row, column)
    if value is None or pd.isna(value):
        return None
    return Stated(row.component_code, Fraction(value), Fraction(0), Qualifier(getattr(row, f"{column}_qualifier")))
