"""Reports built side by side on this machine: tasks taken as there is room, processes of their own, nothing left."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from executor_runs import build, is_alive
from small_project import OPEN, SmallProject

from poverty_evaluation.operations.workers import local
from poverty_evaluation.operations.workers.local import LocalExecutor
from poverty_evaluation.operations.workers.tasks import Finished, ReportTask, Started, State, StepBegun

#: The cell of 02 after one that tells something of its process.
ANALYSIS = "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return SmallProject(tmp_path).set_up()


def telling(project, expression):
    """Let each report write what an expression gives in its process; how to read it."""
    tell = (
        "import json, os, sys, tempfile\n"
        f"(run.data_root.parent / f'told-{{place}}').write_text(json.dumps({expression}))"
    )
    project.write("02_analysis", OPEN, tell, ANALYSIS)
    return lambda place="alpha-city": json.loads((project.root / f"told-{place}").read_text(encoding="utf-8"))


def test_tasks_are_taken_as_there_is_room_and_told_in_order(project):
    taken, most, running = 0, 0, set()

    def tasks():
        nonlocal taken
        for place in ("alpha-city", "beta-commune", "gamma-commune", "alpha-city"):
            taken += 1
            yield ReportTask(project.request(place, "2016" if taken == 4 else "2017"))

    told = {}
    ended = 0
    for event in LocalExecutor(2).run(tasks()):
        if isinstance(event, Started):
            running.add(int(event.where))
            most = max(most, taken - ended)
            told[event.task.name] = []
        elif isinstance(event, StepBegun):
            told[event.task.name].append(event.step)
        elif isinstance(event, Finished):
            ended += 1
            assert event.outcome.state is State.DONE
            assert list(event.outcome.seconds) == told[event.outcome.task.name]
    assert most == 2
    assert (taken, ended, len(running)) == (4, 4, 4)
    assert not any(map(is_alive, running))


def test_no_task_no_process(project):
    assert list(LocalExecutor(2).run(())) == []
    with pytest.raises(ValueError, match="0 workers"):
        LocalExecutor(0)


def test_each_report_has_temporary_files_of_its_own_that_are_gone(project):
    told = telling(project, "[tempfile.gettempdir(), tempfile.mkstemp()[1], os.getpgrp() == os.getpid()]")
    places = ("alpha-city", "beta-commune")
    assert [one.state for one in build(ReportTask(project.request(place)) for place in places)] == [State.DONE] * 2
    (first, file, leads), (second, *_) = told("alpha-city"), told("beta-commune")
    assert first != second and leads
    assert Path(file).parent == Path(first) and Path(first).parent.parent == Path(tempfile.gettempdir())
    assert not Path(first).parent.exists()


def test_a_report_has_the_environment_of_the_caller_and_one_thread_for_numbers(project, monkeypatch):
    """Also one that was set after the loaded process had started."""
    build([ReportTask(project.request())])
    monkeypatch.setenv("SET_LATER", "1")
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    told = telling(project, "[os.environ.get('SET_LATER'), os.environ['OMP_NUM_THREADS'], os.getcwd()]")
    build([ReportTask(project.request())])
    assert told() == ["1", "1", str(project.root)]
    assert "OMP_NUM_THREADS" not in os.environ


def test_what_a_report_prints_by_itself_is_not_among_the_results(project, capfd):
    project.write("02_analysis", OPEN, "import os\nos.system('echo printed by a program; echo told >&2')", ANALYSIS)
    (done,) = build([ReportTask(project.request())])
    assert done.state is State.DONE
    assert capfd.readouterr().out == ""


def test_what_a_killed_batch_left_among_the_temporary_files_is_removed(project, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    program = (
        "import os\nfrom poverty_evaluation.operations.workers.scratch import scratch_folder\n"
        "with scratch_folder() as folder:\n    (folder / 'x').mkdir()\n    os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program], check=False, env={**os.environ, "TMPDIR": str(tmp_path)})
    (left,) = tmp_path.glob("poverty-evaluation-batch-*/")
    build([ReportTask(project.request())])
    assert not left.exists()
    assert not list(tmp_path.glob("poverty-evaluation-batch-*"))


def test_the_program_of_the_caller_is_not_executed_again(project):
    path = project.root / "batch.py"
    path.write_text(
        "open('executed', 'a').write('x')\n"
        "from poverty_evaluation.operations.requests import RunRequest\n"
        "from poverty_evaluation.operations.workers.local import LocalExecutor\n"
        "from poverty_evaluation.operations.workers.tasks import ReportTask\n"
        "for event in LocalExecutor(1).run([ReportTask(RunRequest('alpha-city', '2017', formats='html'))]):\n"
        "    pass\n"
        "print(event.outcome.state, __name__, 'pandas' in __import__('sys').modules)\n",
        encoding="utf-8",
    )
    ended = subprocess.run([sys.executable, str(path)], cwd=project.root, capture_output=True, text=True, check=False)
    assert ended.stdout == "done __main__ False\n", ended.stderr
    assert (project.root / "executed").read_text(encoding="utf-8") == "x"


def test_where_nothing_can_be_forked_processes_are_started_and_it_is_said_once(project, monkeypatch, capfd):
    monkeypatch.setattr(local.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    local._say_that_it_takes_longer.cache_clear()
    told = telling(project, "'poverty_evaluation.operations.workers.warm' in sys.modules")
    outcomes = [*build([ReportTask(project.request())]), *build([ReportTask(project.request(period="2016"))])]
    assert [one.state for one in outcomes] == [State.DONE] * 2
    assert told() is False
    said = capfd.readouterr().err
    assert said.count("This system cannot fork") == said.count("không tách được tiến trình") == 1


def test_a_loaded_process_that_is_gone_as_it_is_asked_is_started_again(project, monkeypatch):
    from multiprocessing import forkserver

    ask = forkserver.connect_to_new_process
    asked = []

    def asked_too_late(fds):
        asked.append(fds)
        if len(asked) == 1:
            raise ConnectionRefusedError(111, "Connection refused")
        return ask(fds)

    monkeypatch.setattr(forkserver, "connect_to_new_process", asked_too_late)
    (done,) = build([ReportTask(project.request())])
    assert (done.state, len(asked)) == (State.DONE, 2)
