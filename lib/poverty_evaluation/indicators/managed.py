"""Số hộ đang quản lý: the count of the last review, with what was added to the list since and less what was taken off.

It is no review: no rate is made of it, and it is compared with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.pairs import boundary_change
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, weakest
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

CHANGES = "household_changes"

Known = Mapping[str, IndicatorValue]


@dataclass(frozen=True, slots=True)
class _Since:
    """The amounts of one column since the last review; cells that were left empty make their sum partial."""

    told: Sequence[IndicatorValue]
    is_partial: bool

    @property
    def total(self) -> Fraction:
        return sum((one.value for one in self.told if one.value is not None), Fraction(0))


def change_rows(context: PeriodTables) -> list[Any]:
    """What was approved between reviews, the earliest first."""
    frame = context.tables.get(CHANGES)
    rows = [] if frame is None else rows_of(frame)
    return sorted(rows, key=lambda row: (row.place_code, row.as_of))


def managed(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """For each place and date of the changes: opening + added - taken off, and both sums (`…_added`, `…_removed`).

    Nothing where the row tells neither of the two, or no review came before.
    """
    counted, added, removed = definition.of
    rows = change_rows(context)
    for row in rows:
        opening = _last_review(row, context)
        if opening is None or not any(_of(row, name, known) for name in (added, removed)):
            continue
        since = [one for one in rows if one.place_code == row.place_code and opening.as_of < one.as_of <= row.as_of]
        first = known.get(opening.id_of(counted))
        came, left = (_since(since, name, known) for name in (added, removed))
        yield _stock(definition, context, row, first, came, left, _comparable(row, opening, context))
        for name, amounts in ((added, came), (removed, left)):
            if amounts.told:
                yield _sum(definition, context, row, name, amounts)


def _of(row: Any, name: str, known: Known) -> IndicatorValue | None:
    return known.get(value_id(name, row.place_code, row.as_of))


def _since(rows: Sequence[Any], name: str, known: Known) -> _Since:
    cells = [_of(row, name, known) for row in rows]
    told = [cell for cell in cells if cell is not None]
    return _Since(told, any(cell is None or cell.value is None for cell in cells))


def _last_review(row: Any, context: PeriodTables) -> Review | None:
    """The latest leading review of the place before the date of the row."""
    earlier = [
        review
        for review in context.reviews
        if review.place_code == row.place_code
        and review.as_of < row.as_of
        and review.is_leading
        and not review.is_only_start
        and not review.dimensions
    ]
    return earlier[-1] if earlier else None


def _comparable(row: Any, opening: Review, context: PeriodTables) -> bool:
    """Whether the list is still that of the opening: the same standard, the same territory."""
    start, end = date.fromisoformat(opening.as_of), date.fromisoformat(row.as_of)
    boundary = boundary_change(row.place_code, start, end, context.reference.places)
    return opening.standard_id == context.leading_standard and boundary is None


def _stock(
    definition: IndicatorDefinition,
    context: PeriodTables,
    row: Any,
    first: IndicatorValue | None,
    came: _Since,
    left: _Since,
    is_comparable: bool,
) -> IndicatorValue:
    counted, added, removed = definition.of
    value, status = None, None if is_comparable else ValueStatus.NOT_COMPARABLE
    if is_comparable and first is not None and first.value is not None:
        value = first.value + came.total - left.total
    stock = computed(
        definition,
        context,
        value,
        [*([first] if first is not None else []), *came.told, *left.told],
        f"{counted} + Σ {added} - Σ {removed}",
        place_code=row.place_code,
        when=row.as_of,
        as_of=row.as_of,
        status=status,
        falling=left.told,
    )
    hedges = [Qualifier.LOWER_BOUND] * came.is_partial + [Qualifier.UPPER_BOUND] * left.is_partial
    return replace(stock, qualifier=weakest([stock.qualifier, *hedges])) if value is not None else stock


def _sum(
    definition: IndicatorDefinition, context: PeriodTables, row: Any, name: str, amounts: _Since
) -> IndicatorValue:  # fmt: skip
    """What came onto the list, or left it, since the last review."""
    label = context.reference.indicator(name).label
    is_known = any(one.value is not None for one in amounts.told)
    total = computed(
        definition,
        context,
        amounts.total if is_known else None,
        amounts.told,
        f"Σ {name}",
        place_code=row.place_code,
        when=row.as_of,
        as_of=row.as_of,
        suffix="_added" if name == definition.of[1] else "_removed",
        label=(f"{label['vi']} từ lần rà soát trước", f"{label['en']} since the last review"),
    )
    hedges = [Qualifier.LOWER_BOUND] if amounts.is_partial and is_known else []
    return replace(total, qualifier=weakest([total.qualifier, *hedges]))
