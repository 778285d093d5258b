"""Charts: the same bytes every time, nothing lost, nothing leaked."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import matplotlib
import pytest

from poverty_evaluation.evaluation.blocks import Chart
from poverty_evaluation.presentation import charts
from poverty_evaluation.presentation.pictures import MissingAlternative, UnsafePicture, clean_svg
from poverty_evaluation.vocabulary.choices import ValueStatus

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", ["bars", "trend"])
def test_drawing_twice_gives_the_same_bytes_and_changes_no_setting(builders: Any, name: str):
    chart = getattr(builders, name)()
    before = dict(matplotlib.rcParams)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first = charts.draw(chart, "vi")
        charts._drawing.cache_clear()
        matplotlib.rcParams["axes.facecolor"] = "red"  # a setting of the notebook, not of the report
        try:
            second = charts.draw(chart, "vi")
        finally:
            matplotlib.rcParams["axes.facecolor"] = before["axes.facecolor"]
    assert first == second
    assert dict(matplotlib.rcParams) == before


def test_bars_bear_names_and_numbers(builders: Any):
    svg = charts.draw(builders.bars(), "vi")
    shown = texts(svg)
    assert set(builders.WARDS) <= set(shown)
    assert {"8", "12", "43", "47"} <= set(shown)
    assert "Hộ cận nghèo" in shown
    assert "Liberation Sans" in svg and "style=" not in svg and "http://" not in svg.replace("http://www.w3.org", "")


def test_long_names_are_broken_into_lines_that_fit(builders: Any):
    long_name = "Cho vay ưu đãi hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo qua Ngân hàng Chính sách xã hội"
    chart = builders.bars()
    points = tuple(replace(point, category=long_name) for point in chart.points[:2])
    svg = charts.draw(replace(chart, points=points), "vi")
    assert not any(long_name in line for line in texts(svg))
    assert " ".join(line for line in texts(svg) if line and line in long_name) == long_name


def test_the_figure_grows_with_its_bars(builders: Any):
    chart = builders.bars()
    few, many = replace(chart, points=chart.points[:4]), chart
    height = [charts.figure_of(one, "vi").get_figheight() for one in (few, many)]
    assert height[0] < height[1]


def test_a_bar_without_a_neighbour_takes_the_whole_row(builders: Any):
    chart = builders.bars()
    alone = replace(chart, points=tuple(point for place, point in enumerate(chart.points) if place % 4 in (0, 3)))
    heights = {
        name: max(bar.get_height() for bars in charts.figure_of(one, "vi").axes[0].containers for bar in bars)
        for name, one in (("beside", chart), ("alone", alone))
    }
    assert heights["alone"] == pytest.approx(2 * heights["beside"])


def test_points_of_different_segments_are_not_joined(builders: Any):
    figure = charts.figure_of(builders.trend(), "vi")
    upper, lower = figure.axes
    pieces = [line for line in lower.lines if len(line.get_xdata()) and line.get_linestyle() == "-"]
    assert sorted(len(line.get_xdata()) for line in pieces) == [1, 2]
    assert "Chuẩn 2016-2020" in [text.get_text() for text in upper.texts]


def test_absent_values_show_their_sign_and_rates_their_percent(builders: Any):
    chart = builders.bars()
    missing = replace(chart.points[0].number, value=None, status=ValueStatus.MISSING)
    svg = charts.draw(replace(chart, points=(replace(chart.points[0], number=missing), *chart.points[1:])), "vi")
    assert "…" in texts(svg)
    assert "0,51%" in texts(charts.draw(builders.trend(), "vi"))
    assert "0.51%" in texts(charts.draw(builders.trend(), "en"))


def test_dollars_are_no_mathematics(builders: Any):
    chart = builders.bars()
    svg = charts.draw(replace(chart, value_label="giá $x$ <b>"), "vi")
    assert "giá $x$ <b>" in texts(svg)


def test_unknown_kinds_and_missing_texts_are_refused(builders: Any):
    with pytest.raises(ValueError, match="no drawing for a chart of kind 'pie'"):
        charts.draw(builders.bars(kind="pie"), "vi")
    with pytest.raises(MissingAlternative):
        charts.draw(builders.bars(alternative=""), "vi")


def test_an_empty_chart_is_drawn(builders: Any):
    chart: Chart = replace(builders.bars(), points=())
    assert texts(charts.draw(chart, "vi"))


def test_cleaning_keeps_drawing_only():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="a()">'
        '<style>*{}</style><script>b()</script><foreignObject><p>c</p></foreignObject><a href="http://x">'
        '<path d="M0"/></a>'
        '<defs><clipPath id="k"><rect/></clipPath></defs><g clip-path="url(#k)" id="unused"><path d="M1" '
        'style="fill: #fff; behavior: url(x)"/><use xlink:href="#k"/><image href="http://x/y.png"/>'
        '<path fill="url(http://x)"/></g></svg>'
    )
    cleaned = clean_svg(svg, "p", "Tên", "Lời")
    assert not re.search(r"onload|script|foreignObject|http://x|unused|behavior|style", cleaned)
    assert 'id="p-k"' in cleaned and 'clip-path="url(#p-k)"' in cleaned and 'href="#p-k"' in cleaned
    assert 'fill="#fff"' in cleaned and 'aria-labelledby="p-title p-desc"' in cleaned


@pytest.mark.parametrize(
    "svg",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "<svg",
        "<html></html>",
    ],
)
def test_odd_pictures_are_refused(svg: str):
    with pytest.raises(UnsafePicture):
        clean_svg(svg, "p")
