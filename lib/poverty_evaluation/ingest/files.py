"""Tệp nhận được: CSV files and workbooks of a period, as raw tables of cells with their places."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from python_calamine import CalamineWorkbook

from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean, nearest
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.tables import TableSpec

#: How far down a sheet the row of headings is looked for (title lines may stand above it).
_HEADING_SEARCH_ROWS = 15


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as received; `number` is set when a spreadsheet holds a number there, `day` when it holds a date."""

    text: str
    number: Fraction | None = None
    day: date | None = None


EMPTY = RawCell("")


@dataclass(frozen=True, slots=True)
class RawRow:
    number: int  # 1-based line of the sheet
    cells: tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """One received table. file: path below the data root; headings as received."""

    spec: TableSpec
    file: str
    sheet: str
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]

    def position(self, name: str, *labels: str) -> int | None:
        """Where the column of that name (or one of its labels) stands, None when it is not there."""
        wanted = {fold(text) for text in (name, *labels)}
        for index, heading in enumerate(self.headings):
            if fold(heading) in wanted:
                return index
        return None

    def source(self, row: RawRow, index: int, document_line: int | None = None) -> SourceCell:
        cell = row.cells[index] if index < len(row.cells) else EMPTY
        return SourceCell(self.file, self.sheet, row.number, self.headings[index], cell.text, document_line)


def fold(text: str) -> str:
    """NFC, lower case, single spaces: how headings and sheet names are compared."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().casefold()


def read_tables(
    folder: Path, data_root: Path, specs: Iterable[TableSpec]
) -> tuple[dict[str, RawTable], list[InputProblem]]:
    """All tables of a period folder by name, and what keeps them from being read.

    A CSV file is named after its table, a sheet of a workbook too (by identifier or by its Vietnamese name).
    The same table twice is a problem, as is an empty workbook.
    """
    known = tuple(specs)
    tables: dict[str, RawTable] = {}
    problems: list[InputProblem] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in (".csv", ".xlsx") or path.name.startswith(("~$", ".")):
            continue
        read = _read_csv if path.suffix.lower() == ".csv" else _read_workbook
        for found in read(path, path.relative_to(data_root).as_posix(), known):
            if isinstance(found, InputProblem):
                problems.append(found)
            elif found.spec.name in tables:
                problems.append(_told_twice(tables[found.spec.name], found))
            else:
                tables[found.spec.name] = found
    return tables, problems


def _told_twice(first: RawTable, second: RawTable) -> InputProblem:
    def place(table: RawTable) -> str:
        return f"{table.file}{' / ' + table.sheet if table.sheet else ''}"

    label = first.spec
    return InputProblem(
        f"một bảng “{label.label_vi}” duy nhất",
        f"a single table “{label.label_en}”",
        f"hai bảng: {place(first)} và {place(second)}",
        f"two of them: {place(first)} and {place(second)}",
        "Giữ lại một bảng, chuyển bảng kia ra khỏi thư mục của kỳ.",
        "Keep one of them and move the other out of the period's folder.",
        file=second.file,
        sheet=second.sheet,
    )


def _spec_named(name: str, specs: tuple[TableSpec, ...]) -> TableSpec | None:
    for spec in specs:
        if fold(name) in (fold(spec.name), fold(spec.label_vi), fold(spec.label_en)):
            return spec
    return None


def _unknown_table(name: str, file: str, sheet: str, specs: tuple[TableSpec, ...]) -> InputProblem:
    names = [spec.name for spec in specs]
    hint_vi, hint_en = did_you_mean(name, names)
    listed = ", ".join(names)
    return InputProblem(
        f"tên một bảng đã biết ({listed})",
        f"the name of a known table ({listed})",
        f"“{name}”",
        f"“{name}”",
        f"Đổi tên cho đúng hoặc chuyển ra khỏi thư mục của kỳ. {hint_vi}".strip(),
        f"Rename it or move it out of the period's folder. {hint_en}".strip(),
        file=file,
        sheet=sheet,
    )


def _read_csv(path: Path, file: str, specs: tuple[TableSpec, ...]) -> Iterator[RawTable | InputProblem]:
    spec = _spec_named(path.stem, specs)
    if spec is None:
        yield _unknown_table(path.stem, file, "", specs)
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        yield InputProblem(
            "tệp văn bản mã UTF-8",
            "a text file in UTF-8",
            f"byte không hợp lệ ở vị trí {error.start}",
            f"an invalid byte at position {error.start}",
            "Lưu lại tệp bằng mã UTF-8 (Excel: “CSV UTF-8”).",
            "Save the file as UTF-8 (Excel: “CSV UTF-8”).",
            file=file,
        )
        return
    rows = [(n, tuple(RawCell(_clean(cell)) for cell in line)) for n, line in _numbered_lines(text)]
    yield _table(spec, file, "", rows)


def _numbered_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True))
    start = 1
    for line in reader:
        yield start, line
        start = reader.line_num + 1


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _read_workbook(path: Path, file: str, specs: tuple[TableSpec, ...]) -> Iterator[RawTable | InputProblem]:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in workbook.sheet_names
        ]
    except Exception as error:  # calamine raises several unrelated classes for a broken file
        yield InputProblem(
            "một sổ tính Excel đọc được",
            "a readable Excel workbook",
            f"tệp hỏng hoặc không phải Excel ({type(error).__name__})",
            f"a damaged file, or none of Excel's ({type(error).__name__})",
            "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
            "Open it in Excel or LibreOffice and save it again as .xlsx.",
            file=file,
        )
        return
    filled = [(name, rows) for name, rows in sheets if any(any(cell != "" for cell in row) for row in rows)]
    if not filled:
        yield InputProblem(
            "ít nhất một trang tính có số liệu",
            "at least one sheet with data",
            "sổ tính trống",
            "an empty workbook",
            "Gửi lại sổ tính đã điền số liệu, hoặc chuyển tệp ra khỏi thư mục của kỳ.",
            "Send the workbook again with its data, or move it out of the period's folder.",
            file=file,
        )
        return
    recognised = False
    for name, cells in filled:
        spec = _spec_named(name, specs)
        if spec is None:
            if nearest(name, [spec.name for spec in specs] + [spec.label_vi for spec in specs], count=1):
                yield _unknown_table(name, file, name, specs)
                recognised = True
            continue
        recognised = True
        rows = [(n, tuple(_spreadsheet_cell(cell) for cell in row)) for n, row in enumerate(cells, 1)]
        yield _table(spec, file, name, rows)
    if not recognised:
        yield _unknown_table(", ".join(name for name, _ in filled), file, "", specs)


def _spreadsheet_cell(cell: object) -> RawCell:
    if isinstance(cell, bool) or cell is None:
        return RawCell("" if cell is None else str(cell))
    if isinstance(cell, (int, float)):
        exact = Fraction(Decimal(repr(cell)))
        text = str(exact.numerator) if exact.denominator == 1 else repr(cell).replace(".", ",")
        return RawCell(text, number=exact)
    if isinstance(cell, datetime):
        return RawCell(cell.date().isoformat(), day=cell.date())
    if isinstance(cell, date):
        return RawCell(cell.isoformat(), day=cell)
    return RawCell(_clean(str(cell)))


def _table(
    spec: TableSpec, file: str, sheet: str, rows: list[tuple[int, tuple[RawCell, ...]]]
) -> RawTable | InputProblem:
    required = {fold(text) for field in spec.fields if field.required for text in (field.name, field.label_vi)}
    known = {fold(text) for field in spec.fields for text in (field.name, field.label_vi, field.label_en)}
    best, best_score = None, 0
    for index, (_, cells) in enumerate(rows[:_HEADING_SEARCH_ROWS]):
        texts = [fold(cell.text) for cell in cells]
        score = sum(text in known for text in texts) + sum(text in required for text in texts)
        if score > best_score:
            best, best_score = index, score
    if best is None:
        return InputProblem(
            f"một dòng tiêu đề có các cột {', '.join(field.name for field in spec.fields if field.required)}",
            f"a row of headings with {', '.join(field.name for field in spec.fields if field.required)}",
            "không có dòng nào như vậy" if rows else "bảng trống",
            "no such row" if rows else "an empty table",
            "Điền lại bảng theo mẫu trong data/README.md.",
            "Fill the table again after the description in data/README.md.",
            file=file,
            sheet=sheet,
        )
    headings = tuple(cell.text for cell in rows[best][1])
    body = tuple(RawRow(n, cells) for n, cells in rows[best + 1 :] if any(cell.text for cell in cells))
    return RawTable(spec, file, sheet, headings, body)
