"""Số nêu và số kể: announced counts against what is named, and the lists that name no such count."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.rules.counts.counts import announced_counts
from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    ("Cắt nước tại 04 xã gồm: Hòa Thạch, Phú Cường, Tân Minh, Cao Xá, Đông Lĩnh từ 22 giờ ngày 09/8.", "5 xã"),
    ("Trao cờ cho 5 đơn vị dẫn đầu phong trào là thành phố Hà Lâm, huyện Phú Sơn, huyện Bình An và Công an "
     "tỉnh.", "4 đơn vị"),
    ("Có 04 tuyến đường tỉnh bị ách tắc do sạt lở, gồm: ĐT.172 (Km12+300), ĐT.175 (Km4), ĐT.178 (Km2), ĐT.181, "
     "ĐT.186.", "5 tuyến"),
    ("Thị xã đã có 5 xã được công nhận đạt chuẩn là Hòa Bái, Minh Thượng, Xuân Đường và Yên Lộ.", "4 xã"),
    ("Triển khai đến 03 xã là Song Mai, Dĩnh Trì để các hộ đăng ký.", "2 xã"),
    ("Ba xã Song Mai và Dĩnh Trì đã hoàn thành.", "2 xã"),
    ("Bốn huyện Ba Khe, Mường Lát và Phú Sơn có dịch.", "3 huyện"),
    ("Mẫu lấy tại 02 xã Yên Khê, Thạch Lương (thôn 4, thôn 7) và Ngọc Xá.", "3 xã"),
    ("Kiểm tra 3 xã (Song Mai, Dĩnh Trì) trong quý.", "2 xã"),
    ("Họp với 4 sở: Sở Tài nguyên và Môi trường, Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và "
     "Du lịch.", "3 sở"),
    ("Có 3 nhóm giải pháp: (1) tuyên truyền, vận động; (2) hỗ trợ vốn; (3) đào tạo; (4) việc làm.", "4 nhóm giải pháp"),
    ("Đề ra 4 nhóm giải pháp gồm: tuyên truyền, vận động; hỗ trợ vốn, giống; đào tạo nghề.", "3 nhóm"),
    ("Có 4 xã: Song Mai 12 hộ, Dĩnh Trì 15 hộ, Tân Mỹ 9 hộ.", "3 xã"),
    ("Có 2 xã: Song Mai (12,5 ha), Dĩnh Trì (15 ha) và Tân Mỹ (3 ha).", "3 xã"),
    ("Kiểm tra 03 xã sau:\n1. Xã Song Mai\n2. Xã Dĩnh Trì", "2 xã"),
    ("Tập trung 05 nhiệm vụ sau:\n1. Một\n2. Hai\n3. Ba\n4. Bốn", "4 nhiệm vụ"),
    ("Đề nghị thực hiện 03 nội dung như sau:\na) Rà soát;\nb) Tổng hợp;\nc) Báo cáo;\nd) Công khai.", "4 nội dung"),
    ("Huyện có ba nguyên nhân chính:\n(1) Thiếu vốn;\n(2) Thiếu đất.", "2 nguyên nhân"),
    ("Đoàn công tác đã làm việc với 6 địa phương gồm: thành phố Hà Lâm, huyện Phú Sơn, huyện Bình An, huyện Ba "
     "Khe, thị xã Tân Yên.",
     "5 địa phương"),
    ("Thành lập 2 tổ công tác: Tổ Tuyên truyền, Tổ Hậu cần, Tổ An ninh.", "3 tổ"),
    ("Bài học có ba điểm: một là, đoàn kết; hai là, sáng tạo; ba là, gần dân; bốn là, kiên trì.", "4 điểm"),
    ("Tuyển 4 nghề: Điện dân dụng (35 chỉ tiêu), Vận hành máy xúc (20 chỉ tiêu), Công nghệ ô tô (45 chỉ "
     "tiêu).", "3 nghề"),
    ("Có 3 doanh nghiệp bị xử phạt là Công ty TNHH Minh Phát, Công ty CP Hoàng Gia, Công ty Đông Á và Hợp tác "
     "xã Tân Tiến.",
     "4 doanh nghiệp"),
    ("Đoàn gồm 5 thành viên: ông Nguyễn Văn A, bà Trần Thị B, ông Lê Văn C, ông Phạm Văn D.", "4 thành viên"),
    ("Gồm 6 trường: THCS Hòa Bình, THCS Tân Tiến, Tiểu học Minh Khai, Mầm non Hoa Sen, Mầm non Họa Mi.", "5 trường"),
    ("Ba đơn vị được tặng cờ: Công an huyện, Phòng Giáo dục và Đào tạo, Trung tâm Y tế, Hạt Kiểm lâm.", "4 đơn vị"),
    ("Dịch xảy ra tại 3 tỉnh Hà Giang, Cao Bằng, Lạng Sơn và Bắc Kạn.", "4 tỉnh"),
    ("Hai thôn Nà Lầu, Nà Pán và Khuổi Lịa bị cô lập.", "3 thôn"),
    ("Bốn đồng chí được bầu vào Ban Thường vụ gồm: Nguyễn Thị Lan, Hoàng Văn Sơn, Đặng Huy, Trần Anh và Lý A Páo.",
     "5 đồng chí"),
    ("Khen thưởng 3 cá nhân gồm: ông Nguyễn Văn An và bà Trần Thị Bình.", "2 cá nhân"),
    ("Có 3 nội dung như sau: (1) rà soát; (2) tổng hợp; (3) báo cáo; (4) công khai.", "4 nội dung"),
    ("Có ba nguyên nhân gồm: thiếu vốn, thiếu giống; thiếu đất.", "2 nguyên nhân"),
    ("Đạt 3 kết quả: (1) giảm nghèo; (2) xóa nhà tạm.", "2 kết quả"),
    ("Đại hội bầu 2 ủy viên gồm các ông Lê Văn A, Trần Văn B và bà Lý Thị C.", "3 uỷ viên"),
    ("Ba dân tộc Kinh, Tày, Nùng, Dao cùng sinh sống.", "4 dân tộc"),
    ("5 giải pháp trọng tâm: hoàn thiện thể chế; phát triển hạ tầng; nguồn nhân lực; chuyển đổi số.", "4 giải pháp"),
    ("Mưa đá gây thiệt hại tại các xã Song Mai, Dĩnh Trì và Tân Mỹ (04 xã).", "3 xã"),
    ("Hội nghị có sự tham gia của 3 huyện: Lục Ngạn, Sơn Động.", "2 huyện"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), WRONG)
def test_a_count_that_the_names_do_not_fill_is_told(text, reading, told):
    assert [one for _, one in told(text, FindingKind.COUNT)] == [reading]


LIKELY = [
    ("Trồng 5 loại cây: lúa, ngô, khoai và sắn.", "4 loại"),
    ("Xã có 7 dân tộc cùng sinh sống (Kinh, Tày, Nùng, Dao, Sán Dìu).", "5 dân tộc"),
    ("Bốn đội vào bán kết: Tân An, Lão Hộ, Hương Gián.", "3 đội"),
    ("Xã có 4 tiêu chí chưa đạt (giao thông, thu nhập, môi trường).", "3 tiêu chí"),
    ("Xã có 4 tiêu chí chưa đạt là giao thông, thu nhập, môi trường.", "3 tiêu chí"),
    ("Vốn từ 3 nguồn vốn: ngân sách huyện, vốn vay.", "2 nguồn"),
    ("Tập trung 05 nhiệm vụ sau:\n- Một\n- Hai\n- Ba\n- Bốn", "4 nhiệm vụ"),
]


@pytest.mark.parametrize(("text", "reading"), LIKELY)
def test_things_without_names_are_likely(text, reading, told):
    assert told(text, FindingKind.COUNT) == [("likely", reading)]


HOLDING = [
    "Triển khai đến 02 xã là Song Mai, Dĩnh Trì để các hộ đăng ký tham gia mô hình.",
    "Hai xã Song Mai và Dĩnh Trì đã hoàn thành.",
    "Tại 03 xã Yên Khê, Thạch Lương (thôn 4, thôn 7) và Ngọc Xá gửi Chi cục Thú y vùng II.",
    "Chiến dịch chia 03 cụm: cụm sông Mã (Mường Hung, Chiềng Khoong), cụm biên giới (Mường Cai) và cụm trung "
    "tâm (thị trấn).",
    "Họp với 3 sở: Sở Tài nguyên và Môi trường, Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch.",
    "04 mô hình \"Đội rửa xe\" tại phường Ngô Quyền, phường Trần Phú, phường Dĩnh Kế, phường Hoàng Văn Thụ thu "
    "hút lao động.",
    "Có 3 nhóm giải pháp: (1) tuyên truyền, vận động; (2) hỗ trợ vốn; (3) đào tạo.",
    "Mưa đá gây thiệt hại tại các xã Song Mai, Dĩnh Trì và Tân Mỹ (03 xã).",
    "Có 2 xã: Song Mai 12,5 ha, Dĩnh Trì 15 ha.",
    "Tập trung 04 nhiệm vụ sau:\n1. Một\n2. Hai\n3. Ba\n4. Bốn",
    "Trồng 4 loại cây: lúa, ngô, khoai và sắn.",
    "Có 2 đồng chí: Nguyễn Văn An, Trần Thị Bình được khen.",
]  # fmt: skip


@pytest.mark.parametrize("text", HOLDING)
def test_a_count_that_the_names_fill_holds(text, told, findings):
    assert told(text, FindingKind.COUNT) == []
    assert findings(text, FindingKind.COUNT, "holds")


QUIET = [
    "Có 5 xã đạt chuẩn như: Song Mai, Dĩnh Trì.",
    "Có 12 xã, trong đó có Song Mai, Dĩnh Trì.",
    "Có 12 xã gồm Song Mai, Dĩnh Trì, Tân Mỹ...",
    "Có 12 xã gồm Song Mai, Dĩnh Trì, Tân Mỹ, v.v.",
    "Có 5 xã, điển hình là Song Mai, Dĩnh Trì.",
    "12 xã được hỗ trợ các loại giống gồm: ngô, lúa, lạc.",
    "Có 6 sản phẩm OCOP đạt 3 sao: trà hoa vàng, mật ong rừng, gạo nếp, miến dong, chè shan, rượu ngô.",
    "Trạm có 6 cán bộ: 1 bác sĩ, 2 y sĩ, 2 điều dưỡng, 1 hộ sinh.",
    "Tổ chức 3 lớp tập huấn tại các xã Tân An, Lão Hộ.",
    "4 huyện, thành phố gồm: Sơn Động, Lục Ngạn, Yên Thế và thành phố Bắc Giang.",
    "Phân công 4 đồng chí phụ trách 4 xã: Tân An, Lão Hộ, Hương Gián, Đồng Việt.",
    "Có 2 thành viên: Nguyễn Văn An, Chủ tịch UBND xã, Trần Thị Bình, Phó Chủ tịch.",
    "Ba học sinh gồm: Lò Văn A, lớp 5; Lò Thị B, lớp 4; Vàng A C, lớp 3.",
    "Xã có 03 thôn:\n- Dân số 1.200 người, mật độ dân số cao\n- Diện tích tự nhiên là 12 ha đất",
    "Huyện tập trung 3 nhiệm vụ trọng tâm.\n- Về kinh tế: tăng 5%\n- Về văn hóa: mở 4 lớp\n- Về y tế\n- Khác",
    "Thực hiện 5 mục tiêu của Chương trình:\n- Giảm nghèo\n- Việc làm",
    "Các xã vùng cao như Song Mai, Dĩnh Trì (12 xã) còn khó khăn; các xã còn lại (4 xã) đã đạt.",
    "Dịch có ở 4 đơn vị gồm 2 huyện Lâm Hà, Đức Trọng, thị xã Bảo An và thành phố Lạc Giang; tổng số lợn 2.316 con.",
    "Kiểm tra 8 cơ sở, gồm 3 nhà hàng, 4 cửa hàng và 1 bếp ăn; phát hiện 2 cơ sở vi phạm là quán Bến Sông.",
    "Có 3 giải pháp: tuyên truyền, vận động; tỷ lệ hộ nghèo giảm 2%.",
    "Có 12 hộ (nghèo, cận nghèo) được hỗ trợ.",
    "Trao 3 giải nhất cho các đội: Hà Lâm, Phú Sơn.",
    "Xây 12 nhà tại phường Trần Phú, phường Ngô Quyền.",
    "Huyện có 14 đơn vị hành chính cấp xã (13 xã, 01 thị trấn).",
    "Giành 6 HCV, 4 HCB, 9 HCĐ (19 huy chương, xếp thứ 3/8 đoàn).",
    "Có 3 xã Song Mai, Dĩnh Trì, Tân Mỹ, huyện Lạng Giang, tỉnh Bắc Giang.",
    "Hai xã Song Mai, Dĩnh Trì, thành phố Bắc Giang.",
    "Hai tỉnh Hà Nam, Nam Định và thành phố Hà Nội cùng dự.",
    "Có 2 đồng chí: Nguyễn Văn An, Bí thư Đảng ủy, Trần Thị Bình, Chủ tịch UBND xã.",
    "Khen 3 cá nhân: ông Nguyễn Văn An (thôn 1), bà Trần Thị Bình (thôn 2), chị Lê Thị Cúc, Bí thư Đoàn.",
    "Trong năm xã Song Mai, Dĩnh Trì đều đạt chuẩn.",
    "Có 3 điểm: Nhà văn hóa xã Song Mai, sân vận động huyện và trường Dĩnh Trì.",
    "Hỗ trợ 3 khoản: 12 triệu đồng, 15 triệu đồng.",
    "Mỗi xã có 2 thôn; các xã gồm: Song Mai, Dĩnh Trì, Tân Mỹ.",
    "Tổng thu 3 nguồn đạt 12 tỷ đồng: ngân sách 10 tỷ, dân góp 2 tỷ.",
    "Có 12 hộ nghèo là người dân tộc Tày, Nùng.",
    "Còn 3 xã chưa đạt là do thiếu vốn, thiếu đất.",
    "Kết quả hỗ trợ 12 hộ như sau:\n- Xã Song Mai: 5 hộ\n- Xã Dĩnh Trì: 7 hộ",
    "Giải bóng đá có 4 bảng, mỗi bảng 3 đội: Hà Lâm, Phú Sơn, Bình An, Tân Yên dẫn đầu.",
    "Có 02 xã: xã Song Mai đạt 12 tiêu chí, xã Dĩnh Trì đạt 10 tiêu chí.",
    "Trong 8 ngày, hai đội Hà Lâm và Phú Sơn gặp nhau.",
    "Có 2 loại quà: quà bằng tiền, bằng hiện vật.",
    "Ba là, tăng cường kiểm tra, giám sát.",
]


@pytest.mark.parametrize("text", QUIET)
def test_open_lists_and_other_things_are_not_counted(text, told):
    assert told(text, FindingKind.COUNT) == []


@pytest.mark.parametrize(
    "piece", ["2 xã: A, ", "hai xã A và ", "3 xã (", "(1) a; ", "2 xã gồm ", "05 nhiệm vụ sau:\n1. A\n"]
)
def test_endless_lists_end(piece):
    assert isinstance(list(announced_counts(read_figures(plain_source(piece * 1500)))), list)
