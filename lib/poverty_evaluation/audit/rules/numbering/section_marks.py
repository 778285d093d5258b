"""Số mục: the numbers that open sections and items: their style, order and how another of them is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poverty_evaluation.audit.documents.markers import read_marker, roman_number

#: The letters of a list in their order; those in brackets may be left out: d, (đ), e, (f), g.
LETTERS = "abcdđefghijklmnopqrstuvwxyz"
OPTIONAL_LETTERS = frozenset("đfjwz")
_WORDED = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục|điều|phụ lục)\s+(?P<number>[ivxlc]{1,6}|\d{1,3}|[a-z])\b", re.IGNORECASE
)
_ORDER_OF_WORDS = {"phần": 0, "phụ lục": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 6}


@dataclass(frozen=True, slots=True)
class SectionNumber:
    """A number as it opens a block: of a style, with what stands in front of its last part ("1." in "1.2")."""

    style: str
    rank: int
    number: int
    printed: str
    prefix: tuple[int, ...] = ()


def number_of(printed: str) -> SectionNumber | None:
    """The number a marker prints; None for bullets and words without one."""
    worded = _WORDED.fullmatch(printed.rstrip(".: "))
    if worded is not None:
        word = worded["word"].lower()
        said = worded["number"].upper()
        value = int(said) if said.isdecimal() else roman_number(said) if set(said) <= set("IVXL") else None
        return None if not value else SectionNumber(word, _ORDER_OF_WORDS[word], value, printed)
    read = read_marker(f"{printed} X", 0)
    if read is None or read[0].rank is None:
        return None
    marker = read[0]
    close = printed[-1] if printed[-1] in ".)/" else ""
    rank = marker.rank if marker.rank is not None else 99
    if marker.key in ("a", "A", "(a)"):
        letter = printed.strip("(). /").lower()
        at = LETTERS.find(letter)
        return None if at < 0 or len(letter) != 1 else SectionNumber(f"{marker.key}{close}", rank, at + 1, printed)
    digits = re.search(r"\d{1,2}(?:\.\d{1,2})*", printed)
    if marker.key == "I" or digits is None:
        return None if not marker.number else SectionNumber(marker.key, rank, marker.number, printed)
    parts = tuple(map(int, digits[0].split(".")))
    style = f"{marker.key}{close}" if len(parts) == 1 else marker.key
    return SectionNumber(style, rank, parts[-1], printed, parts[:-1])


def is_letter(number: SectionNumber) -> bool:
    return number.style[0] in "aA" or number.style.startswith("(a")


def follows(number: SectionNumber, last: int) -> bool:
    """Whether it is the next; of letters those that lists leave out may be missing."""
    if not is_letter(number):
        return number.number == last + 1
    between = LETTERS[last : number.number - 1] if number.number > last else "?"
    return all(letter in OPTIONAL_LETTERS for letter in between)


def next_number(number: SectionNumber, last: int) -> int:
    """What should stand where `number` does; of letters the one most lists have."""
    if not is_letter(number):
        return last + 1
    following = last
    while following < len(LETTERS) - 1 and LETTERS[following] in "fjwz":
        following += 1
    return following + 1


def written_as(number: SectionNumber, value: int) -> str:
    """A number in the style of another: IV., 3., 1.3., đ), Điều 5."""
    printed = number.printed
    if is_letter(number):
        letter = LETTERS[value - 1]
        old = printed.strip("(). /")
        return printed.replace(old, letter.upper() if old.isupper() else letter)
    if number.style == "I" or not any(map(str.isdigit, printed)):
        return re.sub(r"[IVXLivxl]+(?=[.)/:\s-]*$)", lambda _: _roman(value), printed)
    return re.sub(r"\d+(?=\D*$)", str(value), printed)


def _roman(value: int) -> str:
    tens, units = divmod(value, 10)
    return ("", "X", "XX", "XXX", "XL", "L")[min(tens, 5)] + (
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    )[units]  # fmt: skip
