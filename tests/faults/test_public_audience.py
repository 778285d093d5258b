"""Công khai: nothing that is published for the public tells a count that was hidden from it.

A real run of the notebooks on an invented period. The planted counts are numbers that nothing else in the report has;
whoever finds one of them in a published file can tell the small count beside it.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from poverty_evaluation.reference import load_reference
from poverty_evaluation.workspace import read_headline

DATA = Path(__file__).parents[2] / "data"
WARD, OTHER = "07441", "07687"
DAY = "2018-12-31"
#: The count of the ward's other column, which would tell its small one, and one that would tell both by the column.
PLANTED = {WARD: (73819, 3), OTHER: (91573, 60627)}
REPORT = """place: bac-giang-city
period: "2018"
kind: annual
title_vi: Báo cáo thử
title_en: Test
data_from: 2018-01-01
data_to: 2018-12-31
as_of: 2018-12-31
leading_standard: qd-59-2015
issuer: {{profile: people_committee, name_vi: UBND thành phố, name_en: City committee}}
invented: true
audience: {audience}
"""
APPENDIX = """appendices:
  - heading: {vi: Biểu phân tổ, en: Breakdowns}
    blocks:
      - {kind: table, name: breakdown, options: {show: counts}}
      - {kind: table, name: breakdown, options: {show: rates}}
"""


@pytest.fixture(scope="module")
def data_root(tmp_path_factory) -> Path:
    """Every ward of the city with its households by ethnicity; two of them with planted counts, one total wrong."""
    root = tmp_path_factory.mktemp("data")
    shutil.copytree(DATA / "reference", root / "reference")
    outline = root / "reference" / "outlines" / "annual.yml"
    outline.write_text(outline.read_text(encoding="utf-8").replace("appendices:\n", APPENDIX, 1), encoding="utf-8")
    folder = root / "periods" / "bac-giang-city" / "2018"
    folder.mkdir(parents=True)
    wards = [place.place_code for place in load_reference(root).places.children("213", date.fromisoformat(DAY))]
    counts = {code: PLANTED.get(code, (200_000, 100_000 + place)) for place, code in enumerate(wards)}
    form = ["place_code,as_of,standard_id,total,kinh,dtts"]
    form += [f"{code},{DAY},qd-59-2015,{kinh + dtts},{kinh},{dtts}" for code, (kinh, dtts) in counts.items()]
    reviews = ["place_code,as_of,standard_id,total_households,poor_households"]
    reviews += [f"{code},{DAY},qd-59-2015,900000,{kinh + dtts}" for code, (kinh, dtts) in counts.items()]
    form.append(f"Tổng cộng,,,,{sum(kinh for kinh, _ in counts.values()) + 1},")  # a finding that quotes the counts
    (folder / "poor_ethnicity.csv").write_text("\n".join([*form, ""]), encoding="utf-8")
    (folder / "household_review.csv").write_text("\n".join([*reviews, ""]), encoding="utf-8")
    return root


def run(data_root: Path, output: Path, audience: str, *options: str) -> Path:
    profile = data_root / "periods" / "bac-giang-city" / "2018" / "report.yml"
    profile.write_text(REPORT.format(audience=audience), encoding="utf-8")
    command = [sys.executable, "-m", "poverty_evaluation.cli", "run", "bac-giang-city", "2018"]
    ended = subprocess.run(
        [*command, "--data", str(data_root), "--output", str(output), *options],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return output / "bac-giang-city" / "2018"


@pytest.fixture(scope="module")
def published(data_root, tmp_path_factory) -> Path:
    """The public report, published over a complete one in two languages."""
    output = tmp_path_factory.mktemp("outputs")
    run(data_root, output, "superior", "--format", "html", "--language", "en")
    return run(data_root, output, "public")


def texts_of(path: Path) -> str:
    """What a file says: a PDF its pages and attachments, a Word file or workbook its parts, anything else its text."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8")
    pages = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    with pikepdf.open(path) as pdf:
        held = [pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments]
    return "\n".join([pages, *held])


def forms_of(count: int) -> re.Pattern[str]:
    """A count in any of its spellings: 73819, 73.819, 73,819."""
    return re.compile(rf"(?<!\d){count // 1000}[.,]?{count % 1000:03d}(?!\d)")


def test_a_complete_report_shows_what_is_planted(data_root, tmp_path):
    folder = run(data_root, tmp_path, "superior", "--format", "html,docx,xlsx")
    for count in (73819, 91573, 60627):
        assert forms_of(count).search(texts_of(folder / "report.html")), count
        assert forms_of(count).search(texts_of(folder / "report.docx")), count
        assert forms_of(count).search(texts_of(folder / "tables.xlsx")), count
    assert (folder / "executed" / "01_ingest.ipynb").is_file()
    findings = texts_of(folder / "findings.csv")
    assert forms_of(73819).search(findings)


def test_no_published_file_holds_a_hidden_count(published):
    files = [path for path in published.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"report.html", "report.pdf", "indicators.csv", "03_report.ipynb"}
    for path in files:
        text = texts_of(path)
        for count in (73819, 91573, 60627):
            assert not forms_of(count).search(text), f"{count} in {path.name}"


def test_only_the_notebook_of_the_report_goes_with_it_and_nothing_complete_stays(published):
    names = sorted(path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file())
    assert names == [
        "evaluation.json", "executed/03_report.ipynb", "findings.csv", "indicators.csv", "report.docx", "report.html",
        "report.pdf", "run.json", "tables.xlsx",
    ]  # fmt: skip
    assert json.loads((published / "run.json").read_text(encoding="utf-8"))["audience"] == "public"


def test_small_cells_are_marked_and_totals_stay(published):
    with (published / "indicators.csv").open(encoding="utf-8", newline="") as held:
        rows = {row["id"]: row for row in csv.DictReader(held)}
    small = rows[f"breakdown_households;breakdown=poor_ethnicity;category=dtts@{WARD}/{DAY}"]
    assert (small["value"], small["as_printed"], small["status"]) == ("", "", "suppressed")
    assert [cell["text"] for cell in json.loads(small["sources"])] == ["(*)"]
    assert rows[f"poor_households@{WARD}/{DAY}"]["value"] == "73822"
    page = texts_of(published / "report.html")
    provenance = json.loads(re.search(r'id="provenance">(.*?)</script>', page, re.DOTALL)[1])
    assert small["id"] in page and "(*) số liệu không công bố để bảo vệ thông tin của hộ gia đình" in page
    assert [cell["text"] for cell in provenance[small["id"]]["sources"]] == ["(*)"]


def test_its_headline_travels_in_the_notebook_of_the_report_and_tells_no_more_than_that(published):
    headline = read_headline(published / "executed" / "03_report.ipynb")
    with (published / "indicators.csv").open(encoding="utf-8", newline="") as held:
        published_ids = {row["id"] for row in csv.DictReader(held)}
    told = {one["id"] for one in headline["told"]}
    assert f"poor_households@213/{DAY}" in told
    assert told | {name for name in headline["figures"] if "@" in name} <= published_ids
    assert [name for name in headline["figures"] if "@" not in name] == ["leading_standard"]
    assert headline["report"]["audience"] == "public"
    for name in ("report.html", "report.docx", "tables.xlsx"):  # the exporters show blocks, and a scrap is none
        assert "schema_version" not in texts_of(published / name)
        assert "scrapbook" not in texts_of(published / name)


def test_a_comparison_reads_the_public_report(data_root, published):
    command = [sys.executable, "-m", "poverty_evaluation.cli", "compare", "bac-giang-city", "--format", "html"]
    options = ["--data", str(data_root), "--output", str(published.parents[1])]
    ended = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    page = texts_of(published.parent / "compare" / "compare.html")
    assert "Năm 2018 (công khai)" in page
    assert "TÀI LIỆU NỘI BỘ" not in page
    assert "Số liệu giả định" in page


def test_comparing_it_with_the_data_of_today_tells_no_more(data_root, published):
    command = [sys.executable, "-m", "poverty_evaluation.cli", "diff", "bac-giang-city", "2018"]
    options = ["--data", str(data_root), "--output", str(published.parents[1])]
    ended = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert not any(forms_of(count).search(ended.stdout) for count in (73819, 91573, 60627))
