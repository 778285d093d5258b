"""Gấp đôi, gấp rưỡi, giảm một nửa: a multiple said in words, held loosely against the two levels it is said of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import Context
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.changes.pairs import pair_of
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.relations import Share, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

_TIMES = {"rưỡi": Fraction(3, 2), "đôi": Fraction(2), "hai": Fraction(2), "ba": Fraction(3), "bốn": Fraction(4)}
_SAID = re.compile(
    r"(?<!\w)(?P<hedge>(?:hơn|gần|khoảng)\s+)?gấp\s+(?P<more>(?:hơn|gần|khoảng)\s+)?(?P<times>rưỡi|đôi|ba|bốn)(?!\w)"
)
_HALVED = re.compile(r"(?<!\w)(?:giảm|chỉ bằng|chỉ còn)\s+(?P<hedge>(?:hơn|gần|khoảng)\s+)?(?:một nửa|phân nửa)(?!\w)")
#: How far from the word the levels may lie: "gấp đôi" is said of 1,75 to 2,25 times.
_SLACK = Fraction(1, 8)


def multiples_in_words(context: Context, sentence: Sentence, told: list[Told]) -> Iterator[Claim]:
    """The multiples of a sentence that are words."""
    plain = context.reading.source.plain
    if not told or not ("gấp" in plain[sentence.start : sentence.end] or "nửa" in plain[sentence.start : sentence.end]):
        return
    for pattern in (_SAID, _HALVED):
        for match in pattern.finditer(plain, sentence.start, sentence.end):
            times = _TIMES[match["times"]] if pattern is _SAID else Fraction(1, 2)
            change = _as_told(told, match, times, plain)
            pair = pair_of(context, sentence, change)
            if pair is not None and pair.certainty is not Certainty.GUESSED:
                yield _claim(pair.before.figure, pair.after.figure, times, match)


def _as_told(told: list[Told], match: re.Match[str], times: Fraction, plain: str) -> Told:
    """The words as a change for the search of its levels; no figure of the text."""
    last = [one for one in told if one.figure.start < match.start()]
    like = (last or told)[-1].figure
    figure = replace(
        like, index=-1, start=match.start(), end=match.end(), number_end=match.end(), text=match[0],
        measure=Measure.OTHER, unit="lần", value=times, noun=(), per="",
    )  # fmt: skip
    gap = plain[last[-1].figure.end if last else max(0, match.start() - 80) : match.start()]
    return Told(figure, Role.TIMES, None, gap, 1 if times > 1 else -1)


def _claim(before: Figure, after: Figure, times: Fraction, match: re.Match[str]) -> Claim:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        known = Stated("", times, times * _SLACK, _hedge(match), match[0])
        return Share(stated(after), stated(before), known).check()

    ratio = f"{float(after.known / before.known):.2f}".replace(".", ",") if before.known else "?"
    return claim(
        FindingKind.RELATIVE_CHANGE, judge, Certainty.IMPLIED, after, (before,),
        f"{after.text} : {before.text} = {ratio} lần; văn bản ghi {match[0]}",
        f"{after.text} so với {before.text} là {ratio} lần, văn bản ghi {match[0]}.",
        f"{after.text} is {ratio} times {before.text}, the text says {match[0]}.", computed=f"{ratio} lần",
    )  # fmt: skip


def _hedge(match: re.Match[str]) -> Qualifier:
    words = (match["hedge"] or "") + (match.groupdict().get("more") or "")
    if "hơn" in words:
        return Qualifier.LOWER_BOUND
    return Qualifier.UPPER_BOUND if "gần" in words else Qualifier.EXACT
