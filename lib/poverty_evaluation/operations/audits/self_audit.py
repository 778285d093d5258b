"""Rà soát bản in trước khi công bố: our own report, read as a stranger reads it, beside the findings it announces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from poverty_evaluation.vocabulary.findings import Finding

#: The forms of a report whose text can be read, best first.
_READABLE = ("html", "docx", "pdf")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: From how many digits on a number tells which finding it belongs to.
_TELLING = 3


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
    return SelfAudit(result.figures_read, told, unannounced_of(told, findings))


def unannounced_of(told: Sequence[dict[str, Any]], findings: Iterable[Finding]) -> tuple[dict[str, Any], ...]:
    """Those told that no finding of the report announces, nor follow from one: a part announced as wrong by 2 makes the
    subtotal above it wrong by 2 in the same relation."""
    announced = [_numbers_of(one) for one in findings]
    open_ones = [one for one in told if not any(_announces(numbers, one) for numbers in announced)]
    known = {(one["kind"], difference_of(one)) for one in told if one not in open_ones}
    return tuple(one for one in open_ones if not difference_of(one) or (one["kind"], difference_of(one)) not in known)


def _announces(numbers: frozenset[str], told: dict[str, Any]) -> bool:
    """Whether one finding, by the digits of its numbers, names what is told: its figure, or how far it is off.

    A number of one or two digits stands in many findings; it counts only beside what it should be.
    """
    own, difference = digits_of(told), difference_of(told)
    if not told["computed"]:  # a number that cannot be read, a date: every number of it is told again
        return bool(own) and own <= numbers
    if any(len(number) >= _TELLING for number in own & numbers):
        return True
    if len(difference) >= _TELLING and difference in numbers:
        return True
    return bool(own & numbers) and any(_digits(number) in numbers for number in _NUMBER.findall(told["computed"]))


def _numbers_of(finding: Finding) -> frozenset[str]:
    """The digits of every number that a finding of a report quotes or computes."""
    texts = (finding.quote, finding.stated, finding.computed, finding.message_vi)
    return frozenset(_digits(number) for text in texts for number in _NUMBER.findall(text))


def digits_of(told: dict[str, Any]) -> frozenset[str]:
    """The digits of the figure that a finding of the audit is about; of all its figures where it is about none."""
    texts = [told["stated"]] if told["stated"] else [figure["text"] for figure in told["figures"]]
    return frozenset(_digits(number) for text in texts for number in _NUMBER.findall(text))


def difference_of(told: dict[str, Any]) -> str:
    """The digits of the difference between what is stated and what is computed; "" where one of them is no number."""
    values = [_NUMBER.match(told[name]) for name in ("stated", "computed")]
    if values[0] is None or values[1] is None:
        return ""
    try:
        stated, computed = (Decimal(value[0].replace(".", "").replace(",", ".")) for value in values if value)
    except InvalidOperation:
        return ""
    difference = f"{abs(stated - computed):f}"
    return _digits(difference.rstrip("0") if "." in difference else difference) if stated != computed else ""


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0") or "0"
