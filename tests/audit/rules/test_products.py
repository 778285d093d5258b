"""Products and averages that a typed text tells: what contradicts, what holds, what only looks alike."""

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict

WRONG = [
    ("Hội trao 120 suất quà, mỗi suất 500.000 đồng, tổng trị giá 65 triệu đồng.", "65 triệu đồng", "60 triệu đồng"),
    ("Trao 250 suất quà (300.000 đồng/suất) với tổng kinh phí 85 triệu đồng.", "85 triệu đồng", "75 triệu đồng"),
    ("Tổng kinh phí 1,8 tỷ đồng hỗ trợ cho 45 hộ làm nhà (mức 50 triệu đồng/hộ).", "1,8 tỷ đồng", "2,25 tỷ đồng"),
    ("Cấp 2.700 kg gạo cho 60 hộ, mỗi hộ 40 kg.", "2.700 kg", "2.400 kg"),
    ("Chi trả trợ cấp cho 210 đối tượng, mức 360.000 đồng/người/tháng trong 6 tháng, tổng số tiền 543,6 triệu đồng.",
     "543,6 triệu đồng", "453,6 triệu đồng"),
    ("Hỗ trợ 35 con bò giống, mỗi con trị giá 18 triệu đồng, tổng kinh phí 603 triệu đồng.", "603 triệu đồng",
     "630 triệu đồng"),
    ("Mua 300 kg gạo với đơn giá 15.000 đồng, thành tiền 5.400.000 đồng.", "5.400.000 đồng", "4.500.000 đồng"),
    ("Mua 3 tấn xi măng, đơn giá 1.450.000 đồng/tấn, thành tiền 4.530.000 đồng.", "4.530.000 đồng", "4.350.000 đồng"),
    ("Diện tích lúa 268,4 ha, năng suất 61,2 tạ/ha, sản lượng 1.742,6 tấn.", "61,2 tạ", "64,93 tạ"),
    ("Huyện mở 12 lớp dạy nghề, mỗi lớp 35 học viên, tổng cộng 450 học viên.", "450 học viên", "420 học viên"),
    ("Mỗi suất học bổng trị giá 1 triệu đồng. Ban Tổ chức đã trao 85 suất học bổng. Tổng số tiền là 95 triệu đồng.",
     "95 triệu đồng", "85 triệu đồng"),
    ("Tổng chi phí: 20 ngày x 150.000 đồng/ngày x 12 người = 26.000.000 đồng.", "26.000.000 đồng", "36.000.000 đồng"),
    ("Kinh phí: 45 nhà x 60 triệu đồng + 22 nhà x 30 triệu đồng = 3.630 triệu đồng.", "3.630 triệu đồng",
     "3.360 triệu đồng"),
    ("Sân rộng 24 m x 15 m = 380 m2.", "380 m2", "360 m2"),
    ("Đã giải ngân 7,8 tỷ đồng cho 240 hộ vay, bình quân 35,2 triệu đồng/hộ.", "35,2 triệu đồng", "32,5"),
    ("Toàn xã có 1.250 hộ với 5.125 nhân khẩu, bình quân 4,6 khẩu/hộ.", "4,6 khẩu", "4,1"),
    ("Tặng 90 phần quà, mỗi phần gồm 10 kg gạo trị giá 150.000 đồng và 350.000 đồng tiền mặt; tổng giá trị 54 "
     "triệu đồng.",
     "54 triệu đồng", "45 triệu đồng"),
    ("Hỗ trợ 86 hộ, ít nhất 2.000.000đ/hộ, tổng số tiền 108,1 triệu đồng.", "108,1 triệu đồng", "172"),
    ("- Số hộ: 64 hộ\n- Mức hỗ trợ: 4 triệu đồng/hộ\n- Tổng kinh phí: 265 triệu đồng", "265 triệu đồng",
     "256 triệu đồng"),
    ("Mỗi hộ được cấp 15 kg gạo. Tổng cộng 95 hộ được cấp 1.245 kg gạo.", "1.245 kg", "1.425 kg"),
    ("Xã hỗ trợ 24 hộ nghèo mua bảo hiểm, mỗi hộ hai triệu, với mức 1.500.000 đồng/hộ, kinh phí 63 triệu đồng.",
     "63 triệu đồng", "36 triệu đồng"),
    ("Trồng 12 ha quế, mật độ 3.300 cây/ha, hết 36.900 cây giống.", "3.300 cây", "3.075 cây"),
    ("Làm 2,5 km đường, bình quân 180 tấn xi măng/km, hết tổng cộng 540 tấn xi măng.", "180 tấn", "216"),
    ("Quỹ cho 18 thành viên vay vốn, mỗi người vay 20 triệu đồng, tổng số vốn cho vay là 380 triệu đồng.",
     "380 triệu đồng", "360 triệu đồng"),
    ("Mười lớp học nghề đã bế giảng: 10 lớp, 30 học viên/lớp, tổng số 330 học viên.", "330 học viên", "300 học viên"),
    ("Trợ cấp cho 52 em với mức 450.000 đồng/em/tháng, trong 5 tháng hết 107 triệu đồng.", "107 triệu đồng",
     "117 triệu đồng"),
    ("Tết này, huyện tặng 640 hộ nghèo 500.000 đồng/hộ và 410 hộ cận nghèo 300.000 đồng/hộ. Tổng kinh phí là "
     "434 triệu đồng.",
     "434 triệu đồng", "443 triệu đồng"),
    ("Ngân hàng tặng 200 thẻ BHYT, mỗi thẻ 804.600 đồng, tổng trị giá 160,92 nghìn đồng.", "160,92 nghìn đồng",
     "160.920"),
    ("Nhà văn hóa dài 15 m, rộng 8 m, diện tích 140 m2.", "140 m2", "120 m2"),
    ("Hội đã vận động 75 triệu đồng tặng 60 em học sinh, mỗi em 1,5 triệu đồng.", "75 triệu đồng", "90 triệu đồng"),
    ("Mỗi lớp 35 học viên, 8 lớp có tổng số 290 học viên.", "290 học viên", "280 học viên"),
    ("Huyện đã cấp 1.250 con gà giống cho 50 hộ, mỗi hộ 20 con.", "1.250 con", "1.000 con"),
    ("Trạm y tế phát 3 viên thuốc/người cho 412 người, hết 1.326 viên.", "1.326 viên", "1.236 viên"),
    ("Mức phí vệ sinh 30.000 đồng/hộ/tháng; 245 hộ nộp đủ 12 tháng, thu được 82,2 triệu đồng.", "82,2 triệu "
        "đồng", "88,2 triệu đồng"),
    ("Thu quỹ: 1.120 hộ x 50.000 đồng = 65.000.000 đồng.", "65.000.000 đồng", "56.000.000 đồng"),
    ("Đơn giá bồi thường 85.000 đồng/m2; diện tích thu hồi 1.240 m2; số tiền bồi thường 150.400.000 đồng.",
     "150.400.000 đồng", "105.400.000 đồng"),
    ("Lớp tập huấn kéo dài 3 ngày, mỗi ngày 2 buổi, tổng số 8 buổi.", "8 buổi", "6 buổi"),
    ("Bình quân mỗi xã có 12 mô hình; 9 xã có 98 mô hình.", "12 mô hình", "10,89"),
    ("Sản lượng 1.642 tấn trên diện tích 268,4 ha, năng suất bình quân đạt 65,2 tạ/ha.", "65,2 tạ", "61,18"),
    ("Mật độ dân số 512 người/km2; diện tích tự nhiên 24,5 km2; dân số 10.544 người.", "512 người", "430"),
    ("Trao 25 xe đạp trị giá 1,8 triệu đồng/xe, tổng trị giá 54 triệu đồng.", "54 triệu đồng", "45 triệu đồng"),
    ("Mỗi người góp 2 ngày công, 156 hội viên góp 321 ngày công.", "321 ngày công", "312 ngày công"),
    ("Xã có 86 hộ vay 3,44 tỷ đồng, trung bình 45 triệu đồng/hộ.", "45 triệu đồng", "40"),
    ("Chiều dài 2,4 km; suất đầu tư 1,3 tỷ đồng/km; tổng mức đầu tư 3,42 tỷ đồng.", "3,42 tỷ đồng", "3,12 tỷ đồng"),
    ("Kế hoạch mở 14 lớp, mỗi lớp không quá 35 học viên, tổng số 512 học viên.", "512 học viên", "490 học viên"),
    ("Đã hỗ trợ 31 hộ mua bò, mỗi hộ được 15 triệu đồng; tổng số vốn hỗ trợ là 456 triệu đồng.", "456 triệu "
        "đồng", "465 triệu đồng"),
    ("Nhà trường may 412 bộ đồng phục, giá 185.000 đồng/bộ, hết 67,22 triệu đồng.", "67,22 triệu đồng", "76,22 "
        "triệu đồng"),
    ("Tiền thưởng: 5 giải Nhất, mỗi giải 3 triệu đồng; 8 giải Nhì, mỗi giải 2 triệu đồng; tổng tiền thưởng 37 "
     "triệu đồng.", "37 triệu đồng", "31 triệu đồng"),
    ("Hỗ trợ 100.000 đồng/người/ngày cho 40 người trong 5 ngày, tổng cộng 25 triệu đồng.", "25 triệu đồng",
     "20 triệu đồng"),
    ("Chi cục phát 1.040 kg hóa chất cho bốn xã, mỗi xã 250 kg.", "1.040 kg", "1.000 kg"),
    ("Có 14 tổ, mỗi tổ 12 thành viên, cộng 186 thành viên.", "186 thành viên", "168 thành viên"),
    ("Tiền thuê xe: 4 xe * 2.500.000 đồng/xe = 12.000.000 đồng.", "12.000.000 đồng", "10.000.000 đồng"),
    ("Trợ cấp mai táng 7,2 triệu đồng/người cho 23 người, kinh phí 156,6 triệu đồng.", "156,6 triệu đồng",
     "165,6 triệu đồng"),
    ("Cấp 15kg gạo/khẩu/tháng cho 312 khẩu trong 3 tháng, tổng số 14.400 kg.", "14.400 kg", "14.040 kg"),
    ("Câu lạc bộ tặng mỗi em 3 bộ quần áo và một đôi giày. Trại có 64 em, tính ra đã trao 182 bộ.", "182 bộ", "192 bộ"),
    ("Thưởng 12 tập thể, 46 cá nhân; mức thưởng tập thể 2.000.000 đồng, cá nhân 800.000 đồng; tổng tiền "
     "thưởng 61.800.000 đồng.",
     "61.800.000 đồng", "60.800.000 đồng"),
    ("Hỗ trợ 120 hộ nghèo và 80 hộ cận nghèo, mức hỗ trợ hộ nghèo 500.000 đồng, hộ cận nghèo 300.000 đồng;"
     " tổng kinh phí 86 triệu đồng.",
     "86 triệu đồng", "84 triệu đồng"),
    ("Đoàn từ thiện trao 150 phần quà, tổng trị giá 52,5 triệu đồng, mỗi phần 300 nghìn đồng.",
     "52,5 triệu đồng", "45 triệu đồng"),
    ("Ngân sách tỉnh hỗ trợ 30 triệu đồng/nhà, ngân sách huyện 10 triệu đồng/nhà. Toàn huyện có 52 nhà "
     "được hỗ trợ, tổng kinh phí 2.180 triệu đồng.",
     "2.180 triệu đồng", "2.080 triệu đồng"),
    ("Hợp tác xã có 64 thành viên góp vốn, bình quân 5 triệu đồng/thành viên, tổng vốn góp 280 triệu đồng.",
     "5 triệu đồng", "4,38 triệu đồng"),
    ("Toàn trường có 24 lớp, bình quân 38,5 học sinh/lớp, tổng số 984 học sinh.",
     "38,5 học sinh", "41"),
    ("Tỉnh phân bổ 2,5 tỷ đồng cho 10 xã, mỗi xã 200 triệu đồng.",
     "2,5 tỷ đồng", "2"),
    ("Mỗi ngày nhà máy chế biến 120 tấn sắn, cả vụ 90 ngày chế biến 12.800 tấn.",
     "12.800 tấn", "10.800 tấn"),
    ("Giải có 16 đội chia 4 bảng, mỗi đội đăng ký 12 vận động viên, tổng số 185 vận động viên dự giải.",
     "185 vận động viên", "192 vận động viên"),
    ("Bàn giao 12 căn nhà tình nghĩa trị giá 60 triệu đồng/căn với tổng số tiền 680 triệu đồng.",
     "680 triệu đồng", "720"),
    ("Kinh phí tập huấn: 4 lớp, mỗi lớp 12.500.000 đồng; tổng: 55.000.000 đồng.",
     "55.000.000 đồng", "50.000.000"),
    ("Số gạo được cấp: 95 hộ (402 khẩu) x 15 kg/khẩu = 6.300 kg.",
     "6.300 kg", "6.030"),
    ("Đã hỗ trợ tiền điện cho 1.332 hộ với mức 49.000 đồng/hộ/tháng, tổng kinh phí 12 tháng là 738,216 "
     "triệu đồng.",
     "738,216 triệu đồng", "783,216"),
    ("Nhà tài trợ trao 40 xe lăn, mỗi chiếc 3,2 triệu đồng, trị giá 182 triệu đồng.",
     "182 triệu đồng", "128"),
    ("Tặng 45 sổ tiết kiệm, mỗi sổ 5 triệu đồng; tổng trị giá 252 triệu đồng.",
     "252 triệu đồng", "225"),
    ("Mỗi hộ hiến trung bình 35 m2 đất, 64 hộ hiến tổng cộng 2.420 m2.",
     "35 m2", "37,81"),
    ("Hội vay vốn cho 128 hội viên, tổng dư nợ 5,12 tỷ đồng, bình quân mỗi hội viên vay 45 triệu đồng.",
     "45 triệu đồng", "40"),
    ("Tuyến kênh dài 1.250 m, chi phí 1,2 triệu đồng/m, tổng giá trị 1,65 tỷ đồng.",
     "1,65 tỷ đồng", "1,50"),
    ("Lượng nước cấp 120 lít/người/ngày cho 5.400 người, tương đương 684 m3/ngày.",
     "684 m3", "648"),
    ("Phát 3 kg gạo/người cho 1.250 người, hết 3,57 tấn gạo.",
     "3,57 tấn", "3,75"),
    ("Thu học phí của 320 sinh viên, mỗi sinh viên 4,8 triệu đồng/kỳ, thu được tổng cộng 1,563 tỷ đồng/kỳ.",
     "1,563 tỷ đồng", "1,536"),
    ("Mức khoán bảo vệ rừng 400.000 đồng/ha/năm; diện tích khoán 3.250 ha; kinh phí một năm 1.030 triệu "
     "đồng.",
     "1.030 triệu đồng", "1.300"),
    ("Có 85 đoàn viên, mỗi đoàn viên ủng hộ một ngày lương 250.000 đồng, tổng số tiền ủng hộ là 22,15 "
     "triệu đồng.",
     "22,15 triệu đồng", "21,25"),
    ("Bà con thu 18 tấn/ha, với 12 ha dưa thu về 261 tấn.",
     "261 tấn", "216"),
    ("Cấp 2 con lợn giống/hộ cho 75 hộ, tổng số 160 con.",
     "160 con", "150"),
    ("Với đơn giá nhân công 250.000 đồng/công, 480 công hết 102 triệu đồng.",
     "102 triệu đồng", "120"),
    ("Mỗi tháng chi 18 triệu đồng, 9 tháng chi 126 triệu đồng.",
     "126 triệu đồng", "162"),
]  # fmt: skip

RIGHT = [
    ("Hội trao 120 suất quà, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng.", 1),
    ("Trao quà cho 316 hộ, mỗi hộ 10 kg gạo (trị giá 150.000 đồng), tổng trị giá 47,4 triệu đồng.", 1),
    ("Mua 3 tấn xi măng, đơn giá 1.450.000 đồng/tấn, thành tiền 4.350.000 đồng.", 1),
    ("Diện tích lúa 268,4 ha, năng suất 61,2 tạ/ha, sản lượng 1.642,6 tấn.", 1),
    ("Đã giải ngân 7,8 tỷ đồng cho 240 hộ vay, bình quân 32,5 triệu đồng/hộ.", 1),
    ("Toàn tỉnh có 864 thành viên ở 18 câu lạc bộ, bình quân 48 người/CLB.", 1),
    ("Hỗ trợ 1.673 suất quà, bình quân gần 260.000 đồng/suất, tổng trị giá trên 433 triệu đồng.", 1),
    ("Huyện mở 12 lớp dạy nghề, mỗi lớp 35 học viên, tổng cộng 420 học viên.", 1),
    ("Hỗ trợ 86 hộ, ít nhất 2.000.000đ/hộ, tổng số tiền 208,1 triệu đồng.", 1),
    ("Hỗ trợ 40 hộ, mức không quá 5 triệu đồng/hộ, tổng kinh phí 187 triệu đồng.", 1),
    ("Sân rộng 24 m x 15 m = 360 m2.", 1),
    ("Giáo viên: 300 giờ x 75.000 đồng/giờ = 22.500.000 đồng = 22,5 triệu đồng.", 1),
    ("Hỗ trợ 52 em, mức 450.000 đồng/em/tháng, 9 tháng, tổng 210,6 triệu đồng.", 1),
    ("Tặng 90 phần quà, mỗi phần gồm 10 kg gạo trị giá 150.000 đồng và 350.000 đồng tiền mặt; tổng giá trị 45 "
     "triệu đồng.", 1),
    ("Trồng 12 ha quế, mật độ 3.300 cây/ha, hết 39.600 cây giống.", 1),
]  # fmt: skip

ALIKE = [
    # more than the product is in the total
    "Tặng 100 suất quà, mỗi suất 500.000 đồng và nhu yếu phẩm, tổng trị giá 70 triệu đồng.",
    "Tặng 20 xe đạp và 100 suất quà, mỗi suất 500.000 đồng, tổng trị giá 90 triệu đồng.",
    "Bàn giao 6 nhà, Hội hỗ trợ mỗi nhà 50 triệu đồng, phần còn lại gia đình tự lo; giá trị mỗi nhà từ 120 triệu đồng.",
    # the number belongs to another clause
    "Xã có 1.250 hộ. Đợt này hỗ trợ 24 hộ nghèo và 12 hộ cận nghèo, mức 5 triệu đồng/hộ; tổng kinh phí 180 triệu đồng.",
    "Toàn xã có 5.200 người; tổng giá trị sản xuất 248,7 tỷ đồng; thu nhập bình quân 58 triệu đồng/người/năm.",
    "Năng suất lúa bình quân 58,4 tạ/ha, xã cao nhất 66 tạ/ha, diện tích gieo cấy 300 ha, đã thu hoạch 200 ha.",
    "Mức hỗ trợ 20 triệu đồng/hộ. Năm 2019 hỗ trợ 15 hộ, kinh phí 300 triệu đồng; năm 2020 hỗ trợ 10 hộ, kinh "
    "phí 200 triệu đồng.",
    "Mỗi năm có hơn 290 hộ thoát nghèo, năm 2018 còn 1.764 hộ.",
    "Mức trợ cấp 360.000 đồng/người/tháng, toàn huyện có 210 đối tượng, cả năm chi 907,2 triệu đồng.",
    "Hộ nghèo được hỗ trợ 500.000 đồng/hộ, hộ cận nghèo 300.000 đồng/hộ; tổng kinh phí 443 triệu đồng cho 1.050 hộ.",
    "Doanh thu bình quân một mô hình 1,4 tỷ đồng/năm, lãi 180 - 220 triệu đồng; toàn tỉnh có 120 mô hình.",
    "Giá gạo 14.500 đồng/kg, mỗi lần mua 5 kg, tháng này chi 250.000 đồng tiền gạo.",
    "Hỗ trợ 45 hộ, mức 60 triệu đồng/hộ. Ngân sách trung ương 40 triệu đồng/hộ, ngân sách tỉnh 20 triệu đồng/hộ.",
    "Thưởng cho 12 đội, giải nhất 12.000.000 đồng, mỗi đội dự giải được hỗ trợ 500.000 đồng; tổng giải thưởng "
    "35 triệu đồng.",
    "Hỗ trợ khoảng 120 hộ, mỗi hộ 5 triệu đồng, tổng 590 triệu đồng.",
    "Mỗi thôn cử 2 người, toàn xã có 12 thôn, đội xung kích 30 người.",
    "Định mức 10 người/ca, 3 ca một ngày, nhà máy có 120 công nhân.",
    "Bình quân mỗi xã tăng 1,7 tiêu chí, toàn huyện có 15 xã, tổng số 226 tiêu chí đạt.",
    "Chi 1,2 tỷ đồng làm 3 km đường, trong đó nhân dân góp 200.000 đồng/khẩu; thôn có 96 hộ, 412 khẩu.",
    "Vay 50 triệu đồng/hộ trong 36 tháng; đã có 20 hộ vay, dư nợ đến nay còn 870 triệu đồng.",
    "Ủng hộ mỗi cán bộ 1 ngày lương; 45 cán bộ đã nộp, tổng số tiền 13,2 triệu đồng.",
    "Suất ăn 25.000 đồng/suất, phục vụ 150 bệnh nhân, mỗi tháng hết 112,5 triệu đồng.",
    "Hỗ trợ 35 học viên tiền ăn 30.000 đồng/ngày, học trong 60 ngày, tổng kinh phí 63 triệu đồng.",
    "Trao 30 suất quà cho học sinh và 20 suất quà cho giáo viên, mỗi suất 300.000 đồng, tổng 15 triệu đồng.",
    "Giao cho 5 xã, mỗi xã 200 triệu đồng, riêng xã An Phú 350 triệu đồng; tổng vốn 1.150 triệu đồng.",
    "Đến nay có 120/150 hộ được hỗ trợ 2 triệu đồng/hộ, tổng kinh phí 240 triệu đồng.",
    "Mức thu 100.000 đồng/hộ/năm. Năm 2020 có 850 hộ nộp, thu được 79,5 triệu đồng, đạt 93,5%.",
    "Tặng 80 suất quà (mỗi suất 500 nghìn đồng) và 20 suất (mỗi suất 200 nghìn đồng); 2.000 suất khác tổng trị "
    "giá gần 520 triệu đồng.",
    "Công ty có 120 công nhân, lương 4,5 triệu đồng/người/tháng, quỹ lương quý I là 1.580 triệu đồng.",
    "Chương trình 45 mô hình 10+1 (10 hộ khá giúp 01 hộ nghèo) đã giúp 42 hộ, huy động 285,24 triệu đồng.",
    "Giá bán 18.000 đồng/kg, năm nay gia đình thu 2,5 tấn quả, trừ chi phí lãi 30 triệu đồng.",
    "Toàn huyện có 1.250 hộ nghèo. Trong 6 tháng, huyện hỗ trợ 300 hộ vay vốn, mỗi hộ 50 triệu đồng, "
    "doanh số cho vay đạt 14,2 tỷ đồng; dư nợ 52 tỷ đồng.",
    "Mỗi xã được hỗ trợ 500 triệu đồng làm đường; riêng năm 2020, 12 xã đã giải ngân 4,8 tỷ đồng.",
    "Bình quân mỗi năm giảm 2,5%/năm; năm 2020 còn 1.200 hộ, bình quân mỗi xã 80 hộ nghèo.",
    "Hỗ trợ 12 triệu đồng/hộ cho hộ nghèo, 8 triệu đồng/hộ cho hộ cận nghèo. Có 30 hộ nghèo, 20 hộ cận "
    "nghèo được hỗ trợ với tổng kinh phí 520 triệu đồng.",
    "Giá dịch vụ thu gom rác 20.000 đồng/hộ/tháng. Xã có 1.450 hộ, trong đó 1.200 hộ tham gia, mỗi tháng "
    "thu 24 triệu đồng.",
    "Học phí 300.000 đồng/học sinh/tháng, năm học 9 tháng; trường có 450 học sinh, trong đó 60 em được "
    "miễn; tổng thu 1.053 triệu đồng.",
    "Với mức đóng góp 200.000 đồng/khẩu, thôn có 412 khẩu, cùng với 50 triệu đồng xã hỗ trợ, thôn đã làm "
    "được 1,2 km đường trị giá 450 triệu đồng.",
    "Mức hỗ trợ theo Quyết định 22 là 40 triệu đồng/hộ xây mới và 20 triệu đồng/hộ sửa chữa; huyện có 120"
    " hộ được hỗ trợ, tổng số tiền 3,9 tỷ đồng.",
    "Năm 2018 khám cho 12.480 lượt người, bình quân 34 lượt/ngày; năm 2019 khám cho 14.600 lượt người, "
    "bình quân 40 lượt/ngày.",
    "Mỗi lớp không quá 35 học viên; đã mở 12 lớp cho 398 học viên, kinh phí 420 triệu đồng.",
    "Gia đình anh nuôi 5 con bò, mỗi con bán được 25 triệu đồng, năm nay thu 150 triệu đồng từ bò và "
    "vườn.",
    "Doanh nghiệp trả lương 6 triệu đồng/người/tháng cho 25 lao động; tổng doanh thu năm 12 tỷ đồng.",
    "Trồng 45 ha rừng, mật độ 1.600 cây/ha; đã trồng 30 ha với 48.000 cây.",
    "Mức giảm trừ 11 triệu đồng/tháng đối với người nộp thuế, 4,4 triệu đồng/tháng với mỗi người phụ "
    "thuộc; chị có 2 người phụ thuộc, thu nhập 30 triệu đồng/tháng.",
    "Hai bên ký hợp đồng 5 năm, giá thuê 15 triệu đồng/tháng, đặt cọc 45 triệu đồng.",
    "Chi trả 26 nghìn đồng/ha/tháng... tổng diện tích 1.250 ha.",
    "Đội bóng có 22 cầu thủ, mỗi trận được đăng ký 18 cầu thủ, cả mùa đá 26 trận, ghi 41 bàn, bình quân "
    "1,58 bàn/trận.",
    "Mua 2 máy in giá 5 triệu đồng/máy, 3 máy tính giá 12 triệu đồng/máy và bàn ghế, tổng cộng 60 triệu "
    "đồng.",
    "Diện tích trồng lúa 520 ha, năng suất 55 tạ/ha; trồng ngô 120 ha, năng suất 42 tạ/ha; tổng sản lượng"
    " lương thực có hạt 3.364 tấn.",
    "Lúa: Diện tích 520,5 ha, năng suất 55,2 tạ/ha, sản lượng 2.873 tấn. Ngô: diện tích 120 ha, năng suất"
    " 42 tạ/ha, sản lượng 504 tấn.",
    "Mỗi người dân được cấp 1 thẻ BHYT, đến nay đã cấp 12.450 thẻ cho 12.800 người.",
    "Tiền thưởng mỗi huy chương vàng 45 triệu đồng, huy chương bạc 25 triệu đồng; đoàn giành 3 huy chương"
    " vàng, 4 huy chương bạc, được thưởng 235 triệu đồng.",
    "Với 15 triệu đồng/hộ, chương trình đã giúp 48 hộ, trong đó 12 hộ thoát nghèo; tổng vốn quay vòng đến"
    " nay 1,1 tỷ đồng.",
    "Hội vận động mỗi hội viên đóng góp 50.000 đồng, đến nay 2.150 hội viên đã góp được 98 triệu đồng.",
    "Năm 2021, huyện giải ngân cho 1.245 hộ vay 62,3 tỷ đồng, nâng tổng dư nợ lên 418,5 tỷ đồng với 8.947"
    " khách hàng, bình quân 46,8 triệu đồng/khách hàng.",
    "Quỹ Vì người nghèo tiếp nhận 2,1 tỷ đồng, đã chi hỗ trợ xây mới 24 nhà (50 triệu đồng/nhà), sửa chữa"
    " 12 nhà (20 triệu đồng/nhà), tặng 800 suất quà (500.000 đồng/suất), tổng số tiền chi là 1,84 tỷ "
    "đồng.",
    "Toàn xã có 12 thôn, 2.450 hộ, 9.870 nhân khẩu; bình quân lương thực 520 kg/người/năm; sản lượng "
    "lương thực 5.132 tấn.",
    "Chi trả trợ cấp tháng 6 cho 1.523 đối tượng với số tiền 822,42 triệu đồng, mức thấp nhất 360.000 "
    "đồng/người.",
    "Dự án có tổng mức đầu tư 45 tỷ đồng, xây 3 km đường rộng 7,5 m và 2 cầu, bình quân 12 tỷ đồng/km.",
    "Anh Sùng A Chu trồng 2 ha mận, mỗi cây cho 30 kg quả, giá 15.000 đồng/kg, thu 180 triệu đồng/năm.",
    "Hợp tác xã liên kết với 45 hộ, trồng 30 ha dược liệu, thu nhập 150 triệu đồng/ha, tổng doanh thu 4,5"
    " tỷ đồng.",
    "Hỗ trợ mua bảo hiểm y tế cho 2.340 người cận nghèo, mức 30% mệnh giá thẻ (804.600 đồng/thẻ/năm), "
    "kinh phí 564,8 triệu đồng.",
    "Trong 5 năm đã xóa 320 nhà tạm, mỗi nhà được hỗ trợ từ 30 đến 50 triệu đồng, tổng kinh phí hơn 13 tỷ"
    " đồng.",
    "Mỗi suất học bổng trị giá 2 triệu đồng kèm theo cặp sách; có 45 em nhận học bổng, tổng trị giá 103,5"
    " triệu đồng.",
    "Trại nuôi 1.200 con lợn thịt, mỗi năm xuất 2 lứa, trọng lượng bình quân 100 kg/con, sản lượng 240 "
    "tấn.",
    "Ban tổ chức trao giải nhất 10 triệu đồng, giải nhì 5 triệu đồng/giải, 3 giải ba mỗi giải 3 triệu "
    "đồng và 5 giải khuyến khích mỗi giải 1 triệu đồng, tổng giá trị 34 triệu đồng.",
    "Thu hồi 12,5 ha đất của 86 hộ, bồi thường 18,6 tỷ đồng, bình quân 216 triệu đồng/hộ; đơn giá đất lúa"
    " 55.000 đồng/m2.",
    "Bệnh viện có 150 giường kế hoạch, thực kê 210 giường; công suất 138%; bình quân mỗi ngày điều trị "
    "207 người bệnh.",
    "Trường có 18 phòng học/24 lớp, 52 giáo viên (2,17 giáo viên/lớp), 786 học sinh (32,75 học sinh/lớp).",
    "Đường ống dài 12,4 km cấp nước cho 860 hộ, giá nước 6.500 đồng/m3, mỗi hộ dùng bình quân 8 m3/tháng,"
    " sản lượng 82.560 m3/năm.",
    "Mức hỗ trợ 1,5 triệu đồng/ha/năm; diện tích 1.200 ha; giai đoạn 2021 - 2025 tổng kinh phí 9 tỷ đồng.",
    "Khu tái định cư rộng 3,2 ha bố trí cho 64 hộ, mỗi hộ 200 m2 đất ở, còn lại là đường, cây xanh.",
    "Hội phát 500 tờ rơi cho 5 xã, mỗi xã 100 tờ; tập huấn 4 lớp, mỗi lớp 50 người, có 215 lượt người dự.",
    "Tính ra mỗi hộ thu 45 triệu đồng/năm, cả làng 120 hộ có doanh thu khoảng 6 tỷ đồng từ nghề mộc.",
    "Vụ này gia đình thu 4 tấn ngô, giá bán 6.000 đồng/kg, lãi 15 triệu đồng.",
    "Công trình cấp nước cho 3 bản với 215 hộ; mỗi bản được cấp 2 bể 10 m3, dùng chung 6 bể.",
    "Tiền lương 1.490.000 đồng x 2,34 = 3.486.600 đồng.",
    "Diện tích 3m x 4m = 12m2 x 2 phòng = 24m2.",
    "Chi phí: (2 xe x 1.500.000 đồng) + 500.000 đồng = 3.500.000 đồng.",
    "Kinh phí = 200.000 đồng x 30 người x 3 ngày + 5.000.000 đồng = 23.000.000 đồng.",
    "Hỗ trợ 70% của 1.200.000 đồng x 45 người = 37.800.000 đồng.",
    "Xã hỗ trợ 45 hộ nghèo làm nhà, mỗi nhà 40 triệu đồng; đến nay 30 hộ đã hoàn thành, giải ngân 1,2 tỷ "
    "đồng.",
    "Có 320 lao động đi làm việc ở nước ngoài, thu nhập 25 triệu đồng/người/tháng, gửi về 85 tỷ đồng/năm.",
    "Mức quà 600.000 đồng và 300.000 đồng/suất; toàn tỉnh trao 25.400 suất quà của Chủ tịch nước với kinh"
    " phí 7,9 tỷ đồng.",
    "Đoàn tặng 200 suất quà cho người nghèo và 50 suất học bổng, mỗi suất trị giá 500.000 đồng, tổng trị "
    "giá 125 triệu đồng.",
    "Anh nuôi 300 con gà, mỗi con lãi 40.000 đồng; ngoài ra có 5 sào cam, tổng thu nhập 95 triệu "
    "đồng/năm.",
    "Chi phí xây dựng mỗi phòng học 650 triệu đồng; huyện cần 12 phòng, trước mắt bố trí 5 tỷ đồng.",
    "Toàn tỉnh có 9 huyện, mỗi huyện chọn 2 xã làm điểm; đến nay 15 xã đã hoàn thành.",
    "Đợt này cấp 86,4 tấn gạo cho 1.152 hộ với 5.760 khẩu, định mức 15 kg/khẩu; xã A nhận 12 tấn, xã B "
    "nhận 20 tấn.",
    "Mỗi cán bộ phụ trách 5 hộ; toàn xã có 42 cán bộ, giúp 187 hộ thoát nghèo.",
    "Ngày công 300.000 đồng, nhân dân góp 1.200 ngày công và 45 triệu đồng, tổng trị giá 405 triệu đồng.",
    "Học sinh được hỗ trợ 15 kg gạo/tháng, mỗi năm 9 tháng; toàn huyện có 3.450 học sinh, nhận 155.250 kg"
    " gạo học kỳ I.",
    "Lãi suất 0,55%/tháng, vay 50 triệu đồng, mỗi tháng trả lãi 275.000 đồng.",
    "Có 18 mô hình, mỗi mô hình từ 10 đến 15 hộ, tổng số 245 hộ tham gia.",
    "Năm 2019, 12 xã được đầu tư 1 tỷ đồng/xã; năm 2020, 15 xã được đầu tư 1,2 tỷ đồng/xã; tổng vốn hai "
    "năm 30 tỷ đồng.",
    "Giá thành 12.000 đồng/kg, giá bán 18.000 đồng/kg, sản lượng 25 tấn, doanh thu 450 triệu đồng, lãi "
    "150 triệu đồng.",
    "Huyện hỗ trợ 5 triệu đồng/hộ cho 60 hộ, tỉnh hỗ trợ 10 triệu đồng/hộ cho 40 hộ, tổng cộng 700 triệu "
    "đồng.",
    "Đã cấp 450 con giống cho 90 hộ (bình quân 5 con/hộ), trị giá 360 triệu đồng; tỷ lệ sống 96%.",
    "Trong 245 hộ vay, có 30 hộ vay trên 50 triệu đồng/hộ, tổng dư nợ các hộ này 2,1 tỷ đồng.",
    "Tặng quà 300.000 đồng/học sinh cho các em. Tặng 20 giáo viên với tổng số tiền 10.000.000 đồng.",
    "Mức thưởng 500.000 đồng/học sinh; thưởng 12 giáo viên, tổng số tiền 12.000.000 đồng.",
]  # fmt: skip


def products(text):
    return [finding for finding in audit_text(text).findings if finding.kind == "product"]


def told(text):
    return [one for one in products(text) if one.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)]


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_a_product_that_does_not_come_out_is_told_with_what_it_comes_to(text, stated, computed):
    findings = told(text)
    assert [one.stated for one in findings] == [stated]
    assert computed in findings[0].computed


@pytest.mark.parametrize(("text", "count"), RIGHT)
def test_what_comes_out_holds_and_is_listed_as_checked(text, count):
    assert not told(text)
    assert sum(one.verdict is AuditVerdict.HOLDS for one in products(text)) >= count


@pytest.mark.parametrize("text", ALIKE)
def test_what_only_looks_like_a_product_is_left_alone(text):
    assert not told(text)
