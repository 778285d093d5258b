"""Danh mục: a read-only list of things found by their code, with a hint when a code is unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from poverty_evaluation.vocabulary.errors import did_you_mean

T = TypeVar("T")


class UnknownCodeError(KeyError):
    """A code that a list of reference data does not hold; names the nearest codes in both languages."""

    def __init__(self, code: str, list_vi: str, list_en: str, known: tuple[str, ...]):
        self.code = code
        self.list_vi = list_vi
        self.list_en = list_en
        self.hint_vi, self.hint_en = did_you_mean(code, known)
        super().__init__(code)

    @property
    def message_vi(self) -> str:
        return f"không có mã “{self.code}” trong {self.list_vi}. {self.hint_vi}".rstrip()

    @property
    def message_en(self) -> str:
        return f"no code “{self.code}” in {self.list_en}. {self.hint_en}".rstrip()

    def __str__(self) -> str:
        return f"{self.message_vi} / {self.message_en}"


class Registry(Mapping[str, T], Generic[T]):
    """Danh mục tra theo mã: a mapping that cannot be changed; an unknown code raises UnknownCodeError."""

    __slots__ = ("_entries", "list_en", "list_vi")

    def __init__(self, entries: Mapping[str, T], list_vi: str = "danh mục", list_en: str = "the list"):
        self._entries = dict(entries)
        self.list_vi = list_vi
        self.list_en = list_en

    def __getitem__(self, code: str) -> T:
        try:
            return self._entries[code]
        except KeyError:
            raise UnknownCodeError(code, self.list_vi, self.list_en, tuple(self._entries)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({len(self)}: {', '.join(list(self._entries)[:5])}{' …' if len(self) > 5 else ''})"
        )
