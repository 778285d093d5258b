"""Reporting periods: the six accepted forms and their neighbours."""

from datetime import date

import pytest

from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod

FORMS = [
    ("2017", date(2017, 1, 1), date(2017, 12, 31), "2016", "2016", "năm 2017", "the year 2017"),
    (
        "2018-H1",
        date(2018, 1, 1),
        date(2018, 6, 30),
        "2017-H2",
        "2017-H1",
        "6 tháng đầu năm 2018",
        "the first half of 2018",
    ),
    (
        "2018-H2",
        date(2018, 7, 1),
        date(2018, 12, 31),
        "2018-H1",
        "2017-H2",
        "6 tháng cuối năm 2018",
        "the second half of 2018",
    ),
    (
        "2018-9M",
        date(2018, 1, 1),
        date(2018, 9, 30),
        "2017-9M",
        "2017-9M",
        "9 tháng đầu năm 2018",
        "the first nine months of 2018",
    ),
    ("2018-Q1", date(2018, 1, 1), date(2018, 3, 31), "2017-Q4", "2017-Q1", "quý I năm 2018", "quarter 1 of 2018"),
    ("2018-Q4", date(2018, 10, 1), date(2018, 12, 31), "2018-Q3", "2017-Q4", "quý IV năm 2018", "quarter 4 of 2018"),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "2016-01", "2015-02", "tháng 02 năm 2016", "February 2016"),
    ("2018-01", date(2018, 1, 1), date(2018, 1, 31), "2017-12", "2017-01", "tháng 01 năm 2018", "January 2018"),
]


@pytest.mark.parametrize(("text", "start", "end", "previous", "last_year", "label_vi", "label_en"), FORMS)
def test_each_form(
    text: str, start: date, end: date, previous: str, last_year: str, label_vi: str, label_en: str
) -> None:
    period = ReportingPeriod.parse(text)
    assert (period.start, period.end, str(period)) == (start, end, text)
    assert str(period.previous()) == previous
    assert str(period.same_period_last_year()) == last_year
    assert period.label("vi") == label_vi
    assert period.label("en") == label_en


def test_a_range_of_years() -> None:
    period = ReportingPeriod.parse("2016-2018")
    assert (period.start, period.end) == (date(2016, 1, 1), date(2018, 12, 31))
    assert str(period.previous()) == "2013-2015"
    assert period.label("vi") == "giai đoạn 2016-2018"
    assert period.label("en") == "the period 2016-2018"
    with pytest.raises(PeriodError, match="'2016-2018' is no reporting period"):
        period.same_period_last_year()


@pytest.mark.parametrize(
    "text",
    ["", "18", "2018-H3", "2018-Q0", "2018-13", "2018-00", "2018-3", "2018-2016", "2018-2018", "2018/H1", " 2018"],
)
def test_other_texts_are_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(PeriodError) as caught:
        ReportingPeriod.parse(text)
    assert caught.value.text == text
    assert str(caught.value) == f"{text!r} is no reporting period; accepted forms: {ReportingPeriod.accepted_forms()}"


def test_periods_sort_by_start_then_end() -> None:
    texts = ["2018", "2018-H1", "2017-Q4", "2018-Q1", "2018-01"]
    assert [str(period) for period in sorted(map(ReportingPeriod.parse, texts))] == [
        "2017-Q4",
        "2018-01",
        "2018-Q1",
        "2018-H1",
        "2018",
    ]
