"""Mỗi thứ dựng một lần: what one process of a session of tests has made, the others read from a folder they share."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

#: The environment variable that tells the processes of pytest-xdist, which inherit it, the folder of the session.
_FOLDER = "POVERTY_EVALUATION_TESTS_BUILT"


def open_folder() -> Callable[[], None] | None:
    """Begin a session; what is returned ends it. None in a process that belongs to a session begun by another."""
    if _FOLDER in os.environ:
        return None
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="poverty-evaluation-tests-")
    return lambda: shutil.rmtree(os.environ.pop(_FOLDER), ignore_errors=True)


def once(name: str, make: Callable[[], Any]) -> Any:
    """What `make` makes. The first process that asks for it makes it; those that ask meanwhile wait, and read it."""
    path = Path(os.environ[_FOLDER]) / f"{name}.pickle"
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            return pickle.loads(path.read_bytes())
        made = make()
        temporary = path.with_suffix(".part")
        with temporary.open("wb") as file:
            _Pickler(file, protocol=pickle.HIGHEST_PROTOCOL).dump(made)
        temporary.rename(path)
        return made


class _Pickler(pickle.Pickler):
    """Writes also the read-only mappings of our models, for which pickle knows no way."""

    def reducer_override(self, written: Any) -> Any:
        return (_read_only, (dict(written),)) if isinstance(written, MappingProxyType) else NotImplemented


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
