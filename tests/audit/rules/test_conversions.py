"""What the audit says of one quantity told in two units, and of amounts that only another unit makes like the rest."""

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    ("Khu vườn của anh Tú rộng 3.200 m², tức 3,2 ha, trồng toàn bưởi.", "0,32 ha"),
    ("Lũy kế giải ngân 12.450 triệu đồng (tương đương 124,5 tỷ đồng).", "12,45 tỷ đồng"),
    ("Trang trại rộng 25.000 m2 (25 ha).", "2,5 ha"),
    ("Sản lượng đạt 1.250 tạ, tương đương 12,5 tấn.", "125 tấn"),
    # names of places between the number and its amount
    ("Ngân hàng giải ngân cho 15 hộ ở Vĩnh Hải 750 triệu đồng, 22 hộ ở Vĩnh Châu 1,1 tỷ đồng và 9 hộ ở Lai Hòa 450 tỷ "
     "đồng để mua xuồng máy.", "450 triệu đồng"),
    ("Trụ sở dùng 4.150 kWh trong tháng 6 và trả 8,3 triệu đồng; sang tháng 7 dùng 4.600 kWh, trả 9,2 nghìn đồng; "
     "tháng 8 dùng 3.900 kWh, trả 7,8 triệu đồng.", "9,2 triệu đồng"),
    ("Thôn Khe Cát gieo 25 ha lúa, thu 140 tấn; thôn Nà Pán gieo 30 ha, thu 171 tấn; thôn Bản Chu gieo 28 ha, thu 157 "
     "kg.", "157 tấn"),
    ("Thu nhập bình quân đầu người năm 2020 đạt 38 triệu đồng/người/năm; năm 2021 đạt 41 triệu đồng/người/năm; "
     "năm 2022 đạt 44 nghìn đồng/người/năm.", "44 triệu đồng"),
    ("Nhà ông Páo được hỗ trợ 40 triệu đồng, nhà bà Dợ 40 triệu đồng, nhà anh Sùng 40 nghìn đồng để xóa nhà tạm.",
     "40 triệu đồng"),
    ("Tiền điện của Trường Mầm non là 4,2 triệu đồng cho 2.100 kWh; Trường Tiểu học 6 triệu đồng cho 3.000 kWh; Trường "
     "THCS 5,2 tỷ đồng cho 2.600 kWh.", "5,2 triệu đồng"),
]  # fmt: skip
RIGHT = [
    "Bò giống 18 triệu đồng/con, trâu 25 triệu đồng/con, gà 20 nghìn đồng/con.",
    "Thu nhập bình quân năm 2020 đạt 38 triệu đồng/người/năm; 2021 đạt 41 triệu đồng/người/năm; lương tối thiểu 22,5 "
    "nghìn đồng/giờ.",
    "Vốn của tỉnh 25 triệu đồng, Trung ương 2 tỷ đồng, Ngân hàng Chính sách 24 triệu đồng, Hội Nông dân 26 triệu đồng.",
    "Ông Páo được 40 triệu đồng, bà Dợ 40 triệu đồng, anh Sùng 60 triệu đồng; cả xã được 40 tỷ đồng.",
    "Huyện Na Rì 12 tỷ đồng, huyện Ba Bể 12 tỷ đồng, xã Cao Sơn 12 triệu đồng cho tuyên truyền.",
    "Thôn A 52 hộ 780 kg, thôn B 44 hộ 660 kg, cả xã 2.000 hộ 30 tấn.",
    "Khu vườn rộng 3.200 m², tức 0,32 ha.",
    "Khen thưởng 5 tấn thóc, tương đương 35 triệu đồng, bằng 0,5 tỷ đồng tiền cũ.",
    "Huyện hỗ trợ 500 triệu đồng (xã 1,2 tỷ đồng).",
    "Dài 12 km (rộng 6 m).",
    "Giảm 250 triệu đồng (từ 1,2 tỷ đồng).",
    "Đã giải ngân 820 triệu đồng (0,82 tỷ đồng).",
    "Kết dư 802,8 triệu đồng, bằng 0,8 tỷ đồng làm tròn.",
    "Ngân hàng cho 15 hộ ở Vĩnh Hải vay 750 triệu đồng, 22 hộ ở Vĩnh Châu 1,1 tỷ đồng và 9 hộ ở Lai Hòa 45 triệu đồng.",
]


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_the_unit_cannot_be_meant(told, text, right):
    assert [reading for _, reading in told(text, FindingKind.UNIT)] == [right]


@pytest.mark.parametrize("text", RIGHT)
def test_units_that_are_right(told, text):
    assert told(text, FindingKind.UNIT) == []
