"""Cách viết số trong phát hiện: numbers of a recomputation, written as the readers of a finding know them.

`quote` and `computed` of a finding are in Vietnamese format; each of its messages is in the format of its language.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from poverty_evaluation.ingest.checks.figures import Figure
from poverty_evaluation.vocabulary.choices import FigureKind, Qualifier
from poverty_evaluation.vocabulary.quantities import write_money, write_number, write_percent

#: The hedge of a figure in English; in Vietnamese a figure is told as it was printed.
_HEDGES_EN: Mapping[Qualifier, str] = {
    Qualifier.EXACT: "",
    Qualifier.LOWER_BOUND: "over ",
    Qualifier.UPPER_BOUND: "under ",
    Qualifier.ESTIMATE: "an estimated ",
    Qualifier.ESTIMATED_LOWER_BOUND: "over an estimated ",
}
_OTHER_SEPARATORS = str.maketrans(".,", ",.")


def amount(value: Fraction, like: Figure, language: str = "vi") -> str:
    """A value of the same kind as `like`, with its unit."""
    if like.kind in (FigureKind.MONEY, FigureKind.WORDS):
        return write_money(value, language)
    if like.unit_code == "ratio" or like.kind is FigureKind.RATE:
        return write_percent(value, 2, language)
    return f"{count(value, language)} {_unit(value, like, language)}".strip()


def _unit(value: Fraction, like: Figure, language: str) -> str:
    if language != "en":
        return like.unit_name
    return _one(like) if abs(value) == 1 else like.unit_name_en


def _one(like: Figure) -> str:
    """A unit in the singular, which its code is in English."""
    return like.unit_code.replace("_", " ")


def told(figure: Figure, language: str = "vi") -> str:
    """A figure as a message tells it: as printed in Vietnamese, as read in English."""
    if language != "en":
        return figure.quote
    if figure.value is None:
        return f"“{figure.quote}”"
    return f"{_HEDGES_EN[figure.qualifier]}{amount(figure.value, figure, language)}"


def count(value: Fraction, language: str = "vi") -> str:
    return write_number(value, 0 if value.denominator == 1 else 2, language, trim=True)


def in_text(value: Fraction | int) -> str:
    """A count in running Vietnamese text: below ten with a leading zero."""
    written = count(Fraction(value))
    return f"0{written}" if 0 < value < 10 and Fraction(value).denominator == 1 else written


def dong(value: Fraction, language: str = "vi") -> str:
    """An amount of money to the đồng."""
    written = write_number(value, 0, language)
    return f"VND {written}" if language == "en" else f"{written} đồng"


def per_one(value: Fraction, base: Figure, language: str = "vi") -> str:
    """An amount of money for one of what it is divided by."""
    one = f" per {_one(base)}" if language == "en" else f"/{base.unit_name}"
    return f"{dong(value, language)}{one}"


def in_english(readings: str) -> str:
    """The readings that a number may have, given in Vietnamese format."""
    return readings.translate(_OTHER_SEPARATORS)
