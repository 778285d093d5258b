"""Number × norm = total down the rows of a table."""

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict


def table(header, *rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def told(text):
    wrong = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
    return [
        (one.stated, one.computed)
        for one in audit_text(text).findings
        if one.kind == "product" and one.verdict in wrong
    ]


BILL = ["Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"]
GRANTS = ["Xã", "Số hộ", "Mức hỗ trợ (triệu đồng/hộ)", "Kinh phí (triệu đồng)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (table(BILL, ["Gạo", "300", "15.000", "4.500.000"],
               ["Mì", "120", "90.000", "11.800.000"], ["Dầu", "60", "45.000", "2.700.000"]),
         [("11.800.000", "10.800.000")]),
        (table(BILL, ["Gạo", "300", "15.000", "4.500.000"],
               ["Mì", "120", "90.000", "10.800.000"], ["Cộng", "", "", "15.300.000"]), []),
        (table(GRANTS, ["An Bình", "12", "60", "720"], ["Phú Lâm", "8", "60", "480"], ["Tân Khê", "15", "30", "540"]),
         [("540", "450")]),
        (table(["Đối tượng", "Số người", "Mức trợ cấp (đồng/tháng)", "Số tháng", "Kinh phí (nghìn đồng)"],
               ["Cao tuổi", "120", "360.000", "6", "259.200"], ["Khuyết tật", "85", "540.000", "6", "275.400"],
               ["Trẻ mồ côi", "14", "540.000", "6", "54.360"]), [("54.360", "45.360")]),
        (table(["Cây trồng", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"],
               ["Lúa", "268,4", "61,2", "1.642,6"], ["Ngô", "71,5", "48,0", "343,2"], ["Lạc", "38,2", "25,5", "79,4"]),
         [("79,4", "97,41")]),
        (table(["Thôn", "Số hộ", "Mức hỗ trợ", "Kinh phí"], ["A", "12", "60", "910"], ["B", "8", "40", "500"]), []),
        (table(["Thôn", "Số hộ", "Giá", "Tổng thu"], ["A", "1", "60", "60"], ["B", "8", "40", "500"]), []),
    ],
)  # fmt: skip
def test_rows_that_do_not_keep_to_the_product_of_the_others(text, expected):
    assert [(stated, computed.split(" ")[0].removesuffix(",0")) for stated, computed in told(text)] == expected
