"""Câu chữ của các cơ quan và báo chí: a wrong sum said in many ways, and as many texts whose figures only look so."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.parts.sums import sums
from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    (
        "Năm 2022, huyện giải quyết việc làm cho 2.350 lao động (xuất khẩu lao động 310 người, làm việc "
        "trong tỉnh 1.240 người, ngoài tỉnh 900 người)."
    ),
    "Tổng thu ngân sách đạt 128,5 tỷ đồng: thu nội địa 92,3 tỷ đồng; thu bổ sung 38,2 tỷ đồng.",
    "Toàn trường có 36 lớp, 1.245 học sinh. Khối 10 có 412 em, khối 11 có 405 em, khối 12 có 448 em.",
    "Trong số 560 đơn nhận được, có 310 đơn thuộc thẩm quyền, 260 đơn không thuộc thẩm quyền.",
    (
        "Huyện Mường Lát đã trao 1.500 suất quà Tết. Trong đó, hộ nghèo được nhận 900 suất, hộ cận nghèo 400 "
        "suất, gia đình chính sách 300 suất."
    ),
    "Ông A cho biết, xã có 3 thôn với 412 hộ dân: thôn Đoài 135 hộ, thôn Đông 142 hộ, thôn Bắc 145 hộ.",
    "Dân số toàn xã 8.450 người, trong đó nam 4.120 người (48,8%), nữ 4.430 người (51,2%).",
    "Kết quả: tổng số hồ sơ tiếp nhận 1.432 hồ sơ; đã giải quyết 1.389 hồ sơ, đang giải quyết 53 hồ sơ.",
    "Giải đấu thu hút 186 vận động viên, gồm 112 nam và 84 nữ.",
    ("Diện tích rừng trồng mới 1.240 ha, bằng 103% kế hoạch, trong đó rừng sản xuất 980 ha, rừng phòng hộ 290 ha."),
    "Có 48 xã đạt chuẩn, gồm 12 xã nâng cao, 5 xã kiểu mẫu và 33 xã đạt chuẩn cơ bản.",
    (
        "Đến nay, toàn tỉnh đã tiếp nhận 24,6 tỷ đồng ủng hộ. Khối doanh nghiệp ủng hộ 14,2 tỷ đồng; cán bộ, "
        "công chức đóng góp 6,8 tỷ đồng; số còn lại 4,6 tỷ đồng do các tổ chức trong nước."
    ),
    ("1. Tổng số cán bộ, công chức: 215 người.\n- Cấp huyện: 92 người;\n- Cấp xã: 133 người."),
    (
        "Cả đợt huyện kiểm tra 132 cơ sở, phát hiện 27 cơ sở vi phạm: nhắc nhở 15 cơ sở, phạt tiền 9 cơ sở, "
        "đình chỉ 5 cơ sở."
    ),
    (
        "Xã Tân Lập trồng 24 ha, xã Tân Mỹ trồng 31 ha, xã Tân Hòa trồng 18 ha, nâng tổng diện tích trồng "
        "mới của cả ba xã lên 83 ha."
    ),
    ("Số tiền thưởng là 50 triệu đồng (giải nhất 20 triệu đồng, giải nhì 15 triệu đồng, giải ba 10 triệu đồng)."),
    (
        "Trong 9 tháng, cả nước xảy ra 8.385 vụ tai nạn giao thông, gồm 5.210 vụ tai nạn từ ít nghiêm trọng "
        "trở lên và 3.275 vụ va chạm."
    ),
    "Bệnh viện có 320 nhân viên (62 bác sĩ + 145 điều dưỡng + 123 nhân viên khác).",
    "Tổng số nhân khẩu là 5.210 = 2.610 nam + 2.700 nữ.",
    "Hỗ trợ 45 hộ làm nhà: 30 hộ xây mới, 25 hộ sửa chữa.",
    ("Đội thu gom 2,4 tấn rác; trong đó rác hữu cơ 1.600 kg, rác tái chế 500 kg, còn lại 400 kg là rác khác."),
    "Huyện có 1.120 hộ nghèo và 640 hộ cận nghèo, tổng cộng là 1.860 hộ.",
    "Về học vị, 75 giảng viên của trường có 12 tiến sĩ, 48 thạc sĩ và 25 đại học.",
    "Tại kỳ thi, 98 thí sinh đạt giải với 6 giải nhất, 20 giải nhì, 31 giải ba và 51 giải khuyến khích.",
    (
        "Kinh phí: 680 triệu đồng. Trong đó:\n"
        "a) Ngân sách huyện: 400 triệu đồng;\n"
        "b) Ngân sách xã: 180 triệu đồng;\n"
        "c) Xã hội hóa: 120 triệu đồng."
    ),
    "Hai xã có tất cả 345 hộ bị ảnh hưởng: Yên Sơn 198 hộ, Yên Lâm 157 hộ.",
    (
        "Toàn tỉnh có 640 tuyến đường đạt chuẩn. Trong đó, cấp huyện có 300 tuyến đạt chuẩn trong tổng số 520 tuyến; "
        "cấp xã có 290 tuyến đạt chuẩn trong tổng số 700 tuyến; đường thôn có 90 trong tổng số 410 tuyến."
    ),
    (
        "Tính đến 30/6, dư nợ là 412,6 tỷ đồng, bao gồm cho vay hộ nghèo 120,4 tỷ, hộ cận nghèo 98,7 tỷ, hộ "
        "mới thoát nghèo 101,2 tỷ và học sinh sinh viên 82,3 tỷ đồng."
    ),
    "Tổ công tác gồm 15 người, trong đó công an 7 người, quân đội 5 người, y tế 4 người.",
    "Lực lượng tham gia có 260 người: bộ đội 120, dân quân 85, công an 65.",
    (
        "Toàn huyện hiện có 3.215 đảng viên sinh hoạt tại 62 chi, đảng bộ. Phân theo địa bàn: nông thôn "
        "2.140 đảng viên, thị trấn 985 đảng viên."
    ),
    (
        "Kết quả xếp loại cuối năm của 412 viên chức như sau: hoàn thành xuất sắc 86 người, hoàn thành tốt "
        "278 người, hoàn thành 31 người, không hoàn thành 7 người."
    ),
    "Trong 1.245 hộ được vay vốn có 612 hộ nghèo, 423 hộ cận nghèo và 230 hộ mới thoát nghèo.",
    (
        "Ông Nam cho hay, trong tổng kinh phí 860 triệu đồng thì Nhà nước hỗ trợ 500 triệu đồng, còn lại 380 "
        "triệu đồng do bà con đóng góp."
    ),
    (
        "Với 6 tuyến đường dài 12,4 km được đầu tư (tuyến 1 dài 3,2 km; tuyến 2 dài 4,1 km; các tuyến còn "
        "lại dài 5,5 km), việc đi lại thuận lợi hơn."
    ),
    (
        "Hội đã tặng 215 suất quà cho các đối tượng: người cao tuổi 80 suất, trẻ mồ côi 65 suất, người "
        "khuyết tật 60 suất."
    ),
    "- Số hộ tham gia: 96 hộ (35 hộ nghèo, 41 hộ cận nghèo, 30 hộ mới thoát nghèo).",
    (
        "Chi ngân sách 6 tháng: 45.320 triệu đồng\n"
        "+ Chi thường xuyên: 32.150 triệu đồng\n"
        "+ Chi đầu tư: 12.170 triệu đồng\n"
        "+ Chi khác: 2.000 triệu đồng"
    ),
    (
        "Đến hết tháng 10, thu được 1.860 triệu đồng tiền ủng hộ. Trong số đó, cán bộ, công chức ủng hộ 640 "
        "triệu đồng, các doanh nghiệp ủng hộ 980 triệu đồng, nhân dân các xã ủng hộ 340 triệu đồng."
    ),
    ("Quý I khám cho 2.150 lượt người, quý II khám cho 1.980 lượt người. Tổng cộng hai quý khám cho 4.230 lượt người."),
    (
        "Dự án có tổng mức đầu tư 15,6 tỷ đồng, được huy động từ nguồn vốn ngân sách Trung ương (9,2 tỷ "
        "đồng), ngân sách tỉnh (4,1 tỷ đồng) và vốn đối ứng của huyện (3,3 tỷ đồng)."
    ),
    "Lớp học gồm 42 học viên, 25 nam và 19 nữ.",
    (
        "Đoàn công tác có 24 thành viên, trong đó: Sở Y tế 6 người, Sở Giáo dục 5 người, Sở Tài chính 4 "
        "người, còn lại 8 người của các huyện."
    ),
    "Đàn gia súc của xã có tổng cộng 2.345 con, gồm trâu 412 con, bò 833 con, lợn 1.200 con.",
    "Số vụ cháy là 86 vụ: 52 vụ cháy nhà dân, 18 vụ cháy cơ sở kinh doanh và 26 vụ cháy rừng.",
    (
        "Toàn tỉnh hiện có 218 hợp tác xã (152 hợp tác xã nông nghiệp, 46 hợp tác xã dịch vụ, 30 hợp tác xã "
        "tiểu thủ công nghiệp)."
    ),
    (
        "Năm 2019, thành phố tiếp nhận 8.640 hồ sơ thủ tục hành chính; trong đó tiếp nhận trực tiếp 5.120 hồ "
        "sơ, trực tuyến 3.720 hồ sơ."
    ),
    "Kết quả kiểm tra 145 cơ sở: 118 cơ sở đạt yêu cầu, 37 cơ sở không đạt yêu cầu.",
    ("Trồng mới 560 ha rừng, bao gồm: 320 ha rừng sản xuất (keo 210 ha, bạch đàn 130 ha), 240 ha rừng phòng hộ."),
    "Số tiền quỹ 125 triệu đồng, đã chi 87 triệu đồng, số dư còn lại 48 triệu đồng.",
    (
        "Nhiệm kỳ qua, kết nạp 186 hội viên. Cụ thể: năm 2018 là 42 hội viên, năm 2019 là 51 hội viên, năm "
        "2020 là 48 hội viên, năm 2021 là 55 hội viên."
    ),
    "Phòng đã thụ lý 72 vụ án: hình sự 31 vụ, dân sự 28 vụ, hôn nhân và gia đình 23 vụ.",
    "Có 3.456 trẻ em được tiêm vắc xin (đợt 1: 1.820 trẻ, đợt 2: 1.736 trẻ).",
    ("Sau hai ngày, đội cứu hộ đưa được 312 người ra khỏi vùng ngập: ngày đầu 178 người, ngày thứ hai 144 người."),
    ("Tổng số lao động được đào tạo: 1.580 người.\nTrong đó:\n- Sơ cấp: 620 người\n- Dưới 3 tháng: 980 người"),
    ("Bộ phận một cửa tiếp nhận 924 hồ sơ, giải quyết trước hạn 610 hồ sơ, đúng hạn 298 hồ sơ, quá hạn 26 hồ sơ."),
    ("Đã giải ngân 7,25 tỷ đồng, bao gồm 4,1 tỷ đồng vốn năm 2022 và 3.250 triệu đồng vốn năm 2021 chuyển sang."),
    "Ban tổ chức trao 36 giải thưởng, gồm 1 giải nhất, 5 giải nhì, 10 giải ba và 21 giải khuyến khích.",
    ("Xã có 5 trường học với 78 giáo viên: mầm non 21 giáo viên, tiểu học 32 giáo viên, trung học cơ sở 27 giáo viên."),
    (
        "Xây dựng 24 nhà đại đoàn kết, trị giá 1.080 triệu đồng, trong đó: MTTQ hỗ trợ 18 nhà, trị giá 810 "
        "triệu đồng; Công an tỉnh hỗ trợ 6 nhà, trị giá 370 triệu đồng."
    ),
    "Hai đơn vị đã hỗ trợ 450 triệu đồng, trong đó Ngân hàng A 300 triệu đồng, Công ty B 180 triệu đồng.",
    "Toàn xã có 1.320 hộ, 5.612 nhân khẩu; nam 2.790 người, nữ 2.852 người.",
    "Trong số 48 sáng kiến được công nhận, 12 sáng kiến cấp tỉnh, 40 sáng kiến cấp huyện.",
    (
        "Chia theo mức độ, 640 trường hợp vi phạm được phân loại gồm: nhẹ 410 trường hợp, trung bình 185 "
        "trường hợp, nặng 55 trường hợp."
    ),
    "Thu hoạch được 3.200 tấn: vụ xuân 1.750 tấn, vụ mùa 1.540 tấn.",
    (
        "Tổng chiều dài kênh mương được kiên cố hóa 18,6 km, trong đó xã Hòa Bình 7,2 km, xã Hòa Sơn 6,8 km "
        "và xã Hòa Lạc 5,6 km."
    ),
    (
        "Tính chung ba tháng, số khách đến tham quan đạt 18.600 lượt khách (tháng 4: 5.200 lượt khách, tháng "
        "5: 6.900 lượt khách, tháng 6: 7.500 lượt khách)."
    ),
    ("Kinh phí do tỉnh cấp 320 triệu đồng, huyện cấp 150 triệu đồng, xã hội hóa 85 triệu đồng. Cộng: 565 triệu đồng."),
    "Trạm y tế có 9 cán bộ: 2 bác sĩ, 3 y sĩ, 3 điều dưỡng, 2 nữ hộ sinh.",
    "Số nhà ở bị thiệt hại 412 nhà, trong đó sập hoàn toàn 23 nhà, tốc mái 365 nhà, ngập 34 nhà.",
    (
        "II. KINH PHÍ THỰC HIỆN: 2.450 TRIỆU ĐỒNG\n"
        "1. Ngân sách Trung ương: 1.500 triệu đồng.\n"
        "2. Ngân sách tỉnh: 650 triệu đồng.\n"
        "3. Ngân sách huyện: 200 triệu đồng."
    ),
    (
        "Tổng nguồn vốn: 12.450 triệu đồng, trong đó:\n"
        "- Vốn đầu tư: 8.200 triệu đồng (đã giải ngân 6.100 triệu đồng);\n"
        "- Vốn sự nghiệp: 4.350 triệu đồng (đã giải ngân 3.050 triệu đồng)."
    ),
    (
        "1. Công tác đào tạo: mở 12 lớp cho 396 học viên, gồm:\n"
        "a) Lớp may công nghiệp: 05 lớp, 165 học viên;\n"
        "b) Lớp chăn nuôi: 04 lớp, 132 học viên;\n"
        "c) Lớp nấu ăn: 03 lớp, 109 học viên."
    ),
    (
        "Trong tháng, lực lượng chức năng đã kiểm tra 3.240 phương tiện. Trong đó ô tô 1.150 phương tiện, mô "
        "tô 1.980 phương tiện, phương tiện khác 210."
    ),
    (
        "Năm học này, trường có 18 lớp với 642 học sinh (khối 6 có 171 em, khối 7 có 158 em, khối 8 có 162 "
        "em, khối 9 có 141 em)."
    ),
    (
        "Dự kiến cơ cấu 35 đại biểu được bầu: khối Đảng 6 đại biểu, khối chính quyền 14 đại biểu, khối Mặt "
        "trận và đoàn thể 9 đại biểu, khối doanh nghiệp 5 đại biểu."
    ),
    (
        "Bà Lan cho biết cả ba thôn có 286 hộ bị cô lập. Thôn Khe Tiền nhiều nhất với 124 hộ, thôn Khe Vầu "
        "97 hộ, ít nhất là thôn Khe Mọi với 75 hộ."
    ),
    (
        "Nguồn lực huy động 5 năm đạt 312,5 tỷ đồng, trong đó vốn ngân sách nhà nước 186,2 tỷ đồng (chiếm "
        "59,6%), vốn tín dụng 78,4 tỷ đồng (25,1%), vốn doanh nghiệp 21,6 tỷ đồng, nhân dân đóng góp 36,3 tỷ "
        "đồng."
    ),
    "Qua thống kê, đợt rét làm chết 1.245 con gia súc, gồm 410 con trâu, 365 con bò và 480 con nghé, bê.",
    (
        "Số hộ thoát nghèo: 412 hộ. Trong đó thoát nghèo bền vững 298 hộ, thoát nghèo nhưng còn thiếu hụt "
        "dịch vụ 124 hộ."
    ),
    (
        "Sáng qua, chuyến xe chở 1.200 phần quà đã đến nơi. 500 phần được trao tại xã Trà Leng, 450 phần tại "
        "xã Trà Dơn, còn lại 350 phần trao cho xã Trà Vân."
    ),
    (
        "Kết quả: Đã cấp 1.980 giấy chứng nhận cho 1.642 hộ (cấp lần đầu 1.120 giấy, cấp đổi 560 giấy, cấp "
        "lại 290 giấy)."
    ),
    "Số cuộc giám sát là 38 cuộc: Thường trực HĐND 12 cuộc, hai ban HĐND 18 cuộc, các tổ đại biểu 6 cuộc.",
    (
        "Đoàn thể thao tham dự 14 môn, giành tổng cộng 58 huy chương với 18 huy chương vàng, 21 huy chương "
        "bạc, 29 huy chương đồng."
    ),
    ("Hợp tác xã thu mua 45,6 tấn chè búp tươi trong tháng 4: loại A 18,2 tấn; loại B 20,5 tấn; loại C 7,9 tấn."),
    (
        "Tổng số tiền quyên góp là 86.500.000 đồng. Trong đó, thôn Đông góp 32.000.000 đồng, thôn Đoài "
        "28.500.000 đồng, thôn Trung 25.000.000 đồng và bà con xa quê 11.000.000 đồng."
    ),
    ("Toàn tỉnh còn 24.350 hộ nghèo, tỷ lệ 12,5%, trong đó khu vực thành thị 1.260 hộ, khu vực nông thôn 23.190 hộ."),
    ("Trong 3 năm, xã làm được 24,5 km đường bê tông. Năm 2019 làm 7,2 km; năm 2020 làm 8,9 km; năm 2021 làm 9,4 km."),
    ("Bệnh viện tiếp nhận 27 nạn nhân, gồm 4 người đã tử vong, 9 người bị thương nặng, 15 người bị thương nhẹ."),
    ("Tổ chức Hội hiện có 165 chi hội; chia ra chi hội nông thôn 142 chi hội, chi hội đường phố 33 chi hội."),
    (
        "Trong tổng số 8.120 lao động của huyện có việc làm mới, lao động nữ là 3.980 người, lao động nam là "
        "4.240 người."
    ),
    "Lợi nhuận 6 tháng đạt 4,85 tỷ đồng (quý I 2,15 tỷ đồng; quý II 2,8 tỷ đồng).",
    ("Có 58 dự án được phê duyệt: 23 dự án trồng trọt, 19 dự án chăn nuôi, 8 dự án thủy sản và 6 dự án ngành nghề."),
    ("Ban Chỉ đạo gồm 27 thành viên, trong đó Trưởng ban 01 người, Phó Trưởng ban 03 người, ủy viên 25 người."),
    "Vụ này xã gieo 320 ha. Lúa lai chiếm 195 ha, lúa thuần 85 ha, còn 50 ha là lúa nếp.",
    (
        "Năm 2020, Công ty nộp ngân sách 18,6 tỷ đồng: thuế giá trị gia tăng 9,2 tỷ đồng, thuế thu nhập "
        "doanh nghiệp 6,1 tỷ đồng, còn lại là các loại phí 4,3 tỷ đồng."
    ),
    "Toàn tỉnh có 712 trường: mầm non 245 trường, tiểu học 251 trường, THCS 168 trường, THPT 38 trường.",
    ("Hỗ trợ nhà ở\n- Xây mới: 45 nhà\n- Sửa chữa: 28 nhà\nTổng số: 83 nhà"),
    "Hội viên nông dân có 8.450 người, trong đó hội viên nam 5.120 người và hội viên nữ là 3.430 người.",
    (
        "Đợt vận động thu về 356 triệu đồng. Cán bộ, công chức các phòng ban ủng hộ 128 triệu đồng. Các "
        "trường học ủng hộ 96 triệu đồng. Số tiền còn lại 142 triệu đồng do doanh nghiệp đóng góp."
    ),
    (
        "Tổng số người tham gia: 2.345 lượt người, chia ra: hội nghị tuyên truyền 1.450 lượt người, tập huấn "
        "785 lượt người, tham quan 120 lượt người."
    ),
    "Tổ chức 26 lớp (9 lớp trồng trọt, 8 lớp chăn nuôi, 7 lớp phi nông nghiệp) cho 780 học viên.",
    "Số thu từ phí, lệ phí là 2.145 triệu đồng (phí 1.380 triệu đồng + lệ phí 785 triệu đồng).",
    "Thành phố trao 12 giải A, 25 giải B và 40 giải C, tổng cộng 87 giải.",
    "Hai huyện Yên Minh và Quản Bạ có 86 hộ phải di dời, trong đó Yên Minh 52 hộ và Quản Bạ 44 hộ.",
    ("- Kinh phí: 1.250 triệu đồng. Gồm: ngân sách nhà nước 900 triệu đồng; nhân dân đóng góp 250 triệu đồng."),
    "Tính đến ngày 15/9, đã tiêm 15.640 liều vắc xin, gồm mũi 1 là 9.850 liều, mũi 2 là 5.890 liều.",
    (
        "Cục Thuế đã hoàn 214 hồ sơ với số tiền 486 tỷ đồng; trong đó, hoàn xuất khẩu 152 hồ sơ, số tiền 398 "
        "tỷ đồng; hoàn đầu tư 62 hồ sơ, số tiền 98 tỷ đồng."
    ),
    "Lượng khách đạt 1,25 triệu lượt, gồm 1,1 triệu lượt khách nội địa và 250 nghìn lượt khách quốc tế.",
    "Diện tích 3.240 m2 được chia thành hai khu: khu A rộng 1.860 m2, khu B rộng 1.480 m2.",
    (
        "Tổng số biên chế được giao 1.845 người. Trong đó: hành chính 312 người; sự nghiệp giáo dục 1.280 "
        "người; sự nghiệp y tế 203 người; sự nghiệp khác 70 người."
    ),
    "Trại nuôi 4.500 con gia cầm, trong đó có 2.800 con gà, 1.200 con vịt, 600 con ngan.",
    ("Tổng giá trị quà tặng là 96 triệu đồng, gồm tiền mặt 60 triệu đồng và hiện vật trị giá 46 triệu đồng."),
    "Đội tình nguyện có 65 thành viên, 40 nữ, 35 nam, đến từ 5 trường đại học.",
    "Toàn huyện có 1.420 hộ cận nghèo, trong đó: xã vùng I 310 hộ, xã vùng II 460 hộ, xã vùng III 670 hộ.",
    (
        "Hội Khuyến học các cấp đã trao 2.350 suất học bổng, trong đó cấp tỉnh trao 420 suất, cấp huyện trao "
        "780 suất, cấp xã trao 1.250 suất."
    ),
    (
        "Qua rà soát, 215 hộ thoát nghèo được chia thành: 120 hộ thoát nghèo chuyển thành cận nghèo và 85 hộ "
        "thoát hẳn nghèo."
    ),
    (
        "Vốn vay giải ngân trong kỳ: 24.500 triệu đồng, gồm:\n"
        "+ Cho vay hộ nghèo: 9.200 triệu đồng/184 hộ;\n"
        "+ Cho vay hộ cận nghèo: 8.100 triệu đồng/162 hộ;\n"
        "+ Cho vay hộ mới thoát nghèo: 7.400 triệu đồng/148 hộ."
    ),
    "Kết quả: 32 tiêu chí đạt, 8 tiêu chí chưa đạt trên tổng số 38 tiêu chí.",
    (
        "Cả nước có 12.543 km đường cao tốc và quốc lộ được khai thác, trong đó đường cao tốc 1.163 km, quốc "
        "lộ 11.480 km."
    ),
    (
        "Số lượng hội viên tính đến 31/12 là 9.860 hội viên, tăng 320 hội viên so với năm trước; trong đó "
        "nông thôn 7.420 hội viên, đô thị 2.540 hội viên."
    ),
    "Tổng diện tích bị ngập 860 ha, gồm lúa 520 ha, hoa màu 210 ha, cây ăn quả 90 ha và thủy sản 50 ha.",
    (
        "Tổ chức thăm, tặng 3.120 suất quà trị giá 1.560 triệu đồng; trong đó: quà Chủ tịch nước 1.240 suất, "
        "trị giá 372 triệu đồng; quà của tỉnh 980 suất, trị giá 490 triệu đồng; quà của huyện, xã 920 suất, "
        "trị giá 698 triệu đồng."
    ),
    ("Thư viện tiếp nhận 1.240 cuốn sách: 450 cuốn sách thiếu nhi, 380 cuốn sách khoa học, 420 cuốn sách văn học."),
    (
        "Tổng thu 320.450.000 đồng. Tổng chi 285.300.000 đồng, trong đó: chi tặng quà 150.000.000 đồng, chi "
        "sửa nhà 100.000.000 đồng, chi khác 45.300.000 đồng."
    ),
    (
        "Hiện nay, lực lượng bảo vệ rừng có 412 người: kiểm lâm 96 người, chủ rừng 118 người, tổ đội bảo vệ "
        "rừng thôn bản 208 người."
    ),
    "Trong 64 thôn, bản của huyện có 41 thôn đạt chuẩn văn hóa, 25 thôn chưa đạt chuẩn văn hóa.",
    (
        "Đợt 2 hỗ trợ 1.860 người lao động (1.120 lao động tự do, 540 lao động tạm hoãn hợp đồng và 210 hộ "
        "kinh doanh, người bán vé số)."
    ),
    (
        "Toàn tỉnh thành lập 1.245 tổ tiết kiệm và vay vốn. Trong đó, Hội Phụ nữ quản lý 486 tổ, Hội Nông "
        "dân 412 tổ, Hội Cựu chiến binh 215 tổ và Đoàn Thanh niên 142 tổ."
    ),
    ("Tổng số hộ được hỗ trợ: 245 hộ, trong đó:\nXã Tân Sơn: 120 hộ.\nXã Tân Lập: 85 hộ.\nXã Tân Hòa: 50 hộ."),
    (
        "Kết quả thực hiện như sau:\n"
        "1. Tổng số học sinh: 1.245 em.\n"
        "1.1. Học sinh nam: 640 em.\n"
        "1.2. Học sinh nữ: 615 em."
    ),
    (
        "Kinh phí: 560 triệu đồng, trong đó:\n"
        "(1) Ngân sách tỉnh: 300 triệu đồng;\n"
        "(2) Ngân sách huyện: 150 triệu đồng;\n"
        "(3) Nguồn khác: 100 triệu đồng."
    ),
    ("• Tổng đàn trâu, bò: 3.420 con, gồm:\n  o Trâu: 1.180 con\n  o Bò: 2.340 con"),
    ("**Tổng vốn:** 4.200 triệu đồng\n- *Trung ương:* 2.500 triệu đồng\n- *Địa phương:* 1.800 triệu đồng"),
    ("- Hộ nghèo: 124 hộ.\n- Hộ cận nghèo: 98 hộ.\n- Tổng hộ nghèo và hộ cận nghèo: 232 hộ."),
    "Dự án hỗ trợ 360 con bò cho 3 xã: Nậm Cắn 120 con; Tà Cạ 110 con; Huồi Tụ 140 con.",
    (
        "a) Số hồ sơ tiếp nhận: 2.145 hồ sơ. Trong đó, tiếp nhận trực tuyến 1.320 hồ sơ; trực tiếp 805 hồ "
        "sơ; qua bưu chính 30 hồ sơ."
    ),
    (
        "Tổng số cán bộ, công chức cấp xã là 412 người. Trình độ chuyên môn: đại học 268 người, cao đẳng 42 "
        "người, trung cấp 98 người, sơ cấp 14 người. Trình độ lý luận chính trị: cao cấp 12 người, trung cấp "
        "310 người, sơ cấp 90 người."
    ),
    "Năm 2022 toàn tỉnh sắp xếp, sáp nhập còn 1.420 thôn, tổ dân phố (1.105 thôn và 325 tổ dân phố).",
    (
        "Có 16/16 xã, phường báo cáo, với tổng số 1.245 hộ có nhu cầu vay vốn (hộ nghèo 512 hộ, cận nghèo "
        "433 hộ, mới thoát nghèo 310 hộ)."
    ),
    (
        "Tổng số tiền trên được sử dụng như sau: 45 triệu đồng mua bò giống, 30 triệu đồng làm chuồng, 15 "
        "triệu đồng trồng cỏ; tổng 95 triệu đồng."
    ),
    (
        "Tổng nguồn lực giai đoạn: 1.245,6 tỷ đồng; trong đó: ngân sách Trung ương: 812,4 tỷ đồng; ngân sách "
        "tỉnh: 215,3 tỷ đồng; ngân sách huyện: 98,7 tỷ đồng; vốn huy động khác: 129,2 tỷ đồng."
    ),
    (
        "Cơ cấu lao động: Tổng số 52.340 lao động, nông nghiệp 31.200 lao động, công nghiệp - xây dựng "
        "12.140 lao động, dịch vụ 8.000 lao động."
    ),
    "Tổng số: 86 vụ; khởi tố 52 vụ, xử lý hành chính 24 vụ, chuyển cơ quan khác 12 vụ.",
    ("Toàn tỉnh có 98 xã vùng dân tộc và miền núi, gồm 41 xã khu vực I, 22 xã khu vực II và 45 xã đặc biệt khó khăn."),
    (
        "Tỉnh cấp 1.200 tấn gạo cho 5 huyện, gồm: Mường Tè 310 tấn, Nậm Nhùn 250 tấn, Sìn Hồ 290 tấn, Phong "
        "Thổ 200 tấn, Tam Đường 140 tấn; đồng thời cấp 20 tấn muối."
    ),
    (
        "Toàn tỉnh có 312 công trình nước, trong đó công trình cấp nước tập trung 186 công trình, công trình "
        "nhỏ lẻ 136 công trình."
    ),
    "Trong số 1.245 sản phẩm OCOP, 862 sản phẩm đạt 3 sao, 371 sản phẩm đạt 4 sao, 22 sản phẩm đạt 5 sao.",
    "Đến cuối năm, toàn huyện còn 2.315 hộ nghèo và 1.420 hộ cận nghèo (tổng 3.835 hộ).",
    "Sở đã thẩm định 64 hồ sơ. Kết quả: 41 hồ sơ đạt, 18 hồ sơ phải bổ sung, 6 hồ sơ bị trả lại.",
    (
        "Trong năm 2022, đơn vị đón 12.450 lượt khách. Trong đó khách nội địa 11.320 lượt khách; khách quốc "
        "tế 1.230 lượt khách."
    ),
    (
        "Đề án có tổng kinh phí 35,2 tỷ đồng. Trong đó, giai đoạn 2021 - 2023 là 18,6 tỷ đồng; giai đoạn "
        "2024 - 2025 là 17,6 tỷ đồng."
    ),
    ("Kết quả bỏ phiếu: 42 phiếu đồng ý, 3 phiếu không đồng ý, 1 phiếu trắng trong tổng số 45 phiếu thu về."),
    "Kết quả kiểm kê:\n- Tổng diện tích: 518,7 ha.\n- Đất lúa: 305,2 ha.\n- Đất màu: 86,9 ha.\n- Đất rừng: 136,6 ha.",
    "Người lớn đến xem 312 lượt, trẻ em 438 lượt. Cả đêm đội phục vụ 740 lượt người xem.",
    "Tháng 5 bán 86 tấn, tháng 6 lên 132 tấn rồi hạ còn 104 tấn ở tháng 7. Tính chung cả ba tháng bán 332 tấn.",
    "Huyện giao 152 tân binh. Quân sự nhận 87 tân binh, Công an nhận 38 tân binh; 17 em còn lại về Lữ đoàn Công binh.",
]
RIGHT = [
    "Huyện có 14 xã, 132 thôn, 12.450 hộ. Trong đó, 3 xã, 27 thôn đặc biệt khó khăn.",
    (
        "Trao tặng 20 xe đạp, 150 suất học bổng trị giá 75 triệu đồng; trong đó có 12 suất loại 1 triệu đồng "
        "và 30 suất loại 500.000 đồng."
    ),
    ("Chương trình có 300 người tham gia, trong đó 120 người trồng cây, 95 người phát tờ rơi, 150 người dọn rác."),
    "Ông Ba có 5 con, trong đó 3 con đi làm xa, nuôi 12 con bò và 40 con gà.",
    ("Tổng mức đầu tư 12,5 tỷ đồng. Giai đoạn 1 giải ngân 4,2 tỷ đồng; giai đoạn 2 dự kiến giải ngân 6,8 tỷ đồng."),
    "Năm 2020 thu 35 tỷ đồng, năm 2021 thu 42 tỷ đồng, bình quân 38,5 tỷ đồng/năm.",
    "Hỗ trợ 120 hộ (hộ nghèo 15 triệu đồng/hộ, hộ cận nghèo 10 triệu đồng/hộ).",
    ("Kỳ thi có 1.024 thí sinh (tăng 56 thí sinh so với năm trước), trong đó 1.010 thí sinh dự thi đủ các môn."),
    "Cử 25 cán bộ tham gia 3 lớp, trong đó lớp A 25 cán bộ, lớp B 25 cán bộ, lớp C 12 cán bộ.",
    "Khu dân cư rộng 5,2 ha gồm 120 lô đất, mỗi lô 100 m2 và 2 trục đường dài 850 m.",
    ("Giá trị sản xuất đạt 1.200 tỷ đồng, tăng 8%. Trong đó, lĩnh vực trồng trọt tăng 5%, chăn nuôi tăng 11%."),
    (
        "Toàn xã có 235 hộ; trong đó 132 hộ đạt danh hiệu gia đình văn hóa, 98 hộ đạt gia đình thể thao, 201 "
        "hộ dùng nước sạch."
    ),
    "Đội bóng có 23 cầu thủ, trong đó 8 cầu thủ U23, 3 cầu thủ nhập tịch, 2 thủ môn.",
    "Hỗ trợ tổng cộng 5.000 USD cho 2 trường học, gồm 20 máy tính, 300 bộ bàn ghế.",
    (
        "Phân bổ 3.360 triệu đồng: đợt 1 năm 2023 là 1.500 triệu đồng; đợt 2 năm 2024 là 1.000 triệu đồng; "
        "phần còn lại bố trí năm 2025."
    ),
    "Dự án có chiều dài 12,5 km, gồm 2 cầu dài 150 m và 85 m, nền đường rộng 7,5 m.",
    ("Công an xã xử lý 32 trường hợp vi phạm giao thông, phạt 18 triệu đồng (phạt nồng độ cồn 12 triệu đồng)."),
    "Đã cấp 120 con bò giống cho 40 hộ, mỗi hộ 3 con, trong đó xã A 60 con, xã B 60 con.",
    "Có 86 hộ đăng ký thoát nghèo, trong đó 52 hộ đã thoát nghèo, 34 hộ chưa đạt.",
    "Số ca mắc là 1.284 ca, cao nhất là tuần 37 với 158 ca, tuần 36 với 142 ca.",
    "Năm nay, xã vận động được 120 triệu đồng, tặng 45 hộ nghèo và 30 hộ cận nghèo, mỗi hộ 500.000 đồng.",
    ("Lớp có 35 học viên, trong đó có 20 học viên là hộ nghèo, 18 học viên là người dân tộc Dao, 12 học viên là nữ."),
    "Tổng số hộ dân 1.245 hộ, trong đó hộ nghèo 132 hộ, hộ cận nghèo 98 hộ.",
    "Cả nước có 63 tỉnh, thành phố; trong đó 28 tỉnh giáp biển, 25 tỉnh giáp biên giới.",
    ("Quỹ thu 320 triệu đồng, chi 285 triệu đồng: chi thăm hỏi 125 triệu đồng, chi học bổng 160 triệu đồng."),
    "Tặng 10 suất học bổng (mỗi suất 1 triệu đồng), 20 xe đạp (mỗi xe 1,5 triệu đồng) cho 30 học sinh.",
    "Năm 2021 có 45 vụ, năm 2022 có 38 vụ (giảm 7 vụ), năm 2023 có 33 vụ (giảm 5 vụ).",
    (
        "Dư nợ đạt 320 tỷ đồng, tăng 25 tỷ đồng so với đầu năm; trong đó, dư nợ cho vay hộ nghèo đạt 98 tỷ "
        "đồng, giảm 5 tỷ đồng; cho vay hộ cận nghèo đạt 76 tỷ đồng, tăng 3 tỷ đồng."
    ),
    (
        "Kinh phí thực hiện: 500 triệu đồng, trong đó: năm 2021: 150 triệu đồng; năm 2022: 200 triệu đồng; "
        "năm 2023: 150 triệu đồng."
    ),
    "Giải quyết 95/100 hồ sơ, còn 5 hồ sơ đang xem xét.",
    "Kế hoạch giao 500 lao động, thực hiện 520 lao động (nam 280 lao động, nữ 240 lao động).",
    "Bán được 12 tấn cam, giá 25.000 đồng/kg, thu 300 triệu đồng, trừ chi phí còn lãi 180 triệu đồng.",
    (
        "Toàn huyện có 215 thôn, bản; trong đó có 45 thôn đặc biệt khó khăn; 120 thôn có nhà văn hóa; 180 "
        "thôn có điện lưới."
    ),
    "Xã có 8 dân tộc: Kinh chiếm 45%, Tày 30%, Nùng 15%, còn lại là các dân tộc khác.",
    (
        "Huy động 1.250 lượt người tham gia, trong đó đoàn viên thanh niên 650 lượt, phụ nữ 420 lượt, cựu "
        "chiến binh 280 lượt."
    ),
    "Gia đình ông có 2 ha đất, trồng 1,5 ha cam, 0,8 ha chè xen canh.",
    "Hỗ trợ 1.500 cây giống gồm 500 cây mít, 1.000 cây bưởi; 30 kg hạt giống rau.",
    (
        "Tổng sản lượng lương thực đạt 12.450 tấn, trong đó thóc 9.870 tấn, bằng 101% kế hoạch và tăng 2% so "
        "với cùng kỳ."
    ),
    "Có 320 hộ tham gia bảo hiểm y tế, đạt 98%; trong đó cấp mới 45 thẻ, gia hạn 1.210 thẻ.",
    "Đại hội bầu 15 ủy viên Ban Chấp hành, 5 ủy viên Ban Thường vụ, 1 Chủ tịch và 2 Phó Chủ tịch.",
    (
        "Tổng số vốn vay 2,5 tỷ đồng cho 50 hộ, bình quân 50 triệu đồng/hộ; hộ vay cao nhất 100 triệu đồng, "
        "thấp nhất 20 triệu đồng."
    ),
    "Thu ngân sách 120 tỷ đồng, chi ngân sách 115 tỷ đồng, tổng cộng có 45 khoản thu.",
    "Từ 12 mô hình năm 2015, nay có 45 mô hình, gồm cả 8 mô hình của phụ nữ và 10 mô hình của thanh niên.",
    ("Bão làm 3 người chết, 12 người bị thương; 45 nhà sập, 312 nhà tốc mái; thiệt hại tổng cộng 56 tỷ đồng."),
    ("Học phí 1,2 triệu đồng, gồm tiền ăn 700.000 đồng, tiền học 500.000 đồng; bảo hiểm 560.000 đồng đóng riêng."),
    "Phân bổ 100 tấn gạo: huyện A 40 tấn, huyện B 35 tấn, dự phòng 25 tấn.",
    (
        "Diện tích lúa 1.200 ha, năng suất 58 tạ/ha, sản lượng 6.960 tấn; ngô 300 ha, sản lượng 1.350 tấn. "
        "Tổng sản lượng lương thực 8.310 tấn."
    ),
    "Đến nay có 12/18 xã đạt chuẩn, còn 6 xã phấn đấu năm 2025.",
    ("Số người nhiễm là 450 người, trong đó tích lũy tử vong 120 người; hiện quản lý 280 người, 50 người mất dấu."),
    "Hội thi có 12 đội với 180 vận động viên, trao 3 giải nhất, 6 giải nhì, 9 giải ba.",
    ("Thăm 45 gia đình, trong đó có 12 gia đình liệt sĩ, 25 gia đình thương binh, 20 gia đình có công với cách mạng."),
    "Công ty đóng góp 2 tỷ đồng, trong đó 1 tỷ đồng bằng tiền mặt và 1.000 tấn xi măng trị giá 1 tỷ đồng.",
    "Giá trị hợp đồng 12,5 tỷ đồng, tạm ứng 3,75 tỷ đồng, đã thanh toán 8 tỷ đồng, còn lại 4,5 tỷ đồng.",
    ("Năm 2023, tổng đàn lợn 48.200 con, trong đó lợn nái 5.100 con, lợn thịt xuất chuồng trong năm 76.300 con."),
    "Toàn tỉnh có 10 huyện, thành phố, 198 xã, phường, thị trấn, gồm 168 xã, 18 phường và 12 thị trấn.",
    ("Tổng kinh phí hỗ trợ 2.100 triệu đồng cho 30 hộ (hộ nghèo: 20 hộ, hộ cận nghèo: 10 hộ), mức 70 triệu đồng/hộ."),
    ("Sau một năm, trang trại có 45 con bò, gồm cả bê; bán 12 con thu 240 triệu đồng, giữ lại 20 con bò cái."),
    (
        "Phong trào được 85% hộ hưởng ứng với 1.250 ngày công, 320 m2 đất hiến, trong đó ông Tư hiến 120 m2, "
        "bà Năm hiến 200 m2 và góp 30 ngày công."
    ),
    "Kiểm tra 45 cơ sở, phát hiện 12 cơ sở vi phạm, xử phạt 10 cơ sở, nhắc nhở 2 cơ sở.",
    (
        "Ngân hàng giải ngân 45 tỷ đồng cho 900 hộ; thu nợ 32 tỷ đồng; tổng dư nợ 214 tỷ đồng, trong đó nợ "
        "quá hạn 0,4 tỷ đồng."
    ),
    "Tổ công tác gồm 15 người, trong đó có 7 đảng viên, 5 nữ.",
    (
        "Trường có 24 lớp, 856 học sinh, 52 cán bộ, giáo viên, nhân viên; trong đó 46 giáo viên, 4 nhân "
        "viên, 2 cán bộ quản lý."
    ),
    (
        "Toàn tỉnh có 1.245 km đường tỉnh, trong đó 980 km được nhựa hóa; 3.200 km đường huyện, trong đó "
        "1.890 km được cứng hóa."
    ),
    "Năm 2022 giảm 412 hộ nghèo, năm 2023 giảm 385 hộ nghèo; như vậy sau hai năm giảm 797 hộ.",
    ("Xã có 2.450 nhân khẩu thuộc 580 hộ, trong đó 120 hộ nghèo với 510 nhân khẩu, 85 hộ cận nghèo với 362 nhân khẩu."),
    (
        "Tổng dư nợ 214,6 tỷ đồng, trong đó dư nợ hộ nghèo 65,2 tỷ đồng với 1.320 hộ, hộ cận nghèo 48,9 tỷ "
        "đồng với 980 hộ, hộ mới thoát nghèo 51,3 tỷ đồng với 1.010 hộ."
    ),
    "Giá trị thiệt hại 12,6 tỷ đồng. Huyện đã trích 2 tỷ đồng, tỉnh hỗ trợ 5 tỷ đồng để khắc phục.",
    "Nhà máy có 320 công nhân; ca 1 có 150 công nhân, ca 2 có 120 công nhân, ca 3 có 50 công nhân.",
    "Có 1.250 hộ đăng ký, 1.120 hộ đạt danh hiệu; trong đó 980 hộ đạt 3 năm liền.",
    ("Hội nghị có 250 đại biểu tham dự; có 12 ý kiến tham luận, trong đó 8 ý kiến trực tiếp, 4 ý kiến gửi văn bản."),
    "Thửa đất 450 m2, gồm 200 m2 đất ở và 250 m2 đất vườn; nhà xây 120 m2, bếp 30 m2.",
    ("Bí thư Chi đoàn năm nay 28 tuổi, đã tổ chức 15 hoạt động, gồm 6 buổi ra quân, 5 buổi tập huấn, 4 đêm văn nghệ."),
    (
        "Tổng số 120 câu hỏi gồm 3 phần: phần 1 có 40 câu, phần 2 có 50 câu, phần 3 có 30 câu; thời gian làm "
        "bài 150 phút."
    ),
    "Chuyến hàng gồm 200 thùng mì, 100 thùng nước, 50 áo phao, 1 tấn gạo, trị giá 120 triệu đồng.",
    (
        "Huyện đầu tư 45 công trình với 86 tỷ đồng, trong đó 12 công trình giao thông 41 tỷ đồng, 8 công "
        "trình thủy lợi 15 tỷ đồng."
    ),
    (
        "Đã hỗ trợ 35 hộ nghèo làm nhà; hỗ trợ 120 hộ nghèo vay vốn; hỗ trợ 85 hộ nghèo mua bảo hiểm; tổng "
        "cộng 240 lượt hộ."
    ),
    "Sản lượng 3.240 tấn (vượt 240 tấn so với kế hoạch 3.000 tấn), trong đó cá 2.100 tấn, tôm 1.140 tấn.",
    ("Tổng chi phí 45 triệu đồng, gia đình bỏ ra 20 triệu đồng, vay ngân hàng 50 triệu đồng để làm thêm chuồng trại."),
    "Hạn hán làm 2.300 ha lúa thiếu nước, 850 ha bị khô hạn nặng, trong đó mất trắng 310 ha.",
    "Gia đình có 4 người con, 2 người đã lập gia đình, 3 người đang làm việc tại Hà Nội.",
    (
        "Huyện có 3.250 người cao tuổi; trong đó từ 60 đến 69 tuổi là 1.420 người, từ 70 đến 79 tuổi là "
        "1.150 người, từ 80 tuổi trở lên là 680 người."
    ),
    "Từ đầu năm đến nay ghi nhận 412 ca mắc, riêng tháng 8 ghi nhận 186 ca, tháng 9 ghi nhận 158 ca.",
    "Ngày 5/8 thu hoạch 120 kg, ngày 6/8 thu 135 kg, ngày 7/8 thu 128 kg; giá bán 30.000 đồng/kg.",
    "Kế hoạch năm 2023 là 5.000 tấn, 6 tháng đầu năm đạt 2.150 tấn, 6 tháng cuối năm phấn đấu 2.850 tấn.",
    ("Xây dựng được 12 mô hình: mô hình nuôi bò 3B 20 con, mô hình trồng nấm 500 m2, mô hình nuôi gà 1.000 con."),
    "Trong 35 hộ tham gia có 12 hộ do phụ nữ làm chủ, 9 hộ có người khuyết tật, 20 hộ người Mông.",
    ("Đầu năm xã có 214 hộ nghèo; trong năm có 58 hộ thoát nghèo, 6 hộ phát sinh; cuối năm còn 162 hộ nghèo."),
    (
        "Nguồn vốn tăng thêm 12 tỷ đồng, trong đó Trung ương 7 tỷ đồng, địa phương 5 tỷ đồng, nâng tổng "
        "nguồn vốn lên 214 tỷ đồng."
    ),
    (
        "Cơ sở có 3 phân xưởng, 120 công nhân, thu nhập bình quân 6 triệu đồng, trong đó phân xưởng may cao "
        "nhất 7,5 triệu đồng."
    ),
    (
        "Ngành giáo dục có 1.245 cán bộ quản lý, giáo viên; trong đó trên chuẩn 845 người, đảng viên 612 "
        "người, nữ 930 người."
    ),
    (
        "Tỉnh hỗ trợ mỗi xã 500 triệu đồng, gồm 300 triệu đồng làm đường và 200 triệu đồng làm nhà văn hóa; "
        "tổng cộng 6 xã là 3 tỷ đồng."
    ),
    "Bình quân mỗi hộ thu 120 triệu đồng/năm, trong đó từ cam 90 triệu đồng, từ chăn nuôi 30 triệu đồng.",
    (
        "Ngày 12/5, đoàn kiểm tra 15 cơ sở; ngày 13/5, kiểm tra 18 cơ sở; phát hiện 6 cơ sở vi phạm, trong "
        "đó ngày 12/5 có 2 cơ sở."
    ),
    "Cây cầu dài 120 m, gồm 4 nhịp, mỗi nhịp 30 m, rộng 7 m.",
    ("Giải chạy có 1.200 vận động viên ở các cự ly 5 km, 10 km, 21 km; trong đó 300 vận động viên chạy 21 km."),
    (
        "Trong 450 triệu đồng thu được, trường chi 120 triệu đồng mua máy tính, 85 triệu đồng mua bàn ghế; "
        "số còn lại gửi ngân hàng."
    ),
    "Doanh thu 35,6 tỷ đồng, chi phí 31,2 tỷ đồng, lợi nhuận 4,4 tỷ đồng.",
    ("Có 45 đơn, trong đó khiếu nại 12 đơn, tố cáo 8 đơn, kiến nghị 25 đơn; đã giải quyết 40 đơn, còn 5 đơn."),
    ("Kết nạp 25 đảng viên mới, trong đó có 12 đoàn viên, 9 nữ, 7 người có đạo; chuyển chính thức 22 đảng viên."),
    ("Nhà trường có 12 phòng học, 4 phòng bộ môn, 1 thư viện; tổng diện tích 5.600 m2, trong đó sân chơi 2.100 m2."),
    (
        "Năm qua, xã được đầu tư 5 công trình với tổng kinh phí 12,6 tỷ đồng: đường Bản Mới 4,2 tỷ đồng, kè "
        "suối 3,1 tỷ đồng, trường mầm non 5,3 tỷ đồng, và hai công trình nước sạch do dân tự làm."
    ),
    "Từ 320 ha năm 2018, diện tích tăng lên 450 ha năm 2022, trong đó trồng mới 130 ha.",
    ("Cả huyện có 12.450 hộ, trong đó 11.890 hộ dùng điện lưới, 10.230 hộ dùng nước sạch, 9.870 hộ có nhà kiên cố."),
    ("Trung bình mỗi ngày bệnh viện khám 450 lượt người: sáng 300 lượt, chiều 150 lượt; cao điểm có ngày 620 lượt."),
    (
        "Giá trị sản xuất nông nghiệp 1.245 tỷ đồng: trồng trọt 685 tỷ đồng, tăng 3,2%; chăn nuôi 412 tỷ "
        "đồng, tăng 5,1%; dịch vụ 148 tỷ đồng, tăng 2%."
    ),
    "Có 320 đại biểu dự, nữ 120 đại biểu; 95 đại biểu nam là đảng viên.",
    "Hội nghị có 45 đại biểu chính thức, 30 đại biểu mời, tổng số 75 đại biểu.",
    "Toàn xã có 12 thôn, thôn lớn nhất có 245 hộ, thôn nhỏ nhất có 62 hộ, tổng số 1.680 hộ.",
    (
        "Năm 2021 kết nạp 45 đảng viên, năm 2022 kết nạp 52 đảng viên, năm 2023 kết nạp 48 đảng viên; tổng "
        "số đảng viên toàn Đảng bộ 2.145 đồng chí."
    ),
    "Huyện có 18 xã, trong đó 7 xã vùng I, 6 xã vùng II, 5 xã vùng III với 42 thôn đặc biệt khó khăn.",
    (
        "Giai đoạn 2016-2020, toàn tỉnh có 25.340 hộ thoát nghèo, trong đó năm 2016: 4.120 hộ, năm 2017: "
        "5.230 hộ, năm 2018: 5.640 hộ, năm 2019: 5.310 hộ, năm 2020: 5.040 hộ."
    ),
    (
        "Đã tổ chức 24 cuộc tuyên truyền với 1.860 lượt người nghe; phát 2.000 tờ rơi, trong đó 800 tờ rơi "
        "bằng tiếng Mông."
    ),
    "Tỷ lệ hộ nghèo 8,5%, gồm hộ nghèo vùng cao 5,2% và vùng thấp 3,3%.",
    (
        "Kinh phí cấp 500 triệu đồng; đã giải ngân 480 triệu đồng, trong đó chi hỗ trợ con giống 400 triệu "
        "đồng, chi tập huấn 80 triệu đồng; hủy dự toán 20 triệu đồng."
    ),
    "Có 12 hộ đăng ký nuôi 36 con bò, trong đó hộ ông Hùng nuôi 5 con, hộ bà Mai nuôi 4 con.",
    "Đội tuyển có 26 cầu thủ, trong đó 3 thủ môn, 9 hậu vệ, 8 tiền vệ, 6 tiền đạo; tuổi trung bình 24,5.",
    "Lãi suất 6,5%/năm, trong đó ngân sách hỗ trợ 2%, người vay trả 4,5%.",
    ("Tổng số phiếu phát ra 5.120 phiếu, thu về 5.098 phiếu, trong đó hợp lệ 5.044 phiếu, không hợp lệ 54 phiếu."),
    (
        "Chiều cao đập 45 m, dài 320 m, dung tích 12,5 triệu m3, trong đó dung tích hữu ích 9,8 triệu m3, "
        "dung tích chết 2,7 triệu m3."
    ),
    (
        "Tổng số hộ nghèo cuối năm 1.245 hộ, giảm 312 hộ so với đầu năm; trong đó có 86 hộ nghèo phát sinh "
        "mới, 12 hộ tái nghèo."
    ),
    ("- Tổng số hộ: 1.245 hộ.\n- Tổng số khẩu: 5.312 khẩu.\n- Số hộ nghèo: 132 hộ.\n- Số hộ cận nghèo: 98 hộ."),
    (
        "1. Trồng trọt: diện tích 450 ha.\n"
        "- Lúa: 210 ha, năng suất 58 tạ/ha.\n"
        "- Ngô: 120 ha, năng suất 45 tạ/ha.\n"
        "- Rau: 60 ha."
    ),
    (
        "Mục tiêu đến năm 2025: 12 xã đạt chuẩn.\n"
        "- Năm 2021: 3 xã.\n"
        "- Năm 2022: 5 xã.\n"
        "- Năm 2023: 8 xã.\n"
        "- Năm 2024: 10 xã."
    ),
    ("Kế hoạch vốn: 2.500 triệu đồng.\n- Đã phân bổ: 2.300 triệu đồng.\n- Đã giải ngân: 1.900 triệu đồng."),
    (
        "Số lớp: 12 lớp với 360 học viên:\n"
        "- Lớp chăn nuôi: 5 lớp, 150 học viên.\n"
        "- Lớp trồng trọt: 4 lớp, 120 học viên.\n"
        "- Lớp may: 3 lớp, 90 học viên."
    ),
    (
        "Dư nợ 214 tỷ đồng, trong đó:\n"
        "- Nợ trong hạn: 213,6 tỷ đồng;\n"
        "- Nợ quá hạn: 0,4 tỷ đồng;\n"
        "- Tăng so với đầu năm: 12 tỷ đồng."
    ),
    (
        "Toàn huyện có 215 chi hội với 8.450 hội viên, trong đó:\n"
        "- Hội viên là người dân tộc thiểu số: 5.120 người;\n"
        "- Hội viên theo đạo: 1.230 người;\n"
        "- Hội viên nữ: 4.300 người."
    ),
    ("Tổng số 56 xã, phường, thị trấn; trong đó 48 xã có đường ô tô, 50 xã có điện lưới, 52 xã có trạm y tế."),
    (
        "Công ty có 3 nhà máy: nhà máy 1 có 450 công nhân, nhà máy 2 có 320 công nhân; tổng số lao động toàn "
        "công ty là 980 người, kể cả khối văn phòng."
    ),
    (
        "Đoàn kiểm tra 36 cơ sở.\n"
        "- Vi phạm về nhãn hàng hóa: 12 cơ sở.\n"
        "- Vi phạm về điều kiện vệ sinh: 18 cơ sở.\n"
        "- Vi phạm về giấy phép: 15 cơ sở.\n"
        "Một số cơ sở vi phạm nhiều lỗi."
    ),
    "Nguồn vốn năm 2023: 500 triệu đồng, trong đó vốn năm 2022 chuyển sang 120 triệu đồng.",
    ("Tổng số hộ: 320 hộ. Số hộ có nước sạch 310 hộ. Số hộ có nhà tiêu hợp vệ sinh 295 hộ. Số hộ có điện 320 hộ."),
    "Giao cho xã A 12 tỷ đồng, xã B 15 tỷ đồng; trong 27 tỷ đồng này có 20 tỷ đồng vốn vay.",
    (
        "Xã có 4 trường với 86 giáo viên, trong đó có 32 giáo viên giỏi cấp huyện, 12 giáo viên giỏi cấp "
        "tỉnh, 60 giáo viên là đảng viên."
    ),
    (
        "Bí thư Tỉnh ủy tặng 50 suất quà (mỗi suất 500.000 đồng), Chủ tịch UBND tỉnh tặng 70 suất quà; tổng "
        "trị giá 60 triệu đồng."
    ),
    (
        "Các cấp Hội giúp 312 hộ, trong đó 120 hộ về vốn, 95 hộ về giống, 60 hộ về ngày công, đặc biệt có 18 "
        "hộ thoát nghèo."
    ),
    "Xã có 45 đảng viên ở 5 chi bộ, chi bộ đông nhất 14 đảng viên, ít nhất 5 đảng viên.",
    "Trồng 5.000 cây, gồm keo, bạch đàn, xoan; trong đó keo 3.500 cây.",
    ("Tiếp nhận 120 cuộc gọi, trong đó 45 cuộc về bạo lực, 30 cuộc về xâm hại; tư vấn trực tiếp 25 ca, kết nối 12 ca."),
    (
        "Tổng vốn 20 tỷ đồng cho 3 xã: xã A 8 tỷ đồng, xã B 7 tỷ đồng, xã C 5 tỷ đồng, riêng xã A được bổ "
        "sung 1 tỷ đồng."
    ),
    "Năm 2024 mở 15 lớp với 450 học viên (năm 2023 là 12 lớp, 360 học viên).",
    (
        "Thành lập 3 đoàn kiểm tra 24 xã, mỗi đoàn 8 xã; phát hiện 15 hồ sơ sai sót, trong đó 9 hồ sơ thiếu "
        "chữ ký, 8 hồ sơ sai đối tượng."
    ),
    ("Sản lượng 320 tấn/năm, giá bán 25 triệu đồng/tấn, doanh thu 8 tỷ đồng, trừ chi phí 5 tỷ đồng, lãi 3 tỷ đồng."),
    (
        "Từ đầu năm xảy ra 12 vụ cháy, làm chết 2 người, bị thương 5 người, thiệt hại 3,5 tỷ đồng; trong đó "
        "cháy nhà dân 7 vụ, cháy xe 3 vụ, cháy rừng 2 vụ."
    ),
    ("Khu A có 120 phòng, khu B có 80 phòng, khu C có 60 phòng; công suất phòng 75%; tổng số lao động 145 người."),
    "Lốc làm tốc mái 640 ngôi nhà. Xã A có 312 căn. Ở xã B, 215 gia đình phải ở nhờ. Còn lại 113 ngôi nhà thuộc xã C.",
    "Xã có 4.127 nam và 4.286 nữ, tỷ số giới tính 96,3 nam/100 nữ. Như vậy, dân số toàn xã là 8.413 người.",
    (
        "Toàn tỉnh có 640 tuyến đường đạt chuẩn. Trong đó, cấp huyện có 300 tuyến đạt chuẩn trong tổng số 520 tuyến; "
        "cấp xã có 280 tuyến đạt chuẩn trong tổng số 700 tuyến; đường thôn có 60 trong tổng số 410 tuyến."
    ),
    (
        "Trong năm, ngành kiểm lâm đã lập 860 biên bản; đã xử lý 815 biên bản. So với năm trước, lập biên bản tăng 45 "
        "vụ. Trong đó, lập ở rừng phòng hộ 540 biên bản, đã xử lý 512 biên bản; lập ở rừng sản xuất 320 biên bản, đã "
        "xử lý 303 biên bản."
    ),
    (
        "Đoàn kiểm tra đề nghị nộp quỹ hơn 2 tỷ đồng; hoàn trả cho hộ dân 310,5 triệu đồng. Trong đó đã nộp quỹ 245,2 "
        "triệu đồng, hoàn trả cho hộ dân 180 triệu đồng."
    ),
    (
        "Tổng giá trị giao dịch qua sàn đạt 92,06 tỷ đồng, tăng 11% so với cùng kỳ. Cụ thể, hàng bán ra đạt 46,05 tỷ "
        "đồng, tăng 9%, trong đó, giá trị bán ra của các hợp tác xã khoảng 30,12 tỷ đồng, tăng 21% so với cùng kỳ."
    ),
    (
        "Cụ thể, 2 cơ sở xây dựng không phép, bị phạt 180 triệu đồng; 4 cơ sở để vật liệu lấn đường, bị phạt 66 triệu "
        "đồng; 31 hộ đổ đất ra kênh, bị phạt 112 triệu đồng; 6 cơ sở lấn hành lang, bị phạt 520 triệu đồng."
    ),
    (
        "2 cơ sở xây dựng không phép, bị phạt 180 triệu đồng; 3 cơ sở để vật liệu lấn đường, bị phạt 66 triệu đồng; "
        "31 hộ đổ đất ra kênh, bị phạt 112 triệu đồng; 6 cơ sở lấn hành lang, bị phạt 520 triệu đồng."
    ),
]


def told(text):
    claims = sums(read_figures(plain_source(text)))
    return [claim for claim in claims if claim.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)]


@pytest.mark.parametrize("text", WRONG)
def test_a_sum_that_is_wrong_is_told(text):
    assert {claim.kind for claim in told(text)} == {FindingKind.SUM}


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_are_right_are_left_alone(text):
    assert told(text) == []
