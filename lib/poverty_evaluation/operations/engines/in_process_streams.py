"""Luồng ra của một sổ tay: stdout and stderr of a notebook that runs in this process, down to what C code writes.

As in a real kernel, `sys.stdout` and `sys.stderr` are ipykernel's streams, and what anything else writes to the file
descriptors 1 and 2 (C code, programs started by a cell) goes the same way. Unlike there, what was written before a cell
ended always stands in that cell.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import StringIO, UnsupportedOperation
from typing import Any

from ipykernel.iostream import OutStream
from jupyter_client.session import Session

_CHUNK = 65536


class RecordingStream(OutStream):
    """ipykernel's stream without its thread: what has been buffered longer than `flush_interval` is sent as soon as
    anything else is written, so that the order of stdout and stderr is that of a real kernel."""

    def __init__(self, session: Session, name: str, group: list[RecordingStream]) -> None:
        # Not the constructor of OutStream: it wants a thread that publishes over ZMQ.
        self.session = session
        self.name = name
        self.topic = b"stream." + name.encode()
        self.pub_thread = self  # only asked whether it is None, which means closed
        self._parent_header: ContextVar[dict[str, Any]] = ContextVar("parent_header")
        self._parent_header.set({})
        self._parent_header_global: dict[str, Any] = {}
        self._master_pid = os.getpid()
        self._buffer_lock = threading.RLock()
        self._buffers: defaultdict[Any, StringIO] = defaultdict(StringIO)
        self._local = threading.local()
        self._isatty = False
        self._should_watch = False
        self._exc = None
        self.echo = None
        self._waiting_since: float | None = None
        self._group = group
        group.append(self)
        self.descriptor: _Descriptor | None = None

    def fileno(self) -> int:
        if self.descriptor is None:
            raise UnsupportedOperation("fileno")
        return self.descriptor.original  # as in a real kernel: where the process itself writes

    def write(self, string: str) -> int:
        if self._is_master_process() or not isinstance(string, str):
            self._send_what_is_due()
            return super().write(string) or 0
        if self.descriptor is not None:  # a process that a cell forked
            os.write(self.descriptor.number, string.encode("utf-8", "replace"))
        return len(string)

    def flush(self) -> None:
        if not self._is_master_process():
            return
        for stream in self._group:
            if stream.descriptor is not None:
                stream.descriptor.drain()
        self._send_what_is_due()
        self._flush()

    def _flush(self) -> None:
        self._waiting_since = None
        super()._flush()

    def _schedule_flush(self) -> None:
        if self._waiting_since is None:
            self._waiting_since = time.monotonic()

    def _send_what_is_due(self) -> None:
        due = time.monotonic() - self.flush_interval
        waiting = [stream for stream in self._group if (stream._waiting_since or due) < due]
        for stream in sorted(waiting, key=lambda stream: stream._waiting_since or due):
            stream._flush()

    def close(self) -> None:
        self.pub_thread = None


class _Descriptor:
    """A file descriptor of the process, turned into a pipe whose contents are written to a stream."""

    def __init__(self, number: int, stream: RecordingStream) -> None:
        self.number = number
        self.original = os.dup(number)
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._lock = threading.RLock()
        self._out, into = os.pipe()
        os.set_blocking(self._out, False)
        os.dup2(into, number)
        os.close(into)
        self._end_seen, self._end = os.pipe()
        self._thread = threading.Thread(target=self._read_always, daemon=True)
        self._thread.start()

    def drain(self) -> None:
        """Write to the stream what is in the pipe."""
        with self._lock:
            while text := self._read():
                self._stream.write(text)

    def restore(self) -> None:
        self.drain()
        os.dup2(self.original, self.number)
        os.close(self._end)
        self._thread.join()
        for descriptor in (self._end_seen, self._out, self.original):
            os.close(descriptor)

    def _read(self) -> str:
        try:
            return self._decode(os.read(self._out, _CHUNK))
        except BlockingIOError:
            return ""

    def _read_always(self) -> None:
        """Keep whoever writes from waiting: a pipe takes no more than 64 kB."""
        while True:
            ready, _, _ = select.select([self._out, self._end_seen], [], [])
            if self._end_seen in ready:
                return
            self.drain()


@contextmanager
def recorded(session: Session) -> Iterator[None]:
    """`sys.stdout`, `sys.stderr` and, on systems that have them, the descriptors 1 and 2 send to the session."""
    group: list[RecordingStream] = []
    before = sys.stdout, sys.stderr
    _write_out_buffers()
    streams = RecordingStream(session, "stdout", group), RecordingStream(session, "stderr", group)
    if sys.platform != "win32":
        for number, stream in enumerate(streams, 1):
            stream.descriptor = _Descriptor(number, stream)
    sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        _write_out_buffers()
        sys.stdout, sys.stderr = before
        for stream in streams:
            descriptor, stream.descriptor = stream.descriptor, None
            if descriptor is not None:
                descriptor.restore()
            stream.close()


def _write_out_buffers() -> None:
    """What Python and C have buffered goes where it belongs before the descriptors change their meaning."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and not stream.closed:
            stream.flush()
    if sys.platform != "win32":
        import ctypes

        ctypes.CDLL(None).fflush(None)
