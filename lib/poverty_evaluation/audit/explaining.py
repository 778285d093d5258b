"""Một thay đổi giải thích nhiều mâu thuẫn: which one figure, read otherwise, would make several disagreements agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.judging import judged_with, written

_DISAGREE = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
_SCALES = (Fraction(1000), Fraction(1, 1000))


@dataclass(frozen=True, slots=True)
class Cause:
    """One change: the figure, what it would have to say, and the claims that it would make agree."""

    figure: Figure
    reading: str
    claims: tuple[int, ...]


def common_causes(claims: Sequence[Claim]) -> list[Cause]:
    """The changes of one figure each that explain at least two of the disagreements and break nothing that holds.

    Tried are the other readings of its digits, a scale a thousand times larger or smaller, and what each disagreement
    computes for it. A disagreement is explained once, by the change that explains most.
    """
    of_figure: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        if claim.judge is not None:
            for figure in claim.figures:
                of_figure.setdefault(figure.index, []).append(at)
    found = [
        cause
        for index, places in of_figure.items()
        if sum(claims[at].verdict in _DISAGREE for at in places) > 1
        for cause in [_best_cause(claims, places, index)]
        if cause is not None
    ]
    found.sort(key=lambda cause: (-len(cause.claims), cause.figure.index))
    explained: set[int] = set()
    kept = []
    for cause in found:
        if len(set(cause.claims) - explained) == len(cause.claims):
            explained.update(cause.claims)
            kept.append(cause)
    return kept


def _best_cause(claims: Sequence[Claim], places: Sequence[int], index: int) -> Cause | None:
    figure = next(one for one in claims[places[0]].figures if one.index == index)
    best: Cause | None = None
    for value, reading in _candidates(claims, places, figure):
        agreeing = [at for at in places if _agrees(claims[at], index, value)]
        if any(claims[at].verdict is AuditVerdict.HOLDS and at not in agreeing for at in places):
            continue
        explained = tuple(at for at in agreeing if claims[at].verdict in _DISAGREE)
        if len(explained) > 1 and (best is None or len(explained) > len(best.claims)):
            best = Cause(figure, reading, explained)
    return best


def _candidates(claims: Sequence[Claim], places: Sequence[int], figure: Figure) -> Iterator[tuple[Fraction, str]]:
    for alternative in figure.alternatives:
        yield alternative.value, alternative.text
    if figure.value is None:
        return
    for at in places:
        claim = claims[at]
        if claim.stated is figure and claim.judge is not None:
            computed = claim.judge(Figure.stated).computed
            if computed is not None:
                yield computed, written(computed, figure)
    if figure.factor > 1:
        for factor in _SCALES:
            yield figure.known * factor, written(figure.known * factor, figure)


def _agrees(claim: Claim, index: int, value: Fraction) -> bool:
    if claim.judge is None or any(figure.value is None and figure.index != index for figure in claim.figures):
        return False
    return judged_with(claim.judge, {index: value}).agrees


def with_cause(claim: Claim, cause: Cause) -> Claim:
    """The claim with the reading that would also make the others agree, first."""
    others = tuple(reading for reading in claim.readings if reading != cause.reading)
    return replace(claim, readings=(cause.reading, *others))
