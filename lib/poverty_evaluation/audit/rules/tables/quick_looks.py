"""Nhìn nhanh: cells so far apart that no rounding brings them together, told without the exact arithmetic.

A table is tried for many relations that its rows do not keep to. What is far apart here never agrees there; what is
not may still disagree.
"""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.rules.tables.grid import Cell
from poverty_evaluation.vocabulary.choices import Qualifier

#: A zero at the end may be no printed digit: the figure is then ten times as coarse.
_COARSER = 10
#: Far more than the rounding of the computer.
_SLACK = 1e-9


def is_far_sum(whole: Cell, parts: Sequence[Cell]) -> bool:
    """Whether parts cannot add up to a whole."""
    if not _are_exact(whole, *parts):
        return False
    stated, step = _spread(whole)
    spreads = [_spread(part) for part in parts]
    steps = _COARSER * step + sum(half for _, half in spreads)
    size = abs(stated) + sum(abs(value) for value, _ in spreads)
    return abs(sum(value for value, _ in spreads) - stated) > steps + _SLACK * (1 + size)


def is_far_quotient(rate: Cell, part: Cell, whole: Cell, less: int = 0, is_fall: bool = False) -> bool:
    """Whether part / whole, less 1 for a change, cannot be the rate; is_fall: that is told without its minus."""
    if not _are_exact(rate, part, whole):
        return False
    (over, over_step), (under, under_step) = _spread(part), _spread(whole)
    least, narrow = over - over_step, under - under_step
    if least <= _SLACK * over or narrow <= _SLACK * under:
        return False
    stated, step = _rate_spread(rate)
    stated, step = -stated if is_fall else stated, _COARSER * step
    low, high = least / (under + under_step) - less, (over + over_step) / narrow - less
    slack = _SLACK * (1 + abs(stated) + abs(high) + less) * (over / least) * (under / narrow)
    return low > stated + step + slack or high < stated - step - slack


def _are_exact(*cells: Cell) -> bool:
    return all(cell.figure.qualifier is Qualifier.EXACT for cell in cells)


def _spread(cell: Cell) -> tuple[float, float]:
    """The value of a cell and how far it may be off, as `Cell.stated` tells them."""
    figure = cell.figure
    return float(figure.known) * cell.sign, max(float(figure.half_step), float(cell.step))


def _rate_spread(cell: Cell) -> tuple[float, float]:
    """The same of a rate as a fraction of 1, as `Cell.as_rate` tells them."""
    (value, half), last_digit = _spread(cell), 0.5 / 10**cell.figure.decimals
    if cell.figure.measure in (Measure.PERCENT, Measure.POINTS):
        return value, max(float(cell.figure.half_step), last_digit / 100)
    return value / 100, max(half, last_digit) / 100
