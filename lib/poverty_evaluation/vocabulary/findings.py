"""Phát hiện: what contradicts, is malformed, missing or not comparable. Shown, never repaired."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    ERROR = "error"  # lỗi: cannot be true as it stands
    WARNING = "warning"  # cảnh báo: probably wrong, or agrees only loosely
    NOTE = "note"  # lưu ý: the reader should know


class FindingKind(StrEnum):
    """Loại phát hiện, shared with the audit of typed reports."""

    SUM = "sum"
    SHARE = "share"
    DIFFERENCE = "difference"
    RELATIVE_CHANGE = "relative_change"
    PRODUCT = "product"
    WORDS = "words"
    MALFORMED = "malformed"
    DUPLICATE = "duplicate"
    UNIT = "unit"
    COUNT = "count"
    DATE = "date"
    NUMBERING = "numbering"
    ORDER = "order"
    IDENTITY = "identity"
    MISSING = "missing"
    NOT_COMPARABLE = "not_comparable"
    MAPPING = "mapping"


#: How grave each kind is unless the verdict is weaker than a contradiction.
SEVERITY_OF_KIND: Mapping[FindingKind, Severity] = {
    FindingKind.SUM: Severity.ERROR,
    FindingKind.SHARE: Severity.ERROR,
    FindingKind.DIFFERENCE: Severity.ERROR,
    FindingKind.RELATIVE_CHANGE: Severity.ERROR,
    FindingKind.PRODUCT: Severity.ERROR,
    FindingKind.WORDS: Severity.ERROR,
    FindingKind.MALFORMED: Severity.ERROR,
    FindingKind.DUPLICATE: Severity.WARNING,
    FindingKind.UNIT: Severity.ERROR,
    FindingKind.COUNT: Severity.ERROR,
    FindingKind.DATE: Severity.ERROR,
    FindingKind.NUMBERING: Severity.WARNING,
    FindingKind.ORDER: Severity.WARNING,
    FindingKind.IDENTITY: Severity.ERROR,
    FindingKind.MISSING: Severity.NOTE,
    FindingKind.NOT_COMPARABLE: Severity.NOTE,
    FindingKind.MAPPING: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with its place, the figures as printed, the recomputation and what to do. computed is in Vietnamese
    format, as explanations refer to it; computed_en is what an English report shows of it."""

    id: str
    severity: Severity
    kind: FindingKind
    message_vi: str
    message_en: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    quote: str = ""
    stated: str = ""
    computed: str = ""
    indicator_ids: tuple[str, ...] = ()
    explanation: str = ""
    explanation_en: str = ""
    computed_en: str = ""

    def message(self, language: str) -> str:
        return self.message_en if language == "en" else self.message_vi

    def explained(self, language: str) -> str:
        """What an office answered to it; the Vietnamese text where it was not translated."""
        return (self.explanation_en or self.explanation) if language == "en" else self.explanation


def finding_id(kind: FindingKind, figures: Iterable[str]) -> str:
    """Twelve hexadecimal digits that depend on the kind and the figures only, so they survive a rerun."""
    text = "\n".join([str(kind), *sorted(figures)])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    plain = asdict(finding)
    return {
        **plain,
        "severity": str(finding.severity),
        "kind": str(finding.kind),
        "indicator_ids": list(finding.indicator_ids),
    }


def finding_from_plain(plain: Mapping[str, Any]) -> Finding:
    return Finding(
        **{
            **plain,
            "severity": Severity(plain["severity"]),
            "kind": FindingKind(plain["kind"]),
            "indicator_ids": tuple(plain["indicator_ids"]),
        }
    )
