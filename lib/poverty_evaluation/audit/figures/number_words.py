"""Số viết bằng chữ trong văn bản: runs of number words in running text, and every value they may be meant to say."""

from __future__ import annotations

import re
from fractions import Fraction

from poverty_evaluation.vocabulary.quantities import MalformedWords, read_words

_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_OTHER_WORDS = "mốt tư lăm nhăm bẩy mười mươi trăm nghìn ngàn triệu tỷ tỉ linh lẻ phẩy rưỡi"
NUMBER_WORDS = frozenset((*_DIGIT_WORDS, *_OTHER_WORDS.split()))
_SCALES = ("tỷ", "tỉ", "triệu", "nghìn", "ngàn", "trăm")
_SIZE = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3, "trăm": 100}
_WORD = re.compile(r"[^\W\d_]+")
#: Between two words of one number: a space or line end, with a comma behind a scale word.
_JOINT = re.compile(r"(?P<comma>,)?[ \n]{1,4}")
_DIGITS = {word: str(digit) for digit, word in enumerate(_DIGIT_WORDS)}
_LONGEST_RUN = 60


def run_at(plain: str, at: int, end: int) -> tuple[str, int]:
    """The run of number words that begins at `at`, and where it ends; "" when none begins there."""
    words: list[str] = []
    last = at
    while len(words) < _LONGEST_RUN:
        match = _WORD.match(plain, at, end)
        if match is None or match[0] not in NUMBER_WORDS:
            break
        words.append(match[0])
        last = match.end()
        joint = _JOINT.match(plain, last, end)
        if joint is None or (joint["comma"] and match[0] not in _SCALES):
            break
        at = joint.end()
    return " ".join(words), last


def run_before(plain: str, start: int, at: int) -> tuple[list[str], int]:
    """The words of a number that end at `at`, and where they begin; nothing before `start` is looked at."""
    words = list(_WORD.finditer(plain, start, at))
    kept: list[str] = []
    begin = at
    for match in reversed(words):
        between = plain[match.end() : begin]
        is_joined = between.isspace() or (between.strip() == "," and match[0] in _SCALES) or (not kept and not between)
        if match[0] not in NUMBER_WORDS or not is_joined or len(kept) >= _LONGEST_RUN:
            break
        kept.insert(0, match[0])
        begin = match.start()
    return kept, begin


def values_of(words: str) -> set[Fraction]:
    """Every number the words may be meant to say; none where they are no number."""
    return {value for reading in _readings(words) if (value := _value(reading)) is not None}


def _readings(words: str) -> list[str]:
    """The words as written, and as a careless writer may have meant them."""
    tidy = re.sub(r"(?<!\w)mươi một(?!\w)", "mươi mốt", words)
    tidy = re.sub(r"(?<!\w)(mươi|mười) năm(?!\w)", r"\1 lăm", tidy)
    tidy = re.sub(r"(?<!\w)mười mốt(?!\w)", "mười một", tidy)
    short = re.sub(r"^(hai|ba|bốn|năm|sáu|bảy|tám|chín) (mốt|tư|lăm|nhăm)$", r"\1 mươi \2", words)
    plain_end = re.sub(r"(?: không trăm(?: (?:nghìn|ngàn|triệu))?)+$", "", tidy)
    inside = re.sub(r" không trăm (?:nghìn|ngàn|triệu)(?= )", "", tidy)
    without_time = words.removesuffix(" năm") if words.startswith(("mười", "hai", "ba", "một")) else words
    spoken = re.sub(r" (triệu|tỷ|tỉ|nghìn|ngàn|trăm) (\w+)$", _spoken, tidy)
    return list(dict.fromkeys([words, tidy, plain_end, inside, without_time, spoken, short]))


def _spoken(match: re.Match[str]) -> str:
    """In speech "hai triệu tám" is two million eight hundred thousand."""
    below = {"tỷ": "trăm triệu", "tỉ": "trăm triệu", "triệu": "trăm nghìn", "trăm": "mươi"}.get(match[1], "trăm")
    digit = {"rưỡi": "năm", "tư": "bốn", "mốt": "một", "lăm": "năm"}.get(match[2], match[2])
    if digit not in _DIGITS or digit == "không":
        return match[0]
    if match[1] == "trăm" and digit == "một":
        return " trăm mười"
    return f" {match[1]} {digit} {below}"


def _value(words: str) -> Fraction | None:
    if " phẩy " in f" {words} ":
        return _decimal(words)
    half = None
    if words.endswith(" rưỡi"):
        words = words.removesuffix(" rưỡi")
        half = _SIZE.get(words.rsplit(" ", 1)[-1])
        if half is None:
            return None
    try:
        value = Fraction(read_words(words))
    except MalformedWords:
        return None
    return value if half is None else value + Fraction(half, 2)


def _decimal(words: str) -> Fraction | None:
    whole, _, behind = words.partition(" phẩy ")
    scale = 1
    last = behind.rsplit(" ", 1)
    if len(last) == 2 and last[1] in _SIZE and last[1] != "trăm":
        behind, scale = last[0], _SIZE[last[1]]
    digits = [_DIGITS.get({"tư": "bốn", "lăm": "năm", "mốt": "một"}.get(word, word)) for word in behind.split()]
    try:
        after = "".join(map(str, digits)) if None not in digits else str(read_words(behind))
        return (Fraction(read_words(whole)) + Fraction(int(after), 10 ** len(after))) * scale
    except (MalformedWords, ValueError):
        return None
