"""Nơi thực hiện trên cụm máy: the reports of a batch given to the machines of a Dask scheduler, so many at a time."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Iterable, Iterator

from poverty_evaluation.operations.cluster.connection import Connection, Ended, SchedulerLost, Told
from poverty_evaluation.operations.cluster.library import distributed_library
from poverty_evaluation.operations.cluster.node import STARTED
from poverty_evaluation.operations.cluster.orders import Orders
from poverty_evaluation.operations.cluster.receipts import open_receipts, remove_receipts
from poverty_evaluation.operations.workers.tasks import (
    Event,
    Finished,
    ReportTask,
    Started,
    StepBegun,
)

#: How long a lost scheduler, or the first machine, is waited for.
PATIENCE_SECONDS = 300.0
#: How long nothing may happen before the connection is looked at.
_POLL_SECONDS = 0.5


class DaskExecutor:
    """Builds reports on the machines of a Dask scheduler; README.md of this room says how to start one.

    Every machine sees the folders of the tasks under the same names, or they are addresses (s3://…). Each builds as
    many reports at a time as its worker has threads; machines may come and go. A report whose machine is lost is
    built on another one. InputError: the package is missing, there is no scheduler, or no machine has our program.
    """

    def __init__(self, address: str, patience: float = PATIENCE_SECONDS) -> None:
        distributed_library()
        self._address, self._patience = address, patience

    def run(self, tasks: Iterable[ReportTask]) -> Iterator[Event]:
        """As every Executor; ClusterLost when the scheduler is lost for good."""
        batch = uuid.uuid4().hex[:12]
        orders = Orders(batch, tasks)
        connection = Connection(self._address, batch, self._patience, _say)
        opened: set[str] = set()
        try:
            connection.open()
            while True:
                try:
                    yield from self._work(connection, orders, opened)
                    return
                except SchedulerLost:
                    for number in list(orders.flying):
                        orders.return_to_waiting(number)
                    connection.wait_for_scheduler()
        finally:
            connection.end(orders.flying.values())
            for outputs in opened:
                remove_receipts(outputs, batch)

    def _work(self, connection: Connection, orders: Orders, opened: set[str]) -> Iterator[Event]:
        while orders.flying or orders.first() is not None:
            _submit(connection, orders, opened)
            message = connection.next_message(_POLL_SECONDS)
            flight = orders.flying.get(message.number) if message is not None else None
            if flight is None:
                continue  # nothing, or the echo of something that was told or submitted again
            if isinstance(message, Told):
                orders.begin(message.number, message.machine)
                yield _told(message, flight.order.task)
            elif isinstance(message, Ended) and message.future is flight.future:
                outcome = connection.outcome_of(flight)
                if outcome is not None:
                    orders.land(message.number)
                    yield Finished(outcome)


def _submit(connection: Connection, orders: Orders, opened: set[str]) -> None:
    """Submit as many orders as the machines have room for, and one more for each, to be at hand when one is done."""
    connection.look()
    for number, flight in list(orders.flying.items()):
        if flight.is_better_given_anew(connection.machines) or flight.machines.isdisjoint(connection.machines):
            connection.withdraw(flight)
            orders.return_to_waiting(number)
    while (first := orders.first()) is not None:
        if first.folders[1] not in opened:
            open_receipts(first.folders[1], first.batch)
            opened.add(first.folders[1])
        connection.wait_for_machines(first.folders)
        if len(orders.flying) >= sum(connection.machines.values()) + len(connection.machines):
            return
        order = orders.take()
        orders.flying[order.number] = connection.submit(order)


def _told(message: Told, task: ReportTask) -> Event:
    return Started(task, message.text) if message.kind == STARTED else StepBegun(task, message.text)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
