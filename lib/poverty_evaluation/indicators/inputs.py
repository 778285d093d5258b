"""Số liệu đầu vào của chỉ tiêu: the received tables as indicator values, one per number that was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.indicators.breakdowns import BREAKDOWNS, breakdown_values
from poverty_evaluation.indicators.cells import exact
from poverty_evaluation.indicators.fund_rows import FUNDS, fund_rows
from poverty_evaluation.indicators.managed import CHANGES, change_rows
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, weakest
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.series import day_told
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


def input_values(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """The values of an input definition, in the order of the received rows."""
    return INPUT_TABLES[definition.table](definition, context)


def _reviews(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """One value per review whose cell is filled; an empty cell was not sent and gives none."""
    column = definition.column
    received: dict[str, IndicatorValue] = {}
    for review in context.reviews:
        if review.merged:
            parts = [received.get(part.id_of(definition.id)) for part in review.merged]
            yield from _added_up(definition, context, review, parts)
            continue
        if review.parts:
            parts = [received.get(part.id_of(definition.id)) for part in review.parts]
            for total in _of_parts(definition, context, review, parts):
                received[total.id] = total
                yield total
            continue
        row = review.row
        if ValueStatus(getattr(row, f"{column}_status")) is ValueStatus.MISSING:
            continue
        labels = (definition.label["vi"], definition.label["en"])
        value = _in_column(
            definition, context, row, review.id_of(definition.id), review.place_code, review.as_of, labels
        )
        received[value.id] = value
        yield value


def _added_up(
    definition: IndicatorDefinition, context: PeriodTables, review: Review, parts: list[IndicatorValue | None]
) -> Iterator[IndicatorValue]:
    """A count of places that were joined since, where each of them was counted."""
    if all(part is not None and part.value is not None for part in parts):
        yield from _of_parts(definition, context, review, parts)


def _of_parts(
    definition: IndicatorDefinition, context: PeriodTables, review: Review, parts: list[IndicatorValue | None]
) -> Iterator[IndicatorValue]:
    """The sum of what the places counted; at least that much where one of them did not."""
    counted = [part for part in parts if part is not None and part.value is not None]
    if not counted:
        return
    total = computed(
        definition,
        context,
        sum((part.value for part in counted if part.value is not None), Fraction(0)),
        counted,
        " + ".join(f"{definition.id}[{part.place_code}]" for part in counted),
        place_code=review.place_code,
        when=review.as_of,
        as_of=review.as_of,
        dimensions=review.dimensions,
    )
    if len(counted) < len(parts) or not review.is_complete:
        total = replace(total, qualifier=weakest([total.qualifier, Qualifier.LOWER_BOUND]))
    yield total


def _figures(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    return _of_figures(definition, context, context.figures, context.activities)


def _figures_beside(which: str) -> Callable[[IndicatorDefinition, PeriodTables], Iterator[IndicatorValue]]:
    """The figures of a neighbouring period; their ids carry the period of the report that is read beside it."""

    def values(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
        return _of_figures(definition, context, context.figures_beside(which), context.beside(which))

    return values


def _of_figures(
    definition: IndicatorDefinition, context: PeriodTables, rows: Iterable[Any], activities: Mapping[str, Any]
) -> Iterator[IndicatorValue]:
    for row in rows:
        activity = activities[row.activity_id]
        role = context.reference.figure_roles[row.role]
        unit = context.reference.units[row.unit]
        yield IndicatorValue(
            id=figure_value_id(definition.id, row.figure_id, context),
            indicator_id=definition.id,
            label_vi=f"{activity.label_vi}: {role.label_vi}",
            label_en=f"{activity.label_en or activity.label_vi}: {role.label_en}",
            value=exact(row.value),
            unit=unit.unit_code,
            unit_vi=unit.label_vi,
            unit_en=unit.label_en,
            decimals=_shown_decimals(row.value, unit.unit_code),
            qualifier=Qualifier(row.qualifier),
            status=ValueStatus(row.status),
            as_printed=row.as_printed,
            place_code=context.place_code,
            period=context.period,
            as_of=day_told(activity),
            formula=f"{definition.table}.{definition.column}",
            sources=(source_from_json(row.source),),
        )


def figure_value_id(indicator_id: str, figure_id: str, context: PeriodTables) -> str:
    return value_id(indicator_id, context.place_code, context.period, {"figure": figure_id})


def _quantities(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    (dimension,) = definition.by
    for row in rows_of(context.tables[definition.table]):
        unit = context.unit_of(row)
        code = getattr(row, f"{dimension}_id")
        yield IndicatorValue(
            id=value_id(definition.id, context.place_code, context.period, {dimension: code}),
            indicator_id=definition.id,
            label_vi=f"{definition.label['vi']}: {row.label_vi}",
            label_en=f"{definition.label['en']}: {row.label_en or row.label_vi}",
            value=exact(row.value),
            unit=unit.unit_code,
            unit_vi=unit.label_vi,
            unit_en=unit.label_en,
            decimals=row.value_decimals,
            qualifier=Qualifier(row.value_qualifier),
            status=ValueStatus(row.value_status),
            as_printed=row.value_as_printed,
            place_code=context.place_code,
            period=context.period,
            formula=f"{definition.table}.{definition.column}",
            sources=(source_from_json(row.value_source),),
        )


def _funds(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """One value per row whose cell is filled, in đồng."""
    column = definition.column
    for row in fund_rows(context):
        received = row.received
        if ValueStatus(getattr(received, f"{column}_status")) is ValueStatus.MISSING:
            continue
        labels = row.labels(context, row.dimensions, definition.label)
        identity = row.id_of(definition.id)
        yield _in_column(definition, context, received, identity, row.place_code, row.as_of, labels)


def _changes(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """One value per place and date whose cell is filled."""
    column = definition.column
    for row in change_rows(context):
        if ValueStatus(getattr(row, f"{column}_status")) is ValueStatus.MISSING:
            continue
        identity = value_id(definition.id, row.place_code, row.as_of)
        labels = (definition.label["vi"], definition.label["en"])
        yield _in_column(definition, context, row, identity, row.place_code, row.as_of, labels)


def _in_column(
    definition: IndicatorDefinition,
    context: PeriodTables,
    row: Any,
    identity: str,
    place_code: str,
    as_of: str,
    labels: tuple[str, str],
) -> IndicatorValue:
    """The value of one cell of the definition's column."""
    column = definition.column
    unit_vi, unit_en = context.unit_names(definition.unit)
    return IndicatorValue(
        id=identity,
        indicator_id=definition.id,
        label_vi=labels[0],
        label_en=labels[1],
        value=exact(getattr(row, column)),
        unit=definition.unit,
        unit_vi=unit_vi,
        unit_en=unit_en,
        decimals=definition.decimals,
        qualifier=Qualifier(getattr(row, f"{column}_qualifier")),
        status=ValueStatus(getattr(row, f"{column}_status")),
        as_printed=getattr(row, f"{column}_as_printed"),
        place_code=place_code,
        period=context.period,
        as_of=as_of,
        formula=f"{definition.table}.{column}",
        sources=(source_from_json(getattr(row, f"{column}_source")),),
    )


#: The received tables that an input definition may name, and how their rows become values.
INPUT_TABLES: Mapping[str, Callable[[IndicatorDefinition, PeriodTables], Iterator[IndicatorValue]]] = {
    "household_review": _reviews,
    "activity_figures": _figures,
    "previous_activity_figures": _figures_beside("previous"),
    "year_before_activity_figures": _figures_beside("year_before"),
    CHANGES: _changes,
    FUNDS: _funds,
    BREAKDOWNS: breakdown_values,
    "targets": _quantities,
    "published": _quantities,
}


def _shown_decimals(value: Decimal | None, unit_code: str) -> int:
    """Decimals that lose nothing of a received figure: those of the per cent for a rate, of the number otherwise."""
    if value is None or pd.isna(value):
        return 0
    exponent = int(value.normalize().as_tuple().exponent)
    return max(0, -exponent - (2 if unit_code == "ratio" else 0))
