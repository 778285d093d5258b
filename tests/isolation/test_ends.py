"""However a report or the batch ends, nothing of it keeps running and nothing is half published."""

import os
import signal
import subprocess
import sys
import time

import pytest
from executor_runs import build, is_alive, processes_with, staging, wait_until
from small_project import OPEN, SmallProject

from poverty_evaluation.operations.workers.local import LocalExecutor
from poverty_evaluation.operations.workers.tasks import Finished, ReportTask, Started, State, StepBegun

#: Starts a process of its own, tells both numbers and waits; only for one place.
HANGS = """
import os, subprocess, sys, time
if place == "beta-commune":
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (run.data_root.parent / "told").write_text(f"{os.getpid()} {other.pid}")
    time.sleep(600)"""
PLACES = ("alpha-city", "beta-commune", "gamma-commune")


def told(project):
    path = project.root / "told"
    wait_until(lambda: path.exists() and len(path.read_text().split()) == 2)
    return [int(number) for number in path.read_text().split()]


def assert_gone(processes, seconds=2):
    deadline = time.monotonic() + seconds
    while any(map(is_alive, processes)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [process for process in processes if is_alive(process)]


def assert_unchanged(project, before):
    """What was published stands, whole; of the run that ended nothing is left."""
    assert project.contents() == before
    assert staging(project) == []


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A project with published reports."""
    project = SmallProject(tmp_path_factory.mktemp("published")).set_up()
    before = os.getcwd()
    os.chdir(project.root)
    try:
        outcomes = build([ReportTask(project.request(place)) for place in PLACES], 2)
    finally:
        os.chdir(before)
    assert [one.state for one in outcomes] == [State.DONE] * 3
    return project


@pytest.fixture
def hanging(published, tmp_path, monkeypatch):
    """The same project, where the next report of one place would never end."""
    project = published.copy_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    project.write("02_analysis", OPEN, HANGS, "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))")
    return project


def test_over_its_time_limit_a_report_is_ended_with_all_it_started(hanging):
    before = hanging.contents()
    outcomes = {one.task.request.place: one for one in build(
        [ReportTask(hanging.request(place), time_limit=3 if place == "beta-commune" else 300) for place in PLACES]
    )}  # fmt: skip
    assert_gone(told(hanging))
    assert [outcomes[place].state for place in PLACES] == [State.DONE, State.TIMED_OUT, State.DONE]
    ended = outcomes["beta-commune"]
    assert "Quá thời hạn 3 giây ở bước 02_analysis" in ended.message
    assert "Over the limit of 3 seconds during the step 02_analysis" in ended.message
    assert (ended.notebook, ended.exit_status) == ("02_analysis.ipynb", 1)
    assert_unchanged(hanging, before)


@pytest.mark.parametrize(
    ("kill", "why"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "signal SIGKILL; it may have run out of memory"),
        ("os._exit(7)", "exit status 7"),
        ("ctypes.string_at(0)", "signal SIGSEGV"),
    ],
)
def test_a_process_that_dies_is_an_outcome_and_takes_along_what_it_started(hanging, kill, why):
    before = hanging.contents()
    dies = HANGS.rsplit("\n", 1)[0] + f"\n    import ctypes, signal\n    {kill}"
    hanging.write("03_report", OPEN, dies, "raise AttributeError('not reached by the one that died')")
    hanging.write("02_analysis", OPEN, "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))")
    died, failed = build(ReportTask(hanging.request(place)) for place in ("beta-commune", "gamma-commune"))
    assert_gone(told(hanging))
    assert died.state is State.DIED
    assert f"ended abruptly during the step 03_report ({why})" in died.message
    assert "kết thúc đột ngột ở bước 03_report" in died.message
    assert died.notebook == "03_report.ipynb"
    assert (failed.state, failed.cell) == (State.FAILED, 4)
    assert_unchanged(hanging, before)


def test_a_killed_process_stops_no_other(hanging):
    """SIGKILL from outside, as the system does it when memory runs out."""
    before = hanging.contents()
    outcomes = []
    for event in LocalExecutor(2).run([ReportTask(hanging.request(place)) for place in PLACES]):
        if isinstance(event, StepBegun) and event.step == "02_analysis" and event.task.request.place == "beta-commune":
            process, other = told(hanging)
            os.kill(process, signal.SIGKILL)
        if isinstance(event, Finished):
            outcomes.append(event.outcome)
    assert_gone([process, other])
    assert {one.task.request.place: one.state for one in outcomes} == {
        "alpha-city": State.DONE, "beta-commune": State.DIED, "gamma-commune": State.DONE,
    }  # fmt: skip
    assert_unchanged(hanging, before)


def test_closing_the_iterator_ends_what_is_running(hanging):
    before = hanging.contents()
    events = LocalExecutor(2).run([ReportTask(hanging.request("beta-commune"))])
    assert isinstance(next(events), Started)
    processes = told(hanging)
    events.close()
    assert_gone(processes)
    assert_unchanged(hanging, before)


def batch_of(project):
    """A program that builds the report that hangs, and the processes that come with it."""
    program = (
        "from poverty_evaluation.operations.requests import RunRequest\n"
        "from poverty_evaluation.operations.workers.local import LocalExecutor\n"
        "from poverty_evaluation.operations.workers.tasks import ReportTask\n"
        "if __name__ == '__main__':\n"
        "    for event in LocalExecutor(2).run([ReportTask(RunRequest('beta-commune', '2017', formats='html'))]):\n"
        "        print(event, flush=True)\n"
    )
    path = project.root / "batch.py"
    path.write_text(program, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, str(path)], cwd=project.root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    return started, told(project)


def helpers_of(process):
    """The forkserver and the resource tracker of a process."""
    return [number for number in processes_with("multiprocessing") if parent_of(number) == process]


def parent_of(process):
    try:
        return int(open(f"/proc/{process}/stat", encoding="utf-8").read().rpartition(")")[2].split()[1])
    except FileNotFoundError:
        return 0


def test_when_the_batch_is_killed_its_processes_end_and_the_next_run_clears_up(hanging):
    before = hanging.contents()
    batch, processes = batch_of(hanging)
    helpers = helpers_of(batch.pid)
    assert helpers
    batch.kill()
    batch.communicate()
    assert_gone([*processes, *helpers])
    assert hanging.contents() == before
    assert len(staging(hanging)) == 1
    (done,) = build([ReportTask(hanging.request("alpha-city"))])
    assert done.state is State.DONE
    assert staging(hanging) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_batch_that_is_stopped_leaves_nothing_running(hanging, number):
    before = hanging.contents()
    batch, processes = batch_of(hanging)
    batch.send_signal(number)
    _, said = batch.communicate(timeout=30)
    assert batch.returncode != 0
    assert said.count("Traceback") == (1 if number is signal.SIGINT else 0), (
        said
    )  # the batch's own, of KeyboardInterrupt
    assert_gone(processes)
    assert hanging.contents() == before


def test_when_the_loaded_process_is_killed_its_reports_die_and_others_are_built(hanging):
    events = LocalExecutor(1).run([ReportTask(hanging.request(place)) for place in ("beta-commune", "gamma-commune")])
    assert isinstance(next(events), Started)
    processes = told(hanging)
    os.kill(parent_of(processes[0]), signal.SIGKILL)
    states = [event.outcome.state for event in events if isinstance(event, Finished)]
    assert states == [State.DIED, State.DONE]
    assert_gone(processes)


def test_a_report_may_leave_threads_and_processes_running(project):
    leaves = HANGS.rsplit("\n", 1)[0] + "\n    import threading"
    leaves += "\n    threading.Thread(target=time.sleep, args=(600,)).start()"
    project.write("02_analysis", OPEN, leaves, "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))")
    (done,) = build([ReportTask(project.request("beta-commune"), time_limit=100)])
    assert done.state is State.DONE
    assert_gone(told(project))
