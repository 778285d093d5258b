"""Danh mục trong tệp bảng tính: all indicator values, where each number stands, and the findings, as plain tables.

The id of a value is kept out of the tables of the report: a comment on a cell is announced by few screen readers and
lost in print. A table of its own says for every number of the workbook its sheet, its cell and its id; it can be
filtered both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from poverty_evaluation.evaluation.blocks import Document, NumberForm, number_of
from poverty_evaluation.evaluation.wording.findings import KINDS
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.presentation.workbook.cells import Cell, date_cell, number_cell, text_cell
from poverty_evaluation.presentation.workbook.tables import PlainTable, writable
from poverty_evaluation.presentation.workbook.wording import WorkbookWording, workbook_wording
from poverty_evaluation.vocabulary.choices import Audience
from poverty_evaluation.vocabulary.findings import FindingKind, Severity
from poverty_evaluation.vocabulary.values import IndicatorValue


@dataclass(frozen=True, slots=True)
class Placed:
    """A number of the workbook: on which sheet, in which cell, which value, and the text the report gives it."""

    sheet: str
    cell: str
    value_id: str
    text: str


def is_public(document: Document) -> bool:
    """Whether the workbook leaves out what goes round within the office: source cells and findings."""
    return document.audience == Audience.PUBLIC


def indicators_table(document: Document) -> PlainTable:
    """Every value of the document; for the public without the cells it came from."""
    language = document.language
    words, more = wording(language), workbook_wording(language)
    headings = [
        more.value_id, more.label, more.value, words.unit, words.qualifier, words.status, words.as_printed, more.place,
        more.period, more.as_of, words.formula, words.operands,
    ]  # fmt: skip
    if not is_public(document):
        headings += [words.file, words.sheet, words.row, words.column]
    rows = []
    for value in document.values:
        sources = () if is_public(document) else _source_cells(value, language)
        rows.append((*_value_cells(value, language), *sources))
    return _table("indicators", more.indicators_title, headings, rows, more)


def places_table(places: Iterable[Placed], document: Document) -> PlainTable:
    """One row for each number of the workbook that is a value of the report."""
    words = workbook_wording(document.language)
    labels = {value.id: value.label(document.language) for value in document.values}
    rows = [
        tuple(map(text_cell, (one.sheet, one.cell, one.text, one.value_id, labels.get(one.value_id, ""))))
        for one in places
    ]
    headings = (words.sheet, words.cell, words.shown_as, words.value_id, words.label)
    return _table("places", words.places_title, headings, rows, words)


def findings_table(document: Document) -> PlainTable:
    """The findings a draft carries, the gravest first."""
    language = document.language
    words, more = wording(language), workbook_wording(language)
    gravity = [str(severity) for severity in Severity]
    found = sorted(document.findings, key=lambda finding: gravity.index(str(finding["severity"])))
    headings = (
        words.severity, words.kind, words.message, words.quote, words.computed, words.file, words.sheet, words.row,
        words.column, more.explanation, more.value_id, more.finding_id,
    )  # fmt: skip
    rows = [_finding_cells(finding, language) for finding in found]
    return _table("findings", more.findings_title, headings, rows, more)


def _table(
    key: str, title: str, headings: Sequence[str], rows: Iterable[tuple[Cell, ...]], words: WorkbookWording
) -> PlainTable:
    kept = tuple(rows)
    table = PlainTable(
        key=key, label="", title=title, lines=(words.one_table,), headings=tuple(headings), rows=kept,
        roles=("body",) * len(kept), is_filtered=True,
    )  # fmt: skip
    return writable(table, words)


def _value_cells(value: IndicatorValue, language: str) -> tuple[Cell, ...]:
    words = wording(language)
    number = number_of(value, NumberForm.CELL, money_scale=1)
    amount = replace(number_cell(number, language, points_named=True), numbers=())
    return (
        text_cell(value.id),
        text_cell(value.label(language)),
        amount,
        text_cell(_unit_text(value, language)),
        text_cell(words.qualifiers[value.qualifier]),
        text_cell(words.statuses[value.status]),
        text_cell(value.as_printed),
        text_cell(value.place_code),
        text_cell(value.period),
        date_cell(value.as_of, language),
        text_cell(value.formula),
        text_cell("; ".join(value.operands)),
    )


def _unit_text(value: IndicatorValue, language: str) -> str:
    words = workbook_wording(language)
    told = value.unit_en if language == "en" else value.unit_vi
    known = {formatting.RATIO_UNIT: words.ratio_unit, formatting.POINTS_UNIT: words.points_unit}
    return told or known.get(value.unit, value.unit)


def _source_cells(value: IndicatorValue, language: str) -> tuple[Cell, ...]:
    """File, sheet, row and column of what was received; a computed value has those of its operands."""
    if value.operands:
        return (text_cell(workbook_wording(language).see_operands), Cell(), Cell(), Cell())
    told = [(one.file, one.sheet, str(one.row), one.column) for one in value.sources]
    if len(value.sources) == 1:
        file, sheet, _, column = told[0]
        return (text_cell(file), text_cell(sheet), Cell(value.sources[0].row, "0"), text_cell(column))
    if not told:
        return (Cell(), Cell(), Cell(), Cell())
    return tuple(text_cell("; ".join(parts)) for parts in zip(*told, strict=True))


def _finding_cells(finding: Mapping[str, Any], language: str) -> tuple[Cell, ...]:
    message = finding.get("message_en" if language == "en" else "message_vi", "")
    explanation = (finding.get("explanation_en") if language == "en" else "") or finding.get("explanation", "")
    row = finding.get("row")
    return (
        text_cell(wording(language).severities[Severity(finding["severity"])]),
        text_cell(KINDS[FindingKind(finding["kind"])].text(language)),
        text_cell(str(message)),
        text_cell(str(finding.get("quote", ""))),
        text_cell(str(finding.get("computed", ""))),
        text_cell(str(finding.get("file", ""))),
        text_cell(str(finding.get("sheet", ""))),
        Cell(int(row), "0") if row else Cell(),
        text_cell(str(finding.get("column", ""))),
        text_cell(str(explanation)),
        text_cell("; ".join(finding.get("indicator_ids", ()))),
        text_cell(str(finding["id"])),
    )
