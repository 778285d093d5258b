"""Dòng: the lines of a text, each with its marker, its indentation and the place of its words."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.audit.documents.markers import Opening, opening_of

_RULE = frozenset("-_=*~.–—─━═┄ \t\f…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. start, end: without the space around it; content: where its words begin, behind the
    marker; adjacent: no blank line stands before it; is_rule: it parts other lines and has no words."""

    start: int
    end: int
    content: int
    indent: int
    opening: Opening
    adjacent: bool
    is_rule: bool
    is_bold: bool = False
    is_emphasised: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines: list[Line] = []
    at, adjacent = 0, False
    for raw in text.split("\n"):
        line = _line(raw, at, adjacent)
        at += len(raw) + 1
        if line is not None:
            lines.append(line)
        adjacent = line is not None
    return lines


def _line(raw: str, at: int, adjacent: bool) -> Line | None:
    kept = raw.rstrip()
    bare = kept.lstrip()
    if not bare:
        return None
    start, end = at + len(kept) - len(bare), at + len(kept)
    indent = len(kept[: start - at].expandtabs(4))
    if len(bare) >= 3 and _RULE.issuperset(bare):
        return Line(start, end, start, indent, Opening(None, start), adjacent, True)
    opening = opening_of(kept)
    content = at + min(opening.start, len(kept))
    if opening.emphasised or opening.hashes:
        marks = kept[opening.start :]
        bold, emphasised = _whole(marks, opening)
        end -= len(marks) - len(marks.rstrip("*_# "))
        return Line(start, max(end, content), content, indent, opening, adjacent, False, bold, emphasised)
    if bare.endswith("**"):  # closes what an earlier line opened
        end = max(content, end - len(bare) + len(bare.rstrip("* ")))
    return Line(start, end, content, indent, opening, adjacent, content >= end and opening.marker is None)


def _whole(marks: str, opening: Opening) -> tuple[bool, bool]:
    """Whether all of a line is bold, and whether all of it is emphasised at all."""
    tail = marks[-3:]
    inside = marks.rstrip("*_")
    bold = opening.bold and tail.endswith(("**", "__")) and "**" not in inside
    emphasised = bold or (tail.endswith(("*", "_")) and "*" not in inside)
    return bold or opening.hashes > 0, emphasised or opening.hashes > 0
