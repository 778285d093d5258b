"""Con số đảo chữ số: one fact told again with its digits in another order ("412,6 km²", "421,6 km²").

Two unlike facts seldom hold the same digits in another order with the same unit, so that less need be said alike than
for other figures: what is counted and some of its words, no other time, place, organisation or state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.facts.claims import fact_claim
from poverty_evaluation.audit.rules.facts.subjects import Subject, Subjects, is_comparable, same_place_conflict
from poverty_evaluation.vocabulary.choices import Qualifier

_REMEMBERED = 3
#: How far apart two sentences of few digits may lie.
_NEAR = 3
#: States in which a figure is not the same as one told plainly.
_APART = frozenset({"plan", "previous", "corrected", "average", "mean", "more", "change", "opening", "cumulative"})
#: The text itself mends the one by the other.
_MENDED = re.compile(
    r"(?<!\w)(?:không phải|đính chính|cải chính|nhầm|ghi sai|sai sót|cáo lỗi|xin lỗi|con số đúng|số đúng|đúng ra"
    r"|thực ra|điều chỉnh|sửa (?:lại|thành))(?!\w)"
)
_Key = tuple[Measure, str, str, str]


def transposed_facts(reading: Reading) -> Iterator[Claim]:
    """A claim for every figure that repeats an earlier one but for the order of its digits."""
    subjects = reading.once(Subjects)
    seen: dict[_Key, list[Figure]] = {}
    for figure in reading.figures:
        digits = digits_of(figure)
        if len(digits) < 2 or figure.qualifier is not Qualifier.EXACT or not is_comparable(reading, figure):
            continue
        known = seen.setdefault((figure.measure, figure.unit, figure.per, "".join(sorted(digits))), [])
        if any(digits_of(one) == digits for one in known):
            continue
        for earlier in reversed(known):
            if _is_same(subjects, earlier, figure, len(digits)):
                yield fact_claim(earlier, figure, Certainty.IMPLIED)
                break
        if len(known) < _REMEMBERED:
            known.append(figure)


def digits_of(figure: Figure) -> str:
    """The digits of a figure as printed."""
    return "".join(char for char in figure.text[: figure.number_end - figure.start] if char.isdecimal())


def _is_same(subjects: Subjects, earlier: Figure, later: Figure, digits: int) -> bool:
    if earlier.sentence == later.sentence or earlier.decimals != later.decimals or earlier.factor != later.factor:
        return False
    one, other = subjects.of(earlier), subjects.of(later)
    if _conflict(one, other) or _is_mended(subjects.reading, earlier, later):
        return False
    head = set(later.unit.split())
    common = (one.words & other.words) - head
    if digits > 2:
        return bool(common) or bool(one.modifiers and one.modifiers == other.modifiers)
    is_near = later.sentence - earlier.sentence <= _NEAR
    told = other.words - head
    return is_near and one.modifiers[:1] == other.modifiers[:1] and len(common) > 1 and told <= one.context


def _is_mended(reading: Reading, earlier: Figure, later: Figure) -> bool:
    start, end = reading.sentences[earlier.sentence].start, reading.sentences[later.sentence].end
    return end - start < 1200 and _MENDED.search(reading.source.plain, start, end) is not None


def _conflict(one: Subject, other: Subject) -> bool:
    """Whether the two are said of other times, places, organisations or states."""
    if (one.states | other.states) & _APART or same_place_conflict(one, other):
        return True
    times = one.setting.times, other.setting.times
    if all(times) and not times[0] & times[1]:
        return True
    if one.item_of is not None and one.item_of == other.item_of:
        return True
    return bool(one.levels and other.levels and not one.levels & other.levels)
