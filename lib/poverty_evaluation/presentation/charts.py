"""Biểu đồ: charts drawn with seaborn on figures of their own, legible in black and white, the same bytes every time."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from typing import Any

import matplotlib
import pandas as pd
import seaborn as sns
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.textpath import text_to_path
from matplotlib.ticker import FuncFormatter, MaxNLocator

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint, Number, NumberForm
from poverty_evaluation.presentation import formatting, pictures
from poverty_evaluation.presentation.fonts import FILES, FOLDER, SANS
from poverty_evaluation.vocabulary import quantities

WIDTH_INCHES = 6.5  # the text of an A4 page
_POINTS = 72
_FONT_SIZE = 9.0
_MEASURED_AT = 100.0
_LABEL_SHARES = (0.34, 0.40, 0.46)  # of the width, for the names of the categories: the first with two lines
_BAR_INCHES = 0.19
_LINE_INCHES = 0.155
INK = "#1b2a41"
_GRID = "#c9cfd6"
_FILLS = ("#2f4b73", "#d5dce6", "#8fa3bf", "#ffffff")
_HATCHES = ("", "////", "....", "xxxx")
_MARKERS = ("o", "s", "^", "D")
_FONT_NAME = "Poverty Evaluation Sans"
#: Settings of its own for everything that is drawn: a picture does not depend on those of a machine or a notebook.
_RC: Any = {
    **{name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")},
    "font.family": "sans-serif",
    "font.sans-serif": [_FONT_NAME],
    "font.size": _FONT_SIZE,
    "text.parse_math": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "poverty-evaluation",
    "hatch.linewidth": 0.6,
    "hatch.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.linewidth": 0.7,
    "axes.unicode_minus": False,
    "figure.dpi": _POINTS,
    "savefig.dpi": _POINTS,
    "path.simplify": False,
}


def draw(chart: Chart, language: str) -> str:
    """The chart as SVG of a fixed size, named by its title and its text for those who do not see it."""
    alternative = pictures.alternative_of(chart)
    bare = replace(chart, id="", label="", title="", alternative="", source="", notes=())
    return pictures.clean_svg(_drawing(bare, language), _key(chart), chart.title, alternative)


@functools.lru_cache(maxsize=32)
def _drawing(bare: Chart, language: str) -> str:
    """What is drawn of a chart without its texts: a report shows the same picture in several of its notebooks."""
    with _house_style():
        figure = _figure(bare, language)
        target = io.StringIO()
        width, height = figure.get_size_inches() * _POINTS
        renderer = _Renderer(width, height, target, metadata={"Date": None, "Creator": None})
        figure.draw(renderer)
        renderer.finalize()
    return target.getvalue().replace(f"'{_FONT_NAME}'", f"'{SANS}', Arial, Helvetica").replace(_FONT_NAME, SANS)


class _Renderer(RendererSVG):
    """Writes SVG; words that stand in many pictures are measured once."""

    def get_text_width_height_descent(  # type: ignore[override]
        self, s: str, prop: FontProperties, ismath: bool
    ) -> tuple[float, float, float]:
        return _measured(s, prop, ismath)


@functools.lru_cache(maxsize=4096)
def _measured(text: str, font: FontProperties, is_math: bool) -> tuple[float, float, float]:
    return text_to_path.get_text_width_height_descent(text, font, is_math)


def figure_of(chart: Chart, language: str) -> Figure:
    """The same chart as a matplotlib figure, for an analyst who wants to change it."""
    with _house_style():
        return _figure(chart, language)


def _key(chart: Chart) -> str:
    return f"c-{chart.id}"


def _figure(chart: Chart, language: str) -> Figure:
    match chart.kind:
        case "bars":
            return _bars(chart, language)
        case "counts_and_rate":
            return _counts_and_rate(chart, language)
        case "over_time":
            from poverty_evaluation.presentation.charts_over_time import over_time

            return over_time(chart, language)
    raise ValueError(f"no drawing for a chart of kind {chart.kind!r}; known: bars, counts_and_rate, over_time")


@contextmanager
def _house_style() -> Iterator[None]:
    _register_fonts()
    with matplotlib.rc_context(_RC):
        yield


@functools.cache
def _register_fonts() -> None:
    """Make our fonts known under a name of their own: an older Liberation of the system lacks Vietnamese letters."""
    for path in FILES:
        if path.stem.startswith("LiberationSans"):
            entry = font_manager.ttfFontProperty(FT2Font(str(path)))
            font_manager.fontManager.ttflist.append(replace(entry, fname=str(path), name=_FONT_NAME))


# --- horizontal bars -------------------------------------------------------------------------------------------------


def _bars(chart: Chart, language: str) -> Figure:
    series = _unique(point.series for point in chart.points)
    categories = _unique(point.category for point in chart.points)
    labels = _labels(categories)
    side_by_side = _side_by_side(chart.points)
    row_inches = [
        max(_BAR_INCHES * (len(series) if side_by_side else 1) + 0.08, _LINE_INCHES * (label.count("\n") + 1) + 0.09)
        for label in labels
    ]
    has_legend = len(series) > 1
    top, bottom = (0.36 if has_legend else 0.08), 0.46
    height = top + bottom + max(max(row_inches, default=0) * len(labels), 0.5)
    figure = Figure(figsize=(WIDTH_INCHES, height))
    widest = max((text_width(line, _FONT_SIZE) for label in labels for line in label.split("\n")), default=0)
    left = (widest + 10) / (WIDTH_INCHES * _POINTS)
    axes = figure.add_axes((left, bottom / height, 0.985 - left, (height - top - bottom) / height))
    _draw_bars(axes.barh, chart.points, categories, series, 0.74, side_by_side)
    axes.set_ylim(max(len(categories), 1) - 0.5, -0.5)
    _name_bars(axes, chart, series, categories, language)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlabel(chart.value_label, labelpad=4)
    axes.set_ylabel("")
    tidy(axes, "x", language)
    if has_legend:
        legend(figure, _bar_handles(series), 0.0, 1 - 0.04 / height)
    return figure


def _side_by_side(points: Sequence[ChartPoint]) -> bool:
    """Whether some category has bars of several series; otherwise each takes the whole row."""
    categories = [point.category for point in points]
    return len(set(categories)) < len(categories)


def _labels(categories: Sequence[str]) -> list[str]:
    """The names of the categories in as few lines as the space beside the bars allows."""
    for share in _LABEL_SHARES:
        labels = [wrapped(category, WIDTH_INCHES * share * _POINTS) for category in categories]
        if all(label.count("\n") < 2 for label in labels):
            break
    return labels


def _name_bars(axes: Axes, chart: Chart, series: Sequence[str], categories: Sequence[str], language: str) -> None:
    """Each bar bears its number, printed beyond its end; a category without a number says so."""
    longest = 0.0
    by_place = {(point.category, point.series): point.number for point in chart.points}
    slots = len(series) if _side_by_side(chart.points) else 1
    step = 0.74 / max(slots, 1)
    for row, category in enumerate(categories):
        for index, name in enumerate(series):
            number = by_place.get((category, name))
            if number is None:
                continue
            text = label_of(number, language)
            longest = max(longest, text_width(text, _FONT_SIZE))
            end = scaled(number)
            offset = -0.37 + step * (index % slots + 0.5)
            is_negative = end < 0
            axes.annotate(
                text,
                (end, row + offset),
                xytext=(-4 if is_negative else 4, 0),
                textcoords="offset points",
                va="center_baseline",
                ha="right" if is_negative else "left",
            )
    _widen(axes, [scaled(point.number) for point in chart.points], longest)


def _widen(axes: Axes, values: Sequence[float], label_points: float) -> None:
    """Limits that leave room for the printed numbers beyond the longest bars."""
    inches = axes.get_position().width * WIDTH_INCHES
    share = min((label_points + 10) / (inches * _POINTS), 0.45)
    low, high = min([*values, 0.0]), max([*values, 0.0])
    span = (high - low) or 1.0
    room = span * share / (1 - share)
    axes.set_xlim(low - (room if low < 0 else 0), high + (room if high > 0 or low == 0 else 0))


# --- counts over time with the rates below ---------------------------------------------------------------------------


def _counts_and_rate(chart: Chart, language: str) -> Figure:
    counts = [point for point in chart.points if point.number.unit != formatting.RATIO_UNIT]
    rates = [point for point in chart.points if point.number.unit == formatting.RATIO_UNIT]
    times = _unique(point.category for point in chart.points)
    count_series = _unique(point.series for point in counts)
    rate_series = _unique(point.series for point in rates)
    room = WIDTH_INCHES * 0.9 / max(len(times), 1) * _POINTS - 6
    labels = [wrapped(time, room) for time in times]
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    breaks = _breaks(chart.points, times)
    notes_top = 0.30 if breaks else 0.08
    legend_room = 0.30
    upper, lower, gap, bottom = (
        1.4,
        (0.85 if len(rate_series) == 1 else 1.25) if rates else 0.0,
        0.34 if rates else 0.0,
        0.10 + _LINE_INCHES * lines,
    )
    height = notes_top + legend_room + upper + gap + lower + bottom
    figure = Figure(figsize=(WIDTH_INCHES, height))
    left, width = 0.105, 0.875
    top_axes = figure.add_axes((left, (bottom + lower + gap) / height, width, upper / height))
    _draw_counts(top_axes, counts, times, count_series, language)
    panels = [top_axes]
    if rates:
        low_axes = figure.add_axes((left, bottom / height, width, lower / height))
        _draw_rates(low_axes, rates, times, rate_series, language)
        top_axes.set_xticks(range(len(times)), [""] * len(times))
        panels.append(low_axes)
        legend(figure, _line_handles(rate_series), left - 0.01, (bottom + lower + gap - 0.06) / height)
    panels[-1].set_xticks(range(len(times)), labels)
    _mark_breaks(panels, chart.points, times, breaks)
    legend(figure, _bar_handles(count_series), left - 0.01, 1 - 0.02 / height)
    return figure


def _draw_counts(
    axes: Axes, points: Sequence[ChartPoint], times: Sequence[str], series: Sequence[str], language: str
) -> None:
    _draw_bars(axes.bar, points, times, series, 0.66, True)
    step = 0.66 / max(len(series), 1)
    for point in points:
        place = times.index(point.category) - 0.33 + step * (series.index(point.series) + 0.5)
        axes.annotate(
            label_of(point.number, language),
            (place, scaled(point.number)),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            va="bottom",
        )
    highest = max((scaled(point.number) for point in points), default=0.0)
    axes.set_ylim(0, highest * 1.16 or 1.0)
    axes.set_xlim(-0.6, len(times) - 0.4)
    axes.set_xlabel("")
    axes.set_ylabel("")
    tidy(axes, "y", language)


def _draw_rates(
    axes: Axes, points: Sequence[ChartPoint], times: Sequence[str], series: Sequence[str], language: str
) -> None:
    """Lines of rates; points of different segments (another standard, another boundary) are not joined."""
    frame = pd.DataFrame(
        {
            "place": [times.index(point.category) for point in points],
            "value": [scaled(point.number) if point.number.value is not None else float("nan") for point in points],
            "series": [point.series for point in points],
            "piece": [f"{point.series}\n{point.segment}" for point in points],
        }
    )
    sns.lineplot(
        frame,
        x="place",
        y="value",
        style="series",
        style_order=list(series),
        units="piece",
        estimator=None,
        errorbar=None,
        color=INK,
        linewidth=1.2,
        markers=list(_cycled(_MARKERS, len(series))),
        markersize=5,
        markeredgecolor="white",
        dashes=False,
        ax=axes,
        legend=False,
    )
    span = max((scaled(point.number) for point in points), default=1.0) or 1.0
    for point in points:
        same_time = [other.number for other in points if other.category == point.category]
        above = scaled(point.number) >= max(map(scaled, same_time))
        axes.annotate(
            label_of(point.number, language),
            (times.index(point.category), scaled(point.number)),
            xytext=(0, 5 if above else -5),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
        )
    axes.set_ylim(-span * (0.2 if len(series) > 1 else 0.05), span * 1.3)
    axes.set_xlim(-0.6, len(times) - 0.4)
    axes.set_xlabel("")
    axes.set_ylabel("")
    tidy(axes, "y", language, percent=True)


def _line_handles(series: Sequence[str]) -> list[Line2D]:
    return [
        Line2D([], [], color=INK, linewidth=1.2, marker=marker, markersize=5, markeredgecolor="white", label=name)
        for name, marker in zip(series, _cycled(_MARKERS, len(series)), strict=True)
        if name
    ]


def _breaks(points: Sequence[ChartPoint], times: Sequence[str]) -> list[int]:
    """Places between which the segment changes: 2 is between the second and the third time."""
    segments = {point.category: point.segment for point in points}
    return [at for at in range(1, len(times)) if segments[times[at]] != segments[times[at - 1]]]


def _mark_breaks(panels: Sequence[Axes], points: Sequence[ChartPoint], times: Sequence[str], breaks: list[int]) -> None:
    """A dashed line through all panels where figures cease to be comparable, and the name of each side."""
    if not breaks:
        return
    for at in breaks:
        for axes in panels:
            axes.axvline(at - 0.5, color=INK, linewidth=0.9, linestyle=(0, (5, 3)))
    segments = {point.category: point.segment for point in points}
    starts = [0, *breaks]
    for start, end in zip(starts, [*breaks, len(times)], strict=True):
        name = segments[times[start]]
        panels[0].annotate(
            name,
            ((start + end - 1) / 2, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontstyle="italic",
        )


# --- common parts ----------------------------------------------------------------------------------------------------


def label_of(number: Number, language: str) -> str:
    """The number as a chart prints it: rates with %, everything else bare, absent values by their sign."""
    if number.unit == formatting.RATIO_UNIT and number.value is not None:
        text = formatting.write(replace(number, form=NumberForm.CELL), language) + "%"
    else:
        text = formatting.write(replace(number, form=NumberForm.CELL), language)
    return text + formatting.mark(number)


def wrapped(text: str, width_points: float, size: float = _FONT_SIZE) -> str:
    """The text broken into lines that are no wider than asked, measured in the chart's font."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width_points:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def text_width(text: str, size: float) -> float:
    """How wide the text is in points, in the chart's font."""
    return sum(map(_letter_width, text)) * size


@functools.cache
def _letter_width(letter: str) -> float:
    """The advance of a letter at a size of one point, as a page is set: without the rounding to pixels of a screen."""
    glyph = _measuring_font().load_char(ord(letter), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / _MEASURED_AT


@functools.cache
def _measuring_font() -> FT2Font:
    # from memory: processes forked from this one would read an open file at one place that they share
    font = FT2Font(io.BytesIO((FOLDER / "LiberationSans-Regular.ttf").read_bytes()))
    font.set_size(_MEASURED_AT, _POINTS)
    return font


def scaled(number: Number) -> float:
    """Where the mark of a number stands: money in the unit of its label, rates in per cent, absent values at 0."""
    if number.value is None:
        return 0.0
    if formatting.is_money(number.unit):
        return float(number.value / (number.money_scale or 10**6))
    if number.unit in (formatting.RATIO_UNIT, formatting.POINTS_UNIT):
        return float(number.value * 100)
    return float(number.value)


def _draw_bars(
    draw_row: Callable[..., BarContainer],
    points: Sequence[ChartPoint],
    categories: Sequence[str],
    series: Sequence[str],
    width: float,
    side_by_side: bool,
) -> None:
    """The bars of each series, upright or lying, beside those of the others or in the whole row.

    seaborn's barplot draws the same ones, after it has aggregated what is aggregated here already.
    """
    slots = len(series) if side_by_side else 1
    thickness = width / max(slots, 1)
    fills, hatches = _cycled(_FILLS, len(series)), _cycled(_HATCHES, len(series))
    for index, (name, fill, hatch) in enumerate(zip(series, fills, hatches, strict=True)):
        lengths = {categories.index(point.category): scaled(point.number) for point in points if point.series == name}
        starts = [place - width / 2 + thickness * (index % slots) for place in sorted(lengths)]
        bars = draw_row(
            starts,
            [lengths[place] for place in sorted(lengths)],
            thickness,
            align="edge",
            color=fill,
            edgecolor=INK,
            linewidth=0.7,
        )
        for bar in bars:
            bar.set_hatch(hatch)


def _bar_handles(series: Sequence[str]) -> list[Patch]:
    fills, hatches = _cycled(_FILLS, len(series)), _cycled(_HATCHES, len(series))
    return [
        Patch(facecolor=fill, hatch=hatch * 2, edgecolor=INK, linewidth=0.7, label=name)
        for name, fill, hatch in zip(series, fills, hatches, strict=True)
        if name
    ]


def legend(figure: Figure, handles: Sequence[Artist], left: float, top: float) -> None:
    """What the fills, hatches and markers stand for, in one line that starts at the given place of the figure."""
    if handles:
        figure.legend(
            handles=handles,
            loc="upper left",
            bbox_to_anchor=(left, top),
            ncols=len(handles),
            frameon=False,
            borderaxespad=0.0,
            handlelength=1.8,
        )


def tidy(axes: Axes, along: str, language: str, percent: bool = False) -> None:
    """A quiet frame: light lines along the values, few ticks, printed in the language's notation."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_axisbelow(True)
    axis = axes.xaxis if along == "x" else axes.yaxis
    axes.grid(axis="x" if along == "x" else "y", color=_GRID, linewidth=0.5)
    axis.set_major_locator(MaxNLocator(nbins=5 if along == "x" else 4, min_n_ticks=2, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda value, _: _tick(value, language, percent)))
    axes.tick_params(axis="both", length=0, pad=4)


def _tick(value: float, language: str, percent: bool) -> str:
    """A tick of the axis; ticks are round, so three decimals are exact."""
    exact = Fraction(round(value * 1000), 1000)
    return quantities.write_number(exact, 3, language=language, trim=True) + ("%" if percent else "")


def _unique(names: Any) -> list[str]:
    return list(dict.fromkeys(names))


def _cycled(choices: Sequence[str], count: int) -> tuple[str, ...]:
    return tuple(choices[index % len(choices)] for index in range(count))
