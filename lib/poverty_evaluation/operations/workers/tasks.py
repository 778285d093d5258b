"""Việc và kết quả: one report to build and what became of it, as plain values that travel between processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from poverty_evaluation.operations.requests import RunRequest


@dataclass(frozen=True, slots=True)
class ReportTask:
    """Một báo cáo cần lập. Folders in the request are absolute, so that every process finds them.

    reused: the stages whose results of the earlier run still hold and are taken over instead of built again.
    time_limit: seconds after which its process group is ended; None for no limit.
    """

    request: RunRequest
    reused: tuple[str, ...] = ()
    time_limit: float | None = None

    @property
    def name(self) -> str:
        """`place/period`, with language and vintage where they are not the usual ones."""
        parts = (self.request.place, self.request.period, self.request.vintage)
        name = "/".join(part for part in parts if part)
        return name if self.request.language == "vi" else f"{name}.{self.request.language}"


class State(StrEnum):
    """How the building of a report ended. REFUSED: the data or the request must be mended; FAILED: our fault;
    TIMED_OUT: over its time limit; DIED: its process ended without a word, killed or out of memory."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """What became of a task.

    exit_status: as of `run`. message: for people, Vietnamese and English, empty when done. notebook, cell: where it
    failed, as far as that is known; 0 is no cell. log: path of the saved log. seconds: by step. cpu_seconds,
    peak_megabytes: of its process and what that started.
    """

    task: ReportTask
    state: State
    exit_status: int = 0
    files: tuple[str, ...] = ()
    standing_errors: int = 0
    message: str = ""
    notebook: str = ""
    cell: int = 0
    log: str = ""
    seconds: Mapping[str, float] = field(default_factory=dict)
    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_megabytes: float = 0.0


@dataclass(frozen=True, slots=True)
class Started:
    """A report is being built. where: the process or machine, for people."""

    task: ReportTask
    where: str


@dataclass(frozen=True, slots=True)
class StepBegun:
    """A step of a report has begun: a notebook, an export, the publication."""

    task: ReportTask
    step: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A report was built, or was not."""

    outcome: ReportOutcome


Event = Started | StepBegun | Finished


class Executor(Protocol):
    """Nơi thực hiện: builds reports, so many at a time as it has room for."""

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        """Build every report and tell of each as it happens, in the order in which things happen.

        One report's failure is an outcome and stops no other. Tasks are taken as there is room for them, so memory
        does not grow with their number. Closing the iterator ends what is running; what is published stays.
        """
