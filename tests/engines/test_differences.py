"""What the warm engine does otherwise than a real kernel, as engines/README.md says, looked at on both sides."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.operations.engines.engine import Engine
from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.engines.kernels import KernelEngine

spec = importlib.util.spec_from_file_location("executing", Path(__file__).with_name("executing.py"))
assert spec is not None
assert spec.loader is not None
executing: Any = importlib.util.module_from_spec(spec)
spec.loader.exec_module(executing)


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., tuple[Any, Any]]:
    """Executes a notebook by papermill's command in both ways: what each printed, and the notebook."""

    def run(*sources: str) -> tuple[Any, Any]:
        notebook = executing.write(tmp_path / "n.ipynb", {str(n): source for n, source in enumerate(sources)})
        told = []
        for name, options in (("stock", ()), ("warm", ("--engine", "warm"))):
            ended = executing.papermill(notebook, tmp_path / f"{name}.ipynb", *options, cwd=tmp_path)
            told.append((ended.stdout, executing.read(tmp_path / f"{name}.ipynb")))
        return told[0], told[1]

    return run


def texts(notebook: Any) -> list[str]:
    return [
        "".join(output.get("text") or output["data"]["text/plain"])
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
    ]


def test_what_a_library_says_as_it_is_loaded_is_not_said_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talkative.py").write_text("print('loaded')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("talkative")
    notebook = executing.write(tmp_path / "n.ipynb", {"a": "import talkative\nprint('used')"})
    told = []
    engines: tuple[Engine, ...] = (KernelEngine(), InProcessEngine())
    for engine in engines:
        with engine.started() as running:
            running.execute(notebook, tmp_path / "o.ipynb", {}, lambda done, total: None)
        told.append("".join(texts(executing.read(tmp_path / "o.ipynb"))))
    del sys.modules["talkative"]
    assert told == ["loaded\nused\n", "used\n"]


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
