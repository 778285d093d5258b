"""Chọn nơi thực hiện: on this machine, or on the machines of a scheduler."""

from __future__ import annotations

from poverty_evaluation.operations.workers.tasks import Executor


def executor_for(scheduler: str, workers: int) -> Executor:
    """The executor of a batch. scheduler: the address of a Dask scheduler, empty for this machine; workers: how many
    reports at a time on this machine. InputError when the package for clusters is missing."""
    if scheduler:
        from poverty_evaluation.operations.cluster.executor import DaskExecutor

        return DaskExecutor(scheduler)
    from poverty_evaluation.operations.remote.executor import FetchingExecutor
    from poverty_evaluation.operations.workers.local import LocalExecutor

    return FetchingExecutor(LocalExecutor(workers))
