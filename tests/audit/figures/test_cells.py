"""Số trong ô bảng: a cell that reads like a year counts something where its column does."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures


def read(text):
    return [figure.text for figure in read_figures(plain_source(text)).figures]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        ("| Xã | Số hộ |\n|---|---|\n| A | 512 |\n| B | 2018 |\n", ["512", "2018"]),
        ("| Chỉ tiêu | 2017 | 2018 |\n|---|---|---|\n| Hộ nghèo | 512 | 480 |\n", ["512", "480"]),
        ("| Hộ | Năm | Kinh phí |\n|---|---|---|\n| A | 2017 | 30 |\n| B | 2018 | 45 |\n", ["30", "45"]),
        ("| Năm | Hộ nghèo |\n|---|---|\n| 2017 | 30 |\n| 2018 | 1999 |\n", ["30", "1999"]),
        ("| Xã | Hộ nghèo | |\n| | 2017 | 2018 |\n|---|---|---|\n| A | 30 | 28 |\n", ["30", "28"]),
    ],
)
def test_a_column_of_counts_holds_counts_and_a_head_or_a_column_of_years_holds_years(table, figures):
    assert read(table) == figures


@pytest.mark.parametrize("row", ["Tiền điện\tlượt\t492\t202,212\tPhòng A", "Tiền điện\tlượt\t492\t202\thộ"])
def test_no_number_reaches_over_the_edge_of_its_cell(row):
    text = "Nội dung\tĐơn vị\tSố lượng\tKinh phí\tGhi chú\nMiễn học phí\tlượt\t35\t12,5\tPhòng B\n" + row + "\n"
    assert [one for one in read(text) if one.startswith(("492", "202"))] == row.split("\t")[2:4]
