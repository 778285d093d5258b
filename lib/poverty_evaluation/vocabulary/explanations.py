"""Giải trình: what an office answered to a finding, joined to it again as long as its figures are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id


@dataclass(frozen=True, slots=True)
class Explanation:
    """One entry of explanations.yml. stated, computed: the figures as printed and the recomputation that the answer
    was given to, copied from the finding. file, row: where the entry stands, for what is said of it."""

    finding: str
    stated: str
    computed: str
    explanation_vi: str
    recorded: date
    by: str
    explanation_en: str = ""
    file: str = ""
    row: int | None = None


def explained(findings: Iterable[Finding], explanations: Iterable[Explanation]) -> tuple[Finding, ...]:
    """The findings with what was answered to them; a note for each answer that no finding of today asks for.

    An answer was given to figures. Where the finding is gone, or prints or recomputes other figures now, the answer
    is not used: the finding stands unexplained and the note says why.
    """
    told = list(findings)
    by_id = {finding.id: finding for finding in told}
    answers: dict[str, Explanation] = {}
    stale: list[Finding] = []
    for entry in explanations:
        finding = by_id.get(entry.finding)
        if finding is not None and _is_about(entry, finding):
            answers[finding.id] = entry
        else:
            stale.append(_stale(entry, finding))
    return (*(_answered(finding, answers) for finding in told), *stale)


def _answered(finding: Finding, answers: Mapping[str, Explanation]) -> Finding:
    entry = answers.get(finding.id)
    if entry is None:
        return finding
    return replace(finding, explanation=entry.explanation_vi, explanation_en=entry.explanation_en)


def _is_about(entry: Explanation, finding: Finding) -> bool:
    """Whether the figures are still those that were answered to: as quoted, or the stated figure alone."""
    printed = {_text(finding.quote), _text(finding.stated or finding.quote)}
    return _text(entry.stated) in printed and _text(entry.computed) == _text(finding.computed)


def _text(text: str) -> str:
    return " ".join(text.split())


def _stale(entry: Explanation, finding: Finding | None) -> Finding:
    """The note that an answer is out of date, with the figures it was given to and those of today."""
    if finding is None:
        now_vi, now_en = "phát hiện này không còn trong số liệu hiện nay", "today's data no longer give this finding"
    else:
        figures = f"“{finding.quote}” ({finding.computed or '…'})"
        now_vi, now_en = f"số liệu hiện nay là {figures}", f"the figures now are {figures}"
    given = f"“{entry.stated}” ({entry.computed or '…'})"
    return Finding(
        id=finding_id(FindingKind.MAPPING, ["explanation", entry.finding]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Giải trình cho phát hiện {entry.finding} được ghi với số liệu {given}; {now_vi}. Giải trình không "
        "được sử dụng, đề nghị rà soát lại.",
        message_en=f"The explanation of finding {entry.finding} was recorded for the figures {given}; {now_en}. It is "
        "not used and has to be looked at again.",
        file=entry.file,
        row=entry.row,
        column="finding",
        quote=entry.stated,
        stated=entry.stated,
        computed=finding.computed if finding is not None else "",
    )
