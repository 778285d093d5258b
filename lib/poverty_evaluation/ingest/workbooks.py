"""Sổ tính Excel: the filled sheets of an .xlsx workbook, every cell literally and with what its format says of it.

The values come from calamine. What it does not tell is read from the sheets' own XML: which cells are shown per
cent, and which hold an error or a formula that was never computed, both of which would otherwise pass for empty.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from poverty_evaluation.ingest.positions import Pair, Where
from poverty_evaluation.ingest.raw_tables import Grid, RawCell, RawRow, clean, decimals_of
from poverty_evaluation.vocabulary.errors import InputProblem
from poverty_evaluation.vocabulary.quantities import write_number

#: No table of a period comes near this; a sheet beyond it is a mistake that would fill the memory.
_MOST_ROWS, _MOST_COLUMNS = 50_000, 1_000
#: Digits that Excel itself keeps of a number; what a binary fraction adds behind them nobody typed.
_SIGNIFICANT_DIGITS = 15
_BUILT_IN_PERCENT = {9, 10}
_QUOTED_OR_ESCAPED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
#: Stands for the value of a formula that no program has computed yet.
_NOT_COMPUTED = "=?"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


#: What the two readers raise for a damaged or protected file.
_UNREADABLE = (
    CalamineError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError, EOFError, OSError,
    RuntimeError,
)  # fmt: skip


class _TooLarge(Exception):
    """A cell lies where no table reaches."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the XML says of a cell."""

    is_percent: bool = False
    error: str = ""


_PLAIN = _Shown()


def read_workbook(path: Path, where: Where) -> dict[str, Grid] | InputProblem:
    """The sheets that hold something, by name and in their order; the problem when the file cannot be read."""
    try:
        shown = _shown_cells(path)
        with CalamineWorkbook.from_path(str(path)) as workbook:
            names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
            sheets = {name: _grid(workbook, name, shown.get(name, {})) for name in names}
    except _TooLarge as error:
        return where.problem(
            (f"trang tính dưới {_MOST_ROWS} dòng", f"a sheet of less than {_MOST_ROWS} rows"),
            (f"một ô ở {error}", f"a cell at {error}"),
            ("Xóa các ô thừa ở xa bảng.", "Clear the stray cells far from the table."),
        )
    except _UNREADABLE as error:
        return _damaged(path, where, error)
    filled = {name: grid for name, grid in sheets.items() if any(not row.is_blank for row in grid)}
    if filled:
        return filled
    return where.problem(
        ("ít nhất một trang tính có số liệu", "at least one sheet with data"),
        ("sổ tính trống", "an empty workbook"),
        (
            "Gửi lại sổ tính đã điền số liệu, hoặc chuyển tệp ra khỏi thư mục của kỳ.",
            "Send the workbook again with its data, or move it out of the period's folder.",
        ),
    )


def _damaged(path: Path, where: Where, error: Exception) -> InputProblem:
    found: Pair = (
        f"tệp hỏng hoặc không phải Excel ({type(error).__name__})",
        f"a damaged file, or none of Excel's ({type(error).__name__})",
    )
    with path.open("rb") as file:
        if file.read(len(_OLD_EXCEL)) == _OLD_EXCEL:
            found = (
                "tệp có mật khẩu, hoặc tệp .xls cũ mang tên .xlsx",
                "a file with a password, or an old .xls file named .xlsx",
            )
    return where.problem(
        ("một sổ tính Excel đọc được", "a readable Excel workbook"),
        found,
        (
            "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx, không mật khẩu.",
            "Open it in Excel or LibreOffice and save it again as .xlsx, without a password.",
        ),
    )


def _grid(workbook: CalamineWorkbook, name: str, shown: dict[tuple[int, int], _Shown]) -> Grid:
    """All rows of a sheet from its first one on; the cells that calamine leaves out are put in again."""
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    told = [at for at, cell in shown.items() if cell.error]
    height = max([len(rows), *(row + 1 for row, _ in told)])
    width = max([0, *(len(row) for row in rows), *(column + 1 for _, column in told)])
    return [
        RawRow(
            at + 1,
            tuple(
                _cell(rows[at][column] if at < len(rows) and column < len(rows[at]) else "", shown.get((at, column)))
                for column in range(width)
            ),
        )
        for at in range(height)
    ]


def _cell(value: object, shown: _Shown | None) -> RawCell:
    shown = shown or _PLAIN
    if shown.error:
        return RawCell(shown.error, error=shown.error)
    if isinstance(value, bool):
        return RawCell("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        return _number(value, shown.is_percent)
    if isinstance(value, datetime):
        return RawCell(value.date().isoformat(), day=value.date())
    if isinstance(value, date):
        return RawCell(value.isoformat(), day=value)
    return RawCell(clean(str(value)))


def _number(value: int | float, is_percent: bool) -> RawCell:
    whole = value == int(value)
    exact = Fraction(int(value)) if whole else Fraction(Decimal(format(value, f".{_SIGNIFICANT_DIGITS}g")))
    if is_percent:
        return RawCell(f"{_written(exact * 100)}%", number=exact, is_percent=True)
    return RawCell(_written(exact), number=exact)


def _written(number: Fraction) -> str:
    return write_number(number, decimals_of(number)).replace(".", "")


def _shown_cells(path: Path) -> dict[str, dict[tuple[int, int], _Shown]]:
    """For each sheet, the cells of which the XML says more than calamine does, by row and column from 0."""
    with zipfile.ZipFile(path) as package:
        percent = _percent_styles(package)
        parts = _sheet_parts(package)
        return {name: dict(_told_cells(package, part, percent)) for name, part in parts.items()}


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """The parts that hold the worksheets, by their names; sheets that are a chart have none."""
    targets = {
        item.get("Id", ""): item.get("Target", "")
        for item in _elements(package, "xl/_rels/workbook.xml.rels", "Relationship")
        if item.get("Type", "").endswith("/worksheet")
    }
    parts = {}
    for sheet in _elements(package, "xl/workbook.xml", "sheet"):
        identity = next((value for key, value in sheet.attrib.items() if _local(key) == "id"), "")
        if target := targets.get(identity):
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            parts[sheet.get("name", "")] = part
    return parts


def _percent_styles(package: zipfile.ZipFile) -> set[str]:
    """The numbers of the cell styles that show a number per cent."""
    if "xl/styles.xml" not in package.namelist():
        return set()
    codes = {
        item.get("numFmtId", ""): item.get("formatCode", "")
        for item in _elements(package, "xl/styles.xml", "numFmt")
    }  # fmt: skip
    percent = {str(number) for number in _BUILT_IN_PERCENT}
    percent |= {number for number, code in codes.items() if "%" in _QUOTED_OR_ESCAPED.sub("", code)}
    styles: set[str] = set()
    for cell_styles in _elements(package, "xl/styles.xml", "cellXfs"):
        styles |= {str(at) for at, style in enumerate(cell_styles) if style.get("numFmtId") in percent}
    return styles


def _told_cells(
    package: zipfile.ZipFile, part: str, percent: set[str]
) -> Iterator[tuple[tuple[int, int], _Shown]]:  # fmt: skip
    row = -1
    for element in _elements(package, part, "row"):
        row = int(element.get("r") or row + 2) - 1
        column = -1
        for cell in element:
            column = _column(cell.get("r", "")) if cell.get("r") else column + 1
            shown = _told(cell, percent)
            if shown is None:
                continue
            if row >= _MOST_ROWS or column >= _MOST_COLUMNS:
                raise _TooLarge(cell.get("r") or f"{row + 1}")
            if shown != _PLAIN:
                yield (row, column), shown
        element.clear()


def _told(cell: ElementTree.Element, percent: set[str]) -> _Shown | None:
    """What a cell that holds something shows beside its value; None for an empty one."""
    value = next((child.text or "" for child in cell if _local(child.tag) == "v"), "")
    has_formula = any(_local(child.tag) == "f" for child in cell)
    if not (value or has_formula or cell.get("t") == "inlineStr"):
        return None
    if cell.get("t") == "e":
        return _Shown(error=value or "#N/A")
    if has_formula and not value and cell.get("t") != "str":
        return _Shown(error=_NOT_COMPUTED)
    return _Shown(is_percent=cell.get("s") in percent)


def _column(reference: str) -> int:
    """The column of a reference such as AB12, from 0."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _elements(package: zipfile.ZipFile, part: str, name: str) -> Iterator[ElementTree.Element]:
    """The elements of that local name in a part of the package."""
    with package.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            if _local(element.tag) == name:
                yield element


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
