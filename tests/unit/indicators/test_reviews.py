"""Kết quả rà soát dùng để tính: vintages, standards and pairs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from poverty_evaluation.indicators.pairs import years_between
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import FindingKind, Severity

from .rows import OLD, OTHER_WARD, WARD, definition, review

CHANGE = definition("change", "difference", "poor_households", between="reviews", comparable_within="standard")
SINCE_LAST = definition("since_last", "difference", "poor_households", between="previous", comparable_within="standard")
RATE = definition("rate", "ratio", "poor_households", "total_households", unit="ratio")


def test_the_latest_vintage_is_computed_with_and_the_others_stay_beside_it(evaluated):
    rows = [
        review(361, 1000, vintage="preliminary"),
        review(358, 1000, vintage="amended"),
        review(356, 1000, as_of="2015-12-31"),
        review(357, 1000),
    ]
    outcome = evaluated(CHANGE, RATE, reviews=rows)
    assert outcome.numbers("poor_households") == {
        "@213/2015-12-31": 356,
        "@213/2017-12-31": 358,
        "vintage=official@213/2017-12-31": 357,
        "vintage=preliminary@213/2017-12-31": 361,
    }
    assert outcome.numbers("change") == {"": 2}
    assert outcome["rate;vintage=preliminary@213/2017-12-31"].value == Fraction(361, 1000)


@pytest.mark.parametrize(
    ("asked", "leading"), [(Vintage.PRELIMINARY, 361), (Vintage.OFFICIAL, 356), (Vintage.AMENDED, 358), (None, 358)]
)
def test_a_run_may_ask_for_an_earlier_vintage(evaluated, asked, leading):
    rows = [review(358, vintage="amended"), review(361, vintage="preliminary"), review(356)]
    assert evaluated(reviews=rows, vintage=asked)["poor_households@213/2017-12-31"].value == leading


def test_an_opening_that_both_periods_hold_is_told_once_in_its_latest_vintage(evaluated):
    own = [review(356, as_of="2016-12-31"), review(300)]
    outcome = evaluated(CHANGE, reviews=own, previous=[review(358, as_of="2016-12-31", vintage="amended")])
    assert outcome.numbers("change") == {"": -58}
    assert outcome["poor_households@213/2016-12-31"].sources[0].file == "previous.csv"
    same = evaluated(CHANGE, reviews=own, previous=[review(358, as_of="2016-12-31")])
    assert same.numbers("change") == {"": -56}


def test_two_standards_on_one_date_stay_apart(evaluated):
    rows = [review(120), review(310, standard_id=OLD), review(400, as_of="2015-12-31", standard_id=OLD)]
    outcome = evaluated(CHANGE, reviews=rows)
    assert outcome.numbers("poor_households") == {
        "@213/2015-12-31": 400,
        "standard=qd-09-2011@213/2017-12-31": 310,
        "@213/2017-12-31": 120,
    }
    assert outcome.numbers("change") == {"": None, "standard=qd-09-2011": -90}
    assert outcome["change@213/2016-2018"].status is ValueStatus.NOT_COMPARABLE


def test_an_opening_under_the_same_standard_is_preferred(evaluated):
    previous = [review(500, as_of="2015-12-31", standard_id=OLD), review(538, as_of="2015-12-31")]
    assert evaluated(CHANGE, reviews=[review(356)], previous=previous).numbers("change") == {"": -182}


def test_the_change_since_the_last_period_and_within_this_one(evaluated):
    own = [review(500, as_of="2016-12-31"), review(356)]
    previous = [review(600, as_of="2014-12-31"), review(538, as_of="2015-12-31")]
    outcome = evaluated(CHANGE, SINCE_LAST, reviews=own, previous=previous)
    assert outcome.numbers("change") == {"": -144}
    assert outcome.numbers("since_last") == {"": -182}


def test_one_review_gives_a_level_and_no_change(evaluated):
    outcome = evaluated(CHANGE, reviews=[review(356)])
    assert outcome.numbers("poor_households") == {"@213/2017-12-31": 356}
    assert outcome.numbers("change") == {}
    assert outcome.evaluated.findings == ()


def test_a_period_without_a_review_of_its_own_tells_no_change(evaluated):
    previous = [review(538, as_of="2015-12-31"), review(400, as_of="2016-12-31")]
    outcome = evaluated(CHANGE, previous=previous)
    assert len(outcome.numbers("poor_households")) == 2
    assert outcome.numbers("change") == {}


def test_each_place_has_a_change_of_its_own(evaluated):
    rows = [review(538, as_of="2015-12-31"), review(356)]
    rows += [review(12, as_of="2015-12-31", place_code=WARD), review(8, place_code=WARD)]
    assert evaluated(CHANGE, reviews=rows).numbers("change") == {"@07213/2016-2018": -4, "": -182}


def test_a_change_of_standard_is_told_once_for_the_place_and_those_within_it(evaluated):
    rows = [review(356), review(8, place_code=WARD)]
    previous = [
        review(200, as_of="2015-12-31", standard_id=OLD),
        review(5, as_of="2015-12-31", standard_id=OLD, place_code=WARD),
    ]
    outcome = evaluated(CHANGE, reviews=rows, previous=previous)
    (city,) = outcome.evaluated.findings
    assert (city.kind, city.severity) == (FindingKind.NOT_COMPARABLE, Severity.NOTE)
    assert city.message_vi.startswith("Số liệu năm 2017 được rà soát theo chuẩn nghèo quy định tại")
    assert city.quote == "200 … 356"
    assert city.indicator_ids == ("poor_households@213/2015-12-31", "poor_households@213/2017-12-31")
    assert city.computed == "09/2011/QĐ-TTg ≠ 59/2015/QĐ-TTg"


def test_a_change_of_standard_of_a_ward_alone_names_the_ward(evaluated):
    previous = [review(200, as_of="2015-12-31"), review(5, as_of="2015-12-31", standard_id=OLD, place_code=WARD)]
    rows = [review(356), review(8, place_code=WARD)]
    (ward,) = evaluated(CHANGE, reviews=rows, previous=previous).evaluated.findings
    assert ward.message_vi.startswith("Phường ") and ": Số liệu năm 2017" in ward.message_vi


@pytest.mark.parametrize(
    ("place_code", "changed", "computed"),
    [("213", True, "213 + 221 → 213"), ("07213", True, "07213 + 07219 → 07213"), ("07222", False, "")],
)
def test_nothing_is_compared_across_a_change_of_boundary(evaluated, place_code, changed, computed):
    rows = [
        review(8, 1900, as_of="2024-12-31", place_code=place_code),
        review(15, 4550, as_of="2025-03-31", place_code=place_code),
    ]
    households = definition("households", "difference", "total_households", between="reviews")
    outcome = evaluated(CHANGE, households, reviews=rows)
    for name in ("change", "households"):
        (value,) = [value for value in outcome.evaluated.values if value.indicator_id == name]
        assert (value.status is ValueStatus.NOT_COMPARABLE) is changed
        assert (value.value is None) is changed
    notes = outcome.evaluated.findings
    assert [note.computed for note in notes] == ([computed] if changed else [])
    for note in notes:
        assert note.kind is FindingKind.NOT_COMPARABLE
        assert "01/01/2025" in note.message_vi and "1191/NQ-UBTVQH15" in note.message_vi


def test_places_joined_whole_are_added_up_on_the_new_territory(evaluated):
    previous = [
        review(8, 1900, as_of="2024-12-31", place_code=WARD),
        review(11, 2600, as_of="2024-12-31", place_code=OTHER_WARD),
    ]
    outcome = evaluated(CHANGE, previous=previous, reviews=[review(15, 4550, as_of="2025-03-31", place_code=WARD)])
    opening = outcome["poor_households;boundary=2025-01-01@07213/2024-12-31"]
    assert (opening.value, len(opening.sources)) == (19, 2)
    assert opening.formula == "poor_households[07213] + poor_households[07219]"
    assert outcome["poor_households@07213/2024-12-31"].value == 8
    change = outcome["change@07213/2016-2018"]
    assert (change.value, change.operands[0]) == (-4, opening.id)
    (note,) = outcome.evaluated.findings
    assert (note.kind, note.severity) == (FindingKind.MAPPING, Severity.NOTE)
    assert note.computed == "07213 + 07219 → 07213"
    assert (
        "theo Nghị quyết số 1191/NQ-UBTVQH15, số liệu năm 2024 được tổng hợp lại theo địa giới mới" in note.message_vi
    )


@pytest.mark.parametrize(
    "previous",
    [
        [review(8, as_of="2024-12-31", place_code=WARD), review(11, as_of="2023-12-31", place_code=OTHER_WARD)],
        [review(8, as_of="2024-12-31", place_code=WARD), review(None, as_of="2024-12-31", place_code=OTHER_WARD)],
        [
            review(8, as_of="2024-12-31", place_code=WARD),
            review(11, as_of="2024-12-31", place_code=OTHER_WARD, standard_id=OLD),
        ],
    ],
)
def test_they_are_not_where_one_was_not_counted_on_that_day_and_standard(evaluated, previous):
    outcome = evaluated(CHANGE, previous=previous, reviews=[review(15, as_of="2025-03-31", place_code=WARD)])
    assert outcome.numbers("change") in ({"@07213/2016-2018": None}, {})
    assert not any(";boundary=" in identity for identity in outcome.values)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (date(2016, 12, 31), date(2017, 12, 31), Fraction(1)),
        (date(2015, 10, 1), date(2017, 12, 31), 2 + Fraction(91, 365)),
        (date(2016, 2, 29), date(2017, 2, 28), Fraction(365, 366)),
        (date(2016, 2, 29), date(2017, 3, 1), Fraction(1)),
        (date(2016, 6, 30), date(2016, 12, 31), Fraction(184, 365)),
    ],
)
def test_years_between_two_reviews(start, end, years):
    assert years_between(start, end) == years
