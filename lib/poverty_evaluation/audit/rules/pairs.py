"""Hai mức của một thay đổi: the two levels between which a change is said to lie, and how surely the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading, Sentence
from poverty_evaluation.audit.findings import Certainty
from poverty_evaluation.audit.rules.levels import Role, Told, told_in
from poverty_evaluation.audit.rules.times import Side, Time, Times, earlier

_PERSONS = frozenset(
    "người lao học em cháu hội đoàn đảng cán công giáo bệnh khách nhân khẩu trẻ thanh phụ nông cựu sinh đại cử thí vận "
    "trường lượt ca".split()
)
_MOST_LEVELS = 12
_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thị trấn|thành phố|tỉnh|thôn|bản|quận)\s+(?:[^\W\d_a-zà-ỹđ]\w*\s?){1,4}"
)
_PARTS = re.compile(r"(?<!\w)(?:trong đó|cụ thể|bao gồm|chia ra|trong số (?:này|đó))(?!\w)")
_ANAPHORA = re.compile(r"(?<!\w)(?:này|đó|ấy|cũng|con số|tương ứng|kể trên)(?!\w)")


@dataclass(frozen=True, slots=True)
class Pair:
    """The level before and after a change, and how surely the text relates them to it."""

    before: Told
    after: Told
    certainty: Certainty
    is_ordered: bool = True  # the text says which is earlier beyond doubt

    @property
    def key(self) -> tuple[int, int]:
        return self.before.figure.index, self.after.figure.index


class Context:
    """What is told around each sentence of a text; each question looks at a bounded stretch."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.times = Times(reading)
        self._told: dict[int, list[Told]] = {}
        self._siblings: dict[int | None, list[int]] = {}
        for index, block in enumerate(reading.source.blocks):
            if block.kind is BlockKind.ITEM:
                self._siblings.setdefault(block.parent, []).append(index)
        self._place = {block: at for blocks in self._siblings.values() for at, block in enumerate(blocks)}

    def told(self, sentence: Sentence) -> list[Told]:
        known = self._told.get(sentence.index)
        if known is None:
            known = self._told[sentence.index] = told_in(self.reading, self.times, sentence)
        return known

    def earlier_sentences(self, sentence: Sentence) -> list[Sentence]:
        """The sentences in front of one that it may go on from, nearest first: at most three, or the items above it."""
        found: list[Sentence] = []
        own = self.reading.sentences_of_blocks[sentence.block]
        place = sentence.index - own[0].index
        found += list(reversed(own[max(0, place - 3) : place]))
        block = self.reading.source.blocks[sentence.block]
        if block.kind is BlockKind.ITEM and len(found) < 3:
            at = self._place[sentence.block]
            for index in reversed(self._siblings[block.parent][max(0, at - 4) : at]):
                found += reversed(self.reading.sentences_of_blocks.get(index, [])[-2:])
            if at == 0 and block.parent is not None:
                found += reversed(self.reading.sentences_of_blocks.get(block.parent, [])[-2:])
        elif len(found) < 2 and sentence.block:
            above = self.reading.source.blocks[sentence.block - 1]
            if above.kind is BlockKind.PARAGRAPH and above.parent == block.parent:
                found += reversed(self.reading.sentences_of_blocks.get(sentence.block - 1, [])[-2:])
        return found

    def before(self, sentence: Sentence) -> list[Told]:
        """The levels told in front of a sentence, nearest last."""
        found: list[Told] = []
        for one in self.earlier_sentences(sentence):
            found = [told for told in self.told(one) if told.is_level] + found
            if len(found) >= _MOST_LEVELS:
                break
        return found[-_MOST_LEVELS:]

    def behind(self, sentence: Sentence) -> list[Told]:
        """What is told in the next sentence of the block."""
        own = self.reading.sentences_of_blocks[sentence.block]
        place = sentence.index - own[0].index + 1
        return self.told(own[place]) if place < len(own) else []

    def text(self, first: Told, second: Told) -> str:
        low, high = sorted((first.figure, second.figure), key=lambda figure: figure.start)
        return self.reading.source.plain[low.end : high.start]

    def earlier(self, first: Told, second: Told) -> bool | None:
        """Whether one level is of an earlier time than another, as far as the text says."""
        said = earlier(self.topic(first), self.topic(second))
        if said is None and first.compared is not second.compared:
            return first.compared
        return said

    def topic(self, told: Told) -> Time | None:
        return told.time or self.times.topic(told.figure)


def comparable(first: Figure, second: Figure) -> bool:
    """Whether two levels may be of one thing: measure, unit and what they are for one of."""
    if not first.same_measure(second) or first.known == 0 and second.known == 0:
        return False
    if first.per and second.per and first.per != second.per:
        return False
    return first.measure is not Measure.COUNT or same_unit(first, second)


def same_unit(first: Figure, second: Figure) -> bool:
    if not first.unit or not second.unit or first.unit == second.unit:
        return True
    one, other = first.unit.split()[0], second.unit.split()[0]
    return one == other or (one in _PERSONS and other in _PERSONS)


def fits(level: Told, change: Told) -> bool:
    """Whether a figure may be a level of a change."""
    if not level.is_level or level.figure.index == change.figure.index:
        return False
    of, by = level.figure, change.figure
    if of.measure is Measure.DURATION and by.measure is Measure.PERCENT:
        return level.role in (Role.START, Role.END)
    if of.measure in (Measure.DURATION, Measure.POINTS):
        return of.measure is by.measure and of.same_measure(by)
    if change.role in (Role.INDEX, Role.TIMES):
        return of.measure is not Measure.PERCENT or change.role is Role.TIMES
    if by.measure is Measure.POINTS:
        return of.measure is Measure.PERCENT
    if by.measure is Measure.PERCENT:
        return True
    return of.same_measure(by) and (of.measure is not Measure.COUNT or same_unit(of, by))


def pair_of(context: Context, sentence: Sentence, change: Told) -> Pair | None:
    """The two levels of a change, from the surest construction to the least."""
    told = context.told(sentence)
    here = [one for one in told if fits(one, change)]
    at = change.figure.start
    left = [one for one in here if one.figure.start < at]
    right = [one for one in here if one.figure.start > at]
    for found in (
        _from_to(context, change, told, left, right),
        _compared_behind(context, sentence, change, told, left, right),
        _and_then(context, sentence, change, told, left, right),
        _compared_in_front(context, sentence, change, left),
        _two_times(context, sentence, change, left),
        _levels_behind(context, change, told, right),
        _next_sentence(context, sentence, change, left),
    ):
        if found is not None:
            return _kept(context, change, found)
    return None


def other_pairs(context: Context, sentence: Sentence, change: Told) -> Iterator[Pair]:
    """Every pair of levels nearby that the change might be of, in either order."""
    here = [*context.before(sentence), *context.told(sentence), *context.behind(sentence)[:6]]
    at = change.figure.start
    levels = sorted((one for one in here if fits(one, change)), key=lambda one: abs(one.figure.start - at))[
        :_MOST_LEVELS
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
    """ "từ A lên B, tăng d"; "tăng d, từ A lên B"."""
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
    """ "B, giảm 25% so với A của năm trước", "giảm 0,51% so với năm 2016 (3,12%)"."""
    if not right or not right[0].compared:
        return None
    reference = right[0]
    between = context.text(change, reference)
    later = [one for one in told if change.figure.start < one.figure.start < reference.figure.start]
    if len(between) > 110 or ";" in between or any(one.is_level or _is_like(one, change) for one in later):
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
    """ "57 vụ (cùng kỳ 72 vụ, giảm 17 vụ)", "so với cùng kỳ (59 vụ) giảm 12 vụ"."""
    if not left or not left[-1].compared:
        return None
    reference = _best(left, change, [one for one in left if one.compared])
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
    """ "năm x A; năm y B, giảm d": two levels of two times in front of the change."""
    before = [one for one in context.before(sentence) if fits(one, change)]
    levels = [*before, *left]
    told = context.told(sentence)
    is_next = bool(told) and told[0].figure.index == change.figure.index  # the first figure of its sentence
    if not levels or (not left and not change.restated and not is_next):
        return None
    last = _best(left or levels, change, left or levels)
    others = [one for one in levels if one.figure.start < last.figure.start and comparable(one.figure, last.figure)]
    others = [one for one in others if not (one.bracketed and ";" in context.text(one, last))]
    others = _of_subject(others, last) if len(others) > 1 else others
    ordered = [one for one in others if context.earlier(one, last) is not None]
    if change.reference is not None and change.reference.year is not None:
        ordered = [
            one for one in ordered if (context.topic(one) or change.reference).last_year == change.reference.year
        ]
    if not ordered:
        return _in_turn(change, others, last)
    first = ordered[-1]
    pair = (first, last) if context.earlier(first, last) else (last, first)
    is_said = len(others) == 1 or len(others) == len(_of_same_time(context, others, first))
    is_near = bool(left) and first.figure.sentence == last.figure.sentence or change.restated
    is_near = is_near or (change.reference is None and _is_item_above(context, first, last))
    is_near = is_near or bool(_ANAPHORA.search(last.gap)) or last.role is Role.END
    is_said = is_said or (change.reference is None and _is_next_year(context, first, last))
    if _PLACE.search(context.reading.source.text[first.figure.end : last.figure.start]) or _differ(first, last):
        return Pair(*pair, Certainty.GUESSED)
    return Pair(*pair, Certainty.SAID if is_said and is_near else Certainty.IMPLIED)


#: Words that tell two groups of one thing apart.
_CONTRASTS = frozenset("cận nữ nam tái nội quốc ngoại".split())


def _differ(first: Told, last: Told) -> bool:
    """Whether two levels are said of different things: each has words of its own beside those they share."""
    own, other = first.subject - last.subject, last.subject - first.subject
    if other & _CONTRASTS or (own & _CONTRASTS and other):
        return True
    return bool(own and other and first.subject & last.subject)


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


def _and_then(context: Context, sentence: Sentence, change: Told, told: list[Told], left: list[Told], right: list[Told]) -> Pair | None:
    """ "năm x A; sang năm y giảm d, chỉ còn B"."""
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
    """ "tăng 2,7 tiêu chí: đầu kỳ có 13,4, nay là 15,1"."""
    if len(right) < 2:
        return None
    first, second = right[:2]
    joint = context.text(change, first)
    if re.fullmatch(r"[^;(]{0,40}:[^;:(]{0,40}", joint) and _AGAINST.fullmatch(context.text(first, second)):
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
    """ "đạt B, bằng 118% cùng kỳ. Năm ngoái, cũng nơi này chỉ có A"."""
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
    return _best(open_ones, reference if reference.subject else change, open_ones) if open_ones else None


def _best(levels: list[Told], change: Told, among: list[Told]) -> Told:
    """The nearest of the levels that share most words with what is said of the change."""
    most = max(len(one.subject & change.subject) for one in among)
    return next(one for one in reversed(among) if len(one.subject & change.subject) == most)


def _of_subject(levels: list[Told], last: Told) -> list[Told]:
    """Those that share words with a level, or all where none does."""
    sharing = [one for one in levels if one.subject & last.subject]
    return sharing or levels


def _kept(context: Context, change: Told, pair: Pair) -> Pair | None:
    """The pair, less sure where the change speaks of something else or of another time."""
    if not comparable(pair.before.figure, pair.after.figure):
        return None
    first = min(pair.before, pair.after, key=lambda told: told.figure.start)
    if change.breakdown or first.figure.start < change.figure.start and _PARTS.search(context.text(first, change)):
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    opening = pair.before.time
    if opening is not None and opening.side is Side.PAST and "đầu" in opening.words and pair.after.role is not Role.END:
        closing = context.topic(pair.after)
        if closing is None or closing.side is Side.PAST:
            return Pair(pair.before, pair.after, Certainty.GUESSED)
    blocks = {pair.before.figure.block, pair.after.figure.block}
    is_apart = any(context.reading.source.blocks[one].kind is BlockKind.PARAGRAPH for one in blocks - {change.figure.block})
    said = change.reference.year if change.reference is not None else None
    before_year = context.topic(pair.before)
    is_named = said is not None and before_year is not None and before_year.last_year == said
    if is_apart and not change.restated and not is_named:
        pair = replace(pair, certainty=min(pair.certainty, Certainty.IMPLIED))
    year, reference = context.topic(pair.before), change.reference
    if reference is not None and reference.year and year is not None and year.year and year.last_year != reference.year:
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    if not _speaks_of(context, change, pair):
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    return pair


_SUMS_UP = re.compile(r"(?<!\w)(?:nghĩa là|tức|như vậy|như thế|tính ra|so sánh|vậy là)(?!\w)")
_OWN_WORDS = re.compile(r"[^\W\d_]{2,}")
_GENERIC = frozenset(
    "như vậy thế so sánh thấy đối chiếu kéo suy nghĩa là tức tính ra mức số tốc độ tỷ lệ tỉ con kết quả tương ứng đương hay và đã có so với cùng kỳ năm "
    "trước trong chỉ cả được bằng mà thì nên làm cho tăng giảm hơn khiến đều cũng này đó tổng chung bình quân mỗi trung "
    "lượng vẫn tới lên xuống chênh lệch hàng hằng của các những toàn tỉnh huyện xã thành phố phường tháng quý tuần nhiều "
    "ít cao thấp thêm bớt thực tế gần khoảng trên đạt ước riêng bao sau qua kể từ đến nay hiện người hộ nghèo".split()
)


def _speaks_of(context: Context, change: Told, pair: Pair) -> bool:
    """Whether the words in front of the verb of change name nothing that the levels' sentences do not."""
    clause = re.split(r"[,;:.()]", change.gap)
    words = clause[-1] if clause else ""
    verb = re.search(r"(?<!\w)(?:tăng|giảm|cao|thấp|nhiều|ít|lớn|bằng|gấp|đạt|chênh|sụt|hạ)(?!\w)", words)
    own = {word for word in _OWN_WORDS.findall(words[: verb.start()] if verb else "")} - _GENERIC
    if (
        len(clause) == 1
        and verb
        and context.reading.figures[change.figure.index - 1].sentence == change.figure.sentence
    ):
        own -= set(_OWN_WORDS.findall(words[:30]))
    is_behind = min(pair.before.figure.start, pair.after.figure.start) > change.figure.start
    if not own or is_behind or (_SUMS_UP.search(words) and change.figure.measure is not Measure.PERCENT):
        return True
    first, last = sorted((pair.before.figure, pair.after.figure), key=lambda figure: figure.start)
    start = max(context.reading.sentences[first.sentence].start, first.start - 200)
    plain = context.reading.source.plain
    around = set(_OWN_WORDS.findall(plain[start : change.figure.start - len(words)]))
    around |= set(_OWN_WORDS.findall(plain[change.figure.end : last.end + 40]))
    return bool(own & around)
