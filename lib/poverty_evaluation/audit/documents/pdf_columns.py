"""Cột của bảng có cấu trúc: tags leave empty cells out; where the words stand says which column they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poverty_evaluation.audit.documents.draft import Cell

#: From where to where the words of a cell stand, None for an empty one.
Extent = tuple[float, float] | None


def placed(cells: Sequence[Cell], extents: Sequence[Extent]) -> list[Cell]:
    """The cells of a table, those of rows that lack cells moved to the columns over which their words stand."""
    width = max(cell.column + cell.column_span for cell in cells)
    rows: dict[int, list[int]] = {}
    for index, cell in enumerate(cells):
        rows.setdefault(cell.row, []).append(index)
    reaching = [cell for cell in cells if cell.row_span > 1]
    full = {
        row for row, members in rows.items() if _filled(row, [cells[index] for index in members], reaching) >= width
    }
    columns = _columns(cells, extents, full, width)
    found = list(cells)
    if not all(columns):
        return found
    for row in rows.keys() - full:
        last = -1
        for index in rows[row]:
            column = _nearest(extents[index], columns, last + 1, cells[index].column)
            found[index] = replace(cells[index], column=column)
            last = column + cells[index].column_span - 1
    return found


def _filled(row: int, members: Sequence[Cell], reaching: Sequence[Cell]) -> int:
    """How many columns a row fills, with the cells that reach into it from above."""
    above = sum(cell.column_span for cell in reaching if cell.row < row < cell.row + cell.row_span)
    return above + sum(cell.column_span for cell in members)


def _columns(cells: Sequence[Cell], extents: Sequence[Extent], full: set[int], width: int) -> list[Extent]:
    """Where the words of each column stand, by the rows that have all cells."""
    columns: list[Extent] = [None] * width
    for cell, extent in zip(cells, extents, strict=True):
        if extent is None or cell.row not in full or cell.column_span > 1:
            continue
        known = columns[cell.column]
        columns[cell.column] = extent if known is None else (min(known[0], extent[0]), max(known[1], extent[1]))
    return columns


def _nearest(extent: Extent, columns: Sequence[Extent], least: int, otherwise: int) -> int:
    """The column over which words stand, at least `least`."""
    if extent is None or least >= len(columns):
        return max(least, otherwise)
    middle = (extent[0] + extent[1]) / 2

    def distance(column: int) -> tuple[float, float]:
        left, right = columns[column] or (0.0, 0.0)
        return -max(0.0, min(right, extent[1]) - max(left, extent[0])), abs((left + right) / 2 - middle)

    return min(range(least, len(columns)), key=distance)
