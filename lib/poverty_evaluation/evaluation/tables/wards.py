"""Biểu theo xã, phường: the levels of a review and its movements by ward, the total first, then the urban and the rural
block with their sums; and the rate of the place itself by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.dress import (
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    place_in_list,
    table,
)
from poverty_evaluation.evaluation.tables.poverty import LEVEL_COLUMNS, value_of_review
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.evaluation.wording import wards as own_wording
from poverty_evaluation.reference import Area, Place
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_PLACE = ColumnSpec("place", own_wording.PLACE, "left", 2.2)


@dataclass(frozen=True, slots=True)
class _Movement:
    """A column of movements: the indicators that may fill it, the first that was sent; sign: +1 into the class, -1 out
    of it, 0 for the closing count."""

    indicators: tuple[str, ...]
    heading: Pattern
    sign: int


POOR, NEAR_POOR = "poor", "near_poor"
_MOVEMENTS: Mapping[str, tuple[_Movement, ...]] = {
    POOR: (
        _Movement(("opening_households",), own_wording.OPENING, 1),
        _Movement(("escaped_households",), own_wording.ESCAPED, -1),
        _Movement(("other_exit_households",), own_wording.OTHER_EXIT, -1),
        _Movement(("relapsed_households",), own_wording.RELAPSED, 1),
        _Movement(("newly_poor_households",), own_wording.NEW, 1),
        _Movement(("from_near_poor_households", "near_poor_to_poor_households"), own_wording.FROM_NEAR_POOR, 1),
        _Movement(("other_entry_households",), own_wording.OTHER_ENTRY, 1),
        _Movement(("poor_households",), own_wording.CLOSING, 0),
    ),
    NEAR_POOR: (
        _Movement(("near_poor_opening_households",), own_wording.OPENING, 1),
        _Movement(("near_poor_escaped_households",), own_wording.NEAR_POOR_ESCAPED, -1),
        _Movement(("near_poor_to_poor_households", "from_near_poor_households"), own_wording.TO_POOR, -1),
        _Movement(("near_poor_other_exit_households",), own_wording.OTHER_EXIT, -1),
        _Movement(("near_poor_relapsed_households",), own_wording.NEAR_POOR_RELAPSED, 1),
        _Movement(("newly_near_poor_households",), own_wording.NEW, 1),
        _Movement(("near_poor_from_poor_households", "poor_to_near_poor_households"), own_wording.FROM_POOR, 1),
        _Movement(("near_poor_other_entry_households",), own_wording.OTHER_ENTRY, 1),
        _Movement(("near_poor_households",), own_wording.CLOSING, 0),
    ),
}
CLASSES = tuple(_MOVEMENTS)


@dataclass(frozen=True, slots=True)
class WardReview:
    """The last review of the period, and the places that make up the reporting one."""

    as_of: str
    places: tuple[Place, ...]

    @property
    def areas(self) -> Mapping[Area, list[Place]]:
        """The places by area; none where the reporting place does not have both."""
        if {place.area for place in self.places} != set(Area):
            return {}
        return {area: [place for place in self.places if place.area is area] for area in own_wording.AREAS}


def ward_review(context: EvaluationContext) -> WardReview | None:
    """The last review that places of the reporting one have; None where fewer than two of them have any."""
    days = {as_of for rows in context.reviews_of_period for as_of in rows["as_of"]}
    for as_of in sorted(days, reverse=True):
        places = tuple(places_below(context, as_of))
        told = [place for place in places if context.find("poor_households", as_of, place.place_code) is not None]
        if len(told) > 1:
            return WardReview(as_of, places)
    return None


def places_below(context: EvaluationContext, as_of: str) -> Sequence[Place]:
    """The places that make up the reporting one on a date: its members, else its units."""
    day, places = date.fromisoformat(as_of), context.reference.places
    if context.report.made_of:
        return [places.place_by_slug(slug, day) for slug in context.report.made_of]
    return places.parts(context.place_code, day)


def wards_table(context: EvaluationContext) -> Table | None:
    """All, poor and near-poor households by ward, with their rates."""
    review = ward_review(context)
    if review is None:
        return None
    columns = (POSITION, _PLACE, *LEVEL_COLUMNS)
    title = context.say(own_wording.WARDS, date=context.day(review.as_of))
    dress = Dress("wards", title, wording.FROM_REVIEWS, notes=_notes(context, review))
    return table(context, dress, columns, _rows(context, review, {one.key: (one.key,) for one in LEVEL_COLUMNS}))


def ward_movements_table(context: EvaluationContext, of: str) -> Table | None:
    """How the poor, or the near-poor, became as many as they are, by ward; none where no opening was told."""
    review = ward_review(context)
    if review is None:
        return None
    movements = _MOVEMENTS[of]
    rows = _rows(context, review, {one.indicators[0]: one.indicators for one in movements})
    shown = [one for one in movements if any(_is_told(row, one.indicators[0]) for row in rows)]
    if not shown or shown[0] is not movements[0] or len(shown) < 3:
        return None
    columns = [POSITION, _PLACE, *_movement_columns(shown)]
    pattern = own_wording.MOVEMENTS_OF_POOR if of == POOR else own_wording.MOVEMENTS_OF_NEAR_POOR
    title = context.say(pattern, date=context.day(review.as_of))
    dress = Dress(
        f"ward_movements_{of}", title, wording.FROM_REVIEWS, own_wording.IN_HOUSEHOLDS, _notes(context, review)
    )
    return table(context, dress, columns, rows)


def _movement_columns(shown: Sequence[_Movement]) -> Iterator[ColumnSpec]:
    """One column each; the closing count carries the formula over those that are shown."""
    signs = {1: "+", -1: "-"}
    terms = "".join(f"{signs[one.sign]}{{{one.indicators[0]}}}" for one in shown if one.sign).removeprefix("+")
    for one in shown:
        formula = "" if one.sign else terms
        yield ColumnSpec(one.indicators[0], one.heading, "right", 1.0 if one.sign else 1.6, formula, of_figures=True)


def _rows(
    context: EvaluationContext, review: WardReview, columns: Mapping[str, Sequence[str]]
) -> list[CellRow]:  # fmt: skip
    """The total, then each block with its sum and its wards; or the wards alone. columns: the indicators that may fill
    each, the first that has a value."""

    def figures(place_code: str, **dimensions: str) -> dict[str, Line]:
        return {
            key: cell(context, _first(context, indicators, review.as_of, place_code, dimensions))
            for key, indicators in columns.items()
        }

    def of_places(places: Sequence[Place]) -> Iterator[CellRow]:
        for position, place in enumerate(places, 1):
            name = place.full_name(context.language)
            named = {"position": place_in_list(position), "place": line(f"{name[:1].upper()}{name[1:]}")}
            yield CellRow({**named, **figures(place.place_code)})

    whole = figures(context.place_code)
    rows = [CellRow({"place": line(context.say(own_wording.WHOLE)), **whole}, "total")]
    if not any(_is_told(rows[0], key) for key in columns):
        rows = []
    if not review.areas:
        return [*rows, *of_places(review.places)]
    for position, (area, places) in enumerate(review.areas.items(), 1):
        named = {"position": line(ROMAN[position]), "place": line(context.say(own_wording.AREAS[area]))}
        rows.append(CellRow({**named, **figures(context.place_code, area=str(area))}, "total"))
        rows += of_places(places)
    return rows


def _first(
    context: EvaluationContext, indicators: Sequence[str], as_of: str, place_code: str, dimensions: Mapping[str, str]
) -> IndicatorValue | None:
    found = (context.find(one, as_of, place_code, **dimensions) for one in indicators)
    return next((value for value in found if value is not None), None)


def _is_told(row: CellRow, key: str) -> bool:
    return any(hasattr(part, "value_id") for part in row.cells.get(key, ()))


def _notes(context: EvaluationContext, review: WardReview) -> tuple[Line, ...]:
    """Under which standard; that the total was added up; which places sent nothing."""
    held = context.reviews[context.reviews["as_of"] == review.as_of]
    standards = [row.standard_id for row in rows_of(held)]
    leading = context.report.leading_standard
    standard_id = leading if leading in standards or not standards else standards[0]
    instrument = context.reference.standard(standard_id).instrument
    notes = [context.fill(own_wording.STANDARD_NOTE, standard=citation(instrument, context) or instrument)]
    total = context.find("poor_households", review.as_of)
    if total is not None and total.operands:
        notes.append(context.fill(own_wording.ADDED_UP_NOTE, place=context.place_name))
    return tuple(notes)


# --- by year ------------------------------------------------------------------------------------------------------

_YEARS = (
    ColumnSpec("year", own_wording.YEAR, "center", 0.7),
    *(replace(one, width=1.1) for one in LEVEL_COLUMNS[:3]),
    ColumnSpec("poor_households_yearly_change", own_wording.CHANGE_OF_COUNT, "right", 1.3, of_figures=True),
    ColumnSpec("poverty_ratio_yearly_change_pp", own_wording.CHANGE_OF_RATE, "right", 1.3, of_figures=True),
    ColumnSpec("standard", wording.STANDARD, "center", 1.6),
)


def poverty_by_year_table(context: EvaluationContext) -> Table | None:
    """The last review of each year of the reporting place; none where there is only one."""
    last: dict[str, Any] = {}
    for review in rows_of(context.reviews_of_phase):
        if not context.is_replaced(review) and _leads(context, review, last.get(review.as_of[:4])):
            last[review.as_of[:4]] = review
    if len(last) < 2:
        return None
    changes = [one.key for one in _YEARS if one.key.endswith(("_change", "_change_pp"))]
    rows, compared = [], True
    for year, review in last.items():
        values = {name: context.find(name, review.as_of) for name in changes}
        compared &= not any(one and one.status is ValueStatus.NOT_COMPARABLE for one in values.values())
        figures = {one.key: value_of_review(context, one.key, review) for one in LEVEL_COLUMNS[:3]}
        cells: dict[str, Line] = {name: cell(context, value) for name, value in figures.items()}
        cells |= {name: cell(context, value) for name, value in values.items() if value is not None}
        cells |= {"year": line(year), "standard": line(context.reference.standard(review.standard_id).instrument)}
        rows.append(CellRow(cells))
    notes = () if compared else (context.fill(own_wording.NOT_COMPARED_NOTE),)
    dress = Dress("poverty_by_year", context.say(own_wording.BY_YEAR), wording.FROM_REVIEWS, notes=notes)
    return table(context, dress, _YEARS, rows)


def _leads(context: EvaluationContext, review: Any, other: Any) -> bool:
    """Whether a review stands for its year: the later one, of two on one day that of the leading standard."""
    if other is None or review.as_of > other.as_of:
        return True
    return bool(review.standard_id == context.report.leading_standard)
