"""Một việc nêu hai lần: events told under several organisations, and amounts told in digits and in words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount, in_text, told
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.reference import Organisation
from poverty_evaluation.relations import SameFact, State, WordsAgainstDigits
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.rows import rows_of


def check_events(
    activities: pd.DataFrame, figures: Mapping[str, list[Figure]], organisations: Mapping[str, Organisation]
) -> list[Finding]:
    """One warning per event told more than once with equal figures; an error for each pair that differs."""
    findings: list[Finding] = []
    events = activities[activities["event_id"] != ""]
    for _, rows in events.groupby("event_id", sort=False):
        equal: dict[str, list[Figure]] = {}
        for first, second in combinations(rows_of(rows), 2):
            for one, other in _same_facts(figures[first.activity_id], figures[second.activity_id]):
                state = SameFact(one.stated(), other.stated()).check().state
                if state in (State.CONTRADICTION, State.LIKELY):
                    findings.append(_differs(one, other, state))
                elif state is not State.UNVERIFIABLE:
                    tellings = equal.setdefault(one.role, [])
                    tellings += [figure for figure in (one, other) if figure not in tellings]
        if equal:
            findings.append(_counted_once(rows, list(equal.values()), organisations))
    return findings


def _same_facts(one: list[Figure], other: list[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs of one role, unit and flow: a gift and a loan of one event are two facts."""
    by_role = {(figure.role, figure.unit_code, figure.flow): figure for figure in other}
    return [
        (figure, by_role[figure.role, figure.unit_code, figure.flow])
        for figure in one
        if (figure.role, figure.unit_code, figure.flow) in by_role
    ]


def _counted_once(
    rows: pd.DataFrame, equal: list[list[Figure]], organisations: Mapping[str, Organisation]
) -> Finding:  # fmt: skip
    tellers = [organisations[code] for code in dict.fromkeys(rows["organisation_code"])]
    under = organisations[rows["counted_under"].iloc[0]]
    first = equal[0][0]
    listed, listed_en = ("; ".join(told(facts[0], language) for facts in equal) for language in ("vi", "en"))
    added = "; ".join(
        f"{' + '.join(_addend(figure) for figure in facts)} = {amount(len(facts) * facts[0].value, facts[0])}"
        for facts in equal
        if facts[0].value is not None
    )
    return make_finding(
        FindingKind.DUPLICATE,
        [figure for facts in equal for figure in facts],
        (
            f"“{first.label_vi}” được nêu {in_text(len(rows))} lần với cùng số liệu ({listed}), tại phần của "
            f"{' và '.join(teller.label_vi for teller in tellers)}; chỉ tính một lần, vào {under.label_vi}.",
            f"“{first.label_en}” is reported {_times(len(rows))} with the same figures ({listed_en}), under "
            f"{' and '.join(teller.label_en for teller in tellers)}; it is counted once, under {under.label_en}.",
        ),
        listed,
        f"Nếu cộng cả {len(rows)} lần: {added}",
        quote=listed,
    )


def _addend(figure: Figure) -> str:
    """A figure in Vietnamese format, whatever the format of its file; a hedged one in the words of the office."""
    return amount(figure.value, figure) if figure.value is not None and figure.is_exact else figure.quote


def _tellers(one: Figure, other: Figure) -> str:
    """The two offices by name, where both are known."""
    names = [one.asked_vi, other.asked_vi]
    return " và ".join(names) if len(set(names)) == len(names) else "các đơn vị"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def _differs(one: Figure, other: Figure, state: State) -> Finding:
    finding = make_finding(
        FindingKind.DUPLICATE,
        [one, other],
        (
            f"“{one.label_vi}” được nêu hai lần với số liệu khác nhau: {one.quote} và {other.quote}. Đề nghị "
            f"{_tellers(one, other)} thống nhất số liệu.",
            f"“{one.label_en}” is reported twice with different figures: {told(one, 'en')} and {told(other, 'en')}. "
            "The offices should agree on one.",
        ),
        one.as_printed,
        f"{one.quote} ≠ {other.quote}",
        severity=Severity.ERROR,
    )
    return weaker(finding) if state is State.LIKELY else finding


def check_words(figures: Mapping[str, list[Figure]]) -> list[Finding]:
    """An error where the amount in words is not the amount in digits; which is right cannot be told from them."""
    findings = []
    for tellings in figures.values():
        by_role = {figure.role: figure for figure in tellings}
        digits, words = by_role.get("money"), by_role.get("money_in_words")
        if digits is None or words is None or digits.value is None or words.value is None:
            continue
        state = WordsAgainstDigits(words.stated(), digits.stated()).check().state
        if state not in (State.CONTRADICTION, State.LIKELY):
            continue
        in_digits, in_words = amount(digits.value, digits), amount(words.value, digits)
        apart = abs(digits.value - words.value)
        difference, difference_en = (amount(apart, digits, language) for language in ("vi", "en"))
        finding = make_finding(
            FindingKind.WORDS,
            [digits, words],
            (
                f"“{digits.label_vi}”: số tiền bằng số là {digits.quote}, bằng chữ là “{words.as_printed}” "
                f"({in_words}), chênh lệch {difference}. Không thể xác định số nào đúng; báo cáo tính theo số, đề nghị "
                f"{digits.asked_vi} xác nhận.",
                f"“{digits.label_en}”: {told(digits, 'en')} in digits, “{words.as_printed}” "
                f"({amount(words.value, digits, 'en')}) in words, a difference of {difference_en}. Which is right "
                f"cannot be told; the report uses the digits until {digits.asked_en} confirms one of them.",
            ),
            digits.as_printed,
            f"{in_words} ≠ {in_digits} (chênh lệch {difference})",
            quote=f"{digits.quote} … {words.as_printed}",
        )
        findings.append(weaker(finding) if state is State.LIKELY else finding)
    return findings
