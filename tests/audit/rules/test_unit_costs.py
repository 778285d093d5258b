"""Slips of the unit: what one of the same things costs beside them tells; what differs for a reason is left alone."""

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict

WRONG = [
    ("- Thôn A Lù: 42 bể, kinh phí 252 triệu đồng;\n- Thôn Mo: 35 bể, kinh phí 210 triệu đồng;\n"
     "- Thôn Đoàn Kết: 28 bể, kinh phí 168 tỷ đồng.", "168 tỷ đồng", "168 triệu đồng"),
    ("Xã Đồng Vàng có 118 hộ nhận 1.770 kg; xã Khe Mo 96 hộ nhận 1.440 kg; xã Tân Lợi 104 hộ nhận 1.560 tấn.",
     "1.560 tấn", "1.560 kg"),
    ("Xã A Xan 118 hộ nhận 1.770 kg, xã Khe Mo 96 hộ nhận 1.440 kg, xã Tân Lợi 104 hộ nhận 1.560 tấn.", "1.560 tấn",
     "1.560 kg"),
    ("+ Năm 2019: 12 lớp, kinh phí 420 triệu đồng\n+ Năm 2020: 10 lớp, kinh phí 350 triệu đồng\n"
     "+ Năm 2021: 14 lớp, kinh phí 490 tỷ đồng", "490 tỷ đồng", "490 triệu đồng"),
    ("Tuyến Bản Mít dài 450 m, giá trị 585 triệu đồng; tuyến Bản Trại dài 620 m, giá trị 806 triệu đồng; "
     "tuyến Bản Giếng dài 510 m, giá trị 663 tỷ đồng.", "663 tỷ đồng", "663 triệu đồng"),
    ("Kết quả chi trả: xã An Bình 210 đối tượng, số tiền 453,6 triệu đồng; xã Phú Lâm 180 đối tượng, số tiền "
     "388,8 triệu đồng; "
     "xã Tân Khê 95 đối tượng, số tiền 205,2 nghìn đồng.", "205,2 nghìn đồng", "205,2 triệu đồng"),
    ("- Hội Phụ nữ: 2.275 hộ vay 41,395 triệu đồng;\n- Hội Nông dân: 1.480 hộ vay 27,6 tỷ đồng;\n- Hội CCB: 905 "
     "hộ vay 16,2 tỷ đồng.",
     "41,395 triệu đồng", "41,395 tỷ đồng"),
    ("Hội Nông dân có 150 hộ vay 2,7 tỷ đồng. Đoàn Thanh niên có 5 đoàn viên vay 190 triệu đồng. Hội Phụ nữ có "
     "1.275 hộ vay "
     "23,395 triệu đồng.", "23,395 triệu đồng", "23,395 tỷ đồng"),
    ("- Quý I: khám cho 1.320 lượt người, trị giá 198 triệu đồng.\n- Quý II: khám cho 950 lượt người, trị giá "
     "142,5 tỷ đồng.\n"
     "- Quý III: khám cho 1.100 lượt người, trị giá 165 triệu đồng.", "142,5 tỷ đồng", "142,5 triệu đồng"),
    ("Xã Tân Khê tiêu hủy 128 con, trọng lượng 7.040 kg; xã Phú Lâm tiêu hủy 93 con, trọng lượng 5.115 kg; "
     "xã Đại Thạch tiêu hủy 110 con, trọng lượng 6.050 tấn.", "6.050 tấn", "6.050 kg"),
    ("+ Hộ nghèo: 11 hộ, kinh phí 110 triệu đồng\n+ Hộ cận nghèo: 18 hộ, kinh phí 144 tỷ đồng\n+ Hộ mới thoát "
     "nghèo: 6 hộ, "
     "kinh phí 36 triệu đồng", "144 tỷ đồng", "144 triệu đồng"),
    ("- Thôn Lao Xa: 42 bể, kinh phí 252 triệu đồng;\n- Thôn Mo Phàng: 35 bể, kinh phí 210 tỷ đồng.", "210 tỷ đồng",
     "210 triệu đồng"),
    ("Tết này tặng 40 nghìn suất quà, trong đó: 1.986 suất quà cho hộ nghèo, kinh phí 2697,15 triệu đồng, 1.476 "
     "suất quà cho hộ "
     "cận nghèo, kinh phí 455,3 triệu đồng.", "2697,15 triệu đồng", "697,15 triệu đồng"),
    ("Xã An Bình: 1.250 triệu đồng; xã Phú Lâm: 1.340 triệu đồng; xã Tân Khê: 1.180 tỷ đồng; "
     "xã Đại Thạch: 1.290 triệu đồng.", "1.180 tỷ đồng", "1.180 triệu đồng"),
    ("Giá lợn hơi tuần này 58.000 đồng/kg, trong khi giá tuần trước là 57 triệu đồng/kg.",
     "57 triệu đồng", "57 nghìn đồng"),
    ("Giá gạo tẻ 14.500 đồng/kg, gạo nếp 21.000 đồng/kg, gạo thơm 18,5 triệu đồng/kg.",
     "18,5 triệu đồng", "18,5 nghìn đồng"),
    ("Thôn A Lù: 252 triệu đồng (42 bể); thôn Mo: 210 triệu đồng (35 bể); thôn Đoàn Kết: 168 tỷ đồng (28 bể).",
     "168 tỷ đồng", "168 triệu đồng"),
]  # fmt: skip

ALIKE = [
    "Năng suất bình quân vụ này ước đạt 70,2 tạ/ha tăng 0,1 tạ/ha so với vụ xuân 2017.",
    "285 suất quà trị giá 38,750 triệu đồng; 1.673 suất quà trị giá 433 triệu đồng.",
    "Hỗ trợ tiền điện 1.332 lượt hộ nghèo, kinh phí 666,204 triệu đồng; làm nhà cho 39 hộ nghèo, kinh phí 802,8 "
    "triệu đồng.",
    "- Hỗ trợ nhà ở: 20 hộ, kinh phí 1,2 tỷ đồng;\n- Hỗ trợ tiền điện: 500 hộ, kinh phí 24,5 triệu đồng;\n"
    "- Hỗ trợ sửa nhà: 15 hộ, kinh phí 450 triệu đồng.",
    "- Thôn A: 42 bể, kinh phí 252 triệu đồng;\n- Thôn B: 35 bể, kinh phí 0,21 tỷ đồng;\n- Thôn C: 28 bể, kinh "
    "phí 168 triệu đồng.",
    "Xã Đồng Vàng có 118 hộ nhận 1.770 kg; xã Khe Mo 96 hộ nhận 1.440 kg; xã Tân Lợi 104 hộ nhận 1,56 tấn.",
    "Đường Lê Lợi dài 1,2 km, giá trị 4,8 tỷ đồng; đường ngõ 5 dài 450 m, giá trị 585 triệu đồng.",
    "- Trường THPT: 1 phòng máy, kinh phí 820 triệu đồng;\n- Trường mầm non: 12 phòng học, kinh phí 960 nghìn "
    "đồng/phòng.",
    "Giúp 364 hộ vay 12.888 triệu đồng; 150 hộ vay, kinh phí 2,7 tỷ đồng; 5 hội viên vay 190 triệu đồng.",
    "Tặng 50 suất quà cho Mẹ Việt Nam Anh hùng, trị giá 100 triệu đồng; 400 suất quà cho hộ nghèo, trị giá 120 "
    "triệu đồng.",
    "Hỗ trợ 6 nhà, kinh phí 129 triệu đồng; 18 mô hình, kinh phí 2,1 tỷ đồng; 4 dự án, kinh phí 12,6 tỷ đồng.",
    "Xã A có 12 tổ vay vốn với dư nợ 21 tỷ đồng; xã B có 31 tổ với dư nợ 15,7 tỷ đồng; 2 hộ vay 100 triệu đồng.",
    "Quỹ TYM: 17,088 tỷ đồng. Quỹ Ngày Tiết kiệm: 653,1 triệu đồng. Ngân hàng Đông Á: 83 thành viên, 667,2 triệu đồng.",
    "- Năm 2015: 1.200 hộ, kinh phí 60 triệu đồng;\n- Năm 2016: 1.150 hộ, kinh phí 57,5 triệu đồng;\n- Năm "
    "2017: 20 hộ, kinh phí 5 tỷ đồng.",
    "Công ty A ủng hộ 3 tỷ đồng cho 12 xã, công ty B ủng hộ 5 triệu đồng cho 2 hộ nghèo.",
    "Thôn A có 120 hộ, thu được 36 triệu đồng; thôn B có 95 hộ, thu được 28,5 triệu đồng; thôn C có 110 hộ, thu "
    "được 33 triệu đồng.",
    "Trồng 3.200 cây keo trên 1,6 ha; trồng 640 cây bóng mát trên 640 m hàng rào.",
    "Xã A: 12 triệu đồng; xã B: 1.340 triệu đồng; xã C: 118 triệu đồng; xã D: 1,29 tỷ đồng.",
    "Ngân sách trung ương: 7,3 tỷ đồng; ngân sách tỉnh: 3,2 tỷ đồng; ngân sách huyện: 1,8 tỷ đồng; "
    "nhân dân đóng góp: 5 triệu đồng.",
    "Tiền công 350 nghìn đồng/ngày; thuê máy 3,5 triệu đồng/ngày; thuê xe 350 triệu đồng/năm.",
    "Giá cà phê 42.000 đồng/kg, giá vàng 95 triệu đồng/lượng, giá xăng 21.000 đồng/lít.",
    "Tiền điện hỗ trợ 49.000 đồng/hộ/tháng; vốn vay bình quân 49 triệu đồng/hộ.",
]  # fmt: skip

HOLDS = [
    "+ Hộ nghèo: 11 hộ, kinh phí 110.000.000đ.\n+ Hộ cận nghèo: 18 hộ, kinh phí: 144.000.000 đ.\n+ Hộ mới thoát "
    "nghèo: 6 hộ, kinh phí 36.000.000đ.",
    "Thôn A có 120 hộ, thu được 36 triệu đồng; thôn B có 95 hộ, thu được 28,5 triệu đồng; thôn C có 110 hộ, thu "
    "được 33 triệu đồng.",
]


def units(text):
    return [finding for finding in audit_text(text).findings if finding.kind == "unit"]


def told(text):
    return [one for one in units(text) if one.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)]


@pytest.mark.parametrize(("text", "stated", "reading"), WRONG)
def test_the_amount_with_the_wrong_unit_is_told_with_the_right_one(text, stated, reading):
    findings = told(text)
    assert [one.stated for one in findings] == [stated]
    assert findings[0].readings[0] == reading


@pytest.mark.parametrize("text", ALIKE)
def test_what_differs_for_a_reason_is_left_alone(text):
    assert not told(text)


@pytest.mark.parametrize("text", HOLDS)
def test_like_costs_hold(text):
    assert not told(text)
    assert {one.verdict for one in units(text)} == {AuditVerdict.HOLDS}


def test_both_readings_of_a_slipped_comma_are_offered():
    text = (
        "Hội A: 2.275 hộ vay 41,395 triệu đồng. Hội B: 316 thành viên vay 23,348 tỷ đồng. "
        "Hội C: 150 hộ vay 2,7 tỷ đồng."
    )
    assert told(text)[0].readings == ("41,395 tỷ đồng", "41.395 triệu đồng")
