"""Ngày tháng: dates that are none, spans that run backwards, weekdays of another date."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.rules.calendar.dates import impossible_dates
from poverty_evaluation.vocabulary.findings import FindingKind

MISSING = [
    ("Nhận bài từ ngày 01/12/2019 đến ngày 31/11/2020.", "30/11/2020"),
    ("Bà trình bày từ ngày 31/11/2023 nhưng chưa được trả lời.", "30/11/2023"),
    ("Số liệu đến 29/02/2019.", "28/2/2019"),
    ("Ngày 30 tháng 02 năm 2020, đoàn kiểm tra làm việc.", "29/2/2020"),
    ("Hà Nội, ngày 31 tháng 4 năm 2020", "30/4/2020"),
    ("Họp ngày 31.11.2020 tại xã.", "30/11/2020"),
    ("Tính đến 31/6, toàn xã đạt 12 tiêu chí.", "30/6"),
    ("Hạn nộp là ngày 31-9-2021.", "30/9/2021"),
    ("Báo cáo tháng 13/2020.", ""),
    ("Hoàn thành trước ngày 32/5/2020.", ""),
    ("Ký ngày 8/31/2020.", "31/8/2020"),
    ("Kết quả quý V/2020.", ""),
    ("Kết quả quý 5 năm 2020.", ""),
]


@pytest.mark.parametrize(("text", "reading"), MISSING)
def test_a_date_that_does_not_exist_contradicts(text: str, reading: str, told) -> None:
    assert told(text, FindingKind.DATE) == [("contradiction", reading)]


BACKWARDS = [
    "Thời gian từ ngày 25/8/2019 đến ngày 18/8/2019, tại huyện.",
    "Thời gian từ ngày 25/8 đến ngày 18/8/2019.",
    "Từ 25/8 đến 18/8/2019 tổ chức 3 lớp.",
    "Từ ngày 25 tháng 8 đến ngày 18 tháng 8 năm 2019.",
    "Giai đoạn 2025-2020 phấn đấu giảm 3%.",
    "Giai đoạn 2025 - 2020.",
    "Từ năm 2020 đến năm 2018 có 45 hộ.",
    "Giai đoạn từ 2021 đến 2018.",
    "Từ tháng 9/2019 đến tháng 5/2019.",
    "Từ quý III/2020 đến quý I/2020.",
    "Nhiệm kỳ 2021-2016.",
    "Năm học 2021-2020.",
    "Đợt cao điểm (25/8/2019 - 18/8/2019).",
    "Từ 15/12/2022 đến hết ngày 14/6/2022.",
    "Kể từ ngày 20/3/2024 đến ngày 15/3/2024.",
    "Từ 8 giờ ngày 12/8/2022 đến 5 giờ ngày 10/8/2022.",
]


@pytest.mark.parametrize("text", BACKWARDS)
def test_a_span_that_ends_before_it_begins_contradicts(text: str, told) -> None:
    assert [verdict for verdict, _ in told(text, FindingKind.DATE)] == ["contradiction"]


WEEKDAYS = [
    ("Thời gian: 8h00, thứ hai, ngày 15/5/2024 (01 buổi).", "thứ tư"),
    ("Thứ Hai, ngày 5/3/2020, UBND xã họp.", "thứ năm"),
    ("Chủ nhật, ngày 16/5/2024.", "thứ năm"),
    ("Ngày 15/5/2024 (thứ hai) họp thôn.", "thứ tư"),
    ("Sáng thứ 2 ngày 5/3/2020.", "thứ năm"),
    ("Các ngày 26 và 29/01/2018 (thứ Sáu và thứ Ba).", "thứ hai"),
    ("Ngày 29/02/2024 là thứ Sáu.", "thứ năm"),
    ("vào 14h00 thứ Sáu, ngày 29 tháng 02 năm 2024", "thứ năm"),
]


@pytest.mark.parametrize(("text", "reading"), WEEKDAYS)
def test_a_weekday_of_another_date_contradicts(text: str, reading: str, told) -> None:
    assert told(text, FindingKind.DATE) == [("contradiction", reading)]


QUIET = [
    "Cắt nước từ 22 giờ ngày 09/8 đến 5 giờ ngày 10/8/2022.",
    "Từ tháng 10 đến tháng 3 năm sau.",
    "Từ 15/12/2022 đến 14/6/2023; từ 28/12/2018 đến 05/01/2019.",
    "Từ 28/12 đến 5/1/2020 nghỉ Tết.",
    "Từ tháng 9 năm 2019 đến tháng 5 năm 2020.",
    "Năm học 2020-2021, nhiệm kỳ 2017 - 2022.",
    "Lần thứ hai ngày 15/5/2024, đợt thứ ba ngày 16/5/2024.",
    "vào thứ Bảy, 29/02/2020; đợt 3 dự kiến 28/3/2020.",
    "Từ thứ Năm 28/12/2023 đến hết thứ Tư 03/01/2024, tức bảy ngày liền.",
    "Các ngày 26 và 29/01/2018 (thứ Sáu và thứ Hai).",
    "Lương tháng 13 và trẻ dưới 13 tháng tuổi.",
    "Nghị quyết 13/2020 và Quyết định số 31/11/2020/QĐ-UBND.",
    "Có 31/11 xã; đạt 30/2 điểm; tỷ lệ 45/31.",
    "Hà Nội, ngày 31 tháng 12 năm 2020",
    "Năm 2020 giảm so với năm 2018; năm 2021, năm 2019 đều tăng.",
    "Giảm từ 12 hộ năm 2020 xuống 5 hộ năm 2021.",
    "Từ quý IV/2020 đến quý I/2021.",
    "Ngày thứ hai 15/5/2024 của hội nghị.",
    "Số điện thoại 2020-1995 và mã 2018-2015.",
    "Ngày 01/8/2019, ngày 25/7/2019 và ngày 18/7/2019 có mưa.",
    "Đêm 31/12, rạng sáng 1/1.",
    "Kế hoạch số 25/KH-UBND ngày 18/8/2019.",
    "Trong 20 ngày làm việc, từ ngày 1/8/2020 đến ngày 28/8/2020; tập huấn 3 ngày từ 15/3 đến 20/3/2020.",
    "Hà Giang, ngày 10 tháng 02 năm 2020\nDự kiến tính đến ngày 31/3/2020 có 12 hộ; họp ngày 25/3/2020.",
    "Hà Giang, ngày 10 tháng 02 năm 2020\nCăn cứ Quyết định số 15/QĐ-UBND ngày 25/01/2020; tính đến 31/12/2019.",
    "Tài sản khai từ 22 giờ đến 5 giờ sáng.",
]


@pytest.mark.parametrize("text", QUIET)
def test_dates_that_can_be_are_not_told(text: str, told) -> None:
    assert told(text, FindingKind.DATE) == []


OTHERS = [
    ("Diễn ra trong 5 ngày (từ 15 đến 17/3/2019).", "contradiction"),
    ("Kế hoạch 4 năm 2016-2018.", "contradiction"),
    ("Từ ngày 1/8/2020 đến ngày 10/8/2020 (12 ngày).", "contradiction"),
    ("Trong 5 tháng (từ tháng 6 đến tháng 8/2020).", "contradiction"),
    ("Đợt 1: 25/3/2021 - 20/3/2021.", "contradiction"),
    ("Thời gian thực hiện: 2021-2019.", "contradiction"),
    ("Từ quý 4/2021 đến quý 2/2021.", "contradiction"),
    ("Hội diễn ra từ ngày 15 đến ngày 12 tháng 3 năm 2019.", "likely"),
    ("Họp lúc 14 giờ 75 phút, ngày 12/3/2022.", "likely"),
    ("Hà Giang, ngày 10 tháng 02 năm 2020\nBÁO CÁO\nCăn cứ Quyết định số 15/QĐ-UBND ngày 25/3/2020;", "contradiction"),
    ("Hà Giang, ngày 10 tháng 02 năm 2020\nTính đến ngày 31/3/2020, toàn xã đã có 12 hộ.", "likely"),
]


@pytest.mark.parametrize(("text", "verdict"), OTHERS)
def test_lengths_hours_and_days_of_signing(text: str, verdict: str, told) -> None:
    assert [one for one, _ in told(text, FindingKind.DATE)] == [verdict]


HOLDING = [
    ("Diễn ra trong ba ngày 15 - 17/3/2019; kế hoạch 5 năm 2016-2020; kế hoạch 10 năm (2010-2020).", 6),
    ("Giai đoạn 2016-2020.", 1),
    ("Từ ngày 18/8/2019 đến ngày 25/8/2019.", 1),
    ("vào thứ Bảy, 29/02/2020.", 1),
    ("Từ thứ Năm 28/12/2023 đến hết thứ Tư 03/01/2024.", 2),
]


@pytest.mark.parametrize(("text", "count"), HOLDING)
def test_spans_and_weekdays_that_are_right_hold(text: str, count: int, findings) -> None:
    assert len(findings(text, FindingKind.DATE, "holds")) >= count


@pytest.mark.parametrize("piece", ["31/11/2020 ", "từ 1/1 đến ", "thứ hai ", "2020-2019 ", "ngày 1 tháng "])
def test_endless_dates_end(piece: str) -> None:
    assert isinstance(list(impossible_dates(read_figures(plain_source(piece * 2000)))), list)
