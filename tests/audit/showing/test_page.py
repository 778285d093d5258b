"""The page of an audit in a real browser: the whole text, its figures marked, findings beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from poverty_evaluation.audit.findings import AuditResult
from poverty_evaluation.audit.showing.page import audit_page
from poverty_evaluation.audit.showing.shown import Show

Open = Callable[..., Any]
ELSEWHERE = f"/home/can-bo/{'tài-liệu-của-phòng-' * 4}2026/báo cáo <xã>.txt"
FALL = "a.mark.contradiction >> text=952 hộ"


@pytest.fixture(scope="module")
def pages(source: Any, result: AuditResult, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("audit-pages")
    written = {
        "vi": audit_page(source, result),
        "all": audit_page(source, result, Show.ALL, "en"),
        "elsewhere": audit_page(source, replace(result, file=ELSEWHERE)),
        "clean": audit_page(source, AuditResult(source.file, (), (), 3, 0.1)),
    }
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page at a width; whatever the browser complains of or fetches fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []
    asked: list[str] = []

    def open_page(name: str = "vi", width: int = 1440, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(asked) <= {path.as_uri() for path in pages.values()}


def test_hostile_text_stays_text(opened: Open, source: Any):
    page = opened()
    assert page.evaluate("window.broken") is None
    assert page.locator("img").count() == 0 and page.locator("script").count() == 1
    shown = page.locator(".paper").inner_text()
    assert "</script><script>window.broken = 1</script><img src=x onerror=alert(1)>" in shown


@pytest.mark.parametrize("width", [360, 1440])
def test_the_heading_is_the_name_of_the_file_with_its_path_in_small_below(opened: Open, width: int):
    page = opened("elsewhere", width)
    heading, path = page.locator("h1"), page.locator(".path")
    assert heading.inner_text() == page.title() == "Rà soát số liệu: báo cáo <xã>.txt"
    assert path.inner_text() == f"Tệp: {ELSEWHERE}"
    sizes = [one.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") for one in (path, heading)]
    assert sizes[0] < sizes[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_name_alone_is_not_told_twice(opened: Open, source: Any):
    page = opened()
    assert page.locator("h1").inner_text() == "Rà soát số liệu: báo cáo <xã>.txt"
    assert page.locator(".path").count() == 0
    assert "<h1>Audit of figures</h1>" in audit_page(source, AuditResult("", (), (), 3, 0.1), language="en")


def test_the_whole_text_is_there_with_its_headings_lists_and_tables(opened: Open):
    page = opened("clean")
    paper = page.locator(".paper")
    assert paper.locator("h3").inner_text() == "I. KẾT QUẢ THỰC HIỆN"
    assert paper.locator("h4").inner_text() == "1.1. Hộ nghèo"  # no level is left out
    items = [" ".join(text.split()) for text in paper.locator("ul.items li").all_inner_texts()]
    assert items == ["- Tổng số tham gia: 35 hộ, trong đó:", "+ Hộ nghèo: 11 hộ; hộ cận nghèo: 24 hộ."]
    assert paper.locator("th").all_inner_texts() == ["Chỉ tiêu", "Số hộ"]
    assert paper.locator("tr").nth(3).locator("td").all_inner_texts() == ["Cộng", "400"]
    assert "Nơi nhận: Lưu VT." in paper.inner_text()
    assert paper.locator(".page-mark").all_inner_texts() == ["Trang 1", "Trang 2"]
    assert page.locator("a.mark").count() == 0 and "Không thấy con số nào mâu thuẫn." in page.inner_text("aside")


def test_a_figure_is_marked_by_its_verdict_sign_and_number(opened: Open):
    page = opened()
    mark = page.locator(FALL)
    assert mark.locator("sup").inner_text() == "✗2 ✗3"
    assert "mâu thuẫn 2, mâu thuẫn 3" in mark.text_content()
    line_of = "(one) => [one.classList[1], getComputedStyle(one).borderBottomStyle]"
    styles = dict(page.evaluate(f"[...document.querySelectorAll('a.mark')].map({line_of})"))
    assert (styles["contradiction"], styles["likely"]) == ("double", "dashed")
    assert page.locator("a.mark", has_text="Hộ nghèo").first.locator("sup").inner_text() == "✗1"


def test_a_click_lights_the_related_figures_and_brings_the_recomputation(opened: Open):
    page = opened()
    page.locator(FALL).click()
    lit = page.locator("a.mark.lit").all_text_contents()
    assert [re.split("[✗ ]", text)[0] for text in lit] == ["538", "356", "952"]
    told = page.locator("aside .finding.lit").first
    assert "538 − 356 = 182 hộ" in told.inner_text()
    box = told.bounding_box()
    assert box is not None and 0 <= box["y"] < 800
    assert "538 − 356 = 182 hộ" in page.locator("#announced").text_content()
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_hovering_lights_for_a_while(opened: Open):
    page = opened()
    page.locator(FALL).hover()
    assert page.locator("a.mark.lit").count() == 3
    page.locator("h1").hover()
    assert page.locator("a.mark.lit").count() == 0


def test_on_a_narrow_screen_it_comes_from_below_by_keyboard_too(opened: Open):
    page = opened(width=360)
    page.locator(FALL).focus()
    page.keyboard.press("Enter")
    sheet = page.locator(".sheet")
    assert sheet.is_visible() and "538 − 356 = 182 hộ" in sheet.inner_text()
    sheet.get_by_role("link", name="356 hộ").first.click()
    assert page.evaluate("document.activeElement.textContent").startswith("356 hộ")
    sheet.get_by_role("button", name="Đóng").click()
    assert sheet.is_hidden()
    assert page.evaluate("document.activeElement.textContent").startswith("356 hộ")


def test_the_list_is_filtered_by_verdict(opened: Open):
    page = opened()
    visible = ".finding:visible"
    aside = page.locator("aside")
    assert aside.locator(visible).count() == 4
    held = page.locator("a.mark.holds").first
    assert held.get_attribute("href") is None
    page.get_by_role("button", name="Khớp").click()
    assert aside.locator(visible).count() == 5 and held.get_attribute("href")
    page.get_by_role("button", name="Mâu thuẫn").click()
    assert aside.locator(visible).count() == 2
    assert page.locator(FALL).get_attribute("href") is None
    assert opened("all").locator("aside").locator(visible).count() == 6


def test_without_scripts_the_list_and_the_text_lead_to_each_other(opened: Open):
    page = opened(java_script_enabled=False)
    assert page.locator(".filters").is_hidden() and page.locator(".sheet").is_hidden()
    page.locator(FALL).click()
    assert page.url.endswith("#f-2")
    page.locator("#f-2").get_by_role("link", name="356 hộ").click()
    assert "#m-" in page.url
    anchors = page.locator("a[href^='#']")
    for address in {anchors.nth(place).get_attribute("href") for place in range(anchors.count())}:
        assert page.locator(f'[id="{address[1:]}"]').count() == 1


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_never_scrolls_sideways(opened: Open, width: int, scheme: str):
    page = opened("all", width, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    for act in (None, FALL):
        if act:
            page.locator(act).click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        scrolled = page.evaluate("document.documentElement.scrollWidth")
        assert scrolled <= width


def test_the_printed_page_holds_text_and_list_without_buttons(opened: Open):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator(".filters").is_hidden() and page.locator(".paper").is_visible()
    assert page.locator("#f-1").is_visible() and page.locator(FALL).locator("sup").is_visible()
