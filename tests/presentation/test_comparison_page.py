"""The comparison of periods as page and picture: interrupted lines, a rule with its reason, nothing beyond the edge."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from poverty_evaluation.evaluation.across_periods.document import build_comparison
from poverty_evaluation.evaluation.blocks import Chart, block_from_plain, block_to_plain
from poverty_evaluation.presentation import charts
from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter, EvaluationPDFExporter
from poverty_evaluation.reference import load_reference
from poverty_evaluation.reference.statistics import load_statistics
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.headlines import Headline, HeadlineFigure, Headlines

DATA = Path(__file__).resolve().parents[2] / "data"
COUNTS = {2012: 44541, 2013: 38386, 2014: 32772, 2015: 31046, 2016: 42813, 2017: 34168}
TOTALS = {2012: 423400, 2013: 432487, 2014: 436960, 2015: 443514, 2016: 448365, 2017: 452560}


def figure(indicator: str, label: str, year: int, value: Fraction, unit: str, decimals: int) -> HeadlineFigure:
    standard = "qd-09-2011" if year < 2016 else "qd-59-2015"
    day = f"{year}-12-31"
    return HeadlineFigure(
        f"{indicator}@24/{day}", indicator, label, indicator, "24", day, standard, Vintage.OFFICIAL, value, unit,
        decimals,
    )  # fmt: skip


def report(year: int) -> Headline:
    count, total = COUNTS[year], TOTALS[year]
    figures = (
        figure("total_households", "Tổng số hộ", year, Fraction(total), "household", 0),
        figure("poor_households", "Số hộ nghèo", year, Fraction(count), "household", 0),
        figure("poverty_ratio", "Tỷ lệ hộ nghèo", year, Fraction(count, total), "ratio", 2),
    )
    return Headline(
        "bac-giang-province", str(year), "annual", "internal", figures[0].standard_id, Vintage.OFFICIAL,
        f"{year}-12-31", False, figures, {"error": 0, "warning": 0},
        f"bac-giang-province/{year}/executed/02_analysis.ipynb",
    )  # fmt: skip


@pytest.fixture(scope="module")
def comparisons() -> dict[str, list[Any]]:
    """The blocks of the comparison in both languages."""
    reference, statistics = load_reference(DATA), load_statistics(DATA)
    found = Headlines("bac-giang-province", tuple(map(report, COUNTS)), ())
    held = {language: build_comparison(found, reference, statistics, language) for language in ("vi", "en")}
    return {
        language: [one.document, *one.opening, *one.reviews, *one.checks, *one.statistics, *one.reports]
        for language, one in held.items()
    }


@pytest.fixture(scope="module")
def pages(comparisons: Any, builders: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("comparison")
    for language, blocks in comparisons.items():
        notebook = builders.notebook_of(blocks, language)
        (folder / f"{language}.html").write_text(EvaluationHTMLExporter().from_notebook_node(notebook)[0], "utf-8")
    return {language: folder / f"{language}.html" for language in comparisons}


def drawn(comparisons: Any, language: str = "vi") -> list[Chart]:
    return [block for block in comparisons[language] if isinstance(block, Chart)]


def test_no_line_crosses_a_break(comparisons: Any) -> None:
    rate, count, official = drawn(comparisons)
    for chart, pieces in ((rate, 2), (count, 2), (official, 6)):
        (axes,) = charts.figure_of(chart, "vi").axes
        lines = [line for line in axes.lines if len(set(line.get_xdata())) > 1]
        rules = [line.get_xdata()[0] for line in axes.lines if list(line.get_ydata()) == [0, 1]]
        assert len(lines) == pieces
        assert len(rules) == len(chart.breaks) == 1
        for line in lines:
            days = list(line.get_xdata())
            assert not min(days) < rules[0] < max(days)


def test_marks_stand_on_their_days_and_bear_their_numbers(comparisons: Any) -> None:
    rate = drawn(comparisons)[0]
    (axes,) = charts.figure_of(rate, "vi").axes
    days = {round(day) for line in axes.lines for day in line.get_xdata() if day > 1}
    assert {date(year, 12, 31).toordinal() for year in COUNTS} <= days
    told = {text.get_text() for text in axes.texts}
    assert {"10,52%", "7,00%", "9,55%", "7,55%"} <= told
    assert any("Đổi chuẩn nghèo" in text for text in told)
    assert axes.get_xticklabels()[0].get_text() == "31/12\n2012"


def test_the_picture_has_its_text_and_the_same_bytes_each_time(comparisons: Any) -> None:
    for chart in drawn(comparisons):
        svg = charts.draw(chart, "vi")
        assert svg == charts.draw(chart, "vi")
        assert "<desc" in svg and "stroke-dasharray" in svg
        assert block_from_plain(block_to_plain(chart)) == chart


def test_a_block_of_an_earlier_version_is_still_read(comparisons: Any) -> None:
    plain = block_to_plain(drawn(comparisons)[0])
    del plain["breaks"]
    for point in plain["points"]:
        del point["at"]
    assert block_from_plain(plain).breaks == ()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_is_clean_at_every_width(browser: Any, pages: dict[str, Path], language: str, width: int) -> None:
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(pages[language].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
    assert page.locator("figure svg[role=img]").count() == 3
    assert complaints == []
    page.close()


def test_a_number_leads_to_the_reports_and_the_tables_it_is_from(browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(pages["vi"].as_uri())
    page.locator('td data.indicator[data-id="poor_households;standard=qd-59-2015@24/2017-12-31"]').first.click()
    assert "bac-giang-province/2017/executed/02_analysis.ipynb" in page.locator("#provenance-panel").inner_text()
    page.keyboard.press("Escape")
    page.locator('td data.indicator[data-id="official_general_poverty_rate;item=total@24/2015"]').first.click()
    panel = page.locator("#provenance-panel").inner_text()
    assert "statistics/gso_2019-08-06/Poverty rate by province.csv" in panel
    assert "7.9" in panel
    page.close()


def test_the_first_sheet_bears_its_mark(comparisons: Any, builders: Any, tmp_path: Path) -> None:
    import subprocess

    content = EvaluationPDFExporter().from_notebook_node(builders.notebook_of(comparisons["vi"], "vi"))[0]
    (tmp_path / "compare.pdf").write_bytes(content)
    first = subprocess.run(
        ["pdftotext", "-l", "1", "-layout", str(tmp_path / "compare.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "TÀI LIỆU NỘI BỘ" in first
    assert re.search(r"31/12/2016\s+448\.365\s+42\.813\s+9,55\s", first)
    assert re.search(r"31/12/2017\s+452\.560\s+34\.168\s+-8\.645\s+7,55\s+-2,00\s", first)
