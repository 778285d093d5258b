"""Kế hoạch và giải ngân vốn: the money of a programme, every amount read in the unit that its row tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from poverty_evaluation.ingest.fund_totals import check_fund_totals, is_fund_total
from poverty_evaluation.ingest.positions import Refusal
from poverty_evaluation.ingest.raw_tables import RawRow, RawTable
from poverty_evaluation.ingest.reading import Reader, empty_frame, read_frame, refuse_unit
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.period_tables import FUND_DISBURSEMENT
from poverty_evaluation.vocabulary.quantities import split_unit

_YEAR = re.compile(r"(19|20)[0-9]{2}")


def read_funds(table: RawTable | None, reader: Reader) -> pd.DataFrame:
    """The rows of the table of funds; a row whose unit is no money is refused once, not cell by cell. Total rows are
    left out and held against the others."""
    if table is None:
        return empty_frame(FUND_DISBURSEMENT)
    totals = [row for row in table.rows if is_fund_total(table, row)]
    table = replace(table, rows=tuple(row for row in table.rows if row not in totals))
    known = len(reader.problems)
    readable = replace(table, rows=tuple(row for row in table.rows if _has_money_unit(table, row, reader)))
    for row, text in _wrong_years(table):
        remedy = "Ghi năm của kế hoạch vốn, ví dụ 2018.", "Write the year of the plan, such as 2018."
        reader.refuse(table.place(row, "year"), Refusal(("một năm, ví dụ 2018", "a year such as 2018"), text, remedy))
    funds = read_frame(readable, reader)
    if len(reader.problems) == known:
        reader.notes += check_fund_totals(table, totals, funds, reader)
    return funds


def _has_money_unit(table: RawTable, row: RawRow, reader: Reader) -> bool:
    text = table.cell(row, "unit").text
    if not text:
        return True  # told by the column itself, which may not be empty
    bare = split_unit(text)[1]
    unit = reader.unit(bare)
    if unit is not None and unit.kind is FigureKind.MONEY:
        return True
    if unit is None:
        refuse_unit(table.place(row, "unit"), text, bare, reader)
    else:
        remedy = "Ghi đơn vị tiền của dòng, ví dụ triệu đồng.", "Write the unit of the row, such as triệu đồng."
        reader.refuse(table.place(row, "unit"), Refusal(("một đơn vị tiền", "a unit of money"), text, remedy))
    return False


def _wrong_years(table: RawTable) -> Iterator[tuple[RawRow, str]]:
    for row in table.rows:
        text = table.cell(row, "year").text
        if text and not _YEAR.fullmatch(text):
            yield row, text
