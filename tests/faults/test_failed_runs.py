"""A run that fails, is stopped or killed leaves the report published earlier exactly as it was."""

import json
import os
import signal
import stat
import subprocess
import time

import pytest

WAITS = "import time\nopen('reached', 'w').close()\ntime.sleep(60)"


def wait_for(path, seconds=30):
    deadline = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.02)


def staging_left(project):
    return [path.name for path in (project.root / "outputs" / ".staging").iterdir() if path.is_dir()]


@pytest.mark.parametrize("stage", ["01_ingest", "02_analysis", "03_report"])
def test_input_to_mend_is_told_without_a_traceback(published, stage):
    before = published.contents()
    published.write(stage, "from poverty_evaluation.workspace import open_run\nopen_run('nowhere', '20-17', 'fr')")
    ended = published.run()
    assert ended.returncode == 2
    assert "Có 3 vấn đề cần sửa" in ended.stderr
    assert "3 problems to mend" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert published.contents() == before
    assert staging_left(published) == []
    assert not (published.root / "outputs" / ".logs").exists()


def test_a_crash_names_notebook_and_cell_and_saves_a_log(published):
    before = published.contents()
    published.write("02_analysis", "rows = []", "rows[0]")
    ended = published.run()
    assert ended.returncode == 1
    assert "Lỗi khi chạy 02_analysis.ipynb, ô lệnh thứ 3: IndexError" in ended.stderr
    assert "Failure in 02_analysis.ipynb, code cell 3: IndexError: list index out of range" in ended.stderr
    assert published.contents() == before
    assert staging_left(published) == []
    (log,) = (published.root / "outputs" / ".logs").glob("*.log")
    assert str(log) in ended.stderr
    assert "rows[0]" in log.read_text(encoding="utf-8")
    assert "papermill 2" in log.read_text(encoding="utf-8")
    saved = json.loads(log.with_suffix(".ipynb").read_text(encoding="utf-8"))
    assert any(cell["source"] == ["rows[0]"] for cell in saved["cells"])


def test_a_process_that_dies_is_a_failure_of_its_cell(published):
    before = published.contents()
    published.write("01_ingest", "import os", "os._exit(3)")
    ended = published.run()
    assert ended.returncode == 1
    assert "Failure in 01_ingest.ipynb, code cell 3: DeadKernelError" in ended.stderr
    assert published.contents() == before


def test_a_notebook_without_a_report_is_our_fault(published):
    before = published.contents()
    published.write("03_report", "1 + 1")
    ended = published.run()
    assert ended.returncode == 1
    assert "no Document block" in ended.stderr
    assert published.contents() == before


def test_a_notebook_that_lacks_a_parameter_is_refused_before_it_runs(published):
    path = published.root / "notebooks" / "01_ingest.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("data_dir", "data_folder"), encoding="utf-8")
    ended = published.run()
    assert ended.returncode == 1
    assert "UnknownParameters" in ended.stderr
    assert "not data_dir" in ended.stderr


@pytest.mark.parametrize("stage", ["01_ingest", "03_report"])
def test_a_killed_run_changes_nothing_and_the_next_one_clears_up(published, stage):
    before = published.contents()
    published.write(stage, WAITS)
    process = published.start()
    wait_for(published.root / "reached")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert published.contents() == before
    assert len(staging_left(published)) == 1
    published.write(stage, "pass")
    published.report(count=7)
    assert published.run().returncode == 0
    assert staging_left(published) == []
    assert published.contents() != before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_says_so_and_publishes_nothing(published, number):
    before = published.contents()
    published.write("02_analysis", WAITS)
    process = published.start()
    wait_for(published.root / "reached")
    os.kill(process.pid, number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Đã dừng, chưa công bố gì" in told
    assert "Stopped, nothing was published" in told
    assert "Traceback" not in told
    assert published.contents() == before
    assert staging_left(published) == []


def test_inputs_that_change_during_a_run_are_noticed_by_the_next_notebook(published):
    before = published.contents()
    change = "(run.period_folder / 'late.csv').write_text('x')"
    published.write("01_ingest", published.open_run, published.save_ingest, change)
    published.write("02_analysis", published.open_run, "load_ingest(run)")
    ended = published.run()
    assert ended.returncode == 2
    assert "Run notebooks/01_ingest.ipynb with the same parameters" in ended.stderr
    assert published.contents() == before


def test_a_publication_that_fails_restores_the_earlier_report(published):
    """The folder of the place can no longer be changed: the new report cannot take the old one's place."""
    if os.geteuid() == 0:
        make_rename_fail = (
            "import os, sys\nfrom poverty_evaluation.operations import publishing\nrename = os.rename\n"
            "def failing(source, target):\n"
            "    if str(source).endswith('ready'):\n        raise PermissionError(13, 'denied', str(target))\n"
            "    rename(source, target)\n"
            "publishing.os.rename = failing\nfrom poverty_evaluation.cli import main\nmain()"
        )
        command = published.command()
        command[1:3] = ["-c", make_rename_fail]
    else:
        command = published.command()
        published.published.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = published.contents()
    published.report(count=7)
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=published.root)
    published.published.parent.chmod(stat.S_IRWXU)
    assert ended.returncode == 1
    assert "PermissionError" in ended.stderr
    assert published.contents() == before
