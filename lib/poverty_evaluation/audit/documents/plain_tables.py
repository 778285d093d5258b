"""Bảng trong văn bản: tables drawn with "|", box characters or tabs in a plain text, cut into cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from poverty_evaluation.audit.documents.lines import Line
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.source import BlockKind

_BARS = "|│┃║"
_RULING = frozenset("|│┃║+-=:─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╞╪╡╟╫╢ \t*_")
_SPLIT = {"bar": re.compile(r"(?<!\\)[|│┃║]"), "tab": re.compile(r"\t+")}


def table_at(text: str, lines: Sequence[Line], at: int, table: int) -> tuple[list[Piece], int]:
    """The cells of the table that begins at a line, and the line behind; without cells: no table begins before it."""
    style = _style(text, lines[at])
    if style is None:
        return [], at + 1
    after = at + 1
    while after < len(lines) and lines[after].adjacent and _style(text, lines[after]) == style:
        after += 1
    if after - at < 2:
        return [], after
    rows = [_cells(text, line, style) for line in lines[at:after] if not is_ruling(text, line)]
    if not rows or (style == "tab" and len({len(row) for row in rows}) > 2):
        return [], after
    pieces = [
        Piece(start, end, BlockKind.CELL, table=table, row=row, column=column)
        for row, cells in enumerate(rows)
        for column, (start, end) in enumerate(cells)
    ]
    return [piece for piece in pieces if piece.end > piece.start], after


def _style(text: str, line: Line) -> str | None:
    """How a line of a table parts its cells; None for a line of no table."""
    if line.end - line.start > 20_000:
        return None
    words = text[line.start : line.end]
    if words[0] in _BARS or sum(map(words.count, _BARS)) >= 2 or is_ruling(text, line):
        return "bar"
    return "tab" if "\t" in words and line.opening.marker is None else None


def is_ruling(text: str, line: Line) -> bool:
    """Whether a line only draws the border of a table."""
    words = text[line.start : min(line.end, line.start + 2000)]
    return len(words) >= 3 and _RULING.issuperset(words) and words[0] in "|│┃║+┌└├┏┗┣╔╚╠╞╟"


def _cells(text: str, line: Line, style: str) -> list[tuple[int, int]]:
    """Where the words of each cell of a row stand; empty cells are empty places."""
    spans, at = [], line.start
    for found in _SPLIT[style].finditer(text, line.start, line.end):
        spans.append((at, found.start()))
        at = found.end()
    spans.append((at, line.end))
    if style == "bar":
        spans = spans[1:] if text[line.start] in _BARS else spans
        spans = spans[:-1] if spans and spans[-1][0] >= line.end else spans
    return [_trimmed(text, start, end) for start, end in spans]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = len(words) - len(words.lstrip(" \t*_"))
    right = len(words) - len(words.rstrip(" \t*_"))
    return (start + left, end - right) if left < len(words) else (start, start)
