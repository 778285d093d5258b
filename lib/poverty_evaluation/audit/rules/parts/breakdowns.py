"""Tổng và các phần trong một câu: a whole, the words that announce its parts, and the parts, within one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship
from poverty_evaluation.audit.rules.parts.cues import CUE, is_cue, numbers_named
from poverty_evaluation.audit.rules.parts.lists import (
    MOST_FIGURES,
    Outline,
    Segment,
    is_amount,
    is_compared,
)
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength, breakdown, chosen, part_in

_MOST_CUES = 24
_LONGEST = 4000
_MOST_CONTINUED = 10
_LONGEST_ITEM = 150
#: A sentence with one of these says something of its own.
_LAST_YEAR = re.compile(r"(?:năm|tháng|quý) (?:ngoái|trước)(?! (?:là|chỉ|đạt|có)?$)")
_VERB = re.compile(r"(?<!\w)(?:đã|được|đạt|tăng|giảm|như vậy|trong đó|tổng|cộng|so với|đến nay|ngoài ra)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Announced:
    """Words that announce parts: text[start:end], their brackets and how far the parts may reach."""

    start: int
    end: int
    strength: Strength
    depth: int
    reach: int
    is_word: bool = True


def within_sentence(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """The wholes and parts of a sentence, by the words, brackets, colons or dashes between them."""
    if len(sentence.figures) < 3 or len(sentence.figures) > 8 * MOST_FIGURES:
        return
    announced = list(_announced(outline, sentence))[:_MOST_CUES]
    for place, one in enumerate(announced):
        yield from _broken_down(outline, sentence, one, announced[place + 1 :], announced[:place])


def _announced(outline: Outline, sentence: Sentence) -> Iterator[_Announced]:
    plain = outline.plain
    found: list[_Announced] = []
    for match in CUE.finditer(plain, sentence.start, sentence.end):
        if not is_cue(plain, match, sentence.start):
            continue
        found.append(_at(outline, sentence, match.start(), match.end(), _strength(match), True))
        if len(found) > _MOST_CUES:
            break
    words = [(one.start - 2, one.end + 1) for one in found]
    for figure in outline.reading.figures_of(sentence)[:-1]:
        mark = _MARK.match(plain, figure.end, sentence.end)
        if mark is not None and not any(start <= mark.end() <= end for start, end in words):
            found.append(_at(outline, sentence, mark.end() - 1, mark.end(), Strength.IMPLIED, False))
    yield from sorted(found, key=lambda one: one.start)


_MARK = re.compile(
    r"[^\n,;:()\[\].\d]{0,60}?(?:\([^()\n]{0,80}\)\s?)?(?P<mark>[:=]|\s-\s(?![\d(]))|[^\n;:()\[\].\d]{0,60}?(?P<bracket>[(\[])"
)


def _strength(match: re.Match[str]) -> Strength:
    if match["said"]:
        return Strength.SAID
    return Strength.AMONG if match["among"] else Strength.IMPLIED


def _at(outline: Outline, sentence: Sentence, start: int, end: int, strength: Strength, is_word: bool) -> _Announced:
    around = outline.around(sentence, end)
    reach = min(around[-1][1] if around else sentence.end, start + _LONGEST)
    return _Announced(start, end, strength, len(around), reach, is_word)


def _broken_down(
    outline: Outline, sentence: Sentence, one: _Announced, later: Sequence[_Announced], earlier: Sequence[_Announced]
) -> Iterator[Breakdown]:
    wholes = _wholes(outline, sentence, one)
    if not wholes:
        return
    reach, nested = _reach(outline, one, later, earlier)
    segments = outline.segments(sentence, one.end, reach, one.depth)
    kept = [replace_figures(segment, nested) for segment in segments]
    context = outline.plain[max(sentence.start, one.start - 120) : reach]
    nearest = {whole.measure: whole for whole, _ in sorted(wholes, key=lambda pair: pair[0].start)}
    for whole, is_sole in wholes:
        strength = Strength.SAID if _names_number(outline, sentence, whole, kept, one) else one.strength
        found = breakdown(outline, whole, kept, one.depth, strength, context)
        if found is not None and (found.kinship is Kinship.SURE or whole is nearest.get(whole.measure)):
            others = tuple(
                tuple(figure for figure, _ in chosen(outline, whole, other, one.depth))
                for other in _others(segments, kept)
            )
            others = (*found.others, *(other for other in others if len(other) > 1))
            if one.is_word and not one.depth and found.kinship is Kinship.SURE:
                others = (*others, *_continued(outline, sentence, whole, found.parts))
            yield replace(found, others=others, is_sole=is_sole)


def _continued(
    outline: Outline, sentence: Sentence, whole: Figure, parts: tuple[Figure, ...]
) -> Iterator[tuple[Figure, ...]]:
    """The parts with those of the sentences behind that go on with the list: "Quỹ A: 17 tỷ đồng. Quỹ B: 653 triệu"."""
    own = outline.sentences(sentence.block)
    place = sentence.index - own[0].index
    for later in own[place + 1 : place + 1 + _MOST_CONTINUED]:
        if later.end - later.start > _LONGEST_ITEM or not later.figures:
            return
        part = part_in(whole, outline.placed(later), 0)
        if part is None or part.start - later.start > _LONGEST_ITEM // 2:
            return
        if _VERB.search(outline.plain, later.start, part.start):
            return
        parts = (*parts, part)
        yield parts


def _wholes(outline: Outline, sentence: Sentence, one: _Announced) -> list[tuple[Figure, bool]]:
    """For each measure and noun the figure nearest in front of the cue, and whether it is the only one."""
    around = {start for start, _ in outline.around(sentence, one.end)}
    found: dict[tuple[Measure, str], Figure] = {}
    several: set[tuple[Measure, str]] = set()
    for placed in outline.placed(sentence):
        figure = placed.figure
        if figure.end > one.end or figure.start >= one.start:
            break
        if placed.bracket >= 0 and placed.bracket not in around:
            continue
        if not is_amount(figure) or figure.is_denominator:
            continue
        if is_compared(figure) and (found or not _LAST_YEAR.match(figure.label)):
            continue
        key = (figure.measure, figure.unit if figure.measure in (Measure.COUNT, Measure.OTHER) else "")
        if key in found:
            several.add(key)
        found[key] = figure
    last = max((figure.end for figure in found.values()), default=0)
    if not one.is_word:  # brackets and colons belong to the figure they follow
        found = {key: figure for key, figure in found.items() if figure.end == last}
    return [(figure, key not in several) for key, figure in found.items()][:6]


def _reach(
    outline: Outline, one: _Announced, later: Sequence[_Announced], earlier: Sequence[_Announced]
) -> tuple[int, list[tuple[int, int]]]:
    """How far the parts reach, and the stretches within that belong to parts of parts."""
    plain, reach = outline.plain, one.reach
    outer = next((other for other in reversed(earlier) if other.depth == one.depth and other.reach >= one.end), None)
    if outer is not None:
        semicolon = plain.find(";", one.end, reach)
        reach = semicolon if semicolon >= 0 else reach
    nested = []
    for other in later:
        if other.start >= reach or other.depth != one.depth or not other.is_word:
            continue
        semicolon = plain.find(";", other.end, reach)
        nested.append((other.end, semicolon if semicolon >= 0 else reach))
    return reach, nested


def replace_figures(segment: Segment, hidden: Sequence[tuple[int, int]]) -> Segment:
    """The member without the figures of parts of parts."""
    kept = tuple(one for one in segment.figures if not any(start <= one.figure.start < end for start, end in hidden))
    return replace(segment, figures=kept)


def _others(segments: Sequence[Segment], kept: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    if list(segments) != list(kept):
        yield segments


def _names_number(
    outline: Outline, sentence: Sentence, whole: Figure, segments: Sequence[Segment], one: _Announced
) -> bool:
    """Whether the sentence says how many parts there are: "từ ba nguồn", "4 cụm"."""
    if one.strength is Strength.SAID:
        return False
    parts = chosen(outline, whole, segments, one.depth)
    return len(parts) > 1 and len(parts) in numbers_named(outline, sentence.start, one.end)
