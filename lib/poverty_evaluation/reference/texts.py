"""Văn bản song ngữ: a text that exists in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BilingualText:
    """The same text in both languages of a report: `text.vi`, or `text[language]`."""

    vi: str
    en: str

    def __getitem__(self, language: str) -> str:
        if language == "vi":
            return self.vi
        if language == "en":
            return self.en
        raise KeyError(language)
