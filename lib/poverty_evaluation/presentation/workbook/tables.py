"""Biểu trong tệp bảng tính: a table of the report, or the data of a chart, as one plain table of a sheet.

Headings that columns share, rows that are headings and what stands under a table have no place in a plain table: they
become part of the headings, a leading column, and lines above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.evaluation.blocks import Chart, Column, Line, Number, NumberForm, Row, Table, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.presentation.workbook.cells import Cell, line_cell, safe_text
from poverty_evaluation.presentation.workbook.wording import WorkbookWording, workbook_wording

_REFERENCE = re.compile(r"\(([0-9]+|[A-ZĐ])\)")
_DEFAULT_SCALE = 10**6
_LONGEST_LINE = 130  # a longer line above a table runs off the screen


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A sheet with one table. `roles` tells the kind of each row, `lines` stand between title and table."""

    key: str
    label: str
    title: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    roles: tuple[str, ...]
    notes: tuple[Line, ...] = ()
    is_filtered: bool = False

    @property
    def full_title(self) -> str:
        return f"{self.label}. {self.title}" if self.label else self.title


def table_of_table(block: Table, units: Mapping[str, str], language: str) -> PlainTable:
    """A table of the report. `units` names the unit of each value by its id."""
    words = workbook_wording(language)
    kept = [row for row in block.rows if not _is_heading(row)]
    named = [_unit(place, block, units, words) for place in range(len(block.columns))]
    headings = [_heading(column, unit, place, words) for place, (column, unit) in enumerate(_paired(block, named))]
    groups = _groups(block.rows)
    has_groups, has_roles = any(groups), any(row.role != "body" for row in kept)
    rows = []
    for row, group in zip(kept, groups, strict=True):
        cells = [
            line_cell(cell, language, points_named=named[place] == words.points_unit)
            for place, cell in enumerate(_filled(row, len(block.columns)))
        ]
        leading = [Cell(safe_text(group))] if has_groups else []
        trailing = [Cell(words.roles.get(row.role, row.role))] if has_roles else []
        rows.append((*leading, *cells, *trailing))
    headings = [*([words.group] if has_groups else []), *headings, *([words.row_kind] if has_roles else [])]
    calculations = _calculations(block, words)
    inline = [text for text in calculations if len(text) <= _LONGEST_LINE]
    notes = (*block.notes, *((Text(text),) for text in calculations if text not in inline))
    lines = [f"{words.one_table} {_ended(block.unit_line)}".strip(), block.source, *inline]
    return writable(
        PlainTable(
            key=block.id, label=block.label, title=block.title, lines=tuple(line for line in lines if line),
            headings=tuple(headings), rows=tuple(rows), roles=tuple(row.role for row in kept), notes=notes,
        ),
        words,
    )  # fmt: skip


def table_of_chart(block: Chart, units: Mapping[str, str], language: str) -> PlainTable:
    """The data of a chart: a row for each category, a column for each series. Two things of one name keep two rows."""
    words = workbook_wording(language)
    series = list(dict.fromkeys(point.series for point in block.points))
    told: dict[tuple[str, str, int], dict[str, Number]] = {}
    for point in block.points:
        time = 0
        while point.series in told.setdefault((point.category, point.segment, time), {}):
            time += 1
        told[point.category, point.segment, time][point.series] = point.number
    segmented = any(point.segment for point in block.points)
    columns = [
        Column(wording(language).category),
        *([Column(words.segment)] if segmented else []),
        *(Column(name or block.value_label, "right") for name in series),
    ]
    rows = [
        Row(
            (
                (Text(category),),
                *([(Text(segment),)] if segmented else []),
                *(_point(numbers.get(name)) for name in series),
            )
        )
        for (category, segment, _), numbers in told.items()
    ]
    table = Table(
        f"{block.id}_chart", block.label, block.title, "", tuple(columns), tuple(rows), block.source, block.notes
    )
    return table_of_table(table, units, language)


def _point(number: Number | None) -> Line:
    return () if number is None else (replace(number, form=NumberForm.CELL),)


def _is_heading(row: Row) -> bool:
    """A row that only names those below it; one with numbers stays a row."""
    return row.role == "group" and not any(isinstance(part, Number) for cell in row.cells for part in cell)


def _groups(rows: Sequence[Row]) -> list[str]:
    """Under which heading each row stands that is none itself.

    In a table with such headings a total that opens other rows is a heading as well, and one that ends them stands
    under none.
    """
    has_headings = any(row.role == "group" for row in rows)
    groups: list[str] = []
    current, before = "", ""
    for place, row in enumerate(rows):
        following = rows[place + 1].role if place + 1 < len(rows) else ""
        if row.role == "group":
            current = _name(row)
        elif row.role == "total" and has_headings and before != "group":
            current = _name(row) if following in ("body", "part") else ""
        if not _is_heading(row):
            groups.append(current)
        before = row.role
    return groups


def _name(row: Row) -> str:
    """The words of a row: "I. Khu vực thành thị"."""
    words = ["".join(part.text for part in cell if isinstance(part, Text)).strip() for cell in row.cells[:2]]
    return ". ".join(word for word in words if word)


def _filled(row: Row, columns: int) -> list[Line]:
    return [*row.cells, *[()] * (columns - len(row.cells))]


def _paired(block: Table, units: Sequence[str]) -> list[tuple[Column, str]]:
    return list(zip(block.columns, units, strict=True))


def _heading(column: Column, unit: str, place: int, words: WorkbookWording) -> str:
    """The heading of a column with the one it shares and its unit: "Kế hoạch: NSTW (triệu đồng)"."""
    own = column.heading.strip() or words.nameless_column.format(number=place + 1)
    told = any(text.rstrip().endswith((")", "%")) for text in (own, column.span)) or own.casefold() == unit.casefold()
    text = f"{column.span}: {own}" if column.span else own
    return f"{text} ({unit})" if unit and not told else text


def _unit(place: int, block: Table, units: Mapping[str, str], words: WorkbookWording) -> str:
    """The one unit of the numbers of a column; empty when they have none or several."""
    alone = [
        cells[place][0]
        for cells in (_filled(row, len(block.columns)) for row in block.rows)
        if len(cells[place]) == 1 and isinstance(cells[place][0], Number)
    ]
    found = {_unit_of(part, units, words) for part in alone if isinstance(part, Number)}
    if found == {words.ratio_unit, words.points_unit}:
        return words.ratio_unit
    return found.pop() if len(found) == 1 else ""


def _unit_of(number: Number, units: Mapping[str, str], words: WorkbookWording) -> str:
    if number.unit == formatting.RATIO_UNIT:
        return words.ratio_unit
    if number.unit == formatting.POINTS_UNIT:
        return words.points_unit
    if number.form is NumberForm.TEXT and formatting.is_money(number.unit):
        return ""  # it brings its own
    if formatting.is_money(number.unit) and number.money_scale != 1:
        return words.money_units.get(number.money_scale or _DEFAULT_SCALE, "")
    return units.get(number.value_id, "")


def _calculations(block: Table, words: WorkbookWording) -> list[str]:
    """How columns are computed, told by their headings: the report numbers its columns, a sheet does not."""
    headings = {column.number.partition("=")[0].strip("()"): _own(column) for column in block.columns}
    told = [
        f"{_own(column)} = {_REFERENCE.sub(lambda found: _referred(found, headings), formula)}"
        for column in block.columns
        for formula in [column.number.partition("=")[2]]
        if formula
    ]
    return [f"{words.calculation} {'; '.join(told)}."] if told else []


def _own(column: Column) -> str:
    own = column.heading.strip()
    return f"{column.span}: {own}" if column.span else own


def _referred(found: re.Match[str], headings: Mapping[str, str]) -> str:
    return f"[{headings[found[1]]}]" if found[1] in headings else found[0]


def _ended(text: str) -> str:
    return f"{text}." if text and not text.endswith(".") else text


def writable(table: PlainTable, words: WorkbookWording) -> PlainTable:
    """The table with headings that are all different and at least one row, as Excel wants it."""
    rows, roles = table.rows, table.roles
    if not rows:
        rows = ((Cell(words.no_rows), *[Cell()] * (len(table.headings) - 1)),)
        roles = ("body",)
    return replace(table, headings=distinct(table.headings), rows=rows, roles=roles)


def distinct(names: Sequence[str], longest: int = 250) -> tuple[str, ...]:
    """The same names on one line each, with a number after those that came before."""
    seen: set[str] = set()
    found: list[str] = []
    for name in names:
        base = " ".join(safe_text(name).split())[:longest]
        candidate, number = base, 1
        while candidate.casefold() in seen:
            number += 1
            candidate = f"{base[: longest - 5]} ({number})"
        seen.add(candidate.casefold())
        found.append(candidate)
    return tuple(found)
