"""Precision, hedges and missing figures in the arithmetic of agreement."""

from fractions import Fraction

import pytest

from poverty_evaluation.relations import (
    AtMost,
    Difference,
    FlowIdentity,
    Product,
    RelativeChange,
    SameFact,
    Share,
    State,
    Stated,
    SumOfParts,
    UnitCost,
    denominator_bounds,
)
from poverty_evaluation.relations.intervals import Interval
from poverty_evaluation.vocabulary.choices import Qualifier

AT_LEAST, AT_MOST = Qualifier.LOWER_BOUND, Qualifier.UPPER_BOUND
ABOUT, ABOUT_AT_LEAST = Qualifier.ESTIMATE, Qualifier.ESTIMATED_LOWER_BOUND


def figure(value, half_step=0, qualifier=Qualifier.EXACT):
    return Stated("f", Fraction(value), Fraction(half_step), qualifier, str(value))


def rate(percent, decimals=2):
    return Stated("r", Fraction(percent) / 100, Fraction(1, 2 * 10 ** (decimals + 2)), as_printed=f"{percent}%")


@pytest.mark.parametrize(
    ("part", "whole", "printed", "decimals", "state"),
    [
        (18_160, 297_899, "6.10", 2, State.HOLDS_ROUNDED),
        (13_455, 297_899, "4.52", 2, State.HOLDS_ROUNDED),
        (72_895, 297_899, "24.40", 2, State.CONTRADICTION),
        (1_538, 10_000, "15.40", 2, State.HOLDS_COARSER),
        (1_538, 10_000, "15.4", 1, State.HOLDS_ROUNDED),
        (1_538, 10_000, "15.38", 2, State.HOLDS),
        (1_532, 10_000, "15.40", 2, State.CONTRADICTION),
        (38, 100, "40", 0, State.CONTRADICTION),
        (1, 8, "12.5", 1, State.HOLDS),
        (125, 10_000, "1.3", 1, State.HOLDS_ROUNDED),
        (125, 10_000, "1.2", 1, State.CONTRADICTION),
    ],
)
def test_share_with_printed_precision(part, whole, printed, decimals, state):
    assert Share(figure(part), figure(whole), rate(printed, decimals)).check().state is state


def test_share_of_rounded_money_uses_the_precision_of_the_money():
    tenth = Fraction(1, 20)
    assert Share(figure("119.1", tenth), figure("250.4", tenth), rate("47.6", 1)).check().agrees
    assert Share(figure("119.1", tenth), figure("250.4", tenth), rate("47.60")).check().agrees
    assert Share(figure("119.1", tenth), figure("250.4", tenth), rate("47.70")).check().state is State.CONTRADICTION


@pytest.mark.parametrize("whole", [0, -5])
def test_share_of_nothing_cannot_be_verified(whole):
    assert Share(figure(1), figure(whole), rate("1.00")).check().state is State.UNVERIFIABLE
    assert RelativeChange(figure(whole), figure(1), rate("1.00")).check().state is State.UNVERIFIABLE


@pytest.mark.parametrize(
    ("whole", "parts", "state"),
    [
        (figure(100), (figure(60), figure(40)), State.HOLDS),
        (figure(100), (figure(60), figure(41)), State.CONTRADICTION),
        (figure("100.1", "0.05"), (figure("60.04", "0.005"), figure("40.02", "0.005")), State.HOLDS_ROUNDED),
        (figure(100, 0, AT_LEAST), (figure(60), figure(45)), State.HOLDS),
        (figure(100, 0, AT_LEAST), (figure(60), figure(35)), State.CONTRADICTION),
        (figure(100, 0, AT_MOST), (figure(60), figure(35)), State.HOLDS),
        (figure(100, 0, AT_MOST), (figure(60), figure(45)), State.CONTRADICTION),
        (figure(100), (figure(60), figure(30, 0, AT_LEAST)), State.UNVERIFIABLE),
        (figure(100), (figure(60), figure(45, 0, AT_LEAST)), State.CONTRADICTION),
        (figure(100, 0, AT_LEAST), (figure(80), figure(30, 0, AT_LEAST)), State.HOLDS),
        (figure(100), (figure(60), figure(45, 0, AT_MOST)), State.UNVERIFIABLE),
        (figure(550, 0, ABOUT), (figure(540),), State.UNVERIFIABLE),
        (figure(550, 0, ABOUT), (figure(550),), State.HOLDS),
        (figure(550, 0, ABOUT), (figure(55),), State.LIKELY),
        (figure(100), (figure(60), figure(80, 0, ABOUT)), State.LIKELY),
        (figure(100, 0, ABOUT_AT_LEAST), (figure(300),), State.UNVERIFIABLE),
        (figure(100, 0, ABOUT_AT_LEAST), (figure(50),), State.LIKELY),
    ],
)
def test_complete_sums(whole, parts, state):
    assert SumOfParts(whole, parts, complete=True).check().state is state


@pytest.mark.parametrize(
    ("whole", "parts", "state"),
    [
        (figure(100), (figure(60),), State.HOLDS),
        (figure(100), (figure(100),), State.HOLDS),
        (figure(100), (figure(60), figure(41)), State.CONTRADICTION),
        (figure("100.0", "0.05"), (figure("60.02", "0.005"), figure("40.01", "0.005")), State.HOLDS_ROUNDED),
        (figure(100, 0, AT_MOST), (figure(101),), State.CONTRADICTION),
        (figure(100), (figure(101, 0, AT_MOST),), State.UNVERIFIABLE),
        (figure(100), (figure(101, 0, AT_LEAST),), State.CONTRADICTION),
        (figure(100), (figure(105, 0, ABOUT),), State.UNVERIFIABLE),
        (figure(100), (figure(150, 0, ABOUT),), State.LIKELY),
        (figure(100, 0, ABOUT_AT_LEAST), (figure(150),), State.UNVERIFIABLE),
    ],
)
def test_incomplete_sums(whole, parts, state):
    assert SumOfParts(whole, parts, complete=False).check().state is state


@pytest.mark.parametrize("complete", [True, False])
def test_a_sum_over_a_missing_part_is_at_least(complete):
    verdict = SumOfParts(figure(100), (figure(60), None), complete).check()
    assert verdict.state is State.UNVERIFIABLE
    assert (verdict.computed_low, verdict.computed_high, verdict.difference) == (60, None, None)
    assert verdict.detail == "60 + ?"
    assert SumOfParts(figure(50), (figure(60), None), complete).check().state is State.CONTRADICTION


@pytest.mark.parametrize(
    "relation",
    [
        SumOfParts(None, (figure(1),), complete=True),
        SumOfParts(figure(1), (None,), complete=True),
        SumOfParts(figure(1), (), complete=False),
        AtMost(None, figure(1)),
        AtMost(figure(1), None),
        Product((figure(1), None), figure(1)),
        Product((), figure(1)),
        FlowIdentity(figure(1), (None,), (), figure(1)),
        FlowIdentity(None, (), (), None),
        Share(None, figure(1), rate("1.00")),
        Difference(figure(1), None, figure(1)),
        RelativeChange(figure(1), figure(1), None),
        SameFact(figure(1), None),
        UnitCost(None, figure(1), (Fraction(1),)),
        UnitCost(figure(1), figure(1), ()),
        UnitCost(figure(1), figure(0), (Fraction(1),)),
    ],
)
def test_a_missing_figure_leaves_the_relation_open(relation):
    assert relation.check().state is State.UNVERIFIABLE


def test_flow_identity():
    assert (
        FlowIdentity(figure(538), (figure(300),), (figure(100), figure(18)), figure(356)).check().state is State.HOLDS
    )
    verdict = FlowIdentity(figure(538), (figure(182),), (figure(10),), figure(356)).check()
    assert (verdict.state, verdict.computed, verdict.detail) == (State.CONTRADICTION, 366, "538 - 182 + 10")
    hedged = FlowIdentity(figure(538), (figure(180, 0, AT_LEAST),), (), figure(356)).check()
    assert hedged.state is State.UNVERIFIABLE


def test_a_fall_hedged_upwards_is_bounded_the_other_way():
    assert figure(100, 0, AT_LEAST).as_fall() == figure(100, 0, AT_MOST).as_fall().__class__(
        "f", Fraction(-100), Fraction(0), AT_MOST, "100"
    )
    assert Difference(figure(538), figure(356), figure(180, 0, AT_LEAST).as_fall()).check().state is State.HOLDS
    assert Difference(figure(538), figure(356), figure(190, 0, AT_LEAST).as_fall()).check().state is State.CONTRADICTION


@pytest.mark.parametrize("slip", [1000, 1000**2])
def test_a_slip_of_the_unit_is_a_factor_of_a_thousand_or_a_million(slip):
    for amount, reading in ((2 * slip, 2), (Fraction(2, slip), 2)):
        verdict = UnitCost(figure(amount), figure(1), (Fraction(1), Fraction(3))).check()
        assert (verdict.state, verdict.reading) == (State.CONTRADICTION, reading)


def test_cost_far_off_without_a_reading_is_only_likely():
    assert UnitCost(figure(30_000), figure(1), (Fraction(1), Fraction(2))).check().state is State.LIKELY
    assert UnitCost(figure(99), figure(1), (Fraction(1),)).check().state is State.HOLDS


@pytest.mark.parametrize(
    ("count", "percent", "decimals", "words"),
    [(0, "1.36", 2, "does not bound"), (5, "0.00", 2, "prints as zero"), (3, "99.99", 2, "no whole number")],
)
def test_denominators_that_cannot_be_bounded(count, percent, decimals, words):
    with pytest.raises(ValueError, match=words):
        denominator_bounds(count, Fraction(percent) / 100, decimals)


def test_negative_precision_is_refused():
    with pytest.raises(ValueError, match="half_step of f is negative"):
        figure(1, -1)


@pytest.mark.parametrize(
    ("value", "inside", "outside"), [("1.3", "1.25", "1.35"), ("-1.3", "-1.25", "-1.35"), ("0.0", "0.04", "0.05")]
)
def test_half_goes_away_from_zero(value, inside, outside):
    printed = figure(value, "0.05").printed
    assert Interval.point(Fraction(inside)).within(printed)
    assert not Interval.point(Fraction(outside)).meets(printed)


def test_product_of_intervals_keeps_what_is_open():
    assert Interval(Fraction(1), Fraction(2), True, False) * Interval(Fraction(-3), Fraction(4)) == Interval(
        Fraction(-6), Fraction(8)
    )
    assert Interval(Fraction(2), None) * Interval(Fraction(3), Fraction(4), True) == Interval(Fraction(6), None, True)
    assert Interval(Fraction(-1), None) * Interval(Fraction(3), Fraction(4)) == Interval(None, None)
