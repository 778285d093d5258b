"""Cách viết số: Vietnamese 1.234,5 or international 1,234.5, told apart by the evidence of the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Alternative, Notation
from poverty_evaluation.vocabulary.choices import NumberFormat
from poverty_evaluation.vocabulary.quantities import MalformedNumber, PrintedNumber, read_number

_SURE_VI = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,(?:\d{1,2}|\d{4,})")
_SURE_INTERNATIONAL = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,})")
_ONE_DOT = re.compile(r"\d{1,3}\.\d{3}")
_ONE_COMMA = re.compile(r"\d{1,3},\d{3}")
_SWAPPED = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class Convention:
    """Quy ước của cả văn bản: the separators, how many numbers show each, and whether thousands are set off by dots.

    grouped, ungrouped: how many whole parts of four and more digits have separators and how many have none.
    """

    number_format: NumberFormat
    vietnamese: int
    international: int
    grouped: int
    ungrouped: int


@dataclass(frozen=True, slots=True)
class Written:
    """One number as written: its reading (None when it has none), notation, other readings and why it is refused."""

    number: PrintedNumber | None
    notation: Notation
    alternatives: tuple[str, ...] = ()
    reason_vi: str = ""
    reason_en: str = ""


def convention_of(tokens: Iterable[tuple[str, bool]]) -> Convention:
    """The convention of a text from its numbers: sure signs first, then the many against the few; else Vietnamese.

    tokens: each number, and whether a scale word or a measured unit follows: "450,125 triệu" says nothing, while a
    count has no decimals: "1,250 hộ" is international.
    """
    sure_vi = sure_international = doubtful = dots = commas = grouped = ungrouped = 0
    for token, is_measured in tokens:
        if "." not in token and "," not in token:
            ungrouped += len(token) >= 4 and token.isdecimal()
            continue
        sure_vi += _SURE_VI.fullmatch(token) is not None
        is_foreign = _SURE_INTERNATIONAL.fullmatch(token) is not None
        is_slip = is_foreign and not is_measured and "," not in token  # "3.45 hộ": rather a dot out of its place
        sure_international, doubtful = sure_international + (is_foreign and not is_slip), doubtful + is_slip
        dots += not is_measured and _ONE_DOT.fullmatch(token) is not None
        commas += not is_measured and _ONE_COMMA.fullmatch(token) is not None
        whole = re.split(r"[.,]\d{1,2}$", token)[0]
        if len(whole.replace(".", "").replace(",", "")) >= 4:
            grouped += "." in whole or "," in whole
            ungrouped += whole.isdecimal()
    sure_international += 0 if dots else doubtful
    if sure_vi == sure_international:
        foreign = commas > dots and commas > 1
    else:
        foreign = sure_international > sure_vi and 2 * sure_international + commas > dots
    chosen = NumberFormat.INTERNATIONAL if foreign else NumberFormat.VI
    return Convention(chosen, sure_vi, sure_international, grouped, ungrouped)


def read_written(token: str, convention: Convention) -> Written:
    """The number of a token by the convention of its text; by the other one where only that can read it."""
    own = convention.number_format
    other = NumberFormat.VI if own is NumberFormat.INTERNATIONAL else NumberFormat.INTERNATIONAL
    read = _read(token, own)
    if read is not None:
        return Written(read, _notation(token, own), _other_reading(token))
    reason = _reason(token, own)
    candidates = reason.candidates or ()
    if _is_lax_whole(token):
        return Written(PrintedNumber(Fraction(int(token)), 0), Notation.PLAIN)
    by_other = _read(token, other) if _is_other_decimal(token) else None
    if by_other is not None:
        return Written(by_other, _notation(token, other), candidates, reason.reason_vi, reason.reason_en)
    lax = _lax_decimal(token, own)
    return Written(lax, Notation.MALFORMED, candidates, reason.reason_vi, reason.reason_en)


def _read(token: str, number_format: NumberFormat) -> PrintedNumber | None:
    try:
        return read_number(token, number_format)
    except MalformedNumber:
        return None


def _reason(token: str, number_format: NumberFormat) -> MalformedNumber:
    try:
        read_number(token, number_format)
    except MalformedNumber as error:
        return error
    raise AssertionError(f"{token!r} can be read")


def _notation(token: str, number_format: NumberFormat) -> Notation:
    if "." not in token and "," not in token:
        return Notation.PLAIN
    return Notation.VIETNAMESE if number_format is NumberFormat.VI else Notation.INTERNATIONAL


def _is_lax_whole(token: str) -> bool:
    """Digits with zeros in front ("005"): a whole number."""
    return token.isdecimal() and len(token) <= 18


def _is_other_decimal(token: str) -> bool:
    """Whether a token that the convention refuses is plainly a number of the other one: 12.5, 1,234,567, 1,234.5."""
    return (
        re.fullmatch(r"\d{1,6}[.,]\d{1,2}|\d{1,3}(?:[.,]\d{3})+[.,]\d+|\d{1,3}([.,])\d{3}(?:\1\d{3})+", token)
        is not None
    )


def _lax_decimal(token: str, own: NumberFormat) -> PrintedNumber | None:
    """A number whose only fault is a missing separator of thousands, or zeros in front: 2697,15."""
    point = "," if own is NumberFormat.VI else "."
    match = re.fullmatch(rf"(\d{{1,12}})\{point}(\d{{1,9}})", token)
    if match is None:
        return None
    return PrintedNumber(Fraction(int(match[1] + match[2]), 10 ** len(match[2])), len(match[2]))


def _other_reading(token: str) -> tuple[str, ...]:
    """The same digits with dot and comma changed, where one separator stands before exactly three digits."""
    if _ONE_COMMA.fullmatch(token) or _ONE_DOT.fullmatch(token):
        return (token.translate(_SWAPPED),)
    return ()


def alternatives_in(
    written: Written, factor: Fraction, unit_text: str, convention: Convention
) -> tuple[Alternative, ...]:
    """The other readings of a written number, with its scale and unit."""
    is_international = convention.number_format is NumberFormat.INTERNATIONAL
    found = []
    for token in written.alternatives:
        tidy = token.translate(_SWAPPED) if is_international and written.notation is not Notation.MALFORMED else token
        read = _read(tidy, NumberFormat.VI)
        if read is not None:
            value = read.value if factor == 1 else read.value * factor
            found.append(Alternative(f"{token}{unit_text}", value))
    return tuple(found)
