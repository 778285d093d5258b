"""Mức và mức thay đổi: what part each figure of a sentence plays: a level, where a change starts or ends, the "
"change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.changes.change_words import (
    AGAINST_OTHERS,
    AGAINST_PLAN,
    ARROW,
    AWAY,
    BARE_MORE,
    BESIDE,
    BETWEEN,
    BEYOND,
    BREAKDOWN,
    CARRIED,
    CHANGE,
    COMPARED,
    COUNTED,
    EMPTY,
    END,
    HEDGES,
    INDEX,
    INDEX_BEHIND,
    MORE,
    MORE_THAN,
    MOVED,
    PLAN,
    PLANNED,
    REFERENCE,
    RESTATED,
    START,
    SUMMED_UP,
    THAN,
    WORD,
    YEARLY,
    YEARLY_BEHIND,
)
from poverty_evaluation.audit.rules.times import Side, Time, Times, end_of_noun

#: More figures in a sentence than this are a table run together; what lies behind them is not related.
MOST_FIGURES = 60


class Role(StrEnum):
    """The part of a figure in a sentence that speaks of change."""

    LEVEL = "level"
    START = "start"  # từ …
    END = "end"  # lên, xuống, còn …
    CHANGE = "change"  # tăng, giảm, nhiều hơn …
    INDEX = "index"  # bằng … % cùng kỳ
    TIMES = "times"  # gấp … lần
    OTHER = "other"  # no level: a plan, a norm, a share of a plan, a time span


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its part. sign: 1 for a rise, -1 for a fall, 0 where the words do not say; compared: said behind
    "so với", "cùng kỳ"; yearly: for one year of several; subject: the words around it that say what it is of;
    reference: the time a change is said to be against; restated: begins with "như vậy", "mức tăng" and so sums up."""

    figure: Figure
    role: Role
    time: Time | None
    gap: str
    sign: int = 0
    compared: bool = False
    yearly: bool = False
    subject: frozenset[str] = frozenset()
    reference: Time | None = None
    bracketed: bool = False
    elsewhere: bool = False  # against another place or an average: no time before
    restated: bool = False
    carried: bool = False  # the verb stands in front of an earlier figure: "giảm 12 vụ, 03 người chết"
    breakdown: bool = False
    loose: bool = False  # a change only because there is nothing else that it may be

    @property
    def is_level(self) -> bool:
        return self.role in (Role.LEVEL, Role.START, Role.END)


def told_in(reading: Reading, times: Times, sentence: Sentence) -> list[Told]:
    """The figures of a sentence with their parts, in its order."""
    figures = reading.figures_of(sentence)[:MOST_FIGURES]
    plain = reading.source.plain
    found: list[Told] = []
    at = sentence.start
    for place, figure in enumerate(figures):
        behind = figures[place + 1].start if place + 1 < len(figures) else sentence.end
        gap = with_times(plain, times, max(at, figure.start - 160), figure.start)
        if found and found[-1].bracketed and gap.lstrip().startswith(")"):  # "cao hơn cùng kỳ (46,5%) là 6,5 điểm"
            gap = found[-1].gap.rpartition("(")[0] + gap.lstrip()[1:]
        found.append(_told(plain, times, figure, gap, behind, sentence, found[-1] if found else None))
        at = figure.end
    for place in range(1, len(found)):
        if found[place].role is found[place - 1].role is Role.LEVEL and ARROW.fullmatch(found[place].gap):
            found[place - 1] = replace(found[place - 1], role=Role.START)
            found[place] = replace(found[place], role=Role.END)
    for place in range(1, len(found) - 1):
        found[place] = _moved_by(found[:place], found[place], found[place + 1])
    for place in range(1, len(found)):
        found[place] = _carried(plain, found[: place - 1], found[place - 1], found[place])
        found[place] = _behind_change(found[place - 1], found[place])
        found[place] = _beside(plain, found[place - 1], found[place])
    for place in range(len(found) - 1):  # "53,5/52ha": the second is the plan, or last year's
        if plain[found[place].figure.end : found[place + 1].figure.start].strip() == "/":
            found[place + 1] = replace(found[place + 1], role=Role.OTHER)
            if place and found[place - 1].role is Role.CHANGE and found[place].gap.strip().endswith("("):
                found[place] = replace(found[place], role=Role.OTHER)  # "tăng 93 vụ (206/113 vụ)": now and then
    return [_with_unit_of_next(found, place) for place in range(len(found))]


def _carried(plain: str, earlier: list[Told], last: Told, one: Told) -> Told:
    """A count behind a changed count with nothing but a comma between: changed like that."""
    is_alike = last.role is Role.CHANGE and one.role is Role.LEVEL and not last.yearly and last.sign != 0
    if not is_alike or one.figure.measure in (Measure.PERCENT, Measure.DURATION) or not one.figure.unit:
        return one
    if last.figure.measure is Measure.PERCENT or not any(
        level.is_level and level.figure.same_measure(one.figure) and level.figure.unit == one.figure.unit
        for level in earlier
    ):
        return one
    if CARRIED.match(plain[end_of_noun(plain, last.figure) : one.figure.start]) is None:
        return one
    return replace(
        one, role=Role.CHANGE, sign=last.sign, carried=True, compared=False, reference=last.reference,
        restated=last.restated, breakdown=last.breakdown,
    )  # fmt: skip


def _moved_by(earlier: list[Told], one: Told, following: Told) -> Told:
    """As in "đạt 26,25 điểm, nhích lên 1,5 điểm so với mức 25 điểm": far too little to be the level that is reached."""
    way = MOVED.search(one.gap[-40:])
    if one.role is not Role.END or way is None or not following.is_level or not following.compared:
        return one
    alike = [level.figure for level in earlier if level.is_level and level.figure.same_measure(one.figure)]
    levels = [alike[-1], following.figure] if alike and following.figure.same_measure(one.figure) else []
    if not levels or 2 * one.figure.known > min(level.known for level in levels):
        return one
    return replace(one, role=Role.CHANGE, sign=1 if way["way"] == "lên" else -1)


def _behind_change(last: Told, one: Told) -> Told:
    """A bare level in brackets behind a change: "so cùng kỳ: tăng 8 vụ (40 vụ)" is what it is against."""
    is_change = last.role is Role.CHANGE and last.reference is not None and one.role is Role.LEVEL
    if not is_change or one.gap.strip() != "(" or not one.figure.same_measure(last.figure):
        return one
    return replace(one, compared=True) if one.figure.known > 2 * abs(last.figure.known) else one


def _beside(plain: str, last: Told, one: Told) -> Told:
    """A per cent beside a change in amounts: "tăng 4,4 tỷ đồng, tương ứng 12,7%", "giảm 150 em (9,4%)"."""
    is_alike = last.role is Role.CHANGE and one.role in (Role.LEVEL, Role.OTHER) and not last.yearly and last.sign != 0
    if not is_alike or one.figure.measure not in (Measure.PERCENT, Measure.POINTS) or one.figure.value is None:
        return one
    joint = plain[end_of_noun(plain, last.figure) : one.figure.start]
    if last.figure.measure in (Measure.PERCENT, Measure.POINTS) or not re.search(r"[(]|tương|tức|hay|bằng|ứng", joint):
        return one
    if BESIDE.fullmatch(joint) is None or PLANNED.match(plain, one.figure.end):
        return one
    return replace(one, role=Role.CHANGE, sign=last.sign, carried=True, compared=False, reference=last.reference)


def with_times(plain: str, times: Times, start: int, end: int) -> str:
    """A stretch of the text with each time in it as ‹t›."""
    parts, at = [], start
    for time in times.between(start, end):
        if time.end <= end and time.side is not Side.PLAN:
            parts += [plain[at : time.start], "‹t›"]
            at = time.end
    return "".join([*parts, plain[at:end]])


def _told(
    plain: str, times: Times, figure: Figure, gap: str, behind: int, sentence: Sentence, last: Told | None
) -> Told:
    time = times.of(figure)
    tail = plain[figure.end : min(behind, figure.end + 60)]
    is_moving = last is not None and last.role in (Role.START, Role.END) and not PLAN.search(gap)
    role, sign = _role(plain, times, figure, gap, behind, is_moving)
    is_change = role in (Role.CHANGE, Role.TIMES, Role.INDEX)
    clause = _CLAUSES.split(gap)[-1]
    return Told(
        figure,
        role,
        time,
        gap,
        sign,
        compared=not is_change and _is_compared(time, gap),
        yearly=bool(is_change and (YEARLY.search(clause[-60:]) or YEARLY_BEHIND.match(tail) or figure.per == "năm")),
        subject=_subject(gap, plain, figure, behind),
        reference=_reference(plain, times, figure, behind, sentence, role) if is_change else None,
        bracketed=_is_in_brackets(plain[max(sentence.start, figure.start - 200) : figure.start]),
        elsewhere=AGAINST_OTHERS.match(tail) is not None,
        restated=bool(is_change and RESTATED.search(clause)),
        breakdown=bool(is_change and BREAKDOWN.search(clause)),
    )


def _role(plain: str, times: Times, figure: Figure, gap: str, behind: int, is_moving: bool) -> tuple[Role, int]:
    is_planned = not is_moving and (times.of(figure) or _NO_TIME).side is Side.PLAN and not START.search(gap)
    if figure.value is None or figure.is_range or figure.is_denominator or is_planned:
        return Role.OTHER, 0
    if figure.measure is Measure.OTHER and figure.unit == "lần":
        return (Role.TIMES, 1) if re.search(r"(?<!\w)(?:gấp|tăng|bằng)(?!\w)[^,;.]{0,20}$", gap) else (Role.OTHER, 0)
    if AGAINST_PLAN.match(plain, figure.end, behind):
        return Role.OTHER, 0
    to = END.search(gap)
    moved = _moved(plain, times, figure, gap, to)
    if moved is not None:
        return Role.CHANGE, moved
    index = _index(plain, times, figure, gap, behind)
    if index is not None:
        return index, 0
    if START.search(gap) and figure.measure is not Measure.POINTS:
        return Role.START, 0
    if figure.measure is Measure.POINTS or PLANNED.match(plain, figure.end) or PLAN.search(gap[-30:]):
        return Role.OTHER, 0
    if to is not None:
        return Role.END, {"lên": 1, "xuống": -1}.get(to["way"], 0)
    return Role.LEVEL, 0


def _moved(plain: str, times: Times, figure: Figure, gap: str, to: re.Match[str] | None) -> int | None:
    """The sign of a figure that is a change, None where it is none."""
    change = CHANGE.search(gap) or MORE_THAN.search(gap)
    is_nearest = change is not None and (to is None or to.start() < change.start())
    if change is not None and is_nearest and not _is_level_after(plain, times, figure, change):
        return 1 if change["up"] else -1 if change["down"] else 0
    bare = BARE_MORE.search(gap)
    if bare is not None:
        return 1 if bare["up"] or bare["rise"] else -1
    summed = SUMMED_UP.search(gap)
    if summed is not None:
        return 1 if summed["way"] == "lên" else -1
    if BETWEEN.search(gap):
        return 0
    if RESTATED.search(gap) and COUNTED.search(gap) and AWAY.match(plain, figure.end):
        return -1
    if figure.measure is Measure.POINTS and BEYOND.search(gap):
        return 1
    more = MORE.search(gap) if to is None else None
    if more is not None and (RESTATED.search(gap) or not WORD.search(re.split(r"[,;:(]", gap[: more.start()])[-1])):
        return 1
    return None


_AGAINST = re.compile(rf"\s*(?:so với|so)(?:\s+(?:mức|con số|số|{HEDGES})){{0,2}}\s*")


def _index(plain: str, times: Times, figure: Figure, gap: str, behind: int) -> Role | None:
    """Whether a per cent is a level in per cent of another ("bằng 118% cùng kỳ"), or of a plan and so no level."""
    if figure.measure is not Measure.PERCENT or not INDEX.search(gap):
        return None
    said = times.between(figure.end, min(behind, figure.end + 60))
    if said and INDEX_BEHIND.match(plain[figure.end : said[0].start]):
        return Role.OTHER if said[0].side is Side.PLAN else Role.INDEX
    return Role.INDEX if _AGAINST.fullmatch(plain, figure.end, behind) else None


_NO_TIME = Time(0, 0, Side.NOW, "")
_OF_TIME = re.compile(r"\s*(?:của|trong|ở|vào|hồi)?\s*$")


def _is_level_after(plain: str, times: Times, figure: Figure, change: re.Match[str]) -> bool:
    """Whether a comparative is followed by what it compares with: "thấp hơn mức 21,8% của 5 năm trước"."""
    between = change["between"].split()
    if between and between[-1] == "mức" and not re.search(r"tăng|giảm", change[0]):
        return True
    if change[0].rstrip().endswith("(") and re.match(r"\s*\)\s*(?:là|:)?\s*\d", plain[figure.end : figure.end + 20]):
        return True  # "cao hơn cùng kỳ (46,5%) là 6,5 điểm"
    if "hơn" not in change[0]:
        return False
    said = times.between(figure.end, figure.end + 40)
    return bool(said) and _OF_TIME.match(plain[end_of_noun(plain, figure) : said[0].start]) is not None


def _is_compared(time: Time | None, gap: str) -> bool:
    if COMPARED.search(gap):
        return True
    return time is not None and (time.compared or (time.side is Side.PAST and time.at is None))


def _is_in_brackets(before: str) -> bool:
    return before.rfind("(") > before.rfind(")")


def _reference(plain: str, times: Times, figure: Figure, behind: int, sentence: Sentence, role: Role) -> Time | None:
    """The time a change is against: "giảm 12 vụ so với năm 2016", "so với năm 2016 giảm 12 vụ"."""
    if role is Role.INDEX:
        return next(iter(times.between(figure.end, behind)), None)
    end = min(sentence.end, figure.end + 90)
    for time in times.between(figure.end, end):
        lead = plain[figure.end : time.start]
        if time.side is not Side.PLAN and REFERENCE.match(lead) and not re.search(r"\d", lead):
            return time
    said = times.between(max(sentence.start, figure.start - 90), figure.start)
    if (
        said
        and THAN.search(plain, max(0, said[-1].start - 12), said[-1].start)
        and not WORD.search(plain, said[-1].end, figure.start)
    ):
        return said[-1]
    said = [time for time in said if time.compared]
    if said and not re.search(r"[;.]", plain[said[-1].end : figure.start]):
        return said[-1]
    return None


_CLAUSES = re.compile(r"[;.]")
_MARK = re.compile(r"[,;:.()]")
_NO_SUBJECT = re.compile(r"(?<!\w)(?:so với|so|và|làm|giảm|tăng|đến|của)(?!\w)")


def _subject(gap: str, plain: str, figure: Figure, behind: int) -> frozenset[str]:
    clause = _MARK.split(gap)[-1]
    after = _MARK.split(plain[figure.number_end : min(behind, figure.number_end + 60)], maxsplit=1)[0]
    after = _NO_SUBJECT.split(after, maxsplit=1)[0]
    words = [*WORD.findall(clause)[-6:], *WORD.findall(after)[:6]]
    return frozenset(word for word in words if word not in EMPTY)


def _with_unit_of_next(told: list[Told], place: int) -> Told:
    """As in "từ 3 lên 8 xã", "từ 5,2 xuống 4,1%": where a change starts, in the unit of where it ends."""
    one = told[place]
    if one.role is not Role.START or place + 1 == len(told):
        return one
    following = told[place + 1]
    figure, like = one.figure, following.figure
    if figure.unit or figure.measure is not Measure.COUNT or following.role is Role.CHANGE or figure.factor != 1:
        return one
    if like.measure is Measure.COUNT and like.factor == 1:
        return replace(one, figure=replace(figure, unit=like.unit, noun=like.noun))
    return replace(one, figure=in_unit_of(figure, like))


def in_unit_of(figure: Figure, like: Figure) -> Figure:
    """A bare number read in the unit and scale of another figure."""
    half = Fraction(0)
    if figure.decimals or like.factor not in (1, 1000):
        half = like.factor * Fraction(1, 2 * 10**figure.decimals)
    return replace(
        figure, measure=like.measure, unit=like.unit, value=figure.known * like.factor, factor=like.factor,
        half_step=half, per=like.per,
    )  # fmt: skip
