"""Nhân chạy sổ tay: papermill with a real IPython kernel of the running interpreter for each notebook.

Stock papermill asks the machine for a kernel named "python3" and may find one of another environment. These
kernels always are `sys.executable`, need no installed kernelspec, keep their connection files, sockets and
IPython folder in a private temporary folder, and read none of the user's IPython start-up files.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

from poverty_evaluation.operations.engines.engine import Running
from poverty_evaluation.operations.progress import CellCounter

#: Longest path of a Unix socket that every system takes, less what jupyter_client appends.
_LONGEST_SOCKET_PATH = 90


class _OwnInterpreter(KernelSpecManager):
    """Knows one kernel: the interpreter that runs this process."""

    ipython_folder = ""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=[
                sys.executable,
                "-m",
                "ipykernel_launcher",
                "-f",
                "{connection_file}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3",
            language="python",
            env={"IPYTHONDIR": self.ipython_folder, "PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        )


class KernelEngine:
    """Nhân riêng cho từng sổ tay: each notebook in a process of its own, as everyone who uses papermill knows it."""

    @contextmanager
    def started(self) -> Iterator[Running]:
        with tempfile.TemporaryDirectory(prefix="pe-", ignore_cleanup_errors=True) as folder:
            yield _InKernels(Path(folder))


class _InKernels:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def execute(self, notebook: Path, output: Path, parameters: Mapping[str, str], count: CellCounter) -> None:
        from poverty_evaluation.operations.engines.notebooks import execute

        manager = _new_manager(self._folder, notebook.stem)
        try:
            execute(
                notebook,
                output,
                parameters,
                count,
                engine=None,
                km=manager,
                iopub_timeout=60,  # a busy machine may be late with the output of a cell that has ended
                shutdown_kernel="immediate",
            )
        finally:
            if manager.has_kernel:
                run_sync(manager.shutdown_kernel)(now=True)


def _new_manager(folder: Path, name: str) -> AsyncKernelManager:
    specs = _OwnInterpreter()
    specs.ipython_folder = str(folder / "ipython")
    connection_file = folder / f"{name}.json"
    settings: dict[str, Any] = {"connection_file": str(connection_file)}
    if sys.platform != "win32" and len(str(connection_file)) < _LONGEST_SOCKET_PATH:
        settings["transport"] = "ipc"
    return AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs, **settings)
