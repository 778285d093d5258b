"""Bảng trong tệp Word: real tables with repeated heads, spanning headings, column numbers and notes below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import (
    Column,
    FindingItem,
    Findings,
    KeyFigures,
    Line,
    Number,
    Row,
    Table,
    Text,
)
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.columns import measure_table
from poverty_evaluation.presentation.heads import HeadCell, finding_headings, head_lines
from poverty_evaluation.presentation.table_texts import FIRST_ROWS, column_texts, last_rows
from poverty_evaluation.presentation.word.numbers import NumberControls
from poverty_evaluation.presentation.word.styles import table_style
from poverty_evaluation.presentation.word.xml import PLAIN, Look, escaped, paragraph, run, twips
from poverty_evaluation.presentation.wording import wording

_LONG_CELL = 700  # characters; a row with more may be split between pages
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_KEEP = "<w:keepNext/>"
_FINDING_SHARES = (0.055, 0.115, 0.165, 0.345, 0.135, 0.185)
_FINDING_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the body: the XML of its runs, and how it stands."""

    content: str
    align: str = "left"
    across: int = 1
    style: str = "TableText"


def line_runs(line: Line, controls: NumberControls, look: Look = PLAIN) -> str:
    """The runs of a line; its own bold and italic are added to the look."""
    written = []
    for part in line:
        if isinstance(part, Number):
            written.append(controls.control(part, look))
        else:
            own = Look(look.bold or part.bold, look.italic or part.italic, look.size)
            written.append(run(part.text, own))
    return "".join(written)


def table_xml(block: Table, controls: NumberControls, language: str, room_mm: float) -> str:
    """A table with its caption above and its notes below."""
    measure = measure_table(column_texts(block, language), room_mm)
    caption = _caption(block.label, block.title, block.unit_line)
    rows = [_cells(row, block.columns, controls) for row in block.rows]
    notes = [line_runs(note, controls) for note in block.notes]
    notes += [run(block.source)] if block.source else []
    numbers = [column.number for column in block.columns]
    grid = _grid(
        head=head_lines(block.columns),
        numbers=numbers if any(numbers) else [],
        rows=rows,
        widths=measure.widths,
        size=measure.size,
        name=f"{block.label}. {block.title}".strip(". "),
        last=last_rows(block.rows) if notes else 0,
    )
    return caption + grid + under_xml(notes)


def findings_xml(block: Findings, language: str, room_mm: float) -> str:
    """The findings, one in a row."""
    if not block.items:
        return paragraph("BodyText", run(wording(language).no_findings))
    labels = finding_headings(block, language)
    heads = (labels[0], f"{labels[1]}, {labels[2].lower()}", *labels[3:])
    rows = [_finding(place, item) for place, item in enumerate(block.items, 1)]
    return _grid(
        head=[[HeadCell(text) for text in heads]],
        numbers=[],
        rows=rows,
        widths=[room_mm * share for share in _FINDING_SHARES],
        size=_FINDING_SIZE,
        name=labels[4],
        splits=[max(len(item.message), len(item.quote), len(item.where)) > _LONG_CELL for item in block.items],
    ) + under_xml([])


def key_figures_xml(block: KeyFigures, controls: NumberControls, language: str, room_mm: float) -> str:
    """The figures of a summary in fields beside each other."""
    longest = max((len(formatting.write(item.number, language)) for item in block.items), default=0)
    columns = min(4 if longest <= 10 else 3 if longest <= 14 else 2, max(len(block.items), 1))
    width = twips(room_mm / columns)
    cells = []
    for item in block.items:
        detail = f"<w:r><w:br/></w:r>{line_runs(item.detail, controls)}" if item.detail else ""
        cells.append(
            paragraph("KeyFigure", controls.control(item.number))
            + paragraph("KeyLabel", run(item.label, Look(bold=True)) + detail)
        )
    cells += [paragraph("KeyLabel", "")] * (-len(cells) % columns)
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return _table_frame([width] * columns, "") + body + "</w:tbl>" + under_xml([])


def _caption(label: str, title: str, unit: str) -> str:
    texts = [text for text in (label, title.upper()) if text]
    caption = paragraph("Caption", run("\n".join(texts))) if texts else ""
    return caption + (paragraph("UnitLine", run(unit)) if unit else "")


def under_xml(notes: Sequence[str]) -> str:
    """The notes under a table or a picture, all on one page, and a little room, without which Word would join a table
    to one that follows."""
    kept = [_KEEP] * (len(notes) - 1) + [""]
    lines = [paragraph("TableNote", note, keep) for note, keep in zip(notes, kept, strict=False)]
    return "".join(lines) + paragraph("AfterTable", "")


def _cells(row: Row, columns: Sequence[Column], controls: NumberControls) -> list[Cell]:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != len(columns):
        raise ValueError(f"a row of {len(cells)} cells in a table of {len(columns)} columns")
    style = "TableTotal" if row.role in ("total", "group") else "TableText"
    written = []
    for place, cell in enumerate(cells):
        is_part = row.role == "part" and bool(cell) and isinstance(cell[0], Text)
        across = len(columns) - place if place == len(cells) - 1 else 1
        align = columns[place].align if across == 1 else "left"
        written.append(Cell(line_runs(cell, controls, Look(italic=is_part)), align, across, style))
    return written


def _finding(place: int, item: FindingItem) -> list[Cell]:
    grade = run(item.severity_label, Look(bold=True)) + "<w:r><w:br/></w:r>" + run(item.kind_label)
    texts = (item.quote, item.message, item.computed, item.where)
    return [Cell(run(str(place)), "center"), Cell(grade), *(Cell(run(text)) for text in texts)]


def _grid(
    *,
    head: Sequence[Sequence[HeadCell]],
    numbers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    size: float,
    name: str,
    last: int = 0,
    splits: Sequence[bool] = (),
) -> str:
    """The table itself. Its head and first rows stay together, and so many last rows with the notes."""
    grid = [twips(width) for width in widths]
    parts = [_table_frame(grid, name), *_head_rows(head, grid, size)]
    if numbers:
        look = Look(size=size - 1.5)
        cells = [
            _cell(width, paragraph("TableColumns", run(number, look)), "", _MIDDLE)
            for width, number in zip(grid, numbers, strict=True)
        ]
        parts.append(_row(cells, is_head=True))
    for place, row in enumerate(rows):
        keep = _KEEP if place < min(FIRST_ROWS, len(rows)) - 1 or place >= len(rows) - last else ""
        start, cells = 0, []
        for cell in row:
            width = sum(grid[start : start + cell.across])
            cells.append(_body_cell(cell, width, size, keep))
            start += cell.across
        parts.append(_row(cells, may_split=bool(splits) and splits[place]))
    return "".join(parts) + "</w:tbl>"


def _table_frame(grid: Sequence[int], name: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    caption = f'<w:tblCaption w:val="{escaped(name)}"/>' if name else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1"/>{caption}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _head_rows(head: Sequence[Sequence[HeadCell]], grid: Sequence[int], size: float) -> list[str]:
    """The lines of headings. A heading over two lines is merged with the cell below it."""
    style = table_style("TableHead", size)
    rows: list[list[str]] = []
    merged: list[tuple[int, int]] = []  # column and width of what the line above holds open
    for line in head:
        cells: list[tuple[int, str]] = [
            (column, _cell(width, paragraph(style, ""), "<w:vMerge/>", _SHADED + _MIDDLE)) for column, width in merged
        ]
        taken = {column for column, _ in merged}
        merged = []
        free = iter([column for column in range(len(grid)) if column not in taken])
        for heading in line:
            columns = [next(free) for _ in range(heading.across)]
            width = sum(grid[column] for column in columns)
            spans = f'<w:gridSpan w:val="{heading.across}"/>' if heading.across > 1 else ""
            if heading.down > 1:
                spans += '<w:vMerge w:val="restart"/>'
                merged.append((columns[0], width))
            text = paragraph(style, run(heading.text))
            cells.append((columns[0], _cell(width, text, spans, _SHADED + _MIDDLE)))
        rows.append([cell for _, cell in sorted(cells)])
    return [_row(cells, is_head=True) for cells in rows]


def _body_cell(cell: Cell, width: int, size: float, keep: str) -> str:
    align = f'<w:jc w:val="{cell.align}"/>' if cell.align in ("center", "right") else ""
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    return _cell(width, paragraph(table_style(cell.style, size), cell.content, keep + align), span)


def _cell(width: int, content: str, spans: str = "", look: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{look}</w:tcPr>{content}</w:tc>'


def _row(cells: Sequence[str], is_head: bool = False, may_split: bool = False) -> str:
    properties = ("" if may_split else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_head else "")
    written = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{written}{''.join(cells)}</w:tr>"
