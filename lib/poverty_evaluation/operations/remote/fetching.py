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
#: Where the work between the stages of finished runs lies below the outputs.
WORK = ".work"


def fetch_data(there: RemoteFolder, place: str, period: str, root: Path) -> Path:
    """A data root with the reference data, the files of one period and of all it is read beside; the same folder.

    The other periods of the place and of its members are there as empty folders while the neighbours are looked for,
    as report.yml and the calendar choose among those that exist.
    """
    _fetch(there.below(_REFERENCE), root / _REFERENCE)
    periods = root / _PERIODS
    periods.mkdir(parents=True)
    if not _fetch(there.below(f"{_PERIODS}/{place}/{period}"), periods / place / period):
        _name_what_is_there(there, place, periods)
        return root
    members = peek(periods / place / period).get("made_of")
    outlined = _outline(there, (place, *(slug for slug in _texts(members))), periods)
    try:
        parsed = ReportingPeriod.parse(period)
    except PeriodError:
        return root
    for folder in neighbours_of(periods, place, parsed).folders:
        _fetch(there.below(folder.relative_to(root).as_posix()), folder)
    for folder in outlined:
        if not any(folder.iterdir()):
            folder.rmdir()
    return root


def fetch_published(there: RemoteFolder, published: str, outputs: Path, with_work: bool) -> None:
    """The earlier publication of a report, of which files of another language or vintage stay; with its work folder
    when stages are taken over. A folder without run.json counts as none."""
    if there.read(f"{published}/{RUN_RECORD}") is None:
        return
    _fetch(there.below(published), outputs / published)
    if with_work:
        _fetch(there.below(f"{WORK}/{published}"), outputs / WORK / published)


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


def _outline(there: RemoteFolder, places: Iterable[str], periods: Path) -> list[Path]:
    """Empty folders for the periods of some places; those that were made."""
    made = []
    for place in places:
        for period in there.below(f"{_PERIODS}/{place}").folders():
            folder = periods / place / period
            if not folder.is_dir():
                folder.mkdir(parents=True)
                made.append(folder)
    return made


def _name_what_is_there(there: RemoteFolder, place: str, periods: Path) -> None:
    """Empty folders for all places, and the periods of this one, so that a wrong name is told beside the right ones."""
    for name in there.below(_PERIODS).folders():
        (periods / name).mkdir(exist_ok=True)
    if (periods / place).is_dir():
        _outline(there, (place,), periods)


def _texts(named: object) -> list[str]:
    return [item for item in named if isinstance(item, str) and item] if isinstance(named, list) else []
