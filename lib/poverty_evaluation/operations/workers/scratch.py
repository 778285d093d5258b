"""Thư mục tạm: where the processes of a batch put their temporary files, gone when the batch has ended or died."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from poverty_evaluation.operations.staging import private_folder, remove_dead

_NAME = "poverty-evaluation-batch"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A private folder among the temporary ones of the system; those that killed batches left are removed."""
    parent = Path(tempfile.gettempdir())
    remove_dead(parent, f"{_NAME}-")
    with private_folder(parent, _NAME, mode=0o700) as folder:
        yield folder
