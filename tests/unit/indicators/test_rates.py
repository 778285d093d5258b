"""Tỷ lệ: computed from counts, else carried as published, with the denominators it allows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

from .rows import WARD, activity, definition, review

RATE = definition(
    "rate", "ratio", "poor_households", "total_households", unit="ratio", published_as="poverty_ratio_printed"
)
BOUNDS = definition("total", "bounds", "poor_households", "rate", decimals=0)
WHEN = "@213/2017-12-31"
UNREADABLE = (None, {"status": "unreadable", "as_printed": "2.2.839"})
PRINTED = ("0.0085", {"decimals": 2, "as_printed": "0,85%"})


def test_a_rate_is_exact_and_rests_on_both_counts(evaluated):
    rate = evaluated(RATE, reviews=[review(356, 41_870, PRINTED)])[f"rate{WHEN}"]
    assert (rate.value, rate.status) == (Fraction(356, 41_870), ValueStatus.COMPUTED)
    assert (rate.as_printed, rate.formula) == ("0,85%", "poor_households / total_households")
    assert rate.operands == (f"poor_households{WHEN}", f"total_households{WHEN}")
    assert [cell.column for cell in rate.sources] == ["poor_households", "total_households"]


@pytest.mark.parametrize("total", [None, UNREADABLE])
def test_without_a_usable_denominator_the_rate_stands_as_published(evaluated, total):
    rate = evaluated(RATE, reviews=[review(356, total, PRINTED)])[f"rate{WHEN}"]
    assert (rate.value, rate.status, rate.operands) == (Fraction(85, 10_000), ValueStatus.AS_PUBLISHED, ())
    assert (rate.as_printed, rate.decimals) == ("0,85%", 2)
    assert [cell.column for cell in rate.sources] == ["poverty_ratio_printed"]
    assert rate.formula == "household_review.poverty_ratio_printed"


def test_a_hedged_published_rate_keeps_its_hedge_and_a_disputed_one_its_dispute(evaluated):
    hedged = ("0.01", {"qualifier": "upper_bound", "as_printed": "dưới 1%"})
    disputed = ("0.01", {"status": "disputed", "as_printed": "1,0"})
    assert evaluated(RATE, reviews=[review(356, None, hedged)])[f"rate{WHEN}"].qualifier is Qualifier.UPPER_BOUND
    assert evaluated(RATE, reviews=[review(356, None, disputed)])[f"rate{WHEN}"].status is ValueStatus.DISPUTED


def test_an_unreadable_published_rate_has_no_value(evaluated):
    rate = evaluated(RATE, reviews=[review(356, None, UNREADABLE)])[f"rate{WHEN}"]
    assert (rate.value, rate.status, rate.as_printed) == (None, ValueStatus.UNREADABLE, "2.2.839")


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (review(356, 0), ValueStatus.UNDEFINED),
        (review(356), ValueStatus.MISSING),
        (review(UNREADABLE, 41_870), ValueStatus.UNREADABLE),
        (review(356, (None, {"status": "not_collected"})), ValueStatus.NOT_COLLECTED),
    ],
)
def test_a_rate_that_cannot_be_computed_says_why(evaluated, row, status):
    rate = evaluated(RATE, reviews=[row])[f"rate{WHEN}"]
    assert (rate.value, rate.status) == (None, status)


def test_a_disputed_count_makes_the_rate_disputed_and_hedges_count_both_ways(evaluated):
    disputed = (356, {"status": "disputed"})
    assert evaluated(RATE, reviews=[review(disputed, 1000)])[f"rate{WHEN}"].status is ValueStatus.DISPUTED
    over = (1000, {"qualifier": "lower_bound"})
    assert evaluated(RATE, reviews=[review(356, over)])[f"rate{WHEN}"].qualifier is Qualifier.UPPER_BOUND


def test_nothing_is_said_where_the_class_was_not_counted(evaluated):
    assert evaluated(RATE, reviews=[review(None, 1000)]).numbers("rate") == {}


def test_the_city_rate_is_no_mean_of_the_wards(evaluated):
    rows = [review(10, 100, place_code=WARD), review(1, 1000, place_code="07219"), review(11, 1100)]
    assert evaluated(RATE, reviews=rows)[f"rate{WHEN}"].value == Fraction(11, 1100)


def test_bounds_of_the_denominator(evaluated):
    outcome = evaluated(RATE, BOUNDS, reviews=[review(356, None, PRINTED)])
    low, high = outcome[f"total_min{WHEN}"], outcome[f"total_max{WHEN}"]
    assert (low.value, high.value) == (41_638, 42_130)
    assert (low.label_vi, high.label_vi) == ("total (ít nhất)", "total (nhiều nhất)")
    assert low.formula == "min(N: round(poor_households / N, 4) = rate)"
    assert [cell.column for cell in low.sources] == ["poor_households", "poverty_ratio_printed"]


def test_a_rate_that_bounds_nothing_is_undefined_and_a_computed_one_needs_no_bounds(evaluated):
    zero = ("0", {"decimals": 2, "as_printed": "0,00%"})
    outcome = evaluated(RATE, BOUNDS, reviews=[review(3, None, zero)])
    assert {outcome[f"total_{end}{WHEN}"].status for end in ("min", "max")} == {ValueStatus.UNDEFINED}
    assert evaluated(RATE, BOUNDS, reviews=[review(3, 1000, zero)]).numbers("total_min") == {}


def test_shares_of_a_total(evaluated):
    where = {"role": ("money",), "flow": ("grant",)}
    total = definition("total_money", "sum", "activity_figure", where=where, unit="vnd")
    by_group = definition("money", "sum", "activity_figure", where=where, by=("beneficiary_group",), unit="vnd")
    share = definition("money_share", "share", "money", "total_money", unit="ratio")
    rows = [activity("a", 30), activity("b", 10, beneficiary_group="near_poor")]
    outcome = evaluated(share, total, by_group, activities=rows)
    assert outcome.numbers("money_share") == {
        "beneficiary_group=poor": Fraction(3, 4),
        "beneficiary_group=near_poor": Fraction(1, 4),
    }
    nothing = evaluated(share, total, by_group, activities=[activity("a", 0)])
    assert nothing["money_share;beneficiary_group=poor@213/2016-2018"].status is ValueStatus.UNDEFINED
