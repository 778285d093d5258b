"""Chạy trên tiến trình đã nạp sẵn: notebooks in copies of this process, which has loaded the libraries once.

What runs in a copy is `in_process`; a copy that a cell ends is a failure of that cell and harms nothing else. There are
two: while the first notebook works in one, the other loads what only the later ones need.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from poverty_evaluation.operations.engines.child import Child, Died, can_fork, relay, sendable
from poverty_evaluation.operations.engines.engine import Engine, Running
from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.engines.kernels import KernelEngine
from poverty_evaluation.operations.engines.unavailable import say_once
from poverty_evaluation.operations.progress import CellCounter

_FIRST = (
    "poverty_evaluation.operations.engines.notebooks",
    "poverty_evaluation.operations.engines.in_process_client",
    "poverty_evaluation.operations.engines.isolation",
    "pandas",
    "pyarrow.parquet",
    "poverty_evaluation.ingest",
    "poverty_evaluation.presentation.jupyter",
    "poverty_evaluation.workspace.hand_over",
)
_OTHERS = (
    "pyarrow.dataset",
    "scrapbook",
    "poverty_evaluation.indicators",
    "poverty_evaluation.presentation.charts",
    "poverty_evaluation.evaluation.document",
    "poverty_evaluation.evaluation.headline",
    "poverty_evaluation.evaluation.pictures",
    "poverty_evaluation.exploration",
)


class WarmEngine:
    """Bản sao của tiến trình này cho từng sổ tay; where the system cannot fork, KernelEngine does the work."""

    @contextmanager
    def started(self) -> Iterator[Running]:
        if not can_fork():
            say_once()
            engine: Engine = KernelEngine()
            with engine.started() as running:
                yield running
            return
        _load(_FIRST)
        running = _InCopies()
        try:
            yield running
        finally:
            running.end()


class _InCopies:
    def __init__(self) -> None:
        # Both at once: a process is copied while it has one thread, and people are shown progress by another.
        self._children = deque([Child(_serve), Child(_serve_later)])

    def execute(self, notebook: Path, output: Path, parameters: Mapping[str, str], count: CellCounter) -> None:
        from poverty_evaluation.operations.engines.notebooks import kernel_died

        begun = 0

        def counted(cells: int, total: int) -> None:
            nonlocal begun
            begun = cells
            count(cells, total)

        child = self._children[0]
        try:
            child.send((notebook, output, dict(parameters)))
            relay(child, {"count": counted}, lambda: None)
        except Died:
            raise kernel_died(notebook, begun, parameters) from None
        finally:
            if len(self._children) > 1:
                self._children.popleft().end()

    def end(self) -> None:
        for child in self._children:
            child.end()


def _serve_later(connection: Connection) -> None:
    _load(_OTHERS)
    _serve(connection)


def _serve(connection: Connection) -> None:
    """Execute every notebook that is asked for."""

    def count(done: int, total: int) -> None:
        connection.send(("count", done, total))

    with InProcessEngine().started() as running:
        while True:
            try:
                notebook, output, parameters = connection.recv()
                running.execute(notebook, output, parameters, count)
            except EOFError:
                return
            except Exception as error:
                connection.send(("raised", sendable(error)))
            else:
                connection.send(("done", None))


def _load(modules: tuple[str, ...]) -> None:
    """What cannot be loaded is told by the notebook, which imports it too and fails at the cell that does."""
    for module in modules:
        try:
            import_module(module)
        except ImportError:
            continue
