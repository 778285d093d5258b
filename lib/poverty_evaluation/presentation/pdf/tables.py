"""Bảng trong bản PDF: tables and findings as Typst source, with what of them stays together on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from poverty_evaluation.evaluation.blocks import FindingItem, Findings, Row, Table, Text
from poverty_evaluation.presentation.columns import measure_table
from poverty_evaluation.presentation.heads import HeadCell, finding_headings, head_lines
from poverty_evaluation.presentation.pdf.text import content_array, line_typst
from poverty_evaluation.presentation.pdf.typesetting import ZERO_WIDTH_SPACE, array, literal
from poverty_evaluation.presentation.table_texts import FIRST_ROWS, LAST_ROWS, column_texts, last_rows
from poverty_evaluation.presentation.wording import wording

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 257.0

_LONG_CELL = 700  # characters; a row with more is split between pages where it is taller than one
_GROUP = "table.header(level: 2, repeat: false"
_WHOLE_ROWS = 3  # up to which a table stands on one page
_BREAKABLE = re.compile(r"(?<=[/_\\])(?=\S)")


def table_typst(block: Table, language: str, width: float) -> str:
    measure = measure_table(column_texts(block, language), width)
    notes = [line_typst(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    numbers = [column.number for column in block.columns]
    last = last_rows(block.rows)
    rows = [_row(row, len(block.columns), language) for row in block.rows]
    # heads of groups never end a page: they are headings, except among the last rows, which stay together anyway
    rows = [
        [f"{_GROUP}, {', '.join(cells)})"] if row.role == "group" and place < len(rows) - last else cells
        for place, (row, cells) in enumerate(zip(block.rows, rows, strict=True))
    ]
    return _data_table(
        label=block.label,
        title=block.title,
        unit=block.unit_line,
        widths=measure.widths,
        aligns=[column.align for column in block.columns],
        size=measure.size,
        head=[_head_cell(cell) for cells in head_lines(block.columns) for cell in cells],
        numbers=numbers if any(numbers) else [],
        notes=notes,
        rows=rows,
        last=last,
    )


def _head_cell(cell: HeadCell) -> str:
    """A heading, how many columns it spans and how many lines."""
    return f"({literal(cell.text)}, {cell.across}, {cell.down})"


def _row(row: Row, columns: int, language: str) -> list[str]:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != columns:
        raise ValueError(f"a row of {len(cells)} cells in a table of {columns} columns")
    written = []
    for place, cell in enumerate(cells):
        text = line_typst(cell, language)
        if row.role in ("total", "group"):
            text = f"strong({text})"
        elif row.role == "part" and cell and isinstance(cell[0], Text):
            text = f"emph({text})"
        span = columns - place if place == len(cells) - 1 else 1
        written.append(f"table.cell(colspan: {span}, align: left, {text})" if span > 1 else text)
    return written


def _data_table(
    *,
    label: str,
    title: str,
    unit: str,
    widths: Sequence[float],
    aligns: Sequence[str],
    size: float,
    head: Sequence[str],
    numbers: Sequence[str],
    notes: Sequence[str],
    rows: Sequence[Sequence[str]],
    last: int = LAST_ROWS,
) -> str:
    """A table of rows of cells: its first ones stand together with its caption, its last ones with its notes."""
    known = {"left": "left", "right": "right", "center": "center"}
    columns = "(" + "".join(f"{width:.2f}mm," for width in widths) + ")"
    headings = "".join(f"{one}," for one in head)
    alignment = "(" + "".join(f"{known.get(align, 'left')}," for align in aligns) + ")"
    cut = len(rows) if len(rows) <= _WHOLE_ROWS else len(rows) - last
    body, ending = rows[:cut], rows[cut:]
    return (
        f"data-table(label: {literal(label)}, title: {literal(title)}, unit: {literal(unit)}, "
        f"widths: {columns}, aligns: {alignment}, size: {size}pt, head: ({headings}), numbers: {array(numbers)}, "
        f"notes: {content_array(notes)}, first: {_first_cells(body) if ending or not last else 0}, "
        f"last: {content_array(cell for row in ending for cell in row)},\n"
        + ",\n".join(cell for row in body for cell in row) + ")"
    )  # fmt: skip


def _first_cells(body: Sequence[Sequence[str]]) -> int:
    """How many cells stand on the page of the caption: those of two rows, with heads of groups before them; 0 for all
    of a table that has no more."""
    rows = [place for place, row in enumerate(body) if not row[0].startswith(_GROUP)]
    if len(rows) < FIRST_ROWS:
        return 0
    return sum(map(len, body[: rows[FIRST_ROWS - 1] + 1]))


def findings_typst(block: Findings, language: str, width: float) -> str:
    words = wording(language)
    if not block.items:
        return f"plain({literal(words.no_findings)})"
    labels = finding_headings(block, language)
    shares = (0.055, 0.115, 0.165, 0.345, 0.135, 0.185)
    rows = [_finding(place, item) for place, item in enumerate(block.items, 1)]
    return _data_table(
        label="",
        title="",
        unit="",
        widths=[width * share for share in shares],
        aligns=["center", *["left"] * (len(shares) - 1)],
        size=10,
        head=[_head_cell(HeadCell(text)) for text in (labels[0], f"{labels[1]}, {labels[2].lower()}", *labels[3:])],
        numbers=[],
        notes=[],
        rows=rows,
        last=0 if any(len(row) == 1 for row in rows) else LAST_ROWS,  # rows that may be split stand in no foot
    )


def _finding(place: int, item: FindingItem) -> list[str]:
    grade = f"join(strong({literal(item.severity_label)}), linebreak(), {literal(item.kind_label)})"
    texts = [literal(_breakable(text)) for text in (item.quote, item.message, item.computed, item.where)]
    row = [literal(str(place)), grade, *texts]
    is_long = max(len(item.message), len(item.quote), len(item.where)) > _LONG_CELL
    return [content_array(row)] if is_long else row


def _breakable(text: str) -> str:
    """Paths may be broken after a slash or an underscore."""
    return _BREAKABLE.sub(ZERO_WIDTH_SPACE, text)
