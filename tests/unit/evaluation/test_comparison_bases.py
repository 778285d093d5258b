"""Mốc so sánh: the opening of a change is named by the two dates, never by the word "năm"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poverty_evaluation.evaluation.comparison_bases import comparison_base
from poverty_evaluation.evaluation.context import EvaluationContext

Build = Callable[..., EvaluationContext]


@pytest.mark.parametrize(
    ("opening", "closing", "vi", "en"),
    [
        ("2015-10-01", "2017-12-31", "đầu giai đoạn (ngày 01/10/2015)", "the start of the phase (1 October 2015)"),
        ("2016-01-01", "2018-06-30", "đầu giai đoạn (ngày 01/01/2016)", "the start of the phase (1 January 2016)"),
        (
            "2016-12-14",
            "2017-12-14",
            "cuối năm trước (ngày 14/12/2016)",
            "the end of the year before (14 December 2016)",
        ),
        (
            "2016-12-31",
            "2017-10-01",
            "cuối năm trước (ngày 31/12/2016)",
            "the end of the year before (31 December 2016)",
        ),
        (
            "2015-12-31",
            "2016-12-31",
            "cuối năm trước (ngày 31/12/2015)",
            "the end of the year before (31 December 2015)",
        ),
        (
            "2016-12-31",
            "2017-06-30",
            "đầu năm (số liệu ngày 31/12/2016)",
            "the start of the year (figures of 31 December 2016)",
        ),
        (
            "2017-01-01",
            "2017-06-30",
            "đầu năm (số liệu ngày 01/01/2017)",
            "the start of the year (figures of 1 January 2017)",
        ),
        (
            "2016-06-30",
            "2017-06-30",
            "cùng kỳ năm trước (ngày 30/6/2016)",
            "the same date of the year before (30 June 2016)",
        ),
        (
            "2016-09-30",
            "2017-09-30",
            "cùng kỳ năm trước (ngày 30/9/2016)",
            "the same date of the year before (30 September 2016)",
        ),
        ("2016-03-01", "2017-12-31", "ngày 01/3/2016", "1 March 2016"),
        ("2014-12-31", "2017-12-31", "ngày 31/12/2014", "31 December 2014"),
        ("2016-12-31", "2018-12-31", "ngày 31/12/2016", "31 December 2016"),
    ],
)
def test_base_by_the_dates(context: Build, opening: str, closing: str, vi: str, en: str) -> None:
    assert comparison_base(context(), opening, closing) == vi
    assert comparison_base(context(language="en"), opening, closing) == en


def test_no_phase_without_a_programme(context: Build) -> None:
    assert comparison_base(context(programme_id=""), "2015-12-31", "2017-12-31") == "ngày 31/12/2015"
