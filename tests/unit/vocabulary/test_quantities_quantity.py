"""Reading quantities: hedges, scale words and units around a number."""

import unicodedata
from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import NumberFormat, Qualifier
from poverty_evaluation.vocabulary.quantities import MalformedNumber, Quantity, read_quantity, split_unit

MILLION = 10**6


@pytest.mark.parametrize(
    ("text", "unit", "value", "qualifier", "base"),
    [
        ("39", "hộ", 39, Qualifier.EXACT, "hộ"),
        ("trên 40", "nghìn suất", 40000, Qualifier.LOWER_BOUND, "suất"),
        ("trên 40 nghìn", "suất", 40000, Qualifier.LOWER_BOUND, "suất"),
        ("trên 40 nghìn suất", "", 40000, Qualifier.LOWER_BOUND, "suất"),
        ("hơn 50", "hộ", 50, Qualifier.LOWER_BOUND, "hộ"),
        ("ít nhất 2.000.000", "đ", 2000000, Qualifier.LOWER_BOUND, "đ"),
        ("tối thiểu 5", "hộ", 5, Qualifier.LOWER_BOUND, "hộ"),
        ("không dưới 5", "hộ", 5, Qualifier.LOWER_BOUND, "hộ"),
        ("trên: 433", "triệu đồng", 433 * MILLION, Qualifier.LOWER_BOUND, "đồng"),
        ("trên : 433", "triệu đồng", 433 * MILLION, Qualifier.LOWER_BOUND, "đồng"),
        ("gần 100", "hộ", 100, Qualifier.UPPER_BOUND, "hộ"),
        ("dưới 1", "%", Fraction(1, 100), Qualifier.UPPER_BOUND, "%"),
        ("không quá 10", "hộ", 10, Qualifier.UPPER_BOUND, "hộ"),
        ("tối đa 10", "hộ", 10, Qualifier.UPPER_BOUND, "hộ"),
        ("khoảng 10", "hộ", 10, Qualifier.ESTIMATE, "hộ"),
        ("ước 10", "hộ", 10, Qualifier.ESTIMATE, "hộ"),
        ("ước thực hiện 550", "triệu đồng", 550 * MILLION, Qualifier.ESTIMATE, "đồng"),
        ("ước tính 10", "hộ", 10, Qualifier.ESTIMATE, "hộ"),
        ("ước đạt 10", "hộ", 10, Qualifier.ESTIMATE, "hộ"),
        ("xấp xỉ 10", "hộ", 10, Qualifier.ESTIMATE, "hộ"),
        ("ước trên 10", "hộ", 10, Qualifier.ESTIMATED_LOWER_BOUND, "hộ"),
        ("ước trị giá trên 12.100", "triệu đồng", 12100 * MILLION, Qualifier.ESTIMATED_LOWER_BOUND, "đồng"),
        ("trên, ước 10", "hộ", 10, Qualifier.ESTIMATED_LOWER_BOUND, "hộ"),
        ("trên dưới 40", "hộ", 40, Qualifier.ESTIMATE, "hộ"),
        ("TRÊN 40", "hộ", 40, Qualifier.LOWER_BOUND, "hộ"),
        ("Ước  thực  hiện: 5", "hộ", 5, Qualifier.ESTIMATE, "hộ"),
        ("100%", "", 1, Qualifier.EXACT, "%"),
        ("100%", "%", 1, Qualifier.EXACT, "%"),
        ("1,36", "%", Fraction(136, 10000), Qualifier.EXACT, "%"),
        ("1,36", "phần trăm", Fraction(136, 10000), Qualifier.EXACT, "%"),
        ("0,3", "%/năm", Fraction(3, 1000), Qualifier.EXACT, "%/năm"),
        ("0,51 điểm phần trăm", "", Fraction(51, 10000), Qualifier.EXACT, "điểm phần trăm"),
        ("802,8 triệu đồng", "", 802800000, Qualifier.EXACT, "đồng"),
        ("802,8 triệu đồng", "triệu đồng", 802800000, Qualifier.EXACT, "đồng"),
        ("2,7", "tỷ đồng", 2700000000, Qualifier.EXACT, "đồng"),
        ("15,7", "tỉ đồng", 15700000000, Qualifier.EXACT, "đồng"),
        ("2", "nghìn tỷ đồng", 2 * 10**12, Qualifier.EXACT, "đồng"),
        ("110.000.000đ", "", 110000000, Qualifier.EXACT, "đ"),
        ("110.000.000 đ", "đồng", 110000000, Qualifier.EXACT, "đồng"),
        ("36.000 kg", "", 36000, Qualifier.EXACT, "kg"),
        ("06", "cuộc", 6, Qualifier.EXACT, "cuộc"),
        ("-182", "hộ", -182, Qualifier.EXACT, "hộ"),
    ],
)
def test_quantities(text: str, unit: str, value: Fraction, qualifier: Qualifier, base: str) -> None:
    quantity, unit_read = read_quantity(text, unit)
    assert (quantity.value, quantity.qualifier, unit_read) == (value, qualifier, base)
    assert quantity.as_printed == text


def test_decomposed_text_reads_the_same_and_keeps_its_print() -> None:
    text = unicodedata.normalize("NFD", " ước trị giá trên 2,5 ")
    quantity, unit = read_quantity(text, unicodedata.normalize("NFD", "tỷ đồng"))
    assert quantity.value == 2500000000
    assert quantity.qualifier is Qualifier.ESTIMATED_LOWER_BOUND
    assert quantity.as_printed == text.strip()
    assert unit == "đồng"


def test_international_files() -> None:
    quantity, unit = read_quantity("1,234.5", "triệu đồng", NumberFormat.INTERNATIONAL)
    assert (quantity.value, quantity.decimals, unit) == (Fraction(1234500000), 1, "đồng")


@pytest.mark.parametrize(
    ("text", "unit", "half_step"),
    [
        ("538", "hộ", 0),
        ("13.000.000", "đ", 0),
        ("1,36", "%", Fraction(5, 100000)),
        ("802,8", "triệu đồng", 50000),
        ("380", "triệu đồng", 500000),
        ("666,204", "triệu đồng", 500),
        ("100%", "", Fraction(1, 200)),
        ("2,5", "kg", Fraction(1, 20)),
    ],
)
def test_half_of_the_last_printed_digit(text: str, unit: str, half_step: Fraction) -> None:
    quantity, _ = read_quantity(text, unit)
    assert quantity.half_step == half_step
    assert quantity.interval() == (quantity.value - half_step, quantity.value + half_step)


def test_quantities_are_frozen() -> None:
    quantity = Quantity(Fraction(1), Fraction(1), 0, Qualifier.EXACT, "1")
    with pytest.raises(AttributeError):
        quantity.value = Fraction(2)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "unit", "candidates", "reason_vi", "reason_en"),
    [
        ("2.2.839", "chị", ("2.839", "22.839"), "nhóm đúng ba chữ số", "exactly three digits"),
        ("208, 1", "triệu đồng", ("208,1",), "khoảng trắng", "a space inside"),
        ("trên 2697,15 triệu đồng", "", ("trên 2.697,15 triệu đồng",), "thiếu dấu chấm", "a dot is missing"),
        ("trên: 2697,15", "triệu đồng", ("trên: 2.697,15",), "thiếu dấu chấm", "a dot is missing"),
        ("10.98%", "", ("10,98%", "10.980%"), "phần thập phân dùng dấu phẩy", "decimals follow a comma"),
        ("trên", "hộ", (), "không thấy con số trước “trên”", "no number before “trên”"),
        ("như trên", "hộ", (), "không thấy con số trước “như trên”", "no number before “như trên”"),
        ("nghìn", "suất", (), "không thấy con số", "no number before"),
        ("", "hộ", (), "ô trống", "empty"),
        ("12a5", "", (), "“a5”, không phải đơn vị", "“a5” behind the number is no unit"),
        ("2 tỷ 697 triệu", "", (), "không phải đơn vị", "is no unit"),
        ("5 hộ", "suất", (), "không khớp với đơn vị “suất”", "does not agree with the unit “suất”"),
        ("802,8 đồng", "triệu đồng", (), "không khớp với đơn vị", "does not agree with the unit"),
        ("40 nghìn", "nghìn suất", (), "không khớp với đơn vị", "does not agree with the unit"),
        ("85%", "hộ", (), "không khớp với đơn vị", "does not agree with the unit"),
        ("5 trăm triệu đồng", "", (), "không có đúng một bậc", "has not exactly one scale word"),
        ("5", "triệu tỷ đồng", (), "không có đúng một bậc", "has not exactly one scale word"),
        ("5" * 200, "hộ", (), "dài quá 160 ký tự", "longer than 160 characters"),
    ],
)
def test_malformed_quantities(
    text: str, unit: str, candidates: tuple[str, ...], reason_vi: str, reason_en: str
) -> None:
    with pytest.raises(MalformedNumber) as caught:
        read_quantity(text, unit)
    assert caught.value.text == text
    assert caught.value.candidates == candidates
    assert reason_vi in caught.value.reason_vi
    assert reason_en in caught.value.reason_en
    for candidate in candidates:
        read_quantity(candidate, unit)


@pytest.mark.parametrize(
    ("unit", "scale", "base"),
    [
        ("triệu đồng", MILLION, "đồng"),
        ("Triệu đồng", MILLION, "đồng"),
        ("nghìn suất", 1000, "suất"),
        ("ngàn đồng", 1000, "đồng"),
        ("%", Fraction(1, 100), "%"),
        ("điểm %", Fraction(1, 100), "điểm phần trăm"),
        ("tỷ đồng", 10**9, "đồng"),
        ("nghìn tỷ đồng", 10**12, "đồng"),
        ("ngàn tỉ đồng", 10**12, "đồng"),
        ("triệu đồng/hộ", MILLION, "đồng/hộ"),
        ("triệu", MILLION, ""),
        ("đ", 1, "đ"),
        ("lượt  hộ", 1, "lượt hộ"),
        ("đồng/gia đình/năm", 1, "đồng/gia đình/năm"),
        ("tỷ lệ", 1, "tỷ lệ"),
        ("trăm hộ", 1, "trăm hộ"),
        ("trăm triệu đồng", 1, "trăm triệu đồng"),
        ("triệu tỷ đồng", 1, "triệu tỷ đồng"),
        ("", 1, ""),
    ],
)
def test_scale_words_are_taken_off_a_unit(unit: str, scale: Fraction, base: str) -> None:
    assert split_unit(unit) == (scale, base)
