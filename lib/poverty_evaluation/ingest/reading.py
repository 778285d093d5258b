"""Đọc bảng: a raw table becomes a frame of typed columns, every number with its state and its source cell."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import ReadFigure, Refusal, read_day, read_figure
from poverty_evaluation.ingest.corrections import Corrections
from poverty_evaluation.ingest.files import EMPTY, RawCell, RawRow, RawTable
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean, nearest
from poverty_evaluation.vocabulary.period_tables import FIGURE_SUFFIXES
from poverty_evaluation.vocabulary.report import ReportProfile
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

NUMBER_TYPES = (FieldType.COUNT, FieldType.DECIMAL, FieldType.PERCENT, FieldType.MONEY, FieldType.QUANTITY)

#: Columns that say where a row stands; `source_line` is read as an ordinary integer, not as a figure.
PLACE_COLUMNS = ("file", "sheet", "row")

#: Unit of a number column whose unit is not written beside it.
_UNIT_OF_TYPE = {FieldType.COUNT: "", FieldType.DECIMAL: "", FieldType.PERCENT: "%", FieldType.MONEY: "đồng"}

#: The codes a CODE column may hold, by the name of the reference list; a function so that names can be resolved.
Resolver = Callable[[str, str], str | None]


@dataclass
class Reader:
    """What reading a table needs beside the table; collects the problems of all tables."""

    report: ReportProfile
    corrections: Corrections
    codes: Mapping[str, Collection[str]]
    resolve_place: Callable[[str], str | InputProblem]
    problems: list[InputProblem] = field(default_factory=list)
    unused_columns: list[tuple[RawTable, str]] = field(default_factory=list)

    def refuse(self, table: RawTable, row: RawRow, heading: str, refusal: Refusal) -> None:
        self.problems.append(
            InputProblem(
                refusal.expected_vi,
                refusal.expected_en,
                f"“{refusal.found}”",
                f"“{refusal.found}”",
                refusal.remedy_vi,
                refusal.remedy_en,
                file=table.file,
                sheet=table.sheet,
                row=row.number,
                column=heading,
            )
        )


def read_frame(table: RawTable, reader: Reader) -> pd.DataFrame:
    """One row per received row, in the order received.

    Columns: those of the specification (numbers as Decimal in base units: counts, đồng, fractions of 1; absent
    ones None), for each number also the columns `<name>_status`, `_qualifier`, `_decimals`, `_as_printed` and
    `_source` (JSON of the source cell), and `file`, `sheet`, `row`.
    """
    _check_columns(table, reader)
    records = [_read_row(table, row, reader) for row in table.rows]
    _check_key(table, records, reader)
    return pd.DataFrame(records, columns=frame_columns(table.spec), dtype=object)


def empty_frame(spec: TableSpec) -> pd.DataFrame:
    """A table that was not sent: its columns, no rows."""
    return pd.DataFrame(columns=frame_columns(spec), dtype=object)


def frame_columns(spec: TableSpec) -> list[str]:
    columns = []
    for item in spec.fields:
        columns.append(item.name)
        if is_figure(item):
            columns += [item.name + suffix for suffix in FIGURE_SUFFIXES]
    return [*columns, *PLACE_COLUMNS]


def is_figure(item: FieldSpec) -> bool:
    return item.type in NUMBER_TYPES and item.name != "source_line"


def _check_columns(table: RawTable, reader: Reader) -> None:
    for item in table.spec.fields:
        if item.required and table.position(item.name, item.label_vi, item.label_en) is None:
            hint_vi, hint_en = did_you_mean(item.name, [heading for heading in table.headings if heading])
            reader.problems.append(
                InputProblem(
                    f"cột “{item.name}” ({item.label_vi})",
                    f"the column “{item.name}” ({item.label_en})",
                    f"các cột: {', '.join(table.headings)}",
                    f"the columns: {', '.join(table.headings)}",
                    f"Thêm cột còn thiếu. {hint_vi}".strip(),
                    f"Add the missing column. {hint_en}".strip(),
                    file=table.file,
                    sheet=table.sheet,
                )
            )
    known = {text for item in table.spec.fields for text in (item.name, item.label_vi, item.label_en)}
    positions = {table.position(item.name, item.label_vi, item.label_en) for item in table.spec.fields}
    for index, heading in enumerate(table.headings):
        if index in positions or not heading or is_group_column(heading):
            continue
        if nearest(heading, known, count=1):
            hint_vi, hint_en = did_you_mean(heading, known)
            reader.problems.append(
                InputProblem(
                    "tên cột đã biết",
                    "a known column",
                    f"“{heading}”",
                    f"“{heading}”",
                    f"Sửa tên cột. {hint_vi}".strip(),
                    f"Rename the column. {hint_en}".strip(),
                    file=table.file,
                    sheet=table.sheet,
                    column=heading,
                )
            )
        else:
            reader.unused_columns.append((table, heading))


def is_group_column(heading: str) -> bool:
    """Whether a heading belongs to a numbered group of the activities sheet (value_1, unit_1, role_1 …)."""
    stem, _, number = heading.rpartition("_")
    return stem in ("value", "unit", "role") and number.isdigit()


def row_texts(table: RawTable, row: RawRow) -> dict[str, str]:
    """The row's texts by field name; what corrections are keyed by."""
    texts = {}
    for item in table.spec.fields:
        texts[item.name] = cell_at(table, row, table.position(item.name, item.label_vi, item.label_en)).text
    return texts


def cell_at(table: RawTable, row: RawRow, index: int | None) -> RawCell:
    return row.cells[index] if index is not None and index < len(row.cells) else EMPTY


def _read_row(table: RawTable, row: RawRow, reader: Reader) -> dict[str, Any]:
    texts = row_texts(table, row)
    line = int(texts["source_line"]) if texts.get("source_line", "").isdigit() else None
    record: dict[str, Any] = {"file": table.file, "sheet": table.sheet, "row": row.number}
    for item in table.spec.fields:
        index = table.position(item.name, item.label_vi, item.label_en)
        cell = cell_at(table, row, index)
        heading = table.headings[index] if index is not None else item.name
        if item.name == "source_line":
            record[item.name] = line
        elif is_figure(item):
            unit = texts.get("unit", "") if item.type is FieldType.QUANTITY else _UNIT_OF_TYPE[item.type]
            source = SourceCell(table.file, table.sheet, row.number, heading, cell.text, line)
            record.update(_figure_columns(table, row, item, cell, heading, unit, source, texts, reader))
        else:
            record[item.name] = _read_plain(table, row, item, cell, heading, reader)
    return record


def _figure_columns(
    table: RawTable,
    row: RawRow,
    item: FieldSpec,
    cell: RawCell,
    heading: str,
    unit: str,
    source: SourceCell,
    texts: Mapping[str, str],
    reader: Reader,
) -> dict[str, Any]:
    number_format = reader.report.number_format(table.file.rsplit("/", 1)[-1])
    correction = reader.corrections.find(table.file, texts, item.name)
    read = read_figure(cell, item, unit, reader.report, number_format, correction)
    if isinstance(read, Refusal):
        reader.refuse(table, row, heading, read)
        return {}
    return figure_columns(item.name, read, source)


def figure_columns(name: str, read: ReadFigure, source: SourceCell) -> dict[str, Any]:
    """The six columns of one number; `name` may be empty for the long table of figures."""
    prefix = f"{name}_" if name else ""
    return {
        name or "value": to_decimal(read.value),
        f"{prefix}status": str(read.status),
        f"{prefix}qualifier": str(read.qualifier),
        f"{prefix}decimals": read.decimals,
        f"{prefix}as_printed": read.as_printed,
        f"{prefix}source": source_to_json(source),
    }


def _read_plain(table: RawTable, row: RawRow, item: FieldSpec, cell: RawCell, heading: str, reader: Reader) -> Any:
    text = cell.text or item.default
    if item.filled and not text:
        reader.refuse(
            table,
            row,
            heading,
            Refusal(
                f"“{item.label_vi}” không để trống",
                f"“{item.label_en}” filled",
                "",
                "Điền ô này.",
                "Fill this cell.",
            ),
        )
        return None
    if item.type is FieldType.DATE:
        day = read_day(cell)
        if isinstance(day, Refusal):
            reader.refuse(table, row, heading, day)
            return None
        return day.isoformat() if day else ""
    if item.type is FieldType.CHOICE and text and text not in item.choices:
        _refuse_unknown(table, row, heading, item, text, [choice for choice in item.choices if choice], reader)
        return None
    if item.type is FieldType.CODE and text:
        return _read_code(table, row, item, text, heading, reader)
    return text


def _read_code(table: RawTable, row: RawRow, item: FieldSpec, text: str, heading: str, reader: Reader) -> str | None:
    if item.code_of == "places":
        code = reader.resolve_place(text)
        if isinstance(code, InputProblem):
            reader.problems.append(
                InputProblem(
                    code.expected_vi,
                    code.expected_en,
                    code.found_vi,
                    code.found_en,
                    code.remedy_vi,
                    code.remedy_en,
                    file=table.file,
                    sheet=table.sheet,
                    row=row.number,
                    column=heading,
                )  # fmt: skip
            )
            return None
        return code
    known = reader.codes[item.code_of]
    if text not in known:
        _refuse_unknown(table, row, heading, item, text, sorted(known), reader)
        return None
    return text


def _refuse_unknown(
    table: RawTable, row: RawRow, heading: str, item: FieldSpec, text: str, known: list[str], reader: Reader
) -> None:
    hint_vi, hint_en = did_you_mean(text, known)
    reader.refuse(
        table,
        row,
        heading,
        Refusal(
            f"một mã đã biết của “{item.label_vi}”",
            f"a known code of “{item.label_en}”",
            text,
            f"Sửa mã, hoặc bổ sung mã mới vào data/reference. {hint_vi}".strip(),
            f"Mend the code, or add it to data/reference. {hint_en}".strip(),
        ),
    )


def _check_key(table: RawTable, records: list[dict[str, Any]], reader: Reader) -> None:
    seen: dict[tuple[Any, ...], int] = {}
    for record in records:
        key = tuple(record.get(name) for name in table.spec.key)
        if key in seen:
            listed = ", ".join(str(part) for part in key)
            reader.problems.append(
                InputProblem(
                    f"mỗi {', '.join(table.spec.key)} chỉ một dòng",
                    f"one row for each {', '.join(table.spec.key)}",
                    f"“{listed}” ở cả dòng {seen[key]} và dòng {record['row']}",
                    f"“{listed}” on rows {seen[key]} and {record['row']}",
                    "Giữ lại một dòng đúng.",
                    "Keep the right one.",
                    file=table.file,
                    sheet=table.sheet,
                    row=record["row"],
                )
            )
        seen.setdefault(key, record["row"])


def to_decimal(value: Fraction | None) -> Decimal | None:
    """Exact: every received number is a finite decimal. ValueError otherwise."""
    if value is None:
        return None
    with localcontext() as context:
        context.prec = 60
        result = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(result) != value:
        raise ValueError(f"{value} is no finite decimal")
    return result


def source_to_json(source: SourceCell) -> str:
    return json.dumps({**source.to_plain(), "document_line": source.document_line}, ensure_ascii=False)
