"""Ngắt trang: what stays together on a page, read from the tags and the pages of whole reports."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.exporters import EvaluationPDFExporter

REPORTS = [
    ("bac-giang-city", "2016-2018", "vi"),
    ("bac-giang-city", "2016-2018", "en"),
    ("song-mau-city", "2022", "vi"),
    ("song-mau-city", "2021-2023", "vi"),
    ("dat-mau-province", "2022", "vi"),
]
every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(report) for report in REPORTS])


@pytest.fixture
def content(report: Any, period_pdf: Any) -> bytes:
    return period_pdf(*report)


@pytest.fixture
def tags(content: bytes, pdf_reading: Any) -> Any:
    return pdf_reading.read_tags(content)


def rows_of(table: Any) -> list[Any]:
    """The rows of a table without its headings, the heads of its groups and the notes under it."""
    head = [row for part in table.all("THead") for row in part.all("TR")]
    return [row for row in table.all("TR") if row not in head and len(row.children) > 1]


@every_report
def test_no_row_is_split(tags: Any):
    rows = list(tags.all("TR"))
    assert len(rows) > 50
    assert [row.pages for row in rows if len(row.pages) > 1] == []


@every_report
def test_a_table_opens_with_two_rows_and_ends_with_two(tags: Any):
    """Neither a caption nor a total nor the notes under a table stand alone on a page."""
    tables = [table for table in tags.all("Table") if len(rows_of(table)) > 2]
    assert len(tables) >= 5
    for table in tables:
        rows = rows_of(table)
        assert rows[0].pages == rows[1].pages
        assert rows[-1].pages == rows[-2].pages


@every_report
def test_a_caption_stands_with_the_first_row_of_its_table(tags: Any):
    captioned = [
        (caption, table)
        for group in tags.all("Div")
        for caption in group.children if caption.name == "Caption"
        for table in [next(group.all("Table"), None)] if table is not None
    ]  # fmt: skip
    assert len(captioned) >= 5
    assert all(caption.pages == rows_of(table)[0].pages for caption, table in captioned)


@every_report
def test_a_chart_stands_with_its_caption(tags: Any):
    for group in tags.all("Figure"):
        assert len(group.pages) == 1


@every_report
def test_no_heading_ends_a_page(tags: Any):
    """The element after a heading begins on the page of the heading."""
    checked = 0
    for group in (tags, *tags.all("Div", "Sect", "Part")):
        for one, following in pairwise(group.children):
            if one.name in ("H1", "H2", "H3") and following.pages:
                assert following.pages[0] == one.pages[-1]
                checked += 1
    assert checked >= 8


@every_report
def test_no_page_is_all_but_empty(content: bytes, pdf_reading: Any):
    """A page has more than a few notes under a table; the last page of a part may be short."""
    for page in pdf_reading.read_pages(content):
        body = [line for line in page.lines if 20 < line.baseline < page.height - 20]
        assert len(body) >= 3


@every_report
def test_nothing_is_too_small_to_read(content: bytes, pdf_reading: Any):
    """9 points for all that is told, 8 for the numbers of columns, less for a raised †; charts have their own."""
    runs = [
        run for page in pdf_reading.read_pages(content) for run in page.runs if run.font.startswith("LiberationSerif")
    ]
    runs = [run for run in runs if run.text != "†"]
    assert len(runs) > 500
    assert min(run.size for run in runs if run.style != "Italic") >= 9
    assert min(run.size for run in runs) >= 8


def test_a_table_too_wide_for_an_upright_page_turns_it_with_its_heading(builders: Any, pdf_reading: Any):
    columns = tuple(b.Column(f"Nghiêng {place}", "right") for place in range(11))
    row = b.Row(tuple(builders.text("123.456.789") for _ in columns))
    table = b.Table("t", "Biểu số 01", "Rộng", "", columns, (row, row), "")
    before, after = b.Paragraph(builders.text("Trước.")), b.Paragraph(builders.text("Sau."))
    blocks = [builders.document(), before, b.Heading(1, "II.", "Kết quả"), table, after]
    pages = pdf_reading.read_pages(EvaluationPDFExporter().from_notebook_node(builders.notebook_of(blocks))[0])
    assert [page.width > page.height for page in pages] == [False, True, False]
    assert "Trước." in pages[0].text and "II. KẾT QUẢ" not in pages[0].text
    assert "II. KẾT QUẢ" in pages[1].text and "RỘNG" in pages[1].text
    assert "Sau." in pages[2].text
    assert [page.lines[0].text.strip() for page in pages[1:]] == ["2", "3"]
    assert all(run.right <= pages[1].width - 20 for run in pages[1].runs)


def test_a_group_of_rows_is_never_headed_at_the_end_of_a_page(builders: Any, pdf_reading: Any):
    """For whatever height of the text above the table."""
    group = b.Row((builders.text("I"), builders.text("Khu vực"), (), ()), "group")
    table = builders.table()
    rows = [row for place in range(10) for row in (group, *table.rows[2:5])]
    for lines in range(12):
        above = [b.Paragraph(builders.text("Dòng.")) for _ in range(lines)]
        blocks = [builders.document(), *above, b.Table("t", "", "", "", table.columns, tuple(rows), "")]
        content = EvaluationPDFExporter().from_notebook_node(builders.notebook_of(blocks))[0]
        pages = pdf_reading.read_pages(content)
        assert len(pages) > 1
        for page in pages:
            body = [line.text.strip() for line in page.lines if line.baseline < 277]
            assert body[-1] != "Khu vực"


def test_a_row_is_split_only_where_no_page_could_hold_it(builders: Any, pdf_reading: Any):
    def item(length: int) -> b.FindingItem:
        words = "số liệu " * (length // 8)
        return b.FindingItem("x", "error", "Lỗi", "Tổng", words, "83.020", "78.400", "activities.csv", ())

    def pages_of_rows(*lengths: int) -> list[tuple[int, ...]]:
        findings = b.Findings(tuple(map(item, lengths)), ("TT", "Mức độ", "Loại", "Số", "Nội dung", "Tính", "Vị trí"))
        notebook = builders.notebook_of([builders.document(), findings])
        tags = pdf_reading.read_tags(EvaluationPDFExporter().from_notebook_node(notebook)[0])
        return [row.pages for row in tags.all("TR")][1:]

    assert all(len(pages) == 1 for pages in pages_of_rows(900, 1500, 1500, 900, 1500, 900))
    assert any(len(pages) > 1 for pages in pages_of_rows(900, 9000, 900, 900))
