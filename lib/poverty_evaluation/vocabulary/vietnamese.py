"""Chữ tiếng Việt: how words of Vietnamese are told from words of another language, by their letters."""

from __future__ import annotations

import re
import unicodedata

#: Số, ký hiệu văn bản: 59/2015/QĐ-TTg, 549-CV/TU, 18/2016/NQ-HĐND. They are the same in every language.
DOCUMENT_SYMBOL = re.compile(r"(?<![\w/])\d+(?:/\d{4})?[/-][A-ZĐ][A-Za-zĐđ]*(?:[/-][A-ZĐ][A-Za-zĐđ]*)*(?!\w)")

_OTHER_LETTERS = frozenset("ăâđêôơư")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def is_vietnamese_word(word: str) -> bool:
    """Whether a word has a letter or a tone mark of Vietnamese that English does not have."""
    for letter in unicodedata.normalize("NFC", word.casefold()):
        if letter in _OTHER_LETTERS or _TONES & set(unicodedata.normalize("NFD", letter)):
            return True
    return False


def has_vietnamese_words(text: str) -> bool:
    """Whether a text holds such a word outside document symbols."""
    return is_vietnamese_word(DOCUMENT_SYMBOL.sub("", text))
