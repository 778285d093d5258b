"""Truy nguyên từng ô: each cell of the city's period is changed in turn, and exactly the values that name it change.

A number that changes a value which does not name its cell is a hidden source; one that is named and changes nothing
is a false one. What is no number (a code, a date, a label, a link) either is refused where it stands, or moves only
values that rest on its row.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.period_tables import PERIOD_TABLES
from poverty_evaluation.vocabulary.tables import FieldType
from poverty_evaluation.vocabulary.values import IndicatorValue

DATA = Path(__file__).parents[2] / "data"
FOLDER = Path("periods") / "bac-giang-city" / "2016-2018"
TABLES = ("activities", "household_review", "published", "targets")
NUMBERS = re.compile(r"value(_\d+)?|.*_households|.*_ratio_printed")
#: What tells of a figure and takes no part in any computation.
WORDING = (
    "label_vi", "label_en", "note_vi", "source", "source_line", "period_printed", "as_of_printed", "reported_by",
    "approved_by", "document", "baseline",
)  # fmt: skip
LINKED_BY = {"activity_id": "part_of"}  # a key, and the column whose cells name it
#: Where else in its row a cell is refused that does not go together with another: the heading of the other.
GOES_WITH = (
    (r"(unit|role)(_\d+)?", r"(value|unit|role)(_\d+)?"),
    (r"(event_id|organisation_code|counted_under)", r"(event_id|organisation_code|counted_under)"),
    (r"per_role", r"(per_role|unit_\d+|role_\d+)"),
)

Values = Mapping[str, IndicatorValue]
Rows = list[list[str]]


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


RECEIVED = {name: read(DATA / FOLDER / f"{name}.csv") for name in (*TABLES, "documents")}
CORRECTIONS = yaml.safe_load((DATA / FOLDER / "corrections.yml").read_text(encoding="utf-8"))
FIELDS = {spec.name: {field.name: field for field in spec.fields} for spec in PERIOD_TABLES}


@dataclass(frozen=True)
class Cell:
    """A received cell: `row` as people count it, the heading being row 1."""

    table: str
    row: int
    column: str

    @property
    def file(self) -> str:
        return f"{FOLDER.as_posix()}/{self.table}.csv"

    @property
    def text(self) -> str:
        rows = RECEIVED[self.table]
        return rows[self.row - 1][rows[0].index(self.column)]

    @property
    def correction(self) -> int | None:
        """The number of the entry of corrections.yml that is about this cell."""
        row = dict(zip(RECEIVED[self.table][0], RECEIVED[self.table][self.row - 1], strict=True))
        for number, entry in enumerate(CORRECTIONS):
            is_of_column = (entry["file"], entry["column"]) == (f"{self.table}.csv", self.column)
            if is_of_column and all(row[name] == text for name, text in entry["key"].items()):
                return number
        return None


def filled_cells(table: str, column: str) -> list[Cell]:
    cells = [Cell(table, row, column) for row in range(2, len(RECEIVED[table]) + 1)]
    return [cell for cell in cells if cell.text]


def columns(kind: str) -> list[tuple[str, str]]:
    """The columns of numbers, of wording, or of everything else, that have a filled cell."""

    def kind_of(column: str) -> str:
        if column in WORDING:
            return "wording"
        return "number" if NUMBERS.fullmatch(column) else "other"

    headings = [(table, column) for table in TABLES for column in RECEIVED[table][0]]
    return [(table, column) for table, column in headings if kind_of(column) == kind and filled_cells(table, column)]


def named(columns: list[tuple[str, str]]) -> list[str]:
    return ["-".join(column) for column in columns]


class Period:
    """The period in a data root of its own, where one cell at a time is changed."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / FOLDER
        self.folder.mkdir(parents=True)
        (root / "reference").symlink_to(DATA / "reference")
        for name in (*(f"{table}.csv" for table in RECEIVED), "corrections.yml", "report.yml"):
            shutil.copyfile(DATA / FOLDER / name, self.folder / name)
        self.reference: Reference = load_reference(root)
        self.before = self.evaluated()

    def evaluated(self) -> Values:
        received = read_period(self.folder, self.root, self.reference)
        report = received.report
        tables = PeriodTables(
            received.tables,
            self.reference,
            received.place_code,
            report.period,
            report.leading_standard,
            report.programme_id,
        )
        return {value.id: value for value in evaluate(tables).values}

    def after(self, changes: Mapping[Cell, str], corrections: list[dict[str, object]] | None = None) -> Values:
        """The values once some cells of one table, and perhaps the corrections, read otherwise."""
        (table,) = {cell.table for cell in changes}
        rows = [list(row) for row in RECEIVED[table]]
        for cell, text in changes.items():
            rows[cell.row - 1][rows[0].index(cell.column)] = text
        target = io.StringIO()
        csv.writer(target, lineterminator="\n").writerows(rows)
        written = {f"{table}.csv": target.getvalue()}
        if corrections is not None:
            written["corrections.yml"] = yaml.safe_dump(corrections, allow_unicode=True)
        try:
            for name, text in written.items():
                (self.folder / name).write_text(text, encoding="utf-8")
            return self.evaluated()
        finally:
            for name in written:
                shutil.copyfile(DATA / FOLDER / name, self.folder / name)

    def after_or_refusal(self, changes: Mapping[Cell, str]) -> Values | InputError:
        try:
            return self.after(changes)
        except InputError as refusal:
            return refusal

    def named_by(self, cell: Cell) -> set[str]:
        """The values whose provenance names a cell."""
        place = (cell.file, cell.row, cell.column)
        return {
            identity
            for identity, value in self.before.items()
            if any((source.file, source.row, source.column) == place for source in value.sources)
        }

    def due_to_change(self, cell: Cell, after: Values) -> set[str]:
        """The values whose provenance names a cell, less those that are absent before and after for want of another."""
        return {
            identity
            for identity in self.named_by(cell)
            if self.before[identity].value is not None or identity not in after or after[identity].value is not None
        }

    def changed(self, after: Values) -> set[str]:
        """The values that changed, came or went."""
        return {
            identity
            for identity in self.before.keys() | after.keys()
            if identity not in after
            or identity not in self.before
            or after[identity].value != self.before[identity].value
        }


@pytest.fixture(scope="module")
def period(tmp_path_factory: pytest.TempPathFactory) -> Period:
    return Period(tmp_path_factory.mktemp("data"))


def rests_on_row(identity: str, values: Values, cell: Cell) -> bool:
    """Whether a value names a cell of the row, or of the whole that the row is a part of: what a part no longer tells
    stays with its whole. What is told of a target is told under the key of its row."""
    value, rows = values.get(identity), {cell.row}
    if cell.table == "targets" and value is not None:
        key = Cell("targets", cell.row, "target_id").text
        if value.dimensions.get("target") == key:
            return True
    if cell.table == "activities":
        whole = Cell(cell.table, cell.row, "part_of").text
        rows |= {other.row for other in filled_cells(cell.table, "activity_id") if other.text == whole}
    return value is not None and any(source.file == cell.file and source.row in rows for source in value.sources)


def another_number(text: str) -> str:
    """The same number with another last digit before the decimal mark, or another amount in words."""
    if not any(letter.isdigit() for letter in text):
        assert "hai triệu" in text or "Mười triệu" in text, text
        return text.replace("hai triệu", "ba triệu").replace("Mười triệu", "Tám triệu")
    found = re.search(r"\d[\d.]*", text)
    assert found is not None, text
    last = found.end() - 1
    digit = int(text[last])
    return text[:last] + str(digit + 1 if digit < 9 else digit - 1) + text[last + 1 :]


def another_text(cell: Cell) -> str:
    """Another value that such a cell may well hold: another choice, another code or link of the column, another day;
    a changed wording where the column is free text."""
    stem = re.sub(r"_\d+$", "", cell.column)
    field = FIELDS[cell.table].get(cell.column)
    if field is not None and field.type is FieldType.CHOICE:
        return next(choice for choice in field.choices if choice and choice != cell.text)
    if field is not None and field.type is FieldType.DATE:
        return f"{int(cell.text[:4]) - 1}{cell.text[4:]}"
    if cell.column == "place_code":
        return "24"
    if cell.column == "standard_id":
        return "qd-09-2011"
    if cell.column == "indicator_id":
        return "poor_households"
    is_code = field is not None and field.type is FieldType.CODE
    if is_code or stem in ("unit", "role", "per_role", "part_of", "event_id"):
        same = [name for name in RECEIVED[cell.table][0] if re.sub(r"_\d+$", "", name) == stem]
        others = [other.text for name in same for other in filled_cells(cell.table, name)]
        return next((text for text in others if text != cell.text), f"{cell.text}x")
    return f"{cell.text}9" if cell.column == "source_line" else f"{cell.text}x"


def is_at(refusal: InputError, cell: Cell) -> bool:
    """Whether a refusal points at the cell: at itself, at what it has to go together with, at a cell that links to
    it, or at the correction that is keyed by it."""
    places = {(problem.file, problem.row, problem.column) for problem in refusal.problems}
    own = {(cell.file, cell.row, cell.column), (cell.file, cell.row, "")}
    for columns_of, others in GOES_WITH:
        if re.fullmatch(columns_of, cell.column):
            headings = RECEIVED[cell.table][0]
            own |= {(cell.file, cell.row, name) for name in headings if re.fullmatch(others, name)}
    if cell.column in LINKED_BY:
        links = filled_cells(cell.table, LINKED_BY[cell.column])
        own |= {(link.file, link.row, link.column) for link in links if link.text == cell.text}
    keyed = any(cell.text in entry["key"].values() for entry in CORRECTIONS)
    return bool(places & own) or (keyed and any(file.endswith("corrections.yml") for file, _, _ in places))


@pytest.mark.parametrize(("table", "column"), columns("number"), ids=named(columns("number")))
def test_a_number_changes_exactly_the_values_that_name_its_cell(period: Period, table: str, column: str) -> None:
    for cell in filled_cells(table, column):
        if cell.correction is not None:
            continue
        after = period.after({cell: another_number(cell.text)})
        changed, due = period.changed(after), period.due_to_change(cell, after)
        assert changed == due, f"{cell}: not named {changed - due}, not changed {due - changed}"


@pytest.mark.parametrize(("table", "column"), columns("other"), ids=named(columns("other")))
def test_a_code_date_or_link_moves_only_values_of_its_row(period: Period, table: str, column: str) -> None:
    for cell in filled_cells(table, column):
        after = period.after_or_refusal({cell: another_text(cell)})
        if isinstance(after, InputError):
            assert is_at(after, cell), f"{cell}: {after}"
            continue
        moved = period.changed(after)
        foreign = {
            identity
            for identity in moved
            if not (rests_on_row(identity, period.before, cell) or rests_on_row(identity, after, cell))
        }
        assert not foreign, cell


@pytest.mark.parametrize("table", TABLES)
def test_the_wording_of_a_row_moves_no_value(period: Period, table: str) -> None:
    for row in range(2, len(RECEIVED[table]) + 1):
        cells = [Cell(table, row, column) for of, column in columns("wording") if of == table]
        after = period.after({cell: another_text(cell) for cell in cells if cell.text})
        assert period.changed(after) == set(), (table, row)


CORRECTED = [
    cell for table, column in columns("number") for cell in filled_cells(table, column) if cell.correction is not None
]
CORRECTED_NAMES = [f"{cell.table}-{cell.row}-{cell.column}" for cell in CORRECTED]


def test_every_correction_is_about_a_number_that_was_received() -> None:
    assert sorted(cell.correction or 0 for cell in CORRECTED) == list(range(len(CORRECTIONS)))


@pytest.mark.parametrize("cell", CORRECTED, ids=CORRECTED_NAMES)
def test_a_corrected_cell_that_changes_makes_its_correction_stale(period: Period, cell: Cell) -> None:
    with pytest.raises(InputError, match=r"corrections\.yml") as refused:
        period.after({cell: another_number(cell.text)})
    assert is_at(refused.value, cell)


@pytest.mark.parametrize("cell", CORRECTED, ids=CORRECTED_NAMES)
def test_a_corrected_cell_and_its_correction_change_the_values_that_name_the_cell(period: Period, cell: Cell) -> None:
    assert cell.correction is not None
    text = another_number(cell.text)
    entry = dict(CORRECTIONS[cell.correction], as_printed=text)
    if entry["reading"] is None:  # the office has said what it means
        entry |= {"reading": another_number(entry["candidates"][0]), "status": "disputed"}
    else:
        entry["reading"] = another_number(entry["reading"])
    entries = [entry if number == cell.correction else other for number, other in enumerate(CORRECTIONS)]
    after = period.after({cell: text}, entries)
    assert period.changed(after) == period.due_to_change(cell, after) != set()


def test_a_cited_document_moves_no_value(period: Period) -> None:
    kept = ("symbol", "date", "issuer_code", "source_line")  # what is a key, or read strictly and shown as it is
    for row in range(2, len(RECEIVED["documents"]) + 1):
        cells = [Cell("documents", row, column) for column in RECEIVED["documents"][0] if column not in kept]
        assert period.changed(period.after({cell: another_text(cell) for cell in cells if cell.text})) == set(), row


def test_the_symbol_of_a_document_moves_no_value_and_is_refused_where_others_cite_it(period: Period) -> None:
    for cell in filled_cells("documents", "symbol"):
        after = period.after_or_refusal({cell: another_text(cell)})
        if isinstance(after, InputError):
            assert all(cell.text in problem.found_vi for problem in after.problems), after
        else:
            assert period.changed(after) == set(), cell
