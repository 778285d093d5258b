"""JSON cho chương trình khác: one object for each event and line; keys once published here stay."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TextIO

from poverty_evaluation.operations.batch.failed_reports import described
from poverty_evaluation.operations.batch.planning import PlannedReport
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.workers.tasks import Event, Finished, ReportTask, Started, State


@dataclass
class JsonShow:
    """Writes `started`, `finished`, `failed`, `skipped` and `summary`."""

    stream: TextIO

    def begin(self, tally: Tally) -> None:
        """The first event tells it."""

    def skipped(self, report: PlannedReport, tally: Tally) -> None:
        self._write("skipped", {**_which(report.task), "reason": str(report.course)})

    def happened(self, event: Event, tally: Tally) -> None:
        if isinstance(event, Started):
            self._write("started", {**_which(event.task), "where": event.where, "reused": list(event.task.reused)})
        elif isinstance(event, Finished) and event.outcome.state is State.DONE:
            outcome = event.outcome
            self._write(
                "finished",
                {
                    **_which(outcome.task),
                    "exit_status": outcome.exit_status,
                    "files": list(outcome.files),
                    "standing_errors": outcome.standing_errors,
                    "seconds": outcome.wall_seconds,
                    "cpu_seconds": outcome.cpu_seconds,
                    "peak_megabytes": outcome.peak_megabytes,
                    "step_seconds": dict(outcome.seconds),
                },
            )
        elif isinstance(event, Finished):
            self._write("failed", {**described(event.outcome), "seconds": event.outcome.wall_seconds})

    def end(self, tally: Tally, exit_status: int) -> None:
        self._write(
            "summary",
            {
                "exit_status": exit_status,
                "total": tally.total,
                "built": tally.built,
                "unchanged": tally.unchanged,
                "issued": tally.issued,
                "failed": [outcome.task.name for outcome in tally.failures],
                "absent": [f"{place}/{period}" for place, period in tally.absent],
                "errors_stand": tally.errors_stand,
                "interrupted": tally.was_interrupted,
                "seconds": round(tally.seconds, 3),
                "per_minute": round(tally.per_minute, 2),
            },
        )

    def _write(self, event: str, content: dict[str, Any]) -> None:
        line = {"event": event, "at": datetime.now(UTC).isoformat(timespec="milliseconds"), **content}
        print(json.dumps(line, ensure_ascii=False), file=self.stream, flush=True)


def _which(task: ReportTask) -> dict[str, str]:
    request = task.request
    return {
        "report": task.name,
        "place": request.place,
        "period": request.period,
        "language": request.language,
        "vintage": request.vintage,
    }
