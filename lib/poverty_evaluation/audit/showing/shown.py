"""Những gì được trình bày: the findings that are asked for, numbered, with those that may share their cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.audit.findings import AuditFinding, AuditResult, AuditVerdict


class Show(StrEnum):
    """What is shown: contradictions and what is doubtful; also what holds; also what could not be verified."""

    CONTRADICTIONS = "contradictions"
    HOLDS = "holds"
    ALL = "all"


_GRAVE = frozenset({AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY})
VERDICTS = {
    Show.CONTRADICTIONS: _GRAVE,
    Show.HOLDS: _GRAVE | {AuditVerdict.HOLDS},
    Show.ALL: frozenset(AuditVerdict),
}
#: The graver verdict comes first.
GRAVITY = {verdict: place for place, verdict in enumerate(AuditVerdict)}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number among those shown, and the numbers of the others of its group."""

    number: int
    finding: AuditFinding
    others: tuple[int, ...] = ()


def selected(result: AuditResult, show: Show) -> tuple[AuditFinding, ...]:
    return result.of_verdict(*VERDICTS[show])


def numbered(findings: Iterable[AuditFinding]) -> tuple[Numbered, ...]:
    """The findings counted from 1. What holds needs no cause and belongs to no group."""
    listed = list(findings)
    groups: dict[int, list[int]] = {}
    for number, finding in enumerate(listed, 1):
        if finding.group is not None and finding.verdict in _GRAVE:
            groups.setdefault(finding.group, []).append(number)
    return tuple(
        Numbered(number, finding, _others(number, finding, groups)) for number, finding in enumerate(listed, 1)
    )


def _others(number: int, finding: AuditFinding, groups: dict[int, list[int]]) -> tuple[int, ...]:
    if finding.group is None or finding.verdict not in _GRAVE:
        return ()
    return tuple(other for other in groups[finding.group] if other != number)
