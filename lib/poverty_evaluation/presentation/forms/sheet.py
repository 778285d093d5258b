"""Trang của một biểu mẫu: its head, its rows and its signatures on a sheet of A4 in landscape, one page wide."""

from __future__ import annotations

import math
import textwrap
from itertools import zip_longest
from typing import Any

from poverty_evaluation.evaluation.blocks import Form, FormHead, Line, Number, Row, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.forms.heads import PlacedHead, depth_of, placed_heads
from poverty_evaluation.presentation.forms.numbers import number_cell
from poverty_evaluation.presentation.forms.styles import FONT, Styles

_A4, _INCH = 9, 2.54
_LINE_HEIGHT, _GAP = 14.5, 6.0
#: Widths in characters: of the whole sheet, of running numbers, of names and of the narrowest column of figures.
_SHEET, _POSITION, _NAME, _TEXT, _LEAST = 132.0, 5.0, 24.0, 11.0, 9.0
_LINES_TO_SIGN = 3
#: The column of the names of places or components.
_NAMES = 1
#: From how many columns on a form has narrower ones, so that its print stays legible on one page.
_MANY, _NARROWED = 18, 0.75
#: Points of a character of width; what of the width of the page its height is; how much a sheet may shrink so that its
#: signatures and notes do not stand alone on a page.
_POINTS, _PAGE, _SHRUNK = 5.6, 17.0 / 26.2, 1.5


class FormSheet:
    """One form being written on its sheet, from top to bottom."""

    def __init__(self, sheet: Any, styles: Styles, form: Form, language: str) -> None:
        self._sheet, self._styles, self._form, self._language = sheet, styles, form, language
        self._widths = column_widths(form)
        self._last = len(self._widths) - 1
        self._line = 0
        self._height = 0.0

    def write(self) -> None:
        self._page()
        self._above()
        first = self._line
        self._head()
        self._sheet.repeat_rows(first, self._line - 1)
        self._sheet.freeze_panes(self._line, 2)
        for row in self._form.rows:
            self._row(row)
        self._signatures()
        self._notes()
        page = sum(self._widths) * _POINTS * _PAGE
        self._sheet.fit_to_pages(1, math.ceil(self._height / page / _SHRUNK))

    # --- the page ---

    def _page(self) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_start_page(1)
        sheet.center_horizontally()
        sheet.set_margins(left=2 / _INCH, right=1.5 / _INCH, top=2 / _INCH, bottom=1.5 / _INCH)
        marks = " - ".join(self._form.marks).replace("&", "&&")
        sheet.set_header(
            f'&L&"{FONT},Bold"&10{marks}&C&"{FONT},Regular"&12&P' if marks else f'&C&"{FONT},Regular"&12&P'
        )
        sheet.hide_gridlines(2)
        for place, width in enumerate(self._widths):
            sheet.set_column(place, place, width)

    # --- above the table ---

    def _above(self) -> None:
        form, half = self._form, self._half()
        lefts, rights = (form.issuer, *form.marks), (*form.corner, form.attached_to)
        for place, (left, text) in enumerate(zip_longest(lefts, rights, fillvalue="")):
            looks = ("issuer", "corner") if place == 0 else ("mark", "corner_note")
            self._across(0, half, left, looks[0])
            self._across(half + 1, self._last, text, looks[1])
            self._next(max(self._lines(left, 0, half), self._lines(text, half + 1, self._last)))
        self._next(height=_GAP)
        for text, look in ((form.title, "title"), (form.subtitle, "subtitle"), (form.unit_line, "unit")):
            self._across(0, self._last, text, look)
            self._next(self._lines(text, 0, self._last, 0.7 if look == "title" else 1.0), 18 if look == "title" else 16)

    def _half(self) -> int:
        """The last column of the left half."""
        total, reached = sum(self._widths), 0.0
        for place, width in enumerate(self._widths[:-1]):
            reached += width
            if reached >= total * 0.45:
                return place
        return max(self._last - 1, 0)

    # --- the head ---

    def _head(self) -> None:
        form = self._form
        heads, depth = placed_heads(form.columns), depth_of(form.columns)
        for one, height in enumerate(self._head_heights(heads, depth)):
            self._sheet.set_row(self._line + one, height)
            self._height += height
        for head in heads:
            self._merged(head)
        self._line += depth
        if any(leaf.number for leaf in form.leaves):
            for place, leaf in enumerate(form.leaves):
                self._sheet.write_string(self._line, place, leaf.number, self._styles.look("number"))
            self._sheet.ignore_errors({"number_stored_as_text": _area(self._line, self._last)})
            self._next(max(self._lines(leaf.number, at, at, 1.2) for at, leaf in enumerate(form.leaves)))

    def _merged(self, head: PlacedHead) -> None:
        look = self._styles.look("head")
        top, bottom = self._line + head.line, self._line + head.line + head.down - 1
        if head.across > 1 or head.down > 1:
            self._sheet.merge_range(top, head.column, bottom, head.column + head.across - 1, "", look)
        self._sheet.write_string(top, head.column, head.text, look)

    def _head_heights(self, heads: list[PlacedHead], depth: int) -> list[float]:
        """Heights with room for every heading: what goes down over several lines widens the last of them."""
        heights = [_LINE_HEIGHT * 1.2] * depth
        for head in sorted(heads, key=lambda one: one.down):
            needed = self._lines(head.text, head.column, head.column + head.across - 1, 0.95) * _LINE_HEIGHT + 4
            below = head.line + head.down
            heights[below - 1] += max(needed - sum(heights[head.line : below]), 0.0)
        return heights

    # --- rows ---

    def _row(self, row: Row) -> None:
        lines = 1
        for place, content in enumerate(row.cells):
            leaf = self._form.leaves[place]
            self._cell(place, content, leaf, row.role)
            if leaf.is_text:
                lines = max(lines, self._lines(self._text(content), place, place, 1.05))
        self._next(lines)

    def _cell(self, place: int, content: Line, leaf: FormHead, role: str) -> None:
        only = content[0] if len(content) == 1 else None
        shown = number_cell(only, self._language) if isinstance(only, Number) else None
        if shown is not None:
            cell = self._styles.cell(role, "right", shown.number_format)
            self._sheet.write_number(self._line, place, shown.value, cell)
            return
        look = self._styles.cell(role, "left" if leaf.is_text and place == _NAMES else "center")
        if content:
            self._sheet.write_string(self._line, place, self._text(content), look)
        else:
            self._sheet.write_blank(self._line, place, None, look)

    def _text(self, content: Line) -> str:
        parts = (
            part.text if isinstance(part, Text) else formatting.write(part, self._language) + formatting.mark(part)
            for part in content
        )
        return "".join(parts)

    # --- below the table ---

    def _signatures(self) -> None:
        form, half = self._form, self._half()
        signature = form.signature
        self._next(height=_GAP)
        self._across(half + 1, self._last, form.place_and_date, "date")
        self._next()
        name, *said = form.preparer
        right = [text for text in (*signature.authority, signature.position) if text]
        for place in range(max(1 + len(said), len(right))):
            left = form.preparer[place] if place < len(form.preparer) else ""
            self._across(0, half, left, "signing" if left == name else "signed")
            self._across(half + 1, self._last, right[place] if place < len(right) else "", "signing")
            self._next()
        for _ in range(_LINES_TO_SIGN):
            self._next()
        self._across(half + 1, self._last, signature.name, "signing")
        self._next()

    def _notes(self) -> None:
        for note in self._form.notes:
            text = self._text(note)
            self._across(0, self._last, text, "note")
            self._next(self._lines(text, 0, self._last))

    # --- lines and cells ---

    def _across(self, first: int, last: int, text: str, look: str) -> None:
        """A text over several columns; nothing for no text."""
        if not text or first > last:
            return
        style = self._styles.look(look)
        if last > first:
            self._sheet.merge_range(self._line, first, self._line, last, "", style)
        self._sheet.write_string(self._line, first, text, style)

    def _next(self, lines: int = 1, height: float = _LINE_HEIGHT) -> None:
        self._sheet.set_row(self._line, lines * height + 1.5)
        self._height += lines * height + 1.5
        self._line += 1

    def _lines(self, text: str, first: int, last: int, share: float = 1.0) -> int:
        """How many lines a text takes over these columns."""
        return wrapped_lines(text, sum(self._widths[first : last + 1]) * share)


def wrapped_lines(text: str, width: float) -> int:
    """How many lines a text takes where so many characters stand side by side."""
    return max(len(textwrap.wrap(text, max(math.floor(width), 1))), 1)


def column_widths(form: Form) -> list[float]:
    """In characters: columns of figures share what names leave over, each with room for its longest word."""
    leaves = form.leaves
    named = [place for place, leaf in enumerate(leaves) if leaf.is_text]
    narrow = 1.0 if len(leaves) <= _MANY else _NARROWED
    least = [_least_width(leaf, narrow) for leaf in leaves]
    figures = [width for width, leaf in zip(least, leaves, strict=True) if not leaf.is_text]
    texts = _POSITION + _NAME + _TEXT * max(len(named) - 2, 0)
    room = max(_SHEET - texts, 0.0) / (sum(figures) or 1.0)
    stretched = min(max(room, 1.0), 1.6)
    name = max(_NAME, min(_SHEET - (texts - _NAME) - sum(figures) * stretched, 2 * _NAME))
    widths = []
    for place, leaf in enumerate(leaves):
        if not leaf.is_text:
            widths.append(least[place] * stretched)
        else:
            widths.append((_POSITION, name)[place] if place < 2 else _TEXT)
    return widths


def _least_width(leaf: FormHead, narrow: float) -> float:
    """Room for the longest word of the heading and for the number of the column, which is set smaller."""
    longest = max((len(word) for word in leaf.heading.split()), default=0)
    return max(max(_LEAST, longest * 1.15 + 1) * narrow, len(leaf.number) * 0.82 + 1)


def _area(line: int, last: int) -> str:
    """The cells of a line up to a column, in the notation of workbooks."""
    from xlsxwriter.utility import xl_range

    return str(xl_range(line, 0, line, last))
