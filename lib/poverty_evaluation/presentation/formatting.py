"""Viết số: a Number of the document becomes text in a language and a form. Only scaling and rounding happen here."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.evaluation.blocks import Number, NumberForm
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.vocabulary import quantities
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

DAGGER = "†"
MISSING_SIGN = "…"
NOT_APPLICABLE_SIGN = "x"
SUPPRESSED_SIGN = "(*)"

MONEY_UNIT = "vnd"
RATIO_UNIT = "ratio"
POINTS_UNIT = "pp"

MILLION = 10**6
_HEDGE = re.compile(r"\s*([^\W\d_][^\d]*?)\s*[:]?\s*\d")
_AT_LEAST = ("ít nhất", "tối thiểu", "không dưới")
_CELL_SIGNS = {
    ValueStatus.NOT_APPLICABLE: NOT_APPLICABLE_SIGN,
    ValueStatus.NOT_COMPARABLE: NOT_APPLICABLE_SIGN,
    ValueStatus.UNDEFINED: NOT_APPLICABLE_SIGN,
    ValueStatus.SUPPRESSED: SUPPRESSED_SIGN,
}
_MIRRORED = {
    Qualifier.LOWER_BOUND: Qualifier.UPPER_BOUND,
    Qualifier.UPPER_BOUND: Qualifier.LOWER_BOUND,
    Qualifier.ESTIMATED_LOWER_BOUND: Qualifier.ESTIMATE,
}


def write(number: Number, language: str) -> str:
    """The number as readers see it where it stands, without the mark of a disputed figure (see `mark`)."""
    if number.value is None:
        return _write_absent(number, language)
    if number.form is NumberForm.CELL:
        return cell_hedge(number) + _write_bare(number, number.value, language)
    if number.form is NumberForm.WORDS and language == "vi":
        return _write_words(number, number.value)
    if number.form is NumberForm.MAGNITUDE:
        number = _magnitude(number, number.value)
    assert number.value is not None
    hedge = _hedge_words(number, language)
    text = _write_in_text(number, number.value, language)
    return f"{hedge} {text}" if hedge else text


def mark(number: Number) -> str:
    """The dagger of a figure the office still has to confirm, or nothing."""
    return DAGGER if number.status is ValueStatus.DISPUTED and number.value is not None else ""


def cell_hedge(number: Number) -> str:
    """The sign before a hedged figure in a cell: ≥ at least, > over, < under, ≈ estimated."""
    computed = number.status is ValueStatus.COMPUTED
    match number.qualifier:
        case Qualifier.LOWER_BOUND:
            return "≥ " if computed or _printed_hedge(number) in _AT_LEAST else "> "
        case Qualifier.UPPER_BOUND:
            return "< "
        case Qualifier.ESTIMATE:
            return "≈ "
        case Qualifier.ESTIMATED_LOWER_BOUND:
            return "≥≈ " if computed else ">≈ "
        case _:
            return ""


def exact_decimal(value: Fraction | None, places: int = 12) -> str:
    """The exact decimal for machines: integers as integers, fractions half-up to at most `places`; "" for none."""
    if value is None:
        return ""
    scaled = quantities.rounded_steps(value, places)
    whole, fraction = divmod(abs(scaled), 10**places)
    digits = f"{fraction:0{places}d}".rstrip("0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def is_money(unit: str) -> bool:
    return unit == MONEY_UNIT or unit.startswith("vnd_")


def _write_absent(number: Number, language: str) -> str:
    words = wording(language)
    if number.status is ValueStatus.UNREADABLE and number.as_printed:
        quoted = f"“{number.as_printed}”"
        return quoted if number.form is NumberForm.CELL else f"{quoted} ({words.unreadable})"
    if number.form is NumberForm.CELL:
        return _CELL_SIGNS.get(number.status, MISSING_SIGN)
    return words.absent.get(number.status, "chưa có số liệu" if language == "vi" else "no data")


def _write_bare(number: Number, value: Fraction, language: str) -> str:
    """Digits alone, in the unit of the column."""
    if is_money(number.unit):
        scale = number.money_scale or MILLION
        return quantities.write_money(value, language=language, scale=scale, unit=False)
    if number.unit in (RATIO_UNIT, POINTS_UNIT):
        return quantities.write_number(value * 100, number.decimals, language=language)
    return quantities.write_number(value, number.decimals, language=language)


def _write_in_text(number: Number, value: Fraction, language: str) -> str:
    """Digits with the unit that running text needs: money, rates and points bring theirs, counts do not."""
    if is_money(number.unit):
        return quantities.write_money(value, language=language, scale=number.money_scale or MILLION)
    if number.unit == RATIO_UNIT:
        return quantities.write_percent(value, number.decimals, language)
    if number.unit == POINTS_UNIT:
        return quantities.write_points(value, number.decimals, language)
    text = quantities.write_number(value, number.decimals, language=language)
    is_small_count = number.decimals == 0 and 0 < quantities.round_half_up(value, 0) < 10
    return f"0{text}" if language == "vi" and is_small_count else text


def _write_words(number: Number, value: Fraction) -> str:
    if is_money(number.unit):
        return quantities.write_amount_in_words(int(quantities.round_half_up(value, 0)))
    if value.denominator == 1:
        return quantities.write_words(int(value))
    return _write_in_text(number, value, "vi")


def _magnitude(number: Number, value: Fraction) -> Number:
    """The same number without its sign; what was at most becomes at least."""
    if value >= 0:
        return number
    return replace(number, value=-value, qualifier=_MIRRORED.get(number.qualifier, number.qualifier))


def _hedge_words(number: Number, language: str) -> str:
    """The hedge in words: the office's own where a received figure is told in Vietnamese."""
    if language == "vi" and number.status is not ValueStatus.COMPUTED and number.qualifier is not Qualifier.EXACT:
        told = _printed_hedge(number)
        if told:
            return told
    words = wording(language)
    is_at_least = number.status is ValueStatus.COMPUTED or _printed_hedge(number) in _AT_LEAST
    hedges = words.hedges_computed if is_at_least else words.hedges_given
    return hedges.get(number.qualifier, "")


def _printed_hedge(number: Number) -> str:
    """The words in front of a figure as it was printed: "ít nhất" of "ít nhất 2.000.000"; empty when there are none."""
    printed = _HEDGE.match(number.as_printed)
    return printed[1].strip(" :,").lower() if printed else ""
