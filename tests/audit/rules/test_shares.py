"""What the audit says of shares: of a whole, a plan, an earlier level, of no printed whole, and what is no share."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.percent_series import parts_over_whole, percent_series
from poverty_evaluation.audit.rules.shares import shares

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def claims_of(text):
    reading = read_figures(plain_source(text, ""))
    return [claim for rule in (shares, percent_series, parts_over_whole) for claim in rule(reading)]


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
    ("Tổng số 480 học sinh, trong đó:\n- Giỏi: 120 em, chiếm 25%\n- Khá: 216 em, chiếm 54%\n- Trung bình: 144 em, chiếm 30%", "54%", "45%"),
    ("Tổng dư nợ: 250 tỷ đồng.\n- Hộ nghèo: 75 tỷ đồng (30%)\n- Hộ cận nghèo: 100 tỷ đồng (40%)\n- Đối tượng khác: 75 tỷ đồng (35%)", "35%", "30%"),
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
    "Tổng thu 6 tháng đạt 54 tỷ đồng, bằng 45% dự toán tỉnh giao, bằng 40% dự toán huyện giao và tăng 8% so với cùng kỳ.",
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
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_or_no_share_is_not_told(text):
    assert told(text) == []


HOLDING = [
    ("Toàn xã có 2.400 hộ, trong đó 312 hộ nghèo, chiếm tỷ lệ 13%.", ["13%"]),
    ("Tổng số 480 học sinh, trong đó:\n- Giỏi: 120 em (25%)\n- Khá: 216 em (45%)", ["25%", "45%"]),
    ("Kiểm tra 412 xe khách và 268 xe tải, phát hiện lần lượt 37 và 54 xe vi phạm (9,0% và 20,1%).", ["9,0%", "20,1%"]),
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
