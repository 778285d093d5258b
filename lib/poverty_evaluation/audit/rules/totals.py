"""Tổng ở sau: parts first and their whole behind them: "Cộng …", "Như vậy … tất cả …", "còn lại …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Sentence
from poverty_evaluation.audit.rules.cues import numbers_named
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites, kinship
from poverty_evaluation.audit.rules.lists import MOST_FIGURES, Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.misprints import is_one_slip
from poverty_evaluation.audit.rules.wholes import Breakdown, Strength, closeness_of, part_in

_SURE_TOTAL = (
    r"tổng cộng|cộng (?:chung|lại|dồn lại|gộp)|cộng(?= (?:hai|ba|bốn|năm|sáu|\d|các|cả))|tính chung|"
    r"gộp (?:lại|chung)|tính cả"
)
_TOTAL = re.compile(
    rf"(?<!\w)(?:(?P<sure>{_SURE_TOTAL})|(?P<thus>như vậy|như thế|vậy là|tính ra)|(?P<all>tất cả|cả (?:hai|ba|bốn|"
    rf"năm|sáu|thảy)|nâng tổng|tổng)|(?P<both>cả [^.;]{{2,60}} lẫn)|(?P<add>cộng))(?!\w)"
)
_OPENING = re.compile(
    r"[*_\s]*(?:tổng cộng|cộng|tổng|tính chung|cả (?:năm|đợt|kỳ)|(?:sáu|chín|hai|ba|\d{1,2}) (?:tháng|quý|đợt|nguồn|"
    r"năm)|như vậy)(?!\w)"
)
_REMAINING = re.compile(
    r"(?<!\w)(?:(?:số|phần)? ?(?:[^\W\d_]+ )?còn lại)(?!\w)(?: [^\W\d_]+){0,6}?(?:\s*(?:là|:|có|gồm|được|"
    r"khoảng))?\s*\(?\s*$"
)
#: "17 em còn lại"
_REMAINING_BEHIND = re.compile(r"(?: [^\W\d_]+){0,3}? còn lại(?!\w)")
_FLOW = re.compile(
    r"(?<!\w)(?:đầu (?:kỳ|năm|tháng|quý|nhiệm kỳ)|cuối (?:kỳ|năm|tháng|quý)|kỳ trước|năm trước|tồn|chuyển sang|"
    r"phát sinh|tái nghèo|nhận mới|tiếp nhận mới|nhập mới|bổ sung|(?<!gia )tăng|giảm|xuống|lên(?= \d)|so với)(?!\w)"
)
_BEHIND = re.compile(r"[,;.:()\d\n]| trên ")
_MOST_BACK = 6
_MOST_SKIPPED = 4


def of_list_above(outline: Outline, block: int) -> Iterator[Breakdown]:
    """A line "Cộng: …" behind the lines it adds up."""
    own = outline.blocks[block]
    if own.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return
    for place, sentence in enumerate(outline.sentences(block)[:_MOST_BACK]):
        opening = _OPENING.match(outline.plain, sentence.start, sentence.end)
        if opening is None or not sentence.figures or (place and own.kind is not BlockKind.ITEM):
            continue
        items = _items_above(outline, block)
        if place:  # a line that the reading joined to the last item
            items = [*items, block]
        if len(items) > 1:
            yield from _totals_of_items(outline, sentence, opening, items)


def _totals_of_items(
    outline: Outline, sentence: Sentence, opening: re.Match[str], items: list[int]
) -> Iterator[Breakdown]:
    is_sure = "cộng" in opening[0] or "tính chung" in opening[0]
    seen = set()
    for placed in outline.placed(sentence)[:MOST_FIGURES]:
        whole = placed.figure
        key = (whole.measure, whole.unit if whole.measure is Measure.COUNT else "")
        if key in seen or placed.depth or not is_amount(whole) or is_compared(whole) or whole.start < opening.end():
            continue
        parts = [_part(outline, whole, item) for item in items]
        figures = tuple(part for part in parts if part is not None)
        if len(figures) < 2:
            continue
        seen.add(key)
        strength = Strength.SAID if is_sure else Strength.IMPLIED
        if len(figures) < len(parts):
            strength = Strength.AMONG
        groups = groups_of(figures)
        closeness = closeness_of(whole, figures)
        yield Breakdown(whole, figures, strength, groups, (), closeness, True, "")


def _items_above(outline: Outline, block: int) -> list[int]:
    """The items of one list that end right above a block, without those under them."""
    own = outline.blocks[block]
    if own.kind is BlockKind.ITEM:
        siblings = outline.children.get(own.parent, []) if own.parent is not None else _top_items(outline, block)
        return [one for one in siblings if one < block and outline.blocks[one].kind is BlockKind.ITEM][-MOST_FIGURES:]
    found: list[int] = []
    for above in range(block - 1, max(-1, block - 1 - 2 * MOST_FIGURES), -1):
        if outline.blocks[above].kind is not BlockKind.ITEM:
            break
        found.append(above)
    if not found:
        return []
    level = min(outline.blocks[one].level for one in found)
    return [one for one in reversed(found) if outline.blocks[one].level == level]


def _top_items(outline: Outline, block: int) -> list[int]:
    level = outline.blocks[block].level
    found = []
    for above in range(block - 1, max(-1, block - 1 - 2 * MOST_FIGURES), -1):
        one = outline.blocks[above]
        if one.kind is not BlockKind.ITEM or one.level < level:
            break
        if one.level == level:
            found.append(above)
    return found[::-1]


def _part(outline: Outline, whole: Figure, item: int) -> Figure | None:
    sentences = outline.sentences(item)
    return part_in(whole, outline.placed(sentences[0]), 0) if sentences else None


def of_sentences_before(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """A whole behind its parts in the same or the sentences before: "Như vậy, cả … lẫn … là 349 căn"."""
    if not sentence.figures:
        return
    for match in list(_TOTAL.finditer(outline.plain, sentence.start, sentence.end))[:8]:
        whole = _whole_behind(outline, sentence, match.end())
        if whole is None:
            continue
        pool = _parts_before(outline, sentence, match.start(), whole)
        found = _added(outline, sentence, match, whole, pool)
        if found is not None:
            yield found
            return


def _whole_behind(outline: Outline, sentence: Sentence, at: int) -> Figure | None:
    """The first figure behind a word of totalling that can be a whole."""
    for placed in outline.placed(sentence):
        figure = placed.figure
        if figure.start < at:
            continue
        if figure.start - at > 120:
            return None
        if (
            is_amount(figure)
            and not figure.is_denominator
            and not (figure.measure is Measure.COUNT and not figure.unit)
        ):
            if figure.measure in (Measure.PERCENT, Measure.POINTS, Measure.DURATION):
                return None
            if figure.known <= 12 and figure.measure is Measure.COUNT:
                continue  # "cả 3 nguồn"
            return figure
    return None


def _parts_before(outline: Outline, sentence: Sentence, at: int, whole: Figure) -> list[Figure]:
    """The figures in front of a place that may be parts, in the sentence and, where it has too few, those before it."""
    own = _fitting(outline, sentence, sentence.start, at, whole)
    if len(own) > 1:
        return own
    sentences = outline.sentences(sentence.block)
    place = sentence.index - sentences[0].index
    found = own
    for earlier in reversed(sentences[max(0, place - _MOST_BACK) : place]):
        found = [*_fitting(outline, earlier, earlier.start, earlier.end, whole), *found]
    return found[-MOST_FIGURES:]


def _fitting(outline: Outline, sentence: Sentence, start: int, end: int, whole: Figure) -> list[Figure]:
    found = []
    for segment in outline.segments(sentence, start, end, 0):
        part = part_in(whole, segment.figures, 0)
        if part is not None and kinship(whole, part) is Kinship.SURE:
            found.append(part)
    return found


def _added(
    outline: Outline, sentence: Sentence, match: re.Match[str], whole: Figure, pool: list[Figure]
) -> Breakdown | None:
    """The parts that the whole adds up: a run that ends in front of it and fits, else as many as the text names."""
    if len(pool) < 2:
        return None
    runs = [tuple(pool[start:]) for start in range(len(pool) - 1)]
    fitting = next((run for run in runs if _total(run) == whole.known), None)
    numbers = numbers_named(outline, sentence.start, whole.start)
    context = outline.plain[pool[0].start : max(match.start(), pool[0].start)]
    if fitting is not None:
        return Breakdown(whole, fitting, Strength.SAID, groups_of(fitting), (), Kinship.SURE, True, "")
    named = next((tuple(pool[-number:]) for number in numbers if 1 < number == len(pool)), None)
    is_sure = match["sure"] or match["add"]
    if named is None and not is_sure and not (match["thus"] or match["both"] or match["all"]):
        return None
    parts = named or tuple(pool)
    if _FLOW.search(context) or any(part.unit != whole.unit for part in parts if part.measure is Measure.COUNT):
        return None
    if abs(_total(parts) - whole.known) * 4 > whole.known or max(part.known for part in parts) >= whole.known:
        return None
    if not named and match["all"] and not match["thus"] and not _is_plain_total(outline, whole, parts):
        return None
    strength = Strength.SAID if named or is_sure or match["both"] else Strength.IMPLIED
    return Breakdown(whole, parts, strength, groups_of(parts), (), Kinship.SURE, True, "")


def groups_of(parts: Sequence[Figure]) -> tuple[str, ...]:
    """The words that say which part each is: those in front of the number and those behind it."""
    return tuple(f"{part.label} {' '.join(part.noun)}".strip() for part in parts)


def _is_plain_total(outline: Outline, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether two opposites, or three parts and more but for a misprint, stand in front of their "tổng số"."""
    total = _total(parts)
    words = [f"{part.label} {_BEHIND.split(outline.reading.after(part, 30))[0]}" for part in parts]
    if len(parts) == 2 and are_opposites(*words):
        return True
    return len(parts) > 2 and abs(total - whole.known) * 12 <= whole.known and is_one_slip(whole, parts, total)


def _total(parts: tuple[Figure, ...]) -> Fraction:
    return sum((part.known for part in parts), Fraction(0))


def with_remainder(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """A whole, some parts and "còn lại": all that are left."""
    plain = outline.plain
    for placed in outline.placed(sentence)[: 2 * MOST_FIGURES]:
        rest = placed.figure
        window = max(sentence.start, rest.start - 80)
        if not is_amount(rest) or rest.is_denominator:
            continue
        if not _REMAINING.search(plain, window, rest.start) and not _REMAINING_BEHIND.match(plain, rest.end):
            continue
        chain = _chain(outline, sentence, rest)
        found = _from_chain(outline, sentence, chain, rest)
        if found is not None:
            yield found


def _chain(outline: Outline, sentence: Sentence, rest: Figure) -> list[Figure]:
    """The figures in front of the remainder of its measure and sort, in the sentence and the two before it."""
    sentences = outline.sentences(sentence.block)
    place = sentence.index - sentences[0].index
    found: list[Figure] = []
    for one in sentences[max(0, place - 3) : place + 1]:
        depth_of_rest = next((at.depth for at in outline.placed(one) if at.figure.index == rest.index), 0)
        for at in outline.placed(one):
            figure = at.figure
            if figure.start >= rest.start or at.depth > depth_of_rest:
                continue
            if is_amount(figure) and not is_compared(figure) and kinship(figure, rest):
                found.append(figure)
    return found[-MOST_FIGURES:]


def _from_chain(outline: Outline, sentence: Sentence, chain: list[Figure], rest: Figure) -> Breakdown | None:
    """The whole among the figures in front of a remainder: one that fits, else the only one that is large enough."""
    if len(chain) < 2:
        return None
    for at in range(len(chain) - 2, -1, -1):
        for start in range(at + 1, min(len(chain), at + 1 + _MOST_SKIPPED)):
            parts = (*chain[start:], rest)
            if _total(parts) == chain[at].known:
                return Breakdown(chain[at], parts, Strength.SAID, groups_of(parts))
    context = outline.plain[chain[0].start : rest.end]
    if _FLOW.search(context) or _FLOW.search(chain[0].label):
        return None
    wholes = [
        at for at, one in enumerate(chain[:-1]) if all(one.known > later.known for later in (*chain[at + 1 :], rest))
    ]
    if not wholes or wholes[0] != 0:
        return None
    parts = (*chain[1:], rest)
    strength = Strength.SAID if len(wholes) == 1 or len(chain) == 2 else Strength.IMPLIED
    return Breakdown(chain[0], parts, strength, groups_of(parts), (), Kinship.SURE, len(chain) == 2, "")
