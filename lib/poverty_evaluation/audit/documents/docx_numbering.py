"""Đánh số tự động của Word: the markers that Word prints before paragraphs, computed from numbering.xml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from poverty_evaluation.audit.documents.markers import roman_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None  # the level that makes it begin anew; None: any above
    left: int | None  # how far it is set in


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Any | None) -> None:
        self._abstract: dict[str, _List] = {}
        self._nums: dict[str, tuple[str, dict[int, int]]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        links: dict[str, str] = {}
        for element in root.findall(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId", "")
            self._abstract[key] = _List({number(lvl, f"{W}ilvl"): _level(lvl) for lvl in element.findall(f"{W}lvl")})
            if link := value(element, "styleLink"):
                links[link] = key
        same = {element.get(f"{W}abstractNumId", ""): links.get(value(element, "numStyleLink") or "")
                for element in root.findall(f"{W}abstractNum")}  # fmt: skip
        for element in root.findall(f"{W}num"):
            key = value(element, "abstractNumId") or ""
            starts = {
                number(override, f"{W}ilvl"): int(start)
                for override in element.findall(f"{W}lvlOverride")
                if (start := value(override, "startOverride")) and start.isdigit()
            }
            self._nums[element.get(f"{W}numId", "")] = (same.get(key) or key, starts)

    def left(self, num: str, level: int) -> int | None:
        """How far a level of a list is set in, in twentieths of a point; None where the list says nothing of it."""
        key = self._nums.get(num, ("", {}))[0]
        found = self._abstract.get(key)
        return found.levels[level].left if found is not None and level in found.levels else None

    def marker(self, num: str, level: int) -> str:
        """The marker of the next paragraph of a list; empty where the list prints none."""
        if num not in self._nums or not 0 <= level < _LEVELS:
            return ""
        key, starts = self._nums[num]
        found = self._abstract.get(key)
        if found is None or level not in found.levels:
            return ""
        if num not in self._begun:
            self._begun.add(num)
            for at, start in starts.items():
                if 0 <= at < _LEVELS:
                    found.counts[at] = start - 1
        self._count(found, level)
        return _printed(found, level)

    @staticmethod
    def _count(found: _List, level: int) -> None:
        now = found.counts[level]
        found.counts[level] = found.levels[level].start if now is None else now + 1
        for above in range(level):
            if found.counts[above] is None and above in found.levels:
                found.counts[above] = found.levels[above].start
        for below in range(level + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or (restart > level and restart > 0):
                found.counts[below] = None


def _level(element: Any) -> _Level:
    start, restart = value(element, "start") or "1", value(element, "lvlRestart")
    return _Level(
        int(start) if start.isdigit() else 1,
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        int(restart) if restart and restart.isdigit() else None,
        left_of(element),
    )


def left_of(element: Any) -> int | None:
    """How far the paragraph properties of an element set it in."""
    found = element.find(f"{W}pPr/{W}ind")
    if found is None:
        return None
    left = found.get(f"{W}left") or found.get(f"{W}start")
    return int(left) if left and left.isdigit() and len(left) < 7 else None


def _printed(found: _List, level: int) -> str:
    own = found.levels[level]
    if own.form == "bullet":
        mark = own.text[:1]
        return mark if mark and mark in "-–—+*" else "•"
    if own.form == "none":
        return ""
    text = own.text
    for at in range(level + 1):
        form = found.levels[at].form if at in found.levels else "decimal"
        text = text.replace(f"%{at + 1}", formed(found.counts[at] or 0, form))
    return text.strip()


def formed(count: int, form: str) -> str:
    """A count as a list prints it."""
    if form in ("upperRoman", "lowerRoman"):
        roman = roman_text(count) or str(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("A") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9)
        return letter if form == "upperLetter" else letter.lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def value(element: Any, name: str) -> str | None:
    """The value of a child such as <w:numFmt w:val="decimal"/>."""
    child = element.find(f"{W}{name}")
    found: str | None = None if child is None else child.get(f"{W}val")
    return found


def number(element: Any, name: str) -> int:
    """A whole number in an attribute, 0 where it is none."""
    found = element.get(name, "0")
    return int(found) if found.isdigit() and len(found) < 7 else 0
