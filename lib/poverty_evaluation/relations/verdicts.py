"""Kết luận: what comes out when a stated figure is held against a recomputation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.relations.intervals import Interval
from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind


class State(StrEnum):
    HOLDS = "holds"  # agrees exactly, or says no more than its hedge claims
    HOLDS_ROUNDED = "holds_rounded"  # agrees within the printed precision
    HOLDS_COARSER = "holds_coarser"  # agrees only when the last printed decimal, a zero, is dropped
    LIKELY = "likely"  # probably wrong
    CONTRADICTION = "contradiction"  # cannot be true as it stands
    UNVERIFIABLE = "unverifiable"  # a value is missing, or hedges leave it open


AGREEING = frozenset({State.HOLDS, State.HOLDS_ROUNDED, State.HOLDS_COARSER})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one relation.

    stated: the value held against the computation; computed_low, computed_high: the range the operands allow
    (None: no bound); difference: stated less the value computed from the figures as printed (None when one is
    missing); detail: the computation, written with the figures as printed; reading: for a slip of the unit, the
    value that would be right.
    """

    state: State
    kind: FindingKind
    stated: Fraction | None
    computed_low: Fraction | None
    computed_high: Fraction | None
    difference: Fraction | None
    detail: str
    reading: Fraction | None = None

    @property
    def agrees(self) -> bool:
        return self.state in AGREEING

    @property
    def computed(self) -> Fraction | None:
        """The value computed from the figures as printed."""
        if self.stated is None or self.difference is None:
            return None
        return self.stated - self.difference


@dataclass(frozen=True, slots=True)
class Computed:
    """A value computed from stated figures: as printed, within their precision, and with their hedges.

    is_estimate: an operand was an estimate; is_partial: an operand is missing, so `possible` is only what the
    known ones allow and `value` their sum.
    """

    value: Fraction
    printed: Interval
    possible: Interval
    is_estimate: bool = False
    is_partial: bool = False

    @classmethod
    def exactly(cls, value: Fraction) -> Computed:
        point = Interval.point(value)
        return cls(value, point, point)

    @classmethod
    def of(cls, figure: Stated) -> Computed:
        printed = figure.printed
        possible = printed if figure.qualifier is Qualifier.EXACT else figure.possible
        return cls(figure.value, printed, possible, figure.is_estimate)

    @classmethod
    def missing_amount(cls) -> Computed:
        """A missing figure that cannot be negative."""
        return cls(Fraction(0), Interval.point(Fraction(0)), Interval(Fraction(0), None), is_partial=True)

    @property
    def is_plain(self) -> bool:
        """Whether no hedge makes more possible than is printed, so that both are reckoned at once."""
        return self.possible is self.printed

    def __add__(self, other: Computed) -> Computed:
        printed = self.printed + other.printed
        return Computed(
            self.value + other.value,
            printed,
            printed if self.is_plain and other.is_plain else self.possible + other.possible,
            self.is_estimate or other.is_estimate,
            self.is_partial or other.is_partial,
        )

    def __neg__(self) -> Computed:
        printed = -self.printed
        possible = printed if self.is_plain else -self.possible
        return Computed(-self.value, printed, possible, self.is_estimate, self.is_partial)

    def __sub__(self, other: Computed) -> Computed:
        return self + -other

    def __mul__(self, other: Computed) -> Computed:
        printed = self.printed * other.printed
        return Computed(
            self.value * other.value,
            printed,
            printed if self.is_plain and other.is_plain else self.possible * other.possible,
            self.is_estimate or other.is_estimate,
            self.is_partial or other.is_partial,
        )

    def over(self, other: Computed) -> Computed | None:
        """The quotient; None when the divisor may be zero or negative."""
        printed = other.printed.reciprocal()
        possible = printed if other.is_plain else other.possible.reciprocal()
        if printed is None or possible is None:
            return None
        return self * Computed(1 / other.value, printed, possible, other.is_estimate, other.is_partial)


def judge_equal(stated: Stated | None, computed: Computed | None, kind: FindingKind, detail: str) -> Verdict:
    """Is the stated figure the computed one, within precision and hedges? None on either side leaves it open."""
    if stated is None or computed is None:
        return _open(stated.value if stated else None, kind, detail)
    return _verdict(_state_of_equality(stated, computed), stated.value, computed, kind, detail)


def judge_at_most(whole: Stated | None, part: Computed | None, kind: FindingKind, detail: str) -> Verdict:
    """Does the part stay within the whole? A figure hedged "trên" is judged as printed when it fits."""
    if whole is None or part is None:
        return _open(whole.value if whole else None, kind, detail)
    return _verdict(_state_of_order(whole, part), whole.value, part, kind, detail)


def unverifiable(stated: Stated | None, kind: FindingKind, detail: str) -> Verdict:
    return _open(stated.value if stated else None, kind, detail)


def _state_of_equality(stated: Stated, computed: Computed) -> State:
    if computed.is_partial:
        return State.UNVERIFIABLE if computed.possible.meets(stated.possible) else _disagreement(stated, computed)
    if stated.value == computed.value:
        return State.HOLDS
    printed = stated.printed
    if computed.printed.meets(printed):
        return State.HOLDS_ROUNDED
    is_exact = stated.qualifier is Qualifier.EXACT
    possible = printed if is_exact else stated.possible
    if not stated.is_estimate and not computed.is_estimate and computed.possible.within(possible):
        return State.HOLDS
    if not (is_exact and computed.is_plain) and computed.possible.meets(possible):
        return State.UNVERIFIABLE
    coarser = stated.coarser()
    if coarser is not None and computed.printed.meets(coarser.printed):
        return State.HOLDS_COARSER
    return _disagreement(stated, computed)


def _state_of_order(whole: Stated, part: Computed) -> State:
    if not part.is_partial:
        if part.value <= whole.value:
            return State.HOLDS
        if part.printed.may_be_at_most(whole.printed):
            return State.HOLDS_ROUNDED
    if part.possible.may_be_at_most(whole.possible):
        says_at_least = whole.possible.high is None and not whole.is_estimate and not part.is_partial
        return State.HOLDS if says_at_least else State.UNVERIFIABLE
    return _disagreement(whole, part)


def _disagreement(stated: Stated, computed: Computed) -> State:
    return State.LIKELY if stated.is_estimate or computed.is_estimate else State.CONTRADICTION


def _verdict(state: State, stated: Fraction, computed: Computed, kind: FindingKind, detail: str) -> Verdict:
    difference = None if computed.is_partial else stated - computed.value
    return Verdict(state, kind, stated, computed.possible.low, computed.possible.high, difference, detail)


def _open(stated: Fraction | None, kind: FindingKind, detail: str) -> Verdict:
    return Verdict(State.UNVERIFIABLE, kind, stated, None, None, None, detail)
