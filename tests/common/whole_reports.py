"""Báo cáo dựng từ số liệu trong kho: whole reports of the data in the repository, each step of them made once.

What the notebooks compute of a period costs seconds, and many tests look at the same reports. Each process remembers
its steps, and the costly ones are shared by all processes of a session. Whoever gets something here must not change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import nbformat
from built_once import once

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.indicators import Evaluated, PeriodTables, evaluate, for_audience
from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.presentation.jupyter import mime_bundle
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.explanations import explained
from poverty_evaluation.workspace import open_run

DATA = Path(__file__).parents[2] / "data"
SAMPLE = DATA / "sample"


@cache
def reference_of(root: Path) -> Reference:
    return load_reference(root)


@dataclass(frozen=True)
class WholeReport:
    """The report of a period of the data in the repository, in a language."""

    root: Path
    place: str
    period: str
    language: str = "vi"

    @property
    def context(self) -> EvaluationContext:
        """What it is made from, with what the document counts itself."""
        return _made(self)[0]

    @property
    def evaluation(self) -> Evaluation:
        """Its parts as blocks."""
        return _made(self)[1]

    @property
    def notebook(self) -> nbformat.NotebookNode:
        """The notebook that shows it, as if it had been executed."""
        return _notebook(self)

    def exported(self, exporter: str, document: str = "report") -> bytes:
        """The report, or the working paper beside it, as one of our exporters writes it: "evaluation-html"."""
        return _exported(self, exporter, document)

    def __str__(self) -> str:
        return f"{self.root.name}-{self.place}-{self.period}-{self.language}"


def report_of(place: str, period: str, language: str = "vi") -> WholeReport:
    """A report by place, period and language; of the invented places from data/sample."""
    is_real = (DATA / "periods" / place / period).is_dir()
    return WholeReport(DATA if is_real else SAMPLE, place, period, language)


@cache
def evaluated_period(root: Path, place: str, period: str) -> tuple[ReceivedPeriod, Evaluated]:
    """What was received of a period and what is computed from it; the language has no part in it."""

    def make() -> tuple[ReceivedPeriod, Evaluated]:
        reference, run = reference_of(root), open_run(place, period, "vi", str(root))
        received = read_period(run.period_folder, root, reference, run.neighbours, run.vintage)
        profile = received.report
        tables = PeriodTables(
            received.tables, reference, received.place_code, profile.period, profile.leading_standard,
            profile.programme_id, run.vintage,
        )  # fmt: skip
        return received, evaluate(tables)

    return once(f"{root.name}-{place}-{period}-evaluated", make)


def fresh_context(report: WholeReport) -> EvaluationContext:
    """What a report is made from for its readers, before anything of it was built."""
    reference = reference_of(report.root)
    received, evaluated = evaluated_period(report.root, report.place, report.period)
    profile = received.report
    findings = explained((*received.findings, *evaluated.findings), received.explanations)
    told = for_audience(evaluated.values, findings, profile.audience, received.place_code, reference)
    return EvaluationContext(
        profile, reference, report.language, told.values, told.findings, received.tables, received.narrative
    )


@cache
def _made(report: WholeReport) -> tuple[EvaluationContext, Evaluation]:
    context = fresh_context(report)
    return context, build_evaluation(context)


@cache
def _notebook(report: WholeReport) -> nbformat.NotebookNode:
    def make() -> nbformat.NotebookNode:
        built = report.evaluation
        parts = (built.opening, built.chapters, built.closing, built.appendices, built.working_paper)
        return executed_notebook([built.document, *(block for part in parts for block in part)], report.language)

    return once(f"{report}-notebook", make)


@cache
def _exported(report: WholeReport, exporter: str, document: str) -> bytes:
    def make() -> bytes:
        (point,) = entry_points(group="nbconvert.exporters", name=exporter)
        content, _ = point.load()(document=document).from_notebook_node(report.notebook)
        return content.encode() if isinstance(content, str) else bytes(content)

    return once(f"{report}-{exporter}-{document}", make)


def executed_notebook(blocks: list[Any], language: str = "vi") -> nbformat.NotebookNode:
    """A notebook whose cells show these blocks, with Markdown and code that no report may tell."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells.append(nbformat.v4.new_markdown_cell("# MARKDOWN_OF_THE_NOTEBOOK"))
    for block in blocks:
        output = nbformat.v4.new_output("display_data", mime_bundle(block, language))
        notebook.cells.append(nbformat.v4.new_code_cell("CODE_OF_THE_NOTEBOOK", outputs=[output]))
    nbformat.validate(notebook)
    return notebook
