"""Cách viết số: exact numbers to the text a reader sees, 1.234,50 in Vietnamese and 1,234.50 in English."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from poverty_evaluation.vocabulary.choices import Language

_MILLION = 10**6
_SCALES_VI = {1: "", 10**3: "nghìn ", _MILLION: "triệu ", 10**9: "tỷ ", 10**12: "nghìn tỷ "}
_SCALES_EN = {1: "", 10**3: " thousand", _MILLION: " million", 10**9: " billion", 10**12: " trillion"}


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Làm tròn: the nearest number with that many decimals, a half going away from zero."""
    if decimals < 0:
        tens = Fraction(10) ** -decimals
        return round_half_up(value / tens, 0) * tens
    return Fraction(rounded_steps(value, decimals), 10**decimals)


def rounded_steps(value: Fraction | Decimal | int, decimals: int) -> int:
    """The same as a count of the steps that so many decimals have: 1.235 to two decimals is 124."""
    exact = Fraction(value) if isinstance(value, Decimal) else value
    numerator, denominator = abs(int(exact.numerator)), int(exact.denominator)
    steps: int = (2 * numerator * 10**decimals + denominator) // (2 * denominator)
    return -steps if value < 0 else steps


def group_digits(digits: str, separator: str) -> str:
    """Digits in groups of three counted from the right."""
    first = len(digits) % 3
    groups = ([digits[:first]] if first else []) + [digits[at : at + 3] for at in range(first, len(digits), 3)]
    return separator.join(groups)


def write_number(
    value: Fraction | Decimal | int, decimals: int, language: str = "vi", trim: bool = False, signed: bool = False
) -> str:
    """The number rounded half up to `decimals`; `trim` drops trailing zeros, `signed` writes "+" above zero."""
    if isinstance(value, float):
        raise TypeError(f"numbers are written from exact values, not from the float {value!r}")
    if decimals < 0:
        raise ValueError(f"decimals must not be negative: {decimals}")
    group, point = (",", ".") if Language(language) is Language.EN else (".", ",")
    rounded = rounded_steps(value, decimals)
    digits = str(abs(rounded)).rjust(decimals + 1, "0")
    whole, part = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if trim:
        part = part.rstrip("0")
    sign = "-" if rounded < 0 else "+" if signed and rounded > 0 else ""
    return sign + group_digits(whole, group) + (point + part if part else "")


def write_percent(ratio: Fraction, decimals: int, language: str = "vi") -> str:
    """A fraction of 1 as per cent: 0.0136 is "1,36%"."""
    return f"{write_number(ratio * 100, decimals, language)}%"


def write_points(difference: Fraction, decimals: int, language: str = "vi") -> str:
    """A difference of two rates, a fraction of 1, in percentage points, with the sign it has."""
    unit = "percentage points" if Language(language) is Language.EN else "điểm phần trăm"
    return f"{write_number(difference * 100, decimals, language)} {unit}"


def write_money(
    vnd: Fraction | int, language: str = "vi", scale: int = _MILLION, unit: bool = True, max_decimals: int = 3
) -> str:
    """Số tiền: an amount of đồng in the scale asked for, trailing zeros dropped.

    With its unit, and in the customary scale of million, less than a million is written in whole đồng. Without
    its unit the number always counts `scale`, since the heading that names the unit holds for the whole column.
    """
    if scale not in _SCALES_VI:
        raise ValueError(f"no name for the scale {scale}; known: {', '.join(map(str, _SCALES_VI))}")
    if unit and scale == _MILLION and -_MILLION < vnd < _MILLION:
        scale = 1
    decimals = 0 if scale == 1 else max_decimals
    number = write_number(vnd if scale == 1 else Fraction(vnd, scale), decimals, language, trim=True)
    if not unit:
        return number
    if Language(language) is Language.EN:
        return f"VND {number}{_SCALES_EN[scale]}"
    return f"{number} {_SCALES_VI[scale]}đồng"
