"""Gõ sai một chữ số: whether one slip of the keyboard turns a printed figure into another value."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure


def is_misprint(figure: Figure, value: Fraction) -> bool:
    """Whether one digit, or two neighbours exchanged, turn the printed figure into the value."""
    if value <= 0:
        return False
    printed, other = _digits(figure.known / figure.factor, figure), _digits(value / figure.factor, figure)
    if len(printed) != len(other) or not printed:
        return False
    differing = [at for at, (one, two) in enumerate(zip(printed, other, strict=True)) if one != two]
    if len(differing) == 1:
        return True
    return len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(printed) == sorted(other)


def is_one_slip(whole: Figure, parts: Sequence[Figure], total: Fraction) -> bool:
    """Whether a misprint of the whole or of one part explains that the parts do not make it."""
    if is_misprint(whole, total):
        return True
    return any(is_misprint(part, whole.known - total + part.known) for part in parts)


def _digits(number: Fraction, figure: Figure) -> str:
    scaled = number * 10**figure.decimals
    return str(scaled.numerator) if scaled.denominator == 1 else ""
