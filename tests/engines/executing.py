"""Notebooks written by the tests and executed by papermill's command, as people do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat

PAPERMILL = Path(sys.executable).parent / "papermill"


def read_cells(name: str) -> dict[str, str]:
    """The cells of a file of cells, by their names."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    parts = re.split(r"^### (.+)\n", text, flags=re.MULTILINE)
    return {title: source.rstrip("\n") for title, source in zip(parts[1::2], parts[2::2], strict=True)}


def write(path: Path, sources: dict[str, str], tags: tuple[str, ...] = ()) -> Path:
    cells = [
        nbformat.v4.new_code_cell(source, metadata={"tags": list(tags), "name": name})
        for name, source in sources.items()
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def papermill(notebook: Path, output: Path, *options: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(PAPERMILL), str(notebook), str(output), "--no-progress-bar", *options]
    # Told that it is tested by pytest, a kernel leaves the descriptors 1 and 2 alone.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
