"""Thư mục tạm: where the processes of a batch put their temporary files, gone when the batch has ended or died."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from poverty_evaluation.operations.staging import ALIVE, hold, is_dead

_PREFIX = "poverty-evaluation-batch-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A private folder among the temporary ones of the system; those that killed batches left are removed."""
    parent = Path(tempfile.gettempdir())
    _clean(parent)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
    lock = hold(folder / ALIVE)
    try:
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def _clean(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        try:
            dead = is_dead(folder / ALIVE)
        except OSError:
            continue  # somebody else's, or not yet with its lock
        if dead:
            shutil.rmtree(folder, ignore_errors=True)
