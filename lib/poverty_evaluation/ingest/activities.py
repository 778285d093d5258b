"""Hoạt động và số liệu của hoạt động: the wide sheet an office fills is split into two tables.

A row of the sheet holds any number of figures in groups `value_k, unit_k, role_k`. `activities` keeps one row per
activity; `activity_figures` gets one row per figure, with its kind from the unit and its role in the activity.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import ReadFigure, read_figure, refuse_kind
from poverty_evaluation.ingest.positions import Refusal, Where, with_hint
from poverty_evaluation.ingest.raw_tables import Group, RawRow, RawTable
from poverty_evaluation.ingest.reading import Reader, figure_columns, refuse_unit, to_decimal
from poverty_evaluation.reference import Unit
from poverty_evaluation.vocabulary.choices import FigureKind, Flow
from poverty_evaluation.vocabulary.errors import did_you_mean
from poverty_evaluation.vocabulary.figure_roles import KINDS_OF_ROLE, MONEY
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

_VALUE = FieldSpec("value", FieldType.QUANTITY, "Số liệu", "Figure")

FIGURE_COLUMNS = [
    "figure_id", "activity_id", "role", "kind", "flow", "value", "status", "qualifier", "decimals", "as_printed",
    "source", "unit", "unit_code", "unit_as_printed", "literal_value", "half_step", "candidates", "source_line",
]  # fmt: skip


def read_activity_figures(table: RawTable, activities: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """The long table of figures, one row per figure of an activity, in the order of the sheet.

    value: Decimal in base units (whole đồng, counts, fractions of 1) or None; literal_value: what the cell says
    where a correction reads it otherwise; half_step: half of the last printed digit; candidates: possible readings.
    """
    records: list[dict[str, Any]] = []
    groups = [group for group in table.groups() if group.value is not None]
    for row, activity in zip(table.rows, rows_of(activities), strict=True):
        used: set[str] = set()
        for group in groups:
            record = _read_group(table, row, activity, group, reader)
            if record is None:
                continue
            if record["role"] in used:
                _refuse_repeated_role(_place(table, row, group, "role"), record["role"], reader)
                continue
            used.add(record["role"])
            records.append(record)
        _check_per_role(table, row, activity, reader)
    return pd.DataFrame(records, columns=FIGURE_COLUMNS, dtype=object)


def _read_group(
    table: RawTable, row: RawRow, activity: Any, group: Group, reader: Reader
) -> dict[str, Any] | None:  # fmt: skip
    cell, unit_text, role = row.cell(group.value), row.cell(group.unit).text, row.cell(group.role).text
    if not (cell.text or unit_text or role):
        return None
    where = _place(table, row, group, "value")
    names = {where.column, f"value_{group.number}"}
    correction = reader.corrections.find(where, table.texts(row), names)
    read = read_figure(cell, _VALUE, unit_text, reader.notation(table.file_name), correction)
    if isinstance(read, Refusal):
        reader.refuse(where, read)
        return None
    unit = reader.unit(read.unit)
    if unit is None:
        refuse_unit(_place(table, row, group, "unit"), unit_text, read.unit, reader)
        return None
    impossible = refuse_kind(read, unit.kind, _VALUE)
    if impossible is not None:
        reader.refuse(where, impossible)
        return None
    role = role or _default_role(unit)
    if role not in reader.reference.figure_roles:
        _refuse_role(_place(table, row, group, "role"), role, reader)
        return None
    if unit.kind not in KINDS_OF_ROLE.get(role, (unit.kind,)):
        _refuse_unit_of_role(_place(table, row, group, "unit"), unit, role, reader)
        return None
    return {
        "figure_id": f"{activity.activity_id}.{role}",
        "activity_id": activity.activity_id,
        "role": role,
        **_figure(table, row, group, read, unit, activity.source_line),
        "flow": activity.flow if unit.kind is FigureKind.MONEY and role == MONEY else str(Flow.NONE),
    }


def _figure(
    table: RawTable, row: RawRow, group: Group, read: ReadFigure, unit: Unit, line: int | None
) -> dict[str, Any]:  # fmt: skip
    return {
        "kind": str(unit.kind),
        **figure_columns("", read, table.source(row, group.value, "value", line)),
        "unit": unit.unit,
        "unit_code": unit.unit_code,
        "unit_as_printed": row.cell(group.unit).text,
        "literal_value": to_decimal(read.literal),
        "half_step": to_decimal(read.half_step),
        "candidates": "; ".join(read.candidates),
        "source_line": line,
    }


def _place(table: RawTable, row: RawRow, group: Group, part: str) -> Where:
    index: int | None = getattr(group, part)
    return table.where.at(row.number, table.heading(index, f"{part}_{group.number}"))


def _default_role(unit: Unit) -> str:
    return "money_in_words" if unit.kind is FigureKind.WORDS else str(unit.kind)


def _check_per_role(table: RawTable, row: RawRow, activity: Any, reader: Reader) -> None:
    if activity.per_role and activity.per_role not in reader.reference.figure_roles:
        _refuse_role(table.place(row, "per_role"), activity.per_role, reader)


def _refuse_role(where: Where, role: str, reader: Reader) -> None:
    roles = reader.reference.figure_roles
    remedy = (
        "Sửa vai trò, hoặc bổ sung vào data/reference/figure_roles.csv.",
        "Mend the role, or add it to data/reference/figure_roles.csv.",
    )
    labelled = [code for code, item in roles.items() if role.casefold() in (item.label_vi.casefold(), code)]
    hint = (f"Mã là: {labelled[0]}.", f"The code is: {labelled[0]}.") if labelled else did_you_mean(role, roles)
    expected = "một vai trò đã biết của số liệu", "a known role of a figure"
    reader.refuse(where, Refusal(expected, role, with_hint(remedy, hint)))


def _refuse_unit_of_role(where: Where, unit: Unit, role: str, reader: Reader) -> None:
    kinds = KINDS_OF_ROLE[role]
    known = list(dict.fromkeys(one.label_vi for one in reader.reference.units.values() if one.kind in kinds))
    listed = ", ".join(known[:4])
    name = reader.reference.figure_roles[role]
    expected = (
        f"một đơn vị tính của “{name.label_vi}” (ví dụ: {listed})",
        f"a unit that “{name.label_en}” can have (such as: {listed})",
    )
    remedy = "Sửa đơn vị tính hoặc vai trò.", "Mend the unit or the role."
    reader.refuse(where, Refusal(expected, unit.unit, remedy))


def _refuse_repeated_role(where: Where, role: str, reader: Reader) -> None:
    expected = "mỗi vai trò một lần trong một hoạt động", "each role once in an activity"
    remedy = (
        "Ghi vai trò riêng vào cột role của một trong hai số liệu.",
        "Give one of the two figures a role of its own in its role column.",
    )
    reader.refuse(where, Refusal(expected, role, remedy))
