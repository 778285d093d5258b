"""Tiếp nhận một kỳ báo cáo: everything that was sent for one place and period, read, checked and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter

from poverty_evaluation.ingest.activities import FIGURE_COLUMNS, read_activity_figures
from poverty_evaluation.ingest.breakdowns import BREAKDOWNS, read_breakdowns
from poverty_evaluation.ingest.checks import check_tables
from poverty_evaluation.ingest.checks.run import CheckedPeriod, in_order
from poverty_evaluation.ingest.columns import unused_sheet
from poverty_evaluation.ingest.corrections import read_corrections
from poverty_evaluation.ingest.doubts import with_doubts
from poverty_evaluation.ingest.explanations import read_explanations
from poverty_evaluation.ingest.files import ReceivedFiles, read_files
from poverty_evaluation.ingest.funds import read_funds
from poverty_evaluation.ingest.household_changes import read_household_changes
from poverty_evaluation.ingest.links import check_events, check_parts_of, check_plans
from poverty_evaluation.ingest.members import member_tables
from poverty_evaluation.ingest.narrative import read_narrative
from poverty_evaluation.ingest.positions import Where, quoted, with_hint
from poverty_evaluation.ingest.profiles import check_against_files, read_profile
from poverty_evaluation.ingest.raw_tables import RawTable
from poverty_evaluation.ingest.reading import Reader, empty_frame, read_frame
from poverty_evaluation.ingest.totals import read_with_totals
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.explanations import Explanation
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.neighbours import NO_NEIGHBOURS, Neighbours
from poverty_evaluation.vocabulary.period_tables import (
    ACTIVITIES,
    DOCUMENTS,
    FUND_DISBURSEMENT,
    HOUSEHOLD_CHANGES,
    HOUSEHOLD_REVIEW,
    PERIOD_TABLES,
    PUBLISHED,
    TARGETS,
)
from poverty_evaluation.vocabulary.report import ReportProfile
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.tables import TableSpec

_REVIEWS = HOUSEHOLD_REVIEW.name
_EXPLANATIONS = TypeAdapter(tuple[Explanation, ...])
_FIGURES = "activity_figures"
#: The tables that a report needs of each of its neighbours.
_READ_OF_NEIGHBOURS = {
    "previous": (_REVIEWS, ACTIVITIES.name, _FIGURES, FUND_DISBURSEMENT.name),
    "year_before": (_REVIEWS, ACTIVITIES.name, _FIGURES, FUND_DISBURSEMENT.name),
    "start": (_REVIEWS,),
}


@dataclass(frozen=True)
class ReceivedPeriod:
    """One period as received.

    tables: by name, as `reading.read_frame` and `activities.read_activity_figures` describe them
    (`household_review`, `household_changes`, `activities`, `activity_figures`, `fund_disbursement`, `targets`,
    `documents`, `published`, all breakdown forms as the one long frame `breakdowns`) and those of the neighbouring
    periods, each read from its own received files: `previous_` and `year_before_` with the name of a table,
    `start_household_review`; where report.yml names what the place is made of, `members`, and `member_` with the name
    of a table.
    """

    report: ReportProfile
    place_code: str
    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    narrative: Mapping[str, str]
    explanations: tuple[Explanation, ...] = ()

    def extras(self) -> dict[str, Any]:
        """What is no table, as plain data that `from_parts` reads back."""
        return {
            "report": TypeAdapter(ReportProfile).dump_python(self.report, mode="json"),
            "place_code": self.place_code,
            "narrative": dict(self.narrative),
            "explanations": _EXPLANATIONS.dump_python(self.explanations, mode="json"),
        }

    @classmethod
    def from_parts(
        cls, tables: Mapping[str, pd.DataFrame], findings: tuple[Finding, ...], extras: Mapping[str, Any]
    ) -> ReceivedPeriod:
        """The inverse: a received period from its tables, findings and `extras`."""
        report = TypeAdapter(ReportProfile).validate_python(extras["report"])
        explanations = _EXPLANATIONS.validate_python(extras["explanations"])
        return cls(report, extras["place_code"], tables, findings, extras["narrative"], explanations)


@dataclass
class _ReadFolder:
    """One period folder as read, before anything is checked across tables."""

    report: ReportProfile | None = None
    place_code: str = ""
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    narrative: dict[str, str] = field(default_factory=dict)
    explanations: tuple[Explanation, ...] = ()
    notes: list[Finding] = field(default_factory=list)
    problems: list[InputProblem] = field(default_factory=list)


def read_period(
    folder: Path,
    data_root: Path,
    reference: Reference,
    neighbours: Neighbours = NO_NEIGHBOURS,
    vintage: Vintage | None = None,
) -> ReceivedPeriod:
    """Reads a period folder whole; InputError with every problem of every file when anything cannot be read.

    neighbours: the folders of other periods that it is read beside; their tables are named after them.
    vintage: the one a run asks for, instead of that of report.yml; refused when no review of it was sent.
    """
    current = _read_folder(folder, data_root, reference)
    beside = {one: _read_folder(one, data_root, reference) for one in neighbours.folders}
    problems = [*current.problems, *(problem for read in beside.values() for problem in read.problems)]
    if problems or current.report is None:
        raise InputError(_in_order(problems))
    report = current.report if vintage is None else replace(current.report, vintage=vintage)
    sent = {one.parent.name: beside[one].tables for one in neighbours.members}
    tables = {
        **current.tables,
        **_tables_beside(neighbours, beside, current.tables),
        **member_tables(report.made_of, sent, current.tables, reference.places),
    }
    vintages = {one for name in (_REVIEWS, f"member_{_REVIEWS}") if name in tables for one in tables[name]["vintage"]}
    if vintage is not None and vintage not in vintages:
        raise InputError([_no_such_vintage(vintage, vintages, folder, data_root)])
    checked = CheckedPeriod(
        tables, reference, current.place_code, report.period, report.leading_standard, report.programme_id
    )
    findings = in_order([*check_tables(checked), *current.notes])
    doubted = with_doubts(tables, findings)
    return ReceivedPeriod(report, current.place_code, doubted, findings, current.narrative, current.explanations)


def _tables_beside(
    neighbours: Neighbours, read: Mapping[Path, _ReadFolder], own: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """The tables of the other periods, named after them; without rows where nothing was received."""
    folders = {"previous": neighbours.previous, "year_before": neighbours.year_before, "start": neighbours.start}
    return {
        f"{which}_{name}": own[name].iloc[:0] if folder is None else read[folder].tables[name]
        for which, folder in folders.items()
        for name in _READ_OF_NEIGHBOURS[which]
    }


def _no_such_vintage(vintage: Vintage, vintages: set[str], folder: Path, data_root: Path) -> InputProblem:
    sent = ", ".join(sorted(vintages))
    return InputProblem(
        f"kết quả rà soát thuộc loại số liệu “{vintage}”",
        f"a review of the vintage “{vintage}”",
        f"chỉ có: {sent}" if sent else "không có kết quả rà soát",
        f"only: {sent}" if sent else "no review",
        "Bỏ tùy chọn --vintage, hoặc bổ sung kết quả rà soát loại này.",
        "Leave out --vintage, or add a review of that vintage.",
        file=folder.relative_to(data_root).as_posix(),
        column="vintage",
    )


def _in_order(problems: list[InputProblem]) -> list[InputProblem]:
    """File by file in the order they were read, within each from top to bottom."""
    files = list(dict.fromkeys((problem.file, problem.sheet) for problem in problems))
    return sorted(problems, key=lambda problem: (files.index((problem.file, problem.sheet)), problem.row or 0))


def _read_folder(folder: Path, data_root: Path, reference: Reference) -> _ReadFolder:
    read = _ReadFolder()
    if not folder.is_dir():
        read.problems.append(_no_folder(folder, data_root))
        return read
    profile = read_profile(folder, data_root, reference)
    corrections, wrong_corrections = read_corrections(folder, data_root)
    read.explanations, wrong_explanations = read_explanations(folder, data_root)
    read.narrative, wrong_lines = read_narrative(folder, data_root)
    files = read_files(folder, data_root, period_tables(reference))
    read.report = profile.report
    read.problems += [*profile.problems, *wrong_corrections, *wrong_explanations, *files.problems]
    is_made_of_others = profile.report is not None and bool(profile.report.made_of)
    if not files.tables and not files.problems and not is_made_of_others:
        read.problems.append(_nothing_sent(folder, data_root))
    if profile.conventions is not None:
        if profile.conventions.place in reference.places.slugs:
            read.place_code = reference.place_by_slug(profile.conventions.place).place_code
        reader = Reader(profile.conventions, corrections, reference, read.place_code)
        read.tables = _read_tables(files, reader)
        read_names = [table.file_name for table in files.tables.values()]
        read.problems += reader.problems
        read.problems += corrections.problems(read_names, files.names)
        read.notes = [*reader.notes, *map(unused_sheet, files.unused_sheets)]
    if profile.report is not None:
        symbols = None if files.problems else list(read.tables[DOCUMENTS.name]["symbol"])
        read.problems += check_against_files(profile, symbols, files.names)
    read.problems += wrong_lines
    return read


def period_tables(reference: Reference) -> tuple[TableSpec, ...]:
    """The tables of a period, the reviews with the columns that the data root adds to them, and its breakdown forms."""
    known = (reference.household_review if spec.name == _REVIEWS else spec for spec in PERIOD_TABLES)
    return (*known, *(breakdown.table for breakdown in reference.breakdowns.values()))


def _read_tables(files: ReceivedFiles, reader: Reader) -> dict[str, pd.DataFrame]:
    raw = files.tables
    tables = {
        spec.name: read_frame(raw[spec.name], reader) if spec.name in raw else empty_frame(spec)
        for spec in PERIOD_TABLES
        if spec.name not in (_REVIEWS, HOUSEHOLD_CHANGES.name, FUND_DISBURSEMENT.name)
    }
    tables[HOUSEHOLD_CHANGES.name] = read_household_changes(raw.get(HOUSEHOLD_CHANGES.name), reader)
    tables[FUND_DISBURSEMENT.name] = read_funds(raw.get(FUND_DISBURSEMENT.name), reader)
    tables[_REVIEWS] = _read_reviews(raw.get(_REVIEWS), reader)
    tables[BREAKDOWNS] = read_breakdowns(raw, reader)
    tables[_FIGURES] = pd.DataFrame(columns=FIGURE_COLUMNS, dtype=object)
    if ACTIVITIES.name in raw:
        sheet, activities = raw[ACTIVITIES.name], tables[ACTIVITIES.name]
        tables[_FIGURES] = read_activity_figures(sheet, activities, reader)
        reader.problems += check_parts_of(activities, sheet)
        reader.problems += check_plans(activities, sheet)
        reader.problems += check_events(activities, tables[_FIGURES], sheet)
    if TARGETS.name in raw:
        reader.problems += check_parts_of(tables[TARGETS.name], raw[TARGETS.name])
    if PUBLISHED.name in raw:
        reader.problems += _unknown_indicators(tables[PUBLISHED.name], raw[PUBLISHED.name], reader.reference)
    return tables


def _read_reviews(sheet: RawTable | None, reader: Reader) -> pd.DataFrame:
    return empty_frame(reader.reference.household_review) if sheet is None else read_with_totals(sheet, reader)


def _unknown_indicators(published: pd.DataFrame, sheet: RawTable, reference: Reference) -> list[InputProblem]:
    """What an office published is checked against an indicator that is computed."""
    known = [definition.id for definition in reference.indicators]
    remedy = "Sửa mã chỉ số, hoặc bổ sung vào indicators.yml.", "Mend the indicator, or add it to indicators.yml."
    return [
        sheet.where.at(row.row, sheet.heading(sheet.columns.get("indicator_id"), "indicator_id")).problem(
            ("một chỉ số đã biết", "a known indicator"),
            quoted(row.indicator_id),
            with_hint(remedy, did_you_mean(row.indicator_id, known)),
        )
        for row in rows_of(published)
        if row.indicator_id and row.indicator_id not in known
    ]


def _no_folder(folder: Path, data_root: Path) -> InputProblem:
    return Where(folder.relative_to(data_root).as_posix()).problem(
        ("thư mục của kỳ báo cáo", "the folder of the period"),
        ("không có thư mục này", "no such folder"),
        ("Tạo thư mục và đặt số liệu vào đó.", "Make the folder and put the data there."),
    )


def _nothing_sent(folder: Path, data_root: Path) -> InputProblem:
    listed = ", ".join(f"{spec.name}.csv" for spec in PERIOD_TABLES)
    return Where(folder.relative_to(data_root).as_posix()).problem(
        (
            f"ít nhất một bảng số liệu ({listed} hoặc sổ tính .xlsx)",
            f"at least one table ({listed} or an .xlsx workbook)",
        ),
        ("không có bảng nào", "none"),
        ("Đặt bảng số liệu của đơn vị vào thư mục của kỳ.", "Put the office's tables into the period's folder."),
    )
