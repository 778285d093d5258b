"""Lập báo cáo để thử: reports built by the processes of an executor, and what is seen of those from outside."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from small_project import SmallProject

from poverty_evaluation.operations.workers.local import LocalExecutor
from poverty_evaluation.operations.workers.tasks import Finished, ReportOutcome, ReportTask


def build(tasks: Iterable[ReportTask], workers: int = 1) -> list[ReportOutcome]:
    """What became of each, in the order in which they ended."""
    return [event.outcome for event in LocalExecutor(workers).run(tasks) if isinstance(event, Finished)]


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def processes_with(text: str) -> list[int]:
    """The processes whose command line holds this text."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and text in (folder / "cmdline").read_text(encoding="utf-8", errors="replace"):
                found.append(int(folder.name))
        except OSError:
            continue
    return [number for number in found if number != os.getpid() and is_alive(number)]


def staging(project: SmallProject) -> list[str]:
    """The folders of runs that are there, whether they live or not."""
    return [path.name for path in (project.root / "outputs" / ".staging").iterdir() if path.is_dir()]
