"""Rà soát bản in trước khi công bố: our own report, read as a stranger reads it, beside the findings it announces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poverty_evaluation.vocabulary.findings import Finding

#: The forms of a report whose text can be read, best first.
_READABLE = ("html", "docx", "pdf")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class SelfAudit:
    """What the audit of the printed report says. told: its contradictions and likely ones; unannounced: those of them
    about figures that no finding of the report names; failure: why it could not be audited, "" if it could."""

    figures_read: int
    told: tuple[dict[str, Any], ...]
    unannounced: tuple[dict[str, Any], ...]
    failure: str = ""

    def to_plain(self) -> dict[str, Any]:
        return {
            "figures_read": self.figures_read,
            "contradictions": len(self.told),
            "unannounced": [
                {key: one[key] for key in ("verdict", "kind", "quote", "computation")} for one in self.unannounced
            ],
            "failure": self.failure,
        }


def audit_report(folder: Path, names: Iterable[str], findings: Iterable[Finding]) -> SelfAudit | None:
    """The audit of the report among the built files of a folder; None when none of them can be read as text.

    A fault of the audit never stops a report: it is recorded.
    """
    from poverty_evaluation.audit import audit_file
    from poverty_evaluation.audit.findings import AuditVerdict, to_plain

    found = {Path(name).suffix[1:]: name for name in names}
    name = next((found[ending] for ending in _READABLE if ending in found), None)
    if name is None:
        return None
    try:
        result = audit_file(folder / name)
    except Exception as error:
        return SelfAudit(0, (), (), f"{type(error).__name__}: {error}")
    told = tuple(to_plain(one) for one in result.of_verdict(AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY))
    announced = announced_numbers(findings)
    unannounced = tuple(one for one in told if not digits_of(one) & announced)
    return SelfAudit(result.figures_read, told, unannounced)


def announced_numbers(findings: Iterable[Finding]) -> frozenset[str]:
    """The digits of every number that the findings of a report quote or compute."""
    texts = (text for one in findings for text in (one.quote, one.stated, one.computed, one.message_vi))
    return frozenset(_digits(number) for text in texts for number in _NUMBER.findall(text))


def digits_of(told: dict[str, Any]) -> frozenset[str]:
    """The digits of the figure that a finding of the audit is about; of all its figures where it is about none."""
    texts = [told["stated"]] if told["stated"] else [figure["text"] for figure in told["figures"]]
    return frozenset(_digits(number) for text in texts for number in _NUMBER.findall(text))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0") or "0"
