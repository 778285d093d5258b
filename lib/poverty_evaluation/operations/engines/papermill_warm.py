"""`papermill --engine warm`: one notebook executed in a copy of papermill's own process.

papermill loads this module at every start, whatever engine is asked for: nothing but papermill is imported here.

The copy ends with the notebook, so a cell that kills its process, or takes longer than `--execution-timeout` allows,
ends nothing else: the process group of the copy is ended, and papermill is told what a dead or slow kernel would tell.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from papermill.engines import NBClientEngine

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from nbformat import NotebookNode


class WarmPapermillEngine(NBClientEngine):
    """Bản sao của papermill; where the system cannot fork, papermill's own engine and a kernel do the work."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **settings: Any) -> Any:
        from poverty_evaluation.operations.engines.child import can_fork
        from poverty_evaluation.operations.engines.unavailable import say_once

        if can_fork():
            return _execute_in_copy(nb_man, kernel_name, settings)
        say_once()
        return super().execute_managed_notebook(nb_man, kernel_name, **settings)


def _execute_in_copy(nb_man: Any, kernel_name: str, settings: dict[str, Any]) -> Any:
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.clientwrap import PapermillNotebookClient
    from papermill.log import logger

    from poverty_evaluation.operations.engines import in_process_client  # noqa: F401  # loaded once, before the copy
    from poverty_evaluation.operations.engines.child import Child, Died, Overdue, relay

    limit = settings.get("execution_timeout") or settings.get("timeout")
    logged = {name: settings[name] for name in ("log_output", "stdout_file", "stderr_file") if settings.get(name)}
    kept = _Kept(nb_man, limit, PapermillNotebookClient(nb_man, log=logger, **logged))
    child = Child(lambda connection: _work(connection, nb_man))
    try:
        logger.info(f"Executing notebook with kernel: {kernel_name}")
        nb_man.nb.metadata.update(relay(child, kept.handlers, lambda: kept.deadline))
    except Died:
        raise DeadKernelError("Kernel died") from None
    except Overdue:
        cell = nb_man.nb.cells[kept.cell]
        raise CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", int(limit or 0), cell) from None
    finally:
        child.end()
    return nb_man.nb


class _Kept:
    """papermill's records, progress and saves of the notebook, kept here of what is executed in the copy."""

    def __init__(self, nb_man: Any, limit: float | None, client: Any) -> None:
        self._nb_man = nb_man
        self._limit = limit
        self._client = client  # executes nothing: it logs outputs as papermill does
        self.cell = 0
        self.deadline: float | None = None
        self.handlers: dict[str, Callable[..., None]] = {
            "start": self._start,
            "exception": self._exception,
            "complete": self._complete,
        }

    def _start(self, index: int) -> None:
        self.cell = index
        self.deadline = time.monotonic() + self._limit if self._limit else None
        self._nb_man.cell_start(self._nb_man.nb.cells[index], index)

    def _exception(self, index: int) -> None:
        self._nb_man.cell_exception(self._nb_man.nb.cells[index], cell_index=index)

    def _complete(self, index: int, cells: dict[int, NotebookNode]) -> None:
        for number, cell in cells.items():
            own = self._nb_man.nb.cells[number]
            own.outputs = cell.outputs
            own.execution_count = cell.execution_count
        for output in self._nb_man.nb.cells[index].get("outputs", ()):
            self._client.log_output_message(output)
        self._nb_man.cell_complete(self._nb_man.nb.cells[index], cell_index=index)


class _Told:
    """In the copy, what papermill keeps of a notebook: told to the process that keeps it."""

    def __init__(self, connection: Connection, nb: NotebookNode) -> None:
        self.nb = nb
        self._connection = connection
        self._known: dict[int, str] = {}

    def cell_start(self, cell: NotebookNode, cell_index: int) -> None:
        self._connection.send(("start", cell_index))

    def cell_exception(self, cell: NotebookNode, cell_index: int, exception: Exception) -> None:
        self._connection.send(("exception", cell_index))

    def cell_complete(self, cell: NotebookNode, cell_index: int) -> None:
        self._connection.send(("complete", cell_index, self._changed(cell_index)))

    def autosave_cell(self) -> None:
        """Saved is where the notebook is kept."""

    def _changed(self, last: int) -> dict[int, NotebookNode]:
        """The cell, and earlier ones in which it updated a display."""
        changed = {}
        for index, cell in enumerate(self.nb.cells[: last + 1]):
            if cell.cell_type == "code":
                content = repr((cell.outputs, cell.execution_count))
                if self._known.get(index) != content:
                    self._known[index] = content
                    changed[index] = cell
        return changed


def _work(connection: Connection, nb_man: Any) -> None:
    from poverty_evaluation.operations.engines.child import sendable
    from poverty_evaluation.operations.engines.in_process import execute_managed

    try:
        nb = execute_managed(_Told(connection, nb_man.nb))
    except Exception as error:
        connection.send(("raised", sendable(error)))
    else:
        names = ("language_info", "widgets")
        connection.send(("done", {name: nb.metadata[name] for name in names if name in nb.metadata}))
