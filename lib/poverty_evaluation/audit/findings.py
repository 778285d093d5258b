"""Kết quả rà soát: what the audit says of the figures of a text, and the claims of the text from which it follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.relations import State, Stated, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind


class AuditVerdict(StrEnum):
    CONTRADICTION = "contradiction"  # mâu thuẫn: cannot all be true
    LIKELY = "likely"  # nhiều khả năng sai
    UNVERIFIABLE = "unverifiable"  # chưa kiểm tra được
    HOLDS = "holds"  # khớp


class Certainty(IntEnum):
    """How surely the text says that the figures are related so; it caps the verdict."""

    GUESSED = 0  # a disagreement is at most unverifiable
    IMPLIED = 1  # … at most likely
    SAID = 2  # … a contradiction


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says of several figures, already judged.

    stated: the figure held against the others; operands: those it was computed from; computation: one line with the
    figures as printed ("538 − 356 = 182 hộ"); computed: the value that would agree, written with its unit, "" when
    there is none; explanation_vi, explanation_en: one sentence each; readings: what would make it right, best first.
    """

    kind: FindingKind
    verdict: AuditVerdict
    stated: Figure | None
    operands: tuple[Figure, ...]
    computation: str
    computed: str
    explanation_vi: str
    explanation_en: str
    readings: tuple[str, ...] = ()
    start: int | None = None  # of the quote, where it is not the stretch of the figures (a date, a heading)
    end: int | None = None
    judge: Callable[[Callable[[Figure], Stated]], Verdict] | None = None  # the relation, to try other values

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*(() if self.stated is None else (self.stated,)), *self.operands)


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """A figure of a finding: value in `unit` (per cents as printed: 1.36 with "%"), None when it cannot be read."""

    text: str
    value: float | int | None
    unit: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One finding. start, end: offsets of the quote; line, page: where it begins. group: findings that one change
    would explain carry the same number."""

    verdict: AuditVerdict
    kind: FindingKind
    line: int
    page: int | None
    start: int
    end: int
    quote: str
    stated: str
    computed: str
    computation: str
    figures: tuple[FindingFigure, ...]
    explanation_vi: str
    explanation_en: str
    readings: tuple[str, ...] = ()
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Lưu ý chung: something told once for the whole text ("giảm 0,51%" for points), never a finding."""

    message_vi: str
    message_en: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AuditResult:
    """The audit of one file: findings of every verdict in the order of the text, and the figures read."""

    file: str
    findings: tuple[AuditFinding, ...]
    notes: tuple[Note, ...]
    figures_read: int
    seconds: float

    def of_verdict(self, *verdicts: AuditVerdict) -> tuple[AuditFinding, ...]:
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)

    @property
    def contradicts(self) -> bool:
        return any(finding.verdict is AuditVerdict.CONTRADICTION for finding in self.findings)


def verdict_of(verdict: Verdict, certainty: Certainty) -> AuditVerdict:
    """The audit's verdict from that of the arithmetic, no graver than the reading is certain."""
    if verdict.agrees:
        return AuditVerdict.HOLDS
    if verdict.state is State.UNVERIFIABLE or certainty is Certainty.GUESSED:
        return AuditVerdict.UNVERIFIABLE
    if verdict.state is State.LIKELY or certainty is Certainty.IMPLIED:
        return AuditVerdict.LIKELY
    return AuditVerdict.CONTRADICTION


def to_plain(finding: AuditFinding) -> dict[str, Any]:
    """The finding as one object of the JSON that other scripts read."""
    return {
        "verdict": str(finding.verdict),
        "kind": str(finding.kind),
        "line": finding.line,
        "page": finding.page,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "stated": finding.stated,
        "computed": finding.computed,
        "computation": finding.computation,
        "figures": [
            {
                "text": one.text,
                "value": one.value,
                "unit": one.unit,
                "line": one.line,
                "start": one.start,
                "end": one.end,
            }
            for one in finding.figures
        ],
        "explanation_vi": finding.explanation_vi,
        "explanation_en": finding.explanation_en,
        "readings": list(finding.readings),
        "group": finding.group,
    }
