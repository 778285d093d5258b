"""Bảng số liệu: what the header and the labels of a table say, kept or broken, and what they do not say."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.tables import table_relations

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def table(head, *rows, before="", extra_head=()):
    """A Markdown table of rows written "a | b | c"."""
    columns = head.count("|") + 1
    lines = [f"| {line} |" for line in (head, *extra_head)]
    lines.append("|" + "---|" * columns)
    lines += [f"| {row} |" for row in rows]
    return before + "\n\n" + "\n".join(lines) + "\n"


def claims(text):
    return list(table_relations(read_figures(plain_source(text))))


def alarms(text):
    """(kind, the figure held against the others, what it should be) of everything told."""
    return [(str(one.kind), one.stated.text, one.computed) for one in claims(text) if one.verdict in TOLD]


def holding(text):
    return [str(one.kind) for one in claims(text) if one.verdict is AuditVerdict.HOLDS]


WRONG = {
    "a total at the foot": (
        table("Nghề | Số lớp | Số học viên", "May | 3 | 105", "Hàn | 2 | 58", "Nấu ăn | 1 | 34", "Cộng | 6 | 207"),
        [("sum", "207", "197")],
    ),
    "a total at the head": (
        table(
            "Thôn | Số hộ | Số khẩu",
            "Toàn xã | 310 | 1.250",
            "Nà Pục | 120 | 480",
            "Bản Lù | 90 | 365",
            "Khe Mo | 100 | 395",
        ),
        [("sum", "1.250", "1.240")],
    ),
    "a single column, two digits changed": (
        table("Xã | Hộ nghèo", "An Hoà | 45", "Yên Sơn | 38", "Tân Tiến | 52", "Tổng số | 153"),
        [("sum", "153", "135")],
    ),
    "the label of the total in the column of ordinals": (
        table("STT | Xã | Hộ nghèo | Khẩu", "1 | A | 12 | 50", "2 | B | 15 | 61", "Tổng cộng | | 27 | 121"),
        [("sum", "121", "111")],
    ),
    "tabs instead of bars": (
        "Xã\tSố hộ\tHộ nghèo\nAn Bình\t1.200\t45\nYên Sơn\t980\t38\nTân Tiến\t1.105\t52\nTổng số\t3.285\t145\n",
        [("sum", "145", "135")],
    ),
    "subtotals and their total": (
        table(
            "Xã | Hộ | Khẩu",
            "A | 12 | 50",
            "B | 15 | 61",
            "Cộng khu vực I | 27 | 111",
            "C | 20 | 80",
            "D | 22 | 95",
            "Cộng khu vực II | 42 | 165",
            "Tổng cộng | 69 | 276",
        ),
        [("sum", "165", "175")],
    ),
    "numbered parts under Roman numbers": (
        table(
            "STT | Nội dung | Dự toán | Thực hiện",
            " | Tổng thu | 12.500 | 13.200",
            "I | Thu nội địa | 8.000 | 8.650",
            "1 | Thuế | 5.000 | 5.400",
            "2 | Lệ phí | 3.000 | 3.250",
            "II | Bổ sung | 4.500 | 4.550",
            "1 | Cân đối | 4.000 | 4.000",
            "2 | Mục tiêu | 500 | 505",
        ),
        [("sum", "4.550", "4.505")],
    ),
    "decimals": (
        table(
            "Nhóm đất | Diện tích (ha)",
            "Nông nghiệp | 7.115,24",
            "Phi nông nghiệp | 2.204,81",
            "Chưa sử dụng | 522,55",
            "Tổng | 9.824,60",
        ),
        [("sum", "9.824,60", "9.842,60")],
    ),
    "a cell like a year": (
        table("Xã | Số hộ | Hộ nghèo", "A | 2018 | 40", "B | 950 | 31", "C | 1.120 | 28", "Tổng | 4.188 | 99"),
        [("sum", "4.188", "4.088")],
    ),
    "more than the whole though a cell is missing": (
        table("Thôn | Hộ | Khẩu", "Thôn 1 | 12 | -", "Thôn 2 | 15 | 61", "Thôn 3 | 8 | 60", "Tổng | 35 | 110"),
        [("sum", "110", "121")],
    ),
    "men and women": (
        table(
            "Trường | Tổng số | Nam | Nữ",
            "A | 420 | 210 | 210",
            "B | 388 | 200 | 188",
            "C | 512 | 260 | 262",
            "D | 300 | 140 | 160",
        ),
        [("sum", "512", "522")],
    ),
    "a total at the right": (
        table(
            "Quỹ | Trung ương | Tỉnh | Huyện | Cộng",
            "A | 20 | 30 | 5 | 55",
            "B | 10 | 12 | 3 | 25",
            "C | 40 | 9 | 6 | 65",
        ),
        [("sum", "65", "55")],
    ),
    "sources without a word of total": (
        table(
            "Xã | Vốn | Trung ương | Địa phương",
            *("A | 150 | 130 | 20", "B | 65 | 25 | 40", "C | 72 | 50 | 22", "D | 81 | 60 | 21", "Đ | 133 | 112 | 21"),
            *("E | 147 | 119 | 28", "G | 58 | 31 | 27", "H | 94 | 60 | 24"),
        ),
        [("sum", "94", "84")],
    ),
    "two heads over their parts": (
        table(
            "STT | Đơn vị | Hộ nghèo |  |  | Hộ cận nghèo |  | ",
            "1 | A | 50 | 30 | 20 | 40 | 10 | 30",
            "2 | B | 65 | 25 | 40 | 44 | 20 | 24",
            "3 | C | 72 | 50 | 22 | 46 | 15 | 21",
            extra_head=(" | | Tổng số | DTTS | Kinh | Tổng số | DTTS | Kinh",),
        ),
        [("sum", "46", "36")],
    ),
    "done of planned": (
        table(
            "Chỉ tiêu | Kế hoạch | Thực hiện | Đạt (%)",
            "Việc làm | 500 | 520 | 104,0",
            "Đào tạo | 300 | 285 | 95,0",
            "Thẻ BHYT | 1.200 | 1.150 | 98,5",
        ),
        [("share", "98,5", "95,83%")],
    ),
    "per cents with their sign": (
        table(
            "Xã | Số hộ | Hộ nghèo | Tỷ lệ",
            "A | 1.250 | 120 | 9,60%",
            "B | 980 | 87 | 8,88%",
            "C | 1.530 | 201 | 13,14%",
            "D | 1.105 | 52 | 7,41%",
        ),
        [("share", "7,41%", "4,71%")],
    ),
    "a composition and its hundred": (
        table(
            "Nhóm đất | Diện tích (ha) | Cơ cấu (%)",
            "Nông nghiệp | 7.115,24 | 72,29",
            "Phi nông nghiệp | 2.204,81 | 24,40",
            "Chưa sử dụng | 522,55 | 5,31",
            "Tổng | 9.842,60 | 100,00",
        ),
        [("sum", "100,00", "102,00"), ("share", "24,40", "22,40%")],
    ),
    "two years and their difference": (
        table(
            "Chỉ tiêu | Năm 2022 | Năm 2023 | Tăng/giảm",
            "Hộ nghèo | 412 | 350 | -62",
            "Cận nghèo | 300 | 321 | 21",
            "Lao động | 4.120 | 4.350 | 330",
        ),
        [("difference", "330", "230")],
    ),
    "a fall without a sign": (
        table(
            "Xã | Đầu năm 2022 | Cuối năm 2022 | Giảm", "A | 120 | 92 | 28", "B | 87 | 69 | 18", "C | 201 | 153 | 58"
        ),
        [("difference", "58", "48")],
    ),
    "a relative change": (
        table(
            "Chỉ tiêu | Năm 2022 | Năm 2023 | Tăng/giảm (%)",
            "Đàn trâu | 412 | 350 | -15,0",
            "Đàn bò | 300 | 321 | 7,0",
            "Đàn lợn | 4.120 | 4.350 | 9,6",
        ),
        [("relative_change", "9,6", "5,58%")],
    ),
    "a balance in columns": (
        table(
            "Xã | Hộ nghèo đầu năm | Thoát nghèo | Tái nghèo | Phát sinh mới | Hộ nghèo cuối năm",
            "A | 120 | 35 | 2 | 5 | 92",
            "B | 87 | 21 | 0 | 3 | 69",
            "C | 201 | 60 | 4 | 8 | 135",
        ),
        [("identity", "135", "153")],
    ),
    "a balance in rows": (
        table(
            "Chỉ tiêu | Số hộ",
            "Hộ nghèo đầu năm | 2.145",
            "Thoát nghèo | 486",
            "Tái nghèo | 12",
            "Phát sinh mới | 37",
            "Hộ nghèo cuối năm | 1.698",
        ),
        [("identity", "1.698", "1.708")],
    ),
}
WRONG |= {
    "a printed formula of a sum": (
        table(
            "TT | Xã | Đầu kỳ | Ra | Vào | Cuối kỳ",
            "1 | A | 120 | 35 | 7 | 92",
            "2 | B | 87 | 21 | 3 | 68",
            "3 | C | 201 | 60 | 12 | 153",
            extra_head=("(A) | (B) | (1) | (2) | (3) | (4)=(1)-(2)+(3)",),
        ),
        [("identity", "68", "69")],
    ),
    "a printed formula of a share": (
        table(
            "TT | Nguồn | Kế hoạch | Giải ngân | %",
            "1 | Trung ương | 4.602,52 | 4.436,08 | 96,38",
            "2 | Tỉnh | 836 | 794,2 | 59,00",
            extra_head=("(A) | (B) | (1) | (2) | (3)=(2)/(1)×100",),
        ),
        [("share", "59,00", "95,00%")],
    ),
    "a total whose label lost its second cell": (
        table(
            "TT | Xã | Hộ | Khẩu",
            "Tổng số | 37 | 165",
            "1 | A | 12 | 50",
            "2 | B | 15 | 65",
            "3 | C | 10 | 40",
        ),
        [("sum", "165", "155")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_a_table_says_and_breaks_is_told(text, expected):
    assert alarms(text) == expected


RIGHT = {
    "sums": (
        table("Thôn | Trâu | Bò", "A | 45 | 112", "B | 61 | 87", "C | 38 | 140", "Tổng cộng | 144 | 339"),
        ["sum", "sum"],
    ),
    "parts of a row and the foot": (
        table(
            "STT | Loại | Số lượng",
            "1 | Gia súc lớn | 1.060",
            " | - Trâu | 318",
            " | - Bò | 742",
            "2 | Lợn | 5.420",
            "3 | Dê | 267",
            " | Cộng | 6.747",
        ),
        ["sum", "sum"],
    ),
    "rows that are only some of a part": (
        table(
            "STT | Loại đất | Diện tích",
            " | Tổng diện tích tự nhiên | 9.842,60",
            "1 | Đất nông nghiệp | 7.115,24",
            " | Trong đó: đất trồng lúa | 2.308,47",
            " | đất rừng sản xuất | 3.026,90",
            "2 | Đất phi nông nghiệp | 2.204,81",
            "3 | Đất chưa sử dụng | 522,55",
        ),
        ["sum"],
    ),
    "rounded parts": (
        table(
            "Ngành | Giá trị (tỷ đồng)", "Nông nghiệp | 103,2", "Công nghiệp | 86,4", "Dịch vụ | 59,0", "Tổng | 248,7"
        ),
        ["sum"],
    ),
    "a missing cell": (
        table("Thôn | Hộ | Khẩu", "Thôn 1 | 12 | -", "Thôn 2 | 15 | 61", "Thôn 3 | … | 40", "Tổng | 30 | 110"),
        [],
    ),
    "a dash for none": (table("Thôn | Hộ", "Thôn 1 | 12", "Thôn 2 | -", "Thôn 3 | 18", "Tổng | 30"), ["sum"]),
    "averages and rates": (
        table("Xã | Năng suất (tạ/ha) | Tỷ lệ (%)", "A | 61,2 | 12,5", "B | 58,0 | 9,8", "Toàn huyện | 59,8 | 11,1"),
        [],
    ),
    "a row of averages": (
        table("Xã | Số buổi", "A | 12", "B | 18", "C | 15", "Bình quân | 15"),
        [],
    ),
    "traits that overlap": (
        table("Học viên | Số người", "Tổng số | 120", "Nữ | 80", "Người dân tộc thiểu số | 50", "Đảng viên | 12"),
        [],
    ),
    "women and others among columns": (
        table("Lớp | Tổng số | Nữ | DTTS", "A | 40 | 25 | 20", "B | 35 | 20 | 18", "C | 42 | 30 | 15"),
        [],
    ),
    "one row with women and others": (table("Lớp | Tổng số | Nữ | DTTS", "A | 40 | 25 | 20"), []),
    "different units in the rows": (
        table(
            "TT | Chỉ tiêu | ĐVT | Kết quả",
            "1 | Tổng đàn | con | 310",
            "2 | Diện tích | ha | 120",
            "3 | Sản lượng | tấn | 200",
        ),
        [],
    ),
    "a choice of communes": (
        table("Xã | Hộ nghèo", "A | 120", "B | 95", "Toàn huyện | 240", before="Hộ nghèo ở một số xã:"),
        [],
    ),
    "an index of years": (
        table("Năm | Số hộ nghèo | Giảm so với năm trước", "2020 | 520 | ", "2021 | 470 | 50", "2022 | 431 | 39"),
        [],
    ),
    "votes, several to a ballot": (
        table(
            "Ứng cử viên | Số phiếu", "Tổng số phiếu hợp lệ | 6.175", "Toàn | 5.012", "Xuân | 4.488", "Chiến | 4.105"
        ),
        [],
    ),
    "a stock with its movements under a word of total": (
        table(
            "Chỉ tiêu | Số hộ",
            "Tổng số hộ nghèo đầu năm | 2.145",
            "Thoát nghèo | 486",
            "Tái nghèo | 12",
            "Phát sinh mới | 37",
            "Hộ nghèo cuối năm | 1.708",
        ),
        ["identity"],
    ),
    "a share and the difference of two years": (
        table(
            "Chỉ tiêu | KH | TH | Tỷ lệ (%)", "A | 500 | 520 | 104", "B | 300 | 285 | 95", "C | 1.200 | 1.150 | 95,8"
        ),
        ["share", "share", "share"],
    ),
    "a rate of a base that is not told": (
        table(
            "Xã | Hộ nghèo | Tỷ lệ (%)", "A | 120 | 9,6", "B | 87 | 8,9", "C | 201 | 13,1", "Toàn huyện | 408 | 10,9"
        ),
        ["sum"],
    ),
    "per cents that round to a little more than a hundred": (
        table(
            "Loại | Học sinh | Tỷ lệ (%)", "Tốt | 128 | 42,7", "Khá | 101 | 33,7", "Đạt | 71 | 23,7", "Cộng | 300 | 100"
        ),
        ["sum", "sum", "share", "share", "share"],
    ),
    "numbers of columns under the head": (
        table(
            "STT | Xã | Hộ nghèo | Khẩu",
            "1 | A | 12 | 50",
            "2 | B | 15 | 61",
            " | Tổng | 27 | 111",
            extra_head=("(1) | (2) | (3) | (4)",),
        ),
        ["sum", "sum"],
    ),
    "a movement of a formula is no difference of its neighbours": (
        table(
            "TT | Đơn vị | Đầu kỳ | Thoát | Thành hộ nghèo | Tái | Mới | Khác tăng | Cuối kỳ",
            "1 | A | 71 | 15 | 1 | 3 | 5 | 2 | 65",
            "2 | B | 93 | 14 | 0 | 4 | 10 | 6 | 99",
            "3 | C | 82 | 18 | 1 | 1 | 5 | 4 | 73",
            "4 | D | 134 | 22 | 1 | 3 | 11 | 1 | 126",
            extra_head=("(A) | (B) | (1) | (2) | (3) | (4) | (5) | (6) | (7)=(1)-(2)-(3)+(4)+(5)+(6)",),
        ),
        ["identity"] * 4,
    ),
    "words only": (table("Việc | Đơn vị", "Rà soát | UBND xã", "Báo cáo | Phòng LĐ"), []),
    "a fall whose sign is printed": (
        table("Xã | Năm 2021 | Năm 2022 | Chênh lệch", "A | 120 | 92 | -28", "B | 87 | 90 | +3", "C | 201 | 153 | -48"),
        ["difference", "difference", "difference"],
    ),
    "money in whole millions, rounded": (
        table("Nguồn | Kinh phí (triệu đồng)", "Tỉnh | 334", "Huyện | 333", "Xã | 334", "Tổng | 1.000"),
        ["sum"],
    ),
}
RIGHT |= {
    "a row for what is not yet divided": (
        table("TT | Xã | Nhà", " | Tổng số | 30", "1 | A | 12", "2 | B | 8", " | Chưa chia theo xã | 10"),
        ["sum"],
    ),
    "a plan beside its result": (
        table(
            "TT | Xã | Nhà | Ghi chú", " | Tổng số | 20 | ", "1 | A | 12 | ", "2 | B | 8 | ", "3 | A | 15 | kế hoạch"
        ),
        ["sum"],
    ),
    "a row of changes under a share": (
        table(
            "Thời điểm | Tổng số hộ | Hộ nghèo | Tỷ lệ (%)",
            "Đầu kỳ | 46.000 | 575 | 1,25",
            "Cuối kỳ | 46.604 | 461 | 0,99",
            "Tăng (+), giảm (-) | 604 | -114 | -0,26",
        ),
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), RIGHT.values(), ids=RIGHT)
def test_what_a_table_keeps_or_does_not_say_is_no_alarm(text, expected):
    assert alarms(text) == []
    assert sorted(holding(text)) == sorted(expected)
