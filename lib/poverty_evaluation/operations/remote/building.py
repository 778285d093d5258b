"""Lập báo cáo từ và tới kho ở xa: what a report reads is fetched, the report built here, its files then sent there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from poverty_evaluation.operations.remote.fetching import fetch_data, fetch_published
from poverty_evaluation.operations.remote.folders import RemoteFolder, is_url
from poverty_evaluation.operations.remote.publishing import IssuedMeanwhile, publish_there
from poverty_evaluation.operations.requests import PRELIMINARY_FOLDER, WORK
from poverty_evaluation.operations.workers.tasks import ReportOutcome, ReportTask, State
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.errors import InputError

_REFUSED_STATUS = 2


def build_here_or_there(task: ReportTask, build: Callable[[ReportTask], ReportOutcome]) -> ReportOutcome:
    """The outcome of a task whose folders may be addresses; `build` is given one whose folders are of this machine."""
    if not is_from_afar(task):
        return build(task)
    with tempfile.TemporaryDirectory(prefix="poverty-fetched-") as folder:
        copy = LocalCopy(task, Path(folder).resolve())
        try:
            here = copy.fetch()
        except InputError as error:
            return refused(task, error)
        return copy.deliver(build(here))


def is_from_afar(task: ReportTask) -> bool:
    return is_url(task.request.data) or is_url(task.request.output)


def refused(task: ReportTask, error: InputError) -> ReportOutcome:
    return ReportOutcome(task, State.REFUSED, exit_status=_REFUSED_STATUS, message=error.message())


@dataclass(frozen=True, slots=True)
class LocalCopy:
    """Bản sao tại máy: the data and outputs of a task in a private folder of this machine."""

    task: ReportTask
    folder: Path

    def fetch(self) -> ReportTask:
        """The task with folders of this machine, what it reads in them. InputError when an address cannot be opened."""
        request = self.task.request
        data, output = request.data, request.output
        if is_url(data):
            data = str(fetch_data(RemoteFolder(data), request.place, request.period, self.folder / "data"))
        if is_url(output):
            self._outputs.mkdir(parents=True)
            names = (published_name(self.task), *([work_name(self.task)] if self.task.reused else []))
            fetch_published(RemoteFolder(output), names, self._outputs)
            output = str(self._outputs)
        return replace(self.task, request=replace(request, data=data, output=output))

    def deliver(self, outcome: ReportOutcome) -> ReportOutcome:
        """Send what was built to the outputs; the outcome as it is for whoever asked."""
        outcome = replace(outcome, task=self.task)
        if not is_url(self.task.request.output):
            return outcome
        there = RemoteFolder(self.task.request.output)
        if outcome.state is not State.DONE:
            return replace(outcome, log=self._kept_log(there, outcome.log))
        try:
            publish_there(self._outputs, published_name(self.task), work_name(self.task), there)
        except IssuedMeanwhile as issued:
            return replace(outcome, state=State.REFUSED, exit_status=_REFUSED_STATUS, message=str(issued), files=())
        return replace(outcome, files=tuple(self._address(there, file) for file in outcome.files))

    def deliver_and_remove(self, outcome: ReportOutcome) -> ReportOutcome:
        """The same, and nothing of the copy stays."""
        try:
            return self.deliver(outcome)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _outputs(self) -> Path:
        return self.folder / "outputs"

    def _kept_log(self, there: RemoteFolder, log: str) -> str:
        """The address of a failed run's log, which is sent to the outputs with the notebook beside it."""
        if not log or not Path(log).is_file():
            return log
        for path in sorted(Path(log).parent.glob(f"{Path(log).stem}.*")):
            there.put(path, path.relative_to(self._outputs).as_posix())
        return self._address(there, log)

    def _address(self, there: RemoteFolder, file: str) -> str:
        path = Path(file)
        inside = path.is_relative_to(self._outputs)
        return f"{there.url}/{path.relative_to(self._outputs).as_posix()}" if inside else file


def published_name(task: ReportTask) -> str:
    """Where a task's report is published below the outputs."""
    name = f"{task.request.place}/{task.request.period}"
    return f"{name}/{PRELIMINARY_FOLDER}" if task.request.vintage == Vintage.PRELIMINARY else name


def work_name(task: ReportTask) -> str:
    """Where a task's notebooks hand over below the outputs; as `Plan.work` says."""
    request = task.request
    return f"{WORK}/{request.place}/{request.period}" + (f".{request.vintage}" if request.vintage else "")
