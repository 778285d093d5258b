"""Một việc nêu hai lần: the same fact told at two places of a text holds when the figures agree, else one is wrong."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.facts.claims import agree, fact_claim
from poverty_evaluation.audit.rules.facts.subjects import (
    Sameness,
    Subject,
    Subjects,
    is_comparable,
    is_echo,
    same_fact,
    same_place_conflict,
    shared_names,
)
from poverty_evaluation.vocabulary.choices import Qualifier

#: How many figures that share a word are remembered: the first and the latest ones.
_FIRST, _LATEST = 6, 8
_WORDS_OF_FIGURE, _MOST_CANDIDATES = 24, 12
#: How much must speak for one fact.
_LIKELY, _SURE = 5, 7
_FAR = 3
_TELLING_COUNT = 10

_Key = tuple[Measure, str, str]


def facts_told_twice(reading: Reading) -> Iterator[Claim]:
    """A claim for every figure and the latest one before it that is surely of the same fact."""
    subjects = reading.once(Subjects)
    index: dict[_Key, list[Subject]] = {}
    for figure in reading.figures:
        if not is_comparable(reading, figure):
            continue
        subject = subjects.of(figure)
        keys = [(figure.measure, figure.unit, word) for word in dict.fromkeys(subject.ordered[:_WORDS_OF_FIGURE])]
        yield from _held_against(reading, subject, _candidates(index, keys))
        for key in keys:
            known = index.setdefault(key, [])
            if len(known) >= _FIRST + _LATEST:
                del known[_FIRST]
            known.append(subject)


def _candidates(index: dict[_Key, list[Subject]], keys: list[_Key]) -> list[Subject]:
    """The remembered figures that share words with one, those that share most first."""
    hits: dict[int, int] = {}
    known: dict[int, Subject] = {}
    for key in keys:
        for subject in index.get(key, ()):
            place = subject.figure.index
            hits[place] = hits.get(place, 0) + 1
            known[place] = subject
    ranked = heapq.nlargest(_MOST_CANDIDATES, ((count, place) for place, count in hits.items()))
    return [known[place] for _, place in ranked]


def _held_against(reading: Reading, subject: Subject, candidates: list[Subject]) -> Iterator[Claim]:
    """What the figure says with the best of the earlier ones: one that agrees settles it."""
    found: list[tuple[Claim, int]] = []
    for earlier in candidates:
        if _is_of_counted(reading, earlier.figure) is not _is_of_counted(reading, subject.figure):
            continue
        sameness = same_fact(earlier, subject)
        if sameness is Sameness.DIFFERENT:
            if _is_told_again(earlier, subject) or _is_beside_same(reading, earlier, subject):
                found.append((fact_claim(earlier.figure, subject.figure, Certainty.IMPLIED), int(Certainty.IMPLIED)))
            continue
        if agree(earlier.figure, subject.figure):
            is_one_voice = earlier.setting.organisation == subject.setting.organisation
            if is_one_voice and _is_worth_telling(subject.figure):
                yield fact_claim(earlier.figure, subject.figure, Certainty.SAID)
            return
        certainty = _certainty(earlier, subject, sameness)
        if certainty is None and _is_beside_same(reading, earlier, subject):
            certainty = Certainty.IMPLIED
        if certainty is not None:
            found.append((fact_claim(earlier.figure, subject.figure, certainty), int(certainty)))
    if found:
        yield max(found, key=lambda one: one[1])[0]


_OF_ITS_OWN = re.compile(r"[,;:(.]|(?<!\w)(?:tỷ lệ|tỉ lệ|chiếm|đạt|bằng|tăng|giảm)(?!\w)")


def _is_of_counted(reading: Reading, figure: Figure) -> bool:
    """Whether a per cent is that of the few counted in front of it: "có 3 trường tốt nghiệp 100%"."""
    before = reading.figures[figure.index - 1] if figure.index else None
    if figure.measure is not Measure.PERCENT or before is None or before.sentence != figure.sentence:
        return False
    is_counted = before.measure is Measure.COUNT and bool(before.unit)
    return is_counted and _OF_ITS_OWN.search(reading.between(before, figure)) is None


def _is_worth_telling(figure: Figure) -> bool:
    return figure.measure is not Measure.COUNT or figure.known >= 10


def _certainty(first: Subject, second: Subject, sameness: Sameness) -> Certainty | None:
    """How surely unequal figures are of one fact; None where two facts are as well possible."""
    one, other = first.figure, second.figure
    names = shared_names(first, second)
    is_summary = first.setting.is_summary != second.setting.is_summary
    if one.block == other.block and not names and not _is_one_day(first, second):
        return None
    if not _is_near(one, other):
        return None
    if one.qualifier is not Qualifier.EXACT or other.qualifier is not Qualifier.EXACT:
        return Certainty.IMPLIED if names or is_summary else None
    told = _told(first, second, bool(names), is_summary)
    if told < _LIKELY:
        return None
    is_sure = sameness is Sameness.SURE or bool(names)
    return Certainty.SAID if told >= _SURE and is_sure else Certainty.IMPLIED


def _is_told_again(first: Subject, second: Subject) -> bool:
    """Whether a whole of three digits or more is told again with its digits in another order."""
    if not first.wholes & second.wholes:
        return False
    digits = _digits(first.figure)
    return len(digits) > 2 and digits == _digits(second.figure) and is_echo(first, second)


def _is_beside_same(reading: Reading, first: Subject, second: Subject) -> bool:
    """Whether both stand behind one and the same figure ("36 lớp với 1.458 học sinh", "36 lớp, 1.485 học sinh"), with
    their digits in another order."""
    one, other = first.figure, second.figure
    if not (one.index and other.index) or one.sentence == other.sentence or len(_digits(one)) < 3:
        return False
    if _digits(one) != _digits(other):
        return False
    before, behind = reading.figures[one.index - 1], reading.figures[other.index - 1]
    is_beside = before.sentence == one.sentence and behind.sentence == other.sentence
    is_same = before.unit == behind.unit and before.value == behind.value and (before.value or 0) >= _TELLING_COUNT
    is_one = first.modifiers == second.modifiers and first.setting.times == second.setting.times
    return is_beside and is_same and is_one and not same_place_conflict(first, second)


def _is_one_day(first: Subject, second: Subject) -> bool:
    """Whether two sentences of one paragraph name the same day and hold the same digits in another order."""
    days = first.setting.times & second.setting.times
    is_own = first.setting.has_own_time and second.setting.has_own_time
    return is_own and any(key.count("-") == 2 for key in days) and _digits(first.figure) == _digits(second.figure)


def _told(first: Subject, second: Subject, has_names: bool, is_summary: bool) -> int:
    """How much speaks for one fact: words in common, one time, one name, a summary, digits in another order."""
    head = set(first.figure.unit.split())
    common = (first.words & second.words) - head
    elsewhere = ((first.words ^ second.words) & first.context & second.context) - head
    times = first.setting.times & second.setting.times
    return (
        len(common)
        + min(len(elsewhere), 3)
        + (2 if times else 0)
        + (2 if has_names else 0)
        + (2 if is_summary else 0)
        + (1 if first.is_total and second.is_total else 0)
        + (2 if _digits(first.figure) == _digits(second.figure) else 0)
    )


def _is_near(first: Figure, second: Figure) -> bool:
    """Whether two values may be one mistyped: within a factor of three, a shift of the point, or the same digits."""
    low, high = sorted((abs(first.known), abs(second.known)))
    if low == 0:
        return False
    ratio = Fraction(high, 1) / low
    if ratio <= _FAR or ratio in (10, 100, 1000, 10**6):
        return True
    return _digits(first) == _digits(second)


def _digits(figure: Figure) -> str:
    return _sorted_digits(figure.text[: figure.number_end - figure.start])


@lru_cache(maxsize=4096)
def _sorted_digits(number: str) -> str:
    return "".join(sorted(char for char in number if char.isdecimal()))
