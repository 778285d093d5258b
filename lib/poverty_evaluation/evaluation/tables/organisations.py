"""Biểu kết quả của Mặt trận Tổ quốc và các tổ chức: each organisation with the sum of its support, then what it did;
loans stand in a column of their own and in no total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from poverty_evaluation.evaluation.wording import organisations as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary.choices import Flow

#: The organisations whose support `organisations_support_money` adds up.
TYPES = ("front", "mass_organisation")
_LOANS = (Flow.LOAN_DISBURSED, Flow.LOAN_OUTSTANDING)
_COLUMNS = (
    POSITION,
    ColumnSpec("content", wording.CONTENT, "left", 2.4),
    ColumnSpec("quantity", wording.QUANTITY, "left", 1.7, of_figures=True),
    ColumnSpec("beneficiaries", wording.BENEFICIARIES, "left", 1.5),
    ColumnSpec("support", wording.SUPPORT, "right", 1.0, of_figures=True),
    ColumnSpec("loans", wording.LOANS, "right", 1.0, of_figures=True),
    ColumnSpec("source", wording.SOURCE, "left", 1.1),
    ColumnSpec("remark", table_wording.REMARK, "left", 1.0),
)


def organisations_table(context: EvaluationContext, types: Sequence[str] = TYPES) -> Table | None:
    """Organisation by organisation in the order of the reference data; those that reported nothing are left out."""
    told = told_activities(context, lambda row: _type(context, row) in types, with_second_tellings=True)
    codes = [
        code
        for code in context.reference.organisations
        if any(one.row.organisation_code == code for one in told)
    ]  # fmt: skip
    rows: list[CellRow] = []
    total = context.find("organisations_support_money") if set(types) == set(TYPES) and len(codes) > 1 else None
    if total is not None:
        cells = {"content": line(context.say(shared.TOTAL)), "support": cell(context, total, MILLION)}
        rows.append(CellRow(cells, "total"))
    for number, code in enumerate(codes, 1):
        rows.append(_organisation(context, code, number))
        own = [one for one in told if one.row.organisation_code == code]
        for position, one in enumerate(own, 1):
            rows += _rows(context, one, place_in_list(position))
    if not rows:
        return None
    notes = [context.fill(wording.TOTAL_NOTE), *total_notes(context, rows, told)]
    if any(_is_no_support(context, one) for root in told for one in root.with_parts()):
        notes.insert(1, context.fill(wording.NO_SUPPORT_NOTE))
    title = context.say(wording.ORGANISATIONS)
    dress = Dress("organisations", title, table_wording.FROM_OFFICES, table_wording.MONEY_IN_MILLION, tuple(notes))
    return table(context, dress, _COLUMNS, rows)


def _type(context: EvaluationContext, row: object) -> str:
    return context.reference.organisations[getattr(row, "organisation_code", "")].type


def _is_credit(context: EvaluationContext, one: Told) -> bool:
    measure = context.reference.measures[one.row.measure_code]
    return Flow(one.row.flow) in _LOANS or measure.subject is MeasureSubject.CREDIT


def _organisation(context: EvaluationContext, code: str, number: int) -> CellRow:
    cells: dict[str, Line] = {"position": line(ROMAN[number]), "content": line(context.name(code))}
    support = context.find("support_money_by_organisation", organisation=code)
    if support is not None:
        cells["support"] = cell(context, support, MILLION)
    return heading(cells, "content")


def _is_no_support(context: EvaluationContext, one: Told) -> bool:
    """Money that is neither support nor a loan, such as the proceeds of a sale."""
    return MONEY in one.figures and Flow(one.row.flow) is Flow.NONE and not _is_credit(context, one)


def _rows(context: EvaluationContext, one: Told, position: Line, is_part: bool = False) -> Iterator[CellRow]:
    """An activity, then its parts."""
    figures = dict(one.figures)
    money, words = figures.pop(MONEY, None), figures.pop(IN_WORDS, None)
    sources = {role: figures.pop(role) for role in wording.SOURCES if role in figures}
    flow, group = Flow(one.row.flow), one.row.beneficiary_group
    label = context.label(one.row)
    nature = context.say(table_wording.FLOWS[flow if money is not None else Flow.NONE])
    told = [context.fill(wording.SOURCES[role], money=context.number(value, NumberForm.TEXT))
            for role, value in sources.items()]  # fmt: skip
    cells: dict[str, Line] = {
        "position": position,
        "content": line(context.say(table_wording.PART, label=label) if is_part else label),
        "quantity": results(context, figures),
        "beneficiaries": line(context.name(group)) if group not in ("", "not_stated") else (),
        "source": joined([part for part in (line(nature), *told) if part], "; "),
        "remark": short_remark(context, one.row, words),
    }
    if money is not None:
        cells["loans" if _is_credit(context, one) else "support"] = cell(context, money, MILLION)
    yield CellRow(cells, "part" if is_part else "body")
    for part in one.parts:
        yield from _rows(context, part, (), is_part=True)
