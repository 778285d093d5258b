"""Kết quả rà soát theo thời điểm: the table of all reviews, the notes on its breaks, a chart for each measure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from poverty_evaluation.evaluation.across_periods.ledger import Ledger, texts
from poverty_evaluation.evaluation.across_periods.series import Break, Piece, Review, ReviewSeries
from poverty_evaluation.evaluation.blocks import (
    Chart,
    ChartBreak,
    ChartPoint,
    Column,
    Line,
    Number,
    Paragraph,
    Row,
    Table,
    Text,
)
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.wording import across_periods as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.quantities import write_number, write_percent

_HEADINGS = {
    "total_households": table_wording.TOTAL_HOUSEHOLDS,
    "poor_households": table_wording.POOR_HOUSEHOLDS,
    "poverty_ratio": table_wording.POVERTY_RATIO,
    "near_poor_households": table_wording.NEAR_POOR_HOUSEHOLDS,
    "near_poverty_ratio": table_wording.NEAR_POVERTY_RATIO,
}
_CHANGES = {
    "poor_households": wording.COUNT_CHANGE,
    "poverty_ratio": wording.RATE_CHANGE,
    "near_poor_households": wording.COUNT_CHANGE,
    "near_poverty_ratio": wording.RATE_CHANGE,
}
_TABLES = (
    ("across_poor", wording.POOR_TABLE, ("total_households", "poor_households", "poverty_ratio")),
    ("across_near_poor", wording.NEAR_POOR_TABLE, ("near_poor_households", "near_poverty_ratio")),
)
#: What is drawn, in this order.
_DRAWN = ("poverty_ratio", "poor_households", "near_poverty_ratio", "near_poor_households")
_LEAST_POINTS = 2


def review_tables(series: ReviewSeries, ledger: Ledger) -> list[Table]:
    """A table of the poor households, and one of the near-poor where some report tells them."""
    tables: list[Table] = []
    for identity, title, indicators in _TABLES:
        told = [one for one in indicators if one in series.indicators]
        if told:
            notes = () if tables else tuple(_break_told(one, ledger) for one in series.breaks)
            tables.append(_table(series, identity, ledger.say(title), told, notes, ledger))
    return tables


def _table(
    series: ReviewSeries, identity: str, title: str, indicators: list[str], notes: tuple[Line, ...], ledger: Ledger
) -> Table:
    """One row for each review, under a heading for each piece; the changes within it beside the levels."""
    columns: list[tuple[str, Pattern, bool]] = []
    for indicator_id in indicators:
        columns.append((indicator_id, _HEADINGS[indicator_id], False))
        if indicator_id in _CHANGES and _has_change(series, ledger, indicator_id):
            columns.append((indicator_id, _CHANGES[indicator_id], True))
    rows: list[Row] = []
    for piece in series.pieces:
        rows.append(Row(((Text(_piece_name(piece, series, ledger), bold=True),), *(() for _ in columns), ()), "group"))
        rows += _rows(piece, columns, ledger)
    has_changes = any(is_change for _, _, is_change in columns)
    return Table(
        id=identity,
        label="",
        title=title,
        unit_line="",
        columns=(
            Column(ledger.say(table_wording.REVIEW_DATE), "left", width=1.5),
            *(Column(ledger.say(heading), "right", width=1.2) for _, heading, _ in columns),
            Column(ledger.say(wording.TOLD_BY), "left", width=1.5),
        ),
        rows=tuple(rows),
        source=ledger.say(wording.FROM_REPORTS),
        notes=(
            *([ledger.fill(wording.CHANGE_NOTE)] if has_changes else []),
            *notes,
            *_signs(series, indicators, ledger),
        ),
    )


def _has_change(series: ReviewSeries, ledger: Ledger, indicator_id: str) -> bool:
    pairs = (pair for piece in series.pieces for pair in itertools.pairwise(piece.reviews))
    return any(ledger.change(*pair, indicator_id) is not None for pair in pairs)


def _rows(piece: Piece, columns: list[tuple[str, Pattern, bool]], ledger: Ledger) -> Iterator[Row]:
    earlier: Review | None = None
    for review in piece.reviews:
        cells: list[Line] = [line(_date(review, ledger))]
        for indicator_id, _, is_change in columns:
            cells.append(_change(earlier, review, indicator_id, ledger) if is_change else
                         _levels(review, indicator_id, ledger))  # fmt: skip
        yield Row((*cells, line(texts(review.periods))))
        earlier = review


def _levels(review: Review, indicator_id: str, ledger: Ledger) -> Line:
    """The figure; every one of them where the reports differ."""
    parts: list[Number | Text] = []
    for position in range(len(review.tellings.get(indicator_id, ()))):
        value = ledger.review_value(review, indicator_id, position)
        assert value is not None
        parts += [Text(wording.NOT_EQUAL)] if position else []
        parts.append(ledger.number(value))
    return tuple(parts) or line("…")


def _change(earlier: Review | None, review: Review, indicator_id: str, ledger: Ledger) -> Line:
    value = ledger.change(earlier, review, indicator_id) if earlier is not None else None
    return () if value is None else (ledger.number(value),)


def _signs(series: ReviewSeries, indicators: list[str], ledger: Ledger) -> Iterator[Line]:
    figures = [review.figure(one) for review in series.reviews for one in indicators]
    if any(len(review.tellings.get(one, ())) > 1 for review in series.reviews for one in indicators):
        yield ledger.fill(wording.DIFFER_NOTE)
    if any(one is not None and one.status is ValueStatus.AS_PUBLISHED for one in figures):
        yield ledger.fill(table_wording.AS_PUBLISHED_NOTE)
    if any(one is None for one in figures):
        yield ledger.fill(table_wording.NO_FIGURE_NOTE)


def _date(review: Review, ledger: Ledger) -> str:
    day = ledger.day(review.as_of)
    if review.vintage is Vintage.OFFICIAL:
        return day
    vintage = ledger.say(table_wording.VINTAGES[review.vintage]).lower()
    return ledger.say(wording.DATE_OF_VINTAGE, date=day, vintage=vintage)


def _piece_name(piece: Piece, series: ReviewSeries, ledger: Ledger) -> str:
    names = {"label": piece.standard.label(ledger.language), "instrument": piece.standard.instrument}
    made = next((one for one in series.breaks if one.made is not None and one.day <= piece.start), None)
    if made is None:
        return ledger.say(wording.STANDARD, **names)
    return ledger.say(wording.STANDARD_ON_TERRITORY, **names, date=ledger.day(made.day))


def _break_told(one: Break, ledger: Ledger) -> Line:
    day = ledger.day(one.day)
    if one.standard is not None:
        label = one.standard.label(ledger.language)
        label = label[:1].lower() + label[1:]
        return ledger.fill(wording.BREAK_STANDARD, date=day, label=label, instrument=one.standard.instrument)
    instrument = one.made.instrument if one.made is not None else ""
    if instrument:
        return ledger.fill(wording.BREAK_BOUNDARY, date=day, instrument=instrument)
    return ledger.fill(wording.BREAK_BOUNDARY_UNNAMED, date=day)


# --- charts ---------------------------------------------------------------------------------------------------------


def review_charts(series: ReviewSeries, ledger: Ledger) -> list[Chart | Paragraph]:
    """A chart for each measure that at least two reviews tell; a sentence where there is none."""
    drawn = [chart for one in _DRAWN if (chart := _chart(series, one, ledger)) is not None]
    return [*drawn] if drawn else [Paragraph(ledger.fill(wording.SINGLE))]


def _chart(series: ReviewSeries, indicator_id: str, ledger: Ledger) -> Chart | None:
    points = list(_points(series, indicator_id, ledger))
    if len({point.at for point in points}) < _LEAST_POINTS:
        return None
    title = ledger.say(wording.CHART, label=ledger.label(indicator_id), place=ledger.place_name)
    shown = {point.at for point in points}
    breaks = tuple(
        ChartBreak(one.day.isoformat(), _short(one, ledger))
        for one in series.breaks
        if min(shown) < one.day.isoformat() <= max(shown)
    )
    told = [
        ledger.say(wording.POINT_TOLD, date=one.category, standard=one.series, number=written(one.number, ledger))
        for one in points
    ]
    said = "; ".join(one.label for one in breaks) + "." if breaks else ledger.say(wording.NO_BREAK)
    return Chart(
        id=f"across_{indicator_id}",
        label="",
        kind="over_time",
        title=title,
        value_label=ledger.say(wording.PER_CENT) if points[0].number.unit == "ratio" else ledger.label(indicator_id),
        points=tuple(points),
        alternative=ledger.say(wording.CHART_TOLD, title=title, points="; ".join(told), breaks=said),
        source=ledger.say(wording.FROM_REPORTS),
        breaks=breaks,
    )


def _points(series: ReviewSeries, indicator_id: str, ledger: Ledger) -> Iterator[ChartPoint]:
    """The reviews of each piece; what another report tells instead is a mark that no line leads to."""
    for number, piece in enumerate(series.pieces, 1):
        name = _piece_name(piece, series, ledger)
        for review in piece.reviews:
            for position, told in enumerate(review.tellings.get(indicator_id, ())):
                value = ledger.review_value(review, indicator_id, position)
                if value is None or value.value is None:
                    continue
                segment = f"{number}" if not position else f"{number}: {texts(told.periods)}"
                shown = ledger.number(value)
                yield ChartPoint(_date(review, ledger), name, shown, segment, review.as_of.isoformat())


def _short(one: Break, ledger: Ledger) -> str:
    pattern = wording.BREAK_STANDARD_SHORT if one.standard is not None else wording.BREAK_BOUNDARY_SHORT
    return ledger.say(pattern, date=ledger.day(one.day))


def written(number: Number, ledger: Ledger) -> str:
    """A number in the text that stands for a picture."""
    if number.value is None:
        return "…"
    if number.unit == "ratio":
        return write_percent(number.value, number.decimals, ledger.language)
    return write_number(number.value, number.decimals, language=ledger.language)
