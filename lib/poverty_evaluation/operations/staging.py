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
ALIVE = "alive.lock"
#: Begins the names of the folders there that are no run's: what a publication has set aside.
KEPT_ASIDE = "aside-"
#: Where locks cannot tell, a folder this old belongs to nobody.
_ABANDONED_AFTER_SECONDS = 24 * 3600


@contextmanager
def staging_folder(outputs: Path, name: str) -> Iterator[Path]:
    """A fresh folder `<outputs>/.staging/<name>-<unique>`, removed when the block ends, however it ends.

    It lies below the outputs so that publishing is a rename. While the run lives it holds a lock in there; what a
    killed run leaves behind is recognised by the lock being free and removed by the next run.
    """
    folder = outputs / STAGING / f"{name}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    lock = hold(folder / ALIVE)
    try:
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def clean_dead_staging(outputs: Path) -> list[str]:
    """Remove the staging folders of runs that are no longer alive; their names. Many runs may do it at once."""
    staging = outputs / STAGING
    removed = []
    for folder in sorted(staging.glob("*/")) if staging.is_dir() else ():
        if folder.name.startswith(KEPT_ASIDE):
            continue
        try:
            dead = is_dead(folder / ALIVE)
        except FileNotFoundError:  # of a run that is just beginning, or ending, or was killed as it began
            dead = _is_old(folder)
        if dead:
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder.name)
    return removed


@contextmanager
def locked(outputs: Path) -> Iterator[None]:
    """One publication at a time below the same outputs."""
    (outputs / STAGING).mkdir(parents=True, exist_ok=True)
    with (outputs / STAGING / "publish.lock").open("a") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def hold(path: Path) -> IO[str]:
    """A file that says by its lock, as long as it is open, that this process lives. It is there only with its lock."""
    coming = path.with_name(f"{path.name}.coming")
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


def is_dead(lock: Path) -> bool:
    """Whether nobody holds a file that `hold` has made. FileNotFoundError when there is none."""
    if fcntl is None:
        return _is_old(lock)
    with lock.open("r+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _ABANDONED_AFTER_SECONDS
    except FileNotFoundError:
        return False
