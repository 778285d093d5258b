"""Con số được nêu: a figure as somebody printed it, and the numbers it may stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.relations.intervals import Interval
from poverty_evaluation.vocabulary.choices import Qualifier

#: How far from its printed value an estimate ("ước", "khoảng") may lie before disagreement is worth telling.
ESTIMATE_SLACK = Fraction(1, 10)

_ESTIMATES = (Qualifier.ESTIMATE, Qualifier.ESTIMATED_LOWER_BOUND)
_MIRRORED = {Qualifier.LOWER_BOUND: Qualifier.UPPER_BOUND, Qualifier.UPPER_BOUND: Qualifier.LOWER_BOUND}


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated figure.

    key: the id by which the caller knows it; value: the printed number in its base unit (đồng, fraction of 1 …);
    half_step: half of the last printed digit in that unit, 0 for an exact count ("1,36%" has 1/20000,
    "802,8 triệu đồng" 50 000); qualifier: the hedge in front of it.
    """

    key: str
    value: Fraction
    half_step: Fraction = Fraction(0)
    qualifier: Qualifier = Qualifier.EXACT
    as_printed: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        if self.half_step.numerator < 0:
            raise ValueError(f"half_step of {self.key} is negative: {self.half_step}")

    @property
    def printed(self) -> Interval:
        """The numbers that round half-up (away from zero) to the printed one."""
        sign = self.value.numerator  # the sign of the whole: integers compare faster than fractions
        if not self.half_step:
            return Interval.point(self.value)
        return Interval(self.value - self.half_step, self.value + self.half_step, sign <= 0, sign >= 0)

    @property
    def possible(self) -> Interval:
        """The numbers the statement allows, its hedge taken at its word."""
        match self.qualifier:
            case Qualifier.EXACT:
                return self.printed
            case Qualifier.LOWER_BOUND:
                return Interval(self.value, None)
            case Qualifier.UPPER_BOUND:
                return Interval(None, self.value)
            case Qualifier.ESTIMATE:
                return self.printed + Interval(-self._slack, self._slack)
            case Qualifier.ESTIMATED_LOWER_BOUND:
                return Interval(self.value - self._slack, None)
            case _:
                return self.printed

    @property
    def _slack(self) -> Fraction:
        return abs(self.value) * ESTIMATE_SLACK

    @property
    def is_estimate(self) -> bool:
        return self.qualifier in _ESTIMATES

    def as_fall(self) -> Stated:
        """The signed change of a printed fall: "giảm 182 hộ" states 182 and means -182; bounds change sides."""
        return replace(self, value=-self.value, qualifier=_MIRRORED.get(self.qualifier, self.qualifier))

    def coarser(self) -> Stated | None:
        """The same figure with its last printed decimal dropped, where that decimal is a zero; None elsewhere.

        "15,40%" may be 15,4% padded to two decimals. Only decimals of a per cent or finer count: the zeros of
        "40 triệu" or "40%" are part of the number.
        """
        step = 2 * self.half_step
        if step == 0 or step >= Fraction(1, 100) or (self.value / (10 * step)).denominator != 1:
            return None
        return replace(self, half_step=10 * self.half_step)

    @property
    def text(self) -> str:
        return self.as_printed or str(self.value)
