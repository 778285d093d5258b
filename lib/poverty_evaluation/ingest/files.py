"""Tệp nhận được: the CSV files and workbooks of a period folder, each table found in them once."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from poverty_evaluation.ingest.positions import Where, quoted, with_hint
from poverty_evaluation.ingest.raw_tables import (
    Grid,
    RawCell,
    RawRow,
    RawTable,
    clean,
    fold,
    heading_row,
    missing_headings,
)
from poverty_evaluation.ingest.workbooks import read_workbook
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean, nearest
from poverty_evaluation.vocabulary.tables import TableSpec

#: Spreadsheets that cannot be read with their cells' formats; never left out in silence.
_OTHER_TABLES = (".xls", ".xlsb", ".xlsm", ".ods", ".tsv", ".numbers")
_YAML = ("report.yml", "corrections.yml", "explanations.yml")
#: Excel cuts the name of a sheet off here.
_LONGEST_SHEET_NAME = 31
_OTHER_SEPARATORS = {";": ("dấu chấm phẩy", "semicolons"), "\t": ("dấu tab", "tabs")}


@dataclass
class ReceivedFiles:
    """The raw tables of a folder by name, what keeps others from being read, and the sheets nobody asked for."""

    tables: dict[str, RawTable] = field(default_factory=dict)
    problems: list[InputProblem] = field(default_factory=list)
    unused_sheets: list[Where] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, found: RawTable | InputProblem) -> None:
        if isinstance(found, InputProblem):
            self.problems.append(found)
        elif found.spec.name in self.tables:
            self.problems.append(_told_twice(self.tables[found.spec.name], found))
        else:
            self.tables[found.spec.name] = found


def read_files(folder: Path, data_root: Path, specs: Iterable[TableSpec]) -> ReceivedFiles:
    """All tables of a period folder.

    A CSV file is named after its table, a sheet of a workbook too (by identifier or by its Vietnamese name); the
    single sheet of a workbook may be named by its file. A table that is there twice is a problem, as is a file
    that looks like a table but is none: nothing that was sent is left out in silence.
    """
    known = tuple(specs)
    received = ReceivedFiles()
    for path in sorted(folder.iterdir()):
        name, suffix = unicodedata.normalize("NFC", path.name), path.suffix.lower()
        where = Where(f"{folder.relative_to(data_root).as_posix()}/{name}")
        if name.startswith(("~$", ".")) or not path.is_file():
            continue
        received.names.append(name)
        if suffix == ".csv":
            received.add(_read_csv(path, where, known))
        elif suffix == ".xlsx":
            _add_workbook(received, path, where, known)
        elif suffix in _OTHER_TABLES:
            received.problems.append(_not_xlsx(where, suffix))
        elif suffix in (".yml", ".yaml") and name not in _YAML:
            received.problems.append(_unknown_name(name, where, _YAML))
    return received


def _add_workbook(received: ReceivedFiles, path: Path, where: Where, specs: tuple[TableSpec, ...]) -> None:
    sheets = read_workbook(path, where)
    if isinstance(sheets, InputProblem):
        received.problems.append(sheets)
        return
    named = _specs_of_sheets(path.stem, sheets, specs)
    if not named:
        names = ", ".join(sheets)
        received.problems.append(_unknown_table(names, where, specs))
        return
    for name, grid in sheets.items():
        sheet = Where(where.file, name)
        if name in named:
            received.add(_table(named[name], sheet, grid))
        elif nearest(name, [text for spec in specs for text in (spec.name, spec.label_vi, spec.label_en)], count=1):
            received.problems.append(_unknown_table(name, sheet, specs))
        else:
            received.unused_sheets.append(sheet)


def _specs_of_sheets(stem: str, sheets: Mapping[str, Grid], specs: tuple[TableSpec, ...]) -> dict[str, TableSpec]:
    named = {name: spec for name in sheets if (spec := _spec_named(name, specs)) is not None}
    by_file = _spec_named(stem, specs)
    if not named and len(sheets) == 1 and by_file is not None:
        return dict.fromkeys(sheets, by_file)
    return named


def _spec_named(name: str, specs: tuple[TableSpec, ...]) -> TableSpec | None:
    for spec in specs:
        texts = (spec.name, spec.label_vi, spec.label_en)
        if fold(name) in {fold(text) for full in texts for text in (full, full[:_LONGEST_SHEET_NAME])}:
            return spec
    return None


def _read_csv(path: Path, where: Where, specs: tuple[TableSpec, ...]) -> RawTable | InputProblem:
    spec = _spec_named(path.stem, specs)
    if spec is None:
        return _unknown_table(path.stem, where, specs)
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error, where)
    try:
        rows = list(_csv_rows(text, ","))
    except csv.Error as error:
        return where.problem(
            ("bảng CSV đúng quy cách", "a well-formed CSV table"),
            (f"lỗi dấu nháy kép ({error})", f"misplaced double quotes ({error})"),
            ("Kiểm tra các dấu nháy kép trong tệp.", "Check the double quotes of the file."),
        )
    if heading_row(spec, rows) is None:
        for separator, name in _OTHER_SEPARATORS.items():
            if separator in text and heading_row(spec, list(_csv_rows(text, separator, strict=False))) is not None:
                return _other_separator(where, name)
    return _table(spec, where, rows)


def _csv_rows(text: str, separator: str, strict: bool = True) -> Iterator[RawRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    start = 1
    for line in reader:
        yield RawRow(start, tuple(RawCell(clean(cell)) for cell in line))
        start = reader.line_num + 1


def _table(spec: TableSpec, where: Where, grid: Grid) -> RawTable | InputProblem:
    index = heading_row(spec, grid)
    return missing_headings(spec, where, grid) if index is None else RawTable.below(spec, where, grid, index)


def _told_twice(first: RawTable, second: RawTable) -> InputProblem:
    def place(table: RawTable) -> str:
        return f"{table.file}{' / ' + table.sheet if table.sheet else ''}"

    spec = first.spec
    return second.where.problem(
        (f"một bảng “{spec.label_vi}” duy nhất", f"a single table “{spec.label_en}”"),
        (f"hai bảng: {place(first)} và {place(second)}", f"two of them: {place(first)} and {place(second)}"),
        (
            "Giữ lại một bảng, chuyển bảng kia ra khỏi thư mục của kỳ.",
            "Keep one of them and move the other out of the period's folder.",
        ),
    )


def _unknown_table(name: str, where: Where, specs: tuple[TableSpec, ...]) -> InputProblem:
    names = [spec.name for spec in specs]
    listed = ", ".join(names)
    remedy = (
        "Đổi tên cho đúng hoặc chuyển ra khỏi thư mục của kỳ.",
        "Rename it or move it out of the period's folder.",
    )
    return where.problem(
        (f"tên một bảng đã biết ({listed})", f"the name of a known table ({listed})"),
        quoted(name),
        with_hint(remedy, did_you_mean(name, names)),
    )


def _unknown_name(name: str, where: Where, known: Iterable[str]) -> InputProblem:
    listed = ", ".join(known)
    remedy = (
        "Đổi tên cho đúng hoặc chuyển ra khỏi thư mục của kỳ.",
        "Rename it or move it out of the period's folder.",
    )
    return where.problem(
        (f"một tệp đã biết ({listed})", f"a known file ({listed})"),
        quoted(name),
        with_hint(remedy, did_you_mean(name, known)),
    )


def _not_xlsx(where: Where, suffix: str) -> InputProblem:
    return where.problem(
        ("bảng số liệu dạng .xlsx hoặc .csv", "a table as .xlsx or .csv"),
        (f"tệp {suffix}", f"a {suffix} file"),
        (
            "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx, hoặc chuyển ra khỏi thư mục của kỳ.",
            "Open it in Excel or LibreOffice and save it as .xlsx, or move it out of the period's folder.",
        ),
    )


def _not_utf8(content: bytes, error: UnicodeDecodeError, where: Where) -> InputProblem:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = ("tệp mã UTF-16", "a file in UTF-16")
    else:
        found = (f"byte không hợp lệ 0x{content[error.start]:02X}", f"the invalid byte 0x{content[error.start]:02X}")
    return where.at(row=content.count(b"\n", 0, error.start) + 1).problem(
        ("tệp văn bản mã UTF-8", "a text file in UTF-8"),
        found,
        (
            "Lưu lại tệp bằng mã UTF-8 (Excel: “CSV UTF-8”).",
            "Save the file as UTF-8 (Excel: “CSV UTF-8”).",
        ),
    )


def _other_separator(where: Where, name: tuple[str, str]) -> InputProblem:
    return where.problem(
        ("các cột cách nhau bằng dấu phẩy", "columns set off by commas"),
        (f"các cột cách nhau bằng {name[0]}", f"columns set off by {name[1]}"),
        (
            "Lưu lại tệp với dấu phẩy giữa các cột, hoặc gửi dạng .xlsx.",
            "Save the file with commas between its columns, or send it as .xlsx.",
        ),
    )
