"""A data root with the real reference data and one small period of the city, for tests to fill and to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.neighbours import Neighbours

ROOT = Path(__file__).parents[3]

REPORT = """place: bac-giang-city
period: "2018"
kind: annual
title_vi: Báo cáo thử
data_from: 2018-01-01
data_to: 2018-12-31
as_of: 2018-12-31
leading_standard: qd-59-2015
issuer: {profile: people_committee, name_vi: UBND thành phố, name_en: City committee}
"""
REVIEW_HEADING = "place_code,as_of,standard_id,poor_households"
ACTIVITY_HEADING = "activity_id,measure_code,organisation_code,label_vi"


class Period:
    """One period folder; a test writes its files and reads them."""

    def __init__(self, data_root: Path, reference: Reference, name: str = "2018"):
        self.data_root, self.reference = data_root, reference
        self.folder = data_root / "periods" / "bac-giang-city" / name
        self.folder.mkdir(parents=True)
        self.file = f"periods/bac-giang-city/{name}"
        self.write("report.yml", REPORT.replace('"2018"', f'"{name}"'))

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change_report(self, old: str, new: str) -> None:
        text = (self.folder / "report.yml").read_text(encoding="utf-8")
        assert old in text
        self.write("report.yml", text.replace(old, new, 1))

    def reviews(self, *rows: str, columns: str = "") -> None:
        """household_review.csv: rows of place, date, standard, poor households and the columns added."""
        self.write("household_review.csv", "\n".join([f"{REVIEW_HEADING}{columns and ',' + columns}", *rows, ""]))

    def activities(self, *rows: str, columns: str = "value_1,unit_1") -> None:
        """activities.csv: rows of id, measure, organisation, label and the columns given."""
        self.write("activities.csv", "\n".join([f"{ACTIVITY_HEADING},{columns}", *rows, ""]))

    def workbook(
        self, sheets: Mapping[str, Iterable[Sequence[object]]], name: str = "so_lieu.xlsx", formats: Any = None
    ) -> Path:
        """A workbook; formats: {(sheet, cell): number format}."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        for (title, cell), number_format in (formats or {}).items():
            book[title][cell].number_format = number_format
        path = self.folder / name
        book.save(path)
        return path

    def read(self, previous: Period | None = None) -> ReceivedPeriod:
        neighbours = Neighbours(previous.folder if previous else None)
        return read_period(self.folder, self.data_root, self.reference, neighbours)

    def problems(self) -> tuple[InputProblem, ...]:
        with pytest.raises(InputError) as caught:
            self.read()
        return caught.value.problems

    def problem(self) -> InputProblem:
        """The only problem of the period."""
        problems = self.problems()
        assert len(problems) == 1, [problem.message("en") for problem in problems]
        return problems[0]

    def findings(self, previous: Period | None = None) -> tuple[Finding, ...]:
        return self.read(previous).findings

    def finding(self, previous: Period | None = None) -> Finding:
        """The only finding of the period."""
        findings = self.findings(previous)
        assert len(findings) == 1, [finding.message_en for finding in findings]
        return findings[0]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(ROOT / "data")


@pytest.fixture
def new_period(tmp_path: Path, reference: Reference) -> Callable[[str], Period]:
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "reference")
    return lambda name: Period(tmp_path, reference, name)


@pytest.fixture
def period(new_period: Callable[[str], Period]) -> Period:
    return new_period("2018")
