"""Nhân chạy sổ tay: real IPython kernels of the running interpreter, started while there is other work to do.

Stock papermill asks the machine for a kernel named "python3" and may find one of another environment. These
kernels always are `sys.executable`, need no installed kernelspec, keep their connection files, sockets and
IPython folder in a private temporary folder, and read none of the user's IPython start-up files.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

from poverty_evaluation.operations.engines.engine import Running
from poverty_evaluation.operations.progress import CellCounter

#: What the process of each notebook loads while the notebook before it runs.
PRELOADS = (
    ("pandas", "poverty_evaluation.ingest", "poverty_evaluation.presentation.jupyter"),
    ("pandas", "poverty_evaluation.ingest", "poverty_evaluation.presentation.charts", "scrapbook"),
    ("pandas", "poverty_evaluation.ingest", "poverty_evaluation.presentation.charts"),
)
#: Longest path of a Unix socket that every system takes, less what jupyter_client appends.
_LONGEST_SOCKET_PATH = 90


class _OwnInterpreter(KernelSpecManager):
    """Knows one kernel: the interpreter that runs this process."""

    ipython_folder = ""
    preloaded: tuple[str, ...] = ()

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=[
                sys.executable,
                "-m",
                "poverty_evaluation.operations.engines.kernel_process",
                ",".join(self.preloaded),
                "-f",
                "{connection_file}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3",
            language="python",
            env={"IPYTHONDIR": self.ipython_folder, "PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        )


class Kernels:
    """Kernels for a number of notebooks, each used once; the next one starts while the present one works.

    `preloads` names, for each notebook, the modules that its kernel loads as it starts.
    """

    def __init__(self, preloads: Sequence[tuple[str, ...]]) -> None:
        self._preloads = list(preloads)
        self._number = 0
        self._folder = tempfile.TemporaryDirectory(prefix="pe-", ignore_cleanup_errors=True)
        self._waiting: list[AsyncKernelManager] = []
        self._used: list[AsyncKernelManager] = []

    def __enter__(self) -> Kernels:
        self._start_one()
        return self

    def take(self) -> AsyncKernelManager:
        """A started kernel of one's own. RuntimeError when all have been taken."""
        if not self._waiting:
            raise RuntimeError("all kernels have been taken")
        manager = self._waiting.pop(0)
        self._used.append(manager)
        self._start_one()
        return manager

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for manager in (*self._waiting, *self._used):
            if manager.has_kernel:
                run_sync(manager.shutdown_kernel)(now=True)
        self._folder.cleanup()

    def _start_one(self) -> None:
        if not self._preloads:
            return
        self._number += 1
        manager = _new_manager(Path(self._folder.name), self._number, self._preloads.pop(0))
        run_sync(manager.start_kernel)()
        self._waiting.append(manager)


def _new_manager(folder: Path, number: int, preloaded: tuple[str, ...]) -> AsyncKernelManager:
    specs = _OwnInterpreter()
    specs.preloaded = preloaded
    specs.ipython_folder = str(folder / "ipython")
    connection_file = folder / f"k{number}.json"
    settings: dict[str, Any] = {"connection_file": str(connection_file)}
    if sys.platform != "win32" and len(str(connection_file)) < _LONGEST_SOCKET_PATH:
        settings["transport"] = "ipc"
    return AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs, **settings)


class KernelEngine:
    """Nhân riêng cho từng sổ tay: papermill with a real kernel for each notebook."""

    @contextmanager
    def started(self) -> Iterator[Running]:
        with Kernels(PRELOADS) as kernels:
            yield _InKernels(kernels)


class _InKernels:
    def __init__(self, kernels: Kernels) -> None:
        self._kernels = kernels

    def execute(self, notebook: Path, output: Path, parameters: Mapping[str, str], count: CellCounter) -> None:
        from poverty_evaluation.operations.engines.notebooks import execute

        execute(notebook, output, parameters, self._kernels.take(), count)
