"""Bảng trong PDF không có cấu trúc: lines whose words stand in the same columns, put together as rows and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from poverty_evaluation.audit.documents.draft import Cell
from poverty_evaluation.audit.documents.pdf_items import PageTable, joined
from poverty_evaluation.audit.documents.pdf_rows import Segment, TextLine

#: Lines further apart, in heights of their letters, do not belong to one table.
_FAR = 3.5
#: A gap this much wider than the smallest parts two rows.
_ROW_GAP = 1.25


def tables_of(lines: Sequence[TextLine]) -> Iterator[tuple[int, int, PageTable]]:
    """The tables among the lines of a page: the first line, the line behind the last, the cells."""
    at = 0
    while at < len(lines):
        behind = _behind(lines, at)
        table = _table(lines[at:behind]) if behind - at >= 2 else None
        if table is not None:
            yield at, behind, table
            at = behind
        else:
            at += 1


def _behind(lines: Sequence[TextLine], first: int) -> int:
    """The line behind the last that may belong to a table that begins with a line; the line itself for none."""
    if len(lines[first].segments) < 2:
        return first
    spans = [(segment.left, segment.right) for segment in lines[first].segments]
    behind, at = first + 1, first + 1
    while at < len(lines) and lines[at - 1].baseline - lines[at].baseline < _FAR * lines[at].size:
        segments = lines[at].segments
        if len(segments) >= 2:
            spans = _widened(spans, segments)
            behind = at + 1
        elif not _inside(segments[0], spans):
            break
        at += 1
    while behind < len(lines) and behind < at and len(lines[behind].segments) == 1:
        behind += 1  # the last row's wrapped words
    return behind


def _inside(segment: Segment, spans: Sequence[tuple[float, float]]) -> bool:
    """Whether words stand within one column."""
    over = [span for span in spans if span[0] < segment.right and segment.left < span[1]]
    return len(over) == 1 and segment.right - segment.left < 1.3 * (over[0][1] - over[0][0]) + 10


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
    rows = _rows(lines)
    cells: list[Cell] = []
    full = 0
    for number, row in enumerate(rows):
        found: dict[tuple[int, int], list[Segment]] = {}
        for line in row:
            for segment in line.segments:
                place = _place(segment, columns)
                found.setdefault(place, []).append(segment)
        full += len(found) >= 2
        for (first, last), segments in sorted(found.items()):
            words = [word for segment in segments for word in segment.words]
            cells.append(Cell(joined(words), number, first, 1, last - first + 1))
    return PageTable(cells) if len(rows) >= 2 and full >= 2 and 2 * full >= len(rows) else None


def _columns(lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Where the columns stand, by the lines with the most words apart."""
    most = max(len(line.segments) for line in lines)
    columns: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: -len(line.segments)):
        if len(line.segments) >= max(2, 0.6 * most):
            columns = _widened(columns, line.segments)
    return columns


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


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines put together as rows: by the space between them, or by a line whose first columns are empty."""
    gaps = [above.baseline - below.baseline for above, below in pairwise(lines)]
    least = min(gaps, default=0.0)
    even = not gaps or max(gaps) <= _ROW_GAP * least
    left = min(line.left for line in lines)
    rows = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if even:
            goes_on = line.left > left + 2 * line.size and not any(char.isdigit() for char in line.text)
        else:
            goes_on = gap <= _ROW_GAP * least
        if goes_on:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows
