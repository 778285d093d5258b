"""Ô của bảng tính: what a cell holds, so that the workbook shows what the report shows and can still be added up.

A number is written as `formatting.write` writes it; here that text is taken apart again into an exact value and a
number format, and checked: a text that cannot be shown by a format stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.workbook.wording import workbook_wording
from poverty_evaluation.vocabulary import quantities

MISSING, NOT_APPLICABLE, SUPPRESSED = "[x]", "[z]", "[c]"
#: What stands in a cell for the signs of the report: letters in brackets, which a screen reader reads out.
SHORTHAND = {
    formatting.MISSING_SIGN: MISSING,
    formatting.NOT_APPLICABLE_SIGN: NOT_APPLICABLE,
    formatting.SUPPRESSED_SIGN: SUPPRESSED,
}
#: Excel refuses longer texts in a cell, and longer literals in a number format.
LONGEST_TEXT, LONGEST_FORMAT = 32_000, 120

_LOCALES = {"vi": "[$-42A]", "en": "[$-809]"}
_WRITTEN = re.compile(r"(?P<before>[^\d-]*)(?P<sign>-?)(?P<digits>\d[\d.,]*)(?P<after>\D*)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Cell:
    """value: a number, a date or a text; numbers: those of the report that it shows; link: the sheet it leads to."""

    value: float | int | str | date = ""
    number_format: str = ""
    numbers: tuple[Number, ...] = ()
    link: str = ""

    @property
    def is_number(self) -> bool:
        return not isinstance(self.value, (str, date))


def text_cell(text: str) -> Cell:
    """A cell of plain text."""
    return Cell(safe_text(text))


def date_cell(text: str, language: str) -> Cell:
    """A day written 2018-12-31 as a date; anything else as text."""
    try:
        return Cell(date.fromisoformat(text), f"{_LOCALES[language]}dd/mm/yyyy")
    except ValueError:
        return text_cell(text)


def safe_text(text: str) -> str:
    """A text that Excel can hold; the writer never lets it become a formula."""
    clean = _CONTROL.sub(" ", text).strip()
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 2] + " …"


def line_text(line: Line, language: str) -> str:
    """A line as readers see it, marks of disputed figures included."""
    return "".join(_written(part, language) if isinstance(part, Number) else part.text for part in line)


def line_cell(line: Line, language: str, points_named: bool = False) -> Cell:
    """A line of a table as a cell: one number alone is a number, everything else a text.

    points_named: whether the heading of the column says that its differences are percentage points.
    """
    parts = [part for part in line if isinstance(part, Number) or part.text.strip()]
    numbers = tuple(part for part in parts if isinstance(part, Number))
    if len(parts) == 1 and numbers:
        return number_cell(numbers[0], language, points_named)
    if len(parts) == 1 and isinstance(parts[0], Text) and parts[0].text.strip() == formatting.MISSING_SIGN:
        return Cell(MISSING)
    return Cell(safe_text(line_text(line, language)), numbers=numbers)


def number_cell(number: Number, language: str, points_named: bool = False) -> Cell:
    """A number as an exact value with the format that shows it as the report does; shorthand where there is none."""
    written = _written(number, language)
    if number.value is None:
        sign = formatting.write(replace(number, form=NumberForm.CELL), language)
        return Cell(SHORTHAND.get(sign, safe_text(written)), numbers=(number,))
    value = _shown_value(number, number.value)
    number_format = _format(number, value, written, language, points_named)
    if not number_format:
        return Cell(safe_text(written), numbers=(number,))
    held = value / 100 if number.unit == formatting.RATIO_UNIT else value
    exact = int(held) if held.denominator == 1 else float(held)
    return Cell(exact, number_format, (number,))


def _written(number: Number, language: str) -> str:
    return formatting.write(number, language) + formatting.mark(number)


def _shown_value(number: Number, value: Fraction) -> Fraction:
    """The value in the unit in which the report writes it."""
    if formatting.is_money(number.unit):
        scale = number.money_scale or _MILLION
        is_whole = number.form is not NumberForm.CELL and scale == _MILLION and abs(value) < _MILLION
        return value / (1 if is_whole else scale)
    if number.unit in (formatting.RATIO_UNIT, formatting.POINTS_UNIT):
        return value * 100
    return value


def _format(number: Number, value: Fraction, written: str, language: str, points_named: bool) -> str:
    """The number format that shows the value as it is written; empty when none does."""
    found = _WRITTEN.fullmatch(written)
    if not found or number.form not in (NumberForm.CELL, NumberForm.TEXT):
        return ""
    before, sign, digits, after = found["before"], found["sign"], found["digits"], found["after"]
    decimals = len(digits.rpartition("," if language == "vi" else ".")[2]) if _has_part(digits, language) else 0
    unpadded = digits[1:] if re.fullmatch(r"0\d", digits) else digits
    if sign + unpadded != quantities.write_number(value, decimals, language):
        return ""
    pattern = "00" if unpadded != digits else "#,##0"
    pattern += "." + "0" * decimals if decimals else ""
    if number.unit == formatting.RATIO_UNIT:
        pattern, after = pattern + "%", after.replace("%", "", 1)
    if number.unit == formatting.POINTS_UNIT and number.form is NumberForm.CELL and not points_named:
        after = f" {workbook_wording(language).points_unit}{after}"
    if '"' in before + after or len(before + after) > LONGEST_FORMAT:
        return ""
    return _sections(_quoted(before), pattern, _quoted(after), value, sign, _LOCALES[language])


def _has_part(digits: str, language: str) -> bool:
    return ("," if language == "vi" else ".") in digits


def _quoted(literal: str) -> str:
    return f'"{literal}"' if literal else ""


def _sections(before: str, pattern: str, after: str, value: Fraction, sign: str, locale: str) -> str:
    """One section; a second for negative numbers where Excel would put the minus in front of the hedge, or would
    write one before a zero."""
    positive = f"{locale}{before}{pattern}{after}"
    if value >= 0 or (sign and not before):
        return positive
    return f"{positive};{locale}{before}{sign}{pattern}{after}"
