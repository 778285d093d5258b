"""Bề rộng cột: how wide the columns of a printed table are, estimated so that no word and no number is cut."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

_POINT_MM = 25.4 / 72
_INSET_MM = 2.9  # both sides of a cell, with its line
_NARROW = frozenset("iljtfrI.,;:'!|()[]/-\u200b ")
_WIDE = frozenset("mwMW%—…")
#: The sizes of letters in tables, the largest first.
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_DENSE, _TALL = 9.5, 2.5  # letters get no smaller than this for the sake of rows of more lines than that
_TEXT_LIMIT_MM = 80.0
_NAME_MM = 32.0  # a column of names, such as those of wards
_STEPS_MM = (12.0, 5.0, 2.0)  # by which widths are moved from column to column


@dataclass(frozen=True, slots=True)
class ColumnText:
    """What a column holds: its heading, its cells, whether its cells must stay on one line, and a hint of width."""

    heading: str
    cells: tuple[str, ...]
    unbroken: bool
    hint: float = 1.0
    number: str = ""  # what stands in the row of column numbers, broken only at a stroke


@dataclass(frozen=True, slots=True)
class TableMeasure:
    """Widths in millimetres and the size of the letters in points."""

    widths: tuple[float, ...]
    size: float


def measure_table(columns: Sequence[ColumnText], available_mm: float) -> TableMeasure:
    """The largest letters with which every word and number fits, smaller ones where rows get tall; and widths that
    share the page sensibly."""
    for size in SIZES:
        least = [_least(column, size) for column in columns]
        if sum(least) > available_mm:
            continue
        lines = _Lines(columns, size)
        widths = _lower(lines, least, _shared(columns, least, available_mm, size))
        if size <= _DENSE or _height(lines.of_columns(widths)) <= _TALL * lines.rows:
            return TableMeasure(widths, size)
    least = [_least(column, SIZES[-1]) for column in columns]
    scale = available_mm / sum(least)
    return TableMeasure(tuple(width * scale for width in least), SIZES[-1])


def fits(columns: Sequence[ColumnText], available_mm: float, size: float = SIZES[-1]) -> bool:
    """Whether every word and number has room in letters of this size, by default the smallest."""
    return sum(_least(column, size) for column in columns) <= available_mm


@functools.lru_cache(maxsize=20_000)  # words of tables recur
def text_mm(text: str, size: float, bold: bool = False) -> float:
    """About how wide a line of text is in the serif font."""
    ems = sum(_em(character) for character in unicodedata.normalize("NFD", text))
    return ems * size * _POINT_MM * (1.10 if bold else 1.04)


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.85
    if character.isupper():
        return 0.69
    return 0.5


def _least(column: ColumnText, size: float) -> float:
    """The width below which a word of the heading or a whole number would be cut."""
    words = [text_mm(word, size, bold=True) for word in column.heading.split()]
    words += [
        text_mm(part + "/", size - 1.5) - 1.5 for part in column.number.split("/")
    ]  # a quotient may take two lines
    for cell in column.cells:
        parts = [cell] if column.unbroken else cell.split()
        words += [text_mm(part, size) for part in parts]
    return max(words) + _INSET_MM


def _with_heading(column: ColumnText, size: float, lines: int) -> float:
    """The width at which the heading takes about so many lines."""
    return text_mm(column.heading, size, bold=True) / lines * (1.15 if lines > 1 else 1.0) + _INSET_MM


def _with_cells(column: ColumnText, size: float) -> float:
    """The width at which the cells stand on one line, as far as a column of text may go."""
    cells = max((text_mm(cell, size) for cell in column.cells), default=0.0)
    return min(cells * column.hint, _TEXT_LIMIT_MM * max(column.hint, 1.0)) + _INSET_MM


def _shared(columns: Sequence[ColumnText], least: Sequence[float], available: float, size: float) -> tuple[float, ...]:
    """What is left over goes first to short texts such as names, then to headings of many lines, then to all texts,
    then to headings again, then to all."""
    widths = list(least)
    for wishes in (
        [min(_with_cells(column, size), _NAME_MM) for column in columns],
        [_with_heading(column, size, lines=3) for column in columns],
        [_with_cells(column, size) for column in columns],
        [_with_heading(column, size, lines=2) for column in columns],
        [_with_heading(column, size, lines=1) for column in columns],
    ):
        widths = _widened(widths, wishes, available)
    rest, whole = available - sum(widths), sum(widths)
    return tuple(width + rest * width / whole for width in widths)


def _widened(widths: Sequence[float], wishes: Sequence[float], available: float) -> list[float]:
    """Each column as wide as it wishes, or with its share of what there is."""
    missing = [max(wish - width, 0.0) for width, wish in zip(widths, wishes, strict=True)]
    share = min(1.0, (available - sum(widths)) / sum(missing)) if sum(missing) else 0.0
    return [width + more * share for width, more in zip(widths, missing, strict=True)]


def _lower(lines: _Lines, least: Sequence[float], widths: Sequence[float]) -> tuple[float, ...]:
    """Widths moved from column to column for as long as the table gets lower by it."""
    now = list(widths)
    columns = lines.of_columns(now)
    height = _height(columns)
    for step in _STEPS_MM:
        improved = True
        while improved:
            improved = False
            for giver, taker in permutations(range(len(least)), 2):
                if now[giver] - step < least[giver] or columns[taker].is_flat:
                    continue
                wider = lines.of_column(taker, now[taker] + step)
                if wider.sum == columns[taker].sum:
                    continue  # no cell of it gets lower
                tried = list(columns)
                tried[giver], tried[taker] = lines.of_column(giver, now[giver] - step), wider
                if (lower := _height(tried)) < height:
                    columns, height, improved = tried, lower, True
                    now[giver] -= step
                    now[taker] += step
    return tuple(now)


@dataclass(frozen=True, slots=True)
class _ColumnLines:
    """The lines that the heading and the cells of a column take, first the heading; their sum; whether no cell takes
    more than one."""

    lines: tuple[int, ...]
    sum: int
    is_flat: bool


def _height(columns: Sequence[_ColumnLines]) -> float:
    """All lines, row by row the most of any cell; at the same height, fewer lines in the other cells are better."""
    tallest = sum(map(max, zip(*(column.lines for column in columns), strict=False)))
    return float(tallest + sum(column.sum for column in columns) / 1000)


class _Lines:
    """How many lines the heading and the cells of a table take at given widths."""

    def __init__(self, columns: Sequence[ColumnText], size: float):
        self._space = text_mm(" ", size)
        self._words = [
            [
                [text_mm(word, size, bold=True) for word in column.heading.split()],
                *([text_mm(word, size) for word in cell.split()] for cell in column.cells),
            ]
            for column in columns
        ]
        self.rows = max(len(cells) for cells in self._words)
        self._unbroken = [column.unbroken for column in columns]
        self._known: dict[tuple[int, float], _ColumnLines] = {}

    def of_columns(self, widths: Sequence[float]) -> list[_ColumnLines]:
        return [self.of_column(place, width) for place, width in enumerate(widths)]

    def of_column(self, place: int, width: float) -> _ColumnLines:
        key = (place, round(width, 2))
        if key not in self._known:
            room = width - _INSET_MM
            heading, *cells = self._words[place]
            in_cells = [1] * len(cells) if self._unbroken[place] else [self._wrapped(words, room) for words in cells]
            taken = (self._wrapped(heading, room), *in_cells)
            self._known[key] = _ColumnLines(taken, sum(taken), max(taken) <= 1)
        return self._known[key]

    def _wrapped(self, words: Sequence[float], room: float) -> int:
        lines, used = 1, 0.0
        for word in words:
            if used and used + self._space + word > room:
                lines, used = lines + 1, word
            else:
                used += word + (self._space if used else 0.0)
        return lines
