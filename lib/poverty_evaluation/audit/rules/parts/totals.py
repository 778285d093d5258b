"""Tổng ở sau: parts first and their whole behind them: "Cộng …", "Như vậy … tất cả …", "còn lại …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites, kinship, sort_of
from poverty_evaluation.audit.rules.parts.cues import numbers_named
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.misprints import is_one_slip
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength, closeness_of, part_in

#: "ba khoản ấy", "hai xã trên": the things just named, taken together.
_THESE = (
    r"(?:hai|ba|bốn|năm|sáu|bảy|tám|\d) [^\W\d_]+(?: [^\W\d_]+)? (?:này|ấy|đó|như thế|như vậy|(?:nói |kể |nêu )?trên)"
)
_SURE_TOTAL = (
    r"tổng cộng|cộng (?:chung|lại|dồn lại|gộp)|cộng(?= (?:hai|ba|bốn|năm|sáu|\d|các|cả))|tính chung|"
    r"gộp (?:lại|chung|cả)|tính (?:cả|trọn|đủ|gộp|hết|cho đủ)|cộng cả|"
    rf"ngoài {_THESE} (?:không|chẳng)"
)
_TOTAL = re.compile(
    rf"(?<!\w)(?:(?P<sure>{_SURE_TOTAL})|(?P<thus>như vậy|như thế|vậy là|tính ra)|(?P<all>tất cả|cả (?:hai|ba|bốn|"
    rf"năm|sáu|thảy)|nâng tổng|tổng)|(?P<both>cả [^.;]{{2,60}} lẫn)|(?P<add>cộng(?! thêm))|"
    r"(?P<span>cả (?:đêm|ngày|tuần|tháng|quý|năm|vụ|đợt|kỳ|buổi)|(?P<over>qua (?:hai|ba|bốn|năm|sáu|\d) [^\W\d_]+)|"
    rf"lên (?:đến|tới)|nên|do đó|vì (?:thế|vậy)|{_THESE}))(?!\w)"
)
_OPENING = re.compile(
    r"[*_\s]*(?:tổng cộng|cộng|tổng|tính chung|cả (?:năm|đợt|kỳ)|(?:sáu|chín|hai|ba|\d{1,2}) (?:tháng|quý|đợt|nguồn|"
    r"năm)|như vậy)(?!\w)"
)
FLOW = re.compile(
    r"(?<!\w)(?:đầu (?:kỳ|năm|tháng|quý|nhiệm kỳ)|cuối (?:kỳ|năm|tháng|quý)|kỳ trước|năm trước|tồn|chuyển sang|"
    r"phát sinh|tái nghèo|nhận mới|tiếp nhận mới|nhập mới|bổ sung|(?<!gia )tăng|giảm|xuống|lên(?= \d)|so với)(?!\w)"
)
_BEHIND = re.compile(r"[,;.:()\d\n]| trên ")
_MOST_BACK = 6
_APPENDED = 8


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
        every = _every_before(outline, sentence, match.start(), whole)
        if len(every) > len(pool) and len(every) in numbers_named(outline, sentence.start, whole.start):
            pool = every
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
    found: list[Figure] = []
    bare: list[Figure] = []
    for segment in outline.segments(sentence, start, end, 0):
        part = part_in(whole, segment.figures, 0)
        if part is None:
            bare = []
        elif kinship(whole, part) is Kinship.SURE:
            found += [*bare, part]
            bare = []
        elif not part.unit and _is_named_before(whole, part):
            found.append(part)
        elif not part.unit and not part.noun:  # "lần lượt 47, 38 và 52 sáng kiến"
            bare = [*bare, part]
    return found


def _is_named_before(whole: Figure, part: Figure) -> bool:
    """Whether the words in front of a bare number name what the whole counts: "số mẫu đạt là 412"."""
    return re.search(rf"(?<!\w)số {re.escape(whole.unit)}(?!\w)", part.label) is not None


def _added(
    outline: Outline, sentence: Sentence, match: re.Match[str], whole: Figure, pool: list[Figure]
) -> Breakdown | None:
    """The parts that the whole adds up: a run that ends in front of it and fits, else as many as the text names."""
    if len(pool) < 2:
        return None
    runs = [tuple(pool[start:]) for start in range(len(pool) - 1)]
    fitting = next((run for run in runs if total_of(run) == whole.known), None)
    numbers = numbers_named(outline, sentence.start, whole.start)
    context = outline.plain[pool[0].start : max(match.start(), pool[0].start)]
    if fitting is not None:
        return Breakdown(whole, fitting, Strength.SAID, groups_of(fitting), (), Kinship.SURE, True, "")
    named = next((tuple(pool[-number:]) for number in numbers if 1 < number == len(pool)), None)
    is_sure = match["sure"] or match["add"] or _is_appended(outline, match, whole)
    if named is None and not is_sure and not (match["thus"] or match["both"] or match["all"] or match["span"]):
        return None
    parts = named or tuple(pool)
    if (FLOW.search(context) and not named) or not all(_counts_alike(whole, part) for part in parts):
        return None
    if abs(total_of(parts) - whole.known) * 4 > whole.known or max(part.known for part in parts) >= whole.known:
        return None
    if match["span"] and not (match["over"] and named) and not _is_plain_total(outline, whole, parts, 2):
        return None
    if not named and match["all"] and not is_sure and not match["thus"] and not _is_plain_total(outline, whole, parts):
        return None
    strength = Strength.SAID if named or is_sure or match["both"] else Strength.IMPLIED
    return Breakdown(whole, parts, strength, groups_of(parts), (), Kinship.SURE, True, "")


def _is_appended(outline: Outline, match: re.Match[str], whole: Figure) -> bool:
    """Whether a total stands right behind its parts: "…, tổng 100 chỉ tiêu", "(tổng 3.735 hộ)"."""
    before = outline.plain[max(0, match.start() - 2) : match.start()].strip()
    return before in (",", "(", ";", "-") and whole.start - match.end() <= _APPENDED


def groups_of(parts: Sequence[Figure]) -> tuple[str, ...]:
    """The words that say which part each is: those in front of the number and those behind it."""
    return tuple(f"{part.label} {' '.join(part.noun)}".strip() for part in parts)


def _counts_alike(whole: Figure, part: Figure) -> bool:
    return part.measure is not Measure.COUNT or not part.unit or part.unit == whole.unit or bool(sort_of(part))


def _every_before(outline: Outline, sentence: Sentence, at: int, whole: Figure) -> list[Figure]:
    """Every figure of the noun of a whole in front of a place, in its sentence and those before: "lên 132 tấn" too."""
    sentences = outline.sentences(sentence.block)
    place = sentence.index - sentences[0].index
    found = []
    for one in sentences[max(0, place - _MOST_BACK) : place + 1]:
        for placed in outline.placed(one):
            figure = placed.figure
            if figure.end > at or placed.depth or not is_amount(figure) or figure.is_denominator:
                continue
            if kinship(whole, figure) is Kinship.SURE:
                found.append(figure)
    return found[-MOST_FIGURES:]


def _is_plain_total(outline: Outline, whole: Figure, parts: tuple[Figure, ...], fewest: int = 3) -> bool:
    """Whether two opposites, or three parts and more but for a misprint, stand in front of their "tổng số"."""
    total = total_of(parts)
    words = [f"{part.label} {_BEHIND.split(outline.reading.after(part, 30))[0]}" for part in parts]
    if len(parts) == 2 and are_opposites(*words):
        return True
    return len(parts) >= fewest and abs(total - whole.known) * 12 <= whole.known and is_one_slip(whole, parts, total)


def total_of(parts: tuple[Figure, ...]) -> Fraction:
    return sum((part.known for part in parts), Fraction(0))
