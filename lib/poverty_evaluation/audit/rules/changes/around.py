"""Bối cảnh của một thay đổi: the sentences around a change with their levels, and which levels may be compared."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty
from poverty_evaluation.audit.rules.changes.change_words import words
from poverty_evaluation.audit.rules.changes.levels import Role, Told, told_in
from poverty_evaluation.audit.rules.times import Time, Times, earlier

#: Persons are counted under many names: "47 lao động" and "50 người" may be compared.
PERSONS = words(
    "người lao học em cháu hội đoàn đảng cán công giáo bệnh khách nhân khẩu trẻ thanh phụ nông cựu sinh đại cử "
    "thí vận trường lượt ca đồng cháu"
)
#: Other things that go by several names.
_NAMES = (
    frozenset({"đầu", "cuốn", "quyển", "bản", "đầu sách"}),
    frozenset({"đơn vị", "doanh nghiệp", "công ty", "cơ sở", "xí nghiệp", "hợp tác xã", "tổ chức"}),
)
MOST_LEVELS = 12


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
            if len(found) >= MOST_LEVELS:
                break
        return found[-MOST_LEVELS:]

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
    if not first.same_measure(second) or (first.known == 0 and second.known == 0):
        return False
    if first.per and second.per and first.per != second.per:
        return False
    return first.measure is not Measure.COUNT or same_unit(first, second)


def same_unit(first: Figure, second: Figure) -> bool:
    if not first.unit or not second.unit or first.unit == second.unit:
        return True
    one, other = first.unit.split()[0], second.unit.split()[0]
    return (
        one == other
        or (one in PERSONS and other in PERSONS)
        or any({first.unit, second.unit} <= names for names in _NAMES)
    )


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
