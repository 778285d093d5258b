"""So sánh các kỳ: the comparison notebook executed for one place, exported and published as one thing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.operations.engines.engine import Engine, NotebookRefused
from poverty_evaluation.operations.exporting import export
from poverty_evaluation.operations.progress import Step, Timing
from poverty_evaluation.operations.publishing import carried_over, publish, recover
from poverty_evaluation.operations.requests import file_name, output_problems, read_formats
from poverty_evaluation.operations.results import read_report
from poverty_evaluation.operations.run_period import PUBLISHING, RefusedByNotebook
from poverty_evaluation.operations.staging import clean_dead_staging, staging_folder
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.workspace.across_periods import Comparison, open_comparison, read_headlines
from poverty_evaluation.workspace.locations import project_root

NOTEBOOK = Step("04_compare", "So sánh các kỳ", "Comparing the periods")
#: Where a comparison is published, beside the periods of its place; no period is written like that.
FOLDER = "compare"
EXPORTERS = {"html": "evaluation-html", "pdf": "evaluation-pdf"}


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """What `poverty-evaluation compare` was asked for, as typed. Empty texts stand for the defaults."""

    place: str
    data: str = ""
    output: str = ""
    formats: str = ""
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class CompareResult:
    """What was published. contradictions: how many figures the reports tell differently; unread: the periods that take
    no part."""

    files: tuple[Path, ...]
    contradictions: int
    unread: tuple[str, ...]


def compare_periods(request: CompareRequest, progress: Timing, engine: Engine) -> CompareResult:
    """Execute the notebook of the comparison and publish it. InputError: the request must be mended, or there is no
    finished report; RunFailed: a fault of the program. In both cases what was published before is as it was."""
    asked, formats = _check(request)
    unread = tuple(one.period for one in read_headlines(asked).unread)
    recover(asked.outputs)
    clean_dead_staging(asked.outputs)
    with staging_folder(asked.outputs, f"{asked.place}-{FOLDER}") as folder:
        ready = folder / "ready"
        (ready / "executed").mkdir(parents=True)
        try:
            files, contradictions = _build(request, asked, formats, ready, progress, engine)
        except (InputError, KeyboardInterrupt):
            raise
        except Exception as error:
            from poverty_evaluation.operations.failures import save_log_of

            head = (f"comparison of {asked.place}, language {asked.language}", f"data {asked.root.path}")
            name = f"{asked.place}-{FOLDER}"
            raise save_log_of(asked.outputs, name, head, error, (ready / "executed",)) from error
    return CompareResult(files, contradictions, unread)


def _check(request: CompareRequest) -> tuple[Comparison, tuple[str, ...]]:
    formats, problems = read_formats(request.formats, EXPORTERS)
    asked = None
    try:
        if not request.place:
            problems.append(_no_place())
        asked = open_comparison(request.place, request.language, request.data, request.output)
        problems += output_problems(asked.outputs)
    except InputError as error:
        problems += error.problems
    if problems or asked is None:
        raise InputError(problems, ("trước khi so sánh", "before anything can be compared"))
    return asked, formats


def _build(
    request: CompareRequest,
    asked: Comparison,
    formats: tuple[str, ...],
    ready: Path,
    progress: Timing,
    engine: Engine,
) -> tuple[tuple[Path, ...], int]:
    executed = ready / "executed" / file_name(NOTEBOOK.name, "ipynb", asked.language)
    parameters = {
        "place": asked.place,
        "language": str(asked.language),
        "data_dir": request.data,
        "outputs_dir": request.output,
    }
    with engine.started() as running, progress.step(NOTEBOOK) as count:
        try:
            running.execute(project_root() / "notebooks" / f"{NOTEBOOK.name}.ipynb", executed, parameters, count)
        except NotebookRefused as refusal:
            raise RefusedByNotebook(str(refusal)) from None
    built = []
    for ending in formats:
        with progress.step(Step(ending, f"Xuất {ending.upper()}", f"Writing {ending.upper()}")):
            built.append(ready / file_name(FOLDER, ending, asked.language))
            built[-1].write_bytes(export(executed, EXPORTERS[ending]))
    target = asked.outputs / asked.place / FOLDER
    with progress.step(PUBLISHING):
        contradictions = len(read_report(executed).document.findings)
        for item in carried_over(target, asked.language):
            (ready / item.name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(item.source, ready / item.name)
        publish(ready, target, asked.outputs)
    return tuple(target / path.relative_to(ready) for path in (*built, executed)), contradictions


def _no_place() -> InputProblem:
    return InputProblem(
        "tên một địa phương",
        "the name of a place",
        "không có tên",
        "none",
        "Viết tên địa phương, ví dụ bac-giang-province.",
        "Name the place, for instance bac-giang-province.",
    )
