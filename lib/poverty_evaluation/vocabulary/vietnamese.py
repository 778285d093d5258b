"""Chữ tiếng Việt: how words of Vietnamese are told from words of another language, by their letters."""

from __future__ import annotations

import re

#: Số, ký hiệu văn bản: 59/2015/QĐ-TTg, 549-CV/TU, 18/2016/NQ-HĐND. They are the same in every language.
DOCUMENT_SYMBOL = re.compile(r"(?<![\w/])\d+(?:/\d{4})?[/-][A-ZĐ][A-Za-zĐđ]*(?:[/-][A-ZĐ][A-Za-zĐđ]*)*(?!\w)")

_LETTER = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]|[aeiouy][\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]",
    re.IGNORECASE,
)


def is_vietnamese_word(word: str) -> bool:
    """Whether a word has a letter or a tone mark of Vietnamese that English does not have."""
    return _LETTER.search(word) is not None


def has_vietnamese_words(text: str) -> bool:
    """Whether a text holds such a word outside document symbols."""
    return is_vietnamese_word(DOCUMENT_SYMBOL.sub("", text))
