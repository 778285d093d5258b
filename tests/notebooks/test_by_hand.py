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


@pytest.mark.parametrize("stage", ["02_analysis", "03_report"])
def test_the_headline_figures_travel_with_the_notebook(by_hand, stage):
    from poverty_evaluation.workspace import read_headline

    found = read_headline(by_hand / f"{stage}.ipynb")
    assert (found["place"], found["period"]) == ("bac-giang-city", "2016-2018")
    assert found["figures"]["poor_households@213/2017-12-31"] == 356
    told = {one["id"]: one for one in found["told"]}
    assert told["poor_households@213/2015-10-01"]["standard_id"] == "qd-59-2015"
    assert found["report"]["kind"] == "mid-term"


@pytest.fixture(scope="module")
def compared(by_command):
    """The comparison of the city's one finished report, by our command."""
    ended = subprocess.run(
        [str(BIN / "poverty-evaluation"), "compare", "bac-giang-city", "--output", str(by_command.parents[1])],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    folder = by_command.parent / "compare"
    assert ended.stdout.splitlines() == [
        str(folder / "compare.html"), str(folder / "compare.pdf"), str(folder / "executed" / "04_compare.ipynb"),
    ]  # fmt: skip
    return folder


def papermill_compare(outputs, target, place="bac-giang-city", language="vi"):
    return subprocess.run(
        [str(BIN / "papermill"), "notebooks/04_compare.ipynb", str(target), "--no-progress-bar", "-r", "place", place,
         "-r", "language", language, "-r", "outputs_dir", str(outputs)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip


def test_the_comparison_by_hand_is_that_of_the_command(by_command, compared, tmp_path):
    ended = papermill_compare(by_command.parents[1], tmp_path / "04_compare.ipynb")
    assert ended.returncode == 0, ended.stderr
    for exporter, name in (("evaluation-html", "compare.html"), ("evaluation-pdf", "compare.pdf")):
        source = str(tmp_path / "04_compare.ipynb")
        written = subprocess.run(
            [str(BIN / "jupyter"), "nbconvert", "--to", exporter, "--output", "out", source],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert written.returncode == 0, written.stderr
        assert (tmp_path / f"out{Path(name).suffix}").read_bytes() == (compared / name).read_bytes()


def test_the_comparison_shows_the_reviews_and_the_other_measure_apart(compared):
    page = (compared / "compare.html").read_text(encoding="utf-8")
    assert 'value="356"' in page
    assert "SỐ LIỆU CỦA CƠ QUAN THỐNG KÊ (CHỈ TIÊU KHÁC)" in page
    assert "không công bố chỉ tiêu này riêng cho thành phố Bắc Giang" in page
    executed = (compared / "executed" / "04_compare.ipynb").read_text(encoding="utf-8")
    assert ".staging" not in executed


def test_a_comparison_in_english_stands_beside_the_vietnamese_one(by_command, compared):
    ended = subprocess.run(
        [str(BIN / "poverty-evaluation"), "compare", "bac-giang-city", "--output", str(by_command.parents[1]),
         "--language", "en", "--format", "html", "--quiet"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in compared.iterdir()) == [
        "compare.en.html",
        "compare.html",
        "compare.pdf",
        "executed",
    ]
    assert "COMPARISON OF PERIODS" in (compared / "compare.en.html").read_text(encoding="utf-8")


def test_a_place_without_reports_is_told_what_builds_them(tmp_path):
    ended = papermill_compare(tmp_path, tmp_path / "04.ipynb", place="bac-giang-province")
    assert ended.returncode != 0
    assert f"poverty-evaluation run bac-giang-province 2010 --output {tmp_path}" in ended.stderr
    ended = subprocess.run(
        [str(BIN / "poverty-evaluation"), "compare", "bac-giang-province", "--output", str(tmp_path / "none")],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "ít nhất một báo cáo đã lập của bac-giang-province" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_place_and_without_reports_the_comparison_says_so(tmp_path):
    ended = papermill_compare(tmp_path, tmp_path / "04.ipynb", place="")
    assert ended.returncode == 0, ended.stderr
    assert "Chưa có báo cáo nào được lập" in (tmp_path / "04.ipynb").read_text(encoding="utf-8")


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
