"""Đo phần tốn thêm của cụm máy: the same reports by processes of this machine, and through a Dask scheduler.

    python benchmarks/cluster.py [rounds] [at a time]

The scheduler and one worker with as many threads run on this machine; both ways take turns in one session and have
built a report before anything is measured, so that the load of the machine and what is loaded once fall on both
alike. Two kinds of reports: real ones, as HTML, and such that are refused as soon as their process looks at the
request, which leaves little but the way there and back. Prints a table; nothing is published but in a temporary folder.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import spread
from poverty_evaluation.operations.cluster.executor import DaskExecutor
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.local import LocalExecutor
from poverty_evaluation.operations.workers.tasks import Executor, Finished, ReportTask, State

ROOT = Path(__file__).resolve().parents[1]
PLACE, YEARS = "bac-giang-province", range(2010, 2018)
REFUSED_COUNT = 40
KINDS = {"real reports, html": State.DONE, "reports that are refused": State.REFUSED}


def tasks(kind: str, outputs: Path, count: int = 0) -> list[ReportTask]:
    """The reports of a kind; count: not more than so many."""
    data = str(ROOT / "data")
    if KINDS[kind] is State.DONE:
        asked = [RunRequest(PLACE, str(year), data, str(outputs), "html") for year in YEARS]
    else:
        asked = [RunRequest(f"nowhere-{number}", "2017", data, str(outputs), "html") for number in range(REFUSED_COUNT)]
    return [ReportTask(request) for request in asked[: count or len(asked)]]


def seconds_per_report(executor: Executor, kind: str, count: int = 0) -> float:
    """Wall seconds of a batch by the number of its reports; an outcome of another kind ends everything."""
    outputs = Path(tempfile.mkdtemp(prefix="benchmark-"))
    try:
        asked = tasks(kind, outputs, count)
        started = time.perf_counter()
        outcomes = [event.outcome for event in executor.run(asked) if isinstance(event, Finished)]
        seconds = time.perf_counter() - started
    finally:
        shutil.rmtree(outputs, ignore_errors=True)
    if [outcome.state for outcome in outcomes] != [KINDS[kind]] * len(asked):
        raise SystemExit("\n".join(outcome.message for outcome in outcomes))
    return seconds / len(asked)


@contextmanager
def cluster(threads: int) -> Iterator[str]:
    """The address of a scheduler with one worker, both gone when the block ends."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    folder = tempfile.mkdtemp(prefix="benchmark-dask-")
    commands = (
        ("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show"),
        (
            "dask_worker",
            address,
            "--nthreads",
            str(threads),
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            folder,
        ),
    )
    processes = []
    try:
        for module, *options in commands:
            command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
            process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
            processes.append(process)
            time.sleep(2)
        yield address
    finally:
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def measure(rounds: int, threads: int) -> dict[str, dict[str, list[float]]]:
    """Seconds per report by kind and way, one number a round."""
    found: dict[str, dict[str, list[float]]] = {kind: {"here": [], "cluster": []} for kind in KINDS}
    with cluster(threads) as address:
        ways: dict[str, Executor] = {"here": LocalExecutor(threads), "cluster": DaskExecutor(address)}
        for way in ways.values():
            for kind in KINDS:
                seconds_per_report(way, kind, threads)
        for _ in range(rounds):
            for kind in KINDS:
                for name, way in ways.items():
                    found[kind][name].append(seconds_per_report(way, kind))
    return found


def table(found: dict[str, dict[str, list[float]]], threads: int) -> str:
    """The measurements as a table of Markdown."""
    rounds = len(next(iter(found.values()))["here"])
    lines = [
        f"Minimum / median / maximum of {rounds} rounds; {threads} at a time, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {platform.system()} {platform.machine()}; load {os.getloadavg()[0]:.1f}.",
        "",
        "| reports | this machine, s each | through a scheduler, s each | ratio by round | more, ms each |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind, ways in found.items():
        ratios = [there / here for here, there in zip(ways["here"], ways["cluster"], strict=True)]
        more = [1000 * (there - here) for here, there in zip(ways["here"], ways["cluster"], strict=True)]
        cells = [spread(ways["here"], 3), spread(ways["cluster"], 3), spread(ratios, 2), spread(more, 0)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    asked = [int(number) for number in sys.argv[1:3]]
    rounds, threads = [*asked, *(3, 2)[len(asked) :]]
    print(table(measure(rounds, threads), threads))
