"""Ký hiệu quy ước: explain †, …, x, (*) and the hedge signs once, under the table or at the end of the chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Form,
    Heading,
    KeyFigures,
    Line,
    Number,
    NumberForm,
    Paragraph,
    Signature,
    Table,
    Text,
)
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.vocabulary.choices import ValueStatus


def numbers_of(block: Any) -> Iterator[Number]:
    """Every number that a block shows, in reading order."""
    match block:
        case Paragraph(content=content):
            yield from _in_lines([content])
        case BulletList(items=items):
            yield from _in_lines(items)
        case KeyFigures(items=items):
            for item in items:
                yield item.number
                yield from _in_lines([item.detail])
        case Table(rows=rows, notes=notes) | Form(rows=rows, notes=notes):
            yield from _in_lines(cell for row in rows for cell in row.cells)
            yield from _in_lines(notes)
        case Chart(points=points, notes=notes):
            yield from (point.number for point in points)
            yield from _in_lines(notes)


def explain_signs(blocks: Sequence[Any], language: str) -> list[Any]:
    """The same blocks, with a note after each table and chapter that shows a sign a reader may not know."""
    words = wording(language)
    explained: list[Any] = []
    pending: list[str] = []
    for block in blocks:
        ends_chapter = isinstance(block, (Appendix, Signature)) or (isinstance(block, Heading) and block.level == 1)
        if ends_chapter and pending:
            explained.append(_note(pending, words))
            pending = []
        needed = _needed(block, words)
        if isinstance(block, (Table, Chart, Form)):
            notes = (*block.notes, *([_line(needed, words)] if needed else []))
            explained.append(replace(block, notes=notes))
        else:
            pending += [text for text in needed if text not in pending]
            explained.append(block)
    if pending:
        explained.append(_note(pending, words))
    return explained


def _in_lines(lines: Iterable[Line]) -> Iterator[Number]:
    for line in lines:
        yield from (part for part in line if isinstance(part, Number))


def _needed(block: Any, words: Wording) -> list[str]:
    """Explanations of the signs a block shows, each once, in a fixed order."""
    found: set[str] = set()
    for number in numbers_of(block):
        found.update(_signs(number))
    explanations = {
        "†": words.sign_disputed,
        "…": words.sign_missing,
        "x": words.sign_not_applicable,
        "(*)": words.sign_suppressed,
        "“": words.sign_unreadable,
        "≥": words.sign_at_least,
        ">": words.sign_more_than,
        "<": words.sign_less_than,
        "≈": words.sign_estimate,
    }
    return [text for sign, text in explanations.items() if sign in found]


def _signs(number: Number) -> Iterator[str]:
    if formatting.mark(number):
        yield formatting.DAGGER
    is_cell = number.form is NumberForm.CELL
    if number.value is None:
        if number.status is ValueStatus.SUPPRESSED:
            yield formatting.SUPPRESSED_SIGN
        elif is_cell:
            yield formatting.write(number, "vi")[0]
    elif is_cell:
        yield from formatting.cell_hedge(number).strip()


def _line(needed: Sequence[str], words: Wording) -> Line:
    return (Text(f"{words.signs} {'; '.join(needed)}."),)


def _note(needed: Sequence[str], words: Wording) -> Paragraph:
    return Paragraph(content=_line(needed, words), style="note")
