"""Amounts in words as hands spell them: every dialect, placement of tones, frame and punctuation; and nonsense."""

import unicodedata
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from poverty_evaluation.vocabulary.quantities import MalformedWords, read_words

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
FRAMES = [
    "{}", "({})", "(Bằng chữ: {})", "Bằng chữ: {}.", "Số tiền viết bằng chữ: {}./.", "*{}*", "({}).", "“{}”",
    "(Viết bằng chữ: {})", "Số tiền (bằng chữ): {};", "{}!", "Tổng số tiền bằng chữ là: {}", "\n{}\n", "«{}»", "- {} -",
]  # fmt: skip
SUFFIXES = [
    "",
    " đồng",
    " đồng chẵn",
    " đồng Việt Nam",
    " chẵn",
    " đồng Việt Nam chẵn",
    " đồng, chẵn",
    " VNĐ",
    " đồng tròn",
]
MOVED = {
    "mười": "mừơi", "triệu": "triêụ", "nghìn": "nghìn", "bảy": "baỷ", "sáu": "saú", "hai": "hai", "tỷ": "tỷ"
}  # fmt: skip

sizes = st.integers(0, 15).flatmap(lambda power: st.integers(0, 10**power))
edges = st.builds(lambda power, off: max(0, 10**power + off), st.integers(0, 15), st.integers(-1, 1))
telling = st.lists(
    st.sampled_from([0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 55, 100, 101, 104, 105, 110, 115, 121, 555, 999]),
    min_size=1, max_size=5,
).map(lambda groups: sum(group * 1000**place for place, group in enumerate(groups)))  # fmt: skip
numbers = sizes | edges | telling


def spelled(number, random):
    """One of the many ways to say a number, by other means than the writer's."""
    if number == 0:
        return ["không"]
    high, low = divmod(number, 10**9)
    words = []
    if high:
        words += [*spelled_below(high, random, leading=True, is_end=False), random.choice(["tỷ", "tỉ"])]
    return [*words, *spelled_below(low, random, leading=not high, is_end=True)]


def spelled_below(number, random, leading, is_end):
    words = []
    for size, names in ((10**6, ["triệu"]), (1000, ["nghìn", "ngàn"]), (1, [])):
        group = number // size % 1000
        if not group:
            continue
        words += spelled_group(group, random, leading, may_be_bare=bool(names), before_scale=bool(names) or not is_end)
        words += [random.choice(names)] if names else []
        leading = False
    return words


def spelled_group(group, random, leading, may_be_bare, before_scale):
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = []
    if hundreds:
        words += [DIGITS[hundreds], "trăm"]
    elif not leading and random.random() < 0.7:
        words += ["không", "trăm"]
    if tens == 0 and units:
        is_bare = not hundreds and (leading or (may_be_bare and not words and random.random() < 0.5))
        words += [] if is_bare else [random.choice(["linh", "lẻ"])]
        return [*words, random.choice(["bốn", "tư"]) if units == 4 and not is_bare else DIGITS[units]]
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [DIGITS[tens], "mươi"]
    if units:
        choices = {4: ["bốn", "tư"], 5: ["lăm", "nhăm"]} if tens else {}
        if tens > 1:
            choices[1] = ["một", "mốt"]
        if before_scale and tens:
            choices[5] = ["lăm", "nhăm", "năm"]
        words.append(random.choice(choices.get(units, [DIGITS[units]])))
    return words


def dressed(words, random):
    """The words with capitals, commas behind scale words, other spaces and another placement of tones."""
    made = []
    for place, word in enumerate(words):
        is_scale = word in ("tỷ", "tỉ", "triệu", "nghìn", "ngàn")
        comma = "," if is_scale and place + 1 < len(words) and random.random() < 0.2 else ""
        moved = MOVED.get(word, word) if random.random() < 0.2 else word
        made.append(("bẩy" if word == "bảy" and random.random() < 0.2 else moved) + comma)
    text = random.choice([" ", " ", " ", "  ", "\n", "\u00a0"]).join(made)
    text = random.choice([str, str.upper, str.title, str.capitalize])(text)
    text = random.choice(FRAMES).format(text + random.choice(SUFFIXES))
    return unicodedata.normalize(random.choice(["NFC", "NFD"]), text)


@settings(max_examples=600)
@given(numbers, st.randoms(use_true_random=False))
@example(1_010, Random(0))
@example(10**15, Random(0))
def test_every_spelling_of_a_number_reads_back(number, random):
    text = dressed(spelled(number, random), random)
    assert read_words(text) == number


@given(st.integers(0, 15), st.integers(-1, 1), st.randoms(use_true_random=False))
def test_the_edges_of_every_scale_read_back(power, off, random):
    number = max(0, 10**power + off)
    assert read_words(dressed(spelled(number, random), random)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hai mươi một triệu đồng", 21_000_000),
        ("hai mươi năm triệu đồng", 25_000_000),
        ("mười năm nghìn đồng", 15_000),
        ("mừơi hai triêụ đồng", 12_000_000),
        ("Một trăm lẽ năm ngàn đồng", 105_000),
        ("Hai triệu vnđ", 2_000_000),
        ("(viết bằng chữ: Ba tỷ; hai trăm triệu đồng)", 3_200_000_000),
        ("Năm trăm nghìn đồng tròn.", 500_000),
        ("một nghìn mười", 1_010),
    ],
)
def test_what_a_careless_hand_writes_is_read_where_it_can_mean_one_number(text, number):
    assert read_words(text) == number


NONSENSE = """
đồng|chẵn|bằng chữ|bằng chữ: đồng chẵn|âm|âm đồng|linh|mươi|trăm|nghìn|triệu|tỷ|tỷ tỷ|nghìn nghìn|triệu triệu
một một|hai ba|một hai ba|năm năm|không không|không một|mười mười|mười hai ba|mười mốt|mười lăm năm|hai mươi mười
hai mươi không|hai mươi hai hai|hai mươi lăm mốt|mươi hai|một mươi|không mươi|không mươi hai|trăm hai|trăm trăm
một trăm trăm|một trăm hai|một trăm linh|một trăm linh linh năm|một trăm linh mười|một trăm linh không|linh năm
lẻ năm nghìn|không trăm|không trăm năm mươi|một trăm không trăm|mười trăm|hai mươi trăm|một nghìn trăm
nghìn một trăm|một nghìn hai nghìn|một nghìn hai triệu|hai nghìn ba triệu|một triệu hai tỷ năm tỷ|tỷ hai triệu
hai nghìn năm|một triệu ba|một tỷ hai|ba trăm nghìn nghìn|một triệu không nghìn|một triệu không trăm nghìn
hai mươi năm|mười năm|hai trăm mười năm|lăm|mốt|nhăm|một lăm|hai mốt|một trăm lăm|một trăm mốt|một trăm tư mươi
hai phẩy năm|hai chấm năm triệu|một nửa|vài trăm nghìn|mấy triệu|ba bốn triệu|năm bảy người|hơn hai triệu|gần ba tỷ
hai triệu rưởi đồng|2 triệu|hai mươi 2|hai,ba|hai, ba triệu|một triệu, đồng hai|hai triệu đồng ba nghìn|hai hộ
một người|ngày hai mươi|thứ hai|năm hai nghìn không trăm mười tám|tư triệu|hai mươi triệu đô la|không đồng nào
"""


@pytest.mark.parametrize("text", [text for line in NONSENSE.strip().splitlines() for text in line.split("|")])
def test_what_says_no_number_is_refused_with_a_reason(text):
    with pytest.raises(MalformedWords) as caught:
        read_words(text)
    assert caught.value.reason_vi and caught.value.reason_en


@given(
    st.lists(
        st.sampled_from([*DIGITS, "mốt", "lăm", "mười", "mươi", "trăm", "linh", "nghìn", "triệu", "tỷ", "đồng", ","]),
        max_size=12,
    )
)
def test_whatever_is_read_survives_another_spelling(words):
    text = " ".join(words)
    try:
        number = read_words(text)
    except MalformedWords:
        return
    assert read_words(text.replace("linh", "lẻ").replace("nghìn", "ngàn").replace("tỷ", "tỉ").upper()) == number
    assert read_words(f"(Bằng chữ: {text})") == number
