"""Hoạt động và số liệu của hoạt động: the wide sheet an office fills is split into two tables.

A row of the sheet holds any number of figures in groups `value_k, unit_k, role_k`. `activities` keeps one row per
activity; `activity_figures` gets one row per figure, with its kind from the unit and its role in the activity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import Refusal, read_figure
from poverty_evaluation.ingest.files import RawRow, RawTable
from poverty_evaluation.ingest.reading import Reader, cell_at, figure_columns, row_texts, to_decimal
from poverty_evaluation.reference import Unit
from poverty_evaluation.vocabulary.choices import FigureKind, Flow
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean
from poverty_evaluation.vocabulary.quantities import split_unit
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType

_VALUE = FieldSpec("value", FieldType.QUANTITY, "Số liệu", "Figure")

FIGURE_COLUMNS = [
    "figure_id", "activity_id", "role", "kind", "flow", "value", "status", "qualifier", "decimals", "as_printed", "source",
    "unit", "unit_code", "unit_as_printed", "literal_value", "half_step", "candidates", "source_line",
]  # fmt: skip


def read_activity_figures(
    table: RawTable, activities: pd.DataFrame, units: Mapping[str, Unit], roles: Mapping[str, Any], reader: Reader
) -> pd.DataFrame:
    """The long table of figures, one row per figure of an activity, in the order of the sheet.

    value: Decimal in base units (whole đồng, counts, fractions of 1) or None; literal_value: what the cell says
    where a correction reads it otherwise; half_step: half of the last printed digit; candidates: possible readings.
    """
    records: list[dict[str, Any]] = []
    groups = _groups(table)
    for row, activity in zip(table.rows, activities.itertuples(index=False), strict=True):
        used: set[str] = set()
        for value_at, unit_at, role_at in groups:
            record = _read_group(table, row, activity, (value_at, unit_at, role_at), units, roles, reader)
            if record is None:
                continue
            if record["role"] in used:
                _refuse_repeated_role(table, row, table.headings[value_at], record["role"], reader)
                continue
            used.add(record["role"])
            records.append(record)
    return pd.DataFrame(records, columns=FIGURE_COLUMNS, dtype=object)


def _groups(table: RawTable) -> list[tuple[int, int | None, int | None]]:
    numbers = sorted({int(match[1]) for heading in table.headings if (match := re.fullmatch(r"value_(\d+)", heading))})
    groups = []
    for number in numbers:
        value_at = table.position(f"value_{number}")
        if value_at is not None:
            groups.append((value_at, table.position(f"unit_{number}"), table.position(f"role_{number}")))
    return groups


def _read_group(
    table: RawTable,
    row: RawRow,
    activity: Any,
    places: tuple[int, int | None, int | None],
    units: Mapping[str, Unit],
    roles: Mapping[str, Any],
    reader: Reader,
) -> dict[str, Any] | None:
    value_at, unit_at, role_at = places
    cell, unit_text = cell_at(table, row, value_at), cell_at(table, row, unit_at).text
    if not cell.text and not unit_text:
        return None
    heading = table.headings[value_at]
    number_format = reader.report.number_format(table.file.rsplit("/", 1)[-1])
    correction = reader.corrections.find(table.file, row_texts(table, row), heading)
    read = read_figure(cell, _VALUE, unit_text, reader.report, number_format, correction)
    if isinstance(read, Refusal):
        reader.refuse(table, row, heading, read)
        return None
    unit = units.get(read.unit) or units.get(read.unit.casefold())
    if unit is None:
        _refuse_unit(table, row, unit_at, unit_text, units, reader)
        return None
    role = cell_at(table, row, role_at).text or _default_role(unit)
    if role not in roles:
        _refuse_role(table, row, role_at, role, roles, reader)
        return None
    line = activity.source_line
    return {
        "figure_id": f"{activity.activity_id}.{role}",
        "activity_id": activity.activity_id,
        "role": role,
        "kind": str(unit.kind),
        "flow": activity.flow if unit.kind is FigureKind.MONEY else str(Flow.NONE),
        **figure_columns("", read, table.source(row, value_at, line)),
        "unit": read.unit,
        "unit_code": unit.unit_code,
        "unit_as_printed": unit_text,
        "literal_value": to_decimal(read.literal),
        "half_step": to_decimal(read.half_step),
        "candidates": "; ".join(read.candidates),
        "source_line": line,
    }


def _default_role(unit: Unit) -> str:
    return "money_in_words" if unit.kind is FigureKind.WORDS else str(unit.kind)


def _refuse_unit(
    table: RawTable, row: RawRow, unit_at: int | None, text: str, units: Mapping[str, Unit], reader: Reader
) -> None:
    hint_vi, hint_en = did_you_mean(split_unit(text)[1] if text else text, units)
    heading = table.headings[unit_at] if unit_at is not None else "unit"
    reader.refuse(
        table,
        row,
        heading,
        Refusal(
            "một đơn vị tính đã biết",
            "a known unit",
            text,
            f"Sửa đơn vị tính, hoặc bổ sung vào data/reference/units.csv. {hint_vi}".strip(),
            f"Mend the unit, or add it to data/reference/units.csv. {hint_en}".strip(),
        ),
    )


def _refuse_role(
    table: RawTable, row: RawRow, role_at: int | None, role: str, roles: Mapping[str, Any], reader: Reader
) -> None:
    hint_vi, hint_en = did_you_mean(role, roles)
    reader.refuse(
        table,
        row,
        table.headings[role_at] if role_at is not None else "role",
        Refusal(
            "một vai trò đã biết của số liệu",
            "a known role of a figure",
            role,
            f"Sửa vai trò, hoặc bổ sung vào data/reference/figure_roles.csv. {hint_vi}".strip(),
            f"Mend the role, or add it to data/reference/figure_roles.csv. {hint_en}".strip(),
        ),
    )


def _refuse_repeated_role(table: RawTable, row: RawRow, heading: str, role: str, reader: Reader) -> None:
    reader.refuse(
        table,
        row,
        heading,
        Refusal(
            "mỗi vai trò một lần trong một hoạt động",
            "each role once in an activity",
            role,
            "Ghi vai trò riêng vào cột role của một trong hai số liệu.",
            "Give one of the two figures a role of its own in its role column.",
        ),
    )


def check_links(activities: pd.DataFrame, table: RawTable) -> list[InputProblem]:
    """`part_of` must name an activity of the sheet, and no activity may be a part of itself."""
    problems = []
    parents = dict(zip(activities["activity_id"], activities["part_of"], strict=True))
    for activity in activities.itertuples(index=False):
        if not activity.part_of:
            continue
        if activity.part_of not in parents:
            hint_vi, hint_en = did_you_mean(activity.part_of, parents)
            problems.append(
                _link_problem(
                    table, activity, "một hoạt động có trong bảng", "an activity of the sheet", hint_vi, hint_en
                )
            )
        elif _is_circular(activity.activity_id, parents):
            problems.append(
                _link_problem(table, activity, "chuỗi “thuộc hoạt động” không vòng lại", "no circle of parts", "", "")
            )
    return problems


def _is_circular(start: str, parents: Mapping[str, str]) -> bool:
    seen, here = {start}, parents.get(start, "")
    while here:
        if here in seen:
            return True
        seen.add(here)
        here = parents.get(here, "")
    return False


def _link_problem(table: RawTable, activity: Any, vi: str, en: str, hint_vi: str, hint_en: str) -> InputProblem:
    return InputProblem(
        vi, en, f"“{activity.part_of}”", f"“{activity.part_of}”",
        f"Sửa cột part_of. {hint_vi}".strip(), f"Mend the column part_of. {hint_en}".strip(),
        file=table.file, sheet=table.sheet, row=activity.row, column="part_of",
    )  # fmt: skip
