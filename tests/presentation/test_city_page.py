"""The page of the real city report: small, accessible, nothing fetched, every number on it leads to its sources."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

PROVENANCE = re.compile(r'<script type="application/json" id="provenance">(.*?)</script>', re.DOTALL)

in_both_languages = pytest.mark.parametrize("language", ["vi", "en"])


@pytest.fixture(scope="module")
def city(real_report: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The page of the city's report in a language, built from its received files."""
    folder = tmp_path_factory.mktemp("city")

    @cache
    def page(language: str) -> Path:
        path = folder / f"{language}.html"
        path.write_bytes(real_report("bac-giang-city", "2016-2018", language).exported("evaluation-html"))
        return path

    return page


@in_both_languages
def test_the_page_is_below_a_megabyte(city: Callable[[str], Path], language: str):
    assert city(language).stat().st_size < 1_000_000


def test_every_number_leads_down_to_cells(city: Callable[[str], Path]):
    page = city("vi").read_text(encoding="utf-8")
    stored = PROVENANCE.search(page)
    assert stored
    provenance = json.loads(stored[1])
    shown = set(re.findall(r'<data class="[^"]*" data-id="([^"]+)"', page))
    assert len(shown) > 100 and shown <= provenance.keys()
    waiting, seen = list(shown), set(shown)
    while waiting:
        entry = provenance[waiting.pop()]
        is_from_the_catalogue = entry["formula"] == "count(measure)"  # counted from reference, not from what was sent
        assert entry["sources"] or entry["operands"] or is_from_the_catalogue, entry
        for operand in entry["operands"]:
            assert operand in provenance
            if operand not in seen:
                seen.add(operand)
                waiting.append(operand)
    assert seen == provenance.keys()  # and nothing is stored that cannot be reached


@in_both_languages
@pytest.mark.parametrize("width", [360, 1440])
def test_the_page_is_accessible(browser: Any, city: Callable[[str], Path], language: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(city(language).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".findings-toggle").click()
    page.locator("#findings-panel li li button").first.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert asked == [page.url]
    context.close()


def test_the_reader_keeps_his_place_when_the_findings_open(browser: Any, city: Callable[[str], Path]):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(city("vi").as_uri())
    head = page.locator("main h2").last
    head.evaluate("head => head.scrollIntoView({behavior: 'instant'})")
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(300)
    before = head.bounding_box()["y"]
    page.locator(".findings-toggle").click()
    assert page.locator("main").bounding_box()["width"] < 56 * 16  # the page has become narrower and so longer
    assert abs(head.bounding_box()["y"] - before) < 60
    context.close()
