"""Tăng dần số báo cáo: seconds for each report and memory, from one report to hundreds; and the batch with nothing to
do."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from batch_parts.setting import (
    Keep,
    Result,
    Setting,
    Task,
    batch_command,
    built_by,
    data_root,
    environment,
    events_of,
    load,
    run_batch,
)
from batch_parts.watching import Watch
from measuring import ROOT, run

_OUTPUTS = "growth-outputs"
#: Runs our command and counts which files it opened, by where they lie.
_COUNTING = """
import collections, os, runpy, sys
roots = dict(pair.split("=", 1) for pair in sys.argv[1].split(os.pathsep))
opened = {name: set() for name in roots}
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        for name, root in roots.items():
            if path.startswith(root + os.sep) and os.path.isfile(path):
                opened[name].add(path)
                break
def tell():
    for name, paths in opened.items():
        size = sum(os.path.getsize(path) for path in paths if os.path.exists(path))
        print("opened", name, len(paths), size, file=sys.stderr)
sys.argv = ["poverty-evaluation", *sys.argv[2:]]
sys.addaudithook(note)
try:
    runpy.run_module("poverty_evaluation.cli", run_name="__main__")
finally:
    tell()
"""


def measure(setting: Setting, keep: Keep) -> None:
    """Batches of growing size, each into an empty folder; the last one's results stay for `unchanged`."""
    root, tasks = data_root(setting, max(setting.growth))
    result: Result = {"workers": setting.workers, "sizes": []}
    for size in sorted(setting.growth):
        outputs = setting.fresh(_OUTPUTS)
        at = load()
        watch = Watch()
        try:
            spent, events = run_batch(setting, root, tasks[:size], outputs, watch.start)
        except RuntimeError as error:
            result["sizes"].append({"reports": size, "failure": str(error)})
            keep(result)
            return
        finally:
            watch.stop()
        told = {"reports": size, "built": len(built_by(events)), "load": at, "seconds": spent.wall}
        told |= {"wall": spent.wall / size, "cpu": spent.cpu / size}
        told |= {"main": watch.main, "warm": watch.warm, "child": watch.child, "total": watch.total}
        result["sizes"].append(told)
        keep(result)
        if setting.is_over:
            return


def measure_unchanged(setting: Setting, keep: Keep) -> None:
    """The largest batch again, nothing having changed."""
    size = max(setting.growth)
    root, tasks = data_root(setting, size)
    outputs = setting.folder / _OUTPUTS
    if not _is_built(outputs, tasks):
        outputs = setting.fresh(_OUTPUTS)
        run_batch(setting, root, tasks, outputs)
    result: Result = {"reports": size, "load": load(), "wall": [], "cpu": [], "memory": []}
    for _ in range(max(setting.rounds, 3)):
        spent = run(batch_command(setting, root, tasks, outputs), environment(), setting.left, accepted=(0, 3))
        unchanged = [one for one in events_of(spent.told) if one.get("reason") == "unchanged"]
        result["unchanged"] = len(unchanged)
        result["failure"] = spent.failure
        result["wall"].append(spent.wall)
        result["cpu"].append(spent.cpu)
        result["memory"].append(spent.memory)
        keep(result)
    result["opened"] = _opened(setting, root, tasks, outputs)
    keep(result)


def _is_built(outputs: Path, tasks: list[Task]) -> bool:
    return all((outputs / place / period / "run.json").is_file() for place, period in tasks)


def _opened(setting: Setting, root: Path, tasks: list[Task], outputs: Path) -> dict[str, list[int]]:
    """How many files it opened and how large they are, in a run of its own."""
    places = {"data": root, "outputs": outputs, "package": ROOT / "lib", "notebooks": ROOT / "notebooks"}
    named = ":".join(f"{name}={path}" for name, path in places.items())
    script = setting.folder / "counting.py"
    script.write_text(_COUNTING, encoding="utf-8")
    command = batch_command(setting, root, tasks, outputs)
    told = setting.folder / "opened.txt"
    shell = ["/bin/sh", "-c", '"$@" 2> "$0"', str(told), sys.executable, str(script), named]
    run([*shell, *command[command.index("batch") :]], environment(), setting.left, accepted=(0, 3))
    lines = [line.split() for line in told.read_text(encoding="utf-8").splitlines() if line.startswith("opened ")]
    return {name: [int(count), int(size)] for _, name, count, size in lines}


def measure_memory(setting: Setting, keep: Keep) -> None:
    """The main process over a very long batch; ended at the limit of the part."""
    root, tasks = data_root(setting, setting.memory_reports)
    outputs = setting.fresh("memory-outputs")
    watch = Watch(every=2.0)
    at = load()
    spent = run(batch_command(setting, root, tasks, outputs), environment(), setting.left, watch.start, accepted=(0, 3))
    watch.stop()
    events = events_of(spent.told)
    built = built_by(events)
    steps = max(len(watch.curve) // 200, 1)
    keep(
        {
            "asked": len(tasks),
            "built": len(built),
            "failed": sum(event["event"] == "failed" for event in events),
            "seconds": spent.wall,
            "load": at,
            "failure": spent.failure,
            "main": watch.main,
            "warm": watch.warm,
            "child": watch.child,
            "total": watch.total,
            "curve": watch.curve[::steps],
        }
    )
    shutil.rmtree(outputs, ignore_errors=True)
