"""A small project whose notebooks the tests write, so that each can be made to fail in its own way."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]

DEFAULTS = 'place = ""\nperiod = ""\nlanguage = "vi"\ndata_dir = ""\nwork_dir = ""'
OPEN = """
from poverty_evaluation.workspace import input_hash, load_ingest, open_run, save_ingest
run = open_run(place, period, language, data_dir, work_dir)
run"""
SAVE = "save_ingest(run, {}, [], {}, input_hash(run))"
REPORT = """
from fractions import Fraction
from poverty_evaluation.evaluation.blocks import Document, Heading, Letterhead, Paragraph, Text
from poverty_evaluation.presentation import jupyter
from poverty_evaluation.vocabulary.values import IndicatorValue
jupyter.enable(language)
head = Letterhead("", "UBND", "BC-UBND", "Alpha", "BÁO CÁO", "thử", ("Tỉnh",), "DỰ THẢO")
value = IndicatorValue("poor_households@1/2017", "poor_households", "Số hộ nghèo", "Poor households", Fraction({count}),
                       "households")
found = dict(id="f", severity="{severity}", kind="sum", message_vi="sai", message_en="wrong", file="", sheet="",
             row=None, column="", quote="", stated="", computed="", indicator_ids=[], explanation="")
document = Document("Thử", place, "Alpha", period, "năm 2017", language, "people_committee", "{status}", "superior",
                    head, (value,), (found,))
jupyter.show(document, Heading(1, "I", "Kết quả"), Paragraph((Text("Câu."),)))
"""


class Project:
    """A project in a folder of its own."""

    #: Cells that most notebooks begin with, and that hand over as 01 does.
    open_run = OPEN
    save_ingest = SAVE

    def __init__(self, root: Path) -> None:
        self.root = root
        self.period = root / "data" / "periods" / "alpha-city" / "2017"

    def set_up(self) -> None:
        self.period.mkdir(parents=True)
        (self.period / "report.yml").write_text("leading_standard: s1\nvintage: official\n", encoding="utf-8")
        (self.root / "data" / "reference").mkdir()
        (self.root / "notebooks").mkdir()
        self.write("01_ingest", OPEN)
        self.write("02_analysis", OPEN)
        self.report()

    @property
    def published(self) -> Path:
        return self.root / "outputs" / "alpha-city" / "2017"

    def report(self, count: int = 356, status: str = "draft", severity: str = "warning") -> None:
        self.write("03_report", OPEN, REPORT.format(count=count, status=status, severity=severity))

    def write(self, name: str, *sources: str) -> None:
        cell = nbformat.v4.new_code_cell(DEFAULTS, metadata={"tags": ["parameters"]})
        cells = [nbformat.v4.new_markdown_cell("# Thử"), cell, *map(nbformat.v4.new_code_cell, sources)]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        content = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(content, self.root / "notebooks" / f"{name}.ipynb")

    def command(self, *options: str) -> list[str]:
        return [
            sys.executable,
            "-m",
            "poverty_evaluation.cli",
            "run",
            "alpha-city",
            "2017",
            "--format",
            "html",
            *options,
        ]

    def run(self, *options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.command(*options), capture_output=True, text=True, check=False, cwd=self.root)

    def start(self, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*options), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.root
        )

    def contents(self) -> dict[str, bytes]:
        """Every published file."""
        outputs = self.root / "outputs"
        found = {}
        for path in sorted(outputs.rglob("*")):
            name = path.relative_to(outputs).as_posix()
            if path.is_file() and not name.startswith("."):
                found[name] = path.read_bytes()
        return found


@pytest.fixture(scope="session")
def built_once(tmp_path_factory) -> Project:
    """A project after one good run, from which the tests get their copies."""
    project = Project(tmp_path_factory.mktemp("built"))
    project.set_up()
    ended = project.run()
    assert ended.returncode == 0, ended.stderr
    return project


@pytest.fixture
def published(built_once, tmp_path) -> Project:
    """A project with a published report."""
    shutil.copytree(built_once.root, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


@pytest.fixture
def project(tmp_path) -> Project:
    """A project in which nothing has been built."""
    project = Project(tmp_path)
    project.set_up()
    return project


# --- an office on the real notebooks -------------------------------------------------------------------------------

PROFILE = {
    "place": "bac-giang-city",
    "period": "2017",
    "kind": "annual",
    "title_vi": "Kết quả giảm nghèo của tình huống",
    "data_from": "2017-01-01",
    "data_to": "2017-12-31",
    "as_of": "2017-12-31",
    "leading_standard": "qd-59-2015",
    "issuer": {"profile": "people_committee", "name_vi": "Ủy ban nhân dân thành phố", "name_en": "The Committee"},
    "invented": True,
}
REVIEWS = """\
place_code,as_of,standard_id,vintage,approved_by,poor_households
213,2015-10-01,qd-59-2015,official,5000/QĐ-UBND,538
213,2017-12-31,qd-59-2015,official,5500/QĐ-UBND,356
"""
PUBLISHED = """\
published_id,indicator_id,value,unit,direction,from_as_of,to_as_of,place_code,label_vi,label_en
fall,poor_households_change,952,hộ,down,2015-10-01,2017-12-31,213,Số hộ nghèo giảm,Fall in poor households
"""


class Office:
    """One period of the city on the real notebooks and reference data, and the command that people run on it."""

    place, name = "bac-giang-city", "2017"
    reviews, told = REVIEWS, PUBLISHED

    def __init__(self, root: Path) -> None:
        self.data, self.outputs = root / "data", root / "outputs"
        self.period = self.data / "periods" / self.place / self.name
        self.published = self.outputs / self.place / self.name

    def set_up(self) -> None:
        shutil.copytree(ROOT / "data" / "reference", self.data / "reference")
        self.period.mkdir(parents=True)
        self.status("draft")
        self.send("household_review.csv", self.reviews)
        self.send("published.csv", self.told)

    def send(self, name: str, text: str) -> None:
        (self.period / name).write_text(text, encoding="utf-8")

    def status(self, status: str) -> None:
        self.send("report.yml", yaml.safe_dump({**PROFILE, "status": status}, allow_unicode=True))

    def command(self, name: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "poverty_evaluation.cli", name, self.place, self.name]
        places = ["--data", str(self.data), "--output", str(self.outputs)]
        return subprocess.run(
            [*command, *places, *options], capture_output=True, text=True, check=False, cwd=ROOT
        )  # fmt: skip

    def run(self) -> subprocess.CompletedProcess[str]:
        return self.command("run", "--format", "html", "--quiet")

    def text(self, name: str) -> str:
        return (self.published / name).read_text(encoding="utf-8")

    def findings(self) -> list[dict[str, str]]:
        return list(csv.DictReader(self.text("findings.csv").splitlines()))

    def contents(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.published.rglob("*") if path.is_file()}

    def explain(self, finding: dict[str, str], **changes: str) -> None:
        entry = {
            "finding": finding["id"],
            "stated": finding["quote"],
            "computed": finding["computed"],
            "explanation_vi": "Số đã ghi tính từ kết quả rà soát của kỳ trước.",
            "recorded": "2018-01-20",
            "by": "Phòng Lao động - Thương binh và Xã hội",
        }
        self.send("explanations.yml", yaml.safe_dump([{**entry, **changes}], allow_unicode=True))


@pytest.fixture(scope="session")
def new_office():
    """Makes the data root of an office in a folder."""
    return Office
