"""Công bố ở kho ở xa: run.json is taken away first and written last, and a report without it counts as not there.

This is less than what a folder of this machine gives, where a report takes the place of the earlier one by a rename.
An object store has no rename. While the files are being sent, and after a machine was lost in doing so, there is no
report rather than the earlier one; a reader who does not look at run.json may find files of both. Two machines that
send the same report at the same time both write the same contents, for both built it from the same inputs, save the
times in run.json and in the executed notebooks; whoever comes later finds the earlier one's run.json and sends
nothing. Nothing locks the outputs: two batches with different data and the same outputs must not run side by side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.remote.folders import FileThere, RemoteFolder
from poverty_evaluation.operations.requests import PRELIMINARY_FOLDER, RUN_RECORD
from poverty_evaluation.vocabulary.choices import ReportStatus


class IssuedMeanwhile(Exception):
    """The report there was issued while this one was being built; nothing was sent."""


def publish_there(outputs: Path, published: str, work: str, there: RemoteFolder) -> bool:
    """Send a report that was published below `outputs` of this machine, and its work folder; False when the same is
    there already."""
    ours, place = outputs / published, there.below(published)
    record = json.loads((ours / RUN_RECORD).read_text(encoding="utf-8"))
    standing = _record(place)
    if standing is not None and standing.get("report_status") == ReportStatus.ISSUED:
        raise IssuedMeanwhile(
            f"{place.url}: báo cáo đã ban hành, không ghi đè. · {place.url}: issued, and is not overwritten."
        )
    names = sorted(path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file())
    present = place.files()
    if standing is not None and _content(standing) == _content(record) and _are_whole(ours, names, present):
        return False
    place.remove(RUN_RECORD)
    if place.read(RUN_RECORD) is not None:  # a server that says no as if nothing were there
        raise PermissionError(f"{place.url}/{RUN_RECORD} cannot be taken away")
    for path in sorted(path for path in (outputs / work).rglob("*") if path.is_file()):
        there.put(path, path.relative_to(outputs).as_posix())
    for name in names:
        if name != RUN_RECORD:
            place.put(ours / name, name)
    for name in present:
        if name not in names and not name.startswith(f"{PRELIMINARY_FOLDER}/"):
            place.remove(name)
    place.put(ours / RUN_RECORD, RUN_RECORD)
    return True


def _are_whole(ours: Path, names: list[str], present: Mapping[str, FileThere]) -> bool:
    """Whether every file is there with its size; records and executed notebooks hold times, which may be longer."""
    sized = [name for name in names if not name.startswith("executed/") and not name.endswith(RUN_RECORD)]
    whole = all(name in present and present[name].size == (ours / name).stat().st_size for name in sized)
    return whole and set(names) <= set(present)


def _record(place: RemoteFolder) -> dict[str, Any] | None:
    content = place.read(RUN_RECORD)
    found: dict[str, Any] | None = None if content is None else json.loads(content)
    return found


def _content(record: dict[str, Any]) -> dict[str, Any]:
    """What a record says of the report: all but when it was built."""
    return {key: value for key, value in record.items() if key != "times"}
