"""Một việc nêu hai lần: events told under several organisations, and amounts told in digits and in words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.relations import SameFact, State, WordsAgainstDigits
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity


def check_events(
    activities: pd.DataFrame, figures: Mapping[str, list[Figure]], names: Mapping[str, tuple[str, str]]
) -> list[Finding]:
    """One warning per event told more than once with equal figures; an error for each pair that differs."""
    findings: list[Finding] = []
    told = activities[activities["event_id"] != ""]
    for _, rows in told.groupby("event_id", sort=False):
        if len(rows) < 2:
            continue
        equal: list[Figure] = []
        for first, second in combinations(rows.itertuples(index=False), 2):
            for one, other in _same_role(figures[first.activity_id], figures[second.activity_id]):
                verdict = SameFact(one.stated(), other.stated()).check()
                if verdict.agrees:
                    equal += [one, other]
                elif verdict.state is not State.UNVERIFIABLE:
                    findings.append(_differs(one, other, verdict.state))
        if equal:
            findings.append(_counted_once(rows, equal, names))
    return findings


def _same_role(one: list[Figure], other: list[Figure]) -> list[tuple[Figure, Figure]]:
    by_role = {figure.role: figure for figure in other}
    return [
        (figure, by_role[figure.role])
        for figure in one
        if figure.role in by_role and figure.unit_code == by_role[figure.role].unit_code
    ]


def _counted_once(rows: pd.DataFrame, equal: list[Figure], names: Mapping[str, tuple[str, str]]) -> Finding:
    tellers = [names.get(code, (code, code)) for code in rows["organisation_code"]]
    counted = rows["counted_under"].iloc[0]
    under = names.get(counted, (counted, counted))
    firsts = equal[::2]
    listed = "; ".join(figure.quote for figure in firsts)
    doubled = "; ".join(
        f"{figure.quote} + {figure.quote} = {amount(2 * figure.value, figure)}"
        for figure in firsts
        if figure.value is not None
    )
    return make_finding(
        FindingKind.DUPLICATE,
        equal,
        f"“{equal[0].label_vi}” được nêu {len(rows)} lần với cùng số liệu ({listed}), tại phần của "
        f"{' và '.join(vi for vi, _ in tellers)}; chỉ tính một lần, vào {under[0]}.",
        f"“{equal[0].label_en}” is told {len(rows)} times with the same figures ({listed}), under "
        f"{' and '.join(en for _, en in tellers)}; it is counted once, under {under[1]}.",
        listed,
        f"Nếu cộng cả hai: {doubled}",
        quote=listed,
    )


def _differs(one: Figure, other: Figure, state: State) -> Finding:
    finding = make_finding(
        FindingKind.DUPLICATE,
        [one, other],
        f"“{one.label_vi}” được nêu hai lần với số liệu khác nhau: {one.quote} và {other.quote}. Đề nghị các đơn vị "
        "thống nhất số liệu.",
        f"“{one.label_en}” is told twice with different figures: {one.quote} and {other.quote}. The offices should agree.",
        one.as_printed,
        f"{one.quote} ≠ {other.quote}",
        severity=Severity.ERROR,
    )
    return weaker(finding) if state is State.LIKELY else finding


def check_words(figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """An error where the amount in words is not the amount in digits; which is right cannot be told from them."""
    findings = []
    for told in figures.values():
        by_role = {figure.role: figure for figure in told}
        digits, words = by_role.get("money"), by_role.get("money_in_words")
        if digits is None or words is None:
            continue
        verdict = WordsAgainstDigits(words.stated(), digits.stated()).check()
        if verdict.agrees or verdict.state is State.UNVERIFIABLE or digits.value is None or words.value is None:
            continue
        difference = amount(abs(digits.value - words.value), digits)
        findings.append(
            make_finding(
                FindingKind.WORDS,
                [digits, words],
                f"“{digits.label_vi}”: số tiền bằng số là {digits.quote}, bằng chữ là “{words.as_printed}” "
                f"({amount(words.value, digits)}), chênh lệch {difference}. Không thể xác định số nào đúng; báo cáo tính "
                "theo số, đề nghị đơn vị xác nhận.",
                f"“{digits.label_en}”: {digits.quote} in digits, “{words.as_printed}” ({amount(words.value, digits)}) in "
                f"words, a difference of {difference}. Which is right cannot be told; the report uses the digits.",
                digits.as_printed,
                f"{amount(words.value, digits)} ≠ {amount(digits.value, digits)} (chênh lệch {difference})",
                quote=f"{digits.quote} … {words.as_printed}",
            )
        )
    return findings
