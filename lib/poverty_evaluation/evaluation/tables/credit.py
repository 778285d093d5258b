"""Biểu tín dụng chính sách: what the banks lent, by loan programme, with what went through associations as parts of
it; and the loans of each association, never added to the banks'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from poverty_evaluation.evaluation.blocks import Line, NumberForm, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import (
    IN_WORDS,
    MONEY,
    Told,
    heading,
    results,
    short_remark,
    told_activities,
    total_notes,
    with_shared_remark,
)
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
from poverty_evaluation.evaluation.wording import activities as shared
from poverty_evaluation.evaluation.wording import credit as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.choices import Flow
from poverty_evaluation.vocabulary.values import IndicatorValue

_BANK = "bank"
_LOANS = (Flow.LOAN_DISBURSED, Flow.LOAN_OUTSTANDING)
_FIGURES = (
    ColumnSpec("disbursed", wording.DISBURSED, "right", 1.0, of_figures=True),
    ColumnSpec("borrowers", wording.BORROWERS, "right", 0.9, of_figures=True),
    ColumnSpec("repaid", wording.REPAID, "right", 1.0, of_figures=True),
    ColumnSpec("outstanding", wording.OUTSTANDING, "right", 1.0, of_figures=True),
    ColumnSpec("indebted", wording.INDEBTED, "right", 0.9, of_figures=True),
    ColumnSpec("overdue", wording.OVERDUE, "right", 0.9, of_figures=True),
    ColumnSpec("remark", table_wording.REMARK, "left", 1.5),
)
_BANK_COLUMNS = (POSITION, ColumnSpec("programme", wording.PROGRAMME, "left", 1.8), *_FIGURES)
_ASSOCIATION_COLUMNS = (POSITION, ColumnSpec("programme", wording.ASSOCIATION, "left", 1.8), *_FIGURES)
#: The column of a figure, by the flow of its activity and its role.
_COLUMN_OF: Mapping[tuple[Flow, str], str] = {
    (Flow.LOAN_DISBURSED, MONEY): "disbursed",
    (Flow.LOAN_DISBURSED, roles.HOUSEHOLDS): "borrowers",
    (Flow.LOAN_DISBURSED, roles.REPAID): "repaid",
    (Flow.LOAN_OUTSTANDING, MONEY): "outstanding",
    (Flow.LOAN_OUTSTANDING, roles.HOUSEHOLDS): "indebted",
    (Flow.LOAN_OUTSTANDING, roles.REPAID): "repaid",
    (Flow.LOAN_OUTSTANDING, roles.OVERDUE): "overdue",
}
#: The totals of a lender by column, with the role that is summed apart where there is one.
_OF_LENDER: Mapping[str, tuple[str, dict[str, str]]] = {
    "disbursed": ("loan_disbursed_by_lender", {}),
    "outstanding": ("loan_outstanding_by_lender", {}),
    "indebted": ("borrowers_by_lender", {}),
    "repaid": ("loan_figures_by_lender", {"role": roles.REPAID}),
    "overdue": ("loan_figures_by_lender", {"role": roles.OVERDUE}),
}


_OF_ENTRUSTED = {"disbursed": "entrusted_disbursed_money", "outstanding": "entrusted_outstanding_money"}
#: What the activities of one row share: a bank's programme, or a source of loans in the words of an association.
_ONE_PROGRAMME = ("measure_code", "organisation_code", "place_code", "realisation")
_ONE_SOURCE = (*_ONE_PROGRAMME, "label_vi")


@dataclass
class _Line:
    """A row of the table: one loan programme of one organisation, told by one or several activities (loans disbursed in
    one, outstanding in another)."""

    told: list[Told] = field(default_factory=list)
    cells: dict[str, IndicatorValue] = field(default_factory=dict)

    def takes(self, one: Told, same: Sequence[str]) -> bool:
        """Whether an activity tells more of the same: alike in some columns, with figures in others."""
        first = self.told[0].row
        is_alike = all(getattr(first, name) == getattr(one.row, name) for name in same)
        return is_alike and not (self.cells.keys() & _cells(one).keys())

    def add(self, one: Told) -> None:
        self.told.append(one)
        self.cells |= _cells(one)


def credit_tables(context: EvaluationContext) -> list[Table]:
    """By loan programme where a bank reported; by association where they reported what no bank did."""
    roots = told_activities(context, lambda row: _is_credit(context, row))
    banks = [one for one in roots if _is_of_bank(context, one)]
    others = [one for one in roots if not _is_of_bank(context, one)]
    made = (_bank_table(context, banks), _association_table(context, others))
    return [one for one in made if one is not None]


def _is_credit(context: EvaluationContext, row: object) -> bool:
    measure, flow = getattr(row, "measure_code", ""), getattr(row, "flow", "")
    return flow in _LOANS or context.reference.measures[measure].subject is MeasureSubject.CREDIT


def _is_of_bank(context: EvaluationContext, one: Told) -> bool:
    return context.reference.organisations[one.row.organisation_code].type == _BANK


# --- the banks ----------------------------------------------------------------------------------------------------


def _bank_table(context: EvaluationContext, roots: Sequence[Told]) -> Table | None:
    if not roots:
        return None
    lenders = list(dict.fromkeys(one.row.organisation_code for one in roots))
    rows: list[CellRow] = []
    position = 0
    for lender in lenders:
        lines = _lines([one for one in roots if one.row.organisation_code == lender], _ONE_PROGRAMME)
        entrusted = _entrusted(context) if len(lines) > 1 and len(lenders) == 1 else []
        if len(lines) > 1 or len(lenders) > 1:
            name = context.name(lender) if len(lenders) > 1 else context.say(shared.TOTAL)
            rows += [CellRow({"programme": line(name), **_of_lender(context, lender)}, "total"), *entrusted]
        for one in lines:
            position += 1
            label = _programme(context, one, lines)
            rows.append(_row(context, one, label, place_in_list(position)))
            rows += _parts(context, one, with_associations=not entrusted)
    has_parts = any(one.parts for one in roots)
    rows, shared_remark = with_shared_remark(context, rows)
    notes = (
        *shared_remark,
        context.fill(wording.ENTRUSTED_NOTE if has_parts else wording.FLOWS_NOTE),
        *total_notes(context, rows, roots),
    )
    title = context.say(wording.CREDIT)
    dress = Dress("credit", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, notes)
    return table(context, dress, _BANK_COLUMNS, rows)


def _entrusted(context: EvaluationContext) -> list[CellRow]:
    """What goes through each association in all programmes together."""
    codes = dict.fromkeys(value.dimensions["entrusted_to"] for _, value in _entrusted_values(context))
    rows = []
    for code in sorted(codes, key=list(context.reference.organisations).index):
        label = context.say(wording.THROUGH, association=context.short_name(code))
        cells: dict[str, Line] = {"programme": line(context.say(table_wording.PART, label=label))}
        for column, value in _entrusted_values(context):
            if value.dimensions["entrusted_to"] == code:
                cells[column] = cell(context, value, MILLION)
        rows.append(CellRow(cells, "part"))
    return rows


def _entrusted_values(context: EvaluationContext) -> Iterator[tuple[str, IndicatorValue]]:
    """The sums of what is entrusted, each with its column."""
    for column, indicator in _OF_ENTRUSTED.items():
        yield from ((column, value) for value in context.of_indicator(indicator))
    for value in context.of_indicator("entrusted_figures"):
        yield _COLUMN_OF[Flow.LOAN_OUTSTANDING, value.dimensions["role"]], value


def _parts(context: EvaluationContext, whole: _Line, with_associations: bool = True) -> list[CellRow]:
    """What a programme is made up of: other programmes of the bank, and what it lends through associations unless that
    is told with the total."""
    rows: list[CellRow] = []
    lender = whole.told[0].row.organisation_code
    parts = _lines([part for one in whole.told for part in one.parts], _ONE_PROGRAMME)
    for part in parts:
        organisation = part.told[0].row.organisation_code
        if organisation != lender and not with_associations and part.told[0].is_done:
            continue
        label = (
            context.say(wording.THROUGH, association=context.short_name(organisation))
            if organisation != lender
            else _programme(context, part, [*parts, whole])
        )
        rows.append(_row(context, part, context.say(table_wording.PART, label=label), (), "part"))
        rows += _parts(context, part, with_associations)
    return rows


def _of_lender(context: EvaluationContext, code: str) -> dict[str, Line]:
    """The totals of a lender by column, as it told them; what it lends for a bank is among the bank's."""
    cells: dict[str, Line] = {}
    for column, (indicator, role) in _OF_LENDER.items():
        value = context.find(indicator, lender=code, **role)
        if value is not None:
            cells[column] = cell(context, value, MILLION)
    return cells


# --- the associations ---------------------------------------------------------------------------------------------


def _association_table(context: EvaluationContext, roots: Sequence[Told]) -> Table | None:
    """The loans of each association, source by source; its own totals stand with its name."""
    codes = list(dict.fromkeys(one.row.organisation_code for one in roots))
    rows: list[CellRow] = []
    for position, code in enumerate(codes, 1):
        own = [one for one in roots if one.row.organisation_code == code]
        lines = _lines([part for one in own for part in (one.parts if _is_heading(one) else (one,))], _ONE_SOURCE)
        headings = [one for one in own if _is_heading(one)]
        if len(lines) == 1 and not headings:
            label = context.say(
                wording.ASSOCIATION_ALONE, association=context.name(code), source=_words(context, lines[0])
            )
            rows.append(_row(context, lines[0], label, place_in_list(position)))
            continue
        rows.append(_association(context, code, position, headings))
        for one in lines:
            part = context.say(table_wording.PART, label=_words(context, one))
            rows.append(_row(context, one, part, (), "part"))
            rows += _parts(context, one)
    if not rows:
        return None
    notes = (context.fill(wording.ASSOCIATIONS_NOTE), *total_notes(context, rows, roots))
    title = context.say(wording.CREDIT_OF_ASSOCIATIONS)
    dress = Dress("credit_of_associations", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, notes)
    return table(context, dress, _ASSOCIATION_COLUMNS, rows)


def _is_heading(one: Told) -> bool:
    """A whole that mixes loans disbursed and outstanding: its sum is of no kind and stands in no column."""
    return bool(one.parts) and one.row.flow not in _LOANS


def _association(context: EvaluationContext, code: str, position: int, headings: Sequence[Told]) -> CellRow:
    cells: dict[str, Line] = {"position": place_in_list(position), "programme": line(context.name(code))}
    cells |= _of_lender(context, code)
    told = [
        context.fill(wording.TOLD_AS_WHOLE, money=context.number(one.figures[MONEY], NumberForm.TEXT))
        for one in headings
        if MONEY in one.figures
    ]
    cells["remark"] = joined(told, "; ")
    return heading(cells, "programme")


# --- rows ---------------------------------------------------------------------------------------------------------


def _lines(told: Iterable[Told], same: Sequence[str]) -> list[_Line]:
    """The activities as rows: what tells other columns of the same stands in one row."""
    lines: list[_Line] = []
    for one in told:
        found = next((held for held in lines if held.takes(one, same)), None)
        if found is None:
            found = _Line()
            lines.append(found)
        found.add(one)
    return lines


def _cells(one: Told) -> dict[str, IndicatorValue]:
    flow = Flow(one.row.flow)
    return {
        _COLUMN_OF[flow, role]: value for role, value in one.figures.items() if (flow, role) in _COLUMN_OF
    }  # fmt: skip


def _other_figures(one: Told) -> dict[str, IndicatorValue]:
    """What no column tells: groups of borrowers, members."""
    flow = Flow(one.row.flow)
    return {
        role: value
        for role, value in one.figures.items()
        if (flow, role) not in _COLUMN_OF and role not in (MONEY, IN_WORDS)
    }


def _programme(context: EvaluationContext, one: _Line, beside: Sequence[_Line]) -> str:
    """The loan programme; where several rows are of it, the words of the activity."""
    measures = [other.told[0].row.measure_code for other in beside]
    measure = one.told[0].row.measure_code
    return _words(context, one) if measures.count(measure) > 1 else context.name(measure)


def _words(context: EvaluationContext, one: _Line) -> str:
    return context.label(one.told[0].row)


def _row(context: EvaluationContext, one: _Line, label: str, position: Line, role: str = "body") -> CellRow:
    cells: dict[str, Line] = {key: cell(context, value, MILLION) for key, value in one.cells.items()}
    cells["position"] = position
    cells["programme"] = line(label)
    others = [results(context, _other_figures(told)) for told in one.told]
    remarks = [*others, *(short_remark(context, told.row) for told in one.told)]
    cells["remark"] = joined(list(dict.fromkeys(told for told in remarks if told)), "; ")
    return CellRow(cells, role)
