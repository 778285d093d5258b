"""Nhóm tiến trình: a process that builds one report leads a group of its own, which ends as a whole and with whoever
asked for the report."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

try:
    import fcntl
except ImportError:  # Windows has neither such signals nor groups of processes
    fcntl = None  # type: ignore[assignment]

_PR_SET_PDEATHSIG = 1


def lead_group() -> None:
    """From now on this process and all it starts are one group, which Ctrl-C in the terminal does not reach."""
    if hasattr(os, "setsid"):
        os.setsid()


def end_with_parent() -> None:
    """The group of this process is killed as soon as the process that asked for it is gone, however that ended; the
    process itself also when the one that forked it is gone. `lead_group` comes before."""
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("this process was not started by multiprocessing")
    _end_with_forking_process()
    if fcntl is not None and hasattr(fcntl, "F_SETSIG"):
        # the kernel does it, even while a library holds the interpreter; the other end of this pipe is the parent's
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(parent.sentinel, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, fcntl.fcntl(parent.sentinel, fcntl.F_GETFL) | os.O_ASYNC)
        if wait([parent.sentinel], 0):
            end_own_group()
    else:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def end_own_group() -> None:
    """End this process and all that it has started and left running; nothing after this call is executed."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def end_group(process: BaseProcess) -> None:
    """Kill a process that leads its group, with the group; also what is left of the group of one that has ended."""
    if process.pid is None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
            return
    with suppress(ProcessLookupError):
        process.kill()  # it has not come to leading a group


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    end_own_group()


def _end_with_forking_process() -> None:
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
