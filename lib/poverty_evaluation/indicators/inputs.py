"""Số liệu đầu vào của chỉ tiêu: the received tables as indicator values, one per number that was sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.reference import IndicatorDefinition, Reference
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.quantities import split_unit
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True)
class PeriodTables:
    """What the evaluator computes on: the tables of one period and what they belong to."""

    tables: Mapping[str, pd.DataFrame]
    reference: Reference
    place_code: str
    period: str
    leading_standard: str
    programme_id: str = ""


def input_values(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """The values of an input definition, in the order of the received rows."""
    reader = {
        "household_review": _reviews,
        "activity_figures": _figures,
        "targets": _quantities,
        "published": _quantities,
    }
    return reader[definition.table](definition, context)


def reviews(context: PeriodTables) -> pd.DataFrame:
    """All reviews of this period and the one before, oldest first, as the office holds them under one vintage each."""
    frames = [context.tables["previous_household_review"], context.tables["household_review"]]
    rows = pd.concat([frame for frame in frames if len(frame)] or [frames[1]], ignore_index=True)
    return rows.sort_values(["place_code", "as_of"], kind="stable", ignore_index=True)


def review_dimensions(row: Any, rows: pd.DataFrame, context: PeriodTables) -> dict[str, str]:
    """The standard becomes part of the id only where the same place has two standards on one date."""
    same = rows[(rows["place_code"] == row.place_code) & (rows["as_of"] == row.as_of)]
    if same["standard_id"].nunique() > 1 and row.standard_id != context.leading_standard:
        return {"standard": row.standard_id}
    return {}


def _reviews(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    rows = reviews(context)
    column = definition.column
    for row in rows.itertuples(index=False):
        status = ValueStatus(getattr(row, f"{column}_status"))
        if status is ValueStatus.MISSING:
            continue
        yield IndicatorValue(
            id=value_id(definition.id, row.place_code, row.as_of, review_dimensions(row, rows, context)),
            indicator_id=definition.id,
            label_vi=definition.label["vi"],
            label_en=definition.label["en"],
            value=exact(getattr(row, column)),
            unit=definition.unit,
            unit_vi="hộ",
            unit_en="households",
            decimals=definition.decimals,
            qualifier=Qualifier(getattr(row, f"{column}_qualifier")),
            status=status,
            as_printed=getattr(row, f"{column}_as_printed"),
            place_code=row.place_code,
            period=context.period,
            as_of=row.as_of,
            formula=f"{definition.table}.{column}",
            sources=(cell(getattr(row, f"{column}_source")),),
        )


def _figures(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    activities = {row.activity_id: row for row in context.tables["activities"].itertuples(index=False)}
    for row in context.tables["activity_figures"].itertuples(index=False):
        activity = activities[row.activity_id]
        role = context.reference.figure_roles[row.role]
        unit = context.reference.units[row.unit]
        yield IndicatorValue(
            id=value_id(definition.id, context.place_code, context.period, {"figure": row.figure_id}),
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
            as_of=activity.as_of or "",
            formula=f"{definition.table}.{definition.column}",
            sources=(cell(row.source),),
        )


def _quantities(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    dimension = definition.by[0]
    for row in context.tables[definition.table].itertuples(index=False):
        unit = context.reference.units[split_unit(row.unit)[1]]
        yield IndicatorValue(
            id=value_id(
                definition.id, context.place_code, context.period, {dimension: getattr(row, f"{dimension}_id")}
            ),
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
            sources=(cell(row.value_source),),
        )


def _shown_decimals(value: Decimal | None, unit_code: str) -> int:
    """Decimals that lose nothing of a received figure: those of the per cent for a rate, of the number otherwise."""
    if value is None:
        return 0
    exponent = int(value.normalize().as_tuple().exponent)
    return max(0, -exponent - (2 if unit_code == "ratio" else 0))


def exact(value: Decimal | None) -> Fraction | None:
    return None if value is None or pd.isna(value) else Fraction(value)


def cell(text: str) -> SourceCell:
    return SourceCell(**json.loads(text))
