"""Ghi chú của tệp bảng tính: signs and shorthand that the tables use, and their notes under numbers of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import Inline, Line, Number, NumberForm, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.presentation.workbook.cells import (
    MISSING,
    NOT_APPLICABLE,
    SHORTHAND,
    SUPPRESSED,
    Cell,
    line_text,
    text_cell,
)
from poverty_evaluation.presentation.workbook.tables import PlainTable
from poverty_evaluation.presentation.workbook.wording import workbook_wording

_HEDGES = "≥><≈"
_QUOTED = "“"


@dataclass(frozen=True, slots=True)
class Explained:
    """The notes of a whole workbook. `marks` are those that each sheet points to; `table` explains them all."""

    marks: Mapping[str, tuple[str, ...]]
    table: PlainTable


def explain(tables: Mapping[str, PlainTable], language: str) -> Explained:
    """The notes of all tables, each text once, after the signs that any of them shows. Tables by name of sheet."""
    words = workbook_wording(language)
    signs = {sheet: _signs(table) for sheet, table in tables.items()}
    notes: dict[str, tuple[Line, list[str]]] = {}
    marks: dict[str, tuple[str, ...]] = {}
    for sheet, table in tables.items():
        own: set[int] = set()
        for note in table.notes:
            line = _in_shorthand(note, signs[sheet])
            text = line_text(line, language)
            notes.setdefault(text, (line, []))[1].append(sheet)
            own.add(list(notes).index(text) + 1)
        marks[sheet] = (*signs[sheet], *(words.note_mark.format(number=number) for number in sorted(own)))
    rows = [
        (Cell(sign), text_cell(meaning), text_cell("; ".join(used)))
        for sign, meaning in _meanings(language).items()
        if (used := [sheet for sheet, shown in signs.items() if sign in shown])
    ]
    blank = [sheet for sheet, table in tables.items() if any(cell.value == "" for row in table.rows for cell in row)]
    if blank:
        rows.append((Cell(words.blank), Cell(words.blank_meaning), text_cell("; ".join(blank))))
    for number, (text, (line, used)) in enumerate(notes.items(), 1):
        numbers = tuple(part for part in line if isinstance(part, Number))
        mark = words.note_mark.format(number=number)
        rows.append(
            (Cell(mark), Cell(text_cell(text).value, numbers=numbers), text_cell("; ".join(dict.fromkeys(used))))
        )
    return Explained(marks, _table(rows, language))


def _table(rows: Sequence[tuple[Cell, ...]], language: str) -> PlainTable:
    words = workbook_wording(language)
    kept = tuple(rows) or ((Cell(words.no_rows), Cell(), Cell()),)
    return PlainTable(
        key="notes", label="", title=words.notes_title, lines=(words.one_table,),
        headings=(words.sign, words.meaning, words.used_in), rows=kept, roles=("body",) * len(kept),
    )  # fmt: skip


def _meanings(language: str) -> dict[str, str]:
    """What each sign means, in the order in which they are explained."""
    words, more = wording(language), workbook_wording(language)
    texts = {MISSING: more.missing, NOT_APPLICABLE: more.not_applicable, SUPPRESSED: more.suppressed}
    of_report = {short: sign for sign, short in SHORTHAND.items()}
    meanings = {short: f"{text} ({more.in_report.format(sign=of_report[short])})" for short, text in texts.items()}
    for told in (
        words.sign_disputed, words.sign_at_least, words.sign_more_than, words.sign_less_than, words.sign_estimate,
    ):  # fmt: skip
        sign, _, meaning = told.partition(" ")
        meanings[sign] = meaning
    return {**meanings, "“ ”": words.sign_unreadable}


def _signs(table: PlainTable) -> tuple[str, ...]:
    """The signs that the cells and notes of a table show, in the order of their explanations."""
    found: set[str] = set()
    cells = [cell for row in table.rows for cell in row]
    found.update(str(cell.value) for cell in cells if cell.value in (MISSING, NOT_APPLICABLE, SUPPRESSED))
    numbers = [number for cell in cells for number in cell.numbers]
    numbers += [part for note in table.notes for part in note if isinstance(part, Number)]
    for number in numbers:
        found.update(formatting.mark(number))
        if number.form is NumberForm.CELL and number.value is not None:
            found.update(sign for sign in formatting.cell_hedge(number) if sign in _HEDGES)
        if number.value is None and formatting.write(number, "vi").startswith(_QUOTED):
            found.add("“ ”")
    return tuple(sign for sign in _meanings("vi") if sign in found)


def _in_shorthand(note: Line, signs: Sequence[str]) -> Line:
    """A note that quotes a sign of the report, with the shorthand that the sheet shows instead."""
    swapped: list[Inline] = []
    for part in note:
        if isinstance(part, Text):
            text = part.text
            for sign, short in SHORTHAND.items():
                text = text.replace(f"“{sign}”", f"“{short}”") if short in signs else text
            swapped.append(Text(text, part.bold, part.italic))
        else:
            swapped.append(part)
    return tuple(swapped)
