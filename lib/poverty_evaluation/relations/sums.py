"""Tổng, hiệu, tích: a whole and its parts, a stock and its movements, a price and a quantity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.verdicts import Computed, Verdict, judge_at_most, judge_equal, unverifiable
from poverty_evaluation.vocabulary.findings import FindingKind

_MISSING = "?"


@dataclass(frozen=True, slots=True)
class SumOfParts:
    """Tổng và "trong đó": the parts of a whole.

    complete: the parts are said to make up the whole, so their sum equals it; otherwise they may not exceed it.
    A missing part (None) makes the sum "at least", for parts that cannot be negative.
    """

    whole: Stated | None
    parts: tuple[Stated | None, ...]
    complete: bool

    def check(self) -> Verdict:
        detail = " + ".join(_text(part) for part in self.parts)
        if not any(self.parts):
            return unverifiable(self.whole, FindingKind.SUM, detail)
        judge = judge_equal if self.complete else judge_at_most
        return judge(self.whole, _total(self.parts), FindingKind.SUM, detail)


@dataclass(frozen=True, slots=True)
class AtMost:
    """Bộ phận không vượt quá tổng: one figure that may not exceed another."""

    part: Stated | None
    whole: Stated | None
    kind: FindingKind = FindingKind.SUM

    def check(self) -> Verdict:
        return judge_at_most(self.whole, _computed(self.part), self.kind, f"{_text(self.part)} ≤ {_text(self.whole)}")


@dataclass(frozen=True, slots=True)
class Product:
    """Tích: a quantity times its norm (316 hộ × 10 kg), or several factors."""

    factors: tuple[Stated | None, ...]
    stated: Stated | None

    def check(self) -> Verdict:
        detail = " × ".join(_text(factor) for factor in self.factors)
        known = [factor for factor in self.factors if factor is not None]
        if not known or len(known) < len(self.factors):
            return unverifiable(self.stated, FindingKind.PRODUCT, detail)
        product = Computed.exactly(Fraction(1))
        for factor in known:
            product = product * Computed.of(factor)
        return judge_equal(self.stated, product, FindingKind.PRODUCT, detail)


@dataclass(frozen=True, slots=True)
class FlowIdentity:
    """Cân đối biến động: opening - exits + entries = closing, under one standard and one boundary."""

    opening: Stated | None
    exits: tuple[Stated | None, ...]
    entries: tuple[Stated | None, ...]
    closing: Stated | None

    def check(self) -> Verdict:
        detail = " ".join(
            [
                _text(self.opening),
                *(f"- {_text(figure)}" for figure in self.exits),
                *(f"+ {_text(figure)}" for figure in self.entries),
            ]
        )
        if None in (self.opening, *self.exits, *self.entries):
            return unverifiable(self.closing, FindingKind.IDENTITY, detail)
        computed = _total((self.opening, *self.entries)) - _total(self.exits)
        return judge_equal(self.closing, computed, FindingKind.IDENTITY, detail)


def _total(figures: Iterable[Stated | None]) -> Computed:
    amounts = [Computed.missing_amount() if figure is None else Computed.of(figure) for figure in figures]
    total = amounts[0] if amounts else Computed.exactly(Fraction(0))
    for amount in amounts[1:]:
        total = total + amount
    return total


def _computed(figure: Stated | None) -> Computed | None:
    return None if figure is None else Computed.of(figure)


def _text(figure: Stated | None) -> str:
    return _MISSING if figure is None else figure.text
