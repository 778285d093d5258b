"""Đường nối tới bộ điều phối: one client of a Dask scheduler, the machines that may build, and what they tell.

A lost scheduler is told by `SchedulerLost`; `wait_for_scheduler` then makes a new client, because what the old one
had asked for is gone with the scheduler.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Any

from poverty_evaluation.operations.cluster import node, problems
from poverty_evaluation.operations.cluster.library import PURPOSE, distributed_library
from poverty_evaluation.operations.cluster.orders import Flight, Order
from poverty_evaluation.operations.cluster.program import differing, installed_program
from poverty_evaluation.operations.failures import ToldFailure
from poverty_evaluation.operations.workers.tasks import ReportOutcome
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

#: How long the first connection may take, and one attempt of a later one.
_FIRST_SECONDS, _ATTEMPT_SECONDS = 20.0, 5.0
#: How often the list of machines is read again.
_LOOK_SECONDS = 1.0
#: A failure of the machinery between client and machine is tried again so many times.
_RETRIES = 2


class SchedulerLost(Exception):
    """The connection to the scheduler broke; what it had been asked for is to be asked for again."""


class ClusterLost(ToldFailure):
    """No scheduler, or no machine that may build, for longer than we wait."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An order's future is done, failed or was lost."""

    number: int
    future: Any


@dataclass(frozen=True, slots=True)
class Told:
    """A machine tells of an order under way."""

    number: int
    kind: str
    text: str
    machine: str


class Connection:
    """A client of the scheduler at an address, for one batch."""

    def __init__(self, address: str, batch: str, patience: float, say: Callable[[str], None]) -> None:
        self._address, self._batch, self._patience, self._say = address, batch, patience, say
        self._library = distributed_library()
        self._client: Any = None
        self._messages: SimpleQueue[Ended | Told] = SimpleQueue()
        self._refused: set[str] = set()
        self._folders: tuple[tuple[str, str], ...] = ()
        self._had_machines = False
        self._looked = 0.0
        self._attempts = 0
        self._program = installed_program()
        #: The machines that may build, each with the number of reports it builds at a time.
        self.machines: Mapping[str, int] = {}

    def open(self) -> None:
        """InputError when there is no scheduler at the address."""
        try:
            self._connect(_FIRST_SECONDS)
        except (OSError, ValueError, TypeError) as error:  # no address at all; tls:// without certificates
            raise InputError([problems.no_scheduler(self._address, str(error))], PURPOSE) from None

    def wait_for_scheduler(self) -> None:
        """Connect anew to a scheduler that was lost; ClusterLost when it does not come back."""
        self._say(
            f"Mất liên lạc với bộ điều phối {self._address}; chờ tối đa {self._patience:.0f} giây."
            f" · The scheduler {self._address} is lost; waiting up to {self._patience:.0f} s for it."
        )
        deadline = time.monotonic() + self._patience
        self.close()
        while True:
            try:
                self._connect(_ATTEMPT_SECONDS)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise self._given_up("bộ điều phối không trở lại", "the scheduler did not come back") from None
                time.sleep(0.5)
        self._say("Đã nối lại; giao lại các báo cáo chưa xong. · Connected again; the unfinished reports are resent.")

    def end(self, flights: Iterable[Flight]) -> None:
        """Close; what is under way is stopped, as far as the machines can be reached."""
        under_way = list(flights)
        with suppress(SchedulerLost, TimeoutError):
            if under_way and self._client is not None:
                self._guarded(lambda: self._client.cancel([flight.future for flight in under_way]))
                self._guarded(
                    lambda: self._client.run(
                        node.end_reports, self._batch, workers=list(self.machines), on_error="ignore"
                    )
                )
        self.close()

    def close(self) -> None:
        client, self._client = self._client, None
        self.machines = {}
        if client is not None:
            client.close(timeout=2)

    def look(self) -> None:
        """Bring the list of machines up to date, at most once a second; a new machine is inspected."""
        if time.monotonic() - self._looked < _LOOK_SECONDS:
            return
        self._looked = time.monotonic()
        there = self._guarded(lambda: self._client.scheduler_info(n_workers=-1)["workers"])
        known = {at: threads for at, threads in self.machines.items() if at in there}
        self._refused &= set(there)
        new = {at: _shown(at, there[at]["name"]) for at in there if at not in known and at not in self._refused}
        self.machines = {**known, **{at: int(there[at]["nthreads"]) for at in self._fitting(new)}}

    def wait_for_machines(self, folders: tuple[str, str]) -> None:
        """Have at least one machine that sees these folders. ClusterLost when none comes; InputError when those that
        are there at the beginning may not build."""
        if folders not in self._folders:
            self._folders = (*self._folders, folders)
            self.machines, self._looked = {}, 0.0  # each is inspected again
        self.look()
        if self.machines:
            self._had_machines = True
            return
        self._say(
            f"Chưa có máy nào nhận việc ở {self._address}; chờ tối đa {self._patience:.0f} giây."
            f" · No machine takes work at {self._address}; waiting up to {self._patience:.0f} s for one."
        )
        deadline = time.monotonic() + self._patience
        while not self.machines:
            if time.monotonic() > deadline:
                raise self._given_up("không có máy nào nhận việc", "no machine took work")
            time.sleep(0.2)
            self.look()
        self._had_machines = True

    def submit(self, order: Order) -> Flight:
        """Give an order to the machines that may build it, in the order of the batch."""
        self._attempts += 1
        future = self._guarded(
            lambda: self._client.submit(
                node.build_on_machine,
                order.sent,
                key=f"{order.task.name}-{self._batch}-{order.number}-{self._attempts}",
                pure=False,
                workers=sorted(self.machines),
                allow_other_workers=False,
                priority=-order.number,
                retries=_RETRIES,
            )
        )
        self._listen(order.number, future)
        return Flight(order, future, frozenset(self.machines))

    def withdraw(self, flight: Flight) -> None:
        """What was given to machines that are all gone is not to be built by one that comes back."""
        self._guarded(lambda: flight.future.cancel(force=True))

    def outcome_of(self, flight: Flight) -> ReportOutcome | None:
        """What became of an order that has ended; None when its machine was lost before it could say so, and another
        one builds it again. SchedulerLost."""
        status, task = flight.future.status, flight.order.task
        if status in {"cancelled", "lost"}:
            raise SchedulerLost
        if status == "error":
            return problems.broken(task, self._guarded(lambda: flight.future.exception(timeout=_ATTEMPT_SECONDS)))
        try:
            outcome: ReportOutcome = self._guarded(lambda: flight.future.result(timeout=_ATTEMPT_SECONDS))
        except TimeoutError:
            self._listen(flight.order.number, flight.future)
            return None
        return replace(outcome, task=task)

    def _listen(self, number: int, future: Any) -> None:
        messages = self._messages
        future.add_done_callback(lambda ended: messages.put(Ended(number, ended)))

    def next_message(self, seconds: float) -> Ended | Told | None:
        """What happens next, or nothing within some seconds. SchedulerLost."""
        try:
            return self._messages.get(timeout=seconds)
        except Empty:
            self._guarded(lambda: None)
            return None

    def _connect(self, seconds: float) -> None:
        self._client = self._begun_client(seconds)
        self._messages = SimpleQueue()  # what the old client still has to say is about futures that are gone
        self._looked = 0.0
        messages = self._messages
        self._client.subscribe_topic(node.topic_of(self._batch), lambda event: messages.put(Told(*event[1])))

    def _begun_client(self, seconds: float) -> Any:
        """A client of the library, which asserts that its own thread begins within ten seconds: on a machine that is
        too busy for that it is begun once more."""
        for _ in range(2):
            with suppress(AssertionError):
                return self._library.Client(self._address, timeout=seconds, set_as_default=False)
        raise TimeoutError("Dask's client did not begin; this machine may be too busy")

    def _guarded(self, ask: Callable[[], Any]) -> Any:
        """An answer of the scheduler; SchedulerLost when there is none."""
        if self._client.status != "running":
            raise SchedulerLost
        try:
            return ask()
        except TimeoutError:
            raise
        except (OSError, asyncio.CancelledError, concurrent.futures.CancelledError) as error:
            raise SchedulerLost from error

    def _fitting(self, names: Mapping[str, str]) -> list[str]:
        """The addresses of those machines that may build, of machines by address and name; of the others it is told
        why not, once. InputError when there are such at the beginning."""
        if not names or not self._folders:
            return []
        answers = self._guarded(
            lambda: self._client.run(
                node.inspect_machine, self._batch, self._folders, workers=list(names), on_error="return"
            )
        )
        present = [at for at in names if not isinstance(answers.get(at, OSError()), OSError)]  # the others are gone
        found = {at: self._problem(names[at], answers[at]) for at in present}
        wrong = {at: problem for at, problem in found.items() if problem is not None}
        self._refused |= set(wrong)
        if wrong and not self._had_machines:
            raise InputError(wrong.values(), PURPOSE)
        for problem in wrong.values():
            self._say(f"{problem.message('vi')} · {problem.message('en')}")
        return [at for at in present if at not in wrong]

    def _problem(self, name: str, answer: Any) -> InputProblem | None:
        if isinstance(answer, BaseException):
            return problems.unfit(name, f"{type(answer).__name__}: {answer}")
        program, unseen = answer
        different = differing(self._program, program)
        if different:
            return problems.unfit(name, ", ".join(different))
        return problems.unseeing(name, ", ".join(unseen)) if unseen else None

    def _given_up(self, reason_vi: str, reason_en: str) -> ClusterLost:
        return ClusterLost(
            f"Dừng lại: sau {self._patience:.0f} giây {reason_vi} ({self._address}). Báo cáo đã công bố vẫn còn; chạy"
            f" lại lệnh để làm tiếp.\n"
            f"Given up: after {self._patience:.0f} s {reason_en} ({self._address}). What was published stays; run the"
            f" command again to go on."
        )


def _shown(address: str, name: object) -> str:
    return address if name == address else f"{name} ({address})"
