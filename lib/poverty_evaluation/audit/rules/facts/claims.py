"""Kết luận về một việc nêu hai lần: the claim that two figures tell one fact, and what to look at."""

from __future__ import annotations

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.relations import SameFact
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind


def agree(first: Figure, second: Figure) -> bool:
    """Whether two figures may be one, by their printed precision and hedges."""
    is_exact = first.qualifier is Qualifier.EXACT and second.qualifier is Qualifier.EXACT
    if first.known == second.known or (is_exact and not first.half_step and not second.half_step):
        return first.known == second.known
    one, other = first.stated(), second.stated()
    return SameFact(one, other).check().agrees or SameFact(other, one).check().agrees


def fact_claim(first: Figure, second: Figure, certainty: Certainty) -> Claim:
    """The claim over two figures of one fact; the coarser or later one is what is stated."""
    is_coarse = second.half_step < first.half_step or first.qualifier is not Qualifier.EXACT
    stated, other = (first, second) if is_coarse else (second, first)
    agrees = agree(first, second)
    vi = (
        f"Cùng một việc nêu hai lần, các số khớp nhau: {first.text} và {second.text}."
        if agrees
        else f"Cùng một việc mà nơi nêu {first.text}, nơi nêu {second.text}; đề nghị kiểm tra và sửa cho thống nhất."
    )
    en = (
        f"The same fact is told twice and the figures agree: {first.text} and {second.text}."
        if agrees
        else f"The same fact is {first.text} at one place and {second.text} at another; see which is right."
    )
    return claim(
        FindingKind.DUPLICATE, lambda told: SameFact(told(other), told(stated)).check(), certainty, stated, (other,),
        f"{first.text} {'=' if agrees else '≠'} {second.text}", vi, en,
        readings=() if agrees else (first.text, second.text),
    )  # fmt: skip
