"""Đo thời gian lập một báo cáo: our command beside the same notebooks by stock papermill and nbconvert.

    python benchmarks/one_period.py [rounds] [place] [period]

Both ways take turns in one session, so that the load of the machine falls on both alike; the ratios of the rounds
are what can be relied on. The table is printed and written into benchmarks/README.md. Nothing is published: all
results go to a temporary folder.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring import BIN, ROOT, Measured, machine, spread, timed, write_between

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
STAGES = ("01_ingest", "02_analysis", "03_report")
#: The files of each format by their exporters; our command writes the working paper in three of them as well.
FORMATS = {
    "html": ("evaluation-html",),
    "pdf": ("evaluation-pdf",),
    "docx": ("evaluation-docx",),
    "xlsx": ("evaluation-xlsx", "evaluation-forms"),
}


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
        f" {machine()}.\n\n" + table(ours, stock)
    )
    print(text)
    write_between(BEGIN, END, text)


if __name__ == "__main__":
    main()
