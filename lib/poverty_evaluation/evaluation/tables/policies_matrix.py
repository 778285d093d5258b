"""Ma trận chính sách: each measure with whom it is for, what it gives, by which document, by whom, and its results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poverty_evaluation.evaluation.blocks import Line, NumberForm, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.measure_results import MeasureResult, legal_bases, measure_results
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import results
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import policies_matrix as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.evaluation.wording.policy_review import LOANS
from poverty_evaluation.vocabulary.choices import Flow

#: The id of the table, by which the review finds its appendix.
POLICY_MATRIX = "policy_matrix"
_COLUMNS = (
    POSITION,
    ColumnSpec("measure", wording.MEASURE, "left", 1.4),
    ColumnSpec("entitled", wording.ENTITLED, "left", 0.8),
    ColumnSpec("benefit", wording.BENEFIT, "left", 0.8),
    ColumnSpec("basis", wording.LEGAL_BASIS, "left", 0.5),
    ColumnSpec("organisations", wording.ORGANISATIONS, "left", 0.6),
    ColumnSpec("households", wording.HOUSEHOLDS, "right", 0.8, of_figures=True),
    ColumnSpec("persons", wording.PERSONS, "right", 0.8, of_figures=True),
    ColumnSpec("support", wording.SUPPORT, "right", 1.1, of_figures=True),
    ColumnSpec("remark", table_wording.REMARK, "left", 0.8),
)
_SUPPORT = "support_money_by_measure"
#: The counts of a measure, by their column.
_COUNTS = {"households": "households_by_measure", "persons": "persons_by_measure"}
_LOANS = (
    ("loan_disbursed_money_by_measure", LOANS[Flow.LOAN_DISBURSED]),
    ("loan_outstanding_money_by_measure", LOANS[Flow.LOAN_OUTSTANDING]),
)
#: More results than these are not told one by one beside a measure.
_MOST_ITEMS = 3
_MONEY = ("money", "money_in_words")


def policy_matrix_table(context: EvaluationContext) -> Table | None:
    """Measures by group, those of which no result was told among them; nothing where no activity was sent."""
    results = measure_results(context)
    if not any(result.counted for result in results):
        return None
    by_group = _by_top_group(context, results)
    rows: list[CellRow] = []
    for number, (group, members) in enumerate(by_group.items(), 1):
        rows.append(_group_row(context, group, number))
        rows += [_measure_row(context, result, position) for position, result in enumerate(members, 1)]
    total = context.find("support_money_total")
    if total is not None:
        label = line(context.say(table_wording.TOTAL_SUPPORT))
        rows.append(CellRow({"measure": label, "support": cell(context, total, MILLION)}, "total"))
    notes = (
        *([context.fill(wording.COUNTS_NOTE)] if any(_COUNTS.keys() & row.cells.keys() for row in rows) else []),
        *([context.fill(wording.MONEY_NOTE)] if any("support" in row.cells for row in rows) else []),
    )
    dress = Dress(
        POLICY_MATRIX, context.say(wording.TITLE), wording.FROM_LISTS, table_wording.MONEY_IN_MILLION, notes,
        unit_of="support",
    )  # fmt: skip
    return table(context, dress, _COLUMNS, rows)


def _by_top_group(context: EvaluationContext, results: Sequence[MeasureResult]) -> Mapping[str, list[MeasureResult]]:
    """The results under each group at the top, in the order of the groups."""
    groups = context.reference.measure_groups
    found: dict[str, list[MeasureResult]] = {code: [] for code, group in groups.items() if not group.parent_code}
    for result in results:
        own = result.measure.group_code
        found[(own, *groups.ancestors(own))[-1]].append(result)
    return {code: members for code, members in found.items() if members}


def _group_row(context: EvaluationContext, group: str, number: int) -> CellRow:
    """The sum of a group stands in its own row, so that it is set like a total."""
    support = context.find("support_money", measure_group=group)
    cells: dict[str, Line] = {"position": line(ROMAN[number]), "measure": line(context.name(group))}
    if support is not None:
        cells["support"] = cell(context, support, MILLION)
    return CellRow(cells, "total")


def _measure_row(context: EvaluationContext, result: MeasureResult, position: int) -> CellRow:
    """A sum that this data root does not define stays empty: nobody was asked for it."""
    defined = {definition.id for definition in context.reference.indicators}
    groups = result.measure.beneficiary_groups or result.told_groups
    support = context.find(_SUPPORT, measure=result.code)
    loans = _loans(context, result)
    cells: dict[str, Line] = {
        "position": place_in_list(position),
        "measure": line(context.name(result.code)),
        "entitled": line("; ".join(context.name(group) for group in groups)),
        "benefit": line(context.say(wording.BENEFITS[result.measure.benefit])),
        "basis": line("; ".join(legal_bases(context, result.measure))),
        "organisations": line("; ".join(context.short_name(code) for code in result.organisations)),
    }
    for key, name in _COUNTS.items():
        if name in defined:
            cells[key] = cell(context, context.find(name, measure=result.code))
    if _SUPPORT in defined and (support is not None or not loans):
        cells["support"] = cell(context, support, MILLION)
    cells["remark"] = joined([*loans, *_other_results(context, result)], "; ")
    return CellRow(cells)


def _loans(context: EvaluationContext, result: MeasureResult) -> list[Line]:
    values = [(context.find(name, measure=result.code), pattern) for name, pattern in _LOANS]
    return [context.fill(pattern, amount=context.number(value)) for value, pattern in values if value is not None]


def _other_results(context: EvaluationContext, result: MeasureResult) -> list[Line]:
    """What no column holds: how often, or how many of what; that there is no result."""
    if not result.counted:
        return [context.fill(wording.NO_RESULT)]
    often = context.find("occurrences_by_measure", measure=result.code)
    if often is not None:
        return [context.fill(wording.OCCURRENCES, count=context.number(often, NumberForm.CELL))]
    if any(context.find(name, measure=result.code) is not None for name in _COUNTS.values()):
        return []
    inside = {one.row.activity_id for one in result.counted}
    others = [
        {role: value for role, value in one.figures.items() if role not in _MONEY}
        for one in result.counted
        if one.row.part_of not in inside
    ]
    told = [results(context, figures) for figures in others if figures]
    return [*told[:_MOST_ITEMS], *([context.fill(wording.AND_OTHERS)] if len(told) > _MOST_ITEMS else [])]
