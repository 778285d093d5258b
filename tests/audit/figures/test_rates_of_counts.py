"""What a count is for one of."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("bình quân 48 người/CLB", "clb"),
        ("có 35 học viên/lớp", "lớp"),
        ("bình quân 4,46 khẩu/hộ", "hộ"),
        ("đạt 2,5 lượt sách/lượt bạn đọc", "lượt"),
        ("ra 12 trang/số", "số"),
        ("mỗi kỳ 8 trang", "kỳ"),
        ("mỗi ngày 2 buổi", "ngày"),
        ("mỗi tháng 5 buổi", "tháng"),
        ("phát 15 kg/01 khẩu", "khẩu"),
        ("tổ chức tại 12 xã/phường", ""),
        ("cho 78 hộ/312 khẩu", ""),
        ("cho 78 hộ/12 khẩu", ""),
        ("phát cho 45 cán bộ/công chức", ""),
    ],
)
def test_what_a_count_is_for_one_of(text, per):
    assert read_figures(plain_source(text)).figures[0].per == per


@pytest.mark.parametrize(
    ("text", "part", "whole", "unit"),
    [
        ("lúa 115/116 ha", 1_150_000, 1_160_000, "m²"),
        ("đã nộp 35,5/40 triệu đồng", 35_500_000, 40_000_000, "đồng"),
        ("đã bê tông hóa 12/15,5 km đường", 12_000, 15_500, "m"),
        ("có 16/16 xã", 16, 16, "xã"),
    ],
)
def test_both_numbers_of_a_fraction_have_its_unit(text, part, whole, unit):
    upper, lower = read_figures(plain_source(text)).figures
    assert (upper.value, lower.value) == (part, whole)
    assert upper.unit == lower.unit == unit
    assert upper.fraction == lower.index and lower.is_denominator
