"""What the audit says of stocks: what there was at first, what came and went, what is left."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.changes.stocks import stocks

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def stated(text, *verdicts):
    claims = stocks(read_figures(plain_source(text)))
    return {claim.stated.text for claim in claims if claim.verdict in verdicts}


#: The text, the closing figures told as wrong, and those that hold.
STOCKS = [
    ("Đầu kỳ có 23 đơn, nhận mới 87 đơn, đã giải quyết 91 đơn, cuối kỳ còn 29 đơn.", ["29 đơn"], []),
    (
        "Tồn kỳ trước chuyển sang 12 hồ sơ, tiếp nhận mới 340 hồ sơ, đã giải quyết 338 hồ sơ (trong đó trước hạn "
        "200 hồ sơ, đúng hạn 138 hồ sơ), còn tồn 14 hồ sơ.",
        [],
        ["14 hồ sơ"],
    ),
    (
        "Đầu năm toàn xã có 215 hộ nghèo; trong năm có 42 hộ thoát nghèo, 3 hộ tái nghèo và 5 hộ nghèo phát sinh; "
        "cuối năm còn 181 hộ nghèo.",
        [],
        ["181 hộ"],
    ),
    (
        "Đầu năm toàn xã có 215 hộ nghèo; trong năm có 42 hộ thoát nghèo, 3 hộ tái nghèo và 5 hộ nghèo phát sinh; "
        "cuối năm còn 191 hộ nghèo.",
        ["191 hộ"],
        [],
    ),
    (
        "Quỹ tồn đầu năm 45,2 triệu đồng, thu trong năm 120 triệu đồng, chi 98,7 triệu đồng, tồn quỹ cuối năm "
        "76,5 triệu đồng.",
        ["76,5 triệu đồng"],
        [],
    ),
    (
        "Đảng bộ có 412 đảng viên đầu năm. Trong năm kết nạp 15 đảng viên, chuyển đến 4 đảng viên, chuyển đi 6 "
        "đảng viên, từ trần 3 đảng viên. Đến cuối năm Đảng bộ còn 432 đảng viên.",
        ["432 đảng viên"],
        [],
    ),
    (
        "Tổng số vụ việc phải giải quyết 56 vụ (kỳ trước chuyển sang 9 vụ, thụ lý mới 47 vụ); đã giải quyết 51 "
        "vụ, còn 7 vụ.",
        ["7 vụ"],
        [],
    ),
    (
        "Số dư đầu kỳ 1.200 triệu đồng, phát sinh tăng 350 triệu đồng, phát sinh giảm 275 triệu đồng, số dư cuối "
        "kỳ 1.275 triệu đồng.",
        [],
        ["1.275 triệu đồng"],
    ),
    (
        "Đàn lợn đầu tháng 1.250 con, sinh thêm 320 con, xuất bán 410 con, chết 12 con, hiện còn 1.148 con.",
        [],
        ["1.148 con"],
    ),
    (
        "Đàn lợn đầu tháng 1.250 con, sinh thêm 320 con, xuất bán 410 con, chết 12 con, hiện còn 1.248 con.",
        ["1.248 con"],
        [],
    ),
    (
        "Năm trước chuyển sang 5 tỷ đồng; vốn giao trong năm 20 tỷ đồng, đã giải ngân 18,5 tỷ đồng, chưa giải "
        "ngân 6,5 tỷ đồng.",
        [],
        ["6,5 tỷ đồng"],
    ),
    (
        "Đầu nhiệm kỳ có 18.245 hội viên; trong nhiệm kỳ kết nạp 3.120 hội viên, giảm 235 hội viên (do chuyển đi "
        "150, qua đời 85); nay có 21.130 hội viên.",
        [],
        ["21.130 hội viên"],
    ),
    ("Kho còn 35 tấn gạo từ tháng trước, nhập thêm 120 tấn, xuất 98 tấn, hiện còn 47 tấn.", ["47 tấn"], []),
    (
        "Đầu năm, quỹ còn 12,5 triệu đồng. Trong năm hội viên đóng góp 48 triệu đồng, doanh nghiệp ủng hộ 20 "
        "triệu đồng, đã chi 61,2 triệu đồng. Số dư chuyển sang năm sau 21,3 triệu đồng.",
        ["21,3 triệu đồng"],
        [],
    ),
    (
        "Chi bộ đầu nhiệm kỳ có 32 đảng viên, trong nhiệm kỳ kết nạp 9 đồng chí, tiếp nhận 4 đồng chí chuyển đến, "
        "6 đồng chí chuyển đi, 2 đồng chí từ trần. Hiện nay chi bộ có 39 đảng viên.",
        ["39 đảng viên"],
        [],
    ),
    (
        "- Số vụ án tồn từ năm trước: 14 vụ\n- Thụ lý mới trong năm: 126 vụ\n- Đã giải quyết: 121 vụ\n- Còn lại "
        "chuyển năm sau: 21 vụ",
        ["21 vụ"],
        [],
    ),
    (
        "Trong kỳ, Thanh tra nhận 86 đơn (kỳ trước chuyển sang 12 đơn, phát sinh trong kỳ 74 đơn), đã xử lý 79 "
        "đơn, còn 9 đơn đang xác minh.",
        ["9 đơn"],
        [],
    ),
    (
        "Đàn bò đầu năm 245 con; trong năm đẻ thêm 62 con, bán 48 con, chết 3 con, đến nay đàn bò có 266 con.",
        ["266 con"],
        [],
    ),
    (
        "Hồ sơ tồn đầu kỳ: 25; hồ sơ mới: 412; tổng cộng: 437; đã giải quyết: 420 (đúng hạn 415, quá hạn 5); đang "
        "giải quyết: 17.",
        [],
        ["17", "437"],
    ),
    (
        "Hồ sơ tồn đầu kỳ: 25; hồ sơ mới: 412; tổng cộng: 447; đã giải quyết: 420 (đúng hạn 415, quá hạn 5); đang "
        "giải quyết: 17.",
        ["447"],
        ["17"],
    ),
    (
        "Dư nợ đầu năm 298.450 trđ. Phát sinh trong năm: cho vay 92.310 trđ, thu nợ 71.846 trđ, xóa nợ rủi ro 14 "
        "trđ. Dư nợ cuối năm 328.900 trđ.",
        ["328.900 trđ"],
        [],
    ),
    (
        "Đầu tháng kho dự trữ 500 tấn gạo, xuất cứu trợ 120 tấn, nhập bổ sung 80 tấn, tồn kho cuối tháng 480 tấn.",
        ["480 tấn"],
        [],
    ),
    ("Đầu kỳ 120 hộ, thoát 30 hộ, tái nghèo 2 hộ, phát sinh 3 hộ, cuối kỳ 95 hộ.", [], ["95 hộ"]),
    ("Đầu kỳ 120 hộ, thoát 30 hộ, tái nghèo 2 hộ, phát sinh 3 hộ, cuối kỳ 105 hộ.", ["105 hộ"], []),
    (
        "Tổng số hộ nghèo đầu năm 2022 là 1.245 hộ, trong năm giảm 312 hộ (thoát nghèo 305 hộ, chuyển đi 7 hộ), "
        "tăng 25 hộ; số hộ nghèo cuối năm 2022 là 958 hộ.",
        [],
        ["958 hộ"],
    ),
    (
        "Tổng số hộ nghèo đầu năm 2022 là 1.245 hộ, trong năm giảm 312 hộ (thoát nghèo 305 hộ, chuyển đi 7 hộ), "
        "tăng 25 hộ; số hộ nghèo cuối năm 2022 là 985 hộ.",
        ["985 hộ"],
        [],
    ),
    (
        "Tồn quỹ tháng trước: 3.250.000 đồng; thu: 8.400.000 đồng; chi: 7.150.000 đồng; tồn: 4.600.000 đồng.",
        ["4.600.000 đồng"],
        [],
    ),
    (
        "Đầu năm trường có 24 giáo viên, trong năm nghỉ hưu 2 người, được bổ sung 3 người nên hiện có 25 giáo viên.",
        [],
        ["25 giáo viên"],
    ),
    ("Ban đầu dự án có 60 hộ tham gia, sau đó thêm 15 hộ, có 8 hộ xin rút nên còn 67 hộ.", [], ["67 hộ"]),
    ("Ban đầu dự án có 60 hộ tham gia, sau đó thêm 15 hộ, có 8 hộ xin rút nên còn 69 hộ.", ["69 hộ"], []),
    (
        "Kỳ trước chuyển sang 10 vụ; thụ lý 50 vụ; giải quyết 48 vụ (trong đó hòa giải 20 vụ, xét xử 25 vụ, đình "
        "chỉ 3 vụ); còn 14 vụ, tạm đình chỉ 2 vụ.",
        ["14 vụ"],
        [],
    ),
    (
        "Ngân sách năm trước chuyển sang 3,2 tỷ đồng, thu trong năm 15 tỷ đồng (thu trên địa bàn 4 tỷ đồng, bổ "
        "sung 11 tỷ đồng), chi 16,5 tỷ đồng, kết dư 1,9 tỷ đồng.",
        [],
        ["1,9 tỷ đồng"],
    ),
    (
        "Đầu năm, toàn xã có 215 hộ nghèo; trong năm hỗ trợ mới 40 hộ vay vốn, 12 hộ thoát nghèo, cuối năm còn 203 hộ.",
        [],
        ["203 hộ"],
    ),
    (
        "Tồn đầu kỳ 5 vụ, trong kỳ khởi tố mới 20 vụ, 35 bị can; kết thúc điều tra 18 vụ, đình chỉ 2 vụ, còn 5 vụ.",
        [],
        ["5 vụ"],
    ),
    (
        "Ngân sách năm trước chuyển sang 3,2 tỷ đồng, thu trong năm 15 tỷ đồng (thu trên địa bàn 4 tỷ đồng, bổ "
        "sung 11 tỷ đồng), chi 16,5 tỷ đồng, kết dư 1,7 tỷ đồng.",
        [],
        ["1,7 tỷ đồng"],
    ),
    (
        "Dư nợ đầu năm 120 tỷ đồng, doanh số cho vay 45 tỷ đồng, doanh số thu nợ 32 tỷ đồng, dư nợ cuối năm 133 "
        "tỷ đồng với 3.200 hộ còn dư nợ.",
        [],
        ["133 tỷ đồng"],
    ),
    (
        "Đầu năm bệnh viện có 300 giường, tăng 20 giường, công suất sử dụng 95%, cuối năm có 320 giường.",
        [],
        ["320 giường"],
    ),
    (
        "Ban đầu có 45 hộ đăng ký, sau rà soát bổ sung 7 hộ, nâng tổng số lên 52 hộ; đến nay 49 hộ đã nhận tiền, "
        "còn 3 hộ.",
        [],
        ["52 hộ"],
    ),
    (
        "Kỳ trước chuyển sang 10 vụ; thụ lý 50 vụ; giải quyết 48 vụ (trong đó hòa giải 20 vụ, xét xử 25 vụ, đình "
        "chỉ 3 vụ); còn 12 vụ, tạm đình chỉ 2 vụ.",
        [],
        ["12 vụ"],
    ),
    (
        "Đầu năm 2020 huyện có 8 xã đạt chuẩn, trong năm có thêm 2 xã, nâng tổng số xã đạt chuẩn lên 10 xã, còn 4 "
        "xã chưa đạt.",
        [],
        ["10 xã"],
    ),
]

#: Texts of which nothing can be said.
QUIET = [
    "- Số đầu kỳ của huyện ghi “671 hộ”, cộng 15 xã được 669.\n- Khác tăng của huyện ghi “5 hộ”, cộng 15 xã được 7.\n"
    "- Số theo nhóm, cộng các xã: cộng lại được 556, tổng số ghi 557 hộ.",
    "Năm trước huyện có 120 vụ, năm nay xảy ra thêm 12 vụ, giải quyết 100 vụ, còn 8 vụ chưa khởi tố.",
    "Số hộ nghèo đầu năm là 1.245 hộ, cuối năm 958 hộ, trong năm giảm 312 hộ, tăng 25 hộ.",
    "Từ đầu năm đến nay tiếp nhận 64 đơn, đã giải quyết 59 đơn, còn 5 đơn.",
    "6 tháng đầu năm tiếp nhận 64 đơn, đã giải quyết 50 đơn, đạt 78%, còn lại 14 đơn.",
    "Đầu năm có 120 hộ trồng cam, nay có 150 hộ; trong đó 30 hộ trồng mới, 5 hộ bỏ cam chuyển sang bưởi.",
    (
        "Đầu năm học có 868 học sinh, trong đó 400 nữ; có 14 em học sinh giỏi, tuyển 5 em vào đội tuyển; cuối năm "
        "còn 860 em."
    ),
    (
        "Đầu kỳ toàn huyện có 1.200 hộ nghèo, cuối kỳ còn 900 hộ, giảm 300 hộ, trong đó thoát nghèo 350 hộ, phát "
        "sinh 50 hộ."
    ),
    "Đầu vụ giá lúa 6.500 đồng/kg, giữa vụ tăng 300 đồng, cuối vụ giảm còn 6.200 đồng/kg.",
    (
        "Năm nay trường tuyển 120 em lớp 6, giảm 10 em so với năm ngoái; đầu năm có 480 em, cuối năm còn 475 em do "
        "5 em chuyển trường."
    ),
    "Đàn lợn đầu năm 1.200 con, đến cuối năm 1.500 con, xuất chuồng trong năm 2.400 con, sản lượng thịt 190 tấn.",
]


@pytest.mark.parametrize(("text", "wrong", "holding"), STOCKS)
def test_stocks(text, wrong, holding):
    assert stated(text, *TOLD) == set(wrong)
    assert stated(text, AuditVerdict.HOLDS) == set(holding)


@pytest.mark.parametrize("text", QUIET)
def test_what_is_no_stock(text):
    assert stated(text, *TOLD, AuditVerdict.HOLDS) == set()
