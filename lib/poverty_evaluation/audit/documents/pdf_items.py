"""Đoạn và bảng của một trang PDF: what a page holds from top to bottom, before pages are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_evaluation.audit.documents.draft import Cell
from poverty_evaluation.audit.documents.lines import Hint
from poverty_evaluation.audit.documents.pdf_pages import Word


@dataclass(slots=True)
class Paragraph:
    """A paragraph. open_end: whether it may go on with the next page."""

    words: str
    hint: Hint
    open_end: bool = True


@dataclass(slots=True)
class PageTable:
    """A table, or the part of one that stands on a page."""

    cells: list[Cell]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    def row(self, number: int) -> list[tuple[int, str]]:
        """The columns and words of a row."""
        return [(cell.column, cell.words) for cell in self.cells if cell.row == number]


def joined(words: Sequence[Word]) -> str:
    """Words as a text; a word parted at the end of a line is put together."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        if before is not None:
            parts.append(_between(parts, before, word))
        parts.append(word.text)
        before = word
    return "".join(parts)


def _between(parts: list[str], before: Word, word: Word) -> str:
    """What stands between two words: a space, or nothing where a hyphen or stroke ends a line."""
    if abs(before.baseline - word.baseline) < 0.4 * word.size or len(before.text) < 2 or before.text[-1] not in "-/":
        return " "
    if before.text[-1] == "-" and before.text[-2].islower() and word.text[0].islower():
        parts[-1] = parts[-1][:-1]
    return ""


def is_bold(words: Sequence[Word]) -> bool:
    """Whether all words are printed in bold."""
    return bool(words) and all(word.bold for word in words)
