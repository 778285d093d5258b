"""Lập một báo cáo tại tiến trình này: one task built here, and what became of it told as plain values."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from poverty_evaluation.operations.engines.engine import Engine, NotebookFailed
from poverty_evaluation.operations.failures import RunFailed, save_trace
from poverty_evaluation.operations.progress import CellCounter, Step, Timing
from poverty_evaluation.operations.run_period import run_period
from poverty_evaluation.operations.workers.tasks import Event, ReportOutcome, ReportTask, State, StepBegun
from poverty_evaluation.vocabulary.errors import InputError

REFUSED_STATUS, FAILED_STATUS = 2, 1

Tell = Callable[[Event], None]


def new_engine() -> Engine:
    """The engine that builds the reports of a batch."""
    from poverty_evaluation.operations.engines.in_process import InProcessEngine

    return InProcessEngine()


def build_report(task: ReportTask, tell: Tell, engine: Callable[[], Engine] = new_engine) -> ReportOutcome:
    """Build and publish one report in this process; every failure is an outcome. KeyboardInterrupt passes through."""
    progress = _Telling(task=task, tell=tell)
    spent = _Spent()
    try:
        outcome = _ended(task, progress, engine)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        log = save_trace(task.request.output, task.name, error)
        told_vi, told_en = "Lỗi của chương trình", "Failure of the program"
        message = f"{told_vi}: {type(error).__name__}: {error}\n{told_en}: {type(error).__name__}: {error}"
        outcome = {"state": State.FAILED, "exit_status": FAILED_STATUS, "message": message, "log": str(log or "")}
    wall, cpu, peak = spent.until_now()
    seconds = dict(progress.seconds)
    return ReportOutcome(task, **outcome, seconds=seconds, wall_seconds=wall, cpu_seconds=cpu, peak_megabytes=peak)


def _ended(task: ReportTask, progress: Timing, engine: Callable[[], Engine]) -> dict[str, Any]:
    try:
        result = run_period(task.request, progress, engine(), task.reused)
    except InputError as error:
        return {"state": State.REFUSED, "exit_status": REFUSED_STATUS, "message": error.message()}
    except RunFailed as error:
        told: dict[str, Any] = {"state": State.FAILED, "exit_status": FAILED_STATUS, "log": str(error.log)}
        told["message"] = f"{error.message_vi}\n{error.message_en}"
        if isinstance(error.__cause__, NotebookFailed):
            told |= {"notebook": error.__cause__.notebook, "cell": error.__cause__.cell}
        return told
    return {
        "state": State.DONE,
        "exit_status": result.exit_status,
        "files": tuple(str(path) for path in result.files),
        "standing_errors": result.standing_errors,
    }


@dataclass(kw_only=True)
class _Telling(Timing):
    """Tells of each step as it begins."""

    task: ReportTask
    tell: Tell

    @contextmanager
    def _shown(self, step: Step) -> Iterator[CellCounter]:
        self.tell(StepBegun(self.task, step.name))
        with super()._shown(step) as count:
            yield count


@dataclass(slots=True)
class _Spent:
    """Time and memory from here on, of this process and of the ended ones that it had started."""

    wall: float = field(default_factory=time.monotonic)
    cpu: float = field(default_factory=lambda: _usage()[0])

    def until_now(self) -> tuple[float, float, float]:
        """Seconds on the clock, seconds of the processors, megabytes at the peak."""
        cpu, peak = _usage()
        return round(time.monotonic() - self.wall, 3), round(cpu - self.cpu, 3), round(peak, 1)


def _usage() -> tuple[float, float]:
    """Seconds of the processors and megabytes at the peak; the latter 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return time.process_time(), 0.0
    both = [resource.getrusage(which) for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    per_megabyte = 2**20 if sys.platform == "darwin" else 2**10
    return sum(one.ru_utime + one.ru_stime for one in both), max(one.ru_maxrss for one in both) / per_megabyte
