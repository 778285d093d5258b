"""Bổ sung, đưa ra khỏi danh sách: what was approved between two reviews, without the total rows among it."""

from __future__ import annotations

import pandas as pd

from poverty_evaluation.ingest.raw_tables import RawTable
from poverty_evaluation.ingest.reading import Reader, empty_frame, read_frame
from poverty_evaluation.ingest.totals import check_totals, split_totals
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_CHANGES


def read_household_changes(sheet: RawTable | None, reader: Reader) -> pd.DataFrame:
    """One row per place and date; total rows are held against the sum of the others."""
    if sheet is None:
        return empty_frame(HOUSEHOLD_CHANGES)
    rows, totals = split_totals(sheet)
    known = len(reader.problems)
    changes = read_frame(rows, reader)
    if len(reader.problems) == known:
        reader.notes += check_totals(sheet, totals, changes, reader)
    return changes
