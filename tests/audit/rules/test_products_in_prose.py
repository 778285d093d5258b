"""What the audit says of products told in running prose: prices, days worked, "tổ nào cũng", what was earned."""

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    ("Mức nuôi dưỡng cho 45 đối tượng tại trung tâm đều là 720.000 đồng/người/tháng; chi trọn ba tháng của quý III hết "
     "79,2 triệu đồng.", "97,2 triệu đồng"),
    ("12.650 vé đã bán ra dịp lễ, đồng giá 40.000 đồng, đem về cho ban quản lý di tích 560 triệu đồng.",
     "506 triệu đồng"),
    ("Chi hội thôn 3 sinh hoạt thành 7 tổ, tổ nào cũng 16 hội viên; toàn chi hội như vậy có 122 hội viên.",
     "112 hội viên"),
    ("Ngốn 3,6 tỷ đồng cho mỗi cây số – đó là giá của đoạn đê dài 18 km vừa được nâng cấp với tổng chi 54 tỷ đồng.",
     "64,8 tỷ đồng"),
    ("Tháng 10 bếp nấu 22 ngày cho 230 cháu, không cháu nào nghỉ; khẩu phần 28.000 đồng/cháu/ngày, quyết toán "
     "114.680.000 đồng.", "141.680.000 đồng"),
    ("Mỗi hộ được nhận 500.000 đồng tiền Tết. Với 1.320 hộ nghèo và cận nghèo, phường đã chi 606 triệu đồng.",
     "660 triệu đồng"),
    ("Ông Bình nuôi 1.200 con gà, xuất chuồng bán 70.000 đồng/con, thu về 94 triệu đồng.", "84 triệu đồng"),
    ("Chị Mai làm 26 công trong tháng, tiền công 220.000 đồng/ngày, lĩnh 6,72 triệu đồng.", "5,72 triệu đồng"),
    ("Vườn rộng 2 ha, mỗi ha trồng 1.100 cây, cả vườn có 2.900 cây.", "2.200 cây"),
]  # fmt: skip
RIGHT = [
    "Tính ra mỗi hộ nào cũng 5 kg gạo, năm nào cũng 3 lần, trong đó 20 hộ được 100 kg.",
    "Ông Bình nuôi 1.200 con gà, hao hụt 5%, bán 70.000 đồng/con, thu về 79,8 triệu đồng.",
    "Ông Bình nuôi 1.200 con gà, đã bán một phần với giá 70.000 đồng/con, thu về 35 triệu đồng.",
    "Hội Phụ nữ tặng 45 suất quà, Đoàn Thanh niên tặng 60 suất cũng ở xã này; suất nào cũng 300.000 đồng, hai bên chi "
    "31,5 triệu đồng.",
    "Gia đình bà Sen có 5 lao động, làm thuê 250.000 đồng/ngày, mỗi tháng thu về 9 triệu đồng.",
    "Hợp tác xã có 40 ha cam, bán 20.000 đồng/kg, thu về 8 tỷ đồng.",
    "Mỗi thôn được cấp 200 triệu đồng. Với 12 thôn, xã đã chi 1,9 tỷ đồng, còn lại 500 triệu đồng chuyển sang năm sau.",
    "Lớp học kéo dài ba tháng, 30 học viên được hỗ trợ 30.000 đồng/ngày, tổng kinh phí 120 triệu đồng gồm cả tiền thuê "
    "giáo viên.",
    "Mỗi đoàn viên góp 50.000 đồng. Sau hai đợt, 120 đoàn viên góp được 12 triệu đồng.",
]


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_the_product_is_another(told, text, right):
    assert [reading for _, reading in told(text, FindingKind.PRODUCT)] == [right]


@pytest.mark.parametrize("text", RIGHT)
def test_products_that_hold_or_are_none(told, text):
    assert told(text, FindingKind.PRODUCT) == []
