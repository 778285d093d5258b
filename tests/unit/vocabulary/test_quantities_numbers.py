"""Reading printed numbers: what is accepted, what is refused, with which candidates and which reason."""

import pickle
import time
from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import NumberFormat
from poverty_evaluation.vocabulary.quantities import MalformedNumber, PrintedNumber, read_number, read_range

INTERNATIONAL = NumberFormat.INTERNATIONAL


def refusal(text: str, number_format: NumberFormat = NumberFormat.VI, **options: bool) -> MalformedNumber:
    with pytest.raises(MalformedNumber) as caught:
        read_number(text, number_format, **options)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("1.234.567,89", Fraction(123456789, 100), 2),
        ("2.697,15", Fraction(269715, 100), 2),
        ("12.888", 12888, 0),
        ("36.000", 36000, 0),
        ("13.000.000", 13000000, 0),
        ("802,8", Fraction(8028, 10), 1),
        ("1,234", Fraction(1234, 1000), 3),
        ("38,750", Fraction(38750, 1000), 3),
        ("83,020", Fraction(83020, 1000), 3),
        ("666,204", Fraction(666204, 1000), 3),
        ("0,85", Fraction(85, 100), 2),
        ("0", 0, 0),
        ("39", 39, 0),
        ("01", 1, 0),
        ("06", 6, 0),
        ("007", 7, 0),
        ("12888", 12888, 0),
        ("2018", 2018, 0),
        ("-182", -182, 0),
        ("\u201333,83", Fraction(-3383, 100), 2),
        ("\u2212182", -182, 0),
        ("+7", 7, 0),
        ("  380 ", 380, 0),
        ("\u00a01.986\u00a0", 1986, 0),
    ],
)
def test_vietnamese_numbers_are_read_literally(text: str, value: Fraction, decimals: int) -> None:
    assert read_number(text) == PrintedNumber(Fraction(value), decimals)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("1,234,567.89", Fraction(123456789, 100), 2),
        ("412204.00", 412204, 2),
        ("412204", 412204, 0),
        ("1,234", 1234, 0),
        ("12.888", Fraction(12888, 1000), 3),
        ("0.5", Fraction(1, 2), 1),
        ("-3.25", Fraction(-13, 4), 2),
        ("06", 6, 0),
    ],
)
def test_international_numbers_are_read_literally(text: str, value: Fraction, decimals: int) -> None:
    assert read_number(text, INTERNATIONAL) == PrintedNumber(Fraction(value), decimals)


@pytest.mark.parametrize(
    ("text", "candidates", "reason_vi", "reason_en"),
    [
        ("2697,15", ("2.697,15",), "thiếu dấu chấm", "a dot is missing"),
        ("2.2.839", ("2.839", "22.839"), "nhóm đúng ba chữ số", "groups of exactly three digits"),
        ("2.2.839,5", ("2.839,5", "22.839,5"), "nhóm đúng ba chữ số", "groups of exactly three digits"),
        ("208, 1", ("208,1",), "khoảng trắng bên trong", "a space inside"),
        ("1 234 567", ("1.234.567",), "khoảng trắng bên trong", "a space inside"),
        ("1\u00a0234,5", ("1.234,5",), "khoảng trắng bên trong", "a space inside"),
        ("2697, 15", ("2.697,15",), "khoảng trắng bên trong", "a space inside"),
        ("12.5", ("12,5",), "phần thập phân dùng dấu phẩy", "decimals follow a comma"),
        ("10.98", ("10,98", "10.980"), "phần thập phân dùng dấu phẩy", "decimals follow a comma"),
        ("412204.00", ("412.204,00",), "phần thập phân dùng dấu phẩy", "decimals follow a comma"),
        ("2697.150", ("2.697,150", "2.697.150"), "nhóm đúng ba chữ số", "groups of exactly three digits"),
        ("0.500", ("0,500",), "phần thập phân dùng dấu phẩy", "decimals follow a comma"),
        ("1.234.56", ("1.234,56", "123.456"), "nhóm đúng ba chữ số", "groups of exactly three digits"),
        ("13.7.2018", (), "nhóm đúng ba chữ số", "groups of exactly three digits"),
        ("1,234,567", ("1.234.567",), "còn dấu phân cách khác", "another separator follows a comma"),
        ("1,234,567.89", ("1.234.567,89",), "còn dấu phân cách khác", "another separator follows a comma"),
        ("1,234.56", ("1.234,56",), "còn dấu phân cách khác", "another separator follows a comma"),
        ("1.234,5.6", (), "còn dấu phân cách khác", "another separator follows a comma"),
        ("1,2,3,4", (), "còn dấu phân cách khác", "another separator follows a comma"),
        ("01.234", ("1.234",), "thừa chữ số 0", "a needless zero"),
        ("01,5", ("1,5",), "thừa chữ số 0", "a needless zero"),
        ("0012", ("12",), "thừa chữ số 0", "a needless zero"),
        (",5", ("0,5",), "thiếu chữ số trước hoặc sau", "a digit is missing before or after"),
        ("5.", ("5",), "thiếu chữ số trước hoặc sau", "a digit is missing before or after"),
        ("5,", ("5",), "thiếu chữ số trước hoặc sau", "a digit is missing before or after"),
        ("1..234", ("1.234",), "thiếu chữ số trước hoặc sau", "a digit is missing before or after"),
        ("-2697,15", ("-2.697,15",), "thiếu dấu chấm", "a dot is missing"),
        ("- 5", ("-5",), "khoảng trắng bên trong", "a space inside"),
        ("\uff15\uff10", ("50",), "chữ số toàn khổ", "fullwidth digits"),
        ("٣", ("3",), "không phải 0-9", "other than the ordinary 0-9"),
        ("", (), "ô trống", "empty"),
        (" \u00a0 ", (), "ô trống", "empty"),
        ("-", (), "không có chữ số nào", "there is no digit"),
        (".,", (), "không có chữ số nào", "there is no digit"),
        ("abc", (), "có chữ cái “a”", "there is a letter, “a”"),
        ("1e5", (), "có chữ cái “e”", "there is a letter, “e”"),
        ("5-7", (), "đây là một khoảng", "a range, not one number"),
        ("10+1", (), "ký tự “+” không thuộc con số", "“+” does not belong in a number"),
        ("16/16", (), "ký tự “/” không thuộc con số", "“/” does not belong in a number"),
        ("5\u200b0", (), "ký tự “U+200B” không thuộc con số", "“U+200B” does not belong in a number"),
        ("(5)", (), "ký tự “(” không thuộc con số", "“(” does not belong in a number"),
        ("5²", (), "ký tự “²” không thuộc con số", "“²” does not belong in a number"),
    ],
)
def test_malformed_vietnamese_numbers(text: str, candidates: tuple[str, ...], reason_vi: str, reason_en: str) -> None:
    error = refusal(text)
    assert error.candidates == candidates
    assert reason_vi in error.reason_vi
    assert reason_en in error.reason_en
    assert error.text == text
    assert error.reason("vi") == error.reason_vi
    assert error.reason("en") == error.reason_en
    for candidate in candidates:
        read_number(candidate)


@pytest.mark.parametrize(
    ("text", "candidates", "reason_vi", "reason_en"),
    [
        ("1.234.567,89", ("1.234.567,89",), "dấu chấm thập phân", "a dot that starts the decimals"),
        ("1.234.567", ("1.234.567",), "dấu chấm thập phân", "a dot that starts the decimals"),
        ("12,5", ("12,5",), "phần thập phân dùng dấu chấm", "decimals follow a dot"),
        ("1,23", ("1,23", "1.230"), "phần thập phân dùng dấu chấm", "decimals follow a dot"),
        ("1234,567.8", ("1.234.567,8",), "dấu phẩy phải chia", "are set off by a comma"),
        ("412 204.00", ("412.204,00",), "khoảng trắng bên trong", "a space inside"),
    ],
)
def test_malformed_international_numbers_get_vietnamese_candidates(
    text: str, candidates: tuple[str, ...], reason_vi: str, reason_en: str
) -> None:
    error = refusal(text, INTERNATIONAL)
    assert error.candidates == candidates
    assert reason_vi in error.reason_vi
    assert reason_en in error.reason_en


def test_a_plain_integer_may_be_refused() -> None:
    error = refusal("12888", allow_plain_integer=False)
    assert error.candidates == ("12.888",)
    assert error.reason_vi == "thiếu dấu chấm giữa các nhóm ba chữ số"
    assert read_number("888", allow_plain_integer=False).value == 888


def test_the_message_quotes_the_text_both_reasons_and_the_candidates() -> None:
    message = str(refusal("2.2.839"))
    assert message.startswith("“2.2.839”: dấu chấm phải chia")
    assert message.endswith("(có thể là 2.839 hoặc 22.839 / may be 2.839 or 22.839)")


def test_an_error_survives_the_way_between_processes() -> None:
    error = refusal("10.98")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.text, copy.candidates, copy.reason_vi, copy.reason_en) == (
        error.text,
        error.candidates,
        error.reason_vi,
        error.reason_en,
    )
    assert str(copy) == str(error)


@pytest.mark.parametrize("hostile", ["9" * 3_000_000, "1." * 1_000_000, " " * 3_000_000 + "x", "1 " * 1_000_000])
def test_hostile_input_is_refused_at_once(hostile: str) -> None:
    started = time.perf_counter()
    error = refusal(hostile)
    assert time.perf_counter() - started < 1
    assert len(str(error)) < 400


def test_more_than_forty_characters_are_no_number() -> None:
    assert read_number("9" * 40).value == 10**40 - 1
    error = refusal("9" * 41)
    assert error.reason_vi == "dài quá 40 ký tự, không phải con số"
    assert error.reason_en == "longer than 40 characters, no number"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016 - 2020", 2016, 2020),
        ("2016\u20132020", 2016, 2020),
        ("2017 \u2013 2020", 2017, 2020),
        ("5-7", 5, 7),
        ("1,5-2,5", Fraction(3, 2), Fraction(5, 2)),
        ("-5 - -3", -5, -3),
        ("5-5", 5, 5),
    ],
)
def test_ranges(text: str, first: Fraction, last: Fraction) -> None:
    assert [number.value for number in read_range(text)] == [first, last]


def test_an_international_range() -> None:
    assert [number.value for number in read_range("1,000.5-2,000", INTERNATIONAL)] == [Fraction(2001, 2), 2000]


@pytest.mark.parametrize(
    ("text", "reason_vi", "reason_en"),
    [
        ("7-5", "số đầu khoảng lớn hơn số cuối", "the range starts above its end"),
        ("5", "không phải khoảng", "not a range"),
        ("5-7-9", "không phải khoảng", "not a range"),
        ("", "không phải khoảng", "not a range"),
        ("5" * 200, "không phải khoảng", "not a range"),
        ("2697,1-3000", "thiếu dấu chấm", "a dot is missing"),
    ],
)
def test_malformed_ranges(text: str, reason_vi: str, reason_en: str) -> None:
    with pytest.raises(MalformedNumber) as caught:
        read_range(text)
    assert reason_vi in caught.value.reason_vi
    assert reason_en in caught.value.reason_en
