"""One report built in this process: every end of it is an outcome with what a person needs to know."""

import os
from pathlib import Path

import pytest
from small_project import OPEN, SmallProject

from poverty_evaluation.operations.workers.building import build_report
from poverty_evaluation.operations.workers.tasks import ReportTask, State, StepBegun


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return SmallProject(tmp_path).set_up()


def build(project, **more):
    events = []
    return build_report(ReportTask(project.request(**more)), events.append), events


def test_a_report_that_is_built(project):
    outcome, events = build(project)
    steps = ["01_ingest", "02_analysis", "03_report", "html", "publish"]
    assert all(isinstance(event, StepBegun) for event in events)
    assert [event.step for event in events] == list(outcome.seconds) == steps
    assert (outcome.state, outcome.exit_status, outcome.message) == (State.DONE, 0, "")
    assert str(project.published() / "report.html") in outcome.files
    assert all(os.path.isfile(path) for path in outcome.files)
    assert outcome.wall_seconds >= sum(outcome.seconds.values()) * 0.99
    assert outcome.cpu_seconds > 0 and outcome.peak_megabytes > 10


def test_data_to_mend(project):
    (project.folder("alpha-city", "2017") / "count.csv").write_text("many\n", encoding="utf-8")
    outcome, _ = build(project)
    assert (outcome.state, outcome.exit_status, outcome.log) == (State.REFUSED, 2, "")
    assert "cần số hộ; thấy many. Sửa lại." in outcome.message
    assert "expected a number of households; found many. Mend it." in outcome.message


def test_a_request_to_mend(project):
    outcome, events = build(project, place="nowhere")
    assert (outcome.state, outcome.exit_status, events) == (State.REFUSED, 2, [])
    assert "nowhere" in outcome.message


def test_a_cell_that_fails(project):
    project.write("02_analysis", OPEN, "rows = []", "rows[0]")
    outcome, _ = build(project)
    assert (outcome.state, outcome.exit_status) == (State.FAILED, 1)
    assert (outcome.notebook, outcome.cell) == ("02_analysis.ipynb", 4)
    assert "Lỗi khi chạy 02_analysis.ipynb, ô lệnh thứ 4: IndexError" in outcome.message
    assert "rows[0]" in Path(outcome.log).read_text(encoding="utf-8")


def test_what_fails_outside_the_notebooks_has_a_log_too(project):
    """A file where the folder of the runs should be."""
    (project.root / "outputs").mkdir()
    (project.root / "outputs" / ".staging").write_text("", encoding="utf-8")
    outcome, _ = build(project)
    assert (outcome.state, outcome.exit_status, outcome.notebook) == (State.FAILED, 1, "")
    assert "Failure of the program: " in outcome.message and "Lỗi của chương trình: " in outcome.message
    assert "Traceback" in Path(outcome.log).read_text(encoding="utf-8")


def test_a_failure_that_cannot_be_logged_is_told_all_the_same(project, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("poverty_evaluation.operations.run_period.recover", full)
    monkeypatch.setattr("pathlib.Path.write_text", full)
    outcome, _ = build(project)
    assert (outcome.state, outcome.log) == (State.FAILED, "")
    assert "No space left on device" in outcome.message
