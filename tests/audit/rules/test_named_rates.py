"""What the audit says of rates named for themselves, of a rest, and of bases told in other words and sentences."""

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    "Đợt này ngân hàng duyệt cho vay 480 hộ trong 600 hộ nộp đơn. Tỷ lệ được duyệt đạt 90%.",
    "Cả xã có 75 km đường giao thông, đã bê tông hóa 57 km, tỷ lệ cứng hóa đạt 86%.",
    ("Trên 120 ha đất công nghiệp của khu Tân Trường, các nhà máy thuê 84,6 ha; ban quản lý vì thế báo cáo"
     " mức lấp đầy 75 phần trăm."),
    "Toàn huyện có 18 xã. Đến nay đã có 9 xã đạt chuẩn nông thôn mới, tỷ lệ xã đạt chuẩn là 60%.",
    ('"Trong 1.240 lao động đi làm việc ở khu công nghiệp có 310 người quay về. Con số 35% quay về cho '
     'thấy việc làm chưa bền vững", bà Lan nói.'),
    ("Trong 2.000 phiếu phát ra thu về 1.840 phiếu. Có 1.104 người trả lời hài lòng, chiếm 70% số phiếu "
     "thu về."),
    ("412 tấn miến đã rời lò chỉ trong hai tháng giáp Tết. Lượng hàng ấy bằng 40% sản lượng cả năm của "
     "làng, vốn là 1.230 tấn."),
    "Đã khoan xong 58 giếng thay vì 50 giếng như kế hoạch, tức vượt 26%.",
    ("Tháng 4, đảo đón 215.000 lượt khách: 64% là khách trong nước (137.600 lượt), 46% còn lại mang hộ "
     "chiếu nước ngoài."),
    "Ngân sách lo 70%, phần còn lại 20% do nhân dân đóng góp.",
    "Cơ cấu nguồn vốn: ngân sách trung ương 42%, ngân sách địa phương 28%, vốn huy động 41%.",
    "Số hộ nghèo của huyện là 3.456 hộ, chiếm 15% tổng số hộ. Hiện toàn huyện có 28.800 hộ.",
    ("Chợ phiên có 260 gian hàng, 91 gian bán nông sản. Như vậy, gian hàng nông sản chiếm 45% số gian hàng"
     " của chợ."),
    ("Trong tổng số 1.600 hồ sơ tiếp nhận, đã giải quyết đúng hạn 1.520 hồ sơ; còn 80 hồ sơ quá hạn, chiếm"
     " 27,5%."),
    ("Dự toán chi sự nghiệp giáo dục 156 tỷ đồng, chiếm 62,5% trong tổng dự toán chi thường xuyên 240 tỷ "
     "đồng của huyện."),
    "Đến cuối tháng 9 mới thu được 42,6 tỷ đồng thuế trên dự toán giao 60 tỷ đồng, bằng 76% cả năm.",
    "Nữ giữ 14 trên 52 ghế của HĐND thị xã khóa này, một tỷ lệ 32,7% được xem là đáng mừng.",
]  # fmt: skip
RIGHT = [
    "Đợt này ngân hàng duyệt cho vay 480 hộ trong 600 hộ nộp đơn. Tỷ lệ được duyệt đạt 80%.",
    "Kế hoạch 650 ha, trồng 520 ha. Tỷ lệ cây sống đạt 92%.",
    "Cả xã có 75 km đường, đã bê tông hóa 57 km; tỷ lệ hài lòng của người dân đạt 80%.",
    ("Toàn huyện có 18 xã. Đến nay đã có 9 xã đạt chuẩn nông thôn mới, tỷ lệ xã đạt chuẩn là 50%, thấp hơn"
     " bình quân của tỉnh."),
    "Trong 1.200 người được khám, 480 người mắc bệnh; tỷ lệ mắc ở nam là 45%, ở nữ là 35%.",
    "Huyện có 40.000 hộ, trong đó 4.800 hộ nghèo; tỷ lệ hộ nghèo của xã Thượng là 30%.",
    "Ngân sách hỗ trợ 70%, phần còn lại 30% do nhân dân đóng góp.",
    "Có 60% số hộ dùng nước máy, trong đó 80% dùng thường xuyên, 20% còn lại dùng khi hạn.",
    "Tỷ lệ lấp đầy 70% diện tích, 25% còn lại của giai đoạn 2 chưa giải phóng mặt bằng xong.",
    "Trường có 600 học sinh, 480 em dự thi, tỷ lệ đỗ đạt 95%.",
    "Lớp có 42 em, 40 em dự thi, tỷ lệ có mặt đạt 95,2%.",
    "Toàn tỉnh giải ngân 620 tỷ đồng trong tổng số 1.000 tỷ đồng, tỷ lệ giải ngân vốn sự nghiệp đạt 55%.",
    "Có 1.104 người hài lòng, chiếm 60% số phiếu thu về.",
    "Toàn xã có 1.250 hộ. Trong 200 hộ nghèo có 90 hộ thiếu đất, chiếm 45%.",
    ("Huyện có 40.000 hộ, hộ nghèo là 4.800 hộ, chiếm 12%. Riêng xã Thượng có 1.000 hộ, tỷ lệ hộ nghèo "
     "30%."),
    "Có 320 hộ vay vốn, 95% sử dụng đúng mục đích; 40 hộ trả nợ trước hạn.",
    "Đã tiêm 1.500 con bò, đạt 75% tổng đàn; 4.200 con lợn, đạt 60% tổng đàn.",
    "Xã có 36 trường, trong đó 9 trường mầm non. Số trường đạt chuẩn là 27 trường, nâng tỷ lệ lên 75%.",
    ("Thu ngân sách 120 tỷ đồng, đạt 80% dự toán tỉnh giao, 75% dự toán huyện giao. Chi ngân sách 150 tỷ "
     "đồng, đạt 62% dự toán."),
    ("Trong 2.000 phiếu phát ra thu về 1.840 phiếu (92%). Có 1.104 người hài lòng, chiếm 60% số phiếu thu "
     "về."),
    ("Số khách đạt 240.000 lượt, bằng 120% kế hoạch, trong đó khách quốc tế 60.000 lượt, bằng 90% kế "
     "hoạch."),
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_the_share_is_another(told, text):
    assert len(told(text, FindingKind.SHARE)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_shares_that_hold_or_are_of_something_else(told, text):
    assert told(text, FindingKind.SHARE) == []
