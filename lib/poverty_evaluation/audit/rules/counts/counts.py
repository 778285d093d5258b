"""Số nêu và số kể: an announced count against the things that are then named or listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.counts.announced import (
    ABSTRACT,
    OFFICES,
    PERSONS,
    PLACE_PAIRS,
    Announced,
    announced_in,
)
from poverty_evaluation.audit.rules.counts.days import named_days
from poverty_evaluation.audit.rules.counts.enumerations import Enumeration, enumeration_at
from poverty_evaluation.audit.rules.counts.listed_lines import lines_claims
from poverty_evaluation.relations import CountOfListed
from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.vocabulary.findings import FindingKind

#: Words that open an enumeration; "là" needs names behind it.
_INTRO = re.compile(
    r"(?P<strong>(?:,\s*)?(?<!\w)(?:bao gồm|gồm có|gồm|đó là|cụ thể là|cụ thể|như sau|sau đây|"
    r"lần lượt là)(?!\w)\s*(?:các\s+)?:?|:)"
    r"|(?P<is>(?<!\w)là(?!\w)\s*:?)|(?P<bracket>\()"
)
_NOT_ALL = re.compile(
    r"(?<!\w)(?:như(?!\s+sau)|nhất là|điển hình|tiêu biểu|trong đó|chủ yếu|đặc biệt|đáng|chẳng hạn|ví dụ|còn lại|riêng|"
    r"đứng đầu|dẫn đầu là|"
    r"thứ nhất|tập trung|ngoài ra|ngoài|trừ|kể cả|trong số|một trong|mỗi|từng|so với|nhưng|mà|hơn|bằng|thêm|"
    r"nguyên nhân|mục đích|"
    r"lý do|kết quả|tổng|kinh phí|đầu tiên|mới nhất|gần nhất|cao nhất|thấp nhất|lớn nhất|nhiều nhất|ít nhất)(?!\w)"
)
_NUMBERED = (
    tuple(f"({number})" for number in range(1, 31)),
    tuple(f"{number})" for number in range(1, 31)),
    ("một là", "hai là", "ba là", "bốn là", "năm là", "sáu là", "bảy là", "tám là", "chín là", "mười là"),
    ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười"),
)
_WHERE = re.compile(r"(?<!\w)(?:tại|ở)\s+(?:các\s+)?(?=(?P<kind>xã|phường|huyện|tỉnh|thôn|bản|ấp|làng|quận|xóm)(?!\w))")
_FURTHEST, _MOST = 160, 40


def announced_counts(reading: Reading) -> Iterator[Claim]:
    """Every announced count whose things are named behind it or listed below it."""
    for sentence in reading.sentences:
        for announced in announced_in(reading, sentence):
            made = _numbered(reading, announced) or _enumerated(reading, announced) or _named_before(reading, announced)
            if made is not None:
                yield made
    yield from lines_claims(reading)
    yield from named_days(reading)


def _numbered(reading: Reading, announced: Announced) -> Claim | None:
    """có 3 nhóm giải pháp: (1) …; (2) …; (3) …"""
    plain = reading.source.plain
    block = reading.source.blocks[announced.sentence.block]
    limit = min(block.end, announced.end + 20_000)
    opening = plain[announced.end : min(limit, announced.end + 120)]
    for marks in _NUMBERED:
        at = opening.find(marks[0])
        if at < 0 or _digits_in(reading, announced, at) or _is_open(announced, opening[:at]):
            continue
        if not re.search(r"(?::|là|gồm|sau|,|\.)\s*$", opening[:at].rstrip()[-8:]) or not _is_short(opening[:at]):
            return None
        listed, place = 0, announced.end + at
        for mark in marks:
            found = plain.find(mark, place, limit)
            if found < 0:
                break
            listed, place = listed + 1, found + len(mark)
        if listed < 2:
            return None
        names = tuple(f"{marks[number]}" for number in range(min(listed, 12)))
        return _claim(announced, (listed, listed), names, place, Certainty.SAID)
    return None


def _is_open(announced: Announced, between: str) -> bool:
    """Whether words behind what is counted say that only some of it follows, or something else."""
    words = between.split()
    own = len(announced.noun[:2]) if tuple(words[: len(announced.noun[:2])]) == announced.noun[:2] else 0
    return _NOT_ALL.search(" ".join(words[own:])) is not None


def _is_short(words: str) -> bool:
    return len(words.split()) <= 14


def _digits_in(reading: Reading, announced: Announced, length: int) -> bool:
    """Whether another figure stands between the count and what is listed."""
    start, end = announced.end, announced.end + length
    figures = reading.figures_of(announced.sentence)
    return any(start < figure.start < end for figure in figures if figure is not announced.figure)


def _enumerated(reading: Reading, announced: Announced) -> Claim | None:
    direct = _named_at_once(reading, announced)
    if direct is not None:
        return direct
    source, end = reading.source, announced.sentence.end
    for intro in _INTRO.finditer(source.plain, announced.end, min(end, announced.end + _FURTHEST)):
        between = source.plain[announced.end : intro.start()]
        if (
            _digits_in(reading, announced, intro.start() - announced.end)
            or _is_open(announced, between)
            or ";" in between
        ):
            return None
        if not intro["is"] and re.search(r"(?<!\w)(?:các|những|cho)(?!\w)", between):
            return None
        if intro["is"] and ("," in between or source.plain.startswith(("do", "vì", "để", "một"), intro.end())):
            continue
        named = enumeration_at(source.text, source.plain, intro.end(), end, announced.head, announced.is_place)
        if intro["bracket"] and not _fills_bracket(announced, named, between):
            continue
        if named is None:
            if intro["strong"]:
                return None
            continue
        return _judged(reading, announced, named, between, intro)
    return _one_in_each(reading, announced)


def _one_in_each(reading: Reading, announced: Announced) -> Claim | None:
    """04 mô hình tại phường A, phường B, phường C, phường D: told only where the counts are equal."""
    source, end = reading.source, announced.sentence.end
    where = _WHERE.search(source.plain, announced.end, min(end, announced.end + _FURTHEST))
    if where is None or _digits_in(reading, announced, where.start() - announced.end):
        return None
    named = enumeration_at(source.text, source.plain, where.end(), end, where["kind"], True)
    if named is None or not named.is_proper or not named.least == named.most == announced.count:
        return None
    return _claim(announced, (named.least, named.most), named.names, named.end, Certainty.SAID)


def _named_at_once(reading: Reading, announced: Announced) -> Claim | None:
    """hai xã Song Mai và Dĩnh Trì; 03 xã Yên Khê, Thạch Lương và Ngọc Xá."""
    if not announced.is_place and announced.head not in OFFICES:
        return None
    plain, text = reading.source.plain, reading.source.text
    heads = "|".join(map(re.escape, _heads(announced)))
    words = re.compile(rf"\s+(?:\([^()]{{2,20}}\)\s+)?(?:{heads})\s+(?=[^\W\d_])").match(plain, announced.end)
    if words is None or not text[words.end()].isupper():
        return None
    semicolon = plain.find(";", words.end(), announced.sentence.end)
    end = semicolon if semicolon >= 0 else announced.sentence.end
    named = enumeration_at(text, plain, words.end(), end, announced.head, announced.is_place)
    if named is None or not named.is_proper or named.least < 2:
        return None
    return _claim(announced, (named.least, named.most), named.names, named.end, Certainty.SAID)


def _named_before(reading: Reading, announced: Announced) -> Claim | None:
    """các xã Song Mai, Dĩnh Trì và Tân Mỹ (04 xã)."""
    plain, text = reading.source.plain, reading.source.text
    opening = announced.start - 1
    heads = "|".join(map(re.escape, _heads(announced)))
    behind = re.compile(rf"\s+(?:{heads})\s*\)").match(plain, announced.end)
    if not announced.is_place or behind is None or opening < 0 or plain[opening] != "(":
        return None
    start = max(announced.sentence.start, opening - 400)
    found = list(re.finditer(rf"(?<!\w)(?:các|những)\s+(?:{heads}):?\s+", plain[start:opening]))
    if not found or not text[start + found[-1].end()].isupper():
        return None
    last = found[-1]
    named = enumeration_at(text, plain, start + last.end(), opening, announced.head, True)
    if named is None or not named.is_proper or not named.is_whole:
        return None
    made = _claim(announced, (named.least, named.most), named.names, behind.end(), Certainty.SAID)
    return replace(made, start=start + last.start(), end=behind.end())


def _heads(announced: Announced) -> list[str]:
    pairs = [" ".join(announced.noun[:length]) for length in (3, 2)]
    return [*(pair for pair in pairs if pair in PLACE_PAIRS), announced.head]


def _is_close(announced: Announced, between: str) -> bool:
    """Whether nothing but the words of what is counted stands between the count and what opens the enumeration."""
    own = len(announced.noun) + (2 if announced.figure is None else 0)
    return len(between.split()) <= own and "," not in between


def _fills_bracket(announced: Announced, named: Enumeration | None, between: str) -> bool:
    """Whether a bracket names the things: 3 xã (Song Mai, Dĩnh Trì), 4 tiêu chí chưa đạt (giao thông, thu nhập)."""
    if named is None:
        return False
    if not named.is_proper:
        return announced.head in ABSTRACT
    return _is_close(announced, between) or (announced.is_place and len(between.split()) <= 7 and "," not in between)


def _is_second(reading: Reading, announced: Announced) -> bool:
    """Whether another count stands in front in the same clause: "7 sản phẩm đạt 3 sao: …" lists products."""
    figure = announced.figure
    if figure is None:
        return False
    return any(
        one.clause == figure.clause and one.index < figure.index and one.measure is Measure.COUNT
        for one in reading.figures_of(announced.sentence)
    )


def _judged(
    reading: Reading, announced: Announced, named: Enumeration, between: str, intro: re.Match[str]
) -> Claim | None:
    is_close = _is_close(announced, between)
    counted = (named.least, named.most)
    is_person = bool({announced.head, " ".join(announced.noun[:2])} & PERSONS)
    is_sure = named.are_names and (named.is_whole or named.least == named.most)
    if is_person and not (is_sure and intro["strong"]):
        if not named.admits(announced.count):
            return None  # a comma may stand in front of an office held
        return _claim(announced, counted, named.names, named.end, Certainty.SAID)
    if named.is_proper:
        is_same = announced.is_place or announced.head in OFFICES or is_person or is_close
        if not is_same and (intro["is"] or _is_second(reading, announced)):
            return None
        is_said = is_same and (is_close or not intro["bracket"])
        certainty = Certainty.SAID if is_said else Certainty.IMPLIED
        if named.least == 1 and named.most < 2:
            return None
        return _claim(announced, counted, named.names, named.end, certainty)
    is_near = is_close or (announced.head in ABSTRACT and len(between.split()) <= 4 and "," not in between)
    if (intro["is"] and announced.head not in ABSTRACT) or not is_near or _is_second(reading, announced):
        return None
    if not named.by_semicolons and (named.longest > 5 or named.least < 2):
        return None
    return _claim(announced, counted, named.names, named.end, Certainty.IMPLIED)


def _claim(
    announced: Announced,
    counted: tuple[int, int],
    names: tuple[str, ...],
    end: int,
    certainty: Certainty,
) -> Claim:
    least, most = counted
    listed = min(max(announced.count, least), most)
    stated = Stated("count", Fraction(announced.count), as_printed=announced.printed)
    verdict = CountOfListed(stated, listed).check()
    found = str(most if most - least < 2 else listed)
    told = "; ".join(names[:12])
    if verdict.agrees:
        state, vi, en = (
            AuditVerdict.HOLDS,
            f"Nêu {announced.printed} và kể đủ {announced.count}.",
            f"{announced.count} are announced and named.",
        )
    else:
        state = AuditVerdict.CONTRADICTION if certainty is Certainty.SAID else AuditVerdict.LIKELY
        vi = f"Nêu {announced.printed} nhưng kể ra {found}: {told}; cần kiểm tra số lượng hoặc danh sách."
        en = f"{announced.count} are announced (“{announced.printed}”) but {found} named: {told}; check both."
    unit = " ".join((found, announced.shown))
    made = Claim(
        FindingKind.COUNT, state, announced.figure, (), f"kể ra {found} ({told}); văn bản ghi {announced.printed}",
        "" if verdict.agrees else unit, vi, en, () if verdict.agrees else (unit,),
    )  # fmt: skip
    return replace(made, start=announced.start, end=max(end, announced.end))
