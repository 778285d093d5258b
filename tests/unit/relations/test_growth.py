"""Average yearly changes: amounts, compound growth, and what leaves them open."""

from fractions import Fraction

import pytest

from poverty_evaluation.relations import AverageDifference, AverageGrowth, State, Stated


def exact(value):
    return Stated("x", Fraction(value))


def per_cent(printed, decimals):
    return Stated("p", Fraction(printed) / 100, Fraction(1, 2 * 10 ** (decimals + 2)))


@pytest.mark.parametrize(
    ("before", "after", "years", "change", "agrees"),
    [("300", "100", 4, "-50", True), ("300", "100", 4, "-60", False), ("1200", "1500", 3, "100", True)],
)
def test_the_difference_over_the_years(before, after, years, change, agrees):
    assert AverageDifference(exact(before), exact(after), years, exact(change)).check().agrees is agrees


@pytest.mark.parametrize(
    ("before", "after", "years", "change", "compound", "agrees"),
    [
        ("20", "29.3", 4, per_cent("10", 0), True, True),  # 1,1⁴ = 1,4641
        ("1200", "1500", 3, per_cent("7.7", 1), True, True),
        ("1200", "1500", 3, per_cent("8.3", 1), True, False),
        ("1200", "1500", 3, per_cent("8.3", 1), False, True),  # 25% over three years
    ],
)
def test_growth_over_the_years(before, after, years, change, compound, agrees):
    assert AverageGrowth(exact(before), exact(after), years, change, compound).check().agrees is agrees


def test_what_is_missing_leaves_it_open():
    assert AverageGrowth(None, exact(5), 3, per_cent("5", 0)).check().state is State.UNVERIFIABLE
    assert AverageGrowth(exact(0), exact(5), 3, per_cent("5", 0)).check().state is State.UNVERIFIABLE
    assert AverageDifference(exact(5), exact(5), 0, exact(0)).check().state is State.UNVERIFIABLE
