"""Đo thời gian rà soát: the audit of a long report as text, Word, PDF and web page, and how it grows with length.

    python benchmarks/audit.py [--pages 200] [--rounds 3]

The report is the mid-term report of 2018 as the tests tell it, with as much prose between its figures as it had when
it was signed, chapter after chapter until it is long enough (2,400 characters a page, as a printed page holds).
Beside each audit stands what only gets the text out of the same file: pdftotext, python-docx, lxml; and for the plain
text a search for its numbers. All take turns in each round. The growth is shown for the report and for a text of the
corpus, in which every line is full of figures that must be related. The tables go to benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import docx
import lxml.html
import typst
import yaml

from measuring import machine, spread, write_between
from poverty_evaluation.audit import audit_file

BEGIN, END = "<!-- audit: begin -->", "<!-- audit: end -->"
CORPUS = Path(__file__).parents[1] / "tests" / "audit" / "corpus"
REPORT = CORPUS.parent / "reports" / "midterm_2018.md"
PROSE = tuple(Path(__file__).parents[1].glob("data/**/narrative/*.md"))
#: How many characters of a report go with one number: 19,400 with 337 in the report of 2018 as it was signed.
CHARACTERS_OF_NUMBER = 58
CHARACTERS_OF_PAGE = 2400
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def report_text(pages: int) -> str:
    """The report of 2018 as chapters of one long report, with so much prose between its figures as reports have."""
    told = [part for part in REPORT.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    prose = [part for path in sorted(PROSE) for part in _without_figures(path.read_text(encoding="utf-8"))]
    parts: list[str] = []
    length = chapter = place = 0
    while length < pages * CHARACTERS_OF_PAGE:
        chapter += 1
        parts.append(f"PHẦN THỨ {chapter}")
        for paragraph in told:
            parts.append(paragraph)
            spare = len(NUMBER.findall(paragraph)) * CHARACTERS_OF_NUMBER - len(paragraph)
            while spare > 0:
                parts.append(prose[place % len(prose)])
                spare, place = spare - len(parts[-1]), place + 1
        length = sum(map(len, parts))
    return "\n\n".join(parts)


def _without_figures(text: str) -> list[str]:
    """The paragraphs of an office's prose in which no figure stands."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return [part for part in paragraphs if len(part) > 60 and not re.search(r"[\d{}#|]", part)]


def dense_text(pages: int) -> str:
    """Texts of the corpus under numbered headings, until they fill so many pages."""
    files = sorted((CORPUS / "development").glob("*.yml"))
    entries = [entry for path in files for entry in yaml.safe_load(path.read_text("utf-8"))]
    parts: list[str] = []
    length = 0
    while length < pages * CHARACTERS_OF_PAGE:
        entry = entries[len(parts) % len(entries)]
        parts.append(f"{len(parts) + 1}. {entry['manner']}\n\n{entry['text'].strip()}\n")
        length += len(parts[-1]) + 1
    return "\n".join(parts)


def write_all(text: str, folder: Path) -> dict[str, Path]:
    """The same paragraphs as four files."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    files = {ending: folder / f"report.{ending}" for ending in ("txt", "docx", "pdf", "html")}
    files["txt"].write_text(text, encoding="utf-8")
    written = docx.Document()
    for paragraph in paragraphs:
        written.add_paragraph(paragraph)
    written.save(str(files["docx"]))
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    files["html"].write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{body}</body>', encoding="utf-8")
    source = folder / "report.typ"
    escaped = "\n\n".join(re.sub(r"([\\*_`$#@<>\[\]~/=+-])", r"\\\1", paragraph) for paragraph in paragraphs)
    source.write_text(f'#set page("a4", margin: 2.5cm)\n#set text(size: 14pt)\n{escaped}', encoding="utf-8")
    typst.compile(str(source), output=str(files["pdf"]))
    return files


def readers() -> dict[str, tuple[str, Callable[[Path], object]]]:
    """What only gets the text out of each kind of file."""
    found: dict[str, tuple[str, Callable[[Path], object]]] = {
        "txt": ("a search for its numbers", lambda path: NUMBER.findall(path.read_text("utf-8"))),
        "docx": (
            f"python-docx {version('python-docx')}",
            lambda path: [p.text for p in docx.Document(str(path)).paragraphs],
        ),
        "html": (f"lxml {version('lxml')}", lambda path: lxml.html.parse(str(path)).getroot().text_content()),
    }
    if shutil.which("pdftotext"):
        found["pdf"] = (
            "pdftotext -layout",
            lambda path: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True),
        )
    return found


def timed(work: Callable[[Path], object], path: Path) -> float:
    started = time.perf_counter()
    work(path)
    return time.perf_counter() - started


def measured(pages: int, rounds: int, folder: Path) -> list[str]:
    files = write_all(report_text(pages), folder)
    beside = readers()
    ours: dict[str, list[float]] = {ending: [] for ending in files}
    theirs: dict[str, list[float]] = {ending: [] for ending in beside}
    figures = {ending: audit_file(path).figures_read for ending, path in files.items()}
    for _ in range(rounds):
        for ending, path in files.items():
            ours[ending].append(timed(audit_file, path))
            if ending in beside:
                theirs[ending].append(timed(beside[ending][1], path))
    size = files["txt"].stat().st_size / 1e6
    lines = [
        f"{pages} pages, {size:.1f} MB of text; minimum / median / maximum of {rounds} rounds.",
        "",
        "| file | figures read | audit, s | only the text, s | by |",
        "| --- | --- | --- | --- | --- |",
    ]
    for ending in files:
        name, seconds = (beside[ending][0], spread(theirs[ending], 2)) if ending in beside else ("–", "–")
        lines.append(f"| {ending} | {figures[ending]:,} | {spread(ours[ending], 2)} | {seconds} | {name} |")
    return lines


def growth(pages: int, rounds: int, folder: Path) -> list[str]:
    lines = [
        "| pages | the report: figures | audit, s | dense text: figures | audit, s |",
        "| --- | --- | --- | --- | --- |",
    ]
    path = folder / "growing.txt"
    for count in (pages // 8, pages // 4, pages // 2, pages, pages * 2):
        cells = []
        for text in (report_text(count), dense_text(count)):
            path.write_text(text, encoding="utf-8")
            figures = audit_file(path).figures_read
            cells += [f"{figures:,}", spread([timed(audit_file, path) for _ in range(rounds)], 2)]
        lines.append(f"| {count} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        tables = [*measured(asked.pages, asked.rounds, Path(name)), "", *growth(asked.pages, asked.rounds, Path(name))]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tables += ["", f"{machine()}; largest process {memory:.0f} MB; load of the machine {load:.1f} at the start."]
    told = "\n".join(tables)
    print(told)
    write_between(BEGIN, END, told)


if __name__ == "__main__":
    sys.exit(main())
