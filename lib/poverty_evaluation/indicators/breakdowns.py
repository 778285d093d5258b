"""Biểu phân tổ: the counts of the forms that break a class down, by ward, block and place, and their shares of it.

Groups overlap and several causes may be given, so nothing is ever taken from a total to make a rest. What a place has
no row for is the sum of the places that make it up, "at least" where one of them sent none; a few of them are not it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.cells import exact
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed, quotient
from poverty_evaluation.indicators.reviews import leading_vintage
from poverty_evaluation.reference import TOTAL, Area, IndicatorDefinition, Place
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, Vintage, weakest
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import IndicatorValue, parse_value_id, value_id

BREAKDOWNS = "breakdowns"
BREAKDOWN_DIMENSIONS = ("breakdown", "category")
_AREA_NAMES = {
    "urban": ("khu vực thành thị", "urban areas"),
    "rural": ("khu vực nông thôn", "rural areas"),
}

Known = Mapping[str, IndicatorValue]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form as one place sent it on one date under one standard: its rows by vintage and category. dimensions: the
    form, and the standard where the place has two on that date and this one does not lead."""

    breakdown_id: str
    place_code: str
    as_of: str
    standard_id: str
    dimensions: Mapping[str, str]
    rows: Mapping[Vintage, Mapping[str, Any]]

    @property
    def series(self) -> tuple[str, str, str]:
        return self.breakdown_id, self.as_of, self.standard_id


def breakdown_values(definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """One value per filled cell of the forms; then the blocks of the reporting place, and the place itself where it
    has no row of its own."""
    forms = _forms(context)
    received: dict[str, IndicatorValue] = {}
    for form in forms:
        for value in _of_form(form, definition, context):
            received[value.id] = value
    yield from received.values()
    series: dict[tuple[str, str, str], list[_Form]] = {}
    for form in forms:
        series.setdefault(form.series, []).append(form)
    for sent in series.values():
        yield from _added_up(sent, received, definition, context)


def _forms(context: PeriodTables) -> list[_Form]:
    """What was sent, in the order received; after it the reporting place without rows, where it sent none itself."""
    found: dict[tuple[str, str, str, str], dict[Vintage, dict[str, Any]]] = {}
    own: dict[tuple[str, str, str, str], dict[Vintage, dict[str, Any]]] = {}
    frame = context.tables.get(BREAKDOWNS)
    for row in [] if frame is None else rows_of(frame):
        key = (row.breakdown_id, row.place_code, row.as_of, row.standard_id)
        found.setdefault(key, {}).setdefault(Vintage(row.vintage), {})[row.category] = row
        own[row.breakdown_id, context.place_code, row.as_of, row.standard_id] = {}
    told = {**found, **{key: rows for key, rows in own.items() if key not in found}}
    standards: dict[tuple[str, str, str], set[str]] = {}
    for key in told:
        standards.setdefault(key[:3], set()).add(key[3])
    return [_Form(*key, _told_apart(key, standards[key[:3]], context), rows) for key, rows in told.items()]


def _told_apart(key: tuple[str, str, str, str], standards: set[str], context: PeriodTables) -> dict[str, str]:
    breakdown_id, _, _, standard_id = key
    beside = len(standards) > 1 and standard_id != context.leading_standard
    return {"breakdown": breakdown_id, **({"standard": standard_id} if beside else {})}


def _of_form(form: _Form, definition: IndicatorDefinition, context: PeriodTables) -> Iterator[IndicatorValue]:
    """The values of one place; those of a vintage that another replaces say so in their ids."""
    for vintage, rows in form.rows.items():
        replaced = {} if vintage is leading_vintage(form.rows, context.vintage) else {"vintage": str(vintage)}
        for category, row in rows.items():
            if ValueStatus(row.status) is not ValueStatus.MISSING:
                dimensions = {**form.dimensions, **replaced, "category": category}
                yield _received(form, row, dimensions, definition, context)


def _received(
    form: _Form, row: Any, dimensions: Mapping[str, str], definition: IndicatorDefinition, context: PeriodTables
) -> IndicatorValue:
    unit_vi, unit_en = context.unit_names(definition.unit)
    label_vi, label_en = _labels(form.breakdown_id, row.category, context)
    return IndicatorValue(
        id=value_id(definition.id, form.place_code, form.as_of, dimensions),
        indicator_id=definition.id,
        label_vi=label_vi,
        label_en=label_en,
        value=exact(row.value),
        unit=definition.unit,
        unit_vi=unit_vi,
        unit_en=unit_en,
        decimals=definition.decimals,
        qualifier=Qualifier(row.qualifier),
        status=ValueStatus(row.status),
        as_printed=row.as_printed,
        place_code=form.place_code,
        period=context.period,
        as_of=form.as_of,
        formula=f"{form.breakdown_id}.{row.category}",
        sources=(source_from_json(row.source),),
    )


def _labels(breakdown_id: str, category: str, context: PeriodTables) -> tuple[str, str]:
    breakdown = context.reference.breakdowns[breakdown_id]
    field = breakdown.table.field(category)
    return f"{breakdown.label.vi}: {field.label_vi}", f"{breakdown.label.en}: {field.label_en}"


# --- blocks and the whole place -------------------------------------------------------------------------------------


def _added_up(
    sent: Sequence[_Form], received: Known, definition: IndicatorDefinition, context: PeriodTables
) -> Iterator[IndicatorValue]:
    """The sums of one form over the places that make up the reporting place; none where few of them sent it."""
    by_place = {form.place_code: form for form in sent}
    whole = by_place[context.place_code]
    on, places = date.fromisoformat(whole.as_of), context.reference.places
    below = places.parts(context.place_code, on)
    if not places.is_mostly(context.place_code, by_place, on):
        return
    for area, group in [*_areas(below), *([] if whole.rows else [("", below)])]:
        there = [by_place[place.place_code] for place in group if place.place_code in by_place]
        for category in context.reference.breakdowns[whole.breakdown_id].codes if there else ():
            ids = (
                value_id(definition.id, form.place_code, form.as_of, {**form.dimensions, "category": category})
                for form in there
            )
            parts = [received.get(identity) for identity in ids]
            told = {**whole.dimensions, "category": category, **({"area": area} if area else {})}
            total = _total(whole, told, parts, len(there) < len(group), definition, context)
            if total is not None:
                yield total


def _areas(below: Sequence[Place]) -> list[tuple[str, Sequence[Place]]]:
    """The urban and the rural places; none where the reporting place does not have both."""
    if {place.area for place in below} != set(Area):
        return []
    return [(str(area), [place for place in below if place.area is area]) for area in Area]


def _total(
    whole: _Form,
    dimensions: Mapping[str, str],
    parts: Sequence[IndicatorValue | None],
    is_partial: bool,
    definition: IndicatorDefinition,
    context: PeriodTables,
) -> IndicatorValue | None:
    """None where no cell was filled."""
    counted = [part for part in parts if part is not None and part.value is not None]
    if not counted:
        return None
    area = dimensions.get("area", "")
    label = _labels(whole.breakdown_id, dimensions["category"], context)
    names = _AREA_NAMES.get(area)
    total = computed(
        definition,
        context,
        sum((part.value for part in counted if part.value is not None), Fraction(0)),
        counted,
        f"Σ {whole.breakdown_id}.{dimensions['category']} ({area or whole.place_code})",
        when=whole.as_of,
        as_of=whole.as_of,
        dimensions=dimensions,
        label=(f"{label[0]}, {names[0]}", f"{label[1]}, {names[1]}") if names else label,
    )
    absent = is_partial or len(counted) < len(parts)
    return replace(total, qualifier=weakest([total.qualifier, Qualifier.LOWER_BOUND])) if absent else total


def breakdown_sums(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """What the columns of a form count together, of the forms named in `where`: deprivations, not households. "At
    least" where a column has no figure."""
    (indicator,) = definition.of
    groups: dict[tuple[str, str, frozenset[tuple[str, str]]], list[IndicatorValue]] = {}
    for value in known.values():
        if value.indicator_id != indicator or value.dimensions["breakdown"] not in definition.where["breakdown"]:
            continue
        _, dimensions, place_code, when = parse_value_id(value.id)
        if dimensions.pop("category") != TOTAL:
            groups.setdefault((place_code, when, frozenset(dimensions.items())), []).append(value)
    for (place_code, when, told), parts in groups.items():
        dimensions = dict(told)
        breakdown = context.reference.breakdowns[dimensions["breakdown"]]
        counted = [part for part in parts if part.value is not None]
        if not counted:
            continue
        total = computed(
            definition,
            context,
            sum((part.value for part in counted if part.value is not None), Fraction(0)),
            counted,
            f"Σ {breakdown.id}",
            place_code=place_code,
            when=when,
            as_of=when,
            dimensions=dimensions,
        )
        absent = len(counted) < len(breakdown.columns)
        yield replace(total, qualifier=weakest([total.qualifier, Qualifier.LOWER_BOUND])) if absent else total


def breakdown_shares(
    definition: IndicatorDefinition, context: PeriodTables, known: Known
) -> Iterator[IndicatorValue]:  # fmt: skip
    """Each count of a form as a share of the total of the same form; undefined where the class is empty."""
    (indicator, _) = definition.of
    for part in [value for value in known.values() if value.indicator_id == indicator]:
        _, dimensions, place_code, when = parse_value_id(part.id)
        whole = known.get(value_id(indicator, place_code, when, {**dimensions, "category": TOTAL}))
        if whole is None or dimensions["category"] == TOTAL:
            continue
        value, status = quotient(part, whole)
        yield computed(
            definition,
            context,
            value,
            (part, whole),
            f"{dimensions['breakdown']}.{dimensions['category']} / {dimensions['breakdown']}.{TOTAL}",
            place_code=place_code,
            when=when,
            as_of=when,
            dimensions=dimensions,
            label=(f"{part.label_vi} (tỷ lệ)", f"{part.label_en} (share)"),
            status=status,
            falling=(whole,),
        )
