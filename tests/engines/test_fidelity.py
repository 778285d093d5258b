"""A notebook executed by `papermill --engine warm` has the outputs of papermill with a real kernel, cell by cell."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _beside(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


by_papermill, comparing = _beside("by_papermill"), _beside("comparing")
ENGINES = {"stock": (), "warm": ("--engine", "warm")}
RAISING, SHOWING = by_papermill.read_cells("raising.cells"), by_papermill.read_cells("showing.cells")


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """The awkward cells, all in one notebook that goes on after errors, executed in both ways."""
    folder = tmp_path_factory.mktemp("awkward")
    notebook = by_papermill.write(folder / "awkward.ipynb", {**RAISING, **SHOWING}, tags=("raises-exception",))
    for name, options in ENGINES.items():
        (folder / name).mkdir()
        ended = by_papermill.papermill(notebook, folder / f"{name}.ipynb", *options, cwd=folder / name)
        assert "PapermillExecutionError" in ended.stderr, ended.stderr
    return by_papermill.read(folder / "stock.ipynb"), by_papermill.read(folder / "warm.ipynb")


@pytest.mark.parametrize("name", [*RAISING, *SHOWING])
def test_an_awkward_cell(awkward: tuple[Any, Any], name: str) -> None:
    stock, warm = (
        next(cell for cell in code_cells(notebook) if cell["metadata"]["name"] == name) for notebook in awkward
    )
    assert comparing.comparable(warm) == comparing.comparable(stock)
    assert warm["execution_count"] == stock["execution_count"]
    for key in ("status", "exception"):
        assert warm["metadata"]["papermill"][key] == stock["metadata"]["papermill"][key]
    assert stock["outputs"] or name not in RAISING


def test_the_awkward_notebook_as_a_whole(awkward: tuple[Any, Any]) -> None:
    stock, warm = awkward
    assert [cell["cell_type"] for cell in warm["cells"]] == [cell["cell_type"] for cell in stock["cells"]]
    for key in ("kernelspec", "language_info", "widgets"):
        assert warm["metadata"][key] == stock["metadata"][key]
    assert warm["metadata"]["papermill"].keys() == stock["metadata"]["papermill"].keys()


def last_said(errors: str) -> list[str]:
    """The last line of what papermill wrote; without what a kernel says that is ended while it is ending by itself."""
    return [line for line in errors.splitlines() if not line.startswith("[IPKernelApp]")][-1:]


@pytest.mark.parametrize(
    "last",
    ["1 / 0", "import sys\nsys.exit(4)", "import sys\nsys.exit()", "raise KeyboardInterrupt", "if True"],
    ids=["an error", "an exit with a status", "an exit", "an interruption", "a syntax error"],
)
def test_a_notebook_that_stops(last: str, tmp_path: Path) -> None:
    notebook = by_papermill.write(
        tmp_path / "stops.ipynb", {"a": "print('begun')", "b": last, "c": "print('not reached')"}
    )
    ended = {}
    for name, options in ENGINES.items():
        ended[name] = by_papermill.papermill(notebook, tmp_path / f"{name}.ipynb", *options, cwd=tmp_path)
    stock, warm = (by_papermill.read(tmp_path / f"{name}.ipynb") for name in ENGINES)
    assert ended["warm"].returncode == ended["stock"].returncode
    assert last_said(ended["warm"].stderr) == last_said(ended["stock"].stderr)
    for one, other in zip(warm["cells"], stock["cells"], strict=True):
        assert one["source"] == other["source"]
        assert one["metadata"].get("tags") == other["metadata"].get("tags")
        if one["cell_type"] == "code":
            assert comparing.comparable(one) == comparing.comparable(other)
            assert one["metadata"]["papermill"]["status"] == other["metadata"]["papermill"]["status"]


OWN = ("01_ingest", "02_analysis", "03_report")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Our notebooks of a period, and the one on method, executed in both ways with the same folder between them."""
    folder = tmp_path_factory.mktemp("own")
    executed: dict[str, dict[str, Any]] = {}
    for name, options in ENGINES.items():
        shutil.rmtree(folder / "work", ignore_errors=True)
        executed[name] = {}
        for stage in (*OWN, "05_method"):
            given = [
                "-r",
                "place",
                "bac-giang-city",
                "-r",
                "period",
                "2016-2018",
                "-r",
                "work_dir",
                str(folder / "work"),
            ]
            output = folder / f"{name}-{stage}.ipynb"
            ended: subprocess.CompletedProcess[str] = by_papermill.papermill(
                ROOT / "notebooks" / f"{stage}.ipynb", output, *options, *(given if stage in OWN else []), cwd=ROOT
            )
            assert ended.returncode == 0, ended.stderr
            executed[name][stage] = by_papermill.read(output)
    return executed


@pytest.mark.parametrize("stage", [*OWN, "05_method"])
def test_our_notebooks(own: dict[str, dict[str, Any]], stage: str) -> None:
    stock, warm = (code_cells(own[name][stage]) for name in ENGINES)
    assert any(cell["outputs"] for cell in stock)
    for one, other in zip(warm, stock, strict=True):
        assert one["source"] == other["source"]
        assert comparing.comparable(one) == comparing.comparable(other)
        assert one["execution_count"] == other["execution_count"]
