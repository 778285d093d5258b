"""Lưới của bảng: a table as rows and columns, with what its header, its labels and its cells are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.relations import Stated

ORDINAL_HEADER = re.compile(r"(?:s\.?t\.?t|t\.?t|số tt|số thứ tự|thứ tự|#|no\.?)\.?")
ORDINAL = re.compile(r"\(?(?:[ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,2}){0,3})[.)]{0,2}|[-+*•]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table. step: half of the last digit that its column prints; sign: −1 where a minus stands apart;
    per cents without a sign are told as fractions of 1 by `as_rate`."""

    figure: Figure
    row: int
    column: int
    step: Fraction
    sign: int = 1

    @property
    def value(self) -> Fraction:
        return self.figure.known if self.sign == 1 else -self.figure.known

    def stated(self, told: Stated) -> Stated:
        if self.sign == 1 and self.step <= told.half_step:
            return told
        return replace(told, value=told.value * self.sign, half_step=max(told.half_step, self.step))

    def as_rate(self, told: Stated) -> Stated:
        """The cell as a fraction of 1, at least as coarse as it is printed."""
        if self.figure.measure in (Measure.PERCENT, Measure.POINTS):
            half = max(told.half_step, Fraction(1, 200 * 10**self.figure.decimals))
            return replace(told, value=told.value if self.sign == 1 else -told.value, half_step=half)
        half = max(told.half_step, self.step, Fraction(1, 2 * 10**self.figure.decimals)) / 100
        return replace(told, value=told.value * self.sign / 100, half_step=half)


@dataclass(frozen=True)
class Grid:
    """A table. texts: the plain text of each place, spans filled; printed: the same as it is printed; numbers: its
    readable figures; header: how many rows at the top are no data; headers: the words above each column; formulas:
    what a row of column numbers says; numbered: the columns by that number; caption: the text in front of the table;
    is_cut_above, is_cut_below: whether rows of it stand in another table, on the page before or behind."""

    rows: int
    columns: int
    texts: Mapping[tuple[int, int], str]
    printed: Mapping[tuple[int, int], str]
    numbers: Mapping[tuple[int, int], Cell]
    header: int
    headers: tuple[str, ...]
    formulas: Mapping[int, str]
    numbered: Mapping[str, int]
    caption: str
    is_cut_above: bool = False
    is_cut_below: bool = False

    @cached_property
    def ordinal(self) -> int | None:
        """The column of ordinals, if there is one."""
        for column in range(min(2, self.columns)):
            words = [self.texts.get((row, column), "") for row in self.data]
            told = [word for word in words if word]
            if ORDINAL_HEADER.fullmatch(self.headers[column]) or (
                column == 0 and len(told) > 1 and self.columns > 2 and all(ORDINAL.fullmatch(word) for word in told)
            ):
                return column
        return None

    @property
    def data(self) -> range:
        return range(self.header, self.rows)

    @cached_property
    def numeric(self) -> tuple[int, ...]:
        """The columns whose filled places are mostly numbers."""
        found = []
        for column in range(self.columns):
            filled = sum(bool(self.texts.get((row, column))) for row in self.data)
            numbers = sum((row, column) in self.numbers for row in self.data)
            if column != self.ordinal and numbers and numbers * 2 > filled:
                found.append(column)
        return tuple(found)

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """What each row of data is called: the words in front of its first number."""
        first = min(self.numeric, default=self.columns)
        return {row: self._label(row, first) for row in self.data}

    def _label(self, row: int, first: int) -> str:
        told = dict.fromkeys(
            self.texts.get((row, column), "") for column in range(first) if (row, column) not in self.numbers
        )
        words = [word for word in told if word and not ORDINAL.fullmatch(word)]
        return words[0] if words else next((word for word in told if word), "")

    def mark(self, row: int) -> str:
        """The ordinal of a row as printed, or the dash or number at the beginning of its label."""
        if self.ordinal is not None and (mark := self.texts.get((row, self.ordinal), "")) and ORDINAL.fullmatch(mark):
            return mark.strip("().")
        match = re.match(r"(?:[-+*•]|[ivx]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)])(?=\s)", self.labels[row])
        return match[0].strip("().") if match else ""

    def row_name(self, row: int) -> str:
        """A row's label as printed."""
        place = next((at for at in range(self.columns) if self.texts.get((row, at), "") == self.labels.get(row)), 0)
        return self.printed.get((row, place), "")

    def column_name(self, column: int) -> str:
        """The words above a column as printed."""
        words = (self.printed.get((row, column), "") for row in range(self.header))
        return " ".join(dict.fromkeys(word for word in words if word)) or self.headers[column]
