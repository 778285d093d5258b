"""Theo dõi bộ nhớ: looks at the processes of a batch from time to time."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from measuring import descendants

_TRACKER = "multiprocessing.resource_tracker"


@dataclass
class Watch:
    """The peaks of a batch, in MB: its main process, the warm parent, the largest process of a report, and the shared
    out total (PSS) of all at one moment; the main process also as a curve over the seconds."""

    every: float = 0.5
    main: float = 0.0
    warm: float = 0.0
    child: float = 0.0
    total: float = 0.0
    curve: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, pid: int) -> None:
        """Begin; what `measuring.run` calls with the number of the process."""
        self._thread = threading.Thread(target=self._look, args=(pid, time.monotonic()), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _look(self, pid: int, since: float) -> None:
        while not self._ended.wait(self.every):
            own = _megabytes(pid, "status", "VmRSS:")
            if not own:
                continue
            self.main = max(self.main, own)
            self.curve.append((round(time.monotonic() - since, 1), round(own, 1)))
            total = 0.0
            for one in descendants(pid):
                total += _megabytes(one, "smaps_rollup", "Pss:")
                self._note(one, pid)
            self.total = max(self.total, total)

    def _note(self, one: int, pid: int) -> None:
        size = _megabytes(one, "status", "VmRSS:")
        if is_report(one, pid):
            self.child = max(self.child, size)
        elif one != pid and _TRACKER not in _command(one):
            self.warm = max(self.warm, size)


def is_report(one: int, pid: int) -> bool:
    """Whether a process builds a report of the batch whose main process is `pid`, or was started by one that does: it
    was forked from the warm parent, and so has its command."""
    return one != pid and _parent(one) not in (0, pid)


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def _parent(pid: int) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def _megabytes(pid: int, name: str, key: str) -> float:
    with suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/{name}").read_text().splitlines():
            if line.startswith(key):
                return int(line.split()[1]) / 1024
    return 0.0
