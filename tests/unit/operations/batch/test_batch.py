"""A batch builds what is not up to date, one failure stops no other, and it is taken up again by running it again."""

import json
import os
import signal
from io import StringIO

import pytest

from poverty_evaluation.operations.batch.batch import BatchOptions, run_batch
from poverty_evaluation.operations.batch.only_one import only_one
from poverty_evaluation.operations.batch.selection import BatchRequest, select
from poverty_evaluation.operations.batch.showing.json_lines import JsonShow
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.tasks import Finished, ReportOutcome, Started, State
from poverty_evaluation.vocabulary.errors import InputError

ALL = ["alpha-city/2017", "beta-commune/2017", "gamma-commune/2017"]


def events(text):
    return [json.loads(line) for line in text.splitlines()]


def failed_files(project):
    folder = project.root / "outputs/.batch/failed"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))


class Telling:
    """An executor that builds nothing and tells of one state after another."""

    def __init__(self, *states):
        self.states = states

    def run(self, tasks):
        for task, state in zip(tasks, self.states, strict=True):
            yield Started(task, "")
            yield Finished(ReportOutcome(task, state, 0 if state is State.DONE else 1, message="…"))


def test_everything_is_built_once(project, run):
    status, built, _ = run()
    assert (status, built) == (0, ALL)
    for place in ("alpha-city", "beta-commune", "gamma-commune"):
        assert place in (project.published(place) / "report.html").read_text(encoding="utf-8")
    status, built, text = run()
    assert (status, built) == (0, [])
    assert [(one["event"], one.get("reason")) for one in events(text)] == [
        *[("skipped", "unchanged")] * 3, ("summary", None),
    ]  # fmt: skip


def test_without_work_no_executor_is_asked_for(project, run):
    run()
    selection = select(BatchRequest(periods="2017", options=RunRequest("", "", formats="html")))
    status = run_batch(selection, BatchOptions(), lambda: pytest.fail("asked for"), JsonShow(StringIO()))
    assert status == 0


def test_only_what_changed_is_built(project, run):
    run()
    (project.folder("beta-commune", "2016") / "count.csv").write_text("4", encoding="utf-8")
    assert run()[1] == ["beta-commune/2017"]  # read beside the period before
    assert run(forced=True)[1] == ALL


def test_broken_data_of_one_place_stop_no_other(project, run):
    count = project.folder("beta-commune", "2017") / "count.csv"
    count.write_text("nhiều", encoding="utf-8")
    status, built, text = run()
    assert (status, built) == (2, ALL)
    assert failed_files(project) == ["beta-commune/2017.json"]
    (told,) = [one for one in events(text) if one["event"] == "failed"]
    assert (told["place"], told["period"], told["state"], told["exit_status"]) == ("beta-commune", "2017", "refused", 2)
    assert "count.csv, row 1: expected a number of households; found nhiều" in told["message"]
    kept = json.loads((project.root / "outputs/.batch/failed/beta-commune/2017.json").read_text(encoding="utf-8"))
    assert kept["message"] == told["message"]
    assert not project.published("beta-commune").exists()

    assert run()[:2] == (2, ["beta-commune/2017"])
    (project.folder("alpha-city", "2017") / "count.csv").write_text("5", encoding="utf-8")
    count.write_text("7", encoding="utf-8")
    assert run(only_failed=True)[:2] == (0, ["beta-commune/2017"])
    assert list((project.root / "outputs/.batch/failed").iterdir()) == []
    assert run(only_failed=True)[:2] == (0, [])
    assert run()[:2] == (0, ["alpha-city/2017"])


def test_a_failure_that_went_away_by_itself_is_forgotten(project, run):
    run()
    count = project.folder("beta-commune", "2017") / "count.csv"
    before = count.read_text(encoding="utf-8")
    count.write_text("nhiều", encoding="utf-8")
    assert run()[0] == 2
    count.write_text(before, encoding="utf-8")
    assert run()[:2] == (0, [])
    assert failed_files(project) == []


def test_a_fault_of_the_program_names_notebook_cell_and_log(project, run):
    project.write("02_analysis", "if place == 'alpha-city':\n    1 / 0")
    project.write("03_report", "1 + 1")
    status, _, text = run()
    assert status == 1
    told = {one["report"]: one for one in events(text) if one["event"] == "failed"}
    assert sorted(told) == ALL
    first = told["alpha-city/2017"]
    assert (first["state"], first["notebook"], first["cell"]) == ("failed", "02_analysis.ipynb", 2)
    assert "ZeroDivisionError" in first["message"]
    with open(first["log"], encoding="utf-8") as log:
        assert "1 / 0" in log.read()


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ((State.DONE, State.DONE, State.DONE), 0),
        ((State.DONE, State.REFUSED, State.DONE), 2),
        ((State.REFUSED, State.TIMED_OUT, State.DONE), 1),
        ((State.DIED, State.REFUSED, State.REFUSED), 1),
        ((State.FAILED, State.DONE, State.DONE), 1),
    ],
)
def test_one_exit_status_for_all(project, run, states, status):
    assert run(executor=_built(Telling(*states)))[0] == status


def _built(executor):
    executor.built = []
    return executor


ERROR = """
import json
from dataclasses import replace
found = dict(id="f", severity="error", kind="sum", message_vi="sai", message_en="wrong", file="", sheet="", row=None,
             column="", quote="", stated="", computed="", indicator_ids=[], explanation="")
jupyter.show(replace(document, findings=(found,)))"""


def test_strict_tells_of_errors_that_stand_in_new_and_in_unchanged_reports(project, run):
    from small_project import OPEN, REPORT

    report, shown = REPORT.rsplit("jupyter.show(document, ", 1)
    error = ERROR.replace("replace(document, findings=(found,))", "replace(document, findings=(found,)), " + shown[:-1])
    project.write("03_report", OPEN, report, error)
    assert run()[0] == 0
    status, built, text = run(strict=True)
    assert (status, built) == (3, [])
    assert events(text)[-1]["errors_stand"] == 3
    assert run(strict=True, forced=True)[0] == 3


def test_issued_reports_are_left_as_they_are(project, run):
    run()
    path = project.published("beta-commune") / "run.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, "report_status": "issued"}), encoding="utf-8")
    (project.folder("beta-commune", "2017") / "count.csv").write_text("8", encoding="utf-8")
    status, built, text = run(forced=True)
    assert (status, built) == (0, ["alpha-city/2017", "gamma-commune/2017"])
    assert {one["report"]: one.get("reason") for one in events(text) if one["event"] == "skipped"} == {
        "beta-commune/2017": "issued"
    }
    assert json.loads(path.read_text(encoding="utf-8"))["report_status"] == "issued"


def test_a_batch_that_is_stopped_says_how_far_it_came_and_goes_on(project, run, here_executor):
    executor = here_executor(stops_after=1)
    status, built, text = run(executor=executor)
    assert (status, built, executor.was_closed) == (130, ["alpha-city/2017"], True)
    summary = events(text)[-1]
    assert (summary["interrupted"], summary["built"], summary["total"]) == (True, 1, 3)
    assert run()[:2] == (0, ["beta-commune/2017", "gamma-commune/2017"])


def test_sigterm_stops_it_as_well(project, run):
    class Terminated(Telling):
        def run(self, tasks):
            yield from super().run(tasks)
            os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    assert run(executor=_built(Terminated(*[State.DONE] * 3)))[0] == 130
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_second_batch_below_the_same_outputs_waits_its_turn(project, run):
    with only_one(project.root / "outputs"), pytest.raises(InputError, match="Wait until it has ended"):
        run()
    assert run()[0] == 0


def test_absent_periods_are_told_and_not_fatal(project, run):
    import shutil

    shutil.rmtree(project.folder("beta-commune", "2017"))
    status, built, text = run()
    assert (status, built) == (0, ["alpha-city/2017", "gamma-commune/2017"])
    assert events(text)[-1]["absent"] == ["beta-commune/2017"]


def test_what_a_killed_batch_left_in_staging_is_cleared_even_if_nothing_is_built(project, run):
    run()
    dead = project.root / "outputs/.staging/alpha-city-2017-dead"
    dead.mkdir()
    (dead / "half").write_text("1", encoding="utf-8")
    run()
    assert not dead.exists()
