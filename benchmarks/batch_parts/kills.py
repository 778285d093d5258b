"""Dừng đột ngột: SIGKILL at random moments, started again each time; what is published must be whole at any moment and
in the end the same as of a batch that nobody disturbed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from batch_parts.setting import Keep, Result, Setting, Task, batch_command, data_root, environment, load, run_batch
from batch_parts.watching import is_report
from batch_parts.wholeness import Checker, difference
from measuring import adopt_orphans, descendants, wait_for_orphans

#: How many reports the batch has that is killed.
_REPORTS = 4
#: What is killed: the group of the batch, its main process only, or the process of one report.
_TARGETS = ("group", "main", "report")
#: Of a hundred completed batches, how many are followed by one into an empty folder; the others build all again.
_EMPTIED = 50


@dataclass
class Course:
    """Diễn biến: what happened so far."""

    kills: Counter[str] = field(default_factory=Counter)
    completed: int = 0
    forced: int = 0
    looked_at: int = 0
    violations: list[str] = field(default_factory=list)
    slowest_end: float = 0.0
    left_by_python: int = 0

    def to_plain(self) -> Result:
        return {
            "kills": dict(self.kills),
            "completed": self.completed,
            "forced": self.forced,
            "folders_checked": self.looked_at,
            "violations": self.violations[:20],
            "violation_count": len(self.violations),
            "slowest_end_of_processes": self.slowest_end,
            "folders_left_by_multiprocessing": self.left_by_python,
        }


def measure(setting: Setting, keep: Keep) -> None:
    adopt_orphans()
    root, tasks = data_root(setting, _REPORTS)
    undisturbed = setting.fresh("kills-undisturbed")
    begun = time.monotonic()
    run_batch(setting, root, tasks, undisturbed)
    usual = time.monotonic() - begun
    at = load()
    killing = Killing(setting, root, tasks, usual)
    course = killing.course
    while sum(course.kills.values()) < setting.kills and not setting.is_over:
        killing.once()
        if sum(course.kills.values()) % 10 == 0:
            keep({"reports": len(tasks), "load": at, "usual_seconds": usual, **course.to_plain()})
    killing.finish(undisturbed)
    keep({"reports": len(tasks), "load": at, "usual_seconds": usual, "ended": True, **course.to_plain()})


@dataclass
class Killing:
    """A batch that is started, killed and started again."""

    setting: Setting
    root: Path
    tasks: Sequence[Task]
    usual: float
    course: Course = field(default_factory=Course)
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.random = random.Random(self.setting.seed)
        self.outputs = self.setting.fresh("kills-outputs")
        self.temporary = self.setting.fresh("kills-temporary")
        self.check = Checker(self.root, self.tasks)

    def once(self) -> None:
        """One kill, or a batch that was quicker than it."""
        if self.process is None:
            self._start()
        assert self.process is not None
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(self.random.uniform(0.05, self.usual * 1.1))
        if self.process.returncode is not None:
            self._completed(self.process.returncode)
            return
        self._kill(self.process, self.random.choice(_TARGETS))
        self._look()

    def finish(self, undisturbed: Path) -> None:
        """The batch is let run to its end, and compared with the undisturbed one."""
        if self.process is not None:
            self._end(self.process)
        last = self._started()
        try:
            status: int | None = last.wait(max(self.usual * 10, 120))
        except subprocess.TimeoutExpired:
            status = None
        self._end(last)
        if status not in (0, 3):
            self.course.violations.append(f"the last batch ended with {status}")
        self._look()
        self.course.violations += difference(undisturbed, self.outputs, self.tasks)
        self.course.violations += [f"left behind: {name}" for name in self._left()]
        self.course.left_by_python = len(list(self.temporary.glob("pymp-*")))

    def _start(self) -> None:
        done = all((self.outputs / place / period / "run.json").is_file() for place, period in self.tasks)
        options = []
        if done and self.random.randrange(100) < _EMPTIED:
            shutil.rmtree(self.outputs)
            self.outputs.mkdir()
        elif done:
            options = ["--force"]
            self.course.forced += 1
        self.process = self._started(*options)

    def _started(self, *options: str) -> subprocess.Popen[bytes]:
        command = batch_command(self.setting, self.root, self.tasks, self.outputs, *options)
        nowhere = subprocess.DEVNULL
        surroundings = {**os.environ, **environment(TMPDIR=str(self.temporary))}
        return subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=surroundings, start_new_session=True)

    def _completed(self, status: int) -> None:
        assert self.process is not None
        self._end(self.process)
        self.course.completed += 1
        if status not in (0, 1, 3):  # 1: a report whose process was killed is told as failed
            self.course.violations.append(f"a batch ended with {status}")
        self._look()

    def _kill(self, process: subprocess.Popen[bytes], target: str) -> None:
        reports = [pid for pid in descendants(process.pid) if is_report(pid, process.pid)]
        if target == "report" and not reports:
            target = "main"
        self.course.kills[target] += 1
        with suppress(ProcessLookupError):
            if target == "report":
                os.kill(self.random.choice(reports), signal.SIGKILL)
            elif target == "group":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                os.kill(process.pid, signal.SIGKILL)
        if target != "report":
            self._end(process)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """All that is left of it ends by itself, in a moment."""
        process.poll() is None and process.kill()
        process.wait()
        begun = time.monotonic()
        if not wait_for_orphans():
            self.course.violations.append("processes outlived their batch")
        self.course.slowest_end = max(self.course.slowest_end, time.monotonic() - begun)
        self.process = None

    def _look(self) -> None:
        looked_at, found = self.check(self.outputs)
        if found and self.process is not None:  # it may have been exchanged under our eyes
            time.sleep(0.2)
            looked_at, found = self.check(self.outputs)
        self.course.looked_at += looked_at
        self.course.violations += found

    def _left(self) -> list[str]:
        staging = self.outputs / ".staging"
        left = [path for path in staging.iterdir() if path.is_dir()] if staging.is_dir() else []
        left += [path for path in self.temporary.iterdir() if path.name.startswith("poverty-")]
        failed = self.outputs / ".batch" / "failed"
        left += list(failed.iterdir()) if failed.is_dir() else []
        return sorted(path.name for path in left)
