"""`papermill --engine warm`: what a cell does to its process, time limits, outputs told in the terminal, no fork."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from poverty_evaluation.operations.engines.child import Child, Died

PAPERMILL = Path(sys.executable).parent / "papermill"


@pytest.fixture
def notebook(tmp_path: Path) -> Callable[..., Path]:
    def write(*sources: str) -> Path:
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), tmp_path / "n.ipynb")
        return tmp_path / "n.ipynb"

    return write


def command(notebook: Path, *options: str) -> list[str]:
    return [str(PAPERMILL), "--engine", "warm", str(notebook), str(notebook.with_name("o.ipynb")), *options]


def run(notebook: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(notebook, "--no-progress-bar", *options), capture_output=True, text=True, check=False, timeout=60
    )


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z" if sys.platform == "linux" else True


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("ends", ["os._exit(0)", "os.kill(os.getpid(), 9)", "import ctypes\nctypes.string_at(0)"])
def test_a_cell_that_ends_its_process_is_told_as_a_dead_kernel(notebook: Callable[..., Path], ends: str) -> None:
    path = notebook("import os", "print('shown')", ends, "print('not reached')")
    ended = run(path)
    assert ended.returncode == 138  # what papermill makes of a dead kernel
    assert ended.stderr.splitlines()[-1] == "nbclient.exceptions.DeadKernelError: Kernel died"
    saved = nbformat.read(path.with_name("o.ipynb"), as_version=4)
    assert [cell.execution_count for cell in saved.cells] == [1, 2, None, None]
    assert saved.cells[1].outputs[0].text == "shown\n"


def test_exit_ends_the_notebook_at_the_next_cell(notebook: Callable[..., Path]) -> None:
    assert run(notebook("print('last words')\nexit()")).returncode == 0
    ended = run(notebook("exit()", "print('not reached')"))
    assert ended.stderr.splitlines()[-1] == "nbclient.exceptions.DeadKernelError: Kernel died"


def test_a_cell_over_its_time_limit_is_ended_with_what_it_started(notebook: Callable[..., Path]) -> None:
    path = notebook(
        "import subprocess", "child = subprocess.Popen(['sleep', '600'])\nprint(child.pid)", "while True: pass"
    )
    ended = run(path, "--execution-timeout", "2")
    assert ended.returncode == 1
    assert "CellTimeoutError: A cell timed out while it was being executed, after 2 seconds." in ended.stderr
    saved = nbformat.read(path.with_name("o.ipynb"), as_version=4)
    process = int(saved.cells[1].outputs[0].text)
    wait_until(lambda: not is_alive(process))


def test_cells_within_the_limit_may_take_longer_together(notebook: Callable[..., Path]) -> None:
    ended = run(notebook(*["import time\ntime.sleep(0.7)"] * 4), "--execution-timeout", "2")
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_copy_outlives_papermill(notebook: Callable[..., Path], number: signal.Signals, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    path = notebook(f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))", "time.sleep(600)")
    with subprocess.Popen(command(path), stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: pid.exists() and pid.read_text() != "")
        process.send_signal(number)
        process.wait(timeout=30)
    assert process.returncode != 0
    wait_until(lambda: not is_alive(int(pid.read_text())))


def test_outputs_are_logged_when_papermill_is_asked_to(notebook: Callable[..., Path], tmp_path: Path) -> None:
    out, err = tmp_path / "out.txt", tmp_path / "err.txt"
    path = notebook("print('một')", "import sys\nprint('hai', file=sys.stderr)")
    ended = run(path, "--log-output", "--stdout-file", str(out), "--stderr-file", str(err))
    assert ended.returncode == 0
    assert "một" in ended.stderr + ended.stdout
    assert (out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")) == ("một\n", "hai\n")
    saved = nbformat.read(path.with_name("o.ipynb"), as_version=4)
    assert [output.text for cell in saved.cells for output in cell.outputs] == ["một\n", "hai\n"]


def test_without_fork_a_kernel_does_the_work_and_it_is_said_once(notebook: Callable[..., Path]) -> None:
    path = notebook("1 + 1")
    twice = (
        "import os, sys\ndel os.fork\nfrom papermill import execute_notebook\n"
        "for _ in range(2):\n"
        "    done = execute_notebook(sys.argv[1], None, engine_name='warm', progress_bar=False)\n"
        "    print(done.cells[0].outputs[0].data['text/plain'])"
    )
    ended = subprocess.run([sys.executable, "-c", twice, str(path)], capture_output=True, text=True, check=True)
    assert ended.stdout == "2\n2\n"
    assert ended.stderr.count("Hệ thống này không nhân bản được tiến trình (fork)") == 1
    assert ended.stderr.count("This system cannot fork") == 1


def test_papermill_loads_next_to_nothing_of_ours() -> None:
    loaded = (
        "import papermill.engines, sys\nprint([name for name in sys.modules if name.startswith('poverty_evaluation.')])"
    )
    ended = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    room = "poverty_evaluation.operations"
    assert eval(ended.stdout) == [room, f"{room}.engines", f"{room}.engines.papermill_warm"]


def test_a_child_that_dies_while_its_own_child_lives() -> None:
    """The pipe of the child is still open in what it started; its death is noticed nevertheless."""
    child = Child(lambda connection: os._exit(1) if os.fork() else time.sleep(600))
    try:
        with pytest.raises(Died):
            child.receive()
    finally:
        child.end()
