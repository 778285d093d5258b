"""Trên một máy của cụm: what runs inside a Dask worker. A report is built in a process of its own, as on one machine.

The warm parent of those processes is one per worker, made when its first report comes.
"""

from __future__ import annotations

import multiprocessing
import os
import platform
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from poverty_evaluation.operations.cluster.orders import Order
from poverty_evaluation.operations.cluster.program import installed_program
from poverty_evaluation.operations.cluster.receipts import are_open, note, noted
from poverty_evaluation.operations.remote.building import build_here_or_there
from poverty_evaluation.operations.remote.folders import is_url
from poverty_evaluation.operations.workers.tasks import (
    Event,
    Finished,
    ReportOutcome,
    ReportTask,
    Started,
    State,
    StepBegun,
)

#: What an event of a worker is about: the number of the order, the kind of event, the machine or the step.
STARTED, STEP = "started", "step"
#: Processes are started one at a time: the environment they begin with is that of the worker as a whole.
_STARTING = threading.Lock()
#: By batch, the processes of the reports that this machine is building.
_running: dict[str, set[int]] = {}
_stopped: set[str] = set()


def topic_of(batch: str) -> str:
    """The name under which the workers tell of a batch."""
    return f"poverty-evaluation-{batch}"


def inspect_machine(batch: str, folders: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], list[str]]:
    """The program that is installed on this machine, and those of the folders that it does not see, with the reason
    where there is one."""
    unseen = []
    for data, outputs in folders:
        unseen += _unseen(data, lambda folder: is_url(folder) or Path(folder).is_dir())
        unseen += _unseen(outputs, lambda folder: are_open(folder, batch))
    return installed_program(), list(dict.fromkeys(unseen))


def _unseen(folder: str, is_seen: Callable[[str], bool]) -> list[str]:
    try:
        return [] if is_seen(folder) else [folder]
    except Exception as error:  # whatever a file system of another make raises
        return [f"{folder} ({type(error).__name__}: {error})"]


def build_on_machine(order: Order) -> ReportOutcome:
    """Build the report of an order on this machine and publish it, unless that has been done."""
    from distributed import get_worker

    worker = get_worker()
    outputs = order.folders[1]
    done = noted(outputs, order.batch, order.number, order.task)
    if done is not None:
        return done

    def tell(kind: str, text: str) -> None:
        worker.log_event(topic_of(order.batch), [order.number, kind, text, worker.address])

    tell(STARTED, f"{platform.node()} ({worker.name or worker.address})")
    outcome = build_here_or_there(order.task, lambda task: _build(task, order.batch, tell))
    if outcome.state is State.DONE:
        note(outputs, order.batch, order.number, outcome)
    return outcome


def end_reports(batch: str) -> None:
    """Stop what this machine is building of a batch that was stopped; nothing of it is begun any more."""
    with _STARTING:
        _stopped.add(batch)
        for process in _running.get(batch, ()):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)


def _build(task: ReportTask, batch: str, tell: Callable[[str, str], None]) -> ReportOutcome:
    from poverty_evaluation.operations.workers.local import LocalExecutor

    # A worker under a nanny counts as one that may not start processes; its own are ended with it in any case.
    multiprocessing.current_process().daemon = False
    events = LocalExecutor(1).run([task])
    with _STARTING:
        if batch in _stopped:
            return ReportOutcome(task, State.DIED, exit_status=1)
        process = _process_of(next(events))
        _running.setdefault(batch, set()).add(process)
    try:
        for event in events:
            if isinstance(event, StepBegun):
                tell(STEP, event.step)
            if isinstance(event, Finished):
                return event.outcome
    finally:
        _running[batch].discard(process)
    raise RuntimeError(f"nothing was told of the end of {task.name}")


def _process_of(event: Event) -> int:
    if not isinstance(event, Started):
        raise RuntimeError(f"{event} came before the start of a report")
    return int(event.where)
