"""Cơ cấu của một số liệu: within one activity, money against its sources, houses against the kinds of houses,
households against the classes of poverty among them, and overdue loans against the loans outstanding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.ingest.checks.amounts import amount
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.ingest.positions import Pair
from poverty_evaluation.relations import State, SumOfParts, Verdict
from poverty_evaluation.vocabulary import figure_roles as roles
from poverty_evaluation.vocabulary.choices import Flow
from poverty_evaluation.vocabulary.findings import Finding

_WRONG = (State.CONTRADICTION, State.LIKELY)


@dataclass(frozen=True, slots=True)
class _Structure:
    """A role and the roles it is made up of. is_whole: all of them together are all of it; otherwise they may only
    not exceed it. named: what they are called, in Vietnamese and English."""

    whole: str
    parts: tuple[str, ...]
    is_whole: bool
    named: tuple[str, str]


_SOURCES = "Các nguồn kinh phí", "The sources of the money"
_HOUSES = "Số nhà xây mới và sửa chữa", "The houses built and repaired"
_CLASSES = "Số hộ nghèo, cận nghèo, mới thoát nghèo", "The poor, near-poor and newly escaped households"
_STRUCTURES = (
    _Structure(roles.MONEY, roles.MONEY_SOURCES, True, _SOURCES),
    _Structure(roles.ITEMS, roles.KINDS_OF_HOUSES, True, _HOUSES),
    _Structure(roles.HOUSEHOLDS, roles.KINDS_OF_HOUSES, True, _HOUSES),
    _Structure(roles.HOUSEHOLDS, roles.CLASSES_AMONG, False, _CLASSES),
)


def check_structures(figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """Findings where figures of one activity exceed, or do not make up, the figure they belong to."""
    findings: list[Finding] = []
    for told in figures.values():
        by_role = {figure.role: figure for figure in told}
        for structure in _STRUCTURES:
            findings += _structure(structure, by_role)
        findings += _overdue(by_role)
    return findings


def _structure(structure: _Structure, by_role: Mapping[str, Figure]) -> Iterator[Finding]:
    """An error where the parts exceed the whole or all of them do not make it up; a warning where several do not,
    since another source may only not have been told."""
    whole = by_role.get(structure.whole)
    if whole is None or whole.value is None:
        return
    told = [by_role[role] for role in structure.parts if role in by_role]
    parts = [part for part in told if part.value is not None and part.unit_code == whole.unit_code]
    if not parts:
        return
    are_all = structure.is_whole and len(parts) == len(structure.parts)
    stated = tuple(part.stated() for part in parts)
    if (verdict := SumOfParts(whole.stated(), stated, are_all).check()).state in _WRONG:
        yield _differs(structure, whole, parts, verdict, is_sure=True)
    elif structure.is_whole and len(parts) > 1 and len(told) == len(parts):
        verdict = SumOfParts(whole.stated(), stated, True).check()
        if verdict.state in _WRONG:
            yield _differs(structure, whole, parts, verdict, is_sure=False)


def _differs(
    structure: _Structure, whole: Figure, parts: list[Figure], verdict: Verdict, is_sure: bool
) -> Finding:  # fmt: skip
    total = sum((part.value for part in parts if part.value is not None), Fraction(0))
    stated = whole.value or Fraction(0)
    terms = " + ".join(amount(part.value, part) for part in parts if part.value is not None)
    (difference, difference_en), above = _written(abs(total - stated), whole), total > stated
    finding = make_finding(
        verdict.kind,
        [whole, *parts],
        (
            f"{structure.named[0]} của “{whole.label_vi}” cộng lại bằng {amount(total, whole)}, "
            f"{'vượt' if above else 'thấp hơn'} số chung {amount(stated, whole)} là {difference}. Đề nghị "
            f"{whole.asked_vi} kiểm tra, xác nhận.",
            f"{structure.named[1]} of “{whole.label_en}” add up to {amount(total, whole, 'en')}, "
            f"{difference_en} {'more' if above else 'less'} than the {amount(stated, whole, 'en')} stated for all.",
        ),
        whole.as_printed,
        f"{terms} = {amount(total, whole)} ≠ {amount(stated, whole)}",
    )
    return finding if is_sure and verdict.state is State.CONTRADICTION else weaker(finding)


def _written(value: Fraction, like: Figure) -> Pair:
    return amount(value, like), amount(value, like, "en")


def _overdue(by_role: Mapping[str, Figure]) -> Iterator[Finding]:
    """No more of the loans outstanding can be overdue than there are."""
    overdue, loans = by_role.get(roles.OVERDUE), by_role.get(roles.MONEY)
    if overdue is None or loans is None or loans.flow is not Flow.LOAN_OUTSTANDING or overdue.value is None:
        return
    verdict = SumOfParts(loans.stated(), (overdue.stated(),), False).check()
    if verdict.state not in _WRONG or loans.value is None:
        return
    (much, much_en), (most, most_en) = _written(overdue.value, overdue), _written(loans.value, loans)
    finding = make_finding(
        verdict.kind,
        [overdue, loans],
        (
            f"“{loans.label_vi}”: nợ quá hạn {much} lớn hơn dư nợ {most}. Đề nghị {loans.asked_vi} kiểm tra, xác nhận.",
            f"“{loans.label_en}”: {much_en} overdue, more than the {most_en} outstanding.",
        ),
        overdue.as_printed,
        f"{much} > {most}",
    )
    yield weaker(finding) if verdict.state is State.LIKELY else finding
