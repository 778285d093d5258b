"""A cell of tables.xlsx holds the exact value, and its format shows the text of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.workbook.cells import date_cell, line_cell, number_cell, safe_text
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

CELL, TEXT = b.NumberForm.CELL, b.NumberForm.TEXT


def a_number(value: Fraction | int | None, unit: str = "household", decimals: int = 0, **rest: Any) -> b.Number:
    return b.Number("x@1/2018", None if value is None else Fraction(value), unit, decimals, **{"form": CELL, **rest})


COMPUTED = {"status": ValueStatus.COMPUTED}


@pytest.mark.parametrize(
    ("number", "held", "vi", "en"),
    [
        (a_number(41870), 41870, "41.870", "41,870"),
        (a_number(-182), -182, "-182", "-182"),
        (a_number(0), 0, "0", "0"),
        (a_number(Fraction(356, 41870), "ratio", 2), 356 / 41870, "0,85%", "0.85%"),
        (a_number(Fraction(-3382, 10000), "ratio", 2), -0.3382, "-33,82%", "-33.82%"),
        (a_number(Fraction(12345, 10), "kilogram", 1), 1234.5, "1.234,5", "1,234.5"),
        (a_number(802_800_000, "vnd", money_scale=10**6), 802.8, "802,8", "802.8"),
        (a_number(1_234_567_000_000, "vnd", money_scale=10**6), 1234567, "1.234.567", "1,234,567"),
        (a_number(500_000, "vnd"), 0.5, "0,5", "0.5"),
        (a_number(20_584_615, "vnd", money_scale=1), 20584615, "20.584.615", "20,584,615"),
        (a_number(Fraction(-3, 10)), -0.3, "0", "0"),
        (a_number(550, qualifier=Qualifier.LOWER_BOUND, **COMPUTED), 550, "≥ 550", "≥ 550"),
        (a_number(550, qualifier=Qualifier.LOWER_BOUND), 550, "> 550", "> 550"),
        (a_number(-550, qualifier=Qualifier.ESTIMATE), -550, "≈ -550", "≈ -550"),
        (a_number(6, status=ValueStatus.DISPUTED), 6, "6†", "6†"),
        (a_number(6, form=TEXT), 6, "06", "6"),
        (a_number(802_800_000, "vnd", form=TEXT), 802.8, "802,8 triệu đồng", "VND 802.8 million"),
        (a_number(500_000, "vnd", form=TEXT), 500000, "500.000 đồng", "VND 500,000"),
        (a_number(Fraction(-51, 10000), "pp", 2, form=TEXT), -0.51, "-0,51 điểm phần trăm", "-0.51 percentage points"),
    ],
)
def test_a_number(builders: Any, number: b.Number, held: float, vi: str, en: str):
    for language, text in (("vi", vi), ("en", en)):
        cell = number_cell(number, language)
        assert cell.value == held and cell.is_number
        assert builders.displayed(cell.value, cell.number_format) == text
        written = formatting.write(number, language) + formatting.mark(number)
        assert text.removesuffix("%") == written.removesuffix("%")


def test_points_say_what_they_are_unless_their_column_does(builders: Any):
    number = a_number(Fraction(-51, 10000), "pp", 2)
    named, unnamed = number_cell(number, "vi", points_named=True), number_cell(number, "vi")
    assert named.value == unnamed.value == -0.51
    assert builders.displayed(-0.51, named.number_format) == "-0,51"
    assert builders.displayed(-0.51, unnamed.number_format) == "-0,51 điểm phần trăm"


@pytest.mark.parametrize(
    ("status", "shorthand"),
    [
        (ValueStatus.MISSING, "[x]"),
        (ValueStatus.NOT_COLLECTED, "[x]"),
        (ValueStatus.NOT_APPLICABLE, "[z]"),
        (ValueStatus.NOT_COMPARABLE, "[z]"),
        (ValueStatus.SUPPRESSED, "[c]"),
    ],
)
@pytest.mark.parametrize("form", [CELL, TEXT])
def test_what_is_absent_is_shorthand(status: ValueStatus, shorthand: str, form: b.NumberForm):
    assert number_cell(a_number(None, status=status, form=form), "vi").value == shorthand


def test_what_cannot_be_read_stays_as_printed():
    number = a_number(None, status=ValueStatus.UNREADABLE, as_printed="=2.2.839")
    assert number_cell(number, "vi").value == "“=2.2.839”"


def test_a_hedge_that_no_format_can_hold_is_text():
    printed = replace(a_number(12, form=TEXT), qualifier=Qualifier.LOWER_BOUND, as_printed='tr"ên 12')
    cell = number_cell(printed, "vi")
    assert cell.value == 'tr"ên 12' and cell.number_format == ""


def test_words_and_numbers_together_are_text_that_keeps_its_numbers():
    numbers = (a_number(39), a_number(2976))
    line = (numbers[0], b.Text(" hộ; "), numbers[1], b.Text(" lượt"))
    cell = line_cell(line, "vi")
    assert (cell.value, cell.numbers) == ("39 hộ; 2.976 lượt", numbers)
    assert line_cell((b.Text(" "), numbers[0]), "vi").value == 39
    assert line_cell((b.Text("…"),), "vi").value == "[x]"
    assert line_cell((), "vi").value == ""


def test_texts_that_excel_refuses():
    assert safe_text(" a\x00\x07b\ud7ff ") == "a  b\ud7ff"
    assert len(safe_text("x" * 40_000)) <= 32_767
    assert safe_text("x" * 40_000).endswith("…")


def test_a_day_is_a_date():
    assert date_cell("2018-12-31", "vi").value == date(2018, 12, 31)
    assert date_cell("2018-12-31", "en").number_format == "[$-809]dd/mm/yyyy"
    assert date_cell("not_stated", "vi").value == "not_stated"
