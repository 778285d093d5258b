"""Biểu mức kinh phí bình quân: money, what it is divided by and the result, support and loans apart."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import NumberForm, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.activity_cells import is_counted_elsewhere
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    POSITION,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, Flow
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    POSITION,
    ColumnSpec("activity", wording.UNIT_COST_ACTIVITY, "left", 1.0),
    ColumnSpec("money", wording.UNIT_COST_MONEY, "right", 1.2, of_figures=True),
    ColumnSpec("base", wording.UNIT_COST_BASE, "right", 1.2, of_figures=True),
    ColumnSpec("unit_cost", wording.UNIT_COST, "right", 1.2, "{money}/{base}", of_figures=True),
)
_GROUPS: tuple[tuple[Pattern, tuple[Flow, ...]], ...] = (
    (wording.UNIT_COST_SUPPORT, SUPPORT_FLOWS),
    (wording.UNIT_COST_LOANS, (Flow.LOAN_DISBURSED, Flow.LOAN_OUTSTANDING)),
    (wording.UNIT_COST_OTHER, (Flow.NONE,)),
)
_ROMAN = ("I", "II", "III")


def unit_cost_table(context: EvaluationContext) -> Table | None:
    """One row per activity that has money and something to divide it by; a second telling is not repeated."""
    activities = {row.activity_id: row for row in rows_of(context.tables["activities"])}
    costs = [
        (value, activities[value.dimensions["activity"]])
        for value in context.of_indicator("unit_cost")
        if value.value is not None and not is_counted_elsewhere(activities[value.dimensions["activity"]])
    ]
    grouped = [
        (heading, [(value, row) for value, row in costs if Flow(row.flow) in flows]) for heading, flows in _GROUPS
    ]
    held = [(heading, members) for heading, members in grouped if members]
    rows: list[CellRow] = []
    for number, (heading, members) in enumerate(held):
        if len(held) > 1:
            rows.append(CellRow({"position": line(_ROMAN[number]), "activity": line(context.say(heading))}, "group"))
        for position, (value, row) in enumerate(members, 1):
            rows.append(_row(context, value, context.label(row), position))
    if not rows:
        return None
    dress = Dress("unit_costs", context.say(wording.UNIT_COSTS), wording.COMPUTED_FROM_OFFICES)
    return table(context, dress, _COLUMNS, rows)


def _row(context: EvaluationContext, value: IndicatorValue, label: str, position: int) -> CellRow:
    money, base = (context.by_id[operand] for operand in value.operands)
    unit = context.of_two(base.unit_vi, base.unit_en)
    return CellRow(
        {
            "position": place_in_list(position),
            "activity": line(label),
            "money": cell(context, money, MILLION),
            "base": (context.number(base, NumberForm.CELL), Text(f" {unit}")),
            "unit_cost": cell(context, value, 1),
        }
    )
