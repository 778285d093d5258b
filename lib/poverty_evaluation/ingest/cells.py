"""Đọc một ô: a received cell becomes an exact value with its state, or a refusal that says what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from poverty_evaluation.ingest.corrections import Correction
from poverty_evaluation.ingest.notation import Notation
from poverty_evaluation.ingest.positions import Pair, Refusal
from poverty_evaluation.ingest.raw_tables import RawCell, decimals_of, fold
from poverty_evaluation.vocabulary.choices import FigureKind, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.quantities import (
    Malformed,
    MalformedNumber,
    MalformedWords,
    Quantity,
    read_date,
    read_quantity,
    read_words,
    round_half_up,
    split_unit,
)
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

#: The unit that announces an amount in words.
WORDS_UNIT = "bằng chữ"

_MEND: Pair = (
    "Sửa ở nguồn hoặc ghi cách đọc vào corrections.yml.",
    "Mend the source or record a reading in corrections.yml.",
)
#: "As above" in its usual forms: a cell says its own figure or none.
_DITTO = {"như trên", "nt", "-nt-", "- nt -", '"', "''", "”", "〃"}
#: No figure of a period comes near these; tables hand over exact decimals of 38 digits.
_LARGEST, _MOST_DECIMALS = 10**18, 17
_MONEY_UNITS = ("đồng", "đ")
#: An amount in tỷ đồng is exact to the đồng with so many; a cell with more was computed, not typed.
_MOST_TYPED_DECIMALS = 9
_COUNTED = (FigureKind.HOUSEHOLDS, FigureKind.PERSONS, FigureKind.OCCURRENCES, FigureKind.ITEMS)


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A number as read: `value` in base units; `literal` what the cell says when a correction reads it otherwise."""

    value: Fraction | None
    status: ValueStatus
    as_printed: str
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    decimals: int = 0
    half_step: Fraction = Fraction(0)
    literal: Fraction | None = None
    candidates: tuple[str, ...] = ()

    def whole(self) -> ReadFigure:
        """As a count or whole đồng, which are exact whatever decimals they were printed with."""
        return replace(self, decimals=0, half_step=Fraction(0))


def read_figure(
    cell: RawCell, item: FieldSpec, unit: str, notation: Notation, correction: Correction | None
) -> ReadFigure | Refusal:
    """Reads a count, percentage, amount or quantity strictly; a correction replaces what it was recorded for."""
    if correction is not None:
        return _read_corrected(cell, item, unit, notation, correction)
    blank = ValueStatus.MISSING if cell.text == "" else notation.blank(cell.text)
    if blank is None:
        return _read_literal(cell, item, unit, notation)
    zero = Fraction(0) if blank is ValueStatus.GIVEN else None
    return ReadFigure(zero, blank, cell.text, split_unit(unit)[1], literal=zero)


def refuse_kind(read: ReadFigure, kind: FigureKind, item: FieldSpec) -> Refusal | None:
    """What a figure of that kind cannot be: a fraction of a household, of a đồng, or less than nothing."""
    if read.value is None:
        return None
    if read.value < 0 and not item.signed:
        return _negative(read.as_printed)
    if kind in _COUNTED and read.value.denominator != 1:
        return _fraction(read.as_printed, item, read.value)
    if kind is FigureKind.MONEY and read.value.denominator != 1:
        return Refusal(
            ("số tiền đến đồng là nhỏ nhất", "an amount in whole đồng"), read.as_printed,
            _with_format_hint(("Số tiền có phần lẻ của đồng.", "The amount has a fraction of a đồng.")),
        )  # fmt: skip
    return None


def _read_literal(cell: RawCell, item: FieldSpec, unit: str, notation: Notation) -> ReadFigure | Refusal:
    refusal = _not_a_number(cell, item)
    if refusal is not None:
        return refusal
    if fold(unit) == WORDS_UNIT:
        return _read_words(cell.text)
    if item.type is FieldType.PERCENT and "%" not in cell.text:
        unit = "%"
    try:
        if cell.number is None:
            quantity, bare = read_quantity(cell.text, unit, notation.number_format)
        else:
            quantity, bare = _spreadsheet_quantity(cell, cell.number, unit)
    except MalformedNumber as error:
        return _malformed(cell.text, item, error, notation)
    literal = quantity.value
    if abs(literal) >= _LARGEST or decimals_of(literal) > _MOST_DECIMALS:
        return _out_of_range(cell.text)
    read = ReadFigure(
        literal, ValueStatus.GIVEN, cell.text, bare, quantity.qualifier, quantity.decimals, quantity.half_step, literal
    )
    if item.type is FieldType.PERCENT:
        return _percent(read, item)
    if item.type in (FieldType.COUNT, FieldType.MONEY):
        kind = FigureKind.MONEY if item.type is FieldType.MONEY else FigureKind.ITEMS
        return refuse_kind(read, kind, item) or read.whole()
    return read


def _not_a_number(cell: RawCell, item: FieldSpec) -> Refusal | None:
    """Cells that cannot hold a number, each with what probably happened to it."""
    expected = f"{item.label_vi.lower()} là một con số", f"{item.label_en.lower()} as a number"
    if cell.error:
        return refuse_error(cell)
    if cell.day is not None:
        return Refusal(
            expected, cell.text,
            ("Ô chứa một ngày; Excel có thể đã đổi một con số như 12.5 thành ngày. Nhập lại con số.",
             "The cell holds a date; Excel may have turned a number such as 12.5 into one. Enter the number again."),
        )  # fmt: skip
    if fold(cell.text) in _DITTO:
        return Refusal(
            expected, cell.text,
            ("Ghi lại con số ở ô này, không viết “như trên”.", "Write the figure itself in this cell, not “as above”."),
        )  # fmt: skip
    return None


def refuse_error(cell: RawCell) -> Refusal:
    """A spreadsheet's error, or a formula that no program has computed."""
    computed = cell.error.startswith("#")
    return Refusal(
        ("một giá trị", "a value"),
        cell.error if computed else "",
        (
            "Công thức ở ô này bị lỗi; sửa công thức hoặc nhập giá trị."
            if computed
            else "Công thức ở ô này chưa được tính; mở bằng Excel, lưu lại rồi gửi.",
            "The formula of this cell fails; mend it or enter the value."
            if computed
            else "The formula of this cell was never computed; open it in Excel, save it and send it again.",
        ),
    )


def _spreadsheet_quantity(cell: RawCell, number: Fraction, unit: str) -> tuple[Quantity, str]:
    """A number of a spreadsheet, literally; a cell shown per cent already holds a fraction of 1."""
    scale, bare = split_unit(unit)
    if cell.is_percent:
        if bare not in ("%", ""):
            raise MalformedNumber(
                cell.text, (), f"ô có định dạng phần trăm nhưng đơn vị là “{bare}”",
                f"the cell is shown per cent but the unit is “{bare}”",
            )  # fmt: skip
        return Quantity(number, Fraction(1, 100), decimals_of(number * 100), Qualifier.EXACT, cell.text), "%"
    value = number * scale
    if fold(bare) in _MONEY_UNITS and decimals_of(number) > _MOST_TYPED_DECIMALS:
        value = round_half_up(value, 0)  # the tail of a computed cell, such as 50/3 triệu đồng
    return Quantity(value, scale, decimals_of(number), Qualifier.EXACT, cell.text), bare


def _read_words(text: str) -> ReadFigure | Refusal:
    try:
        amount = Fraction(read_words(text))
    except MalformedWords as error:
        return Refusal(("số tiền viết bằng chữ", "an amount in words"), text, _reasoned(error, _MEND))
    return ReadFigure(amount, ValueStatus.GIVEN, text, WORDS_UNIT, literal=amount)


def _read_corrected(
    cell: RawCell, item: FieldSpec, unit: str, notation: Notation, correction: Correction
) -> ReadFigure | Refusal:
    recorded = correction.as_printed.strip()
    typed = {cell.text, cell.text.replace(",", ".")} if cell.number is not None else {cell.text}
    if recorded == "" or recorded not in typed:
        return _stale(recorded, cell.text)
    if correction.reading is None:
        return ReadFigure(
            None, ValueStatus.UNREADABLE, cell.text, split_unit(unit)[1], candidates=correction.candidates
        )
    literal = _read_literal(cell, item, unit, notation)
    read = _read_literal(RawCell(correction.reading), item, correction.unit_reading or unit, notation)
    if isinstance(read, Refusal):
        return replace(
            read,
            expected=("một cách đọc hợp lệ trong corrections.yml", "a well-formed reading in corrections.yml"),
            found=correction.reading,
        )
    return replace(
        read,
        status=ValueStatus.CORRECTED if correction.status == "accepted" else ValueStatus.DISPUTED,
        as_printed=cell.text,
        literal=literal.value if isinstance(literal, ReadFigure) else None,
        candidates=correction.candidates,
    )


def _stale(recorded: str, found: str) -> Refusal:
    remedy = (
        "Số liệu nguồn đã thay đổi: xóa hoặc cập nhật mục tương ứng trong corrections.yml.",
        "The source has changed: remove or update the entry in corrections.yml.",
    )
    if recorded == "":
        remedy = (
            "Không ghi số thay cho một ô trống: xóa mục này trong corrections.yml.",
            "An empty cell gets no reading: remove the entry in corrections.yml.",
        )
    return Refusal(
        (f"“{recorded}” như đã ghi trong corrections.yml", f"“{recorded}” as recorded in corrections.yml"),
        found,
        remedy,
    )


def _percent(read: ReadFigure, item: FieldSpec) -> ReadFigure | Refusal:
    if read.value is not None and not 0 <= read.value <= 1:
        return Refusal(
            (f"{item.label_vi.lower()} từ 0 đến 100", f"{item.label_en.lower()} from 0 to 100"),
            read.as_printed,
            _with_format_hint(("Kiểm tra lại ô này.", "Check this cell.")),
        )
    return read


def _malformed(text: str, item: FieldSpec, error: MalformedNumber, notation: Notation) -> Refusal:
    candidates = [notation.candidate(reading) for reading in error.candidates]
    maybe = ("", "")
    if candidates:
        maybe = f"Có thể là: {' hoặc '.join(candidates)}.", f"It may be: {' or '.join(candidates)}."
    remedy = f"{maybe[0]} {_MEND[0]}", f"{maybe[1]} {_MEND[1]}"
    return Refusal(
        (f"{item.label_vi.lower()} là một con số", f"{item.label_en.lower()} as a number"),
        text,
        _reasoned(error, remedy),
    )


def _reasoned(error: Malformed, remedy: Pair) -> Pair:
    return f"{_sentence(error.reason_vi)} {remedy[0].strip()}", f"{_sentence(error.reason_en)} {remedy[1].strip()}"


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _out_of_range(text: str) -> Refusal:
    return Refusal(
        (
            f"một con số dưới {_LARGEST:.0e}, không quá {_MOST_DECIMALS} chữ số thập phân",
            f"a number below {_LARGEST:.0e} with at most {_MOST_DECIMALS} decimals",
        ),
        text,
        (f"Kiểm tra lại ô này. {_MEND[0]}", f"Check this cell. {_MEND[1]}"),
    )


def _negative(text: str) -> Refusal:
    return Refusal(
        ("một số không âm", "a number that is not negative"), text,
        (f"Kiểm tra lại dấu trừ ở ô này. {_MEND[0]}", f"Check the minus sign of this cell. {_MEND[1]}"),
    )  # fmt: skip


def _fraction(text: str, item: FieldSpec, value: Fraction) -> Refusal:
    readings = [str(value * 10**places) for places in (3, 2) if (value * 10**places).denominator == 1]
    maybe = ("Số đếm không có phần lẻ.", "A count has no fraction.")
    if readings:
        maybe = (
            f"Dấu phân cách hàng nghìn có thể đã mất; có thể là: {' hoặc '.join(readings)}.",
            f"A thousands separator may be lost; it may be: {' or '.join(readings)}.",
        )
    return Refusal(
        (f"{item.label_vi.lower()} là số nguyên", f"{item.label_en.lower()} as a whole number"),
        text,
        _with_format_hint(maybe),
    )


def _with_format_hint(remedy: Pair) -> Pair:
    return (
        f"{remedy[0]} {_MEND[0]} Nếu cả tệp viết 1,234.5 thì khai báo number_formats trong report.yml.",
        f"{remedy[1]} {_MEND[1]} If the whole file writes 1,234.5, say so under number_formats in report.yml.",
    )


def read_day(cell: RawCell) -> date | Refusal | None:
    """A date cell; None when empty."""
    if cell.error:
        return refuse_error(cell)
    if cell.day is not None:
        return cell.day
    if not cell.text:
        return None
    try:
        return read_date(cell.text)
    except Malformed as error:
        return Refusal(
            ("một ngày, ví dụ 31/12/2017", "a date such as 31/12/2017"),
            cell.text,
            _reasoned(error, ("Sửa ngày ở nguồn.", "Mend the date in the source.")),
        )
