"""Tiến trình con: a copy of this process that works for it, cannot outlive it and can be ended with all it started.

A fork costs some milliseconds and shares what has been loaded. It is made while the process has one thread.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any

#: How long a message may be waited for before looking whether its sender still lives.
_LOOK_AGAIN = 0.2


def can_fork() -> bool:
    return hasattr(os, "fork")


class Died(Exception):
    """The child ended without a word: a cell ended its process, or the system did (out of memory)."""


class Overdue(Exception):
    """No message in time."""


class Child:
    """A forked process in a process group of its own, and the pipe between it and this one.

    It runs `work(connection)` and ends; what `work` raises is told on its stderr. When this process ends in
    whatever way, it ends too.
    """

    def __init__(self, work: Callable[[Connection], None]) -> None:
        self._connection, theirs = Pipe()
        alive, self._alive = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.process = os.fork()
        if self.process == 0:
            self._connection.close()
            os.close(self._alive)
            _live_as_child(work, theirs, alive)
        theirs.close()
        os.close(alive)
        with suppress(OSError):  # whichever of the two processes comes first
            os.setpgid(self.process, self.process)
        self._ended = False

    def send(self, message: Any) -> None:
        """Died when nobody is there to receive it."""
        try:
            self._connection.send(message)
        except OSError:
            raise Died from None

    def receive(self, deadline: float | None = None) -> Any:
        """The next message. Died, or Overdue when the monotonic clock reaches the deadline."""
        while True:
            wait = _LOOK_AGAIN if deadline is None else min(_LOOK_AGAIN, max(0.0, deadline - time.monotonic()))
            if self._connection.poll(wait):
                try:
                    return self._connection.recv()
                except (EOFError, OSError):
                    raise Died from None
            # The pipe stays open as long as anything that the child started holds it.
            if self._has_ended() and not self._connection.poll(0):
                raise Died
            if deadline is not None and time.monotonic() >= deadline:
                raise Overdue

    def end(self) -> None:
        """End the child and whatever it started."""
        if not self._has_ended():
            with suppress(OSError):
                os.killpg(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self._ended = True
        with suppress(OSError):
            os.killpg(self.process, signal.SIGKILL)  # what it left behind
        self._connection.close()
        with suppress(OSError):
            os.close(self._alive)

    def _has_ended(self) -> bool:
        if not self._ended:
            self._ended = os.waitpid(self.process, os.WNOHANG)[0] == self.process
        return self._ended


def _live_as_child(work: Callable[[Connection], None], connection: Connection, alive: int) -> None:
    status = 1
    try:
        os.setpgid(0, 0)
        _forget_the_parents_end()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        threading.Thread(target=_end_with_parent, args=(alive,), daemon=True).start()
        work(connection)
        atexit._run_exitfuncs()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _forget_the_parents_end() -> None:
    """What the parent does as it ends (temporary folders removed, files closed) is not for a copy to do."""
    atexit._clear()
    registry: Any = weakref.finalize
    registry._registry.clear()
    registry._registered_with_atexit = False


def _end_with_parent(alive: int) -> None:
    """The other end of the pipe closes when the parent is gone."""
    os.read(alive, 1)
    os.killpg(0, signal.SIGKILL)


def sendable(error: Exception) -> Exception:
    """An exception that survives the way between two processes."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def relay(child: Child, handlers: Mapping[str, Callable[..., None]], deadline: Callable[[], float | None]) -> Any:
    """Pass the messages (name, arguments) of a child to their handlers, until "done" tells a result or "raised" an
    exception."""
    while True:
        name, *arguments = child.receive(deadline())
        if name == "done":
            return arguments[0]
        if name == "raised":
            raise arguments[0]
        handlers[name](*arguments)
