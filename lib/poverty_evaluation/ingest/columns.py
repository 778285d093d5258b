"""Các cột của một bảng: required ones present, misspelt ones named, and none left out without saying so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from poverty_evaluation.ingest.positions import Pair, Where, quoted, with_hint
from poverty_evaluation.ingest.raw_tables import RawTable, field_named, fold, group_part, names_of
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.period_tables import ACTIVITIES

#: A heading this like a known one is a misspelling; a less like one is a column of the office's own.
_MISSPELT = 0.86
#: A numbered heading of the activities sheet that is no group would lose figures, so less will do.
_MISSPELT_GROUP = 0.6
_GROUP_NAMES = ("value", "unit", "role", "Số liệu", "ĐVT", "Đơn vị tính", "Vai trò")
_NUMBERED = re.compile(r"[0-9]+$")
_ROW_NUMBERS = {"tt", "stt", "số tt", "số thứ tự"}


def check_columns(table: RawTable) -> list[InputProblem]:
    """Columns that are missing, misspelt, there twice or without a heading, and groups without their value."""
    problems = [_missing(table, item.name) for item in table.spec.fields if _is_missing(table, item.name)]
    problems += [_misspelt(table, index, near) for index, near in _misspellings(table)]
    problems += _repeated(table)
    problems += _unnamed_cells(table)
    return problems + (_group_problems(table) if table.spec is ACTIVITIES else [])


def unused_columns(table: RawTable) -> list[Finding]:
    """A note for each column that belongs to no form, so that nobody thinks it was read."""
    named = set(table.columns.values()) | {index for index, _ in _misspellings(table)}
    headings = [
        heading
        for index, heading in enumerate(table.headings)
        if index not in named and heading and not _is_group(table, heading) and fold(heading) not in _ROW_NUMBERS
    ]
    return [_unused(table.where.at(column=heading), heading) for heading in dict.fromkeys(headings)]


def unused_sheet(where: Where) -> Finding:
    """A note for a sheet that no table is named after."""
    return Finding(
        id=finding_id(FindingKind.MAPPING, [where.file, where.sheet]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Trang tính “{where.sheet}” không mang tên bảng nào và không được sử dụng.",
        message_en=f"The sheet “{where.sheet}” is named after no table and is not used.",
        file=where.file,
        sheet=where.sheet,
        quote=where.sheet,
    )


def _unused(where: Where, heading: str) -> Finding:
    shown = " ".join(heading.split())
    return Finding(
        id=finding_id(FindingKind.MAPPING, [where.file, where.sheet, heading]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Cột “{shown}” không thuộc mẫu biểu và không được sử dụng.",
        message_en=f"The column “{shown}” belongs to no form and is not used.",
        file=where.file,
        sheet=where.sheet,
        column=heading,
        quote=shown,
    )


def _is_missing(table: RawTable, name: str) -> bool:
    return table.spec.field(name).required and name not in table.columns


def _missing(table: RawTable, name: str) -> InputProblem:
    item = table.spec.field(name)
    headings = [" ".join(heading.split()) for heading in table.headings if heading]
    remedy = "Thêm cột còn thiếu.", "Add the missing column."
    return table.where.problem(
        (f"cột “{item.name}” ({item.label_vi})", f"the column “{item.name}” ({item.label_en})"),
        (f"các cột: {', '.join(headings)}", f"the columns: {', '.join(headings)}"),
        with_hint(remedy, did_you_mean(item.name, headings) if len(headings) > 8 else ("", "")),
    )


def _misspellings(table: RawTable) -> Iterator[tuple[int, str]]:
    """The headings that are nearly a known one, with that name."""
    free = [name for item in table.spec.fields if item.name not in table.columns for name in names_of(item)]
    for index, heading in enumerate(table.headings):
        if not heading or field_named(table.spec, heading) is not None or _is_group(table, heading):
            continue
        likeness, near = _nearest(heading, free)
        number = _NUMBERED.search(heading)
        if table.spec is ACTIVITIES and number:
            likeness, near = _nearest(heading[: number.start()], _GROUP_NAMES)
            if likeness >= _MISSPELT_GROUP:
                yield index, f"{near}{'_' if near.isascii() else ' '}{int(number[0])}"
        elif likeness >= _MISSPELT:
            yield index, near


def _nearest(heading: str, names: Sequence[str]) -> tuple[float, str]:
    return max(((_likeness(heading, name), name) for name in names), default=(0.0, ""))


def _likeness(heading: str, name: str) -> float:
    one, other = _letters(heading), _letters(name)
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letters(text: str) -> str:
    """Without marks and with spaces for underscores: how a misspelt heading is compared."""
    plain = unicodedata.normalize("NFD", fold(text).replace("_", " ")).replace("đ", "d")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _misspelt(table: RawTable, index: int, near: str) -> InputProblem:
    heading = table.headings[index]
    return table.where.at(column=heading).problem(
        ("tên cột đã biết", "a known column"),
        quoted(heading),
        (f"Sửa tên cột. Có phải: {near}?", f"Rename the column. Did you mean: {near}?"),
    )


def _is_group(table: RawTable, heading: str) -> bool:
    return table.spec is ACTIVITIES and group_part(heading) is not None


def _repeated(table: RawTable) -> list[InputProblem]:
    """Headings that name a column which another heading named before."""
    first: dict[str, str] = {}
    problems = []
    for heading in table.headings:
        name = _name_of(table, heading)
        if name and name in first:
            problems.append(
                table.where.at(column=heading).problem(
                    (f"cột “{name}” một lần", f"the column “{name}” once"),
                    (f"hai cột: “{first[name]}” và “{heading}”", f"two columns: “{first[name]}” and “{heading}”"),
                    ("Giữ lại một cột đúng.", "Keep the right one."),
                )
            )
        first.setdefault(name, heading)
    return problems


def _name_of(table: RawTable, heading: str) -> str:
    item = field_named(table.spec, heading)
    if item is not None:
        return item.name
    part = group_part(heading) if table.spec is ACTIVITIES else None
    return f"{part[0]}_{part[1]}" if part else ""


def _unnamed_cells(table: RawTable) -> list[InputProblem]:
    """The first filled cell in each column without a heading; in a CSV file most often a comma outside quotes."""
    problems: dict[int, InputProblem] = {}
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            if cell.text and index not in problems and not (index < len(table.headings) and table.headings[index]):
                problems[index] = _unnamed(table, row.number, index, cell.text)
    return list(problems.values())


def _unnamed(table: RawTable, row: int, index: int, text: str) -> InputProblem:
    remedy: Pair = ("Đặt tên cột, hoặc xóa ô này.", "Give the column a heading, or clear the cell.")
    if not table.sheet:
        remedy = (
            "Đặt nội dung có dấu phẩy trong dấu nháy kép, hoặc đặt tên cột.",
            "Put a text that holds a comma into double quotes, or give the column a heading.",
        )
    return table.where.at(row, str(index + 1)).problem(
        ("mỗi ô có số liệu nằm dưới một tên cột", "every filled cell under a heading"), quoted(text), remedy
    )


def _group_problems(table: RawTable) -> list[InputProblem]:
    groups = table.groups()
    problems = [
        table.where.problem(
            (f"cột “value_{group.number}” (Số liệu {group.number})", f"the column “value_{group.number}”"),
            ("chỉ có đơn vị tính hoặc vai trò của nhóm này", "only the unit or the role of this group"),
            ("Thêm cột số liệu còn thiếu.", "Add the missing column of values."),
        )
        for group in groups
        if group.value is None
    ]
    if not groups:
        problems.append(
            table.where.problem(
                ("các cột “value_1”, “unit_1” (Số liệu 1, ĐVT 1)", "the columns “value_1”, “unit_1”"),
                ("không có cột số liệu nào", "no column of values"),
                ("Thêm các cột số liệu theo mẫu.", "Add the columns of values after the form."),
            )
        )
    return problems
