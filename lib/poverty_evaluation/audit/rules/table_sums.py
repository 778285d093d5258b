"""Dòng cộng, cột tổng của bảng: totals of a table's columns and rows against what they add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.rules.breakdowns import Breakdown, Strength

_MOST_CELLS = 20_000
_TOTAL = re.compile(
    r"[*_\s]*(?:\(?[a-zivx\d]{1,4}[.)]\s*)?(?:tổng(?: cộng| số| chung|)|cộng(?: chung)?|toàn (?:tỉnh|huyện|xã|thị xã|"
    r"thành phố|trường|quận)|tổng .{1,60}|chung)[*_\s:()a-z]{0,12}$"
)
_SUB = re.compile(r"[*_\s]*(?:[-+•*–]\s|trong đó|tr\.?\s?đó|gồm|riêng|t\.đó)")
_NOT_ADDED = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|%|bình quân|bq|năng suất|đơn giá|mức|định mức|xếp hạng|thứ hạng|điểm tb|năm sinh|stt|tt|"
    r"ghi chú|hệ số|mật độ|so sánh|so với)(?!\w)|%"
)
_TOTAL_COLUMN = re.compile(r"[*_\s]*(?:tổng(?: số| cộng|)|cộng|tổng .{1,40})[*_\s]*(?:\(.{0,20}\))?$")
_ROMAN = re.compile(r"[ivx]{1,5}\.?$")
_PLAIN_NUMBER = re.compile(r"\d{1,3}\.?$")


@dataclass(slots=True)
class _Row:
    """A row of a table: label, number in the list ("" where there is none) and its figures by column."""

    label: str
    number: str
    figures: dict[int, Figure] = field(default_factory=dict)

    @property
    def is_total(self) -> bool:
        return _TOTAL.match(self.label) is not None

    @property
    def is_sub(self) -> bool:
        return _SUB.match(self.label) is not None


@dataclass(slots=True)
class _Table:
    headers: dict[int, str]
    rows: list[_Row]
    numbers: int | None  # the column of the numbers of the rows


def of_tables(reading: Reading) -> Iterator[Breakdown]:
    """The totals of every table with the figures that they add up."""
    for cells in reading.source.tables.values():
        if len(cells) <= _MOST_CELLS:
            table = _read(reading, cells)
            yield from _columns(table)
            yield from _rows(table)


def _read(reading: Reading, cells: Sequence[int]) -> _Table:
    """The rows of a table below its header, and what each column is headed by."""
    blocks, plain = reading.source.blocks, reading.source.plain
    of_rows: dict[int, list[int]] = {}
    for cell in cells:
        of_rows.setdefault(blocks[cell].row, []).append(cell)
    headers: dict[int, str] = {}
    rows: list[_Row] = []
    numbers = None
    for row in sorted(of_rows):
        texts = {blocks[cell].column: plain[blocks[cell].start : blocks[cell].end].strip() for cell in of_rows[row]}
        figures = {blocks[cell].column: figure for cell in of_rows[row] if (figure := _figure_of(reading, cell))}
        if not rows and not _has_values(texts, figures):
            for cell in of_rows[row]:
                for column in range(blocks[cell].column, blocks[cell].column + blocks[cell].column_span):
                    headers[column] = f"{headers.get(column, '')} {texts[blocks[cell].column]}".strip()
            continue
        if numbers is None and not rows:
            numbers = next(
                (
                    column
                    for column, text in headers.items()
                    if text.strip("*_ ") in ("stt", "tt", "số tt", "số thứ tự")
                ),
                None,
            )
        label = next(
            (text for column, text in sorted(texts.items()) if column != numbers and re.search(r"[^\W\d_]{2}", text)),
            "",
        )
        number = texts.get(numbers, "").strip("*_ ") if numbers is not None else ""
        figures.pop(numbers, None) if numbers is not None else None
        if figures or label:
            rows.append(_Row(label, number, figures))
    return _Table(headers, rows, numbers)


def _figure_of(reading: Reading, cell: int) -> Figure | None:
    """The figure of a cell that holds nothing else."""
    sentences = reading.sentences_of_blocks.get(cell, [])
    figures = [figure for sentence in sentences for figure in reading.figures_of(sentence)]
    block = reading.source.blocks[cell]
    text = reading.source.plain[block.start : block.end].strip(" *_")
    if len(figures) != 1 or not re.match(r"[\d.,]", text) or figures[0].value is None:
        return None
    return figures[0]


def _has_values(texts: dict[int, str], figures: dict[int, Figure]) -> bool:
    """Whether a row holds values: figures, and no row of column numbers or years."""
    if not figures:
        return False
    return len(figures) < len([text for text in texts.values() if text]) or any(
        figure.known > 50 for figure in figures.values()
    )


def _columns(table: _Table) -> Iterator[Breakdown]:
    """Total rows: over the rows above them since the last total, or, for the first row, those below."""
    totals = [at for at, row in enumerate(table.rows) if row.is_total and not row.is_sub and row.figures]
    for order, at in enumerate(totals):
        if at == 0:
            stop = totals[1] if len(totals) > 1 else len(table.rows)
            rows = table.rows[1:stop]
        else:
            start = totals[order - 1] + 1 if order else 0
            rows = table.rows[start:at]
        yield from _added(table, table.rows[at], rows)


def _added(table: _Table, total: _Row, rows: Sequence[_Row]) -> Iterator[Breakdown]:
    columns = [
        column
        for column, figure in total.figures.items()
        if figure.known > 0
        and figure.measure is not Measure.PERCENT
        and not _NOT_ADDED.search(table.headers.get(column, ""))
    ]
    ways = [way for way in _ways(rows) if len(way) > 1]
    if not ways or not columns:
        return
    fits = [sum(_fits(total, way, column) for column in columns) for way in ways]
    best = max(range(len(ways)), key=lambda at: (fits[at], -at))
    holds = fits[best]
    for column in columns:
        parts = _column(ways[best], column)
        if len(parts) < 2:
            continue
        strength = Strength.SAID if holds or len(columns) == 1 else Strength.IMPLIED
        if len(columns) > 2 and not holds:
            continue
        groups = tuple(row.label for row in ways[best] if column in row.figures)
        others = tuple(parts for way in ways if len(parts := _column(way, column)) > 1)
        yield Breakdown(total.figures[column], parts, strength, groups, others, is_row=True)


def _ways(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows that may be added: those with the coarsest numbers, those that are no part of another, all."""
    roman = [row for row in rows if _ROMAN.match(row.number)]
    numbered = [row for row in rows if _PLAIN_NUMBER.match(row.number)]
    if len(roman) > 1:
        yield roman
    if len(numbered) > 1 and len(numbered) < len(rows):
        yield numbered
    main, is_inside = [], False
    for row in rows:
        is_inside = row.is_sub or (is_inside and not row.number and _continues(row))
        if not is_inside:
            main.append(row)
    yield main
    yield list(rows)


def _continues(row: _Row) -> bool:
    """Whether a row goes on with "Trong đó: …": it begins with a small letter as the text was printed."""
    return bool(row.label) and row.label[0] in "-+•"


def _column(rows: Sequence[_Row], column: int) -> tuple[Figure, ...]:
    return tuple(row.figures[column] for row in rows if column in row.figures)


def _fits(total: _Row, rows: Sequence[_Row], column: int) -> bool:
    parts = _column(rows, column)
    if len(parts) < 2:
        return False
    slack = sum((part.half_step for part in parts), total.figures[column].half_step)
    return abs(sum((part.known for part in parts), Fraction(0)) - total.figures[column].known) <= slack


def _rows(table: _Table) -> Iterator[Breakdown]:
    """A column "Tổng số" and the columns it adds up, where it does so in most rows."""
    for column, header in table.headers.items():
        if not _TOTAL_COLUMN.match(header):
            continue
        for span in _spans(table, column):
            rows = [row for row in table.rows if column in row.figures and all(one in row.figures for one in span)]
            fitting = [row for row in rows if _row_fits(row, column, span)]
            if len(rows) < 3 or 3 * len(fitting) < 2 * len(rows):
                continue
            for row in rows:
                parts = tuple(row.figures[one] for one in span)
                groups = tuple(table.headers.get(one, "") for one in span)
                yield Breakdown(row.figures[column], parts, Strength.SAID, groups, is_row=True)
            break


def _spans(table: _Table, column: int) -> Iterator[tuple[int, ...]]:
    """The columns that a total column may add: runs that begin behind it, or end in front of it."""
    usable = [
        one for one, header in sorted(table.headers.items()) if not _NOT_ADDED.search(header) and one != table.numbers
    ]
    behind = [one for one in usable if one > column][:12]
    before = [one for one in usable if one < column][-12:]
    for length in range(len(behind), 1, -1):
        yield tuple(behind[:length])
    for length in range(len(before), 1, -1):
        yield tuple(before[-length:])


def _row_fits(row: _Row, column: int, span: tuple[int, ...]) -> bool:
    parts = [row.figures[one] for one in span]
    slack = sum((part.half_step for part in parts), row.figures[column].half_step)
    return abs(sum((part.known for part in parts), Fraction(0)) - row.figures[column].known) <= slack
