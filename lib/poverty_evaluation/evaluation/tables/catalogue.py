"""Danh mục các biểu: every table an outline can name, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from poverty_evaluation.evaluation.asked import AskedBlock
from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.citations import SECTIONS
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.pictures import MASS_ORGANISATION
from poverty_evaluation.evaluation.sections import organisation_codes
from poverty_evaluation.evaluation.tables.annexes import method_table, sources_table
from poverty_evaluation.evaluation.tables.breakdowns import breakdown_tables
from poverty_evaluation.evaluation.tables.comparison import PARTS, target_comparison_table
from poverty_evaluation.evaluation.tables.credit import credit_tables
from poverty_evaluation.evaluation.tables.documents import ISSUED, documents_table
from poverty_evaluation.evaluation.tables.funds import fund_disbursement_by_source_tables, fund_disbursement_table
from poverty_evaluation.evaluation.tables.housing import housing_table
from poverty_evaluation.evaluation.tables.models import models_table
from poverty_evaluation.evaluation.tables.money import money_by_group_table, money_by_organisation_table
from poverty_evaluation.evaluation.tables.organisations import TYPES as ORGANISATION_TYPES
from poverty_evaluation.evaluation.tables.organisations import organisations_table
from poverty_evaluation.evaluation.tables.policies import policies_table
from poverty_evaluation.evaluation.tables.policies_matrix import policy_matrix_table
from poverty_evaluation.evaluation.tables.poverty import poverty_table, reviews_table
from poverty_evaluation.evaluation.tables.targets import targets_table
from poverty_evaluation.evaluation.tables.training import training_table
from poverty_evaluation.evaluation.tables.unit_costs import unit_cost_table
from poverty_evaluation.evaluation.tables.wards import (
    CLASSES,
    poverty_by_year_table,
    ward_movements_table,
    wards_table,
)

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


def _organisations(asked: AskedBlock) -> Sequence[Table]:
    types = {item.type for item in asked.context.reference.organisations.values()}
    named = asked.texts("organisation_type", sorted(types)) if asked.has("organisation_type") else ()
    return _given(organisations_table(asked.context, named or ORGANISATION_TYPES))


def _documents(asked: AskedBlock) -> Sequence[Table]:
    return _given(documents_table(asked.context, asked.texts("sections", SECTIONS) or ISSUED))


def _target_comparison(asked: AskedBlock) -> Sequence[Table]:
    return _given(target_comparison_table(asked.context, asked.one_of("of", PARTS)))


TABLES: Mapping[str, TableBuilder] = {
    "poverty": _plain(poverty_table),
    "reviews": _reviews,
    "wards": _plain(wards_table),
    "ward_movements": lambda asked: _given(ward_movements_table(asked.context, asked.one_of("of", CLASSES))),
    "poverty_by_year": _plain(poverty_by_year_table),
    "money_by_group": _plain(money_by_group_table),
    "money_by_organisation": _money_by_organisation,
    "fund_disbursement": _plain(fund_disbursement_table),
    "fund_disbursement_by_source": lambda asked: fund_disbursement_by_source_tables(asked.context),
    "breakdown": breakdown_tables,
    "policies": _plain(policies_table),
    "credit": lambda asked: credit_tables(asked.context),
    "organisations": _organisations,
    "models": _plain(models_table),
    "housing": _plain(housing_table),
    "training": _plain(training_table),
    "documents": _documents,
    "unit_costs": _plain(unit_cost_table),
    "targets": _plain(targets_table),
    "policy_matrix": _plain(policy_matrix_table),
    "target_comparison": _target_comparison,
    "method": _plain(method_table),
    "sources": _plain(sources_table),
}
