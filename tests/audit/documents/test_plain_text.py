"""Đọc văn bản trơn: a plain text gives the headings, items, paragraphs and tables that a reader sees."""

from __future__ import annotations

import unicodedata

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.source import BlockKind, SourceText


def words(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


def outline(source: SourceText) -> list[tuple[str, str, str, str | None]]:
    """(kind, marker, words, words of what it stands under) of every block."""
    texts = words(source)
    return [
        (block.kind.value, block.marker, text, None if block.parent is None else texts[block.parent])
        for block, text in zip(source.blocks, texts, strict=True)
    ]


REPORT = """BÁO CÁO
Kết quả giảm nghèo năm 2017

I. CÔNG TÁC CHỈ ĐẠO

1. Kết quả thực hiện các dự án

1.1. Dự án 3: Hỗ trợ phát triển sản xuất

*** Kết quả thực hiện**

- Tên Dự án: chăn nuôi bò sinh sản.

- Tổng số tham gia: 35 hộ; kinh phí 290.000.000 đ; trong đó:

+ Hộ nghèo: 11 hộ, kinh phí 110.000.000đ.

+ Hộ cận nghèo: 18 hộ.

- + Số cuộc kiểm tra: 06 cuộc.

- *Nội dung giám sát*

+ Kinh phí: 10.000.000 đ (*Mười triệu đồng chẵn*).

II. ĐÁNH GIÁ CHUNG

Nhìn chung đạt kế hoạch.
"""


def test_items_stand_under_what_introduces_them_and_headings_under_headings() -> None:
    project = "Dự án 3: Hỗ trợ phát triển sản xuất"
    whole = "Tổng số tham gia: 35 hộ; kinh phí 290.000.000 đ; trong đó:"
    assert outline(plain_source(REPORT)) == [
        ("heading", "", "BÁO CÁO", None),
        ("paragraph", "", "Kết quả giảm nghèo năm 2017", "BÁO CÁO"),
        ("heading", "I.", "CÔNG TÁC CHỈ ĐẠO", None),
        ("heading", "1.", "Kết quả thực hiện các dự án", "CÔNG TÁC CHỈ ĐẠO"),
        ("heading", "1.1.", project, "Kết quả thực hiện các dự án"),
        ("heading", "*", "Kết quả thực hiện", project),
        ("item", "-", "Tên Dự án: chăn nuôi bò sinh sản.", "Kết quả thực hiện"),
        ("item", "-", whole, "Kết quả thực hiện"),
        ("item", "+", "Hộ nghèo: 11 hộ, kinh phí 110.000.000đ.", whole),
        ("item", "+", "Hộ cận nghèo: 18 hộ.", whole),
        ("item", "+", "Số cuộc kiểm tra: 06 cuộc.", whole),
        ("item", "-", "Nội dung giám sát", "Kết quả thực hiện"),
        ("item", "+", "Kinh phí: 10.000.000 đ (*Mười triệu đồng chẵn*).", "Nội dung giám sát"),
        ("heading", "II.", "ĐÁNH GIÁ CHUNG", None),
        ("paragraph", "", "Nhìn chung đạt kế hoạch.", "ĐÁNH GIÁ CHUNG"),
    ]


def test_levels_count_the_depth() -> None:
    levels = {
        text: block.level for block, text in zip(plain_source(REPORT).blocks, words(plain_source(REPORT)), strict=True)
    }
    assert levels["CÔNG TÁC CHỈ ĐẠO"] == 0
    assert levels["Kết quả thực hiện các dự án"] == 1
    assert levels["Hộ nghèo: 11 hộ, kinh phí 110.000.000đ."] == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn xã có 35 hộ nghèo được\nhỗ trợ sinh kế.", ["Toàn xã có 35 hộ nghèo được\nhỗ trợ sinh kế."]),
        ("Toàn thành phố đã thực hiện nhiều hoạt động, phong trào giảm\n\nnghèo trên địa bàn.",
         ["Toàn thành phố đã thực hiện nhiều hoạt động, phong trào giảm\n\nnghèo trên địa bàn."]),
        ("Toàn xã có 35 hộ.\nKinh phí 20 triệu đồng.", ["Toàn xã có 35 hộ.", "Kinh phí 20 triệu đồng."]),
        ("Thực hiện từ năm\n2016 đến năm 2018.", ["Thực hiện từ năm\n2016 đến năm 2018."]),
        ("Tổng số 35 hộ, trong đó:\nhộ nghèo 11 hộ", ["Tổng số 35 hộ, trong đó:", "hộ nghèo 11 hộ"]),
    ],
)  # fmt: skip
def test_a_wrapped_sentence_is_one_paragraph(text: str, expected: list[str]) -> None:
    assert words(plain_source(text)) == expected


def test_lines_wrapped_at_a_width_are_joined_whatever_the_next_one_begins_with() -> None:
    sentence = (
        "Căn cứ Kế hoạch số 2300/KH-UBND ngày 13/7/2018 của Chủ tịch UBND tỉnh Bắc Giang về việc báo cáo sơ kết "
        "giữa kỳ thực hiện Quyết định 1258/QĐ-TTg ngày 21/8/2017 của Thủ tướng Chính phủ; UBND thành phố Bắc Giang "
        "báo cáo kết quả Chương trình 135 của 35 hộ nghèo trên địa bàn phường, xã Song Mai, Dĩnh Trì và Tân Mỹ như sau."
    )
    lines, line = [], ""
    for word in sentence.split():
        if len(line) + len(word) > 66:
            lines, line = [*lines, line.strip()], ""
        line += word + " "
    wrapped = "\n".join([*lines, line.strip()])
    assert words(plain_source(f"{wrapped}\n\n- {wrapped}\n")) == [wrapped, wrapped]


def test_a_line_that_lost_its_breaks_is_cut_at_its_markers() -> None:
    text = (
        "Tổng số tham gia: 35 hộ; trong đó: + Hộ nghèo: 11 hộ; + Hộ cận nghèo: 18 hộ. 1. Kết quả dạy nghề đạt yêu cầu. "
        "2. Kết quả vay vốn: a) Hộ nghèo vay 2 tỷ đồng; b) Hộ cận nghèo vay 3,5 tỷ đồng - 4 tỷ đồng."
    )
    assert [(block.marker, text[block.start : block.end]) for block in plain_source(text).blocks] == [
        ("", "Tổng số tham gia: 35 hộ; trong đó:"),
        ("+", "Hộ nghèo: 11 hộ;"),
        ("+", "Hộ cận nghèo: 18 hộ."),
        ("1.", "Kết quả dạy nghề đạt yêu cầu."),
        ("2.", "Kết quả vay vốn:"),
        ("a)", "Hộ nghèo vay 2 tỷ đồng;"),
        ("b)", "Hộ cận nghèo vay 3,5 tỷ đồng - 4 tỷ đồng."),
    ]
    assert outline(plain_source(text))[1][3] == "Tổng số tham gia: 35 hộ; trong đó:"


@pytest.mark.parametrize(
    "line",
    [
        "1.234 hộ nghèo được vay vốn",
        "12 hộ nghèo",
        "1.5 triệu đồng",
        "2016. 35 hộ",
        "b/c Chủ tịch",
        "-5% so với năm trước",
    ],
)
def test_a_number_is_no_marker(line: str) -> None:
    assert [(block.marker, line[block.start : block.end]) for block in plain_source(line).blocks] == [("", line)]


@pytest.mark.parametrize(
    ("line", "marker", "kind"),
    [
        ("Phần thứ nhất", "Phần thứ nhất", "heading"),
        ("Chương II. QUY ĐỊNH CHUNG", "Chương II.", "heading"),
        ("A. TÌNH HÌNH", "A.", "heading"),
        ("1/ Công tác chỉ đạo", "1/", "heading"),
        ("1.2 Dự án hỗ trợ", "1.2", "heading"),
        ("II.1. Kết quả", "II.1.", "heading"),
        ("## 2. Kết quả", "2.", "heading"),
        ("**III. KẾT QUẢ**", "III.", "heading"),
        ("– Hộ nghèo: 11 hộ", "–", "item"),
        ("• Hộ nghèo: 11 hộ", "•", "item"),
        ("-Hộ nghèo: 11 hộ", "-", "item"),
        ("(1) Hộ nghèo: 11 hộ;", "(1)", "item"),
        ("đ) Hộ nghèo: 11 hộ;", "đ)", "item"),
        ("1. Hộ nghèo: 11 hộ;", "1.", "item"),
        ("1. Nhà văn hóa: 13/16 xã có nhà", "1.", "item"),
        ("2. Dự án 3: Hỗ trợ giai đoạn 2016-2020", "2.", "heading"),
    ],
)  # fmt: skip
def test_markers(line: str, marker: str, kind: str) -> None:
    block = plain_source(line).blocks[0]
    assert (block.marker, block.kind.value) == (marker, kind)


TABLES = [
    "| Xã | Số hộ |\n|---|---|\n| Song Mai | 11 |\n| Dĩnh Trì | 18 |",
    "+------+------+\n| Xã | Số hộ |\n+------+------+\n| Song Mai | 11 |\n| Dĩnh Trì | 18 |\n+------+------+",
    "┌────┬────┐\n│ Xã │ Số hộ │\n├────┼────┤\n│ Song Mai │ 11 │\n│ Dĩnh Trì │ 18 │\n└────┴────┘",
    "Xã\tSố hộ\nSong Mai\t11\nDĩnh Trì\t18",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_cut_into_cells(table: str) -> None:
    source = plain_source(f"Kết quả theo xã:\n\n{table}\n\nNhư vậy tăng 7 hộ.")
    cells = [
        (block.row, block.column, source.text[block.start : block.end])
        for block in source.blocks
        if block.kind is BlockKind.CELL and block.table == 0
    ]
    assert cells == [(0, 0, "Xã"), (0, 1, "Số hộ"), (1, 0, "Song Mai"), (1, 1, "11"), (2, 0, "Dĩnh Trì"), (2, 1, "18")]
    assert words(source)[0] == "Kết quả theo xã:" and words(source)[-1] == "Như vậy tăng 7 hộ."


def test_every_spelling_of_the_same_text_gives_the_same_source() -> None:
    expected = plain_source(REPORT)
    spellings = [
        unicodedata.normalize("NFD", REPORT),
        REPORT.replace("\n", "\r\n"),
        REPORT.replace("\n", "\r"),
        "\ufeff" + REPORT,
    ]
    assert [plain_source(text) for text in spellings] == [expected] * 4


def test_a_paragraph_between_items_does_not_end_their_list() -> None:
    text = "Kết quả:\n- Hộ nghèo: 11 hộ.\n- Hộ cận nghèo: 18 hộ.\nTrong năm có thay đổi.\n- Hộ mới thoát nghèo: 6 hộ.\n"
    assert [parent for kind, _, _, parent in outline(plain_source(text)) if kind == "item"] == ["Kết quả:"] * 3


def test_items_set_in_deeper_stand_under_those_before() -> None:
    text = "- Hỗ trợ nhà ở\n  - Hộ nghèo: 11 hộ\n  - Hộ cận nghèo: 18 hộ\n- Hỗ trợ vay vốn\n"
    assert [parent for *_, parent in outline(plain_source(text))] == [None, "Hỗ trợ nhà ở", "Hỗ trợ nhà ở", None]


def test_form_feeds_part_pages() -> None:
    source = plain_source("Trang một.\n\fTrang hai.\n\f")
    assert [source.page_of(block.start) for block in source.blocks] == [1, 2]
