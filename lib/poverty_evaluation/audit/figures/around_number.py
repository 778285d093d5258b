"""Quanh con số: the scale, unit, counted noun, hedge and rate that stand beside a number."""

from __future__ import annotations

import re
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.figures.number_words import values_of
from poverty_evaluation.audit.figures.units import PER, PERSONS, PLACES, SCALE, UNIT, UNITS, head_of, scale_of
from poverty_evaluation.audit.lexicon import words
from poverty_evaluation.vocabulary.choices import Qualifier, weakest

_HEDGES: tuple[tuple[str, Qualifier], ...] = (
    (r"không dưới|ít nhất|tối thiểu|trên|hơn", Qualifier.LOWER_BOUND),
    (r"không quá|tối đa|gần|dưới|ngót|chưa đến|chưa tới|chưa đầy|không đầy", Qualifier.UPPER_BOUND),
    (
        r"trên dưới|khoảng|xấp xỉ|ước thực hiện|ước tính|ước đạt|ước khoảng|ước trị giá|ước|chừng|cỡ|"
        r"(?<!mầm )(?<!nước )(?<!búp )non|độ chừng",
        Qualifier.ESTIMATE,
    ),
)
_HEDGE = re.compile(
    r"(?<!\w)(?:(?P<lower>" + _HEDGES[0][0] + r")|(?P<upper>" + _HEDGES[1][0] + r")|(?P<about>" + _HEDGES[2][0] + r"))"
    r"(?:\s+(?:đạt|là|có))?\s*:?\s*$"
)
_COMPARATIVE = re.compile(
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|sớm|muộn|dài|ngắn|tăng|kém|đông|vượt|xa|sâu|rộng|nặng)\s+$"
)
_OPEN_END = re.compile(r"\s*(?:trở lên|trở xuống)(?!\w)")
_EACH = re.compile(
    r"(?<!\w)(?:(?P<each>mỗi|từng|một)|(?:bình quân|trung bình|bq)(?!\s+(?:mỗi|từng|một)(?!\w)))(?!\w)"
    r"(?:\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+)?))?"
)
_EACH_WITHIN = 160
ONE = Fraction(1)
NO_NOUN: tuple[str, ...] = ()
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Words that end what is counted.
_NOUN_ENDS = words(
    """
    có là được đã đạt chiếm tăng giảm so bằng với trong tại ở từ đến tới cho để do bị và hoặc hay theo kinh tổng
    trị mỗi còn tương gồm như nhưng mà thì nên sẽ phải đang vẫn cũng này đó khi vào nhằm về qua sau trước gấp
    thấp cao vượt ước giao nhận cùng đều mới đưa nâng lên xuống tức trên dưới hơn gần khoảng bình cả mức giá ứng x
    """
)
_NOUN_WORDS = 10
#: Scales that are of money where nothing counted follows: "kinh phí 5 tỷ".
_OF_MONEY = frozenset(("triệu", "tỷ", "tỉ", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ"))
#: Counted all the same, though they begin like a verb.
_PERSONS = re.compile(r"bị (?:can|cáo|hại|đơn)(?!\w)")
#: "04 (bốn) đại biểu": the words repeat the number and the unit follows them.
_REPEATED = re.compile(r"\s*\((?P<words>[^\W\d_]+(?: [^\W\d_]+){0,30})\)")


def scale_behind(plain: str, at: int, limit: int) -> tuple[int, Fraction, str]:
    match = SCALE.match(plain, past_space(plain, at, limit), limit)
    if match is None:
        return at, ONE, ""
    if match["short"]:
        return match.end(), Fraction(10**6), "triệu đồng"
    return match.end(), scale_of(match["scale"]), match["scale"]


def unit_behind(plain: str, at: int, limit: int) -> tuple[str, int]:
    """The unit behind a number and its scale, "" if there is none, and its end."""
    match = UNIT.match(plain, past_space(plain, at, limit), limit)
    if match is None:
        return "", at
    name = match["sign"] or " ".join(match["unit"].split())
    return name, match.end()


def measured(
    unit: str, scale_text: str, noun: tuple[str, ...], at: int, noun_end: int
) -> tuple[Measure, str, Fraction, int]:
    """What is measured, in which base unit, how many of that the unit is, and the end of what names it."""
    if unit:
        known = UNITS[unit]
        return known.measure, known.base, known.size, at
    if scale_text == "triệu đồng" or (scale_text in _OF_MONEY and not noun):
        return Measure.MONEY, "đồng", ONE, at
    return Measure.COUNT, " ".join(head_of(noun)), ONE, noun_end


def noun_behind(plain: str, at: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The words that say what is counted, and the end of those that name it."""
    found: list[str] = []
    ends: list[int] = []
    place = at
    while len(found) < _NOUN_WORDS:
        gap = past_space(plain, place, limit)
        if gap == place and place != at:
            break
        match = WORD.match(plain, gap, limit)
        if match is None or _ends_noun(plain, match):
            break
        found.append(match[0])
        place = match.end()
        ends.append(place)
    noun = tuple(found)
    return noun, ends[len(head_of(noun)) - 1] if noun else at


def _ends_noun(plain: str, word: re.Match[str]) -> bool:
    if plain.startswith("bao gồm", word.start()):
        return True
    return word[0] in _NOUN_ENDS and not _PERSONS.match(plain, word.start())


def per_of_count(plain: str, at: int, limit: int, unit: str, noun: tuple[str, ...]) -> str:
    """What a count is for one of: "48 người/CLB", "2,5 lượt sách/lượt bạn đọc"; "12 xã/phường" counts both."""
    if unit or not noun:
        return ""
    for word in noun:
        at = plain.find(word, at, limit) + len(word)
    match = PER.match(plain, at, limit)
    if match is None:
        return ""
    per = head_of(tuple(match["per"].split()))
    both = {per[0], noun[0]}
    return "" if per[0] in _NOUN_ENDS or both <= PLACES or both <= PERSONS else " ".join(per)


def rate_of(plain: str, at: int, limit: int, clause_at: int, start: int) -> str:
    """What an amount is for one of: behind it ("/hộ/năm") or in front of it in its clause ("mỗi hộ"), else ""."""
    match = PER.match(plain, at, limit)
    if match is not None:
        per = head_of(tuple(match["per"].split()))
        return " ".join(per) + (f"/{match['more']}" if match["more"] else "")
    each = None
    for found in _EACH.finditer(plain, max(clause_at, start - _EACH_WITHIN), start):
        each = found
    if each is None:
        return ""
    if each[0].startswith("một") and not re.match(
        r"\s*(?:mỗi|trên)", plain[max(clause_at, each.start() - 6) : each.start()]
    ):
        return ""
    return " ".join(head_of(tuple((each["what"] or each[0]).split())))


def hedge(plain: str, clause_at: int, start: int, end: int, limit: int) -> Qualifier:
    """How certain a figure is said to be, by the words in front of it and "trở lên" behind it."""
    found: list[Qualifier] = []
    at = start
    for _ in range(2):
        window = max(clause_at - 2, at - 24, 0)
        match = _HEDGE.search(plain, window, at)
        if match is None or _COMPARATIVE.search(plain, max(0, match.start() - 10), match.start()):
            break
        found.append(
            Qualifier.LOWER_BOUND if match["lower"] else Qualifier.UPPER_BOUND if match["upper"] else Qualifier.ESTIMATE
        )
        at = match.start()
    after = _OPEN_END.match(plain, end, limit)
    if after is not None:
        found.append(Qualifier.LOWER_BOUND if after[0].endswith("lên") else Qualifier.UPPER_BOUND)
    return weakest(found) if found else Qualifier.EXACT


def past_repetition(plain: str, at: int, limit: int) -> int:
    """The end of a repetition of the number in words, in brackets between it and its unit."""
    match = _REPEATED.match(plain, at, limit)
    if match is None:
        return at
    return match.end() if values_of(match["words"]) else at


def past_space(plain: str, at: int, limit: int) -> int:
    while at < limit and plain[at] in " \n":
        at += 1
    return at
