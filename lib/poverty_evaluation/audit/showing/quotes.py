"""Trích dẫn: what a finding quotes, cut into its figures and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.findings import AuditFinding, FindingFigure

_BEFORE, _AFTER = 70, 50  # characters shown before and behind a figure, at most to the ends of its line
_NEAR = 30  # a smaller gap between two stretches is shown too
_MOST = 14  # stretches of one quote
_GAP = " … "
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quote: words, or a figure of the finding."""

    text: str
    is_figure: bool = False


def quote_parts(finding: AuditFinding, source: SourceText | None = None) -> tuple[Part, ...]:
    """The quote on one line with its figures apart: the words around them where the text is at hand, else as quoted."""
    if source is None:
        parts = _cut(finding.quote, 0, len(finding.quote), _found_places(finding))
    else:
        parts = _from_text(finding, source.text)
    spaced = (Part(_SPACE.sub(" ", part.text), part.is_figure) for part in parts)
    return tuple(part for part in spaced if part.text)


def joined_figures(figures: Iterable[FindingFigure], line: str) -> str:
    """Figures with their lines: "538 hộ (dòng 12); 356 hộ (dòng 12)"."""
    return "; ".join(f"{_SPACE.sub(' ', one.text)} ({line} {one.line})" for one in figures)


def _from_text(finding: AuditFinding, text: str) -> Iterator[Part]:
    places = _apart((one.start, one.end) for one in finding.figures)
    stretches = _stretches(places or [(finding.start, finding.end)], text)
    for number, (start, end) in enumerate(stretches):
        opens_within_line = start > 0 and text[start - 1] != "\n"
        yield Part(_GAP if number else "… " if opens_within_line else "")
        yield from _cut(text, start, end, [place for place in places if start <= place[0] < end])
    if stretches[-1][1] < len(text) and text[stretches[-1][1]] != "\n":
        yield Part(" …")


def _stretches(places: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The words around each of these places, those that lie near each other as one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        opening, closing = _opening(text, start), _closing(text, end)
        if found and opening - found[-1][1] <= _NEAR:
            found[-1] = (found[-1][0], max(closing, found[-1][1]))
        elif len(found) == _MOST:
            break
        else:
            found.append((opening, closing))
    return found


def _opening(text: str, start: int) -> int:
    """The beginning of a word some way before a figure, or that of its line."""
    line = text.rfind("\n", 0, start) + 1
    if start - line <= _BEFORE:
        return line
    space = text.find(" ", start - _BEFORE, start)
    return space + 1 if space >= 0 else start - _BEFORE


def _closing(text: str, end: int) -> int:
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    if line - end <= _AFTER:
        return line
    space = text.rfind(" ", end, end + _AFTER)
    return space if space >= 0 else end + _AFTER


def _found_places(finding: AuditFinding) -> list[tuple[int, int]]:
    """Where the figures stand in a quote whose spaces and middle may have been left out: one after another."""
    found, at = [], 0
    for one in sorted(finding.figures, key=lambda figure: figure.start):
        wanted = r"(?<![\w.,])" + re.escape(" ".join(one.text.split())) + r"(?!\w)"
        match = re.compile(wanted).search(finding.quote, at)
        if match:
            found.append(match.span())
            at = match.end()
    return found


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, without those that overlap an earlier one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(places)):
        if start < end and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _cut(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> Iterator[Part]:
    for opening, closing in places:
        yield Part(text[start:opening])
        yield Part(text[opening:closing], is_figure=True)
        start = closing
    yield Part(text[start:end])
