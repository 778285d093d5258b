"""tables.xlsx: a report becomes an accessible workbook, read back here as others will read it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from whole_reports import report_of

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.executed import Shown, UnreadableBlock
from poverty_evaluation.presentation.exporters import EvaluationXLSXExporter
from poverty_evaluation.presentation.signs import numbers_of
from poverty_evaluation.presentation.workbook.report import tables_workbook
from poverty_evaluation.presentation.workbook.wording import workbook_wording

DATA = Path(__file__).parents[2] / "data"
MOMENT = datetime(2018, 6, 30, tzinfo=UTC)
FORMULAS = ("=1+1", "+84 912", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "http://x.invalid")


def bytes_of(blocks: list[Any]) -> bytes:
    return tables_workbook(blocks[0], [Shown(block) for block in blocks], MOMENT)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@cache
def city(language: str) -> tuple[Any, ...]:
    """The blocks of the mid-term evaluation of the city, its document first."""
    built = report_of("bac-giang-city", "2016-2018", language).evaluation
    return (built.document, *built.opening, *built.chapters, *built.closing, *built.appendices)


@cache
def city_book(language: str) -> tuple[bytes, Any]:
    content = bytes_of(list(city(language)))
    return content, opened(content)


@pytest.fixture(scope="module")
def report_book(builders: Any) -> tuple[bytes, Any]:
    content = bytes_of(builders.report())
    return content, opened(content)


@pytest.fixture(params=["report", "city vi", "city en"])
def any_book(request: pytest.FixtureRequest) -> tuple[bytes, Any]:
    """The synthetic report, and the real one in both languages."""
    if request.param == "report":
        return request.getfixturevalue("report_book")
    return city_book(request.param.split()[1])


def only_table(sheet: Any) -> Any:
    (table,) = sheet.tables.values()
    return table


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    """The rows of the table of a sheet, below its headings."""
    left, top, right, bottom = range_boundaries(only_table(sheet).ref)
    return [tuple(row) for row in sheet.iter_rows(top + 1, bottom, left, right)]


def headings_of(sheet: Any) -> list[str]:
    left, top, right, _ = range_boundaries(only_table(sheet).ref)
    return [cell.value for cell in next(sheet.iter_rows(top, top, left, right))]


def records(sheet: Any) -> Iterator[dict[str, Any]]:
    headings = headings_of(sheet)
    yield from (dict(zip(headings, (cell.value for cell in row), strict=True)) for row in rows_of(sheet))


# --- every sheet of every workbook ------------------------------------------------------------------------------------


def test_each_sheet_is_one_plain_table_that_begins_in_column_a(any_book: tuple[bytes, Any]):
    _, book = any_book
    cover, *others = book.worksheets
    assert not cover.tables and book.active is cover
    names = []
    for sheet in others:
        assert not sheet.merged_cells.ranges
        table = only_table(sheet)
        names.append(table.name)
        left, top, right, bottom = range_boundaries(table.ref)
        assert (left, right, bottom) == (1, sheet.max_column, sheet.max_row)
        headings = headings_of(sheet)
        assert [column.name for column in table.tableColumns] == headings
        assert all(headings) and len({heading.casefold() for heading in headings}) == len(headings)
        for row in sheet.iter_rows(1, bottom):
            assert any(cell.value not in (None, "") for cell in row)
        for column in sheet.iter_cols(1, right, top, bottom):
            assert column[0].value
        assert sheet.freeze_panes and sheet.freeze_panes.endswith(str(top + 1))
        assert sheet["A1"].value and sheet["A1"].font.bold
    assert len(names) == len(set(names)) and all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)


def test_nothing_is_a_formula_a_macro_or_a_link_to_elsewhere(any_book: tuple[bytes, Any]):
    content, _ = any_book
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name]
        assert not [name for name in archive.namelist() if "worksheets/_rels" in name and b"http" in archive.read(name)
                    and b'TargetMode="External"' in archive.read(name)]  # fmt: skip
    assert len(sheets) > 5
    assert not [sheet for sheet in sheets if re.search(r"<f[ >/]|mergeCell|r:link", sheet)]


def test_every_link_leads_to_a_sheet(any_book: tuple[bytes, Any]):
    _, book = any_book
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    targets = [re.fullmatch(r"'(.+)'!A1", link.location) for link in links]
    assert links and all(targets)
    assert {found[1] for found in targets if found} <= set(book.sheetnames)
    _, contents, *others = book.worksheets
    listed = [row[0] for row in rows_of(contents)]
    assert [cell.value for cell in listed] == [sheet.title for sheet in others]
    assert [cell.hyperlink.location for cell in listed] == [f"'{sheet.title}'!A1" for sheet in others]


def test_letters_are_large_wrapped_and_printed_on_a4(any_book: tuple[bytes, Any]):
    _, book = any_book
    for sheet in book:
        assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1) == 1 and sheet.page_setup.fitToHeight == 0
        assert all(cell.font.sz >= 11 for row in sheet.iter_rows() for cell in row if cell.value is not None)
    for sheet in book.worksheets[1:]:
        top = range_boundaries(only_table(sheet).ref)[1]
        assert sheet.print_title_rows == f"${top}:${top}"
        assert all(cell.alignment.wrap_text for row in rows_of(sheet) for cell in row if cell.data_type == "s")


# --- numbers ----------------------------------------------------------------------------------------------------------


def held(number: b.Number) -> Fraction:
    """The value a cell must hold: money in the unit of its column, points as points, all else as it is."""
    assert number.value is not None
    if formatting.is_money(number.unit):
        return number.value / (number.money_scale or 10**6)
    return number.value * 100 if number.unit == "pp" else number.value


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_number_of_the_city_is_a_number_that_shows_what_the_report_shows(language: str, builders: Any):
    _, book = city_book(language)
    words = workbook_wording(language)
    placed: dict[str, list[Any]] = {}
    for record in records(book[words.places]):
        cell = book[record[words.sheet]][record[words.cell]]
        placed.setdefault(record[words.value_id], []).append((record[words.sheet], cell, record[words.shown_as]))
    alone = 0
    for block in city(language):
        for number in numbers_of(block) if isinstance(block, b.Table | b.Chart) else ():
            told = replace(number, form=b.NumberForm.CELL) if isinstance(block, b.Chart) else number
            written = formatting.write(told, language) + formatting.mark(told)
            sheets = (block.label, words.notes)
            found = [cell for sheet, cell, shown in placed[number.value_id] if sheet in sheets and shown == written]
            assert found, (block.label, number)
            numeric = [cell for cell in found if isinstance(cell.value, int | float)]
            assert numeric or any(written in cell.value for cell in found)
            for cell in numeric:
                alone += 1
                assert cell.value == pytest.approx(float(held(number)), rel=1e-15)
                shown = builders.displayed(cell.value, cell.number_format)
                assert shown.replace("%", "").startswith(written.replace("%", "").rstrip("†")), (shown, written)
                assert shown.endswith("†") == written.endswith("†")
    assert alone > 150


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_indicators_of_the_city_with_their_sources(language: str):
    _, book = city_book(language)
    words = workbook_wording(language)
    found = {record[words.value_id]: record for record in records(book[words.indicators])}
    document = city(language)[0]
    assert list(found) == [value.id for value in document.values]
    for value in document.values:
        record = list(found[value.id].values())
        if value.value is not None:
            scale = 100 if value.unit == "pp" else 1
            assert record[2] == pytest.approx(float(value.value * scale), rel=1e-15)
        assert record[1] == value.label(language)
        assert (record[11] or "").split("; ") == list(value.operands or ("",))
        if not value.operands:
            (source,) = value.sources
            assert record[12:] == [source.file, source.sheet or None, source.row, source.column]
        else:
            assert record[12] == words.see_operands


def test_the_unit_stands_in_the_heading_once():
    _, book = city_book("vi")
    assert headings_of(book["Biểu số 01"])[4] == "Kinh phí (triệu đồng)"
    assert headings_of(book["Biểu số 08"])[1:3] == ["Hộ nghèo (hộ)", "Tỷ lệ hộ nghèo (%)"]
    assert headings_of(book["Biểu số 17"])[-1] == "Bình quân (đồng)"
    assert headings_of(city_book("en")[1]["Table 19"])[7:9] == ["People", "Support (million VND)"]
    assert "Cách tính: Bình quân (đồng) = [Kinh phí (triệu đồng)]/[Tính trên]." in [
        row[0].value for row in book["Biểu số 17"].iter_rows(1, 6)
    ]


def test_groups_parts_and_totals_are_told_in_columns(report_book: tuple[bytes, Any], builders: Any):
    _, book = report_book
    sheet = book["Biểu số 01"]
    assert headings_of(sheet) == ["Nhóm", "TT", "Phường, xã", "Tổng số hộ", "Hộ nghèo đầu kỳ", "Loại dòng"]
    told = [(row[0].value, row[2].value, row[-1].value) for row in rows_of(sheet)]
    assert told[0] == (None, "Tổng số", "tổng số")
    assert told[1:-1] == [("I. Khu vực thành thị", ward, "chi tiết") for ward in builders.WARDS]
    assert told[-1][1:] == ("Trong đó: hộ dân tộc thiểu số", "trong đó")
    assert rows_of(sheet)[0][1].font.bold is rows_of(sheet)[0][-1].font.bold is True
    assert headings_of(book["Biểu số 01 (2)"])[-3:] == [
        "Chia theo nhóm hộ: Hộ nghèo cuối kỳ", "Chia theo nhóm hộ: Ghi", "Loại dòng",
    ]  # fmt: skip


def test_signs_shorthand_and_notes_are_explained(report_book: tuple[bytes, Any]):
    _, book = report_book
    explained = {row[0].value: (row[1].value, row[2].value) for row in rows_of(book["Ghi chú"])}
    assert explained["[x]"] == ("chưa có số liệu (trong báo cáo ghi “…”)", "Biểu số 01; Biểu số 01 (2)")
    assert explained["[ghi chú 1]"] == ("Ghi chú dưới bảng.", "Biểu số 01; Biểu số 01 (2)")
    lines = [row[0].value for row in book["Biểu số 01"].iter_rows(2, 5)]
    assert lines[0] == "DỰ THẢO. Trang này có một bảng. Đơn vị tính: hộ."
    assert "[x], [ghi chú 1]" in lines[1] and lines[2] == "Nguồn: kết quả rà soát."


def test_a_long_calculation_is_a_note(builders: Any):
    columns = (b.Column("Phường " * 8, number="(1)"), b.Column("Tổng", number="(2)=(1)+(1)+(1)"))
    table = replace(builders.table(), columns=columns, rows=(b.Row(((b.Text("a"),), (b.Text("b"),))),))
    book = opened(bytes_of([builders.document(), table]))
    assert not [row[0].value for row in book["Biểu số 01"].iter_rows(1, 5) if "Cách tính" in row[0].value]
    ward = "[" + ("Phường " * 8).strip() + "]"
    assert [row[1].value for row in rows_of(book["Ghi chú"])][1:] == [f"Cách tính: Tổng = {'+'.join([ward] * 3)}."]


def test_a_note_quotes_the_shorthand_that_stands_in_the_table():
    _, book = city_book("vi")
    notes = {row[1].value: row[2].value for row in rows_of(book["Ghi chú"])}
    assert "Biểu số 05" in notes["Dấu “[x]”: không có số liệu trong báo cáo của đơn vị."]


def test_the_data_of_a_chart_keep_apart_what_must_not_be_joined(report_book: tuple[bytes, Any]):
    _, book = report_book
    assert headings_of(book["Hình 1"]) == ["Nội dung", "Hộ nghèo", "Hộ cận nghèo"]
    assert headings_of(book["Hình 2"]) == ["Nội dung", "Chuẩn nghèo, phạm vi", "Số hộ nghèo", "Tỷ lệ (%)"]
    assert [cell.value for cell in rows_of(book["Hình 2"])[0]] == ["2015", "Chuẩn 2011-2015", 213, 213 / 41870]


def test_two_things_of_one_name_keep_two_rows(builders: Any):
    chart = builders.bars()
    book = opened(bytes_of([builders.document(), replace(chart, points=(*chart.points[:2], *chart.points[:2]))]))
    assert [[cell.value for cell in row] for row in rows_of(book["Hình 1"])] == [[builders.WARDS[0], 8, 12]] * 2


# --- texts, documents, audiences --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str, builders: Any):
    table = builders.table()
    cells = ((b.Text(text),), (b.Text("x"),), *builders.cells(1, 2))
    hostile = replace(
        table, label=text, title=text, unit_line=text, source=text, notes=((b.Text(text),),),
        columns=(b.Column(text), b.Column(text), b.Column("", span=text), b.Column(text, number=f"(1)={text}")),
        rows=(b.Row(((b.Text(text),),), "group"), b.Row(cells, text)),
    )  # fmt: skip
    finding = {**builders.FINDING, "message_vi": text, "quote": text}
    values = [replace(builders.POOR, label_vi=text, as_printed=text, formula=text, place_code=text, as_of=text)]
    head = builders.letterhead(issuing_body=text)
    document = builders.document(title=text, values=tuple(values), findings=(finding,), letterhead=head)
    content = bytes_of([document, hostile])
    kinds = {cell.data_type for sheet in opened(content) for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if "worksheets/sheet" in name:
                assert not re.search(r"<f[ >/]", archive.read(name).decode())
            assert b'TargetMode="External"' not in archive.read(name)


def test_names_that_excel_refuses(builders: Any):
    table = builders.table()
    blocks = [replace(table, label=label, id="[1]/:*?") for label in ("A/B: [1]*?\\'", "a b   1", "x" * 60, "x" * 50)]
    book = opened(bytes_of([builders.document(), *blocks]))
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in book.sheetnames)


def test_a_table_without_rows_has_one_that_says_so(builders: Any):
    book = opened(bytes_of([builders.document(), replace(builders.table(), rows=())]))
    assert [cell.value for cell in rows_of(book["Biểu số 01"])[0]] == ["Không có số liệu", None, None, None]


def test_the_cover_says_what_the_file_is(builders: Any):
    head = builders.letterhead(invented_mark="SỐ LIỆU HƯ CẤU", superior_body="UBND TỈNH")
    values = [replace(builders.POOR, as_of=day) for day in ("2015-10-01", "2017-12-31", "")]
    document = builders.document(letterhead=head, values=tuple(values))
    lines = [cell.value for cell in opened(bytes_of([document, builders.table()]))["Trang bìa"]["A"]]
    assert lines[:7] == [
        "BÁO CÁO: Báo cáo giảm nghèo <b>",
        "Bảng số liệu kèm theo báo cáo, thành phố Bắc Giang, giai đoạn 2016-2018.",
        "SỐ LIỆU HƯ CẤU",
        "Cơ quan lập báo cáo: UBND TỈNH - ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC GIANG.",
        "Tình trạng: dự thảo.",
        "Phạm vi sử dụng: báo cáo cấp trên.",
        "Thời điểm số liệu: từ 01/10/2015 đến 31/12/2017; thời điểm của từng số liệu ghi tại trang Chỉ tiêu.",
    ]


def test_every_sheet_bears_the_marks_of_the_document(builders: Any):
    document = builders.document(letterhead=builders.letterhead(invented_mark="HƯ CẤU & THỬ"))
    book = opened(bytes_of([document, builders.table()]))
    assert {sheet.oddHeader.right.text for sheet in book} == {"DỰ THẢO - HƯ CẤU && THỬ"}
    for sheet in book.worksheets[1:]:
        assert sheet["A2"].value.startswith("DỰ THẢO. HƯ CẤU & THỬ. Trang này có một bảng.")
    issued = builders.document(letterhead=builders.letterhead(draft_mark=""))
    assert opened(bytes_of([issued, builders.table()]))["Mục lục"]["A2"].value == "Trang này có một bảng."


def test_what_the_file_tells_of_itself(report_book: tuple[bytes, Any]):
    content, book = report_book
    told = book.properties
    assert (told.title, told.creator) == ("Báo cáo giảm nghèo <b>", "ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC GIANG")
    assert told.created == told.modified == MOMENT.replace(tzinfo=None)
    assert told.language == "vi-VN"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_public_is_shown_neither_sources_nor_findings(builders: Any):
    blocks = builders.report()
    secret = builders.CELL.file
    told = {
        audience: bytes_of([replace(blocks[0], audience=audience), *blocks[1:]]) for audience in ("superior", "public")
    }
    books = {audience: opened(content) for audience, content in told.items()}
    assert "Phát hiện" in books["superior"].sheetnames and "Phát hiện" not in books["public"].sheetnames
    assert headings_of(books["superior"]["Chỉ tiêu"])[-4:] == ["Tệp", "Trang tính", "Dòng", "Cột"]
    assert headings_of(books["public"]["Chỉ tiêu"])[-1] == "Tính từ"
    assert "Trang Phát hiện" not in " ".join(str(cell.value) for cell in books["public"]["Trang bìa"]["A"])
    for audience, is_shown in (("superior", True), ("public", False)):
        with zipfile.ZipFile(io.BytesIO(told[audience])) as archive:
            parts = b"".join(archive.read(name) for name in archive.namelist())
        assert (secret.encode() in parts) is is_shown
        assert (builders.FINDING["message_vi"].split(".")[0].encode() in parts) is is_shown


def test_findings_of_the_city_with_their_place_and_explanation(builders: Any):
    explained = {**builders.FINDING, "explanation": "Đã kiểm tra.", "explanation_en": "Checked."}
    note = {**builders.FINDING, "id": "n", "severity": "note", "row": None}
    book = opened(bytes_of([builders.document("vi", findings=(note, explained)), builders.table()]))
    first, second = records(book["Phát hiện"])
    assert (first["Mức độ"], first["Loại"], first["Dòng"]) == ("Lỗi", "Tổng và thành phần", 17)
    assert (first["Giải trình của cơ quan báo cáo"], second["Mức độ"], second["Dòng"]) == (
        "Đã kiểm tra.",
        "Lưu ý",
        None,
    )
    english = opened(bytes_of([builders.document("en", findings=(explained,)), builders.table()]))
    assert next(records(english["Findings"]))["Explanation of the reporting body"] == "Checked."


def test_an_english_report_is_english():
    _, book = city_book("en")
    assert book.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    assert book.sheetnames[-3:] == ["Indicators", "Where figures stand", "Findings"]
    assert book.properties.language == "en-GB"
    formats = {cell.number_format for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not [found for found in formats if "42A" in found] and "[$-809]#,##0" in formats
    words = workbook_wording("vi")
    texts = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert not texts & {getattr(words, name) for name in words.__slots__ if isinstance(getattr(words, name), str)} - {
        "%"
    }


def test_the_same_notebook_gives_the_same_bytes(executed_report: Any):
    first, second = (EvaluationXLSXExporter().from_notebook_node(executed_report) for _ in range(2))
    assert first[0] == second[0] and first[1]["output_extension"] == ".xlsx"


def test_what_is_no_report_has_no_tables(ordinary_notebook: Any):
    with pytest.raises(UnreadableBlock, match="no report"):
        EvaluationXLSXExporter().from_notebook_node(ordinary_notebook)


def test_an_empty_report_still_opens(builders: Any):
    book = opened(bytes_of([builders.document(values=(), findings=())]))
    assert book.sheetnames == ["Trang bìa", "Mục lục", "Ghi chú", "Chỉ tiêu", "Vị trí số liệu"]


def test_the_writer_is_loaded_only_when_a_workbook_is_written():
    code = "import sys, poverty_evaluation.presentation.exporters; print('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
