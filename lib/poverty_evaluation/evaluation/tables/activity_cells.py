"""Ô của các biểu lập từ hoạt động: what was reached, the money, the period and the remarks of one activity, and the
activities of a table with their parts under their whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm, Text
from poverty_evaluation.evaluation.comparisons import compared_with
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, joined, line
from poverty_evaluation.evaluation.tables.dress import CellRow, ColumnSpec
from poverty_evaluation.evaluation.wording import activities as own_wording
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.reference import MeasureSubject
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, FigureKind, Flow, Realisation, TimeBasis, ValueStatus
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.series import CUMULATIVE, day_told, series_of
from poverty_evaluation.vocabulary.values import IndicatorValue

MONEY, IN_WORDS = "money", "money_in_words"
_NUMERATOR, _DENOMINATOR = "numerator", "denominator"
_VND = "vnd"
_TOLD_AGAIN = (*CUMULATIVE, TimeBasis.AT_DATE)


@dataclass(frozen=True, slots=True)
class Told:
    """An activity with its figures by role, in the order in which they were sent, and the parts told beneath it."""

    row: Any
    figures: Mapping[str, IndicatorValue]
    parts: tuple[Told, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it enters totals: what is planned or only expected does not."""
        return self.row.realisation not in (Realisation.PLANNED, Realisation.EXPECTED)

    def with_parts(self) -> Iterator[Told]:
        yield self
        for part in self.parts:
            yield from part.with_parts()


def told_activities(
    context: EvaluationContext, chosen: Callable[[Any], bool], with_second_tellings: bool = False
) -> list[Told]:  # fmt: skip
    """The chosen activities, parts under their whole; of what was told again only the latest, of an event that two
    tell the telling that counts, unless both are asked for."""
    rows = [
        row
        for row in rows_of(context.tables["activities"])
        if chosen(row) and (with_second_tellings or not is_counted_elsewhere(row))
    ]
    inside = {row.activity_id for row in rows}
    latest: dict[tuple[str, ...], str] = {}
    for row in rows:
        latest[_series(row)] = max(latest.get(_series(row), ""), day_told(row))

    def told(row: Any) -> Told:
        parts = [part for part in rows if part.part_of == row.activity_id and is_latest(part)]
        return Told(row, figures_of(context, row.activity_id), tuple(told(part) for part in parts))

    def is_latest(row: Any) -> bool:
        return row.time_basis not in _TOLD_AGAIN or day_told(row) == latest[_series(row)]

    return [told(row) for row in rows if row.part_of not in inside and is_latest(row)]


def told_of_subject(context: EvaluationContext, subject: MeasureSubject) -> list[Told]:
    """The activities of a customary table, loans left aside: they stand in the table of credit."""
    told = told_activities(context, lambda row: context.reference.measures[row.measure_code].subject is subject)
    return [one for one in told if Flow(one.row.flow) in (*SUPPORT_FLOWS, Flow.NONE)]


def _series(row: Any) -> tuple[str, ...]:
    return (row.organisation_code, row.realisation, row.flow, *series_of(row))


def is_counted_elsewhere(activity: Any) -> bool:
    """Whether an activity is a second telling of an event that another office counts."""
    return bool(activity.counted_under) and activity.counted_under != activity.organisation_code


def figures_of(context: EvaluationContext, activity_id: str) -> dict[str, IndicatorValue]:
    """The figures of an activity by role, in the order in which they were sent."""
    found = {}
    for row in context.figures_of(activity_id):
        value = context.find("activity_figure", figure=row.figure_id)
        if value is not None:
            found[row.role] = value
    return found


def place_name(context: EvaluationContext, activity: Any) -> str:
    """The ward or commune of a row; nothing where it tells of the reporting place as a whole."""
    code = str(activity.place_code)
    if not code or code == context.place_code:
        return ""
    return name_of_place(context, code)


def name_of_place(context: EvaluationContext, code: str) -> str:
    name = context.reference.places.place(code, context.report.as_of).full_name(context.language)
    return name[:1].upper() + name[1:]


def results(context: EvaluationContext, figures: Mapping[str, IndicatorValue]) -> Line:
    """What was reached, figure by figure; a numerator and its denominator stand together."""
    told: list[Line] = []
    denominator = figures.get(_DENOMINATOR)
    for role, value in figures.items():
        if role == _DENOMINATOR and _NUMERATOR in figures:
            continue
        numbers: Line = (_in_result(context, value),)
        if role == _NUMERATOR and denominator is not None:
            numbers = (*numbers, Text("/"), _in_result(context, denominator))
        told.append(_with_unit(context, role, value, numbers))
    return joined(told, "; ")


def with_unit(context: EvaluationContext, value: IndicatorValue) -> Line:
    """A figure with its unit."""
    unit = context.of_two(value.unit_vi, value.unit_en)
    return context.fill(own_wording.WITH_UNIT, number=_in_result(context, value), unit=unit)


def _in_result(context: EvaluationContext, value: IndicatorValue) -> Any:
    """Bare digits; a rate of payment in whole đồng, since its unit follows; an amount as running text tells it."""
    if value.unit == _VND:
        return context.number(value)
    return context.number(value, NumberForm.CELL, 1 if value.unit.startswith("vnd") else 0)


def _with_unit(context: EvaluationContext, role: str, value: IndicatorValue, numbers: Line) -> Line:
    """The unit, and in brackets the role where the unit does not already say it."""
    if value.unit == "ratio":
        return (*numbers, Text("%"))
    if value.unit == _VND:
        return context.fill(wording.FIGURE_BY_ROLE, numbers=numbers, role=context.name_of_role(role).lower())
    unit = context.of_two(value.unit_vi, value.unit_en)
    if role in (*FigureKind, _NUMERATOR, _DENOMINATOR):
        return context.fill(wording.FIGURE, numbers=numbers, unit=unit)
    name = context.name_of_role(role).lower()
    if name.removeprefix("số ") in unit.lower():
        return context.fill(wording.FIGURE, numbers=numbers, unit=unit)
    if unit.lower() in name:
        return context.fill(wording.FIGURE_BY_ROLE, numbers=numbers, role=name)
    return context.fill(wording.FIGURE_WITH_ROLE, numbers=numbers, unit=unit, role=name)


def remark(
    context: EvaluationContext, activity: Any, words: IndicatorValue | None = None, with_period: bool = True
) -> Line:  # fmt: skip
    """The period of the row where it is told, what is planned or only expected, what it is of its plan and of the year
    before, what a cumulative figure grew by, the amount in words, and where a second telling is counted."""
    period = period_of(context, activity) if with_period else ""
    derived = [*compared_with(context, activity), *_steps(context, activity.activity_id)]
    return _remark(context, activity, period, derived, words)


def short_remark(context: EvaluationContext, activity: Any, words: IndicatorValue | None = None) -> Line:
    """The same in a table of one subject: without the period of the report itself, and without what was derived."""
    own = context.report.data_from.isoformat(), context.report.data_to.isoformat()
    is_own = (str(activity.data_from)[:10], str(activity.data_to)[:10]) == own
    is_told = activity.time_basis in _TOLD_AGAIN or not is_own
    return _remark(context, activity, period_of(context, activity) if is_told else "", [], words)


def _remark(
    context: EvaluationContext, activity: Any, period: str, derived: Sequence[Line], words: IndicatorValue | None
) -> Line:  # fmt: skip
    realisation = wording.REALISATIONS.get(activity.realisation)
    parts = [context.say(realisation) if realisation else "", period if period not in context.label(activity) else ""]
    told: list[Line] = [line(" ".join(part for part in parts if part)), *derived]
    if words is not None:
        form = NumberForm.WORDS if context.language == "vi" else NumberForm.TEXT
        told.append(context.fill(wording.IN_WORDS, words=context.number(words, form)))
    if is_counted_elsewhere(activity):
        told.append(context.fill(wording.COUNTED_UNDER, organisation=context.short_name(activity.counted_under)))
    return joined([one for one in told if one], "; ")


def _steps(context: EvaluationContext, activity_id: str) -> list[Line]:
    """What each cumulative figure of the row grew by since it was told before."""
    told = []
    for row in context.figures_of(activity_id):
        step = context.find("activity_figure_step", figure=row.figure_id)
        if step is not None:
            figure: Line = (context.number(step),)
            if not step.unit.startswith("vnd"):
                figure = context.fill(wording.FIGURE, numbers=figure, unit=context.of_two(step.unit_vi, step.unit_en))
            opening = context.by_id[step.operands[1]]
            if opening.indicator_id == step.operands[0].split(";")[0]:
                told.append(context.fill(wording.STEP, figure=figure))
            else:
                told.append(_since_period_before(context, opening, figure))
    return told


def _since_period_before(context: EvaluationContext, opening: IndicatorValue, figure: Line) -> Line:
    """What a figure grew by since the period before, with what was done then and up to which day."""
    done: Line = (context.number(opening),)
    if not opening.unit.startswith("vnd"):
        done = context.fill(wording.FIGURE, numbers=done, unit=context.of_two(opening.unit_vi, opening.unit_en))
    date = context.day(opening.as_of) if opening.as_of else context.say(wording.PERIOD_BEFORE)
    return context.fill(wording.STEP_FROM_PERIOD_BEFORE, date=date, done=done, figure=figure)


def period_of(context: EvaluationContext, activity: Any) -> str:
    """The dates of a row, its year, the day it is told at, or up to which it adds up; nothing where the office did not
    tell."""
    start, end = str(activity.data_from)[:10], str(activity.data_to)[:10]
    until = day_told(activity)[:10]
    cumulative = own_wording.CUMULATIVE.get(activity.time_basis)
    if cumulative is not None:
        return context.say(cumulative.until, date=context.day(until)) if until else context.say(cumulative.undated)
    if activity.time_basis == TimeBasis.AT_DATE:
        return context.say(own_wording.AT_DATE, date=context.day(until)) if until else ""
    if not (start and end):
        return ""
    if (start[4:], end[4:]) == ("-01-01", "-12-31") and start[:4] == end[:4]:
        return context.say(wording.IN_YEAR, year=start[:4])
    return context.say(wording.BETWEEN_DATES, from_date=context.day(start), to_date=context.day(end))


def heading(cells: Mapping[str, Line], name: str) -> CellRow:
    """A row that heads others: with sums of its own it is dressed as a total, column by column; without, its name runs
    over the table."""
    return CellRow(cells, "total" if _has_sums(cells, name) else "group")


def total_row(cells: Mapping[str, Line], name: str) -> list[CellRow]:
    """The row of totals; none where the indicators of the data root add nothing up."""
    return [CellRow(cells, "total")] if _has_sums(cells, name) else []


def _has_sums(cells: Mapping[str, Line], name: str) -> bool:
    return any(cell for key, cell in cells.items() if key not in (name, "position"))


#: The short headings of columns under a head that they share: the head and the heading, by the key of the column.
Heads = Mapping[str, tuple[Pattern, Pattern]]

#: Kinh phí và nguồn: the money of an activity and what it is made up of, side by side under one head.
MONEY_COLUMNS = (
    ColumnSpec(MONEY, own_wording.ALL_MONEY, "right", 1.0, of_figures=True),
    ColumnSpec(roles.STATE, own_wording.STATE_MONEY, "right", 0.9, of_figures=True),
    ColumnSpec(roles.OWN, own_wording.OWN_MONEY, "right", 0.9, of_figures=True),
    ColumnSpec(roles.INTEGRATED, own_wording.INTEGRATED_MONEY, "right", 0.9, of_figures=True),
    ColumnSpec(roles.MOBILISED, own_wording.MOBILISED_MONEY, "right", 0.9, of_figures=True),
)
MONEY_HEADS: Heads = {
    MONEY: (own_wording.MONEY_HEAD, own_wording.ALL),
    **{column.key: (own_wording.MONEY_HEAD, column.heading) for column in MONEY_COLUMNS[1:]},
}


def under_heads(columns: Sequence[ColumnSpec], heads: Heads, rows: Sequence[CellRow]) -> list[ColumnSpec]:
    """The columns under their shared heads, where at least two of a head hold something; otherwise as they are."""
    held = {key for row in rows for key, cell in row.cells.items() if cell}
    counts = Counter(head for key, (head, _) in heads.items() if key in held)
    return [
        replace(column, span=heads[column.key][0], heading=heads[column.key][1])
        if column.key in heads and counts[heads[column.key][0]] > 1
        else column
        for column in columns
    ]


def with_shared_remark(
    context: EvaluationContext, rows: Sequence[CellRow]
) -> tuple[list[CellRow], tuple[Line, ...]]:  # fmt: skip
    """The rows without the remark that all of them share, which is then a note under the table."""
    remarks = [row.cells["remark"] for row in rows if "remark" in row.cells]
    if len(remarks) < 2 or not remarks[0] or any(told != remarks[0] for told in remarks):
        return list(rows), ()
    without = [replace(row, cells={key: cell for key, cell in row.cells.items() if key != "remark"}) for row in rows]
    return without, (context.fill(wording.PERIOD_NOTE, period=remarks[0]),)


# --- notes under a table ------------------------------------------------------------------------------------------


def total_notes(context: EvaluationContext, rows: Sequence[CellRow], activities: Iterable[Told]) -> tuple[Line, ...]:
    """What a reader of the totals must know: that rows were left out of them, that an amount in them is doubted."""
    totals = [row for row in rows if row.role == "total"]
    is_all_done = all(one.is_done for root in activities for one in root.with_parts())
    not_done = () if is_all_done or not _numbers(totals) else (context.fill(own_wording.NOT_DONE_NOTE),)
    return (*not_done, *doubt_notes(context, totals))


def doubt_notes(context: EvaluationContext, totals: Sequence[CellRow]) -> tuple[Line, ...]:
    """That an amount in one of the totals is doubted, and the total with it."""
    is_doubted = any(number.status is ValueStatus.DISPUTED for number in _numbers(totals))
    return (context.fill(own_wording.DOUBTED_TOTAL_NOTE),) if is_doubted else ()


def _numbers(rows: Sequence[CellRow]) -> list[Number]:
    return [part for row in rows for cell in row.cells.values() for part in cell if isinstance(part, Number)]
