"""Tiến độ: what a person sees while a report is being built."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

#: Called with the number of cells done and the number of all cells.
CellCounter = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Step:
    """Một bước: a notebook, an export or the publication. `name` is what run.json calls it."""

    name: str
    label_vi: str
    label_en: str

    @property
    def label(self) -> str:
        return f"{self.label_vi} · {self.label_en}"


@dataclass
class Timing:
    """Seconds of each step, in the order they ran; the base of everything that shows progress."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, step: Step) -> Iterator[CellCounter]:
        """Show and time a step while the block runs."""
        started = time.monotonic()
        with self._shown(step) as counter:
            yield counter
        self.seconds[step.name] = round(time.monotonic() - started, 3)
        self._done(step, self.seconds[step.name])

    @contextmanager
    def _shown(self, step: Step) -> Iterator[CellCounter]:
        yield _uncounted

    def _done(self, step: Step, seconds: float) -> None:
        """Nothing to show."""


@dataclass
class PlainLines(Timing):
    """One line as each step begins and its seconds when it ends: for files, pipes and logs."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)

    @contextmanager
    def _shown(self, step: Step) -> Iterator[CellCounter]:
        print(f"{step.label} …", file=self.stream, flush=True)
        yield _uncounted

    def _done(self, step: Step, seconds: float) -> None:
        print(f"  {seconds:.1f} s", file=self.stream, flush=True)


@dataclass
class TerminalBar(Timing):
    """A moving line per step, with the cells done, in a terminal."""

    @contextmanager
    def _shown(self, step: Step) -> Iterator[CellCounter]:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(step.label, total=None)
            yield lambda done, total: progress.update(task, completed=done, total=total)

    def _done(self, step: Step, seconds: float) -> None:
        print(f"✓ {step.label} ({seconds:.1f} s)", file=sys.stderr, flush=True)


def progress_for(stream: TextIO, quiet: bool) -> Timing:
    """Bars in a terminal, plain lines elsewhere, nothing when quiet."""
    if quiet:
        return Timing()
    return TerminalBar() if stream.isatty() else PlainLines(stream=stream)


def _uncounted(done: int, total: int) -> None:
    """Cells are not shown one by one."""
