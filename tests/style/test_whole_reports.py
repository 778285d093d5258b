"""Quy tắc hành văn: what holds of every sentence of a whole report, real and invented, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from whole_reports import DATA, SAMPLE, WholeReport, reference_of

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    Block,
    BulletList,
    Chart,
    Findings,
    Heading,
    Line,
    Number,
    NumberForm,
    Paragraph,
    Table,
    Text,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.sentences import SMALL_BASE
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.reference import IndicatorKind

REPORTS = [
    (DATA, "bac-giang-city", "2016-2018"),
    *((DATA, "bac-giang-province", year) for year in ("2010", "2013", "2016", "2017")),
    *((SAMPLE, "song-mau-city", period) for period in ("2021", "2022-H1", "2022-9M", "2022", "2023", "2021-2023")),
]
every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(report[1:]) for report in REPORTS])
in_both_languages = pytest.mark.parametrize("language", ["vi", "en"])

#: What stands between quotation marks is told as somebody else wrote it.
_QUOTED = re.compile("“[^“”]*(“[^“”]*”[^“”]*)*”")
_VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
#: Document symbols stay as they are in English, and so do the names of places.
_SYMBOL = re.compile(r"\S+/\S+|\d+-TB/TU")


def _context(report: tuple[Path, str, str], language: str) -> EvaluationContext:
    return WholeReport(*report, language).context


def _blocks(report: tuple[Path, str, str], language: str) -> tuple[Block, ...]:
    built = WholeReport(*report, language).evaluation
    return (*built.opening, *built.chapters, *built.closing, *built.appendices)


def _text(line: Line, language: str) -> str:
    return "".join(part.text if isinstance(part, Text) else write(part, language) for part in line)


def _lines(block: Any) -> Iterator[Line]:
    """The running text of a block: paragraphs, points of a list, notes under tables and charts."""
    match block:
        case Paragraph():
            yield block.content
        case BulletList():
            yield from block.items
        case Table() | Chart():
            yield from block.notes


def _sentences(report: tuple[Path, str, str], language: str) -> Iterator[str]:
    for block in _blocks(report, language):
        for line in _lines(block):
            yield _text(line, language)


def _everything(report: tuple[Path, str, str], language: str) -> Iterator[str]:
    """Running text, headings, titles, and the messages of findings."""
    yield from _sentences(report, language)
    for block in _blocks(report, language):
        match block:
            case Heading():
                yield block.text
            case Appendix():
                yield from (block.title, block.attached_to)
            case Table():
                yield from (block.title, block.unit_line, block.source, *(column.heading for column in block.columns))
                for row in block.rows:
                    for cell in row.cells:
                        yield _text(cell, language)
            case Chart():
                yield from (block.title, block.alternative, block.source)
            case Findings():
                yield from (item.message for item in block.items)


def _breaches(told: Iterator[str], rule: str, quoted: bool = False) -> list[str]:
    """The texts in which something stands that must not; what is quoted is left out unless it is asked for."""
    wrong = re.compile(rule)
    return [text for text in told if wrong.search(text if quoted else _QUOTED.sub("“”", text))]


# --- both languages ---------------------------------------------------------------------------------------------------


@every_report
@in_both_languages
def test_spaces_and_punctuation(report: tuple[Path, str, str], language: str) -> None:
    assert _breaches(_everything(report, language), r"  |\s[,.;:!?)](\s|$)|\(\s|,,|;;|\.\.(?!\.)|[,;]\.|\{|\}") == []


@every_report
@in_both_languages
def test_sentences_end(report: tuple[Path, str, str], language: str) -> None:
    for block in _blocks(report, language):
        if isinstance(block, (Paragraph, BulletList)):
            for line in _lines(block):
                text = _text(line, language)
                assert text.rstrip("”)]").endswith((".", ";", ":")), text


@every_report
@in_both_languages
def test_a_change_that_a_verb_tells_has_no_sign(report: tuple[Path, str, str], language: str) -> None:
    assert _breaches(_sentences(report, language), r"(giảm|tăng|fell by|fall of|rose by|rise of) [-−+]") == []


@every_report
@in_both_languages
def test_no_relative_change_is_told_on_a_small_base(report: tuple[Path, str, str], language: str) -> None:
    context = _context(report, language)
    relative = {one.id for one in context.reference.indicators if one.kind is IndicatorKind.RELATIVE_CHANGE}
    shown = [
        (context.by_id | context.tallies)[part.value_id]
        for block in _blocks(report, language)
        for line in _lines(block)
        for part in line
        if isinstance(part, Number)
    ]
    for value in (one for one in shown if one.indicator_id in relative):
        base = context.by_id[value.operands[0]].value
        assert base is not None and base >= SMALL_BASE


# --- Vietnamese -------------------------------------------------------------------------------------------------------


@every_report
def test_a_difference_of_rates_is_told_in_points(report: tuple[Path, str, str]) -> None:
    assert _breaches(_sentences(report, "vi"), r"[Tt]ỷ lệ [^.;,]*\b(giảm|tăng|cao hơn|thấp hơn) [\d.,]+ ?%") == []
    for block in _blocks(report, "vi"):
        for line in _lines(block):
            for part in (one for one in line if isinstance(one, Number) and one.unit == "pp"):
                assert write(part, "vi").endswith("điểm phần trăm")


@every_report
def test_small_counts_have_a_leading_zero_in_running_text_only(report: tuple[Path, str, str]) -> None:
    counted = r"hộ|người|nhân khẩu|khẩu|nhà|suất|lượt|cuộc|lớp|mô hình|lần|lỗi|cảnh báo|trường hợp|khoản"
    assert _breaches(_sentences(report, "vi"), rf"(?<![\d.,/])[1-9] ({counted})\b") == []
    for block in _blocks(report, "vi"):
        if isinstance(block, Table):
            cells = [part for row in block.rows for cell in row.cells for part in cell if isinstance(part, Number)]
            in_table = [write(one, "vi") for one in cells if one.form is NumberForm.CELL]
            assert [text for text in in_table if re.match(r"0\d", text)] == []
    assert _breaches(_everything(report, "vi"), r"(?<![\d.,/])0\d+ ?(%|đồng|triệu|tỷ đồng|điểm)") == []


@every_report
def test_words_are_spelt_as_administrative_texts_spell_them(report: tuple[Path, str, str]) -> None:
    assert _breaches(_everything(report, "vi"), r"(?i)\bluỹ|\btỉ (lệ|đồng)|\bkì\b|\buỷ|\bquí\b|\bxoá\b|\bhoá\b") == []


# --- English ----------------------------------------------------------------------------------------------------------


@every_report
def test_english_holds_no_vietnamese_but_names_symbols_and_quotations(report: tuple[Path, str, str]) -> None:
    names = sorted({place.name_vi for place in reference_of(report[0]).places}, key=len, reverse=True)
    of_places = re.compile("|".join(map(re.escape, names)))
    told = (_SYMBOL.sub("", of_places.sub("", text)) for text in _everything(report, "en"))
    assert _breaches(told, _VIETNAMESE.pattern + "|" + _VIETNAMESE.pattern.upper()) == []


@every_report
def test_english_messages_are_written_in_english_format(report: tuple[Path, str, str]) -> None:
    context = _context(report, "en")
    messages = [finding.message_en for finding in context.findings]
    dated = r"\b\d{1,2}/\d{1,2}/\d{4}\b"
    assert _breaches(iter(messages), rf"\d,\d{{1,2}}\b(?!,)|\d\.\d{{3}}\.\d|triệu|tỷ|đồng|\bhộ\b|{dated}") == []
