"""Ký hiệu đầu dòng: the markers that open a line, "II.", "1.1.", "a)", "-", and the emphasis marks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: How high the markers of sections stand: a heading stands under the nearest heading of a lower rank.
RANK_CAPITALS, RANK_BOLD, RANK_STAR = 5, 17, 18
_RANK_WORDED = {"phần": 0, "phụ lục": 5, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 6}
_RANK_LETTER, _RANK_ROMAN, _RANK_LETTER_UNDER_ROMAN, _RANK_DECIMAL, _RANK_SMALL, _RANK_BRACKET = 4, 5, 6, 7, 14, 15
_DASHES = "-–—−‐"

_OPENING = re.compile(r"(?P<stars>\*{1,3}|_{1,3})(?P<space>\s?)")
_HASHES = re.compile(r"#{1,6}\s+")
_BULLETS = "+•‣⁃∙●○◦▪▫■□▸►▶➢➤➔✓✔✦❖◆◇★·»\uf0b7\uf02d\uf0a7\uf0d8"
_BULLET = re.compile(rf"\\?(?P<bullet>[{_DASHES}{_BULLETS}])(?=\s|[^\W\d_])|(?P<ring>o)(?=\s)")  # Word's ring is an o
_ESCAPED_STAR = re.compile(r"\\\*(?=\s)")
_WORDED = re.compile(
    r"(?P<word>phần|phụ lục|chương|mục|tiểu mục|điều)\s+(?:thứ\s+[^\W\d_]{2,5}|[ivxlc]{1,6}|\d{1,3}|[a-z])\b[.:]?",
    re.IGNORECASE,
)
_MIXED = re.compile(r"[IVXL]{1,6}\.(?P<numbers>\d{1,2}(?:\.\d{1,2}){0,3})\\?[.)/]?(?=\s)")
_ROMAN = re.compile(r"(?P<roman>[IVXL]{1,6})(?:\s?\\?[.)](?=\s|[^\W\d_]|\*)|\s?[-–/](?=\s))")
_CAPITAL = re.compile(r"(?P<letter>[A-HĐK])\\?[./)](?=\s)")
_DECIMAL = re.compile(
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2}){0,4})(?P<close>\\?[.)](?=\s|[^\W\d_]|\*)|/(?=\s))?(?=\s|[^\W\d_]|\*)"
)
_SMALL = re.compile(r"(?P<letter>[a-zđ])\\?(?:[.)](?=\s|[^\W\d_])|/(?=\s))")
_BRACKET = re.compile(r"\((?P<inside>\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?=\s|[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker of a line. key: what its siblings share; rank: of a section's number, None for a list's mark;
    number: its place among the siblings, None where it has none."""

    printed: str
    key: str
    rank: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the begin of a line: the marker, where the text begins, whether bold or marked as a heading."""

    marker: Marker | None
    start: int
    bold: bool = False
    emphasised: bool = False
    hashes: int = 0


def opening_of(line: str) -> Opening:
    """Read the marker and emphasis marks at the begin of a line; `- + text` has the marker "+"."""
    at = len(line) - len(line.lstrip())
    marker, hashes, bold, emphasised = None, 0, False, False
    if found := _HASHES.match(line, at):
        hashes, at = line.count("#", at, found.end()), found.end()
    for _ in range(4):
        if found := _OPENING.match(line, at):
            mark, is_bold, is_marker = _stars(found)
            bold, emphasised = bold or is_bold, emphasised or is_bold or not is_marker
            marker = mark if is_marker else marker
            at = found.end()
        elif (marker is None or marker.key == "-") and (read := read_marker(line, at)):
            if marker is not None and read[0].rank is not None:
                break
            marker, at = read
        else:
            break
        at += len(line[at : at + 400]) - len(line[at : at + 400].lstrip())
    return Opening(marker, at, bold, emphasised, hashes)


def _stars(found: re.Match[str]) -> tuple[Marker | None, bool, bool]:
    """What a run of stars is: (marker, bold, is it a marker); "*** text**" is a star and bold text."""
    count, star = len(found["stars"]), found["stars"][0] == "*"
    if star and found["space"] and count != 2:
        return Marker("*", "*"), count == 3, True
    return None, count >= 2, False


def read_marker(line: str, at: int) -> tuple[Marker, int] | None:
    """The marker that stands at `at`, and where it ends."""
    if found := _BULLET.match(line, at):
        mark = found["bullet"] or found["ring"]
        return Marker(mark, "-" if mark in _DASHES else mark), found.end()
    if found := _ESCAPED_STAR.match(line, at):
        return Marker("*", "*"), found.end()
    for pattern, build in _NUMBERED:
        if (found := pattern.match(line, at)) and (marker := build(found, line)):
            return marker, found.end()
    return None


def _printed(found: re.Match[str]) -> str:
    return found.group().replace("\\", "").strip()


def _worded(found: re.Match[str], line: str) -> Marker | None:
    if line[found.start()].islower():
        return None
    word = found["word"].lower()
    return Marker(_printed(found).rstrip(":"), word, _RANK_WORDED[word])


def _mixed(found: re.Match[str], line: str) -> Marker | None:
    return _decimals(found["numbers"].split("."), _printed(found))


def _roman(found: re.Match[str], line: str) -> Marker | None:
    number = roman_number(found["roman"])
    return Marker(_printed(found), "I", _RANK_ROMAN, number) if number else None


def _capital(found: re.Match[str], line: str) -> Marker | None:
    return Marker(_printed(found), "A", _RANK_LETTER, "ABCDĐEGHK".find(found["letter"]) + 1)


def _decimal(found: re.Match[str], line: str) -> Marker | None:
    numbers, following = found["numbers"].split("."), line[found.end() : found.end() + 2]
    if not found["close"] and (len(numbers) == 1 or not following[:1].isspace() or not following[1:].isupper()):
        return None  # "12 hộ", "1.5 triệu"
    if any(part.startswith("0") for part in numbers[1:]):
        return None  # "1.05"
    return _decimals(numbers, _printed(found))


def _decimals(numbers: list[str], printed: str) -> Marker:
    return Marker(printed, "1" + ".1" * (len(numbers) - 1), _RANK_DECIMAL + len(numbers) - 1, int(numbers[-1]))


def _small(found: re.Match[str], line: str) -> Marker | None:
    return Marker(_printed(found), "a", _RANK_SMALL, "abcdđeghiklmnopqrstuvxy".find(found["letter"]) + 1)


def _bracket(found: re.Match[str], line: str) -> Marker | None:
    inside = found["inside"]
    if inside.isdigit():
        return Marker(_printed(found), "(1)", _RANK_BRACKET, int(inside))
    return Marker(_printed(found), "(a)", _RANK_BRACKET, "abcdđeghik".find(inside) + 1 or None)


_NUMBERED = (
    (_WORDED, _worded),
    (_MIXED, _mixed),
    (_ROMAN, _roman),
    (_CAPITAL, _capital),
    (_DECIMAL, _decimal),
    (_SMALL, _small),
    (_BRACKET, _bracket),
)  # fmt: skip


def roman_number(text: str) -> int | None:
    """The value of a Roman number as sections are counted; None for letters in no such order."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for place, char in enumerate(text):
        value = values[char]
        total += -value if place + 1 < len(text) and values[text[place + 1]] > value else value
    return total if roman_text(total) == text else None


def roman_text(number: int) -> str:
    """A number as Roman, empty beyond what sections count."""
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    return tens[number // 10] + units[number % 10] if 0 < number < 90 else ""
