"""The engine of `run`: notebooks in copies of this process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_evaluation.operations.engines import unavailable
from poverty_evaluation.operations.engines.choice import engine_named
from poverty_evaluation.operations.engines.engine import NotebookFailed, NotebookRefused, UnknownParameters
from poverty_evaluation.operations.engines.kernels import KernelEngine
from poverty_evaluation.operations.engines.warm import WarmEngine
from poverty_evaluation.vocabulary.errors import InputError

PROCESS = "import os; print(os.getpid())"


def uncounted(done: int, total: int) -> None:
    """Nobody looks."""


def printed(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "".join("".join(output["text"]) for cell in cells for output in cell.get("outputs", ()))


def test_the_engines_have_names() -> None:
    assert isinstance(engine_named("warm"), WarmEngine)
    assert isinstance(engine_named("stock"), KernelEngine)
    with pytest.raises(InputError) as caught:
        engine_named("hot")
    assert "--engine là một trong: warm, stock" in caught.value.message()
    assert "--engine to be one of: warm, stock" in caught.value.message()


def test_notebooks_run_in_copies_that_end(notebook: Callable[..., Path], tmp_path: Path) -> None:
    path, processes = notebook("n.ipynb", PROCESS), []
    with WarmEngine().started() as running:
        for number in range(3):
            counted: list[tuple[int, int]] = []
            output = tmp_path / f"{number}.ipynb"
            running.execute(path, output, {"place": "x"}, lambda done, total, seen=counted: seen.append((done, total)))  # type: ignore[misc]
            processes.append(int(printed(output)))
            assert counted == [(1, 3), (2, 3), (3, 3)]
    assert os.getpid() not in processes
    assert len(set(processes)) == 2
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_what_goes_wrong_in_a_copy_is_told_here(notebook: Callable[..., Path], tmp_path: Path) -> None:
    refuses = "from poverty_evaluation.workspace.locations import open_run\nopen_run('nowhere', '20-17', data_dir='/x')"
    with WarmEngine().started() as running:
        with pytest.raises(NotebookRefused, match="2 problems to mend"):
            running.execute(notebook("r.ipynb", refuses), tmp_path / "o.ipynb", {}, uncounted)
        with pytest.raises(NotebookFailed) as caught:
            running.execute(notebook("f.ipynb", "1 / 0"), tmp_path / "o.ipynb", {}, uncounted)
        assert (caught.value.cell, caught.value.error) == (2, "ZeroDivisionError: division by zero")
        with pytest.raises(UnknownParameters):
            running.execute(notebook("u.ipynb"), tmp_path / "o.ipynb", {"plce": ""}, uncounted)


@pytest.mark.parametrize("ends", ["os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_cell_that_ends_its_copy_is_a_failure_of_that_cell(
    notebook: Callable[..., Path], tmp_path: Path, ends: str
) -> None:
    with WarmEngine().started() as running, pytest.raises(NotebookFailed) as caught:
        running.execute(notebook("d.ipynb", "import os", ends), tmp_path / "o.ipynb", {"place": "x"}, uncounted)
    assert (caught.value.cell, caught.value.error) == (3, "DeadKernelError: Kernel died (out of memory?)")


def test_without_fork_kernels_do_the_work(
    notebook: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(os, "fork")
    unavailable.say_once.cache_clear()
    for _ in range(2):
        with WarmEngine().started() as running:
            running.execute(notebook("n.ipynb", PROCESS), tmp_path / "o.ipynb", {}, uncounted)
    assert int(printed(tmp_path / "o.ipynb")) != os.getpid()
    told = capsys.readouterr().err
    assert told.count("không nhân bản được tiến trình") == 1
    assert told.count("This system cannot fork") == 1
