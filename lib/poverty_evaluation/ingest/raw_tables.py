"""Bảng thô: the cells of one received table, its row of headings found and its columns known by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from poverty_evaluation.ingest.positions import Where
from poverty_evaluation.vocabulary.errors import InputProblem
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.tables import FieldSpec, TableSpec

#: How far down a sheet the row of headings is looked for (title lines may stand above it).
_HEADING_SEARCH_ROWS = 15
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_UNIT_BEHIND = re.compile(r"\s*\((?:hộ|%)\)$")
#: A cell of the line that numbers the columns of an official form: (A), (1), (3)=(2)/(1)×100.
_COLUMN_NUMBER = re.compile(r"\(?[A-ZĐ]\)?|\([0-9]{1,2}\).*|\([0-9]{1,2}\s*=.*\)")
_GROUP_PARTS = {
    "value": re.compile(r"(?:value|figure|số liệu|giá trị)[\s_.]*(?P<number>[0-9]{0,3})"),
    "unit": re.compile(r"(?:unit|đvt|đơn vị tính)[\s_.]*(?P<number>[0-9]{0,3})"),
    "role": re.compile(r"(?:role|vai trò)[\s_.]*(?P<number>[0-9]{0,3})"),
}


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as received.

    number: what a spreadsheet holds there as a number, `is_percent` where its format shows it per cent; day: where
    it holds a date; error: where it holds none of these but an error, or a formula that was never computed.
    """

    text: str
    number: Fraction | None = None
    day: date | None = None
    is_percent: bool = False
    error: str = ""


EMPTY = RawCell("")


@dataclass(frozen=True, slots=True)
class RawRow:
    """One line; number: 1-based, as the sheet or the text editor counts."""

    number: int
    cells: tuple[RawCell, ...]

    def cell(self, index: int | None) -> RawCell:
        return self.cells[index] if index is not None and index < len(self.cells) else EMPTY

    @property
    def is_blank(self) -> bool:
        return not any(cell.text for cell in self.cells)


Grid: TypeAlias = Sequence[RawRow]


@dataclass(frozen=True, slots=True)
class Group:
    """A numbered group of columns of the activities sheet: a value, its unit and its role, by position."""

    number: int
    value: int | None = None
    unit: int | None = None
    role: int | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """One received table. headings as received; columns: the position of each known column that is there."""

    spec: TableSpec
    where: Where
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]
    columns: Mapping[str, int]

    @classmethod
    def below(cls, spec: TableSpec, where: Where, grid: Grid, index: int) -> RawTable:
        """The table whose headings stand in that row of a grid; blank rows and the line of column numbers left out."""
        headings = tuple(cell.text for cell in grid[index].cells)
        rows = tuple(
            row
            for place, row in enumerate(grid[index + 1 :])
            if not row.is_blank and not (place == 0 and _numbers_columns(row))
        )
        return cls(spec, where, headings, rows, _columns(spec, headings))

    @property
    def file(self) -> str:
        return self.where.file

    @property
    def sheet(self) -> str:
        return self.where.sheet

    @property
    def file_name(self) -> str:
        return self.file.rsplit("/", 1)[-1]

    def heading(self, index: int | None, otherwise: str) -> str:
        return self.headings[index] if index is not None else otherwise

    def cell(self, row: RawRow, name: str) -> RawCell:
        return row.cell(self.columns.get(name))

    def place(self, row: RawRow, name: str) -> Where:
        """Where the cell of a named column stands, under the heading as received."""
        return self.where.at(row.number, self.heading(self.columns.get(name), name))

    def texts(self, row: RawRow) -> dict[str, str]:
        """The row's texts by the names of its columns; what corrections are keyed by."""
        return {name: row.cell(index).text for name, index in self.columns.items()}

    def source(self, row: RawRow, index: int | None, otherwise: str, line: int | None) -> SourceCell:
        heading = self.heading(index, otherwise)
        return SourceCell(self.file, self.sheet, row.number, heading, row.cell(index).text, line)

    def groups(self) -> tuple[Group, ...]:
        """The numbered groups of columns, in the order of their numbers; a heading that is there twice counts once."""
        found: dict[int, dict[str, int]] = {}
        for index, heading in enumerate(self.headings):
            if part := group_part(heading):
                found.setdefault(part[1], {}).setdefault(part[0], index)
        return tuple(Group(number, **found[number]) for number in sorted(found))


def decimals_of(number: Fraction) -> int:
    """How many decimals an exact decimal number has."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return digits


def clean(text: str) -> str:
    """A received text in composed Unicode, without spaces around it and without invisible characters."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE)).strip()


def fold(text: str) -> str:
    """Composed, lower case, single spaces: how headings and names are compared."""
    return re.sub(r"\s+", " ", clean(text)).casefold()


def group_part(heading: str) -> tuple[str, int] | None:
    """Which part of which numbered group a heading names (value_1, ĐVT 2, Vai trò 3 …); without a number the first."""
    folded = fold(heading)
    for part, pattern in _GROUP_PARTS.items():
        if match := pattern.fullmatch(folded):
            return part, int(match["number"] or 1)
    return None


def field_named(spec: TableSpec, heading: str) -> FieldSpec | None:
    """The column a heading names, by identifier or label; "(hộ)" or "(%)" behind it does not count."""
    known, folded = _fields_by_name(spec), fold(heading)
    return known.get(folded) or known.get(_UNIT_BEHIND.sub("", folded))


@cache
def _fields_by_name(spec: TableSpec) -> dict[str, FieldSpec]:
    found: dict[str, FieldSpec] = {}
    for item in spec.fields:
        for folded in map(fold, names_of(item)):
            found.setdefault(folded, item)
            found.setdefault(_UNIT_BEHIND.sub("", folded), item)
    return found


def names_of(item: FieldSpec) -> tuple[str, str, str]:
    return item.name, item.label_vi, item.label_en


def heading_row(spec: TableSpec, grid: Grid) -> int | None:
    """The row that names the most columns, required ones counting double; None when there is none."""
    best, best_score = None, 0
    for index, row in enumerate(grid[:_HEADING_SEARCH_ROWS]):
        named = [item for cell in row.cells if (item := field_named(spec, cell.text)) is not None]
        score = len(named) + sum(item.required for item in named)
        if score > best_score:
            best, best_score = index, score
    return best


def missing_headings(spec: TableSpec, where: Where, grid: Grid) -> InputProblem:
    listed_vi = ", ".join(f"{item.name} ({item.label_vi})" for item in spec.fields if item.required)
    listed_en = ", ".join(item.name for item in spec.fields if item.required)
    filled = any(not row.is_blank for row in grid)
    return where.problem(
        (f"một dòng tiêu đề có các cột {listed_vi}", f"a row of headings with {listed_en}"),
        ("không có dòng nào như vậy", "no such row") if filled else ("bảng trống", "an empty table"),
        (
            "Điền lại bảng theo mẫu trong data/README.md.",
            "Fill the table again after the description in data/README.md.",
        ),
    )


def _columns(spec: TableSpec, headings: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, item in _named(spec, headings):
        found.setdefault(item.name, index)
    return found


def _named(spec: TableSpec, headings: Sequence[str]) -> Iterator[tuple[int, FieldSpec]]:
    for index, heading in enumerate(headings):
        if (item := field_named(spec, heading)) is not None:
            yield index, item


def _numbers_columns(row: RawRow) -> bool:
    """The line under the headings of an official form: (A) (B) (1) (2) …, or 1 2 3 …"""
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) < 2:
        return False
    counted = all(text == str(number) for number, text in enumerate(texts, 1)) and len(texts) > 2
    return counted or all(_COLUMN_NUMBER.fullmatch(text) for text in texts)
