"""Bảng trong trang: tables as HTML, with heads that span, groups, totals and what stands under them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from poverty_evaluation.evaluation.blocks import Column, Row, Table
from poverty_evaluation.presentation.heads import HeadCell, head_lines
from poverty_evaluation.presentation.html.text import line_html, safe_id


def block_table(block: Table, language: str) -> str:
    feet = [line_html(note, language) for note in block.notes]
    feet += [escape(block.source)] if block.source else []
    return table_html(
        block.columns,
        block.rows,
        language,
        table_id=block.id,
        label=block.label,
        title=block.title,
        unit_line=block.unit_line,
        feet=feet,
    )


def table_html(
    columns: Sequence[Column],
    rows: Sequence[Row],
    language: str,
    *,
    table_id: str,
    label: str = "",
    title: str = "",
    unit_line: str = "",
    feet: Sequence[str] = (),
) -> str:
    """A table that scrolls by itself; `feet` are HTML lines under it (notes, source)."""
    key = safe_id(table_id)
    caption = _caption(label, title, unit_line, key)
    head = "".join(f"<tr>{''.join(map(_head_cell, cells))}</tr>" for cells in head_lines(columns))
    numbered = any(column.number for column in columns)
    numbers = "".join(f"<td>{escape(column.number)}</td>" for column in columns)
    header_column = next((place for place, column in enumerate(columns) if column.align == "left"), 0)
    body = "\n".join(_row(row, columns, header_column, language) for row in rows)
    foot = "".join(f'<tr><td colspan="{len(columns)}"><div class="foot">{line}</div></td></tr>' for line in feet)
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-labelledby="{key}-caption"><table id="{key}">'
        f"{caption}<thead>{head}"
        + (f'<tr class="numbers">{numbers}</tr>' if numbered else "")
        + f"</thead><tbody>\n{body}\n</tbody>"
        + (f"<tfoot>{foot}</tfoot>" if foot else "")
        + "</table></div>"
    )


def _head_cell(cell: HeadCell) -> str:
    scope = "col" if cell.column is not None else "colgroup"
    align = _align(cell.column) if cell.column is not None else "center"
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    return f'<th scope="{scope}"{spans} class="{align}">{escape(cell.text)}</th>'


def _caption(label: str, title: str, unit_line: str, key: str) -> str:
    parts = [
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("label", label), ("title", title), ("unit", unit_line))
        if text
    ]
    return f'<caption><div class="caption" id="{key}-caption">{" ".join(parts)}</div></caption>'


def _align(column: Column) -> str:
    return column.align if column.align in ("left", "right", "center") else "left"


def _row(row: Row, columns: Sequence[Column], header_column: int, language: str) -> str:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != len(columns):
        raise ValueError(f"a row of {len(cells)} cells in a table of {len(columns)} columns")
    written = []
    header, last = min(header_column, len(cells) - 1), len(cells) - 1
    for place, cell in enumerate(cells):
        span = f' colspan="{len(columns) - place}"' if place == last < len(columns) - 1 else ""
        text = line_html(cell, language)
        tag, scope = ("th", ' scope="row"') if place == header and text else ("td", "")
        written.append(f'<{tag}{scope}{span} class="{_align(columns[place])}">{text}</{tag}>')
    role = "" if row.role == "body" else f' class="{escape(row.role)}"'
    return f"<tr{role}>{''.join(written)}</tr>"
