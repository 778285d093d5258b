"""Khi có lỗi của chương trình: a saved log with everything needed to find the cause, and a few lines for the screen."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from poverty_evaluation.operations.engines.engine import NotebookFailed
from poverty_evaluation.operations.requests import Plan
from poverty_evaluation.operations.versions import versions
from poverty_evaluation.workspace.locations import outputs_folder

LOGS = ".logs"
_LAST_LINES = 12


class ToldFailure(Exception):
    """A failure that is no fault of the input and whose text is for people: shown as it is, exit status 1."""


@dataclass
class RunFailed(ToldFailure):
    """A run that failed through no fault of the input; nothing was published."""

    message_vi: str
    message_en: str
    last_lines: tuple[str, ...]
    log: Path

    def __str__(self) -> str:
        lines = "\n".join(f"    {line}" for line in self.last_lines)
        return (
            f"{self.message_vi}\n{self.message_en}\n\n{lines}\n\n"
            f"Nhật ký · Log: {self.log}\n"
            "Báo cáo đã công bố trước đó vẫn giữ nguyên. · The report published earlier is as it was."
        )


def save_log(plan: Plan, error: Exception, executed: Iterable[Path]) -> RunFailed:
    """Write the log of a failed run, with the notebook as far as it got, and say what to show."""
    head = [f"place {plan.run.place}, period {plan.run.period}, language {plan.run.language}"]
    head.append(f"data {plan.run.data_root}")
    return save_log_of(plan.outputs, f"{plan.run.place}-{plan.run.period}", head, error, executed)


def save_log_of(
    outputs: Path, name: str, asked: Iterable[str], error: Exception, executed: Iterable[Path]
) -> RunFailed:
    """The same for whatever was asked for."""
    log = _new_log(outputs, name)
    text = error.traceback if isinstance(error, NotebookFailed) else "".join(traceback.format_exception(error))
    head = [*asked, *(f"{package} {version}" for package, version in versions().items())]
    if isinstance(error, NotebookFailed):
        head += [f"notebook {error.notebook}, code cell {error.cell}", "", error.source]
    log.write_text("\n".join([*head, "", text, ""]), encoding="utf-8")
    if isinstance(error, NotebookFailed):
        stem = Path(error.notebook).stem
        saved = next((path for folder in executed for path in sorted(folder.glob(f"{stem}*.ipynb"))), None)
        if saved is not None:
            shutil.copy(saved, log.with_suffix(".ipynb"))
        where_vi = f"Lỗi khi chạy {error.notebook}, ô lệnh thứ {error.cell}: {error.error}"
        where_en = f"Failure in {error.notebook}, code cell {error.cell}: {error.error}"
    else:
        where_vi = f"Lỗi của chương trình: {type(error).__name__}: {error}"
        where_en = f"Failure of the program: {type(error).__name__}: {error}"
    lines = [line for line in text.splitlines() if line.strip()]
    return RunFailed(where_vi, where_en, tuple(lines[-_LAST_LINES:]), log)


def save_trace(output: str, name: str, error: BaseException) -> Path | None:
    """The log of a failure before or after the building of a report; None where it cannot be written either."""
    lines = [name, *(f"{library} {version}" for library, version in versions().items()), ""]
    try:
        outputs = Path(output).expanduser() if output else outputs_folder()
        log = _new_log(outputs, name.replace("/", "-"))
        log.write_text("\n".join([*lines, *traceback.format_exception(error)]), encoding="utf-8")
    except Exception:
        return None  # the disc is full, or the folder is the cause: the message says it
    return log


def _new_log(outputs: Path, name: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    log = outputs / LOGS / f"{name}-{stamp}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    return log
