"""Bảng trên đĩa: data frames as Parquet that come back as they went, exact numbers and absent values included."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from poverty_evaluation.workspace.atomic import replacing

#: Some nine hundred mostly empty columns of few rows: what helps with millions of rows costs more than it gives.
_SMALL: dict[str, Any] = {"use_dictionary": False, "write_statistics": False, "compression": "none"}
_OBJECT_COLUMNS = b"poverty_evaluation.object_columns"


def write_frame(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame; TypeError naming the column that holds what Parquet cannot (a Fraction, mixed types).

    Columns of Python objects may hold text, whole numbers, `Decimal`, dates, booleans and None. The index is not
    kept.
    """
    names = [str(name) for name in frame.columns]
    are_objects = [isinstance(dtype, np.dtype) and dtype.hasobject for dtype in frame.dtypes]
    cells = np.ascontiguousarray(frame.loc[:, are_objects].to_numpy(dtype=object).T)
    objects = iter(cells)
    arrays = [
        _to_arrow(next(objects) if is_object else frame.iloc[:, position], name)
        for position, (name, is_object) in enumerate(zip(names, are_objects, strict=True))
    ]
    told = "\n".join(name for name, is_object in zip(names, are_objects, strict=True) if is_object)
    table = pa.Table.from_arrays(arrays, names=names).replace_schema_metadata({_OBJECT_COLUMNS: told.encode()})
    with replacing(path) as temporary:
        pq.write_table(table, temporary, **_SMALL)


def read_frame(path: Path) -> pd.DataFrame:
    """The frame as `write_frame` was given it, with a fresh index."""
    with pq.ParquetFile(path) as file:
        table = file.read(use_threads=False)
    objects = set((table.schema.metadata or {}).get(_OBJECT_COLUMNS, b"").decode().split("\n"))
    names = [name for name in table.column_names if name in objects]
    cells = np.empty((len(names), table.num_rows), dtype=object)
    for place, name in enumerate(names):
        cells[place] = _objects(table.column(name))
    frame = pd.DataFrame(cells.T, columns=names, dtype=object)
    for place, name in enumerate(table.column_names):
        if name not in objects:
            frame.insert(place, name, table.column(name).to_pandas())
    return frame


def _to_arrow(column: Any, name: str) -> pa.Array:
    if not len(column) and isinstance(column, np.ndarray):
        return pa.nulls(0)
    try:
        return pa.array(column, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        kinds = ", ".join(sorted({type(item).__name__ for item in column}))
        raise TypeError(f"column {name!r} cannot be handed over: it holds {kinds}") from error


def _objects(column: pa.ChunkedArray) -> Any:
    if pa.types.is_null(column.type):
        return None
    if pa.types.is_string(column.type):
        return column.to_numpy(zero_copy_only=False)
    return _plain(column.to_pylist())


def _plain(items: Iterable[Any]) -> list[Any]:
    return [_shortest(item) if isinstance(item, Decimal) else item for item in items]


def _shortest(number: Decimal) -> Decimal:
    """Without the zeros that the column's common scale added behind the decimal sign."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()
