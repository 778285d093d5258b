"""Người chạy sổ tay: papermill's own client of a kernel, given the kernel that lies in this process.

Which cells run, what their messages do to the notebook (updates of a display, cleared outputs, widgets), which errors
end it: all of this is nbclient's and papermill's, as with any kernel.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient

from poverty_evaluation.operations.engines.in_process_kernel import SILENT, InProcessKernel, in_process_kernel


class _Queue:
    """A channel of a kernel client: messages that have arrived."""

    def __init__(self, messages: deque[dict[str, Any]]) -> None:
        self._messages = messages

    def get_msg(self, timeout: float | None = None) -> dict[str, Any]:
        return self._messages.popleft()


class _Here:
    """What nbclient asks of a kernel client. A cell has been executed when `execute` returns."""

    def __init__(self, kernel: InProcessKernel) -> None:
        self._kernel = kernel
        self.shell_channel = _Queue(kernel.session.replies)
        self.iopub_channel = _Queue(kernel.session.published)

    async def execute(self, source: str, store_history: bool = True, stop_on_error: bool = True) -> str:
        if self._kernel.ended:
            raise DeadKernelError("Kernel died")  # a cell before called exit()
        return await self._kernel.execute(source, store_history, stop_on_error)


class InProcessClient(PapermillNotebookClient):
    """Executes the cells of a notebook in this process."""

    def __init__(self, nb_man: Any, **settings: Any) -> None:
        super().__init__(nb_man, log=SILENT, **settings)

    def execute(self, **kwargs: Any) -> Any:
        self.reset_execution_trackers()
        with in_process_kernel() as kernel, self._event_loop():
            self.kc = _Here(kernel)
            self.papermill_execute_cells()
            self.nb.metadata["language_info"] = dict(kernel.language_info)
            self.set_widgets_metadata()
        return self.nb

    def execute_cell(self, cell: NotebookNode, cell_index: int, **settings: Any) -> NotebookNode:
        execution: Any = self.async_execute_cell(cell, cell_index, **settings)
        self._loop.run_until_complete(self._loop.create_task(execution, context=self._context))
        return cell

    @contextmanager
    def _event_loop(self) -> Iterator[None]:
        """One event loop and one context for all cells: what a cell starts or sets is there for the next one."""
        self._loop = asyncio.new_event_loop()
        self._context = contextvars.copy_context()
        asyncio.set_event_loop(self._loop)
        try:
            yield
        finally:
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            asyncio.set_event_loop(None)
            self._loop.close()
