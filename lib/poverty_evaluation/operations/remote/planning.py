"""Lập kế hoạch với kho ở xa: what a batch is planned from, brought to this machine: the data, and the records of what
is published.

Of a published report its run.json is fetched, and which files lie beside it with what sizes; not the files. A report
that has a run.json was sent whole, as it is written last: a file that is there with its recorded size counts as the
one that was sent. What reports failed is kept on this machine.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.remote.executor import ended
from poverty_evaluation.operations.remote.fetching import mirror_data, store
from poverty_evaluation.operations.remote.folders import FileThere, RemoteFolder, is_url
from poverty_evaluation.operations.requests import RUN_RECORD, RunRequest
from poverty_evaluation.operations.workers.tasks import Event, Executor, Finished, ReportTask
from poverty_evaluation.workspace.atomic import write_json


@dataclass(frozen=True, slots=True)
class View:
    """Bản để lập kế hoạch. options: those that were asked for, with folders of this machine in the place of addresses.

    addresses: by such a folder, the address it stands for.
    """

    options: RunRequest
    addresses: Mapping[str, str]

    def executor(self, inner: Executor) -> Executor:
        """An executor for tasks planned from this view: `inner` is given the addresses."""
        return _Addressed(inner, self.addresses) if self.addresses else inner


def open_view(options: RunRequest) -> View:
    """What a batch with these options is planned from; the options as they are when they name no address."""
    addresses = {}
    data, output = options.data, options.output
    if is_url(data):
        data = str(mirror_data(RemoteFolder(data), _folder(data)))
        addresses[data] = options.data
    if is_url(output):
        output = str(mirror_records(RemoteFolder(output), _folder(output)))
        addresses[output] = options.output
    return View(replace(options, data=data, output=output), addresses)


def mirror_records(there: RemoteFolder, outputs: Path) -> Path:
    """The records of all published reports, each beside empty files of the sizes of its own; the same folder."""
    outputs.mkdir(parents=True, exist_ok=True)
    for earlier in outputs.iterdir():
        if earlier.is_dir() and not earlier.name.startswith("."):
            shutil.rmtree(earlier)
    files = {name: file for name, file in there.files().items() if not name.startswith(".")}
    for name in files:
        if name.endswith(f"/{RUN_RECORD}"):
            folder = name.rpartition("/")[0]
            beside = {one: file for one, file in files.items() if one.startswith(f"{folder}/") and one != name}
            _mirror_report(there.read(name), folder, beside, outputs)
    return outputs


def _mirror_report(record: bytes | None, folder: str, files: Mapping[str, FileThere], outputs: Path) -> None:
    if record is None:
        return  # taken away since the folder was listed: the report is being sent
    found: dict[str, Any] = json.loads(record)
    written = found.get("times", {}).get("written", {})
    for name, file in files.items():
        path = outputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as empty:
            empty.truncate(file.size)
        own = name.removeprefix(f"{folder}/")
        if own in written:
            state = path.stat()
            written[own] = [state.st_mtime_ns, state.st_ctime_ns]
    write_json(outputs / folder / RUN_RECORD, found)


class _Addressed:
    """Gives another executor the addresses that the folders in the tasks stand for, and tells of the tasks as given."""

    def __init__(self, inner: Executor, addresses: Mapping[str, str]) -> None:
        self._inner, self._addresses = inner, addresses
        self._folders = {address: folder for folder, address in addresses.items()}

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        with ended(self._inner.run(_renamed(task, self._addresses) for task in tasks)) as events:
            for event in events:
                if isinstance(event, Finished):
                    outcome = event.outcome
                    yield Finished(replace(outcome, task=_renamed(outcome.task, self._folders)))
                else:
                    yield replace(event, task=_renamed(event.task, self._folders))


def _renamed(task: ReportTask, names: Mapping[str, str]) -> ReportTask:
    request = task.request
    data, output = names.get(request.data, request.data), names.get(request.output, request.output)
    return replace(task, request=replace(request, data=data, output=output))


def _folder(address: str) -> Path:
    return store().parent / "views" / hashlib.sha256(address.rstrip("/").encode()).hexdigest()[:16]
