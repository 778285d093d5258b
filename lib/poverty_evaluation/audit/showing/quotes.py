"""Trích dẫn: a quote cut into its figures and the words between them, shortened where it is long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from poverty_evaluation.audit.findings import AuditFinding, FindingFigure

LONGEST = 420  # characters of a quote that are shown whole
AROUND = 90  # characters kept on each side of a figure in a longer one
_GAP = " … "
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quote: words, or a figure of the finding."""

    text: str
    is_figure: bool = False


def quote_parts(finding: AuditFinding, longest: int = LONGEST) -> tuple[Part, ...]:
    """The quote on one line, its figures apart; the middle of long stretches without figures is left out."""
    parts = list(_cut(finding.quote, _places(finding)))
    if sum(len(part.text) for part in parts) > longest:
        last = len(parts) - 1
        parts = [_shortened(part, place == 0, place == last) for place, part in enumerate(parts)]
    spaced = [Part(_SPACE.sub(" ", part.text), part.is_figure) for part in parts]
    return tuple(part for part in spaced if part.text)


def elsewhere(finding: AuditFinding) -> tuple[FindingFigure, ...]:
    """The figures of a finding that do not stand in its quote."""
    return tuple(one for one in finding.figures if not finding.start <= one.start < finding.start + len(finding.quote))


def joined_figures(figures: Iterable[FindingFigure], line: str) -> str:
    """Figures with their lines: "538 hộ (dòng 12); 356 hộ (dòng 12)"."""
    return "; ".join(f"{_SPACE.sub(' ', one.text)} ({line} {one.line})" for one in figures)


def _places(finding: AuditFinding) -> list[tuple[int, int]]:
    """Where the figures stand in the quote, in order and apart from each other."""
    found: list[tuple[int, int]] = []
    for start, end in sorted({(one.start - finding.start, one.end - finding.start) for one in finding.figures}):
        is_inside = 0 <= start < end <= len(finding.quote)
        if is_inside and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _cut(quote: str, places: Iterable[tuple[int, int]]) -> Iterable[Part]:
    at = 0
    for start, end in places:
        yield Part(quote[at:start])
        yield Part(quote[start:end], is_figure=True)
        at = end
    yield Part(quote[at:])


def _shortened(part: Part, is_first: bool, is_last: bool) -> Part:
    text = part.text
    if part.is_figure or len(text) <= 2 * AROUND:
        return part
    head = "" if is_first and not is_last else _cut_back(text[:AROUND])
    tail = "" if is_last and not is_first else _cut_forward(text[-AROUND:])
    return Part(f"{head}{_GAP}{tail}")


def _cut_back(text: str) -> str:
    """Without the word that was cut through at its end."""
    return text.rsplit(" ", 1)[0]


def _cut_forward(text: str) -> str:
    return text.split(" ", 1)[-1]
