"""Nơi thực hiện với kho ở xa: reports built on this machine from and to addresses."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from poverty_evaluation.operations.remote.building import LocalCopy, is_from_afar, refused
from poverty_evaluation.operations.workers.scratch import scratch_folder
from poverty_evaluation.operations.workers.tasks import Event, Executor, Finished, ReportOutcome, ReportTask
from poverty_evaluation.vocabulary.errors import InputError


class FetchingExecutor:
    """Has another executor build from copies on this machine; tasks without an address pass through as they are."""

    def __init__(self, inner: Executor) -> None:
        self._inner = inner

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        """As every Executor."""
        with scratch_folder() as folder:
            copies = _Copies(folder.resolve())
            with ended(self._inner.run(copies.fetched(tasks))) as events:
                for event in events:
                    yield from copies.refusals()
                    if isinstance(event, Finished):
                        yield Finished(copies.delivered(event.outcome))
                    else:
                        yield replace(event, task=copies.asked(event.task))
            yield from copies.refusals()


@contextmanager
def ended(events: Iterator[Event]) -> Iterator[Iterator[Event]]:
    """What an executor is doing, ended with the block."""
    try:
        yield events
    finally:
        close = getattr(events, "close", None)
        if close is not None:
            close()


class _Copies:
    """The copies of the reports that are under way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._copies: dict[str, LocalCopy] = {}  # by the folder that stands in the request
        self._refused: deque[ReportOutcome] = deque()

    def fetched(self, tasks: Iterable[ReportTask]) -> Iterator[ReportTask]:
        for task in tasks:
            if not is_from_afar(task):
                yield task
                continue
            self._count += 1
            copy = LocalCopy(task, self._folder / str(self._count))
            try:
                here = copy.fetch()
            except InputError as error:
                self._refused.append(refused(task, error))
                continue
            self._copies[_key(here)] = copy
            yield here

    def refusals(self) -> Iterator[Finished]:
        while self._refused:
            yield Finished(self._refused.popleft())

    def asked(self, here: ReportTask) -> ReportTask:
        """The task as it was asked for."""
        copy = self._copies.get(_key(here))
        return here if copy is None else copy.task

    def delivered(self, outcome: ReportOutcome) -> ReportOutcome:
        copy = self._copies.pop(_key(outcome.task), None)
        return outcome if copy is None else copy.deliver_and_remove(outcome)


def _key(here: ReportTask) -> str:
    return f"{here.request.data}\0{here.request.output}\0{here.name}"
