"""Tổng và các phần: texts whose parts do not make their whole, and texts that only look so."""

import pytest

from poverty_evaluation.audit.checking import merged
from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.parts.sums import sums
from poverty_evaluation.vocabulary.findings import FindingKind

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)

#: The text, and the value that the parts make.
WRONG = {
    "gồm": ("Toàn xã có 245 hộ nghèo, gồm 132 hộ ở vùng cao và 103 hộ ở vùng thấp.", "235 hộ"),
    "bao gồm, ba phần": (
        "Tổng vốn huy động được 950 triệu đồng, bao gồm: ngân sách xã 420 triệu đồng, doanh nghiệp 310 triệu đồng, "
        "nhân dân 210 triệu đồng.",
        "940 triệu đồng",
    ),
    "gồm có, không lặp danh từ": (
        "Đoàn có 58 đại biểu, gồm có: khối Đảng 14, khối chính quyền 26, khối đoàn thể 28.",
        "68 đại biểu",
    ),
    "chia ra": ("Số hộ thoát nghèo là 318 hộ, chia ra: khu vực thành thị 96 hộ; khu vực nông thôn 232 hộ.", "328 hộ"),
    "chia theo nguồn": (
        "Kinh phí thực hiện 4.250 triệu đồng, chia theo nguồn: ngân sách Trung ương 3.100 triệu đồng; ngân sách tỉnh "
        "850 "
        "triệu đồng; ngân sách huyện 200 triệu đồng.",
        "4.150 triệu đồng",
    ),
    "trong đó vượt tổng": (
        "Hội hỗ trợ 62 suất quà, trong đó 35 suất của huyện, 33 suất của các nhà hảo tâm.",
        "68 suất",
    ),
    "trong đó vượt tổng, tiền": (
        "Tổng kinh phí là 1,2 tỷ đồng, trong đó ngân sách tỉnh 800 triệu đồng, ngân sách huyện 500 triệu đồng.",
        "1,3 tỷ đồng",
    ),
    "một phần lớn hơn tổng": (
        "Lớp có 42 học viên, trong đó có 51 học viên nữ, 12 học viên là đảng viên.",
        "51 học viên",
    ),
    "ngoặc đơn": (
        "Rà soát phát hiện 86 trường hợp (sai tên: 31 trường hợp; sai năm sinh: 27 trường hợp; sai địa chỉ: 38 "
        "trường hợp).",
        "96 trường hợp",
    ),
    "ngoặc đơn, nam nữ": ("Lớp tập huấn có 120 học viên (nam 58 học viên, nữ 72 học viên).", "130 học viên"),
    "hai chấm": (
        "Tổng số thẻ đã cấp 5.141 thẻ: hộ nghèo 2.369 thẻ, hộ cận nghèo 2.472 thẻ.",
        "4.841 thẻ",
    ),
    "gạch ngang": (
        "Kỳ này thu được 340 triệu đồng - tiền mặt 215 triệu đồng và hiện vật quy đổi 135 triệu đồng - để xây nhà.",
        "350 triệu đồng",
    ),
    "câu sau, trong đó": (
        "Toàn tỉnh có 1.250 doanh nghiệp đăng ký mới. Trong đó, khu vực dịch vụ 870 doanh nghiệp, khu vực công "
        "nghiệp 410 "
        "doanh nghiệp.",
        "1.280 doanh nghiệp",
    ),
    "câu sau, cụ thể": (
        "Cả ba đội bắt được 156 đối tượng. Cụ thể, đội 1 bắt 48 đối tượng; đội 2 bắt 61 đối tượng; đội 3 bắt 57 đối "
        "tượng.",
        "166 đối tượng",
    ),
    "câu sau, gồm": (
        "Quỹ hiện có 780 triệu đồng. Nguồn này gồm 450 triệu đồng do tỉnh cấp và 230 triệu đồng vận động.",
        "680 triệu đồng",
    ),
    "còn lại": (
        "Xã được giao 320 tấn xi măng, đã cấp cho các thôn 245 tấn, còn lại 85 tấn đang lưu kho.",
        "330 tấn",
    ),
    "số còn lại, nhiều câu": (
        "Phường thu hồi 64 giấy phép. Có 41 giấy phép hết hạn, 15 giấy phép cấp sai. Số còn lại là 18 giấy phép tự "
        "nguyện trả.",
        "74 giấy",
    ),
    "tổng ở sau": (
        "Đợt 1 có 35 học viên, đợt 2 có 42 học viên, tổng cộng 87 học viên hoàn thành khóa học.",
        "77 học viên",
    ),
    "như vậy, cả hai": (
        "Tháng 5, xã trồng được 1.250 cây. Sang tháng 6, xã trồng thêm được 830 cây xanh. Như vậy, cả hai tháng xã "
        "đã trồng "
        "2.180 cây.",
        "2.080 cây",
    ),
    "cộng ở cuối danh sách": (
        "Kết quả vận động:\n- Khối cơ quan: 125 triệu đồng;\n- Khối trường học: 84 triệu đồng;\n- Khối doanh nghiệp: "
        "310 triệu "
        "đồng.\nTổng cộng: 529 triệu đồng.",
        "519 triệu đồng",
    ),
    "dòng cộng là một mục": (
        "Số nhà hoàn thành:\n- Xã Đông: 12 nhà\n- Xã Tây: 9 nhà\n- Xã Nam: 14 nhà\n- Tổng cộng: 37 nhà",
        "35 nhà",
    ),
    "danh sách dưới tổng": (
        "Toàn huyện có 212 điểm sạt lở, trong đó:\n- Xã Mường Lý: 84 điểm;\n- Xã Trung Sơn: 61 điểm;\n- Xã Pù Nhi: "
        "77 điểm.",
        "222 điểm",
    ),
    "danh sách dưới tổng, chia ra": (
        "- Tổng số đảng viên: 318 đồng chí, chia ra:\n+ Khối nông thôn: 205 đồng chí\n+ Khối cơ quan: 103 đồng chí",
        "308 đồng chí",
    ),
    "hai số đo trong mỗi dòng": (
        "Tổng số hỗ trợ: 30 hộ, kinh phí 240.000.000 đồng, gồm:\n- Hộ nghèo: 18 hộ, kinh phí 162.000.000 đồng;\n- Hộ "
        "cận nghèo: "
        "12 hộ, kinh phí 87.000.000 đồng.",
        "249.000.000 đồng",
    ),
    "hai tầng, tầng trong sai": (
        "Tổng chi 900 triệu đồng, gồm: chi đầu tư 500 triệu đồng, trong đó đường 320 triệu đồng, trường học 220 "
        "triệu đồng; chi "
        "thường xuyên 400 triệu đồng.",
        "540 triệu đồng",
    ),
    "hai tầng, tầng ngoài sai": (
        "Tổng chi 960 triệu đồng, gồm: chi đầu tư 500 triệu đồng (đường 320 triệu đồng, trường học 180 triệu đồng); "
        "chi thường "
        "xuyên 400 triệu đồng.",
        "900 triệu đồng",
    ),
    "đơn vị khác nhau": (
        "Kho xuất 5,2 tấn gạo, gồm 3.150 kg cho xã Yên Hòa và 2.350 kg cho xã Yên Tĩnh.",
        "5,5 tấn",
    ),
    "từ ba nguồn": (
        "Số tiền 2,65 tỷ đồng xây cầu lấy từ ba nguồn: tỉnh cấp 1,5 tỷ, huyện đối ứng 700 triệu đồng, dân góp 350 "
        "triệu đồng.",
        "2,55 tỷ đồng",
    ),
    "danh từ khác mà cùng loại": (
        "Trạm có 24 cán bộ, bao gồm 4 bác sĩ, 9 điều dưỡng, 6 y sĩ, 3 dược sĩ.",
        "22 cán bộ",
    ),
    "lần lượt từng nhóm ở các câu sau": (
        "Hội hiện quản lý 3.450 hội viên, chia thành 3 cụm. Cụm số 1 có 1.240 hội viên. Cụm số 2 có 980 hội viên. "
        "Cụm số 3 có "
        "1.130 hội viên.",
        "3.350 hội viên",
    ),
    "hợp lệ, không hợp lệ": (
        "Thu vào 2.415 phiếu, trong đó có 2.398 phiếu hợp lệ, 27 phiếu không hợp lệ.",
        "2.425 phiếu",
    ),
}

#: The text, and how many sums of it hold.
RIGHT = {
    "gồm, khớp": ("Toàn xã có 235 hộ nghèo, gồm 132 hộ ở vùng cao và 103 hộ ở vùng thấp.", 1),
    "làm tròn": ("Tổng vốn 12,4 tỷ đồng, gồm tỉnh 7,3 tỷ đồng, huyện 3,2 tỷ đồng, xã 1,8 tỷ đồng.", 1),
    "danh sách hai số đo": (
        "Tổng số: 35 hộ; kinh phí 290.000.000 đ; trong đó:\n+ Hộ nghèo: 11 hộ, kinh phí 110.000.000đ.\n+ Hộ cận "
        "nghèo: 18 hộ, kinh "
        "phí: 144.000.000 đ.\n+ Hộ mới thoát nghèo: 6 hộ, kinh phí 36.000.000đ.",
        2,
    ),
    "gần, trên": ("Gần 2.500 lượt khách, trong đó 1.486 lượt khách trong nước và 987 lượt khách nước ngoài.", 1),
    "các nhóm chồng lên nhau": (
        "Hội nghị có 120 đại biểu, trong đó 80 đại biểu nữ, 65 đại biểu người dân tộc thiểu số, 31 đại biểu là đảng "
        "viên.",
        1,
    ),
    "trong đó có, thiếu nhiều": (
        "Có 151.302 hội viên; trong đó có 62.480 hội viên vùng cao, 9.115 hội viên vùng biên.",
        1,
    ),
    "chủ yếu": ("Có 312,5 ha cây ăn quả, chủ yếu gồm vải 180 ha và na 64,5 ha.", 1),
    "nhiều nguyên nhân": (
        "Có 400 hộ nghèo (được chọn nhiều nguyên nhân): thiếu vốn 288 hộ, thiếu đất 234 hộ, thiếu lao động 164 hộ.",
        1,
    ),
    "phần trong phần": (
        "Làm việc trong nước 5.870 người, bao gồm: công nghiệp 3.215, dịch vụ 1.640, nông nghiệp 1.015. Ở nước ngoài "
        "480 người "
        "(Nhật Bản 212, Đài Loan 187, các thị trường khác 81).",
        2,
    ),
    "so với cùng kỳ trong ngoặc": ("Xảy ra 47 vụ (cùng kỳ năm trước 59 vụ, giảm 12 vụ).", 0),
    "mỗi phần quà gồm": ("Trao 240 suất quà, mỗi suất gồm 10 kg gạo và 300.000 đồng.", 0),
    "đơn giá không phải phần": (
        "Xây 45 nhà với mức 60 triệu đồng/nhà, sửa 22 nhà với mức 30 triệu đồng/nhà, tổng cộng 3.360 triệu đồng.",
        0,
    ),
    "hộ bên cạnh người": ("Xã có 1.240 hộ (5.310 khẩu, 2.980 lao động).", 0),
    "năm trước so năm nay": ("Năm 2016 còn 2.345 hộ nghèo, năm 2017 còn 2.012 hộ, năm 2018 còn 1.764 hộ.", 0),
    "chưa bao gồm": ("Tổng chi 900 triệu đồng, chưa bao gồm 120 triệu đồng tiền đất và 35 triệu đồng thuế.", 0),
    "tỷ lệ của các nhóm": ("Tỷ lệ hộ nghèo 12%, trong đó người Mông 34%, người Dao 21%.", 0),
    "cân đối biến động": (
        "Tồn kỳ trước 18 đơn, tiếp nhận mới 64 đơn, giải quyết 59 đơn, số còn lại chuyển kỳ sau 23 đơn.",
        None,
    ),
    "chết và bị thương": (
        "Tai nạn làm bị thương 647 người, trong đó đường bộ làm chết 477 người, bị thương 645 người.",
        None,
    ),
    "đơn vị khác cấp": (
        "Huyện có 14 đơn vị hành chính (13 xã, 01 thị trấn), 162 bản, tiểu khu (148 bản và 14 tiểu khu).",
        2,
    ),
    "tổng cộng theo tuần": ("Buổi sáng em chạy 15 km, chiều thêm 8 km; một tuần tổng cộng 138 km.", 0),
    "tên tỉnh có chữ bằng": ("Có 62 nhà bị hỏng (Hà Giang 30 nhà, Cao Bằng 12 nhà, Lào Cai 20 nhà).", 1),
    "tăng so với đầu năm, trong đó": (
        "Dư nợ tăng 132 tỷ đồng so với đầu năm, trong đó dư nợ vùng cao là 547 tỷ đồng, vùng biên là 784 tỷ đồng.",
        0,
    ),
    "nâng tổng số lên": ("Ban đầu có 45 hộ phải di dời, sau đó bổ sung 7 hộ, nâng tổng số lên 52 hộ.", None),
    "bị can và vụ": ("Khởi tố 12 vụ, 19 bị can; trong đó 7 vụ ma túy, 11 bị can.", 0),
    "kết quả bầu cử": (
        "Bầu 3 đại biểu trong danh sách, hợp lệ 6.175 phiếu:\n1) Ông A: 5.012 phiếu\n2) Bà B: 4.488 phiếu\n3) Ông C: "
        "4.105 phiếu",
        None,
    ),
    "tỉnh bị nặng nhất": (
        "Bão làm 88 người mất tích. Các tỉnh chịu thiệt hại lớn gồm tỉnh A 29 người, tỉnh B 24 người.",
        None,
    ),
}


def told(text):
    return [claim for claim in claims(text) if claim.verdict in TOLD]


def claims(text):
    return merged(sums(read_figures(plain_source(text))))


@pytest.mark.parametrize("name", WRONG)
def test_a_sum_that_is_wrong_is_told_with_what_the_parts_make(name):
    text, computed = WRONG[name]
    found = told(text)
    assert [claim.kind for claim in found] == [FindingKind.SUM]
    assert computed in found[0].computation


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_or_no_sum_is_not_told(name):
    text, holding = RIGHT[name]
    assert told(text) == []
    if holding is not None:
        assert len([claim for claim in claims(text) if claim.verdict is AuditVerdict.HOLDS]) == holding


def test_a_whole_in_the_wrong_scale_is_a_unit_and_still_a_sum_where_the_mended_one_does_not_fit():
    text = (
        "Vay vốn là 83,020 triệu đồng, trong đó: quỹ A 41,395 triệu đồng; quỹ B 23,348 tỷ đồng. Quỹ C: 667,2 triệu "
        "đồng. "
        "Quỹ D: 17,088 tỷ đồng. Quỹ E: 653,1 triệu đồng."
    )
    unit, total = sorted(told(text), key=lambda claim: claim.kind, reverse=True)
    assert (unit.kind, unit.verdict) == (FindingKind.UNIT, AuditVerdict.CONTRADICTION)
    assert unit.readings == ("83,020 tỷ đồng", "83.020 triệu đồng")
    assert (total.kind, total.computed) == (FindingKind.SUM, "83,1513 tỷ đồng")


def test_a_mended_whole_that_fits_is_a_unit_alone():
    found = told("Tổng vốn 12,5 triệu đồng, gồm tỉnh 8,5 tỷ đồng và huyện 4,0 tỷ đồng.")
    assert [claim.kind for claim in found] == [FindingKind.UNIT]
    assert found[0].readings[0] == "12,5 tỷ đồng"


def test_a_misprint_of_one_figure_is_offered_as_a_reading():
    (found,) = told("Toàn xã có 245 hộ nghèo, gồm 132 hộ ở vùng cao và 103 hộ ở vùng thấp.")
    assert found.readings[0] == "235 hộ"


@pytest.mark.parametrize(
    "text",
    ["gồm " * 40_000, "(" * 50_000, "10 hộ (" * 8_000, "10 hộ, " * 30_000, "1 tấn; trong đó: " * 10_000],
    ids=len,
)
def test_hostile_texts_end(text):
    assert isinstance(claims(text), list)
