"""Màn hình: a bar with what is running below it, while failures are listed above as they happen."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from poverty_evaluation.operations.batch.planning import PlannedReport
from poverty_evaluation.operations.batch.showing.wording import details, duration, failure_list, headline, summary
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.workers.tasks import Event, Finished, Started, State, StepBegun

if TYPE_CHECKING:
    from rich.console import RenderableType

#: How many running reports are shown; the others are counted.
_SHOWN = 16


@dataclass
class TerminalShow:
    """A live view on a terminal; the summary goes to `results`."""

    stream: TextIO
    results: TextIO
    _running: dict[str, tuple[float, str]] = field(default_factory=dict)
    _live: Any = None
    _tally: Tally | None = None

    def begin(self, tally: Tally) -> None:
        from rich.console import Console
        from rich.live import Live

        self._tally = tally
        console = Console(file=self.stream, highlight=False)
        self._live = Live(get_renderable=self.view, console=console, transient=True, refresh_per_second=4)
        self._live.start()

    def skipped(self, report: PlannedReport, tally: Tally) -> None:
        """The count above the bar tells it."""

    def happened(self, event: Event, tally: Tally) -> None:
        if isinstance(event, Started):
            self._running[event.task.name] = (time.monotonic(), "")
        elif isinstance(event, StepBegun):
            since, _ = self._running.get(event.task.name, (time.monotonic(), ""))
            self._running[event.task.name] = (since, event.step)
        elif isinstance(event, Finished):
            self._running.pop(event.outcome.task.name, None)
            if event.outcome.state is not State.DONE:
                self._told(event)

    def end(self, tally: Tally, exit_status: int) -> None:
        if self._live is not None:
            self._live.stop()
        for line in (*summary(tally), *failure_list(tally.failures)):
            print(line, file=self.results, flush=True)

    def view(self) -> RenderableType:
        """What is on the screen now."""
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        tally = self._tally
        if tally is None:
            return Text("")
        head = Table.grid(padding=(0, 1))
        bar = ProgressBar(total=max(tally.total, 1), completed=tally.done, width=24)
        head.add_row(bar, Text(_counts(tally, "vi")))
        head.add_row("", Text(_counts(tally, "en"), style="dim"))
        rows = Table.grid(padding=(0, 2))
        now = time.monotonic()
        for name, (since, step) in list(self._running.items())[:_SHOWN]:
            rows.add_row(Text(f"  {name}"), Text(_label(step), style="dim"), Text(f"{now - since:.0f} s", style="dim"))
        if len(self._running) > _SHOWN:
            rows.add_row(Text(f"  … +{len(self._running) - _SHOWN}"))
        return Group(head, rows)

    def _told(self, event: Finished) -> None:
        from rich.text import Text

        console = self._live.console
        console.print(Text(f"✗ {headline(event.outcome)}", style="red"))
        for line in details(event.outcome):
            console.print(Text(f"     {line}", style="dim"))


def _counts(tally: Tally, language: str) -> str:
    """`120/500 · 38,5 báo cáo/phút · còn khoảng 9 phút 52 giây · 2 chưa lập được`."""
    vi = language == "vi"
    parts = [f"{tally.done}/{tally.total}"]
    if tally.built:
        rate = f"{tally.per_minute:.1f}"
        parts.append(f"{rate.replace('.', ',')} báo cáo/phút" if vi else f"{rate} reports/min")
    left = tally.remaining_seconds
    if left and not tally.was_interrupted:
        parts.append(f"{'còn khoảng' if vi else 'about'} {duration(left, language)}{'' if vi else ' left'}")
    if tally.failures:
        parts.append(f"{len(tally.failures)} {'chưa lập được' if vi else 'failed'}")
    return " · ".join(parts)


def _label(step: str) -> str:
    from poverty_evaluation.operations.run_period import NOTEBOOKS, PUBLISHING

    labels = {one.name: one.label for one in (*NOTEBOOKS, PUBLISHING)}
    return labels.get(step, f"Xuất · Writing {step.upper()}" if step else "")
