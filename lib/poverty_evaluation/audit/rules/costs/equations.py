"""Phép tính ghi rõ: products written out as a calculation, "35 học viên x 30.000 đồng/ngày x 60 ngày = …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.norms import Norm, norms_in
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.relations import Stated, Verdict
from poverty_evaluation.relations.verdicts import Computed, judge_equal
from poverty_evaluation.vocabulary.findings import FindingKind

#: Between the factors, the terms and in front of the result; what stands before the sign still belongs to the figure.
_NOT_A_SIGN = r"[^=+;:\n\d×*]{0,60}?"
_TIMES = re.compile(rf"{_NOT_A_SIGN}(?:\s[x×*]\s?|\s?[×*]\s?|\snhân(?: với)?\s)\(?\s*")
_SHARE_OF = re.compile(r"\s?(?:[^\W\d_]+\s){0,3}của\s(?:[^\W\d_]+\s){0,3}")
_PLUS = re.compile(rf"{_NOT_A_SIGN}\s?\+\s?\(?\s*")
_EQUALS = re.compile(rf"{_NOT_A_SIGN}\s?=\s?(?:[^=+;\n\d]{{0,20}})")
_MOST_FACTORS = 12


@dataclass(frozen=True, slots=True)
class _Expression:
    """Terms joined by plus signs, each a product of figures, and the figure behind the equals sign."""

    terms: tuple[tuple[Figure, ...], ...]
    result: Figure


def equations(reading: Reading) -> Iterator[Claim]:
    """Every product that is written out with its result."""
    norms = reading.once(norms_in)
    for sentence in reading.sentences:
        if len(sentence.figures) >= 3:
            for expression in _expressions(reading, reading.figures_of(sentence)):
                made = _claim(expression, norms)
                if made is not None:
                    yield made


def _expressions(reading: Reading, figures: list[Figure]) -> Iterator[_Expression]:
    at = 0
    while at < len(figures):
        terms, last = [[figures[at]]], at
        while last + 1 < len(figures) and last - at < _MOST_FACTORS:
            gap = reading.between(figures[last], figures[last + 1])
            following = figures[last + 1]
            is_share = figures[last].measure is Measure.PERCENT and _SHARE_OF.fullmatch(gap)
            if _TIMES.fullmatch(gap) or is_share:
                terms[-1].append(following)
            elif _PLUS.fullmatch(gap):
                terms.append([following])
            else:
                if _EQUALS.fullmatch(gap) and any(len(term) > 1 for term in terms):
                    yield _Expression(tuple(tuple(term) for term in terms), following)
                break
            last += 1
        at = last + 1


def _claim(expression: _Expression, norms: dict[int, Norm]) -> Claim | None:
    operands = tuple(figure for term in expression.terms for figure in term)
    result = expression.result
    if not all(figure.is_readable for figure in (*operands, result)) or not result.known:
        return None
    scale = _scale(expression, norms)
    judge = _judge(expression, scale)
    certainty = Certainty.SAID if scale is not None else Certainty.GUESSED
    value = sum((_exact(term) for term in expression.terms), Fraction(0)) * (scale or 1)
    left = " + ".join(" × ".join(as_factor(figure, norms) for figure in term) for term in expression.terms)
    right = written(value, result)
    return claim(
        FindingKind.PRODUCT, judge, certainty, result, operands, f"{left} = {right}; văn bản ghi {result.text}",
        f"Phép tính ghi trong văn bản cho kết quả {right}, không phải {result.text}; đề nghị kiểm tra lại từng thừa số "
        "và kết quả." if judge(Figure.stated).agrees is False else f"Phép tính ghi trong văn bản cho đúng "
        f"{result.text}.",
        f"The calculation as written gives {right}; the text says {result.text}.",
        readings=() if judge(Figure.stated).agrees else (right,),
    )  # fmt: skip


def as_factor(figure: Figure, norms: dict[int, Norm]) -> str:
    """A figure as a factor: 30.000 đồng/ngày."""
    norm = norms.get(figure.index)
    return f"{figure.text}/{norm.one.replace(' / ', '/')}" if norm and norm.of else figure.text


def _exact(term: tuple[Figure, ...]) -> Fraction:
    value = Fraction(1)
    for figure in term:
        value *= figure.known
    return value


def _scale(expression: _Expression, norms: dict[int, Norm]) -> Fraction | None:
    """What the product of base units is multiplied by: 1/1000 for đồng/tấn times kg; None where units do not fit."""
    scales = set()
    for term in expression.terms:
        scale = Fraction(1)
        durations = {figure.unit for figure in term if figure.measure is Measure.DURATION}
        for figure in term:
            norm = norms.get(figure.index)
            if norm is None:
                continue
            if any(other.measure is norm.measure for other in term if other is not figure):
                scale /= norm.size
            if durations and norm.times and not set(norm.times) & durations:
                return None
        scales.add(scale)
    measured = [figure for term in expression.terms for figure in term if figure.measure is expression.result.measure]
    dimensions = {Measure.AREA, Measure.VOLUME}
    if not measured and expression.result.measure not in dimensions | {Measure.COUNT}:
        return None
    return scales.pop() if len(scales) == 1 else None


def _judge(expression: _Expression, scale: Fraction | None) -> Judge:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        total = Computed.exactly(Fraction(0))
        for term in expression.terms:
            product = Computed.exactly(scale or Fraction(1))
            for figure in term:
                product = product * Computed.of(stated(figure))
            total = total + product
        return judge_equal(stated(expression.result), total, FindingKind.PRODUCT, "")

    return judge
