"""What the audit says of shares: of a whole, a plan, an earlier level, of no printed whole, and what is no share."""

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.shares.implied_wholes import implied_wholes
from poverty_evaluation.audit.rules.shares.numerators import parts_over_all
from poverty_evaluation.audit.rules.shares.percent_series import parts_over_whole, percent_series
from poverty_evaluation.audit.rules.shares.shares import shares

RULES = (shares, percent_series, parts_over_whole, parts_over_all, implied_wholes)
TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def claims_of(text):
    reading = read_figures(plain_source(text, ""))
    return [claim for rule in RULES for claim in rule(reading)]


def told(text):
    return [(claim.stated.text, claim.computed) for claim in claims_of(text) if claim.verdict in TOLD]


def holding(text):
    return [claim.stated.text for claim in claims_of(text) if claim.verdict is AuditVerdict.HOLDS]


WRONG = [
    # of a whole in the same sentence
    ("Toàn xã có 2.400 hộ, trong đó 312 hộ nghèo, chiếm tỷ lệ 15%.", "15%", "13%"),
    ("Trong tổng số 1.850 lao động được khảo sát, 740 lao động (45%) chưa qua đào tạo.", "45%", "40%"),
    ("Năm học này trường có 960 học sinh, trong đó có 432 em nữ, chiếm 54%.", "54%", "45%"),
    ("Đã có 1.170 hộ trên tổng số 1.300 hộ ký cam kết, đạt 95%.", "95%", "90%"),
    ("Có 17/20 thôn đạt danh hiệu văn hóa, đạt tỷ lệ 88%.", "88%", "85%"),
    ("Số hộ có nhà tiêu hợp vệ sinh: 1.530/1.800 hộ (đạt 89%).", "89%", "85%"),
    ("Tỷ lệ trẻ em được tiêm đủ mũi đạt 96,5% (1.158/1.250 trẻ).", "96,5%", "92,64%"),
    ("Có 64% số hộ (832 hộ trên tổng số 1.040 hộ) dùng nước sạch.", "64%", "80%"),
    ("Toàn huyện có 72% (18/24) xã đạt chuẩn.", "72%", "75%"),
    ("Nợ quá hạn 2,4 tỷ đồng, chiếm 0,8% tổng dư nợ 600 tỷ đồng.", "0,8%", "0,4%"),
    ("Chi đầu tư 45 tỷ đồng, bằng 35% tổng chi (150 tỷ đồng).", "35%", "30%"),
    ("Qua kiểm tra 240 cơ sở, phát hiện 36 cơ sở vi phạm (chiếm 18%).", "18%", "15%"),
    ("Số phiếu thu vào là 1.200 phiếu, số phiếu hợp lệ là 1.164 phiếu, đạt 98%.", "98%", "97%"),
    ("Đại hội có 150 đại biểu dự; nữ 60 đại biểu, chiếm 45%.", "45%", "40%"),
    ("Diện tích lúa 420 ha, chiếm 65% tổng diện tích gieo trồng là 700 ha.", "65%", "60%"),
    # of a whole before
    ("Toàn huyện hiện có 24.500 hộ dân. Số hộ nghèo là 2.940 hộ, chiếm 21% tổng số hộ.", "21%", "12%"),
    ("Xã có 5.200 nhân khẩu. Người có thẻ bảo hiểm y tế là 4.784 người, bằng 94% dân số.", "94%", "92%"),
    ("Tổng số 480 học sinh, trong đó:\n- Giỏi: 120 em, chiếm 25%\n- Khá: 216 em, chiếm 54%\n- Trung bình: 144 "
        "em, chiếm 30%", "54%", "45%"),
    ("Tổng dư nợ: 250 tỷ đồng.\n- Hộ nghèo: 75 tỷ đồng (30%)\n- Hộ cận nghèo: 100 tỷ đồng (40%)\n- Đối tượng "
        "khác: 75 tỷ đồng (35%)", "35%", "30%"),
    ("Tổng vốn được giao là 80 tỷ đồng. Đến nay đã giải ngân 52 tỷ đồng, đạt 56%.", "56%", "65%"),
    # of a plan
    ("Kế hoạch 1.500 ha, thực hiện 1.440 ha, đạt 98% kế hoạch.", "98%", "96%"),
    ("Thực hiện được 1.440 ha, đạt 98% so với kế hoạch là 1.500 ha.", "98%", "96%"),
    ("Thu ngân sách 63 tỷ đồng/60 tỷ đồng, vượt 3% dự toán.", None, None),
    ("Thu ngân sách đạt 63 tỷ đồng, vượt 8% so với dự toán (60 tỷ đồng).", "8%", "5%"),
    ("Tỉnh giao 2.000 chỉ tiêu, tuyển được 1.900 học viên, đạt 90% chỉ tiêu.", "90%", "95%"),
    ("Đào tạo nghề cho 1.260 người, hoàn thành 115% kế hoạch năm (1.200 người).", "115%", "105%"),
    ("Kế hoạch trồng 300 ha rừng. Đến nay đã trồng được 279 ha, đạt 97% kế hoạch.", "97%", "93%"),
    ("- Dự toán tỉnh giao: 90 tỷ đồng\n- Thực hiện: 99 tỷ đồng, bằng 120% dự toán", "120%", "110%"),
    ("Hòa giải thành 92/115 vụ việc, đạt 82%.", "82%", "80%"),
    # of an earlier level
    ("Tổng đàn lợn 12.600 con, bằng 115% so với cùng kỳ (12.000 con).", "115%", "105%"),
    ("Lượng khách đạt 55.000 lượt, bằng 120% cùng kỳ năm trước. Cùng kỳ năm trước đón 50.000 lượt.", "120%", "110%"),
    # sums of per cents, parts over the whole
    ("Cơ cấu lao động: nông nghiệp 45%, công nghiệp 32%, dịch vụ 28%.", "28%", "105%"),
    ("Cơ cấu kinh tế:\n- Nông nghiệp: 35,2%\n- Công nghiệp: 40,6%\n- Dịch vụ: 30,2%", "30,2%", "106,0%"),
    ("Có 40% số hộ dùng bếp gas, 35% dùng bếp củi, còn lại 20% dùng bếp điện.", "20%", "95%"),
    ("Số hộ có nhà kiên cố là 1.200 hộ, chiếm 118% tổng số hộ.", "118%", "100%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_a_share_that_cannot_be_is_told(text, stated, computed):
    assert told(text) == ([(stated, computed)] if stated else [])


RIGHT = [
    "Toàn xã có 2.400 hộ, trong đó 312 hộ nghèo, chiếm tỷ lệ 13%.",
    "Toàn xã có 2.400 hộ; có 312 hộ nghèo với 1.290 khẩu, chiếm 13% số hộ.",
    "Trong 800 hộ vay vốn, 600 hộ (75%) là hộ nghèo; trong số này 150 hộ (25%) là hộ dân tộc thiểu số.",
    "Toàn tỉnh có 120.000 hộ; huyện A còn 1.500 hộ nghèo, chiếm 9,8% tổng số hộ của huyện.",
    "Số hộ nghèo giảm 182 hộ (33,8%), từ 538 hộ xuống còn 356 hộ.",
    "Tổng đàn trâu 1.200 con, tăng 60 con (5,3%) so với cùng kỳ; đàn bò 3.000 con.",
    "Dư nợ 120 tỷ đồng với 2.500 hộ vay, lãi suất 0,65%/tháng.",
    "Huyện có 12.000 hộ. Ngân hàng cho 300 hộ vay với lãi suất 6,6%/năm.",
    "Công ty đã bán 500 tấn phân NPK, độ ẩm 12%, cho 2.000 hộ.",
    "Lớp có 40 học viên, 95% học viên đạt yêu cầu trở lên.",
    "Gần 13.000 hộ trong tổng số 100.000 hộ, chiếm 13%.",
    "Đã có 995/1.000 hộ đăng ký, đạt trên 99%.",
    "Tổng thu 6 tháng đạt 54 tỷ đồng, bằng 45% dự toán tỉnh giao, bằng 40% dự toán huyện giao và tăng 8% so với "
    "cùng kỳ.",
    "Có 96/112 tổ dân phố được công nhận, tăng 3% so với năm trước.",
    "Tổng số 1.000 hộ, trong đó 333 hộ (33,3%) khá, 333 hộ (33,3%) trung bình, 334 hộ (33,4%) nghèo.",
    "Kết quả: 2/3 xã hoàn thành (66,7%).",
    "Xã có 9 thôn; thu nhập bình quân 35 triệu đồng, bằng 108% năm trước.",
    "Hộ nghèo là 120 hộ, chiếm 6%; hộ cận nghèo là 160 hộ, chiếm 8% trên tổng số 2.000 hộ.",
    "Khảo sát 400 hộ (được chọn nhiều phương án): 52% nêu thiếu vốn, 36% nêu thiếu đất, 20% nêu ốm đau.",
    "Tỷ lệ hộ nghèo các xã: xã A 35%, xã B 40%, xã C 30%.",
    "Nông nghiệp chiếm 35,2%, công nghiệp 40,6%, dịch vụ 24,2% trong cơ cấu kinh tế.",
    "Cơ cấu: 33,3% - 33,3% - 33,3%.",
    "Năm 2020 có 2.000 hộ nghèo (20%), năm 2022 có 1.050 hộ nghèo (10%).",
    "Doanh thu ước đạt 63 tỷ đồng, bằng 105% kế hoạch (60 tỷ đồng).",
    "Giá vật tư tăng 15%, làm 30 trong tổng số 200 công trình chậm tiến độ.",
    "Công suất thiết kế 500 tấn/ngày, nhà máy đang chạy 80% công suất.",
    "Thuế suất 10% áp dụng cho 120 mặt hàng trong 300 mặt hàng.",
    "Giải ngân 30 tỷ đồng/50 tỷ đồng, đạt 60% kế hoạch vốn.",
    "Đạt 105,3% kế hoạch, bằng 112% cùng kỳ.",
    "Thôn có 60 hộ. Đợt này 45 hộ được hỗ trợ 70% chi phí mua giống.",
    "Số trẻ suy dinh dưỡng giảm từ 120 cháu (12%) xuống 90 cháu (9,1%).",
    "Nhà trường có 40 giáo viên, 38 giáo viên đạt chuẩn (95%), 12 giáo viên giỏi (30%).",
    "Thực hiện 9 tháng 4.500 tấn, đạt 75% kế hoạch cả năm; riêng tháng 9 là 600 tấn.",
    "Chi thường xuyên 630 tỷ đồng, chiếm 63% tổng chi ngân sách địa phương; chi đầu tư 250 tỷ đồng.",
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số; 1.200 người được cấp thẻ mới.",
    "Có 1.200 lượt người được tư vấn, trong đó 65% là phụ nữ; 80 người được giới thiệu việc làm.",
    "Đến nay có 62 sản phẩm OCOP, trong đó 41 sản phẩm 3 sao (66,1%), 19 sản phẩm 4 sao (30,6%), 2 sản phẩm 5 "
    "sao (3,2%).",
    "Huyện có 15.200 hộ. Năm qua, 420 hộ thoát nghèo, chiếm 18,3% số hộ nghèo đầu năm.",
    "Xã có 1.200 hộ, 5.100 khẩu; có 96 hộ nghèo (8%), 420 khẩu nghèo (8,2%).",
    "Cả nước có 705 huyện, tỉnh ta có 10 huyện. Đã có 6 huyện (60%) hoàn thành.",
    "Trường có 1.200 học sinh. Khối 6 có 320 em, trong đó 160 em (50%) là nữ. Khối 7 có 300 em, trong đó 144 em "
    "(48%) là nữ.",
    "Hội có 500 hội viên. Qua bình xét, 120 trong số 150 chi hội (80%) đạt vững mạnh.",
    "Đầu tư 120 tỷ đồng cho 40 công trình, hoàn thành 30 công trình (75%), giải ngân 84 tỷ đồng (70%).",
    "Sở đã giải quyết 1.500 hồ sơ, trong đó trước hạn 900 hồ sơ, đạt tỷ lệ hài lòng 98%.",
    "Sản lượng 45.000 tấn, đạt 102% kế hoạch; diện tích 7.500 ha, đạt 100% kế hoạch.",
    "Kế hoạch năm 8.000 tấn. 6 tháng đạt 3.900 tấn; riêng cá 1.500 tấn, đạt 50% kế hoạch cá (3.000 tấn).",
    "Thu tiền điện đạt 99,8%; có 12 hộ nợ trong tổng số 6.000 hộ.",
    "Ngân hàng huy động 300 tỷ đồng, tăng 12% so với đầu năm, chiếm 25% thị phần.",
    "Có 85 em đỗ đại học, chiếm 34% học sinh khối 12; trường có tổng 780 học sinh.",
    "Công ty giảm 30 lao động, tương đương 5% tổng số lao động (600 người).",
    "Mức hỗ trợ bằng 70% kinh phí, tối đa 50 triệu đồng/mô hình; có 12 mô hình.",
    "Đã trồng 40 ha, tỷ lệ sống 85%; tổng diện tích quy hoạch 200 ha.",
    "Xét nghiệm 2.000 mẫu, có 14 mẫu dương tính (0,7%).",
    "Tỷ lệ lao động qua đào tạo đạt 65% (mục tiêu 70%); đào tạo mới 1.200 người.",
    "Sau 3 năm, đàn bò đạt 2.500 con, bằng 125% năm 2017.",
    "Hộ có thu nhập trên 100 triệu đồng là 340 hộ, chiếm 17%. Hộ còn nhà tạm là 20 hộ, chiếm 1%.",
    "Tháng 6 tiêu thụ 450 tấn, chiếm 18% sản lượng cả năm 2.500 tấn.",
    "Mỗi hộ được vay 50 triệu đồng, chiếm 62,5% nhu cầu vốn (80 triệu đồng/hộ).",
    "Có 5 trong 12 chỉ tiêu vượt kế hoạch (41,7%), 6 chỉ tiêu đạt (50%).",
    "Nhiệt độ 25 độ C, độ ẩm 80%. Có 200 người dự, 160 người (80%) là phụ nữ.",
    "Kết quả: 45 tập thể được khen, chiếm 15% số tập thể; 320 cá nhân, chiếm 20% số cá nhân.",
    "Xã có 4.500 người trong độ tuổi lao động, chiếm 60% dân số; lao động nông nghiệp 2.700 người, chiếm 60% "
    "lao động.",
    "Năng suất đạt 62 tạ/ha, bằng 103,3% so với năm trước (60 tạ/ha).",
    "Thực hiện 6 tháng được 12.000 tấn, bằng 48% kế hoạch năm 25.000 tấn và bằng 96% so với cùng kỳ.",
    "Vốn nước ngoài giải ngân 120 tỷ đồng, đạt 30%; vốn trong nước 900 tỷ đồng, đạt 75% kế hoạch 1.200 tỷ đồng.",
    "Số hộ nghèo còn 310 hộ, giảm 90 hộ, tương ứng giảm 3,1%; tổng số hộ 2.900 hộ.",
    "Toàn huyện có 220 trường; trong đó 154 trường đạt chuẩn quốc gia, chiếm 70%, tăng 6 trường (2,7%).",
    "Theo đó, 3 nhóm hàng: gạo tăng 2,5%, thịt tăng 3%, rau tăng 1,2%.",
    "Trong 1.000 người được hỏi, 620 người biết đến chương trình, 45% trong số đó (279 người) đã tham gia.",
    "Xã có 9.654 hộ, trong đó hộ nghèo chiếm 12,8% số hộ (1.236 hộ).",
    "Trường có 480 học sinh, 31 giáo viên, nữ chiếm 65%.",
    "Trường có 480 học sinh; 31 giáo viên, đảng viên đạt 60%.",
    "Vốn vay 300 triệu đồng, tỷ lệ thu hồi đạt 98%, tổng vốn 400 triệu đồng.",
    "Bình quân 22 tiêu chí/xã, số hộ khá giàu đạt 40%.",
    "Toàn tỉnh 1.250 trường học, 96% phòng học kiên cố; 15.600 giáo viên, 99% đạt chuẩn.",
    "Huyện có 24 xã. 14 xã đạt chuẩn nông thôn mới (58,3%), bình quân 17,5 tiêu chí/xã.",
    "Đoàn kiểm tra 60 hộ; tỷ lệ sử dụng vốn đúng mục đích là 95%.",
    "Đến nay 100% thôn có điện, 95% hộ dùng nước sạch, 60% hộ có nhà kiên cố.",
    "Doanh thu tăng 12%, lợi nhuận tăng 15%, nộp ngân sách tăng 20%.",
    "Có 18 hộ tham gia, mỗi hộ góp 20% kinh phí; Nhà nước hỗ trợ 80%.",
    "Tổ chức 36 lớp cho 1.260 học viên, tỷ lệ có việc làm sau đào tạo 85%.",
    "Tổ chức 36 lớp cho 1.260 học viên, trong đó 1.071 người có việc làm (85%).",
    "Cơ cấu giống: giống mới 70% diện tích, giống cũ 30% diện tích; mùa vụ đạt 95%.",
    "Tỷ lệ giảm hộ nghèo: xã Tân An 3,5%, xã Bình Hòa 4,2%, xã Long Phú 2,8%.",
    "Tỷ lệ mắc: 0-5 tuổi 45%, 6-15 tuổi 38%, trên 15 tuổi 25%.",
    "Kết quả phủ sóng: 4G 98%, 3G 99%, cáp quang 76%.",
    "Trong số trẻ được khám, 40% sâu răng, 35% cận thị, 30% thừa cân.",
    "Cơ cấu nguồn vốn gồm ngân sách 60%, doanh nghiệp 25%, người dân 15%.",
    "Tổng diện tích gieo trồng được 25.271,9 ha, đạt 74,6% kế hoạch, tăng 3,87%. Tổng thu ngân sách ước thực "
    "hiện được 285,3 tỷ đồng, đạt 60% kế hoạch tỉnh giao, đạt 58% kế hoạch HĐND huyện giao; trong đó, thu trên "
    "địa bàn huyện được 24,023 tỷ đồng, đạt 43% kế hoạch tỉnh giao, đạt 34% kế hoạch HĐND huyện giao.",
    "Sản lượng lương thực đạt hơn 17.800 tấn, bằng 105% kế hoạch; diện tích cây ăn quả thực hiện được 943ha, "
    "đạt hơn 129% kế hoạch. Tổng đàn đại gia súc hiện có hơn 10.923 con, đạt hơn 101% kế hoạch; tổng đàn gia "
    "cầm có hơn 602.000 con, đạt 98,7% kế hoạch.",
    "Tỷ trọng khu vực công nghiệp - xây dựng chiếm 56,34%, khu vực dịch vụ chiếm 31,31% và khu vực nông nghiệp "
    "chiếm 12,35%.",
    "Khu vực nông nghiệp tăng 4,29%, đóng góp 0,49 điểm phần trăm; công nghiệp tăng 6,78%, đóng góp 3,93 điểm "
    "phần trăm.",
    "Bình quân toàn huyện đạt 12,6/19 tiêu chí; 15 thôn đạt chuẩn, tỷ lệ 20%.",
    "Toàn tỉnh có 35 khu công nghiệp, tỷ lệ lấp đầy 62%; 18 cụm công nghiệp, tỷ lệ lấp đầy 45%.",
    "Năm 2022, tỉnh có 1.250 doanh nghiệp thành lập mới (tăng 12,5%), 350 doanh nghiệp giải thể (giảm 8%), 480 "
    "doanh nghiệp quay lại (tăng 20%).",
    "Số học sinh tốt nghiệp 2.350 em (99,2%), số học sinh xét tuyển đại học 1.450 em (61,7%); toàn tỉnh có "
    "12.000 học sinh lớp 12.",
    "Thu nội địa 3.200 tỷ đồng (80% dự toán), thu xuất nhập khẩu 500 tỷ đồng (50% dự toán); tổng thu 3.700 tỷ đồng.",
    "Tổng thu 3.700 tỷ đồng, trong đó thu nội địa 3.200 tỷ đồng (đạt 80% dự toán), thu xuất nhập khẩu 500 tỷ "
    "đồng (đạt 50%).",
    "Tổng số 1.200 cán bộ, trong đó 300 người được đào tạo (đạt 75% kế hoạch).",
    "Cả xã có 1.200 hộ, trong đó 320 hộ nuôi bò, bán được 480 con (chiếm 40% tổng đàn).",
    "Có 640 hộ nghèo, trong đó 480 hộ có lao động; đã đào tạo 120 người (60% là nữ).",
    "Trong năm có 1.500 lao động được tạo việc làm, trong đó 300 người đi xuất khẩu (tăng 20%), đạt 120% kế hoạch.",
    "Sau 5 năm, 4.200 hộ thoát nghèo trong tổng số 15.000 hộ nghèo, đưa tỷ lệ hộ nghèo giảm xuống còn 9,5%.",
    "Tỉnh có 150 xã, 96 xã đạt chuẩn (64%), trong đó 12 xã nâng cao (12,5%), 3 xã kiểu mẫu (3,1%).",
    "Cho vay hộ nghèo 120 tỷ đồng, chiếm 24%; cho vay hộ cận nghèo 150 tỷ đồng, chiếm 30%; tổng dư nợ 500 tỷ đồng.",
    "Với 25 phiếu thuận trên 30 phiếu (83,3%), nghị quyết được thông qua.",
    "Hội nghị có 45/48 đại biểu dự; 100% đại biểu dự họp biểu quyết tán thành.",
    "Điều kiện: trên 50% số hộ (tối thiểu 30 hộ) đồng ý. Thôn có 55 hộ.",
    "Kinh phí 4,5 tỷ đồng (ngân sách huyện 70%, xã 30%).",
    "Mua 500 kg giống, tỷ lệ nảy mầm 85% trở lên, cấp cho 120 hộ.",
    "Giá trị sản xuất 2.522,81 tỷ đồng, tăng 7,53% so với cùng kỳ và đạt 48,2% so với kế hoạch.",
    "Tổng số hộ điều tra: 2.150 hộ, đạt 100% kế hoạch. Hộ nghèo: 215 hộ, tỷ lệ 10%.",
    "Đảng bộ có 32 chi bộ với 640 đảng viên; chi bộ hoàn thành xuất sắc: 6 chi bộ (18,75%); đảng viên hoàn "
    "thành xuất sắc: 96 đồng chí (15%).",
    "Toàn huyện kết nạp 105/100 đảng viên.",
    "Đã mở 18/16 lớp, vượt kế hoạch.",
    "Xây dựng 12/10 mô hình, đạt 120% kế hoạch.",
    "Tổng số hộ nghèo là 371.990 hộ (chiếm tỷ lệ 50,43%), tổng số hộ cận nghèo là 94.611 hộ (chiếm tỷ lệ 12,83%).",
    "Có 538 hộ nghèo, chiếm 1,36% tổng số hộ, đến năm 2017 còn 356 hộ, chiếm 0,85% tổng số hộ.",
    "Đoàn đạt tỷ số giới tính 112/100 trẻ.",
    "Có 9.604 hộ nghèo, chiếm tỷ lệ 3,14%; hộ cận nghèo là 6.943 hộ, chiếm tỷ lệ 2,27%.",
    "Lượng khách quốc tế 4.560 lượt, chiếm 12% tổng lượng khách 38.000 lượt.",
    "Có 214 học sinh đỗ vào lớp 10 công lập, chiếm 73,8% trong số 290 học sinh dự thi.",
    "Đường dài 12,5 km, độ dốc dọc 8%, bề rộng 6,5 m.",
    "Hạn mức vay 100 triệu đồng, tỷ lệ cho vay tối đa 80% giá trị tài sản 150 triệu đồng.",
    "Lớp 12A có 45 em, điểm trung bình 7,2, tỷ lệ lên lớp 100%.",
    "Xác suất mưa 70%, lượng mưa 45 mm.",
    "Nồng độ cồn 40%, thể tích 500 ml, bán 2.000 chai.",
    "Anh Nam, 35 tuổi, bỏ ra 300 triệu đồng, vay thêm 50% từ ngân hàng.",
    "Trong 5 năm, tỷ lệ hộ nghèo giảm từ 12,5% xuống 4,8%; 1.250 hộ thoát nghèo; còn 780 hộ.",
    "Tỷ lệ thất nghiệp 2,3% (thành thị 3,1%, nông thôn 1,8%).",
    "Toàn huyện có 24 xã, thị trấn, 320 thôn; 290 thôn có nhà văn hóa (90,6%); 22 xã có trung tâm văn hóa (91,7%).",
    "Số lao động có việc làm 45.200 người, chiếm 97,6% lực lượng lao động; trong đó nữ 21.700 người, chiếm 48%.",
    "Xây dựng 40 mô hình, trong đó 35 mô hình hiệu quả (87,5%), nhân rộng 12 mô hình (30%).",
    "Cho 560 lượt hộ vay 28 tỷ đồng, bình quân 50 triệu đồng/hộ, nợ quá hạn 0,12%.",
    "Trợ cấp bằng 75% mức lương 6 triệu đồng, tức 4,5 triệu đồng mỗi tháng.",
    "Giảm giá 20% cho 1.000 khách đầu tiên trong 5.000 khách.",
    "Diện tích gieo cấy 5.200 ha, đạt 100% diện tích; trong đó lúa lai 2.600 ha, chiếm 50%.",
    "Năm 2021 thu 120 tỷ đồng, đạt 100%; năm 2022 thu 150 tỷ đồng, đạt 110%; năm 2023 thu 135 tỷ đồng, đạt 90%.",
    "Thu ngân sách: năm 2021 đạt 120 tỷ đồng (109% dự toán), năm 2022 đạt 150 tỷ đồng (115% dự toán).",
    "Tổng số trẻ là 1.500 cháu; cân nặng thấp 120 cháu (8%), thấp còi 180 cháu (12%), thừa cân 75 cháu (5%).",
    "Đã bàn giao mặt bằng 12,4/15,5 km (80%); giải phóng 310/420 hộ (73,8%).",
    "Trong 38 kiến nghị, 30 kiến nghị đã giải quyết, đạt 79%; 8 kiến nghị đang giải quyết, chiếm 21%.",
    "Chỉ số CCHC đạt 86,5%, xếp thứ 12/63 tỉnh, thành phố.",
    "Xếp thứ 12/63 tỉnh, thành phố với 86,5% điểm.",
    "Đạt 45/50 điểm (90%).",
    "Hợp tác xã có 120 thành viên, vốn góp 1,2 tỷ đồng, lợi nhuận 15%, chia lãi 8%.",
    "Vụ xuân gieo 1.200 ha lúa, trong đó lúa chất lượng cao chiếm 65%; vụ mùa gieo 1.100 ha.",
    "Tháng 5 có 25 vụ, chiếm 30,9% số vụ của 5 tháng (81 vụ).",
    "Tổng thu ước đạt trên 120 tỷ đồng, đạt khoảng 60% dự toán năm (200 tỷ đồng).",
    "Gần 60% trong số 1.000 hộ được hỏi (590 hộ) ủng hộ.",
    "Hơn 90% số xã (22/24 xã) có bác sĩ.",
    "Huyện phấn đấu 95% dân số tham gia BHYT (hiện nay 56.300 người, đạt 92%).",
    "Nhà máy 1 sản xuất 500 tấn (đạt 50% công suất), nhà máy 2 sản xuất 800 tấn (đạt 80% công suất).",
    "Xã A có 120 hộ nghèo, chiếm 10,5%; xã B có 95 hộ nghèo, chiếm 8,7%; xã C có 150 hộ nghèo, chiếm 12,1%.",
    "Toàn huyện có 12.400 hộ. Xã A có 120 hộ nghèo, chiếm 10,5%; xã B có 95 hộ nghèo, chiếm 8,7%.",
    "Ngân hàng có 12 điểm giao dịch tại xã; dư nợ 320 tỷ đồng; 98% dư nợ ủy thác.",
    "Tiêm 1.380 liều trên 1.500 liều được cấp, tỷ lệ phản ứng 0,5%.",
    "Số ca khỏi bệnh là 1.380 ca trên 1.500 ca mắc, tỷ lệ khỏi bệnh 92%.",
    "Kế hoạch 60 tỷ đồng, thực hiện 63 tỷ đồng, tăng 5% so với kế hoạch.",
    "Thực hiện 57 tỷ đồng, giảm 5% so với dự toán 60 tỷ đồng và tăng 12% so với cùng kỳ.",
    "Trồng được 53,5/52 ha lúa, tăng 2,9% so với kế hoạch; 18/15 ha nghệ, thu về 367 tấn, tăng 20% so với kế hoạch.",
    "Xã có 1.200 hộ. Có 420 hộ tham gia đóng góp (45% số hộ thuộc diện vận động).",
    "Xã có 1.200 hộ. Có 420 hộ tham gia đóng góp, chiếm 45% số hộ thuộc diện vận động.",
    "Huyện có 12.500 hộ, trong đó 2.100 hộ nghèo. Năm nay có 560 hộ thoát nghèo, chiếm 21,3% số hộ nghèo đầu năm.",
    "Trường có 850 học sinh. Kỳ thi vừa qua có 96 em đạt giải, chiếm 64% số học sinh dự thi.",
    "Toàn tỉnh có 2.450 doanh nghiệp. Quý I có 180 doanh nghiệp nộp hồ sơ, 153 doanh nghiệp được chấp thuận (85%).",
    "Phòng tiếp nhận 640 đơn. Đã giải quyết 512 đơn, đạt 80%; đơn thuộc thẩm quyền 320 đơn, đã giải quyết 288 "
    "đơn, đạt 90%.",
    "Tổng số 45 đơn vị. 36 đơn vị đăng ký, 30 đơn vị được công nhận (83,3%).",
    "Hội có 3.200 hội viên. Phát triển mới 160 hội viên, đạt 106,7% chỉ tiêu.",
    "Toàn huyện có 320 cán bộ, 45% có trình độ đại học trở lên; 120 cán bộ nữ (37,5%).",
    "Ông Sơn có 12 con bò và 30 con lợn; 8 con lợn nái (26,7%).",
    "Dự án có tổng mức đầu tư 450 tỷ đồng, năm 2023 bố trí 120 tỷ đồng, đã giải ngân 90 tỷ đồng (75%).",
    "Dự án có tổng mức đầu tư 450 tỷ đồng. Năm 2023 đã giải ngân 90 tỷ đồng, đạt 75% vốn bố trí.",
    "Dự án có tổng mức đầu tư 450 tỷ đồng. Năm 2023 đã giải ngân 90 tỷ đồng, đạt 75%.",
    "Số thu đạt 52 tỷ đồng; trong đó thu phí 8 tỷ đồng, đạt 40% dự toán; thu thuế 44 tỷ đồng, đạt 88% dự toán.",
    "Cuối năm 2022, toàn xã còn 210 hộ nghèo (chiếm 10,5%). Sau một năm, 63 hộ đã thoát nghèo (30%).",
    "Nông trường quản lý 3.500 ha, diện tích cao su 2.100 ha (60%), trong đó khai thác 1.470 ha (70%), kiến "
    "thiết cơ bản 630 ha (30%).",
    "Bệnh viện có 350 giường; bệnh nhân nội trú 420 người, công suất giường bệnh 120%.",
    "Có 15 trong tổng số 20 chỉ tiêu đạt và vượt (75%), 5 chỉ tiêu chưa đạt (25%).",
    "Toàn xã tiêm phòng cho 1.250 con trâu bò, đạt 83%, 3.400 con lợn, đạt 85%, 24.000 con gia cầm, đạt 80% "
    "tổng đàn.",
    "Sản lượng thủy sản 12.500 tấn, trong đó nuôi trồng 7.500 tấn (đạt 98% kế hoạch), khai thác 5.000 tấn (đạt "
    "101%).",
    "Toàn tỉnh có 1.200 trường. Số trường đạt chuẩn mức độ 1 là 720 trường, chiếm 60%; mức độ 2 là 180 trường, "
    "chiếm 15%.",
    "Đến ngày 20/12, có 42/45 xã, phường hoàn thành (93,3%), 3 xã còn lại đạt trên 80%.",
    "Vốn vay ưu đãi giúp 1.500 hộ thoát nghèo; tỷ lệ hộ nghèo còn 5,2%, giảm 2,1% so với năm trước; có 320 hộ "
    "vươn lên khá (21,3%).",
    "Thôn có 120 hộ, 100% hộ dùng điện, 96 hộ dùng nước máy (80%), 72 hộ có máy giặt (60%).",
    "Trong số 120 hộ, 54 hộ (45%) trả lời có, 48 hộ (40%) trả lời không, 18 hộ (15%) không trả lời.",
    "Lãi suất 8%/năm, vốn 50 triệu đồng, lãi 4 triệu đồng mỗi năm.",
    "Thu hút 25 dự án, vốn đăng ký 1.200 tỷ đồng, vốn thực hiện 480 tỷ đồng, đạt 40% vốn đăng ký.",
    "Chi 36 triệu đồng, bằng 1,2% doanh thu; doanh thu cả năm 3 tỷ đồng.",
    "Cả huyện có 18.500 trẻ dưới 6 tuổi; số trẻ được cấp thẻ là 18.315 trẻ, đạt 99%; số trẻ suy dinh dưỡng là "
    "1.480 trẻ, chiếm 8%.",
    "Tổ chức 12 lớp tập huấn cho 480 người, nữ 192 người (40%).",
    "Có 480 người dự tập huấn tại 12 lớp, mỗi lớp 40 người, trong đó 192 nữ (40%).",
    "Hộ gia đình đạt chuẩn văn hóa 2.250 hộ, đạt 90% số hộ đăng ký; hộ đăng ký 2.500 hộ.",
    "Trong 9 tháng, toàn tỉnh giải quyết việc làm cho 18.750 người, đạt 75% kế hoạch năm (trong đó xuất khẩu "
    "lao động 1.250 người, đạt 62,5% kế hoạch).",
    "Tháng 8 đã tiếp nhận mới 19.630 hồ sơ, hồ sơ trả đúng hạn là 19.255 hồ sơ (đạt 96,55%), hồ sơ đến hạn giải "
    "quyết 19.944 hồ sơ.",
    "Tỷ lệ số xã đạt chuẩn năm 2025 đạt 50% (8 xã), trong đó: tỷ lệ số xã nâng cao 6,25% (1 xã).",
    "Số lượng hồ sơ được giải quyết là 1.456/1.625, trong đó giải quyết đúng hạn 1.447 hồ sơ (tỷ lệ 99,4%).",
    "Đại biểu trúng cử có số phiếu bầu cao nhất là 47.705 phiếu đạt tỷ lệ 97,06%. Đại biểu trúng cử có số phiếu "
    "bầu thấp nhất là 27.108 phiếu đạt tỷ lệ 64,39%.",
    "Tỷ lệ cử tri đi bỏ phiếu đạt 99,42%, trong đó có 123/159 xã, phường, thị trấn có tỷ lệ cử tri đi bầu đạt 100%.",
    "Số hộ nghèo: 142 hộ, tỷ lệ 10% (tổng số hộ 1.420).",
    "Bảng điểm: giỏi 18%, khá 42%, trung bình 31%, yếu 9% số học sinh.",
    "Tỷ lệ đỗ: Toán 62%, Văn 75%, Anh 48%.",
    "Tỷ lệ hài lòng: y tế 82%, giáo dục 91%, đất đai 76%.",
    "Trong tổng số nợ, nợ ngắn hạn chiếm 48%, nợ trung hạn chiếm 37%, nợ dài hạn chiếm 15%.",
    "Hạn hán làm 35% diện tích lúa, 40% diện tích ngô và 28% diện tích sắn bị thiệt hại.",
    "40% diện tích lúa, 35% diện tích ngô, 30% diện tích màu bị hạn.",
    "60% số hộ có xe máy, 25% có ô tô, 20% có máy cày.",
    "Có 60% số hộ chăn nuôi lợn, 30% nuôi gà, 18% nuôi bò.",
    "Dân tộc Tày 45%, Nùng 30%, Kinh 15%, Dao 10%.",
    "Người Tày chiếm 45,5%, người Nùng 30,2%, người Kinh 14,3%, còn lại là các dân tộc khác 10%.",
    "Lãi suất huy động 4%, cho vay 7%, quá hạn 9,1%.",
    "Nông nghiệp tăng 4%, công nghiệp tăng 12%, dịch vụ tăng 9%; tỷ trọng nông nghiệp còn 28%, công nghiệp 40%, "
    "dịch vụ 32%.",
    "Ngân sách trung ương hỗ trợ 70%, tỉnh 20%, huyện 10% đối với xã khó khăn; 50%, 30%, 20% đối với xã còn lại.",
    "Xã khu vực III được hỗ trợ 100%, khu vực II 80%, khu vực I 60%.",
    "Trong tổng số 640 hộ được khảo sát, có 128 hộ thiếu nước. Tỷ lệ 20% này là rất đáng lo.",
    "Trong tổng số 640 hộ được khảo sát, có 128 hộ thiếu nước. Tỷ lệ 95% hộ có điện là thành tích lớn.",
]  # fmt: skip


#: One share in each cannot be.
WRONG_OTHERWISE = [
    "Toàn huyện có 312 thôn, bản; số thôn, bản có điện lưới quốc gia là 296, đạt 96,9%.",
    "Bệnh viện có 420 giường thực kê, trong khi giường kế hoạch là 350, bằng 130%.",
    "Tính đến nay đã có 1.284 hộ trong số 1.605 hộ của xã đăng ký tham gia, tương đương 85%.",
    "Trong số 1.605 hộ của xã, đã có 1.284 hộ đăng ký tham gia, tương đương 85%.",
    "Tỷ lệ giải ngân mới đạt 62,5% với 41,2 tỷ đồng trong tổng số 68,5 tỷ đồng được giao.",
    "Tổng kế hoạch vốn năm 2023 là 68,5 tỷ đồng. Giá trị giải ngân đến 30/9 là 41,2 tỷ đồng, đạt tỷ lệ 65,1%.",
    "Số hộ tham gia bảo hiểm: 845 hộ (chiếm 67,2% trên tổng số 1.300 hộ toàn xã).",
    "Cả tỉnh có 1.250 doanh nghiệp, gần một nửa tạm ngừng hoạt động; 438 doanh nghiệp (chiếm 45%) nộp hồ sơ "
    "giải thể.",
    "Lớp 9A có 42 em thì 28 em đạt học sinh giỏi, tức 76,7%.",
    "Trung tâm tiếp nhận 1.120 hồ sơ; giải quyết đúng hạn 1.064 hồ sơ (98%), quá hạn 56 hồ sơ (5%).",
    "Kết quả xếp loại 180 cán bộ: hoàn thành xuất sắc 27 người (15%); hoàn thành tốt 126 người (75%); hoàn "
    "thành 27 người (15%).",
    "So với kế hoạch đề ra là 250 ha, diện tích trồng mới đạt 235 ha, bằng 97%.",
    "Diện tích trồng mới đạt 235 ha, bằng 97% so với kế hoạch đề ra là 250 ha.",
    "Diện tích trồng mới đạt 235 ha/250 ha kế hoạch, bằng 97%.",
    "UBND tỉnh giao 5.000 lao động; đến 15/12 đã giải quyết việc làm cho 5.150 lao động, đạt 108% kế hoạch.",
    "Giải quyết việc làm cho 5.150 lao động, vượt 8% chỉ tiêu (chỉ tiêu 5.000 lao động).",
    "Chỉ tiêu giao là 5.000 lao động, kết quả thực hiện 4.600 lao động, hụt 12% so với chỉ tiêu.",
    "Sản lượng thu hoạch 18.400 tấn, chỉ bằng 80% vụ trước (20.000 tấn).",
    "Số vụ tai nạn là 72 vụ, bằng 96% so với cùng kỳ năm 2019 là 80 vụ.",
    "Toàn trường có 31 giáo viên. Giáo viên có trình độ đại học là 25 thầy cô, chiếm 86%.",
    "Rừng trồng 12.450 ha, chiếm 45% trong tổng số 31.125 ha đất có rừng.",
    "Trong 31.125 ha đất có rừng, rừng trồng là 12.450 ha, chiếm 45%.",
    "Số bản có đường ô tô tới trung tâm: 145/162 bản, chiếm 91,5%.",
    "145 trên 162 bản đã có đường ô tô (91,5%).",
    "Đã cấp 14.820 thẻ bảo hiểm y tế cho người nghèo. Số thẻ sử dụng trong năm là 11.115 thẻ, chiếm 85% số thẻ "
    "đã cấp.",
    "Thu được 1,8 tỷ đồng tiền quỹ, bằng 75% kế hoạch; kế hoạch năm là 2 tỷ đồng.",
    "Tổng số hộ toàn xã: 1.845 hộ.\nTrong đó:\n+ Hộ nghèo: 184 hộ, tỷ lệ 12,0%\n+ Hộ cận nghèo: 221 hộ, tỷ lệ 12,0%",
    "Tổng số lao động: 3.200 người\n- Nông nghiệp: 1.920 người (60%)\n- Công nghiệp: 800 người (35%)\n- Dịch "
    "vụ: 480 người (15%)",
    "Phần lớn hộ nghèo (1.020 trên tổng số 1.250 hộ, tức 86%) là đồng bào dân tộc thiểu số.",
    "Huyện còn 1.250 hộ nghèo. Đáng chú ý, hộ nghèo dân tộc thiểu số là 1.020 hộ, chiếm tới 86% tổng số hộ nghèo.",
    "Ngân sách trung ương 7,5 tỷ đồng, chiếm 70% tổng kinh phí 12 tỷ đồng.",
    "Tổng kinh phí 12 tỷ đồng (ngân sách trung ương 7,5 tỷ đồng, chiếm 70%).",
    "Tổng số cử tri đi bầu 8.120 người, đạt 99,5% so với 8.240 cử tri trong danh sách.",
    "Vắc xin đã tiêm được 9.450 liều trên 10.500 liều được cấp, đạt 95%.",
    "Lượng rác thu gom mỗi ngày 48 tấn, bằng 90% lượng rác phát sinh (60 tấn/ngày).",
    "100% số xã (16/18 xã) hoàn thành.",
    "Theo kết quả khảo sát 500 người dân, có 415 người hài lòng, chiếm tỷ lệ 87%.",
    "Khảo sát 500 người dân cho thấy 87% (415 người) hài lòng.",
    "Đến hết tháng 6, 37 trong 42 xã, phường có trạm y tế đạt chuẩn, đạt 92,1%.",
    "Số thu từ đất đạt 120 tỷ đồng, chiếm gần 25% trong tổng thu 600 tỷ đồng.",
    "Đến nay có 62 sản phẩm OCOP, trong đó 41 sản phẩm 3 sao (66,1%), 19 sản phẩm 4 sao (36,6%), 2 sản phẩm 5 "
    "sao (3,2%).",
    "Xã có 9.654 hộ, trong đó hộ nghèo chiếm 14,8% số hộ (1.236 hộ).",
    "Cơ cấu nguồn vốn gồm ngân sách 60%, doanh nghiệp 25%, người dân 25%.",
    "Trong tổng vốn, ngân sách chiếm 60%, doanh nghiệp 25%, phần còn lại 25% do dân góp.",
    "Ý kiến cử tri: đồng tình 72,5%, không đồng tình 18,2%, không có ý kiến 12,3%.",
    "Tỉnh có 150 xã, trong đó có 96 xã đạt chuẩn (68%).",
    "Cho vay hộ nghèo 120 tỷ đồng, chiếm 24%; cho vay hộ cận nghèo 150 tỷ đồng, chiếm 35%; tổng dư nợ 500 tỷ đồng.",
    "Với 25 phiếu thuận trên 30 phiếu (88,3%), nghị quyết được thông qua.",
    "100% đại biểu có mặt (45/48 đại biểu) biểu quyết tán thành.",
    "Đảng bộ có 32 chi bộ với 640 đảng viên; chi bộ hoàn thành xuất sắc: 6 chi bộ (18,75%); đảng viên hoàn "
    "thành xuất sắc: 96 đồng chí (18%).",
    "Đến nay có 18/16 xã đạt chuẩn nông thôn mới.",
    "Toàn huyện có 125/120 thôn, bản có nhà văn hóa.",
    "Hộ nghèo là 371 hộ, chiếm 5,43% tổng số hộ; hộ cận nghèo là 946 hộ, chiếm 12,83% tổng số hộ.",
    "Hộ nghèo: 1.236 hộ/9.654 hộ, chiếm 14,8%.",
    "Tỷ lệ hộ nghèo: 1.236/9.654 = 14,8%.",
    "Hộ nghèo (1.236/9.654 hộ, 14,8%) tập trung ở vùng cao.",
    "Đã có 37/42 xã hoàn thành (92,1 %).",
    "Đã có 37/42 xã hoàn thành, tức 92,1 phần trăm.",
    "Trong tháng, bệnh viện khám 4.500 lượt, trong đó bệnh nhân bảo hiểm y tế 3.960 lượt (chiếm tỷ lệ 86%).",
    "Toàn huyện có 56.300 người tham gia bảo hiểm y tế trên tổng dân số 61.200 người, đạt tỷ lệ bao phủ 94%.",
    "Dân số toàn huyện 61.200 người, trong đó 56.304 người tham gia bảo hiểm y tế, đạt tỷ lệ bao phủ 94%.",
    "Toàn tỉnh có 1.120 km đường tỉnh, trong đó 896 km đã được nhựa hóa, đạt 85%.",
    "Trong 1.120 km đường tỉnh, đã nhựa hóa 896 km, đạt 85%.",
    "Tổng sản lượng lương thực có hạt ước đạt 45.600 tấn, đạt 98% kế hoạch (kế hoạch 48.000 tấn).",
    "Chi ngân sách 210 tỷ đồng, đạt 72% so với dự toán HĐND huyện giao đầu năm là 300 tỷ đồng.",
    "Có 214 học sinh đỗ vào lớp 10 công lập, chiếm 71% trong số 290 học sinh dự thi.",
    "290 học sinh dự thi thì 214 em đỗ, đạt 71%.",
    "Lực lượng lao động của xã có 3.250 người; trong đó, lao động nông nghiệp chiếm 58% với 1.950 người.",
    "Số hộ được vay vốn là 468 hộ, bằng 36% số hộ nghèo và cận nghèo của huyện (1.560 hộ).",
    "Cả năm có 18 vụ cháy, trong đó 7 vụ do chập điện, chiếm 48,9%.",
    "Toàn ngành có 2.450 cán bộ, trong đó nữ 1.470 người, chiếm 66%; đảng viên 1.225 người, chiếm 50%.",
    "Qua rà soát 86 cơ sở giết mổ, chỉ 21 cơ sở đạt yêu cầu, chiếm 34,4%.",
    "Tổng vốn đầu tư thực hiện 1.250 tỷ đồng (vốn nhà nước 500 tỷ đồng, chiếm 40%; vốn dân doanh 625 tỷ đồng, "
    "chiếm 55%; vốn FDI 125 tỷ đồng, chiếm 10%).",
    "Đến nay mới có 9 trong tổng số 24 dự án được giải ngân, đạt 47,5%.",
    "Tuyển dụng 45 giáo viên, so với nhu cầu 60 giáo viên mới đạt 70%.",
    "Nhu cầu 60 giáo viên, mới tuyển được 45, đạt 70%.",
    "Ban quản lý thu được 640 triệu đồng, đạt 85% trên tổng số 800 triệu đồng phải thu.",
    "Tổng số tiền phải thu 800 triệu đồng; đã thu 640 triệu đồng (85%); còn phải thu 160 triệu đồng (20%).",
    "Có 1.240 đoàn viên tham gia, chiếm 72% tổng số đoàn viên (2.000 đoàn viên).",
    "Số lượng đoàn viên tham gia đạt 72% (1.240/2.000 đoàn viên).",
    "Diện tích được tưới là 3.420 ha trong tổng diện tích 3.800 ha (đạt 95%).",
    "Diện tích rừng: 12.500 ha. Diện tích rừng sản xuất: 8.000 ha (chiếm 68%).",
    "1. Tổng số hộ: 3.260 hộ.\n2. Số hộ nghèo: 326 hộ (chiếm 12,5%).\n3. Số hộ cận nghèo: 489 hộ (chiếm 15%).",
    "Phát ra 420 phiếu, thu về 399 phiếu, đạt 97%.",
    "Bình quân đạt 16,2 tiêu chí/xã; 11/15 xã đạt từ 15 tiêu chí trở lên, chiếm 63,3%.",
    "Số ca khỏi bệnh là 1.380 ca trên 1.500 ca mắc, tỷ lệ khỏi bệnh 96%.",
    "Mức thu đạt 8,4 triệu đồng, bằng 75% mức khoán 10,5 triệu đồng.",
    "Lượng khách quốc tế 4.560 lượt, chiếm 16% tổng lượng khách 38.000 lượt.",
    "Số xã đạt chuẩn: 37/42 xã, tỷ lệ đạt chuẩn 92,1%.",
    "Kế hoạch 60 tỷ đồng, thực hiện 63 tỷ đồng, tăng 8% so với kế hoạch.",
    "Thực hiện 57 tỷ đồng, thấp hơn 8% so với kế hoạch (60 tỷ đồng).",
    "Thực hiện 57 tỷ đồng, giảm 8% so với dự toán 60 tỷ đồng.",
    "Trồng được 53,5/52 ha lúa, vượt 5,9% kế hoạch.",
    "Toàn tỉnh có 2.450 doanh nghiệp. Quý I có 180 doanh nghiệp nộp hồ sơ, 153 doanh nghiệp trong số đó được "
    "chấp thuận (89%).",
    "Cuối năm 2022, toàn xã còn 210 hộ nghèo. Sau một năm, 63 hộ trong số này đã thoát nghèo (chiếm 36%).",
    "Nông trường quản lý 3.500 ha, diện tích cao su 2.100 ha (60%), trong đó khai thác 1.470 ha (70%), kiến "
    "thiết cơ bản 630 ha (35%).",
    "Toàn tỉnh có 1.200 trường. Số trường đạt chuẩn mức độ 1 là 720 trường, chiếm 60%; mức độ 2 là 180 trường, "
    "chiếm 18%.",
    "Trong số 120 hộ, 54 hộ (45%) trả lời có, 48 hộ (40%) trả lời không, 18 hộ (25%) không trả lời.",
    "Thu hút 25 dự án, vốn đăng ký 1.200 tỷ đồng, vốn thực hiện 480 tỷ đồng, đạt 45% vốn đăng ký.",
    "Chi 36 triệu đồng, bằng 2,1% doanh thu; doanh thu cả năm 3.000 triệu đồng.",
    "Có 480 người dự tập huấn tại 12 lớp, mỗi lớp 40 người, trong đó 192 nữ (46%).",
    "Số lượng hồ sơ được giải quyết là 1.456/1.625, trong đó giải quyết đúng hạn 1.347 hồ sơ (tỷ lệ 99,4%).",
    "Cấp THPT có 726 trong tổng số 2.813 trường (chiếm tỷ lệ 28,51%).",
    "Toàn tỉnh có 324/590 trường, đạt tỷ lệ 55,4% (trong đó, có 71/179 trường mầm non, đạt tỷ lệ 39,7%; 80/165 "
    "trường THCS, đạt tỷ lệ 48,5%).",
    "Đến tháng 10, tỷ lệ hộ dân được dùng nước sạch là 83,6%, cụ thể 15.021/18.420 hộ.",
    "Cứ 100 hộ thì có 15 hộ nghèo; cả xã có 1.200 hộ, trong đó hộ nghèo 240 hộ, tương ứng với tỷ lệ 15%.",
    "Xã có 1.850 hộ, hộ nghèo chỉ còn 74 hộ, tỷ lệ 6%.",
    "Năm học qua, trường có 412 học sinh lớp 9, xét tốt nghiệp 404 em, đạt tỷ lệ 99,1%.",
    "Tổng dư nợ 512 tỷ đồng; trong đó, cho vay hộ nghèo 128 tỷ đồng, chiếm 27%; hộ cận nghèo 153,6 tỷ đồng, "
    "chiếm 30%.",
    "Quỹ đã cho vay 64 dự án với 18,2 tỷ đồng, thu hồi được 14,56 tỷ đồng (bằng 85% số vốn đã cho vay).",
    "Toàn huyện đã bê tông hóa được 378 km trong tổng số 540 km đường trục thôn, đạt 75%.",
    "Đường trục thôn: tổng chiều dài 540 km, đã bê tông hóa 378 km (75%).",
    "Tỷ lệ tiêm phòng dại chó mèo mới đạt 58%, với 4.350 con trong tổng đàn 8.700 con.",
    "Tổng số ca phải thở máy là 32 trong 250 bệnh nhân nặng (chiếm 18,8%).",
    "Kinh phí thực hiện 9,6 tỷ đồng, đạt 85% dự toán được duyệt (dự toán được duyệt: 12 tỷ đồng).",
    "Theo kế hoạch, năm nay toàn tỉnh trồng 2.500 ha rừng. Hết tháng 9, các địa phương trồng được 2.050 ha, "
    "hoàn thành 88% kế hoạch.",
    "Chỉ tiêu vận động quỹ là 600 triệu đồng, đến nay đã vận động được 714 triệu đồng, vượt 29% so với chỉ tiêu.",
    "Đã vận động được 714 triệu đồng, vượt chỉ tiêu 29% (chỉ tiêu giao 600 triệu đồng).",
    "Trong 86 công trình được kiểm tra có 21 công trình vi phạm, tức gần một phần tư, chiếm 34,4%.",
    "Ban chỉ đạo huy động 1.240 lượt người, trong đó dân quân 310 lượt người (35%).",
    "Số máy cấy toàn huyện 35 máy, đáp ứng 1.050 ha, bằng 35% diện tích lúa 3.500 ha.",
    "Có 3 phương án được đưa ra lấy ý kiến 420 hộ dân: phương án một 252 hộ (60%), phương án hai 126 hộ (35%), "
    "phương án ba 42 hộ (10%).",
    "Cơ cấu thu: thu thuế 55%, thu phí 20%, thu khác 15%, còn lại 20% là thu từ đất.",
    "Kết quả lấy phiếu: tín nhiệm cao 62,5%, tín nhiệm 30%, tín nhiệm thấp 12,5%.",
    "Trong tổng số nợ, nợ ngắn hạn chiếm 48%, nợ trung hạn chiếm 37%, nợ dài hạn chiếm 25%.",
    "Bảng điểm: giỏi 18%, khá 42%, trung bình 35%, yếu 9% số học sinh.",
    "Đến nay 95% diện tích (2.185/2.430 ha) đã thu hoạch.",
    "Lúa mùa đã thu hoạch 2.185 ha/2.430 ha gieo cấy, bằng 94%.",
    "Trên địa bàn có 48 hợp tác xã, số hợp tác xã hoạt động hiệu quả là 30, chiếm 72,5%.",
    "Tỷ lệ hộ nghèo là 8,2% (142 hộ/1.420 hộ).",
    "Số hộ nghèo: 142 hộ, tỷ lệ 8,2% (tổng số hộ 1.420).",
    "Trong tổng số 640 hộ được khảo sát, có 128 hộ thiếu nước. Tỷ lệ 25% hộ thiếu nước là rất đáng lo.",
    "Cả vụ bán được 12.000 giỏ hoa, 4.800 giỏ trong số đó bán qua mạng, nghĩa là kênh trực tuyến chiếm tới 50% "
    "lượng bán.",
    "Mỗi vụ cháy có một nguyên nhân, cơ cấu: chập điện 46%; sơ suất 29%; hàn cắt 14%; nguyên nhân khác 17%.",
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG_OTHERWISE)
def test_a_wrong_share_is_told_however_it_is_said(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_or_no_share_is_not_told(text):
    assert told(text) == []


HOLDING = [
    ("Toàn xã có 2.400 hộ, trong đó 312 hộ nghèo, chiếm tỷ lệ 13%.", ["13%"]),
    ("Tổng số 480 học sinh, trong đó:\n- Giỏi: 120 em (25%)\n- Khá: 216 em (45%)", ["25%", "45%"]),
    ("Kiểm tra 412 xe khách và 268 xe tải, phát hiện lần lượt 37 và 54 xe vi phạm (9,0% và "
        "20,1%).", ["9,0%", "20,1%"]),
    ("Tuyển sinh 2.060/2.000 người, vượt 3% kế hoạch.", ["3%"]),
    ("Thực hiện 57 tỷ đồng, thấp hơn kế hoạch 5% (kế hoạch 60 tỷ đồng).", ["5%"]),
    ("Đàn bò 3.150 con, bằng 105% cùng kỳ (3.000 con).", ["105%"]),
    ("Tỷ lệ hộ dùng nước sạch đạt 80%, tương ứng 832 hộ trên tổng số 1.040 hộ.", ["80%"]),
    ("Lúa gieo 115/116 ha, đạt 99,1% kế hoạch.", ["99,1%"]),
    ("Tiêm phòng cho đàn trâu, bò: 971/876 = 110,8%.", ["110,8%"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), HOLDING)
def test_a_share_that_is_right_is_told_when_asked_for(text, stated):
    assert holding(text) == stated


def test_a_share_of_no_printed_whole_names_the_totals_that_it_allows():
    claim = claims_of("Đến cuối năm 2017 còn 356 hộ nghèo, chiếm tỷ lệ 0,85%.")[0]
    assert claim.verdict is AuditVerdict.UNVERIFIABLE
    assert "từ 41.638 đến 42.130 hộ" in claim.explanation_vi


def test_an_index_is_told_once_though_it_is_a_share_and_a_change():
    found = audit_text("Lượng khách đạt 55.000 lượt, bằng 120% so với cùng kỳ (50.000 lượt).").findings
    assert [(str(one.kind), one.stated, one.computed) for one in found] == [("relative_change", "120%", "110%")]
