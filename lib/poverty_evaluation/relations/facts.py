"""Cùng một con số nêu hai lần: the same fact in two places, in words and digits, at a close and an opening."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.verdicts import Computed, Verdict, judge_equal
from poverty_evaluation.vocabulary.findings import FindingKind


@dataclass(frozen=True, slots=True)
class WordsAgainstDigits:
    """Số tiền bằng chữ và bằng số: which of the two is right cannot be told from them."""

    words: Stated | None
    digits: Stated | None

    def check(self) -> Verdict:
        return _same(self.digits, self.words, FindingKind.WORDS)


@dataclass(frozen=True, slots=True)
class SameFact:
    """Một việc kể hai lần: equal figures are a duplicate to be counted once, unequal ones contradict."""

    first: Stated | None
    second: Stated | None

    def check(self) -> Verdict:
        return _same(self.second, self.first, FindingKind.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Carried:
    """Số cuối kỳ trước là số đầu kỳ này: closing(t) = opening(t+1), under one standard and boundary."""

    closing: Stated | None
    next_opening: Stated | None

    def check(self) -> Verdict:
        return _same(self.next_opening, self.closing, FindingKind.IDENTITY)


@dataclass(frozen=True, slots=True)
class CountOfListed:
    """Số lượng nêu và số mục liệt kê: "04 mô hình" followed by the names of four wards."""

    announced: Stated | None
    listed: int

    def check(self) -> Verdict:
        return judge_equal(self.announced, Computed.exactly(Fraction(self.listed)), FindingKind.COUNT, str(self.listed))


def _same(stated: Stated | None, other: Stated | None, kind: FindingKind) -> Verdict:
    computed = None if other is None else Computed.of(other)
    return judge_equal(stated, computed, kind, "?" if other is None else other.text)
