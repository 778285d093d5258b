"""Từ quan hệ đến kết luận: claims from the arithmetic of relations, and figures written as a reader expects them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim, verdict_of
from poverty_evaluation.relations import Stated, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_MOST_DECIMALS = 6

#: What relates the figures, given each figure's stated value: lambda stated: SumOfParts(stated(whole), …).check()
Judge = Callable[[Callable[[Figure], Stated]], Verdict]


def claim(
    kind: FindingKind,
    judge: Judge,
    certainty: Certainty,
    stated: Figure,
    operands: tuple[Figure, ...],
    computation: str,
    explanation_vi: str,
    explanation_en: str,
    computed: str = "",
    readings: tuple[str, ...] = (),
    verdict: Verdict | None = None,
) -> Claim:
    """The claim of a relation over figures that can all be read, judged as they stand; verdict: where it is known.

    `computed` is written from the verdict, in the unit and scale of the stated figure, unless it is given.
    """
    verdict = judge(Figure.stated) if verdict is None else verdict
    if not computed and verdict.computed is not None:
        computed = written(verdict.computed, stated)
    return Claim(
        kind, verdict_of(verdict, certainty), stated, operands, computation, computed, explanation_vi, explanation_en,
        readings, judge=judge,
    )  # fmt: skip


def judged_with(judge: Judge, values: Mapping[int, Fraction]) -> Verdict:
    """What the relation would say if some figures, by their index, had other values."""

    def stated(figure: Figure) -> Stated:
        known = figure.stated()
        return replace(known, value=values[figure.index]) if figure.index in values else known

    return judge(stated)


def written(value: Fraction, like: Figure) -> str:
    """A value in the unit, the scale and at least the decimals of a figure: 182 hộ, 83,1513 tỷ đồng, 0,51%."""
    unit = behind_number(like)
    number = value / like.factor
    decimals = 0 if like.decimals == 0 and number.denominator == 1 else max(like.decimals, 2)
    joint = "" if unit.startswith("%") or not unit else " "
    return f"{write_number(number, decimals, trim=decimals > like.decimals)}{joint}{unit}"


def written_sum(value: Fraction, like: Figure) -> str:
    """A sum in the unit and scale of a figure with all its decimals, up to six: 83,1513 tỷ đồng."""
    if like.measure is Measure.COUNT and like.factor > 1 and (value * 10 / like.factor).denominator != 1:
        return f"{write_number(value, 0)} {like.unit}".strip()  # 3.462 suất, not 3,462 nghìn suất
    number, decimals = value / like.factor, like.decimals
    while decimals < _MOST_DECIMALS and (number * 10**decimals).denominator != 1:
        decimals += 1
    unit = behind_number(like)
    joint = "" if unit.startswith("%") or not unit else " "
    return f"{write_number(number, decimals)}{joint}{unit}"


def behind_number(figure: Figure) -> str:
    """The scale, unit or head of what is counted, as printed behind the number."""
    at = 0
    while at < len(figure.text) and (figure.text[at].isdecimal() or figure.text[at] in ".,+-–/ "):
        at += 1
    return figure.text[at:].strip()
