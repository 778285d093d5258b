"""Biểu phân tổ: the forms that break a class of households down, each wide as received, all in one long frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.positions import quoted
from poverty_evaluation.ingest.raw_tables import RawTable
from poverty_evaluation.ingest.reading import PLACE_COLUMNS, Reader
from poverty_evaluation.ingest.totals import read_with_totals
from poverty_evaluation.reference import Breakdown

BREAKDOWNS = "breakdowns"
_KEY = ("place_code", "as_of", "standard_id", "vintage")
_FIGURE = ("value", "status", "qualifier", "as_printed", "source")
BREAKDOWN_COLUMNS = ("breakdown_id", *_KEY, "category", *_FIGURE, *PLACE_COLUMNS)


def read_breakdowns(tables: Mapping[str, RawTable], reader: Reader) -> pd.DataFrame:
    """One row per form, received row and category: `total` (the class as the form tells it) and each code of the form,
    a column that was not sent among them as missing. Total rows are left out and held against the others."""
    records: list[dict[str, Any]] = []
    for breakdown in reader.reference.breakdowns.values():
        if breakdown.id in tables:
            records += _long(read_with_totals(tables[breakdown.id], reader), breakdown)
            _refuse_other_standards(tables[breakdown.id], breakdown, reader)
    return pd.DataFrame(records, columns=list(BREAKDOWN_COLUMNS), dtype=object)


def _long(frame: pd.DataFrame, breakdown: Breakdown) -> Iterator[dict[str, Any]]:
    for row in frame.to_dict("records"):
        same = {name: row[name] for name in (*_KEY, *PLACE_COLUMNS)}
        for code in breakdown.codes:
            figure = {name: row[code if name == "value" else f"{code}_{name}"] for name in _FIGURE}
            yield {"breakdown_id": breakdown.id, **same, "category": code, **figure}


def _refuse_other_standards(table: RawTable, breakdown: Breakdown, reader: Reader) -> None:
    """A form of one standard cannot tell of a review under another."""
    for row in table.rows:
        told = table.cell(row, "standard_id").text
        if not breakdown.standard or told in ("", breakdown.standard):
            continue
        if told in {standard.id for standard in reader.reference.standards}:
            named = f"“{breakdown.standard}”"
            reader.problems.append(
                table.place(row, "standard_id").problem(
                    (f"chuẩn nghèo của biểu này: {named}", f"the standard of this form: {named}"),
                    quoted(told),
                    ("Sửa chuẩn nghèo, hoặc gửi đúng biểu.", "Mend the standard, or send the form that belongs to it."),
                )
            )
