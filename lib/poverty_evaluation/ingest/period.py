"""Tiếp nhận một kỳ báo cáo: everything that was sent for one place and period, read, checked and typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter

from poverty_evaluation.ingest.activities import FIGURE_COLUMNS, check_links, read_activity_figures
from poverty_evaluation.ingest.checks import check_tables
from poverty_evaluation.ingest.checks.run import in_order
from poverty_evaluation.ingest.corrections import read_corrections
from poverty_evaluation.ingest.files import RawTable, read_tables
from poverty_evaluation.ingest.narrative import read_narrative
from poverty_evaluation.ingest.reading import Reader, empty_frame, read_frame
from poverty_evaluation.ingest.yaml_files import read_yaml_object
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.period_tables import PERIOD_TABLES
from poverty_evaluation.vocabulary.report import ReportProfile


@dataclass(frozen=True)
class ReceivedPeriod:
    """One period as received.

    tables: by name, as `reading.read_frame` and `activities.read_activity_figures` describe them
    (`household_review`, `activities`, `activity_figures`, `targets`, `documents`, `published`) and
    `previous_household_review`, the reviews of the period before, read from its own received files.
    """

    report: ReportProfile
    place_code: str
    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    narrative: Mapping[str, str]

    def extras(self) -> dict[str, Any]:
        """What is no table, as plain data that `from_parts` reads back."""
        profile = TypeAdapter(ReportProfile).dump_python(self.report, mode="json")
        return {"report": profile, "place_code": self.place_code, "narrative": dict(self.narrative)}

    @classmethod
    def from_parts(
        cls, tables: Mapping[str, pd.DataFrame], findings: tuple[Finding, ...], extras: Mapping[str, Any]
    ) -> ReceivedPeriod:
        """The inverse: a received period from its tables, findings and `extras`."""
        report = TypeAdapter(ReportProfile).validate_python(extras["report"])
        return cls(report, extras["place_code"], tables, findings, extras["narrative"])


@dataclass
class _Folder:
    """The reading of one period folder, before anything is checked across tables."""

    report: ReportProfile | None = None
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    narrative: dict[str, str] = field(default_factory=dict)
    unused: list[tuple[RawTable, str]] = field(default_factory=list)


def read_period(
    folder: Path, data_root: Path, reference: Reference, previous_folder: Path | None = None
) -> ReceivedPeriod:
    """Reads a period folder whole; InputError with every problem of every file when anything cannot be read."""
    problems: list[InputProblem] = []
    current = _read_folder(folder, data_root, reference, problems)
    previous = _Folder()
    if previous_folder is not None:
        previous = _read_folder(previous_folder, data_root, reference, problems)
    if current.report is not None:
        problems += _unknown_codes(current.report, reference, folder, data_root)
    if problems or current.report is None:
        raise InputError(problems)
    place_code = reference.place_by_slug(current.report.place).place_code
    tables = dict(current.tables)
    tables["previous_household_review"] = previous.tables.get("household_review", tables["household_review"].iloc[:0])
    names = {code: (item.label_vi, item.label_en) for code, item in reference.organisations.items()}
    findings = check_tables(tables, tables["previous_household_review"], place_code, current.report.period, names)
    findings = in_order([*findings, *(_unused_column(table, heading) for table, heading in current.unused)])
    return ReceivedPeriod(current.report, place_code, tables, findings, current.narrative)


def _read_folder(folder: Path, data_root: Path, reference: Reference, problems: list[InputProblem]) -> _Folder:
    read = _Folder()
    read.report, found = read_yaml_object(folder / "report.yml", data_root, ReportProfile)
    problems += found
    corrections, found = read_corrections(folder, data_root)
    problems += found
    read.narrative, found = read_narrative(folder, data_root)
    problems += found
    raw, found = read_tables(folder, data_root, PERIOD_TABLES)
    problems += found
    if read.report is None:
        return read
    if not raw and not found:
        problems.append(_nothing_sent(folder, data_root))
    reader = Reader(read.report, corrections, _codes(reference), lambda text: _place(text, reference))
    for spec in PERIOD_TABLES:
        read.tables[spec.name] = read_frame(raw[spec.name], reader) if spec.name in raw else empty_frame(spec)
    read.tables["activity_figures"] = _read_figures(raw, read.tables["activities"], reference, reader)
    problems += reader.problems
    problems += corrections.unused()
    read.unused = reader.unused_columns
    return read


def _read_figures(
    raw: Mapping[str, RawTable], activities: pd.DataFrame, reference: Reference, reader: Reader
) -> pd.DataFrame:
    if "activities" not in raw:
        return pd.DataFrame(columns=FIGURE_COLUMNS, dtype=object)
    reader.problems += check_links(activities, raw["activities"])
    return read_activity_figures(raw["activities"], activities, reference.units, reference.figure_roles, reader)


def _codes(reference: Reference) -> dict[str, Collection[str]]:
    return {
        "measures": reference.measures.keys(),
        "organisations": reference.organisations.keys(),
        "beneficiary_groups": reference.beneficiary_groups.keys(),
        "standards": [standard.id for standard in reference.standards],
    }


def _place(text: str, reference: Reference) -> str | InputProblem:
    """A place code from a code or a name; two candidates are listed, never chosen from."""
    match = reference.places.resolve_name(text)
    if match.place is not None:
        return match.place.place_code
    if match.is_ambiguous:
        listed = ", ".join(f"{place.place_code} {place.full_name_vi}" for place in match.candidates)
        return InputProblem(
            "một đơn vị hành chính duy nhất", "a single place", f"“{text}” khớp với {listed}", f"“{text}” matches {listed}",
            "Ghi mã đơn vị hành chính thay cho tên.", "Write the place code instead of the name.",
        )  # fmt: skip
    near_vi = f" Có phải: {', '.join(match.suggestions)}?" if match.suggestions else ""
    near_en = f" Did you mean: {', '.join(match.suggestions)}?" if match.suggestions else ""
    return InputProblem(
        "một đơn vị hành chính đã biết", "a known place", f"“{text}”", f"“{text}”",
        f"Sửa tên hoặc mã, hoặc bổ sung vào data/reference/places.csv.{near_vi}",
        f"Mend the name or code, or add it to data/reference/places.csv.{near_en}",
    )  # fmt: skip


def _nothing_sent(folder: Path, data_root: Path) -> InputProblem:
    listed = ", ".join(f"{spec.name}.csv" for spec in PERIOD_TABLES)
    return InputProblem(
        f"ít nhất một bảng số liệu ({listed} hoặc sổ tính .xlsx)",
        f"at least one table ({listed} or an .xlsx workbook)",
        "không có bảng nào",
        "none",
        "Đặt bảng số liệu của đơn vị vào thư mục của kỳ.",
        "Put the office's tables into the period's folder.",
        file=folder.relative_to(data_root).as_posix(),
    )


def _unknown_codes(report: ReportProfile, reference: Reference, folder: Path, data_root: Path) -> list[InputProblem]:
    """report.yml's own codes: standard, programme, outline; and that it lies in the folder of its place and period."""
    file = f"{folder.relative_to(data_root).as_posix()}/report.yml"
    known: list[tuple[str, str, Collection[str]]] = [
        ("leading_standard", report.leading_standard, [standard.id for standard in reference.standards]),
        ("kind", report.kind, reference.outlines.keys()),
        ("place", report.place, [folder.parent.name]),
        ("period", report.period, [folder.name]),
    ]
    if report.programme_id:
        known.append(("programme_id", report.programme_id, [item.id for item in reference.programmes]))
    problems = []
    for key, value, choices in known:
        if value not in choices:
            hint_vi, hint_en = did_you_mean(value, choices)
            problems.append(
                InputProblem(
                    f"giá trị đã biết của “{key}”",
                    f"a known value of “{key}”",
                    f"“{value}”",
                    f"“{value}”",
                    f"Sửa report.yml. {hint_vi}".strip(),
                    f"Mend report.yml. {hint_en}".strip(),
                    file=file,
                    column=key,
                )  # fmt: skip
            )
    return problems


def _unused_column(table: RawTable, heading: str) -> Finding:
    return Finding(
        id=finding_id(FindingKind.MAPPING, [table.file, table.sheet, heading]),
        severity=Severity.NOTE,
        kind=FindingKind.MAPPING,
        message_vi=f"Cột “{heading}” không thuộc mẫu biểu và không được sử dụng.",
        message_en=f"The column “{heading}” belongs to no form and is not used.",
        file=table.file,
        sheet=table.sheet,
        column=heading,
        quote=heading,
    )
