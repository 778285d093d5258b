"""Khoảng giá trị: exact intervals of numbers, open or closed at either end, possibly without end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between `low` and `high`; None is no bound. An open end leaves the bound itself out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it is known at once to hold one number only, as `point` makes it."""
        return self.low is self.high and self.low is not None and not (self.low_open or self.high_open)

    def __add__(self, other: Interval) -> Interval:
        if self.is_point and other.is_point and self.low is not None and other.low is not None:
            return Interval.point(self.low + other.low)
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        if self.is_point and self.low is not None:
            return Interval.point(-self.low)
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return self._mul_unbounded(other)
        if self.is_point and other.is_point:
            return Interval.point(self.low * other.low)
        if self.low > 0 and other.low > 0:
            low, high = self.low * other.low, self.high * other.high
            return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)
        corners = [
            (a * b, a_open or b_open)
            for a, a_open in self._ends()
            for b, b_open in other._ends()
        ]  # fmt: skip
        low = min(value for value, _ in corners)
        high = max(value for value, _ in corners)
        return Interval(
            low,
            high,
            all(is_open for value, is_open in corners if value == low),
            all(is_open for value, is_open in corners if value == high),
        )

    def _ends(self) -> tuple[tuple[Fraction, bool], tuple[Fraction, bool]]:
        assert self.low is not None and self.high is not None
        return (self.low, self.low_open), (self.high, self.high_open)

    def _mul_unbounded(self, other: Interval) -> Interval:
        """A product where a bound is absent: exact for numbers that are not negative, else the whole line."""
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return Interval(None, None)
        return Interval(self.low * other.low, None, self.low_open or other.low_open)

    def reciprocal(self) -> Interval | None:
        """1/x for an interval of positive numbers; None where it holds zero or negative numbers."""
        if self.low is None or self.low < 0 or (self.low == 0 and not self.low_open):
            return None
        if self.is_point:
            return Interval.point(1 / self.low)
        low = Fraction(0) if self.high is None else 1 / self.high
        high = None if self.low == 0 else 1 / self.low
        return Interval(low, high, self.high_open or self.high is None, self.low_open)

    def meets(self, other: Interval) -> bool:
        """Do the two have a number in common?"""
        return self.may_be_at_most(other) and other.may_be_at_most(self)

    def may_be_at_most(self, other: Interval) -> bool:
        """Is some number of this one less than or equal to some number of the other?"""
        if self.low is None or other.high is None:
            return True
        apart = self.low.numerator * other.high.denominator - other.high.numerator * self.low.denominator
        return apart < 0 or (apart == 0 and not self.low_open and not other.high_open)

    def within(self, other: Interval) -> bool:
        """Is every number of this one a number of the other?"""
        return self._starts_within(other) and (-self)._starts_within(-other)

    def _starts_within(self, other: Interval) -> bool:
        if other.low is None:
            return True
        if self.low is None:
            return False
        return self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
