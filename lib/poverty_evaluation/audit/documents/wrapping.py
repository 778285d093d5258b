"""Ngắt dòng: which lines go on with the sentence of the line before, and which begin a paragraph of their own."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.audit.documents.lines import Line

#: Lines wrapped by hand or by a program are no longer than this; longer ones are whole paragraphs.
_WIDEST, _NARROWEST = 160, 40
#: A sentence broken by a blank line was long when it broke; short lines before a blank one are titles.
_LONG = 40
_ENDS = ".;:!?"
_CLOSING = "\"”’')]*_ "
_GOES_ON = frozenset(
    ("và", "của", "là", "với", "cho", "tại", "trên", "năm", "từ", "đến", "theo", "về", "được", "các", "những", "số",
     "để", "do", "bởi", "hoặc", "hay", "thuộc", "trong", "ngày", "tháng", "khoảng", "gần", "đạt", "có", "bằng", "đoạn")
)  # fmt: skip


class Wrapping:
    """How the lines of one text are wrapped."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        lengths = sorted(line.end - line.start + line.indent for line in lines)
        width = lengths[int(0.98 * (len(lengths) - 1))] if lengths else 0
        full = sum(0.85 * width <= length <= width for length in lengths)
        self._width = width if _NARROWEST <= width <= _WIDEST and full >= 3 else 0

    def continues(self, last: Line, line: Line) -> bool:
        """Whether a line goes on where the line before stopped."""
        if line.opening.hashes or last.opening.hashes or line.rank is not None or last.rank is not None:
            return False
        first = self._text[line.content : line.content + 1]
        tail = self._text[max(last.content, last.end - 12) : last.end].rstrip(_CLOSING)
        ended = tail[-1:] in _ENDS
        if line.opening.marker is not None:
            return self._is_range(line, tail, first)
        if last.is_bold != line.is_bold:
            return False
        if first.islower():
            long = last.end - last.content >= _LONG
            near = line.adjacent and not line.apart
            return (not ended and (near or long)) or (near and tail[-1:] != ":" and self._full(last, line))
        if not line.adjacent or line.apart:
            return False
        return self._goes_on(last, line, tail, ended)

    def _goes_on(self, last: Line, line: Line, tail: str, ended: bool) -> bool:
        """Whether a line with a capital or digit in front goes on with the line right above it."""
        above, below = self._text[last.content : last.end], self._text[line.content : line.end]
        if is_capitals(above) != is_capitals(below) and not ended and len(above) > 1:
            return not is_capitals(above) and self._full(last, line)
        if self._full(last, line):
            return True
        if ended or len(above) > 2000:
            return False
        words = tail.split()
        return (
            tail.endswith(",") or (bool(words) and words[-1].lower() in _GOES_ON) or above.count("(") > above.count(")")
        )

    def _full(self, last: Line, line: Line) -> bool:
        """Whether the first word of a line would not have had room in the line above."""
        if not self._width:
            return False
        word = self._text[line.start : line.start + 40].split()[0]
        return last.indent + last.end - last.start + 1 + len(word) > self._width

    def _is_range(self, line: Line, tail: str, first: str) -> bool:
        """A line such as "- 2020" under "giai đoạn 2016"."""
        marker = line.opening.marker
        return bool(
            marker and marker.key == "-" and line.adjacent and tail[-1:].isdigit() and first.isdigit() and self._width
        )  # fmt: skip


def is_capitals(text: str) -> bool:
    """Whether a text is printed in capitals."""
    sample = text[:400]
    return sample.isupper() and sum(map(str.isalpha, sample)) >= 4
