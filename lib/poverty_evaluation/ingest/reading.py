"""Đọc bảng: a raw table becomes a frame of typed columns, every number with its state and its source cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.cells import ReadFigure, read_day, read_figure, refuse_error
from poverty_evaluation.ingest.columns import check_columns, unused_columns
from poverty_evaluation.ingest.corrections import Corrections
from poverty_evaluation.ingest.notation import Notation
from poverty_evaluation.ingest.place_codes import read_place
from poverty_evaluation.ingest.positions import Pair, Refusal, Where, with_hint
from poverty_evaluation.ingest.raw_tables import RawRow, RawTable, fold
from poverty_evaluation.ingest.same_review import joined, joined_note, joins, total_differs
from poverty_evaluation.reference import Reference, Unit
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.period_tables import FIGURE_SUFFIXES, HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.report import ReportProfile
from poverty_evaluation.vocabulary.sources import SourceCell, source_to_json
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

NUMBER_TYPES = (FieldType.COUNT, FieldType.PERCENT, FieldType.MONEY, FieldType.QUANTITY)

#: Columns that say where a row stands; `source_line` is read as an ordinary integer, not as a figure.
PLACE_COLUMNS = ("file", "sheet", "row")
SOURCE_LINE = "source_line"

#: Unit of a number column whose unit is not written beside it; a count of households says so by its name.
_UNIT_OF_TYPE = {FieldType.COUNT: "", FieldType.PERCENT: "%", FieldType.MONEY: "đồng"}
_HOUSEHOLDS = "_households"
#: What an identifier may not hold: it becomes part of the ids of values.
_NOT_IN_IDENTIFIERS = frozenset(" \t\n;@=/{}|")


@dataclass
class Reader:
    """What reading a table needs beside the table; collects the problems and the notes of all tables."""

    report: ReportProfile
    corrections: Corrections
    reference: Reference
    place_code: str = ""
    problems: list[InputProblem] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    _notations: dict[str, Notation] = field(default_factory=dict)
    _units: dict[str, Unit] = field(default_factory=dict)

    def refuse(self, where: Where, refusal: Refusal) -> None:
        self.problems.append(where.refusal(refusal))

    def notation(self, file_name: str) -> Notation:
        if file_name not in self._notations:
            self._notations[file_name] = Notation.of(self.report, file_name)
        return self._notations[file_name]

    def unit(self, bare: str) -> Unit | None:
        """A unit of the reference data by its spelling; capitals do not count."""
        if not self._units:
            self._units = {fold(text): unit for text, unit in self.reference.units.items()}
        return self.reference.units.get(bare) or self._units.get(fold(bare))

    def codes(self, code_of: str) -> Mapping[str, str]:
        """The codes a CODE column may hold, each with its Vietnamese name."""
        reference = self.reference
        known: dict[str, Mapping[str, Any]] = {
            "measures": reference.measures,
            "organisations": reference.organisations,
            "beneficiary_groups": reference.beneficiary_groups,
            "standards": {standard.id: standard for standard in reference.standards},
            "components": self._components(),
        }
        return {code: item.label_vi for code, item in known[code_of].items()}

    def _components(self) -> Mapping[str, Any]:
        """The components and sub-projects of the report's programme; none where it names none. A programme that is not
        known is told of where the report is read, and the components of all are taken."""
        named = self.report.programme_id
        chosen = [one for one in self.reference.programmes if one.id == named] or list(self.reference.programmes)
        known: dict[str, Any] = {}
        for component in [component for programme in chosen for component in programme.components if named]:
            known[component.code] = component
            known |= {part.code: part for part in component.sub_projects}
        return known


def read_frame(table: RawTable, reader: Reader) -> pd.DataFrame:
    """One row per received row, in the order received.

    Columns: those of the specification (numbers as Decimal in base units: counts, đồng, fractions of 1; absent
    ones None), for each number also the columns `<name>_status`, `_qualifier`, `_decimals`, `_as_printed` and
    `_source` (JSON of the source cell), and `file`, `sheet`, `row`.
    """
    reader.problems += check_columns(table)
    reader.notes += unused_columns(table)
    records = _without_repeats(table, [_read_row(table, row, reader) for row in table.rows], reader)
    return pd.DataFrame(records, columns=frame_columns(table.spec), dtype=object)


def empty_frame(spec: TableSpec) -> pd.DataFrame:
    """A table that was not sent: its columns, no rows."""
    return pd.DataFrame(columns=frame_columns(spec), dtype=object)


def frame_columns(spec: TableSpec) -> list[str]:
    columns = []
    for item in spec.fields:
        if item.type is FieldType.NOTE:
            continue
        columns.append(item.name)
        if is_figure(item):
            columns += [item.name + suffix for suffix in FIGURE_SUFFIXES]
    return [*columns, *PLACE_COLUMNS]


def is_figure(item: FieldSpec) -> bool:
    return item.type in NUMBER_TYPES and item.name != SOURCE_LINE


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


def read_count(table: RawTable, row: RawRow, item: FieldSpec, reader: Reader) -> ReadFigure | None:
    """One number of a row in the unit of its column; None, and a problem, where it cannot be read."""
    unit = _unit_beside(table, row, item)
    where = table.place(row, item.name)
    correction = None
    if item.name in table.columns:
        correction = reader.corrections.find(where, table.texts(row), {item.name, where.column})
    read = read_figure(table.cell(row, item.name), item, unit, reader.notation(table.file_name), correction)
    if isinstance(read, Refusal):
        reader.refuse(where, read)
        return None
    if item.type is FieldType.QUANTITY and not _is_known_unit(table, row, read.unit, reader):
        return None
    return read


def day_of(table: RawTable, row: RawRow, name: str) -> date | None:
    """A date of the row where one can be read; whoever reads the column itself tells of one that cannot."""
    day = read_day(table.cell(row, name))
    return None if isinstance(day, Refusal) else day


def _read_row(table: RawTable, row: RawRow, reader: Reader) -> dict[str, Any]:
    record: dict[str, Any] = {"file": table.file, "sheet": table.sheet, "row": row.number}
    line = record[SOURCE_LINE] = _read_line(table, row, reader)
    for item in table.spec.fields:
        if item.name == SOURCE_LINE or item.type is FieldType.NOTE:
            continue
        if not is_figure(item):
            record[item.name] = _read_plain(table, row, item, reader)
        elif (read := read_count(table, row, item, reader)) is not None:
            source = table.source(row, table.columns.get(item.name), item.name, line)
            record.update(figure_columns(item.name, read, source))
    return record


def _read_line(table: RawTable, row: RawRow, reader: Reader) -> int | None:
    text = table.cell(row, SOURCE_LINE).text
    if text and not text.isdecimal():
        remedy = "Ghi dòng đầu tiên, các dòng khác ghi vào ghi chú.", "Write the first line, the others into the note."
        expected = "số của một dòng, ví dụ 65", "the number of a line, such as 65"
        reader.refuse(table.place(row, SOURCE_LINE), Refusal(expected, text, remedy))
        return None
    return int(text) if text else None


def _unit_beside(table: RawTable, row: RawRow, item: FieldSpec) -> str:
    if item.type is FieldType.QUANTITY or (item.type is FieldType.MONEY and "unit" in table.columns):
        return table.cell(row, "unit").text
    return item.unit or ("hộ" if item.name.endswith(_HOUSEHOLDS) else _UNIT_OF_TYPE[item.type])


def _is_known_unit(table: RawTable, row: RawRow, bare: str, reader: Reader) -> bool:
    """Whether the unit of a target or published figure is one of the reference data, exactly as it is spelt there."""
    if bare in reader.reference.units:
        return True
    refuse_unit(table.place(row, "unit"), table.cell(row, "unit").text, bare, reader)
    return False


def refuse_unit(where: Where, text: str, bare: str, reader: Reader) -> None:
    remedy = (
        "Sửa đơn vị tính, hoặc bổ sung vào data/reference/units.csv.",
        "Mend the unit, or add it to data/reference/units.csv.",
    )
    hint = did_you_mean(bare, reader.reference.units)
    reader.refuse(where, Refusal(("một đơn vị tính đã biết", "a known unit"), text, with_hint(remedy, hint)))


def _read_plain(table: RawTable, row: RawRow, item: FieldSpec, reader: Reader) -> Any:
    cell = table.cell(row, item.name)
    where = table.place(row, item.name)
    if cell.error:
        reader.refuse(where, refuse_error(cell))
        return None
    text = cell.text or item.default
    if not text:
        if item.filled and item.name in table.columns:
            expected = f"“{item.label_vi}” không để trống", f"“{item.label_en}” filled"
            reader.refuse(where, Refusal(expected, "", ("Điền ô này.", "Fill this cell.")))
        return ""
    if item.type is FieldType.DATE:
        day = read_day(cell)
        if isinstance(day, Refusal):
            reader.refuse(where, day)
            return None
        return day.isoformat() if day else ""
    if item.type is FieldType.CODE and item.code_of == "places":
        return _read_place(table, row, item, reader)
    if item.type in (FieldType.CODE, FieldType.CHOICE):
        return _read_name(where, item, text, reader)
    if item.name in table.spec.key and _NOT_IN_IDENTIFIERS & set(text) and item.name.endswith("_id"):
        expected = "mã không có dấu cách và các ký tự ; @ = / { } |", "an identifier without spaces and ; @ = / { } |"
        reader.refuse(where, Refusal(expected, text, ("Đặt mã khác, ví dụ tet_gifts.", "Such as tet_gifts.")))
        return None
    return text


def _read_place(table: RawTable, row: RawRow, item: FieldSpec, reader: Reader) -> str | None:
    text, where = table.cell(row, item.name).text, table.place(row, item.name)
    on = day_of(table, row, "as_of") or day_of(table, row, "data_to")
    read = read_place(text, reader.reference.places, reader.place_code, on)
    if isinstance(read, Refusal):
        reader.refuse(where, read)
        return None
    doubt = read.finding(where, text, on)
    if doubt is not None:
        reader.notes.append(doubt)
    return read.place_code


def _read_name(where: Where, item: FieldSpec, text: str, reader: Reader) -> str | None:
    """A code of a reference list or a choice; a Vietnamese name in place of a code is answered with the code."""
    known = reader.codes(item.code_of) if item.type is FieldType.CODE else dict.fromkeys(filter(None, item.choices), "")
    if text in known:
        return text
    meant = [code for code, label in known.items() if label and fold(label) == fold(text)]
    hint = (f"Mã là: {meant[0]}.", f"The code is: {meant[0]}.") if meant else did_you_mean(text, known)
    if item.type is FieldType.CHOICE:
        listed = ", ".join(known)
        refusal = Refusal(
            (f"một trong: {listed}", f"one of: {listed}"), text, with_hint(("Sửa ô này.", "Mend it."), hint)
        )
    else:
        remedy: Pair = (
            "Sửa mã, hoặc bổ sung mã mới vào data/reference.",
            "Mend the code, or add it to data/reference.",
        )
        expected = f"một mã đã biết của “{item.label_vi}”", f"a known code of “{item.label_en}”"
        refusal = Refusal(expected, text, with_hint(remedy, hint))
    reader.refuse(where, refusal)
    return None


def _without_repeats(table: RawTable, records: list[dict[str, Any]], reader: Reader) -> list[dict[str, Any]]:
    """Refuses a second row of one key, unless it is the same review told under two years, or another form of it: that
    is one review, with a note.

    Rows whose key could not be read are told of already.
    """
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    kept = []
    forms: list[tuple[int, int]] = []
    is_review = table.spec.name == HOUSEHOLD_REVIEW.name
    figures = [item.name for item in table.spec.fields if is_figure(item)]
    for record in records:
        key = tuple(record.get(name) for name in table.spec.key)
        if _is_told(table.spec, key) and key in first:
            rows = first[key]["row"], record["row"]
            if is_review and _same_figures(table.spec, first[key], record):
                reader.notes.append(_told_again(table, rows))
                continue
            if is_review and joins(first[key], record, figures):
                reader.notes += total_differs(table, first[key], record)
                joined(first[key], record, figures)
                forms.append(rows)
                continue
            reader.problems.append(_repeated_key(table, key, rows))
        first.setdefault(key, record)
        kept.append(record)
    reader.notes += joined_note(table, forms)
    return kept


def _is_told(spec: TableSpec, key: tuple[Any, ...]) -> bool:
    """Whether every part of a key could be read; one that may be left empty tells its rows apart as it is."""
    told = zip(spec.key, key, strict=True)
    return all(part or (part is not None and not spec.field(name).filled) for name, part in told)


def _same_figures(spec: TableSpec, one: dict[str, Any], other: dict[str, Any]) -> bool:
    names = [item.name for item in spec.fields if is_figure(item)]
    return all(
        one.get(name + part) == other.get(name + part) for name in names for part in ("", "_status", "_qualifier")
    )


def _told_again(table: RawTable, rows: tuple[int, int]) -> Finding:
    return Finding(
        id=finding_id(FindingKind.DUPLICATE, [table.file, table.sheet, *map(str, rows)]),
        severity=Severity.NOTE,
        kind=FindingKind.DUPLICATE,
        message_vi=f"Dòng {rows[1]} lặp lại kết quả rà soát của dòng {rows[0]}; chỉ tính một lần.",
        message_en=f"Row {rows[1]} repeats the review of row {rows[0]}; it is counted once.",
        file=table.file,
        sheet=table.sheet,
        row=rows[1],
    )


def _repeated_key(table: RawTable, key: tuple[Any, ...], rows: tuple[int, int]) -> InputProblem:
    first, second = rows
    listed = ", ".join(str(part) for part in key)
    columns = ", ".join(_headings(table))
    return table.where.at(second).problem(
        (f"mỗi “{columns}” chỉ một dòng", f"one row for each “{columns}”"),
        (f"“{listed}” ở cả dòng {first} và dòng {second}", f"“{listed}” on rows {first} and {second}"),
        ("Giữ lại một dòng đúng.", "Keep the right one."),
    )


def _headings(table: RawTable) -> Iterator[str]:
    for name in table.spec.key:
        yield table.heading(table.columns.get(name), name)


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
