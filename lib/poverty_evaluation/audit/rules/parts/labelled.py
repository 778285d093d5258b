"""Các dòng "Số …: …": a whole and its two opposite parts, each on a line or in a short sentence with the same noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites
from poverty_evaluation.audit.rules.parts.lists import Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength

_NOUN = re.compile(r"(?:tổng )?số (?P<noun>[^\W\d_]+)(?!\w)")
_MOST_BACK = 3
_NEAR = 8


def labelled(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """Số phiếu phát ra: 1.000. Số phiếu thu về: 972. Số phiếu không thu lại được: 38."""
    other = _only(outline, sentence)
    words = _words(outline, other)
    noun = _noun(words)
    if other is None or not noun:
        return
    before: list[Figure] = []
    for at in range(sentence.index - 1, max(-1, sentence.index - 2 - _MOST_BACK), -1):
        figure = _only(outline, outline.reading.sentences[at])
        if figure is None or _noun(_words(outline, figure)) != noun:
            break
        before.append(figure)
    if len(before) < 2 or not are_opposites(_words(outline, before[0]), words):
        return
    one = before[0]
    total = one.known + other.known
    whole = next((figure for figure in before[1:] if abs(total - figure.known) * _NEAR <= figure.known), None)
    if whole is not None and whole.known > max(one.known, other.known):
        groups = (_words(outline, one), words)
        yield Breakdown(whole, (one, other), Strength.SAID, groups, (), Kinship.SURE, False, "")


def _only(outline: Outline, sentence: Sentence) -> Figure | None:
    """The count of a line that tells one number."""
    if outline.blocks[sentence.block].kind in (BlockKind.HEADING, BlockKind.CELL):
        return None
    outer = [one.figure for one in outline.placed(sentence)[:4] if not one.depth]
    if len(outer) != 1 or outer[0].measure is not Measure.COUNT or not is_amount(outer[0]) or is_compared(outer[0]):
        return None
    return outer[0]


def _words(outline: Outline, figure: Figure | None) -> str:
    """The words of its line in front of a figure."""
    if figure is None:
        return ""
    start = outline.reading.sentences[figure.sentence].start
    return outline.plain[max(start, figure.start - 80) : figure.start].strip(" *_+-:")


def _noun(words: str) -> str:
    match = _NOUN.match(words)
    return match["noun"] if match is not None else ""
