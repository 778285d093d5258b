"""Lưới của bảng: a table as rows and columns, with what its header, its labels and its cells are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.relations import Stated

MOST_COLUMNS, MOST_CELLS = 60, 60_000
_LONGEST = 400
_NUMBER_ONLY = re.compile(
    r"[-+(]?\s?\d[\d.,]*\s?\)?\s?(?:%|đồng|đ|triệu đồng|trđ|tỷ đồng|hộ|người|ha|kg|tấn|con|lượt)?\*{0,2}"
)
_ORDINAL_HEADER = re.compile(r"(?:s\.?t\.?t|t\.?t|số tt|số thứ tự|thứ tự|#|no\.?)\.?")
_ORDINAL = re.compile(r"\(?(?:[ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,2}){0,3})[.)]{0,2}|[-+*•]")
_COLUMN_NUMBER = re.compile(r"\(?(?P<number>\d{1,2}|[a-e])\)?(?P<formula>\s?[=:].{1,60})?")


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
        return self.figure.known * self.sign

    def stated(self, told: Stated) -> Stated:
        return replace(told, value=told.value * self.sign, half_step=max(told.half_step, self.step))

    def as_rate(self, told: Stated) -> Stated:
        """The cell as a fraction of 1, at least as coarse as it is printed."""
        if self.figure.measure in (Measure.PERCENT, Measure.POINTS):
            half = max(told.half_step, Fraction(1, 200 * 10**self.figure.decimals))
            return replace(told, value=told.value * self.sign, half_step=half)
        half = max(told.half_step, self.step, Fraction(1, 2 * 10**self.figure.decimals)) / 100
        return replace(told, value=told.value * self.sign / 100, half_step=half)


@dataclass(frozen=True)
class Grid:
    """A table. texts: the plain text of each place, spans filled; printed: the same as it is printed; numbers: its
    readable figures; header: how many rows at the top are no data; headers: the words above each column; formulas:
    what a row of column numbers says; numbered: the columns by that number; caption: the text in front of the table."""

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

    @cached_property
    def ordinal(self) -> int | None:
        """The column of ordinals, if there is one."""
        for column in range(min(2, self.columns)):
            words = [self.texts.get((row, column), "") for row in self.data]
            told = [word for word in words if word]
            if _ORDINAL_HEADER.fullmatch(self.headers[column]) or (
                column == 0 and len(told) > 1 and self.columns > 2 and all(_ORDINAL.fullmatch(word) for word in told)
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
        words = [word for word in told if word and not _ORDINAL.fullmatch(word)]
        return words[0] if words else next((word for word in told if word), "")

    def mark(self, row: int) -> str:
        """The ordinal of a row as printed, or the dash or number at the beginning of its label."""
        if self.ordinal is not None and (mark := self.texts.get((row, self.ordinal), "")) and _ORDINAL.fullmatch(mark):
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


def grids_of(reading: Reading) -> Iterator[Grid]:
    """The tables of a text that hold numbers, those of bearable size."""
    by_block: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        if reading.block_of(figure).kind is BlockKind.CELL:
            by_block.setdefault(figure.block, []).append(figure)
    for blocks in reading.source.tables.values():
        if len(blocks) <= MOST_CELLS and any(index in by_block for index in blocks):
            grid = _grid(reading, blocks, by_block)
            if grid is not None:
                yield grid


def _grid(reading: Reading, indices: list[int], by_block: Mapping[int, list[Figure]]) -> Grid | None:
    blocks = [reading.source.blocks[index] for index in indices]
    rows = max(block.row for block in blocks) + 1
    columns = max(min(MOST_COLUMNS, block.column + block.column_span) for block in blocks)
    if rows * columns > MOST_CELLS or rows < 2:
        return None
    texts: dict[tuple[int, int], str] = {}
    printed: dict[tuple[int, int], str] = {}
    figures: dict[tuple[int, int], tuple[Figure, int]] = {}
    for index, block in zip(indices, blocks, strict=True):
        end = min(block.end, block.start + _LONGEST)
        text, shown = (
            " ".join(words[block.start : end].split()).strip("*_ ")
            for words in (reading.source.plain, reading.source.text)
        )
        for row in range(block.row, min(block.row + block.row_span, rows)):
            for column in range(block.column, min(block.column + block.column_span, columns)):
                texts[row, column] = text
                printed[row, column] = shown
        read = _number(text, by_block.get(index, []))
        if read is not None and block.column < columns and block.column_span == 1 and block.row_span == 1:
            figures[block.row, block.column] = read
    header, formulas, numbered = _header(texts, figures, rows, columns)
    headers = tuple(_above(texts, column, header) for column in range(columns))
    caption = reading.source.plain[max(0, blocks[0].start - 300) : blocks[0].start]
    numbers = _stepped({place: read for place, read in figures.items() if place[0] >= header}, headers, caption)
    return Grid(rows, columns, texts, printed, numbers, header, headers, formulas, numbered, caption)


def _number(text: str, figures: list[Figure]) -> tuple[Figure, int] | None:
    """The one number that fills a cell, with its sign."""
    if len(figures) != 1 or not _NUMBER_ONLY.fullmatch(text):
        return None
    figure = figures[0]
    if not figure.is_readable or figure.notation is Notation.MALFORMED or figure.is_range:
        return None
    is_negative = (text[0] == "-" or (text[0] == "(" and text[-1] == ")")) and figure.known > 0
    return figure, -1 if is_negative else 1


def _header(
    texts: Mapping[tuple[int, int], str], figures: Mapping[tuple[int, int], tuple[Figure, int]], rows: int, columns: int
) -> tuple[int, dict[int, str], dict[str, int]]:
    """How many rows stand above the data, and the numbers and formulas of the columns."""
    formulas: dict[int, str] = {}
    numbered: dict[str, int] = {}
    row = 0
    while row < rows:
        told = [(column, texts.get((row, column), "")) for column in range(columns)]
        marks = {column: match for column, word in told if (match := _COLUMN_NUMBER.fullmatch(word))}
        filled = sum(bool(word) for _, word in told)
        if (
            row
            and len(marks) >= 3
            and len(marks) >= filled - 1
            and _counts_up([marks[at]["number"] for at in sorted(marks)])
        ):
            for column, match in marks.items():
                numbered.setdefault(match["number"], column)
                if match["formula"]:
                    formulas[column] = match["formula"].strip(" =:")
        elif any((row, column) in figures for column in range(columns)):
            break
        row += 1
    return row, formulas, numbered


def _counts_up(marks: list[str]) -> bool:
    numbers = [int(mark) for mark in marks if mark.isdecimal()]
    return len(numbers) >= 2 and all(second == first + 1 for first, second in pairwise(numbers))


def _above(texts: Mapping[tuple[int, int], str], column: int, header: int) -> str:
    """The words above a column, from the top; an empty place under a wider head takes the head to its left."""
    words: list[str] = []
    for row in range(header):
        text = texts.get((row, column), "")
        if not text and any(texts.get((below, column)) for below in range(row + 1, header)):
            left = column - 1
            while left >= 0 and not texts.get((row, left)):
                left -= 1
            text = texts.get((row, left), "") if left >= 0 else ""
        if text and text not in words and not _COLUMN_NUMBER.fullmatch(text):
            words.append(text)
    return " ".join(words)


_MEASURED = re.compile(r"(?<!\w)(?:triệu|tỷ|tỉ|nghìn|ngàn|trđ|tr\.đ|tấn|tạ|ha|km|km2|m2|m3|kg)(?!\w)")


def _stepped(
    figures: Mapping[tuple[int, int], tuple[Figure, int]], headers: tuple[str, ...], caption: str
) -> dict[tuple[int, int], Cell]:
    """The numbers with the precision that their column prints."""
    decimals: dict[int, set[int]] = {}
    for (_, column), (figure, _) in figures.items():
        decimals.setdefault(column, set()).add(figure.decimals)
    is_measured = re.search(r"(?:đvt|đơn vị)[^\n]{0,40}" + _MEASURED.pattern, caption) is not None
    cells = {}
    for (row, column), (figure, sign) in figures.items():
        kinds = decimals[column]
        step = Fraction(0)
        if kinds != {0}:
            step = Fraction(1, 2 * 10 ** (figure.decimals or min(kinds - {0}))) * figure.factor
        elif is_measured or _MEASURED.search(headers[column]):
            step = Fraction(1, 2) * figure.factor
        cells[row, column] = Cell(figure, row, column, step, sign)
    return cells
