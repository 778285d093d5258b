"""Đo thời gian xuất bản: our exports of executed notebooks beside stock nbconvert, WeasyPrint and Chromium.

    python benchmarks/exports.py NOTEBOOK [NOTEBOOK …] [--rounds 3] [--weasyprint PYTHON] [--limit SECONDS]

Every export is measured as a process of its own, and ours and nbconvert's HTML once more inside a process that has
made one already. All ways take turns in each round, so that the load of the machine falls on all alike. WeasyPrint
wants an environment of its own: `python -m venv V; V/bin/pip install weasyprint; --weasyprint V/bin/python`. What is
absent, fails or exceeds the limit is said in its row. The table goes to benchmarks/README.md; no result is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from measuring import machine, run, spread, write_between
from poverty_evaluation.evaluation.blocks import DocumentKind
from poverty_evaluation.operations.requests import FORMATS
from poverty_evaluation.presentation.executed import blocks_of, shown_blocks

BEGIN, END = "<!-- exports: begin -->", "<!-- exports: end -->"
#: Makes one export twice in one process and tells how long the second took.
TWICE = """
import json, resource, sys, time
from importlib.metadata import entry_points
from nbconvert.exporters import get_exporter
name, notebook, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
make = get_exporter(name)
times = []
for _ in range(2):
    started = time.perf_counter()
    make(**options).from_filename(notebook)
    times.append(time.perf_counter() - started)
print(json.dumps(times[1]))
"""
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])"


@dataclass(frozen=True)
class Way:
    """One way to make one file: the command, where the file appears, and the exporter that can be asked in process."""

    name: str
    command: tuple[str, ...]
    written: Path
    exporter: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Measured:
    """Seconds as a process of its own and inside one, MB of the largest process, size of the file; or what failed."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    size: int = 0
    failure: str = ""


def browsers(folder: Path) -> Mapping[str, str]:
    """An environment in which playwright finds the Chromium of the system where it expects its own."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        return {}
    environment = {"PLAYWRIGHT_BROWSERS_PATH": str(folder / "browsers")}
    asked = "from playwright.sync_api import sync_playwright as s\nwith s() as p: p.chromium.launch()"
    done = subprocess.run(
        [sys.executable, "-c", asked], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    expected = re.search(r"Executable doesn't exist at (\S+)", done.stderr)
    if expected:
        path = Path(expected[1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\nexec "{chromium}" --headless --no-sandbox "$@"\n', encoding="utf-8")
        path.chmod(0o755)
    return environment


def ours(notebook: Path, folder: Path) -> list[Way]:
    """Our exports of the report and of its forms, as far as the notebook holds them."""
    shown = shown_blocks(json.loads(notebook.read_text(encoding="utf-8")))
    found = []
    for ending, exports in FORMATS.items():
        for export in exports:
            if export.document == DocumentKind.WORKING_PAPER or not blocks_of(shown, export.document):
                continue
            target = folder / f"ours-{export.stem}.{ending}"
            trait = {"document": str(export.document)} if export.document != DocumentKind.REPORT else {}
            command = nbconvert(export.exporter, notebook, target)
            found.append(Way(f"ours: {export.stem}.{ending}", command, target, export.exporter, trait))
    return found


def nbconvert(exporter: str, notebook: Path, target: Path, *options: str) -> tuple[str, ...]:
    jupyter = str(Path(sys.executable).parent / "jupyter")
    where = ("--output-dir", str(target.parent), "--output", target.name)
    return (jupyter, "nbconvert", "--to", exporter, str(notebook), *where, *options)


def others(notebook: Path, folder: Path, weasyprint: str) -> list[Way]:
    """The stock tools on the same notebook, on the page that nbconvert makes of it, and on ours."""
    page = folder / "nbconvert.html"
    webpdf = folder / "webpdf.pdf"
    found = [
        Way("nbconvert --to html", nbconvert("html", notebook, page), page, "html"),
        Way(
            "nbconvert --to webpdf",
            nbconvert("webpdf", notebook, webpdf, "--disable-chromium-sandbox"),
            webpdf,
            environment=browsers(folder),
        ),
    ]
    for name, source in (("our report.html", folder / "ours-report.html"), ("nbconvert's html", page)):
        target = folder / f"chromium-{source.stem}.pdf"
        command = chromium_prints(source, target, folder / "profile")
        found.append(Way(f"chromium --print-to-pdf, {name}", command, target))
        target = folder / f"weasyprint-{source.stem}.pdf"
        command = (weasyprint or "weasyprint-was-not-given", "-c", WEASYPRINT, str(source), str(target))
        found.append(Way(f"WeasyPrint, {name}", command, target))
    return found


def chromium_prints(page: Path, target: Path, profile: Path) -> tuple[str, ...]:
    """The command by which Chromium prints a page."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
    return (shutil.which("chromium") or "chromium", *options, f"--print-to-pdf={target}", page.as_uri())


def measure(way: Way, notebook: Path, measured: Measured, limit: float, kept: bool) -> None:
    """One round of one way; after a failure it is not tried again."""
    if measured.failure:
        return
    if not shutil.which(way.command[0]):
        measured.failure = "not measured: the program is absent"
        return
    spent = run(way.command, way.environment, limit)
    measured.failure = spent.failure
    if measured.failure or not kept:
        return
    measured.cold.append(spent.wall)
    measured.memory.append(spent.memory)
    written = way.written if way.written.is_file() else way.written.with_name(way.written.name + way.written.suffix)
    measured.size = written.stat().st_size
    if way.exporter:
        asked = (sys.executable, "-c", TWICE, way.exporter, str(notebook), json.dumps(dict(way.options)))
        spent = run(asked, way.environment, limit)
        if not spent.failure:
            measured.warm.append(json.loads(spent.told.strip().splitlines()[-1]))


def table(ways: Iterable[Way], results: Mapping[str, Measured]) -> str:
    lines = [
        "| export | own process, s | inside a process, s | largest process, MB | file, kB |",
        "| --- | --- | --- | --- | --- |",
    ]
    for way in ways:
        one = results[way.name]
        if one.failure:
            lines.append(f"| {way.name} | {one.failure.replace('|', ' ')} | | | |")
        else:
            cells = (spread(one.cold, 2), spread(one.warm, 2), spread(one.memory, 0), f"{one.size / 1000:,.0f}")
            lines.append(f"| {way.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def compared(notebook: Path, rounds: int, weasyprint: str, limit: float) -> str:
    """The table of one notebook."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways = [*ours(notebook, folder), *others(notebook, folder, weasyprint)]
        results = {way.name: Measured() for way in ways}
        for number in range(rounds + 1):  # the first round only warms the disk and makes the pages that others print
            for way in ways:
                measure(way, notebook, results[way.name], limit, kept=number > 0)
            load = os.getloadavg()[0]
            print(f"{notebook}: round {number} of {rounds}, load {load:.1f}", file=sys.stderr, flush=True)
        return table(ways, results)


def versions(weasyprint: str) -> str:
    """What was compared, with its versions."""
    told = [f"nbconvert {version('nbconvert')}", f"typst {version('typst')}"]
    if weasyprint:
        asked = [weasyprint, "-c", "import weasyprint; print(weasyprint.__version__)"]
        found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        told.append(f"WeasyPrint {found}" if found else "WeasyPrint absent")
    if chromium := shutil.which("chromium"):
        asked = [chromium, "--version", "--no-sandbox"]
        told.append(
            subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip().split(" built")[0]
        )
    return ", ".join(told)


def _of_rounds(rounds: int) -> str:
    return "One round" if rounds == 1 else f"Minimum / median / maximum of {rounds} rounds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--weasyprint", default="", metavar="PYTHON")
    parser.add_argument("--limit", type=float, default=300.0, metavar="SECONDS")
    given = parser.parse_args()
    before = os.getloadavg()[0]
    parts = [
        f"`{'/'.join(path.resolve().parts[-4:-2])}`\n\n{compared(path, given.rounds, given.weasyprint, given.limit)}"
        for path in (one.resolve() for one in given.notebooks)
    ]
    text = (
        f"{_of_rounds(given.rounds)} after one that warms the disk; {machine()}, "
        f"{versions(given.weasyprint)}; load of the machine {before:.1f} at "
        f"the start, {os.getloadavg()[0]:.1f} at the end, our own processes included.\n\n" + "\n\n".join(parts)
    )
    print(text)
    write_between(BEGIN, END, text)


if __name__ == "__main__":
    main()
