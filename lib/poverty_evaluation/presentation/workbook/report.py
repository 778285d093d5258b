"""Tệp bảng tính kèm báo cáo (tables.xlsx): which sheets it has, and what ties them together.

It follows the guidance of the UK Government Analysis Function on accessible spreadsheets: a cover, contents, notes, one
marked-up table per sheet from column A, no merged cells, units in the headings, shorthand instead of signs.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from poverty_evaluation.evaluation.blocks import Chart, Document, Number, Table
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.workbook.cells import Cell, safe_text, text_cell
from poverty_evaluation.presentation.workbook.notes import explain
from poverty_evaluation.presentation.workbook.records import (
    Placed,
    findings_table,
    indicators_table,
    is_public,
    places_table,
)
from poverty_evaluation.presentation.workbook.sheets import (
    FONT,
    SIZE,
    Formats,
    column_name,
    lines_needed,
    print_on_a4,
    write_table,
)
from poverty_evaluation.presentation.workbook.tables import PlainTable, distinct, table_of_chart, table_of_table
from poverty_evaluation.presentation.workbook.wording import WorkbookWording, workbook_wording

_UNSAFE_IN_SHEET = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_UNSAFE_IN_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_SHEET, _PROSE_WIDTH = 31, 84
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"


def tables_workbook(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The workbook of a report, the same bytes for the same blocks."""
    import xlsxwriter

    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": SIZE},
        },
    )
    workbook.set_properties(_properties(document, moment))
    _Builder(workbook, document, [item.block for item in shown]).build()
    workbook.close()
    return _with_language(target.getvalue(), document.language)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that is to be filled: its name, the name of its table, and what it shows."""

    name: str
    table_name: str
    table: PlainTable
    handle: Any


class _Builder:
    """Fills a new workbook with the sheets of a report."""

    def __init__(self, workbook: Any, document: Document, blocks: Sequence[Any]) -> None:
        self._workbook = workbook
        self._document = document
        self._language = document.language
        self._words = workbook_wording(document.language)
        self._formats = Formats(workbook)
        self._tables = _tables(blocks, document)
        self._places: list[Placed] = []
        head = document.letterhead
        self._marks = tuple(mark for mark in (head.draft_mark, head.invented_mark) if mark)

    def build(self) -> None:
        words, document = self._words, self._document
        has_findings = bool(document.findings) and not is_public(document)
        own = [words.cover, words.contents, words.notes]
        last = [words.indicators, words.places, *([words.findings] if has_findings else [])]
        names = _sheet_names([*own, *last, *(table.label or table.title for table in self._tables)])
        own, last, middle = names[:3], names[3 : 3 + len(last)], names[3 + len(last) :]
        handles = {name: self._workbook.add_worksheet(name) for name in (*own, *middle, *last)}
        explained = explain(dict(zip(middle, self._tables, strict=True)), self._language)
        sheets = [
            _Sheet(name, table_name, table, handles[name])
            for name, table, table_name in zip(middle, self._tables, _table_names(self._tables), strict=True)
        ]
        for sheet in sheets:
            self._fill(sheet, self._lines(sheet, explained.marks[sheet.name]))
        self._fill(_Sheet(own[2], "notes", explained.table, handles[own[2]]))
        records = [indicators_table(document), places_table(self._places, document)]
        records += [findings_table(document)] if has_findings else []
        for name, record in zip(last, records, strict=True):
            self._fill(_Sheet(name, record.key, record, handles[name]))
        listed = [(own[2], explained.table), *zip(middle, self._tables, strict=True), *zip(last, records, strict=True)]
        contents = _contents([(name, table.title) for name, table in listed], words)
        self._fill(_Sheet(own[1], "contents", contents, handles[own[1]]), is_contents=True)
        self._cover(handles[own[0]], has_findings)

    def _fill(
        self, sheet: _Sheet, own_lines: Sequence[tuple[str, str]] | None = None, is_contents: bool = False
    ) -> None:
        """One sheet with its table; notes where each number of it stands."""
        told = [(text, "") for text in sheet.table.lines] if own_lines is None else list(own_lines)
        back = [] if is_contents else [(self._words.back, self._words.contents)]
        (first, _), *rest = told
        said = ". ".join((*self._marks, first))
        lines = [(said, ""), *rest, *back]
        top = write_table(sheet.handle, sheet.table, sheet.table_name, lines, self._formats, self._marks)
        for row, cells in enumerate(sheet.table.rows, top + 2):
            for column, cell in enumerate(cells):
                for number in cell.numbers:
                    if number.value_id:
                        self._places.append(self._placed(sheet.name, f"{column_name(column)}{row}", number))

    def _placed(self, sheet: str, cell: str, number: Number) -> Placed:
        text = formatting.write(number, self._language) + formatting.mark(number)
        return Placed(sheet, cell, number.value_id, text)

    def _lines(self, sheet: _Sheet, marks: Sequence[str]) -> list[tuple[str, str]]:
        """What stands between the title and the table of a sheet, and where it leads."""
        first, *rest = sheet.table.lines
        pointer = [(self._words.pointer.format(marks=", ".join(marks)), self._words.notes)] if marks else []
        return [(first, ""), *pointer, *((text, "") for text in rest)]

    def _cover(self, handle: Any, has_findings: bool) -> None:
        formats = self._formats
        handle.set_column(0, 0, _PROSE_WIDTH)
        styles = {"title": formats.get(bold=True, font_size=16, text_wrap=True), "section": formats.section}
        heights = {"title": 22, "section": 26, "warning": 15, "": 15}
        styles |= {"warning": formats.get(bold=True, text_wrap=True, font_color="#9C0006"), "": formats.prose}
        for row, (kind, text) in enumerate(_cover_lines(self._document, has_findings)):
            handle.write_string(row, 0, safe_text(text), styles[kind])
            handle.set_row(row, heights[kind] * lines_needed(text, _PROSE_WIDTH * (0.62 if kind == "title" else 1)) + 3)
        print_on_a4(handle, self._marks)
        handle.activate()
        handle.set_first_sheet()


def _tables(blocks: Sequence[Any], document: Document) -> list[PlainTable]:
    """Every table and chart of the report, in its order."""
    language = document.language
    units = {value.id: value.unit_en if language == "en" else value.unit_vi for value in document.values}
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(table_of_table(block, units, language))
        if isinstance(block, Chart):
            found.append(table_of_chart(block, units, language))
    return found


def _contents(listed: Sequence[tuple[str, str]], words: WorkbookWording) -> PlainTable:
    rows = tuple((Cell(name, link=name), text_cell(title)) for name, title in listed)
    return PlainTable(
        key="contents", label="", title=words.contents_title, lines=(words.one_table,),
        headings=(words.sheet, words.about), rows=rows, roles=("body",) * len(rows),
    )  # fmt: skip


def _cover_lines(document: Document, has_findings: bool) -> Iterator[tuple[str, str]]:
    """The lines of the cover with their kind."""
    words, head = workbook_wording(document.language), document.letterhead
    issuer = " - ".join(part for part in (head.superior_body, head.issuing_body) if part)
    yield "title", f"{head.type_name}: {document.title}" if head.type_name else document.title
    yield "", f"{words.cover_lead}, {document.place_name}, {document.period_label}."
    if head.invented_mark:
        yield "warning", head.invented_mark
    if issuer:
        yield "", f"{words.issuer}: {issuer}."
    status = words.statuses.get(document.status, document.status)
    yield "", f"{words.status}: {status}."
    if document.audience in words.audiences:
        yield "", f"{words.audience}: {words.audiences[document.audience]}."
    if dates := _dates(document, words):
        yield "", f"{words.date_basis}: {dates}."
    yield "section", words.what_title
    told = [*words.what, words.what_indicators, *([words.what_findings] if has_findings else [])]
    yield from (("", text) for text in told)
    yield "section", words.how_title
    yield from (("", text) for text in words.how)
    if issuer:
        yield "section", words.contact_title
        yield "", words.contact.format(issuer=issuer)


def _dates(document: Document, words: WorkbookWording) -> str:

    days = sorted({value.as_of for value in document.values if re.fullmatch(r"\d{4}-\d\d-\d\d", value.as_of)})
    if not days:
        return ""
    first, last = (_written_day(day) for day in (days[0], days[-1]))
    return words.date_range.format(first=first, last=last)


def _written_day(day: str) -> str:
    year, month, rest = day.split("-")
    return f"{rest}/{month}/{year}"


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Names that Excel takes: short, without brackets, slashes and quotes, all different."""
    clean = [_UNSAFE_IN_SHEET.sub(" ", name).strip()[:_LONGEST_SHEET].strip() or "-" for name in names]
    return list(distinct(clean, _LONGEST_SHEET))


def _table_names(tables: Sequence[PlainTable]) -> list[str]:
    """Names of tables, told by the ids of the report: "table_wards"."""
    plain = [f"table_{_UNSAFE_IN_NAME.sub('_', table.key.lower()).strip('_') or 'x'}" for table in tables]
    return [name.replace(" (", "_").rstrip(")") for name in distinct(plain)]


def _properties(document: Document, moment: datetime) -> Mapping[str, Any]:
    words, head = workbook_wording(document.language), document.letterhead
    return {
        "title": safe_text(document.title),
        "subject": words.cover_lead,
        "author": safe_text(head.issuing_body),
        "status": words.statuses.get(document.status, document.status),
        "created": moment.replace(tzinfo=None),
    }


def _with_language(content: bytes, language: str) -> bytes:
    """The same file with its language among the properties, which the library cannot write."""
    tag = {"vi": "vi-VN", "en": "en-GB"}[language]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == _CORE:
                data = data.replace(
                    b"</cp:coreProperties>", f"<dc:language>{tag}</dc:language></cp:coreProperties>".encode()
                )
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return target.getvalue()
