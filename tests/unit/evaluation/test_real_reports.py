"""Các báo cáo thật: the city's mid-term evaluation and the eight years of the province, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    Block,
    BulletList,
    Chart,
    Findings,
    Heading,
    NumberForm,
    Paragraph,
    Table,
    block_from_plain,
    block_to_plain,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.evaluation.headline import headline_figures
from poverty_evaluation.vocabulary.findings import Severity

Real = Callable[..., EvaluationContext]
Make = Callable[..., Any]

CITY = ("bac-giang-city", "2016-2018", "")
YEARS = [("bac-giang-province", str(year), str(year - 1) if year > 2010 else "") for year in range(2010, 2018)]
REPORTS = [(*report, language) for report in (CITY, *YEARS) for language in ("vi", "en")]
every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(filter(None, report)) for report in REPORTS])

VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
#: Names and document symbols stay as they are in English.
KEPT = re.compile(r"Bắc Giang|“Mái ấm tình thương”|\S+/\S+|\d+-TB/TU")


def _blocks(context: EvaluationContext) -> list[Block]:
    built = build_evaluation(context)
    return [*built.opening, *built.chapters, *built.closing, *built.appendices]


@every_report
def test_no_heading_is_empty(real: Real, report: tuple[str, ...]) -> None:
    blocks = _blocks(real(*report))
    for before, after in pairwise([*blocks, Heading(1, "", "")]):
        if isinstance(before, Heading):
            assert not isinstance(after, (Heading, Appendix)) or (
                isinstance(after, Heading) and after.level > before.level
            )
            assert before.text
        if isinstance(before, Appendix):
            assert not isinstance(after, (Heading, Appendix))


@every_report
def test_tables_and_figures_are_numbered_through_the_report(real: Real, report: tuple[str, ...]) -> None:
    blocks = _blocks(real(*report))
    is_english = report[3] == "en"
    for kind, label in (
        (Table, "Table {}" if is_english else "Biểu số {:02d}"),
        (Chart, "Figure {}" if is_english else "Hình {}"),
    ):
        labels = [block.label for block in blocks if isinstance(block, kind)]
        assert labels == [label.format(number) for number in range(1, len(labels) + 1)]


@every_report
def test_tables_have_a_cell_for_each_column_and_no_empty_column(real: Real, report: tuple[str, ...]) -> None:
    for block in _blocks(real(*report)):
        if isinstance(block, Table):
            assert {len(row.cells) for row in block.rows} == {len(block.columns)}
            for position, column in enumerate(block.columns):
                assert any(row.cells[position] for row in block.rows), column.heading
                assert column.heading
            assert block.title
            assert block.source.startswith(("Nguồn: ", "Source: "))


@every_report
def test_the_document_goes_through_json_without_loss(real: Real, report: tuple[str, ...]) -> None:
    built = build_evaluation(real(*report))
    for block in (built.document, *built.opening, *built.chapters, *built.closing, *built.appendices):
        assert block_from_plain(json.loads(json.dumps(block_to_plain(block)))) == block


@every_report
def test_every_number_is_a_value_of_the_report(real: Real, report: tuple[str, ...], numbers: Make) -> None:
    context = real(*report)
    for block in _blocks(context):
        for number in numbers(block):
            assert (context.by_id | context.tallies)[number.value_id].value == number.value


@every_report
def test_findings_stand_errors_first(real: Real, report: tuple[str, ...]) -> None:
    gravity = [str(severity) for severity in Severity]
    for block in _blocks(real(*report)):
        if isinstance(block, Findings):
            order = [gravity.index(item.severity) for item in block.items]
            assert order == sorted(order)


@pytest.mark.parametrize("report", [CITY, *YEARS], ids=["-".join(filter(None, report)) for report in (CITY, *YEARS)])
def test_english_holds_no_vietnamese_but_names_and_symbols(real: Real, report: tuple[str, ...], texts: Make) -> None:
    context = real(*report, "en")
    messages = {finding.message_en for finding in context.findings}  # they quote what was printed
    told = [text for block in _blocks(context) for text in texts(block) if text not in messages]
    assert [text for text in told if VIETNAMESE.search(KEPT.sub("", text))] == []


# --- the city --------------------------------------------------------------------------------------------------------


def test_every_activity_figure_is_printed(real: Real, numbers: Make) -> None:
    context = real(*CITY)
    shown = {number.value_id: number for block in _blocks(context) for number in numbers(block)}
    figures = list(context.of_indicator("activity_figure"))
    assert len(figures) > 120
    assert [value.id for value in figures if value.id not in shown] == []


def test_amounts_in_words_are_printed_in_words(real: Real, numbers: Make) -> None:
    context = real(*CITY)
    shown = [
        number
        for block in _blocks(context)
        if isinstance(block, Table)
        for number in numbers(block)
        if "money_in_words" in number.value_id
    ]
    assert len(shown) == 3
    assert {number.form for number in shown} == {NumberForm.WORDS}


def test_the_city_report_follows_its_outline(real: Real) -> None:
    built = build_evaluation(real(*CITY))
    chapters = [block for block in built.chapters if isinstance(block, Heading) and block.level == 1]
    assert [chapter.number for chapter in chapters] == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII."]
    heads = [block for block in built.appendices if isinstance(block, Appendix)]
    assert [(head.number, head.landscape) for head in heads] == [
        ("Phụ lục I", False), ("Phụ lục II", True), ("Phụ lục III", True), ("Phụ lục IV", True),
        ("Phụ lục V", False), ("Phụ lục VI", False),
    ]  # fmt: skip


def test_the_city_report_tells_the_fall_and_counts_the_contradictions(real: Real, read: Make) -> None:
    context = real(*CITY)
    said = [read(block.content) for block in _blocks(context) if isinstance(block, Paragraph)]
    assert any("giảm từ 538 hộ (1,36%) xuống còn 356 hộ (0,85%), giảm 182 hộ" in one for one in said)
    errors = sum(finding.severity is Severity.ERROR for finding in context.findings)
    assert any(f"phát hiện {errors:02d} lỗi" in one for one in said)


def test_lists_of_documents_end_with_a_full_stop(real: Real, read: Make) -> None:
    lists = [
        [read(item) for item in block.items]
        for block in build_evaluation(real(*CITY)).chapters
        if isinstance(block, BulletList) and "số" in read(block.items[0]) and "ngày" in read(block.items[0])
    ]
    documents = [items for items in lists if re.match(r"(Thông báo|Quyết định|Kế hoạch|Công văn)", items[0])]
    assert len(documents) == 2
    for items in documents:
        assert [item[-1] for item in items] == [*";" * (len(items) - 1), "."]
        assert not any("(Trích yếu" in item for item in items)


def test_unchecked_titles_are_not_printed(real: Real, read: Make) -> None:
    opening = [read(block.content) for block in build_evaluation(real(*CITY)).opening]
    assert opening[0] == "Căn cứ Quyết định số 1258/QĐ-TTg ngày 21/8/2017 của Thủ tướng Chính phủ;"
    assert opening[1].startswith("Thực hiện Kế hoạch số 2300/KH-UBND")
    assert opening[1].endswith(".")


def test_the_language_changes_no_number(real: Real, numbers: Make) -> None:
    tables = {
        language: [
            sorted(number.value_id for number in numbers(block))
            for block in _blocks(real(*CITY, language))
            if isinstance(block, Table)
        ]
        for language in ("vi", "en")
    }
    assert tables["vi"] == tables["en"]


def test_headline_figures_are_plain(real: Real) -> None:
    figures = headline_figures(real(*CITY))
    assert figures["poor_households_change@213/2016-2018"] == -182
    assert figures["leading_standard"] == "qd-59-2015"
    assert isinstance(figures["findings_error"], int)


# --- the province ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("report", YEARS, ids=[year for _, year, _ in YEARS])
def test_the_province_reads_as_its_own_report(real: Real, report: tuple[str, ...], read: Make) -> None:
    said = " ".join(read(block.content) for block in _blocks(real(*report)) if isinstance(block, Paragraph))
    assert "đơn vị báo cáo" not in said
    assert "00 lỗi" not in said
    assert ("khác với chuẩn áp dụng năm 2015" in said) is (report[1] == "2016")
    assert ("so với cuối năm trước" in said) is (report[1] not in ("2010", "2016"))


@pytest.mark.parametrize(("year", "asked"), [("2011", False), ("2012", True), ("2013", True), ("2017", False)])
def test_errors_are_asked_to_be_confirmed_among_the_proposals(real: Real, year: str, asked: bool, read: Make) -> None:
    report = next(report for report in YEARS if report[1] == year)
    said = [read(block.content) for block in build_evaluation(real(*report)).chapters if isinstance(block, Paragraph)]
    assert any(one.startswith("Đề nghị cơ quan cung cấp số liệu kiểm tra") for one in said) is asked
