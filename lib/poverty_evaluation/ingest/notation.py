"""Quy ước của một tệp: how it writes numbers, and what the marks that stand for no number mean in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poverty_evaluation.vocabulary.choices import NumberFormat, ValueStatus
from poverty_evaluation.vocabulary.report import DEFAULT_BLANKS, ReportProfile

#: What report.yml may say that a blank mark means.
BLANK_MEANINGS: Mapping[str, ValueStatus] = {
    "none": ValueStatus.GIVEN,
    "not_collected": ValueStatus.NOT_COLLECTED,
    "not_applicable": ValueStatus.NOT_APPLICABLE,
    "missing": ValueStatus.MISSING,
}
#: The marks in full; the words say themselves what they mean.
_SPELT_OUT = {
    "không phát sinh": "none",
    "không thuộc đối tượng": "not_applicable",
}
_DASHES = str.maketrans("–—−", "---")


@dataclass(frozen=True, slots=True)
class Notation:
    """How one file writes numbers. blanks: the marks, folded to lower case, by what they mean."""

    number_format: NumberFormat
    blanks: Mapping[str, ValueStatus]

    @classmethod
    def of(cls, report: ReportProfile, file_name: str) -> Notation:
        marks = {**DEFAULT_BLANKS, **_SPELT_OUT, **report.blanks}
        known = {_folded(mark): BLANK_MEANINGS[meaning] for mark, meaning in marks.items()}
        return cls(report.number_format(file_name), known)

    def blank(self, text: str) -> ValueStatus | None:
        """What a mark means, GIVEN being zero; None when the text is no such mark."""
        return self.blanks.get(_folded(text))

    def candidate(self, reading: str) -> str:
        """A reading in Vietnamese notation as this file would write it."""
        swapped = str.maketrans(".,", ",.")
        return reading.translate(swapped) if self.number_format is NumberFormat.INTERNATIONAL else reading


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().translate(_DASHES)
