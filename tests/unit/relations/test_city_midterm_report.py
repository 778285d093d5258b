"""The arithmetical statements of the city's mid-term report 2016-2018, each with the verdict an examiner reaches."""

from fractions import Fraction

import pytest

from poverty_evaluation.relations import (
    AtMost,
    Carried,
    CountOfListed,
    Difference,
    Product,
    RelativeChange,
    SameFact,
    Share,
    State,
    Stated,
    SumOfParts,
    UnitCost,
    WordsAgainstDigits,
    denominator_bounds,
)
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

MILLION = 10**6
BILLION = 10**9


def count(value, qualifier=Qualifier.EXACT):
    return Stated(str(value), Fraction(value), qualifier=qualifier)


def percent(text, qualifier=Qualifier.EXACT):
    return _printed(text, Fraction(1, 100), qualifier)


def million(text, qualifier=Qualifier.EXACT):
    return _printed(text, Fraction(MILLION), qualifier)


def billion(text, qualifier=Qualifier.EXACT):
    return _printed(text, Fraction(BILLION), qualifier)


def _printed(text, unit, qualifier):
    digits = text.replace(".", "")
    decimals = len(digits.split(",")[1]) if "," in digits else 0
    value = Fraction(digits.replace(",", "."))
    return Stated(text, value * unit, unit / (2 * 10**decimals), qualifier, text)


POOR_BEFORE, POOR_AFTER = count(538), count(356)
RATE_BEFORE, RATE_AFTER = percent("1,36"), percent("0,85")


def test_fall_of_poor_households_contradicts_the_two_stocks():
    verdict = Difference(POOR_BEFORE, POOR_AFTER, count(952).as_fall()).check()
    assert verdict.state is State.CONTRADICTION
    assert verdict.kind is FindingKind.DIFFERENCE
    assert verdict.computed == -182
    assert verdict.difference == -770
    assert verdict.detail == "356 - 538"


def test_fall_of_poor_households_exceeds_the_opening_stock():
    assert AtMost(count(952), POOR_BEFORE).check().state is State.CONTRADICTION


def test_true_fall_holds():
    assert Difference(POOR_BEFORE, POOR_AFTER, count(182).as_fall()).check().state is State.HOLDS
    assert RelativeChange(POOR_BEFORE, POOR_AFTER, percent("33,83").as_fall()).check().state is State.HOLDS_ROUNDED


def test_fall_of_the_rate_contradicts_the_two_rates():
    verdict = Difference(RATE_BEFORE, RATE_AFTER, percent("2,69").as_fall()).check()
    assert verdict.state is State.CONTRADICTION
    assert verdict.computed == Fraction(-51, 10000)
    assert (verdict.computed_low, verdict.computed_high) == (Fraction(-52, 10000), Fraction(-50, 10000))


@pytest.mark.parametrize(
    ("change", "state"), [("0,51", State.HOLDS), ("0,5", State.HOLDS_ROUNDED), ("0,53", State.CONTRADICTION)]
)
def test_fall_of_the_rate(change, state):
    assert Difference(RATE_BEFORE, RATE_AFTER, percent(change).as_fall()).check().state is state


def test_relative_fall_of_the_rate():
    assert RelativeChange(RATE_BEFORE, RATE_AFTER, percent("37,50").as_fall()).check().state is State.HOLDS


def test_training_money_of_2016_contradicts_its_words_and_that_of_2017_agrees():
    words = Stated("words", Fraction(22 * MILLION))
    wrong = WordsAgainstDigits(words, Stated("digits", Fraction(13 * MILLION))).check()
    assert (wrong.state, wrong.kind, wrong.difference) == (State.CONTRADICTION, FindingKind.WORDS, -9 * MILLION)
    assert WordsAgainstDigits(words, Stated("digits", Fraction(22 * MILLION))).check().state is State.HOLDS


LOANS = (billion("41,395"), billion("23,348"), million("667,2"), billion("17,088"), million("653,1"))


def test_womens_union_total_is_below_each_part_when_its_unit_is_taken_literally():
    literal = million("83,020")
    assert SumOfParts(literal, LOANS, complete=False).check().state is State.CONTRADICTION
    for part in (LOANS[1], LOANS[2], LOANS[3], LOANS[4]):
        assert AtMost(part, literal).check().state is State.CONTRADICTION


def test_womens_union_parts_exceed_the_total_even_in_the_right_unit():
    verdict = SumOfParts(billion("83,020"), LOANS, complete=False).check()
    assert verdict.state is State.CONTRADICTION
    assert verdict.difference == Fraction(-1313, 10) * MILLION
    assert verdict.detail == "41,395 + 23,348 + 667,2 + 17,088 + 653,1"


def test_loan_per_household_shows_the_slip_of_the_unit():
    usual = (Fraction(18 * MILLION), Fraction(15700, 957) * MILLION)
    verdict = UnitCost(million("41,395"), count(2275), usual).check()
    assert (verdict.state, verdict.kind) == (State.CONTRADICTION, FindingKind.UNIT)
    assert verdict.reading == 41_395 * MILLION
    assert UnitCost(billion("41,395"), count(2275), usual).check().state is State.HOLDS


def test_gift_for_poor_households_is_probably_wrong():
    near_poor = Fraction(4553, 10) * MILLION / 1476
    assert UnitCost(million("2697,15"), count(1986), (), (near_poor,)).check().state is State.LIKELY
    assert UnitCost(million("697,15"), count(1986), (), (near_poor,)).check().state is State.HOLDS


def test_comma_that_is_a_decimal_comma_is_left_alone():
    gift = Fraction(300_000)
    assert UnitCost(million("38,750"), count(285), (gift,)).check().state is State.HOLDS
    wrong = UnitCost(million("38.750"), count(285), (gift,)).check()
    assert (wrong.state, wrong.reading) == (State.CONTRADICTION, Fraction(3875, 100) * MILLION)


def test_rice_told_twice_is_one_fact():
    verdict = SameFact(count(36_000), count(36_000)).check()
    assert (verdict.state, verdict.kind) == (State.HOLDS, FindingKind.DUPLICATE)
    assert SameFact(count(36_000), count(63_000)).check().state is State.CONTRADICTION


def test_houses_sum_and_multiply():
    houses = (count(11), count(18), count(6))
    money = tuple(Stated(str(n), Fraction(n * MILLION)) for n in (110, 144, 36))
    assert SumOfParts(count(35), houses, complete=True).check().state is State.HOLDS
    assert SumOfParts(Stated("all", Fraction(290 * MILLION)), money, complete=True).check().state is State.HOLDS
    for number, norm, amount in zip(houses, (10, 8, 6), money, strict=True):
        per_house = Stated("norm", Fraction(norm * MILLION))
        assert Product((number, per_house), amount).check().state is State.HOLDS


@pytest.mark.parametrize(
    ("number", "norm", "amount"),
    [(42, 10 * MILLION, million("420")), (298, 300_000, million("89,4")), (150, 18 * MILLION, billion("2,7")),
     (5, 38 * MILLION, million("190")), (6, 21_500_000, million("129")), (316, 150_000, million("47,4")),
     (13_596, 49_000, million("666,204"))],
)  # fmt: skip
def test_products_that_hold(number, norm, amount):
    assert Product((count(number), count(norm)), amount).check().state is State.HOLDS


def test_rice_by_household():
    assert Product((count(316), count(10)), count(3160)).check().state is State.HOLDS
    assert AtMost(count(316), count(1100)).check().state is State.HOLDS
    assert AtMost(million("47,4"), million("197,9")).check().state is State.HOLDS
    assert AtMost(million("119,1"), million("250,4")).check().state is State.HOLDS


def test_gifts_stay_below_a_total_that_is_only_a_lower_bound():
    total = Stated("gifts", Fraction(40_000), Fraction(500), Qualifier.LOWER_BOUND, "trên 40")
    assert SumOfParts(total, (count(1986), count(1476)), complete=False).check().state is State.HOLDS
    assert SumOfParts(total, (count(30_986), count(14_760)), complete=False).check().state is State.HOLDS


def test_support_of_at_least_two_million_each():
    at_least = count(2 * MILLION, Qualifier.LOWER_BOUND)
    assert Product((count(86), at_least), million("208,1")).check().state is State.UNVERIFIABLE
    assert Product((count(105), at_least), million("208,1")).check().state is State.CONTRADICTION


def test_counts_of_what_is_listed():
    assert CountOfListed(count(4), 4).check().state is State.HOLDS
    wrong = CountOfListed(count(45), 42).check()
    assert (wrong.state, wrong.kind, wrong.difference) == (State.CONTRADICTION, FindingKind.COUNT, 3)


def test_whole_unions_are_hundred_per_cent():
    assert Share(count(16), count(16), percent("100")).check().state is State.HOLDS
    assert Share(count(155), count(155), percent("100")).check().state is State.HOLDS


def test_rates_bound_the_households_that_were_not_printed():
    assert denominator_bounds(538, RATE_BEFORE.value, 2) == (39_414, 39_704)
    assert denominator_bounds(356, RATE_AFTER.value, 2) == (41_638, 42_130)
    for households in (39_414, 39_704):
        assert Share(POOR_BEFORE, count(households), RATE_BEFORE).check().agrees
    for households in (39_413, 39_705):
        assert Share(POOR_BEFORE, count(households), RATE_BEFORE).check().state is State.CONTRADICTION


def test_closing_is_the_next_opening():
    assert Carried(POOR_AFTER, count(356)).check().state is State.HOLDS
    verdict = Carried(POOR_AFTER, count(538)).check()
    assert (verdict.state, verdict.kind) == (State.CONTRADICTION, FindingKind.IDENTITY)
