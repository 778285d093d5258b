"""Errors meant for the person running the tool: all problems at once, each with its place and its remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing that must be mended before a run can go on.

    The four texts are bilingual pairs (vi, en); `file`, `sheet`, `row`, `column` are empty or None when the
    problem has no such place.
    """

    expected_vi: str
    expected_en: str
    found_vi: str
    found_en: str
    remedy_vi: str
    remedy_en: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def where(self, language: str) -> str:
        names = ("trang tính", "dòng", "cột") if language == "vi" else ("sheet", "row", "column")
        parts = [self.file]
        if self.sheet:
            parts.append(f"{names[0]} {self.sheet}")
        if self.row is not None:
            parts.append(f"{names[1]} {self.row}")
        if self.column:
            parts.append(f"{names[2]} {self.column}")
        return ", ".join(part for part in parts if part)

    def message(self, language: str) -> str:
        where = self.where(language)
        prefix = f"{where}: " if where else ""
        if language == "vi":
            return f"{prefix}cần {self.expected_vi}; thấy {self.found_vi}. {self.remedy_vi}"
        return f"{prefix}expected {self.expected_en}; found {self.found_en}. {self.remedy_en}"


class InputError(Exception):
    """The received data or the request must be mended; carries every problem found. Exit status 2.

    purpose: what cannot go on until they are mended (vi, en).
    """

    def __init__(
        self,
        problems: Iterable[InputProblem],
        purpose: tuple[str, str] = ("trước khi lập báo cáo", "before the report can be built"),
    ):
        self.problems = tuple(problems)
        self.purpose = purpose
        super().__init__(self.problems)

    def __str__(self) -> str:
        return self.message()

    def message(self) -> str:
        count = len(self.problems)
        vi = [f"Có {count} vấn đề cần sửa {self.purpose[0]}:"]
        vi += [f"  {n}. {problem.message('vi')}" for n, problem in enumerate(self.problems, 1)]
        en = [f"{count} problem{'s' if count != 1 else ''} to mend {self.purpose[1]}:"]
        en += [f"  {n}. {problem.message('en')}" for n, problem in enumerate(self.problems, 1)]
        return "\n".join([*vi, "", *en])


def nearest(word: str, choices: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The known names closest to a misspelt one, best first; empty when nothing is near."""
    return tuple(difflib.get_close_matches(word, list(choices), n=count, cutoff=0.55))


def did_you_mean(word: str, choices: Iterable[str]) -> tuple[str, str]:
    """A hint sentence (vi, en) naming the nearest known names, or the known names when few."""
    known = sorted(set(choices))
    near = nearest(word, known) or (tuple(known) if len(known) <= 8 else ())
    if not near:
        return "", ""
    names = ", ".join(near)
    return f"Có phải: {names}?", f"Did you mean: {names}?"
