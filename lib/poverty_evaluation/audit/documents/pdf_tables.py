"""Bảng trong PDF không có cấu trúc: lines whose words stand in the same columns, put together as rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from poverty_evaluation.audit.documents.draft import Cell
from poverty_evaluation.audit.documents.pdf_items import PageTable, joined
from poverty_evaluation.audit.documents.pdf_pages import Word
from poverty_evaluation.audit.documents.pdf_rows import Segment, TextLine

#: Lines further apart, in heights of their letters, do not belong to one table.
_FAR = 3.5
#: Lines nearer than this stand beside each other: cells of one row, wrapped to different heights.
_BESIDE = 0.85
#: Within a table, words further apart stand in different cells if the cells of other rows say so.
_APART, _LIKELY_APART = 0.5, 0.8
_MOST_COLUMNS = 60
#: Words that stand above or below a table, not in it.
AROUND = re.compile(r"(?:nguồn|ghi chú|ký hiệu|đơn vị tính|đvt|(?:phụ )?biểu|bảng)(?: số| \d|:)", re.IGNORECASE)


def tables_of(lines: Sequence[TextLine]) -> Iterator[tuple[int, int, PageTable]]:
    """The tables among the lines of a page: the first line, the line behind the last, the cells."""
    at = least = 0
    while at < len(lines):
        if len(lines[at].segments) >= 2:
            behind = _behind(lines, at)
            first = at
            while first > least and _gap(lines, first) < _BESIDE:
                first -= 1
            table = _table(lines[first:behind]) if behind - at >= 2 else None
            if table is not None:
                yield first, behind, table
                at = least = behind
                continue
        at += 1


def _gap(lines: Sequence[TextLine], at: int) -> float:
    """The space between a line and the one above it, in heights of its letters."""
    return (lines[at - 1].baseline - lines[at].baseline) / lines[at].size


def _behind(lines: Sequence[TextLine], first: int) -> int:
    """The line behind the last that may belong to a table that begins with a line."""
    spans = [(segment.left, segment.right) for segment in lines[first].segments]
    behind, at = first + 1, first + 1
    while at < len(lines) and _gap(lines, at) < _FAR:
        segments = lines[at].segments
        if len(segments) >= 2:
            spans = _widened(spans, segments)
            behind = at + 1
        elif not _inside(segments[0], spans) or AROUND.match(lines[at].text):
            break
        at += 1
    while behind < at and _is_tail(lines, behind, spans[0][1]):
        behind += 1
    return behind


def _is_tail(lines: Sequence[TextLine], at: int, first_column: float) -> bool:
    """Whether a line holds the wrapped words of a table's last row."""
    gap, line = _gap(lines, at), lines[at]
    return gap < _BESIDE or (gap < 1.5 and line.text[0].islower()) or (gap < 1.3 and line.left > first_column)


def _inside(segment: Segment, spans: Sequence[tuple[float, float]]) -> bool:
    """Whether words may stand within a column: over one of them, or not over most of the table."""
    over = [span for span in spans if span[0] < segment.right and segment.left < span[1]]
    width = spans[-1][1] - spans[0][0]
    own = segment.right - segment.left
    if len(over) > 1 and len(segment.words) > 4 and joined(segment.words).isupper():
        return False
    return own < 0.6 * width or (len(over) == 1 and own < 1.5 * (over[0][1] - over[0][0]) + 10)


def _widened(spans: list[tuple[float, float]], segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """The columns with the words of one more line: those that stand over exactly one column, or over none."""
    found = list(spans)
    for segment in segments:
        over = [place for place, span in enumerate(found) if span[0] < segment.right and segment.left < span[1]]
        if not over:
            found.append((segment.left, segment.right))
        elif len(over) == 1:
            left, right = found[over[0]]
            found[over[0]] = (min(left, segment.left), max(right, segment.right))
    return sorted(found)


def _table(lines: Sequence[TextLine]) -> PageTable | None:
    """The cells of the lines of a table; None where they are no table."""
    columns = _columns(lines)
    if len(columns) < 2:
        return None
    cells: list[Cell] = []
    rows = _rows(lines, columns)
    number = full = 0
    for row in rows:
        found: dict[tuple[int, int], list[Word]] = {}
        for line in row:
            for segment in (part for whole in line.parted(_APART) for part in _cut(whole, columns)):
                found.setdefault(_place(segment, columns), []).extend(segment.words)
        full += len(found) >= 2
        for places in _levels(sorted(found)):
            for first, last in places:
                cells.append(Cell(joined(found[first, last]), number, first, 1, last - first + 1))
            number += 1
    return PageTable(cells) if len(rows) >= 2 and full >= 2 and 2 * full >= len(rows) else None


def _levels(places: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The cells of a row; those that head the columns of others stand in a row above."""
    single = {first for first, last in places if first == last}
    over = [place for place in places if place[0] < place[1] and single.intersection(range(place[0], place[1] + 1))]
    return [over, [place for place in places if place not in over]] if over else [list(places)]


def _cut(segment: Segment, columns: Sequence[tuple[float, float]]) -> tuple[Segment, ...]:
    """A number and the words of the next column right behind it as two."""
    first, last = _place(segment, columns)
    if first == last or len(segment.words) < 2 or not segment.words[0].text[0].isdigit():
        return (segment,)
    number, word = segment.words[:2]
    if any(number.right <= left + 1 and word.left >= left - 1 for left, _ in columns[first + 1 : last + 1]):
        return Segment(segment.words[:1]), Segment(segment.words[1:])
    return (segment,)


def _columns(lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Where the columns stand, by the lines with the most words apart; what never stands beside each other is one."""
    columns: list[tuple[float, float]] = []
    for segments in sorted((line.parted(_LIKELY_APART) for line in lines), key=len, reverse=True):
        if len(segments) >= 2:
            columns = _widened(columns, segments)
    beside = _beside(lines, columns)
    whole: list[list[int]] = [[0]]
    for place in range(1, len(columns)):
        if any((member, place) in beside for member in whole[-1]):
            whole.append([place])
        else:
            whole[-1].append(place)
    return [(columns[members[0]][0], max(columns[member][1] for member in members)) for members in whole]


def _beside(lines: Sequence[TextLine], columns: Sequence[tuple[float, float]]) -> set[tuple[int, int]]:
    """The columns that hold words in one line."""
    found: set[tuple[int, int]] = set()
    places: set[int] = set()
    for at, line in enumerate(lines):
        if at and _gap(lines, at) >= _BESIDE:
            places = set()
        places |= {_place(segment, columns)[0] for segment in line.parted(_APART)[:_MOST_COLUMNS]}
        found.update(combinations(sorted(places), 2))
    return found


def _place(segment: Segment, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column that words stand over."""
    over = [
        place for place, (left, right) in enumerate(columns) if left < segment.right - 1 and segment.left + 1 < right
    ]
    if not over:
        middle = (segment.left + segment.right) / 2
        nearest = min(range(len(columns)), key=lambda place: abs(sum(columns[place]) / 2 - middle))
        return nearest, nearest
    return over[0], over[-1]


def _rows(lines: Sequence[TextLine], columns: Sequence[tuple[float, float]]) -> list[list[TextLine]]:
    """Lines put together as rows, by the space between them and by what their columns hold."""
    gaps = [_gap(lines, at) for at in range(1, len(lines))]
    between = [
        gap
        for line, gap in zip(lines[1:], gaps, strict=True)
        if gap >= _BESIDE and line.left <= columns[0][1] and not line.text[0].islower()
    ]
    least = 0.92 * min(between) if len(between) > 1 else 0.0
    rows = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap < _BESIDE or (gap < 1.6 and _is_rest(line, columns, gap < least)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_rest(line: TextLine, columns: Sequence[tuple[float, float]], near: bool) -> bool:
    """Whether a line is the rest of a row. near: nearer to the line above than rows are to each other."""
    segments = line.segments
    hanging = segments[0].left > columns[0][1]
    if hanging and near:
        return True
    wordy = line.text[0].islower() and not any(map(_is_number, segments))
    return wordy and (hanging or len(segments) == 1)


def _is_number(segment: Segment) -> bool:
    return len(segment.words) == 1 and segment.words[0].text[0].isdigit()
