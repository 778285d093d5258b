"""Đầu bảng: neighbouring columns of one span share a head, in HTML and in print."""

from __future__ import annotations

from dataclasses import replace

from poverty_evaluation.evaluation.blocks import Column, Row, Table, Text
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.heads import head_lines
from poverty_evaluation.presentation.html import report as html
from poverty_evaluation.presentation.pdf import report as typst

COLUMNS = (
    Column("Đơn vị", "left", "(A)"),
    Column("tổng", "right", "(1)", span="Hộ nghèo"),
    Column("DTTS", "right", "(2)", span="Hộ nghèo"),
    Column("tổng", "right", "(3)", span="Hộ cận nghèo"),
)
TABLE = Table("t", "Biểu số 01", "Thử", "", COLUMNS, (Row(tuple((Text(text),) for text in "abcd")),), "")


def test_columns_of_one_span_share_a_head():
    above, below = head_lines(COLUMNS)
    assert [(cell.text, cell.across, cell.down) for cell in above] == [
        ("Đơn vị", 1, 2), ("Hộ nghèo", 2, 1), ("Hộ cận nghèo", 1, 1),
    ]  # fmt: skip
    assert [(cell.text, cell.across, cell.down) for cell in below] == [
        ("tổng", 1, 1), ("DTTS", 1, 1), ("tổng", 1, 1),
    ]  # fmt: skip


def test_without_spans_there_is_one_line():
    assert len(head_lines([replace(column, span="") for column in COLUMNS])) == 1


def test_html_joins_cells():
    written = html.block_html(TABLE, "vi")
    assert '<th scope="col" rowspan="2" class="left">Đơn vị</th>' in written
    assert '<th scope="colgroup" colspan="2" class="center">Hộ nghèo</th>' in written
    assert written.count("<tr>") == 3  # two lines of headings, one row


def test_print_tells_how_far_a_heading_reaches(builders):
    source = typst.report_source(builders.document(), [Shown(TABLE)])
    assert '("Đơn vị", 1, 2),("Hộ nghèo", 2, 1),("Hộ cận nghèo", 1, 1),("tổng", 1, 1)' in source
