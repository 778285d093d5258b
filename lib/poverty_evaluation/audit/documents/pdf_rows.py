"""Dòng chữ trên trang PDF: words that stand on one line, and the wide gaps that part them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from poverty_evaluation.audit.documents.markers import opening_of
from poverty_evaluation.audit.documents.pdf_items import joined
from poverty_evaluation.audit.documents.pdf_pages import Word

#: Words further apart, in heights of their letters, do not belong to one sentence.
_WIDE = 1.3
#: Numbers next to each other are two cells sooner.
_BETWEEN_NUMBERS = 0.5
#: What stands in a table where there is no number.
_NO_NUMBER = ("…", "...", "-", "–", "x")
#: Words whose baselines are nearer, in heights of their letters, stand on one line.
_SAME = 0.25


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line without a wide gap between them."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right


@dataclass(frozen=True)
class TextLine:
    """A line of a page, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return joined(self.words)

    @cached_property
    def size(self) -> float:
        """The height of most of its letters."""
        sizes = sorted(word.size for word in self.words)
        return sizes[len(sizes) // 2]

    @property
    def baseline(self) -> float:
        """How high it stands."""
        return self.words[0].baseline

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Its words, parted at wide gaps and between numbers; a marker stays with what it marks."""
        return self.parted(_WIDE)

    def parted(self, wide: float) -> tuple[Segment, ...]:
        """Its words, parted at gaps wider than so many heights of its letters."""
        groups: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            gap = (word.left - before.right) / self.size
            number = before.text[-1].isdigit() or (wide < _WIDE and before.text in _NO_NUMBER)
            numbers = gap > _BETWEEN_NUMBERS and number and (word.text[0].isdigit() or wide < _WIDE)
            is_marker = len(groups) == 1 and len(groups[0]) == 1 and _is_marker(before.text)
            if (gap > wide or numbers) and not is_marker:
                groups.append([word])
            else:
                groups[-1].append(word)
        return tuple(Segment(tuple(group)) for group in groups)


def _is_marker(text: str) -> bool:
    return not text.isdigit() and len(text) < 8 and opening_of(f"{text} A").marker is not None


def lines_of_page(words: Sequence[Word]) -> list[TextLine]:
    """The words of a page as lines from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.baseline):
        if lines and lines[-1][0].baseline - word.baseline <= _SAME * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [TextLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]
