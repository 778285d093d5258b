"""The page in a real browser: it fetches nothing, never scrolls sideways, and its numbers lead to their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter

RATIO = 'data.indicator[data-id^="poverty_ratio@"]'
MONEY = 'p data.indicator[data-id^="support_vnd@"]'
PANEL = "#provenance-panel"
FINDINGS = "#findings-panel"
FOCUSED = "document.activeElement.dataset.id || document.activeElement.id || document.activeElement.textContent"

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def pages(executed_report: Any, builders: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of the synthetic report in both languages, and of one for signature, which carries no findings."""
    from dataclasses import replace

    signed = builders.document(findings=())
    unnamed = [block for block in builders.report()[1:] if type(block).__name__ != "Findings"]
    shown = [
        replace(block, content=tuple(replace(part, finding_ids=()) if hasattr(part, "finding_ids") else part
                                     for part in block.content)) if hasattr(block, "content") else block
        for block in unnamed
    ]  # fmt: skip
    notebooks = {
        "vi": executed_report,
        "en": builders.notebook_of(builders.report("en"), "en"),
        "signed": builders.notebook_of([signed, *shown]),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, notebook in notebooks.items():
        written = EvaluationHTMLExporter().from_notebook_node(notebook)[0]
        (folder / f"{name}.html").write_text(written, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in notebooks}


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page at a width; whatever the browser complains of fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(name: str = "vi", width: int = 1000, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def test_nothing_is_fetched_and_the_policy_holds(browser: Any, pages: dict[str, Path]):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    address = pages["vi"].as_uri()
    page.goto(address)
    page.locator(RATIO).first.click()
    page.locator(".findings-toggle").click()
    page.locator("button.sort").first.click()
    assert asked == [address] and complaints == []
    page.evaluate("fetch('http://localhost:9/').catch(() => 0)")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.x = 1'}))"
    )
    assert any("connect" in text for text in complaints)  # refused by the page itself
    assert page.evaluate("window.x") is None
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_the_page_never_scrolls_sideways(opened: Open, width: int):
    page = opened(width=width)
    measure = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    for act in ("", RATIO, ".findings-toggle"):
        if act:
            page.locator(act).first.click()
        scrolled, visible = page.evaluate(measure)
        assert scrolled <= visible <= width, act
        page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", ["vi", "en"])
def test_the_page_and_its_panels_are_accessible(opened: Open, name: str, width: int):
    page = opened(name, width, bypass_csp=True)  # the checker comes as a script
    states = {"closed": "", "number": RATIO, "findings": ".findings-toggle", "sorted": "table button.sort"}
    for state, act in states.items():
        if act:
            page.locator(act).first.click()
        assert_accessible(page, state)
        page.keyboard.press("Escape")
    if width < 1200:
        page.locator("nav.contents summary").click()
        assert_accessible(page, "contents")
    page.locator("figure summary").first.click()
    assert_accessible(page, "data of a chart")


def assert_accessible(page: Any, state: str) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{state}: {found.generate_report()}"


def test_a_number_leads_to_its_formula_operands_sources_and_findings(opened: Open):
    page = opened()
    page.locator(RATIO).first.click()
    panel = page.locator(PANEL)
    told = panel.inner_text()
    assert page.locator(RATIO).first.get_attribute("aria-expanded") == "true"
    assert "poor_households / total_households" in told and "tính toán" in told
    assert "Số hộ nghèo: 356" in told and "household_review.csv, dòng 3" in told
    assert "Dòng trong văn bản gốc: 42" in told
    assert "</script><script>alert(1)</script>" in told  # as text
    page.locator(MONEY).first.click()
    told = panel.inner_text()
    assert "78.400" in told and "Lỗi" in told and "cận dưới" in told
    page.get_by_role("link", name="Xem trong danh sách phát hiện").click()
    assert panel.is_hidden()
    assert page.evaluate("location.hash") == "#k-finding-abc123def456"


def test_a_number_is_followed_and_left_by_keyboard_alone(opened: Open):
    page = opened()
    page.locator(RATIO).first.focus()
    page.keyboard.press("Enter")
    panel = page.locator(PANEL)
    assert page.evaluate(FOCUSED) == "provenance-panel"
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED).startswith("Số hộ nghèo")
    page.keyboard.press("Enter")
    assert panel.get_by_role("heading").inner_text() == "Số hộ nghèo"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "← Quay lại"
    page.keyboard.press("Enter")
    assert panel.get_by_role("heading").inner_text().startswith("Tỷ lệ hộ nghèo")
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate(FOCUSED).startswith("poverty_ratio@")
    page.keyboard.press(" ")
    assert panel.is_visible()
    page.keyboard.press("Shift+Tab")  # before its beginning is the number again
    assert panel.is_hidden() and page.evaluate(FOCUSED).startswith("poverty_ratio@")


def test_a_touch_opens_a_sheet_that_leaves_the_number_in_sight(opened: Open):
    page = opened(width=360, has_touch=True, is_mobile=True)
    number = page.locator(MONEY).first
    number.tap()
    panel = page.locator(PANEL).bounding_box()
    assert panel["width"] == 360 and panel["y"] + panel["height"] == pytest.approx(800, abs=1)
    touched = number.bounding_box()
    assert touched["y"] > 0 and touched["y"] + touched["height"] <= panel["y"]
    page.touchscreen.tap(180, 10)
    assert page.locator(PANEL).is_hidden()


def test_a_finding_leads_to_its_numbers_and_back(opened: Open):
    page = opened(width=1440)
    page.locator(".findings-toggle").focus()
    assert page.evaluate(FOCUSED) == "Phát hiện (1)"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "findings-panel"
    drawer = page.locator(FINDINGS)
    assert drawer.get_by_text("Lỗi", exact=True).is_visible() and "78.400" in drawer.inner_text()
    drawer.locator("li li button").focus()
    page.keyboard.press("Enter")
    number = page.locator(MONEY).first
    assert number.get_attribute("aria-expanded") == "true"
    seen = number.bounding_box()
    assert 0 < seen["y"] < 800
    page.get_by_role("button", name="Về các phát hiện").click()
    assert page.locator(PANEL).is_hidden() and drawer.is_visible()
    assert "support_vnd" in page.evaluate(FOCUSED)
    page.keyboard.press("Escape")
    assert drawer.is_hidden() and page.evaluate(FOCUSED) == "Phát hiện (1)"


def test_the_list_of_findings_in_the_document_leads_to_the_numbers_too(opened: Open):
    page = opened(width=360)
    button = page.locator("#k-finding-abc123def456").get_by_role("button")
    button.click()
    assert page.locator(MONEY).first.get_attribute("aria-expanded") == "true"
    assert 0 < page.locator(MONEY).first.bounding_box()["y"] < page.locator(PANEL).bounding_box()["y"]
    page.keyboard.press("Escape")
    assert page.locator(PANEL).is_hidden()
    assert button.evaluate("button => document.activeElement === button")


def test_findings_are_filtered_by_severity(browser: Any, builders: Any, tmp_path: Path):
    warning = {**builders.FINDING, "id": "0" * 12, "severity": "warning", "message_vi": "Số lặp lại."}
    document = builders.document(findings=(warning, builders.FINDING))
    notebook = builders.notebook_of([document, *builders.report()[1:]])
    path = tmp_path / "page.html"
    path.write_text(EvaluationHTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    page.get_by_role("button", name="Phát hiện (2)").click()
    entries = page.locator(f"{FINDINGS} > ol > li")
    assert entries.nth(0).locator(".severity").inner_text() == "Lỗi"  # the gravest first
    page.get_by_role("button", name="Cảnh báo (1)").click()
    assert [entry.is_visible() for entry in entries.all()] == [False, True]
    assert page.get_by_role("status").inner_text() == "Đang hiện 1 phát hiện"
    assert page.get_by_role("button", name="Cảnh báo (1)").get_attribute("aria-pressed") == "true"
    assert page.get_by_role("button", name="Lưu ý").count() == 0
    page.get_by_role("button", name="Tất cả (2)").click()
    assert all(entry.is_visible() for entry in entries.all())
    context.close()


def test_what_is_signed_has_no_panel_of_findings(opened: Open):
    page = opened("signed")
    assert page.locator(".findings-toggle").count() == 0
    page.locator(RATIO).first.click()
    assert page.locator(PANEL).is_visible()


def test_contents_follow_the_reader(opened: Open):
    page = opened(width=1440)
    assert page.get_by_role("navigation").get_by_role("link", name="I. Công tác chỉ đạo").is_visible()
    page.get_by_role("heading", name="II. Kết quả").evaluate("head => head.scrollIntoView({behavior: 'instant'})")
    page.wait_for_selector('nav a[aria-current="true"] >> text=II. Kết quả')
    assert page.locator('nav a[aria-current="true"]').count() == 1


def test_contents_fold_on_a_phone(opened: Open):
    page = opened(width=360)
    link = page.get_by_role("navigation").get_by_role("link", name="II. Kết quả")
    assert link.is_hidden()
    page.locator("nav.contents summary").click()
    link.click()
    assert link.is_hidden()
    page.wait_for_selector(".here >> text=II. Kết quả")
    head = page.get_by_role("heading", name="II. Kết quả").bounding_box()
    bar = page.locator("nav.contents").bounding_box()
    assert bar["y"] == 0 and head["y"] >= bar["height"] - 1


@pytest.mark.parametrize("width", [360, 1440])
def test_without_javascript_the_page_is_a_plain_document(opened: Open, width: int):
    page = opened(width=width, java_script_enabled=False)
    assert page.locator("button, [role=button], [role=dialog], .findings-toggle").count() == 0
    assert page.get_by_text("Trên đây là báo cáo./.").is_visible()
    tables = page.locator("main table")
    assert [table.is_visible() for table in tables.all()].count(False) == 2  # the folded data of the two charts
    page.locator("figure summary").first.click()
    assert page.locator("figure table").first.is_visible()
    assert page.get_by_text("Số tính lại").first.is_visible()  # the findings stand in the document itself
    words = page.locator("body").inner_text().lower()
    assert not any(word in words for word in ("click", "bấm", "nhấn", "nhấp", "javascript"))
    if width < 1200:
        page.locator("nav.contents summary").click()
    assert page.get_by_role("link", name="Phụ lục II. Danh mục").is_visible()
