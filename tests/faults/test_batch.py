"""A batch as people run it: stopped, killed at any moment, or with one broken workbook, it loses and mixes nothing."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_project import INGEST, OPEN, SmallProject

ROOT = Path(__file__).resolve().parents[2]

WAITS = """
import os, time
if place == "beta-commune":
    open("reached", "w").write(str(os.getpid()))
    time.sleep(99)"""
REPORTS = [f"{place}/{period}" for place in ("alpha-city", "beta-commune", "gamma-commune") for period in (2016, 2017)]


def command(*options):
    return [sys.executable, "-m", "poverty_evaluation.cli", "batch", "--format", "html", "--workers", "2", *options]


#: How often the batch is killed; KILLS=300 tries it for a quarter of an hour.
KILLS = int(os.environ.get("KILLS", "8"))


def run(project, *options):
    return subprocess.run(command(*options), capture_output=True, text=True, check=False, cwd=project.root)


def start(project, *options):
    pipe = subprocess.PIPE
    return subprocess.Popen(command("--log", "json", *options), stdout=pipe, stderr=pipe, text=True, cwd=project.root)


def staging_left(outputs):
    """The folders that are left of runs."""
    return [path.name for path in (outputs / ".staging").iterdir() if path.is_dir()]


def assert_whole(outputs):
    """Every report that is published is complete, and is its own."""
    for record in outputs.glob("*/*/run.json"):
        for entry in json.loads(record.read_text(encoding="utf-8"))["outputs"]:
            path = record.parent / entry["file"]
            assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"], path
        assert f"@{record.parent.parent.name}/{record.parent.name}," in (record.parent / "indicators.csv").read_text()


@pytest.fixture
def project(tmp_path):
    return SmallProject(tmp_path).set_up()


def test_a_batch_killed_again_and_again_ends_as_an_undisturbed_one(project):
    outputs = project.root / "outputs"
    chance = random.Random(os.urandom(8))
    for number in range(KILLS):
        process = start(project)
        assert process.stdout is not None
        for _ in range(number % 4 + 1):
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        process.communicate()
        if outputs.exists():
            assert_whole(outputs)
        if number % 3 == 2:  # the next one has something to do whatever was published so far
            (project.folder("gamma-commune", "2016") / "count.csv").write_text(f"{number}\n", encoding="utf-8")
    ended = run(project)
    assert ended.returncode == 0, ended.stderr
    again = run(project)
    assert "6 không đổi" in again.stdout
    assert staging_left(outputs) == []
    assert_whole(outputs)
    found = project.contents()
    assert sorted({name.rsplit("/", 1)[0] for name in found}) == REPORTS
    undisturbed = run(project, "--output", "elsewhere", "--workers", "1")
    assert undisturbed.returncode == 0, undisturbed.stderr
    assert project.contents("elsewhere") == found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_batch_that_is_stopped_ends_what_it_started(project, number):
    project.write("01_ingest", OPEN, WAITS, INGEST)
    process = start(project, "--periods", "2017")
    assert process.stdout is not None
    reached = project.root / "reached"
    finished = 0
    while finished < 2:
        finished += json.loads(process.stdout.readline())["event"] == "finished"
    assert reached.exists()
    os.kill(process.pid, number)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    summary = json.loads(told.splitlines()[-1])
    assert (summary["exit_status"], summary["interrupted"], summary["built"]) == (130, True, 2)
    with pytest.raises(ProcessLookupError):
        os.kill(int(reached.read_text()), 0)
    assert staging_left(project.root / "outputs") == []
    project.write("01_ingest", OPEN, INGEST)
    ended = run(project, "--periods", "2017")
    assert ended.returncode == 0, ended.stderr
    assert "3 đã lập" in ended.stdout  # the notebook is another one now


def test_a_wrong_request_is_refused_before_anything_starts(project):
    ended = run(project, "--places", "alpha-city,beta-comune", "--periods", "2017,20-17", "--level", "comune")
    assert ended.returncode == 2
    assert ended.stdout == ""
    for words in ("Có 3 vấn đề cần sửa", "Did you mean: beta-commune", "“20-17”", "Did you mean: commune?"):
        assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (project.root / "outputs").exists()


def test_nothing_heavy_is_loaded_when_nothing_has_changed(project):
    assert run(project, "--places", "alpha-city", "--periods", "2017").returncode == 0
    heavy = ("pandas", "papermill", "numpy", "nbformat", "nbconvert", "matplotlib", "pyarrow", "multiprocessing")
    arguments = ["batch", "--format", "html", "--places", "alpha-city", "--periods", "2017"]
    script = (
        "import sys\nfrom poverty_evaluation.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=project.root)
    assert "1 không đổi" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "[]"


def test_a_broken_workbook_of_one_period_stops_no_other(new_office, tmp_path):
    """The real notebooks on three periods of the city, of which one was sent as something that is no workbook."""
    office = new_office(tmp_path)
    office.set_up()
    for name in ("2016", "2018"):
        folder = office.period.parent / name
        folder.mkdir()
        for path in office.period.iterdir():
            text = path.read_text(encoding="utf-8").replace("2017", name)
            (folder / path.name).write_text(text, encoding="utf-8")
    (folder / "household_review.csv").unlink()
    (folder / "household_review.xlsx").write_text("PK but no workbook", encoding="utf-8")
    places = ("--data", str(office.data), "--output", str(office.outputs))
    ended = subprocess.run(command(*places), capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2, ended.stderr
    assert "3/3 báo cáo: 2 đã lập, 0 không đổi, 1 chưa lập được" in ended.stdout
    assert "bac-giang-city/2018: cần sửa số liệu" in ended.stdout
    assert "household_review.xlsx" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "--help" not in ended.stderr  # the command was written as it should be
    built = [(office.outputs / office.place / name / "report.html").is_file() for name in ("2016", "2017", "2018")]
    assert built == [True, True, False]
