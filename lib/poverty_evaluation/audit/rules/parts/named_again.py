"""Riêng …: one part of a list taken up again by its name and divided: "khoa nội 56, … Riêng khoa nội dành 33, 28"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, kinship, sort_of
from poverty_evaluation.audit.rules.parts.cues import MANY_ANSWERS
from poverty_evaluation.audit.rules.parts.lists import Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.totals import FLOW, groups_of, total_of
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength

_AGAIN = re.compile(
    r"\s*(?:riêng|trong đó,?|cụ thể,?)(?: (?:tại|ở|về|với|số|phần))? "
    r"(?P<name>[^\W\d_]+ [^\W\d_]+)(?P<third> [^\W\d_]+)?"
)
_MOST_BACK, _MOST_PARTS = 2, 12
_NEAR = 4


def named_again(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """A figure told with a name, and the parts of a sentence that opens with "riêng" and the name: never more."""
    opening = _AGAIN.match(outline.plain, sentence.start, sentence.end)
    if opening is None or len(sentence.figures) < 2:
        return
    parts = _parts(outline, sentence)
    if len(parts) < 2 or FLOW.search(outline.plain, sentence.start, sentence.end):
        return
    if MANY_ANSWERS.search(outline.plain, sentence.start, sentence.end):
        return
    for whole in _named(outline, sentence, opening["name"], opening["third"] or ""):
        told = whole if whole.unit else replace(whole, unit=parts[0].unit, noun=parts[0].noun)
        if any(kinship(told, part) is not Kinship.SURE or part.known >= whole.known for part in parts):
            continue
        if abs(total_of(parts) - whole.known) * _NEAR <= whole.known:
            groups = groups_of(parts) if sort_of(told) else ("",) * len(parts)  # beds for two illnesses are other beds
            yield Breakdown(told, parts, Strength.AMONG, groups, (), Kinship.SURE, False, "")
        return


def _parts(outline: Outline, sentence: Sentence) -> tuple[Figure, ...]:
    outer = [one.figure for one in outline.placed(sentence)[: _MOST_PARTS + 1] if not one.depth]
    fit = all(is_amount(one) and not is_compared(one) and not one.is_denominator for one in outer)
    alike = len({(one.measure, one.unit) for one in outer}) == 1 and outer[0].measure is not Measure.PERCENT
    return tuple(outer) if fit and alike and len(outer) <= _MOST_PARTS else ()


def _named(outline: Outline, sentence: Sentence, name: str, third: str) -> Iterator[Figure]:
    """The figures right behind a name in the sentences before."""
    own = outline.sentences(sentence.block)
    place = sentence.index - own[0].index
    for earlier in reversed(own[max(0, place - _MOST_BACK) : place]):
        for placed in outline.placed(earlier):
            figure = placed.figure
            if is_amount(figure) and not is_compared(figure) and figure.label.endswith((name, name + third)):
                yield figure
