"""Bảng trên đĩa: data frames as Parquet that come back as they went, exact numbers and absent values included."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from poverty_evaluation.workspace.atomic import replacing

_OBJECT_COLUMNS = b"poverty_evaluation.object_columns"


def write_frame(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame; TypeError naming the column that holds what Parquet cannot (a Fraction, mixed types).

    Columns of Python objects may hold text, whole numbers, `Decimal`, dates, booleans and None. The index is not
    kept.
    """
    arrays, objects = [], []
    for position, name in enumerate(frame.columns):
        series = frame.iloc[:, position]
        if series.dtype == object:
            objects.append(str(name))
        arrays.append(_to_arrow(series, str(name)))
    metadata = {_OBJECT_COLUMNS: "\n".join(objects).encode()}
    table = pa.Table.from_arrays(arrays, names=[str(name) for name in frame.columns]).replace_schema_metadata(metadata)
    with replacing(path) as temporary:
        pq.write_table(table, temporary)


def read_frame(path: Path) -> pd.DataFrame:
    """The frame as `write_frame` was given it, with a fresh index."""
    table = pq.read_table(path)
    objects = set((table.schema.metadata or {}).get(_OBJECT_COLUMNS, b"").decode().split("\n"))
    columns = {
        name: _objects(table.column(name)) if name in objects else table.column(name).to_pandas()
        for name in table.column_names
    }
    return pd.DataFrame(columns, index=range(table.num_rows))


def _to_arrow(series: pd.Series[Any], name: str) -> pa.Array:
    try:
        return pa.array(series, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        kinds = ", ".join(sorted({type(item).__name__ for item in series}))
        raise TypeError(f"column {name!r} cannot be handed over: it holds {kinds}") from error


def _objects(column: pa.ChunkedArray) -> pd.Series[Any]:
    return pd.Series(_plain(column.to_pylist()), dtype=object)


def _plain(items: Iterable[Any]) -> list[Any]:
    return [_shortest(item) if isinstance(item, Decimal) else item for item in items]


def _shortest(number: Decimal) -> Decimal:
    """Without the zeros that the column's common scale added behind the decimal sign."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()
