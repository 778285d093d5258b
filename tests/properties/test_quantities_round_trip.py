"""What is written reads back as the same value, and nothing is read that would be written otherwise."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from poverty_evaluation.vocabulary.choices import NumberFormat, Qualifier
from poverty_evaluation.vocabulary.quantities import (
    MalformedDate,
    MalformedNumber,
    MalformedWords,
    read_date,
    read_number,
    read_quantity,
    read_range,
    read_words,
    round_half_up,
    write_amount_in_words,
    write_date,
    write_money,
    write_number,
    write_percent,
    write_points,
    write_words,
)

FORMATS = {"vi": NumberFormat.VI, "en": NumberFormat.INTERNATIONAL}

languages = st.sampled_from(sorted(FORMATS))
decimals = st.integers(0, 6)
values = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=10**6)
number_like = st.text("0123456789.,", min_size=1, max_size=12) | st.text("0123456789.,-+ \u2013\u00a0x%", max_size=12)
number_words = ["không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "tám", "chín"]
place_words = ["mười", "mươi", "trăm", "linh", "lẻ", "nghìn", "ngàn", "triệu", "tỷ"]
SAME = {"lẻ": "linh", "ngàn": "nghìn", "nhăm": "năm", "lăm": "năm", "tư": "bốn", "mốt": "một"}
words_like = st.lists(st.sampled_from(number_words + place_words), max_size=9).map(" ".join)


@given(values, decimals, languages, st.booleans(), st.booleans())
def test_numbers_round_trip(value: Fraction, places: int, language: str, trim: bool, signed: bool) -> None:
    text = write_number(value, places, language, trim=trim, signed=signed)
    read = read_number(text, FORMATS[language], allow_plain_integer=False)
    assert read.value == round_half_up(value, places)
    assert read.decimals == places or (trim and read.decimals < places)


@given(values, decimals)
def test_rounding_is_to_the_nearest_and_symmetrical(value: Fraction, places: int) -> None:
    rounded = round_half_up(value, places)
    assert abs(rounded - value) <= Fraction(1, 2 * 10**places)
    assert (rounded * 10**places).denominator == 1
    assert round_half_up(-value, places) == -rounded


@given(number_like, languages)
def test_nothing_is_read_that_would_be_written_otherwise(text: str, language: str) -> None:
    try:
        read = read_number(text, FORMATS[language], allow_plain_integer=False)
    except MalformedNumber as error:
        assert error.reason_vi and error.reason_en
        return
    bare = text.strip().lstrip("+-\u2013")
    written = write_number(abs(read.value), read.decimals, language)
    padded_count = bare.isdecimal() and len(bare) <= 3 and int(bare) == abs(read.value)
    without_groups = language == "en" and bare == written.replace(",", "")
    assert bare == written or padded_count or without_groups
    assert (read.value < 0) == (text.strip()[0] in "-\u2013" and read.value != 0)


@given(number_like, languages)
def test_candidates_are_numbers_in_vietnamese_notation(text: str, language: str) -> None:
    try:
        read_number(text, FORMATS[language], allow_plain_integer=False)
    except MalformedNumber as error:
        for candidate in error.candidates:
            read = read_number(candidate, allow_plain_integer=False)
            assert write_number(read.value, read.decimals) == candidate or read.value == 0
        assert len(set(error.candidates)) == len(error.candidates)


@given(st.text(max_size=60), st.text(max_size=20), st.sampled_from(NumberFormat))
def test_any_text_is_read_or_refused_with_a_reason(text: str, unit: str, number_format: NumberFormat) -> None:
    for read in (
        lambda: read_number(text, number_format),
        lambda: read_range(text, number_format),
        lambda: read_quantity(text, unit, number_format),
        lambda: read_words(text),
        lambda: read_date(text),
    ):
        try:
            read()
        except (MalformedNumber, MalformedWords, MalformedDate) as error:
            assert error.reason_vi and error.reason_en and str(error)


@given(st.fractions(min_value=-2, max_value=2, max_denominator=10**6), decimals)
def test_percentages_and_points_round_trip(ratio: Fraction, places: int) -> None:
    rounded = round_half_up(ratio, places + 2)
    percent, percent_unit = read_quantity(write_percent(ratio, places))
    points, points_unit = read_quantity(write_points(ratio, places))
    assert (percent.value, percent_unit) == (rounded, "%")
    assert (points.value, points_unit) == (rounded, "điểm phần trăm")
    low, high = percent.interval()
    assert low <= ratio <= high


@given(st.integers(-(10**15), 10**15), st.sampled_from([1, 10**3, 10**6, 10**9, 10**12]))
def test_money_round_trips_within_its_last_digit(vnd: int, scale: int) -> None:
    quantity, unit = read_quantity(write_money(vnd, scale=scale))
    assert unit == "đồng"
    step = 1 if scale == 1 or (scale == 10**6 and abs(vnd) < 10**6) else Fraction(scale, 1000)
    assert abs(quantity.value - vnd) <= Fraction(step) / 2


@given(st.integers(-(10**12), 10**12))
def test_whole_thousands_of_money_round_trip_exactly(thousands: int) -> None:
    assert read_quantity(write_money(thousands * 1000))[0].value == thousands * 1000


@given(
    st.sampled_from(["trên", "hơn:", "ước", "khoảng", "không quá", "ước trị giá trên", "tối đa :"]),
    values,
    st.integers(0, 3),
)
def test_a_hedge_leaves_the_number_alone(hedge: str, value: Fraction, places: int) -> None:
    text = write_number(value, places)
    plain, _ = read_quantity(text, "triệu đồng")
    hedged, unit = read_quantity(f"{hedge} {text}", "triệu đồng")
    assert (hedged.value, hedged.decimals, unit) == (plain.value, plain.decimals, "đồng")
    assert plain.qualifier is Qualifier.EXACT and hedged.qualifier is not Qualifier.EXACT


@given(st.dates(min_value=date(1000, 1, 1)), st.booleans())
def test_dates_round_trip(day: date, long: bool) -> None:
    assert read_date(write_date(day, "vi", long=long)) == day
    assert read_date(day.isoformat()) == day


@given(st.integers(-(10**15), 10**15) | st.integers(0, 2000))
def test_words_round_trip_in_every_dialect(number: int) -> None:
    words = write_words(number)
    assert read_words(words) == number
    southern = words.replace("linh", "lẻ").replace("nghìn", "ngàn").replace("tỷ", "tỉ")
    assert read_words(southern) == number
    assert read_words(words.replace("mươi tư", "mươi bốn").replace("mươi lăm", "mươi nhăm")) == number
    assert read_words(f"(Bằng chữ: {write_amount_in_words(number)})") == number


@given(words_like)
def test_words_that_are_read_mean_what_they_say(text: str) -> None:
    try:
        number = read_words(text)
    except MalformedWords as error:
        assert error.reason_vi and error.reason_en
        return
    said = [SAME.get(word, word) for word in text.split()]
    written = [SAME.get(word, word) for word in write_words(number).split()]
    remaining = iter(written)
    assert all(word in remaining for word in said)  # only "không trăm" and "linh" may have been left out
    assert set(written) - set(said) <= {"không", "trăm", "linh"}
