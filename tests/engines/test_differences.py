"""What the warm engine does otherwise than a real kernel, as engines/README.md says, looked at on both sides."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

spec = importlib.util.spec_from_file_location("by_papermill", Path(__file__).with_name("by_papermill.py"))
assert spec is not None
assert spec.loader is not None
by_papermill: Any = importlib.util.module_from_spec(spec)
spec.loader.exec_module(by_papermill)


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., tuple[Any, Any]]:
    """Executes a notebook by papermill's command in both ways: what each printed, and the notebook."""

    def run(*sources: str) -> tuple[Any, Any]:
        notebook = by_papermill.write(tmp_path / "n.ipynb", {str(n): source for n, source in enumerate(sources)})
        told = []
        for name, options in (("stock", ()), ("warm", ("--engine", "warm"))):
            ended = by_papermill.papermill(notebook, tmp_path / f"{name}.ipynb", *options, cwd=tmp_path)
            told.append((ended.stdout, by_papermill.read(tmp_path / f"{name}.ipynb")))
        return told[0], told[1]

    return run


def texts(notebook: Any) -> list[str]:
    return [
        "".join(output.get("text") or output["data"]["text/plain"])
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
    ]


#: Executes a notebook in both ways in a process that has loaded a library which says so.
IN_BOTH_WAYS = """
import sys
from pathlib import Path
import talkative
from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.engines.kernels import KernelEngine
for engine, output in ((KernelEngine(), sys.argv[2]), (InProcessEngine(), sys.argv[3])):
    with engine.started() as running:
        running.execute(Path(sys.argv[1]), Path(output), {}, lambda done, total: None)
"""


def test_what_a_library_says_as_it_is_loaded_is_not_said_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talkative.py").write_text("print('loaded')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    notebook = by_papermill.write(tmp_path / "n.ipynb", {"a": "import talkative\nprint('used')"})
    outputs = [tmp_path / "kernel.ipynb", tmp_path / "process.ipynb"]
    subprocess.run([sys.executable, "-c", IN_BOTH_WAYS, str(notebook), *map(str, outputs)], check=True)
    assert ["".join(texts(by_papermill.read(output))) for output in outputs] == ["loaded\nused\n", "used\n"]


def test_what_programs_print_is_not_repeated_in_the_terminal(both: Callable[..., tuple[Any, Any]]) -> None:
    stock, warm = both("import subprocess, time\nsubprocess.run(['echo', 'printed'])\ntime.sleep(0.5)")
    assert ("printed" in stock[0], "printed" in warm[0]) == (True, False)
    assert texts(stock[1])[0] == texts(warm[1])[0] == "printed\n"


def test_there_is_no_kernel_application(both: Callable[..., tuple[Any, Any]]) -> None:
    stock, warm = both("from ipykernel.kernelapp import IPKernelApp\nIPKernelApp.initialized()")
    assert (texts(stock[1]), texts(warm[1])) == (["True"], ["False"])


def test_history_is_not_kept_in_a_database(both: Callable[..., tuple[Any, Any]]) -> None:
    stock, warm = both("get_ipython().history_manager.enabled")
    assert (texts(stock[1]), texts(warm[1])) == (["True"], ["False"])
