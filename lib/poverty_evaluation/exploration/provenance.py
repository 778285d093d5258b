"""Con số này từ đâu ra: a value followed down to the cells that somebody sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from poverty_evaluation.presentation.jupyter import RichText, written_value
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.values import IndicatorValue


def provenance_tree(values: Iterable[IndicatorValue], value_id: str, language: str = "vi") -> RichText:
    """A value with its formula, its operands and theirs, down to file, row, column and text of each received cell.

    InputError with the nearest known ids when there is no such value.
    """
    known = {value.id: value for value in values}
    if value_id not in known:
        raise InputError([_unknown(value_id, known)])
    root = known[value_id]
    lines = list(_lines(root, known, language, depth=0))
    text = "\n".join(f"{'  ' * depth}{line}" for depth, line in lines)
    return RichText(f"<ul>{_items(root, known, language)}</ul>", text)


def widest(values: Iterable[IndicatorValue]) -> str:
    """The id of the value that rests on the most received cells; the one most worth following."""
    return max(values, key=lambda value: (len(value.sources), value.id)).id


def _told(value: IndicatorValue, language: str) -> str:
    return f"{value.label(language)} = {written_value(value, language)}"


def _cells(value: IndicatorValue, language: str) -> Iterator[str]:
    """The cells of a value that has no operands; those of the others stand with their operands."""
    for cell in () if value.operands else value.sources:
        place = cell.where_en() if language == "en" else cell.where_vi()
        yield f"{place}: “{cell.text}”"


def _lines(
    value: IndicatorValue, known: Mapping[str, IndicatorValue], language: str, depth: int
) -> Iterator[tuple[int, str]]:
    yield depth, f"{_told(value, language)}  [{value.formula}]"
    for operand in value.operands:
        yield from _lines(known[operand], known, language, depth + 1)
    for cell in _cells(value, language):
        yield depth + 1, cell


def _items(value: IndicatorValue, known: Mapping[str, IndicatorValue], language: str) -> str:
    inner = "".join(_items(known[operand], known, language) for operand in value.operands)
    inner += "".join(f"<li>{escape(cell)}</li>" for cell in _cells(value, language))
    return f"<li>{escape(_told(value, language))} <code>{escape(value.formula)}</code><ul>{inner}</ul></li>"


def _unknown(value_id: str, known: Mapping[str, IndicatorValue]) -> InputProblem:
    hint_vi, hint_en = did_you_mean(value_id, known)
    return InputProblem(
        "mã của một giá trị trong kỳ",
        "the id of a value of the period",
        f"“{value_id}”",
        f"“{value_id}”",
        f"Xem cột Mã của bảng giá trị chỉ tiêu. {hint_vi}".strip(),
        f"See the column Id of the table of values. {hint_en}".strip(),
    )
