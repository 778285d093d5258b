"""Phần của tổng nào: which of several figures the announced parts are of, and which figures are parts of a part."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.cues import CUE, is_cue
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.wholes import Breakdown
from poverty_evaluation.vocabulary.choices import Qualifier


def nested_in(outline: Outline, sentence: Sentence, start: int) -> list[tuple[int, int]]:
    """The stretches behind the announced list that break down one of its members: "…, trong đó …"."""
    plain, found = outline.plain, []
    for match in CUE.finditer(plain, start, sentence.end):
        if match["among"] and is_cue(plain, match, sentence.start):
            semicolon = plain.find(";", match.end(), sentence.end)
            found.append((match.end(), semicolon if semicolon >= 0 else sentence.end))
    return found[:MOST_FIGURES]


def of_fitting_whole(outline: Outline, found: Breakdown) -> Breakdown:
    """Parts that come to more than the nearest of several figures, and fit into one told before it, are of that one:
    "lập 860 biên bản, xử lý 815 biên bản. Trong đó …"."""
    total = sum((part.known for part in found.parts), Fraction(0))
    if total <= found.whole.known:
        return found
    own = outline.reading.sentences[found.whole.sentence]
    for placed in reversed(outline.placed(own)[-MOST_FIGURES:]):
        figure = placed.figure
        if figure.start >= found.whole.start or placed.depth or not is_amount(figure):
            continue
        if is_compared(figure) and figure.qualifier is Qualifier.EXACT:  # "hơn 2 tỷ đồng" is no comparison
            continue
        if kinship(found.whole, figure) is Kinship.SURE and total <= figure.known + figure.half_step:
            return replace(found, whole=figure)
    return found
