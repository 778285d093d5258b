"""Tổng và số đếm nói theo nhiều cách: each text with the right figure and with a wrong one: {right|wrong}."""

import re

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.vocabulary.findings import FindingKind

SUMS = [
    (
        "Chương trình đã trao 1.250 suất quà cho đồng bào vùng lũ. Huyện Bảo Yên nhận {520|540} "
        "suất, Bát Xát được phân bổ 430 suất, 300 suất về với Si Ma Cai."
    ),
    (
        "Mùa này cả làng gom được 86 tấn vải. Gia đình ông Tư góp 24 tấn, nhà bà Sáu hái {31|41} "
        "tấn, số còn lại 31 tấn là của các hộ khác."
    ),
    (
        "Hội nghị có 215 đại biểu dự. Khối cơ quan cử 68 đại biểu, các xã cử {112|121} đại biểu, "
        "doanh nghiệp có 35 đại biểu."
    ),
    (
        "Kết quả tiêm phòng:\n- Trâu: 1.240 con (đạt 92% kế hoạch, tăng 35 con so với đợt 1);\n- "
        "Bò: 3.415 con (đạt 88% kế hoạch);\n- Lợn: 6.720 con (đạt 95% kế hoạch, giảm 120 "
        "con).\nTổng cộng: {11.375|11.735} con."
    ),
    (
        "Tổng kinh phí thực hiện 3,2 tỷ đồng. Trong đó ngân sách tỉnh cấp {1.850|1.950} triệu "
        "đồng, ngân sách huyện đối ứng 900 triệu đồng và nhân dân đóng góp 450 triệu đồng."
    ),
    ("Toàn xã có 2.340 hộ; số hộ làm nông nghiệp là 1.450 hộ, làm dịch vụ {520|620} hộ, làm công nhân 370 hộ."),
    "Ba thôn Nà Lùng, Nà Ca, Nà Mạ có lần lượt 86, 74 và 92 hộ, tổng cộng {252|262} hộ.",
    (
        "Sau hai tuần, sáu đội tình nguyện sửa được 45 căn nhà. Đội Một sửa 9 căn, Đội Hai {8|10} "
        "căn, Đội Ba 7 căn, Đội Bốn 6 căn, Đội Năm 8 căn, Đội Sáu 7 căn."
    ),
    (
        "Trong năm, tòa thụ lý 412 vụ án (hình sự {126|136} vụ, dân sự 201 vụ, hành chính 35 vụ, "
        "kinh doanh thương mại 50 vụ)."
    ),
    (
        "Đợt này đoàn cấp phát 4,5 tấn gạo cho ba xã, xã Tà Bhing 1.800 kg, xã Chà Val "
        "{1.500|1.600} kg và xã La Dêê 1.200 kg."
    ),
    (
        "Thu hoạch vụ đông: khoai tây 215 tấn, bắp cải 430 tấn, cà chua {180|190} tấn. Tính chung "
        "cả ba loại rau đạt 825 tấn."
    ),
    (
        "Hội Chữ thập đỏ vận động được 512 triệu đồng, trong đó tiền mặt {345|435} triệu đồng, "
        "còn hàng hóa quy đổi trị giá 167 triệu đồng."
    ),
    (
        "Bệnh viện đa khoa huyện có 180 giường bệnh được giao: khoa Nội 60 giường, khoa Ngoại "
        "{45|55} giường, khoa Sản 35 giường, khoa Nhi 25 giường và khoa Truyền nhiễm 15 giường."
    ),
    (
        "Tuyến đường dài 18,6 km đi qua ba xã: đoạn qua xã A Lưới dài 6.200 m, đoạn qua xã Hồng "
        "Vân {7,4|8,4} km, đoạn qua xã Hồng Thủy 5 km."
    ),
    (
        "Có 640 hộ dân phải di dời. Số này gồm 215 hộ ở xã Hướng Lập, {178|187} hộ ở xã Hướng "
        "Việt, 247 hộ ở xã Hướng Phùng."
    ),
    (
        "Nhà trường nhận được 1.320 đầu sách quyên góp. Phụ huynh tặng 540 cuốn, cựu học sinh gửi "
        "{410|420} cuốn, phần còn lại 370 cuốn do thư viện tỉnh hỗ trợ."
    ),
    (
        "Tổng diện tích gieo trồng cả năm là 5.430 ha. Vụ đông xuân gieo 2.610 ha, vụ hè thu "
        "{1.980|1.890} ha, vụ mùa 840 ha."
    ),
    (
        "Từ đầu năm, hai trạm đã bán 12,4 triệu lít xăng dầu; trạm phía Bắc tiêu thụ 7,1 triệu "
        "lít, trạm phía Nam đạt {5,3|5,8} triệu lít."
    ),
    (
        "Theo báo cáo, bão làm 38 ngôi nhà tốc mái ở xã Kim Sơn, 57 ngôi nhà ở xã Phú Lâm và 21 "
        "ngôi nhà ở xã Yên Mỹ. Cả ba xã có {116|126} ngôi nhà bị thiệt hại."
    ),
    (
        "Quỹ Vì người nghèo huyện năm 2022:\n+ Cấp huyện thu: 860 triệu đồng, đạt 107%;\n+ Cấp xã "
        "thu: 1.240 triệu đồng, đạt 95%;\n+ Tổng thu toàn huyện: {2.100|2.200} triệu đồng."
    ),
    (
        "Biên chế được giao năm 2023 (tính cả 12 hợp đồng): 186 người. Khối Đảng 42 người; khối "
        "chính quyền {108|118} người; khối đoàn thể 36 người."
    ),
    ("Số lao động xuất khẩu năm nay là 745 người, đi Nhật Bản 412 người, Đài Loan {236|263} người, Hàn Quốc 97 người."),
    (
        "Trong ngày, cả nước ghi nhận 1.204 ca mắc mới. Hà Nội nhiều nhất với 512 ca, tiếp đến là "
        "Hải Dương {301|310} ca, Bắc Ninh 215 ca, các tỉnh còn lại 176 ca."
    ),
    (
        "Công ty hiện vận hành 64 xe buýt. Tuyến 01 chạy 18 xe, tuyến 02 có 22 xe, tuyến 03 dùng "
        "{14|16} xe, còn 10 xe dự phòng."
    ),
    (
        "Hưởng ứng phong trào, cán bộ công nhân viên hiến 327 đơn vị máu: nhóm O {142|152} đơn "
        "vị, nhóm A 78 đơn vị, nhóm B 85 đơn vị và nhóm AB 22 đơn vị."
    ),
    (
        "Năm 2021, thị trấn Nếnh ra quân 24 buổi, thu dọn 96 m³ rác; năm 2022 ra quân 31 buổi. "
        "Qua hai năm đã ra quân {55|65} buổi."
    ),
    (
        "Hệ thống trường lớp gồm 42 trường, trong đó có 15 trường mầm non, {14|16} trường tiểu "
        "học, 10 trường THCS và 3 trường THPT."
    ),
    (
        "Đoàn thanh tra kiến nghị thu hồi 2,75 tỷ đồng, gồm: nộp ngân sách 1,92 tỷ đồng (đã nộp "
        "1,5 tỷ đồng); giảm trừ quyết toán {580|850} triệu đồng; xử lý khác 250 triệu đồng."
    ),
    ("Lao động có mặt vào ngày 30/6 là {1.492|1.482} người (nam/nữ: 613/879), tuổi bình quân 34."),
    "Trường có {845|854} học sinh, nam/nữ là 412/433.",
    (
        "Nếu tính cả 17 giáo viên hợp đồng bên cạnh 63 giáo viên biên chế thì nhà trường có "
        "{80|90} người đứng lớp, chưa đủ theo định mức 98 người."
    ),
    (
        "Sau 26 vòng, đội khách ghi được {39|41} bàn. Con số này là 23 lần lập công trên sân nhà "
        "cộng với 16 lần trên sân đối phương."
    ),
    (
        "Huyện đã huy động {5,4|5,9} tỷ đồng. Số tiền này gồm 3,2 tỷ đồng từ ngân sách cộng với "
        "2,2 tỷ đồng nhân dân đóng góp."
    ),
    "Cộng 48 ha vụ trước với 37 ha vụ này được {85|95} ha.",
    (
        "Xuất quân đợt này có {145|154} thanh niên lên đường, xã Đông cử 52 em, xã Đoài cử 48 em, "
        "45 em khác đến từ thị trấn."
    ),
    ("Đội quản lý thị trường kiểm tra 26 cửa hàng vàng; 15 nơi chấp hành tốt, {11|17} nơi khác vi phạm niêm yết giá."),
    (
        "Số phiếu phát ra: {1.010|1.000}. Số phiếu thu về: 972. Số phiếu không thu lại được: 38. "
        "Biên bản lập xong hồi 16 giờ 45 phút."
    ),
    (
        "Kết quả kiểm phiếu:\n- Số phiếu phát ra: 58\n- Số phiếu thu về: 58\n- Số phiếu hợp lệ: "
        "{56|54}\n- Số phiếu không hợp lệ: 2"
    ),
    "Số đại biểu được triệu tập: {146|164}. Số đại biểu có mặt: 139. Số đại biểu vắng mặt: 7.",
    (
        "{Hai mươi hai|Hai mươi} hộ ở xóm Vực phải dời đi. Mười hai hộ lên khu tái định cư, sáu "
        "hộ về ở nhờ người thân, bốn hộ nhận đất tự dựng nhà."
    ),
    ("Mười {lăm|bảy} học sinh của trường dự thi: bảy em đoạt giải Nhất, năm em đoạt giải Nhì, ba em đoạt giải Ba."),
    ("Có {21|23} hộ được xét, gồm chín hộ ở thôn Thượng, bảy hộ ở thôn Trung, năm hộ ở thôn Hạ."),
    (
        "Trung tâm y tế vận hành 128 giường, xếp cho khoa nội {66|56}, khoa ngoại 42, khoa sản "
        "{20|30}. Riêng khoa nội dành 33 giường cho tim mạch và 28 giường cho hô hấp."
    ),
    (
        "Huyện trồng 310 ha rừng, xã Tân Lập {96|69} ha, xã Tân Mỹ {214|241} ha. Riêng xã Tân Lập "
        "có 51 ha rừng sản xuất và 32 ha rừng phòng hộ."
    ),
]
COUNTS = [
    (
        "Cơ quan điều tra khởi tố {ba|hai} bị can, gồm N.V.T. (SN 1987), L.T.H. (SN 1992) và "
        "P.Q.D. (SN 1995), cùng về tội trộm cắp tài sản theo Điều 173 Bộ luật Hình sự."
    ),
    ("Hội nghị nối {năm|sáu} điểm cầu (Hà Nội, Vinh, Huế, Quy Nhơn, Cần Thơ), bắt đầu lúc 8 giờ 30."),
    "Hội thao diễn ra trong {4|3} ngày (14, 15, 16 và 17/3) tại sân vận động thị xã.",
    "Lớp tập huấn kéo dài {ba|bốn} ngày, gồm các ngày 5/6, 7/6 và 9/6.",
    ("Công an bắt giữ {03|04} đối tượng gồm: Nguyễn Văn A (SN 1990), Trần Văn B (SN 1988) và Lê Thị C (SN 1979)."),
    ("Giải thưởng năm nay thuộc về {bốn|năm} tác phẩm: Mùa gió, Đường lên bản, Chợ phiên và Người giữ rừng."),
    "Đoàn làm việc với {4|5} huyện: Bảo Thắng, Bát Xát, Mường Khương, Si Ma Cai.",
    "Năm nay có {3|4} xã về đích là Tân Lập, Đông Hải và Suối Cạn.",
    ("Hồ sơ gồm {3|4} loại giấy tờ sau:\n- Đơn đề nghị;\n- Bản sao căn cước;\n- Giấy xác nhận của thôn."),
    (
        "{Ba|Bốn} gói thầu đã mở thầu trong tháng:\n1. Gói số 5: xây lắp\n2. Gói số 6: thiết "
        "bị\n3. Gói số 7: tư vấn giám sát"
    ),
]
RIGHT = [
    (
        "Huyện trồng 310 ha rừng, xã Tân Lập 96 ha, xã Tân Mỹ 214 ha. Riêng xã Tân Lập có 51 ha "
        "rừng sản xuất và 12 ha vườn."
    ),
    ("Quỹ thu 12 tỷ đồng, khối trường 4,2 tỷ đồng. Riêng khối trường năm trước thu 3,1 tỷ đồng, tăng 1,1 tỷ đồng."),
    (
        "Hội nghị có 215 đại biểu dự. Trong tuần, huyện tiếp 68 đoàn, tiếp 112 đại biểu cử tri, "
        "đón 35 đại biểu tỉnh bạn."
    ),
    "Xã có 640 hộ; 215 hộ vay vốn năm 2020, 240 hộ vay năm 2021, 198 hộ vay năm 2022.",
    (
        "Vườn quốc gia rộng 41.127 ha; đoàn khảo sát 12.400 ha rừng, 15.000 ha đất trống và "
        "12.000 ha mặt nước ở vùng đệm."
    ),
    ("Trường có 845 học sinh. Học kỳ I có 412 em đạt khá, học kỳ II có 265 em được khen, cả năm 190 em nhận học bổng."),
    ("Năm 2022 thu 86 tỷ đồng, năm 2021 thu 24 tỷ đồng, năm 2020 thu 31 tỷ đồng, năm 2019 thu 28 tỷ đồng."),
    (
        "Số lao động có việc làm là 745 người. Qua sàn giao dịch 412 người, qua phiên việc làm "
        "236 người, một số người tự tìm việc."
    ),
    ("Đường dài 18,6 km. Đã rải nhựa 6,2 km, đang làm nền 7,1 km, giải phóng mặt bằng được 5,9 km."),
    ("Chi thường xuyên 86 tỷ đồng. Quý I chi 24 tỷ đồng, quý II chi 31 tỷ đồng, quý III ước chi 28 tỷ đồng."),
    "Tòa thụ lý 412 vụ, giải quyết 380 vụ, hòa giải thành 126 vụ, xét xử 254 vụ.",
    (
        "Bệnh viện có 320 giường; ngày cao điểm khoa Nội nhận 145 bệnh nhân, khoa Ngoại 98 bệnh "
        "nhân, khoa Nhi 91 bệnh nhân."
    ),
    "Tỉnh có 1.204 km đê; năm nay tu bổ 512 km, năm ngoái 301 km, năm trước nữa 380 km.",
    ("Đội bóng ghi 41 bàn, để thủng lưới 23 bàn. Con số này là tốt hơn 16 bàn so với mùa trước."),
    "Có 3 thôn, 412 hộ. Ba thôn này có 398 hộ dùng điện.",
    "Xã Đông có 186 hộ nghèo, xã Đoài 142 hộ nghèo, lên đến 42 hộ nghèo tập trung ở bản Pa.",
    ("Vốn đã giải ngân 18,4 tỷ đồng quý I, 6,75 tỷ đồng quý II, nên cần giải ngân thêm 27,1 tỷ đồng."),
    ("Công an huyện bắt 5 đối tượng, gồm Nguyễn Văn A (SN 1990), trú xã Đông, và bốn đối tượng khác."),
    ("Tổ công tác có 4 thành viên có tên trong danh sách:\n1. Danh sách kèm theo\n2. Quy chế làm việc"),
    "Hội thi diễn ra trong 3 ngày, từ 14 đến 16/3, riêng ngày 15, 16/3 thi chung kết.",
    ("Trong 2 ngày 15 và 16/3, huyện tổ chức tập huấn; 3 ngày sau đó, 19/3 và 20/3, kiểm tra thực địa."),
    (
        "Đề nghị các đơn vị chuẩn bị 2 bản báo cáo theo các mẫu gửi trước ngày 15/7:\n1. Phòng "
        "Nội vụ\n2. Phòng Tài chính\n3. Thanh tra huyện"
    ),
    ("Đến thăm 18 hộ, đoàn tặng 12 hộ xe đạp, 9 hộ khác được tặng chăn, trong đó có hộ nhận cả hai."),
    "Đoàn đến 18 xã, tặng quà 7 xã vùng cao; 14 xã khác thuộc huyện bên được thăm đợt sau.",
    ("Hai mươi hộ phải dời đi. Mười hai hộ lên khu tái định cư, tám hộ ở nhờ. Một hộ cho biết chưa có điện."),
    ("Mười hai người dự họp. Năm người phát biểu, bốn người xin ý kiến, ba ngày sau hai người gửi thư."),
    "Mười lăm em dự trại. Mười em biết bơi, sáu em biết nấu ăn, bốn em biết đàn.",
    "Toàn huyện có 1.240 hộ nghèo, trong đó 430 hộ ở xã Lũng Cú, 380 hộ ở xã Má Lé.",
    "Hội nghị có 215 đại biểu dự. Buổi sáng 180 đại biểu phát phiếu, buổi chiều 176 đại biểu.",
    ("Xã có 2.340 hộ. Có 1.960 hộ dùng nước sạch, 2.100 hộ có nhà tiêu hợp vệ sinh, 1.850 hộ gia đình văn hóa."),
    ("Trận mưa làm 38 nhà tốc mái, 21 nhà bị ngập và 57 ha lúa bị đổ. Huyện đã hỗ trợ 45 nhà, mỗi nhà 2 triệu đồng."),
    (
        "Năm 2021 trồng 120 ha, năm 2022 trồng 145 ha, năm 2023 phấn đấu trồng 260 ha, tổng cộng "
        "nhiều năm đã có 812 ha rừng."
    ),
    "Trường có 620 học sinh. Đầu năm vắng 12 em, giữa kỳ nghỉ 9 em, cuối năm bỏ học 3 em.",
    "Tính cả 17 học sinh mới, với 63 em đã có, lớp 12 có 45 em là nữ.",
    "Xã A có 120 hộ, xã B có 145 hộ. Hai xã này có 200 hộ được vay vốn.",
    "Công ty có 492 người (nam/nữ: 613/879 năm 2010).",
    "Năm ngoái thu 26 tỷ đồng. Năm nay con số này là 31 tỷ đồng cộng với phần nợ 4 tỷ đồng.",
    "Toàn huyện có 345 hộ, nên mỗi năm giảm 120 hộ, còn 225 hộ.",
    ("Đội kiểm tra 26 cửa hàng; 15 cửa hàng chấp hành tốt, 6 cửa hàng khác vi phạm niêm yết giá."),
    "Số học sinh giỏi: 120. Số học sinh đạt giải: 97. Số học sinh chưa đạt giải: 43.",
    "Hội thảo kéo dài 2 ngày (bắt đầu 14/3).",
    "Sau 5 ngày (từ 14/3 đến 18/3), đội đã hoàn thành.",
    "Có 4 thành viên vắng mặt, gồm ông A, bà B và hai cán bộ phòng Tài chính.",
    "Huyện có hai cây cầu lớn là cầu Bến Thủy, cầu Yên Xuân, cùng nhiều cầu nhỏ khác.",
]
_CHOICE = re.compile(r"\{(?P<right>[^|{}]*)\|(?P<wrong>[^|{}]*)\}")


def alarms(text):
    return [
        one for one in audit_text(text).findings if one.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
    ]


@pytest.mark.parametrize("text", SUMS)
def test_a_wrong_sum_is_told(text):
    assert FindingKind.SUM in {one.kind for one in alarms(_CHOICE.sub(r"\g<wrong>", text))}


@pytest.mark.parametrize("text", COUNTS)
def test_a_wrong_count_is_told(text):
    assert FindingKind.COUNT in {one.kind for one in alarms(_CHOICE.sub(r"\g<wrong>", text))}


@pytest.mark.parametrize("text", [*RIGHT, *(_CHOICE.sub(r"\g<right>", text) for text in (*SUMS, *COUNTS))])
def test_what_is_right_raises_no_alarm(text):
    assert alarms(text) == []
