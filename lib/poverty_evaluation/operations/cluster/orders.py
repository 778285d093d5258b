"""Lệnh giao cho cụm: a report as it travels to a machine, and the bookkeeping of those under way."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from poverty_evaluation.operations.workers.tasks import ReportTask
from poverty_evaluation.workspace.locations import outputs_folder, project_root


@dataclass(frozen=True, slots=True)
class Order:
    """One report of a batch. number: its place in the batch, from 0."""

    batch: str
    number: int
    task: ReportTask

    @property
    def folders(self) -> tuple[str, str]:
        """Where its data lie and where it is published, both named so that every machine finds them."""
        request = self.task.request
        return request.data or str(project_root() / "data"), request.output or str(outputs_folder())

    @property
    def sent(self) -> Order:
        """The order with its folders written out: another machine may keep its project elsewhere."""
        data, output = self.folders
        return replace(self, task=replace(self.task, request=replace(self.task.request, data=data, output=output)))


@dataclass(frozen=True, slots=True)
class Flight:
    """An order that was submitted. machines: the workers it may be built on; begun_at: the one that builds it, "" while
    it waits at one."""

    order: Order
    future: Any
    machines: frozenset[str]
    begun_at: str = ""

    def is_better_given_anew(self, machines: Collection[str]) -> bool:
        """Whether it waits, or its machine was lost, and others have come since: it may not be built on those."""
        return self.begun_at not in machines and not self.machines.issuperset(machines)


class Orders:
    """Every order of a batch, each waiting, under way or done; tasks are taken from their source one by one."""

    def __init__(self, batch: str, tasks: Iterable[ReportTask]) -> None:
        self._source: Iterator[Order] = (Order(batch, number, task) for number, task in enumerate(tasks))
        self._waiting: list[tuple[int, Order]] = []
        self.flying: dict[int, Flight] = {}

    def first(self) -> Order | None:
        """The next order to submit, without taking it; None when all were submitted."""
        if not self._waiting:
            order = next(self._source, None)
            if order is None:
                return None
            self._wait(order)
        return self._waiting[0][1]

    def take(self) -> Order:
        """The next order; call it after `first`."""
        return heapq.heappop(self._waiting)[1]

    def return_to_waiting(self, number: int) -> None:
        """What was under way is to be submitted again."""
        self._wait(self.flying.pop(number).order)

    def begin(self, number: int, machine: str) -> None:
        """An order that is under way is being built by a machine now."""
        self.flying[number] = replace(self.flying[number], begun_at=machine)

    def land(self, number: int) -> ReportTask | None:
        """The task of an order that has ended; None when that was told before."""
        flight = self.flying.pop(number, None)
        return flight.order.task if flight is not None else None

    def _wait(self, order: Order) -> None:
        heapq.heappush(self._waiting, (order.number, order))
