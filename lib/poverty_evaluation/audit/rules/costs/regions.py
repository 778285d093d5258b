"""Phạm vi của một phép tính: which figures stand so near that a norm, its number and its total may be told by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading

_MOST_BLOCKS = 24
_MOST_FIGURES, _OVERLAP = 80, 20
_CLOSING = re.compile(r"\s*(?:tổng|cộng|như vậy|tất cả|thành tiền|toàn bộ)(?!\w)")
_FAR_SENTENCES = 2


@dataclass(frozen=True)
class Region:
    """A paragraph, or a list with the line that introduces it and the line that closes it: its figures in order.

    segments: of each figure, the stretch between semicolons, sentence ends and list lines.
    """

    figures: tuple[Figure, ...]
    segments: dict[int, tuple[int, int]]

    def ring(self, one: Figure, other: Figure) -> int:
        """How far apart two figures stand: 0 the same stretch, 1 the same block, 2 other lines of the list, 3 far."""
        first, second = self.segments.get(one.index), self.segments.get(other.index)
        if first is not None and first == second:
            return 0
        if one.block == other.block:
            return 1 if abs(one.sentence - other.sentence) <= _FAR_SENTENCES else 3
        return 2

    def distance(self, one: Figure, other: Figure) -> tuple[int, int, bool]:
        """For the nearest: the ring, then how many sentences away, those in front first."""
        return self.ring(one, other), abs(one.sentence - other.sentence), other.start > one.start

    def nearest(self, one: Figure, others: list[Figure]) -> list[Figure]:
        """Of some figures all that stand in the nearest stretch to one."""
        if not others:
            return []
        near = min(self.distance(one, other) for other in others)
        return [other for other in others if self.distance(one, other) == near]


def regions(reading: Reading) -> Iterator[Region]:
    """The regions of a text; cells of tables are no part of any."""
    blocks = reading.source.blocks
    members: dict[int, list[int]] = {}
    run = 0  # of items without a line that introduces them
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL:
            continue
        head = block.parent if block.kind is BlockKind.ITEM and block.parent is not None else index
        if block.kind is BlockKind.ITEM and (block.parent is None or blocks[head].kind is BlockKind.HEADING):
            run = run if run and blocks[index - 1].kind is BlockKind.ITEM else -1 - index
            members.setdefault(run, []).append(index)
            continue
        run = 0
        if head != index:
            members.setdefault(head, [head]).append(index)
        else:
            members.setdefault(index, [index])
    for indices in members.values():
        for at in range(0, len(indices), _MOST_BLOCKS):
            kept = indices[at : at + _MOST_BLOCKS]
            last = kept[-1] + 1
            if last < len(blocks) and blocks[last].kind is not BlockKind.CELL and _closes(reading, last):
                kept = [*kept, last]
            yield from _windows(reading, kept)


def _closes(reading: Reading, index: int) -> bool:
    block = reading.source.blocks[index]
    return (
        block.kind is not BlockKind.HEADING and _CLOSING.match(reading.source.plain, block.start, block.end) is not None
    )


def _windows(reading: Reading, indices: list[int]) -> Iterator[Region]:
    """The figures of some blocks with their segments; of very many, a part at a time."""
    figures: list[Figure] = []
    segments: dict[int, tuple[int, int]] = {}
    count = 0
    for index in indices:
        for sentence in reading.sentences_of_blocks.get(index, ()):
            count += 1
            at = sentence.start
            for figure in reading.figures_of(sentence):
                count += reading.source.plain.count(";", at, figure.start)
                at = figure.end
                figures.append(figure)
                segments[figure.index] = (index, count)
    for start in range(0, max(1, len(figures) - _OVERLAP), _MOST_FIGURES - _OVERLAP):
        part = tuple(figures[start : start + _MOST_FIGURES])
        if len(part) >= 2:
            yield Region(part, segments)
