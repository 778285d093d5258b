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
from poverty_evaluation.audit.rules.facts.telling_words import WORD
from poverty_evaluation.vocabulary.choices import Qualifier

#: Words in common that make a head and its text tell one fact.
_ALIKE = 4
_REMEMBERED, _FIRST = 10, 4
#: How far apart two sentences of few digits may lie.
_NEAR = 3
#: States in which a figure is not the same as one told plainly.
_APART = frozenset({"plan", "previous", "corrected", "average", "mean", "more", "change", "opening", "cumulative"})
#: The text itself mends the one by the other.
_MENDED = re.compile(
    r"(?<!\w)(?:không phải|đính chính|cải chính|nhầm|ghi sai|sai sót|cáo lỗi|xin lỗi|con số đúng|số đúng|đúng ra"
    r"|thực ra|điều chỉnh|sửa (?:lại|thành))(?!\w)"
)
#: "cả 14 hành khách", "toàn bộ số tiền 286 triệu đồng": of what was told before.
_DEFINITE = re.compile(r"(?<!\w)(?:cả|đủ|toàn bộ|tất cả|hết|trọn|những|số tiền|số|với)\s+$")
_Key = tuple[Measure, str, str]


def transposed_facts(reading: Reading) -> Iterator[Claim]:
    """A claim for every figure that repeats an earlier one but for the order of its digits, or that names again what
    was counted before and counts it otherwise."""
    subjects = reading.once(Subjects)
    seen: dict[_Key, list[Figure]] = {}
    for figure in reading.figures:
        digits = digits_of(figure)
        if len(digits) < 2 or figure.qualifier is not Qualifier.EXACT or not is_comparable(reading, figure):
            continue
        known = seen.setdefault((figure.measure, figure.unit, figure.per), [])
        earlier = [one for one in known if one.known == figure.known]
        if not earlier:
            found = next((one for one in reversed(known) if _is_same(subjects, one, figure)), None)
            if found is not None:
                yield fact_claim(found, figure, Certainty.IMPLIED)
        known.append(figure)
        if len(known) > _REMEMBERED:
            del known[_FIRST]


def digits_of(figure: Figure) -> str:
    """The digits of a figure as printed."""
    return "".join(char for char in figure.text[: figure.number_end - figure.start] if char.isdecimal())


def _is_same(subjects: Subjects, earlier: Figure, later: Figure) -> bool:
    if earlier.sentence == later.sentence or earlier.decimals != later.decimals or earlier.factor != later.factor:
        return False
    digits, others = digits_of(earlier), digits_of(later)
    is_turned = sorted(digits) == sorted(others)
    is_near = later.sentence - earlier.sentence <= _NEAR
    if not is_turned and not (is_near and len(digits) == len(others)):
        return False
    one, other = subjects.of(earlier), subjects.of(later)
    if _conflict(one, other) or _is_mended(subjects.reading, earlier, later):
        return False
    common = (one.words & other.words) - set(WORD.findall(later.unit))
    is_alike = later.measure is not Measure.COUNT or one.modifiers[:1] == other.modifiers[:1]
    definite = _DEFINITE.search(subjects.reading.source.plain, max(0, later.start - 24), later.start) is not None
    if not is_turned:
        return _is_named_again(earlier, later, one, other, len(common), definite)
    if len(digits) > 3:
        return is_alike or bool(common)
    if len(digits) > 2:
        return bool(common) or (is_alike and (bool(one.modifiers) or (definite and is_near)))
    return is_near and is_alike and len(common) > 1


def _is_named_again(earlier: Figure, later: Figure, one: Subject, other: Subject, common: int, definite: bool) -> bool:
    """Whether what is counted is named as what was told before: "cả 14 hành khách nhập viện"."""
    unlike = sum(a != b for a, b in zip(digits_of(earlier), digits_of(later), strict=True))
    if unlike != 1:
        return False
    if definite and later.measure is Measure.COUNT and len(other.modifiers) > 1:
        return set(other.modifiers) <= one.words and common > 1
    told = other.words - set(WORD.findall(later.unit))
    is_of_head = earlier.block != later.block and common > _ALIKE
    return common > 2 and (definite or told <= one.words or is_of_head)


def _is_mended(reading: Reading, earlier: Figure, later: Figure) -> bool:
    start, end = reading.sentences[earlier.sentence].start, reading.sentences[later.sentence].end
    return end - start < 1200 and _MENDED.search(reading.source.plain, start, end) is not None


def _conflict(one: Subject, other: Subject) -> bool:
    """Whether the two are said of other times, places, organisations or states."""
    if (one.states | other.states) & _APART or same_place_conflict(one, other):
        return True
    times = one.setting.times, other.setting.times
    is_of_other = all(times) and not times[0] & times[1]
    if is_of_other and {len(key) for key in times[0]} & {len(key) for key in times[1]}:
        return True
    if one.item_of is not None and one.item_of == other.item_of:
        return True
    if one.bracket_of != other.bracket_of:
        return True
    is_one_place = bool(one.setting.places & other.setting.places)
    return bool(one.levels and other.levels and not one.levels & other.levels) and not is_one_place
