"""One part behind "trong đó" against the whole in front of it."""

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict

ABOVE = [
    "Toàn xã còn 412 hộ nghèo, trong số đó có 436 hộ là đồng bào DTTS.",
    "Lớp có 42 học sinh, trong đó có 45 học sinh nữ.",
    "Công an huyện xử lý 118 vụ vi phạm, trong đó 131 vụ về nồng độ cồn; phạt tiền 402 triệu đồng.",
    "Huy động được 2,4 tỷ đồng, trong đó nhân dân đóng góp 3,1 tỷ đồng.",
    "Diện tích gieo cấy 380 ha, trong đó lúa lai 412 ha.",
]
WITHIN = [
    "Trường có THCS 423 em (gồm khối 6: 118; khối 7: 109; khối 8: 101; khối 9: 95).",
    "Tổng chi 1.284,6 tỷ đồng. Cụ thể: thường xuyên 702,3 tỷ, đầu tư 401,9 tỷ, bổ sung có mục tiêu 180,4 tỷ.",
    "Toàn xã còn 436 hộ nghèo, trong đó có 412 hộ là đồng bào DTTS.",
    "Năm 2020 tăng 12 hộ, trong đó 30 hộ là hộ mới tách.",
    "Đã tập huấn 5 lớp, trong đó 150 người là nữ.",
    "Trong năm kết nạp 14 đảng viên, trong đó tổng số đảng viên nữ toàn đảng bộ là 120 người.",
    "Giảm 25 vụ, còn 80 vụ, trong đó 30 vụ nghiêm trọng.",
    "Hỗ trợ 15 triệu đồng/hộ, trong đó có 40 triệu đồng vốn vay.",
    "Thu hoạch 310/420 ha, trong đó 350 ha lúa đã chín.",
]


def contradicting(text):
    return [
        one for one in audit_text(text).findings if one.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
    ]


@pytest.mark.parametrize("text", ABOVE)
def test_a_part_above_its_whole(text):
    assert [str(one.kind) for one in contradicting(text)] == ["sum"]


@pytest.mark.parametrize("text", WITHIN)
def test_what_looks_like_one(text):
    assert contradicting(text) == []
