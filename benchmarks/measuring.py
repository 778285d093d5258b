"""Đo: what the benchmarks share: a command's time, memory and processors, spreads, tables in the README."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
README = ROOT / "benchmarks" / "README.md"
_PR_SET_CHILD_SUBREAPER = 36
#: How long what a command has left behind may take to end by itself.
_LEFT_SECONDS = 15.0
_SCALE = 1024**2 if sys.platform == "darwin" else 1024


@dataclass
class Measured:
    """Wall seconds by part, and the memory of the largest process in MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    memory: float = 0.0

    @property
    def total(self) -> float:
        return self.seconds["all"]


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: wall seconds until it ended, processor seconds of all its processes, MB of the largest of
    those that it waited for; what it printed, and why it failed ("" where it did not)."""

    wall: float
    cpu: float
    memory: float
    told: str
    failure: str


def run(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    limit: float = 3600.0,
    started: Callable[[int], None] = lambda pid: None,
    accepted: Sequence[int] = (0,),
) -> Spent:
    """Run a command in a session of its own to its end, or to the limit, and count all that came of it.

    started: is told the number of its process; accepted: exit statuses that are no failure. Processes that outlive
    the command come to this one, are waited for and counted too.
    """
    adopt_orphans()
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as errors:
        before = _children_seconds()
        begun = time.perf_counter()
        process = subprocess.Popen(
            list(command), stdout=told, stderr=errors, env={**os.environ, **(environment or {})}, start_new_session=True
        )
        stop = threading.Timer(limit, _kill_group, (process.pid,))
        stop.daemon = True
        stop.start()
        started(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        stop.cancel()
        wait_for_orphans()
        told.seek(0)
        errors.seek(0)
        failure = ""
        if process.returncode not in accepted:
            lines = errors.read().decode(errors="replace").strip().splitlines() or ["no message"]
            failure = f"more than {limit:.0f} s" if wall >= limit else f"{process.returncode}: {lines[-1][:160]}"
        text = told.read().decode(errors="replace")
        return Spent(wall, _children_seconds() - before, usage.ru_maxrss / _SCALE, text, failure)


def timed(measured: Measured, part: str, command: Sequence[str]) -> None:
    """Run a command to its end, adding its wall time and the largest process below it; an error ends everything."""
    spent = run(command)
    if spent.failure:
        sys.exit(f"{' '.join(command)}\n{spent.told}\n{spent.failure}")
    measured.seconds[part] = measured.seconds.get(part, 0.0) + spent.wall
    measured.memory = max(measured.memory, spent.memory)


def wait_for_orphans() -> bool:
    """Wait for what an ended command has left behind; what does not end by itself is killed. Whether all ended."""
    until = time.monotonic() + _LEFT_SECONDS
    all_ended = True
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return all_ended
        if pid == 0 and time.monotonic() > until:
            all_ended = False
            for child in children_of(os.getpid()):
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            until = time.monotonic() + _LEFT_SECONDS
        if pid == 0:
            time.sleep(0.01)


def children_of(pid: int) -> list[int]:
    """The processes whose parent this one is; empty where the system has no /proc."""
    return [child for child, parent in parents().items() if parent == pid]


def descendants(pid: int) -> list[int]:
    """A process and all below it, itself first."""
    of = parents()
    found = [pid]
    for one in found:
        found += [child for child, parent in of.items() if parent == one]
    return found


def parents() -> dict[int, int]:
    """The parent of every process of the machine."""
    found = {}
    for entry in os.scandir("/proc") if os.path.isdir("/proc") else ():
        if entry.name.isdecimal():
            with suppress(OSError, ValueError, IndexError):
                found[int(entry.name)] = int(Path(entry.path, "stat").read_text().rpartition(")")[2].split()[1])
    return found


def spread(values: Sequence[float], digits: int = 1) -> str:
    """Minimum, median and maximum; one value alone, and a dash for none."""
    if len(values) < 2:
        return "".join(f"{value:.{digits}f}" for value in values) or "–"
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))


def machine() -> str:
    """The cores, the system and the Python."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def write_between(begin: str, end: str, text: str, readme: Path = README) -> None:
    """Put a text between two markers of the README."""
    ahead, rest = readme.read_text(encoding="utf-8").split(begin)
    readme.write_text(f"{ahead}{begin}\n{text}\n{end}{rest.split(end)[1]}", encoding="utf-8")


def _children_seconds() -> float:
    times = os.times()
    return times.children_user + times.children_system


def adopt_orphans() -> None:
    """From now on what loses its parent below this process comes to this process, where the system knows of that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
