"""Lập nhiều báo cáo: plans lazily, gives what has to be built to an executor, and keeps account of what becomes of it.

The published reports are the state: a batch that was stopped or killed is taken up again by running it again.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from types import FrameType
from typing import Protocol

from poverty_evaluation.operations.batch.failed_reports import FailedReports
from poverty_evaluation.operations.batch.only_one import only_one
from poverty_evaluation.operations.batch.package_listings import keep_listing
from poverty_evaluation.operations.batch.planning import Course, PlannedReport, plan_reports
from poverty_evaluation.operations.batch.selection import Selection
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.publishing import recover
from poverty_evaluation.operations.requests import outputs_of
from poverty_evaluation.operations.stages.fingerprints import tools
from poverty_evaluation.operations.staging import clean_dead_staging
from poverty_evaluation.operations.workers.tasks import (
    Event,
    Executor,
    Finished,
    ReportOutcome,
    ReportTask,
    State,
)

#: Seconds after which the building of a report is ended, unless another limit is asked for.
TIME_LIMIT = 900.0
#: The exit status told when the batch as a whole cannot go on.
FAILED_STATUS = 1


class Show(Protocol):
    """Cách trình bày: where people or programs see how a batch goes."""

    def begin(self, tally: Tally) -> None:
        """The batch begins."""

    def skipped(self, report: PlannedReport, tally: Tally) -> None:
        """A report is left as it is, having been counted."""

    def happened(self, event: Event, tally: Tally) -> None:
        """Something happened to a report that is being built; one that has ended has been counted."""

    def end(self, tally: Tally, exit_status: int) -> None:
        """The batch has come to its end, or was stopped."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is carried out. forced: build again what holds."""

    strict: bool = False
    forced: bool = False
    time_limit: float | None = TIME_LIMIT


def run_batch(selection: Selection, options: BatchOptions, executor: Callable[[], Executor], show: Show) -> int:
    """Build what is not up to date of a selection; the exit status.

    InputError when another batch is at work below the same outputs. The executor is asked for only when there is
    something to build. Ctrl-C and SIGTERM stop it: what is published by then stays.
    """
    tally = Tally(len(selection.requests), selection.absent)
    if not selection.requests:
        show.begin(tally)
        show.end(tally, 0)
        return 0
    account = _Account(FailedReports(outputs_of(selection.requests[0])), options, show, tally)
    with only_one(account.failed.outputs), _stopped_by_signals():
        show.begin(tally)
        try:
            _work_off(selection, executor, account)
        except KeyboardInterrupt:
            tally.was_interrupted = True
        except BaseException:
            tally.was_interrupted = True
            show.end(tally, FAILED_STATUS)
            raise
    status = tally.exit_status(options.strict)
    show.end(tally, status)
    return status


def _work_off(selection: Selection, executor: Callable[[], Executor], account: _Account) -> None:
    recover(account.failed.outputs)
    clean_dead_staging(account.failed.outputs)
    used = tools()
    tasks = account.to_build(plan_reports(selection.requests, used, account.options.forced, account.options.time_limit))
    first = next(tasks, None)
    if first is None:
        return
    keep_listing(account.failed.outputs, used)
    events = executor().run(chain([first], tasks))
    try:
        for event in events:
            account.note(event)
    finally:
        close = getattr(events, "close", None)
        if close is not None:
            close()


@dataclass(frozen=True, slots=True)
class _Account:
    """Keeps count, keeps the records of failures, and tells of each."""

    failed: FailedReports
    options: BatchOptions
    show: Show
    tally: Tally

    def to_build(self, planned: Iterable[PlannedReport]) -> Iterator[ReportTask]:
        """The tasks of what has to be built; the others are counted on the way."""
        for report in planned:
            if report.course is Course.BUILD:
                yield report.task
            elif report.course is Course.REFUSED:
                self.note(Finished(ReportOutcome(report.task, State.REFUSED, 2, message=report.message)))
            else:
                self._skip(report)

    def _skip(self, report: PlannedReport) -> None:
        self.tally.unchanged += report.course is Course.UNCHANGED
        self.tally.issued += report.course is Course.ISSUED
        self.tally.errors_stand += report.standing
        self.failed.remove(report.task)
        self.show.skipped(report, self.tally)

    def note(self, event: Event) -> None:
        if isinstance(event, Finished):
            outcome = event.outcome
            if outcome.state is State.DONE:
                self.tally.built += 1
                self.tally.errors_stand += outcome.exit_status == 3
                self.failed.remove(outcome.task)
            else:
                self.tally.failures.append(outcome)
                self.failed.add(outcome)
        self.show.happened(event, self.tally)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """SIGTERM stops a batch as Ctrl-C does; a second signal does not disturb the clearing up."""

    def stop(number: int, frame: FrameType | None) -> None:
        for other in (signal.SIGINT, signal.SIGTERM):
            signal.signal(other, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
