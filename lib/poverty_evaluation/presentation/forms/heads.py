"""Đầu biểu mẫu: where each heading of a form stands and over how many columns and lines it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import FormHead


@dataclass(frozen=True, slots=True)
class PlacedHead:
    """A heading at a line and a column of the head, counted from 0."""

    text: str
    line: int
    column: int
    across: int
    down: int


def depth_of(columns: Sequence[FormHead]) -> int:
    """How many lines the head takes, without the row of column numbers."""
    return max((1 + (depth_of(one.columns) if one.columns else 0) for one in columns), default=0)


def placed_heads(columns: Sequence[FormHead]) -> list[PlacedHead]:
    """Every heading in reading order; a column without others below it goes down to the end of the head."""
    return sorted(_placed(columns, 0, 0, depth_of(columns)), key=lambda head: (head.line, head.column))


def _placed(columns: Sequence[FormHead], line: int, first: int, depth: int) -> Iterator[PlacedHead]:
    for one in columns:
        across = len(one.leaves)
        yield PlacedHead(one.heading, line, first, across, 1 if one.columns else depth - line)
        yield from _placed(one.columns, line + 1, first, depth)
        first += across
