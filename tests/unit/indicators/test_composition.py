"""Tổng hợp từ đơn vị trực thuộc: what the wards add up to where the city sent no row of its own, and their blocks."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import FindingKind

from .rows import OLD, definition, review

CHANGE = definition("change", "difference", "poor_households", between="reviews", comparable_within="standard")
RATE = definition("rate", "ratio", "poor_households", "total_households", unit="ratio")
DAY, BEFORE = "2017-12-31", "2015-12-31"
COUNT = "poor_households@213/2017-12-31"


@pytest.fixture
def wards(reference):
    return [place.place_code for place in reference.places.children("213", date(2017, 12, 31))]


def of_wards(wards, poor=2, total=100, **more):
    return [review(poor, total, place_code=code, **more) for code in wards]


def test_the_wards_stand_for_the_city(evaluated, wards):
    outcome = evaluated(RATE, reviews=of_wards(wards))
    count = outcome[COUNT]
    assert (count.value, count.status, count.qualifier) == (2 * len(wards), ValueStatus.COMPUTED, Qualifier.EXACT)
    assert count.operands == tuple(f"poor_households@{code}/{DAY}" for code in wards)
    assert len(count.sources) == len(wards)
    assert outcome[f"rate@213/{DAY}"].value == Fraction(2, 100)
    assert not outcome.evaluated.findings


def test_the_row_of_the_city_stands_where_it_was_sent(evaluated, wards):
    outcome = evaluated(reviews=[review(99), *of_wards(wards)])
    assert (outcome[COUNT].value, outcome[COUNT].status) == (99, ValueStatus.GIVEN)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_rate_is_one_of_sums_and_never_a_mean(evaluated, wards, data):
    totals = data.draw(st.lists(st.integers(1, 9000), min_size=len(wards), max_size=len(wards)))
    poor = [data.draw(st.integers(0, total)) for total in totals]
    rows = [review(p, n, place_code=code) for code, p, n in zip(wards, poor, totals, strict=True)]
    assert evaluated(RATE, reviews=rows)[f"rate@213/{DAY}"].value == Fraction(sum(poor), sum(totals))


def test_what_a_ward_did_not_send_leaves_at_least_the_others(evaluated, wards, reference):
    outcome = evaluated(RATE, CHANGE, reviews=of_wards(wards[1:]), previous=of_wards(wards, 3, as_of=BEFORE))
    assert (outcome[COUNT].value, outcome[COUNT].qualifier) == (2 * (len(wards) - 1), Qualifier.LOWER_BOUND)
    assert outcome[f"poor_households@213/{BEFORE}"].qualifier is Qualifier.EXACT
    assert outcome["change@213/2016-2018"].status is ValueStatus.NOT_COMPARABLE
    (finding,) = [one for one in outcome.evaluated.findings if one.kind is FindingKind.MISSING]
    assert reference.places.place(wards[0]).name_vi in finding.message_vi
    assert COUNT in finding.indicator_ids


def test_an_empty_cell_of_one_ward_is_no_zero(evaluated, wards):
    rows = [review(2, None, place_code=wards[0]), *of_wards(wards[1:])]
    outcome = evaluated(reviews=rows)
    assert outcome[COUNT].qualifier is Qualifier.EXACT
    assert outcome[f"total_households@213/{DAY}"].qualifier is Qualifier.LOWER_BOUND


def test_a_change_is_told_of_two_sums(evaluated, wards):
    outcome = evaluated(CHANGE, reviews=of_wards(wards), previous=of_wards(wards, 3, as_of=BEFORE))
    assert outcome["change@213/2016-2018"].value == -len(wards)
    own = evaluated(CHANGE, reviews=of_wards(wards), previous=[review(90, as_of=BEFORE)])
    assert own["change@213/2016-2018"].value == 2 * len(wards) - 90


def test_what_is_only_preliminary_is_not_added_to_what_is_approved(evaluated, wards, reference):
    rows = [*of_wards(wards[1:]), *of_wards(wards[:1], 50, vintage="preliminary")]
    outcome = evaluated(reviews=rows)
    assert (outcome[COUNT].value, outcome[COUNT].qualifier) == (2 * (len(wards) - 1), Qualifier.LOWER_BOUND)
    assert reference.places.place(wards[0]).name_vi in outcome.evaluated.findings[0].message_vi
    asked = evaluated(reviews=rows, vintage=Vintage.PRELIMINARY)
    assert (asked[COUNT].value, asked[COUNT].qualifier) == (2 * (len(wards) - 1) + 50, Qualifier.EXACT)


def test_two_standards_are_summed_apart(evaluated, wards):
    outcome = evaluated(reviews=[*of_wards(wards), *of_wards(wards, 5, standard_id=OLD)])
    assert outcome[COUNT].value == 2 * len(wards)
    assert outcome[f"poor_households;standard=qd-09-2011@213/{DAY}"].value == 5 * len(wards)


def test_a_row_of_its_own_keeps_the_plain_ids(evaluated, wards):
    outcome = evaluated(reviews=[review(310, standard_id=OLD), *of_wards(wards)])
    assert outcome[COUNT].value == 310
    assert outcome[f"poor_households;standard=qd-59-2015@213/{DAY}"].value == 2 * len(wards)


def test_the_urban_and_the_rural_make_up_the_whole(evaluated, wards, reference):
    outcome = evaluated(RATE, reviews=[review(99, 1000), *of_wards(wards)])
    levels = [reference.places.place(code, date(2017, 12, 31)).level for code in wards]
    urban, rural = levels.count("ward") + levels.count("township"), levels.count("commune")
    assert outcome[f"poor_households;area=urban@213/{DAY}"].value == 2 * urban
    assert outcome[f"poor_households;area=rural@213/{DAY}"].value == 2 * rural
    assert outcome[f"rate;area=rural@213/{DAY}"].value == Fraction(2, 100)
    assert urban + rural == len(wards)


def test_a_few_wards_are_not_the_city(evaluated, wards):
    outcome = evaluated(reviews=of_wards(wards[: len(wards) // 2]))
    assert COUNT not in outcome.values and not outcome.evaluated.findings


def test_a_city_is_not_all_of_its_province(evaluated):
    """A province of which only one unit is listed is not known whole."""
    outcome = evaluated(reviews=[review(99)])
    assert not [identity for identity in outcome.values if "@24/" in identity]
