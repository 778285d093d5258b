"""Đo thời gian lập một báo cáo: our command beside the same notebooks by stock papermill and nbconvert.

    python benchmarks/one_period.py [rounds] [place] [period]

Both ways take turns in one session, so that the load of the machine falls on both alike; the ratios of the rounds
are what can be relied on. The table is printed and written into benchmarks/README.md. Nothing is published: all
results go to a temporary folder.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
README = ROOT / "benchmarks" / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
STAGES = ("01_ingest", "02_analysis", "03_report")
#: The files of each format by their exporters; our command writes the working paper in three of them as well.
FORMATS = {
    "html": ("evaluation-html",),
    "pdf": ("evaluation-pdf",),
    "docx": ("evaluation-docx",),
    "xlsx": ("evaluation-xlsx", "evaluation-forms"),
}


@dataclass
class Measured:
    """Wall seconds by part, and the memory of the largest process in MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    memory: float = 0.0

    @property
    def total(self) -> float:
        return self.seconds["all"]


def timed(measured: Measured, part: str, command: Sequence[str]) -> None:
    """Run a command to its end, adding its wall time and the largest process below it; an error ends everything."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = os.posix_spawn(
            command[0],
            list(command),
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, told.fileno(), 1), (os.POSIX_SPAWN_DUP2, told.fileno(), 2)],
        )
        _, status, usage = os.wait4(process, 0)
        measured.seconds[part] = measured.seconds.get(part, 0.0) + time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) != 0:
            told.seek(0)
            sys.exit(f"{' '.join(command)}\n{told.read().decode(errors='replace')}")
    scale = 1024**2 if sys.platform == "darwin" else 1024
    measured.memory = max(measured.memory, usage.ru_maxrss / scale)


def our_command(folder: Path, place: str, period: str) -> Measured:
    measured = Measured()
    timed(measured, "all", [str(BIN / "poverty-evaluation"), "run", place, period, "--quiet", "--output", str(folder)])
    record = json.loads((folder / place / period / "run.json").read_text(encoding="utf-8"))
    measured.seconds |= record["times"]["seconds"]
    return measured


def stock_tools(folder: Path, place: str, period: str) -> Measured:
    measured = Measured()
    parameters = ["-r", "place", place, "-r", "period", period, "-r", "work_dir", str(folder / "work")]
    for stage in STAGES:
        target = str(folder / f"{stage}.ipynb")
        command = [str(BIN / "papermill"), str(ROOT / "notebooks" / f"{stage}.ipynb"), target, *parameters]
        timed(measured, stage, [*command, "--no-progress-bar"])
    for ending, exporters in FORMATS.items():
        for exporter in exporters:
            command = [str(BIN / "jupyter"), "nbconvert", "--to", exporter, str(folder / "03_report.ipynb")]
            timed(measured, ending, command)
    measured.seconds["all"] = sum(measured.seconds.values())
    return measured


def spread(values: Sequence[float], digits: int = 1) -> str:
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))


def table(ours: Sequence[Measured], stock: Sequence[Measured]) -> str:
    lines = [
        "| part | `poverty-evaluation run`, s | stock papermill and nbconvert, s | stock / ours |",
        "| --- | --- | --- | --- |",
    ]
    for part in (*STAGES, *FORMATS, "all"):
        mine, theirs = [item.seconds[part] for item in ours], [item.seconds[part] for item in stock]
        ratios = [their / my for my, their in zip(mine, theirs, strict=True)]
        lines.append(f"| {part} | {spread(mine)} | {spread(theirs)} | {spread(ratios)} |")
    mine, theirs = [item.memory for item in ours], [item.memory for item in stock]
    lines.append(f"| largest process, MB | {spread(mine, 0)} | {spread(theirs, 0)} | |")
    return "\n".join(lines)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    place, period = (sys.argv[2:4] or ["bac-giang-city", "2016-2018"])[:2]
    os.chdir(ROOT)
    ours: list[Measured] = []
    stock: list[Measured] = []
    for number in range(rounds + 1):
        for measure, kept in ((our_command, ours), (stock_tools, stock)):
            with tempfile.TemporaryDirectory() as folder:
                measured = measure(Path(folder), place, period)
            if number > 0:  # the first round only warms the disk
                kept.append(measured)
                print(f"round {number}, {measure.__name__}: {measured.total:.1f} s", flush=True)
    text = (
        f"`{place}`, `{period}`; minimum / median / maximum of {rounds} rounds after one that warms the disk;"
        f" {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n\n"
        + table(ours, stock)
    )
    print(text)
    readme = README.read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
