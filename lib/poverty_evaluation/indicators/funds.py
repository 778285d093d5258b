"""Vốn của chương trình: sums by component, source and kind of money, ratios of sums, and the year before.

Every cut-off is told apart: money up to 31 December is never added to money up to 31 January, nor what is expected to
what was done, nor one year's money to another's. A sub-project is a part of its component and stands for it only where
the component has no row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from poverty_evaluation.indicators.fund_rows import FUND_DIMENSIONS, FUNDS, FundRow, fund_rows, rests_on_members
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed, quotient
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, weakest
from poverty_evaluation.vocabulary.period_tables import FUND_DISBURSEMENT
from poverty_evaluation.vocabulary.tables import FieldType
from poverty_evaluation.vocabulary.values import IndicatorValue, parse_value_id, value_id

__all__ = ["FUNDS", "FUND_COLUMNS", "FUND_CONDITIONS", "FUND_DIMENSIONS", "fund_changes", "fund_ratios", "fund_sums"]

FUND_COLUMNS = tuple(item.name for item in FUND_DISBURSEMENT.fields if item.type is FieldType.MONEY)
#: What `where` of a sum may ask. `apart: [told]` leaves out amounts that may hold money carried over as well.
FUND_CONDITIONS = ("source", "kind", "apart")

Known = Mapping[str, IndicatorValue]


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows that one sum adds up, and whether a row of its cut-off is lacking that an earlier one had."""

    dimensions: Mapping[str, str]
    rows: Sequence[FundRow]
    is_partial: bool


def fund_sums(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """For each cut-off the total, and one sum per component, source and kind, alone and together (`by`)."""
    rows = [row for row in fund_rows(context) if _meets(row, definition)]
    is_partial = rests_on_members(context) and not all(context.tables["members"]["is_sent"])
    for cut_off in sorted({row.cut_off for row in rows}):
        own = [row for row in rows if row.cut_off == cut_off]
        counted, before = _without_parts(own), [row for row in rows if _is_before(row, cut_off)]
        for names in _groupings(definition.by):
            for group in _groups_of(names, counted, own, before):
                total = _total(replace(group, is_partial=group.is_partial or is_partial), definition, context, known)
                if total is not None:
                    yield total


def _meets(row: FundRow, definition: IndicatorDefinition) -> bool:
    told = {"source": row.received.source, "kind": row.received.kind}
    return all(told[name] in allowed for name, allowed in definition.where.items() if name in told)


def _groupings(by: Sequence[str]) -> list[tuple[str, ...]]:
    """Nothing, each dimension alone, and all that may stand together."""
    return [names for length in range(len(by) + 1) for names in combinations(by, length)]


def _is_before(row: FundRow, cut_off: tuple[str, str, bool]) -> bool:
    """Whether a row tells what was done for the same year up to this cut-off or before."""
    year, as_of, _ = cut_off
    return row.received.year == year and row.as_of <= as_of and not row.is_expected


def _without_parts(rows: Sequence[FundRow]) -> list[FundRow]:
    """The rows without those of sub-projects whose component has a row for the same money."""
    told = {row.money for row in rows}
    return [row for row in rows if not (_whole(row) and (row.place_code, _whole(row), *row.series[1:]) in told)]


def _whole(row: FundRow) -> str:
    """The component of a sub-project (component-1 of component-1-2), "" for a component."""
    code: str = row.received.component_code
    return code.rsplit("-", 1)[0] if code.count("-") > 1 else ""


def _codes(row: FundRow, names: Sequence[str]) -> list[tuple[str, ...]]:
    """The codes under which a row counts: a sub-project also under its component. None where a kind was not told."""
    dimensions = row.dimensions
    own = tuple(dimensions.get(name, "") for name in names)
    if not all(own):
        return []
    whole = _whole(row) if "component" in names else ""
    if not whole:
        return [own]
    return [own, tuple(whole if name == "component" else code for name, code in zip(names, own, strict=True))]


def _by_codes(rows: Sequence[FundRow], names: Sequence[str]) -> dict[tuple[str, ...], list[FundRow]]:
    """The rows that count under each combination of codes, in the order in which these first occur."""
    found: dict[tuple[str, ...], list[FundRow]] = {}
    for row in rows:
        for codes in _codes(row, names):
            found.setdefault(codes, []).append(row)
    return found


def _groups_of(
    names: tuple[str, ...], counted: Sequence[FundRow], own: Sequence[FundRow], before: Sequence[FundRow]
) -> Iterator[_Group]:
    """The rows of each sum of one grouping; a sub-project that is told beside its component has a sum of its own."""
    within, earlier = _by_codes(counted, names), _by_codes(before, names)
    told = {row.money for row in own}
    for codes, rows in _by_codes(own, names).items():
        lacking = {row.money for row in earlier.get(codes, ())} - told
        yield _Group(dict(zip(names, codes, strict=True)), within.get(codes) or rows, bool(lacking))


def _total(
    group: _Group, definition: IndicatorDefinition, context: PeriodTables, known: Known
) -> IndicatorValue | None:  # fmt: skip
    """None where no cell was filled. A column that only some rows tell makes the sum "at least" (or "at most")."""
    operands: list[IndicatorValue] = []
    hedges: list[Qualifier] = [Qualifier.LOWER_BOUND] if group.is_partial else []
    for place, name in enumerate(definition.of):
        cells = [
            known.get(row.id_of(name)) if row.is_apart or "apart" not in definition.where else None
            for row in group.rows
        ]
        told = [cell for cell in cells if cell is not None]
        operands += told
        counts = [cell for cell in cells if cell is None or cell.status is not ValueStatus.NOT_APPLICABLE]
        absent = [cell for cell in counts if cell is None or cell.value is None]
        if absent and (place == 0 or any(cell is not None for cell in counts)):
            hedges.append(Qualifier.UPPER_BOUND if name in definition.less else Qualifier.LOWER_BOUND)
    known_amounts = [(operand, operand.value) for operand in operands if operand.value is not None]
    does_not_apply = all(operand.status is ValueStatus.NOT_APPLICABLE for operand in operands)
    if not known_amounts and (not operands or (does_not_apply and hedges)):
        return None  # nothing was sent, or only that some of the rows do not apply
    less = definition.less
    value = sum((-amount if one.indicator_id in less else amount for one, amount in known_amounts), Fraction(0))
    first = group.rows[0]
    total = computed(
        definition,
        context,
        value if known_amounts else None,
        operands,
        _formula(definition, first.whole_dimensions(group.dimensions)),
        when=first.as_of,
        as_of=first.as_of,
        dimensions=first.whole_dimensions(group.dimensions),
        label=first.labels(context, group.dimensions, definition.label),
        falling=[operand for operand in operands if operand.indicator_id in less],
    )
    return replace(total, qualifier=weakest([total.qualifier, *hedges])) if known_amounts else total


def _formula(definition: IndicatorDefinition, dimensions: Mapping[str, str]) -> str:
    terms = [f"{'- ' if name in definition.less else '+ '}{name}" for name in definition.of]
    conditions = ", ".join(f"{name}={code}" for name, code in sorted(dimensions.items()))
    return f"Σ {' '.join(terms).removeprefix('+ ')} ({conditions})"


def fund_ratios(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """A ratio of two sums of the same cut-off and the same codes; never a mean of ratios."""
    over, under = definition.of
    for numerator in _values_of(over, known):
        denominator = known.get(_id_like(numerator, under))
        if denominator is None:
            continue
        value, status = quotient(numerator, denominator)
        yield _like(numerator, definition, context, value, (numerator, denominator), f"{over} / {under}", status)


def fund_changes(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """The difference to the same cut-off of the year before; expected values are compared with nothing."""
    (name,) = definition.of
    for after in _values_of(name, known):
        before = known.get(_id_of_year_before(after))
        if before is None or "realisation" in after.dimensions:
            continue
        value = None if after.value is None or before.value is None else after.value - before.value
        yield _like(after, definition, context, value, (before, after), f"{name}(năm) - {name}(năm trước)", None)


def _like(
    value: IndicatorValue,
    definition: IndicatorDefinition,
    context: PeriodTables,
    result: Fraction | None,
    operands: tuple[IndicatorValue, IndicatorValue],
    formula: str,
    status: ValueStatus | None,
) -> IndicatorValue:
    """A value of the same cut-off and codes as another; it falls with the operand that is not this one."""
    _, dimensions, _, when = parse_value_id(value.id)
    told = context.reference.indicator(value.indicator_id).label
    return computed(
        definition,
        context,
        result,
        operands,
        formula,
        when=when,
        as_of=value.as_of,
        dimensions=dimensions,
        label=(
            value.label_vi.replace(told["vi"], definition.label["vi"], 1),
            value.label_en.replace(told["en"], definition.label["en"], 1),
        ),
        status=status,
        falling=[operand for operand in operands if operand is not value],
    )


def _values_of(indicator_id: str, known: Known) -> list[IndicatorValue]:
    return [value for value in known.values() if value.indicator_id == indicator_id]


def _id_like(value: IndicatorValue, indicator_id: str) -> str:
    _, dimensions, place_code, when = parse_value_id(value.id)
    return value_id(indicator_id, place_code, when, dimensions)


def _id_of_year_before(value: IndicatorValue) -> str:
    indicator_id, dimensions, place_code, when = parse_value_id(value.id)
    day = date.fromisoformat(when)
    last = day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
    year = str(int(dimensions["year"]) - 1)
    return value_id(indicator_id, place_code, last.isoformat(), {**dimensions, "year": year})
