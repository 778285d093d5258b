"""Dự án nhỏ: a project of three invented places whose notebooks are short and hand over as the real ones do."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

import nbformat

from poverty_evaluation.operations.batch.planning import PlannedReport, plan_reports
from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.progress import Timing
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.run_period import run_period
from poverty_evaluation.operations.stages.fingerprints import tools

PLACES = ("alpha-city", "beta-commune", "gamma-commune")
DEFAULTS = 'place = ""\nperiod = ""\nlanguage = "vi"\ndata_dir = ""\nwork_dir = ""'
OPEN = """
from poverty_evaluation.workspace import input_hash, load_analysis, load_ingest, open_run, save_analysis, save_ingest
run = open_run(place, period, language, data_dir, work_dir)
run"""
INGEST = """
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
text = (run.period_folder / "count.csv").read_text(encoding="utf-8").strip()
if not text.isdigit():
    raise InputError([InputProblem("số hộ", "a number of households", text, text, "Sửa lại.", "Mend it.",
                                   file="count.csv", row=1)])
save_ingest(run, {}, [], {"count": int(text)}, input_hash(run))"""
ANALYSIS = "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))"
REPORT = """
from fractions import Fraction
from poverty_evaluation.evaluation.blocks import Document, Heading, Letterhead, Paragraph, Text
from poverty_evaluation.presentation import jupyter
from poverty_evaluation.vocabulary.values import IndicatorValue
jupyter.enable(language)
load_ingest(run)
count = load_analysis(run).extras["count"]
head = Letterhead("", "UBND", "BC-UBND", place, "BÁO CÁO", "thử", ("Tỉnh",), "DỰ THẢO")
value = IndicatorValue(f"poor_households@{place}/{period}", "poor_households", "Số hộ nghèo", "Poor households",
                       Fraction(count), "households")
document = Document("Thử", place, place, period, "năm", language, "people_committee", "draft", "superior", head,
                    (value,), ())
jupyter.show(document, Heading(1, "I", "Kết quả"), Paragraph((Text(f"Có {count} hộ ở {place}."),)))"""
HEADING = (
    "place_code,slug,name_vi,name_en,type_vi,level,parent_code,valid_from,valid_to,successor_codes,predecessor_codes,"
    "instrument,source,verified,note_vi"
)
ROWS = """\
98,delta-province,Đen-ta,Delta Province,tỉnh,province,,,,,,,giả định,true,
981,alpha-city,An-pha,Alpha City,thành phố,city,98,,,,,,giả định,true,
98101,beta-commune,Bê-ta,Beta Commune,xã,commune,981,,2016-12-31,,,,giả định,true,
98101,beta-commune,Bê-ta,Beta Ward,phường,ward,981,2017-01-01,,,,,giả định,true,
98102,gamma-commune,Gam-ma,Gamma Commune,xã,commune,98,,,,,,giả định,true,
"""


class SmallProject:
    """A project in a folder of its own; whoever uses it in this process has to be in that folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def set_up(self, places: Collection[str] = PLACES) -> SmallProject:
        for number, place in enumerate(places):
            for period in ("2016", "2017"):
                folder = self.folder(place, period)
                folder.mkdir(parents=True)
                (folder / "report.yml").write_text("leading_standard: s1\n", encoding="utf-8")
                (folder / "count.csv").write_text(f"{100 * int(period[-1]) + number}\n", encoding="utf-8")
        for name, text in {
            "data/reference/places.csv": f"{HEADING}\n{ROWS}",
            "data/reference/units.csv": "",
            "requirements/run.txt": "one==1\n",
        }.items():
            (self.root / name).parent.mkdir(exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")
        (self.root / "notebooks").mkdir()
        self.write("01_ingest", OPEN, INGEST)
        self.write("02_analysis", OPEN, ANALYSIS)
        self.write("03_report", OPEN, REPORT)
        return self

    def copy_to(self, root: Path) -> SmallProject:
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return SmallProject(root)

    def folder(self, place: str, period: str) -> Path:
        return self.root / "data" / "periods" / place / period

    def published(self, place: str = "alpha-city", period: str = "2017") -> Path:
        return self.root / "outputs" / place / period

    def work(self, place: str = "alpha-city", period: str = "2017") -> Path:
        return self.root / "outputs" / ".work" / place / period

    def write(self, name: str, *sources: str) -> None:
        cell = nbformat.v4.new_code_cell(DEFAULTS, metadata={"tags": ["parameters"]})
        cells = [cell, *map(nbformat.v4.new_code_cell, sources)]
        for number, one in enumerate(cells):
            one["id"] = f"cell-{number}"
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        content = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(content, self.root / "notebooks" / f"{name}.ipynb")

    def request(self, place: str = "alpha-city", period: str = "2017", **more: str) -> RunRequest:
        return RunRequest(place, period, **{"formats": "html", **more})

    def build(self, request: RunRequest | None = None, reused: Collection[str] = ()) -> list[str]:
        """Build a report in this process; the steps it went through."""
        progress = Timing()
        run_period(request or self.request(), progress, InProcessEngine(), reused)
        return list(progress.seconds)

    def plan(self, request: RunRequest | None = None) -> PlannedReport:
        (planned,) = plan_reports([request or self.request()], tools())
        return planned

    def contents(self, below: str = "outputs") -> dict[str, bytes]:
        """Every published file but those that hold times."""
        outputs = self.root / below
        found = {path.relative_to(outputs).as_posix(): path for path in sorted(outputs.rglob("*")) if path.is_file()}
        return {
            name: path.read_bytes()
            for name, path in found.items()
            if not name.startswith(".") and not name.endswith((".ipynb", "run.json"))
        }
