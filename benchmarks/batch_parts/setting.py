"""Điều kiện đo: where the parts work, how much they do, and what they have in common."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measuring import BIN, ROOT, Spent, run

STAGES = ("01_ingest", "02_analysis", "03_report")
PERIODS = ("2022", "2023")
#: One report: place and period.
Task = tuple[str, str]
#: Results as they go into the JSON file.
Result = dict[str, Any]
Keep = Callable[[Result], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What was asked for. folder: data roots, environments and outputs, kept for the next time; limit: seconds for
    one part, after which it ends with what it has; reports: of the batch that is compared with the stock commands."""

    folder: Path
    rounds: int
    workers: int
    limit: float
    reports: int
    growth: tuple[int, ...]
    memory_reports: int
    kills: int
    seed: int
    with_lab: bool
    deadline: list[float] = field(default_factory=lambda: [float("inf")])

    def begin(self) -> None:
        """A part begins."""
        self.deadline[0] = time.monotonic() + self.limit

    @property
    def left(self) -> float:
        """Seconds that the part still has, at least one."""
        return max(self.deadline[0] - time.monotonic(), 1.0)

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self.deadline[0]

    def fresh(self, name: str) -> Path:
        """An empty folder."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path


def data_root(setting: Setting, reports: int) -> tuple[Path, list[Task]]:
    """A data root that has so many reports, and which they are."""
    places = -(-reports // len(PERIODS))
    root = setting.folder / f"data-{places}"
    command = [sys.executable, "-m", "poverty_evaluation.samples.many", str(root), "--places", str(places)]
    spent = run([*command, "--periods", ",".join(PERIODS), "--seed", str(setting.seed)], environment())
    if spent.failure:
        shutil.rmtree(root, ignore_errors=True)  # written by an earlier generator, or half written
        spent = run([*command, "--periods", ",".join(PERIODS), "--seed", str(setting.seed)], environment())
    if spent.failure:
        raise RuntimeError(f"no data: {spent.failure}")
    tasks = [(row["place"], row["period"]) for row in planted(root)]
    return root, tasks[:reports]


def planted(root: Path) -> list[dict[str, str]]:
    """The values that tell whose a report is."""
    with (root / "planted.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def task_list(setting: Setting, tasks: Sequence[Task]) -> Path:
    """A file that names the reports, for --places-from."""
    path = setting.folder / f"list-{len(tasks)}-{tasks[0][0]}-{tasks[0][1]}.csv"
    path.write_text("place,period\n" + "".join(f"{place},{period}\n" for place, period in tasks), encoding="utf-8")
    return path


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: this package and no other."""
    return {"PYTHONPATH": str(ROOT / "lib"), "JUPYTER_PATH": "", "PYTHONDONTWRITEBYTECODE": "", **more}


def batch_command(setting: Setting, root: Path, tasks: Sequence[Task], outputs: Path, *options: str) -> list[str]:
    chosen = ["--places-from", str(task_list(setting, tasks)), "--data", str(root), "--output", str(outputs)]
    ways = ["--format", "html", "--workers", str(setting.workers), "--log", "json"]
    return [*ours(), "batch", *chosen, *ways, *options]


def ours() -> list[str]:
    """Our command."""
    script = BIN / "poverty-evaluation"
    return [str(script)] if script.exists() else [sys.executable, "-m", "poverty_evaluation.cli"]


def run_batch(
    setting: Setting,
    root: Path,
    tasks: Sequence[Task],
    outputs: Path,
    started: Callable[[int], None] = lambda pid: None,
) -> tuple[Spent, list[Mapping[str, Any]]]:
    """A batch to its end, and the events it told of. RuntimeError when a report was not built within the time."""
    command = batch_command(setting, root, tasks, outputs)
    spent = run(command, environment(), setting.left, started, accepted=(0, 3))
    events = events_of(spent.told)
    if spent.failure:
        failed = [event.get("message", "") for event in events if event["event"] == "failed"]
        raise RuntimeError(f"batch of {len(tasks)}: {spent.failure} {failed[:1]}")
    return spent, events


def events_of(told: str) -> list[Mapping[str, Any]]:
    """The events of --log json; a line that a killed process did not finish is left out."""
    found = []
    for line in told.splitlines():
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            continue
        if isinstance(event, dict) and "event" in event:
            found.append(event)
    return found


def built_by(events: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [event for event in events if event["event"] == "finished"]


def load() -> float:
    return round(os.getloadavg()[0], 1)
