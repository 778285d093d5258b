"""Dựng con số: a figure from a number and what stands beside it; ranges, fractions and compound amounts as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.figures.around_number import (
    NO_NOUN,
    ONE,
    hedge,
    measured,
    noun_behind,
    past_repetition,
    per_of_count,
    rate_of,
    scale_behind,
    unit_behind,
)
from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.notation import Convention, alternatives_in
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.figures.tokens import Token, read_token
from poverty_evaluation.audit.figures.units import SCALE, scale_of
from poverty_evaluation.vocabulary.choices import Qualifier

#: No sentence that people write has more: what follows is not read.
_MOST_OF_SENTENCE = 5_000
_NONE = Fraction(0)
_CLAUSE_END = re.compile(r"[,;:()\[\]]|\s-\s|\s\+\s")


def figures_in(
    source: SourceText, tokens: list[Token], convention: Convention, sentences: list[Sentence]
) -> list[Figure]:
    """The figures of a text, numbered in its order; tokens: its numbers in the same order."""
    found: list[Figure] = []
    at = 0
    for sentence in sentences:
        while at < len(tokens) and tokens[at].start < sentence.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < sentence.end:
            last += 1
        if last > at:
            read = tokens[at : min(last, at + _MOST_OF_SENTENCE)]
            found += _OfSentence(source, convention, sentence, read, len(found)).figures()
        at = last
    return found


class _OfSentence:
    """The figures of one sentence, made from the left: each ends what can be the label of the next."""

    def __init__(
        self, source: SourceText, convention: Convention, sentence: Sentence, tokens: Sequence[Token], first: int
    ) -> None:
        self.source, self.convention, self.sentence, self.tokens, self.first = (
            source, convention, sentence, tokens, first,
        )  # fmt: skip
        self.clause, self.clause_at, self.label = 0, sentence.start, ""

    def figures(self) -> list[Figure]:
        found: list[Figure] = []
        previous_end, place = self.sentence.start, 0
        while place < len(self.tokens):
            self._move_to(self.tokens[place], previous_end)
            made = self._next(place, self.first + len(found))
            found += made
            previous_end = made[-1].end
            place += 1
            while place < len(self.tokens) and self.tokens[place].start < previous_end:
                place += 1
        return found

    def _move_to(self, token: Token, previous_end: int) -> None:
        """Count the clauses up to a number and take the words in front of it as its label."""
        plain = self.source.plain
        for end in _CLAUSE_END.finditer(plain, previous_end, token.start):
            self.clause, self.clause_at = self.clause + 1, end.end()
        self.label = " ".join(plain[max(self.clause_at, previous_end) : token.start].split())

    def _next(self, place: int, index: int) -> list[Figure]:
        """The figure that begins with a number; the two of a fraction."""
        token, following = self.tokens[place], self._token(place + 1)
        if following is None:
            return [self._figure(token, self.sentence.end, index)]
        joint = self.source.plain[token.end : following.start]
        beyond = self._token(place + 2)
        after = beyond.start if beyond else self.sentence.end
        if re.fullmatch(r"\s?-\s?", joint) and (made := self._range(token, following, after, index)) is not None:
            return [made]
        if re.fullmatch(r"\s?/\s?", joint) and not token.is_broken:
            lower = self._figure(following, after, index + 1)
            if lower.measure not in (Measure.PERCENT, Measure.POINTS):
                return list(_fraction(self._figure(token, token.end, index), lower))
        figure = self._figure(token, following.start, index)
        if _goes_on(self.source.plain, figure, following):
            joined = _joined(self.source, figure, self._figure(following, after, index))
            if joined is not None:
                return [joined]
        return [figure]

    def _token(self, place: int) -> Token | None:
        return self.tokens[place] if place < len(self.tokens) else None

    def _figure(self, token: Token, limit: int, index: int) -> Figure:
        """The figure of a number whose unit and noun end before `limit`."""
        plain = self.source.plain
        written = read_token(token, self.convention)
        at, scale, scale_text, unit, noun, noun_end = token.end, ONE, "", "", NO_NOUN, token.end
        if at < limit:  # most numbers of tables stand alone
            at, scale, scale_text = scale_behind(plain, past_repetition(plain, at, limit), limit)
            unit, at = unit_behind(plain, at, limit)
            noun, noun_end = noun_behind(plain, at, limit)
        measure, base, size, end = measured(unit, scale_text, noun, at, noun_end)
        per = per_of_count(plain, at, limit, unit, noun) or rate_of(plain, at, limit, self.clause_at, token.start)
        factor, number = scale if size == 1 else scale * size, written.number
        value = None if number is None else number.value if factor == 1 else number.value * factor
        half_step = _NONE
        if number is not None and (number.decimals or factor != 1):
            half_step = Fraction(factor.numerator, factor.denominator * 2 * 10**number.decimals)
        return Figure(
            index=index, start=token.start, end=end, number_end=token.end,
            text=" ".join(self.source.text[token.start : end].split()), measure=measure,
            value=value, half_step=half_step, unit=base, noun=noun,
            label=self.label, qualifier=hedge(plain, self.clause_at, token.start, end, limit), per=per,
            block=self.sentence.block, sentence=self.sentence.index, clause=self.clause, notation=written.notation,
            decimals=number.decimals if number else 0, factor=factor,
            alternatives=alternatives_in(written, factor, self.source.text[token.end : end], self.convention),
            reason_vi=written.reason_vi, reason_en=written.reason_en,
        )  # fmt: skip

    def _range(self, first: Token, second: Token, limit: int, index: int) -> Figure | None:
        """5-7 hộ, 10 - 15%: one figure whose value is the middle and whose half step reaches both ends."""
        high = self._figure(second, limit, index)
        low = read_token(first, self.convention).number
        if high.value is None or low is None or high.notation is Notation.MALFORMED:
            return None
        low_value = low.value * high.factor
        if not 0 <= low_value < high.value or low_value * 20 < high.value:
            return None
        middle, half = (low_value + high.value) / 2, (high.value - low_value) / 2
        return replace(
            high, start=first.start, value=middle, half_step=half + high.half_step, is_range=True,
            text=" ".join(self.source.text[first.start : high.end].split()), alternatives=(),
            qualifier=hedge(self.source.plain, self.clause_at, first.start, high.end, limit),
        )  # fmt: skip


def _goes_on(plain: str, figure: Figure, following: Token) -> bool:
    """Whether nothing but a scale word stands between a number and the next: 16 tỷ 434 triệu đồng."""
    between = plain[figure.number_end : following.start].strip()
    return SCALE.fullmatch(between) is not None


def _joined(source: SourceText, high: Figure, low: Figure) -> Figure | None:
    """16 tỷ 434 triệu đồng, 1 nghìn 200 chị: one figure; None when the second is no smaller part of it."""
    scale = scale_of(source.plain[high.number_end : low.start].strip()) if high.value is not None else Fraction(0)
    if low.value is None or low.value >= scale or low.measure not in (Measure.MONEY, Measure.COUNT):
        return None
    if low.factor == 1 and low.value * 10 < scale:
        return None
    number = Fraction(high.known / high.factor) * scale
    text = " ".join(source.text[high.start : low.end].split())
    return replace(
        low, start=high.start, text=text, value=number + low.value, qualifier=high.qualifier, label=high.label,
        alternatives=(),
    )  # fmt: skip


def _fraction(upper: Figure, lower: Figure) -> tuple[Figure, Figure]:
    """5/16 xã, 115/116 ha: the unit behind the second number is that of both."""
    upper = replace(
        upper, measure=lower.measure, unit=lower.unit, noun=lower.noun, factor=lower.factor, fraction=lower.index,
        value=None if upper.value is None else upper.value * lower.factor,
        half_step=upper.half_step * lower.factor if upper.decimals or lower.factor == 1 else lower.factor / 2,
    )  # fmt: skip
    return upper, replace(lower, fraction=upper.index, is_denominator=True, qualifier=Qualifier.EXACT)
