"""Tổng ở trên, các phần ở dưới: a whole whose parts are the lines of a list or stand in the sentences behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.breakdowns import replace_figures
from poverty_evaluation.audit.rules.parts.cues import CUE, MANY_ANSWERS, is_cue, is_group_noun, numbers_named
from poverty_evaluation.audit.rules.parts.fitting_wholes import nested_in, of_fitting_whole
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, Segment, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength, breakdown, chosen, closeness_of, part_in

_TOTAL_WORD = re.compile(r"(?<!\w)(?:tổng|toàn|cả|quy mô)(?!\w)")
#: Words that divide into a number of groups which the next sentences go through one by one.
_DIVIDED = re.compile(
    r"(?<!\w)(?:chia|xếp|phân|thuộc|vào|có|từ|theo|trong)(?: [^\W\d_]+){0,3} "
    r"(?:một trong )?(?P<number>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|0?\d|1\d) "
    r"(?:cụm|nhóm|loại|mức|khu vực|khối|hạng|vùng|tổ|đội|hình thức|dạng|nguồn|kênh|phân hiệu|điểm trường|chi bộ|thôn|"
    r"xã)(?!\w)"
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
#: "Các tỉnh chịu thiệt hại lớn gồm …" are not all.
_SOME = re.compile(r"(?<!\w)(?:lớn|nhiều|nặng|đông|cao|khá|chính|một số)(?!\w)")
_NEAR = 12
_LONGEST_LINE = 200
_BACK = 3
_FORWARD = 12


def of_list(outline: Outline, block: int) -> Iterator[Breakdown]:
    """The wholes of a block and the parts in the items under it."""
    items = outline.items(block) or _lines_below(outline, block) or _siblings_below(outline, block)
    sentences = outline.sentences(block)
    if len(items) < 2 or len(items) > MOST_FIGURES or not sentences:
        return
    last = sentences[-1]
    strength, at = _announcement(outline, last)
    if not last.figures and strength > Strength.AMONG:  # "Kinh phí: 680 triệu đồng. Trong đó:"
        if not _ONLY_CUE.match(outline.plain, last.start, last.end):
            return
        above = sentences[:-1] or (outline.sentences(block - 1) if block else [])
        if not above or outline.blocks[above[-1].block].kind is BlockKind.CELL:
            return
        last = above[-1]
        at = last.end
    for whole, is_sole in _wholes_of(outline, last, at):
        parts = [(item, _part_of_item(outline, whole, item)) for item in items]
        yield from _listed(outline, whole, parts, strength, is_sole)


def _lines_below(outline: Outline, block: int) -> list[int]:
    """The lines of a list that the layout does not show: short paragraphs behind "trong đó:", "1.1." behind "1."."""
    own, blocks = outline.blocks[block], outline.blocks
    introduces = own.kind is not BlockKind.CELL and outline.plain[own.start : own.end].rstrip("* _").endswith(":")
    found: list[int] = []
    for below in range(block + 1, min(len(blocks), block + 1 + MOST_FIGURES)):
        one = blocks[below]
        is_numbered = bool(own.marker) and one.marker.startswith(own.marker) and one.marker != own.marker
        is_line = introduces and one.kind is BlockKind.PARAGRAPH and one.parent == own.parent
        if not (is_numbered or is_line) or one.kind is BlockKind.CELL or one.end - one.start > _LONGEST_LINE:
            break
        if not any(sentence.figures for sentence in outline.sentences(below)):
            break
        found.append(below)
    return found


def _siblings_below(outline: Outline, block: int) -> list[int]:
    """The items beside a first item "Tổng …", which break it down."""
    own = outline.blocks[block]
    if (
        own.kind is not BlockKind.ITEM
        or own.parent is None
        or not _FIRST_TOTAL.match(outline.plain, own.start, own.end)
    ):
        return []
    siblings = outline.items(own.parent)
    return siblings[1:] if siblings[0] == block else []


_FIRST_TOTAL = re.compile(r"[*_\s]*tổng(?!\w)")
_ONLY_CUE = re.compile(rf"[\s*_]*{CUE.pattern}[\s:*_]*$")


def _announcement(outline: Outline, sentence: Sentence) -> tuple[Strength, int]:
    """How the last words of a block announce the list under it, and where they begin."""
    plain = outline.plain
    strength, at = Strength.AMONG, sentence.end
    for match in CUE.finditer(plain, sentence.start, sentence.end):
        if is_cue(plain, match, sentence.start) and not re.search(r"\d", plain[match.end() : sentence.end]):
            at = min(at, match.start())
            if match["among"]:
                return Strength.IMPLIED, at
            strength = max(strength, Strength.SAID if match["said"] else Strength.IMPLIED)
    if strength is Strength.AMONG and plain[sentence.start : sentence.end].rstrip("* _").endswith(":"):
        strength = Strength.IMPLIED
    return strength, at


def _wholes_of(outline: Outline, sentence: Sentence, at: int) -> list[tuple[Figure, bool]]:
    """Of each measure and noun the last figure in front of a place, outside of brackets, and whether it is the only."""
    found: dict[tuple[Measure, str], Figure] = {}
    several: set[tuple[Measure, str]] = set()
    for placed in outline.placed(sentence)[-MOST_FIGURES:]:
        figure = placed.figure
        if figure.start >= at:
            break
        if placed.depth or not is_amount(figure) or figure.is_denominator:
            continue
        if is_compared(figure) and not _TOTAL_WORD.search(figure.label):
            continue
        key = (figure.measure, figure.unit if figure.measure in (Measure.COUNT, Measure.OTHER) else "")
        if key in found:
            several.add(key)
            if _TOTAL_WORD.search(found[key].label) and not _TOTAL_WORD.search(figure.label):
                continue
        found[key] = figure
    return [(figure, key not in several) for key, figure in found.items()][:6]


def _part_of_item(outline: Outline, whole: Figure, item: int) -> Figure | None:
    sentences = outline.sentences(item)
    return part_in(whole, outline.placed(sentences[0]), 0) if sentences else None


def _listed(
    outline: Outline, whole: Figure, parts: Sequence[tuple[int, Figure | None]], strength: Strength, is_sole: bool
) -> Iterator[Breakdown]:
    found = [(item, part) for item, part in parts if part is not None]
    if len(found) < 2:
        return
    figures = tuple(part for _, part in found)
    if strength is Strength.AMONG:  # nothing announces them: only a sum that comes near
        if len(found) < len(parts) or not is_near(whole, figures):
            return
        strength = Strength.IMPLIED
    if len(found) < len(parts):
        strength = Strength.AMONG
    closeness = closeness_of(whole, figures)
    if closeness is Kinship.LOOSE and all(part.unit and part.unit != whole.unit for part in figures):
        return
    blocks = outline.blocks
    groups = tuple(
        " ".join(f"{outline.plain[blocks[item].start : part.start]} {' '.join(part.noun)}".split())
        for item, part in found
    )
    last = blocks[found[-1][0]].end
    context = outline.plain[whole.end : min(whole.end + 200, blocks[found[0][0]].start)]
    behind = MANY_ANSWERS.search(outline.plain, last, min(last + 120, len(outline.plain)))
    context += behind[0] if behind else ""
    yield Breakdown(whole, figures, strength, groups, (), closeness, is_sole, context)


def is_near(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts come so near to the whole that they are meant to make it."""
    return abs(sum((part.known for part in parts), Fraction(0)) - whole.known) * _NEAR <= whole.known


def of_earlier_sentence(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """Parts announced in a sentence whose whole stands in one before it: "Trong đó, …", "Cơ cấu như sau: …"."""
    if len(sentence.figures) < 2 or len(sentence.figures) > 4 * MOST_FIGURES:
        return
    announced = _opening(outline, sentence)
    if announced is None:
        return
    strength, start = announced
    segments = outline.segments(sentence, start, sentence.end, 0)
    nested = nested_in(outline, sentence, start)
    kept = [replace_figures(segment, nested) for segment in segments] if nested else segments
    numbers = numbers_named(outline, sentence.start, start)
    best: dict[tuple[Measure, str], Breakdown] = {}
    for whole, is_sole in _wholes_before(outline, sentence):
        context = outline.plain[sentence.start : sentence.end]
        found = breakdown(outline, whole, kept, 0, strength, context)
        if found is None or found.kinship is Kinship.LOOSE:
            continue
        found = of_fitting_whole(outline, found)
        if nested:
            all_parts = tuple(part for part, _ in chosen(outline, whole, segments, 0))
            found = replace(found, others=(*found.others, all_parts))
        key = (whole.measure, whole.unit if whole.measure in (Measure.COUNT, Measure.OTHER) else "")
        named = len(found.parts) in numbers
        found = replace(found, strength=Strength.SAID if named else strength, is_sole=is_sole and key not in best)
        if key not in best or _off(found) < _off(best[key]):
            best[key] = found
    yield from best.values()


def _off(found: Breakdown) -> Fraction:
    """How far the parts are off their whole."""
    return abs(sum((part.known for part in found.parts), Fraction(0)) / found.whole.known - 1)


def _opening(outline: Outline, sentence: Sentence) -> tuple[Strength, int] | None:
    """The words in front of the first figure that announce parts, or a colon behind a few words."""
    first = next((one.figure for one in outline.placed(sentence) if not _counts_groups(one.figure)), None)
    if first is None:
        return None
    plain, best = outline.plain, None
    for match in CUE.finditer(plain, sentence.start, first.start):
        if is_cue(plain, match, sentence.start):
            strength = Strength.SAID if match["said"] else Strength.AMONG if match["among"] else Strength.IMPLIED
            if _SOME.search(plain, sentence.start, match.start()):
                strength = Strength.AMONG
            best = (strength, match.end())
    if best is not None:
        return best
    colon = plain.find(":", sentence.start, first.start)
    if colon < 0:
        return None
    if not numbers_named(outline, sentence.start, colon) and not _ASPECT.match(plain, sentence.start, colon):
        return None
    return Strength.IMPLIED, colon + 1


#: "Về trình độ: …", "Theo độ tuổi: …", "Qua phân loại: …".
_ASPECT = re.compile(
    r"\s*(?:về|theo|xét(?: về| theo)?|tính theo|phân (?:theo|loại)|qua|cơ cấu|xếp loại|kết quả)(?: "
    r"[^\W\d_]+){1,8}$"
)


def _counts_groups(figure: Figure) -> bool:
    """Whether a figure only says how many parts follow: "theo 3 nhóm:"."""
    if not figure.is_readable:
        return True
    return (
        figure.measure is Measure.COUNT and figure.known <= 20 and bool(figure.noun) and is_group_noun(figure.noun[0])
    )


def _wholes_before(outline: Outline, sentence: Sentence) -> Iterator[tuple[Figure, bool]]:
    """The figures of the sentences before this one in its block that may be a whole, the nearest sentence first."""
    own = outline.sentences(sentence.block)
    place = sentence.index - own[0].index
    earlier = own[max(0, place - _BACK) : place][::-1]
    if not earlier and outline.blocks[sentence.block].kind is BlockKind.PARAGRAPH:
        before = outline.sentences(sentence.block - 1) if sentence.block else []
        earlier = before[-1:]
    for one in earlier:
        yield from _wholes_of(outline, one, one.end)


def of_later_sentences(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """A whole divided into a number of groups, each of which a later sentence counts."""
    plain = outline.plain
    for match in _DIVIDED.finditer(plain, sentence.start, sentence.end):
        number = _WORDS.get(match["number"]) or int(match["number"])
        wholes = [*_wholes_of(outline, sentence, match.end()), *_wholes_before(outline, sentence)]
        for whole, is_sole in wholes[:8]:
            if whole.number_end > match.start("number") >= whole.start:
                continue
            ways = [
                way for way in _gone_through(outline, sentence, match.end(), whole, number) if len(way) == number > 1
            ]
            if ways:
                context = plain[sentence.start : sentence.end]
                groups = tuple(figure.label for figure in ways[0])
                yield Breakdown(whole, ways[0], Strength.SAID, groups, tuple(ways[1:]), Kinship.SURE, is_sole, context)
                return


def _gone_through(
    outline: Outline, sentence: Sentence, start: int, whole: Figure, number: int
) -> Iterator[tuple[Figure, ...]]:
    """The fitting figures of the sentences behind a place, until there are enough: the first of each sentence, or of
    each member of them."""
    if any(kinship(whole, one.figure) for one in outline.placed(sentence) if one.figure.start > start):
        return
    one_each: list[Figure] = []
    members: list[Figure] = []
    sentences = outline.reading.sentences
    for later in sentences[sentence.index + 1 : sentence.index + 1 + _FORWARD]:
        if outline.blocks[later.block].kind in (BlockKind.HEADING, BlockKind.CELL) or later.block > sentence.block + 3:
            break
        own = [_same_noun(whole, segment) for segment in outline.segments(later, later.start, later.end, 0)]
        found = [part for part in own if part is not None]
        one_each += found[:1]
        members += found
    alike = [part for part in one_each if part.unit == whole.unit]
    for way in (alike, one_each, members):
        yield tuple(way[:number])


def _same_noun(whole: Figure, segment: Segment) -> Figure | None:
    part = part_in(whole, segment.figures, 0)
    if part is None or (part.measure is Measure.COUNT and (not part.unit or kinship(whole, part) is not Kinship.SURE)):
        return None
    return part
