"""Tích và bình quân: "mỗi hộ q kg, tổng T", "v đồng/người/tháng", "bình quân v/hộ", năng suất × diện tích."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.norms import Norm, norms_in
from poverty_evaluation.audit.rules.costs.product_claims import Term, agrees, product_claim
from poverty_evaluation.audit.rules.costs.product_cues import cue_of, is_other, is_plausible
from poverty_evaluation.audit.rules.costs.regions import Region, regions
from poverty_evaluation.audit.rules.costs.told_norms import ToldNorm

_MOST_NORMS, _MOST_TERMS = 40, 12


def products(reading: Reading) -> Iterator[Claim]:
    """What the text says of numbers, norms, totals and averages."""
    norms = reading.once(norms_in)
    if not norms:
        return
    written_out = _written_out(reading, norms)
    for region in regions(reading):
        own = [norms[figure.index] for figure in region.figures if figure.index in norms]
        together = list(_sums_of_products(reading, region, own, norms))
        yield from together
        settled = {figure.index for made in together for figure in made.figures} | written_out
        for norm in own[:_MOST_NORMS]:
            if norm.figure.index not in settled:
                yield from ToldNorm(reading, region, norm, own, norms).claims()


def _written_out(reading: Reading, norms: dict[int, Norm]) -> frozenset[int]:
    """Norms that stand in a calculation: they are judged there."""
    found = set()
    for index, norm in norms.items():
        figure = norm.figure
        if re.search(r"[x×*]\s*\(?$", reading.before(figure, 6)) or re.match(
            r"[^,;.=\d]{0,40}\s[x×*]\s*\(?\d", reading.after(figure, 60)
        ):
            found.add(index)
    return frozenset(found)


def _sums_of_products(reading: Reading, region: Region, own: list[Norm], norms: dict[int, Norm]) -> Iterator[Claim]:
    """Several groups with their norms and one total: "hộ nghèo 500.000 đồng/hộ (640 hộ), hộ cận nghèo …"."""
    terms: list[Term] = []
    for norm in own[: _MOST_TERMS + 1]:
        if norm.is_average or norm.times or (own and not norm.figure.same_measure(own[0].figure)):
            return
        told = ToldNorm(reading, region, norm, own, norms)
        numbers = [number for number in told.numbers if not any(term.number is number for term in terms)]
        gaps = {
            number.index: _gap(reading, norm, number) for number in numbers if region.ring(norm.figure, number) == 0
        }
        if norm.is_named and len(numbers) == 1:
            gaps = {numbers[0].index: 0}
        near = [number for number in numbers if gaps.get(number.index) is not None]
        if not near:
            return
        terms.append(Term(min(near, key=lambda number: gaps[number.index] or 0), (norm,)))
    if not 2 <= len(terms) <= _MOST_TERMS:
        return
    told = ToldNorm(reading, region, own[0], own, norms)
    first = min(figure.start for figure in terms[0].figures)
    totals = [
        total for total in told.totals
        if not is_other(reading, total)
        and (
            cue_of(reading, total, terms[0].number) >= 2
            or (total.end < first and ":" in reading.source.plain[total.end : first])
        )
    ]  # fmt: skip
    totals = [total for total in totals if not any(agrees((term,), total) for term in terms)]
    for total in totals:
        if agrees(tuple(terms), total):
            yield product_claim(tuple(terms), total, Certainty.SAID)
            return
    if len(totals) == 1 and not _any_subset(terms, totals[0]):
        value = sum((term.value() for term in terms), Fraction(0))
        if is_plausible(totals[0].known / value) and not told.has_more(tuple(term.number for term in terms), totals[0]):
            yield product_claim(tuple(terms), totals[0], Certainty.IMPLIED)


def _any_subset(terms: list[Term], total: Figure) -> bool:
    return len(terms) <= 6 and any(
        agrees(chosen, total) for size in range(1, len(terms)) for chosen in combinations(terms, size)
    )


def _gap(reading: Reading, norm: Norm, number: Figure) -> int | None:
    """How far a number stands from its norm: "45 nhà với mức 60 triệu đồng/nhà", "500.000 đồng/hộ (640 hộ)"."""
    first, second = sorted((norm.figure, number), key=lambda figure: figure.start)
    gap = reading.between(first, second)
    return None if len(gap) >= 60 or re.search(r"[;.]|\d", gap) else len(gap)
