"""Lấy số liệu về: what a report reads, copied from an address into a data root of its own on this machine.

Files whose store marks their content (an ETag) are kept by that mark and not fetched again; of all others nothing
is known without fetching them, for a time of change is no content.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from poverty_evaluation.operations.remote.folders import FileThere, RemoteFolder
from poverty_evaluation.operations.requests import RUN_RECORD
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.atomic import replacing
from poverty_evaluation.workspace.neighbours import neighbours_of
from poverty_evaluation.workspace.profile import peek

_REFERENCE, _PERIODS = "reference", "periods"


def fetch_data(there: RemoteFolder, place: str, period: str, root: Path) -> Path:
    """A data root with the reference data, the files of one period and of all it is read beside; the same folder.

    The other periods of these places are there as empty folders: report.yml and the calendar choose among those that
    exist, and what is read beside names periods of its own.
    """
    _fetch(there.below(_REFERENCE), root / _REFERENCE)
    periods = root / _PERIODS
    periods.mkdir(parents=True)
    if not _fetch(there.below(f"{_PERIODS}/{place}/{period}"), periods / place / period):
        for name in there.below(_PERIODS).folders():
            (periods / name).mkdir(exist_ok=True)  # a wrong name is told beside the right ones
        _outline(there, (place,), periods)
        return root
    outlined = _places_of(periods / place / period)
    _outline(there, outlined, periods)
    try:
        parsed = ReportingPeriod.parse(period)
    except PeriodError:
        return root
    for folder in neighbours_of(periods, place, parsed).folders:
        _fetch(there.below(folder.relative_to(root).as_posix()), folder)
        more = [name for name in _places_of(folder) if name not in outlined]
        _outline(there, more, periods)
        outlined += more
    return root


def fetch_published(there: RemoteFolder, names: Iterable[str], outputs: Path) -> None:
    """The earlier publication of a report, of which files of another language or vintage stay, and further folders that
    belong to it. When the first one has no run.json, there is no publication."""
    published, *more = names
    if there.read(f"{published}/{RUN_RECORD}") is not None:
        for name in (published, *more):
            _fetch(there.below(name), outputs / name)


def mirror_data(there: RemoteFolder, root: Path) -> Path:
    """A whole data root, for planning a batch; the same folder. What is gone there is gone here."""
    files = there.files()
    for name, file in files.items():
        _fetch_file(there, name, file, root / name)
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(root).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return root


def _fetch(there: RemoteFolder, folder: Path) -> bool:
    """Copy a folder; whether there was anything in it."""
    files = there.files()
    for name, file in files.items():
        _fetch_file(there, name, file, folder / name)
    return bool(files)


def _fetch_file(there: RemoteFolder, name: str, file: FileThere, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not file.mark:
        there.fetch(name, path)
        return
    kept = store() / hashlib.sha256(f"{there.url}/{name}\0{file.size}\0{file.mark}".encode()).hexdigest()
    if not kept.is_file():
        with replacing(kept) as temporary:
            there.fetch(name, temporary)
    shutil.copyfile(kept, path)


def store() -> Path:
    """Where fetched files are kept on this machine, for this user: POVERTY_EVALUATION_CACHE, or the system's place."""
    named = os.environ.get("POVERTY_EVALUATION_CACHE") or os.environ.get("XDG_CACHE_HOME")
    base = Path(named) if named else Path(os.environ.get("LOCALAPPDATA") or Path.home() / ".cache")
    return base / "poverty-evaluation" / "fetched"


def _outline(there: RemoteFolder, places: Iterable[str], periods: Path) -> None:
    """Empty folders for the periods of some places, as far as there are none."""
    for place in places:
        for period in there.below(f"{_PERIODS}/{place}").folders():
            (periods / place / period).mkdir(parents=True, exist_ok=True)


def _places_of(folder: Path) -> list[str]:
    """The places whose periods a report.yml may name: its own and those that it is made of."""
    named = peek(folder).get("made_of")
    members = named if isinstance(named, list) else []
    return [folder.parent.name, *(name for name in members if isinstance(name, str) and name)]
