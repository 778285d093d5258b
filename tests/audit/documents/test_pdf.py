"""Tệp PDF: with tags and without, a PDF gives back the paragraphs, lists and tables it was made from."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
import pytest
import typst

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.pdf import pdf_source
from poverty_evaluation.audit.documents.source import BlockKind, SourceText

LONG = (
    "Do triển khai đồng bộ, đầy đủ, kịp thời các chính sách của Nhà nước đối với hộ nghèo, từ năm 2016 đến nay tốc độ "
    "giảm nghèo của thành phố nhanh và bền vững, tỷ lệ hộ nghèo năm sau thấp hơn năm trước, số hộ tái nghèo thấp; "
    "Quyết định số 4078/QĐ-UBND ngày 11/10/2017 của Chủ tịch Ủy ban nhân dân giao 16 phường, xã cùng thực hiện."
)
BODY = f"""
= I. KẾT QUẢ THỰC HIỆN
== 1. Kết quả chung
{LONG}

- Hộ nghèo: 11 hộ, kinh phí 110.000.000 đồng.
- Hộ cận nghèo: 18 hộ, kinh phí 144.000.000 đồng.

Kết quả theo xã:

#table(columns: (1cm, 4cm, 2cm, 3cm), align: (center, left, right, right),
  table.header([TT], [Tên xã], [Số hộ], [Kinh phí]),
  [1], [Song Mai], [11], [110.000.000],
  [2], [Dĩnh Trì, gồm các thôn ở xa trung tâm], [18], [144.000.000],
  [], [Tổng cộng], [29], [254.000.000])

Như vậy đã thực hiện xong.
"""


@cache
def made(body: str, page: str = "") -> bytes:
    """A tagged PDF."""
    head = f'#set document(title: "Báo cáo")\n#set page({page})\n#set par(justify: true)\n'
    head += '#set text(lang: "vi", font: "Liberation Serif", size: 12pt)\n'
    return bytes(typst.compile((head + body).encode(), ignore_system_fonts=False))


def without_tags(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in document.Root:
                del document.Root[key]
        kept = io.BytesIO()
        document.save(kept)
    return kept.getvalue()


def words(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


def cells(source: SourceText) -> list[tuple[int, int, str]]:
    return [
        (block.row, block.column, text)
        for block, text in zip(source.blocks, words(source), strict=True)
        if block.kind is BlockKind.CELL
    ]


@pytest.mark.parametrize("data", [made(BODY), without_tags(made(BODY))], ids=["tagged", "untagged"])
def test_a_pdf_gives_the_document_back(data: bytes) -> None:
    source = pdf_source(data, "a.pdf")
    texts = words(source)
    flow = [
        (block.kind.value, block.marker, text, None if block.parent is None else texts[block.parent])
        for block, text in zip(source.blocks, texts, strict=True)
        if block.kind is not BlockKind.CELL
    ]
    assert flow == [
        ("heading", "I.", "KẾT QUẢ THỰC HIỆN", None),
        ("heading", "1.", "Kết quả chung", "KẾT QUẢ THỰC HIỆN"),
        ("paragraph", "", LONG, "Kết quả chung"),
        ("item", "•", "Hộ nghèo: 11 hộ, kinh phí 110.000.000 đồng.", LONG),
        ("item", "•", "Hộ cận nghèo: 18 hộ, kinh phí 144.000.000 đồng.", LONG),
        ("paragraph", "", "Kết quả theo xã:", "Kết quả chung"),
        ("paragraph", "", "Như vậy đã thực hiện xong.", "Kết quả chung"),
    ]
    assert cells(source) == [
        (0, 0, "TT"), (0, 1, "Tên xã"), (0, 2, "Số hộ"), (0, 3, "Kinh phí"),
        (1, 0, "1"), (1, 1, "Song Mai"), (1, 2, "11"), (1, 3, "110.000.000"),
        (2, 0, "2"), (2, 1, "Dĩnh Trì, gồm các thôn ở xa trung tâm"), (2, 2, "18"), (2, 3, "144.000.000"),
        (3, 1, "Tổng cộng"), (3, 2, "29"), (3, 3, "254.000.000"),
    ]  # fmt: skip
    assert source.page_of(0) == 1


@pytest.mark.parametrize("tagged", [True, False])
def test_paragraphs_and_tables_go_on_over_pages(tagged: bool) -> None:
    rows = "".join(f"[{at}], [Xã số {at}], [{at * 7}]," for at in range(1, 31))
    body = f"{LONG} {LONG}\n\n{LONG}\n\n#table(columns: (1cm, 4cm, 2cm), table.header([TT], [Tên xã], [Số hộ]), {rows})"
    data = made(body, 'height: 9cm, header: [Báo cáo của thành phố], numbering: "1"')
    source = pdf_source(data if tagged else without_tags(data), "a.pdf")
    assert words(source)[:2] == [f"{LONG} {LONG}", LONG]
    assert cells(source) == [(0, 0, "TT"), (0, 1, "Tên xã"), (0, 2, "Số hộ")] + [
        cell for at in range(1, 31) for cell in ((at, 0, str(at)), (at, 1, f"Xã số {at}"), (at, 2, str(at * 7)))
    ]
    assert set(source.tables) == {0}
    assert source.page_of(0) == 1
    last = source.page_of(source.text.index("210"))
    assert last is not None and last > 3
    assert "Báo cáo của thành phố" not in source.text


def test_spanning_cells_are_read_from_the_tags() -> None:
    table = (
        "#table(columns: 3, table.cell(rowspan: 2)[Xã], table.cell(colspan: 2)[Số hộ], [2016], [2017], [Mai], [9], [8])"
    )
    source = pdf_source(made(table), "a.pdf")
    assert [
        (block.row, block.column, block.row_span, block.column_span, text)
        for block, text in zip(source.blocks, words(source), strict=True)
    ] == [
        (0, 0, 2, 1, "Xã"), (0, 1, 1, 2, "Số hộ"), (1, 1, 1, 1, "2016"), (1, 2, 1, 1, "2017"),
        (2, 0, 1, 1, "Mai"), (2, 1, 1, 1, "9"), (2, 2, 1, 1, "8"),
    ]  # fmt: skip


def test_a_number_of_a_document_parted_at_its_hyphen_is_whole_again() -> None:
    for width in range(3, 9):
        data = made(LONG, f"width: {width + 5}cm")
        assert words(pdf_source(without_tags(data), "a.pdf")) == [LONG]


def test_a_pdf_and_the_plain_text_have_the_same_outline() -> None:
    lines = [
        "I. KẾT QUẢ",
        "1. Vay vốn",
        "Tổng số vay là 35 hộ, trong đó:",
        "- Hộ nghèo: 11 hộ;",
        "- Hộ cận nghèo: 24 hộ.",
        "2. Nhà ở",
    ]
    body = "\n\n".join(line.replace("- ", "\\- ").replace("1. ", "1\\. ").replace("2. ", "2\\. ") for line in lines)
    plain = plain_source("\n".join(lines))
    for data in (made(body), without_tags(made(body))):
        source = pdf_source(data, "a.pdf")
        assert words(source) == words(plain)
        assert [(block.kind, block.marker, block.parent) for block in source.blocks] == [
            (block.kind, block.marker, block.parent) for block in plain.blocks
        ]


@pytest.mark.parametrize("tagged", [True, False])
def test_the_mark_of_a_footnote_is_no_digit(tagged: bool) -> None:
    data = made("Cả xã có 35#super[12] hộ nghèo trên 120 m#super[2] và 2016 hộ.")
    source = pdf_source(data if tagged else without_tags(data), "a.pdf")
    assert words(source) == ["Cả xã có 35¹² hộ nghèo trên 120 m² và 2016 hộ."]


@pytest.mark.parametrize("tagged", [True, False])
def test_lists_set_in_deeper_stand_under_those_before(tagged: bool) -> None:
    data = made("Kết quả:\n- Nhà ở:\n  - Hộ nghèo: 11 hộ\n  - Hộ cận nghèo: 18 hộ\n- Vay vốn")
    source = pdf_source(data if tagged else without_tags(data), "a.pdf")
    assert [block.parent for block in source.blocks] == [None, 0, 1, 1, 0]
