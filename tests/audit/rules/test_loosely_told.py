"""Changes, stocks and facts told without the customary words: what is told as wrong, what is not."""

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

DIFFERENCE, RELATIVE, IDENTITY, DUPLICATE = (
    FindingKind.DIFFERENCE, FindingKind.RELATIVE_CHANGE, FindingKind.IDENTITY, FindingKind.DUPLICATE
)  # fmt: skip

#: The text with a gap, what is wrong in it, what is right, the kind.
TEXTS = [
    (
        "Khoá trước, thí sinh phải có 20,25 điểm mới trúng tuyển. Khoá này trường công bố mức 21,75. Ngưỡng vào trường "
        "đã nhích lên {} điểm.",
        "1,25", "1,50", DIFFERENCE,
    ),
    ("Giảm {} vụ, còn 45 vụ trộm cắp là kết quả ra quân. Cùng thời gian này năm ngoái, đơn vị thụ lý 59 vụ.",
     "12", "14", DIFFERENCE),
    ("Số xã đạt chuẩn: 37 xã (đầu nhiệm kỳ: 21 xã; thêm {} xã).", "18", "16", DIFFERENCE),
    (
        "Tỷ lệ hộ nghèo cuối năm là 4,18%, tức kéo xuống được {} điểm phần trăm sau một năm; con số này hồi tháng 12 "
        "năm trước đó là 5,45%.",
        "1,37", "1,27", DIFFERENCE,
    ),
    ("Lúc 19 giờ ngày 13/8, hồ ở cao trình 88,62 m. Qua một đêm mưa, nước dâng thêm {} m và sáng 14/8 đã chỉ 90,22 m.",
     "1,40", "1,60", DIFFERENCE),
    ("Vụ trước, bà con gieo cấy 412 ha lúa. Vụ này chỉ còn 368 ha. Diện tích giảm {} ha do chuyển sang trồng màu.",
     "54", "44", DIFFERENCE),
    ("Hội hiện có 1.284 hội viên. Đầu nhiệm kỳ, con số này là 1.147. Năm năm qua đã phát triển thêm được {} hội viên.",
     "173", "137", DIFFERENCE),
    ("Tỉnh giao 1.250 ha ngô, các xã mới gieo được 1.185 ha, hụt {} ha do mưa kéo dài.", "75", "65", DIFFERENCE),
    ("Sau vòng bán kết em được 86,5 điểm. Ở vòng chung kết em đạt 91,25 điểm, cao hơn vòng trước {} điểm.",
     "5,75", "4,75", DIFFERENCE),
    ("Số hộ chăn nuôi từ chỗ có 1.120 hộ nay chỉ còn 874 hộ, tức đã có {} hộ bỏ nghề.", "264", "246", DIFFERENCE),
    ("Lượng khách tháng 4 là 8.460 lượt, tháng 5 là 9.215 lượt, chênh nhau {} lượt.", "855", "755", DIFFERENCE),
    ("Sốt xuất huyết: 1.250 ca → 700 ca (↓ {}%).", "54", "44", RELATIVE),
    ("Tháng này cửa hàng bán được 240 chiếc xe, trong khi tháng trước bán 300 chiếc. Doanh số đã sụt {}%.",
     "25", "20", RELATIVE),
    ("Nếu bảy tháng đầu năm ngoái có 640 doanh nghiệp ra đời thì bảy tháng này đã cấp phép cho 736 đơn vị, cao hơn đến "
     "{}%.", "18", "15", RELATIVE),
    ("Khách quốc tế hè này đông hơn hè trước {}%. Cụ thể: hè trước 84 nghìn lượt; hè này 126 nghìn lượt.",
     "62", "50", RELATIVE),
    ("Phân NPK: tồn ngày 01/4 là 320 tấn, nhập trong quý 1.150 tấn, xuất 1.240 tấn, tồn ngày 30/6 là {} tấn.",
     "250", "230", IDENTITY),
    (
        "Sáng thứ Hai, khoa có 118 bệnh nhi. Đến chiều, thêm 31 cháu nhập viện trong khi 24 cháu được ra về, 2 cháu "
        "phải chuyển tuyến trên. Chốt ca trực, điều dưỡng đếm được {} bệnh nhi.",
        "129", "123", IDENTITY,
    ),
    ("Cửa hàng có 150 bao xi măng, nhập về thêm 200 bao. Sau khi bán 185 bao, trong kho còn {} bao.",
     "175", "165", IDENTITY),
    ("Thư viện vốn có 6.200 cuốn. Năm qua được tặng 540 cuốn, thanh lý 310 cuốn. Hiện thư viện có {} cuốn.",
     "6.340", "6.430", IDENTITY),
    ("Ông Hoà có 30 con dê, năm ngoái đẻ thêm 18 con, bán đi 12 con, nay đàn dê có {} con.", "46", "36", IDENTITY),
    (
        "Rà soát cuối năm 2023, xã có {} hộ nghèo. Danh sách cuối năm 2022 là 268 hộ; qua một năm, 91 hộ thoát nghèo, "
        "7 hộ tái nghèo, 9 hộ nghèo phát sinh mới.",
        "203", "193", IDENTITY,
    ),
    ("Huyện có diện tích tự nhiên 412,6 km², dân số đông. Trải trên diện tích tự nhiên {} km², huyện có nhiều đồi.",
     "421,6", "412,6", DUPLICATE),
    ("Ngày hội hiến máu thu được 315 đơn vị máu. Ban tổ chức cho biết đã tiếp nhận {} đơn vị máu.",
     "351", "315", DUPLICATE),
    ("Đêm nhạc thu được 268 triệu đồng. Toàn bộ số tiền {} triệu đồng sẽ được chuyển cho bệnh nhi.",
     "286", "268", DUPLICATE),
    (
        "Xe khách lao xuống ruộng, 11 hành khách phải nhập viện. Bệnh viện cho biết cả {} hành khách nhập viện sau vụ "
        "lao xuống ruộng đều đã tỉnh.",
        "14", "11", DUPLICATE,
    ),
    ("Vườn nhà ông có 1,8 ha cà phê. Ông vẫn ra rẫy đều đặn, một mình chăm hết {} ha cà phê của vườn nhà.",
     "1,3", "1,8", DUPLICATE),
]  # fmt: skip

#: What looks like a lone change, a stock or a fact told twice, and is none.
QUIET = [
    "Xã A có 400 hộ năm 2017, xã B có 350 hộ năm 2018, giảm 60 hộ so với năm trước.",
    "Năm 2019 có 400 hộ, năm 2020 có 450 hộ, tăng 20 hộ so với kế hoạch.",
    "Năm 2019 có 120 hộ nghèo, năm 2021 còn 85 hộ nghèo. Số hộ nghèo giảm 20 hộ so với năm 2020.",
    "Tổng số đơn tiếp nhận là 156 đơn, tăng 12 đơn so với cùng kỳ năm trước; đã giải quyết 140 đơn.",
    "Giá gạo tuần này 638 USD/tấn, hạ 5 USD so với tuần trước nhưng vẫn cao hơn đầu năm 170 USD; hồi tháng 1 là "
    "468 USD.",
    "Cơ sở đang quản lý 236 học viên, nhiều hơn cuối quý trước 11 người dù đã cho tái hoà nhập 48 người; nhận mới 59.",
    "Giải năm nay có 24 đội, thay vì 18 đội như mùa trước. Thêm 8 đội mới nhưng 2 đội bỏ cuộc, nên chỉ thêm 6 đội.",
    "Bài báo đưa tin chợ có 210 gian hàng. Con số đúng là 201 gian hàng, không phải 210. Thành thật cáo lỗi.",
    "Năm 2021 xã trồng 1.234 cây xanh. Năm 2022 xã trồng 1.243 cây xanh.",
    "Thôn Đông có 125 hộ trồng chè. Thôn Đoài có 152 hộ trồng chè.",
    "Toàn xã có 345 hộ nghèo, 354 hộ cận nghèo.",
    "Đến 30/9 có 412 trang trại. Sang quý cuối, 19 trang trại bị đưa ra khỏi danh sách, 5 trang trại được cấp mới. Số "
    "chốt ngày 31/12 là 398.",
    "Nợ đầu năm 74,3 tỷ đồng; phát sinh 18,9 tỷ đồng; thu hồi 26,4 tỷ đồng; khoanh, xoá 3,1 tỷ đồng. Nợ đến 31/12 là "
    "63,7 tỷ đồng, dưới mức đầu năm 10,6 tỷ đồng.",
    "Đầu nhiệm kỳ có 312 đảng viên. 5 năm qua kết nạp 64 đồng chí, chuyển đến 15, chuyển đi 21, từ trần 9, khai trừ 2; "
    "đến nay có 359 đảng viên.",
    "Từ 1.250 con lợn đầu kỳ, trại nhập thêm 320 con, xuất bán 480 con, chết 15 con và còn lại 1.075 con.",
]


@pytest.mark.parametrize(("text", "wrong", "right", "kind"), TEXTS)
def test_the_wrong_text_is_told_and_the_right_one_is_not(text, wrong, right, kind, told):
    assert told(text.format(wrong), kind)
    for any_kind in (DIFFERENCE, RELATIVE, IDENTITY, DUPLICATE):
        assert not told(text.format(right), any_kind)


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_it_is_not_told(text, told):
    for kind in (DIFFERENCE, RELATIVE, IDENTITY, DUPLICATE):
        assert not told(text, kind)
