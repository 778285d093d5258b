"""Đọc bảng: the cells of a text's tables as grids, their header rows told from their data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from poverty_evaluation.audit.documents.source import BlockKind, SourceText
from poverty_evaluation.audit.figures.figure import Figure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.rules.tables.grid import ORDINAL, ORDINAL_HEADER, Cell, Grid

MOST_COLUMNS, MOST_CELLS = 60, 60_000
_LONGEST = 400
_NUMBER_ONLY = re.compile(
    r"[-+(]?\s?\d[\d.,]*\s?\)?\s?(?:%|đồng|đ|triệu đồng|trđ|tỷ đồng|hộ|người|ha|kg|tấn|con|lượt)?\*{0,2}"
)
_COLUMN_NUMBER = re.compile(r"\(?(?P<number>\d{1,2}|[a-e])\)?(?P<formula>\s?[=:].{1,60})?")


def grids_of(reading: Reading) -> Iterator[Grid]:
    """The tables of a text that hold numbers, those of bearable size."""
    by_block: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        if reading.block_of(figure).kind is BlockKind.CELL:
            by_block.setdefault(figure.block, []).append(figure)
    tables = list(reading.source.tables.values())
    cuts = [False, *(_is_cut(reading.source, first, second) for first, second in pairwise(tables)), False]
    for blocks, (is_cut_above, is_cut_below) in zip(tables, pairwise(cuts), strict=False):
        if len(blocks) <= MOST_CELLS and any(index in by_block for index in blocks):
            grid = _grid(reading, blocks, by_block)
            if grid is not None:
                yield replace(grid, is_cut_above=is_cut_above, is_cut_below=is_cut_below)


def _is_cut(source: SourceText, first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether two tables are one that a page ends within: nothing stands between them but the edge of the page."""
    end, start = source.blocks[first[-1]].end, source.blocks[second[0]].start
    return not source.text[end:start].strip() and source.page_of(end) != source.page_of(start)


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
        if block.column_span == block.row_span == 1:
            if block.column < columns:
                place = block.row, block.column
                texts[place], printed[place] = text, shown
                if (read := _number(text, by_block.get(index, []))) is not None:
                    figures[place] = read
            continue
        for row in range(block.row, min(block.row + block.row_span, rows)):
            for column in range(block.column, min(block.column + block.column_span, columns)):
                texts[row, column], printed[row, column] = text, shown
    header, formulas, numbered = _header(texts, figures, rows, columns)
    headers = tuple(_above(texts, column, header) for column in range(columns))
    if ORDINAL_HEADER.fullmatch(headers[0]):
        _realign(header, rows, columns, texts, printed, figures)
    caption = reading.source.plain[max(0, blocks[0].start - 300) : blocks[0].start]
    numbers = _stepped({place: read for place, read in figures.items() if place[0] >= header}, headers, caption)
    return Grid(rows, columns, texts, printed, numbers, header, headers, formulas, numbered, caption)


def _realign(
    header: int, rows: int, columns: int, texts: dict[tuple[int, int], str], printed: dict[tuple[int, int], str],
    figures: dict[tuple[int, int], tuple[Figure, int]],
) -> None:  # fmt: skip
    """Move the cells of rows whose label stands where ordinals do: a joined or empty cell was lost there."""
    data = range(header, rows)
    first = next((at for at in range(1, columns) if sum((row, at) in figures for row in data) * 2 > len(data)), None)
    for row in data:
        begun = next((at for at in range(1, columns) if (row, at) in figures), None)
        label = texts.get((row, 0), "")
        if first is None or begun is None or begun >= first or not label or ORDINAL.fullmatch(label):
            continue
        by = first - begun
        if any(texts.get((row, at)) for at in (*range(1, begun), *range(columns - by, columns))):
            continue
        for column in range(columns - 1, begun - 1, -1):
            if (row, column) in texts:
                texts[row, column + by] = texts.pop((row, column))
                printed[row, column + by] = printed.pop((row, column))
            if (row, column) in figures:
                figures[row, column + by] = figures.pop((row, column))


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
        filled = [word for _, word in told if word]
        is_numbering = row and len(marks) >= 3 and len(marks) >= len(filled) - 1
        if is_numbering and _counts_up([marks[at]["number"] for at in sorted(marks)]):
            for column, match in marks.items():
                numbered.setdefault(match["number"], column)
                if match["formula"]:
                    formulas[column] = match["formula"].strip(" =:")
            return row + 1, formulas, numbered
        is_title = row and (len(set(filled)) < 2 or ORDINAL.fullmatch(told[0][1]) is not None)
        if is_title or any((row, column) in figures for column in range(columns)):
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
    steps: dict[tuple[int, int], Fraction] = {}  # half of the last digit that a column prints, by its decimals
    cells = {}
    for (row, column), (figure, sign) in figures.items():
        step = steps.get((column, figure.decimals))
        if step is None:
            kinds = decimals[column]
            step = Fraction(0)
            if kinds != {0}:
                step = Fraction(1, 2 * 10 ** (figure.decimals or min(kinds - {0})))
            elif is_measured or _MEASURED.search(headers[column]):
                step = Fraction(1, 2)
            steps[column, figure.decimals] = step
        cells[row, column] = Cell(figure, row, column, step if figure.factor == 1 else step * figure.factor, sign)
    return cells
