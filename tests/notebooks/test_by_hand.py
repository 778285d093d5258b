"""papermill and nbconvert, used as their manuals say, work without our command and give what it gives."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def papermill(stage, folder, *options):
    target = folder / f"{stage}.ipynb"
    return subprocess.run(
        [str(BIN / "papermill"), f"notebooks/{stage}.ipynb", str(target), "--no-progress-bar", *options,
         "-r", "work_dir", str(folder / "work")],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory):
    """The three notebooks of the city's report, executed one by one."""
    folder = tmp_path_factory.mktemp("by-hand")
    for stage in ("01_ingest", "02_analysis", "03_report"):
        ended = papermill(
            stage, folder, "-p", "place", "bac-giang-city", "-r", "period", "2016-2018", "-p", "language", "vi"
        )
        assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture(scope="module")
def by_command(tmp_path_factory):
    """The same report by our command."""
    folder = tmp_path_factory.mktemp("by-command")
    ended = subprocess.run(
        [str(BIN / "poverty-evaluation"), "run", "bac-giang-city", "2016-2018", "--output", str(folder)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return folder / "bac-giang-city" / "2016-2018"


@pytest.mark.parametrize(
    ("exporter", "name"),
    [
        ("evaluation-html", "report.html"),
        ("evaluation-pdf", "report.pdf"),
        ("evaluation-xlsx", "tables.xlsx"),
    ],
)
def test_nbconvert_by_hand_gives_the_file_of_the_command(by_hand, by_command, exporter, name):
    for executed in (by_hand / "03_report.ipynb", by_command / "executed" / "03_report.ipynb"):
        source = shutil.copy(executed, by_hand / f"{exporter}.ipynb")
        ended = subprocess.run(
            [str(BIN / "jupyter"), "nbconvert", "--to", exporter, "--output", "out", "--output-dir", str(by_hand),
             source],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
        assert (by_hand / f"out{Path(name).suffix}").read_bytes() == (by_command / name).read_bytes()


def test_the_headline_figures_travel_with_the_notebook(by_hand):
    from poverty_evaluation.workspace import read_headline

    found = read_headline(by_hand / "02_analysis.ipynb")
    assert (found["place"], found["period"]) == ("bac-giang-city", "2016-2018")
    assert found["figures"]


def test_a_year_that_papermill_turns_into_a_number_is_understood(tmp_path):
    ended = papermill("01_ingest", tmp_path, "-p", "place", "bac-giang-province", "-p", "period", "2017")
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(("stage", "needed"), [("02_analysis", "01_ingest"), ("03_report", "01_ingest")])
def test_a_stage_out_of_order_names_the_notebook_to_run(tmp_path, stage, needed):
    ended = papermill(stage, tmp_path, "-p", "place", "bac-giang-city", "-r", "period", "2016-2018")
    assert ended.returncode != 0
    assert f"Run notebooks/{needed}.ipynb with the same parameters" in ended.stderr


def test_a_wrong_parameter_is_told_in_both_languages(tmp_path):
    ended = papermill("01_ingest", tmp_path, "-p", "place", "bac-giang-cty", "-r", "period", "2016-2018")
    assert ended.returncode != 0
    assert "Có phải: bac-giang-city" in ended.stderr
    assert "Did you mean: bac-giang-city" in ended.stderr
