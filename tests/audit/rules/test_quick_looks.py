"""Nhìn nhanh: a quick look never refuses what the exact arithmetic lets agree, and refuses what is plainly off."""

import random
import re
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.lexicon import begun, first_digit
from poverty_evaluation.audit.rules.tables.grid import Cell
from poverty_evaluation.audit.rules.tables.quick_looks import is_far_quotient, is_far_sum
from poverty_evaluation.relations import RelativeChange, Share, SumOfParts
from poverty_evaluation.vocabulary.choices import Qualifier


def cell(value, decimals=0, measure=Measure.COUNT, qualifier=Qualifier.EXACT):
    """A number printed with so many decimals; a per cent as a fraction of 1."""
    scale = 100 if measure is Measure.PERCENT else 1
    printed = Fraction(round(Fraction(value) * scale * 10**decimals), scale * 10**decimals)
    half = Fraction(1, 2 * scale * 10**decimals) if decimals or scale > 1 else Fraction(0)
    figure = Figure(
        index=0, start=0, end=0, number_end=0, text="", measure=measure, value=abs(printed), half_step=half, unit="",
        noun=(), label="", qualifier=qualifier, per="", block=0, sentence=0, clause=0, notation=Notation.PLAIN,
        decimals=decimals, factor=Fraction(1),
    )  # fmt: skip
    return Cell(figure, 0, 0, half, -1 if printed < 0 else 1)


def told(one):
    return one.stated(one.figure.stated())


def test_no_sum_that_agrees_is_refused():
    chance = random.Random(7)
    agreed = refused = 0
    for _ in range(600):
        decimals = chance.choice((0, 0, 1, 2))
        values = [Fraction(chance.randint(0, 40_000), 100) for _ in range(chance.randint(2, 5))]
        parts = [cell(value, decimals) for value in values]
        whole = cell(sum(values) + Fraction(chance.choice((0, 0, 0, 1, -3, 60)), 100), chance.choice((0, decimals)))
        agrees = SumOfParts(told(whole), tuple(map(told, parts)), True).check().agrees
        is_far = is_far_sum(whole, parts)
        assert not (agrees and is_far)
        agreed, refused = agreed + agrees, refused + is_far
    assert agreed > 50
    assert refused > 50


def test_no_quotient_that_agrees_is_refused():
    chance = random.Random(11)
    agreed = refused = 0
    for _ in range(600):
        part, whole = cell(chance.randint(0, 900), chance.choice((0, 1))), cell(chance.randint(1, 900))
        less, is_fall = chance.choice(((0, False), (1, False), (1, True)))
        value = part.value / whole.value - less
        measure = chance.choice((Measure.PERCENT, Measure.COUNT))
        slip = Fraction(chance.choice((0, 0, 0, 1, 40, -2_000)), 10_000)
        printed = (-value if is_fall else value) + slip
        rate = cell(printed if measure is Measure.PERCENT else 100 * printed, chance.choice((0, 1, 2)), measure)
        said = rate.as_rate(rate.figure.stated())
        said = said.as_fall() if is_fall else said
        relation = RelativeChange(told(whole), told(part), said) if less else Share(told(part), told(whole), said)
        agrees, is_far = relation.check().agrees, is_far_quotient(rate, part, whole, less, is_fall)
        assert not (agrees and is_far)
        agreed, refused = agreed + agrees, refused + is_far
    assert agreed > 50
    assert refused > 50


def test_what_is_hedged_is_left_to_the_arithmetic():
    about = cell(100, qualifier=Qualifier.LOWER_BOUND)
    assert not is_far_sum(about, [cell(900), cell(50)])
    assert not is_far_quotient(cell(90, 1, Measure.COUNT), about, cell(900))
    assert is_far_sum(cell(100), [cell(900), cell(50)])
    assert is_far_quotient(cell(90, 1, Measure.COUNT), cell(100), cell(900))


def test_words_and_digits_are_found_as_with_a_look_behind_in_front():
    text = "ngày 5, mồngngày 6 ngày 7\nxngày 8 mồng 9; 12/3 1.12/3, 45"
    word = re.compile(begun("ngày|mồng") + r"\s+\d")
    assert [found.span() for found in word.finditer(text)] == [
        found.span() for found in re.finditer(r"(?<!\w)(?:ngày|mồng)\s+\d", text)
    ]
    digit = re.compile(first_digit(r"(?<![\w.,/])") + r"\d?")
    assert [found.span() for found in digit.finditer(text)] == [
        found.span() for found in re.finditer(r"(?<![\w.,/])\d{1,2}", text)
    ]
