"""Đơn giá: an amount per household, gift or house, held against comparable rows to find slips of the unit."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.verdicts import State, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

#: triệu written for tỷ, a decimal comma for a thousands dot: a factor of a thousand; đồng for triệu: of a million.
SLIPS = (1000, 1000**2)
#: How many times off comparable rows a cost must be before a slip is supposed …
FAR = 100
#: … and how near to them the mended reading must come.
NEAR = 10
#: How many times its sister rows of the same whole makes a row probably wrong.
OUTLYING = 3


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Đơn giá so với các dòng tương tự.

    siblings: unit costs of comparable rows elsewhere; sister_parts: unit costs of the other parts of the same
    whole. Both without the row itself. CONTRADICTION: at least 100 times off the median of the siblings while a
    thousand or a million times more or less would be within 10 times of it; `Verdict.reading` is then the amount that
    would be right. LIKELY: far off without such a reading, or at least 3 times each of its sister parts. UNVERIFIABLE:
    nothing to compare with.
    """

    amount: Stated | None
    base: Stated | None
    siblings: tuple[Fraction, ...]
    sister_parts: tuple[Fraction, ...] = ()

    def check(self) -> Verdict:
        amount, base = self.amount, self.base
        detail = f"{amount.text if amount else '?'} / {base.text if base else '?'}"
        comparable = [cost for cost in (*self.siblings, *self.sister_parts) if cost > 0]
        if amount is None or base is None or amount.value <= 0 or base.value <= 0 or not comparable:
            return Verdict(State.UNVERIFIABLE, FindingKind.UNIT, None, None, None, None, detail)
        cost = amount.value / base.value
        siblings = [sibling for sibling in self.siblings if sibling > 0]
        state, factor = _against(cost, statistics.median(siblings)) if siblings else (State.HOLDS, None)
        if state is State.HOLDS and _outlies(cost, self.sister_parts):
            state = State.LIKELY
        return Verdict(
            state,
            FindingKind.UNIT,
            cost,
            min(comparable),
            max(comparable),
            cost - statistics.median(comparable),
            detail,
            None if factor is None else amount.value * factor,
        )


def _against(cost: Fraction, usual: Fraction) -> tuple[State, Fraction | None]:
    if _times(cost, usual) < FAR:
        return State.HOLDS, None
    for slip in SLIPS:
        for factor in (Fraction(slip), Fraction(1, slip)):
            if _times(cost * factor, usual) <= NEAR:
                return State.CONTRADICTION, factor
    return State.LIKELY, None


def _times(cost: Fraction, usual: Fraction) -> Fraction:
    """How many times the larger is the smaller."""
    return max(cost, usual) / min(cost, usual)


def _outlies(cost: Fraction, sister_parts: tuple[Fraction, ...]) -> bool:
    known = [part for part in sister_parts if part > 0]
    return bool(known) and all(cost >= OUTLYING * part for part in known)
