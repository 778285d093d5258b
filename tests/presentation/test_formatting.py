"""How a number is written where it stands."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Number, NumberForm
from poverty_evaluation.presentation import formatting
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus


def number(value: Fraction | int | None, unit: str = "household", decimals: int = 0, **rest: Any) -> Number:
    return Number("x@213/2018", None if value is None else Fraction(value), unit, decimals, **rest)


@pytest.mark.parametrize(
    ("given", "vi", "en"),
    [
        (number(356), "356", "356"),
        (number(41870), "41.870", "41,870"),
        (number(6), "06", "6"),
        (number(0), "0", "0"),
        (number(10), "10", "10"),
        (number(Fraction(356, 41870), "ratio", 2), "0,85%", "0.85%"),
        (number(Fraction(136, 10000), "ratio", 2), "1,36%", "1.36%"),
        (number(Fraction(-51, 10000), "pp", 2), "-0,51 điểm phần trăm", "-0.51 percentage points"),
        (number(802_800_000, "vnd"), "802,8 triệu đồng", "VND 802.8 million"),
        (number(666_204_000, "vnd"), "666,204 triệu đồng", "VND 666.204 million"),
        (number(650_000, "vnd"), "650.000 đồng", "VND 650,000"),
        (number(83_020_000_000, "vnd", money_scale=10**9), "83,02 tỷ đồng", "VND 83.02 billion"),
    ],
)
def test_running_text(given: Number, vi: str, en: str):
    assert formatting.write(given, "vi") == vi
    assert formatting.write(given, "en") == en


@pytest.mark.parametrize(
    ("qualifier", "status", "vi", "en"),
    [
        (Qualifier.LOWER_BOUND, ValueStatus.GIVEN, "trên 40", "over 40"),
        (Qualifier.LOWER_BOUND, ValueStatus.COMPUTED, "ít nhất 40", "at least 40"),
        (Qualifier.UPPER_BOUND, ValueStatus.GIVEN, "dưới 40", "under 40"),
        (Qualifier.ESTIMATE, ValueStatus.GIVEN, "ước 40", "an estimated 40"),
        (Qualifier.ESTIMATED_LOWER_BOUND, ValueStatus.GIVEN, "ước trên 40", "over an estimated 40"),
    ],
)
def test_hedges_are_words_in_text_and_signs_in_cells(qualifier: Qualifier, status: ValueStatus, vi: str, en: str):
    given = number(40, qualifier=qualifier, status=status)
    assert formatting.write(given, "vi") == vi
    assert formatting.write(given, "en") == en
    in_cell = number(40, qualifier=qualifier, status=status, form=NumberForm.CELL)
    assert formatting.write(in_cell, "vi").endswith(" 40")
    assert formatting.write(in_cell, "vi")[0] in "≥><≈"


@pytest.mark.parametrize(
    ("as_printed", "text", "english", "sign"),
    [
        ("ít nhất 40", "ít nhất 40", "at least 40", "≥ 40"),
        ("hơn 40", "hơn 40", "over 40", "> 40"),
        ("trên: 40", "trên 40", "over 40", "> 40"),
        ("40", "trên 40", "over 40", "> 40"),
    ],
)
def test_a_received_hedge_is_told_in_the_words_it_came_in(as_printed: str, text: str, english: str, sign: str):
    given = {"qualifier": Qualifier.LOWER_BOUND, "status": ValueStatus.GIVEN, "as_printed": as_printed}
    assert formatting.write(number(40, **given), "vi") == text
    assert formatting.write(number(40, **given), "en") == english
    assert formatting.write(number(40, form=NumberForm.CELL, **given), "vi") == sign


def test_magnitude_has_no_sign_and_turns_the_bound_round():
    points = number(Fraction(-51, 10000), "pp", 2, form=NumberForm.MAGNITUDE)
    assert formatting.write(points, "vi") == "0,51 điểm phần trăm"
    assert formatting.write(number(-4, form=NumberForm.MAGNITUDE), "vi") == "04"
    at_least = number(-4, form=NumberForm.MAGNITUDE, qualifier=Qualifier.LOWER_BOUND)
    assert formatting.write(at_least, "vi") == "dưới 04"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (number(6, form=NumberForm.CELL), "6"),
        (number(41870, form=NumberForm.CELL), "41.870"),
        (number(Fraction(356, 41870), "ratio", 2, form=NumberForm.CELL), "0,85"),
        (number(Fraction(-51, 10000), "pp", 2, form=NumberForm.CELL), "-0,51"),
        (number(666_204_000, "vnd", form=NumberForm.CELL, money_scale=10**6), "666,204"),
        (number(290_000_000, "vnd", form=NumberForm.CELL, money_scale=1), "290.000.000"),
        (number(650_000, "vnd", form=NumberForm.CELL, money_scale=10**6), "0,65"),
    ],
)
def test_cells_hold_bare_digits_in_the_unit_of_the_column(given: Number, expected: str):
    assert formatting.write(given, "vi") == expected


@pytest.mark.parametrize(
    ("status", "in_cell", "in_text"),
    [
        (ValueStatus.MISSING, "…", "chưa có số liệu"),
        (ValueStatus.NOT_COLLECTED, "…", "chưa có số liệu"),
        (ValueStatus.NOT_APPLICABLE, "x", "không áp dụng"),
        (ValueStatus.NOT_COMPARABLE, "x", "không so sánh được"),
        (ValueStatus.UNDEFINED, "x", "không xác định"),
        (ValueStatus.SUPPRESSED, "(*)", "(*)"),
    ],
)
def test_absent_values_are_never_zero(status: ValueStatus, in_cell: str, in_text: str):
    assert formatting.write(number(None, status=status, form=NumberForm.CELL), "vi") == in_cell
    assert formatting.write(number(None, status=status), "vi") == in_text


def test_unreadable_is_quoted_as_printed():
    given = number(None, status=ValueStatus.UNREADABLE, as_printed="2.2.839")
    assert formatting.write(given, "vi") == "“2.2.839” (chưa đọc được)"
    assert formatting.write(given, "en") == "“2.2.839” (unreadable)"
    in_cell = number(None, status=ValueStatus.UNREADABLE, as_printed="2.2.839", form=NumberForm.CELL)
    assert formatting.write(in_cell, "vi") == "“2.2.839”"


def test_words():
    money = number(13_000_000, "vnd", form=NumberForm.WORDS)
    assert formatting.write(money, "vi") == "Mười ba triệu đồng chẵn"
    assert formatting.write(money, "en") == "VND 13 million"
    assert formatting.write(number(24, form=NumberForm.WORDS), "vi").casefold() == "hai mươi tư"


def test_the_dagger_marks_disputed_figures_only():
    assert formatting.mark(number(6, status=ValueStatus.DISPUTED)) == "†"
    assert formatting.mark(number(6)) == ""
    assert formatting.mark(number(None, status=ValueStatus.DISPUTED)) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (Fraction(356), "356"),
        (Fraction(-51, 10000), "-0.0051"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(1, 10**13), "0"),
        (Fraction(-1, 10**13), "0"),
        (Fraction(10**15 + 1), "1000000000000001"),
    ],
)
def test_exact_decimal(value: Fraction | None, expected: str):
    assert formatting.exact_decimal(value) == expected
