"""What the audit says of shares in words: halves, thirds, "cứ 100 em thì 37 em"."""

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

WRONG = [
    ("Về dự có 180 đại biểu; đúng hai phần ba, tức 96 người, lần đầu tham gia.", "53,33%"),
    ("Trong 320 hộ được vay vốn, có 112 hộ thoát nghèo, tức hơn một nửa số hộ vay.", "35%"),
    ("Trong 400 hộ được khảo sát có 220 hộ, tức ba phần tư, cho biết thiếu nước.", "55%"),
    ("Một phần ba trong số 270 hộ cận nghèo, tức 110 hộ, đã mua bảo hiểm y tế tự nguyện.", "40,74%"),
    ("Cứ 100 em ra trường thì 37 em vào đại học: khóa vừa rồi trường có 420 em tốt nghiệp, 189 em vào đại học.", "45%"),
    ("Cứ 10 hộ thì có 3 hộ nuôi trâu. Thôn 4 có 60 hộ, 27 hộ nuôi trâu.", "45%"),
    ("Thôn có 160 hộ. Đã có 72 hộ, chiếm quá nửa số hộ, lắp nước máy.", "45%"),
    ("Huyện có 27 xã, 11 xã đã về đích, tức quá nửa.", "40,74%"),
    ("Trong 90 học sinh, gần một nửa (52 em) là người Mông.", "57,78%"),
    ("Phụ nữ chiếm quá nửa ban chấp hành mới: 11 trong 27 ủy viên, nhiệm kỳ trước chỉ 5.", "40,74%"),
]
RIGHT = [
    "Trong 90 học sinh, gần một nửa (43 em) là người Mông.",
    "Thôn có 160 hộ. Đã có 82 hộ, chiếm quá nửa số hộ, lắp nước máy.",
    "Xã có 160 hộ nghèo, giảm một nửa so với năm 2015. Năm nay có 32 hộ thoát nghèo.",
    "Trong 600 người dự, một phần ba là phụ nữ. Có 60 người phát biểu.",
    "Số người bị thương là 12 người, bằng một nửa năm trước; cả năm trước có 40 người chết.",
    "Trong 300 hộ khảo sát có 200 hộ, tức hai phần ba, dùng bếp ga; một nửa số này, 100 hộ, có bình nóng lạnh.",
    "Trong 48 thành viên có 32 nữ, tức hai phần ba.",
    "Ông vay 50 triệu đồng, tức một nửa số vốn cần thiết, gia đình có sẵn 30 triệu đồng.",
    "Dự án cần 120 tỷ đồng, nhà nước lo hơn một nửa, còn dân góp 40 tỷ đồng, tức một phần ba.",
    "Phụ nữ chiếm quá nửa ban chấp hành mới: 15 trong 27 ủy viên, nhiệm kỳ trước chỉ 5.",
    "Cứ 10 hộ thì có 3 hộ nuôi trâu. Thôn 4 có 60 hộ, 18 hộ nuôi trâu, 30 hộ nuôi bò.",
    "Cứ 10 người thì 3 người hút thuốc. Xã có 500 người, 20 người đã cai.",
]


@pytest.mark.parametrize(("text", "share"), WRONG)
def test_fractions_in_words_that_cannot_be(told, text, share):
    assert [reading for _, reading in told(text, FindingKind.SHARE)] == [share]


@pytest.mark.parametrize("text", RIGHT)
def test_fractions_in_words_that_hold_or_tell_of_something_else(told, text):
    assert told(text, FindingKind.SHARE) == []
