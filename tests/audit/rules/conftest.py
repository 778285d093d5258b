"""What one family of rules says of a text, for the tables of its tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditFinding
from poverty_evaluation.vocabulary.findings import FindingKind


def _findings(text: str, kind: FindingKind, *verdicts: str) -> list[AuditFinding]:
    return [one for one in audit_text(text).findings if one.kind is kind and one.verdict in verdicts]


@pytest.fixture
def findings() -> Callable[..., list[AuditFinding]]:
    """The findings of a text of one kind and of some verdicts, in its order: findings(text, kind, *verdicts)."""
    return _findings


@pytest.fixture
def told() -> Callable[[str, FindingKind], list[tuple[str, str]]]:
    """(verdict, first reading) of everything of a kind that would be told as wrong: told(text, kind)."""

    def told(text: str, kind: FindingKind) -> list[tuple[str, str]]:
        return [
            (str(one.verdict), one.readings[0] if one.readings else "")
            for one in _findings(text, kind, "contradiction", "likely")
        ]

    return told
