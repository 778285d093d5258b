"""Số trong ô của biểu mẫu: a number as a workbook holds it, so that its cell shows what the report prints."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import Number
from poverty_evaluation.presentation import formatting
from poverty_evaluation.vocabulary.quantities import round_half_up

#: Keeps the digits off the border.
_MARGIN = "_)"
_DECIMAL_MARK = {"vi": ",", "en": "."}
#: By which a program shows the separators of the language, whatever the machine's are.
_LOCALE = {"vi": "[$-42A]", "en": "[$-809]"}


@dataclass(frozen=True, slots=True)
class NumberCell:
    """The number of a cell and the format that shows it, the hedge and the dagger of the report included."""

    value: float
    number_format: str


def number_cell(number: Number, language: str) -> NumberCell | None:
    """The number in the unit of its column, with the decimals that the report prints; None for what is no number."""
    if number.value is None:
        return None
    printed = formatting.write(number, language)
    hedge = formatting.cell_hedge(number)
    digits = printed.removeprefix(hedge)
    decimals = len(digits.partition(_DECIMAL_MARK[language])[2])
    scaled = number.value
    if formatting.is_money(number.unit):
        scaled /= number.money_scale or formatting.MILLION
    elif number.unit in (formatting.RATIO_UNIT, formatting.POINTS_UNIT):
        scaled *= 100
    shown = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    shown = _LOCALE[language] + _quoted(hedge) + shown + _quoted(formatting.mark(number))
    return NumberCell(float(round_half_up(scaled, decimals)), shown + _MARGIN)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
