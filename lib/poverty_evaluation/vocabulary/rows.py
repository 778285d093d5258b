"""Dòng của bảng: the rows of a data frame as named tuples."""

from __future__ import annotations

import functools
from collections import namedtuple
from typing import Any, Protocol


class Table(Protocol):
    """What is asked of a data frame here; the vocabulary itself needs no library for tables."""

    @property
    def columns(self) -> Any: ...

    def to_numpy(self, dtype: Any = ...) -> Any: ...


def rows_of(frame: Table) -> list[Any]:
    """What `frame.itertuples(index=False)` yields, without taking a wide table apart column by column."""
    make = _row_class(tuple(frame.columns))._make
    return [make(cells) for cells in frame.to_numpy(dtype=object).tolist()]


@functools.lru_cache(maxsize=256)
def _row_class(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns, rename=True)
