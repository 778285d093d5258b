"""Mỗi lúc một lệnh: one batch at a time below the same outputs, so that two of cron's do not build the same reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from poverty_evaluation.operations.batch.failed_reports import BATCH
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

_LOCK = "running.lock"


@contextmanager
def only_one(outputs: Path) -> Iterator[None]:
    """InputError when another batch is at work there. A batch that was killed holds nothing."""
    folder = outputs / BATCH
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a", encoding="utf-8") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InputError([_busy(outputs)]) from None
        yield


def _busy(outputs: Path) -> InputProblem:
    return InputProblem(
        "mỗi lúc một lệnh batch cho một thư mục kết quả",
        "one batch at a time for a folder of results",
        f"một lệnh khác đang lập báo cáo ở {outputs}",
        f"another one that is building reports in {outputs}",
        "Chờ lệnh kia xong rồi chạy lại, hoặc chọn thư mục khác bằng --output.",
        "Wait until it has ended and run this one again, or choose another folder with --output.",
    )
