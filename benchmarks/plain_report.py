"""Mức sàn: the same reports by the same functions, called one after another in warm processes, without a notebook.

    python benchmarks/plain_report.py LIST.csv --data ROOT --output DIR [--workers N]

LIST.csv has the columns place and period. Each of the N processes takes its share; its first report warms it up and is
not counted. Told as JSON, for each report and cumulatively, in seconds of wall and of processor:

  core       what the notebooks call: reading and checking, hand-over between the stages, indicators, the four charts
             of 02 and those of the report, the evaluation, and the two HTML pages (report and working paper)
  displayed  and what the notebooks make of their outputs: HTML, text and plain form of all that their cells show
  published  and what our command does and the stock commands do not: the tables beside the report, the audit that
             reads the printed page back, the hashes of what was built, the publication by a rename
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import multiprocessing
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest import mock

from nbformat import NotebookNode

from poverty_evaluation.evaluation.blocks import BLOCK_MIME, Chart, DocumentKind
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.evaluation.headline import headline_figures
from poverty_evaluation.evaluation.pictures import charts
from poverty_evaluation.exploration import provenance_tree, widest
from poverty_evaluation.indicators import PeriodTables, evaluate, for_audience
from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.operations.audits.self_audit import audit_report
from poverty_evaluation.operations.requests import RunRequest, check
from poverty_evaluation.operations.results import Built, write_tables
from poverty_evaluation.presentation import charts as drawing
from poverty_evaluation.presentation import exporters, jupyter
from poverty_evaluation.presentation.executed import Shown, blocks_of, document_of
from poverty_evaluation.reference import load_reference
from poverty_evaluation.vocabulary.explanations import explained
from poverty_evaluation.vocabulary.json_text import on_one_line
from poverty_evaluation.workspace import (
    input_hash,
    load_analysis,
    load_ingest,
    open_run,
    save_analysis,
    save_ingest,
)

CORE, DISPLAYED, PUBLISHED = "core", "displayed", "published"
#: The charts that 02 draws.
_DRAWN = ("poverty", "money", "beneficiaries", "unit_costs")


@dataclass
class Clock:
    """Seconds of wall and processor by part; parts may be entered several times."""

    wall: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall[part] = self.wall.get(part, 0.0) + time.perf_counter() - wall
        self.cpu[part] = self.cpu.get(part, 0.0) + time.process_time() - cpu


@dataclass
class PlainReport:
    """Một báo cáo không qua sổ tay: one report by the functions that the three notebooks call."""

    place: str
    period: str
    data: str
    work: Path
    ready: Path
    clock: Clock = field(default_factory=Clock)

    def build(self) -> None:
        """Everything, part by part on the clock."""
        self.work.mkdir(parents=True)
        self.ready.mkdir(parents=True)
        self._ingest()
        self._analyse()
        shown = self._report()
        with self.clock.on(CORE):
            pages = {kind: _page(blocks) for kind in _KINDS if (blocks := blocks_of(shown, kind))}
            for kind, page in pages.items():
                (self.ready / f"{_KINDS[kind]}.html").write_text(page, encoding="utf-8")
        with self.clock.on(PUBLISHED):
            self._publish(shown)

    def _run(self) -> Any:
        return open_run(self.place, self.period, "vi", self.data, str(self.work))

    def _ingest(self) -> None:
        with self.clock.on(CORE):
            run = self._run()
            reference = load_reference(run.data_root)
            inputs = input_hash(run)
            received = read_period(run.period_folder, run.data_root, reference, run.neighbours, run.vintage)
        with self.clock.on(DISPLAYED):
            columns = "^(place_code|as_of|standard_id|vintage|.*_households|.*_printed)$"
            _frame(received.tables["household_review"].filter(regex=columns))
            _frame(received.tables["activities"][["activity_id", "part_of", "measure_code", "flow"]])
            _frame(received.tables["activity_figures"][["figure_id", "kind", "flow", "value", "unit", "as_printed"]])
            jupyter.findings_table(received.findings, run.language)
        with self.clock.on(CORE):
            save_ingest(run, received.tables, received.findings, received.extras(), inputs)

    def _analyse(self) -> None:
        with self.clock.on(CORE):
            run = self._run()
            handed = load_ingest(run)
            received = ReceivedPeriod.from_parts(handed.tables, handed.findings, handed.extras)
            reference = load_reference(run.data_root)
            of = received.report
            evaluated = evaluate(
                PeriodTables(
                    received.tables,
                    reference,
                    received.place_code,
                    of.period,
                    of.leading_standard,
                    of.programme_id,
                    run.vintage,
                )
            )
            findings = explained((*received.findings, *evaluated.findings), received.explanations)
            told = for_audience(evaluated.values, findings, of.audience, received.place_code, reference)
            context = EvaluationContext(
                of, reference, run.language, told.values, told.findings, received.tables, received.narrative
            )
            wanted = [chart for name in _DRAWN if (chart := charts(context)[name]()) is not None]
            pictures = [drawing.draw(chart, run.language) for chart in wanted]
        with self.clock.on(DISPLAYED):
            values = [value for value in told.values if value.indicator_id != "activity_figure"]
            jupyter.values_table(values, run.language)
            jupyter.findings_table(evaluated.findings, run.language)
            for chart, picture in zip(wanted, pictures, strict=True):
                _bundle(chart, run.language, picture)
            provenance_tree(told.values, widest(told.values), run.language)
        with self.clock.on(CORE):
            headline_figures(context)
            save_analysis(run, told.values, told.findings, received.extras(), handed.input_hash)

    def _report(self) -> tuple[Shown, ...]:
        with self.clock.on(CORE):
            run = self._run()
            handed, analysis = load_ingest(run), load_analysis(run)
            received = ReceivedPeriod.from_parts(handed.tables, handed.findings, handed.extras)
            context = EvaluationContext(
                received.report,
                load_reference(run.data_root),
                run.language,
                analysis.values,
                analysis.findings,
                received.tables,
                received.narrative,
            )
            blocks = _blocks(build_evaluation(context))
            shown = tuple(
                Shown(block, drawing.draw(block, run.language) if isinstance(block, Chart) else "") for block in blocks
            )
        with self.clock.on(DISPLAYED):
            return tuple(replace(item, plain=_bundle(item.block, run.language, item.svg)) for item in shown)

    def _publish(self, shown: tuple[Shown, ...]) -> None:
        plan = check(RunRequest(self.place, self.period, self.data, str(self.ready.parent / "outputs"), "html"))
        built = Built(
            shown=shown,
            document=document_of(shown),
            report=blocks_of(shown, DocumentKind.REPORT),
            working_paper=blocks_of(shown, DocumentKind.WORKING_PAPER),
            documents=frozenset(_KINDS),
        )
        write_tables(plan, self.ready, built)
        audit_report(self.ready, ["report.html"], built.findings)
        for path in sorted(self.ready.iterdir()):
            hashlib.sha256(path.read_bytes()).hexdigest()
        plan.target.parent.mkdir(parents=True, exist_ok=True)
        os.rename(self.ready, plan.target)


#: The documents that --format html writes, and their files.
_KINDS: Mapping[DocumentKind, str] = {DocumentKind.REPORT: "report", DocumentKind.WORKING_PAPER: "working-paper"}


def _blocks(evaluation: Evaluation) -> tuple[Any, ...]:
    """All that 03 shows, in its order."""
    return (
        evaluation.document,
        *evaluation.opening,
        *evaluation.chapters,
        *evaluation.closing,
        *evaluation.appendices,
        *evaluation.working_paper,
        *evaluation.forms,
    )


def _page(shown: tuple[Shown, ...]) -> str:
    """The page that our HTML exporter writes, given the blocks themselves instead of a notebook that holds them."""
    with mock.patch.object(exporters, "_chosen", return_value=shown):
        page, _ = exporters.EvaluationHTMLExporter().from_notebook_node(NotebookNode())
    return page


def _bundle(block: Any, language: str, picture: str) -> Any:
    """Make what a notebook stores of a block that a cell shows, as text of its file; the plain form of the block. A
    chart has been drawn already."""
    with mock.patch.object(drawing, "draw", return_value=picture):
        bundle = jupyter.mime_bundle(block, language)
    on_one_line(bundle)
    return bundle[BLOCK_MIME]["block"]


def _frame(frame: Any) -> None:
    frame._repr_html_()
    repr(frame)


def measured(tasks: list[tuple[str, str]], data: str, folder: Path) -> list[dict[str, dict[str, float]]]:
    """The seconds of each report, the first of which is built once before, uncounted."""
    told = []
    for number, (place, period) in enumerate([tasks[0], *tasks]):
        one = PlainReport(place, period, data, folder / "work" / str(number), folder / f"ready-{number}")
        one.build()
        shutil.rmtree(folder / "outputs", ignore_errors=True)
        shutil.rmtree(one.work)
        told.append({"wall": _added_up(one.clock.wall), "cpu": _added_up(one.clock.cpu)})
    return told[1:]


def _added_up(seconds: Mapping[str, float]) -> dict[str, float]:
    """Each part with those before it."""
    total, found = 0.0, {}
    for part in (CORE, DISPLAYED, PUBLISHED):
        total += seconds[part]
        found[part] = total
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=Path, metavar="LIST.csv")
    parser.add_argument("--data", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes side by side (default 1)")
    asked = parser.parse_args()
    with asked.list.open(encoding="utf-8", newline="") as file:
        tasks = [(row["place"], row["period"]) for row in csv.DictReader(file)]
    shares = [(tasks[n :: asked.workers], asked.data, asked.output / str(n)) for n in range(asked.workers)]
    with multiprocessing.get_context("fork").Pool(asked.workers) as pool:
        told = pool.starmap(measured, shares, chunksize=1)
    print(json.dumps([report for share in told for report in share]))


if __name__ == "__main__":
    main()
