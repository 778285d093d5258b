from collections.abc import Iterable, Iterator
from io import StringIO

import pytest
from small_project import SmallProject

from poverty_evaluation.operations.batch.batch import BatchOptions, run_batch
from poverty_evaluation.operations.batch.selection import BatchRequest, select
from poverty_evaluation.operations.batch.showing.json_lines import JsonShow
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.building import build_report
from poverty_evaluation.operations.workers.tasks import Event, Finished, ReportTask, Started


class HereExecutor:
    """Builds one report after another in this process; stops like Ctrl-C after so many, if asked to."""

    def __init__(self, stops_after: int | None = None) -> None:
        self.stops_after = stops_after
        self.built: list[str] = []
        self.was_closed = False

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        try:
            for task in tasks:
                if self.stops_after == len(self.built):
                    raise KeyboardInterrupt
                yield Started(task, "here")
                told: list[Event] = []
                outcome = build_report(task, told.append)
                yield from told
                self.built.append(task.name)
                yield Finished(outcome)
        finally:
            self.was_closed = True


@pytest.fixture
def project(tmp_path, monkeypatch) -> SmallProject:
    """A small project in which nothing has been built, entered by `cd`."""
    monkeypatch.chdir(tmp_path)
    return SmallProject(tmp_path).set_up()


@pytest.fixture
def run(project):
    """Runs a batch over the reports of 2017: its exit status, what was built, the text that was shown."""

    def run_one(show=JsonShow, executor=None, only_failed=False, **more):
        used = executor or HereExecutor()
        request = RunRequest("", "", formats="html", strict=more.get("strict", False))
        asked = BatchRequest(periods=more.pop("periods", "2017"), options=request)
        stream = StringIO()
        options = BatchOptions(**more)
        status = run_batch(select(asked, only_failed), options, lambda: used, show(stream))
        return status, used.built, stream.getvalue()

    return run_one


@pytest.fixture
def here_executor():
    """Makes an executor that builds in this process."""
    return HereExecutor
