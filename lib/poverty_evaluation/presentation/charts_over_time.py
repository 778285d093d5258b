"""Biểu đồ theo thời gian: lines along an axis of days, interrupted where figures cease to be comparable."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint
from poverty_evaluation.presentation import charts, formatting

_MARKERS = ("o", "s", "^", "D", "v", "P")
#: Lengths of strokes and gaps; none for an unbroken line.
_DASHES: tuple[tuple[float, ...], ...] = ((), (4, 1.5), (1, 1), (3, 1, 1, 1))
_INKS = ("#1b2a41", "#5a6f91", "#7d4a1e", "#3c6e57")
_PLOT_INCHES = 1.75
_LEFT, _WIDTH = 0.085, 0.9
_LINE_INCHES = 0.35  # more height for each line beyond the first two
_GAP = 5.0  # points between neighbouring labels
_WIDEST_REASON = 200.0  # points
_NEAR = 10.0  # points between a label and the mark of another line


def over_time(chart: Chart, language: str) -> Figure:
    """A line for each series, its pieces not joined; a dashed rule with its reason at each break."""
    series = list(dict.fromkeys(point.series for point in chart.points))
    names = _legend_lines(series)
    reasons = [charts.wrapped(one.label, _room_for_reasons(chart)) for one in chart.breaks]
    tick_lines = max(label.count("\n") + 1 for label in _tick_labels(chart).values())
    top = 0.08 + 0.155 * len(names) + (0.155 * max((one.count("\n") + 1 for one in reasons), default=0) + 0.06)
    bottom = 0.12 + 0.155 * tick_lines
    inches = _PLOT_INCHES + _LINE_INCHES * max(len(series) - 2, 0)
    height = top + inches + bottom
    figure = Figure(figsize=(charts.WIDTH_INCHES, height))
    axes = figure.add_axes((_LEFT, bottom / height, _WIDTH, inches / height))
    _lines(axes, chart, series)
    _frame(axes, chart, language)
    _ticks(axes, chart)
    _name_points(axes, chart, series, inches, language)
    _rules(axes, chart, reasons)
    for row, line in enumerate(names):
        handles = [_handle(name, series.index(name)) for name in line]
        charts.legend(figure, handles, _LEFT - 0.01, 1 - (0.03 + 0.155 * row) / height)
    return figure


def _lines(axes: Axes, chart: Chart, series: Sequence[str]) -> None:
    frame = pd.DataFrame(
        {
            "day": [_day(point) for point in chart.points],
            "value": [charts.scaled(point.number) for point in chart.points],
            "series": [point.series for point in chart.points],
            "piece": [f"{point.series}\n{point.segment}" for point in chart.points],
        }
    )
    sns.lineplot(
        frame,
        x="day",
        y="value",
        hue="series",
        hue_order=list(series),
        palette=[_INKS[place % len(_INKS)] for place in range(len(series))],
        style="series",
        style_order=list(series),
        units="piece",
        estimator=None,
        errorbar=None,
        linewidth=1.3,
        markers=[_MARKERS[place % len(_MARKERS)] for place in range(len(series))],
        markersize=5.5,
        markeredgecolor="white",
        dashes=[_DASHES[place % len(_DASHES)] or "" for place in range(len(series))],
        ax=axes,
        legend=False,
    )


def _frame(axes: Axes, chart: Chart, language: str) -> None:
    days = [_day(point) for point in chart.points]
    values = [charts.scaled(point.number) for point in chart.points]
    margin = max((max(days) - min(days)) * 0.05, 20)
    axes.set_xlim(min(days) - margin, max(days) + margin)
    span = max(values) or 1.0
    axes.set_ylim(min(0.0, *values), span * 1.2)
    axes.set_xlabel("")
    axes.set_ylabel("")
    is_rate = chart.points[0].number.unit == formatting.RATIO_UNIT
    charts.tidy(axes, "y", language, percent=is_rate)


def _tick_labels(chart: Chart) -> dict[int, str]:
    """What stands under each day that has room for it, the last one first; a date in two lines."""
    loose = _fitting({_day(point): _in_lines(point.category) for point in chart.points}, chart)
    tight = _fitting({_day(point): "\n".join(_words(point.category)) for point in chart.points}, chart)
    return tight if len(tight) > len(loose) else loose


def _fitting(named: dict[int, str], chart: Chart) -> dict[int, str]:
    room = _points_per_day(chart)
    kept: dict[int, str] = {}
    for day in sorted(named, reverse=True):
        if all(abs(day - other) * room >= _half(named[day]) + _half(label) + _GAP for other, label in kept.items()):
            kept[day] = named[day]
    return kept


def _ticks(axes: Axes, chart: Chart) -> None:
    labels = _tick_labels(chart)
    axes.set_xticks(sorted(labels), [labels[day] for day in sorted(labels)])


def _name_points(axes: Axes, chart: Chart, series: Sequence[str], inches: float, language: str) -> None:
    """Numbers above the highest line and below the lowest, between them where there is room; none over another, none
    nearer to another line than to its own."""
    per_day = _points_per_day(chart)
    low, high = axes.get_ylim()
    per_value = inches * 72 / (high - low)
    taken: list[tuple[float, float, float]] = []  # left, right, middle
    rules = [place * per_day for place in _rule_days(chart)]
    for point in sorted(chart.points, key=lambda one: (-series.index(one.series), one.at), reverse=True):
        text = charts.label_of(point.number, language)
        half = charts.text_width(text, 9.0) / 2 + 1.5
        x, y = _day(point) * per_day, charts.scaled(point.number) * per_value
        others = [
            charts.scaled(other.number) * per_value
            for other in chart.points
            if other is not point and abs(_day(other) - _day(point)) * per_day < half
        ]
        for side in _sides(y, others):
            middle = y + 11 * side
            if middle - 5 < low * per_value:
                continue
            if any(left < x + half and x - half < right and abs(middle - at) < 11 for left, right, at in taken):
                continue
            if any(abs(middle - other) < _NEAR for other in others):
                continue
            if any(x - half < rule < x + half for rule in rules):
                continue
            taken.append((x - half, x + half, middle))
            axes.annotate(
                text,
                (_day(point), charts.scaled(point.number)),
                xytext=(_aside(chart, point) * side, 5 * side),
                textcoords="offset points",
                ha="center",
                va="bottom" if side > 0 else "top",
            )
            break


def _sides(value: float, others: Sequence[float]) -> tuple[int, ...]:
    """Above, and below for the lowest of several lines; either for one between others or alone."""
    if others and value < min(others):
        return (-1,)
    return (1,) if others and value > max(others) else (1, -1)


def _aside(chart: Chart, point: ChartPoint) -> float:
    """A few points to the side on which the line does not run, for a label above its mark."""
    joined = [one for one in chart.points if (one.series, one.segment) == (point.series, point.segment)]
    before = [one for one in joined if one.at < point.at]
    after = [one for one in joined if one.at > point.at]
    falls = charts.scaled((before[-1] if before else point).number) - charts.scaled((after[:1] or [point])[0].number)
    return 0.0 if not falls or not before else 4.0 if falls > 0 else -4.0


def _rules(axes: Axes, chart: Chart, reasons: Sequence[str]) -> None:
    for day, reason in zip(_rule_days(chart), reasons, strict=True):
        axes.axvline(day, color=charts.INK, linewidth=0.9, linestyle=(0, (5, 3)))
        low, high = axes.get_xlim()
        room = charts.WIDTH_INCHES * 72 * _WIDTH
        place, half = (day - low) / (high - low) * room, _half(reason)
        side = "left" if place < half else "right" if place + half > room else "center"
        axes.annotate(
            reason,
            (day, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 4),
            textcoords="offset points",
            ha=side,
            va="bottom",
            fontstyle="italic",
        )


def _room_for_reasons(chart: Chart) -> float:
    """How wide a reason may be: less where rules stand close to each other."""
    days = _rule_days(chart)
    gaps = [(later - earlier) * _points_per_day(chart) - _GAP for earlier, later in itertools.pairwise(days)]
    return max(min([_WIDEST_REASON, *gaps]), 60.0)


def _rule_days(chart: Chart) -> list[float]:
    """Where the rules stand: in the middle between the last mark before a break and the first one after it, so that
    each mark is clearly on its side."""
    days = sorted({_day(point) for point in chart.points})
    places = []
    for one in chart.breaks:
        day = date.fromisoformat(one.at).toordinal()
        before = max((other for other in days if other < day), default=day)
        after = min((other for other in days if other >= day), default=day)
        places.append((before + after) / 2)
    return places


def _legend_lines(series: Sequence[str]) -> list[list[str]]:
    """The names of the series in as few lines as the width allows."""
    room = charts.WIDTH_INCHES * 72 * _WIDTH
    lines: list[list[str]] = []
    used = 0.0
    for name in series:
        wide = charts.text_width(name, 9.0) + 40
        if lines and used + wide <= room:
            lines[-1].append(name)
            used += wide
        else:
            lines.append([name])
            used = wide
    return lines


def _handle(name: str, place: int) -> Line2D:
    dashes = _DASHES[place % len(_DASHES)]
    return Line2D(
        [],
        [],
        color=_INKS[place % len(_INKS)],
        linewidth=1.3,
        linestyle=(0, dashes) if dashes else "-",
        marker=_MARKERS[place % len(_MARKERS)],
        markersize=5.5,
        markeredgecolor="white",
        label=name,
    )


def _points_per_day(chart: Chart) -> float:
    days = [_day(point) for point in chart.points]
    span = max(max(days) - min(days), 1)
    return charts.WIDTH_INCHES * 72 * _WIDTH / max(span * 1.1, span + 40)


def _in_lines(text: str) -> str:
    """31/12/2017 as 31/12 over 2017; words one under another; a year with a remark under it."""
    if text.count("/") == 2:
        first, _, rest = text.rpartition("/")
        year, _, remark = rest.partition(" ")
        return "\n".join(part for part in (first, year, remark) if part)
    *before, last = _words(text)
    head, remark = (before, last) if last.startswith("(") else ([*before, last], "")
    lines = [" ".join(head[:-1]), head[-1], remark]  # a day and its month stay together
    return "\n".join(line for line in lines if line)


def _words(text: str) -> Iterator[str]:
    """The words of a day, and a remark in brackets as one of them."""
    head, bracket, remark = text.partition(" (")
    yield from head.split()
    if bracket:
        yield f"({remark}"


def _half(label: str) -> float:
    return max(charts.text_width(line, 9.0) for line in label.split("\n")) / 2


def _day(point: ChartPoint) -> int:
    return date.fromisoformat(point.at).toordinal()
