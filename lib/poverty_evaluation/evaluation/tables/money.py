"""Biểu kinh phí: support by group of measures, and support and credit by organisation, never added to one another."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.tables.activity_cells import doubt_notes
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    NO_FIGURE,
    POSITION,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import tables as wording

_GROUP_COLUMNS = (
    POSITION,
    ColumnSpec("group", wording.GROUP, "left", 1.0),
    ColumnSpec("support", wording.SUPPORT, "right", 1.4, of_figures=True),
)
_ORGANISATION_COLUMNS = (
    POSITION,
    ColumnSpec("organisation", wording.ORGANISATION, "left", 1.0),
    ColumnSpec("support", wording.SUPPORT, "right", 1.3, of_figures=True),
    ColumnSpec("disbursed", wording.LOANS_DISBURSED, "right", 1.3, of_figures=True),
    ColumnSpec("outstanding", wording.LOANS_OUTSTANDING, "right", 1.3, of_figures=True),
)
_MONEY_OF_ORGANISATION = {
    "support": "support_money_by_organisation",
    "disbursed": "loan_disbursed_money",
    "outstanding": "loan_outstanding_money",
}
#: A bank's loans are its own as told, with what it lends through associations.
_BANK = "bank"
_MONEY_OF_LENDER = {"disbursed": "loan_disbursed_by_lender", "outstanding": "loan_outstanding_by_lender"}


def money_by_group_table(context: EvaluationContext) -> Table | None:
    """Groups of measures with the groups under them, the total last where it was computed."""
    groups = context.reference.measure_groups
    values = {value.dimensions["measure_group"]: value for value in context.of_place("support_money")}
    rows: list[CellRow] = []
    position = 0
    for code, group in groups.items():
        if group.parent_code or code not in values:
            continue
        position += 1
        name = line(context.name(code), bold=True)
        support = cell(context, values[code], MILLION)
        rows.append(CellRow({"position": place_in_list(position), "group": name, "support": support}))
        for child in (child for child, one in groups.items() if one.parent_code == code and child in values):
            part = line(context.say(wording.PART, label=context.name(child)))
            rows.append(CellRow({"group": part, "support": cell(context, values[child], MILLION)}, "part"))
    if not rows:
        return None
    total = context.find("support_money_total")
    if total is not None:
        label = line(context.say(wording.GRAND_TOTAL))
        rows.append(CellRow({"group": label, "support": cell(context, total, MILLION)}, "total"))
    notes = (context.fill(wording.SUPPORT_NOTE), *doubt_notes(context, rows))
    dress = Dress(
        "money_by_group", context.say(wording.MONEY_BY_GROUP), wording.TOTALS_OF_OFFICES, wording.MILLION, notes
    )
    return table(context, dress, _GROUP_COLUMNS, rows)


def money_by_organisation_table(context: EvaluationContext, codes: Sequence[str]) -> Table | None:
    """Support, loans disbursed and loans outstanding of some organisations; only those that reported money."""
    rows: list[CellRow] = []
    for code in codes:
        values = {key: context.find(name, organisation=code) for key, name in _MONEY_OF_ORGANISATION.items()}
        if context.reference.organisations[code].type == _BANK:
            values |= {key: context.find(name, lender=code) for key, name in _MONEY_OF_LENDER.items()}
        if all(value is None for value in values.values()):
            continue
        cells: dict[str, Line] = {key: cell(context, value, MILLION) for key, value in values.items()}
        cells["position"], cells["organisation"] = place_in_list(len(rows) + 1), line(context.name(code))
        rows.append(CellRow(cells))
    if not rows:
        return None
    has_loans = any(row.cells[key] != NO_FIGURE for row in rows for key in ("disbursed", "outstanding"))
    notes = (*([context.fill(wording.LOANS_NOTE)] if has_loans else []), *doubt_notes(context, rows))
    dress = Dress(
        "money_by_organisation",
        context.say(wording.MONEY_BY_ORGANISATION),
        wording.TOTALS_OF_OFFICES,
        wording.MILLION,
        notes,
    )
    return table(context, dress, _ORGANISATION_COLUMNS, rows)
