"""Bản PDF: blocks become Typst source, all text as string literals, and the Typst compiler makes tagged PDF/A of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Document,
    FindingItem,
    Findings,
    Heading,
    KeyFigures,
    Letterhead,
    Line,
    Number,
    Paragraph,
    Row,
    Signature,
    Table,
    Text,
)
from poverty_evaluation.presentation import formatting, html, pictures, records
from poverty_evaluation.presentation.columns import ColumnText, fits, measure_table
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.heads import HeadCell, head_lines
from poverty_evaluation.presentation.letterheads import DOTS, ended_names, issuer_lines
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.typesetting import (
    ZERO_WIDTH_SPACE,
    array,
    compile_pdf,
    document_arguments,
    layout,
    literal,
)
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.vocabulary.choices import Audience, StyleProfile
from poverty_evaluation.vocabulary.findings import finding_from_plain

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 257.0

_LONG_CELL = 700  # characters; a row with more is split between pages where it is taller than one
_GROUP = "table.header(level: 2, repeat: false"
_FIRST_ROWS = _LAST_ROWS = 2  # of a table, which stay together
_LEGIBLE = 9.0  # points; a table that needs smaller letters stands on a turned page
_WHOLE_ROWS = 3  # up to which a table stands on one page
_BREAKABLE = re.compile(r"(?<=[/_\\])(?=\S)")


def report_pdf(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The report as PDF. `moment` is written into it as its date: the same moment gives the same bytes."""
    return compile_pdf(report_source(document, shown), moment)


def report_source(document: Document, shown: Sequence[Shown]) -> str:
    """The Typst source of a report."""
    language = document.language
    words = wording(language)
    charts = {item.block.id: item.svg for item in shown if isinstance(item.block, Chart)}
    profile = "tt01" if document.style_profile == StyleProfile.CIRCULAR_01 else "nd30"
    marks = _marks(document, profile)
    parts = [
        layout(),
        f"#show: report.with({document_arguments(document.title, words)}, {marks})",
        _attachments(document, words),
    ]
    width = PORTRAIT_MM
    in_appendix = False
    for block in explain_signs([item.block for item in shown], language):
        if isinstance(block, Appendix):
            parts.append("]" if in_appendix else "")
            parts.append(_appendix(block, marks))
            in_appendix = True
            width = LANDSCAPE_MM if block.landscape else PORTRAIT_MM
        else:
            svg = charts.get(block.id, "") if isinstance(block, Chart) else ""
            if profile == "tt01" and isinstance(block, Paragraph) and block.style == "basis":
                block = replace(block, style="body")  # Thông tư 01/2011/TT-BNV prints legal bases upright
            written = "#" + _block(block, language, width, svg)
            if isinstance(block, Table) and width == PORTRAIT_MM and _is_too_wide(block, language):
                heads = _taken_headings(parts)
                written = "\n".join(["#turned-page[", *heads, "#" + _table(block, language, LANDSCAPE_MM), "]"])
            parts.append(written)
    parts.append("]" if in_appendix else "")
    return "\n".join(part for part in parts if part)


def _is_too_wide(block: Table, language: str) -> bool:
    """Whether an upright page would need letters that are too small to read."""
    return not fits(_column_texts(block, language), PORTRAIT_MM, _LEGIBLE)


def _taken_headings(parts: list[str]) -> list[str]:
    """The headings right above, taken away to stand with what they head."""
    taken: list[str] = []
    while parts and parts[-1].startswith("#chapter("):
        taken.insert(0, parts.pop())
    return taken


# --- blocks ----------------------------------------------------------------------------------------------------------


def _block(block: Any, language: str, width: float, svg: str) -> str:
    match block:
        case Document():
            return _letterhead(block.letterhead, language)
        case Heading():
            level = min(max(block.level, 1), 3)
            return f"chapter({level}, {literal(block.number)}, {literal(block.text)})"
        case Paragraph():
            style = {"basis": "basis", "note": "note", "closing": "closing"}.get(block.style, "plain")
            return f"{style}({_line(block.content, language)})"
        case BulletList():
            return f"points({', '.join(_line(item, language) for item in block.items)})"
        case KeyFigures():
            return _key_figures(block, language)
        case Table():
            return _table(block, language, width)
        case Chart():
            return _chart(block, language, svg)
        case Findings():
            return _findings(block, language, width)
        case Signature():
            return (
                f"signature(authority: {array(block.authority)}, position: {literal(block.position)}, "
                f"name: {literal(block.name)}, recipients-label: {literal(block.recipients_label)}, "
                f"recipients: {array(block.recipients)})"
            )
    raise TypeError(f"no PDF for a block of type {type(block).__name__}")


def _letterhead(head: Letterhead, language: str) -> str:
    words = wording(language)
    if head.is_of_nobody:
        return f"title-only(type-name: {literal(head.type_name)}, subject: {literal(head.subject)})"
    symbol = f"{words.symbol_prefix}        /{head.symbol or DOTS}".replace("  ", "\u00a0\u00a0")
    symbol = symbol if head.is_numbered else ""
    place = f"{head.locality or DOTS}, {words.date_blank}"
    addressees = ended_names(head.addressees)
    lines = issuer_lines(head.issuing_body or DOTS)
    return (
        f"letterhead(superior: {array(issuer_lines(head.superior_body))}, body: {array(lines)}, "
        f"symbol: {literal(symbol)}, country: {literal(words.country)}, motto: {literal(words.motto)}, "
        f"place-and-date: {literal(place)}, draft: {literal(head.draft_mark)}, "
        f"type-name: {literal(head.type_name)}, subject: {literal(head.subject)}, "
        f"addressed-to: {literal(words.addressed_to)}, addressees: {array(addressees)})"
    )


def _appendix(block: Appendix, marks: str) -> str:
    landscape = "true" if block.landscape else "false"
    return (
        f"#appendix(number: {literal(block.number)}, title: {literal(block.title)}, "
        f"attached: {literal(block.attached_to)}, landscape: {landscape}, {marks})["
    )


def _key_figures(block: KeyFigures, language: str) -> str:
    longest = max((len(formatting.write(item.number, language)) for item in block.items), default=0)
    columns = 4 if longest <= 10 else 3 if longest <= 14 else 2
    cards = []
    for item in block.items:
        detail = _line(item.detail, language) if item.detail else "none"
        cards.append(f"({literal(item.label)}, {_number(item.number, language)}, {detail})")
    return f"key-figures({min(columns, max(len(block.items), 1))}, {', '.join(cards)})"


def _table(block: Table, language: str, width: float) -> str:
    measure = measure_table(_column_texts(block, language), width)
    notes = [_line(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    numbers = [column.number for column in block.columns]
    last = _last_rows(block.rows)
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


def _column_texts(block: Table, language: str) -> list[ColumnText]:
    """What the columns hold; numbers are never broken."""
    texts = [_plain_cells(block, place, language) for place in range(len(block.columns))]
    return [
        ColumnText(column.heading, cells, column.align == "right", column.width, column.number)
        for column, cells in zip(block.columns, texts, strict=True)
    ]


def _last_rows(rows: Sequence[Row]) -> int:
    """How many rows stay together at the end: two, and the heads of groups right before them."""
    last = _LAST_ROWS
    while last < len(rows) and rows[-last - 1].role == "group":
        last += 1
    return last


def _head_cell(cell: HeadCell) -> str:
    """A heading, how many columns it spans and how many lines."""
    return f"({literal(cell.text)}, {cell.across}, {cell.down})"


def _plain_cells(block: Table, place: int, language: str) -> tuple[str, ...]:
    """The texts of one column, those of group rows left out since they run over the columns beside."""
    rows = [row for row in block.rows if row.role != "group" and place < len(row.cells)]
    return tuple(
        "".join(
            part.text if isinstance(part, Text) else formatting.write(part, language) + formatting.mark(part)
            for part in row.cells[place]
        )
        for row in rows
    )


def _row(row: Row, columns: int, language: str) -> list[str]:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != columns:
        raise ValueError(f"a row of {len(cells)} cells in a table of {columns} columns")
    written = []
    for place, cell in enumerate(cells):
        text = _line(cell, language)
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
    last: int = _LAST_ROWS,
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
        f"notes: {_content(notes)}, first: {_first_cells(body) if ending or not last else 0}, "
        f"last: {_content(cell for row in ending for cell in row)},\n"
        + ",\n".join(cell for row in body for cell in row) + ")"
    )  # fmt: skip


def _first_cells(body: Sequence[Sequence[str]]) -> int:
    """How many cells stand on the page of the caption: those of two rows, with heads of groups before them; 0 for all
    of a table that has no more."""
    rows = [place for place, row in enumerate(body) if not row[0].startswith(_GROUP)]
    if len(rows) < _FIRST_ROWS:
        return 0
    return sum(map(len, body[: rows[_FIRST_ROWS - 1] + 1]))


def _content(parts: Iterable[str]) -> str:
    """Pieces of content as one array."""
    return f"({''.join(part + ',' for part in parts)})"


def _chart(block: Chart, language: str, svg: str) -> str:
    alternative = pictures.alternative_of(block)
    if not svg:
        raise ValueError(f"chart {block.id!r} has no picture; show it in a notebook or draw it first")
    picture = pictures.clean_svg(svg, html.safe_id(block.id))
    notes = [_line(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    return (
        f"chart(label: {literal(block.label)}, title: {literal(block.title)}, alternative: {literal(alternative)}, "
        f"notes: {_content(notes)}, {literal(picture)})"
    )


def _findings(block: Findings, language: str, width: float) -> str:
    words = wording(language)
    if not block.items:
        return f"plain({literal(words.no_findings)})"
    labels = html.finding_headings(block, language)
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
        last=0 if any(len(row) == 1 for row in rows) else _LAST_ROWS,  # rows that may be split stand in no foot
    )


def _finding(place: int, item: FindingItem) -> list[str]:
    grade = f"join(strong({literal(item.severity_label)}), linebreak(), {literal(item.kind_label)})"
    texts = [literal(_breakable(text)) for text in (item.quote, item.message, item.computed, item.where)]
    row = [literal(str(place)), grade, *texts]
    is_long = max(len(item.message), len(item.quote), len(item.where)) > _LONG_CELL
    return [_content(row)] if is_long else row


def _breakable(text: str) -> str:
    """Paths may be broken after a slash or an underscore."""
    return _BREAKABLE.sub(ZERO_WIDTH_SPACE, text)


def _line(line: Line, language: str) -> str:
    return f"join({', '.join(_inline(part, language) for part in line)})" if line else '""'


def _inline(part: Text | Number, language: str) -> str:
    if isinstance(part, Number):
        return _number(part, language)
    text = literal(part.text)
    if part.italic:
        text = f"emph({text})"
    return f"strong({text})" if part.bold else text


def _number(number: Number, language: str) -> str:
    text = literal(formatting.write(number, language))
    return f"join({text}, sign({literal(formatting.DAGGER)}))" if formatting.mark(number) else text


# --- the document ----------------------------------------------------------------------------------------------------


def _marks(document: Document, profile: str) -> str:
    head = document.letterhead
    return f'draft: {literal(head.draft_mark)}, invented: {literal(head.invented_mark)}, profile: "{profile}"'


def _attachments(document: Document, words: Wording) -> str:
    """The numbers and findings travel inside the PDF, so that they can be taken out of it again; not in what is made
    for the public, which gets neither the cells of the sources nor what is wrong with them."""
    if document.audience == Audience.PUBLIC:
        return ""
    parts = []
    if document.values:
        text = records.indicators_csv((*document.values, *document.tallies))
        parts.append(_attachment("indicators.csv", text, words.attachment_values))
    if document.findings:
        text = records.findings_csv(finding_from_plain(finding) for finding in document.findings)
        parts.append(_attachment("findings.csv", text, words.attachment_findings))
    return "\n".join(parts)


def _attachment(name: str, text: str, description: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'#pdf.attach("{name}", bytes("{escaped}"), relationship: "data", mime-type: "text/csv", '
        f"description: {literal(description)})"
    )
