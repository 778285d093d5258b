"""Nhìn nhanh: figures so far apart that no rounding brings them together, told without the exact arithmetic.

A table is tried for many relations that its rows do not keep to. What is far apart here is never in agreement there;
what is not may still disagree.
"""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.relations import Stated
from poverty_evaluation.vocabulary.choices import Qualifier

#: A zero at the end may be no printed digit: the figure is then ten times as coarse.
_COARSER = 10
#: Far more than the rounding of the computer.
_SLACK = 1e-9


def is_far_sum(whole: Stated, parts: Sequence[Stated]) -> bool:
    """Whether parts cannot add up to a whole."""
    if not _are_exact(whole, *parts):
        return False
    stated, values = float(whole.value), [float(part.value) for part in parts]
    steps = _COARSER * float(whole.half_step) + sum(float(part.half_step) for part in parts)
    size = abs(stated) + sum(map(abs, values))
    return abs(sum(values) - stated) > steps + _SLACK * (1 + size)


def is_far_quotient(rate: Stated, part: Stated, whole: Stated, less: int = 0) -> bool:
    """Whether part / whole, less 1 for a change, cannot be the rate."""
    if not _are_exact(rate, part, whole):
        return False
    least, most = float(part.value - part.half_step), float(part.value + part.half_step)
    narrow, wide = float(whole.value - whole.half_step), float(whole.value + whole.half_step)
    if least <= 0 or narrow <= 0:
        return False
    low, high = least / wide - less, most / narrow - less
    stated, step = float(rate.value), _COARSER * float(rate.half_step)
    slack = _SLACK * (1 + abs(stated) + abs(high) + less)
    return low > stated + step + slack or high < stated - step - slack


def _are_exact(*figures: Stated) -> bool:
    return all(figure.qualifier is Qualifier.EXACT for figure in figures)
