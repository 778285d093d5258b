"""Liệt kê: the members of a list within a sentence or over lines, and the brackets around its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from poverty_evaluation.audit.documents.source import Block, BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence

#: So many figures of one list are related at most.
MOST_FIGURES = 60
_DEEPEST = 8
_COMPARED = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|cùng thời điểm|năm trước|năm ngoái|tháng trước|quý trước|kỳ trước|kế hoạch|dự toán|"
    r"bình quân|trung bình|"
    r"lũy kế|luỹ kế|cộng dồn|(?<!có )(?<!trình )mục tiêu|chỉ tiêu giao|(?<!tổng )mức|tối đa|tối thiểu|định mức|"
    r"tương đương|tương ứng|"
    r"(?<!cao "
    r")bằng)(?!\w)"
)
_CHANGED = re.compile(
    r"(?<!\w)(?:(?<!gia )tăng|giảm(?! trừ)|vượt|gấp|(?:nhiều|ít|cao|thấp|lớn|nhỏ)(?: \w+)? hơn|hơn|kém)"
    r"(?: (?!do|gồm|trong)\w+){0,3}$|(?<!\w)(?:lên|xuống|từ|đến|tới|dưới|trên mức|thừa|thiếu|hụt)$"
)
_SEPARATOR = re.compile(r"[;,]|(?<!\w)(?:và|cùng|với)(?!\w)|\n|\s[-+]\s")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in its sentence: depth counts the brackets around it, bracket is where the innermost opens (or -1)."""

    figure: Figure
    depth: int
    bracket: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A member of a list within a sentence: its figures, outermost brackets first. strong: whether ";" parts it."""

    start: int
    end: int
    figures: tuple[Placed, ...]
    group: int  # which stretch between semicolons it belongs to


class Outline:
    """A text as its lists see it: the blocks under each block, and where brackets open and close."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.children: dict[int, list[int]] = {}
        self._placed: dict[int, list[Placed]] = {}
        self._brackets: dict[int, list[tuple[int, int]]] = {}
        for index, block in enumerate(reading.source.blocks):
            if block.parent is not None and block.kind is not BlockKind.CELL:
                self.children.setdefault(block.parent, []).append(index)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.reading.source.blocks

    @property
    def plain(self) -> str:
        return self.reading.source.plain

    @cached_property
    def prose(self) -> list[Sentence]:
        """The sentences that stand in no cell of a table."""
        return [one for one in self.reading.sentences if self.blocks[one.block].kind is not BlockKind.CELL]

    def sentences(self, block: int) -> list[Sentence]:
        return self.reading.sentences_of_blocks.get(block, [])

    def items(self, block: int) -> list[int]:
        """The items directly under a block."""
        return [child for child in self.children.get(block, ()) if self.blocks[child].kind is BlockKind.ITEM]

    def brackets(self, sentence: Sentence) -> list[tuple[int, int]]:
        """The brackets of a sentence as (opening, closing), in the order of their opening."""
        if sentence.index not in self._brackets:
            self._read_brackets(sentence)
        return self._brackets[sentence.index]

    def placed(self, sentence: Sentence) -> list[Placed]:
        if sentence.index not in self._placed:
            self._read_brackets(sentence)
        return self._placed[sentence.index]

    def around(self, sentence: Sentence, at: int) -> list[tuple[int, int]]:
        """The brackets that are open at a place, outermost first."""
        return [(start, end) for start, end in self.brackets(sentence) if start < at <= end]

    def _read_brackets(self, sentence: Sentence) -> None:
        plain, figures = self.plain, self.reading.figures_of(sentence)
        stack: list[int] = []
        found: list[list[int]] = []
        placed: list[Placed] = []
        at = sentence.start
        for figure in [*figures, None]:
            end = sentence.end if figure is None else figure.start
            for match in re.finditer(r"[()\[\]]", plain[at:end]) if end > at else ():
                place = at + match.start()
                if match[0] in "([":
                    stack.append(len(found))
                    found.append([place, sentence.end])
                elif stack:
                    found[stack.pop()][1] = place
            if figure is not None:
                placed.append(Placed(figure, min(len(stack), _DEEPEST), found[stack[-1]][0] if stack else -1))
                at = max(at, figure.end)
        self._brackets[sentence.index] = [(start, end) for start, end in found]
        self._placed[sentence.index] = placed

    def segments(self, sentence: Sentence, start: int, end: int, depth: int) -> list[Segment]:
        """The members of the list in text[start:end], `depth` brackets deep; deeper brackets are kept whole."""
        inside = [one for one in self.placed(sentence) if start <= one.figure.start < end and one.depth >= depth]
        cuts = list(self._cuts(sentence, start, end))[: 4 * MOST_FIGURES]
        found, at, group, place = [], start, 0, 0
        for cut, after, is_strong in [*cuts, (end, end, True)]:
            own = []
            while place < len(inside) and inside[place].figure.start < cut:
                own.append(inside[place])
                place += 1
            own.sort(key=lambda one: one.depth)
            found.append(Segment(at, cut, tuple(own), group))
            at, group = after, group + is_strong
        return found

    def _cuts(self, sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The separators in a stretch that stand neither in deeper brackets nor inside a figure."""
        hidden = [(one.figure.start, one.figure.number_end) for one in self.placed(sentence)]
        hidden += [(opening, closing + 1) for opening, closing in self.brackets(sentence) if start <= opening < end]
        hidden.sort()
        place, covered = 0, start
        for match in _SEPARATOR.finditer(self.plain, start, end):
            while place < len(hidden) and hidden[place][0] <= match.start():
                covered = max(covered, hidden[place][1])
                place += 1
            if match.start() >= covered:
                yield match.start(), match.end(), match[0] == ";"


def is_compared(figure: Figure) -> bool:
    """Whether a figure is a change, a plan or the value of another time, by the words in front of it: no part."""
    if figure.label.endswith("/"):  # "96,3 nam/100 nữ"
        return True
    return _CHANGED.search(figure.label) is not None or _COMPARED.search(figure.label) is not None


def stated_fate(outline: Outline, figure: Figure) -> frozenset[str]:
    """What happened to those counted: the dead, the injured and the missing are no parts of each other."""
    plain, source = outline.plain, outline.reading
    near = f"{source.before(figure, 14)} {plain[figure.start : figure.end]} {source.after(figure, 24)}".replace(
        ",", "."
    )
    own = near.split(".")[0] if figure.label == "" else near
    return frozenset(match[0] for match in _FATE.finditer(own))


_FATE = re.compile(r"(?<!\w)(?:chết|bị thương|mất tích|tử vong)(?!\w)")


def is_amount(figure: Figure) -> bool:
    """Whether a figure can be a whole or a part at all."""
    if figure.value is None or figure.value.numerator <= 0 or figure.is_rate or figure.is_range:
        return False
    return figure.measure is not Measure.COUNT or figure.value.denominator == 1 or not figure.unit or figure.factor > 1
