"""Mọi văn bản: whatever a text holds, its blocks lie in order, never overlap, and leave no word out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.source import BlockKind

LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "I. KẾT QUẢ",
            "1. Hỗ trợ nhà ở",
            "1.1. Dự án 3: Hỗ trợ",
            "- Hộ nghèo: 11 hộ;",
            "+ Hộ cận nghèo: 18 hộ.",
            "  - Hộ mới thoát nghèo",
            "a) Vay vốn;",
            "(1) Một",
            "* *Hội nông dân:*",
            "*** Kết quả**",
            "- + Số lớp: 01 lớp.",
            "| Xã | Số hộ |",
            "|---|---|",
            "Xã\tSố hộ",
            "Mai\t11",
            "trong đó: - a; - b; 1. C. 2. D",
            "BÁO CÁO",
            "Tổng số 35 hộ, trong đó:",
            "Nhìn chung các chính sách đã được thực hiện đầy đủ, kịp thời, đúng đối tượng trên địa",
            "bàn thành phố.",
            "Mục lục ........ 5",
            "---",
            "\f",
            "\u0301",
            "35",
            "**đậm**",
            "# Tiêu đề",
            "12",
            "−5%",
            "Phần thứ nhất",
            "'",
        ]
    )
    | st.text(max_size=30),
    max_size=25,
)


@settings(deadline=None, max_examples=300)
@given(lines=LINES)
def test_blocks_lie_in_order_and_never_overlap(lines: list[str]) -> None:
    source = plain_source("\n".join(lines))
    at = 0
    for place, block in enumerate(source.blocks):
        assert at <= block.start <= block.end <= len(source.text)
        assert block.parent is None or 0 <= block.parent < place
        if block.parent is not None and block.kind is not BlockKind.CELL:
            assert block.level == source.blocks[block.parent].level + 1
        at = block.end


@settings(deadline=None, max_examples=300)
@given(lines=LINES)
def test_every_figure_stands_in_a_block_or_a_marker(lines: list[str]) -> None:
    source = plain_source("\n".join(line for line in lines if "...." not in line and "……" not in line))
    inside = [False] * len(source.text)
    for block in source.blocks:
        inside[block.start : block.end] = [True] * (block.end - block.start)
    outside = "".join(char for char, kept in zip(source.text, inside, strict=True) if not kept)
    markers = "".join(block.marker for block in source.blocks)
    for digit in "0123456789":
        assert outside.count(digit) <= markers.count(digit)


@settings(deadline=None, max_examples=100)
@given(text=st.text(max_size=200))
def test_the_plain_text_is_as_long_as_the_text(text: str) -> None:
    source = plain_source(text)
    assert len(source.plain) == len(source.text)
