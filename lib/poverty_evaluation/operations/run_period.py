"""Lập báo cáo một kỳ: the three notebooks, the exports and the publication, as one thing that succeeds or fails."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from poverty_evaluation.evaluation.blocks import DocumentKind
from poverty_evaluation.operations.audits.self_audit import SelfAudit, audit_report
from poverty_evaluation.operations.engines.engine import Engine, NotebookRefused, Running
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
from poverty_evaluation.operations.stages.fingerprints import ANALYSIS, INGEST, PUBLISH, REPORT
from poverty_evaluation.operations.stages.records import EXECUTED, record_hand_over, times_of_files
from poverty_evaluation.operations.stages.taking_over import Course, course_of, take_over
from poverty_evaluation.operations.staging import clean_dead_staging, locked, staging_folder
from poverty_evaluation.vocabulary.choices import Audience, Language
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.workspace.atomic import write_json
from poverty_evaluation.workspace.hashing import input_hash
from poverty_evaluation.workspace.locations import REQUEST_FILE, project_root
from poverty_evaluation.workspace.profile import peek

if TYPE_CHECKING:
    from poverty_evaluation.operations.results import Built

#: The notebooks of a period, in the order in which they run; the last one is the report.
NOTEBOOKS = (
    Step(INGEST, "Đọc và kiểm tra số liệu", "Reading and checking the data"),
    Step(ANALYSIS, "Tính chỉ tiêu", "Computing the indicators"),
    Step(REPORT, "Lập báo cáo", "Writing the report"),
)
PUBLISHING = Step(PUBLISH, "Công bố kết quả", "Publishing")

DONE, ERRORS_STAND = 0, 3
_OBJECTS_BETWEEN_COLLECTIONS = 250_000


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


def run_period(request: RunRequest, progress: Timing, engine: Engine, reused: Collection[str] = ()) -> RunResult:
    """Build and publish the report of one period, its notebooks executed by an engine.

    reused: the stages whose earlier results may be taken over; those that no longer hold are done again all the same.

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
        return _build(plan, folder, progress, engine, started, reused)


def _build(
    plan: Plan, folder: Path, progress: Timing, engine: Engine, started: datetime, reused: Collection[str]
) -> RunResult:
    from poverty_evaluation.operations.failures import save_log

    ready = folder / "ready"
    (ready / EXECUTED).mkdir(parents=True)
    work = folder / "work"
    work.mkdir()
    executed = ready / EXECUTED
    private = folder / "private"  # what the public is not shown, and is gone with the folder of the run
    private.mkdir()
    try:
        course = course_of(plan, reused)
        hashed = input_hash(plan.run)
        if plan.vintage is not None:
            write_json(work / REQUEST_FILE, {"vintage": str(plan.vintage)})
        take_over(plan, course, ready, work)
        if course.runs_notebooks:
            places = [private if _is_public(plan) and step is not NOTEBOOKS[-1] else executed for step in NOTEBOOKS]
            with engine.started() as running:
                _execute_all(plan, work, places, running, progress, course)
        return _finish(plan, ready, work, hashed, progress, started, course)
    except (InputError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise save_log(plan, error, (executed, private)) from error


def _is_public(plan: Plan) -> bool:
    """Whether the report is for the public: then only the last notebook, which holds what the report shows, goes with
    it; the earlier ones hold tables and findings as received."""
    return peek(plan.run.period_folder).get("audience") == Audience.PUBLIC


def _execute_all(
    plan: Plan, work: Path, places: Sequence[Path], running: Running, progress: Timing, course: Course
) -> None:
    endings = [ending for ending in course.formats if course.runs(ending)]
    names = tuple(dict.fromkeys(made.exporter for ending in endings for made in FORMATS[ending]))
    loading = threading.Thread(target=load_exporters, args=(names,), daemon=True)
    parameters = {
        "place": plan.run.place,
        "period": str(plan.run.period),
        "language": str(plan.run.language),
        "data_dir": plan.request.data,
        "work_dir": str(work),
    }
    for step, place in zip(NOTEBOOKS, places, strict=True):
        if not course.runs(step.name):
            continue
        output = place / file_name(step.name, "ipynb", plan.run.language)
        with progress.step(step) as count:
            try:
                running.execute(project_root() / "notebooks" / f"{step.name}.ipynb", output, parameters, count)
            except NotebookRefused as refusal:
                raise RefusedByNotebook(str(refusal)) from None
        course.handed.append(step.name)
        course.results[step.name] = [f"{place.name}/{output.name}"] if place.name == EXECUTED else []
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


def _finish(
    plan: Plan, ready: Path, work: Path, hashed: str, progress: Timing, started: datetime, course: Course
) -> RunResult:
    from poverty_evaluation.operations.results import read_report, write_tables

    report = ready / EXECUTED / file_name(NOTEBOOKS[-1].name, "ipynb", plan.run.language)
    read = read_report(report)
    _export_all(plan, ready, read, report, progress, course)
    with progress.step(PUBLISHING):
        course.results[PUBLISH] = write_tables(plan, ready, read)
        built = sorted(
            (path.relative_to(ready) for path in ready.rglob("*") if path.is_file()),
            key=lambda path: (len(path.parts), not path.name.startswith("report."), path),
        )
        audit = _audited(plan, ready, built, read.findings)
        contradicts = audit is not None and bool(audit.unannounced)
        status = ERRORS_STAND if plan.request.strict and (read.standing_errors or contradicts) else DONE
        carried = _carry_over(plan, ready, hashed)
        _record(plan, ready, read, hashed, status, carried, audit, (started, progress), course)
        _refuse_if_issued_meanwhile(plan)
        with _uninterrupted():
            publish(ready, plan.target, plan.outputs)
            if course.runs_notebooks:
                _leave_work(plan, work, course)
    return RunResult(
        folder=plan.target,
        files=tuple(plan.target / path for path in (*built, Path(RUN_RECORD))),
        standing_errors=read.standing_errors,
        exit_status=status,
        audit=audit,
        stale=tuple(plan.target / entry["file"] for entry in carried if entry["input_hash"] != hashed),
    )


def _export_all(plan: Plan, ready: Path, read: Built, report: Path, progress: Timing, course: Course) -> None:
    withheld = {DocumentKind.WORKING_PAPER} if _is_public(plan) else set()  # it goes round within the office
    for ending in filter(course.runs, course.formats):
        course.results[ending] = []
        with progress.step(Step(ending, f"Xuất {ending.upper()}", f"Writing {ending.upper()}")):
            for made in FORMATS[ending]:
                if made.document in read.documents and made.document not in withheld:
                    content = export(report, made.exporter, made.document, read.shown)
                    name = file_name(made.stem, ending, plan.run.language)
                    (ready / name).write_bytes(content)
                    course.results[ending].append(name)


def _record(
    plan: Plan,
    ready: Path,
    read: Built,
    hashed: str,
    status: int,
    carried: Sequence[dict[str, str]],
    audit: SelfAudit | None,
    timing: tuple[datetime, Timing],
    course: Course,
) -> None:
    """Write run.json."""
    from poverty_evaluation.operations.results import SHARED_FILES, write_record

    started, progress = timing
    times: dict[str, Any] = {"started": _stamp(started), "finished": _stamp(datetime.now(UTC))}
    times["seconds"] = dict(progress.seconds)
    times |= times_of_files(ready, course.results, SHARED_FILES, course.published.record, plan.target)
    write_record(plan, ready, read, hashed, status, carried, times, audit.to_plain() if audit else None, course)


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


def _leave_work(plan: Plan, work: Path, course: Course) -> None:
    """Put the tables between the stages where later runs look for them, and notebooks opened by hand."""
    place = plan.work
    record_hand_over(work, course.stages, course.handed)
    with locked(plan.outputs):
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
