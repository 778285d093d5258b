"""Đơn giá lệch xa: money per household, gift or house held against comparable activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount, dong, per_one
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.relations import State, UnitCost, Verdict
from poverty_evaluation.relations.unit_costs import FAR
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, FigureKind, Flow
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.quantities import write_number
from poverty_evaluation.vocabulary.rows import rows_of

_LOANS = (Flow.LOAN_DISBURSED, Flow.LOAN_OUTSTANDING)
_BORROWERS = (FigureKind.HOUSEHOLDS, FigureKind.PERSONS)


@dataclass(frozen=True, slots=True)
class _Cost:
    """Money and what it is divided by; comparable costs are of one family; whole: the activity it is a part of."""

    money: Figure
    base: Figure
    family: tuple[str, str]
    whole: str

    @property
    def value(self) -> Fraction:
        """As read; 0 where there is no amount."""
        if self.money.value is None or not self.base.value:
            return Fraction(0)
        return self.money.value / self.base.value

    def of(self, money: Fraction, language: str = "vi") -> str:
        """What an amount comes to for one of the base, written out."""
        return per_one(money / (self.base.value or 1), self.base, language)


def check_unit_costs(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """Contradictions for slips of the unit (a thousand or a million times off), warnings for costs far from their
    sister parts."""
    costs = _costs(activities, figures)
    findings = []
    for cost in costs:
        comparable = _comparable(cost, costs)
        usual = tuple(other.value for other in comparable)
        sisters = tuple(other.value for other in comparable if cost.whole and other.whole == cost.whole)
        judged_by_sisters = sisters if cost.family[0] == "support" else ()
        verdict = UnitCost(cost.money.stated_literally(), cost.base.stated(), usual, judged_by_sisters).check()
        if verdict.state is State.CONTRADICTION:
            findings.append(_slip(cost, verdict, usual))
        elif verdict.state is State.LIKELY:
            findings.append(_outlying(cost, verdict, judged_by_sisters or usual))
    return findings


def _comparable(cost: _Cost, costs: Sequence[_Cost]) -> list[_Cost]:
    """The others of its family, without those far from its middle: one slip must not make the rest look wrong."""
    family = [other for other in costs if other.family == cost.family and other.value > 0]
    others = [other for other in family if other is not cost]
    if not others:
        return []
    middle = median(other.value for other in family)
    return [other for other in others if middle / FAR < other.value < middle * FAR] or others


def _costs(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[_Cost]:
    costs = []
    for activity in rows_of(activities):
        by_role = {figure.role: figure for figure in figures[activity.activity_id]}
        money, base = by_role.get("money"), by_role.get(activity.per_role)
        if money is None or base is None or not base.value:
            continue
        loan = money.flow in _LOANS
        if not loan and money.flow not in SUPPORT_FLOWS:
            continue
        unit = "borrower" if loan and base.kind in _BORROWERS else base.unit_code
        costs.append(_Cost(money, base, ("loan" if loan else "support", unit), activity.part_of))
    return costs


def _slip(cost: _Cost, verdict: Verdict, usual: Sequence[Fraction]) -> Finding:
    """A wrong unit: a thousand or a million times more or less would be like the others."""
    literal, span_vi, span_en = _literal(cost), *_span(usual)
    mended, mended_vi, mended_en = "", "", ""
    if verdict.reading is not None:
        reading, fitting = amount(verdict.reading, cost.money), cost.of(verdict.reading)
        mended = f"; {reading} → {fitting}"
        mended_vi = f" Nếu là {reading} thì bằng {fitting}."
        mended_en = f" As {amount(verdict.reading, cost.money, 'en')} it is {cost.of(verdict.reading, 'en')}."
    return make_finding(
        FindingKind.UNIT,
        [cost.money, cost.base],
        (
            f"“{_quote(cost)}” ({cost.money.label_vi}): bình quân {cost.of(literal)}, trong khi các khoản tương tự "
            f"{span_vi}; sai đơn vị tính.{mended_vi} Đề nghị {cost.money.asked_vi} xác nhận.",
            f"“{_quote(cost)}” ({cost.money.label_en}): {cost.of(literal, 'en')}, while comparable ones cost "
            f"{span_en}; a wrong unit.{mended_en} To be confirmed by {cost.money.asked_en}.",
        ),
        cost.money.as_printed,
        f"{_division(cost, literal)}{mended}",
        quote=_quote(cost),
    )


def _outlying(cost: _Cost, verdict: Verdict, compared: Sequence[Fraction]) -> Finding:
    """A cost far from comparable ones, without a unit that would explain it."""
    literal, span_vi, span_en = _literal(cost), *_span(compared)
    own, nearest = verdict.stated or cost.value, max(compared)
    ratio = max(own, nearest) / min(own, nearest)
    times, times_en = (write_number(ratio, 1, language) for language in ("vi", "en"))
    finding = make_finding(
        FindingKind.UNIT,
        [cost.money, cost.base],
        (
            f"“{_quote(cost)}” ({cost.money.label_vi}): bình quân {cost.of(literal)}, lệch {times} lần so với khoản "
            f"tương tự ({span_vi}). Đề nghị {cost.money.asked_vi} kiểm tra lại số tiền.",
            f"“{_quote(cost)}” ({cost.money.label_en}): {cost.of(literal, 'en')}, {times_en} times off the comparable "
            f"one ({span_en}). The amount should be checked by {cost.money.asked_en}.",
        ),
        cost.money.as_printed,
        _division(cost, literal),
        quote=_quote(cost),
    )
    return weaker(finding)


def _literal(cost: _Cost) -> Fraction:
    stated = cost.money.stated_literally()
    return stated.value if stated is not None else Fraction(0)


def _quote(cost: _Cost) -> str:
    return f"{cost.base.quote} … {cost.money.quote}"


def _division(cost: _Cost, money: Fraction) -> str:
    return f"{amount(money, cost.money)} / {cost.base.quote} = {cost.of(money)}"


def _span(costs: Sequence[Fraction]) -> tuple[str, str]:
    (low_vi, low_en), (high_vi, high_en) = (
        [dong(end, language) for language in ("vi", "en")] for end in (min(costs), max(costs))
    )
    return (low_vi, low_en) if low_vi == high_vi else (f"từ {low_vi} đến {high_vi}", f"{low_en} to {high_en}")
