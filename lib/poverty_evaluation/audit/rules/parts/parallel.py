"""Các vế song song: parts that no word announces: "Trong số 560 đơn …", opposites, the steps of a scale, like names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites, kinship, scale_of, sort_of
from poverty_evaluation.audit.rules.parts.lists import MOST_FIGURES, Outline, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength, breakdown

_OUT_OF = re.compile(r"(?<!\w)(?:trong|trên) (?:tổng )?(?:số )?(?:là )?$")
_LIKE_NAMES = re.compile(
    r"(?:và |có |riêng )?(?P<what>khối|lớp|khóa|thôn|xã|bản|ấp|phường|huyện|quý|đợt|tổ|đội|cụm|khu|tháng|năm|vòng|hạng|"
    r"loại|giải)(?!\w)"
)
_QUARTER = re.compile(r"(?<!\w)quý (?:i|ii|iii|iv|\d)(?!\w)")
_SUMMARY = re.compile(r"(?<!\w)(?:tổng|toàn|cả|quy mô|tất cả|trong số|trong)(?!\w)")
#: How near to its whole a list must come that nothing announces.
_NEAR = 10
_NEAR_SCALE = 4


def out_of(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """A whole named first: "Trong số 560 đơn nhận được, 310 đơn thuộc thẩm quyền, 260 đơn không thuộc …"."""
    if len(sentence.figures) < 3 or len(sentence.figures) > 4 * MOST_FIGURES:
        return
    for placed in outline.placed(sentence)[:-2]:
        whole = placed.figure
        if placed.depth or not is_amount(whole) or whole.measure is not Measure.COUNT:
            continue
        if not _OUT_OF.search(outline.plain, max(sentence.start, whole.start - 20), whole.start):
            continue
        segments = outline.segments(sentence, whole.end, sentence.end, 0)
        context = outline.plain[whole.end : sentence.end]
        found = breakdown(outline, whole, segments, 0, Strength.AMONG, context)
        if found is not None and found.kinship is Kinship.SURE:
            yield found
        return


def opposed(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """Two opposites behind their whole: "8.450 người, nam 4.120 người, nữ 4.330 người"."""
    if len(sentence.figures) < 2 or len(sentence.figures) > 4 * MOST_FIGURES:
        return
    segments = [one for one in outline.segments(sentence, sentence.start, sentence.end, 0) if one.figures]
    for first, second in pairwise(segments):
        one, other = first.figures[0].figure, second.figures[0].figure
        if not _are_parts(one, other) or not kinship(one, other):
            continue
        words = tuple(
            " ".join(f"{outline.plain[segment.start : part.start]} {' '.join(part.noun)}".split())
            for segment, part in ((first, one), (second, other))
        )
        if not are_opposites(*words):
            continue
        whole = _whole_before(outline, sentence, one, (one, other))
        if whole is not None and _comes_near(whole, (one, other), _NEAR_SCALE):
            yield Breakdown(whole, (one, other), Strength.IMPLIED, words, is_sole=False)


def steps(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """Three and more members of one scale, or with like names, behind their whole: "Khối 10 có 412 em, khối 11 …"."""
    if len(sentence.figures) < 3 or len(sentence.figures) > 4 * MOST_FIGURES:
        return
    run: list[tuple[str, Figure, str]] = []
    for part, words in _members(outline, sentence):
        step = _step(words)
        if run and (step != run[-1][0] or not kinship(run[-1][1], part)):
            yield from _of_run(outline, sentence, run)
            run = []
        if step:
            run.append((step, part, words))
    yield from _of_run(outline, sentence, run)


def _members(outline: Outline, sentence: Sentence) -> Iterator[tuple[Figure, str]]:
    """Every figure of a sentence that stands in no brackets of its own, with its words."""
    for segment in outline.segments(sentence, sentence.start, sentence.end, 0):
        outer = [one.figure for one in segment.figures if not one.depth] or [one.figure for one in segment.figures[:1]]
        at = segment.start
        for part in outer:
            if _are_parts(part):
                yield part, " ".join(f"{outline.plain[at : part.start]} {' '.join(part.noun)}".split())
            at = part.end


def _step(words: str) -> str:
    scale = scale_of(words)
    if scale:
        return scale
    like = _LIKE_NAMES.match(words)
    return like["what"] if like else ""


def _of_run(outline: Outline, sentence: Sentence, run: Sequence[tuple[str, Figure, str]]) -> Iterator[Breakdown]:
    if not 3 <= len(run) <= MOST_FIGURES:
        return
    parts = tuple(part for _, part, _ in run)
    whole = _whole_before(outline, sentence, parts[0], parts)
    is_scale = bool(scale_of(run[0][2]))
    if whole is None or not _comes_near(whole, parts, _NEAR_SCALE if is_scale else _NEAR):
        return
    if all(_QUARTER.search(words) for _, _, words in run) and len(run) == 3:
        return  # the year is not over
    if not is_scale and not _SUMMARY.search(whole.label) and not _SUMMARY.search(_opening(outline, whole)):
        return
    yield Breakdown(whole, parts, Strength.IMPLIED, tuple(words for _, _, words in run), is_sole=False)


def _opening(outline: Outline, whole: Figure) -> str:
    """The words at the beginning of the sentence of a whole."""
    sentence = outline.reading.sentences[whole.sentence]
    return outline.plain[sentence.start : min(sentence.start + 40, whole.start)]


def _are_parts(*figures: Figure) -> bool:
    return all(is_amount(one) and not one.is_denominator and not is_compared(one) for one in figures)


def _whole_before(outline: Outline, sentence: Sentence, first: Figure, parts: Sequence[Figure]) -> Figure | None:
    """The nearest figure in front of the parts that may be their whole, in the sentence or the one before."""
    sentences = outline.sentences(sentence.block)
    place = sentence.index - sentences[0].index
    for one in reversed(sentences[max(0, place - 1) : place + 1]):
        for placed in reversed(outline.placed(one)):
            figure = placed.figure
            if figure.start >= first.start or placed.depth or not _are_parts(figure):
                continue
            if figure.measure is Measure.COUNT and not figure.unit:
                continue
            sure = all(kinship(figure, part) is Kinship.SURE or not part.unit for part in parts)
            prizes = scale_of(" ".join(parts[0].noun)) == "prize" and sort_of(figure) == "person"
            if sure or prizes:
                return figure
    return None


def _comes_near(whole: Figure, parts: Sequence[Figure], times: int = _NEAR) -> bool:
    """Whether the parts nearly make the whole; `times`: how near where they are more."""
    off = sum(part.known for part in parts) - whole.known
    return abs(off) * (times if off > 0 else _NEAR) <= whole.known and all(part.known < whole.known for part in parts)
