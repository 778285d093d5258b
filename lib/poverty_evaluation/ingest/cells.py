"""Đọc một ô: a received cell becomes an exact value with its state, or a problem that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poverty_evaluation.ingest.corrections import Correction
from poverty_evaluation.ingest.files import RawCell
from poverty_evaluation.vocabulary.choices import NumberFormat, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.quantities import (
    MalformedDate,
    MalformedNumber,
    MalformedWords,
    Quantity,
    read_date,
    read_quantity,
    read_words,
    split_unit,
    write_number,
)
from poverty_evaluation.vocabulary.report import ReportProfile
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

#: The unit that announces an amount in words.
WORDS_UNIT = "bằng chữ"


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A number as read: `value` in base units; `literal` what the cell says when a correction reads it otherwise."""

    value: Fraction | None
    status: ValueStatus
    qualifier: Qualifier
    decimals: int
    half_step: Fraction
    as_printed: str
    unit: str
    literal: Fraction | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell cannot be read; the caller adds its place."""

    expected_vi: str
    expected_en: str
    found: str
    remedy_vi: str
    remedy_en: str


def absent(status: ValueStatus, text: str, unit: str = "") -> ReadFigure:
    return ReadFigure(None, status, Qualifier.EXACT, 0, Fraction(0), text, unit)


def read_figure(
    cell: RawCell,
    field: FieldSpec,
    unit: str,
    report: ReportProfile,
    number_format: NumberFormat,
    correction: Correction | None,
) -> ReadFigure | Refusal:
    """Reads a count, percentage, amount or quantity strictly; a correction replaces what it was recorded for."""
    text = cell.text
    if correction is not None:
        return _read_corrected(text, field, unit, number_format, correction)
    if text == "":
        return absent(ValueStatus.MISSING, text, split_unit(unit)[1])
    blank = report.blank(text)
    if blank is ValueStatus.GIVEN:
        return ReadFigure(Fraction(0), blank, Qualifier.EXACT, 0, Fraction(0), text, split_unit(unit)[1])
    if blank is not None:
        return absent(blank, text, split_unit(unit)[1])
    return _read_literal(cell, field, unit, number_format)


def _read_literal(cell: RawCell, field: FieldSpec, unit: str, number_format: NumberFormat) -> ReadFigure | Refusal:
    if unit.casefold() == WORDS_UNIT:
        try:
            amount = read_words(cell.text)
        except MalformedWords as error:
            return Refusal("số tiền viết bằng chữ", "an amount in words", cell.text, error.reason_vi, error.reason_en)
        return ReadFigure(
            Fraction(amount),
            ValueStatus.GIVEN,
            Qualifier.EXACT,
            0,
            Fraction(0),
            cell.text,
            WORDS_UNIT,
            Fraction(amount),
        )
    unit_text = "%" if field.type is FieldType.PERCENT and "%" not in cell.text else unit
    try:
        if cell.number is not None:
            scale, bare = split_unit(unit_text)
            quantity = Quantity(cell.number * scale, scale, _decimals(cell.number), Qualifier.EXACT, cell.text)
        else:
            quantity, bare = read_quantity(cell.text, unit_text, number_format)
    except MalformedNumber as error:
        return _malformed(cell.text, field, error.candidates, error.reason_vi, error.reason_en)
    if field.type in (FieldType.COUNT, FieldType.MONEY) and quantity.value.denominator != 1:
        return _fraction_in_count(cell.text, field, quantity.value)
    if field.type in (FieldType.COUNT, FieldType.MONEY) and quantity.value < 0:
        return Refusal(
            "số không âm", "a number that is not negative", cell.text, "Kiểm tra lại ô này.", "Check this cell."
        )
    whole = field.type in (FieldType.COUNT, FieldType.MONEY)
    return ReadFigure(
        quantity.value,
        ValueStatus.GIVEN,
        quantity.qualifier,
        0 if whole else quantity.decimals,
        Fraction(0) if whole else quantity.half_step,
        cell.text,
        bare,
        quantity.value,
    )


def _read_corrected(
    text: str, field: FieldSpec, unit: str, number_format: NumberFormat, correction: Correction
) -> ReadFigure | Refusal:
    if correction.as_printed != text:
        return Refusal(
            f"“{correction.as_printed}” như đã ghi trong corrections.yml",
            f"“{correction.as_printed}” as recorded in corrections.yml",
            text,
            "Số liệu nguồn đã thay đổi: xóa hoặc cập nhật mục tương ứng trong corrections.yml.",
            "The source has changed: remove or update the entry in corrections.yml.",
        )
    adopted_unit = correction.unit_reading or unit
    literal = _read_literal(RawCell(text), field, unit, number_format)
    literal_value = literal.value if isinstance(literal, ReadFigure) else None
    if correction.reading is None:
        bare = split_unit(unit)[1]
        return ReadFigure(
            None, ValueStatus.UNREADABLE, Qualifier.EXACT, 0, Fraction(0), text, bare, None, correction.candidates
        )
    read = _read_literal(RawCell(correction.reading), field, adopted_unit, number_format)
    if isinstance(read, Refusal):
        return Refusal(
            "một cách đọc hợp lệ trong corrections.yml",
            "a well-formed reading in corrections.yml",
            correction.reading,
            read.remedy_vi,
            read.remedy_en,
        )
    status = ValueStatus.CORRECTED if correction.status == "accepted" else ValueStatus.DISPUTED
    return ReadFigure(
        read.value,
        status,
        read.qualifier,
        read.decimals,
        read.half_step,
        text,
        read.unit,
        literal_value,
        correction.candidates,
    )


def _decimals(number: Fraction) -> int:
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return digits


def _malformed(text: str, field: FieldSpec, candidates: tuple[str, ...], reason_vi: str, reason_en: str) -> Refusal:
    readings_vi = f" Có thể là: {'; '.join(candidates)}." if candidates else ""
    readings_en = f" It may be: {'; '.join(candidates)}." if candidates else ""
    return Refusal(
        f"{field.label_vi.lower()} là một con số",
        f"{field.label_en.lower()} as a number",
        text,
        f"{_sentence(reason_vi)}{readings_vi} Sửa ở nguồn hoặc ghi cách đọc vào corrections.yml.",
        f"{_sentence(reason_en)}{readings_en} Mend the source or record a reading in corrections.yml.",
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _fraction_in_count(text: str, field: FieldSpec, value: Fraction) -> Refusal:
    candidates = tuple(
        write_number(value * 10**places, 0) for places in (3, 2) if (value * 10**places).denominator == 1
    )
    readings = "; ".join(candidates)
    return Refusal(
        f"{field.label_vi.lower()} là số nguyên",
        f"{field.label_en.lower()} as a whole number",
        text,
        f"Dấu phân cách hàng nghìn có thể đã mất; có thể là: {readings}. Sửa ở nguồn hoặc ghi vào corrections.yml.",
        f"A thousands separator may be lost; it may be: {readings}. Mend the source or record it in corrections.yml.",
    )


def read_day(cell: RawCell) -> date | Refusal | None:
    """A date cell; None when empty."""
    if cell.day is not None:
        return cell.day
    if not cell.text:
        return None
    try:
        return read_date(cell.text)
    except MalformedDate as error:
        return Refusal(
            "một ngày, ví dụ 31/12/2017", "a date such as 31/12/2017", cell.text, error.reason_vi, error.reason_en
        )
