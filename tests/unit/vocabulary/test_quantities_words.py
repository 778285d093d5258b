"""Numbers and amounts in words, both ways."""

import unicodedata

import pytest

from poverty_evaluation.vocabulary.quantities import (
    MalformedWords,
    read_words,
    write_amount_in_words,
    write_words,
)

ORACLE = {
    0: "không",
    1: "một",
    10: "mười",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    111: "một trăm mười một",
    115: "một trăm mười lăm",
    1_001: "một nghìn không trăm linh một",
    1_010: "một nghìn không trăm mười",
    2_002: "hai nghìn không trăm linh hai",
    2_005: "hai nghìn không trăm linh năm",
    105_000: "một trăm linh năm nghìn",
    1_000_001: "một triệu không trăm linh một",
    10_000_000: "mười triệu",
    13_000_000: "mười ba triệu",
    22_000_000: "hai mươi hai triệu",
    290_000_000: "hai trăm chín mươi triệu",
    666_204_000: "sáu trăm sáu mươi sáu triệu hai trăm linh bốn nghìn",
    2_697_150_000: "hai tỷ sáu trăm chín mươi bảy triệu một trăm năm mươi nghìn",
    83_020_000_000: "tám mươi ba tỷ không trăm hai mươi triệu",
    10**12: "một nghìn tỷ",
    10**12 + 5 * 10**9: "một nghìn không trăm linh năm tỷ",
    10**15: "một triệu tỷ",
    -182: "âm một trăm tám mươi hai",
}


@pytest.mark.parametrize(("number", "words"), ORACLE.items())
def test_the_oracle_both_ways(number: int, words: str) -> None:
    assert write_words(number) == words
    assert read_words(words) == number
    assert read_words(unicodedata.normalize("NFD", words)) == number


@pytest.mark.parametrize(
    ("vnd", "words"),
    [
        (22_000_000, "Hai mươi hai triệu đồng chẵn"),
        (13_000_000, "Mười ba triệu đồng chẵn"),
        (10_000_000, "Mười triệu đồng chẵn"),
        (105_000, "Một trăm linh năm nghìn đồng chẵn"),
        (1_500, "Một nghìn năm trăm đồng"),
        (-5_000, "Âm năm nghìn đồng chẵn"),
        (0, "Không đồng"),
    ],
)
def test_amounts_in_words(vnd: int, words: str) -> None:
    assert write_amount_in_words(vnd) == words
    assert read_words(words) == vnd


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(*Hai mươi hai triệu đồng chẵn*)", 22_000_000),
        ("(\\*Mười triệu đồng chẵn\\*)", 10_000_000),
        ("(Bằng chữ: Hai mươi hai triệu đồng chẵn)", 22_000_000),
        ("Bằng chữ : Hai mươi hai triệu đồng./.", 22_000_000),
        ("Số tiền bằng chữ: *Mười triệu đồng Việt Nam chẵn*.", 10_000_000),
        ("MƯỜI TRIỆU ĐỒNG", 10_000_000),
        ("mười  triệu\nchẵn", 10_000_000),
        ("hai mươi bốn", 24),
        ("hai mươi nhăm", 25),
        ("một trăm lẻ tư", 104),
        ("một ngàn không trăm lẻ một", 1_001),
        ("một nghìn lẻ một", 1_001),
        ("hai triệu năm mươi nghìn đồng", 2_050_000),
        ("hai triệu năm nghìn đồng", 2_005_000),
        ("ba tỉ đồng", 3_000_000_000),
        ("bẩy mươi bẩy", 77),
        ("Hai tỷ, sáu trăm chín mươi bảy triệu, một trăm năm mươi nghìn đồng", 2_697_150_000),
    ],
)
def test_frames_dialects_and_short_forms_are_read(text: str, number: int) -> None:
    assert read_words(text) == number


@pytest.mark.parametrize(
    ("text", "reason_vi", "reason_en"),
    [
        ("", "không có số viết bằng chữ", "no number in words"),
        ("đồng", "không có số viết bằng chữ", "no number in words"),
        ("âm", "không có số viết bằng chữ", "no number in words"),
        ("22 triệu", "từ “22” không phải chữ số", "“22” is no word of a number"),
        ("hai mươi foo", "từ “foo” không phải chữ số", "“foo” is no word of a number"),
        ("năm trăm đồng/suất", "từ “đồng/suất”", "“đồng/suất” is no word"),
        ("hai nghìn ba triệu", "“triệu” đứng sai thứ tự bậc", "“triệu” is out of order"),
        ("một nghìn hai nghìn", "“nghìn” đứng sai thứ tự bậc", "“nghìn” is out of order"),
        ("một tỷ hai tỷ", "“tỷ” xuất hiện nhiều lần", "“tỷ” occurs more than once"),
        ("nghìn", "thiếu số trước “nghìn”", "a number is missing before “nghìn”"),
        ("hai triệu nghìn", "thiếu số trước “nghìn”", "a number is missing before “nghìn”"),
        ("tỷ", "thiếu số trước “tỷ”", "a number is missing before “tỷ”"),
        ("mươi mốt", "“mươi mốt” không phải cách đọc số", "“mươi mốt” is no reading"),
        ("một mươi", "không phải cách đọc số", "is no reading"),
        ("mười mốt", "không phải cách đọc số", "is no reading"),
        ("hai mươi năm", "không phải cách đọc số", "is no reading"),
        ("mười năm", "không phải cách đọc số", "is no reading"),
        ("một hai", "không phải cách đọc số", "is no reading"),
        ("một trăm năm", "không phải cách đọc số", "is no reading"),
        ("một trăm linh mười", "không phải cách đọc số", "is no reading"),
        ("linh ba", "không phải cách đọc số", "is no reading"),
        ("không nghìn", "không phải cách đọc số", "is no reading"),
        ("không trăm linh một", "“không trăm” đứng sai chỗ", "“không trăm” is out of place"),
        ("một triệu không trăm nghìn", "“không trăm” đứng sai chỗ", "“không trăm” is out of place"),
        ("hai nghìn năm", "“năm” ở cuối không rõ hàng nào", "not clear what “năm” at the end counts"),
        ("âm không", "không có số âm không", "no negative zero"),
        ("một " * 400, "dài quá 600 ký tự", "longer than 600 characters"),
    ],
)
def test_nonsense_is_refused(text: str, reason_vi: str, reason_en: str) -> None:
    with pytest.raises(MalformedWords) as caught:
        read_words(text)
    assert caught.value.text == text
    assert reason_vi in caught.value.reason_vi
    assert reason_en in caught.value.reason_en
    assert caught.value.reason_vi in str(caught.value)


def test_numbers_without_a_reading_are_not_written() -> None:
    assert read_words(write_words(10**18 - 1)) == 10**18 - 1
    with pytest.raises(ValueError, match="too large to be written in words"):
        write_words(10**18)
