"""Chạy trong tiến trình: notebooks executed through papermill inside the present process, without kernel or sockets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.engines.engine import Running
from poverty_evaluation.operations.progress import CellCounter

#: The name under which papermill knows it in this process.
IN_PROCESS = "poverty-evaluation-in-process"


class InProcessEngine:
    """Chạy ngay trong tiến trình này: nothing but this process is needed; a cell that ends it ends everything.

    Whoever runs reports side by side gives each a process of its own. Between the notebooks of one report everything
    that a notebook can change in the process is put back (`isolation`), except what it did to imported modules.
    """

    @contextmanager
    def started(self) -> Iterator[Running]:
        yield _Here()


class _Here:
    def execute(self, notebook: Path, output: Path, parameters: Mapping[str, str], count: CellCounter) -> None:
        from poverty_evaluation.operations.engines.notebooks import execute

        _register()
        execute(notebook, output, parameters, count, IN_PROCESS)


def _register() -> None:
    from papermill.engines import NBClientEngine, papermill_engines

    if IN_PROCESS in papermill_engines._engines:
        return

    class _Engine(NBClientEngine):
        """papermill's engine of that name."""

        @classmethod
        def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **settings: Any) -> Any:
            return execute_managed(nb_man, **settings)

    papermill_engines.register(IN_PROCESS, _Engine)


def execute_managed(nb_man: Any, **settings: Any) -> Any:
    """Execute the notebook that papermill manages, and leave the process as it was."""
    from poverty_evaluation.operations.engines.in_process_client import InProcessClient
    from poverty_evaluation.operations.engines.isolation import put_back

    taken = {name: settings[name] for name in ("on_cell_execute",) if name in settings}
    with put_back():
        return InProcessClient(nb_man, **taken).execute()
