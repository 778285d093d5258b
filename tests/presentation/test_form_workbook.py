"""forms.xlsx: sheets as they are printed; numbers as numbers, text as text, the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from typing import Any

import openpyxl
import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.executed import UnreadableBlock, blocks_of, shown_blocks
from poverty_evaluation.presentation.exporters import (
    EvaluationFormsExporter,
    EvaluationHTMLExporter,
    EvaluationPDFExporter,
)
from poverty_evaluation.presentation.forms.heads import depth_of, placed_heads
from poverty_evaluation.presentation.forms.numbers import number_cell
from poverty_evaluation.presentation.forms.sheet import column_widths, wrapped_lines
from poverty_evaluation.presentation.jupyter import mime_bundle, plain_text
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

CELL = b.NumberForm.CELL


def number(value: Fraction | int | None, unit: str = "household", **rest: Any) -> b.Number:
    exact = None if value is None else Fraction(value)
    return b.Number("poor_households@213/2018-12-31", exact, unit, rest.pop("decimals", 0), form=CELL, **rest)


def text(content: str) -> b.Line:
    return (b.Text(content),)


def a_form(**changes: Any) -> b.Form:
    columns = (
        b.FormHead("STT", "A", is_text=True),
        b.FormHead("Phường/Xã", "B", is_text=True),
        b.FormHead("Số hộ", "1"),
        b.FormHead(
            "Hộ nghèo",
            columns=(
                b.FormHead("Số hộ", "2"),
                b.FormHead("Chia ra", columns=(b.FormHead("Cũ", "3"), b.FormHead("Mới", "4=2-3"))),
            ),
        ),
        b.FormHead("Tỷ lệ (%)", "5=2/1×100"),
    )
    ratio = number(Fraction(356, 41870), "ratio", decimals=2)
    rows = (
        b.Row((text("1"), text("=HYPERLINK(1)"), (number(41870),), (number(356),), (), (number(6),), (ratio,))),
        b.Row(
            (
                (), text("+84 -1 @x"), (number(7, qualifier=Qualifier.LOWER_BOUND),),
                (number(8, status=ValueStatus.DISPUTED),), (number(None, status=ValueStatus.SUPPRESSED),),
                (number(None, status=ValueStatus.NOT_APPLICABLE),), (),
            ),
            "total",
        ),
    )  # fmt: skip
    form = b.Form(
        id="f-1",
        sheet="Biểu 1",
        issuer="ỦY BAN NHÂN DÂN TỈNH MẪU",
        corner=("Biểu số 1", "(Ban hành kèm theo Thông tư số 07/2021/TT-BLĐTBXH)"),
        title="TỔNG HỢP KẾT QUẢ",
        subtitle="(Số liệu đến ngày 14/12/2022)",
        attached_to="(Kèm theo Báo cáo số …/BC-UBND)",
        unit_line="Đơn vị tính: hộ, %",
        columns=columns,
        rows=rows,
        place_and_date="Mẫu, ngày … tháng … năm …",
        preparer=("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        signature=b.Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Nguyễn Văn A", "", ()),
        marks=("Số liệu giả định",),
        notes=(text("=Ghi chú"),),
    )
    return replace(form, **changes)


@pytest.fixture
def notebook(executed_report: Any) -> Any:
    """The report of the other tests, its forms after it."""
    return with_forms(executed_report, a_form(), a_form(id="f-2", sheet="Biểu 2"))


def with_forms(report: Any, *forms: b.Form) -> Any:
    notebook = deepcopy(report)
    found = next(item.block for item in shown_blocks(notebook) if isinstance(item.block, b.Document))
    head = replace(found, kind=b.DocumentKind.FORMS, values=(), findings=())
    for block in (head, *forms):
        output = {"output_type": "display_data", "metadata": {}, "data": mime_bundle(block, "vi")}
        notebook["cells"][-1]["outputs"].append(type(notebook)(output))
    return notebook


def workbook_of(notebook: Any) -> bytes:
    content, resources = EvaluationFormsExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".forms.xlsx"  # not that of the tables
    return content


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_sheet_has_its_merged_head_and_the_row_of_column_numbers(notebook: Any):
    book = opened(workbook_of(notebook))
    assert book.sheetnames == ["Biểu 1", "Biểu 2"]
    sheet = book["Biểu 1"]
    rows = {cell.value: cell.row for column in sheet.iter_cols() for cell in column if cell.value is not None}
    first = rows["STT"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"A{first}:A{first + 2}", f"C{first}:C{first + 2}", f"D{first}:F{first}", f"E{first + 1}:F{first + 1}",
            f"D{first + 1}:D{first + 2}", f"G{first}:G{first + 2}"} <= merged  # fmt: skip
    assert [cell.value for cell in sheet[first + 3]] == ["A", "B", "1", "2", "3", "4=2-3", "5=2/1×100"]
    body = range(first + 4, first + 6)
    assert not [area for area in sheet.merged_cells.ranges if area.min_row in body]
    assert sheet.print_title_rows == f"${first}:${first + 3}"
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToWidth in (None, 1)
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None} == {
        "Times New Roman"
    }


def test_numbers_are_numbers_that_show_what_the_report_prints(notebook: Any):
    sheet = opened(workbook_of(notebook))["Biểu 1"]
    first = next(cell.row for cell in sheet["A"] if cell.value == "STT") + 4
    row, total = sheet[first], sheet[first + 1]
    assert [cell.value for cell in row] == ["1", "=HYPERLINK(1)", 41870, 356, None, 6, 0.85]
    assert [cell.number_format for cell in (row[2], row[6])] == ["[$-42A]#,##0_)", "[$-42A]#,##0.00_)"]
    assert [cell.value for cell in total] == [None, "+84 -1 @x", 7, 8, "(*)", "x", None]
    assert total[2].number_format == '[$-42A]"> "#,##0_)'
    assert total[3].number_format == '[$-42A]#,##0"†"_)'
    assert total[1].font.bold and not row[1].font.bold
    assert all(cell.border.left.style == "thin" for cell in (*row, *total))


def test_what_stands_around_the_table(notebook: Any):
    sheet = opened(workbook_of(notebook))["Biểu 1"]
    told = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    for wanted in (
        "ỦY BAN NHÂN DÂN TỈNH MẪU", "Biểu số 1", "Số liệu giả định", "TỔNG HỢP KẾT QUẢ", "Đơn vị tính: hộ, %",
        "(Kèm theo Báo cáo số …/BC-UBND)", "Mẫu, ngày … tháng … năm …", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)",
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A", "=Ghi chú",
    ):  # fmt: skip
        assert wanted in told
    assert any("(*)" in one and "Ký hiệu" in one for one in told)
    where = {cell.value: cell.coordinate for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert where["NGƯỜI LẬP BIỂU"].startswith("A") and not where["TM. ỦY BAN NHÂN DÂN"].startswith("A")
    assert "Số liệu giả định" in sheet.oddHeader.left.text


def test_no_cell_is_a_formula_and_the_bytes_are_the_same_twice(notebook: Any):
    content = workbook_of(notebook)
    assert content == workbook_of(notebook)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert not re.search(rb"<f[ >/]|<hyperlink", archive.read(name)), name


def test_the_other_documents_stay_as_they_were(executed_report: Any):
    both = with_forms(executed_report, a_form())
    assert len(blocks_of(shown_blocks(both), b.DocumentKind.FORMS)) == 2
    for exporter in (EvaluationHTMLExporter, EvaluationPDFExporter):
        assert exporter().from_notebook_node(both)[0] == exporter().from_notebook_node(executed_report)[0]


def test_a_notebook_without_forms_is_refused(executed_report: Any):
    with pytest.raises(UnreadableBlock, match="a report but no forms"):
        EvaluationFormsExporter().from_notebook_node(executed_report)


def test_a_form_shows_itself_in_the_notebook():
    shown = mime_bundle(a_form(), "vi")["text/html"]
    assert shown.count("<tr") == shown.count("</tr>") == 6
    assert 'colspan="3"' in shown and 'rowspan="3"' in shown and "4=2-3" in shown
    assert plain_text(a_form(), "vi").splitlines()[2] == "1 | =HYPERLINK(1) | 41.870 | 356 |  | 6 | 0,85"


def test_heads_of_any_depth():
    form = a_form()
    assert depth_of(form.columns) == 3 and depth_of(()) == 0
    placed = {(head.text, head.column): (head.line, head.across, head.down) for head in placed_heads(form.columns)}
    assert placed["Hộ nghèo", 3] == (0, 3, 1) and placed["Chia ra", 4] == (1, 2, 1)
    assert placed["Mới", 5] == (2, 1, 1) and placed["Tỷ lệ (%)", 6] == (0, 1, 3)


@pytest.mark.parametrize(
    ("given", "value", "shown"),
    [
        (number(12345), 12345, "#,##0_)"),
        (number(Fraction(1, 8), "ratio", decimals=2), 12.5, "#,##0.00_)"),
        (number(Fraction(-51, 10000), "pp", decimals=2), -0.51, "#,##0.00_)"),
        (number(802_800_000, "vnd", money_scale=10**6), 802.8, "#,##0.0_)"),
        (number(5_012_465_000, "vnd"), 5012.465, "#,##0.000_)"),
        (number(0), 0, "#,##0_)"),
    ],
)
def test_a_number_in_the_unit_of_its_column(given: b.Number, value: float, shown: str):
    cell = number_cell(given, "vi")
    assert cell is not None and (cell.value, cell.number_format) == (value, f"[$-42A]{shown}")


def test_what_is_no_number_has_no_number_cell():
    assert number_cell(number(None, status=ValueStatus.NOT_COLLECTED), "vi") is None


def test_columns_have_room_for_their_longest_word():
    form = a_form()
    widths = column_widths(form)
    assert len(widths) == len(form.leaves) and widths[1] > widths[2] > 0
    assert wrapped_lines("một hai ba", 5) == 3 and wrapped_lines("", 5) == 1
