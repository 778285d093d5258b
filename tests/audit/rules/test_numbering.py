"""Đánh số mục: numbers that repeat, skip or go back, and the many ways of numbering that are right."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.rules.numbering.numbering import section_numbers
from poverty_evaluation.vocabulary.findings import FindingKind

SLIPS = [
    ("1. Công tác Hội\nKết nạp 43.\n2. Phong trào\nXóa nhà.\n2. Giáo dục\nNói chuyện.\n3. Thi đua\nĐề nghị.",
     ["3. Giáo dục"]),
    ("II. KẾT QUẢ\n1. Khám bệnh: 862 lượt.\n2. Tiêm chủng: 31 trẻ.\n3. Dân số: 03 ca.\n3. An toàn: 22 cơ "
     "sở.\n4. Truyền thông: 16.",
     ["4. An toàn: 22 cơ sở."]),
    ("I. MỘT\n1. A\n2. B\nII. HAI\n1. A\nIII. BA\n1. A\nII. CHUNG\n1. A\n2. B", ["IV. CHUNG"]),
    ("I. MỘT\n1. A\n2. B\n2. C\n4. D\nII. HAI", ["3. C"]),
    ("I. MỘT\nII. HAI\nIV. BỐN", ["III. BỐN"]),
    ("1. A\n2. B\n4. D\n5. E", ["3. D"]),
    ("a) Một;\nb) Hai;\nd) Ba;", ["c) Ba;"]),
    ("a) Một;\nb) Hai;\nb) Ba;\nc) Bốn;", ["c) Ba;"]),
    ("a. Một;\nb. Hai;\nc. Ba;\nb. Bốn;", ["d. Bốn;"]),
    ("1.1. Chỉ đạo\n1.2. Kết quả\n1.4. Tồn tại\n2.1. Mục tiêu", ["1.3. Tồn tại"]),
    ("2.1. Chỉ đạo\n2.2. Kết quả\n2.2. Tồn tại", ["2.3. Tồn tại"]),
    ("Điều 1. A\nĐiều 2. B\nĐiều 4. C\nĐiều 5. D", ["Điều 3. C"]),
    ("Điều 1. A\nĐiều 2. B\nĐiều 2. C", ["Điều 3. C"]),
    ("A. MỘT\nI. X\nII. Y\nB. HAI\nI. Z\nB. BA\nI. T", ["C. BA"]),
    ("1) Ông A\n2) Bà B\n2) Ông C\n3) Bà D", ["3) Ông C"]),
    ("(1) Một;\n(2) Hai;\n(2) Ba;", ["(3) Ba;"]),
    ("1/ Một\n2/ Hai\n4/ Bốn", ["3/ Bốn"]),
    ("Chương I. MỘT\n1. A\nChương II. HAI\n1. A\nChương II. BA\n1. A", ["Chương III. BA"]),
    ("**1. Công tác A**\n\n- x\n\n**2. Công tác B**\n\n- y\n\n**2. Công tác C**\n\n- z", ["3. Công tác C"]),
    ("1. Công tác A\nVăn bản.\n2. Công tác B\nVăn bản.\n1. Công tác C\nVăn bản.\n4. Công tác D", ["3. Công tác C"]),
    ("## I. MỘT\n\n## II. HAI\n\n## II. BA", ["III. BA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "readings"), SLIPS)
def test_a_number_that_does_not_count_on_contradicts(text, readings, told):
    assert told(text, FindingKind.NUMBERING) == [("contradiction", reading) for reading in readings]


RIGHT = [
    "I. MỘT\n1. A\n2. B\nII. HAI\n1. A\n2. B\n3. C\nIII. BA\n1. A\n2. B",
    "Chương I. MỘT\n1. A\n2. B\nChương II. HAI\n1. A\n2. B\n3. C\nChương III. BA\n1. A\n2. B",
    "Chương I\nĐiều 1. A\nĐiều 2. B\nChương II\nĐiều 3. C\nĐiều 4. D",
    "a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy;\nh) Tám;\ni) Chín;\nk) Mười;",
    "a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\nf) Sáu;\ng) Bảy;",
    "1. Mục tiêu:\n1. Nhỏ một\n2. Nhỏ hai\n2. Nhiệm vụ\n3. Giải pháp",
    "1. A\n1.1. X\n1.2. Y\n2. B\n2.1. X\n2.2. Y\n3. C",
    "I. A\n1. x\n2. y\nII. B\n3. z\n4. t\nIII. C",
    "5. Lao động\n6. Y tế\n7. Giáo dục",
    "1. A\na) x\nb) y\n2. B\na) x\nb) y\nc) z",
    "1) Ông A\n2) Bà B\n1. Hai\n2. Ba\n3. Bốn",
    "- Một\n- Hai\n+ Ba\n- Bốn",
    "Khối A:\n1. X\n2. Y\n3. Z\nKhối B:\n1. X\n2. Y",
    "10. Mười\n11. Mười một\n12. Mười hai",
    "3. Ba\n2. Hai\n1. Một",
    "1. A\n2. B\n...\n5. E\n6. F",
    "Điều 1. Sửa đổi Điều 15 như sau:\n\"Điều 15. Hiệu lực\n1. Một.\n2. Hai.\"\nĐiều 2. Tổ chức thực hiện\nĐiều "
    "3. Hiệu lực",
    "1. A\n2. B\n3.C\n4. D",
    "I. A\nII. B\nIII. C\nIV. D\nV. E\nVI. F\nVII. G\nVIII. H\nIX. I\nX. K",
    "| 1. A | 2. B |\n|---|---|\n| 4. C | 4. D |",
    "PHẦN I. MỘT\nI. A\nII. B\nPHẦN II. HAI\nI. A\nII. B",
    "1. Hộ nghèo 12.\n2. Hộ cận nghèo 15.\nPhụ lục\n1. Danh sách\n2. Bản đồ",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_numbering_that_is_right_is_not_told(text, told):
    assert told(text, FindingKind.NUMBERING) == []


def test_a_second_first_heading_is_likely(told):
    text = "1. Công tác A\nVăn bản đã ban hành.\n1. Công tác B\nVăn bản khác.\n2. Công tác C\nVăn bản."
    assert told(text, FindingKind.NUMBERING) == [("likely", "2. Công tác B")]


def test_a_mark_that_stands_twice_in_one_line_is_likely(told):
    assert told("Gồm: (1) vốn vay; (2) giống; (2) đào tạo; (3) việc làm.", FindingKind.NUMBERING) == [("likely", "(3)")]
    assert told("Gồm: (1) vốn vay; (2) giống; (3) theo điểm (2) của kế hoạch.", FindingKind.NUMBERING) == []


def test_a_series_that_counts_on_holds(findings):
    holding = findings("I. MỘT\n1. A\n2. B\nII. HAI\nIII. BA", FindingKind.NUMBERING, "holds")
    assert [one.computation for one in holding] == ["I., II., III."]


def test_a_slip_says_where_the_number_before_stands(findings):
    text = "I. MỘT\n\n1. A\n\n2. B\n\n2. Kết quả thực hiện"
    (one,) = findings(text, FindingKind.NUMBERING, "contradiction")
    assert one.quote.startswith("2. Kết quả")
    assert one.line == 7
    assert "dòng 5" in one.explanation_vi


@pytest.mark.parametrize("piece", ["1. A\n", "I. A\n", "a) b\n2. C\n", "1.1.1. X\n", "Điều 1. X\n"])
def test_endless_sections_end(piece):
    assert isinstance(list(section_numbers(read_figures(plain_source(piece * 2000)))), list)
