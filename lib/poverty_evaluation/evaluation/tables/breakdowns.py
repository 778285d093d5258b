"""Biểu phân tổ: the households of a class by deprivation, group, ethnicity or cause, the whole place first, then its
urban and rural units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from poverty_evaluation.evaluation.asked import AskedBlock
from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line, plain
from poverty_evaluation.evaluation.tables.dress import POSITION, ROMAN, CellRow, ColumnSpec, Dress, cell, table
from poverty_evaluation.evaluation.wording import breakdowns as wording
from poverty_evaluation.evaluation.wording.wards import AREAS, PLACE, WHOLE
from poverty_evaluation.reference import TOTAL, Breakdown, Grouping, Place
from poverty_evaluation.vocabulary.values import IndicatorValue

COUNTS, RATES = "counts", "rates"
_HOUSEHOLDS, _RATIO = "breakdown_households", "breakdown_ratio"
_PLACE = ColumnSpec("place", PLACE, width=1.6)
_SPANS: Mapping[Grouping, Pattern] = {
    Grouping.PARTITION: wording.PARTITION,
    Grouping.OVERLAPPING: wording.OVERLAPPING,
    Grouping.ANSWERS: wording.ANSWERS,
}
_NOTES: Mapping[Grouping, tuple[Pattern, ...]] = {
    Grouping.PARTITION: (),
    Grouping.OVERLAPPING: (wording.OVERLAPPING_NOTE,),
    Grouping.ANSWERS: (wording.ANSWERS_NOTE,),
}


def breakdown_tables(asked: AskedBlock) -> Sequence[Table]:
    """The tables of the forms that a block names, of all that were sent where it names none. `show`: counts, or rates
    (shares of the class of the form)."""
    known = asked.context.reference.breakdowns
    named = asked.texts("breakdown", known) or tuple(known)
    show = asked.one_of("show", (COUNTS, RATES))
    made = (breakdown_table(asked.context, known[name], show) for name in named)
    return [one for one in made if one is not None]


def breakdown_table(context: EvaluationContext, breakdown: Breakdown, show: str = COUNTS) -> Table | None:
    """The latest telling of a form; None where it was not sent."""
    told = [value for value in context.of_indicator(_HOUSEHOLDS) if value.dimensions["breakdown"] == breakdown.id]
    if not told:
        return None
    form = _Form(context, breakdown, show, max(value.as_of for value in told))
    title = wording.RATES_TITLE if show == RATES else wording.COUNTS_TITLE
    notes = [*_NOTES[breakdown.grouping], *([wording.SHARE_NOTE] if show == RATES else [])]
    source = wording.SOURCE
    if breakdown.form:
        source = plain(context.say(wording.SOURCE_FORM, form=breakdown.form.lower()))
    dress = Dress(
        id=f"breakdown_{breakdown.id}{'_rates' if show == RATES else ''}",
        title=context.say(title, form=breakdown.label[context.language], date=context.day(form.as_of)),
        source=source,
        unit=None if show == RATES else wording.HOUSEHOLDS,
        notes=tuple(context.fill(note) for note in notes),
    )
    return table(context, dress, form.columns(), form.rows())


@dataclass(frozen=True)
class _Form:
    """One form on one date, as counts or as rates."""

    context: EvaluationContext
    breakdown: Breakdown
    show: str
    as_of: str

    def columns(self) -> list[ColumnSpec]:
        """The total, then the columns of the form under one head; those of a partition make the total up."""
        categories = self.breakdown.columns
        parts = "+".join(f"{{{column.code}}}" for column in categories)
        adds_up = self.show == COUNTS and self.breakdown.grouping is Grouping.PARTITION
        span = wording.SHARES if self.show == RATES else _SPANS[self.breakdown.grouping]
        total = ColumnSpec(
            TOTAL, wording.TOTAL_HOUSEHOLDS, "right", 1.0, parts if adds_up else "", of_figures=True
        )  # fmt: skip
        shown = (
            ColumnSpec(
                column.code, plain(column.label[self.context.language]), "right", 1.0, of_figures=True, span=span
            )
            for column in categories
        )
        return [POSITION, _PLACE, total, *shown]

    def rows(self) -> list[CellRow]:
        context = self.context
        name = line(context.say(WHOLE), bold=True)
        rows = [CellRow({"place": name, **self._cells()}, "total")]
        on = date.fromisoformat(self.as_of)
        below = context.reference.places.parts(context.place_code, on)
        if not any(self._value(TOTAL, place.place_code) for place in below):
            return rows
        if {place.area for place in below} != set(AREAS):
            return [*rows, *self._places(below)]
        for number, (area, name_of_area) in enumerate(AREAS.items(), 1):
            named = {"position": line(ROMAN[number]), "place": line(context.say(name_of_area))}
            rows.append(CellRow({**named, **self._cells(area=area)}, "total"))
            rows += self._places([place for place in below if place.area is area])
        return rows

    def _places(self, places: Sequence[Place]) -> Iterator[CellRow]:
        for number, place in enumerate(places, 1):
            name = place.full_name(self.context.language)
            named = {"position": line(str(number)), "place": line(f"{name[:1].upper()}{name[1:]}")}
            yield CellRow({**named, **self._cells(place.place_code)})

    def _cells(self, place_code: str = "", area: str = "") -> dict[str, Line]:
        found = {code: self._value(code, place_code, area) for code in self.breakdown.codes}
        return {code: cell(self.context, value) for code, value in found.items()}

    def _value(self, category: str, place_code: str, area: str = "") -> IndicatorValue | None:
        """The count, or the share where the table shows shares; the total always as a count."""
        dimensions = {"breakdown": self.breakdown.id, "category": category, **({"area": str(area)} if area else {})}
        indicator = _RATIO if self.show == RATES and category != TOTAL else _HOUSEHOLDS
        return self.context.find(indicator, self.as_of, place_code, **dimensions)
