"""Dòng của biểu mẫu: the rows of a prescribed form, by place or by component of the programme, with their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, NumberForm, Row
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.funds import CutOff, cut_offs, fund_years
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.tables.dress import MILLION, ROMAN
from poverty_evaluation.evaluation.tables.wards import places_below
from poverty_evaluation.evaluation.wording import forms as wording
from poverty_evaluation.evaluation.wording.wards import AREAS
from poverty_evaluation.reference import FormColumn, FormFill, FormMoment, FormText, Place, PrescribedForm
from poverty_evaluation.vocabulary.choices import FundKind, FundSource, Vintage
from poverty_evaluation.vocabulary.funds import FUND_KIND_NAMES, FUND_SOURCE_NAMES
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_TOTALS = ("available_vnd", "disbursed_vnd")


@dataclass(frozen=True, slots=True)
class FilledRows:
    """The rows of a form; text_columns: how many cells of each name the row; subtitle: of when they tell."""

    rows: tuple[Row, ...]
    text_columns: int
    subtitle: str


def _number(context: EvaluationContext, value: IndicatorValue | None) -> Line:
    """A value in a cell of a form, which bears no marks of findings; blank where there is none."""
    if value is None:
        return ()
    return (replace(context.number(value, NumberForm.CELL, MILLION), finding_ids=()),)


# --- places -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Places:
    """The rows of the places on the day of their last review; opening: the day of the review before, "" for none."""

    context: EvaluationContext
    form: PrescribedForm
    as_of: str
    opening: str

    def rows(self) -> Iterator[Row]:
        """The areas with their units, then the whole; the whole alone where no unit sent anything."""
        below = places_below(self.context, self.as_of)
        if any(self._has_figures(place.place_code) for place in below):
            yield from self._units(below)
        yield from self._row("", self.context.say(wording.TOTAL), role="total")

    def _units(self, below: Sequence[Place]) -> Iterator[Row]:
        if {place.area for place in below} != set(AREAS):
            yield from self._numbered(below)
            return
        for number, (area, name) in enumerate(AREAS.items(), 1):
            yield from self._row(ROMAN[number], self.context.say(name), area=str(area), role="total")
            yield from self._numbered([place for place in below if place.area is area])

    def _numbered(self, places: Sequence[Place]) -> Iterator[Row]:
        for number, place in enumerate(places, 1):
            name = place.full_name(self.context.language)
            yield from self._row(str(number), f"{name[:1].upper()}{name[1:]}", place.place_code)

    def _row(
        self, position: str, name: str, place_code: str = "", area: str = "", role: str = "body"
    ) -> Iterator[Row]:  # fmt: skip
        """One row, or one for each line of the form; columns fill the first."""
        figures = tuple(self._cell(leaf, place_code, area) for leaf in self.form.leaves)
        named = (line(position), line(name))
        if not self.form.lines:
            yield Row((*named, *figures), role)
            return
        first, *others = self.form.lines
        yield Row((*named, line(first), *figures), role)
        for one in others:
            yield Row(((), (), line(one), *(() for _ in figures)), role)

    def _has_figures(self, place_code: str) -> bool:
        return any(self._cell(leaf, place_code, "") for leaf in self.form.leaves)

    def _cell(self, leaf: FormColumn, place_code: str, area: str) -> Line:
        found = [value for fill in leaf.fills for value in self._values(fill, place_code, area)]
        told = next((value for value in found if value.value is not None), found[0] if found else None)
        return _number(self.context, told)

    def _values(self, fill: FormFill, place_code: str, area: str) -> Iterator[IndicatorValue]:
        when = self.opening if fill.at is FormMoment.OPENING else self.as_of
        dimensions = {**fill.dimensions, **({"area": area} if area else {})}
        for name in fill.of if when else ():
            value = self.context.find(name, when, place_code, **dimensions)
            if value is not None:
                yield value


def place_rows(context: EvaluationContext, form: PrescribedForm) -> FilledRows | None:
    """The rows of a form on the last review of the period under a standard of the form; None without one."""
    days = {row.as_of for frame in context.reviews_of_period for row in _under(frame, form)}
    if not days:
        return None
    as_of = max(days)
    earlier = [row.as_of for row in _under(context.reviews, form) if _opens_the_year_of(as_of, row.as_of)]
    places = _Places(context, form, as_of, max(earlier, default=""))
    is_preliminary = context.report.vintage is Vintage.PRELIMINARY
    told = wording.PRELIMINARY_AS_OF if is_preliminary else wording.AS_OF
    subtitle = context.say(told, date=context.day(as_of))
    return FilledRows(tuple(places.rows()), 3 if form.lines else 2, subtitle)


def _opens_the_year_of(as_of: str, other: str) -> bool:
    """Whether a review is one before this, of the same year or of the year before: an older one opens no year."""
    return other < as_of and date.fromisoformat(as_of).year - date.fromisoformat(other).year <= 1


def _under(frame: Any, form: PrescribedForm) -> Iterator[Any]:
    return (row for row in rows_of(frame) if form.is_for(row.standard_id))


# --- components ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Components:
    """The rows of one year of the programme's money at its latest cut-off."""

    context: EvaluationContext
    form: PrescribedForm
    cut_off: CutOff

    def rows(self) -> Iterator[Row]:
        """The whole first, then components and sub-projects; each with its sources and kinds of money below it."""
        context = self.context
        yield from self._rows("", context.say(wording.TOTAL), {}, "total")
        number = 0
        for component in context.reference.programme(context.report.programme_id).components:
            if not self._is_told(component.code):
                continue
            number += 1
            codes = {"component": component.code}
            yield from self._rows(ROMAN[number], context.name(component.code), codes, "total")
            parts = [part.code for part in component.sub_projects if self._is_told(part.code)]
            for place, code in enumerate(parts, 1):
                yield from self._rows(str(place), context.name(code), {"component": code}, "body")

    def _is_told(self, code: str) -> bool:
        return any(self.cut_off.find(name, component=code) is not None for name in _TOTALS)

    def _rows(self, position: str, name: str, codes: Mapping[str, str], role: str) -> Iterator[Row]:
        yield self._row((line(position), line(name)), codes, role)
        for money in self._kinds_of_money(codes):
            yield self._row(((), ()), {**codes, **money}, "body")

    def _row(self, named: tuple[Line, ...], codes: Mapping[str, str], role: str) -> Row:
        return Row((*named, *(self._cell(leaf, codes) for leaf in self.form.leaves)), role)

    def _cell(self, leaf: FormColumn, codes: Mapping[str, str]) -> Line:
        if leaf.text is FormText.FUND_SOURCE and "source" in codes:
            name = FUND_SOURCE_NAMES[codes["source"]][0]
            return line(f"{name[:1].upper()}{name[1:]}")
        if leaf.text is FormText.FUND_KIND and "kind" in codes:
            return line(FUND_KIND_NAMES[codes["kind"]][0])
        found = (self.cut_off.find(name, **codes) for fill in leaf.fills for name in fill.of)
        return _number(self.context, next((value for value in found if value is not None), None))

    def _kinds_of_money(self, codes: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """The sources told of, each by kind where its kinds were told."""
        for source in map(str, FundSource):
            if not self._has({**codes, "source": source}):
                continue
            kinds = [str(kind) for kind in FundKind if self._has({**codes, "source": source, "kind": str(kind)})]
            yield from ({"source": source, "kind": kind} for kind in kinds)
            if not kinds:
                yield {"source": source}

    def _has(self, codes: Mapping[str, str]) -> bool:
        return any(self.cut_off.known(name, **codes) is not None for name in _TOTALS)


def component_rows(context: EvaluationContext, form: PrescribedForm) -> FilledRows | None:
    """The rows of the years that the period tells of; None where no money was told."""
    done = [found[-1] for year in fund_years(context) if (found := cut_offs(context, year))]
    if not done:
        return None
    texts = 2
    rows: list[Row] = []
    for cut_off in done:
        if len(done) > 1:
            heading = context.say(wording.YEAR, year=cut_off.year, date=context.day(cut_off.as_of))
            rows.append(Row(((), line(heading), *(() for _ in form.leaves)), "group"))
        rows += _Components(context, form, cut_off).rows()
    first, last = done[0], done[-1]
    subtitle = context.say(wording.OF_FUNDS, year=last.year, date=context.day(last.as_of))
    if len(done) > 1:
        subtitle = context.say(wording.OF_YEARS, first=first.year, last=last.year)
    return FilledRows(tuple(rows), texts, subtitle)
