"""Biên nhận: a note beside the outputs for each report of a batch that was published, so that none is built twice.

A machine may be lost after it published a report and before it said so; the scheduler then gives the report to
another machine, which finds the note. A machine lost in between has published without a note: the report is then
built again, from the same inputs, with the same contents. The notes lie below the outputs, which also shows that a
machine sees the same outputs as whoever asked for the batch; they are removed at the end of the batch,
those of a killed one when they are a day old.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import fields
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.remote.folders import RemoteFolder, is_url
from poverty_evaluation.operations.staging import NOTES, STAGING
from poverty_evaluation.operations.workers.tasks import ReportOutcome, ReportTask, State
from poverty_evaluation.workspace.atomic import write_json

_OPENED = "batch.json"


def open_receipts(outputs: str, batch: str) -> None:
    """Begin the notes of a batch."""
    _write(outputs, batch, _OPENED, {"batch": batch})


def are_open(outputs: str, batch: str) -> bool:
    """Whether the notes of a batch are seen from this machine."""
    return _read(outputs, batch, _OPENED) is not None


def note(outputs: str, batch: str, number: int, outcome: ReportOutcome) -> None:
    plain = {field.name: getattr(outcome, field.name) for field in fields(outcome) if field.name != "task"}
    _write(outputs, batch, f"{number}.json", {**plain, "seconds": dict(outcome.seconds)})


def noted(outputs: str, batch: str, number: int, task: ReportTask) -> ReportOutcome | None:
    """What became of a report of this batch that was published already."""
    plain = _read(outputs, batch, f"{number}.json")
    if plain is None:
        return None
    return ReportOutcome(**{**plain, "task": task, "state": State(plain["state"]), "files": tuple(plain["files"])})


def remove_receipts(outputs: str, batch: str) -> None:
    if is_url(outputs):
        _remote(outputs, batch).remove_all()
    else:
        shutil.rmtree(_local(outputs, batch), ignore_errors=True)


def _write(outputs: str, batch: str, name: str, content: dict[str, Any]) -> None:
    if is_url(outputs):
        _remote(outputs, batch).write(name, json.dumps(content).encode())
    else:
        write_json(_local(outputs, batch) / name, content)


def _read(outputs: str, batch: str, name: str) -> dict[str, Any] | None:
    if is_url(outputs):
        content = _remote(outputs, batch).read(name)
    else:
        path = _local(outputs, batch) / name
        content = path.read_bytes() if path.is_file() else None
    found: dict[str, Any] | None = None if content is None else json.loads(content)
    return found


def _local(outputs: str, batch: str) -> Path:
    return Path(outputs) / STAGING / f"{NOTES}{batch}"


def _remote(outputs: str, batch: str) -> RemoteFolder:
    return RemoteFolder(f"{outputs.rstrip('/')}/{STAGING}/{NOTES}{batch}")
