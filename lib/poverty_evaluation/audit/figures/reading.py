"""Đọc các con số của văn bản: sentences, figures and what they count, dates, and what is no quantity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

from poverty_evaluation.audit.documents.source import Block, BlockKind, SourceText
from poverty_evaluation.audit.figures.cells import counts_like_years
from poverty_evaluation.audit.figures.dates import DateMention, dates_in
from poverty_evaluation.audit.figures.figure import Figure, Notation
from poverty_evaluation.audit.figures.making import figures_in
from poverty_evaluation.audit.figures.names import names_in
from poverty_evaluation.audit.figures.notation import Convention, convention_of
from poverty_evaluation.audit.figures.sentences import Sentence, sentences_of
from poverty_evaluation.audit.figures.tokens import UNIT_WORDS, is_measured, tokens_in
from poverty_evaluation.audit.figures.units import COUNTED

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Reading:
    """A text with its figures and dates."""

    source: SourceText
    convention: Convention
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    names: tuple[tuple[int, int], ...] = field(default=())
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Reading], _Made]) -> _Made:
        """What a function makes of the whole text, made once however many rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_Made", self._made[make])

    def figures_of(self, sentence: Sentence) -> list[Figure]:
        return [self.figures[index] for index in sentence.figures]

    def between(self, first: Figure, second: Figure) -> str:
        """The plain text behind one figure and in front of a later one."""
        return self.source.plain[first.end : second.start]

    def before(self, figure: Figure, length: int = 80) -> str:
        """The plain text of the same block in front of a figure, at most `length` characters."""
        start = self.source.blocks[figure.block].start
        return self.source.plain[max(start, figure.start - length) : figure.start]

    def after(self, figure: Figure, length: int = 80) -> str:
        """The plain text of the same block behind a figure, at most `length` characters."""
        end = self.source.blocks[figure.block].end
        return self.source.plain[figure.end : min(end, figure.end + length)]

    def block_of(self, figure: Figure) -> Block:
        return self.source.blocks[figure.block]

    @cached_property
    def bare_thousands(self) -> int:
        """How many whole numbers of four digits and more have no separator and are not what might be a year."""
        return sum(_is_bare_thousand(figure) for figure in self.figures)

    @cached_property
    def sentences_of_blocks(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return found


def read_figures(source: SourceText) -> Reading:
    """The figures of a text. Time and memory grow with its length; a run of more digits than any number has is none."""
    plain = source.plain
    counts = counts_like_years(source)
    dates = [date for date in dates_in(plain, COUNTED | UNIT_WORDS) if date.start not in counts]
    cells = frozenset(block.start for block in source.blocks if block.kind is BlockKind.CELL)
    names = sorted(names_in(plain, COUNTED | UNIT_WORDS, cells))
    taken = bytearray(len(plain))
    for start, end in (*((date.start, date.end) for date in dates), *names):
        taken[start:end] = b"\x01" * (end - start)
    tokens = list(tokens_in(source, taken))
    convention = convention_of(
        (token.written.lstrip("+-"), is_measured(plain, token.end)) for token in tokens if not token.is_broken
    )
    inside = {at for token in tokens if token.is_broken for at in range(token.start, token.end)}
    sentences = sentences_of(source, inside)
    figures = figures_in(source, tokens, convention, sentences)
    of_sentence: dict[int, list[int]] = {}
    for figure in figures:
        of_sentence.setdefault(figure.sentence, []).append(figure.index)
    placed = tuple(
        replace(one, figures=tuple(of_sentence[one.index])) if one.index in of_sentence else one for one in sentences
    )
    return Reading(source, convention, placed, tuple(figures), tuple(dates), tuple(names))


def _is_bare_thousand(figure: Figure) -> bool:
    if figure.notation is not Notation.PLAIN or figure.value is None:
        return False
    number = figure.value if figure.factor == 1 else figure.value / figure.factor
    return number >= 1000 and not 1900 <= number < 2100
