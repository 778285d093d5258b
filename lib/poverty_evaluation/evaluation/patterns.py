"""Mẫu câu hai thứ tiếng: a sentence or a heading in Vietnamese and English, with named slots and no digit of its own.

`fill` puts numbers into a pattern and gives a line of the document; `say` puts texts into it and gives a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from poverty_evaluation.evaluation.blocks import Inline, Line, Number, Text

Slot = str | Number | Line


@dataclass(frozen=True, slots=True)
class Pattern:
    """The same sentence in both languages; `{name}` marks a slot, and both languages have the same slots."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """The pattern in one language, slots and all."""
        return self.en if language == "en" else self.vi

    def slots(self, language: str) -> frozenset[str]:
        """The names of the slots."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text(language)) if name)


def plain(text: str) -> Pattern:
    """A pattern of a text that was chosen already: the same in both languages, without slots."""
    return plain_names(text, text)


def plain_names(vi: str, en: str) -> Pattern:
    """A pattern of a name that was given in both languages, without slots."""
    kept = [text.replace("{", "{{").replace("}", "}}") for text in (vi, en)]
    return Pattern(vi=kept[0], en=kept[1])


def fill(pattern: Pattern, language: str, **slots: Slot) -> Line:
    """The pattern as a line of the document. ValueError when a slot is left open or an unknown one is given."""
    _check(pattern, language, slots)
    parts: list[Inline] = []
    for wording, name, _, _ in Formatter().parse(pattern.text(language)):
        parts.append(Text(wording))
        if name:
            slot = slots[name]
            parts += [Text(slot)] if isinstance(slot, str) else [slot] if isinstance(slot, Number) else slot
    return _merged(parts)


def say(pattern: Pattern, language: str, **texts: str) -> str:
    """The pattern as plain text. ValueError when a slot is left open or an unknown one is given."""
    _check(pattern, language, texts)
    return pattern.text(language).format(**texts)


def line(text: str, bold: bool = False, italic: bool = False, finding_id: str = "", source: str = "") -> Line:
    """A line that is one run of text; nothing for no text."""
    return (Text(text, bold, italic, finding_id, source),) if text else ()


def joined(lines: Sequence[Line], between: str) -> Line:
    """Lines set one after another with a text in between."""
    parts: list[Inline] = []
    for position, one in enumerate(lines):
        parts += [Text(between)] if position else []
        parts += one
    return _merged(parts)


def enumerated(names: Sequence[str], pattern: Pattern, language: str) -> str:
    """`a, b and c`: the last of several names is joined by the pattern's word."""
    if len(names) < 2:
        return "".join(names)
    return say(pattern, language, others=", ".join(names[:-1]), last=names[-1])


def enumerated_lines(lines: Sequence[Line], pattern: Pattern, language: str) -> Line:
    """The same for names that hold numbers."""
    if len(lines) < 2:
        return joined(lines, "")
    return fill(pattern, language, others=joined(lines[:-1], ", "), last=lines[-1])


def _check(pattern: Pattern, language: str, given: Iterable[str]) -> None:
    asked, known = set(given), pattern.slots(language)
    if asked != known:
        raise ValueError(f"{pattern.vi!r} has the slots {sorted(known)}, given were {sorted(asked)}")


def _merged(parts: Sequence[Inline]) -> Line:
    """Neighbouring runs of plain text become one, empty ones vanish."""
    merged: list[Inline] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, Text) and not part.text:
            continue
        if isinstance(part, Text) and isinstance(last, Text) and replace(part, text=last.text) == last:
            merged[-1] = replace(part, text=last.text + part.text)
        else:
            merged.append(part)
    return tuple(merged)
