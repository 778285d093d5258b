"""Số liệu của cơ quan thống kê: its series of the province, the region and the country, apart from the reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.across_periods.ledger import Ledger
from poverty_evaluation.evaluation.across_periods.reviews import written
from poverty_evaluation.evaluation.blocks import (
    Block,
    Chart,
    ChartBreak,
    ChartPoint,
    Column,
    Line,
    Paragraph,
    Row,
    Table,
)
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.wording import across_periods as wording
from poverty_evaluation.reference import Place
from poverty_evaluation.reference.statistics import (
    OfficialFigure,
    StatisticsMeasure,
    StatisticsPlace,
    StatisticsPlaceKind,
)
from poverty_evaluation.reference.statistics.definitions import TOTAL
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage

POVERTY_RATE, GINI = "general_poverty_rate", "income_inequality_index"
POPULATION, INCOME = "average_population", "monthly_income_per_person"
_THOUSAND = 1000
#: Where the mark of a year stands on an axis of days.
_MIDDLE = "{year}-07-01"


@dataclass(frozen=True, slots=True)
class _Series:
    """One column of a table, or one line of a chart."""

    heading: str
    figures: tuple[OfficialFigure, ...]
    span: str = ""
    money_scale: int = 0

    def of(self, year: int) -> OfficialFigure | None:
        return next((one for one in self.figures if one.year == year), None)

    @property
    def is_known(self) -> bool:
        return any(one.status is ValueStatus.GIVEN for one in self.figures)


def official_blocks(province: Place | None, ledger: Ledger) -> list[Block]:
    """What the measure is, its chart and table, and the other measures; or the sentence that there are none."""
    above = ledger.statistics.above(province.place_code) if province is not None else ()
    if not above or province is None or POVERTY_RATE not in ledger.statistics.measures:
        return [Paragraph(ledger.fill(wording.NO_STATISTICS, place=ledger.place_name))]
    measure = ledger.statistics.measures[POVERTY_RATE]
    definition = measure.definition[ledger.language]
    blocks: list[Block] = [Paragraph(ledger.fill(wording.ANOTHER_MEASURE, definition=definition))]
    if province.place_code != ledger.place.place_code:
        names = {"place": ledger.place_name, "province": province.full_name(ledger.language)}
        blocks.append(Paragraph(ledger.fill(wording.OF_PROVINCE, **names)))
    lines = [_Series(_name(place, ledger), ledger.statistics.series(POVERTY_RATE, place.code)) for place in above]
    known = [one for one in lines if one.is_known]
    chart = _chart(measure, known, ledger)
    blocks.append(_poverty_table(measure, known, ledger))
    blocks += [chart] if chart is not None else []
    blocks += _other_table(above, ledger)
    return blocks


def _name(place: StatisticsPlace, ledger: Ledger) -> str:
    name = place.name[ledger.language]
    return ledger.say(wording.REGION, name=name) if place.kind is StatisticsPlaceKind.REGION else name


# --- the chart ------------------------------------------------------------------------------------------------------


def _chart(measure: StatisticsMeasure, lines: Sequence[_Series], ledger: Ledger) -> Chart | None:
    points = [point for one in lines for point in _points(measure, one, ledger)]
    points = [point for point in points if point.at >= min(one.at for one in points if one.series == lines[0].heading)]
    years = {point.at for point in points}
    if len(years) < 2:
        return None
    label = measure.label[ledger.language]
    title = ledger.say(wording.STATISTICS_CHART, label=label, places=", ".join(one.heading for one in lines))
    told = [
        ledger.say(
            wording.SERIES_TOLD,
            series=one.heading,
            points=", ".join(
                ledger.say(wording.YEAR_TOLD, year=point.category, number=written(point.number, ledger))
                for point in points
                if point.series == one.heading
            ),
        )
        for one in lines
    ]
    breaks = tuple(
        ChartBreak(f"{one.from_year}-01-01", one.reason[ledger.language])
        for one in measure.breaks
        if min(years) < f"{one.from_year}-01-01" < max(years)
    )
    said = "; ".join(one.label for one in breaks) + "." if breaks else ledger.say(wording.NO_BREAK)
    return Chart(
        id="official_poverty",
        label="",
        kind="over_time",
        title=title,
        value_label=ledger.say(wording.PER_CENT),
        points=tuple(points),
        alternative=ledger.say(wording.CHART_TOLD, title=title, points="; ".join(told), breaks=said),
        source=_source(measure, ledger),
        breaks=breaks,
    )


def _points(measure: StatisticsMeasure, series: _Series, ledger: Ledger) -> list[ChartPoint]:
    found = []
    for figure in series.figures:
        if figure.value is not None:
            piece = sum(one.from_year <= figure.year for one in measure.breaks)
            at = _MIDDLE.format(year=figure.year)
            number = ledger.number(ledger.official_value(figure))
            found.append(ChartPoint(_year([figure], ledger), series.heading, number, str(piece), at))
    return found


# --- the tables -----------------------------------------------------------------------------------------------------


def _poverty_table(measure: StatisticsMeasure, lines: Sequence[_Series], ledger: Ledger) -> Table:
    """The lines of the chart, then urban and rural areas of the country."""
    residences = [one for one in ledger.statistics.places.values() if one.kind is StatisticsPlaceKind.RESIDENCE]
    columns = [
        *lines,
        *(_Series(_name(one, ledger), ledger.statistics.series(measure.id, one.code)) for one in residences),
    ]
    title = ledger.say(wording.STATISTICS_TABLE, label=measure.label[ledger.language])
    unit = ledger.say(wording.IN_PER_CENT)
    notes = (*_notes(measure, ledger), *_signs(columns, ledger))
    return _table("official_poverty_table", title, unit, columns, _source(measure, ledger), notes, ledger)


def _other_table(above: Sequence[StatisticsPlace], ledger: Ledger) -> list[Block]:
    """Population and income of the province, inequality of the places around it that it is told of."""
    statistics, province = ledger.statistics, above[0]
    name = _name(province, ledger)
    columns = [
        _Series(ledger.say(wording.PEOPLE, place=name), statistics.series(POPULATION, province.code)),
        _Series(
            ledger.say(wording.INCOME, place=name), statistics.series(INCOME, province.code), money_scale=_THOUSAND
        ),
        *(
            _Series(ledger.say(wording.GINI, place=_name(one, ledger)), statistics.series(GINI, one.code, TOTAL))
            for one in above
        ),
    ]
    known = [one for one in columns if one.is_known]
    if not known:
        return []
    measures = {one.figures[0].measure: statistics.measures[one.figures[0].measure] for one in known}
    first_year = min(one.year for one in statistics.series(POVERTY_RATE, province.code))
    notes = [
        line(f"{one.label[ledger.language]}: {_lower(one.definition[ledger.language])}") for one in measures.values()
    ]
    cut = [
        _Series(one.heading, tuple(f for f in one.figures if f.year >= first_year), one.span, one.money_scale)
        for one in known
    ]
    notes += _signs(cut, ledger)
    source = _source(next(iter(measures.values())), ledger)
    return [_table("official_others", ledger.say(wording.OTHER_STATISTICS), "", cut, source, tuple(notes), ledger)]


def _table(
    identity: str,
    title: str,
    unit: str,
    columns: Sequence[_Series],
    source: str,
    notes: tuple[Line, ...],
    ledger: Ledger,
) -> Table:
    years = sorted({figure.year for one in columns for figure in one.figures if figure.value is not None})
    return Table(
        id=identity,
        label="",
        title=title,
        unit_line=unit,
        columns=(
            Column(ledger.say(wording.YEAR), "left", width=1.1),
            *(Column(one.heading[:1].upper() + one.heading[1:], "right", width=1.3) for one in columns),
        ),
        rows=tuple(_row(year, columns, ledger) for year in years),
        source=source,
        notes=notes,
    )


def _row(year: int, columns: Sequence[_Series], ledger: Ledger) -> Row:
    figures = [one.of(year) for one in columns]
    cells: list[Line] = []
    for series, figure in zip(columns, figures, strict=True):
        if figure is None:
            cells.append(line("…"))
        else:
            cells.append((ledger.number(ledger.official_value(figure), money_scale=series.money_scale),))
    return Row((line(_year([one for one in figures if one is not None], ledger)), *cells))


def _year(figures: Sequence[OfficialFigure], ledger: Ledger) -> str:
    year = str(figures[0].year)
    given = [one for one in figures if one.value is not None]
    if any(one.vintage is Vintage.PRELIMINARY for one in given):
        return ledger.say(wording.PRELIMINARY_YEAR, year=year)
    return year


def _source(measure: StatisticsMeasure, ledger: Ledger) -> str:
    day = ledger.statistics.retrieved(measure.id)
    return ledger.say(wording.FROM_STATISTICS, date=ledger.day(day) if day is not None else "…")


def _notes(measure: StatisticsMeasure, ledger: Ledger) -> tuple[Line, ...]:
    return tuple(
        ledger.fill(wording.SERIES_BREAK if one.verified else wording.UNVERIFIED, note=one.note[ledger.language])
        for one in measure.breaks
    )


def _signs(columns: Sequence[_Series], ledger: Ledger) -> list[Line]:
    """What the marks of a table mean; the sign of a figure that is missing explains itself where one is shown."""
    figures = [figure for one in columns for figure in one.figures]
    years = {figure.year for figure in figures if figure.value is not None}
    shown = [one.of(year) for one in columns for year in years]
    notes = []
    if any(one is not None and one.value is not None and one.vintage is Vintage.PRELIMINARY for one in shown):
        notes.append(ledger.fill(wording.PRELIMINARY_NOTE))
    if None in shown and not any(one is not None and one.value is None for one in shown):
        notes.append(ledger.fill(wording.NO_FIGURE_NOTE))
    return notes


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
