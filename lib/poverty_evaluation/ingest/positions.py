"""Chỗ trong tệp: where something stands in what was received, and the problem or refusal told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from poverty_evaluation.vocabulary.errors import InputProblem

#: The same text in Vietnamese and in English.
Pair: TypeAlias = tuple[str, str]

_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell cannot be read; whoever knows its place makes a problem of it."""

    expected: Pair
    found: str
    remedy: Pair


@dataclass(frozen=True, slots=True)
class Where:
    """A file, or a sheet, row or column of it; `file` is its path below the data root."""

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def at(self, row: int | None = None, column: str = "") -> Where:
        return replace(self, row=row, column=column)

    def problem(self, expected: Pair, found: Pair, remedy: Pair) -> InputProblem:
        return InputProblem(
            expected_vi=expected[0],
            expected_en=expected[1],
            found_vi=found[0],
            found_en=found[1],
            remedy_vi=remedy[0].strip(),
            remedy_en=remedy[1].strip(),
            file=self.file,
            sheet=self.sheet,
            row=self.row,
            column=" ".join(self.column.split()),
        )

    def refusal(self, refusal: Refusal) -> InputProblem:
        return self.problem(refusal.expected, quoted(refusal.found), refusal.remedy)


def quoted(text: str) -> Pair:
    """A received text as a message shows it; an empty one is called so."""
    if not text:
        return "ô trống", "an empty cell"
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    return f"“{shown}”", f"“{shown}”"


def with_hint(remedy: Pair, hint: Pair) -> Pair:
    """A remedy and, where there is one, the nearest known name."""
    return f"{remedy[0]} {hint[0]}".strip(), f"{remedy[1]} {hint[1]}".strip()
