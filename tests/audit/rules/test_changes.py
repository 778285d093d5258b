"""What the audit says of changes: which are told as wrong, which hold, and what is no change at all."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.changes.changes import changes
from poverty_evaluation.audit.rules.changes.points import points_printed_as_per_cent

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


def stated(text, *verdicts):
    claims = changes(read_figures(plain_source(text)))
    return {claim.stated.text for claim in claims if claim.verdict in verdicts}


#: The text, the changes told as wrong, and those that hold.
CHANGES = [
    ("Thu phí năm 2021 chỉ đạt 3,6 tỷ đồng, sụt giảm 40% so với con số 4,8 tỷ đồng của năm 2020.", ["40%"], []),
    (
        "Tỷ lệ hộ nghèo giảm từ 5,2% năm 2016 xuống còn 3,1% năm 2018, giảm 2,1 điểm phần trăm.",
        [],
        ["2,1 điểm phần trăm"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm từ 5,2% năm 2016 xuống còn 3,1% năm 2018, giảm 2,4 điểm phần trăm.",
        ["2,4 điểm phần trăm"],
        [],
    ),
    ("Số hộ nghèo giảm từ 538 xuống 356 hộ, tức giảm 192 hộ.", ["192 hộ"], []),
    ("Xảy ra 57 vụ cháy, giảm 17 vụ so với cùng kì năm trước (72 vụ).", ["17 vụ"], []),
    ("Năm nay có 57 vụ cháy, làm 21 người bị thương (cùng kỳ 72 vụ, 24 người), giảm 17 vụ.", ["17 vụ"], []),
    ("Năm 2018 toàn xã có 356 hộ nghèo, giảm 182 hộ so với năm 2016 (538 hộ).", [], ["182 hộ"]),
    ("Năm 2018 toàn xã có 356 hộ nghèo, giảm 192 hộ so với năm 2016 (538 hộ).", ["192 hộ"], []),
    ("Toàn xã hiện có 356 hộ nghèo, ít hơn 192 hộ so với con số 538 hộ của năm 2016.", ["192 hộ"], []),
    ("Xảy ra 57 vụ cháy, giảm 17 vụ so với cùng kỳ năm trước (72 vụ).", ["17 vụ"], []),
    ("Xảy ra 57 vụ cháy (giảm 15 vụ so với cùng kỳ năm trước là 72 vụ), làm chết 3 người.", [], ["15 vụ"]),
    (
        "Thu ngân sách năm 2017 đạt 125,4 tỷ đồng, năm 2018 đạt 140,6 tỷ đồng, tăng 15,2 tỷ đồng (12,1%).",
        [],
        ["12,1%", "15,2 tỷ đồng"],
    ),
    (
        "Thu ngân sách năm 2017 đạt 125,4 tỷ đồng, năm 2018 đạt 140,6 tỷ đồng, tăng 15,2 tỷ đồng (tăng 14,1%).",
        ["14,1%"],
        ["15,2 tỷ đồng"],
    ),
    (
        "Thu nhập bình quân đầu người từ 20 triệu đồng năm 2015 tăng lên 29,3 triệu đồng năm 2019, tăng 36,5%.",
        ["36,5%"],
        [],
    ),
    ("Số doanh nghiệp thành lập mới là 1.250, gấp 2,5 lần cùng kỳ (500 doanh nghiệp).", [], ["2,5 lần"]),
    ("Số doanh nghiệp thành lập mới là 1.250, gấp 3 lần cùng kỳ năm trước (500 doanh nghiệp).", ["3 lần"], []),
    (
        "Trong 6 tháng xảy ra 47 vụ, 21 người chết, 38 người bị thương; so với cùng kỳ (59 vụ, 24 người chết, 45 "
        "người bị thương) giảm 12 vụ, 03 người chết, 09 người bị thương.",
        ["09 người"],
        ["03 người", "12 vụ"],
    ),
    (
        "Trong 6 tháng xảy ra 47 vụ, 21 người chết, 38 người bị thương; so với cùng kỳ (59 vụ, 24 người chết, 45 "
        "người bị thương) giảm 12 vụ, 05 người chết, 07 người bị thương.",
        ["05 người"],
        ["07 người", "12 vụ"],
    ),
    (
        "Năm 2022 xảy ra 59 vụ, chết 24 người, bị thương 45 người; năm 2023 xảy ra 47 vụ, chết 21 người, bị "
        "thương 38 người, giảm 12 vụ, giảm 3 người chết, giảm 9 người bị thương.",
        ["9 người"],
        ["12 vụ", "3 người"],
    ),
    ("Nhiệt độ giảm từ 5% xuống 7%.", ["7%"], []),
    ("Tỷ lệ thất nghiệp tăng từ 2,3% lên 2,1% trong quý I.", ["2,1%"], []),
    ("Số hộ nghèo tăng từ 120 hộ xuống còn 95 hộ.", ["95 hộ"], []),
    (
        "Giá vàng sáng nay ở mức 55,2 triệu đồng/lượng, tăng 300 nghìn đồng so với hôm qua (54,9 triệu đồng/lượng).",
        [],
        ["300 nghìn đồng"],
    ),
    (
        "Giá vàng sáng nay ở mức 55,2 triệu đồng/lượng, tăng 500 nghìn đồng so với hôm qua (54,9 triệu đồng/lượng).",
        ["500 nghìn đồng"],
        [],
    ),
    ("Dư nợ đạt 412,6 tỷ đồng, tăng 25,4 tỷ đồng so với đầu năm, tốc độ tăng 6,6%.", [], ["6,6%"]),
    ("Dư nợ đạt 412,6 tỷ đồng, tăng 25,4 tỷ đồng so với đầu năm, tốc độ tăng 9,6%.", ["9,6%"], []),
    (
        "Tổng đàn trâu 4.120 con, bằng 98,1% cùng kỳ; đàn bò 5.300 con, bằng 104% cùng kỳ (cùng kỳ 5.000 con).",
        ["104%"],
        [],
    ),
    ("Kim ngạch xuất khẩu đạt 1,2 tỷ USD, tăng gấp đôi so với năm 2015 (0,5 tỷ USD).", [], ["1,2 tỷ USD"]),
    ("So với năm 2015, số hộ nghèo giảm 120 hộ, từ 450 hộ xuống còn 330 hộ.", [], ["120 hộ"]),
    ("So với năm 2015, số hộ nghèo giảm 130 hộ, từ 450 hộ xuống còn 330 hộ.", ["130 hộ"], []),
    (
        "Năm học 2022-2023 trường có 520 học sinh, năm học 2023-2024 có 545 học sinh (tăng 35 học sinh).",
        ["35 học sinh"],
        [],
    ),
    ("Số người chết giảm 5 người (từ 24 người xuống 21 người).", ["5 người"], []),
    (
        "Lao động qua đào tạo đạt 62%, cao hơn năm trước 3,5 điểm phần trăm (năm trước 58,5%).",
        [],
        ["3,5 điểm phần trăm"],
    ),
    (
        "Lao động qua đào tạo đạt 62%, cao hơn 4,5 điểm phần trăm so với mức 58,5% của năm trước.",
        ["4,5 điểm phần trăm"],
        [],
    ),
    ("- Số hộ nghèo đầu kỳ: 450 hộ\n- Số hộ nghèo cuối kỳ: 330 hộ\n- Số hộ giảm trong kỳ: 130 hộ", ["130 hộ"], []),
    ("Số hộ cận nghèo năm 2017 là 400 hộ. Năm 2018 còn 350 hộ, giảm 60 hộ.", ["60 hộ"], []),
    (
        "Doanh thu quý II đạt 320 tỷ đồng, tăng 10% so với quý I (300 tỷ đồng) và tăng 28% so với cùng kỳ (250 tỷ "
        "đồng).",
        ["10%"],
        ["28%"],
    ),
    (
        "Doanh thu quý II đạt 330 tỷ đồng, tăng 10% so với quý I (300 tỷ đồng) và tăng 28% so với cùng kỳ (250 tỷ "
        "đồng).",
        ["28%"],
        ["10%"],
    ),
    ("Học phí tăng thêm 200.000 đồng, từ 1,2 triệu đồng lên 1,5 triệu đồng mỗi tháng.", ["200.000 đồng"], []),
    (
        "Vốn đầu tư năm 2019: 45 tỷ đồng; năm 2020: 54 tỷ đồng (tăng 20%); năm 2021: 60 tỷ đồng (tăng 15%).",
        ["15%"],
        ["20%"],
    ),
    (
        "Tỷ lệ hộ nghèo năm 2019 là 6,5%; năm 2020 là 5,1%; năm 2021 là 4,0%, bình quân mỗi năm giảm 1,25%.",
        [],
        ["1,25%"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm từ 12% năm 2015 xuống còn 4% năm 2019, bình quân mỗi năm giảm 2 điểm phần trăm.",
        [],
        ["2 điểm phần trăm", "4%"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm từ 12% năm 2015 xuống còn 4% năm 2019, bình quân mỗi năm giảm 3,5 điểm phần trăm.",
        ["3,5 điểm phần trăm"],
        ["4%"],
    ),
    (
        "Cuối năm 2021, xã còn 186 hộ nghèo; sau một năm con số này chỉ còn 142 hộ, nghĩa là đã có 54 hộ vươn lên "
        "thoát nghèo.",
        ["54 hộ"],
        [],
    ),
    ("Năm ngoái làng đón 45.000 lượt khách, năm nay con số ấy là 54.000, tăng tới 25%.", ["25%"], []),
    ("Từ chỗ chỉ có 12 hộ tham gia năm 2018, đến nay tổ hợp tác đã có 47 hộ, tăng 30 hộ.", ["30 hộ"], []),
    ("Sản lượng năm 2020 là 3.200 tấn. Sang năm 2021, sản lượng giảm 400 tấn, chỉ còn 2.900 tấn.", ["400 tấn"], []),
    ("Sản lượng năm 2020 là 3.200 tấn. Sang năm 2021, sản lượng giảm 300 tấn, chỉ còn 2.900 tấn.", [], ["300 tấn"]),
    (
        "Giá cà phê hôm nay giảm 1.200 đồng/kg so với hôm qua, từ 41.500 đồng/kg xuống 40.500 đồng/kg.",
        ["1.200 đồng"],
        [],
    ),
    ("Tai nạn giao thông 9 tháng: 142 vụ (giảm 18 vụ so với 165 vụ cùng kỳ).", ["18 vụ"], []),
    ("Số trẻ suy dinh dưỡng giảm còn 12,4%, so với năm 2015 (15,9%) giảm 3,5%.", [], ["3,5%"]),
    ("Số trẻ suy dinh dưỡng giảm còn 12,4%, so với năm 2015 (15,9%) giảm 4,5%.", ["4,5%"], []),
    (
        "Tỷ lệ trẻ suy dinh dưỡng là 12,4%, thấp hơn 2,5 điểm phần trăm so với bình quân cả tỉnh (15,9%).",
        ["2,5 điểm phần trăm"],
        [],
    ),
    (
        "Lương tối thiểu vùng I tăng từ 4.420.000 đồng/tháng lên 4.680.000 đồng/tháng, mức tăng 260.000 đồng (5,9%).",
        [],
        ["260.000 đồng", "5,9%"],
    ),
    (
        "Lương tối thiểu vùng I tăng từ 4.420.000 đồng/tháng lên 4.680.000 đồng/tháng, mức tăng 280.000 đồng.",
        ["280.000 đồng"],
        [],
    ),
    ("Dân số xã hiện là 8.452 người, tăng 152 người so với 8.310 người của năm 2019.", ["152 người"], []),
    ("Mực nước hồ hôm nay 112,4 m, hạ 0,6 m so với hôm qua (113,2 m).", ["0,6 m"], []),
    ("Thời gian giải quyết thủ tục rút ngắn từ 15 ngày xuống còn 10 ngày, giảm 7 ngày.", ["7 ngày"], []),
    ("Thời gian giải quyết thủ tục rút ngắn từ 15 ngày xuống còn 10 ngày (giảm 33%).", [], ["33%"]),
    ("Tổng chi là 4.200 triệu đồng, bằng 92% so với thực hiện năm trước (4.800 triệu đồng).", ["92%"], []),
    ("Nợ xấu giảm từ 1,8% đầu năm xuống 1,2% cuối năm, tức giảm một phần ba.", [], ["1,2%"]),
    ("Đến 31/12/2020 có 1.240 đảng viên, đến 31/12/2021 có 1.296 đảng viên, tăng 4,5%.", [], ["4,5%"]),
    ("Đến 31/12/2020 có 1.240 đảng viên, đến 31/12/2021 có 1.296 đảng viên, tăng 6,5%.", ["6,5%"], []),
    ("Năng suất lúa 58,4 tạ/ha, tăng 1,2 tạ/ha so với vụ trước (57,6 tạ/ha).", ["1,2 tạ"], []),
    ("Số lượng hồ sơ trực tuyến quý này gấp 1,8 lần quý trước: 2.340 so với 1.500 hồ sơ.", ["1,8 lần"], []),
    (
        "Số thu phí quý I là 320 triệu đồng, quý II là 410 triệu đồng, quý II tăng 90 triệu đồng so với quý I.",
        [],
        ["90 triệu đồng"],
    ),
    (
        "Số thu phí quý I là 320 triệu đồng, quý II là 410 triệu đồng, quý II tăng 80 triệu đồng so với quý I.",
        ["80 triệu đồng"],
        [],
    ),
    ("Mỗi năm giảm 50 hộ, từ 300 hộ năm 2015 xuống còn 100 hộ năm 2019.", [], ["100 hộ", "50 hộ"]),
    ("Mỗi năm giảm 60 hộ, từ 300 hộ năm 2015 xuống còn 100 hộ năm 2019.", ["60 hộ"], ["100 hộ"]),
    (
        "Năm 2018, thu nhập bình quân đạt 32 triệu đồng/người/năm, tăng 4 triệu đồng so với năm 2017, gấp 1,6 lần "
        "so với năm 2013 (20 triệu đồng).",
        [],
        ["1,6 lần"],
    ),
    (
        "Doanh số tháng 5 đạt 2,4 tỷ đồng, tháng 6 đạt 3 tỷ đồng (tăng 25%), tháng 7 đạt 3,3 tỷ đồng (tăng 15%).",
        [],
        ["15%", "25%"],
    ),
    ("Số ca mắc tuần này là 84, giảm 12 ca so với tuần trước (98 ca).", ["12 ca"], []),
    ("Dự án có tổng mức đầu tư 120 tỷ đồng, điều chỉnh tăng lên 150 tỷ đồng (tăng 30 tỷ đồng).", [], ["30 tỷ đồng"]),
    ("Dự án có tổng mức đầu tư 120 tỷ đồng, điều chỉnh tăng lên 150 tỷ đồng (tăng 35 tỷ đồng).", ["35 tỷ đồng"], []),
    ("+ Năm 2019: 214 vụ\n+ Năm 2020: 187 vụ, giảm 27 vụ\n+ Năm 2021: 165 vụ, giảm 32 vụ", ["32 vụ"], ["27 vụ"]),
    ("Số giường bệnh được nâng từ 120 lên 180 giường, tăng thêm 70 giường.", ["70 giường"], []),
    ("Hội viên tăng 215 người so với đầu nhiệm kỳ (từ 1.420 lên 1.625 người).", ["215 người"], []),
    (
        "Anh Nam cho biết lãi ròng năm nay được 180 triệu đồng, nhiều hơn năm ngoái 40 triệu (năm ngoái lãi 150 "
        "triệu đồng).",
        ["40 triệu"],
        [],
    ),
    (
        "Tháng 6 xảy ra 12 vụ cháy, giảm 3 vụ so với tháng 5; lũy kế 6 tháng 75 vụ, tăng 10 vụ so với cùng kỳ (65 vụ).",
        [],
        ["10 vụ"],
    ),
    (
        "Số sinh viên nhập học là 1.450 em, trong khi năm trước là 1.600 em, giảm 150 em, tương đương 9,4%.",
        [],
        ["150 em", "9,4%"],
    ),
    (
        "Số sinh viên nhập học là 1.450 em, trong khi năm trước là 1.600 em, giảm 150 em, tương đương giảm 8,4%.",
        ["8,4%"],
        ["150 em"],
    ),
    ("Năm 2018 đón 84.500 lượt khách, năm 2019 đón 150.000 lượt, gấp đôi năm trước.", [], ["150.000 lượt"]),
    ("Năm 2018 đón 84.500 lượt khách, năm 2019 đón 110.000 lượt, gấp đôi năm trước.", ["110.000 lượt"], []),
    ("Kim ngạch đạt 1,2 tỷ USD, tăng gấp ba so với năm 2015 (0,4 tỷ USD).", [], ["1,2 tỷ USD"]),
    ("Số vụ năm nay là 45 vụ, giảm một nửa so với năm trước (92 vụ).", [], ["45 vụ"]),
    ("Số vụ năm nay là 65 vụ, giảm một nửa so với năm trước (92 vụ).", ["65 vụ"], []),
    (
        "Độ che phủ rừng năm 2015 mới đạt 48,3%.\nNăm 2020 độ che phủ rừng đạt 51,9%, tăng 4,6% so với năm 2015.",
        ["4,6%"],
        [],
    ),
    (
        "Năm học 2018-2019 toàn ngành có 1.245 giáo viên; sang năm học 2019-2020 chỉ còn 1.198 giáo viên, hụt 57 "
        "người.",
        ["57 người"],
        [],
    ),
    ("Quý I toàn tỉnh xảy ra 34 vụ đuối nước. Con số này của quý II là 52 vụ, nhiều hơn 28 vụ.", ["28 vụ"], []),
    ("So với tháng 5 (128 ca), số ca mắc tay chân miệng tháng 6 (171 ca) tăng 53 ca.", ["53 ca"], []),
    ("Số ca sốt xuất huyết tuần qua là 171 ca, so với 128 ca của tuần trước đó đã tăng 43,6%.", ["43,6%"], []),
    (
        "Tổng đàn bò đến thời điểm 1/10/2020 là 5.312 con, thấp hơn 120 con so với thời điểm 1/10/2019 (5.482 con).",
        ["120 con"],
        [],
    ),
    (
        "Giá trị xuất khẩu tôm 8 tháng đạt 2,31 tỷ USD, tăng 11,5% so với mức 2,10 tỷ USD cùng kỳ năm ngoái.",
        ["11,5%"],
        [],
    ),
    ("Giá trị xuất khẩu tôm 8 tháng đạt 2,31 tỷ USD, tăng 10% so với mức 2,10 tỷ USD cùng kỳ năm ngoái.", [], ["10%"]),
    (
        "Nhờ đầu tư máy gặt, chi phí thu hoạch hạ từ 250.000 đồng/sào xuống 150.000 đồng/sào, tiết kiệm 120.000 "
        "đồng/sào.",
        [],
        ["150.000 đồng"],
    ),
    (
        "Trước đây mỗi sào lãi 1,5 triệu đồng, nay lãi 2,4 triệu đồng, tức là tăng thêm 1,1 triệu đồng.",
        ["1,1 triệu đồng"],
        [],
    ),
    ("Tỷ lệ lao động qua đào tạo năm 2015 là 45,2%, đến năm 2020 đạt 60,4%, tăng bình quân 3,04%/năm.", [], ["3,04%"]),
    ("Tỷ lệ lao động qua đào tạo năm 2015 là 45,2%, đến năm 2020 đạt 60,4%, tăng bình quân 4,04%/năm.", ["4,04%"], []),
    ("Diện tích rừng trồng mới: 5 năm trước 1.200 ha, nay 3.000 ha, gấp 3,5 lần.", ["3,5 lần"], []),
    (
        "Số lượt người truy cập cổng dịch vụ công đạt 45.600 lượt, bằng 152% so với 32.000 lượt của cùng kỳ.",
        ["152%"],
        [],
    ),
    ("Hội viên của CLB đã tăng từ 35 lên 62 người (tăng 37 người) chỉ sau một năm.", ["37 người"], []),
    ("Lượng mưa tháng 7 đo được 312 mm, cao hơn trung bình nhiều năm (275 mm) 47 mm.", ["47 mm"], []),
    ("Dân số trung bình năm 2019 là 98.450 người, tăng 1,2% so với năm 2018 là 96.320 người.", ["1,2%"], []),
    ("Mức giảm 3,5% là đáng ghi nhận: đầu năm tỷ lệ hộ nghèo 12,4%, cuối năm 9,9%.", ["3,5%"], []),
    (
        "Trong năm, nợ quá hạn giảm 1,2 tỷ đồng, từ 3,6 tỷ đồng (đầu năm) xuống còn 2,1 tỷ đồng (cuối năm).",
        ["1,2 tỷ đồng"],
        [],
    ),
    ("Nhà máy thu mua 12.400 tấn mía, ít hơn niên vụ trước 1.600 tấn (niên vụ trước 13.500 tấn).", ["1.600 tấn"], []),
    ("Vụ này bà con thu được 620 kg/sào; vụ trước được 550 kg/sào, như vậy năng suất tăng 90 kg/sào.", ["90 kg"], []),
    ("Số xã đạt chuẩn nông thôn mới: 12 xã (năm 2018: 9 xã, tăng 4 xã).", ["4 xã"], []),
    ("Tính đến 30/6, tổng dư nợ 512 tỷ đồng; cuối năm 2022 là 480 tỷ đồng; tăng trưởng 8,2%.", ["8,2%"], []),
    ("Học kỳ I có 45 em bỏ học, học kỳ II còn 28 em, giảm 17 em so với học kỳ I.", [], ["17 em"]),
    ("Học kỳ I có 45 em bỏ học, học kỳ II còn 28 em, giảm 27 em so với học kỳ I.", ["27 em"], []),
    ("Trước khi có đường, đi bộ mất 90 phút; nay đi xe máy chỉ còn 25 phút, rút ngắn 75 phút.", ["75 phút"], []),
    (
        "Chỉ số hài lòng của người dân đạt 86,4%, tăng 2,1 điểm phần trăm so với năm 2021 và tăng 5,6 điểm phần "
        "trăm so với năm 2020 (81,8%).",
        ["5,6 điểm phần trăm"],
        [],
    ),
    (
        "Kết quả xếp loại: giỏi 120 em (năm trước 105 em, tăng 25 em), khá 210 em (năm trước 198 em, tăng 12 em).",
        ["25 em"],
        ["12 em"],
    ),
    (
        "Tổng thu BHXH được 45,6 tỷ đồng (cùng kỳ 41,2 tỷ đồng), tăng 4,4 tỷ đồng, tương ứng 12,7%.",
        ["12,7%"],
        ["4,4 tỷ đồng"],
    ),
    (
        "Giá điện bình quân được điều chỉnh từ 1.864,44 đồng/kWh lên 1.920,37 đồng/kWh, tương đương mức tăng 3%.",
        [],
        ["3%"],
    ),
    (
        "Giá điện bình quân được điều chỉnh từ 1.864,44 đồng/kWh lên 1.920,37 đồng/kWh, tương đương mức tăng 5%.",
        ["5%"],
        [],
    ),
    ("Bệnh viện có 250 giường, sau khi mở rộng có 320 giường, tăng 80 giường.", ["80 giường"], []),
    ("Thu nhập của hộ ông Páo từ 30 triệu đồng mỗi năm nay đã lên 75 triệu đồng, tăng gấp 3 lần.", ["3 lần"], []),
    (
        "Tỉ lệ giải ngân 8 tháng đạt 52%, cao hơn cùng kỳ năm ngoái (46,5%) là 6,5 điểm phần trăm.",
        ["6,5 điểm phần trăm"],
        [],
    ),
    ("Xã hiện còn 45 hộ nghèo so với 112 hộ hồi đầu nhiệm kỳ, giảm 77 hộ.", ["77 hộ"], []),
    ("Thị xã cấp 1.320 giấy phép xây dựng, tăng 120 giấy phép (10%) so với năm 2017.", [], ["10%"]),
    ("Doanh thu bán vé đạt 3,2 tỷ đồng, tăng 0,8 tỷ đồng (tăng 25%) so với cùng kỳ.", ["25%"], []),
    (
        "Đến hết năm, toàn tỉnh có 8.420 doanh nghiệp hoạt động, tăng 620 doanh nghiệp so với cuối năm trước, "
        "tương đương tăng 9,9%.",
        ["9,9%"],
        [],
    ),
    (
        "Lũy kế 11 tháng, kim ngạch đạt 980 triệu USD, tăng 21% so với cùng kỳ (810 triệu USD); nhập khẩu 450 "
        "triệu USD, giảm 10% (cùng kỳ 520 triệu USD).",
        ["10%"],
        ["21%"],
    ),
    (
        "Tính riêng tháng 10, lượng xe qua trạm là 412.500 lượt. Cùng tháng này năm 2019, trạm đếm được 375.000 "
        "lượt, tức đã tăng 12,5%.",
        ["12,5%"],
        [],
    ),
    (
        "Năm 2015, độ che phủ của cây xanh đô thị mới đạt 8,2 m2/người; đến năm 2020 nâng lên 11,5 m2/người, tăng "
        "thêm 2,3 m2/người.",
        ["2,3 m2"],
        [],
    ),
    ("Số học sinh giỏi quốc gia: 45 em, nhiều hơn năm ngoái 12 em (năm ngoái 37 em).", ["12 em"], []),
    ("Trường hiện có 32 lớp, ít hơn 3 lớp so với năm học trước là 34 lớp.", ["3 lớp"], []),
    (
        "Vốn điều lệ của công ty tăng thêm 15 tỷ đồng, đạt 60 tỷ đồng so với 48 tỷ đồng lúc thành lập.",
        ["15 tỷ đồng"],
        [],
    ),
    (
        "Tổng diện tích nuôi trồng thủy sản là 1.850 ha (tăng 120 ha so với năm 2016), sản lượng 5.400 tấn (năm "
        "2016: 4.500 tấn, tăng 15%).",
        ["15%"],
        [],
    ),
    ("Giá heo hơi đầu tháng 52.000 đồng/kg, cuối tháng 58.500 đồng/kg, chênh lệch 5.500 đồng/kg.", ["5.500 đồng"], []),
    ("Từ 1.200 ha năm 2010, đến nay toàn huyện đã có 2.350 ha cam, tăng gần gấp đôi.", [], ["2.350 ha"]),
    ("Từ 1.200 ha năm 2010, đến nay toàn huyện đã có 2.350 ha cam, tăng 1.250 ha.", ["1.250 ha"], []),
    ("Quý III tuyển dụng 215 lao động, giảm 40 người so với quý II (245 người).", ["40 người"], []),
    (
        "Sau một năm triển khai, số hồ sơ nộp trực tuyến tăng từ 23% lên 61%, vượt 48 điểm phần trăm so với trước.",
        ["48 điểm phần trăm"],
        [],
    ),
    ("Kết quả PCI: năm 2019 đạt 64,38 điểm, năm 2020 đạt 62,05 điểm (giảm 3,33 điểm).", ["3,33 điểm"], []),
    (
        "Số hộ thiếu đói giáp hạt là 312 hộ với 1.420 khẩu, so với cùng kỳ năm trước giảm 58 hộ (cùng kỳ 380 hộ).",
        ["58 hộ"],
        [],
    ),
    ("Trồng rừng tập trung 540 ha/500 ha kế hoạch, đạt 108%, bằng 120% cùng kỳ (450 ha).", [], ["120%"]),
    ("Trồng rừng tập trung 540 ha/500 ha kế hoạch, đạt 108%, bằng 130% cùng kỳ (450 ha).", ["130%"], []),
    (
        "Năm 2019: doanh thu 12,5 tỷ đồng, lợi nhuận 1,2 tỷ đồng. Năm 2020: doanh thu 15 tỷ đồng (tăng 20%), lợi "
        "nhuận 1,8 tỷ đồng (tăng 40%).",
        [],
        ["20%", "40%"],
    ),
    (
        "Đại biểu nữ chiếm 28,5%, cao hơn nhiệm kỳ trước 3,2 điểm phần trăm; nhiệm kỳ trước tỷ lệ này là 26,3%.",
        ["3,2 điểm phần trăm"],
        [],
    ),
    (
        "Chỉ tiêu này năm 2018 là 72%, năm 2019 là 75%, năm 2020 là 81%; như vậy sau hai năm tăng 9 điểm phần "
        "trăm, riêng năm 2020 tăng 5 điểm phần trăm.",
        [],
        ["5 điểm phần trăm", "9 điểm phần trăm"],
    ),
    ("Tỷ lệ đô thị hóa năm 2020 đạt 36,5%, tăng 5,8% so với năm 2015 (30,7%).", [], ["5,8%"]),
    (
        "Giảm nghèo: đầu giai đoạn 2.450 hộ (18,6%), cuối giai đoạn 1.130 hộ (8,1%); giảm 1.320 hộ, tương ứng "
        "10,5 điểm phần trăm.",
        [],
        ["1.320 hộ", "10,5 điểm phần trăm"],
    ),
    (
        "Giảm nghèo: đầu giai đoạn 2.450 hộ (18,6%), cuối giai đoạn 1.130 hộ (8,1%); giảm 1.420 hộ, tương ứng "
        "11,5 điểm phần trăm.",
        ["1.420 hộ", "11,5 điểm phần trăm"],
        [],
    ),
    (
        "Tháng 9 khởi tố 12 vụ, 18 bị can (so với tháng 8 tăng 2 vụ, giảm 3 bị can); tháng 8 khởi tố 10 vụ, 20 bị can.",
        [],
        ["2 vụ"],
    ),
    ("Học sinh bỏ học còn 0,35%, giảm 0,15% so với năm học trước (0,5%).", [], ["0,15%"]),
    ("Học sinh bỏ học còn 0,35%, giảm 0,25% so với năm học trước (0,5%).", ["0,25%"], []),
    (
        "Thu nhập bình quân tăng từ 36 lên 45 triệu đồng/người/năm (tăng 9 triệu đồng, tương đương 25%).",
        [],
        ["25%", "9 triệu đồng"],
    ),
    (
        "Thu nhập bình quân tăng từ 36 lên 45 triệu đồng/người/năm (tăng 8 triệu đồng, tương đương 25%).",
        [],
        ["25%", "8 triệu đồng"],
    ),
    ("Tổng số vụ: 45. So cùng kỳ: tăng 5 vụ (40).", [], ["5 vụ"]),
    ("Tổng số vụ: 45. So cùng kỳ: tăng 8 vụ (40 vụ).", ["8 vụ"], []),
    ("Sản lượng điện thương phẩm 512 triệu kWh, tăng 8,4% so cùng kỳ năm 2017 (478 triệu kWh).", ["8,4%"], []),
    ("Theo đó, số ca ly hôn năm nay là 215, trong khi năm 2015 chỉ có 98, tức tăng hơn gấp đôi.", [], ["215"]),
    (
        "Chiều cao trung bình của thanh niên nam đạt 168,1 cm, tăng 3,7 cm so với năm 2010 (164,4 cm); nữ 156,2 "
        "cm, tăng 2,6 cm (2010: 154,8 cm).",
        ["2,6 cm"],
        ["3,7 cm"],
    ),
    (
        "Số hộ nghèo giảm từ 1.200 hộ năm 2016 xuống còn 800 hộ năm 2018, bình quân mỗi năm giảm 200 hộ; số hộ "
        "cận nghèo giảm 150 hộ.",
        [],
        ["200 hộ", "800 hộ"],
    ),
    ("Tỷ lệ hộ nghèo giảm từ 8% xuống 5%, riêng các xã đặc biệt khó khăn giảm 5,5%.", [], ["5%"]),
    ("Vốn vay tăng từ 20 triệu đồng lên 30 triệu đồng/hộ; dư nợ tăng 12 tỷ đồng.", [], ["30 triệu đồng"]),
    ("Lãi suất giảm 0,5%, từ 9% còn 8,5%/năm đối với hộ nghèo; hộ cận nghèo giảm 0,3%.", [], ["0,5%"]),
    (
        "Sau sáp nhập, huyện giảm từ 20 xuống còn 16 xã, giảm 45 thôn (từ 210 xuống còn 165 thôn).",
        [],
        ["16 xã", "45 thôn"],
    ),
    (
        "Toàn tỉnh có 150/200 xã đạt tiêu chí, tăng 20 xã so với năm 2018 và tăng 50 xã so với năm 2016 (100 xã).",
        [],
        ["50 xã"],
    ),
    (
        "Số người tham gia bảo hiểm y tế đạt 92,5% dân số, tăng 2,3% so với năm 2018 (90,2%), vượt 1,5% kế hoạch.",
        [],
        ["2,3%"],
    ),
    (
        "Tốc độ tăng trưởng kinh tế năm 2018 đạt 8,5%, năm 2019 đạt 9,2%, tăng 0,7 điểm phần trăm; thu ngân sách "
        "tăng 15%.",
        [],
        ["0,7 điểm phần trăm"],
    ),
    (
        "Năm 2020 giải quyết việc làm cho 1.200 lao động, tăng 5%, xuất khẩu 150 lao động, giảm 40% so với năm "
        "2019 (250 lao động).",
        [],
        ["40%"],
    ),
    ("Từ 300 hộ đăng ký, xã chọn còn 120 hộ, hỗ trợ tăng thêm 2 triệu đồng/hộ.", [], ["120 hộ"]),
    (
        "Trường có 30 lớp với 1.050 học sinh, tăng 2 lớp và 75 học sinh so với năm học trước (28 lớp, 975 học sinh).",
        [],
        ["2 lớp", "75 học sinh"],
    ),
    (
        "Trường có 30 lớp với 1.050 học sinh, tăng 2 lớp và 85 học sinh so với năm học trước (28 lớp, 975 học sinh).",
        ["85 học sinh"],
        ["2 lớp"],
    ),
    ("Tháng 1 bán 120 chiếc, tháng 2 bán 90 chiếc, tháng 3 bán 150 chiếc, tăng 25% so với tháng 1.", [], ["25%"]),
]

#: Texts of which nothing can be said.
QUIET = [
    "Thu ngân sách năm 2018 đạt 140,6 tỷ đồng, tăng 15,2 tỷ đồng (tương đương 12,1%) so với năm 2017.",
    "Sản lượng đạt 3.450 tấn, tăng 230 tấn; năng suất 58 tạ/ha, tăng 2 tạ/ha so với cùng kỳ.",
    (
        "Trong 6 tháng xảy ra 47 vụ, chết 21 người, bị thương 38 người; so với cùng kỳ năm trước giảm 12 vụ, 03 "
        "người chết, 07 người bị thương."
    ),
    "Chỉ số PCI của tỉnh tăng từ hạng 35 lên hạng 21.",
    "Đến nay, có 18/22 xã đạt chuẩn, tăng 03 xã so với đầu năm.",
    "Phấn đấu giảm tỷ lệ hộ nghèo từ 8% xuống 5%, mỗi năm giảm 1%.",
    "Diện tích cây ăn quả tăng 120 ha, đạt 1.450 ha; sản lượng tăng 12%, đạt 15.200 tấn.",
    "Xã A có 400 hộ năm 2017, xã B có 350 hộ năm 2018, giảm 60 hộ so với năm trước.",
    "Đội A ghi được 54 điểm, đội B ghi được 47 điểm, kém 9 điểm.",
    "Khách quốc tế đạt 12.000 lượt, tăng 20%; khách nội địa đạt 150.000 lượt, tăng 15% so với cùng kỳ.",
    "Tỷ lệ hộ nghèo 4,5%, giảm 1,2%; tỷ lệ hộ cận nghèo 6,1%, giảm 0,8% so với năm 2020.",
    "Toàn huyện có 1.250 hộ nghèo (chiếm 5,2%), giảm 310 hộ (1,3%) so với đầu năm; 980 hộ cận nghèo.",
    "Năm 2020 có 45 hợp tác xã, tăng 5 HTX so với năm 2019; doanh thu 3,2 tỷ đồng/HTX, tăng 0,4 tỷ đồng.",
    "Vụ xuân gieo cấy 1.200 ha, vụ mùa 1.350 ha, tăng 150 ha so với vụ mùa năm trước.",
    "Huyện A thu 120 tỷ đồng, huyện B thu 95 tỷ đồng, tăng 12% so với cùng kỳ.",
    "Trong số 500 hộ có 45 hộ thoát nghèo, tăng 5 hộ so với kế hoạch.",
    "Kế hoạch giao 400 hộ, thực hiện 420 hộ, tăng 20 hộ so với kế hoạch.",
    "Độ che phủ rừng đạt 52,3%, tăng 0,4% so với năm 2019.",
    (
        "Chỉ số giá tiêu dùng tháng 8 tăng 0,45% so với tháng trước, tăng 2,1% so với cùng kỳ năm trước; bình quân "
        "8 tháng tăng 3,2%."
    ),
    "Năm 2021 tuyển được 320 công dân nhập ngũ, bằng năm 2020.",
    "Chi thường xuyên 45,2 tỷ đồng, tiết kiệm 10% so với dự toán 50,2 tỷ đồng.",
    "Năm 2019, toàn tỉnh trồng mới 5.200 ha rừng, tăng 300 ha so với kế hoạch và bằng 104% so với năm 2018.",
    (
        "Đến cuối năm 2020, toàn huyện còn 1.250 hộ nghèo, tỷ lệ 4,2%, giảm 1,5% so với năm 2019; hộ cận nghèo "
        "1.480 hộ, tỷ lệ 5,0%, giảm 0,4%."
    ),
    (
        "Giá trị sản xuất nông nghiệp đạt 1.250 tỷ đồng, tăng 3,5%; công nghiệp đạt 2.340 tỷ đồng, tăng 12,4%; dịch "
        "vụ đạt 1.870 tỷ đồng, tăng 8,9% so với cùng kỳ năm 2018."
    ),
    (
        "Thu ngân sách 9 tháng được 120 tỷ đồng, đạt 80% dự toán, tăng 15% so với cùng kỳ; chi 98 tỷ đồng, đạt 70% "
        "dự toán, giảm 5% so với cùng kỳ."
    ),
    (
        "Năm 2020 kết nạp 45 đảng viên, năm 2021 kết nạp 52 đảng viên, nâng tổng số đảng viên lên 1.296 đồng chí, "
        "tăng 4,1% so với đầu nhiệm kỳ."
    ),
    (
        "Trong quý, toàn tỉnh thành lập mới 320 doanh nghiệp, vốn đăng ký 1.200 tỷ đồng, giảm 12% về số doanh "
        "nghiệp và tăng 25% về vốn so với cùng kỳ."
    ),
    (
        "Tổng lượng khách đạt 2,5 triệu lượt, tăng 12% so với cùng kỳ, trong đó khách quốc tế 350 nghìn lượt, tăng "
        "20%, khách nội địa 2,15 triệu lượt, tăng 10,8%."
    ),
    "Huyện có 15 xã, tăng 2 xã đạt chuẩn nông thôn mới so với năm 2018, nâng tổng số xã đạt chuẩn lên 9 xã.",
    "Sáu tháng đầu năm có 45 vụ, giảm 5 vụ; 30 người chết, giảm 2 người; 25 người bị thương, tăng 3 người.",
    (
        "Số thuê bao điện thoại đạt 250.000 thuê bao, tăng 5.000; thuê bao internet 80.000, tăng 12.000 so với cuối "
        "năm 2019."
    ),
    "Mức hỗ trợ tăng thêm 5 triệu đồng/hộ so với quy định cũ là 20 triệu đồng/hộ.",
    "Hiện có 250 học viên, trong đó 120 nữ, tăng 15 người so với khóa trước.",
    (
        "Tổng số đơn tiếp nhận là 156 đơn, tăng 12 đơn so với cùng kỳ năm trước; đã giải quyết 140 đơn, đạt 89,7%, "
        "tăng 3,2%."
    ),
    "Bão số 5 làm 3 người chết, 12 người bị thương, tăng 2 người so với báo cáo hôm qua.",
    (
        "Xã phấn đấu đến năm 2025 thu nhập bình quân đạt 60 triệu đồng, tăng 15 triệu đồng so với hiện nay (42 "
        "triệu đồng)."
    ),
    "Ông Tư năm nay 72 tuổi, hơn bà Năm 5 tuổi, có 3 con, 7 cháu.",
    "Trong tháng giảm 4 hộ nghèo, đưa tổng số hộ nghèo còn lại là 126 hộ; năm trước cùng thời điểm có 158 hộ.",
    "Doanh thu năm 2018 đạt 1,2 tỷ đồng, năm 2019 đạt 1,5 tỷ đồng, lợi nhuận tăng 30%.",
    "Chi phí sản xuất 12 triệu đồng/ha, năng suất 60 tạ/ha, lãi 18 triệu đồng/ha, cao hơn trồng lúa 10 triệu đồng/ha.",
    "Nhiệt độ cao nhất hôm nay 36 độ, tăng 2 độ so với hôm qua; ngày mai 34 độ.",
    "Giá xăng E5 RON 92 tăng 500 đồng/lít, lên 22.500 đồng/lít; xăng RON 95 tăng 600 đồng/lít, lên 23.400 đồng/lít.",
    "Tổng sản phẩm bình quân đầu người năm 2020 đạt 58 triệu đồng, gấp 1,5 lần năm 2015; thu nhập 39 triệu đồng.",
    (
        "Từ 1/1/2020 đến 30/6/2020, công an bắt 52 vụ, 78 đối tượng, so với cùng kỳ tăng 4 vụ, giảm 6 đối tượng, "
        "thu giữ 12,5 kg ma túy, tăng 3 kg."
    ),
    "Trong 5 năm, số hộ nghèo giảm 450 hộ, bình quân mỗi năm giảm 90 hộ; đến nay còn 120 hộ, chiếm 2,1%.",
    "Vụ đông xuân gieo 3.200 ha, tăng 50 ha so với kế hoạch 3.150 ha, giảm 20 ha so với cùng kỳ.",
    "Năm 2019 có 400 hộ, năm 2020 có 450 hộ, tăng 20 hộ so với kế hoạch.",
    "Số ca dương tính hôm nay là 120, tăng 15 ca; hôm qua toàn quốc có 1.500 ca.",
    "Năm 2018 xã có 320 hộ nghèo; năm 2019 có 45 hộ thoát nghèo, tăng 5 hộ so với năm 2018.",
    (
        "Năm 2020, chăn nuôi đạt 120 tỷ đồng, tăng 5%; trồng trọt đạt 95 tỷ đồng, tăng 3%; năm 2019 tổng giá trị "
        "205 tỷ đồng."
    ),
    "Giá vé từ 50.000 đồng đến 120.000 đồng, tăng 10.000 đồng so với năm trước.",
    "Nhiệm kỳ 2015-2020 có 25 đại biểu, nhiệm kỳ 2020-2025 có 27 đại biểu, trong đó nữ 9, tăng 3 đại biểu.",
    (
        "Tổng chi 4.500 triệu đồng, trong đó chi lương 3.200 triệu đồng, tăng 250 triệu đồng so với năm 2019; năm "
        "2019 tổng chi 4.100 triệu đồng."
    ),
    "Thu nhập từ trồng chè 60 triệu đồng/ha, cao hơn trồng lúa 35 triệu đồng/ha (25 triệu đồng/ha).",
    "Dân số 12.500 người, mật độ 250 người/km2, tăng 1,1%/năm.",
    "Độ ẩm 80%, giảm 5% so với hôm qua; nhiệt độ 25 độ, tăng 2 độ.",
    (
        "Diện tích trồng dâu tại thời điểm 1/4/2019 là 310 ha. Sản lượng kén 18 nghìn tấn tương đương so với cùng kỳ. "
        "Sản lượng chè búp tươi 6 tháng đầu năm ước gần 45 nghìn tấn đạt 51,2% kế hoạch và tăng 4,3% so với cùng kỳ."
    ),
    (
        "Trong tháng 5 (tính đến ngày 24.5.2021), huyện đã ghi nhận 64 ca cúm, trong đó có 2 ca phải chuyển tuyến. "
        "Ngoài ra, bệnh quai bị ghi nhận 47 ca mắc, giảm 71 ca so với tháng trước, còn so với cùng kỳ số ca mắc tăng "
        "39 ca."
    ),
    (
        "Hiện đã chuyển cơ quan công an 3 vụ, 4 người với số tiền 215 triệu đồng.\n\n6 tháng đầu năm, các xã đã tiếp "
        "1.236 lượt người, tăng 36 lượt người, bằng 103% so cùng kỳ năm trước."
    ),
    (
        "Dân tộc thiểu số 60 người (20,00%), giảm 2,10% so với khóa trước; nữ 96 người (32,00%) ít hơn dự kiến 14 "
        "người, giảm 1,50% so với khóa IX. Ngoài Đảng: 27 người (9,00%) ít hơn dự kiến, giảm 0,40% so với khóa trước. "
        "Trẻ tuổi: dưới 35 tuổi là 42 người (14,00%) ít hơn dự kiến 5 người, giảm 1,20% so với khóa trước."
    ),
    "Tái cử 84 người, tăng 6 người so với dự kiến, tăng 4,15% so với khóa trước.",
    (
        "Toàn tỉnh có 1.204.310 lượt khám, 512.640 triệu đồng, tăng 104.310 lượt và 112.640 triệu đồng so với cùng kỳ "
        "năm 2021, tương ứng mức tăng 9,5% về lượt và 28,2% về chi phí."
    ),
    (
        "Trong năm 2018, các hòa giải viên giải quyết được 4.120 vụ việc (đạt 91,6%) trong tổng số 4.500 vụ việc tiếp "
        "nhận (so với cùng kì năm trước số tiếp nhận tăng 130 vụ, giải quyết tăng 145 vụ)."
    ),
    (
        "Năm 2016, tiếp nhận 3.590 đơn, xử lý 3.322 đơn. Năm 2017, xử lý 3.380 đơn trong tổng số 3.466 đơn.\nNăm 2018, "
        "tiếp nhận 4.390 đơn, xử lý 3.511 đơn, tiếp nhận tăng 48 đơn, xử lý tăng 131 đơn so với cùng kỳ năm ngoái."
    ),
    (
        "Tháng 3/2021, diện tích nhãn ghép mới của huyện ước đạt 12,4 ha, tăng 6,1% so với cùng kỳ năm trước. Ước tính "
        "3 tháng đầu năm 2021, diện tích nhãn ghép mới của huyện đạt 29,7 ha, tăng 4,8% so với cùng kỳ năm trước."
    ),
    "Kiểm lâm đã lập biên bản 184 vụ, 212 người, so với cùng kỳ năm 2018 tăng 71 vụ (184/113 vụ).",
    "Quý I/2023 xảy ra 512 vụ đuối nước, làm 247 em thiệt mạng và 308 em bị thương, giảm 31% so với năm trước.",
    (
        "Đến ngày 30-6, 100% số tổ trên địa bàn đã nhận tiền gửi của tổ viên; tỷ lệ tổ viên tham gia gửi tiền đạt "
        "76,45%, tăng 12,5% so với quý I/2020."
    ),
    "Lãi suất cho vay 7,5%/năm, thấp hơn lãi suất ngân hàng thương mại 2%/năm.",
]


@pytest.mark.parametrize(("text", "wrong", "holding"), CHANGES)
def test_changes(text, wrong, holding):
    assert stated(text, *TOLD) == set(wrong)
    assert stated(text, AuditVerdict.HOLDS) - set(wrong) == set(holding)


@pytest.mark.parametrize("text", QUIET)
def test_what_says_nothing_of_a_change(text):
    assert stated(text, *TOLD) == set()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tỷ lệ hộ nghèo năm 2017 là 2,61%, giảm 0,51% so với năm 2016 (3,12%).", [(1,)]),
        ("Tỷ lệ hộ nghèo năm 2017 là 2,61%, giảm 0,51 điểm phần trăm so với năm 2016 (3,12%).", []),
        ("Thu ngân sách năm 2017 đạt 125,4 tỷ đồng, năm 2018 đạt 140,6 tỷ đồng, tăng 12,1%.", []),
    ],
)
def test_points_printed_as_per_cent_are_told_once(text, lines):
    assert [note.lines for note in points_printed_as_per_cent(read_figures(plain_source(text)))] == lines
