"""Khu vực dựng tạm: a private folder for each run, and the clearing away of what dead runs left behind."""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows has no such locks; there old folders are told by their age
    fcntl = None  # type: ignore[assignment]

STAGING = ".staging"
#: Begins the names of the folders there that are no run's: what a publication has set aside.
KEPT_ASIDE = "aside-"
#: And of those with the notes of a batch that several machines build: no lock that all of them see says that it lives.
NOTES = "cluster-"
#: Ends the name of the file beside a private folder whose lock says that its owner lives.
_ALIVE = ".alive"
_COMING = ".coming"
#: Where locks cannot tell, a file this old belongs to nobody.
_ABANDONED_AFTER_SECONDS = 24 * 3600


@contextmanager
def staging_folder(outputs: Path, name: str) -> Iterator[Path]:
    """A fresh folder `<outputs>/.staging/<name>-<unique>`, removed when the block ends, however it ends.

    It lies below the outputs so that publishing is a rename.
    """
    (outputs / STAGING).mkdir(parents=True, exist_ok=True)
    with private_folder(outputs / STAGING, name) as folder:
        yield folder


def clean_dead_staging(outputs: Path) -> list[str]:
    """Remove the staging folders of runs that are no longer alive; their names. Many runs may do it at once."""
    staging = outputs / STAGING
    for notes in staging.glob(f"{NOTES}*/"):
        if _is_old(notes):
            shutil.rmtree(notes, ignore_errors=True)
    return remove_dead(staging)


@contextmanager
def private_folder(parent: Path, name: str, mode: int = 0o777) -> Iterator[Path]:
    """A fresh folder `<parent>/<name>-<unique>`, removed when the block ends, however it ends.

    As long as it is there this process holds a lock beside it: what a killed process leaves behind is recognised by the
    lock being free, and the next one removes it.
    """
    folder = parent / f"{name}-{uuid.uuid4().hex[:8]}"
    lock = _hold(_lock_of(folder))
    try:
        folder.mkdir(mode)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.close()
        _lock_of(folder).unlink(missing_ok=True)


def remove_dead(parent: Path, prefix: str = "") -> list[str]:
    """Remove the private folders whose owner is no longer alive; their names."""
    removed = []
    for folder in sorted(parent.glob(f"{prefix}*/")):
        if not folder.name.startswith((KEPT_ASIDE, NOTES)) and _is_dead(_lock_of(folder)):
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder.name)
    for lock in parent.glob(f"{prefix}*{_ALIVE}"):  # after their folders, else these would be nobody's
        if not lock.with_suffix("").exists() and _is_dead(lock):
            lock.unlink(missing_ok=True)
    for coming in parent.glob(f"{prefix}*{_ALIVE}{_COMING}"):
        if _is_old(coming):
            coming.unlink(missing_ok=True)
    return removed


@contextmanager
def locked(outputs: Path) -> Iterator[None]:
    """One publication at a time below the same outputs."""
    (outputs / STAGING).mkdir(parents=True, exist_ok=True)
    with (outputs / STAGING / "publish.lock").open("a") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{_ALIVE}")


def _hold(path: Path) -> IO[str]:
    """A file that says by its lock, as long as it is open, that this process lives. It is there only with its lock."""
    coming = path.with_name(f"{path.name}{_COMING}")
    file = coming.open("w", encoding="utf-8")
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    file.write(f"{os.getpid()}\n")
    file.flush()
    if fcntl is not None:
        os.rename(coming, path)
        return file
    file.close()  # Windows renames no open file
    os.rename(coming, path)
    return path.open("r", encoding="utf-8")


def _is_dead(lock: Path) -> bool:
    """Whether nobody holds a file that `_hold` has made, or there is none; somebody else's file is not dead."""
    if fcntl is None:
        return _is_old(lock) or not lock.exists()
    try:
        with lock.open("r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _ABANDONED_AFTER_SECONDS
    except FileNotFoundError:
        return False
