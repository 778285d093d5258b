"""Thay đổi giữa hai lần rà soát: three different numbers, and never one across a change of standard."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.quantities import round_half_up

from .rows import OLD, definition, review

ACROSS = {"between": "reviews", "comparable_within": "standard"}
RATE = definition(
    "rate", "ratio", "poor_households", "total_households", unit="ratio", published_as="poverty_ratio_printed"
)
CHANGES = (
    RATE,
    definition("change", "difference", "poor_households", **ACROSS),
    definition("relative", "relative_change", "poor_households", unit="ratio", **ACROSS),
    definition("points", "difference", "rate", unit="pp", **ACROSS),
    definition("points_per_year", "annualised", "rate", unit="pp", method="absolute", **ACROSS),
    definition("growth", "annualised", "poor_households", unit="ratio", method="compound", **ACROSS),
    definition("effect", "decomposition", "poor_households", "rate", "total_households", **ACROSS),
)
OPENING = review(40, 1000, as_of="2015-12-31")


def test_all_changes_of_a_count_and_its_rate(evaluated):
    outcome = evaluated(*CHANGES, reviews=[OPENING, review(10, 2000)])
    found = {name: outcome.numbers(name)[""] for name in ("change", "relative", "points", "points_per_year", "growth")}
    assert found == {
        "change": -30,
        "relative": Fraction(-3, 4),
        "points": Fraction(-35, 1000),
        "points_per_year": Fraction(-35, 2000),
        "growth": Fraction(-1, 2),
    }
    assert outcome["points@213/2016-2018"].unit_vi == "điểm phần trăm"
    assert outcome["change@213/2016-2018"].formula == "poor_households[2017-12-31] - poor_households[2015-12-31]"
    assert outcome["points_per_year@213/2016-2018"].formula == "(rate[2017-12-31] - rate[2015-12-31]) / 2"
    assert outcome["change@213/2016-2018"].as_of == "2017-12-31"


def test_years_that_are_not_whole_stand_exactly_in_the_formula(evaluated):
    outcome = evaluated(*CHANGES, reviews=[review(538, as_of="2015-10-01"), review(356)])
    growth = outcome["growth@213/2016-2018"]
    assert growth.formula == "(poor_households[2017-12-31] / poor_households[2015-10-01])^(1/(821/365)) - 1"
    assert round_half_up(growth.value * 100, 2) == Fraction("-16.77")


def test_the_two_effects_add_up_to_the_change(evaluated):
    effects = evaluated(*CHANGES, reviews=[OPENING, review(10, 2000)])
    rate, denominator = effects["effect_rate@213/2016-2018"], effects["effect_denominator@213/2016-2018"]
    assert rate.value + denominator.value == -30
    assert rate.value == Fraction(-35, 1000) * 1500
    assert rate.qualifier is Qualifier.EXACT


def test_effects_rest_on_implied_households_only_as_estimates(evaluated):
    rows = [
        review(538, None, ("0.0136", {"decimals": 2}), as_of="2015-10-01"),
        review(356, None, ("0.0085", {"decimals": 2})),
    ]
    outcome = evaluated(*CHANGES, reviews=rows)
    effects = [outcome[f"effect_{end}@213/2016-2018"] for end in ("rate", "denominator")]
    assert [effect.value for effect in effects] == [Fraction("-207.675"), Fraction("25.675")]
    assert {effect.qualifier for effect in effects} == {Qualifier.ESTIMATE}


def test_effects_with_nobody_poor_at_the_end(evaluated):
    outcome = evaluated(*CHANGES, reviews=[OPENING, review(0, 1000)])
    assert outcome["effect_rate@213/2016-2018"].value == -40
    assert outcome["growth@213/2016-2018"].value == -1


@pytest.mark.parametrize("name", ["relative", "growth"])
def test_a_relative_change_on_nothing_is_undefined(evaluated, name):
    change = evaluated(*CHANGES, reviews=[review(0, 1000, as_of="2015-12-31"), review(5, 1000)])[
        f"{name}@213/2016-2018"
    ]
    assert (change.value, change.status) == (None, ValueStatus.UNDEFINED)


def test_nothing_is_subtracted_across_standards(evaluated):
    outcome = evaluated(*CHANGES, reviews=[review(10, 2000)], previous=[OPENING | {"standard_id": OLD}])
    changes = [value for value in outcome.evaluated.values if value.id.endswith("@213/2016-2018")]
    assert len(changes) == 7
    assert {(value.value, value.status) for value in changes} == {(None, ValueStatus.NOT_COMPARABLE)}


def test_what_does_not_depend_on_the_standard_is_compared_all_the_same(evaluated):
    households = definition("households_change", "difference", "total_households", between="reviews")
    outcome = evaluated(households, reviews=[review(10, 2000)], previous=[OPENING | {"standard_id": OLD}])
    assert outcome.numbers("households_change") == {"": 1000}


def test_a_missing_level_gives_no_change_and_an_unreadable_one_says_so(evaluated):
    unreadable = (None, {"status": "unreadable"})
    missing = evaluated(*CHANGES, reviews=[review(None, 1000, as_of="2015-12-31"), review(5, 1000)])
    assert missing.numbers("change") == {}
    change = evaluated(*CHANGES, reviews=[review(unreadable, 1000, as_of="2015-12-31"), review(5, 1000)])
    assert change["change@213/2016-2018"].status is ValueStatus.UNREADABLE


def test_an_opening_of_at_least_makes_the_change_at_most(evaluated):
    hedged = (40, {"qualifier": "lower_bound"})
    outcome = evaluated(*CHANGES, reviews=[review(hedged, 1000, as_of="2015-12-31"), review(10, 2000)])
    assert outcome["change@213/2016-2018"].qualifier is Qualifier.UPPER_BOUND
    assert outcome["effect_rate@213/2016-2018"].qualifier is Qualifier.ESTIMATE


def test_the_change_since_the_start_of_the_phase(evaluated):
    of_start = definition("since_start", "difference", "poor_households", between="start", comparable_within="standard")
    definitions = (of_start, *CHANGES)
    start = [review(80, 1000, as_of="2014-12-31"), review(60, 1000, as_of="2015-12-31")]
    before = [review(50, 1000, as_of="2016-12-31")]
    outcome = evaluated(*definitions, reviews=[review(10, 2000)], previous=before, start=start)
    value = outcome["since_start@213/2016-2018"]
    assert (value.value, value.operands) == (-50, ("poor_households@213/2015-12-31", "poor_households@213/2017-12-31"))
    assert outcome["change@213/2016-2018"].value == -40
    assert {cell.file for cell in value.sources} == {"start.csv", "household_review.csv"}


def test_the_start_opens_nothing_else(evaluated):
    outcome = evaluated(*CHANGES, reviews=[review(10, 2000)], start=[review(60, 1000, as_of="2015-12-31")])
    assert outcome.numbers("change") == {}
    of_start = definition("since_start", "difference", "poor_households", between="start", comparable_within="standard")
    assert evaluated(of_start, reviews=[review(10, 2000)], previous=[OPENING]).numbers("since_start") == {}
    both = evaluated(of_start, *CHANGES, reviews=[review(10, 2000)], previous=[OPENING], start=[OPENING])
    assert both["since_start@213/2016-2018"].value == both["change@213/2016-2018"].value == -30


def test_nothing_is_subtracted_from_a_start_under_another_standard(evaluated):
    of_start = definition("since_start", "difference", "poor_households", between="start", comparable_within="standard")
    value = evaluated(of_start, reviews=[review(10, 2000)], start=[OPENING | {"standard_id": OLD}])[
        "since_start@213/2016-2018"
    ]
    assert (value.value, value.status) == (None, ValueStatus.NOT_COMPARABLE)
