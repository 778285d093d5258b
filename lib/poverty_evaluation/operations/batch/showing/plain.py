"""Dòng chữ: how a batch goes, as lines for files, pipes and the mail of cron."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TextIO

from poverty_evaluation.operations.batch.planning import PlannedReport
from poverty_evaluation.operations.batch.showing.wording import COURSES, details, failure_list, headline, summary
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.workers.tasks import Event, Finished, State

#: A batch of more reports tells how far it is every few seconds instead of naming each.
_NAMES_EACH = 40
_SECONDS_BETWEEN = 5.0


@dataclass
class PlainShow:
    """A line for each report, or every few seconds; failures as they happen. The summary goes to `results`."""

    stream: TextIO
    results: TextIO
    _told: float = field(default_factory=time.monotonic)

    def begin(self, tally: Tally) -> None:
        self._line(f"{tally.total} báo cáo · reports")

    def skipped(self, report: PlannedReport, tally: Tally) -> None:
        self._counted(f"= {report.name}: {COURSES[report.course]}", tally)

    def happened(self, event: Event, tally: Tally) -> None:
        if not isinstance(event, Finished):
            return
        outcome = event.outcome
        if outcome.state is State.DONE:
            self._counted(f"✓ {outcome.task.name} ({outcome.wall_seconds:.1f} s)", tally)
            return
        self._line(f"✗ {headline(outcome)}")
        for line in details(outcome):
            self._line(f"     {line}")

    def end(self, tally: Tally, exit_status: int) -> None:
        for line in (*summary(tally), *failure_list(tally.failures)):
            print(line, file=self.results, flush=True)

    def _counted(self, line: str, tally: Tally) -> None:
        if tally.total <= _NAMES_EACH:
            self._line(f"[{tally.done}/{tally.total}] {line}")
        elif time.monotonic() - self._told >= _SECONDS_BETWEEN:
            self._told = time.monotonic()
            self._line(f"[{tally.done}/{tally.total}] {tally.built} đã lập · built, {tally.per_minute:.1f}/phút · min")

    def _line(self, text: str) -> None:
        print(text, file=self.stream, flush=True)


@dataclass
class QuietShow:
    """Failures as they happen, and nothing else."""

    stream: TextIO

    def begin(self, tally: Tally) -> None:
        """Nothing is told of it."""

    def skipped(self, report: PlannedReport, tally: Tally) -> None:
        """Nothing is told of it."""

    def happened(self, event: Event, tally: Tally) -> None:
        if isinstance(event, Finished) and event.outcome.state is not State.DONE:
            for line in (headline(event.outcome), *(f"     {line}" for line in details(event.outcome))):
                print(line, file=self.stream, flush=True)

    def end(self, tally: Tally, exit_status: int) -> None:
        """The exit status tells it."""
