"""Tables of the page, sorted in a real browser: exact values, Vietnamese order, totals and parts in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter

NAMES = ("Xã Đồng Sơn", "Xã Dĩnh Trì", "Xã Ẩm Hạ", "Xã An Lập", "Xã Ân Thi", "Xã Tân Mỹ 10", "Xã Tân Mỹ 2")
MONEY = (Fraction("1234.5"), Fraction("802.8"), None, Fraction("98"), Fraction("12000"), Fraction(0), Fraction(-7))

Rows = Callable[[], list[str]]


def amount(builders: Any, millions: Fraction | None) -> b.Line:
    paid = replace(builders.MONEY, value=None if millions is None else millions * 10**6)
    return (replace(builders.number(paid, b.NumberForm.CELL), money_scale=10**6),)


def table(builders: Any) -> b.Table:
    text = builders.text

    def row(name: str, millions: Fraction | None, day: str = "", role: str = "body") -> b.Row:
        return b.Row((text(name), amount(builders, millions), text(day)), role)

    days = ("05/02/2018", "12/11/2017", "", "01/03/2018", "31/12/2016", "02/02/2018", "10/02/2018")
    wards = [row(name, paid, day) for name, paid, day in zip(NAMES, MONEY, days, strict=True)]
    wards.insert(1, row("– của thị xã", Fraction(99999), role="part"))
    return b.Table(
        "support", "Biểu số 09", "Hỗ trợ", "Đơn vị tính: triệu đồng",
        (b.Column("Xã, phường"), b.Column("Kinh phí", "right", span="Thực hiện"), b.Column("Ngày", span="Thực hiện")),
        (row("Tổng số", Fraction(1), role="total"), *wards, b.Row((text("Khối đoàn thể"), (), ()), "group"),
         row("Hội Nông dân", Fraction(5)), row("Hội Cựu chiến binh", Fraction(3)),
         row("Cộng", Fraction(8), role="total")),
        "Nguồn.",
    )  # fmt: skip


@pytest.fixture
def page(browser: Any, builders: Any, tmp_path: Path) -> Iterator[Any]:
    notebook = builders.notebook_of([builders.document(), table(builders), replace(table(builders), id="one", rows=())])
    path = tmp_path / "page.html"
    path.write_text(EvaluationHTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    context = browser.new_context(viewport={"width": 900, "height": 800})
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


def names(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("#k-support tbody tr > :first-child").all_inner_texts()]


def head(page: Any, text: str) -> Any:
    return page.locator("#k-support").get_by_role("columnheader", name=text, exact=True)


def wards(shown: Sequence[str]) -> list[str]:
    """The rows between the first total and the heading of the group."""
    return list(shown[1 : shown.index("Khối đoàn thể")])


def test_numbers_are_sorted_by_their_exact_value(page: Any):
    original = names(page)
    button = head(page, "Kinh phí").get_by_role("button")
    button.click()
    by_money = ["Xã Tân Mỹ 2", "Xã Tân Mỹ 10", "Xã An Lập", "Xã Dĩnh Trì", "Xã Đồng Sơn", "– của thị xã", "Xã Ân Thi"]
    assert wards(names(page)) == [*by_money, "Xã Ẩm Hạ"]  # no data comes last
    assert head(page, "Kinh phí").get_attribute("aria-sort") == "ascending"
    button.click()
    down = ["Xã Ân Thi", "Xã Đồng Sơn", "– của thị xã", *reversed(by_money[:4]), "Xã Ẩm Hạ"]
    assert wards(names(page)) == down  # a part follows its whole, and no data comes last again
    assert head(page, "Kinh phí").get_attribute("aria-sort") == "descending"
    button.click()
    assert names(page) == original
    assert head(page, "Kinh phí").get_attribute("aria-sort") is None


def test_totals_and_groups_keep_their_place(page: Any):
    head(page, "Kinh phí").get_by_role("button").click()
    shown = names(page)
    assert shown[0] == "Tổng số"
    assert shown[-4:] == ["Khối đoàn thể", "Hội Cựu chiến binh", "Hội Nông dân", "Cộng"]


def test_names_are_sorted_as_vietnamese_does_by_keyboard(page: Any):
    button = head(page, "Xã, phường").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    in_order = ["Xã An Lập", "Xã Ẩm Hạ", "Xã Ân Thi", "Xã Dĩnh Trì", "Xã Đồng Sơn", "Xã Tân Mỹ 2", "Xã Tân Mỹ 10"]
    assert [name for name in wards(names(page)) if name.startswith("Xã")] == in_order
    assert page.get_by_role("status").inner_text() == "Đã sắp xếp theo cột “Xã, phường”, tăng dần"
    page.keyboard.press(" ")
    assert [name for name in wards(names(page)) if name.startswith("Xã")] == in_order[::-1]
    assert page.evaluate("document.activeElement.className") == "sort"
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text() == "Đã trả lại thứ tự ban đầu"


def test_days_are_sorted_as_days(page: Any):
    head(page, "Ngày").get_by_role("button").click()
    shown = [name for name in wards(names(page)) if name.startswith("Xã")]
    assert shown == ["Xã Ân Thi", "Xã Dĩnh Trì", "Xã Tân Mỹ 10", "Xã Đồng Sơn", "Xã Tân Mỹ 2", "Xã An Lập", "Xã Ẩm Hạ"]


def test_sorting_moves_nothing_but_rows(page: Any):
    measure = """() => [...document.querySelectorAll('#k-support, #k-support thead th')]
        .map((one) => one.getBoundingClientRect()).map((at) => [at.x, at.y, at.width, at.height])"""
    before = page.evaluate(measure)
    head(page, "Kinh phí").get_by_role("button").click()
    assert page.evaluate(measure) == before


def test_a_table_of_no_rows_and_a_shared_heading_have_no_button(page: Any):
    assert page.locator("#k-one button").count() == 0
    assert head(page, "Thực hiện").get_by_role("button").count() == 0


def test_a_number_in_a_sorted_table_still_opens(page: Any):
    head(page, "Kinh phí").get_by_role("button").click()
    page.locator("#k-support").get_by_text("1.234,5").click()
    assert page.locator("#provenance-panel").is_visible()


def test_print_keeps_the_order_of_the_report(page: Any):
    original = names(page)
    head(page, "Kinh phí").get_by_role("button").click()
    ordered = names(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert names(page) == original
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert names(page) == ordered != original
