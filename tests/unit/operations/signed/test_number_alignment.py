"""Which numbers of one text became which of another."""

from __future__ import annotations

import random
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_evaluation.operations.signed.number_alignment import differing_numbers, likeness, tokens

TEXT = [
    "Đầu kỳ toàn xã có 538 hộ nghèo, cuối kỳ còn 356 hộ, chiếm 0,85% tổng số hộ dân cư.",
    "Hỗ trợ 12 hộ vay vốn với tổng số tiền 1.250 triệu đồng; trong đó 3 hộ vay 40 triệu đồng.",
    "Phường Một 10 20 30", "Phường Hai 11 21 31", "Phường Ba 12 22 32",
    "Số:    /BC-UBND, ngày … tháng … năm 2018",
]  # fmt: skip


def changes(before, now, reach=0):
    """(before, now) of each pair, as texts."""
    pairs, _ = differing_numbers(tokens(before), tokens(now), reach)
    return [tuple(token.text if token else None for token in (pair.before, pair.now)) for pair in pairs]


def edited(old, new):
    return [line.replace(old, new) for line in TEXT]


def test_the_same_text_differs_nowhere_however_it_is_broken_into_lines():
    assert changes(TEXT, TEXT) == []
    assert changes(TEXT, textwrap.wrap(" ".join(TEXT), 23)) == []
    assert differing_numbers(tokens(TEXT), tokens(TEXT))[1] == 17


def test_a_changed_number_keeps_its_place_in_sentences_and_tables():
    assert changes(TEXT, edited("356", "365")) == [("356", "365")]
    assert changes(TEXT, edited("11 21 31", "11 31 31")) == [("21", "31")]
    assert changes(TEXT, edited("20 30", "30 20")) == [("30", None), (None, "30")]  # two that changed places


def test_added_and_dropped_numbers():
    assert changes(TEXT, edited("trong đó 3 hộ", "trong đó có hộ")) == [("3", None)]
    assert changes(TEXT, edited("vay vốn", "vay vốn đợt 2")) == [(None, "2")]
    assert changes(TEXT, TEXT[:2] + TEXT[3:]) == [("10", None), ("20", None), ("30", None)]


def test_what_is_filled_in_stands_where_a_blank_was():
    assert changes(TEXT, edited("Số:    /", "Số: 77/")) == [("…", "77")]
    assert changes(TEXT, edited("ngày … tháng", "ngày 05 tháng")) == [("…", "5")]


def test_a_paragraph_that_moved_is_no_difference():
    assert changes(TEXT, [*TEXT[1:5], TEXT[0], TEXT[5]]) == []


def test_zeros_before_a_number_and_capitals_tell_nothing():
    assert changes(TEXT, [line.upper() for line in edited("3 hộ", "03 hộ")]) == []


def test_where_the_order_is_a_guess_a_number_close_by_is_not_lost():
    disordered = [*TEXT[:2], "Một Hai Ba", "Phường Phường Phường", "10 11 12 20 21 22 30 31 32", TEXT[5]]
    assert changes(TEXT, disordered, reach=50) == [] and changes(TEXT, disordered) != []
    assert (None, "99") in changes(TEXT, [*disordered, "99"], reach=50)


def test_likeness():
    assert likeness(tokens(TEXT), tokens(TEXT)) == 1
    assert likeness(tokens(TEXT), tokens(["một văn bản khác hẳn"])) < 0.2
    assert likeness([], []) == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["hộ", "nghèo", "12", "7", "345", "…"]), max_size=60), st.randoms())
def test_every_number_is_the_same_or_told(words, chance):
    before = tokens([" ".join(words)])
    now_words = [word for word in words if chance.random() > 0.2]
    now = tokens([" ".join(now_words)])
    pairs, same = differing_numbers(before, now)
    assert same + sum(bool(pair.before and pair.before.is_number) for pair in pairs) == sum(t.is_number for t in before)
    assert same + sum(bool(pair.now and pair.now.is_number) for pair in pairs) == sum(t.is_number for t in now)


def test_a_long_text_of_few_words_is_compared_too():
    chance = random.Random(1)
    before = [" ".join(chance.choice(["hộ", "1", "2"]) for _ in range(30_000))]
    assert changes(before, before) == []
    assert changes(before, [f"7 {before[0]} 8"]) == [(None, "7"), (None, "8")]
