"""Bảng số liệu: the tables of a text: what their headers and labels say of sums, shares, changes and balances."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.tables.balances import balances_down
from poverty_evaluation.audit.rules.tables.columns import columns_of
from poverty_evaluation.audit.rules.tables.formulas import formulas_of
from poverty_evaluation.audit.rules.tables.grid import Grid
from poverty_evaluation.audit.rules.tables.product_columns import products_of
from poverty_evaluation.audit.rules.tables.reading import grids_of
from poverty_evaluation.audit.rules.tables.rows import sums_down
from poverty_evaluation.vocabulary.findings import FindingKind

_TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def table_relations(reading: Reading) -> Iterator[Claim]:
    """The claims of every table: its rows added down, its columns held against one another."""
    for grid in grids_of(reading):
        yield from _of_rows_read(
            grid, [*sums_down(grid), *balances_down(grid), *formulas_of(grid), *columns_of(grid), *products_of(grid)]
        )


def _of_rows_read(grid: Grid, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without the alarms on rows that disagree beyond any slip: their cells were not read rightly."""
    rows = {cell.figure.index: row for (row, _), cell in grid.numbers.items()}
    misread = {
        rows[one.stated.index] for one in claims if one.stated and one.verdict in _TOLD and not _may_be_slip(one)
    }
    known = set()
    for one in claims:
        key = (one.kind, frozenset(figure.index for figure in one.figures))
        if key in known:
            continue
        known.add(key)
        if one.verdict not in _TOLD or one.stated is None or rows[one.stated.index] not in misread:
            yield one


def _may_be_slip(one: Claim) -> bool:
    """Whether a disagreement may come from a slip: within a factor of two, or a shift of the point."""
    verdict = one.judge(Figure.stated) if one.judge else None
    if verdict is None or verdict.computed is None or verdict.stated is None:
        return True
    low, high = sorted((abs(verdict.stated), abs(verdict.computed)))
    if (verdict.stated < 0) != (verdict.computed < 0) and one.kind is FindingKind.SHARE:
        return False
    if one.kind is FindingKind.DIFFERENCE:
        return True
    most = Fraction(3, 2) if one.kind is FindingKind.SHARE else 2
    if low <= 0:
        return False
    is_shifted = any(abs(high / low - shift) < Fraction(shift, 20) for shift in (10, 100, 1000))
    return high <= most * low or is_shifted or _digits(one.stated) == _digits_of(one.computed)


def _digits(figure: Figure | None) -> list[str]:
    return _digits_of(figure.text if figure else "")


def _digits_of(text: str) -> list[str]:
    return sorted(char for char in text if char.isdecimal())
