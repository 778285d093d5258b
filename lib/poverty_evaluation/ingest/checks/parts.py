"""Tổng và "trong đó": the parts of an activity against the whole, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount, in_text
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.relations import State, SumOfParts
from poverty_evaluation.relations.unit_costs import FAR
from poverty_evaluation.vocabulary.choices import FigureKind, Parts
from poverty_evaluation.vocabulary.figure_roles import ADDED_ROLES
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.rows import rows_of

_ADDITIVE = (
    FigureKind.HOUSEHOLDS, FigureKind.PERSONS, FigureKind.OCCURRENCES, FigureKind.ITEMS, FigureKind.WEIGHT,
    FigureKind.MONEY, FigureKind.WORK_DAYS,
)  # fmt: skip


def check_parts(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """Findings where parts do not make up, or exceed, the whole they belong to; slips of the unit told apart."""
    findings: list[Finding] = []
    for whole in rows_of(activities):
        children = activities.loc[activities["part_of"] == whole.activity_id, "activity_id"]
        if not len(children):
            continue
        complete = whole.parts == Parts.COMPLETE
        for figure, parts in _aligned(figures[whole.activity_id], [figures[child] for child in children]):
            slip = _unit_slip(figure, parts)
            if slip is not None:
                findings.append(slip)
            if slip is None or figure.is_reread or any(part.is_reread for part in parts):
                findings += _sum(figure, parts, complete and len(parts) == len(children))
    return findings


def _aligned(whole: list[Figure], children: list[list[Figure]]) -> Iterator[tuple[Figure, list[Figure]]]:
    """The figures of the whole that add up (no norm in a role of its own), each with the parts of the same unit."""
    for figure in whole:
        if figure.kind in _ADDITIVE and (figure.role == figure.kind or figure.role in ADDED_ROLES):
            parts = [
                part
                for child in children
                for part in child
                if part.role == figure.role and part.unit_code == figure.unit_code
            ]
            if parts:
                yield figure, parts


def _unit_slip(whole: Figure, parts: list[Figure]) -> Finding | None:
    """An amount of money that is smaller than parts of its own, a hundred times over."""
    stated, literal = whole.stated_literally(), [part.stated_literally() for part in parts]
    known = [part for part in literal if part is not None]
    if stated is None or not known or stated.value <= 0 or whole.kind is not FigureKind.MONEY:
        return None
    larger = [part for part in known if part.value > stated.value]
    total = sum((part.value for part in known), Fraction(0))
    if not larger or total < FAR * stated.value:
        return None
    listed = "; ".join(part.as_printed for part in larger)
    listed_en = "; ".join(amount(part.value, whole, "en") for part in larger)
    adopted_vi, adopted_en = "", ""
    if whole.is_reread and whole.value:
        adopted_vi, adopted_en = (
            f"; đọc là {amount(whole.value, whole)}",
            f"; read as {amount(whole.value, whole, 'en')}",
        )
    return make_finding(
        FindingKind.UNIT,
        [whole],
        (
            f"Tổng “{whole.quote}” ({whole.label_vi}) nhỏ hơn {in_text(len(larger))} khoản “trong đó” của chính "
            f"nó ({listed}): sai đơn vị tính{adopted_vi}. Đề nghị {whole.asked_vi} xác nhận.",
            f"The total “{whole.quote}” ({whole.label_en}) is smaller than {len(larger)} of its own parts "
            f"({listed_en}): a wrong unit{adopted_en}. To be confirmed by {whole.asked_en}.",
        ),
        whole.as_printed,
        f"{len(larger)}/{len(known)} khoản trong đó lớn hơn tổng {amount(stated.value, whole)}: {listed}",
        quote=f"{whole.quote} … {' … '.join(part.as_printed for part in larger)}",
    )


def _sum(whole: Figure, parts: list[Figure], complete: bool) -> list[Finding]:
    verdict = SumOfParts(whole.stated(), tuple(part.stated() for part in parts), complete).check()
    if verdict.state not in (State.CONTRADICTION, State.LIKELY) or whole.value is None:
        return []
    total = sum((part.value for part in parts if part.value is not None), Fraction(0))
    terms = " + ".join(amount(part.value, part) for part in parts if part.value is not None)
    difference, difference_en = (amount(abs(total - whole.value), whole, language) for language in ("vi", "en"))
    above = total > whole.value
    finding = make_finding(
        FindingKind.SUM,
        [whole, *parts],
        (
            f"Các khoản “trong đó” của “{whole.label_vi}” cộng lại bằng {amount(total, whole)}, "
            f"{'vượt' if above else 'thấp hơn'} tổng {amount(whole.value, whole)} là {difference}. Đề nghị "
            f"{whole.asked_vi} kiểm tra, xác nhận.",
            f"The parts of “{whole.label_en}” add up to {amount(total, whole, 'en')}, {difference_en} "
            f"{'more' if above else 'less'} than the stated total of {amount(whole.value, whole, 'en')}. To be "
            f"confirmed by {whole.asked_en}.",
        ),
        whole.as_printed,
        f"{terms} = {amount(total, whole)} ≠ {amount(whole.value, whole)}",
    )
    return [weaker(finding) if verdict.state is State.LIKELY else finding]
