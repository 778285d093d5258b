"""Trang web: what is seen of an HTML page is read, its lists and tables as what they are."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.html import html_source
from poverty_evaluation.audit.documents.source import BlockKind, SourceText


def read(body: str) -> SourceText:
    return html_source(
        f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode(), "a.html"
    )


def words(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


def outline(source: SourceText) -> list[tuple[str, str, str, str | None]]:
    texts = words(source)
    return [
        (block.kind.value, block.marker, text, None if block.parent is None else texts[block.parent])
        for block, text in zip(source.blocks, texts, strict=True)
    ]


def test_headings_paragraphs_and_lists() -> None:
    source = read(
        "<h1>I. KẾT QUẢ</h1><p>Tổng số <b>35</b> hộ; trong đó:</p>"
        "<ul><li>Hộ nghèo: 11 hộ<ul><li>Thành thị: 5 hộ</li></ul></li><li>Hộ cận nghèo: 24 hộ</li></ul>"
        "<h2>Vay vốn</h2><ol><li>Một</li><li value=5>Năm</li></ol><ol type=a start=3><li>Ba</li></ol>"
    )
    assert outline(source) == [
        ("heading", "I.", "KẾT QUẢ", None),
        ("paragraph", "", "Tổng số 35 hộ; trong đó:", "KẾT QUẢ"),
        ("item", "-", "Hộ nghèo: 11 hộ", "Tổng số 35 hộ; trong đó:"),
        ("item", "-", "Thành thị: 5 hộ", "Hộ nghèo: 11 hộ"),
        ("item", "-", "Hộ cận nghèo: 24 hộ", "Tổng số 35 hộ; trong đó:"),
        ("heading", "", "Vay vốn", "KẾT QUẢ"),
        ("item", "1.", "Một", "Vay vốn"),
        ("item", "5.", "Năm", "Vay vốn"),
        ("item", "c.", "Ba", "Năm"),
    ]


def test_markers_typed_by_hand_are_not_doubled() -> None:
    source = read("<ul><li>- Hộ nghèo: 11 hộ</li><li>+ Hộ cận nghèo: 24 hộ</li></ul><p>- Gõ tay<br>+ Gõ tay nữa</p>")
    assert [(block.marker, text) for block, text in zip(source.blocks, words(source), strict=True)] == [
        ("-", "Hộ nghèo: 11 hộ"), ("+", "Hộ cận nghèo: 24 hộ"), ("-", "Gõ tay"), ("+", "Gõ tay nữa"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var so = 99</script>", "<style>p{width:99px}</style>", "<p hidden>99</p>", "<!-- 99 -->",
        '<div style="display: none"><p>99</p></div>', "<template>99</template>", "<nav><a>99</a></nav>",
        '<span style="visibility:hidden">99</span>',
    ],
)  # fmt: skip
def test_what_is_not_seen_is_not_read(hidden: str) -> None:
    assert words(read(f"<p>Có 35 hộ nghèo</p>{hidden}<p>Kinh phí 20 triệu đồng.</p>")) == [
        "Có 35 hộ nghèo", "Kinh phí 20 triệu đồng.",
    ]  # fmt: skip


def test_merged_cells_keep_their_place() -> None:
    source = read(
        "<table><caption>Biểu 1</caption><thead><tr><th rowspan=2>Xã</th><th colspan=2>Số hộ</th></tr>"
        "<tr><th>2016</th><th>2017</th></tr></thead><tr><td>Song Mai</td><td>11<br>hộ</td><td></td></tr></table>"
    )
    cells = [
        (block.row, block.column, block.row_span, block.column_span, text)
        for block, text in zip(source.blocks, words(source), strict=True)
        if block.kind is BlockKind.CELL
    ]
    assert cells == [
        (0, 0, 2, 1, "Xã"), (0, 1, 1, 2, "Số hộ"), (1, 1, 1, 1, "2016"), (1, 2, 1, 1, "2017"),
        (2, 0, 1, 1, "Song Mai"), (2, 1, 1, 1, "11\nhộ"),
    ]  # fmt: skip
    assert words(source)[0] == "Biểu 1"
    assert source.tables == {0: [1, 2, 3, 4, 5, 6]}


def test_a_table_around_tables_only_arranges_the_page() -> None:
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    source = read(f"<table><tr><td><h1>I. KẾT QUẢ</h1><p>Có 35 hộ.</p>{inner}</td></tr></table>")
    assert [(block.kind.value, text) for block, text in zip(source.blocks, words(source), strict=True)] == [
        ("heading", "KẾT QUẢ"), ("paragraph", "Có 35 hộ."), ("cell", "1"), ("cell", "2"),
    ]  # fmt: skip


def test_the_encoding_that_a_page_names_is_believed() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Größe 35</p>'
    assert words(html_source(page.encode("cp1252"), "a.html")) == ["Größe 35"]


def test_a_paragraph_broken_in_the_middle_of_a_sentence_is_one() -> None:
    source = read("<p>Thực hiện nhiều hoạt động, phong trào giảm</p><p>nghèo trên địa bàn.</p><p>Xã có 35</p><p>hộ</p>")
    assert words(source) == ["Thực hiện nhiều hoạt động, phong trào giảm\nnghèo trên địa bàn.", "Xã có 35", "hộ"]


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    assert words(read("<p>Có 35<sup>1</sup> hộ, 120 m<sup>2</sup> nhà.</p>")) == ["Có 35¹ hộ, 120 m² nhà."]
