"""Rows of a table: as pandas gives them."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from poverty_evaluation.vocabulary.rows import rows_of

OBJECTS = pd.Series([Decimal("1.50"), None, date(2018, 1, 5)], dtype=object)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [True, False], "d": [0.5, float("inf")]}),
        pd.DataFrame({"a": OBJECTS, "b": pd.Timestamp("2018-01-05")}),
        pd.DataFrame({"class": ["x"], "a b": [(1, 2)], "c": [["y"]]}),
        pd.DataFrame({"a": [], "b": []}),
        pd.DataFrame({"a": [1, 2, 3]})[lambda one: one["a"] > 1],
        pd.DataFrame([[1, "x"]], columns=["a", "a"]),
    ],
)
def test_rows_are_those_of_itertuples(frame: pd.DataFrame) -> None:
    rows, expected = rows_of(frame), list(frame.itertuples(index=False))
    assert [tuple(row) for row in rows] == [tuple(row) for row in expected]
    assert [list(map(type, row)) for row in rows] == [list(map(type, row)) for row in expected]
    assert [row._fields for row in rows] == [row._fields for row in expected]
