"""Tỷ lệ và mức thay đổi: shares, differences and relative changes, and what a rate tells of its denominator."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.verdicts import Computed, Verdict, judge_equal, unverifiable
from poverty_evaluation.vocabulary.findings import FindingKind


@dataclass(frozen=True, slots=True)
class Share:
    """Tỷ lệ: part / whole is the stated rate (a fraction of 1).

    It agrees when some values inside the printed precision of part and whole give a rate that rounds half-up to
    the printed one.
    """

    part: Stated | None
    whole: Stated | None
    rate: Stated | None

    def check(self) -> Verdict:
        detail = f"{_text(self.part)} / {_text(self.whole)}"
        return _judge(self.rate, self.part, self.whole, Fraction(0), FindingKind.SHARE, detail)


@dataclass(frozen=True, slots=True)
class Difference:
    """Mức tăng, giảm: after - before is the stated change.

    The change is signed: a rise is positive, a fall negative. A fall printed without a sign ("giảm 182 hộ") is
    passed as `stated.as_fall()`. The difference of two rates is in the same unit as they (0,51 điểm phần trăm
    of 1 is 0.0051).
    """

    before: Stated | None
    after: Stated | None
    change: Stated | None

    def check(self) -> Verdict:
        detail = f"{_text(self.after)} - {_text(self.before)}"
        if self.before is None or self.after is None:
            return unverifiable(self.change, FindingKind.DIFFERENCE, detail)
        computed = Computed.of(self.after) - Computed.of(self.before)
        return judge_equal(self.change, computed, FindingKind.DIFFERENCE, detail)


@dataclass(frozen=True, slots=True)
class RelativeChange:
    """Tốc độ tăng, giảm: (after - before) / before is the stated change, a signed fraction of 1."""

    before: Stated | None
    after: Stated | None
    change: Stated | None

    def check(self) -> Verdict:
        detail = f"{_text(self.after)} / {_text(self.before)} - 1"
        return _judge(self.change, self.after, self.before, Fraction(1), FindingKind.RELATIVE_CHANGE, detail)


def denominator_bounds(count: int, rate: Fraction, decimals_percent: int) -> tuple[int, int]:
    """Khoảng mẫu số: the smallest and largest total of which `count` is the printed rate.

    All integers N for which 100 · count / N, rounded half-up to `decimals_percent` decimals, is the printed per
    cent; `rate` is that per cent as a fraction of 1. ValueError where there is no such range: nothing counted, a
    rate that prints as zero (any large N would do), or no integer that gives the rate.
    """
    if count <= 0:
        raise ValueError(f"a count of {count} does not bound its denominator")
    half_step = Fraction(1, 2 * 10 ** (decimals_percent + 2))
    if rate <= half_step:
        raise ValueError(f"the rate {rate} prints as zero with {decimals_percent} decimals and bounds no denominator")
    low = math.floor(count / (rate + half_step)) + 1
    high = math.floor(count / (rate - half_step))
    if low > high:
        raise ValueError(f"no whole number N gives {count}/N = {rate} with {decimals_percent} decimals of a per cent")
    return low, high


def _judge(
    stated: Stated | None,
    numerator: Stated | None,
    denominator: Stated | None,
    less: Fraction,
    kind: FindingKind,
    detail: str,
) -> Verdict:
    if numerator is None or denominator is None:
        return unverifiable(stated, kind, detail)
    quotient = Computed.of(numerator).over(Computed.of(denominator))
    if quotient is not None and less:
        quotient = quotient - Computed.exactly(less)
    return judge_equal(stated, quotient, kind, detail)


def _text(figure: Stated | None) -> str:
    return "?" if figure is None else figure.text
