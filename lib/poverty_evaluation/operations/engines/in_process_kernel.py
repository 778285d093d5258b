"""Nhân trong tiến trình: ipykernel's own kernel and shell, whose messages stay here instead of going over ZMQ.

Everything that makes the outputs of a cell (shell, display hook, publisher, streams, comms, magics, tracebacks) is
ipykernel's. What is ours: the session hands each message over instead of sending it, and the kernel is driven by
function calls.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import comm
import ipykernel
from ipykernel import ipkernel
from ipykernel.eventloops import enable_gui
from ipykernel.kernelbase import Kernel as KernelBase
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import UsageError
from IPython.core.profiledir import ProfileDir
from IPython.core.shellapp import InteractiveShellApp
from jupyter_client.session import Session
from traitlets import Any as trait_of_anything
from traitlets.config import Config

from poverty_evaluation.operations.engines.in_process_streams import recorded

_REPLIES = "execute_reply"
#: What kernel and client note for their developers; in this process it would end up in the outputs of the notebook.
SILENT = logging.Logger("silent", logging.CRITICAL)
SILENT.addHandler(logging.NullHandler())


class DirectSession(Session):
    """A session that puts every message, as it would arrive, into a queue: `published` or `replies`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.published: deque[dict[str, Any]] = deque()
        self.replies: deque[dict[str, Any]] = deque()

    def send(
        self,
        stream: Any,
        msg_or_type: Any,
        content: Any = None,
        parent: Any = None,
        ident: Any = None,
        buffers: Any = None,
        track: bool = False,
        header: Any = None,
        metadata: Any = None,
    ) -> dict[str, Any] | None:
        if self.check_pid and os.getpid() != self.pid:
            return None  # a process that a cell forked; ipykernel drops its messages as well
        message = msg_or_type
        if not isinstance(message, dict):
            message = self.msg(message, content=content, parent=parent, header=header, metadata=metadata)
        # What is sent is a copy: a cell that changes an object afterwards changes nothing that was shown.
        arrived = {**message, "content": self.unpack(self.pack(message["content"]))}
        arrived["buffers"] = [bytes(memoryview(buffer)) for buffer in buffers or message.get("buffers") or ()]
        (self.replies if message["msg_type"] == _REPLIES else self.published).append(arrived)
        return arrived


class InProcessKernel(ipkernel.IPythonKernel):
    """ipykernel's kernel for the notebook that this process executes."""

    debugger_class = trait_of_anything(None)  # to name the class of the debugger is to import it
    session: DirectSession
    shell: Any
    io_loop: Any
    comm_manager: Any

    def __init__(self, **settings: Any) -> None:
        # As IPythonKernel does it, without the debugger: importing it takes longer than most notebooks.
        KernelBase.__init__(self, **settings)
        self.shell_channel_thread = SimpleNamespace(parent_thread=None)  # nobody interrupts but by a signal
        self.io_loop = SimpleNamespace(call_later=self._asked_to_end, stop=None)
        self.ended = False
        self.shell = ZMQInteractiveShell.instance(
            parent=self, profile_dir=self.profile_dir, kernel=self, compiler_class=self.compiler_class
        )
        self.shell.enable_gui = self._enable_gui
        for sender in (self.shell.displayhook, self.shell.display_pub):
            sender.session = self.session
        self.shell.displayhook.topic = self._topic("execute_result")
        self.comm_manager = comm.get_comm_manager()
        self.shell.configurables.append(self.comm_manager)
        self.shell.displayhook.get_execution_count = lambda: self.execution_count

    async def execute(self, code: str, store_history: bool, stop_on_error: bool) -> str:
        """Execute the code of a cell; the id of the request, which is the parent of every message that comes of it."""
        content = {
            "code": code,
            "silent": False,
            "store_history": store_history,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": stop_on_error,
        }
        request = self.session.msg("execute_request", content)
        self.set_parent([], request)
        self._publish_status("busy", "shell")
        main = threading.current_thread() is threading.main_thread()
        if main:
            self.pre_handler_hook()
        try:
            await self.execute_request(None, [], request)
        finally:
            if main:
                self.post_handler_hook()
        sys.stdout.flush()
        sys.stderr.flush()
        self._publish_status("idle", "shell")
        return str(request["header"]["msg_id"])

    def _asked_to_end(self, delay: float, stop: Any) -> None:
        self.ended = True

    def _enable_gui(self, gui: Any = None) -> None:
        """As the shell does it, which looks for the kernel in ipykernel's application."""
        try:
            enable_gui(gui, self)
        except ValueError as error:
            raise UsageError(str(error)) from error
        self.shell.active_eventloop = gui

    def _abort_queues(self, subshell_id: str | None = None) -> None:
        """Nothing is queued: whoever executes the cells stops by itself."""


@contextmanager
def in_process_kernel() -> Iterator[InProcessKernel]:
    """A kernel in this process with a namespace, history and counts of its own, at work while the block lasts."""
    main = sys.modules.get("__main__")
    hooks = sys.displayhook, sys.excepthook
    with TemporaryDirectory(prefix="pe-", ignore_cleanup_errors=True) as folder:
        session = DirectSession(username="username")
        with recorded(session):
            kernel = _start(session, Path(folder))
            try:
                yield kernel
            finally:
                _end(kernel)
                sys.displayhook, sys.excepthook = hooks
                if main is not None:
                    sys.modules["__main__"] = main


def _start(session: DirectSession, folder: Path) -> InProcessKernel:
    os.environ["IPYTHONDIR"] = str(folder)  # read none of the user's start-up files, keep none of his history
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as ipykernel's application does
    settings = Config()
    settings.HistoryManager.enabled = False
    profile = ProfileDir.create_profile_dir_by_name(str(folder), "default")
    kernel: InProcessKernel = InProcessKernel.instance(
        config=settings, session=session, profile_dir=profile, log=SILENT
    )
    kernel._execute_sleep = 0.0  # it waits for messages under way
    _look_like_a_kernel(folder)
    InteractiveShellApp.init_path(SimpleNamespace(ignore_cwd=False))  # type: ignore[arg-type]
    kernel.shell.extension_manager.load_extension("storemagic")
    return kernel


def _look_like_a_kernel(folder: Path) -> None:
    """Arguments as those of a kernel; no folder of a script or of the user in front of the libraries."""
    script = Path(sys.argv[0] if sys.argv else "").absolute().parent
    if sys.path and (sys.path[0] == "" or Path(sys.path[0]) in (script, Path.cwd())):
        del sys.path[0]
    launcher = Path(ipykernel.__file__).parents[1] / "ipykernel_launcher.py"
    sys.argv[:] = [str(launcher), "-f", str(folder / "kernel.json")]


def _end(kernel: InProcessKernel) -> None:
    """Take back what kernel and shell put into the process."""
    import atexit

    shell = kernel.shell
    atexit.unregister(shell.atexit_operations)  # all it does is collect garbage, which can wait
    shell.restore_sys_module_state()
    shell.builtin_trap.deactivate()
    shell.user_ns.clear()
    ZMQInteractiveShell.clear_instance()
    InProcessKernel.clear_instance()
    ipkernel._comm_manager = None
