"""Trên máy này: a process for each report, so many at a time as there are workers."""

from __future__ import annotations

import functools
import multiprocessing
import os
import shutil
import signal
import sys
import threading
import time
import types
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from poverty_evaluation.operations.staging import clean_dead_staging
from poverty_evaluation.operations.workers import child
from poverty_evaluation.operations.workers.processes import end_group
from poverty_evaluation.operations.workers.scratch import scratch_folder
from poverty_evaluation.operations.workers.tasks import (
    Event,
    Finished,
    ReportOutcome,
    ReportTask,
    Started,
    State,
    StepBegun,
)

_WARM = "poverty_evaluation.operations.workers.warm"
#: As in that module, which is imported nowhere else.
_DATA_ROOT = "POVERTY_EVALUATION_DATA_ROOT_OF_FIRST_REPORT"
#: Numeric libraries compute with one thread: what they compute is small, and a process with threads is not forked.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
#: For the loaded process: no thread for Arrow's memory pool. And the allocator of Linux, in it and in its copies, keeps
#: freed memory from the beginning, as it learns to by and by: to get it from the system again takes longer.
_WHILE_LOADING = {
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "MALLOC_MMAP_THRESHOLD_": str(32 * 2**20),
    "MALLOC_TRIM_THRESHOLD_": str(64 * 2**20),
}
#: How long a process that was told to stop may take to clear up, or one that has told its outcome to end.
_GRACE_SECONDS = 3.0
_FAILED_STATUS = 1
#: While a process is started, this one pretends for a moment to be another.
_one_start_at_a_time = threading.Lock()


class LocalExecutor:
    """Builds reports in processes of this machine, forked from one that has loaded everything.

    Each report has a process group, a folder for temporary files and an environment of its own. However this process
    ends, the processes of the reports and what they started end with it.
    """

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise ValueError(f"{workers} workers build nothing")
        self._workers = workers

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        """As `Executor.run` says."""
        context = _context()
        waiting = iter(tasks)
        running: list[_Job] = []
        with scratch_folder() as scratch:
            try:
                while True:
                    while len(running) < self._workers and (task := next(waiting, None)) is not None:
                        job = _start(context, task, scratch)
                        running.append(job)
                        yield Started(task, str(job.process.pid))
                    if not running:
                        return
                    for job in _something_happened(running):
                        yield from job.told()
                        if job.has_ended:
                            running.remove(job)
                            yield Finished(job.end())
            finally:
                _stop(running)


@dataclass(eq=False, slots=True)
class _Job:
    """A report that is being built in a process of its own."""

    task: ReportTask
    process: BaseProcess
    events: Connection
    folder: Path
    started: float
    deadline: float | None
    step: str = ""
    outcome: ReportOutcome | None = None
    is_silent: bool = False
    is_overdue: bool = False

    @property
    def has_ended(self) -> bool:
        return not self.process.is_alive()

    @property
    def signs(self) -> list[Connection | int]:
        """What becomes ready when there is news of it."""
        return [self.process.sentinel] if self.is_silent else [self.events, self.process.sentinel]

    def told(self) -> Iterator[Event]:
        """What it has told since it was last asked, but for the outcome."""
        with suppress(EOFError, OSError):
            while not self.is_silent and self.events.poll():
                event: Event = self._received()
                if isinstance(event, Finished):
                    self.outcome = event.outcome
                    self.deadline = time.monotonic() + _GRACE_SECONDS
                    self.is_silent = True
                elif isinstance(event, StepBegun):
                    self.step = event.step
                    yield event

    def _received(self) -> Event:
        try:
            event: Event = self.events.recv()
        except BaseException:
            self.is_silent = True
            raise
        return event

    def end_if_overdue(self) -> bool:
        if self.is_overdue or self.deadline is None or time.monotonic() < self.deadline:
            return False
        self.is_overdue = True
        end_group(self.process)
        return True

    def end(self) -> ReportOutcome:
        """Clear up after it and say what became of it."""
        self.process.join()
        code = self.process.exitcode
        if self.outcome is None:
            end_group(self.process)  # what it has started and could not end
            clean_dead_staging(_outputs(self.task))
        self.close()
        return self.outcome or self._without_a_word(code)

    def close(self) -> None:
        self.events.close()
        self.process.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _without_a_word(self, code: int | None) -> ReportOutcome:
        state = State.TIMED_OUT if self.is_overdue else State.DIED
        at_vi = f" ở bước {self.step}" if self.step else ""
        at_en = f" during the step {self.step}" if self.step else ""
        if state is State.TIMED_OUT:
            message = (
                f"Quá thời hạn {self.task.time_limit:g} giây{at_vi}; đã dừng tiến trình lập báo cáo.\n"
                f"Over the limit of {self.task.time_limit:g} seconds{at_en}; its process was ended."
            )
        else:
            message = (
                f"Tiến trình lập báo cáo kết thúc đột ngột{at_vi} ({_why(code)[0]}).\n"
                f"The process that was building the report ended abruptly{at_en} ({_why(code)[1]})."
            )
        return ReportOutcome(
            self.task,
            state,
            _FAILED_STATUS,
            message=message,
            notebook=f"{self.step}.ipynb" if _is_notebook(self.step) else "",
            wall_seconds=round(time.monotonic() - self.started, 3),
        )


def _something_happened(running: list[_Job]) -> list[_Job]:
    """The reports of which there is news, as soon as there is some."""
    limits = [job.deadline - time.monotonic() for job in running if job.deadline is not None and not job.is_overdue]
    ready = set(wait([sign for job in running for sign in job.signs], max(min(limits), 0) if limits else None))
    for job in running:
        job.end_if_overdue()
    return [job for job in running if ready & set(job.signs)]


def _start(context: BaseContext, task: ReportTask, scratch: Path) -> _Job:
    folder = scratch / f"{time.monotonic_ns():x}"
    folder.mkdir()
    receiving, sending = context.Pipe(duplex=False)
    environment = {**os.environ, **_ONE_THREAD, "TMPDIR": str(folder)}
    # not daemonic: a notebook may start processes of its own
    process = context.Process(target=child.main, args=(sending, task, environment), name=task.name, daemon=False)  # type: ignore[attr-defined]
    while_loading = {**_ONE_THREAD, **_WHILE_LOADING, _DATA_ROOT: task.request.data}
    with _one_start_at_a_time, _environment(while_loading), _without_main_module():
        try:
            process.start()
        except (EOFError, OSError):  # the loaded process was killed at this very moment: another one is started
            process.start()
    sending.close()
    now = time.monotonic()
    limit = task.time_limit
    return _Job(task, process, receiving, folder, now, None if limit is None else now + limit)


def _stop(running: list[_Job]) -> None:
    """End what is running: first asked, so that it clears up, then killed with all that it has started."""
    for job in running:
        with suppress(ProcessLookupError):
            job.process.terminate()
    until = time.monotonic() + _GRACE_SECONDS
    for job in running:
        job.process.join(max(until - time.monotonic(), 0))
    for job in running:
        end_group(job.process)
        job.process.join()
        job.close()
    for outputs in {_outputs(job.task) for job in running}:
        clean_dead_staging(outputs)
    running.clear()


def _context() -> BaseContext:
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([_WARM])
        return context
    _say_that_it_takes_longer()
    return multiprocessing.get_context("spawn")


@functools.cache
def _say_that_it_takes_longer() -> None:
    print(
        "Hệ điều hành này không tách được tiến trình đã nạp sẵn; mỗi báo cáo phải nạp lại thư viện nên chậm hơn."
        " · This system cannot fork a process that has loaded everything; each report loads it again and takes longer.",
        file=sys.stderr,
    )


@contextmanager
def _environment(changed: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Processes are started as if this one had no main module: multiprocessing would have each of them run the file of
    ours again, for the sake of what is defined there, and nothing they need is."""
    own = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = own


def _outputs(task: ReportTask) -> Path:
    from poverty_evaluation.workspace.locations import outputs_folder

    return Path(task.request.output).expanduser() if task.request.output else outputs_folder()


def _is_notebook(step: str) -> bool:
    from poverty_evaluation.operations.run_period import NOTEBOOKS

    return step in {notebook.name for notebook in NOTEBOOKS}


def _why(code: int | None) -> tuple[str, str]:
    if code is not None and code < 0:
        with suppress(ValueError):
            name = signal.Signals(-code).name
            if name == "SIGKILL":
                return f"tín hiệu {name}, có thể do hết bộ nhớ", f"signal {name}; it may have run out of memory"
            return f"tín hiệu {name}", f"signal {name}"
    return f"mã kết thúc {code}", f"exit status {code}"
