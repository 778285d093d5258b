"""An invented province of two cities with their wards: a data root that a test fills with periods."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.presentation.jupyter import plain_text
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.periods import ReportingPeriod
from poverty_evaluation.vocabulary.values import IndicatorValue
from poverty_evaluation.workspace.neighbours import neighbours_of

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
PROVINCE, ONE, TWO = "980", "981", "982"
SLUGS = {PROVINCE: "tinh-thu", ONE: "mot-city", TWO: "hai-city"}
#: Two wards and a commune in each city.
WARDS = {city: tuple(f"{city}0{number}" for number in (1, 2, 3)) for city in (ONE, TWO)}
DAY, STANDARD = "2018-12-31", "qd-59-2015"
MADE_OF = [SLUGS[ONE], SLUGS[TWO]]

_OUTLINE = """
chapters:
  - heading: {vi: KẾT QUẢ, en: RESULTS}
    blocks:
      - {kind: poverty_sentences}
      - {kind: table, name: poverty}
      - {kind: table, name: wards}
      - {kind: table, name: ward_movements}
      - {kind: table, name: ward_movements, options: {of: near_poor}}
      - {kind: table, name: poverty_by_year}
      - {kind: table, name: money_by_group}
appendices:
  - heading: {vi: NGUỒN, en: SOURCES}
    blocks:
      - {kind: table, name: sources}
"""


@dataclass(frozen=True)
class Told:
    """What came out of a period."""

    received: ReceivedPeriod
    values: Mapping[str, IndicatorValue]
    findings: tuple[Finding, ...]
    context: EvaluationContext

    @property
    def text(self) -> str:
        built = build_evaluation(self.context)
        return "\n".join(plain_text(block, "vi") for block in (*built.chapters, *built.appendices))

    def kinds(self) -> list[tuple[str, str]]:
        return [(str(finding.severity), str(finding.kind)) for finding in self.findings]


class Root:
    """The data root; rows of tables are mappings, and all rows of a table have the columns of its first."""

    def __init__(self, folder: Path, reference: Reference):
        self.folder, self.reference = folder, reference

    def send(self, place: str, tables: Mapping[str, list[Mapping[str, Any]]], **report: Any) -> None:
        period = report.pop("period", "2018")
        folder = self.folder / "periods" / SLUGS[place] / period
        folder.mkdir(parents=True, exist_ok=True)
        profile = {
            "place": SLUGS[place], "period": period, "kind": "thu", "title_vi": "Báo cáo thử", "invented": True,
            "data_from": date(int(period), 1, 1), "data_to": date(int(period), 12, 31),
            "as_of": date(int(period), 12, 31),
            "leading_standard": STANDARD, "issuer": {"profile": "people_committee", "name_vi": "UBND", "name_en": "PC"},
        }  # fmt: skip
        text = yaml.safe_dump({**profile, **report}, allow_unicode=True)
        (folder / "report.yml").write_text(text, encoding="utf-8")
        for name, rows in tables.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as held:
                writer = csv.DictWriter(held, list(rows[0]), restval="")
                writer.writeheader()
                writer.writerows(rows)

    def told(self, place: str, period: str = "2018") -> Told:
        reference = self.reference
        neighbours = neighbours_of(self.folder / "periods", SLUGS[place], ReportingPeriod.parse(period))
        folder = self.folder / "periods" / SLUGS[place] / period
        received = read_period(folder, self.folder, reference, neighbours)
        report = received.report
        evaluated = evaluate(
            PeriodTables(
                received.tables, reference, received.place_code, period, report.leading_standard, report.programme_id
            )
        )
        findings = (*received.findings, *evaluated.findings)
        context = EvaluationContext(
            report, reference, "vi", evaluated.values, findings, received.tables, received.narrative
        )
        return Told(received, {value.id: value for value in evaluated.values}, findings, context)


def row(place: str, poor: int | str, total: int | str = "", **more: Any) -> dict[str, Any]:
    """A row of the reviews."""
    return {
        "place_code": place, "as_of": DAY, "standard_id": STANDARD, "vintage": "official",
        "poor_households": poor, "total_households": total, **more,
    }  # fmt: skip


def _add_places(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as held:
        heading = next(csv.reader(held))
    places = [(PROVINCE, "tỉnh", "province", "", "Tỉnh Thử")]
    for city in (ONE, TWO):
        places.append((city, "thành phố", "city", PROVINCE, f"Phố {city}"))
        for number, ward in enumerate(WARDS[city]):
            kind = ("xã", "commune") if number == 2 else ("phường", "ward")
            places.append((ward, *kind, city, f"Làng {ward}"))
    with path.open("a", encoding="utf-8", newline="") as held:
        writer = csv.DictWriter(held, heading, restval="")
        for code, type_vi, level, parent, name in places:
            writer.writerow(
                {"place_code": code, "slug": SLUGS.get(code, ""), "name_vi": name, "name_en": name, "type_vi": type_vi,
                 "level": level, "parent_code": parent, "source": "giả định", "verified": "true"}
            )  # fmt: skip


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The reference data of the project with the invented places and the outline of the tests."""
    folder = tmp_path_factory.mktemp("reference")
    shutil.copytree(REFERENCE, folder / "reference")
    _add_places(folder / "reference" / "places.csv")
    outline = f"id: thu\ntitle: {{vi: BÁO CÁO, en: REPORT}}{_OUTLINE}"
    (folder / "reference" / "outlines" / "thu.yml").write_text(outline, encoding="utf-8")
    return load_reference(folder)


@pytest.fixture
def new_root(tmp_path: Path, reference: Reference) -> Callable[[str], Root]:
    return lambda name: Root(tmp_path / name, reference)


@pytest.fixture
def root(new_root: Callable[[str], Root]) -> Root:
    return new_root("data")
