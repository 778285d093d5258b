"""Quy đổi đơn vị: one quantity told in two units: "3.200 m², tức 0,32 ha", "12.450 triệu đồng (12,45 tỷ đồng)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.relations import Stated, Verdict
from poverty_evaluation.relations.verdicts import Computed, judge_equal
from poverty_evaluation.vocabulary.findings import FindingKind

_MEASURES = frozenset({Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME})
_IS = re.compile(
    r"\s*[,(–-]?\s*(?:(?:tức là|tức|hay là|hay|nghĩa là|quy ra|quy đổi ra|quy đổi thành|quy đổi|đổi ra|bằng|=|≈)"
    r"|\((?:tương đương|tương ứng)(?: với)?|,\s*(?:tương đương|ứng với)(?: với)?)"
    r"\s*(?:là|khoảng|gần|trên|hơn|xấp xỉ|đúng|chừng)?\s*"
)
_BRACKET = re.compile(r"\s*\(\s*")
#: "(12,45 tỷ đồng)": nothing else is said in the bracket.
_CLOSED = re.compile(r"\s*(?:[^\W\d_]+\s*){0,2}\)")
#: Slips of a unit or comma; two figures farther apart in another way are two things.
_SLIPS = (10, 100, 1000, 10**4, 10**6)
_NEAR = Fraction(1, 50)


def conversions(reading: Reading) -> Iterator[Claim]:
    """Every quantity that is said again at once in another unit."""
    for first, second in pairwise(reading.figures):
        if first.sentence == second.sentence and _may_be_one(first, second) and _is_said_again(reading, first, second):
            made = _claim(first, second)
            if made is not None:
                yield made


def _may_be_one(first: Figure, second: Figure) -> bool:
    return (
        first.is_readable and second.is_readable and first.measure is second.measure and first.measure in _MEASURES
        and first.factor != second.factor and first.per == second.per and not first.is_range and not second.is_range
        and first.known > 0 and second.known > 0
    )  # fmt: skip


def _is_said_again(reading: Reading, first: Figure, second: Figure) -> bool:
    gap = reading.between(first, second)
    if any(word not in first.noun for word in second.noun[:1]):
        return False
    if _IS.fullmatch(gap):
        return True
    is_bracket = _BRACKET.fullmatch(gap) and _CLOSED.match(reading.after(second, 30))
    return bool(is_bracket) and not second.noun


def _claim(first: Figure, second: Figure) -> Claim | None:
    judge = _judge(first, second)
    agrees = judge(Figure.stated).agrees
    if not agrees and not _is_slip(second.known / first.known):
        return None
    right = written(first.known, second)
    return claim(
        FindingKind.UNIT, judge, Certainty.SAID, second, (first,), f"{first.text} = {right}; văn bản ghi {second.text}",
        f"{first.text} đúng là {second.text}." if agrees else f"{first.text} đổi ra là {right}, văn bản ghi "
        f"{second.text}: xem lại đơn vị và dấu phẩy của hai số.",
        f"{first.text} is {second.text} as stated." if agrees else f"{first.text} is {right}; the text says "
        f"{second.text}: check the units and separators.",
        computed=right, readings=() if agrees else (right, written(second.known, first)),
    )  # fmt: skip


def _is_slip(ratio: Fraction) -> bool:
    return any(abs(ratio * times - 1) <= _NEAR for slip in _SLIPS for times in (Fraction(slip), Fraction(1, slip)))


def _judge(first: Figure, second: Figure) -> Judge:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return judge_equal(stated(second), Computed.of(stated(first)), FindingKind.UNIT, "")

    return judge
