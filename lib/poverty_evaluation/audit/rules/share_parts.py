"""Phần và tổng do câu nói: the count or amount that a per cent is said of, and the whole named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading, Sentence
from poverty_evaluation.audit.rules.bases import (
    PAST_WORDS,
    PLAN_WORDS,
    PercentBase,
    Role,
    base_of,
    is_changed_by,
    is_past,
    is_planned,
    is_target,
    percents,
    tail_of,
)
from poverty_evaluation.audit.rules.kinds import sort_of

_COUNTABLE = (Measure.COUNT, Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME, Measure.OTHER)
_TIES = frozenset(
    {
        "chiếm",
        "tương đương",
        "tương ứng",
        "ứng với",
        "tức",
        "tức là",
        "hay",
        "hay là",
        "đạt",
        "bằng",
        "là",
        "hoàn thành",
        "tỷ lệ",
        "tỉ lệ",
        "tỷ trọng",
        "tỉ trọng",
        "thực hiện",
        "giải ngân",
        "vượt",
        "được",
        "chỉ được",
        "mới được",
        "thực hiện được",
        "hụt",
        "thiếu",
        "thấp hơn",
        "chưa đạt",
    }
)
_IN_BRACKET = re.compile(
    r"[^.;()]{0,80}\(\s*(?:tương ứng|tương đương|tức|ứng với|là|có|với|khoảng|hay|đạt|gồm)?(?:\s+(?:với|"
    r"là))?[^()‹\d,;]{0,30}$"
)
_TIED_BEHIND = re.compile(
    r"(?:^|[\s,])(?:tương ứng|tương đương|tức|hay|ứng|=|với)(?:\s+(?:với|là|là có))?(?:\s+(?:khoảng|trên|gần))?\s*$"
)
_OF_WHOLE = re.compile(
    r"(?<!\w)(?:trên|trong|của|so với|/|trong số|trên số)(?!\w)(?:\s+(?:tổng|toàn bộ))?(?:\s+(?:số|"
    r"cộng))?\s*(?:là\s*)?$|/\s*$"
)
_BASE_LEAD = re.compile(r"(?<!\w)(?:so với|so|trên|trong|của|tổng|tổng số|toàn bộ|/)(?!\w)|/")
_OTHER_VERBS = re.compile(
    r"(?<!\w)(?:đạt|tăng|giảm|chiếm|vượt|thực hiện|hoàn thành|trong đó|gồm|riêng|còn|tương đương|tương ứng)(?!\w)"
)
_AMONG = re.compile(r"(?<!\w)trong (?:đó|số (?:này|đó|ấy))(?!\w)")
_IN_WHOLE = re.compile(r"(?:^|[\s,])(?:trong|trên|qua|với)(?:\s+tổng)?(?:\s+số)?\s*$")
_ANAPHORA = re.compile(
    r"\s*(?:so với|con số (?:này|đó|trên)|số (?:này|đó|trên|tiền này|tiền trên)|tỷ lệ này|như vậy|kết quả "
    r"(?:này|đó|trên)|mức này|đây|đạt|bằng|chiếm|tương đương|tương ứng|hoàn thành|tức)(?!\w)"
)
#: "2.758.926 triệu đồng/98.081 hộ vay/2.592 tổ": the first of such a chain is what a per cent behind is of.
_CHAINED = re.compile(r"/\s?$")
#: What grades a thing and counts none: "19 sản phẩm 4 sao".
_GRADES = frozenset({"sao", "tuổi", "chỗ", "bậc", "cấp", "hạng", "độ", "lần"})
_IS_PERCENT = (Measure.PERCENT,)
_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
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


def shares_of(reading: Reading) -> list[SaidShare]:
    """The per cents of a text that are said of a count or amount, in their order."""
    return [share for percent in percents(reading) for share in [_share(reading, percent)] if share is not None]


def comparable(part: Figure, whole: Figure) -> bool:
    """Whether one may be a part of the other: one measure, one thing counted or one sort."""
    if part.index == whole.index or not part.same_measure(whole) or part.per != whole.per:
        return False
    if part.measure is not Measure.COUNT or not part.unit or not whole.unit or part.unit == whole.unit:
        return True
    return bool(sort_of(part)) and sort_of(part) == sort_of(whole)


def _share(reading: Reading, percent: Figure) -> SaidShare | None:
    base = base_of(reading, percent)
    if base.role in (Role.CHANGE, Role.OTHER):
        return None
    if percent.is_range:
        return None
    run = _run_of(reading, percent, _IS_PERCENT)
    if len(run) > 1:
        return _respectively(reading, base, run)
    front = None if base.role is Role.LEVEL else _in_front(reading, base)
    if front is not None:
        return front
    if base.verb in _TIES and not base.has_subject and base.role in (Role.PART, Role.PLAN, Role.INDEX, Role.ABOVE):
        back = _in_sentence_before(reading, base)
        if back is not None:
            return back
    return _behind(reading, base)


def _run_of(reading: Reading, figure: Figure, measures: tuple[Measure, ...]) -> list[Figure]:
    """The figures of one measure that stand beside one another, joined by a comma or "và" only."""
    run = [figure]
    for step in (-1, 1):
        at = figure.index + step
        while 0 <= at < len(reading.figures) and len(run) < _FARTHEST:
            other = reading.figures[at]
            first, second = (other, run[0]) if step < 0 else (run[-1], other)
            if other.measure not in measures or other.sentence != figure.sentence:
                break
            if not _JOINED.fullmatch(reading.source.plain, first.end, second.start):
                break
            run = [other, *run] if step < 0 else [*run, other]
            at += step
    return run


def _respectively(reading: Reading, base: PercentBase, run: list[Figure]) -> SaidShare | None:
    """37 và 54 xe vi phạm (9,0% và 20,1%): each per cent is of the figure in the same place."""
    if run[0].index == 0:
        return None
    nearest = reading.figures[run[0].index - 1]
    if nearest.sentence != run[0].sentence or not _may_be_part(nearest):
        return None
    parts = _run_of(reading, nearest, _COUNTABLE)
    if len(parts) != len(run) or any(is_changed_by(part) for part in parts):
        return None
    return SaidShare(base, parts[base.percent.index - run[0].index])


def _in_front(reading: Reading, base: PercentBase) -> SaidShare | None:
    """a X, chiếm p%; a/W X (p%); a X trong tổng số W, đạt p%."""
    percent = base.percent
    if base.has_subject or (base.verb and base.verb not in _TIES):
        return None
    if not base.verb and not _is_apposition(reading, base):
        return None
    found = list(_candidates_in_front(reading, base))
    if not found:
        return None
    part = found[0]
    if base.verb and base.words:
        named = [one for one in found if one.unit and re.search(rf"(?<!\w){re.escape(one.unit)}(?!\w)", base.words)]
        part = named[0] if named and part.unit not in base.words else part
    return _with_whole(reading, base, part, percent)


def _is_apposition(reading: Reading, base: PercentBase) -> bool:
    """Whether a per cent without a verb stands in brackets or between commas, and is no subject itself."""
    start = reading.source.plain[max(0, base.percent.start - 4) : base.percent.start].rstrip()
    behind = reading.source.plain[base.percent.end : base.percent.end + 12].lstrip(" ")
    if start.endswith("("):
        return True
    return start.endswith((",", "-", ":", "=")) and (
        not behind or behind[0] in ".,;)\n|" or behind.startswith(("tổng", "so với"))
    )


def _candidates_in_front(reading: Reading, base: PercentBase) -> Iterator[Figure]:
    """The figures in front of a per cent that it may be said of, the nearest first."""
    percent, plain = base.percent, reading.source.plain
    nearest = True
    for index in range(percent.index - 1, max(-1, percent.index - 1 - _FARTHEST), -1):
        figure = reading.figures[index]
        if figure.sentence != percent.sentence:
            return
        between = plain[figure.end : percent.start]
        if ";" in between:
            return
        if not base.verb and not nearest:
            return
        if figure.is_denominator and figure.fraction is not None:
            nearest = False
            yield reading.figures[figure.fraction]
            continue
        if figure.fraction is not None or not _may_be_part(figure):
            if figure.measure is Measure.PERCENT and not base.verb:
                return
            continue
        in_closed = between.count(")") > between.count("(")
        if (
            index
            and figure.sentence == reading.figures[index - 1].sentence
            and _CHAINED.search(plain, reading.figures[index - 1].end, figure.start)
        ):
            continue
        if in_closed or _is_base_only(reading, base, figure) or _is_said_whole(reading, figure):
            continue
        if is_changed_by(figure):
            if nearest and base.role in (Role.PART, Role.INDEX):
                return
            continue
        nearest = False
        yield figure


def _may_be_part(figure: Figure) -> bool:
    return figure.is_readable and figure.measure in _COUNTABLE and not figure.is_range and figure.unit not in _GRADES


def _is_base_only(reading: Reading, base: PercentBase, figure: Figure) -> bool:
    return is_planned(figure, reading) or (base.role is Role.INDEX and is_past(figure, reading))


def _is_said_whole(reading: Reading, figure: Figure) -> bool:
    """Whether the words make a figure the whole of the one in front: "42.716 cử tri trong tổng số 43.205 cử tri"."""
    front = reading.figures[figure.index - 1] if figure.index else figure
    if front.sentence != figure.sentence or not comparable(front, figure):
        return False
    between = reading.source.plain[front.end : figure.start]
    return len(between) < 60 and _OF_WHOLE.search(between) is not None


def _with_whole(reading: Reading, base: PercentBase, part: Figure, percent: Figure) -> SaidShare:
    if part.fraction is not None and base.role is not Role.INDEX:
        return SaidShare(base, part, reading.figures[part.fraction], True)
    behind = _whole_behind(reading, base, part)
    if behind is not None:
        return SaidShare(base, part, behind, True)
    for index in range(part.index + 1, percent.index):
        whole = reading.figures[index]
        between = reading.source.plain[reading.figures[index - 1].end : whole.start]
        if comparable(part, whole) and whole.is_readable and _OF_WHOLE.search(between):
            return SaidShare(base, part, whole, True)
    if base.role is Role.PART:
        return SaidShare(base, part, _whole_in_front(reading, base, part))
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
    if whole.is_denominator or whole.fraction is not None or not _fits(part, whole, base):
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


def _fits(part: Figure, whole: Figure, base: PercentBase) -> bool:
    if comparable(part, whole):
        return True
    return part.measure is whole.measure is Measure.COUNT and is_target(whole) and part.per == whole.per


def _whole_in_front(reading: Reading, base: PercentBase, part: Figure) -> Figure | None:
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
        if _IN_WHOLE.search(before) and ";" not in plain[whole.end : part.start]:
            return whole
        among = plain[whole.end : part.start]
        if _AMONG.search(among) and not any(
            comparable(part, other) and other.known >= part.known
            for other in reading.figures[whole.index + 1 : part.index]
            if other.is_readable
        ):
            return whole
    return None


def _in_sentence_before(reading: Reading, base: PercentBase) -> SaidShare | None:
    """… đạt 42,36 tỷ đồng. So với dự toán (81,2 tỷ đồng) mới bằng 58,3%."""
    percent = base.percent
    sentence = reading.sentences[percent.sentence]
    if sentence.index == 0 or not _ANAPHORA.match(reading.source.plain, sentence.start, percent.start):
        return None
    before = reading.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    wholes = _own_wholes(reading, sentence, percent)
    for figure in reversed(reading.figures_of(before)):
        if (
            figure.fraction is not None
            or not _may_be_part(figure)
            or is_changed_by(figure)
            or is_planned(figure, reading)
        ):
            continue
        fitting = [one for one in wholes if _fits(figure, one, base)]
        if fitting:
            return SaidShare(base, figure, fitting[0], True)
        if not wholes:
            return SaidShare(base, figure)
    return None


def _own_wholes(reading: Reading, sentence: Sentence, percent: Figure) -> list[Figure]:
    return [
        one
        for one in reading.figures_of(sentence)
        if one.index != percent.index
        and one.is_readable
        and one.measure in _COUNTABLE
        and abs(one.index - percent.index) <= 2
    ]


def _behind(reading: Reading, base: PercentBase) -> SaidShare | None:
    """p% số hộ (a hộ trên tổng số W hộ); p% (a/W); p%, tương ứng a hộ."""
    percent = base.percent
    index = percent.index + 1
    if index >= len(reading.figures) or base.role in (Role.ABOVE, Role.BELOW):
        return None
    part = reading.figures[index]
    tail = tail_of(reading, percent)
    if part.sentence != percent.sentence or not _may_be_part(part) or is_changed_by(part) or len(tail) > 85:
        return None
    if not (_IN_BRACKET.match(tail) or _TIED_BEHIND.search(tail)):
        return None
    if base.role is Role.LEVEL:
        base = replace(base, role=Role.PART)
    inner = tail.rpartition("(")[2]
    if base.role in (Role.PLAN, Role.INDEX) and part.fraction is None:
        return None
    if (
        _OF_WHOLE.search(inner)
        or re.search(r"(?<!\w)tổng(?!\w)", inner)
        or PLAN_WORDS.search(inner)
        or PAST_WORDS.search(inner)
    ):
        return None
    if part.fraction is not None:
        return SaidShare(base, part, reading.figures[part.fraction], True)
    if index + 1 < len(reading.figures):
        whole = reading.figures[index + 1]
        between = reading.source.plain[part.end : whole.start]
        if (
            whole.sentence == percent.sentence
            and comparable(part, whole)
            and len(between) < 60
            and _OF_WHOLE.search(between)
        ):
            return SaidShare(base, part, whole, True)
    return SaidShare(base, part, _whole_in_front(reading, base, part))
