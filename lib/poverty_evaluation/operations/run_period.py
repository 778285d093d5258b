"""Lập báo cáo một kỳ: the three notebooks, the exports and the publication, as one thing that succeeds or fails."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from poverty_evaluation.evaluation.blocks import DocumentKind
from poverty_evaluation.operations.audits.self_audit import SelfAudit, audit_report
from poverty_evaluation.operations.engines.engine import Engine, NotebookRefused, Running
from poverty_evaluation.operations.engines.portable import make_portable
from poverty_evaluation.operations.exporting import export, load_exporters
from poverty_evaluation.operations.progress import Step, Timing
from poverty_evaluation.operations.publishing import carried_over, publish, recover
from poverty_evaluation.operations.requests import (
    FORMATS,
    RUN_RECORD,
    Plan,
    RunRequest,
    check,
    file_name,
    issued_problems,
)
from poverty_evaluation.operations.staging import clean_dead_staging, staging_folder
from poverty_evaluation.vocabulary.choices import Audience, Language
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.workspace.atomic import write_json
from poverty_evaluation.workspace.hashing import input_hash
from poverty_evaluation.workspace.locations import REQUEST_FILE, project_root
from poverty_evaluation.workspace.profile import peek

#: The notebooks of a period, in the order in which they run; the last one is the report.
NOTEBOOKS = (
    Step("01_ingest", "Đọc và kiểm tra số liệu", "Reading and checking the data"),
    Step("02_analysis", "Tính chỉ tiêu", "Computing the indicators"),
    Step("03_report", "Lập báo cáo", "Writing the report"),
)
PUBLISHING = Step("publish", "Công bố kết quả", "Publishing")

DONE, ERRORS_STAND = 0, 3
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


@dataclass(frozen=True, slots=True)
class RunResult:
    """What was published. audit: what the report says against itself, read back; stale: files of another language that
    rest on earlier inputs."""

    folder: Path
    files: tuple[Path, ...]
    standing_errors: int
    exit_status: int
    audit: SelfAudit | None
    stale: tuple[Path, ...]


def run_period(request: RunRequest, progress: Timing, engine: Engine) -> RunResult:
    """Build and publish the report of one period, its notebooks executed by an engine.

    InputError: the request or the data must be mended. RunFailed: a fault of the program, with a saved log.
    KeyboardInterrupt: stopped by the user (SIGTERM counts as that). In all three cases what was published
    before is as it was.
    """
    plan = check(request)
    recover(plan.outputs)
    clean_dead_staging(plan.outputs)
    started = datetime.now(UTC)
    with (
        _tidy_interruption(),
        _rare_collections(),
        staging_folder(plan.outputs, f"{plan.run.place}-{plan.run.period}") as folder,
    ):
        return _build(plan, folder, progress, engine, started)


def _build(plan: Plan, folder: Path, progress: Timing, engine: Engine, started: datetime) -> RunResult:
    from poverty_evaluation.operations.failures import save_log

    ready = folder / "ready"
    (ready / "executed").mkdir(parents=True)
    work = folder / "work"
    work.mkdir()
    executed = ready / "executed"
    private = folder / "private"  # what the public is not shown, and is gone with the folder of the run
    private.mkdir()
    try:
        with engine.started() as running:
            hashed = input_hash(plan.run)
            if plan.vintage is not None:
                write_json(work / REQUEST_FILE, {"vintage": str(plan.vintage)})
            places = [private if _is_public(plan) and step is not NOTEBOOKS[-1] else executed for step in NOTEBOOKS]
            _execute_all(plan, work, places, running, progress)
        return _finish(plan, ready, work, hashed, progress, started)
    except (InputError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise save_log(plan, error, (executed, private)) from error


def _is_public(plan: Plan) -> bool:
    """Whether the report is for the public: then only the last notebook, which holds what the report shows, goes with
    it; the earlier ones hold tables and findings as received."""
    return peek(plan.run.period_folder).get("audience") == Audience.PUBLIC


def _execute_all(plan: Plan, work: Path, places: Sequence[Path], running: Running, progress: Timing) -> None:
    names = tuple(dict.fromkeys(made.exporter for ending in plan.formats for made in FORMATS[ending]))
    loading = threading.Thread(target=load_exporters, args=(names,), daemon=True)
    parameters = {
        "place": plan.run.place,
        "period": str(plan.run.period),
        "language": str(plan.run.language),
        "data_dir": plan.request.data,
        "work_dir": str(work),
    }
    for step, place in zip(NOTEBOOKS, places, strict=True):
        output = place / file_name(step.name, "ipynb", plan.run.language)
        with progress.step(step) as count:
            try:
                running.execute(project_root() / "notebooks" / f"{step.name}.ipynb", output, parameters, count)
            except NotebookRefused as refusal:
                raise RefusedByNotebook(str(refusal)) from None
        make_portable(output, f"{step.name}.ipynb", work, f"outputs/.work/{plan.run.place}/{plan.run.period}")
        if not loading.ident:
            loading.start()  # while the processes of the notebooks do the work
    loading.join()


class RefusedByNotebook(InputError):
    """The InputError of a notebook: its problems were told in the notebook's process, here is their text."""

    def __init__(self, text: str) -> None:
        super().__init__(())
        self.text = text

    def message(self) -> str:
        return self.text


def _finish(plan: Plan, ready: Path, work: Path, hashed: str, progress: Timing, started: datetime) -> RunResult:
    from poverty_evaluation.operations.results import read_report, write_record, write_tables

    report = ready / "executed" / file_name(NOTEBOOKS[-1].name, "ipynb", plan.run.language)
    read = read_report(report)
    withheld = {DocumentKind.WORKING_PAPER} if _is_public(plan) else set()  # it goes round within the office
    for ending in plan.formats:
        with progress.step(Step(ending, f"Xuất {ending.upper()}", f"Writing {ending.upper()}")):
            for made in FORMATS[ending]:
                if made.document in read.documents - withheld:
                    content = export(report, made.exporter, made.document)
                    (ready / file_name(made.stem, ending, plan.run.language)).write_bytes(content)
    with progress.step(PUBLISHING):
        write_tables(plan, ready, read)
        built = sorted(
            (path.relative_to(ready) for path in ready.rglob("*") if path.is_file()),
            key=lambda path: (len(path.parts), not path.name.startswith("report."), path),
        )
        errors = read.standing_errors
        audit = _audited(plan, ready, built, read.findings)
        contradicts = audit is not None and bool(audit.unannounced)
        status = ERRORS_STAND if plan.request.strict and (errors or contradicts) else DONE
        carried = _carry_over(plan, ready, hashed)
        times: dict[str, Any] = {"started": _stamp(started), "finished": _stamp(datetime.now(UTC))}
        times["seconds"] = dict(progress.seconds)
        write_record(plan, ready, read, hashed, status, carried, times, audit.to_plain() if audit else None)
        _refuse_if_issued_meanwhile(plan)
        with _uninterrupted():
            publish(ready, plan.target, plan.outputs)
            if plan.keeps_work and plan.vintage is None:
                _leave_work(plan, work)
    return RunResult(
        folder=plan.target,
        files=tuple(plan.target / path for path in (*built, Path(RUN_RECORD))),
        standing_errors=errors,
        exit_status=status,
        audit=audit,
        stale=tuple(plan.target / entry["file"] for entry in carried if entry["input_hash"] != hashed),
    )


def _audited(plan: Plan, ready: Path, built: Sequence[Path], findings: Sequence[Finding]) -> SelfAudit | None:
    """The audit of the printed report, which reads Vietnamese."""
    if plan.run.language is not Language.VI:
        return None
    return audit_report(ready, (path.name for path in built if path.name.startswith("report.")), findings)


def _carry_over(plan: Plan, ready: Path, hashed: str) -> list[dict[str, str]]:
    """Copy what stays of the earlier publication; the files of other languages, with the inputs they rest on."""
    from poverty_evaluation.operations.results import recorded_audience, recorded_hash

    listed: list[dict[str, str]] = []
    if _is_public(plan) and recorded_audience(plan.target) != Audience.PUBLIC:
        return listed  # what was complete does not stay beside what is public
    for item in carried_over(plan.target, plan.run.language):
        (ready / item.name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(item.source, ready / item.name)
        if "/" not in item.name:
            listed.append({"file": item.name, "input_hash": recorded_hash(plan.target, item.name)})
    return listed


def _leave_work(plan: Plan, work: Path) -> None:
    """Put the tables between the stages where notebooks opened by hand look for them."""
    place = plan.run.work_dir
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    os.rename(work, place)


def _refuse_if_issued_meanwhile(plan: Plan) -> None:
    problems = issued_problems(plan.target)
    if problems:
        raise InputError(problems)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


@contextmanager
def _tidy_interruption() -> Iterator[None]:
    """Ctrl-C and SIGTERM both end a run as KeyboardInterrupt, without complaints about the cell that was running."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        logging.getLogger("asyncio").disabled = True  # it would tell of the cell whose kernel is now ended
        raise KeyboardInterrupt

    with _handling(interrupt):
        yield


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Python looks for garbage after every 700 new objects by default; a report makes millions that all stay."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """The instant of publication comes to its end: a stop that arrives in it comes too late."""
    with _handling(signal.SIG_IGN):
        yield


@contextmanager
def _handling(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
