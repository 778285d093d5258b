"""Two invented communes built side by side: nothing that only one of them has sent is in a file of the other."""

import html
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from executor_runs import build

from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.tasks import ReportTask, State
from poverty_evaluation.samples.many import many_files
from poverty_evaluation.samples.writing import write_sample

ROOT = Path(__file__).resolve().parents[2]
PERIOD = "2023"
#: A number written with separators, as nothing but a value is, and the number of an official paper.
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})+(?![\d.,]*\d)")
PAPER = re.compile(r"\d+/(?:QĐ|KH|BC)-[A-ZĐ]+")
KINDS = {".html", ".pdf", ".docx", ".xlsx", ".csv", ".json", ".ipynb"}


def text_of(path):
    """All that a file says, in whatever format it is."""
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return html.unescape(re.sub(r"<[^>]+>", " ", "\n".join(parts))) + "\n".join(parts)
    return html.unescape(path.read_text(encoding="utf-8"))


def marks_in(text):
    return {*NUMBER.findall(text), *PAPER.findall(text)}


def sent_by(folder):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The two places with the marks that only they have sent, and the texts of their files."""
    root = tmp_path_factory.mktemp("planted")
    write_sample(many_files(2, (PERIOD,), 11, ROOT / "data" / "reference"), root / "data")
    places = sorted(path.name for path in (root / "data" / "periods").iterdir())
    requests = [RunRequest(place, PERIOD, str(root / "data"), str(root / "outputs")) for place in places]
    outcomes = build([ReportTask(request, time_limit=500) for request in requests], workers=2)
    assert [outcome.state for outcome in outcomes] == [State.DONE] * 2, outcomes
    sent = {place: sent_by(root / "data" / "periods" / place / PERIOD) for place in places}
    texts = {
        place: {path.name: text_of(path) for path in (root / "outputs" / place).rglob("*") if path.suffix in KINDS}
        for place in places
    }
    own = {}
    for place, other in (places, places[::-1]):
        own[place] = {mark for mark in marks_in(sent[place]) - marks_in(sent[other]) if len(mark) > 4} | {place}
    return own, texts


def test_every_format_was_built_and_holds_values_of_its_own(built):
    own, texts = built
    for place, files in texts.items():
        assert {Path(name).suffix for name in files} == KINDS
        assert len(own[place]) > 20
        for name in ("report.html", "report.pdf", "report.docx", "tables.xlsx", "03_report.ipynb"):
            assert len(own[place] & (marks_in(files[name]) | {place})) > 10, name


def test_nothing_of_one_place_is_in_a_file_of_the_other(built):
    own, texts = built
    (first, ours), (second, theirs) = texts.items()
    for files, stranger in ((ours, second), (theirs, first)):
        for name, text in files.items():
            assert stranger not in text, name
            assert not marks_in(text) & own[stranger], name
