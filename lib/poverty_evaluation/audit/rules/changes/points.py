"""Điểm phần trăm: "giảm 0,51%" between two rates, told once for the whole text and never as a finding."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Note
from poverty_evaluation.audit.rules.changes.changes import changes
from poverty_evaluation.vocabulary.findings import FindingKind


def points_printed_as_per_cent(reading: Reading) -> Iterator[Note]:
    """One note where changes of rates that are points are printed with "%"."""
    lines = []
    for one in changes(reading):
        rates = [figure.measure is Measure.PERCENT for figure in one.figures]
        if one.kind is FindingKind.DIFFERENCE and len(rates) == 3 and all(rates) and one.stated is not None:
            lines.append(reading.source.line_of(one.stated.start))
    if lines:
        yield Note(
            'Mức tăng, giảm giữa hai tỷ lệ được ghi bằng "%"; nên ghi "điểm phần trăm" để không nhầm với tốc độ '
            "tăng, giảm.",
            'Changes between two rates are printed with "%"; "percentage points" would not be taken for a relative '
            "change.",
            tuple(dict.fromkeys(lines)),
        )
