"""Nơi thực hiện: which executor builds the reports of a batch."""

from __future__ import annotations

import os

from poverty_evaluation.operations.workers.tasks import Executor


def executor_for(workers: int, scheduler: str = "") -> Executor:
    """Processes of this machine, or of the machines of a Dask scheduler.

    workers: how many on this machine, 0 for as many as it has processors for us; each machine of a scheduler has a
    number of its own. InputError when the package for clusters is missing.
    """
    if scheduler:
        from poverty_evaluation.operations.cluster.executor import DaskExecutor

        return DaskExecutor(scheduler)
    from poverty_evaluation.operations.remote.executor import FetchingExecutor
    from poverty_evaluation.operations.workers.local import LocalExecutor

    return FetchingExecutor(LocalExecutor(workers or usable_processors()))


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
