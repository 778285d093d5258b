"""Trình bày trang tính: how a plain table is laid out on a sheet, on screen and on A4."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date
from typing import Any

from poverty_evaluation.presentation.workbook.cells import Cell, safe_text
from poverty_evaluation.presentation.workbook.tables import PlainTable

FONT, SIZE = "Arial", 11
_INK, _LINE, _HEAD, _TOTAL = "#000000", "#7F7F7F", "#D9E2EC", "#F2F2F2"
_LEAST, _MOST, _MOST_OF_FEW, _MOST_NUMBER = 8, 46, 66, 18
_FEW_COLUMNS = 8
_PORTRAIT = 95  # characters on a page that stands
_WIDE = 110  # characters: a wider table scrolls, and keeps the columns that name its rows
_MOST_LINES, _MOST_LINES_OF_LIST = 27, 6  # Excel allows 409 points; a long list of operands is read in its cell
_A4, _ONE_PAGE_WIDE = 9, (1, 0)


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._cells: dict[tuple[str, bool, str, bool], Any] = {}

    def get(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": SIZE, "font_color": _INK, "valign": "top"}
            self._made[key] = self._workbook.add_format({**base, **properties})
        return self._made[key]

    @property
    def title(self) -> Any:
        return self.get(bold=True, font_size=14, valign="vcenter")

    @property
    def line(self) -> Any:
        return self.get()

    @property
    def prose(self) -> Any:
        return self.get(text_wrap=True)

    @property
    def section(self) -> Any:
        return self.get(bold=True, font_size=12, text_wrap=True, valign="bottom")

    @property
    def link(self) -> Any:
        return self.get(font_color="#0B4F9E", underline=1)

    @property
    def heading(self) -> Any:
        return self.get(
            bold=True, text_wrap=True, valign="vcenter", align="center", bg_color=_HEAD, border=1, border_color=_LINE
        )

    def cell(self, number_format: str, is_right: bool, role: str, is_link: bool) -> Any:
        key = number_format, is_right, role, is_link
        if key not in self._cells:
            self._cells[key] = self._new_cell(*key)
        return self._cells[key]

    def _new_cell(self, number_format: str, is_right: bool, role: str, is_link: bool) -> Any:
        properties: dict[str, Any] = {"border": 1, "border_color": _LINE}
        properties |= {"align": "right"} if is_right else {"align": "left", "indent": 1}
        if number_format:
            properties["num_format"] = number_format
        else:
            properties["text_wrap"] = True
        if role in ("total", "group"):
            properties |= {"bold": True, "bg_color": _TOTAL}
        if is_link:
            properties |= {"font_color": "#0B4F9E", "underline": 1}
        return self.get(**properties)


def write_table(
    sheet: Any, table: PlainTable, name: str, lines: Sequence[tuple[str, str]], formats: Formats, marks: Sequence[str]
) -> int:
    """The title, lines (text, sheet it leads to) and table of a sheet; gives the row of the headings, from 0."""
    sheet.write_string(0, 0, safe_text(table.full_title), formats.title)
    sheet.set_row(0, 24)
    for row, (text, link) in enumerate(lines, 1):
        if link:
            sheet.write_url(row, 0, link_to(link), formats.link, safe_text(text))
        else:
            sheet.write_string(row, 0, safe_text(text), formats.line)
    top = len(lines) + 1
    bottom, right = top + len(table.rows), len(table.headings) - 1
    sheet.add_table(
        top, 0, bottom, right,
        {
            "name": name, "autofilter": table.is_filtered, "style": "Table Style Light 1", "banded_rows": False,
            "columns": [{"header": heading, "header_format": formats.heading} for heading in table.headings],
        },
    )  # fmt: skip
    numeric = [_is_numeric(table, column) for column in range(right + 1)]
    widths = [_width(table, column, numeric[column]) for column in range(right + 1)]
    most = _MOST_LINES_OF_LIST if table.is_filtered else _MOST_LINES
    sheet.set_row(top, line_height(min(_MOST_LINES - 1, max(map(lines_needed, table.headings, widths)))) + 6)
    for row, (cells, role) in enumerate(zip(table.rows, table.roles, strict=True), top + 1):
        sheet.set_row(row, line_height(min(most, max(map(_lines_of, cells, widths)))))
        for column, cell in enumerate(cells):
            _write(sheet, row, column, cell, formats.cell(cell.number_format, numeric[column], role, bool(cell.link)))
    sheet.ignore_errors({"number_stored_as_text": f"A1:{column_name(right)}{bottom + 1}"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(top + 1, _frozen(widths, numeric))
    print_on_a4(sheet, marks, landscape=sum(widths) > _PORTRAIT, header_row=top)
    return top


def lines_needed(text: str, width: float) -> int:
    """On how many lines a text stands in a column of so many characters; heights are written, since not every program
    finds them by itself."""
    if len(text) < width - 1:
        return 1
    room = max(width * 1.04 - 2, 1.0)
    lines, used = 1, 0
    for word in text.split(" "):
        size = len(word)
        if used and used + size > room:
            lines, used = lines + 1, 0
        lines += int(size // room)
        used += size + 1
    return lines


def line_height(lines: int) -> float:
    """The height of so many lines in points."""
    return 15.0 * lines + 1


def link_to(sheet: str) -> str:
    """The address of the beginning of a sheet."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!A1"


def print_on_a4(sheet: Any, marks: Sequence[str], landscape: bool = False, header_row: int | None = None) -> None:
    """One page wide, as long as it takes, its headings and what marks the document on every page."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(*_ONE_PAGE_WIDE)
    sheet.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.7)
    if marks:
        sheet.set_header("&R" + " - ".join(marks).replace("&", "&&"))
    sheet.set_footer("&L&A&R&P/&N")
    if landscape:
        sheet.set_landscape()
    if header_row is not None:
        sheet.repeat_rows(header_row)


@functools.cache
def column_name(column: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    """A cell by its kind; texts are always written as texts, whatever they begin with."""
    if cell.link:
        sheet.write_url(row, column, link_to(cell.link), style, str(cell.value))
    elif isinstance(cell.value, str):
        if cell.value:
            sheet.write_string(row, column, cell.value, style)
        else:
            sheet.write_blank(row, column, None, style)
    elif isinstance(cell.value, date):
        sheet.write_datetime(row, column, cell.value, style)
    else:
        sheet.write_number(row, column, cell.value, style)


def _lines_of(cell: Cell, width: float) -> int:
    return lines_needed(cell.value, width) if isinstance(cell.value, str) else 1


def _is_numeric(table: PlainTable, column: int) -> bool:
    return any(row[column].is_number for row in table.rows)


def _shown(cell: Cell) -> str:
    """About what a cell shows."""
    if isinstance(cell.value, date):
        return "00/00/0000"
    if isinstance(cell.value, str):
        return cell.value
    whole = f"{abs(cell.value):,.0f}"
    extra = cell.number_format.partition(";")[0].partition("]")[2]
    return whole + extra.replace("#,##0", "").replace('"', "")


def _width(table: PlainTable, column: int, numeric: bool) -> float:
    """Wide enough for the longest word of the heading and for every number; texts wrap."""
    heading = table.headings[column]
    texts = [_shown(row[column]) for row in table.rows]
    longest = max((len(text) for text in texts), default=0)
    words = [len(word) for word in heading.split()]
    words += [len(word) for text in texts for word in text.split()] if not numeric else []
    least = max(min(max(words, default=0) + 4, 30), _LEAST)
    numbers = [len(_shown(row[column])) for row in table.rows if row[column].is_number]
    most = max(_MOST_NUMBER, *numbers) if numeric else _MOST if len(table.headings) > 3 else _MOST_OF_FEW
    lines = 3 if len(table.headings) <= _FEW_COLUMNS else 5
    wish = max(min(longest + 3, most), min(len(heading) / lines + 3, most))
    return float(max(least, wish, max(numbers, default=0) + 5))


def _frozen(widths: Sequence[float], numeric: Sequence[bool]) -> int:
    """How many leading columns stay in sight: in a wide table those up to the one that names the rows."""
    leading = next((place for place, is_number in enumerate(numeric) if is_number), 0)
    leading = min(leading, 3)
    return leading if sum(widths) > _WIDE and sum(widths[:leading]) <= 60 else 0
