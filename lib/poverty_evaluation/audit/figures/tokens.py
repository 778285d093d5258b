"""Chữ số: the numbers of a text as they are written, those broken or spaced inside among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.figures.around_number import WORD, past_space
from poverty_evaluation.audit.figures.figure import Notation
from poverty_evaluation.audit.figures.notation import Convention, Written, read_written
from poverty_evaluation.audit.figures.units import COUNTED, SCALE, UNIT, UNITS
from poverty_evaluation.audit.lexicon import first_digit

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"(?<![\w.,])[+-]?\d[\d.,]{0,60}(?<=\d)|(?<=[.,])\d[\d.,]{0,60}(?<=\d)")
_FIRST = first_digit(r"(?<![\w.,])")
#: A space inside a number: "208, 1 triệu", "12. 500 hộ", "12 888 hộ"; a unit must follow for the first two.
_BROKEN = re.compile(
    rf"(?P<a>{_FIRST}\d{{0,2}}(?:\.\d{{3}})*)"
    r"(?P<gap>,\s+|\s+,\s?)(?P<b>\d{1,2})"
    r"(?=\s*(?:[%‰]|(?:triệu|tỷ|tỉ|nghìn|trđ|ha|tấn|tạ|kg|km|km2|m2|m²|m3|m³|mm|cm|mét|lít|usd|phần trăm|"
    r"điểm phần trăm)(?!\w)))"
)
_BROKEN_DOT = re.compile(
    rf"(?P<a>{_FIRST}\d{{0,2}}(?:\.\d{{3}})*)"
    r"(?P<gap>\.\s+|\s+\.\s?)(?P<b>\d{3}(?:\.\d{3})*(?:,\d+)?)"
    r"(?![\w.,]\d)(?=\s+[^\W\d_])"
)
_SPACED = re.compile(first_digit(r"(?<![\w.,])(?<!\d )") + r"\d{0,2}(?: \d{3}){1,4}(?:,\d{1,3})?(?![\w.,]\d| ?\d|/)")
#: "2 triệu đồng/01 hộ": the one belongs to the rate.
_FOR_ONE = re.compile(r"[^\W\d_]\s?/\s?$")
UNIT_WORDS = frozenset(name.split()[0] for name in UNITS if len(name) > 1 and name not in ("năm", "độ")) | {"m", "đ"}


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    written: str  # the digits with their separators, a broken number as it is
    joined: str  # without the space of a broken number
    is_broken: bool = False
    is_spaced: bool = False


def tokens_in(source: SourceText, taken: bytearray) -> Iterator[Token]:
    """The numbers of a text that are no part of a date or a name, in order; none reaches over a tab."""
    plain = source.plain
    found: dict[int, Token] = {}
    covered = bytearray(len(plain))
    for pattern in (_BROKEN, _BROKEN_DOT, _SPACED):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if any(taken[start:end]) or any(covered[start:end]) or "\t" in source.text[start:end]:
                continue
            if not _is_one_number(plain, match):
                continue
            covered[start:end] = b"\x01" * (end - start)
            joined = "".join(match[0].split())
            spaced = pattern is _SPACED
            found[start] = Token(start, end, match[0], joined.replace(" ", ""), not spaced, spaced)
    for match in _NUMBER.finditer(plain):
        start, end = match.span()
        if any(taken[start:end]) or any(covered[start:end]) or end - start > _LONGEST_NUMBER:
            continue
        if start and plain[start - 1] in ".," and start > 1 and plain[start - 2].isdecimal():
            continue
        if match[0] in ("1", "01") and _FOR_ONE.search(plain, max(0, start - 8), start):
            continue
        if plain[start] in "+-" and not _is_sign(plain, start):
            start += 1
        found[start] = Token(start, end, plain[start:end], plain[start:end])
    yield from (found[start] for start in sorted(found))


def is_measured(plain: str, at: int) -> bool:
    at = past_space(plain, at, len(plain))
    return SCALE.match(plain, at) is not None or UNIT.match(plain, at) is not None


def _is_one_number(plain: str, match: re.Match[str]) -> bool:
    """Whether digits with a space between them are one number and no list ("các tổ 2, 3 và 5", "năm 2018 120 hộ")."""
    before = plain[max(0, match.start() - 12) : match.start()]
    if re.search(r"\d\s*[,;]\s*$|\d\s*$", before):
        return False
    if "gap" in match.re.groupindex:
        behind = plain[match.end() : match.end() + 3]
        return not behind.startswith(" và")
    following = plain[match.end() : match.end() + 1]
    word = WORD.match(plain, match.end() + 1) if following == " " else None
    return following in "%" if word is None else word[0] in COUNTED or word[0] in UNIT_WORDS


def _is_sign(plain: str, at: int) -> bool:
    """Whether a plus or minus in front of digits is a sign: it follows a space or bracket and no number."""
    before = plain[max(0, at - 3) : at].rstrip()
    return (at == 0 or plain[at - 1] in " (:\n") and not before[-1:].isdecimal() and before[-1:] not in "%)"


def read_token(token: Token, convention: Convention) -> Written:
    if token.is_spaced:
        return read_written(token.joined, convention)
    written = read_written(token.joined.lstrip("+"), convention)
    if not token.is_broken:
        return written
    return Written(
        written.number, Notation.MALFORMED, (token.joined,), "có khoảng trắng bên trong con số",
        "there is a space inside the number",
    )  # fmt: skip
