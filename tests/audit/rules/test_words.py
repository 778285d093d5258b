"""Bằng số, bằng chữ: what the digits and the words beside them say, in the ways offices write it."""

from __future__ import annotations

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.rules.writing.words import words_against_digits
from poverty_evaluation.vocabulary.findings import FindingKind

CONTRADICTIONS = [
    ("Kinh phí: 13.000.000 đ (*Hai mươi hai triệu đồng chẵn*).", "22.000.000 đ"),
    ("Số tiền 13.500.000 đồng (Mười lăm triệu năm trăm nghìn đồng), trích quỹ.", "15.500.000 đồng"),
    ("Tổng: 248.750.000 đồng (Bằng chữ: Hai trăm bốn mươi tám triệu bảy trăm linh năm nghìn đồng).",
     "248.705.000 đồng"),
    ("Cấp 2.345.000.000 đồng (Bằng chữ: Hai tỷ ba trăm năm mươi tư triệu đồng chẵn) cho huyện.", "2.354.000.000 đồng"),
    ("Ứng cử là 06 (bảy) người.", "7 người"),
    ("Đưa 07 (tám) hộ ra khỏi danh sách.", "8 hộ"),
    ("Biên bản lập thành 03 (hai) bản.", "2 bản"),
    ("Nhà trường mở ba (04) lớp trong hè.", "3"),
    ("Hỗ trợ hai mươi hai triệu đồng (20.000.000 đồng) cho 5 hộ.", "22.000.000 đồng"),
    ("Hỗ trợ hai mươi hai triệu đồng chẵn (20.000.000 đ).", "22.000.000 đ"),
    ("Số tiền: 1.500.000 đồng\nBằng chữ: Một triệu sáu trăm nghìn đồng./.", "1.600.000 đồng"),
    ("Số tiền: 1.500.000 đồng\n(Bằng chữ: Một triệu sáu trăm nghìn đồng)", "1.600.000 đồng"),
    ("Mức phạt: 17.500.000 đồng (bảy triệu năm trăm nghìn đồng). Thời hạn: 10 ngày.", "7.500.000 đồng"),
    ("Số tiền 45.200.000đ (viết bằng chữ: Bốn mươi năm triệu hai mươi nghìn đồng).", "45.020.000 đ"),
    ("Giá trị hợp đồng là 1,5 tỷ đồng (một tỷ sáu trăm triệu đồng).", "1,6 tỷ đồng"),
    ("Có 3/4 (hai phần ba) số đại biểu tán thành.", "2/3"),
    ("Hai phần ba (3/5) số hộ đã ký.", "2/3"),
    ("Thời hạn 60 (chín mươi) ngày kể từ ngày ký.", "90 ngày"),
    ("Tỷ lệ 15% (mười phần trăm) giá trị.", "10%"),
    ("Số tiền bằng số: 20.000.000 đồng; bằng chữ: Hai mươi hai triệu đồng.", "22.000.000 đồng"),
    ("Bằng chữ: Hai mươi hai triệu đồng (bằng số: 20.000.000 đồng).", "22.000.000 đồng"),
    ("- Mua giống: 10.000.000 đồng;\n- Phân bón: 20.000.000 đồng;\nTổng cộng: 30.000.000 đồng\n(Bằng chữ: Ba "
     "mươi mốt triệu đồng)",
     "31.000.000 đồng"),
    ("Hỗ trợ 500.000 đồng/hộ (Năm triệu đồng/hộ).", "5.000.000 đồng"),
    ("Gia hạn 12 tháng (mười tháng) kể từ ngày ký.", "10 tháng"),
    ("Có mặt 27/30 (hai mươi tám trên ba mươi) đại biểu.", "28/30"),
    ("Số phiếu thuận 54 phiếu (bốn mươi lăm phiếu).", "45 phiếu"),
    ("Diện tích 12,5 (mười hai phẩy năm) ha, trong đó 3,2 (hai phẩy ba) ha lúa.", "2,3 ha"),
    ("Thưởng 2.500.000 đồng (hai triệu rưỡi đồng) và 1.200.000 đồng (hai triệu rưỡi đồng).", "2.500.000 đồng"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), CONTRADICTIONS)
def test_words_that_say_another_number_contradict(text: str, reading: str, told) -> None:
    assert told(text, FindingKind.WORDS) == ([("contradiction", reading)])


UNREADABLE = [
    "Số tiền 5.000.000 đồng (Bằng chữ: Năm triêu đồng).",
    "Số tiền 22.000.000 đồng (Bằng chữ: Hia mươi hai triệu đồng).",
    "Số tiền: 22.000.000 đồng.\nBằng chữ: Hai mươi hao triệu đồng.",
    "Số tiền 22.000.000 đồng (hai triệu ba mươi năm trăm đồng).",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_words_that_are_no_number_are_likely_wrong(text: str, told) -> None:
    assert [verdict for verdict, _ in told(text, FindingKind.WORDS)] == ["likely"]


HOLDING = [
    ("22.000.000 đ (*Hai mươi hai triệu đồng chẵn*); 10.000.000 đ (*Mười triệu đồng chẵn*).", 2),
    ("305.421.000 đồng (Ba trăm linh năm triệu bốn trăm hai mươi mốt nghìn đồng), 27 (hai mươi bảy) chứng từ.", 2),
    ("64.035.000đ (Sáu mươi tư triệu không trăm ba mươi lăm ngàn đồng chẵn).", 1),
    ("1.205.004.000 đồng (Một tỷ hai trăm linh năm triệu không trăm linh tư nghìn đồng).", 1),
    ("214.531.000đ (hai trăm mười bốn triệu, năm trăm ba mươi mốt ngàn đồng).", 1),
    ("tăng 05 (năm) lớp, nâng lên 24 (hai mươi tư) lớp; còn thiếu 21 (hai mươi mốt) giáo viên.", 3),
    ("Ba (03) lớp, hai xã (02 xã), mười hai (12) thôn.", 3),
    ("Số tiền: 1.500.000 đồng; viết bằng chữ: Một triệu năm trăm nghìn đồng./.", 1),
    ("Tổng 30.000.000 đồng, gồm: A 10.000.000 đồng, B 20.000.000 đồng. Bằng chữ: Ba mươi triệu đồng.", 1),
    ("Có 2/3 (hai phần ba) và 3/4 (ba phần tư) số đại biểu.", 2),
    ("15 (mười năm) ngày; 25 (hai mươi lăm) ngày; 44 (bốn mươi bốn) ngày.", 3),
    ("1.350.000 đ/tháng (một triệu ba trăm năm mươi nghìn đồng một tháng); 21 (hai mốt) hộ.", 2),
    ("1,5 tỷ đồng (một tỷ năm trăm triệu đồng); 2.800.000 đồng (hai triệu tám).", 2),
    ("|STT|Nội dung|Thành tiền (nghìn đồng)|\n|---|---|---|\n|1|Cây giống|11.000|\n||Cộng|11.000|\n|Bằng chữ: "
     "Mười một triệu đồng||", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), HOLDING)
def test_words_that_say_the_number_hold(text: str, count: int, told, findings) -> None:
    assert told(text, FindingKind.WORDS) == []
    assert len(findings(text, FindingKind.WORDS, "holds")) == count


QUIET = [
    "Hỗ trợ 12 triệu đồng (hai triệu đồng/hộ).",
    "Tặng 10 suất quà (hai triệu đồng) cho học sinh.",
    "Xã có 12 thôn (ba thôn vùng cao).",
    "Sinh con thứ ba (12 trường hợp), giảm 3.",
    "Đến cuối năm (1.250 hộ) và đầu năm (1.300 hộ).",
    "Vốn đầu tư (12 tỷ đồng) được giao từ đầu năm.",
    "Số tiền 5.000.000 đồng (Bằng chữ: ....................).",
    "Ghi rõ số tiền bằng số và bằng chữ trong 03 mẫu đơn.",
    "Sai quy cách (03 trường hợp); số tiền bằng số và bằng chữ không khớp (01 trường hợp).",
    "Có 02 hồ sơ mà số tiền ghi bằng chữ không thống nhất với bằng số.",
    "Gần hai triệu đồng (1.980.000 đồng) mỗi tháng.",
    "Lương hai triệu đồng/tháng (24 triệu đồng/năm).",
    "Trị giá một tỷ đồng (43.000 USD).",
    "Đạt giải ba (5 giải), giải nhì (2 giải).",
    "Có 5 hộ (một số hộ ở xa) chưa nhận tiền.",
    "Trong năm (2020) xã có 45 hộ thoát nghèo.",
    "Chuyển 13.000.000 đồng (ba triệu đồng tiền mặt và 10 triệu đồng hiện vật).",
    "Không có hộ tái nghèo (0 hộ).",
    "Tổ chức vòng hai (12 đội) trong tháng tư (4 trận).",
]


@pytest.mark.parametrize("text", QUIET)
def test_other_words_in_brackets_are_no_repetition(text: str, told) -> None:
    assert told(text, FindingKind.WORDS) == []


def test_both_readings_are_given(findings) -> None:
    (one,) = findings("Kinh phí: 13.000.000 đ (Hai mươi hai triệu đồng chẵn).", FindingKind.WORDS, "contradiction")
    assert one.readings == ("22.000.000 đ", "Mười ba triệu đồng chẵn")
    assert one.computation == "chữ “Hai mươi hai triệu đồng chẵn” đọc là 22.000.000 đ; số ghi 13.000.000 đ"


@pytest.mark.parametrize("piece", ["(hai ", "Bằng chữ: ", "một trăm ", "1 (", "(((", "3/4 (hai phần "])
def test_endless_repetition_ends(piece: str) -> None:
    assert isinstance(list(words_against_digits(read_figures(plain_source(piece * 3000)))), list)
