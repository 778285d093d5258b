"""A small project whose notebooks the tests write, so that each can be made to fail in its own way."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

DEFAULTS = 'place = ""  # nơi\nperiod = ""  # kỳ\nlanguage = "vi"  # vi\ndata_dir = ""  # gốc\nwork_dir = ""  # nơi làm'
OPEN = "from poverty_evaluation.workspace import open_run\nrun = open_run(place, period, language, data_dir, work_dir)\nrun"
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
document = Document("Thử", place, "Alpha", period, "năm 2017", language, "people_committee", "{status}", "superior", head,
                    (value,), (found,))
jupyter.show(document, Heading(1, "I", "Kết quả"), Paragraph((Text("Câu."),)))
"""


class Project:
    """A project in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.period = root / "data" / "periods" / "alpha-city" / "2017"
        self.period.mkdir(parents=True)
        (self.period / "report.yml").write_text("leading_standard: s1\nvintage: official\n", encoding="utf-8")
        (root / "data" / "reference").mkdir()
        (root / "notebooks").mkdir()
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


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path)
