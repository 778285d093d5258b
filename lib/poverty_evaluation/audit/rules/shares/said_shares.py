"""Mẫu số do câu nói: a share as it is said, and the whole that its sentence names beside the part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.rules.kinds import sort_of
from poverty_evaluation.audit.rules.shares.bases import (
    PAST_WORDS,
    PLAN_WORDS,
    PercentBase,
    Role,
    is_changed_by,
    is_target,
)

COUNTABLE = (Measure.COUNT, Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME, Measure.OTHER)
OF_WHOLE = re.compile(
    r"(?<!\w)(?:trên|trong|của|so với|/|trong số|trên số)(?!\w)(?:\s+(?:tổng|toàn bộ))?(?:\s+(?:số|cộng))?\s*"
    r"(?:là\s*)?$|(?<!\w)(?:trên|trong|của|so với)\s+(?:tổng|toàn bộ)(?:\s+[^\W\d_]+){1,3}\s*(?:là\s*)?$|/\s*$"
    r"|(?<!\w)(?:trên|trong|so với)\s+(?:mức\s+)?(?:dự toán|kế hoạch|chỉ tiêu|số|lượng)"
    r"(?:\s+[^\W\d_]+){0,4}\s*(?:là\s*)?$"
)
_BASE_LEAD = re.compile(r"(?<!\w)(?:so với|so|trên|trong|của|tổng|tổng số|toàn bộ|/)(?!\w)|/")
_OTHER_VERBS = re.compile(
    r"(?<!\w)(?:đạt|tăng|giảm|chiếm|vượt|thực hiện|hoàn thành|trong đó|gồm|riêng|còn|tương đương|tương ứng)(?!\w)"
)
_AMONG = re.compile(r"(?<!\w)trong (?:đó|số (?:này|đó|ấy))(?!\w)")
_AMONG_THEM = re.compile(r"(?<!\w)trong số (?:này|đó|ấy)(?!\w)")
_IN_WHOLE = re.compile(r"(?:^|[\s,])(?:trong|trên|qua|với)(?:\s+tổng)?(?:\s+số)?\s*$")
#: What grades a thing and counts none: "19 sản phẩm 4 sao".
_GRADES = frozenset({"sao", "tuổi", "chỗ", "bậc", "cấp", "hạng", "độ", "lần"})
_FARTHEST = 10


@dataclass(frozen=True, slots=True)
class SaidShare:
    """A per cent, the figure that it is said of, and the whole where the sentence names it.

    is_fixed: whether the words leave no other whole ("1.126/1.408 hộ", "trên tổng số 16.920 hộ").
    """

    base: PercentBase
    part: Figure
    whole: Figure | None = None
    is_fixed: bool = False

    @property
    def percent(self) -> Figure:
        return self.base.percent

    @property
    def role(self) -> Role:
        return self.base.role


def comparable(part: Figure, whole: Figure) -> bool:
    """Whether one may be a part of the other: one measure, one thing counted or one sort."""
    if part.index == whole.index or not part.same_measure(whole) or part.per != whole.per:
        return False
    if part.measure is not Measure.COUNT or not part.unit or not whole.unit or part.unit == whole.unit:
        return True
    return bool(sort_of(part)) and sort_of(part) == sort_of(whole)


def may_be_part(figure: Figure) -> bool:
    """Whether a figure counts or measures something that can be a part; "lớp 10 công lập" and "4 sao" do not."""
    if figure.unit in _GRADES or figure.noun[:2] == ("công", "lập"):
        return False
    return figure.is_readable and figure.measure in COUNTABLE and not figure.is_range


def is_said_whole(reading: Reading, figure: Figure) -> bool:
    """Whether the words make a figure the whole of the one in front: "42.716 cử tri trong tổng số 43.205 cử tri"."""
    front = reading.figures[figure.index - 1] if figure.index else figure
    if front.sentence != figure.sentence or not comparable(front, figure):
        return False
    between = reading.source.plain[front.end : figure.start]
    return len(between) < 60 and OF_WHOLE.search(between) is not None


def with_whole(reading: Reading, base: PercentBase, part: Figure, percent: Figure) -> SaidShare:
    if part.fraction is not None and base.role is not Role.INDEX:
        return SaidShare(base, part, reading.figures[part.fraction], True)
    behind = _whole_behind(reading, base, part)
    if behind is not None:
        return SaidShare(base, part, behind, True)
    for index in range(part.index + 1, percent.index):
        whole = reading.figures[index]
        between = reading.source.plain[reading.figures[index - 1].end : whole.start]
        if comparable(part, whole) and whole.is_readable and OF_WHOLE.search(between):
            return SaidShare(base, part, whole, True)
    if base.role is Role.PART:
        return SaidShare(base, part, whole_in_front(reading, part))
    return SaidShare(base, part)


def _whole_behind(reading: Reading, base: PercentBase, part: Figure) -> Figure | None:
    """p% so với kế hoạch W; p% của W chỉ tiêu; p% kế hoạch năm (W); p% trên tổng số W."""
    index = base.percent.index + 1
    if index >= len(reading.figures):
        return None
    whole = reading.figures[index]
    tail = reading.source.plain[base.percent.end : whole.start] if whole.sentence == base.percent.sentence else ";"
    if len(tail) > 90 or re.search(r"[;.]|\)", tail) or not whole.is_readable or is_changed_by(whole):
        return None
    if whole.is_denominator or whole.fraction is not None or not fits(part, whole):
        return None
    inner = tail.rpartition("(")[2]
    if "," in tail.replace(", so với", " so với") or _OTHER_VERBS.search(
        inner.replace("thực hiện", "") if "kỳ" in inner else inner
    ):
        return None
    if _BASE_LEAD.search(tail) or PLAN_WORDS.search(tail) or PAST_WORDS.search(tail):
        return whole
    is_named = base.words and tail.rstrip(" (").endswith(base.words) and whole.known >= part.known
    return whole if is_named else None


def fits(part: Figure, whole: Figure) -> bool:
    if comparable(part, whole):
        return True
    return part.measure is whole.measure is Measure.COUNT and is_target(whole) and part.per == whole.per


def whole_in_front(reading: Reading, part: Figure) -> Figure | None:
    """Trong W hộ nghèo, a hộ (p%); W người; trong đó a người, đạt p%."""
    plain = reading.source.plain
    sentence = reading.sentences[part.sentence]
    for index in range(part.index - 1, max(-1, part.index - 1 - _FARTHEST), -1):
        whole = reading.figures[index]
        if whole.sentence != part.sentence:
            return None
        if (
            whole.fraction is not None
            or not whole.is_readable
            or not comparable(part, whole)
            or whole.known < part.known
        ):
            continue
        before = plain[max(sentence.start, whole.start - 24) : whole.start]
        if _AMONG_THEM.search(plain, part.end, min(part.end + 40, sentence.end)):
            return whole
        if _IN_WHOLE.search(before) and (";" not in plain[whole.end : part.start] or "tổng số" in before):
            return whole
        among = plain[whole.end : part.start]
        if _AMONG.search(among) and not any(
            comparable(part, other) and other.known >= part.known
            for other in reading.figures[whole.index + 1 : part.index]
            if other.is_readable
        ):
            return whole
    return None
