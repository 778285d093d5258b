"""Số viết bằng chữ: whole numbers and amounts in words, both ways; the two dialects are read, one is written."""

from __future__ import annotations

import re
import unicodedata
from typing import NoReturn

from poverty_evaluation.vocabulary.quantities.malformed import Malformed, shorten

_LONGEST = 600
_BILLION = 10**9
_LARGEST = 10**18 - 1
_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = {"triệu": 10**6, "nghìn": 10**3}

_VARIANTS = {"lẻ": "linh", "lẽ": "linh", "ngàn": "nghìn", "tỉ": "tỷ", "nhăm": "lăm", "bẩy": "bảy"}
_DIGITS = {word: digit for digit, word in enumerate(_DIGIT_WORDS)}
_AFTER_LINH = {word: digit for word, digit in _DIGITS.items() if digit} | {"tư": 4}
_AFTER_TEN = {word: digit for word, digit in _AFTER_LINH.items() if digit != 5} | {"lăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1}
#: "hai mươi năm triệu" is read as 25; at the end "hai mươi năm" may be twenty years.
_BEFORE_SCALE = {"năm": 5}
_KNOWN = {*_AFTER_TENS, *_DIGITS, *_SCALES, "tỷ", "trăm", "mươi", "mười", "linh"}

_BEFORE_COMMA = {"tỷ", "tỉ", "nghìn", "ngàn", *_SCALES}

_ORNAMENT = " \t\r\n\u00a0()[]*_\\\"“”«»'‘’.,;:!/-–"
_PREFIX = re.compile(r"(?:(?:tổng |thành )?(?:số )?tiền )?\(?(?:viết |ghi |đọc )?bằng chữ\)?(?: là)? ?:? ?")
_SUFFIX = re.compile(r"(?:(?:^| )(?:đồng(?: việt nam)?|vnđ|vnd|đ))?(?:,? (?:chẵn|tròn))?$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _toneless(word: str) -> tuple[str, str]:
    """The letters of a syllable and its tone, wherever the tone is written: "mười" and "mừơi" are one."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in letters if char in _TONES)
    bare = "".join(char for char in letters if char not in _TONES)
    return unicodedata.normalize("NFC", bare), tone


_SPELLED = {_toneless(word): word for word in (*_KNOWN, *_VARIANTS, "âm", "đồng", "chẵn", "tròn", "bằng", "chữ")}


def _well_spelled(word: str) -> str:
    """The word with its tone where it belongs; the word itself where it is none of a number."""
    return _SPELLED.get(_toneless(word.rstrip(",;")), word.rstrip(",;")) + word[len(word.rstrip(",;")) :]


class MalformedWords(Malformed):
    """A text that is no number in words."""


def write_words(number: int) -> str:
    """The number in words: linh, nghìn, mốt, tư, lăm; "nghìn tỷ" from 10¹² on; "âm" below zero."""
    if abs(number) > _LARGEST:
        raise ValueError(f"{number} is too large to be written in words; the largest is {_LARGEST}")
    if number < 0:
        return f"âm {write_words(-number)}"
    if number == 0:
        return _DIGIT_WORDS[0]
    high, low = divmod(number, _BILLION)
    words = [*_below_billion(high, leading=True), "tỷ"] if high else []
    return " ".join(words + _below_billion(low, leading=not high))


def write_amount_in_words(vnd: int) -> str:
    """Số tiền bằng chữ: "Hai mươi hai triệu đồng chẵn"; "chẵn" when nothing is left below a thousand đồng."""
    words = write_words(vnd)
    whole = vnd != 0 and vnd % 1000 == 0
    return f"{words[0].upper()}{words[1:]} đồng{' chẵn' if whole else ''}"


def read_words(text: str) -> int:
    """The whole number a text says in words, without its frame (Bằng chữ:, đồng, chẵn, brackets, asterisks).

    Both dialects are read, and groups may leave out "không trăm" where nothing else can be meant ("một nghìn lẻ
    một", "hai triệu năm mươi nghìn"); a lone digit at the end ("hai nghìn năm") is refused as ambiguous.
    """
    if len(text) > _LONGEST:
        raise MalformedWords(text, f"dài quá {_LONGEST} ký tự", f"longer than {_LONGEST} characters")
    return _Reader(text).number()


def _below_billion(number: int, leading: bool) -> list[str]:
    words: list[str] = []
    for name, size in (*_SCALES.items(), ("", 1)):
        group = number // size % 1000
        if group:
            words += [*_group(group, full=not leading), *([name] if name else [])]
            leading = False
    return words


def _group(group: int, full: bool) -> list[str]:
    """Three digits in words; `full` names the hundreds even when there are none."""
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [_DIGIT_WORDS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        if units and words:
            words.append("linh")
    elif tens == 1:
        words.append("mười")
    else:
        words += [_DIGIT_WORDS[tens], "mươi"]
    if units:
        special = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm" if tens else "năm"}
        words.append(special.get(units, _DIGIT_WORDS[units]))
    return words


class _Reader:
    """Reads one text; every refusal carries the text as received."""

    def __init__(self, text: str):
        self.text = text
        tidy = " ".join(map(_well_spelled, unicodedata.normalize("NFC", text).casefold().strip(_ORNAMENT).split()))
        tidy = _PREFIX.sub("", tidy, count=1) if _PREFIX.match(tidy) else tidy
        tidy = _SUFFIX.sub("", tidy.strip(_ORNAMENT), count=1).strip(_ORNAMENT)
        words = (word[:-1] if word[:-1] in _BEFORE_COMMA and word[-1] in ",;" else word for word in tidy.split())
        self.words = [_VARIANTS.get(word, word) for word in words]

    def refuse(self, reason_vi: str, reason_en: str) -> NoReturn:
        raise MalformedWords(self.text, reason_vi, reason_en)

    def number(self) -> int:
        words = self.words
        negative = words[:1] == ["âm"]
        if negative:
            words = words[1:]
        if not words:
            self.refuse("không có số viết bằng chữ", "there is no number in words")
        for word in words:
            if word not in _KNOWN:
                quoted = shorten(word)
                self.refuse(f"từ “{quoted}” không phải chữ số", f"“{quoted}” is no word of a number")
        if words == ["không"]:
            if negative:
                self.refuse("không có số âm không", "there is no negative zero")
            return 0
        value = self.billions(words)
        return -value if negative else value

    def billions(self, words: list[str]) -> int:
        if words.count("tỷ") > 1:
            self.refuse("từ “tỷ” xuất hiện nhiều lần", "“tỷ” occurs more than once")
        if "tỷ" not in words:
            return self.section(words, leading=True)
        at = words.index("tỷ")
        high = self.section(words[:at], leading=True, is_last=False)
        return high * _BILLION + (self.section(words[at + 1 :], leading=False) if words[at + 1 :] else 0)

    def section(self, words: list[str], leading: bool, is_last: bool = True) -> int:
        """A number below a thousand million: groups with falling scale words."""
        total, below, group = 0, _BILLION, list[str]()
        for word in words:
            if word not in _SCALES:
                group.append(word)
                continue
            if _SCALES[word] >= below:
                self.refuse(f"“{word}” đứng sai thứ tự bậc", f"the scale word “{word}” is out of order")
            below = _SCALES[word]
            total += self.group(group, leading, before=word) * below
            group, leading = [], False
        if group or not words:
            if not leading and len(group) == 1 and group[0] in _DIGITS:
                last = group[0]
                self.refuse(f"“{last}” ở cuối không rõ hàng nào", f"it is not clear what “{last}” at the end counts")
            total += self.group(group, leading, before="tỷ", is_last=is_last)
        return total

    def group(self, words: list[str], leading: bool, before: str, is_last: bool = False) -> int:
        """Up to three digits; the leading group has no empty hundreds."""
        if not words:
            self.refuse(f"thiếu số trước “{before}”", f"a number is missing before “{before}”")
        hundreds, rest = 0, words
        if len(words) > 1 and words[1] == "trăm" and words[0] in _DIGITS:
            hundreds, rest = _DIGITS[words[0]], words[2:]
            if hundreds == 0 and (leading or not rest):
                self.refuse("“không trăm” đứng sai chỗ", "“không trăm” is out of place")
        below = self.tens(rest, hundreds_said=rest is not words, leading=leading, is_last=is_last)
        if below is None:
            quoted = shorten(" ".join(words))
            self.refuse(f"“{quoted}” không phải cách đọc số", f"“{quoted}” is no reading of a number")
        return hundreds * 100 + below

    def tens(self, rest: list[str], hundreds_said: bool, leading: bool, is_last: bool) -> int | None:
        """What follows the hundreds, or None when the words do not fit together."""
        fives = {} if is_last else _BEFORE_SCALE
        if not rest:
            return 0
        if rest[0] == "linh" and len(rest) == 2 and (hundreds_said or not leading):
            return _AFTER_LINH.get(rest[1])
        if rest[0] == "mười":
            return self.with_units(10, rest[1:], _AFTER_TEN | fives)
        if len(rest) > 1 and rest[1] == "mươi" and _DIGITS.get(rest[0], 0) > 1:
            return self.with_units(10 * _DIGITS[rest[0]], rest[2:], _AFTER_TENS | fives)
        if len(rest) == 1 and not hundreds_said and _DIGITS.get(rest[0], 0):
            return _DIGITS[rest[0]]
        return None

    @staticmethod
    def with_units(tens: int, rest: list[str], units: dict[str, int]) -> int | None:
        if not rest:
            return tens
        if len(rest) > 1 or rest[0] not in units:
            return None
        return tens + units[rest[0]]
