"""Báo cáo chưa lập được: one small record below the outputs for each, until it succeeds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.workers.tasks import ReportOutcome, ReportTask
from poverty_evaluation.workspace.atomic import write_json

BATCH = ".batch"
_FOLDER = "failed"


@dataclass(frozen=True, slots=True)
class FailedReports:
    """The records below one folder of outputs."""

    outputs: Path

    def add(self, outcome: ReportOutcome) -> None:
        """Keep how a report failed, in the place of what was kept before."""
        write_json(self._path(outcome.task), {**described(outcome), "at": datetime.now(UTC).isoformat("T", "seconds")})

    def remove(self, task: ReportTask) -> None:
        """Forget that a report failed: it has been built, or need not be."""
        path = self._path(task)
        path.unlink(missing_ok=True)
        with suppress(OSError):  # the place has others, or none
            path.parent.rmdir()

    def names(self) -> frozenset[str]:
        """The reports that failed, as `ReportTask.name` calls them. A record that cannot be read counts by its name."""
        folder = self.outputs / BATCH / _FOLDER
        return frozenset(path.relative_to(folder).as_posix().removesuffix(".json") for path in folder.rglob("*.json"))

    def read(self, task: ReportTask) -> Mapping[str, Any]:
        """What was kept of a report; empty when nothing was."""
        try:
            found: dict[str, Any] = json.loads(self._path(task).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found

    def _path(self, task: ReportTask) -> Path:
        return self.outputs / BATCH / _FOLDER / f"{task.name}.json"


def described(outcome: ReportOutcome) -> dict[str, Any]:
    """A failure as plain values, for its record and for other programs."""
    request = outcome.task.request
    return {
        "report": outcome.task.name,
        "place": request.place,
        "period": request.period,
        "language": request.language,
        "vintage": request.vintage,
        "state": str(outcome.state),
        "exit_status": outcome.exit_status,
        "notebook": outcome.notebook,
        "cell": outcome.cell,
        "message": outcome.message,
        "log": outcome.log,
    }
