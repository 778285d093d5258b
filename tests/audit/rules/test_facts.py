"""Một việc nêu hai lần: one fact with two figures, an activity told under two organisations, and what only looks so."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.facts.copies import copied_activities
from poverty_evaluation.audit.rules.facts.facts import facts_told_twice
from poverty_evaluation.vocabulary.findings import FindingKind

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def claims(text):
    reading = read_figures(plain_source(text))
    return [*facts_told_twice(reading), *copied_activities(reading)]


def alarms(text):
    return [one.computation for one in claims(text) if one.verdict in TOLD]


UNEQUAL = {
    "summary and body": (
        """I. ĐÁNH GIÁ CHUNG
Năm 2022, toàn huyện trồng mới 125 ha rừng tập trung, công tác bảo vệ rừng được giữ vững.
II. KẾT QUẢ CỤ THỂ
1. Lâm nghiệp
Hạt Kiểm lâm tuần tra 41 lượt. Năm 2022 toàn huyện trồng mới được 152 ha rừng tập trung, chủ yếu là keo.
""",
        "125 ha ≠ 152 ha",
    ),
    "a head and its text": (
        """Trao 350 suất quà Tết cho hộ nghèo xã Tân Lập
Sáng 12/1, tại nhà văn hóa xã Tân Lập, Hội Chữ thập đỏ huyện đã trao 305 suất quà Tết cho hộ nghèo xã Tân Lập.
""",
        "350 suất ≠ 305 suất",
    ),
    "a sum told again at the end": (
        """Tổng kinh phí thực hiện Đề án là 12,5 tỷ đồng, chia làm hai giai đoạn.
Giai đoạn một ưu tiên vùng sâu.
Như vậy với tổng kinh phí thực hiện Đề án 15,2 tỷ đồng, mỗi xã được đầu tư một trường.
""",
        "12,5 tỷ đồng ≠ 15,2 tỷ đồng",
    ),
    "a building by its name": (
        """Sáng 20/11, khánh thành nhà văn hóa thôn Đoài Thượng. Công trình nhà văn hóa thôn Đoài Thượng có tổng mức \
đầu tư 1,2 tỷ đồng.
Nhà văn hóa thôn Đoài Thượng với tổng mức đầu tư 2,1 tỷ đồng sẽ phục vụ 210 hộ dân.
""",
        "1,2 tỷ đồng ≠ 2,1 tỷ đồng",
    ),
    "a congress and who came": (
        """Đại hội Hội Nông dân xã Quang Minh nhiệm kỳ 2023-2028 có 215 đại biểu tham dự.
Đại hội Hội Nông dân xã Quang Minh thành công tốt đẹp với sự tham dự của 251 đại biểu.
""",
        "215 đại biểu ≠ 251 đại biểu",
    ),
    "the same day in two sections": (
        """1. Đặc điểm tình hình
Dân số toàn xã đến ngày 31/12/2021 là 8.412 người, chủ yếu làm nông nghiệp.
2. Công tác dân số
Đến ngày 31/12/2021, dân số toàn xã là 8.421 người, tỷ lệ tăng tự nhiên 1,02%.
""",
        "8.412 người ≠ 8.421 người",
    ),
    "a stock at the end of a year": (
        """I. KẾT QUẢ NỔI BẬT
Cuối năm 2020, toàn xã còn 356 hộ nghèo.
II. CÔNG TÁC GIẢM NGHÈO
Công tác giảm nghèo được quan tâm; cuối năm 2020 toàn xã còn 365 hộ nghèo, tập trung ở 3 thôn.
""",
        "356 hộ ≠ 365 hộ",
    ),
    "a rate": (
        """Tóm tắt: Tỷ lệ hộ nghèo đa chiều năm 2021 của huyện là 4,25%.
Theo kết quả rà soát, tỷ lệ hộ nghèo đa chiều năm 2021 của huyện còn 4,52%.
""",
        "4,25% ≠ 4,52%",
    ),
    "items and a conclusion": (
        """- Trồng trọt: diện tích gieo trồng vụ Đông năm 2021 đạt 1.250 ha.
- Chăn nuôi: đàn lợn ổn định.
Đánh giá chung: diện tích gieo trồng vụ Đông năm 2021 đạt 1.520 ha, vượt kế hoạch.
""",
        "1.250 ha ≠ 1.520 ha",
    ),
    "money in two scales": (
        """Quỹ Vì người nghèo huyện năm 2021 vận động được 1.250 triệu đồng.
Tóm lại: Quỹ Vì người nghèo huyện năm 2021 vận động được 1,52 tỷ đồng.
""",
        "1.250 triệu đồng ≠ 1,52 tỷ đồng",
    ),
    "an organisation at the head of both sentences": (
        """Trong năm, Hội LHPN huyện kết nạp được 312 hội viên mới, nâng cao chất lượng sinh hoạt.
Nhìn chung, trong năm Hội LHPN huyện kết nạp 231 hội viên mới là kết quả đáng ghi nhận.
""",
        "312 hội viên ≠ 231 hội viên",
    ),
    "who says it does not matter": (
        "Buổi hiến máu sáng 14/6 tiếp nhận 487 đơn vị máu. Bác sĩ Hà cho biết 478 đơn vị máu tiếp nhận được tại buổi "
        "hiến máu sáng 14/6 sẽ chuyển cho bệnh viện.",
        "487 đơn vị ≠ 478 đơn vị",
    ),
}
UNEQUAL |= {
    "houses under water": (
        """Tin từ Ban Chỉ huy phòng chống thiên tai: mưa lũ đã làm 1.254 ngôi nhà bị ngập.
Theo thống kê ban đầu, có 3 người bị thương, 1.524 ngôi nhà bị ngập do mưa lũ.
""",
        "1.254 ngôi ≠ 1.524 ngôi",
    ),
    "beside one and the same figure": (
        """I. Tình hình chung
Trường THPT Nguyễn Huệ có 36 lớp với 1.458 học sinh.
II. Kết quả
1. Quy mô: năm học này trường có 36 lớp, 1.485 học sinh.
""",
        "1.458 học sinh ≠ 1.485 học sinh",
    ),
    "the last day and the end of a year": (
        """Tổng dư nợ ủy thác qua Hội đến 31/12/2023 đạt 98,4 tỷ đồng.
Như vậy, dư nợ ủy thác qua Hội đến cuối năm 2023 là 89,4 tỷ đồng, nợ quá hạn 0,12%.
""",
        "98,4 tỷ đồng ≠ 89,4 tỷ đồng",
    ),
    "the whole of a part": (
        """Sở Y tế cho biết trong tuần toàn tỉnh ghi nhận 186 ca mắc sốt xuất huyết.
Trong số 168 ca mắc sốt xuất huyết toàn tỉnh ghi nhận trong tuần, có 54 trẻ em.
""",
        "186 ca ≠ 168 ca",
    ),
    "a mean of one year": (
        """Năm 2022 thu nhập bình quân đầu người của xã đạt 46,5 triệu đồng/năm.
Đánh giá chung: thu nhập bình quân đầu người năm 2022 của xã đạt 45,6 triệu đồng/năm, tăng so với năm 2021.
""",
        "46,5 triệu đồng ≠ 45,6 triệu đồng",
    ),
    "a whole in the same paragraph": (
        "Toàn xã có 1.245 hộ dân. Cuối năm, xã bình xét cho 1.254 hộ dân trong toàn xã.",
        "1.245 hộ ≠ 1.254 hộ",
    ),
}


@pytest.mark.parametrize(("text", "computation"), UNEQUAL.values(), ids=UNEQUAL)
def test_one_fact_with_two_figures_is_told(text, computation):
    assert alarms(text) == [computation]


DIFFERENT = {
    "a per cent of the few counted in front of it": (
        "Huyện Tân Sơn có tỷ lệ trẻ ra lớp mẫu giáo năm nay là 94,61% (so với năm ngoái là 88,30%). Trẻ nhà trẻ đạt "
        "41,20%. Huyện có 4 xã trẻ ra lớp mẫu giáo 100%."
    ),
    "years": "Năm 2021, toàn huyện trồng mới 125 ha rừng.\nNăm 2022, toàn huyện trồng mới 152 ha rừng.",
    "places": "- Xã An Bình: trao 50 suất quà cho hộ nghèo.\n- Xã Tân Lập: trao 60 suất quà cho hộ nghèo.",
    "plan and result": (
        "Kế hoạch năm 2022 giải quyết việc làm mới cho 500 lao động.\n"
        "Kết quả năm 2022 đã giải quyết việc làm mới cho 520 lao động."
    ),
    "organisations": (
        "- Hội LHPN huyện: dư nợ ủy thác đến 31/12/2022 đạt 45,6 tỷ đồng.\n"
        "- Hội Nông dân huyện: dư nợ ủy thác đến 31/12/2022 đạt 54,6 tỷ đồng."
    ),
    "the beginning and the end of a year": (
        "Đầu năm 2022, toàn xã có 120 hộ nghèo.\nCuối năm 2022, toàn xã có 102 hộ nghèo."
    ),
    "a month and since the beginning": (
        "Trong tháng 6, tiếp nhận 120 hồ sơ hành chính.\nLũy kế từ đầu năm, tiếp nhận 210 hồ sơ hành chính."
    ),
    "a part": "Toàn xã có 120 hộ nghèo. Trong số hộ nghèo có 102 hộ là người dân tộc thiểu số.",
    "a correction": "Số hội viên là 316 người, không phải 361 người như đã nêu trong báo cáo năm 2021.",
    "an amendment": (
        "Toàn huyện có 312 mô hình kinh tế. Sau khi rà soát, điều chỉnh, toàn huyện có 321 mô hình kinh tế."
    ),
    "two bridges": "Cầu Vĩnh Hạ dài 486m. Cầu Vĩnh Thượng dài 468m.",
    "two classes": "Lớp thứ nhất có 35 học viên nghề may. Lớp thứ hai có 53 học viên nghề may.",
    "two sections of quarters": "1. Quý I\nKhám bệnh cho 1.250 lượt người.\n2. Quý II\nKhám bệnh cho 1.520 lượt người.",
    "two seasons": (
        "a. Vụ Xuân\n- Tổng diện tích gieo trồng 226 ha, chủ yếu là lúa.\n"
        "b. Vụ hè thu\n- Tổng diện tích gieo trồng 262 ha, chủ yếu là lúa."
    ),
    "two occasions": (
        "Nhân dịp Tết Nguyên đán, Hội tặng 120 suất quà cho hội viên nghèo.\n"
        "Nhân dịp Tháng hành động vì trẻ em, Hội tặng 102 suất quà cho hội viên nghèo."
    ),
    "two levels": "Toàn tỉnh có 512 trường học. Toàn huyện có 521 trường học.",
    "some of them": (
        "Năm 2022, Trung tâm mở 12 lớp cho 420 học viên. Riêng nghề may, năm 2022 Trung tâm mở 3 lớp cho 105 học viên."
    ),
    "two budgets": "Ngân sách tỉnh hỗ trợ 12,5 tỷ đồng xây trường. Ngân sách huyện hỗ trợ 15,2 tỷ đồng xây trường.",
    "a goal and a forecast": (
        "Nghị quyết đề ra năm 2025 tỷ lệ hộ nghèo còn 2,5%. Đến năm 2025 tỷ lệ hộ nghèo dự kiến còn 2,1%."
    ),
    "begun and finished": (
        "Năm 2023 đã khởi công 232 nhà ở cho hộ nghèo. Năm 2023 đã hoàn thành 223 nhà ở cho hộ nghèo."
    ),
    "poor and near-poor": (
        "Đến ngày 14/12/2022, toàn thành phố có 671 hộ nghèo, chiếm 1,44% số hộ.\n"
        "Đến ngày 14/12/2022, toàn thành phố có 716 hộ cận nghèo, chiếm 1,54% số hộ."
    ),
    "a list of what each group got": (
        "Nội dung hỗ trợ:\n- Hộ nghèo được hỗ trợ bằng tiền từ 15 nội dung trong đó có hộ cận nghèo;\n"
        "- Hộ cận nghèo được hỗ trợ bằng tiền từ 13 nội dung trong đó có hộ nghèo."
    ),
    "a norm": "Bình quân mỗi xã có 12 mô hình kinh tế. Toàn huyện có 21 mô hình kinh tế.",
    "rounded": "Xã có hơn 4 nghìn con dê. Chính xác xã có 4.127 con dê theo thống kê.",
    "rounded to a digit": (
        "Đánh giá chung: năm 2018 toàn huyện còn gần 4,3 nghìn hộ nghèo.\n"
        "Cụ thể, năm 2018 toàn huyện còn 4.286 hộ nghèo."
    ),
}


@pytest.mark.parametrize("text", DIFFERENT.values(), ids=DIFFERENT)
def test_two_facts_that_sound_alike_are_no_alarm(text):
    assert alarms(text) == []


def test_an_equal_figure_told_twice_holds() -> None:
    text = (
        "I. KẾT QUẢ NỔI BẬT\nNăm 2022, toàn huyện trồng mới 125 ha rừng tập trung.\n"
        "II. LÂM NGHIỆP\nNăm 2022, toàn huyện trồng mới 125 ha rừng tập trung."
    )
    assert [(str(one.kind), one.verdict) for one in claims(text)] == [("duplicate", AuditVerdict.HOLDS)]


DEED = "tổ chức 04 buổi truyền thông cho 312 lượt hội viên, trao 25 suất quà trị giá 12.500.000đ cho trẻ mồ côi"
COPIED = {
    "two items": f"- Hội LHPN xã: {DEED}.\n- Hội Nông dân xã: {DEED}.\n",
    "two headings": f"1. Hội Phụ nữ\nTrong năm, {DEED}.\n2. Hội Cựu chiến binh\nĐã {DEED}.\n",
    "other words around": (
        f"- Hội LHPN xã: quan tâm hội viên, đến nay đã {DEED}; sinh hoạt đều.\n- Đoàn xã: trong dịp hè đã {DEED}.\n"
    ),
    "two youth unions": (
        "1. Đoàn xã An Phú: vận động 26 triệu đồng, sửa 3 nhà cho hộ chính sách, trồng 1.500 cây xanh ven đường.\n"
        "2. Đoàn xã Bình Hòa: vận động 26 triệu đồng, sửa 3 nhà cho hộ chính sách, trồng 1.500 cây xanh ven đường.\n"
    ),
    "a section that names nobody and an organisation": (
        f"II. CHÍNH SÁCH HỖ TRỢ\nĐã {DEED}.\nIII. HOẠT ĐỘNG CỦA ĐOÀN THỂ\n1. Hội Chữ thập đỏ\nĐã {DEED}.\n"
    ),
}


@pytest.mark.parametrize("text", COPIED.values(), ids=COPIED)
def test_an_activity_under_two_organisations_is_counted_twice(text):
    [found] = [one for one in claims(text) if one.verdict is AuditVerdict.CONTRADICTION]
    assert found.kind is FindingKind.DUPLICATE
    assert len(found.figures) >= 6


TOLD_AGAIN = {
    "a summary": f"I. KẾT QUẢ NỔI BẬT\nHội LHPN xã đã {DEED}.\nII. CÁC ĐOÀN THỂ\n1. Hội Phụ nữ\nĐã {DEED}.\n",
    "a conclusion": f"1. Hội Phụ nữ\nĐã {DEED}.\nNhìn chung, các đoàn thể đã {DEED}.\n",
    "one organisation": f"Hội LHPN xã đã {DEED}.\nHội LHPN xã đã {DEED}.\n",
    "two years": f"1. Năm 2021\nHội LHPN xã đã {DEED}.\n2. Năm 2022\nHội LHPN xã đã {DEED}.\n",
    "a quotation": f'- Hội LHPN xã: {DEED}.\n- Hội Nông dân xã dẫn lại:\n"{DEED[0].upper()}{DEED[1:]}."\n',
    "slogans": ('- Hội LHPN xã: phong trào "5 không, 3 sạch".\n- Hội Nông dân xã: phong trào "5 không, 3 sạch".\n'),
    "a remark upon figures": (
        "1. Hội Phụ nữ\nCác khoản cho vay hộ nghèo cộng lại bằng 24.131 triệu đồng, vượt tổng 23.232 triệu đồng là 899 "
        "triệu đồng.\n2. Hội Nông dân\nCác khoản cho vay hộ nghèo cộng lại bằng 24.131 triệu đồng, vượt tổng 23.232 "
        "triệu đồng là 899 triệu đồng.\n"
    ),
    "one figure": "- Hội LHPN xã: mở 01 lớp tập huấn.\n- Hội Nông dân xã: mở 01 lớp tập huấn.\n",
    "what is, not what is done": (
        "1. Hội Phụ nữ\nXã có 12 thôn, 1.408 hộ, 5.620 nhân khẩu.\n"
        "2. Hội Nông dân\nXã có 12 thôn, 1.408 hộ, 5.620 nhân khẩu.\n"
    ),
    "other figures": (
        "- Quý I: Hội khám, cấp thuốc cho 1.320 lượt người tại 4 xã, trị giá 198 triệu đồng.\n"
        "- Quý II: Hội khám, cấp thuốc cho 950 lượt người tại 3 xã, trị giá 142,5 triệu đồng.\n"
    ),
}


@pytest.mark.parametrize("text", TOLD_AGAIN.values(), ids=TOLD_AGAIN)
def test_what_is_told_again_for_a_reason_is_no_alarm(text):
    assert alarms(text) == []
