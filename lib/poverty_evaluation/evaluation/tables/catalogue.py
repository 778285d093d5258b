"""Danh mục các biểu: every table an outline can name, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from poverty_evaluation.evaluation.asked import AskedBlock
from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.pictures import MASS_ORGANISATION
from poverty_evaluation.evaluation.sections import organisation_codes
from poverty_evaluation.evaluation.tables.annexes import method_table, sources_table
from poverty_evaluation.evaluation.tables.breakdowns import breakdown_tables
from poverty_evaluation.evaluation.tables.funds import fund_disbursement_by_source_table, fund_disbursement_table
from poverty_evaluation.evaluation.tables.money import money_by_group_table, money_by_organisation_table
from poverty_evaluation.evaluation.tables.policies_matrix import policy_matrix_table
from poverty_evaluation.evaluation.tables.poverty import poverty_table, reviews_table
from poverty_evaluation.evaluation.tables.targets import targets_table
from poverty_evaluation.evaluation.tables.unit_costs import unit_cost_table

#: Makes the tables a block asks for: none where nothing was sent. InputError for an option that leads nowhere.
TableBuilder: TypeAlias = Callable[[AskedBlock], Sequence[Table]]


def _plain(build: Callable[[EvaluationContext], Table | None]) -> TableBuilder:
    """A table that takes no options."""
    return lambda asked: _given(build(asked.context))


def _given(table: Table | None) -> Sequence[Table]:
    return [] if table is None else [table]


def _reviews(asked: AskedBlock) -> Sequence[Table]:
    """A table of reviews is named after its first column, so that a report can hold several."""
    columns = asked.indicators("columns")
    identity = "_".join(["reviews", *columns[:1]])
    return _given(reviews_table(asked.context, columns, asked.worded("title"), identity))


def _money_by_organisation(asked: AskedBlock) -> Sequence[Table]:
    types = {item.type for item in asked.context.reference.organisations.values()}
    if asked.has("organisation_type"):
        asked.texts("organisation_type", sorted(types))
    kind = asked.text("organisation_type") or MASS_ORGANISATION
    return _given(money_by_organisation_table(asked.context, organisation_codes(asked.context, kind)))


TABLES: Mapping[str, TableBuilder] = {
    "poverty": _plain(poverty_table),
    "reviews": _reviews,
    "money_by_group": _plain(money_by_group_table),
    "money_by_organisation": _money_by_organisation,
    "fund_disbursement": _plain(fund_disbursement_table),
    "fund_disbursement_by_source": _plain(fund_disbursement_by_source_table),
    "breakdown": breakdown_tables,
    "unit_costs": _plain(unit_cost_table),
    "targets": _plain(targets_table),
    "policy_matrix": _plain(policy_matrix_table),
    "method": _plain(method_table),
    "sources": _plain(sources_table),
}
