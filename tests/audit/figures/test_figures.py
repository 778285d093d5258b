"""Each figure of a text: its value, unit, what it counts, hedge, what it is per; and what is no figure."""

from fractions import Fraction

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.figure import Measure, Notation
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.vocabulary.choices import Qualifier


def figures(text):
    return read_figures(plain_source(text)).figures


def one(text):
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("có 12.888 hộ nghèo", Measure.COUNT, 12888, "hộ"),
        ("kinh phí 802,8 triệu đồng", Measure.MONEY, 802_800_000, "đồng"),
        ("kinh phí 666,204 triệu đồng", Measure.MONEY, 666_204_000, "đồng"),
        ("kinh phí 1,2 tỉ", Measure.MONEY, 1_200_000_000, "đồng"),
        ("kinh phí 36.000.000đ", Measure.MONEY, 36_000_000, "đồng"),
        ("kinh phí 500 tr.đ", Measure.MONEY, 500_000_000, "đồng"),
        ("vốn 2,5 nghìn tỷ đồng", Measure.MONEY, 2_500_000_000_000, "đồng"),
        ("vốn đầu tư 16 tỷ 434 triệu đồng", Measure.MONEY, 16_434_000_000, "đồng"),
        ("việc làm cho 1 ngàn 200 chị", Measure.COUNT, 1200, "chị"),
        ("hơn 4 nghìn suất quà", Measure.COUNT, 4000, "suất"),
        ("xuất khẩu 1,2 triệu tấn gạo", Measure.WEIGHT, 1_200_000_000, "kg"),
        ("thu 61,2 tạ thóc", Measure.WEIGHT, 6120, "kg"),
        ("trồng 7,5 ha rừng", Measure.AREA, 75_000, "m²"),
        ("đường dài 9,4 km", Measure.LENGTH, 9400, "m"),
        ("chiếm 13,1% số hộ", Measure.PERCENT, Fraction(131, 1000), "%"),
        ("chiếm 13,1 phần trăm", Measure.PERCENT, Fraction(131, 1000), "%"),
        ("giảm 0,51 điểm phần trăm", Measure.POINTS, Fraction(51, 10000), "điểm phần trăm"),
        ("sinh 12,5‰", Measure.PERCENT, Fraction(125, 10000), "%"),
        ("mở 05 lớp tập huấn", Measure.COUNT, 5, "lớp"),
        ("bầu 04 (bốn) đại biểu", Measure.COUNT, 4, "đại biểu"),
        ("khởi tố 03 bị can", Measure.COUNT, 3, "bị can"),
        ("kết nạp 2.716 đồng chí", Measure.COUNT, 2716, "đồng chí"),
        ("tặng 20 bao xi măng", Measure.COUNT, 20, "bao"),
        ("huy động 45 ngày công", Measure.COUNT, 45, "ngày công"),
        ("dư nợ với 19 136 hộ vay", Measure.COUNT, 19136, "hộ"),
        ("tổng thu 1 250 000 đồng", Measure.MONEY, 1_250_000, "đồng"),
    ],
)
def test_value_and_unit(text, measure, value, unit):
    figure = one(text)
    assert (figure.measure, figure.value, figure.unit) == (measure, value, unit)


@pytest.mark.parametrize(
    ("text", "half_step"),
    [
        ("35 hộ", 0),
        ("12.888 đồng", 0),
        ("802,8 triệu đồng", 50_000),
        ("40 nghìn suất", 500),
        ("1,36%", Fraction(1, 20000)),
        ("7 kg gạo", 0),
        ("3 tấn gạo", 500),
    ],
)
def test_half_of_the_last_printed_digit(text, half_step):
    assert one(text).half_step == half_step


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("trên 40 nghìn suất", Qualifier.LOWER_BOUND),
        ("hơn 50 lao động", Qualifier.LOWER_BOUND),
        ("ít nhất 2.000.000đ", Qualifier.LOWER_BOUND),
        ("từ 3 triệu đồng trở lên", Qualifier.LOWER_BOUND),
        ("gần 190 ngàn hội viên", Qualifier.UPPER_BOUND),
        ("chưa đến 12 hộ", Qualifier.UPPER_BOUND),
        ("khoảng 320 tấn rác", Qualifier.ESTIMATE),
        ("ước đạt 16.532 tỷ đồng", Qualifier.ESTIMATE),
        ("ước trị giá trên 350 triệu đồng", Qualifier.ESTIMATED_LOWER_BOUND),
        ("cao hơn 12 hộ", Qualifier.EXACT),
        ("vượt trên địa bàn: 12 hộ", Qualifier.EXACT),
    ],
)
def test_hedge(text, qualifier):
    assert one(text).qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("định mức 15 kg/khẩu", "khẩu"),
        ("mỗi hộ 10 kg gạo", "hộ"),
        ("500.000 đồng/người/tháng", "người/tháng"),
        ("bình quân mỗi suất 250 nghìn đồng", "suất"),
        ("35 hộ nghèo", ""),
    ],
)
def test_what_it_is_per(text, per):
    assert one(text).per == per


def test_both_numbers_of_a_fraction_have_the_unit_behind_it():
    upper, lower = figures("lúa đạt 115/116 ha")
    assert (upper.value, lower.value) == (1_150_000, 1_160_000)
    assert (upper.fraction, lower.fraction, lower.is_denominator) == (lower.index, upper.index, True)


def test_a_range_reaches_from_one_end_to_the_other():
    figure = one("mỗi tổ 5-7 hộ")
    assert figure.is_range
    assert (figure.stated().printed.low, figure.stated().printed.high) == (5, 7)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 13/7/2018, ngày 05 tháng 01 năm 2020, tháng 6/2018, quý II/2019, năm 2018, giai đoạn 2016-2020",
        "Ngày 26 và 29/01/2018 đã họp",
        "xuân Mậu Tuất 2018",
        "lúc 14 giờ 30 phút, 17h00, đến 5 giờ ngày 10/8/2022",
        "Quyết định số 1355/QĐ-UBND, Nghị quyết 30a/2008/NQ-CP, Thông tư 07/2021/TT-BLĐTBXH, Kết luận số 52-TB/TU",
        "Chương trình 135, Dự án 3, tổ 5, khu phố 2, quốc lộ 1, Điều 5, khoản 2, lớp 9A, giống BC15, Km12+300",
        "điện thoại 0208.3861.247, hotline 1900 1234, ĐT: 0912.750.251",
        "mô hình 10+1, tỷ lệ 1/500",
        "https://vi.example.vn/2018/12/35 và ab12@example.vn",
    ],
)
def test_what_is_no_quantity(text):
    assert figures(text) == ()


def test_years_beside_counts():
    assert [figure.text for figure in figures("Năm 2018 120 hộ thoát nghèo, đến 2019 còn 2018 hộ")] == [
        "120 hộ",
        "2018 hộ",
    ]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("có 2.2.839 lượt hộ", ["2.839 lượt", "22.839 lượt"]),
        ("tổng số tiền 208, 1 triệu đồng", ["208,1 triệu đồng"]),
        ("nước 2.817.46 m3 trong kỳ", ["2.817,46 m3"]),
    ],
)
def test_malformed_numbers_keep_what_they_may_mean(text, candidates):
    figure = one(text)
    assert figure.notation is Notation.MALFORMED
    assert [alternative.text for alternative in figure.alternatives][: len(candidates)] == candidates


def test_the_convention_is_that_of_the_whole_text():
    international = figures("Total 1,250,300 hộ; 12.5% và 1,234 hộ")
    assert [figure.value for figure in international] == [1_250_300, Fraction(125, 1000), 1234]
    vietnamese = figures("Tổng 1.250.300 hộ; 12,5% và 1,234 triệu đồng; riêng xã A 13.5%")
    assert [figure.value for figure in vietnamese] == [
        1_250_300, Fraction(125, 1000), 1_234_000, Fraction(135, 1000),
    ]  # fmt: skip
    assert vietnamese[-1].notation is Notation.INTERNATIONAL


def test_offsets_point_into_the_text():
    text = "I. KẾT QUẢ\n\n- Hỗ trợ 42 hộ nghèo,\n  kinh phí 420 triệu đồng.\n"
    source = plain_source(text)
    for figure in read_figures(source).figures:
        assert " ".join(text[figure.start : figure.end].split()) == figure.text
        block = source.blocks[figure.block]
        assert block.start <= figure.start < figure.end <= block.end


@pytest.mark.parametrize("text", ["9" * 200_000, "1." * 100_000, "(" * 100_000, "1,2 " * 50_000, "12 345 " * 30_000])
def test_a_hostile_text_ends(text):
    assert len(figures(text)) <= len(text)
