"""So với cùng kỳ năm trước: flows of equal length and stocks of the same day, told on the same basis a year apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import NORMS, Realisation, TimeBasis, ValueStatus
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, finding_id
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.series import day_told, subject_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: The period that is compared with, as its tables are named.
YEAR_BEFORE = "year_before"

Known = Mapping[str, IndicatorValue]
Comparison = Callable[[Fraction, Fraction], Fraction | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure and the activity it belongs to."""

    figure: Any
    activity: Any


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """A figure and that of the same thing a year before; whether the two cover the same time of their years."""

    after: Any
    before: Any
    is_comparable: bool


def same_period_changes(
    definition: IndicatorDefinition, context: PeriodTables, known: Known
) -> Iterator[IndicatorValue]:
    """figure - figure of the year before, in the unit of the figure."""
    for value, after in _compared(definition, context, known, "{1} - {0}", lambda before, after: after - before):
        yield replace(value, unit=after.unit, decimals=max(after.decimals, definition.decimals))


def same_period_ratios(
    definition: IndicatorDefinition, context: PeriodTables, known: Known
) -> Iterator[IndicatorValue]:
    """figure / figure of the year before; undefined on nothing."""

    def compute(before: Fraction, after: Fraction) -> Fraction | None:
        return after / before if before else None

    for value, _ in _compared(definition, context, known, "{1} / {0}", compute):
        yield value


def _compared(
    definition: IndicatorDefinition, context: PeriodTables, known: Known, pattern: str, compute: Comparison
) -> Iterator[tuple[IndicatorValue, IndicatorValue]]:
    """The comparison of each pair, with the figure of this year."""
    now, then = definition.of
    for pair in same_periods(context):
        after = known[figure_value_id(now, pair.after.figure_id, context)]
        before = known[figure_value_id(then, pair.before.figure_id, context)]
        value, status = None, None
        if not pair.is_comparable:
            status = ValueStatus.NOT_COMPARABLE
        elif after.value is not None and before.value is not None:
            value = compute(before.value, after.value)
            status = ValueStatus.UNDEFINED if value is None else None
        yield (
            computed(
                definition,
                context,
                value,
                (before, after),
                pattern.format(f"{pair.before.figure_id}[cùng kỳ]", pair.after.figure_id),
                as_of=day_told(context.activities[pair.after.activity_id]),
                dimensions={"figure": pair.after.figure_id},
                status=status,
                unit_names=None if definition.unit else (after.unit_vi, after.unit_en),
                label=(
                    f"{definition.label['vi']}: {after.label_vi}",
                    f"{definition.label['en']}: {after.label_en}",
                ),
                falling=(before,),
            ),
            after,
        )


def same_periods(context: PeriodTables) -> Iterator[SamePeriod]:
    """Each figure that was done or is expected, with what was done of the same thing a year before.

    What was only expected then is compared with nothing. A figure that was done, and that was told then up to another
    day or on another basis only, comes with the latter and is not comparable; one of which neither telling says when is
    left alone.
    """
    activities = context.beside(YEAR_BEFORE)
    then = [_Told(row, activities[row.activity_id]) for row in context.figures_beside(YEAR_BEFORE)]
    done = [one for one in then if one.activity.realisation == Realisation.ACTUAL]
    for row in context.figures:
        told = _Told(row, context.activities[row.activity_id])
        if told.activity.realisation == Realisation.PLANNED or row.kind in NORMS:
            continue
        alike = [one for one in done if _is_alike(one, told, context)]
        same_time = [one for one in alike if _is_a_year_apart(one.activity, told.activity)]
        if same_time:
            yield SamePeriod(row, same_time[0].figure, is_comparable=True)
        elif told.activity.realisation == Realisation.ACTUAL and alike and _says_when(alike[0], told):
            yield SamePeriod(row, alike[0].figure, is_comparable=False)


def _is_alike(before: _Told, after: _Told, context: PeriodTables) -> bool:
    """The same thing in the same role, unit and flow: one activity id in both years, or one subject."""
    facts = [
        (one.figure.role, one.figure.flow, context.reference.units[one.figure.unit].unit_code)
        for one in (before, after)
    ]
    of_one_id = before.activity.activity_id == after.activity.activity_id
    return facts[0] == facts[1] and (of_one_id or subject_of(before.activity) == subject_of(after.activity))


def _is_a_year_apart(before: Any, after: Any) -> bool:
    """The same basis, and the days of the one a year before those of the other; days that neither says are those of the
    two periods, unless the basis was not said either."""
    if before.time_basis != after.time_basis:
        return False
    ends = [(one.data_from or "", day_told(one)) for one in (before, after)]
    if ends == [("", ""), ("", "")]:
        return bool(after.time_basis != TimeBasis.NOT_STATED)
    return ends[0] == tuple(_a_year_before(day) for day in ends[1])


def _a_year_before(day: str) -> str:
    if not day:
        return ""
    told = date.fromisoformat(day)
    leap_day = (told.month, told.day) == (2, 29)
    return told.replace(year=told.year - 1, day=28 if leap_day else told.day).isoformat()


def _says_when(*tellings: _Told) -> bool:
    return any(one.activity.time_basis != TimeBasis.NOT_STATED or day_told(one.activity) for one in tellings)


def same_period_findings(context: PeriodTables, known: Known) -> Iterator[Finding]:
    """A note for each activity that was told a year before, but not up to the same day or not on the same basis; none
    where what is expected of it was compared."""
    names = {one.id: one.of for one in context.reference.indicators if one.between == YEAR_BEFORE}
    pairs = list(same_periods(context)) if names else []
    compared = {subject_of(context.activities[pair.after.activity_id]) for pair in pairs if pair.is_comparable}
    apart: dict[str, list[SamePeriod]] = {}
    for pair in pairs:
        if not pair.is_comparable and subject_of(context.activities[pair.after.activity_id]) not in compared:
            apart.setdefault(pair.after.activity_id, []).append(pair)
    for told in apart.values():
        figures = {pair.after.figure_id for pair in told}
        values = [
            value
            for value in known.values()
            if value.indicator_id in names and value.dimensions.get("figure") in figures
        ]
        if values:
            yield _not_compared(context, known, told[0], values)


def _not_compared(context: PeriodTables, known: Known, pair: SamePeriod, values: list[IndicatorValue]) -> Finding:
    before, after = (known[operand] for operand in values[0].operands)
    now, then = context.activities[pair.after.activity_id], context.beside(YEAR_BEFORE)[pair.before.activity_id]
    kind, source = FindingKind.NOT_COMPARABLE, after.sources[0]
    operands = dict.fromkeys(operand for value in values for operand in reversed(value.operands))
    return Finding(
        id=finding_id(kind, ("same_period", *operands)),
        severity=SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=f"“{now.label_vi}”: không so sánh với cùng kỳ năm trước vì hai số liệu không cùng thời gian "
        f"({_when(now, 'vi')}; {_when(then, 'vi')}).",
        message_en=f"“{now.label_en or now.label_vi}”: not compared with the same period a year before; the two do not "
        f"cover the same time ({_when(now, 'en')}; {_when(then, 'en')}).",
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=source.column,
        quote=f"{after.as_printed} … {before.as_printed}",
        indicator_ids=(*operands, *(value.id for value in values)),
    )


_BASES: Mapping[str, tuple[str, str]] = {
    TimeBasis.IN_PERIOD: ("trong kỳ", "in the period"),
    TimeBasis.YEAR_TO_DATE: ("lũy kế từ đầu năm", "year to date"),
    TimeBasis.SINCE_START: ("lũy kế từ đầu giai đoạn", "since the start of the phase"),
    TimeBasis.AT_DATE: ("tại thời điểm", "at a date"),
    TimeBasis.NOT_STATED: ("chưa rõ tính chất thời gian", "basis not stated"),
}


def _when(activity: Any, language: str) -> str:
    """The basis and the days of a telling."""
    basis = _BASES[activity.time_basis][language == "en"]
    days = [write_date(date.fromisoformat(one), language) for one in (activity.data_from, day_told(activity)) if one]
    return f"{basis}, {' - '.join(days)}" if days else basis
