"""Đơn giá lệch xa: money per household, gift or house held against comparable activities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount, dong
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.relations import State, UnitCost
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, FigureKind, Flow, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_LOANS = (Flow.LOAN_DISBURSED, Flow.LOAN_OUTSTANDING)
_BORROWERS = (FigureKind.HOUSEHOLDS, FigureKind.PERSONS)


@dataclass(frozen=True, slots=True)
class _Cost:
    money: Figure
    base: Figure
    family: tuple[str, str]
    whole: str
    has_parts: bool

    @property
    def value(self) -> Fraction | None:
        return self.money.value / self.base.value if self.money.value is not None and self.base.value else None


def check_unit_costs(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """Contradictions for slips of the unit (a thousand times off), warnings for costs far from their sister parts."""
    costs = _costs(activities, figures)
    findings = []
    for cost in costs:
        others = [other for other in costs if other is not cost and other.family == cost.family]
        usual = tuple(other.value for other in others if other.value is not None)
        sisters = tuple(
            other.value for other in others if other.whole == cost.whole and cost.whole and other.value is not None
        )
        support = cost.family[0] == "support"
        check = UnitCost(cost.money.stated_literally(), cost.base.stated(), usual, sisters if support else ())
        verdict = check.check()
        if verdict.state in (State.CONTRADICTION, State.LIKELY):
            findings.append(_finding(cost, verdict.state, verdict.stated, usual, sisters, verdict.reading))
    return findings


def _costs(activities: pd.DataFrame, figures: Mapping[str, list[Figure]]) -> list[_Cost]:
    wholes = set(activities["part_of"]) - {""}
    costs = []
    for activity in activities.itertuples(index=False):
        by_role = {figure.role: figure for figure in figures[activity.activity_id]}
        money, base = by_role.get("money"), by_role.get(activity.per_role)
        if money is None or base is None or not base.value or base.status is ValueStatus.UNREADABLE:
            continue
        loan = money.flow in _LOANS
        if not loan and money.flow not in SUPPORT_FLOWS:
            continue
        unit = "borrower" if loan and base.kind in _BORROWERS else base.unit_code
        costs.append(
            _Cost(money, base, ("loan" if loan else "support", unit), activity.part_of, activity.activity_id in wholes)
        )
    return costs


def _finding(
    cost: _Cost,
    state: State,
    literal: Fraction | None,
    usual: tuple[Fraction, ...],
    sisters: tuple[Fraction, ...],
    reading: Fraction | None,
) -> Finding:
    compared = sisters if state is State.LIKELY and sisters else usual
    literal_value = literal or Fraction(0)
    low, high = dong(min(compared)), dong(max(compared))
    span = low if low == high else f"{low} đến {high}"
    span_en = low if low == high else f"{low} to {high}"
    unit = cost.base.unit
    quote = f"{cost.base.quote} … {cost.money.quote}"
    recomputed = f"{amount(_literal(cost.money), cost.money)} / {cost.base.quote} = {dong(literal_value)}/{unit}"
    if state is State.CONTRADICTION:
        read_vi = (
            f" Nếu là {amount(reading, cost.money)} thì bằng {dong(reading / _base(cost))}/{unit}." if reading else ""
        )
        read_en = f" As {amount(reading, cost.money)} it is {dong(reading / _base(cost))}/{unit}." if reading else ""
        return make_finding(
            FindingKind.UNIT,
            [cost.money, cost.base],
            f"“{quote}” ({cost.money.label_vi}): bình quân {dong(literal_value)}/{unit}, trong khi các khoản tương tự "
            f"từ {span}; sai đơn vị tính.{read_vi} Đề nghị đơn vị xác nhận.",
            f"“{quote}” ({cost.money.label_en}): {dong(literal_value)} per {unit}, while comparable ones cost {span_en}; "
            f"a wrong unit.{read_en} To be confirmed.",
            cost.money.as_printed,
            recomputed + (f"; {amount(reading, cost.money)} → {dong(reading / _base(cost))}/{unit}" if reading else ""),
            quote=quote,
        )
    times = write_number(max(literal_value, max(compared)) / min(literal_value, max(compared)), 1)
    return weaker(
        make_finding(
            FindingKind.UNIT,
            [cost.money, cost.base],
            f"“{quote}” ({cost.money.label_vi}): bình quân {dong(literal_value)}/{unit}, lệch {times} lần so với khoản "
            f"tương tự ({span}). Đề nghị đơn vị kiểm tra lại số tiền.",
            f"“{quote}” ({cost.money.label_en}): {dong(literal_value)} per {unit}, {times} times off the comparable one "
            f"({span_en}). The amount should be checked.",
            cost.money.as_printed,
            recomputed,
            quote=quote,
        )
    )


def _literal(money: Figure) -> Fraction:
    stated = money.stated_literally()
    return stated.value if stated is not None else Fraction(0)


def _base(cost: _Cost) -> Fraction:
    return cost.base.value or Fraction(1)
