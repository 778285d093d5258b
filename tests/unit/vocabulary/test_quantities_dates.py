"""Dates as documents print them."""

from datetime import date

import pytest

from poverty_evaluation.vocabulary.quantities import MalformedDate, read_date, write_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/7/2018", date(2018, 7, 13)),
        ("04/01/2017", date(2017, 1, 4)),
        ("4/1/2017", date(2017, 1, 4)),
        ("01/11/2012", date(2012, 11, 1)),
        (" 29/2/2016 ", date(2016, 2, 29)),
        ("2018-07-13", date(2018, 7, 13)),
        ("ngày 05 tháng 01 năm 2020", date(2020, 1, 5)),
        ("Ngày 13 tháng 7 năm 2018", date(2018, 7, 13)),
        ("13 tháng 7 năm 2018", date(2018, 7, 13)),
    ],
)
def test_dates_are_read(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "reason_vi", "reason_en"),
    [
        ("31/4/2018", "không có ngày 31 tháng 4 năm 2018", "there is no day 31 of month 4 in the year 2018"),
        ("29/02/2017", "không có ngày 29 tháng 2 năm 2017", "there is no day 29 of month 2 in the year 2017"),
        ("2018-13-01", "không có ngày 1 tháng 13 năm 2018", "there is no day 1 of month 13 in the year 2018"),
        ("00/1/2018", "không có ngày 0 tháng 1 năm 2018", "there is no day 0 of month 1 in the year 2018"),
        ("13/7/18", "không phải ngày", "not a date"),
        ("7/2018", "không phải ngày", "not a date"),
        ("2018-7-13", "không phải ngày", "not a date"),
        ("13.7.2018", "không phải ngày", "not a date"),
        ("１３/7/2018", "không phải ngày", "not a date"),
        ("", "không phải ngày", "not a date"),
        ("1" * 10**6, "không phải ngày", "not a date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, reason_vi: str, reason_en: str) -> None:
    with pytest.raises(MalformedDate) as caught:
        read_date(text)
    assert caught.value.text == text
    assert reason_vi in caught.value.reason_vi
    assert reason_en in caught.value.reason_en


@pytest.mark.parametrize(
    ("day", "short", "long", "english"),
    [
        (date(2018, 7, 13), "13/7/2018", "ngày 13 tháng 7 năm 2018", "13 July 2018"),
        (date(2017, 1, 4), "04/01/2017", "ngày 04 tháng 01 năm 2017", "4 January 2017"),
        (date(2018, 2, 26), "26/02/2018", "ngày 26 tháng 02 năm 2018", "26 February 2018"),
        (date(2012, 11, 1), "01/11/2012", "ngày 01 tháng 11 năm 2012", "1 November 2012"),
        (date(2016, 3, 5), "05/3/2016", "ngày 05 tháng 3 năm 2016", "5 March 2016"),
    ],
)
def test_dates_are_written(day: date, short: str, long: str, english: str) -> None:
    assert write_date(day, "vi") == short
    assert write_date(day, "vi", long=True) == long
    assert write_date(day, "en") == english
    assert write_date(day, "en", long=True) == english


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr' is not a valid Language"):
        write_date(date(2018, 7, 13), "fr")
