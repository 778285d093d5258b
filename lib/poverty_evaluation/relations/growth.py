"""Mức tăng, giảm bình quân năm: the average yearly change between two levels, in amounts or by compound growth."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.relations.intervals import Interval
from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.verdicts import Computed, Verdict, judge_equal, unverifiable
from poverty_evaluation.vocabulary.findings import FindingKind

#: Roots are taken in floating point; this is far finer than any printed rate.
_FINEST = 10**12


@dataclass(frozen=True, slots=True)
class AverageDifference:
    """Bình quân mỗi năm tăng, giảm: (after - before) / years is the stated signed change."""

    before: Stated | None
    after: Stated | None
    years: int
    change: Stated | None

    def check(self) -> Verdict:
        detail = f"({_text(self.after)} - {_text(self.before)}) / {self.years}"
        if self.before is None or self.after is None or self.years < 1:
            return unverifiable(self.change, FindingKind.DIFFERENCE, detail)
        computed = (Computed.of(self.after) - Computed.of(self.before)) * Computed.exactly(Fraction(1, self.years))
        return judge_equal(self.change, computed, FindingKind.DIFFERENCE, detail)


@dataclass(frozen=True, slots=True)
class AverageGrowth:
    """Tốc độ tăng bình quân năm: the years-th root of after / before, less 1, is the stated signed fraction of 1.

    compound: by the root; otherwise the relative change divided by the years.
    """

    before: Stated | None
    after: Stated | None
    years: int
    change: Stated | None
    compound: bool = True

    def check(self) -> Verdict:
        detail = f"{_text(self.after)} / {_text(self.before)}, {self.years}"
        if self.before is None or self.after is None or self.years < 1:
            return unverifiable(self.change, FindingKind.RELATIVE_CHANGE, detail)
        ratio = Computed.of(self.after).over(Computed.of(self.before))
        if ratio is None or ratio.value <= 0:
            return unverifiable(self.change, FindingKind.RELATIVE_CHANGE, detail)
        one = Computed.exactly(Fraction(1))
        if not self.compound:
            computed = (ratio - one) * Computed.exactly(Fraction(1, self.years))
        else:
            computed = _root(ratio, self.years) - one
        return judge_equal(self.change, computed, FindingKind.RELATIVE_CHANGE, detail)


def _root(ratio: Computed, years: int) -> Computed:
    return Computed(
        _root_of(ratio.value, years), _ends(ratio.printed, years), _ends(ratio.possible, years), ratio.is_estimate,
        ratio.is_partial,
    )  # fmt: skip


def _ends(interval: Interval, years: int) -> Interval:
    low = None if interval.low is None else _root_of(max(interval.low, Fraction(0)), years)
    high = None if interval.high is None else _root_of(interval.high, years)
    return Interval(low, high, interval.low_open, interval.high_open)


def _root_of(value: Fraction, years: int) -> Fraction:
    return Fraction(round(float(value) ** (1 / years) * _FINEST), _FINEST)


def _text(figure: Stated | None) -> str:
    return "?" if figure is None else figure.text
