"""Con số được đánh dấu: where findings touch the text, cut into stretches that overlap nowhere."""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.showing.shown import GRAVITY, Numbered

#: How much of a quote without figures (a date, a heading) is marked, in characters.
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch text[start:end] of the source with the findings it belongs to, the gravest first.

    ending: those of which a figure ends here, so that their numbers stand behind a figure once.
    """

    number: int
    start: int
    end: int
    findings: tuple[Numbered, ...]
    ending: tuple[Numbered, ...]

    @property
    def verdict(self) -> AuditVerdict:
        return self.findings[0].finding.verdict


class Marks:
    """All marks of a text, found by their place."""

    def __init__(self, findings: Iterable[Numbered]):
        self.all: Sequence[Mark] = tuple(_cut(_intervals(findings)))
        self._starts = [mark.start for mark in self.all]

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that touch text[start:end], in order."""
        place = max(bisect.bisect_right(self._starts, start) - 1, 0)
        while place < len(self.all) and self.all[place].start < end:
            if self.all[place].end > start:
                yield self.all[place]
            place += 1

    def at(self, offset: int) -> Mark | None:
        """The mark that holds an offset."""
        place = bisect.bisect_right(self._starts, offset) - 1
        mark = self.all[place] if place >= 0 else None
        return mark if mark is not None and offset < mark.end else None


def _intervals(findings: Iterable[Numbered]) -> dict[tuple[int, int], list[Numbered]]:
    """What each finding marks: its figures or, where it has none, its quote."""
    found: dict[tuple[int, int], list[Numbered]] = defaultdict(list)
    for one in findings:
        places = [(figure.start, figure.end) for figure in one.finding.figures]
        whole = (one.finding.start, min(one.finding.end, one.finding.start + _LONGEST_QUOTE))
        for start, end in dict.fromkeys(places or [whole]):
            if start < end:
                found[start, end].append(one)
    return found


def _cut(intervals: dict[tuple[int, int], list[Numbered]]) -> Iterator[Mark]:
    """The stretches between the ends of all intervals that at least one of them covers."""
    opening: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end in intervals:
        opening[start].append((start, end))
    edges = sorted({edge for interval in intervals for edge in interval})
    active: list[tuple[int, int]] = []
    number = 0
    for here, there in itertools.pairwise(edges):
        active = [one for one in active if one[1] > here] + opening[here]
        if active:
            number += 1
            covering = [finding for one in active for finding in intervals[one]]
            ending = [finding for one in active if one[1] == there for finding in intervals[one]]
            yield Mark(number, here, there, _gravest_first(covering), _gravest_first(ending))


def _gravest_first(findings: Iterable[Numbered]) -> tuple[Numbered, ...]:
    each = {one.number: one for one in findings}
    return tuple(sorted(each.values(), key=lambda one: (GRAVITY[one.finding.verdict], one.number)))
