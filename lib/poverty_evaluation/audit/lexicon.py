"""Lớp từ: closed classes of words by which rules tell constructions apart."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """A set of words written as one text, in lower case and with the tone marks of `plain_text`."""
    return frozenset(listed.split())
