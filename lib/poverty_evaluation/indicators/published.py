"""Đối chiếu số liệu đã công bố: what the office printed as its result, held against what its own data give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.inputs import PeriodTables, cell, exact
from poverty_evaluation.relations import Difference, State, Stated
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import write_number
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


def reconcile(context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Iterator[Finding]:
    """One error for each published change that its own two levels contradict."""
    for row in context.tables["published"].itertuples(index=False):
        change = known.get(value_id(row.indicator_id, row.place_code or context.place_code, context.period))
        value = exact(row.value)
        if change is None or change.value is None or value is None or len(change.operands) != 2:
            continue
        before, after = (known[operand] for operand in change.operands)
        stated = _stated_change(row, value, context)
        verdict = Difference(_level(before), _level(after), stated).check()
        if verdict.state in (State.CONTRADICTION, State.LIKELY):
            yield _finding(row, before, after, change, verdict.state, context)


def _stated_change(row: Any, value: Fraction, context: PeriodTables) -> Stated:
    unit_code = context.reference.units[
        row.unit.split()[-1] if row.unit not in context.reference.units else row.unit
    ].unit_code
    step = Fraction(1, 2 * 10 ** (row.value_decimals + (2 if unit_code == "ratio" else 0)))
    whole = row.value_decimals == 0 and unit_code != "ratio"
    stated = Stated(
        row.published_id, value, Fraction(0) if whole else step, Qualifier(row.value_qualifier), row.value_as_printed
    )
    return stated.as_fall() if row.direction == "down" else stated


def _level(value: IndicatorValue) -> Stated | None:
    if value.value is None:
        return None
    rounded = value.status is ValueStatus.AS_PUBLISHED
    step = Fraction(1, 2 * 10 ** (value.decimals + 2)) if rounded else Fraction(0)
    return Stated(value.id, value.value, step, value.qualifier, value.as_printed)


def _finding(
    row: Any, before: IndicatorValue, after: IndicatorValue, change: IndicatorValue, state: State, context: PeriodTables
) -> Finding:
    source = cell(row.value_source)
    points = change.unit == "pp"
    published_id = value_id("published_value", context.place_code, context.period, {"published": row.published_id})
    unit_vi, unit_en = ("điểm phần trăm", "percentage points") if points else (before.unit_vi, before.unit_en)
    shown = [_shown(value.value, points, value.decimals) for value in (before, after, change)]
    direction_vi = "giảm" if row.direction == "down" else "tăng"
    direction_en = "fall" if row.direction == "down" else "rise"
    printed = f"{row.value_as_printed}{'' if row.value_as_printed.endswith('%') or points else ' ' + row.unit}"
    computed = (
        f"{shown[0]} - {shown[1]} = {_shown(-change.value if change.value else Fraction(0), points, change.decimals)}"
    )
    severity = SEVERITY_OF_KIND[FindingKind.DIFFERENCE] if state is State.CONTRADICTION else Severity.WARNING
    return Finding(
        id=finding_id(FindingKind.DIFFERENCE, [before.id, after.id, published_id]),
        severity=severity,
        kind=FindingKind.DIFFERENCE,
        message_vi=f"“{row.label_vi}”: đã ghi {direction_vi} {printed}, tính lại từ {before.label_vi.lower()} đầu và "
        f"cuối kỳ là {shown[2].removeprefix('-')} {unit_vi}. Đề nghị đơn vị kiểm tra, xác nhận.",
        message_en=f"“{row.label_en}”: printed as a {direction_en} of {printed}; the two levels give "
        f"{shown[2].removeprefix('-')} {unit_en}.",
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=source.column,
        quote=f"{before.as_printed} … {after.as_printed} … {direction_vi} {printed}",
        stated=printed,
        computed=f"{computed} {unit_vi}",
        indicator_ids=(before.id, after.id, published_id, change.id),
    )


def _shown(value: Fraction | None, points: bool, decimals: int) -> str:
    if value is None:
        return "…"
    return write_number(value * 100 if points else value, decimals)
