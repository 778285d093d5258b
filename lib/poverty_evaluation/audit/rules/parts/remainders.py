"""Còn lại: a whole, some of its parts, and what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.totals import FLOW, groups_of, total_of
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength

_REMAINING = re.compile(
    r"(?<!\w)(?:(?:số|phần)? ?(?:[^\W\d_]+ )?còn lại)(?!\w)(?: [^\W\d_]+){0,6}?(?:\s*(?:là|:|có|gồm|được|"
    r"khoảng))?\s*(?:[(,]\s*)?(?:(?:đúng|tức|là|khoảng|gồm)\s*)?$"
)
#: "17 em còn lại"
_REMAINING_BEHIND = re.compile(r"(?: [^\W\d_]+){0,3}? còn lại(?!\w)")
_MOST_SKIPPED = 4


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
        found = _from_chain(outline, chain, rest)
        if found is not None:
            yield found


def _chain(outline: Outline, sentence: Sentence, rest: Figure) -> list[Figure]:
    """The figures in front of the remainder of its measure and sort, in the sentence and the two before it."""
    sentences = outline.sentences(sentence.block)
    place = sentence.index - sentences[0].index
    found: list[Figure] = []
    above = outline.sentences(sentence.block - 1) if place <= 3 and sentence.block else []
    is_headed = bool(above) and outline.blocks[sentence.block - 1].kind is BlockKind.HEADING
    for one in [*(above if is_headed else []), *sentences[max(0, place - 3) : place + 1]]:
        depth_of_rest = next((at.depth for at in outline.placed(one) if at.figure.index == rest.index), 0)
        for at in outline.placed(one):
            figure = at.figure
            if figure.start >= rest.start or at.depth > depth_of_rest:
                continue
            if is_amount(figure) and not is_compared(figure) and kinship(figure, rest):
                found.append(figure)
    return found[-MOST_FIGURES:]


def _all_between(outline: Outline, whole: Figure, rest: Figure) -> Fraction:
    """What every count between a whole and its remainder makes with it, whatever its noun."""
    between = outline.reading.figures[whole.index + 1 : min(rest.index, whole.index + MOST_FIGURES)]
    counted = [one for one in between if one.measure is Measure.COUNT and is_amount(one) and not one.is_denominator]
    return sum((one.known for one in counted), rest.known)


def _from_chain(outline: Outline, chain: list[Figure], rest: Figure) -> Breakdown | None:
    """The whole among the figures in front of a remainder: one that fits, else the only one that is large enough."""
    if len(chain) < 2:
        return None
    for at in range(len(chain) - 2, -1, -1):
        for start in range(at + 1, min(len(chain), at + 1 + _MOST_SKIPPED)):
            parts = (*chain[start:], rest)
            if total_of(parts) == chain[at].known:
                return Breakdown(chain[at], parts, Strength.SAID, groups_of(parts))
    context = outline.plain[chain[0].start : rest.end]
    if FLOW.search(context) or FLOW.search(chain[0].label):
        return None
    if chain[0].measure is Measure.COUNT and _all_between(outline, chain[0], rest) == chain[0].known:
        return None
    wholes = [
        at for at, one in enumerate(chain[:-1]) if all(one.known > later.known for later in (*chain[at + 1 :], rest))
    ]
    if not wholes or wholes[0] != 0:
        return None
    parts = (*chain[1:], rest)
    strength = Strength.SAID if len(wholes) == 1 or len(chain) == 2 else Strength.IMPLIED
    return Breakdown(chain[0], parts, strength, groups_of(parts), (), Kinship.SURE, len(chain) == 2, "")
