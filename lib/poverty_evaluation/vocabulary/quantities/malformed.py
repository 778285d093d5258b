"""Văn bản không đọc được: the common part of the errors raised when a text is no number, amount or date."""

from __future__ import annotations

_SHOWN = 60


class Malformed(ValueError):
    """A text that cannot be read, with the reason in both languages."""

    def __init__(self, text: str, reason_vi: str, reason_en: str):
        super().__init__(text, reason_vi, reason_en)
        self.text = text
        self.reason_vi = reason_vi
        self.reason_en = reason_en

    def reason(self, language: str) -> str:
        return self.reason_en if language == "en" else self.reason_vi

    def __str__(self) -> str:
        return f"“{shorten(self.text)}”: {self.reason_vi} / {self.reason_en}"


def shorten(text: str) -> str:
    """The text as a message may quote it: cut when it is very long."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
