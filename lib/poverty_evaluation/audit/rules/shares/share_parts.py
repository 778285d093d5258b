"""Phần của tổng: the count or amount that a per cent is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.shares.bases import (
    HEDGED,
    PAST_WORDS,
    PLAN_WORDS,
    PercentBase,
    Role,
    base_of,
    is_changed_by,
    is_past,
    is_planned,
    lead_of,
    percents,
    tail_of,
)
from poverty_evaluation.audit.rules.shares.named_rates import rate_of_pair
from poverty_evaluation.audit.rules.shares.said_shares import (
    COUNTABLE,
    OF_WHOLE,
    SaidShare,
    comparable,
    fits,
    is_said_whole,
    may_be_part,
    whole_in_front,
    with_whole,
)

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
        "con số",
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
_ANAPHORA = re.compile(
    r"\s*\"?\s*(?:(?:tỷ lệ|tỉ lệ|con số)(?= \d)|so với|con số (?:này|đó|trên)|"
    r"(?:lượng|số|khoản|diện tích|phần)(?: [^\W\d_]+){0,2} (?:này|đó|ấy|trên|nói trên)|số (?:này|đó|trên|tiền này|tiền "
    r"trên)|tỷ lệ này|như vậy|kết quả "
    r"(?:này|đó|trên)|mức này|đây|đạt|bằng|chiếm|tương đương|tương ứng|hoàn thành|tức)(?!\w)"
)
#: "2.758.926 triệu đồng/98.081 hộ vay/2.592 tổ": the first of such a chain is what a per cent behind is of.
_CHAINED = re.compile(r"/\s?$")
#: "đạt từ 15 tiêu chí trở lên" sets a bound.
_THRESHOLD = re.compile(r"\s*(?:trở lên|trở xuống)(?!\w)")
_IS_PERCENT = (Measure.PERCENT,)
_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_SPELT_OUT = re.compile(r"[^.;\d]{0,40}[,:]\s*(?:cụ thể|với|là|đạt|tính ra|tức)(?:\s+(?:là|có|đạt))?\s*")
_NAMED_RATE = re.compile(r"[,(]\s*(?:(?:đạt|chiếm|với|bằng)\s+)?(?:tỷ|tỉ) lệ(?:\s+[^\W\d_]+){1,5}\s*$")
_CLOSE = Fraction(4, 5)
_ROUGHLY = Fraction(1, 2)
_ABOUT = Fraction(2, 5)
_FARTHEST = 10


def shares_of(reading: Reading) -> list[SaidShare]:
    """The per cents of a text that are said of a count or amount, in their order."""
    return [share for percent in percents(reading) for share in [_share(reading, percent)] if share is not None]


def _share(reading: Reading, percent: Figure) -> SaidShare | None:
    base = base_of(reading, percent)
    if base.role in (Role.CHANGE, Role.OTHER):
        return None
    if percent.is_range:
        return None
    run = _run_of(reading, percent, _IS_PERCENT)
    if len(run) > 1:
        return _respectively(reading, base, run)
    if base.role is Role.LEVEL or base.verb == "con số":
        rate = rate_of_pair(reading, base)
        if rate is not None:
            return rate
    front = _rate_of_fraction(reading, base) if base.role is Role.LEVEL else _in_front(reading, base)
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
    if nearest.sentence != run[0].sentence or not may_be_part(nearest):
        return None
    parts = _run_of(reading, nearest, COUNTABLE)
    if len(parts) != len(run) or any(is_changed_by(part) for part in parts):
        return None
    return SaidShare(base, parts[base.percent.index - run[0].index])


def _in_front(reading: Reading, base: PercentBase) -> SaidShare | None:
    """a X, chiếm p%; a/W X (p%); a X trong tổng số W, đạt p%."""
    percent = base.percent
    is_tied = base.verb in _TIES or base.role in (Role.ABOVE, Role.BELOW)
    if base.has_subject or (base.verb and not is_tied):
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
    return with_whole(reading, base, part, percent)


def _rate_of_fraction(reading: Reading, base: PercentBase) -> SaidShare | None:
    """1.380 ca trên 1.500 ca mắc, tỷ lệ khỏi bệnh 96%: of the part and whole beside it, if near them."""
    if not _NAMED_RATE.search(lead_of(reading, base.percent)):
        return None
    found = _in_front(reading, replace(base, role=Role.PART, verb="tỷ lệ", has_subject=False))
    if found is None or found.whole is None or not found.whole.known:
        return None
    return found if _are_close(found.part, found.whole, base.percent, _CLOSE) else None


def _is_close(reading: Reading, base: PercentBase, part: Figure, limit: Fraction) -> bool:
    return part.fraction is not None and _are_close(part, reading.figures[part.fraction], base.percent, limit)


def _are_close(part: Figure, whole: Figure, percent: Figure, limit: Fraction) -> bool:
    """Whether a rate is about that of two figures, so that it is surely said of them."""
    if not whole.is_readable or not whole.known or not percent.known:
        return False
    return limit <= part.known / whole.known / percent.known <= 1 / limit


def _is_apposition(reading: Reading, base: PercentBase) -> bool:
    """Whether a per cent without a verb stands in brackets or between commas, and is no subject itself."""
    lead = lead_of(reading, base.percent)
    front = HEDGED.sub("", lead).rstrip()
    if front.endswith("("):
        return True
    if not front.endswith((",", "-", ":", "=")):
        return False
    tail = tail_of(reading, base.percent).lstrip(" ")
    if not tail or tail[0] in ".,;)\n|" or tail.startswith(("tổng", "so với")):
        return True
    ends = tail.startswith(base.words) and tail[len(base.words) :].lstrip()[:1] in (".", ",", ";", ")", "")
    return front != lead.rstrip() and bool(base.words) and ends


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
        if figure.fraction is not None or not may_be_part(figure):
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
        if _THRESHOLD.match(plain, figure.end):
            continue
        if in_closed or _is_base_only(reading, base, figure) or is_said_whole(reading, figure):
            continue
        if is_changed_by(figure):
            if nearest and base.role in (Role.PART, Role.INDEX):
                return
            continue
        nearest = False
        yield figure


def _is_base_only(reading: Reading, base: PercentBase, figure: Figure) -> bool:
    return (is_planned(figure, reading) and base.verb != "chiếm") or (
        base.role is Role.INDEX and is_past(figure, reading)
    )


def _in_sentence_before(reading: Reading, base: PercentBase) -> SaidShare | None:
    """… đạt 42,36 tỷ đồng. So với dự toán (81,2 tỷ đồng) mới bằng 58,3%."""
    percent = base.percent
    sentence = reading.sentences[percent.sentence]
    if sentence.index == 0 or not _ANAPHORA.match(reading.source.plain, sentence.start, percent.end):
        return None
    before = reading.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    wholes = _own_wholes(reading, sentence, percent)
    for figure in reversed(reading.figures_of(before)):
        if (
            figure.fraction is not None
            or not may_be_part(figure)
            or is_changed_by(figure)
            or is_planned(figure, reading)
        ):
            continue
        fitting = [one for one in wholes if fits(figure, one)]
        if fitting:
            return SaidShare(base, figure, fitting[0], True)
        if not wholes:
            said = whole_in_front(reading, figure)
            is_close = said is not None and _are_close(figure, said, percent, _ABOUT)
            return SaidShare(base, figure, said, True) if is_close else SaidShare(base, figure)
    return None


def _own_wholes(reading: Reading, sentence: Sentence, percent: Figure) -> list[Figure]:
    return [
        one
        for one in reading.figures_of(sentence)
        if one.index != percent.index
        and one.is_readable
        and one.measure in COUNTABLE
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
    if part.sentence != percent.sentence or not may_be_part(part) or is_changed_by(part) or len(tail) > 85:
        return None
    is_spelt_out = _SPELT_OUT.fullmatch(tail) is not None and _is_close(reading, base, part, _CLOSE)
    if not (_IN_BRACKET.match(tail) or _TIED_BEHIND.search(tail) or is_spelt_out):
        return None
    if base.role is Role.LEVEL:
        base = replace(base, role=Role.PART)
    inner = tail.rpartition("(")[2]
    if base.role in (Role.PLAN, Role.INDEX) and part.fraction is None:
        return None
    if (
        OF_WHOLE.search(inner)
        or re.search(r"(?<!\w)tổng(?!\w)", inner)
        or PLAN_WORDS.search(inner)
        or PAST_WORDS.search(inner)
    ):
        return None
    if part.fraction is not None:
        is_its_own = _is_close(reading, base, part, _ROUGHLY)
        return SaidShare(base, part, reading.figures[part.fraction], True) if is_its_own else None
    if index + 1 < len(reading.figures):
        whole = reading.figures[index + 1]
        between = reading.source.plain[part.end : whole.start]
        if (
            whole.sentence == percent.sentence
            and comparable(part, whole)
            and len(between) < 60
            and OF_WHOLE.search(between)
        ):
            return SaidShare(base, part, whole, True)
    return SaidShare(base, part, whole_in_front(reading, part))
