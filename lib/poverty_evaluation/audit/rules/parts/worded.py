"""Cộng các số viết bằng chữ: "Hai mươi hộ phải dời đi. Mười hai hộ …, sáu hộ …, bốn hộ …": counts told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.figures.number_words import run_at, values_of
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.kinds import may_overlap, scale_of, sort_of_noun
from poverty_evaluation.audit.rules.parts.cues import MANY_ANSWERS, NOT_ALL
from poverty_evaluation.audit.rules.parts.lists import Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.unannounced import FLOW
from poverty_evaluation.vocabulary.findings import FindingKind

_OPENING = re.compile(r"(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)")
_NOUN = re.compile(r" (?P<one>[^\W\d_]+)(?: (?P<two>[^\W\d_]+))?")
_NOT_COUNTED = re.compile(
    r"(?<!\w)(?:thứ|phần|năm|tháng|ngày|cả|những|mỗi|từng|vài|giảm|tăng|lên|xuống|thêm|bớt|hơn|kém|ít nhất|"
    r"khoảng|gần|trên|một trong)\s*$"
)
_OTHER_KNOWN = ("person", "household", "visit", "animal", "house", "gift", "case", "village", "commune", "school")
_MOST, _FEWEST, _MOST_SENTENCES = 40, 3, 3
_NEAR = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """A count in words or digits: text[start:end] is the number with its noun."""

    value: int
    sort: str
    start: int
    end: int
    is_worded: bool


def worded_sums(outline: Outline, sentence: Sentence) -> Iterator[Claim]:
    """A whole and at least three parts behind it, some of them in words."""
    if outline.blocks[sentence.block].kind in (BlockKind.CELL, BlockKind.HEADING):
        return
    own = outline.sentences(sentence.block)
    place = sentence.index - own[0].index
    first = next(iter(_told(outline, sentence)), None)
    if first is None or first.value < 10:
        return
    told = [one for later in own[place : place + _MOST_SENTENCES] for one in _told(outline, later)][:_MOST]
    behind = takewhile(lambda one: one.value < first.value, told[1:])
    parts = [one for one in behind if one.sort == first.sort]
    if len(parts) < _FEWEST or not any(one.is_worded for one in (first, *parts)):
        return
    made = _claim(outline, first, parts)
    if made is not None:
        yield made


def _told(outline: Outline, sentence: Sentence) -> list[_Told]:
    plain = outline.plain
    found: list[_Told] = []
    for placed in outline.placed(sentence):
        figure = placed.figure
        if figure.measure is Measure.COUNT and is_amount(figure) and not is_compared(figure) and not placed.depth:
            sort = sort_of_noun(figure.noun)
            if sort in _OTHER_KNOWN:
                found.append(_Told(int(figure.known), sort, figure.start, figure.end, False))
    at = sentence.start
    while (opening := _OPENING.search(plain, at, sentence.end)) is not None and len(found) < _MOST:
        words, at = run_at(plain, opening.start(), sentence.end)
        at = max(at, opening.end())
        noun = _NOUN.match(plain, at, sentence.end)
        values = values_of(words)
        if (
            noun is None
            or len(values) != 1
            or _NOT_COUNTED.search(plain, max(0, opening.start() - 12), opening.start())
        ):
            continue
        sort, value = sort_of_noun((noun["one"], noun["two"] or "")), min(values)
        if sort in _OTHER_KNOWN and value.denominator == 1 and value > 0:
            found.append(_Told(int(value), sort, opening.start(), noun.end("one"), True))
    return sorted(found, key=lambda one: one.start)


def _is_divided(between: str, groups: Sequence[str]) -> bool:
    """Whether people are surely told apart: behind a colon or "gồm", or by the steps of one scale."""
    return ":" in between or "gồm" in between or len({scale_of(group) for group in groups} | {""}) == 2


def _claim(outline: Outline, whole: _Told, parts: Sequence[_Told]) -> Claim | None:
    plain, text = outline.plain, outline.reading.source.text
    sums = [sum(one.value for one in parts[:count]) for count in range(2, len(parts) + 1)]
    total = sums[-1]
    without_one = sum(one.value for one in parts if one.value > 1)
    context = plain[whole.end : min(parts[-1].end + 40, len(plain))]
    groups = tuple(plain[one.start : one.end + 24] for one in parts)
    line = " + ".join(str(one.value) for one in parts) + f" = {total}"
    printed = " ".join(text[whole.start : whole.end].split())
    if total == whole.value:
        return Claim(
            FindingKind.SUM, AuditVerdict.HOLDS, None, (), line, "", f"Các phần cộng lại bằng tổng {printed}.",
            f"The parts add up to the whole, {printed}.", (), whole.start, parts[-1].end,
        )  # fmt: skip
    if whole.value in (*sums, without_one) or abs(total - whole.value) * _NEAR > whole.value:
        return None
    if whole.sort == "person" and not _is_divided(plain[whole.end : parts[0].start], groups):
        return None
    if FLOW.search(context) or NOT_ALL.search(context) or MANY_ANSWERS.search(context) or may_overlap(groups):
        return None
    return Claim(
        FindingKind.SUM, AuditVerdict.LIKELY, None, (), f"{line}; văn bản ghi {printed}", str(total),
        f"Các phần cộng lại được {total}, khác tổng {printed}; cần xem lại số tổng và từng phần.",
        f"The parts add up to {total}, which is not the stated whole {printed}; check the whole and each part.",
        (str(total),), whole.start, parts[-1].end,
    )  # fmt: skip
