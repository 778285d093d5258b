"""Hai mức của một thay đổi: the two levels between which a change is said to lie, and how surely the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty
from poverty_evaluation.audit.rules.changes.around import MOST_LEVELS, Context, Pair, comparable, fits
from poverty_evaluation.audit.rules.changes.change_words import NUMERALS
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.changes.same_thing import differ, kept

_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thị trấn|thành phố|tỉnh|thôn|bản|quận)\s+(?:[^\W\d_a-zà-ỹđ]\w*\s?){1,4}"
)
_ANAPHORA = re.compile(r"(?<!\w)(?:này|đó|ấy|cũng|con số|tương ứng|kể trên)(?!\w)")


def pair_of(context: Context, sentence: Sentence, change: Told) -> Pair | None:
    """The two levels of a change, from the surest construction to the least."""
    told = context.told(sentence)
    here = [one for one in told if fits(one, change)]
    at = change.figure.start
    left = [one for one in here if one.figure.start < at]
    right = [one for one in here if one.figure.start > at]
    surest = _from_to(context, change, told, left, right) or _compared_behind(
        context, sentence, change, told, left, right
    )
    if surest is not None or change.elsewhere:
        return None if surest is None else kept(context, change, surest)
    for found in (
        _and_then(context, sentence, change, told, left, right),
        _compared_in_front(context, sentence, change, left),
        _two_times(context, sentence, change, left),
        _levels_behind(context, change, told, right),
        _next_sentence(context, sentence, change, left),
    ):
        if found is not None:
            return kept(context, change, found)
    return None


def other_pairs(context: Context, sentence: Sentence, change: Told) -> Iterator[Pair]:
    """Every pair of levels nearby that the change might be of, in either order."""
    here = [*context.before(sentence), *context.told(sentence), *context.behind(sentence)[:6]]
    at = change.figure.start
    levels = sorted((one for one in here if fits(one, change)), key=lambda one: abs(one.figure.start - at))[
        :MOST_LEVELS
    ]
    for first, second in combinations(levels, 2):
        if comparable(first.figure, second.figure):
            yield Pair(first, second, Certainty.GUESSED)
            yield Pair(second, first, Certainty.GUESSED)


def groups_of(context: Context, sentence: Sentence) -> dict[int, Pair]:
    """Several measures compared in one order, by their change: "47 vụ, 21 người chết; so với cùng kỳ (59 vụ, 24 người
    chết) giảm 12 vụ, 03 người chết"."""
    told = context.told(sentence)
    references = _run(told, [place for place, one in enumerate(told) if one.is_level and one.compared])
    moved = _run(told, [place for place, one in enumerate(told) if one.role is Role.CHANGE])
    count = len(references)
    if count < 2 or len(moved) != count:
        return {}
    start = min(references[0].figure.start, moved[0].figure.start)
    left = [
        one
        for one in [*context.before(sentence), *told]
        if one.is_level and not one.compared and one.figure.start < start
    ]
    units = [one.figure.unit for one in references]
    for place in range(len(left) - count, -1, -1):
        current = left[place : place + count]
        rows = list(zip(current, references, moved, strict=True))
        if all(comparable(one.figure, other.figure) and fits(one, change) for one, other, change in rows) and all(
            units
        ):
            return {change.figure.index: Pair(other, one, Certainty.SAID) for one, other, change in rows}
    return {}


def _run(told: list[Told], places: list[int]) -> list[Told]:
    """The only unbroken run of figures at these places, empty where there are several."""
    if not places or places[-1] - places[0] + 1 != len(places):
        return []
    return [told[place] for place in places]


def _from_to(context: Context, change: Told, told: list[Told], left: list[Told], right: list[Told]) -> Pair | None:
    """As in "từ A lên B, tăng d"; "tăng d, từ A lên B"."""
    for place in range(len(left) - 1, 0, -1):
        start, end = left[place - 1], left[place]
        if is_from_to(context, told, start, end):
            between = left[place + 1 :]
            if between:
                return None
            return Pair(start, end, Certainty.SAID)
        if start.role is Role.START and end.role is Role.START:
            return None
    if len(right) > 1 and is_from_to(context, told, right[0], right[1]):
        changes = [one for one in told if one.role is Role.CHANGE and change.figure.start < one.figure.start]
        joint = context.text(change, right[0])
        if (not changes or changes[0].figure.start > right[0].figure.start) and len(joint) < 60 and ";" not in joint:
            return Pair(right[0], right[1], Certainty.SAID)
    return None


def is_from_to(context: Context, told: list[Told], start: Told, end: Told) -> bool:
    """Whether two levels of a sentence are said as "từ A lên B" or "từ A năm x đến B năm y"."""
    if start.role is not Role.START or not end.is_level or not comparable(start.figure, end.figure):
        return False
    joint = context.text(start, end)
    if len(joint) > 90 or ";" in joint:
        return False
    between = [one for one in told if start.figure.start < one.figure.start < end.figure.start and one.is_level]
    if between:
        return False
    if end.role is Role.END:
        return True
    has_times = start.time is not None and end.time is not None and start.time != end.time
    return re.search(r"(?<!\w)đến(?!\w)", joint) is not None and has_times


def _compared_behind(
    context: Context, sentence: Sentence, change: Told, told: list[Told], left: list[Told], right: list[Told]
) -> Pair | None:
    """As in "B, giảm 25% so với A của năm trước", "giảm 0,51% so với năm 2016 (3,12%)"."""
    if not right or not right[0].compared:
        return None
    reference = right[0]
    between = context.text(change, reference)
    later = [one for one in told if change.figure.start < one.figure.start < reference.figure.start]
    is_told = _ANAPHORA.search(reference.gap) is not None and change.reference is not None
    if (
        len(between) > 110
        or (";" in between and not is_told)
        or any(one.is_level or _is_like(one, change) for one in later)
    ):
        return None
    current = _nearest(context, change, reference, left)
    if current is not None:
        return Pair(reference, current, Certainty.SAID)
    current = _nearest(context, change, reference, [one for one in context.before(sentence) if fits(one, change)])
    return None if current is None else Pair(reference, current, Certainty.IMPLIED)


def _is_like(one: Told, change: Told) -> bool:
    """Whether another change is of the same measure, so that what follows it is its own reference."""
    return one.role is change.role and one.figure.same_measure(change.figure) and one.figure.unit == change.figure.unit


def _compared_in_front(context: Context, sentence: Sentence, change: Told, left: list[Told]) -> Pair | None:
    """As in "57 vụ (cùng kỳ 72 vụ, giảm 17 vụ)", "so với cùng kỳ (59 vụ) giảm 12 vụ"."""
    if not left or not left[-1].compared:
        return None
    reference = _best(change, [one for one in left if one.compared])
    if ";" in context.text(reference, change):
        return None
    current = _nearest(context, change, reference, [one for one in left if one.figure.start < reference.figure.start])
    if current is not None:
        return Pair(reference, current, Certainty.SAID)
    current = _nearest(context, change, reference, [one for one in context.before(sentence) if fits(one, change)])
    if current is None:
        return None
    is_said = change.restated or bool(_ANAPHORA.search(reference.gap)) or change.reference is not None
    return Pair(reference, current, Certainty.SAID if is_said else Certainty.IMPLIED)


def _two_times(context: Context, sentence: Sentence, change: Told, left: list[Told]) -> Pair | None:
    """As in "năm x A; năm y B, giảm d": two levels of two times in front of the change."""
    before = [one for one in context.before(sentence) if fits(one, change)]
    levels = [*before, *left]
    told = context.told(sentence)
    is_next = bool(told) and told[0].figure.index == change.figure.index  # the first figure of its sentence
    if not levels or (not left and not change.restated and not is_next):
        return None
    last = _best(change, left or levels)
    others = [one for one in levels if one.figure.start < last.figure.start and comparable(one.figure, last.figure)]
    others = [one for one in others if not (one.bracketed and ";" in context.text(one, last))]
    alike = others
    others = _of_subject(others, last) if len(others) > 1 else others
    ordered = [one for one in others if context.earlier(one, last) is not None]
    if change.reference is not None and change.reference.year is not None:
        ordered = [
            one for one in ordered if (context.topic(one) or change.reference).last_year == change.reference.year
        ]
    elif change.reference is not None and _LAST_YEAR.search(change.reference.words):
        ordered = [one for one in ordered if not _is_of_same_year(context, one, last)]
    ordered = _over_years(context, change, ordered, last)
    if not ordered:
        return _in_turn(change, others, last)
    first = ordered[-1]
    is_later = context.earlier(first, last)
    if not is_later and left and change.reference is not None and change.reference.year is None and not last.compared:
        return None  # "tiếp 1.141 lượt, tăng … so với cùng kỳ": what stands in front of it is the later one
    pair = (first, last) if is_later else (last, first)
    is_said = len(others) == 1 or len(others) == len(_of_same_time(context, others, first))
    is_near = (bool(left) and first.figure.sentence == last.figure.sentence) or change.restated
    is_near = is_near or (change.reference is None and _is_item_above(context, first, last))
    is_near = is_near or bool(_ANAPHORA.search(last.gap)) or last.role is Role.END
    is_said = is_said or (change.reference is None and _is_next_year(context, first, last))
    is_passed_over = any(
        not one.subject and context.earlier(first, one) and context.earlier(one, last) for one in alike
    )
    is_of_place = _PLACE.search(context.reading.source.text[first.figure.end : last.figure.start]) is not None
    if is_of_place or is_passed_over or differ(first, last):
        return Pair(*pair, Certainty.GUESSED)
    return Pair(*pair, Certainty.SAID if is_said and is_near else Certainty.IMPLIED)


_SPAN = re.compile(rf"(?<!\w)(?:sau|trong|qua)\s+(?P<years>\d{{1,2}}|{'|'.join(NUMERALS)})\s+năm(?!\w)")


def _over_years(context: Context, change: Told, levels: list[Told], last: Told) -> list[Told]:
    """Of the levels those that lie as many years back as the change says ("sau hai năm tăng …")."""
    span = _SPAN.search(change.gap)
    if span is None or len(levels) < 2:
        return levels
    years = NUMERALS.get(span["years"]) or int(span["years"])
    end = context.topic(last)
    said = [(one, context.topic(one)) for one in levels]
    return [
        one for one, time in said if end and time and end.last_year and time.last_year
        and abs(end.last_year - time.last_year) in (years, years - 1)
    ] or levels  # fmt: skip


def _is_item_above(context: Context, first: Told, last: Told) -> bool:
    """Whether two levels stand in neighbouring items of a list that go on from year to year."""
    blocks = context.reading.source.blocks
    one, other = first.figure.block, last.figure.block
    is_item = blocks[one].kind is BlockKind.ITEM and blocks[other].kind is BlockKind.ITEM
    return is_item and abs(other - one) == 1 and _is_next_year(context, first, last)


def _is_next_year(context: Context, first: Told, last: Told) -> bool:
    one, other = context.topic(first), context.topic(last)
    years = (one.last_year if one else None, other.last_year if other else None)
    return years[0] is not None and years[1] is not None and abs(years[1] - years[0]) == 1


_LAST_YEAR = re.compile(r"(?<!\w)(?:cùng kỳ|năm (?:trước|ngoái))(?!\w)")


def _is_of_same_year(context: Context, first: Told, last: Told) -> bool:
    """Whether both levels are of one year, so that neither is that of the year before: "tháng 3/2022", "quý I/2022"."""
    one, other = context.topic(first), context.topic(last)
    return one is not None and other is not None and one.last_year is not None and one.last_year == other.last_year


_AFTER = re.compile(r"(?<!\w)sau (?:khi|đó|này|đợt|lần)(?!\w)")


def _in_turn(change: Told, others: list[Told], last: Told) -> Pair | None:
    """Two levels told one after the other, in the order that the verb says."""
    is_after = _AFTER.search(last.gap) is not None
    if len(others) != 1 or change.reference is not None or not (change.restated or is_after or last.role is Role.END):
        return None
    first = others[0]
    moved = last.figure.known - first.figure.known
    pair = (last, first) if change.sign * moved < 0 else (first, last)
    return Pair(*pair, Certainty.SAID if change.restated or is_after else Certainty.IMPLIED, is_ordered=False)


def _of_same_time(context: Context, levels: list[Told], like: Told) -> list[Told]:
    return [one for one in levels if context.topic(one) == context.topic(like)]


_AGAINST = re.compile(r"[^,;:()]{0,20}\s(?:so với|so|thay vì|trên)\s(?:con số |mức |số )?")


def _and_then(
    context: Context, sentence: Sentence, change: Told, told: list[Told], left: list[Told], right: list[Told]
) -> Pair | None:
    """As in "năm x A; sang năm y giảm d, chỉ còn B"."""
    if not right or right[0].role is not Role.END or len(context.text(change, right[0])) > 50:
        return None
    if any(change.figure.start < one.figure.start < right[0].figure.start for one in told):
        return None
    if any(mark in context.text(change, right[0]) for mark in ";:"):
        return None
    last = right[0]
    before = [one for one in context.before(sentence) if fits(one, change)]
    alike = [one for one in [*before, *left] if comparable(one.figure, last.figure)]
    ordered = [one for one in alike if context.earlier(one, last)]
    if not ordered or _PLACE.search(context.reading.source.text[ordered[-1].figure.end : last.figure.start]):
        return None
    return Pair(ordered[-1], last, Certainty.SAID if len(alike) == 1 else Certainty.IMPLIED)


def _levels_behind(context: Context, change: Told, told: list[Told], right: list[Told]) -> Pair | None:
    """As in "tăng 2,7 tiêu chí: đầu kỳ có 13,4, nay là 15,1"."""
    if len(right) < 2:
        return None
    first, second = right[:2]
    joint = context.text(change, first)
    if re.fullmatch(r"[^;(]{0,40}[:,][^;:(]{0,40}", joint) and _AGAINST.fullmatch(context.text(first, second)):
        return Pair(second, first, Certainty.SAID)
    if not re.match(r"[^;:(]{0,60}[:(]", joint) or len(joint) > 100 or not comparable(first.figure, second.figure):
        return None
    if any(one.role is Role.CHANGE and change.figure.start < one.figure.start < second.figure.start for one in told):
        return None
    said = context.earlier(first, second)
    if said is None:
        return None
    return Pair(first, second, Certainty.SAID) if said else Pair(second, first, Certainty.SAID)


def _next_sentence(context: Context, sentence: Sentence, change: Told, left: list[Told]) -> Pair | None:
    """As in "đạt B, bằng 118% cùng kỳ. Năm ngoái, cũng nơi này chỉ có A"."""
    following = [one for one in context.behind(sentence) if fits(one, change)]
    if change.reference is None or not left or not following or not following[0].compared:
        return None
    reference, current = following[0], left[-1]
    if not comparable(reference.figure, current.figure):
        return None
    is_said = bool(_ANAPHORA.search(reference.gap))
    return Pair(reference, current, Certainty.SAID if is_said else Certainty.IMPLIED)


def _nearest(context: Context, change: Told, reference: Told, levels: list[Told]) -> Told | None:
    """The level that a reference is held against: the nearest of its kind that is of no earlier time."""
    open_ones = [
        one
        for one in levels
        if comparable(one.figure, reference.figure) and not one.compared and context.earlier(one, reference) is not True
    ]
    return _best(reference if reference.subject else change, open_ones) if open_ones else None


def _best(change: Told, among: list[Told]) -> Told:
    """The nearest of the levels that share most words with what is said of the change."""
    most = max(len(one.subject & change.subject) for one in among)
    return next(one for one in reversed(among) if len(one.subject & change.subject) == most)


def _of_subject(levels: list[Told], last: Told) -> list[Told]:
    """Those that share words with a level, or all where none does."""
    sharing = [one for one in levels if one.subject & last.subject]
    return sharing or levels
