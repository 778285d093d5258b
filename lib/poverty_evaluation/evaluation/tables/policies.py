"""Biểu kết quả thực hiện chính sách: each policy with its document, whom it reached, what it cost, and who leads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import (
    MONEY,
    Heads,
    Told,
    heading,
    results,
    short_remark,
    told_activities,
    total_notes,
    total_row,
    under_heads,
)
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
from poverty_evaluation.evaluation.wording import activities as shared
from poverty_evaluation.evaluation.wording import policies as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import Measure, MeasureLevel
from poverty_evaluation.vocabulary.choices import FigureKind, Flow
from poverty_evaluation.vocabulary.series import day_told
from poverty_evaluation.vocabulary.values import IndicatorValue

_LEVELS = (MeasureLevel.STATE, MeasureLevel.CITY)
#: The columns of the period and of the whole phase, with the indicators that fill them.
_QUANTITIES = {"quantity": "policy_figures", "quantity_since_start": "policy_figures_since_start"}
_MONEY = {
    "money": "policy_money", "loans": "policy_loans",
    "money_since_start": "policy_money_since_start", "loans_since_start": "policy_loans_since_start",
}  # fmt: skip
_GROUP_MONEY = {"money": "policy_group_money", "money_since_start": "policy_group_money_since_start"}
_TOTAL_MONEY = {"money": "policy_money_total", "money_since_start": "policy_money_total_since_start"}
#: Households first: the row of a policy begins with what it reached most directly.
_ROLES = (
    FigureKind.HOUSEHOLDS, FigureKind.OCCURRENCES, FigureKind.PERSONS, FigureKind.ITEMS, FigureKind.WEIGHT,
)  # fmt: skip
_COLUMNS = (
    POSITION,
    ColumnSpec("policy", wording.POLICY, "left", 1.9),
    ColumnSpec("legal_basis", wording.LEGAL_BASIS, "left", 1.2),
    ColumnSpec("unit", wording.UNIT, "left", 0.8),
    ColumnSpec("quantity", wording.QUANTITY, "right", 0.9, of_figures=True),
    ColumnSpec("money", wording.MONEY, "right", 1.0, of_figures=True),
    ColumnSpec("loans", wording.LOANS, "right", 1.0, of_figures=True),
    ColumnSpec("quantity_since_start", wording.QUANTITY_SINCE_START, "right", 1.0, of_figures=True),
    ColumnSpec("money_since_start", wording.MONEY_SINCE_START, "right", 1.0, of_figures=True),
    ColumnSpec("loans_since_start", wording.LOANS_SINCE_START, "right", 1.0, of_figures=True),
    ColumnSpec("agency", wording.AGENCY, "left", 1.1),
    ColumnSpec("remark", table_wording.REMARK, "left", 1.3),
)

_HEADS: Heads = {
    "quantity": (wording.PERIOD_HEAD, wording.QUANTITY_SHORT),
    "money": (wording.PERIOD_HEAD, wording.MONEY_SHORT),
    "loans": (wording.PERIOD_HEAD, wording.LOANS_SHORT),
    "quantity_since_start": (wording.SINCE_START_HEAD, wording.QUANTITY_SHORT),
    "money_since_start": (wording.SINCE_START_HEAD, wording.MONEY_SHORT),
    "loans_since_start": (wording.SINCE_START_HEAD, wording.LOANS_SHORT),
}


def policies_table(context: EvaluationContext) -> Table | None:
    """The total first, then group by group the policies of which anything was told."""
    told = told_activities(context, lambda row: _is_told_here(context, row))
    groups: dict[str, list[list[CellRow]]] = {}
    for code, measure in context.reference.measures.items():
        own = [one for one in told if one.row.measure_code == code]
        rows = _policy_rows(context, measure, own) if own else []
        if rows:
            groups.setdefault(measure.group_code, []).append(rows)
    if not groups:
        return None
    return _dressed(context, _all_rows(context, groups), told)


def _is_told_here(context: EvaluationContext, row: Any) -> bool:
    """What the State or the place itself set up; loans outstanding are told where credit is."""
    return context.reference.measures[row.measure_code].level in _LEVELS and row.flow != Flow.LOAN_OUTSTANDING


def _all_rows(context: EvaluationContext, groups: Mapping[str, Sequence[Sequence[CellRow]]]) -> list[CellRow]:
    """The total, then the groups, which are headed where there are several, with their policies numbered."""
    rows = total_row(_sums(context, _TOTAL_MONEY, line(context.say(shared.TOTAL)), "total").cells, "policy")
    position = 0
    for number, (group, policies) in enumerate(groups.items(), 1):
        if len(groups) > 1:
            sums = _sums(context, _GROUP_MONEY, line(context.name(group)), "group", measure_group=group)
            rows.append(heading({**sums.cells, "position": line(ROMAN[number])}, "policy"))
        for first, *others in policies:
            position += 1
            rows += [CellRow({**first.cells, "position": place_in_list(position)}, first.role), *others]
    return rows


def _dressed(context: EvaluationContext, rows: Sequence[CellRow], told: Sequence[Told]) -> Table:
    cumulative = {"quantity_since_start", "money_since_start", "loans_since_start"}
    has_since_start = any(row.cells.keys() & cumulative for row in rows)
    notes = (
        context.fill(wording.TOTAL_NOTE),
        *([context.fill(wording.SINCE_START_NOTE)] if has_since_start else []),
        *total_notes(context, rows, told),
    )
    title = context.say(wording.POLICIES)
    dress = Dress("policies", title, table_wording.TOTALS_OF_OFFICES, table_wording.MONEY_IN_MILLION, notes)
    return table(context, dress, under_heads(_COLUMNS, _HEADS, rows), rows)


def _sums(
    context: EvaluationContext, indicators: Mapping[str, str], name: Line, role: str, **dimensions: str
) -> CellRow:  # fmt: skip
    cells: dict[str, Line] = {"policy": name}
    for column, indicator in indicators.items():
        value = context.find(indicator, **dimensions)
        if value is not None:
            cells[column] = cell(context, value, MILLION)
    return CellRow(cells, role)


def _policy_rows(context: EvaluationContext, measure: Measure, told: Sequence[Told]) -> list[CellRow]:
    """A row for each unit in which the policy is told, the first with its money; then what is planned or expected."""
    code = measure.measure_code
    reached = _reached(context, code)
    money = _sums(context, _MONEY, line(context.name(code)), "body", measure=code)
    rows: list[CellRow] = []
    for key, figures in reached.items():
        unit = next(iter(figures.values()))
        cells: dict[str, Line] = {column: cell(context, value) for column, value in figures.items()}
        cells["unit"] = line(context.of_two(unit.unit_vi, unit.unit_en))
        rows.append(CellRow(cells, "body" if key == next(iter(reached)) else "part"))
    if not rows and money.cells.keys() != {"policy"}:
        rows.append(CellRow({}))
    if rows:
        rows[0] = CellRow({**money.cells, **rows[0].cells, **_who(context, measure, told)})
    awaited = [_awaited(context, one) for one in told if not one.is_done]
    if awaited and not rows:
        rows.append(CellRow({"policy": line(context.name(code)), **_who(context, measure, told)}))
    return [*rows, *awaited]


def _reached(context: EvaluationContext, code: str) -> dict[tuple[str, str], dict[str, IndicatorValue]]:
    """The sums of a policy by role and unit, in the order of the roles; of each the period and the whole phase."""
    found: dict[tuple[str, str], dict[str, IndicatorValue]] = {}
    for column, indicator in _QUANTITIES.items():
        for value in context.of_indicator(indicator):
            if value.dimensions["measure"] == code:
                found.setdefault((value.dimensions["role"], value.dimensions["unit"]), {})[column] = value
    return {key: found[key] for key in sorted(found, key=lambda key: (_ROLES.index(FigureKind(key[0])), key[1]))}


def _who(context: EvaluationContext, measure: Measure, told: Sequence[Told]) -> dict[str, Line]:
    """The documents a policy rests on, who leads it (as the reference data say, otherwise who reported it), and up to
    when it was told where that is not the period of the report."""
    documents = "; ".join(citation(symbol, context) or symbol for symbol in measure.legal_basis)
    leading = [measure.organisation_code] if measure.organisation_code else [one.row.organisation_code for one in told]
    agencies = ", ".join(context.short_name(code) for code in dict.fromkeys(leading))
    periods = dict.fromkeys(short_remark(context, one.row) for one in told if one.is_done and day_told(one.row))
    return {
        "legal_basis": line(documents),
        "agency": line(agencies),
        "remark": joined([period for period in periods if period], "; "),
    }


def _awaited(context: EvaluationContext, one: Told) -> CellRow:
    """What is planned or only expected: shown as told and marked, in no total."""
    money = one.figures.get(MONEY)
    figures = {role: value for role, value in one.figures.items() if role in _ROLES}
    cells: dict[str, Line] = {
        "policy": line(context.say(table_wording.PART, label=context.label(one.row))),
        "remark": joined([told for told in (short_remark(context, one.row), results(context, figures)) if told], ": "),
    }
    if money is not None:
        cells["loans" if one.row.flow == Flow.LOAN_DISBURSED else "money"] = cell(context, money, MILLION)
    return CellRow(cells, "part")
