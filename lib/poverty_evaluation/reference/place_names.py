"""Tên đơn vị hành chính: comparing names that are spelt in different ways.

`P. Ngô Quyền`, `Phường  Ngô Quyền`, `Hoà` and `Hòa`, decomposed Unicode and capitals are the same name; a misspelt
name is another one (only a row of place_names.csv can say what it means).
"""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))
_ABBREVIATIONS = {
    "t": "tỉnh",
    "tp": "thành phố",
    "q": "quận",
    "h": "huyện",
    "tx": "thị xã",
    "p": "phường",
    "x": "xã",
    "tt": "thị trấn",
    "đk": "đặc khu",
}
_TYPES = tuple(_ABBREVIATIONS.values())
_PREFIX = re.compile(rf"^(?P<type>{'|'.join((*_TYPES, *_ABBREVIATIONS))})(?:\.\s*|\s+)(?=\S)")


def name_key(text: str) -> str:
    """What two spellings of one name have in common: case, spaces and the place of the tone mark do not count."""
    plain = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).casefold()
    words = re.split(r"[\s\-–]+", plain.strip())
    return " ".join(_syllable_key(word) for word in words if word)


def _syllable_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word):
        (tones if letter in _TONES else letters).append(letter)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


def split_type(text: str) -> tuple[str, str]:
    """The unit type in front of a name, written out, and the name: `TP. Bắc Giang` → (`thành phố`, `bắc giang`).

    The type is empty when the text does not open with one. Both come back in lower case.
    """
    plain = " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).casefold().split())
    match = _PREFIX.match(plain)
    if not match:
        return "", plain
    found = match["type"]
    return _ABBREVIATIONS.get(found, found), plain[match.end() :]
