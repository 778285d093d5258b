"""Đại lượng: a printed number with its hedge ("trên", "ước" …), its scale word (nghìn, triệu, tỷ) and its unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.vocabulary.choices import NumberFormat, Qualifier, weakest
from poverty_evaluation.vocabulary.quantities.malformed import shorten
from poverty_evaluation.vocabulary.quantities.numbers import MalformedNumber, read_number

_LONGEST = 160
_PERCENT = Fraction(1, 100)

_HEDGES: tuple[tuple[Qualifier, tuple[str, ...]], ...] = (
    (Qualifier.LOWER_BOUND, ("trên", "hơn", "ít nhất", "tối thiểu", "không dưới")),
    (Qualifier.UPPER_BOUND, ("gần", "dưới", "không quá", "tối đa")),
    (
        Qualifier.ESTIMATE,
        ("khoảng", "xấp xỉ", "ước", "ước thực hiện", "ước tính", "ước đạt", "ước trị giá"),
    ),
)
_QUALIFIER_OF = {words: qualifier for qualifier, phrases in _HEDGES for words in phrases}
_HEDGE = re.compile(
    "(?P<hedge>"
    + "|".join(words.replace(" ", r"\s+") for words in sorted(_QUALIFIER_OF, key=len, reverse=True))
    + r")(?:\s*:\s*|\s*,\s+|\s+)",
    re.IGNORECASE,
)
_UNIT_START = re.compile(r"[^\W\d_]|[%‰]")

_SCALE = re.compile(
    r"(?!(?:tỷ|tỉ)\s+(?:lệ|trọng|số|suất)(?!\w))"  # a rate or a share, not a thousand million
    r"(?P<scale>(?:nghìn|ngàn)\s+(?:tỷ|tỉ)|nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)\s*",
    re.IGNORECASE,
)
_MULTIPLE_OF_SCALE = re.compile(r"(?:chục|trăm)\s+", re.IGNORECASE)
_THOUSAND_BILLION = 10**12
_SCALE_OF = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SAME_UNIT = {"đ": "đồng"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A received quantity in base units: value is already multiplied by scale, per cent are fractions of 1."""

    value: Fraction
    scale: Fraction
    decimals: int
    qualifier: Qualifier
    as_printed: str

    @property
    def half_step(self) -> Fraction:
        """Half of the last printed digit in base units; 0 for counts and whole đồng, which are exact."""
        if self.decimals == 0 and self.scale == 1:
            return Fraction(0)
        return self.scale * Fraction(1, 2 * 10**self.decimals)

    def interval(self) -> tuple[Fraction, Fraction]:
        """The values that are printed like this one when rounded; what a hedge leaves open is not included."""
        return self.value - self.half_step, self.value + self.half_step


def split_unit(unit: str) -> tuple[Fraction, str]:
    """The scale a printed unit multiplies by, and the unit without its scale word: "triệu đồng" is 10⁶ đồng.

    A unit with two scale words, such as "trăm triệu đồng" or "triệu tỷ đồng", is left whole with the scale 1.
    """
    tidy = _tidy(unit)
    if tidy.startswith("%"):
        return _PERCENT, tidy
    if tidy.casefold() in ("phần trăm", "điểm phần trăm", "điểm %"):
        return _PERCENT, "%" if tidy.casefold() == "phần trăm" else "điểm phần trăm"
    match = _SCALE.match(tidy)
    if not match or _has_two_scales(tidy):
        return Fraction(1), tidy
    words = match["scale"].casefold().split()
    return Fraction(_THOUSAND_BILLION if len(words) == 2 else _SCALE_OF[words[0]]), tidy[match.end() :]


def _tidy(unit: str) -> str:
    return " ".join(unicodedata.normalize("NFC", unit).split())


def _has_two_scales(unit: str) -> bool:
    first = _MULTIPLE_OF_SCALE.match(unit) or _SCALE.match(unit)
    return first is not None and _SCALE.match(unit, first.end()) is not None


def read_quantity(text: str, unit: str = "", number_format: NumberFormat = NumberFormat.VI) -> tuple[Quantity, str]:
    """The quantity printed in `text`, counted in `unit`, and the unit without its scale word.

    The text may hold hedges in front and a scale word, a unit or "%" behind the number. Scale and unit may be
    said in the text or in `unit`; when both say one they must agree. MalformedNumber otherwise; its candidates
    keep the hedge and the unit of the text, so each can be read in place of the text.
    """
    printed = text.strip()
    if len(printed) > _LONGEST:
        raise MalformedNumber(
            text, (), f"dài quá {_LONGEST} ký tự, không phải con số", f"longer than {_LONGEST} characters, no number"
        )
    tidy = unicodedata.normalize("NFC", printed)
    qualifier, rest = _take_hedges(tidy)
    start = _UNIT_START.search(rest)
    number, tail = (rest[: start.start()], rest[start.start() :]) if start else (rest, "")
    _refuse_strange_tail(text, number, tail)
    try:
        read = read_number(number, number_format)
        scale, base = _agreed_unit(tail, unit)
    except MalformedNumber as error:
        hedge, gap = tidy[: len(tidy) - len(rest)], " " if tail and number[-1].isspace() else ""
        candidates = tuple(f"{hedge}{reading}{gap}{tail}" for reading in error.candidates)
        raise MalformedNumber(text, candidates, error.reason_vi, error.reason_en) from error
    return Quantity(read.value * scale, scale, read.decimals, qualifier, printed), base


def _take_hedges(text: str) -> tuple[Qualifier, str]:
    found: list[Qualifier] = []
    while match := _HEDGE.match(text):
        found.append(_QUALIFIER_OF[" ".join(match["hedge"].casefold().split())])
        text = text[match.end() :]
    return weakest(found), text


def _refuse_strange_tail(text: str, number: str, tail: str) -> None:
    """Refuse words where the number should stand, and digits behind the unit."""
    if tail and not number.strip():
        raise _refusal(
            text,
            f"không thấy con số trước “{shorten(tail)}”",
            f"there is no number before “{shorten(tail)}”",
        )
    touching = not number[-1:].isspace() and any(char.isdecimal() for char in tail)
    if touching or any(word[0].isdecimal() for word in tail.split()):
        raise _refusal(
            text,
            f"sau con số có “{shorten(tail)}”, không phải đơn vị",
            f"“{shorten(tail)}” behind the number is no unit",
        )


def _agreed_unit(tail: str, unit: str) -> tuple[Fraction, str]:
    """Scale and unit from the words behind the number and the unit beside it."""
    for told_in in (tail, unit):
        if _has_two_scales(_tidy(told_in)):
            raise _refusal(
                told_in,
                f"đơn vị “{shorten(told_in)}” không có đúng một bậc nghìn, triệu, tỷ",
                f"the unit “{shorten(told_in)}” has not exactly one scale word",
            )
    scale, base = split_unit(unit)
    if not tail:
        return scale, base
    told_scale, told = split_unit(tail)
    if not unit.strip():
        return told_scale, told
    if not told and scale == 1:
        return told_scale, base
    if _same_unit(told, base) and told_scale == scale:
        return scale, base
    raise _refusal(
        tail,
        f"“{shorten(tail)}” sau con số không khớp với đơn vị “{shorten(unit)}”",
        f"“{shorten(tail)}” behind the number does not agree with the unit “{shorten(unit)}”",
    )


def _same_unit(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    return bool(first) and _SAME_UNIT.get(first, first) == _SAME_UNIT.get(second, second)


def _refusal(text: str, reason_vi: str, reason_en: str) -> MalformedNumber:
    return MalformedNumber(text, (), reason_vi, reason_en)
