"""Blocks as HTML fragments."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.html import report as html
from poverty_evaluation.presentation.html.text import number_html
from poverty_evaluation.presentation.pictures import MissingAlternative
from poverty_evaluation.presentation.signs import explain_signs

VOID = {"br", "img", "hr", "meta", "link", "input", "col"}


class Balance(HTMLParser):
    """Fails on a tag that is closed where it was not opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()


def test_every_block_is_balanced_and_inert(builders: Any):
    for block in builders.report():
        if isinstance(block, b.Appendix):
            continue
        written = html.block_html(block, "vi")
        checker = Balance()
        checker.feed(written)
        assert checker.open == []
        assert "<script" not in written


def test_a_number_carries_its_id_and_exact_value(builders: Any):
    written = number_html(builders.number(builders.RATIO), "vi")
    assert written == (
        '<data class="indicator" data-id="poverty_ratio@213/2018-12-31" value="0.008502507762">0,85%</data>'
    )


def test_a_number_says_what_is_the_matter_with_it(builders: Any):
    disputed = number_html(builders.number(builders.DISPUTED), "vi")
    assert 'class="indicator disputed"' in disputed and disputed.endswith('>06</data><sup class="sign">†</sup>')
    unreadable = number_html(builders.number(builders.UNREADABLE), "vi")
    assert 'class="indicator unreadable"' in unreadable and 'value=""' in unreadable
    found = number_html(builders.number(builders.MONEY, finding_ids=("f",)), "vi")
    assert 'class="indicator has-findings"' in found


def test_a_table_has_scopes_numbers_and_notes(builders: Any):
    written = html.block_html(builders.table(), "vi")
    assert written.count('<th scope="col"') == 4
    assert '<tr class="numbers"><td>(A)</td>' in written
    assert '<th scope="row" class="left">Phường Trần Phú</th>' in written
    assert '<tr class="total">' in written and '<tr class="part">' in written
    assert '<th scope="row" colspan="3" class="left">Khu vực thành thị</th>' in written
    assert '<span class="unit">Đơn vị tính: hộ</span>' in written
    assert written.startswith('<div class="scroll" role="group" tabindex="0"')
    assert "Ghi chú dưới bảng." in written and "Nguồn: kết quả rà soát." in written


def test_a_row_of_the_wrong_length_is_refused(builders: Any):
    table = builders.table()
    broken = replace(table, rows=(*table.rows, b.Row((builders.text("x"),))))
    with pytest.raises(ValueError, match="a row of 1 cells in a table of 4 columns"):
        html.block_html(broken, "vi")


def test_a_chart_is_named_and_has_its_numbers_beside_it(builders: Any):
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1" onclick="x()"/></svg>'
    written = html.block_html(builders.bars(), "vi", svg=svg)
    assert (
        'role="img"' in written and 'aria-labelledby="k-chart-poor-by-ward-title k-chart-poor-by-ward-desc"' in written
    )
    assert "nhiều nhất ở Xã Tân Mỹ" in written and "onclick" not in written
    assert "<details><summary>Bảng số liệu của hình</summary>" in written
    assert written.count('<data class="indicator"') == 12


@pytest.mark.parametrize("alternative", ["", "  ", "Biểu đồ", "image", "Hộ nghèo theo phường, xã", "Hình 1"])
def test_a_chart_without_a_real_text_is_refused(builders: Any, alternative: str):
    with pytest.raises(MissingAlternative, match="poor-by-ward"):
        html.block_html(builders.bars(alternative), "vi", svg="")


def test_findings_name_their_severity_in_words(builders: Any):
    findings = next(block for block in builders.report() if isinstance(block, b.Findings))
    written = html.block_html(findings, "vi")
    assert '<strong class="severity">Lỗi</strong>' in written
    assert '<dt>Số tính lại</dt><dd><span data-finding="abc123def456">78.400</span></dd>' in written
    assert html.block_html(b.Findings((), ()), "en") == '<p class="no-findings">No findings.</p>'


def test_signs_are_explained_once_where_they_occur(builders: Any):
    blocks = explain_signs(builders.report(), "vi")
    notes = [block for block in blocks if isinstance(block, b.Paragraph) and block.style == "note"]
    assert len(notes) == 1 and "† số liệu đang đề nghị" in notes[0].content[0].text
    assert blocks.index(notes[0]) < blocks.index(b.Heading(1, "II.", "Kết quả"))
    table = next(block for block in blocks if isinstance(block, b.Table))
    assert table.notes[-1][0].text == "Ký hiệu: … chưa có số liệu."


def test_signs_of_cells_are_explained_under_the_table(builders: Any):
    hedged = builders.number(builders.MONEY, b.NumberForm.CELL)
    table = replace(builders.table(), rows=(b.Row((builders.text(""), builders.text("x"), (hedged,), ())),))
    (explained,) = explain_signs([table], "en")
    assert explained.notes[-1][0].text == "Signs: ≥ at least."


def test_the_page_has_contents_and_provenance(builders: Any):
    from poverty_evaluation.presentation.executed import Shown

    document = builders.document()
    shown = [Shown(block) for block in [document, *builders.report()[1:]]]
    page = html.page(document, shown)
    assert [entry.text for entry in page.contents] == [
        "I. Công tác chỉ đạo",
        "1. Lãnh đạo, chỉ đạo",
        "II. Kết quả",
        "Phụ lục I. Biểu chi tiết",
        "Phụ lục II. Danh mục",
    ]
    for entry in page.contents:
        assert page.body.count(f'id="{entry.anchor}"') == 1
    assert "</script>" not in page.provenance
    provenance = json.loads(page.provenance)
    ratio = provenance[builders.RATIO.id]
    assert ratio["value"] == "0.008502507762" and ratio["formatted"] == "0,85%"
    assert ratio["operands"] == [builders.POOR.id, builders.TOTAL.id]
    assert ratio["sources"][0] == {
        "file": "periods/bac-giang-city/2016-2018/household_review.csv",
        "sheet": "",
        "row": 3,
        "column": "poor_households",
        "text": "356",
        "line": 42,
    }
    assert provenance[builders.MONEY.id]["findings"][0]["computed"] == "78.400"
    assert {"label", "unit", "qualifier", "status", "as_printed", "formula"} <= ratio.keys()


def test_every_number_of_the_page_has_provenance(builders: Any):
    from poverty_evaluation.presentation.executed import Shown

    unknown = builders.value("elsewhere", 5, "household")
    blocks = [builders.document(), b.Paragraph((builders.number(unknown),))]
    page = html.page(blocks[0], [Shown(block) for block in blocks])
    assert json.loads(page.provenance)[unknown.id]["value"] == "5"


def test_english_words_of_the_frame(builders: Any):
    written = html.block_html(builders.document("en"), "en")
    assert "SOCIALIST REPUBLIC OF VIET NAM" in written and "To:" in written


def test_the_letterhead_leaves_blanks_dotted(builders: Any):
    empty = builders.letterhead(issuing_body="", symbol="", locality="", addressees=(), draft_mark="")
    written = html.block_html(builders.document(letterhead=empty), "vi")
    assert "……………" in written and "Kính gửi" not in written and "draft-mark" not in written


def test_text_given_as_value_stays_text(builders: Any):
    hostile = replace(builders.number(builders.POOR), value_id='x"><script>', value=Fraction(1))
    assert "<script" not in number_html(hostile, "vi")
