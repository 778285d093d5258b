"""Cùng phiên, xen kẽ: in each round a place's reports of every period by the stock commands without JupyterLab and with
it, our batch, the plain functions in as many warm processes as the batch has workers, and the same reports by our
command from cold. All seconds are those of one report: a year's reports differ, so each round has as many of each."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from batch_parts.environments import has_lab_here, with_lab
from batch_parts.setting import (
    PERIODS,
    STAGES,
    Keep,
    Result,
    Setting,
    Task,
    built_by,
    data_root,
    environment,
    load,
    ours,
    run_batch,
    task_list,
)
from measuring import BIN, ROOT, run


def measure(setting: Setting, keep: Keep) -> None:
    root, tasks = data_root(setting, setting.reports)
    lab = with_lab(setting) if setting.with_lab else None
    result: Result = {
        "reports": len(tasks),
        "workers": setting.workers,
        "jupyterlab_in_ours": has_lab_here(),
        "rounds": [],
    }
    for number in range(setting.rounds + 1):
        told = _round(setting, root, tasks, lab, number)
        if setting.is_over and any("failure" in way for way in told.values() if isinstance(way, dict)):
            break  # ended by the limit
        if number > 0:  # the first round only warms the disk
            result["rounds"].append(told)
            keep(result)
        if setting.is_over:
            break


def _round(setting: Setting, root: Path, tasks: Sequence[Task], lab: Path | None, number: int) -> Result:
    places = list(dict.fromkeys(place for place, _ in tasks))
    alone = [(places[number % len(places)], period) for period in PERIODS]
    told: Result = {"load": load(), "stock": _mean([stock_report(BIN, root, task, setting) for task in alone])}
    if lab is not None:
        told["stock_with_lab"] = _mean([stock_report(lab, root, task, setting) for task in alone])
    told["batch"] = batched(setting, root, tasks)
    told["cold"] = _mean([cold(setting, root, task) for task in alone])
    told["plain"] = plain(setting, root, tasks)
    return told


def _mean(reports: Sequence[Result]) -> Result:
    """The seconds of one report; what failed where one did."""
    failed = [one for one in reports if "failure" in one]
    return failed[0] if failed else {kind: sum(one[kind] for one in reports) / len(reports) for kind in reports[0]}


def stock_report(programs: Path, root: Path, task: Task, setting: Setting) -> Result:
    """Three papermill commands and one nbconvert, as they are typed by hand."""
    folder = setting.fresh("stock")
    parameters = ["-r", "place", task[0], "-r", "period", task[1]]
    folders = ["-r", "data_dir", str(root), "-r", "work_dir", str(folder / "work")]
    commands = [
        [str(programs / "papermill"), str(ROOT / "notebooks" / f"{stage}.ipynb"), str(folder / f"{stage}.ipynb"),
         *parameters, *folders, "--no-progress-bar"]
        for stage in STAGES
    ]  # fmt: skip
    commands.append(
        [str(programs / "jupyter"), "nbconvert", "--to", "evaluation-html", str(folder / f"{STAGES[-1]}.ipynb")]
    )
    wall = cpu = 0.0
    for command in commands:
        spent = run(command, environment(), setting.left)
        if spent.failure:
            return {"failure": f"{Path(command[0]).name}: {spent.failure}"}
        wall, cpu = wall + spent.wall, cpu + spent.cpu
    return {"wall": wall, "cpu": cpu}


def batched(setting: Setting, root: Path, tasks: Sequence[Task]) -> Result:
    """Our batch into an empty folder, the start of the warm process included; seconds for each report."""
    outputs = setting.fresh("batch-outputs")
    try:
        spent, events = run_batch(setting, root, tasks, outputs)
    except RuntimeError as error:
        return {"failure": str(error)}
    built = built_by(events)
    shutil.rmtree(outputs, ignore_errors=True)
    return {
        "built": len(built),
        "wall": spent.wall / len(tasks),
        "cpu": spent.cpu / len(tasks),
        "cpu_of_children": sum(event["cpu_seconds"] for event in built) / max(len(built), 1),
    }


def cold(setting: Setting, root: Path, task: Task) -> Result:
    """One report by `run`, from nothing running to published."""
    outputs = setting.fresh("cold-outputs")
    command = [*ours(), "run", *task, "--data", str(root), "--output", str(outputs), "--format", "html", "--quiet"]
    spent = run(command, environment(), setting.left, accepted=(0, 3))
    return {"failure": spent.failure} if spent.failure else {"wall": spent.wall, "cpu": spent.cpu}


def plain(setting: Setting, root: Path, tasks: Sequence[Task]) -> Result:
    """The plain functions, with as many processors busy as in our batch; the mean of the reports, by part."""
    command = [sys.executable, str(ROOT / "benchmarks" / "plain_report.py"), str(task_list(setting, tasks))]
    command += ["--data", str(root), "--output", str(setting.fresh("plain")), "--workers", str(setting.workers)]
    spent = run(command, environment(OMP_NUM_THREADS="1"), setting.left)
    if spent.failure:
        return {"failure": spent.failure}
    reports = json.loads(spent.told.strip().splitlines()[-1])
    return {
        kind: {part: sum(one[kind][part] for one in reports) / len(reports) for part in reports[0][kind]}
        for kind in ("wall", "cpu")
    }
