"""Phép cộng nói thành lời: "nam/nữ: 613/879", "con số này là 23 cộng với 16", "tính cả 17 bên cạnh 63 thì có 80"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites, kinship
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, is_amount
from poverty_evaluation.audit.rules.parts.totals import groups_of, total_of
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength

_PAIR = re.compile(
    r"(?P<one>[^\W\d_]+(?: [^\W\d_]+)?) ?/ ?(?P<other>[^\W\d_]+(?: [^\W\d_]+)?)(?: (?:là|lần lượt là))?[ :=]*$"
)
_SLASH = re.compile(r"\s?/\s?$")
#: "Con số này là …", "Số tiền trên gồm …": what was told last is made of what follows.
_MADE_OF = re.compile(
    r"\s*(?:con số|số|kết quả|tổng|lượng|mức|khoản)(?: [^\W\d_]+){0,2}? (?:này|đó|ấy|trên|vừa nêu) "
    r"(?:chính )?(?:là|gồm|bằng|do|được)(?!\w)"
)
_PLUS = re.compile(r"(?<!\w)cộng(?: (?:với|thêm))?(?: [^\W\d_]+){0,4} $|\s?\+\s?$")
#: "Tính cả 17 … bên cạnh 63 … thì có 80 …", "cộng 17 … với 63 … được 80 …".
_TAKEN = re.compile(r"(?<!\w)(?:tính (?:cả|thêm|gộp|chung)|kể cả|gộp(?: cả)?|cộng(?: cả)?|gom)(?: [^\W\d_]+){0,5} $")
_BESIDE = re.compile(r"(?<!\w)(?:bên cạnh|cùng(?: với)?|và|với|cộng(?: với)?)(?: [^\W\d_]+){0,5} $")
_MAKES = re.compile(r"(?<!\w)(?:thì|là|được|thành|tổng|có|lên)(?!\w)")


def additions(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """The sums that a sentence says as an addition, with a pair of opposites, "cộng với" or "tính cả … thì"."""
    if len(sentence.figures) > MOST_FIGURES:
        return
    figures = outline.reading.figures_of(sentence)
    for place, first in enumerate(figures[:-1]):
        second = figures[place + 1]
        if not is_amount(first) or not is_amount(second) or first.is_denominator:
            continue
        yield from _pair(outline, sentence, first, second)
        yield from _made_of(outline, sentence, first, second)
        if place + 2 < len(figures):
            yield from _taken_together(outline, sentence, figures[place : place + 3])


def _pair(outline: Outline, sentence: Sentence, first: Figure, second: Figure) -> Iterator[Breakdown]:
    """nam/nữ: 613/879, behind the number of both."""
    plain = outline.plain
    names = _PAIR.search(plain, max(sentence.start, first.start - 60), first.start)
    if names is None or not _SLASH.match(plain[first.end : second.start]):
        return
    if first.measure is not Measure.COUNT or not are_opposites(names["one"], names["other"]):
        return
    before = [one.figure for one in outline.placed(sentence) if one.figure.start < names.start() and not one.depth]
    whole = before[-1] if before else None
    if whole is None or not is_amount(whole) or whole.measure is not Measure.COUNT or not whole.unit:
        return
    yield _breakdown(whole, (first, second))


def _made_of(outline: Outline, sentence: Sentence, first: Figure, second: Figure) -> Iterator[Breakdown]:
    """Con số này là 23 … cộng với 16 …, behind the sentence that tells it."""
    plain, start = outline.plain, sentence.start
    opening = _MADE_OF.match(plain, start, first.start)
    if opening is None or first.index != sentence.figures[0] or first.start - opening.end() > 40:
        return
    if not _PLUS.search(plain, first.end, second.start) or first.measure is not second.measure:
        return
    own = outline.sentences(sentence.block)
    place = sentence.index - own[0].index
    told = [one.figure for one in outline.placed(own[place - 1]) if is_amount(one.figure)] if place else []
    counts = (Measure.COUNT, Measure.OTHER)  # "41 bàn … 23 lần lập công"
    alike = [one for one in told if one.measure is first.measure or {one.measure, first.measure} == set(counts)]
    if alike:
        yield from _if_near(alike[-1], (first, second))


def _taken_together(outline: Outline, sentence: Sentence, three: Sequence[Figure]) -> Iterator[Breakdown]:
    """Tính cả 17 … bên cạnh 63 … thì có 80 …: three figures one behind the other."""
    first, second, whole = three
    plain = outline.plain
    if not _TAKEN.search(plain, max(sentence.start, first.start - 60), first.start):
        return
    if not _BESIDE.search(plain, first.end, second.start) or not _MAKES.search(plain, second.end, whole.start):
        return
    if is_amount(whole) and kinship(whole, first) is Kinship.SURE and kinship(whole, second) is Kinship.SURE:
        yield from _if_near(whole, (first, second))


def _if_near(whole: Figure, parts: tuple[Figure, ...]) -> Iterator[Breakdown]:
    if abs(total_of(parts) - whole.known) * 4 <= whole.known and all(part.known < whole.known for part in parts):
        yield _breakdown(whole, parts)


def _breakdown(whole: Figure, parts: tuple[Figure, ...]) -> Breakdown:
    return Breakdown(whole, parts, Strength.SAID, groups_of(parts), (), Kinship.SURE, True, "")
