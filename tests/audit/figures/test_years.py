"""A bare year in front of a place is no number of places; months that are counted are no date."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures


@pytest.mark.parametrize(
    ("text", "figures", "years"),
    [
        ("đến 2017 thành phố còn 356 hộ nghèo", ["356 hộ"], [2017]),
        ("so với 2019 toàn huyện tăng 12 hộ", ["12 hộ"], [2019]),
        ("hỗ trợ 2018 hộ nghèo", ["2018 hộ"], []),
        ("lũy kế 6 tháng 75 vụ", ["6 tháng", "75 vụ"], []),
    ],
)
def test_a_year_before_a_place(text, figures, years):
    reading = read_figures(plain_source(text))
    assert [figure.text for figure in reading.figures] == figures
    assert [date.year for date in reading.dates] == years
