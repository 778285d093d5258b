"""Mẫu số suy ra: two shares of one whole that no total can give, where the total itself is not printed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.audit.rules.shares.bases import PAST_WORDS, Role
from poverty_evaluation.audit.rules.shares.said_shares import SaidShare, comparable
from poverty_evaluation.audit.rules.shares.share_parts import shares_of
from poverty_evaluation.audit.rules.shares.share_wholes import wholes_of
from poverty_evaluation.relations import Share, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

#: Between two shares of one whole nothing says another time, place or base.
_APART = re.compile(
    r"(?<!\w)(?:riêng|trong đó|trong số|trong khi|so với|năm|tháng|quý|đầu|cuối|giảm|tăng|xuống|lên|từ|đến|"
    r"trước|sau|huyện|xã|tỉnh|"
    r"thành phố|thị xã|phường|thôn|bản|khu vực|vùng|khối|lớp|nhóm này|còn lại)(?!\w)"
)
_LONGEST = 160
_COMMON = 8  # shares of one sentence that are compared


@dataclass(frozen=True, slots=True)
class _Range:
    share: SaidShare
    low: Fraction
    high: Fraction


def implied_wholes(reading: Reading) -> Iterator[Claim]:
    """Shares beside one another, of a whole that is not printed, which no whole can give."""
    lonely = [share for share in reading.once(shares_of) if share.role is Role.PART and share.whole is None]
    by_sentence: dict[int, list[_Range]] = {}
    for share in lonely:
        allowed = _allowed(share)
        if allowed is not None and all(whole.tier == 3 for whole in wholes_of(reading, share)):
            by_sentence.setdefault(share.percent.sentence, []).append(allowed)
    for found in by_sentence.values():
        yield from _disagreeing(reading, found[:_COMMON])


def _disagreeing(reading: Reading, found: list[_Range]) -> Iterator[Claim]:
    for first, second in pairwise(found):
        if not _of_one_whole(reading, first.share, second.share):
            continue
        if first.low <= second.high and second.low <= first.high:
            continue
        yield _claim(first, second)


def _of_one_whole(reading: Reading, first: SaidShare, second: SaidShare) -> bool:
    """Whether the words make two shares those of one whole: the same base named, or the second one for both."""
    if not comparable(first.part, second.part) or first.base.verb != second.base.verb:
        return False
    between = reading.source.plain[first.percent.end : second.part.start]
    if len(between) > _LONGEST or _APART.search(between) or PAST_WORDS.search(between):
        return False
    is_named = second.part.unit in second.base.words and second.base.verb in ("chiếm", "")
    return is_named and first.base.words in ("", second.base.words)


def _allowed(share: SaidShare) -> _Range | None:
    """The totals of which the printed part is the printed share."""
    part, percent = share.part, share.percent
    if part.measure is not Measure.COUNT or part.half_step or percent.qualifier is not Qualifier.EXACT:
        return None
    if part.qualifier is not Qualifier.EXACT or percent.known <= 2 * percent.half_step:
        return None
    step = 2 * percent.half_step  # cut off or rounded
    return _Range(share, part.known / (percent.known + step), part.known / (percent.known - step))


def _claim(first: _Range, second: _Range) -> Claim:
    one, other = first.share, second.share
    factor = other.part.known / one.part.known

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        rate = stated(one.percent)
        implied = Stated("implied", stated(one.part).value / rate.value, (first.high - first.low) / 2, as_printed="?")
        return Share(stated(other.part), implied, stated(other.percent)).check()

    expected = f"{write_number(one.percent.known * factor * 100, max(other.percent.decimals, 1))}%"
    ranges = [f"{_whole(math.ceil(item.low))}-{_whole(math.floor(item.high))}" for item in (first, second)]
    return claim(
        FindingKind.SHARE, judge, Certainty.IMPLIED, other.percent, (one.part, one.percent, other.part),
        f"{one.part.text} = {one.percent.text} → tổng {ranges[0]}; {other.part.text} = {other.percent.text} → "
        f"tổng {ranges[1]}",
        f"Hai tỷ lệ của cùng một tổng số cần hai tổng khác nhau ({ranges[0]} và {ranges[1]}): xem lại từng tỷ lệ.",
        f"Two shares of one total need two totals ({ranges[0]} and {ranges[1]}): check each of them.",
        expected, (expected,),
    )  # fmt: skip


def _whole(number: int) -> str:
    return write_number(Fraction(number), 0)
