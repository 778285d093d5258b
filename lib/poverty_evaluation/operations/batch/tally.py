"""Tổng kết: what became of the reports of a batch, counted as they end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from poverty_evaluation.operations.workers.tasks import ReportOutcome, State

OUR_FAULT, TO_MEND, ERRORS_STAND, INTERRUPTED = 1, 2, 3, 130
#: How a report ends when the program is at fault.
FAULTS = frozenset({State.FAILED, State.TIMED_OUT, State.DIED})


@dataclass
class Tally:
    """Số đếm. total: the reports of the batch; absent: what was asked for and has no data."""

    total: int
    absent: tuple[tuple[str, str], ...] = ()
    built: int = 0
    unchanged: int = 0
    issued: int = 0
    errors_stand: int = 0
    failures: list[ReportOutcome] = field(default_factory=list)
    was_interrupted: bool = False
    _started: float = field(default_factory=time.monotonic)

    @property
    def done(self) -> int:
        return self.built + self.unchanged + self.issued + len(self.failures)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started

    @property
    def per_minute(self) -> float:
        """Reports built in a minute, as it went so far."""
        return 60 * self.built / max(self.seconds, 0.001)

    @property
    def remaining_seconds(self) -> float | None:
        """How long the rest takes if it goes on like this; None before anything was built."""
        tried = self.built + len(self.failures)
        return (self.total - self.done) * self.seconds / tried if tried else None

    def exit_status(self, strict: bool) -> int:
        """One for all: stopped, our fault, data to mend, error findings that stand, done."""
        if self.was_interrupted:
            return INTERRUPTED
        if any(one.state in FAULTS for one in self.failures):
            return OUR_FAULT
        if self.failures:
            return TO_MEND
        return ERRORS_STAND if strict and self.errors_stand else 0
