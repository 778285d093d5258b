"""Lớp từ: closed classes of words by which rules tell constructions apart."""

from __future__ import annotations

#: A word begins here.
BEGIN = r"(?<!\w)"


def words(listed: str) -> frozenset[str]:
    """A set of words written as one text, in lower case and with the tone marks of `plain_text`."""
    return frozenset(listed.split())


def begun(listed: str, behind: str = BEGIN) -> str:
    """The pattern of words (letters and spaces between "|") at whose begin `behind` holds: "(?<!\\w)(?:ngày|mùng)".

    It looks at what stands before a word behind the word itself: a search then skips to the first letters, which a
    pattern that begins with a look behind cannot.
    """
    return "(?:" + "|".join(f"{word}(?<={behind}{word})" for word in listed.split("|")) + ")"


def first_digit(behind: str) -> str:
    """The pattern of a digit in front of which `behind` holds, for the begin of a pattern; skips like `begun`."""
    return rf"\d(?<={behind}\d)"
