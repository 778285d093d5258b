"""Số viết sai: numbers that are none, and the many things with dots and commas that are no numbers at all."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.rules.writing.malformed import malformed_numbers
from poverty_evaluation.vocabulary.findings import FindingKind

CONTRADICTIONS = [
    ("Cho 2.2.839 chị vay vốn.", ("2.839", "22.839")),
    ("Có 2.2.839 lượt hộ đăng ký, 13.410 hộ đạt danh hiệu.", ("2.839", "22.839")),
    ("Tổng thu 12.34.567 đồng.", ("12.567 đồng", "1.234.567 đồng")),
    ("Tổng số tiền 208, 1 triệu đồng.", ("208,1 triệu đồng",)),
    ("Doanh số đạt 137, 6 tỷ đồng với 2.815 lượt khách hàng.", ("137,6 tỷ đồng",)),
    ("Diện tích 45 ,5 ha.", ("45,5 ha",)),
    ("Rừng 5.206,4 ha; 1.118,9 ha; 3418,27 ha.", ("3.418,27 ha",)),
    ("Tổng chi 1.48.620 triệu đồng.", ("1.620 triệu đồng", "148.620 triệu đồng")),
    ("Sản lượng 2.817.46 m3, khu vực ven đô 905.330 m3.", ("2.817,46 m3", "281.746 m3")),
    ("Hỗ trợ 100.00.000 đồng.", ("100.000 đồng", "10.000.000 đồng")),
    ("Có 1..200 hộ và 3.400 người.", ("1.200 hộ",)),
    ("Tăng 12,,5% so với năm trước 10,2%.", ()),
    ("Năng suất 58, 4 tạ/ha, sản lượng 12.450 tấn.", ("58,4 tạ",)),
    ("Phát 5.OOO tờ rơi, 2O0 triệu đồng.", ("5.000 tờ",)),
    ("Có 12. 500 hộ được hỗ trợ.", ("12.500 hộ",)),
    ("Chi 5000.000 đồng và 12.500.000 đồng.", ("5.000,000 đồng",)),
    ("Khám 12.4567 lượt, cùng kỳ 11.840 lượt, tăng 5,2%.", ("12,4567 lượt",)),
    ("Kinh phí 25.00.000đ.", ("25.000đ", "2.500.000đ")),
]


@pytest.mark.parametrize(("text", "readings"), CONTRADICTIONS)
def test_what_is_no_number_contradicts(text: str, readings: tuple[str, ...], findings) -> None:
    one = findings(text, FindingKind.MALFORMED, "contradiction", "likely")[0]
    assert one.verdict == "contradiction"
    assert not readings or one.readings


LIKELY = [
    ("Tăng 12.5% so với 13,1% năm trước.", "12,5%"),
    ("Diện tích 46.8 ha, năng suất 62,58 tạ/ha và 31,5 tạ/ha.", "46,8 ha"),
    ("Có 1,250 hộ nghèo trong 13.400 hộ và 5.600 hộ cận nghèo.", "1.250 hộ"),
    ("Mỗi hộ nuôi từ 7-5 con.", "5-7 con"),
    ("Tổng số hộ 3.45 hộ, dân số 12.340 người.", "3,45 hộ"),
    ("Chi 12.500,000 đồng và 3.400.000 đồng.", "12.500.000 đồng"),
    ("Thu nhập đạt 15 - 10 triệu đồng.", "10-15 triệu đồng"),
]


@pytest.mark.parametrize(("text", "reading"), LIKELY)
def test_what_is_written_otherwise_than_the_rest_is_likely_wrong(text: str, reading: str, told) -> None:
    assert told(text, FindingKind.MALFORMED) == [("likely", reading)]


QUIET = [
    "IP 192.168.1.1 và phiên bản 1.2.3.",
    "Theo mục 2.1.3 và khoản 1.2 của đề án.",
    "Công nghiệp 4.0 và chính quyền số 2.0.",
    "Ngày 12.5.2019 và 12.5 có mưa.",
    "Tỷ số 3-1, hiệp một 1-0.",
    "Điện thoại: 0229.3.871.204 hoặc 0912.345.027.",
    "Nghị định 91/2019/NĐ-CP; QCVN 01-1:2018/BYT.",
    "Tọa độ 21.0285, 105.8542.",
    "Tăng 12.5% so với 13.1% năm trước.",
    "Bình quân 4,46 khẩu/hộ, 2,5 lượt/người.",
    "Vốn 666,204 triệu đồng và 512,5 triệu đồng.",
    "Có 1.250 hộ, 3.400 người, 12 thôn.",
    "Đất 3418,27 ha và 2917,5 ha.",
    "Mỗi hộ nuôi từ 5-7 con; đạt 10 - 15 triệu.",
    "Các tổ 2, 3 và 5; thôn 5, 3 ha lúa bị ngập.",
    "Năm 2018, 12 ha lúa bị ngập.",
    "Đạt 1,2%; 1,25%; 1,256 tỷ đồng.",
    "Sản lượng 12 888 tấn và 3 450 tấn.",
    "Tuyến ĐT.172 (Km12+300), thửa 12.5.",
    "Lúc 7.30 giờ sáng, xe chạy 19,5 km.",
    "Bài 1.1. Giới thiệu chung.",
    "Lãi suất 0,65%/tháng; 7.5 tấn; 2.0 lít dầu; điểm 7.25.",
    "Giá 5.000 đồng - 7.000 đồng/kg.",
    "1.1. Công tác chỉ đạo\n1.2. Kết quả",
    "Kinh phí 208,\n1 triệu đồng đã chi.",
]


@pytest.mark.parametrize("text", QUIET)
def test_names_dates_and_numbers_of_other_kinds_are_not_told(text: str, told) -> None:
    assert told(text, FindingKind.MALFORMED) == []


def test_a_missing_dot_is_told_only_where_the_others_have_it(told) -> None:
    grouped = "Kinh phí 2697,15 triệu đồng, 1.986 suất quà, 12.888 triệu đồng."
    assert told(grouped, FindingKind.MALFORMED) == [("contradiction", "2.697,15 triệu đồng")]
    assert told("Kinh phí 2697,15 triệu đồng, 5310 suất quà, 12.888 triệu đồng.", FindingKind.MALFORMED) == []


def test_two_or_three_million_are_left_open(told, findings) -> None:
    assert told("Thu nhập 2, 3 triệu đồng mỗi ngày.", FindingKind.MALFORMED) == []
    assert findings("Thu nhập 2, 3 triệu đồng mỗi ngày.", FindingKind.MALFORMED, "unverifiable")


@pytest.mark.parametrize("piece", ["1.", "1,", "12.34.", "9", "1 ", "1, 5 triệu ", "2-1 hộ "])
def test_endless_digits_end(piece: str) -> None:
    assert isinstance(list(malformed_numbers(read_figures(plain_source(piece * 3000)))), list)
