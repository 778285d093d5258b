"""Widths of printed columns."""

from __future__ import annotations

import pytest

from poverty_evaluation.presentation.columns import ColumnText, measure_table, text_mm


def test_widths_fill_the_page_and_no_word_is_cut():
    columns = [
        ColumnText("TT", ("1", "16"), True),
        ColumnText("Phường, xã", ("Phường Trần Nguyên Hãn", "Xã Dĩnh Trì"), False),
        *[ColumnText("Hộ nghèo cuối kỳ", ("41.870", "5"), True) for _ in range(7)],
    ]
    measure = measure_table(columns, 165.0)
    assert sum(measure.widths) == pytest.approx(165.0)
    assert measure.size >= 9
    assert all(width > text_mm("41.870", measure.size) for width in measure.widths[2:])
    assert measure.widths[1] > measure.widths[0]


def test_letters_become_smaller_before_words_are_cut():
    columns = [ColumnText("Nghiêng", ("123.456.789",), True) for _ in range(9)]
    assert measure_table(columns, 165.0).size < 11
    crowded = measure_table(columns * 3, 165.0)
    assert crowded.size == 8 and sum(crowded.widths) == pytest.approx(165.0)


def test_letters_become_smaller_where_rows_get_tall():
    text = "Hỗ trợ giống, vốn, tư liệu sản xuất cho hộ nghèo và hộ cận nghèo trên địa bàn thành phố " * 2
    columns = [ColumnText(heading, (text, text), False) for heading in ("Nội dung", "Đối tượng", "Kết quả", "Ghi chú")]
    assert measure_table(columns, 165.0).size == 9.5
    assert measure_table([ColumnText("Nội dung", (text,), False)], 165.0).size == 11


def test_columns_give_room_to_those_that_make_rows_tall():
    columns = [
        ColumnText("Nội dung", ("Giúp hội viên phát triển sản xuất, kinh doanh tại gia đình", "Tặng quà"), False),
        ColumnText("Ghi chú", ("lũy kế", ""), False),
    ]
    first, second = measure_table(columns, 100.0).widths
    assert first > 60 and first + second == pytest.approx(100)
    assert second > text_mm("Ghi chú", 11, bold=True)


def test_a_text_column_gets_the_room_that_is_left():
    columns = [ColumnText("TT", ("1",), True), ColumnText("Nội dung", ("chữ " * 60,), False)]
    measure = measure_table(columns, 165.0)
    assert measure.widths[1] > 120
