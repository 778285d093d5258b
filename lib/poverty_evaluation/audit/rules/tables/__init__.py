"""Bảng số liệu: the tables of a text: what their headers and labels say of sums, shares, changes and balances."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Claim
from poverty_evaluation.audit.rules.tables.balances import balances_down
from poverty_evaluation.audit.rules.tables.columns import columns_of
from poverty_evaluation.audit.rules.tables.grid import grids_of
from poverty_evaluation.audit.rules.tables.product_columns import products_of
from poverty_evaluation.audit.rules.tables.rows import sums_down


def table_relations(reading: Reading) -> Iterator[Claim]:
    """The claims of every table: its rows added down, its columns held against one another."""
    for grid in grids_of(reading):
        yield from sums_down(grid)
        yield from balances_down(grid)
        yield from columns_of(grid)
        yield from products_of(grid)
