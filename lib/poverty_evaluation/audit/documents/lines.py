"""Dòng: the lines of a text, each with its marker, its indentation and the place of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from poverty_evaluation.audit.documents.markers import Opening, opening_of

_RULE = frozenset("-_=*~.–—─━═┄ \t\f…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. start, end: without the space around it; content: where its words begin, behind the
    marker; adjacent: no blank line stands before it; apart: the file says that a paragraph begins; is_rule: it parts
    other lines and has no words."""

    start: int
    end: int
    content: int
    indent: int
    opening: Opening
    adjacent: bool
    is_rule: bool
    is_bold: bool = False
    is_emphasised: bool = False
    rank: int | None = None
    apart: bool = False
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """What a file says of a line: the rank of a heading by its style, all bold, how far a list is set in, an item."""

    rank: int | None = None
    bold: bool = False
    indent: int = 0
    item: bool = False


_NO_HINT = Hint()
_NO_HINTS: Mapping[int, Hint] = {}


def lines_of(text: str, start: int = 0, end: int | None = None, hints: Mapping[int, Hint] = _NO_HINTS) -> list[Line]:
    """The lines of a text, or of a part of it, that are not blank; hints by the offset at which a line begins."""
    lines: list[Line] = []
    at, adjacent = start, False
    for raw in text[start:end].split("\n"):
        line = _line(raw, at, adjacent)
        if line is not None and (hint := hints.get(at, _NO_HINT)) is not _NO_HINT:
            line = replace(
                line, rank=hint.rank, is_bold=hint.bold or line.is_bold, indent=hint.indent, apart=True,
                is_item=hint.item,
            )  # fmt: skip
        at += len(raw) + 1
        if line is not None:
            lines.append(line)
        adjacent = line is not None
    return lines


_LEADER = re.compile(r"(?:\.{4}|…{2}|(?:\. ){4}|_{4})[.…_ \t]{0,400}\d{1,3}$")


def is_contents(text: str, line: Line) -> bool:
    """Whether a line is one of the table of contents: dots lead to the number of a page."""
    return text[line.end - 1].isdigit() and _LEADER.search(text, max(line.start, line.end - 300), line.end) is not None


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
