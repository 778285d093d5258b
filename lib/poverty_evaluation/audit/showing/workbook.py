"""Sổ tính: the findings and the figures of findings as a workbook with two sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from poverty_evaluation.audit.findings import AuditResult
from poverty_evaluation.audit.showing.shown import Show, selected
from poverty_evaluation.audit.showing.tables import finding_headings, finding_rows
from poverty_evaluation.audit.showing.words import Words, words

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIGURES_SHEET = {"vi": "Con số", "en": "Figures"}
_FINDING_WIDTHS = (24, 6, 20, 22, 7, 7, 60, 36, 16, 16, 40, 60, 36)
_FIGURE_WIDTHS = (24, 11, 20, 28, 20, 10, 7)
_LONGEST = 32_767  # characters that a cell holds


def findings_workbook(results: Sequence[AuditResult], show: Show = Show.CONTRADICTIONS, language: str = "vi") -> bytes:
    """A sheet of the findings and one of their figures; text as text, numbers as numbers, no formulas."""
    told = words(language)
    return workbook(
        [
            (told.findings, finding_headings(told), finding_rows(results, show, told), _FINDING_WIDTHS),
            (_FIGURES_SHEET[language], _figure_headings(told), list(_figure_rows(results, show, told)), _FIGURE_WIDTHS),
        ]
    )


def workbook(sheets: Iterable[tuple[str, Sequence[str], Sequence[Sequence[Any]], Sequence[int]]]) -> bytes:
    """Sheets of name, headings, rows and widths; their heads stay in sight and filter the rows."""
    import pandas as pd

    target = io.BytesIO()
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs={"options": _OPTIONS}) as writer:
        head = writer.book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1,
                                       "bg_color": "#F1F3F6"})  # fmt: skip
        body = writer.book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D5DAE1"})
        for name, headings, rows, widths in sheets:
            sheet = writer.book.add_worksheet(name)
            for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, heading, head)
            for place, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    _write(sheet, place, column, cell, body)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)
            sheet.set_landscape()
            sheet.set_paper(9)  # A4
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return target.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Any, style: Any) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    else:
        sheet.write_string(row, column, str(cell)[:_LONGEST], style)


def _figure_headings(told: Words) -> tuple[str, ...]:
    finding = f"{told.findings} ({told.number.lower()})"
    return told.file, finding, told.verdict, told.figure, told.value, told.unit, told.line.capitalize()


def _figure_rows(results: Sequence[AuditResult], show: Show, told: Words) -> Iterable[tuple[Any, ...]]:
    for result in results:
        for number, finding in enumerate(selected(result, show), 1):
            for one in finding.figures:
                yield (
                    result.file,
                    number,
                    told.verdicts[finding.verdict],
                    " ".join(one.text.split()),
                    one.value,
                    one.unit,
                    one.line,
                )
