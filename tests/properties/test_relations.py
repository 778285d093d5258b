"""Whatever was printed from true figures by rounding half-up agrees; what cannot have been, does not."""

import math
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from poverty_evaluation.relations import (
    Difference,
    FlowIdentity,
    Product,
    RelativeChange,
    Share,
    State,
    Stated,
    SumOfParts,
    denominator_bounds,
)

whole_numbers = st.integers(0, 10**9)
amounts = st.fractions(min_value=0, max_value=10**6, max_denominator=1000)
decimals = st.integers(0, 4)


def printed(value: Fraction, places: int) -> Stated:
    """The figure rounded half away from zero to so many decimals."""
    scaled = abs(value) * 10**places
    rounded = Fraction(math.floor(scaled + Fraction(1, 2)), 10**places)
    return Stated("f", rounded if value >= 0 else -rounded, Fraction(1, 2 * 10**places))


@given(st.lists(st.tuples(amounts, decimals), min_size=1, max_size=6), decimals)
def test_rounded_parts_never_contradict_their_rounded_whole(parts, places):
    whole = printed(sum((value for value, _ in parts), Fraction(0)), places)
    figures = tuple(printed(value, own) for value, own in parts)
    assert SumOfParts(whole, figures, complete=True).check().agrees
    assert SumOfParts(whole, figures, complete=False).check().agrees


@given(st.lists(whole_numbers, min_size=1, max_size=6), st.integers(-5, 5), st.randoms(use_true_random=False))
def test_exact_sums_hold_only_when_equal_and_in_any_order(parts, slip, random):
    whole = Stated("w", Fraction(sum(parts) + slip))
    figures = [Stated(str(n), Fraction(part)) for n, part in enumerate(parts)]
    before = SumOfParts(whole, tuple(figures), complete=True).check()
    random.shuffle(figures)
    after = SumOfParts(whole, tuple(figures), complete=True).check()
    assert before.state is (State.HOLDS if slip == 0 else State.CONTRADICTION)
    assert (before.state, before.difference) == (after.state, after.difference)
    assert before.difference == slip


@given(st.integers(0, 10**6), st.integers(1, 10**6), decimals)
def test_a_correctly_rounded_rate_agrees(part, whole, places):
    rate = printed(Fraction(100 * part, whole), places)
    share = Share(
        Stated("p", Fraction(part)), Stated("w", Fraction(whole)), Stated("r", rate.value / 100, rate.half_step / 100)
    )
    assert share.check().state in (State.HOLDS, State.HOLDS_ROUNDED)


@given(amounts, amounts, decimals, decimals, decimals)
def test_rounded_changes_agree(before, after, first, second, third):
    change = Difference(printed(before, first), printed(after, second), printed(after - before, third)).check()
    assert change.agrees
    if before > 0 and printed(before, first).value > printed(before, first).half_step:
        relative = printed((after - before) / before, third)
        assert RelativeChange(printed(before, first), printed(after, second), relative).check().agrees


@given(amounts, amounts, decimals, decimals, decimals)
def test_rounded_products_agree(number, norm, first, second, third):
    assert Product((printed(number, first), printed(norm, second)), printed(number * norm, third)).check().agrees


@given(whole_numbers, whole_numbers, whole_numbers, st.integers(-3, 3))
def test_stock_and_flow(opening, exits, entries, slip):
    figures = [Stated("f", Fraction(value)) for value in (opening, exits, entries, opening - exits + entries + slip)]
    verdict = FlowIdentity(figures[0], (figures[1],), (figures[2],), figures[3]).check()
    assert verdict.state is (State.HOLDS if slip == 0 else State.CONTRADICTION)


@given(st.integers(1, 5000), st.integers(1, 200_000), st.integers(1, 3))
def test_denominators_are_exactly_those_that_give_the_rate(count, households, places):
    rate = printed(Fraction(100 * count, households), places).value / 100
    if rate <= Fraction(1, 2 * 10 ** (places + 2)):
        return
    low, high = denominator_bounds(count, rate, places)
    assert low <= households <= high
    for inside in (low, high):
        assert printed(Fraction(100 * count, inside), places).value / 100 == rate
    assert printed(Fraction(100 * count, high + 1), places).value / 100 != rate
    if low > 1:
        assert printed(Fraction(100 * count, low - 1), places).value / 100 != rate
