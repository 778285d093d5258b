"""Cách chạy: what every way of executing the notebooks of one report has in common."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from poverty_evaluation.operations.progress import CellCounter


class NotebookRefused(Exception):
    """A cell raised InputError: the received data or the parameters must be mended. The text is its message."""


@dataclass
class NotebookFailed(Exception):
    """A cell failed otherwise. cell: its number among the code cells of the notebook as it lies in notebooks/."""

    notebook: str
    cell: int
    source: str
    error: str
    traceback: str

    def __reduce__(self) -> tuple[type[NotebookFailed], tuple[str, int, str, str, str]]:
        return NotebookFailed, (self.notebook, self.cell, self.source, self.error, self.traceback)

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.cell}: {self.error}"


class UnknownParameters(Exception):
    """A notebook was to be given parameters that its parameters cell does not declare."""


class Running(Protocol):
    """An engine that has been started for the notebooks of one report."""

    def execute(self, notebook: Path, output: Path, parameters: Mapping[str, str], count: CellCounter) -> None:
        """Execute a notebook with parameters and save it, executed, at `output`.

        Parameters are checked by name first (UnknownParameters). NotebookRefused when a cell raised InputError,
        NotebookFailed when one failed otherwise; the notebook is saved as far as it got.
        """


class Engine(Protocol):
    """A way of executing notebooks; `started()` makes ready for those of one report and clears up after them."""

    def started(self) -> AbstractContextManager[Running]:
        """The engine at work, for as long as the block lasts."""
