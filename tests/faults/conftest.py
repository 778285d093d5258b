"""A small project whose notebooks the tests write, so that each can be made to fail in its own way."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

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
