"""Giải thích: for every report of a batch, why each of its stages would run or would not; nothing is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from poverty_evaluation.operations.batch.package_listings import changed_source
from poverty_evaluation.operations.batch.planning import Course, PlannedReport
from poverty_evaluation.operations.batch.showing.wording import COURSES, named
from poverty_evaluation.operations.requests import planned
from poverty_evaluation.operations.stages.fingerprints import ALL_STAGES
from poverty_evaluation.operations.stages.records import Published, read_published
from poverty_evaluation.operations.stages.reuse import Reason, Why
from poverty_evaluation.operations.versions import versions

_LOCK = "requirements/run.txt"
#: The parts of a fingerprint as people call them, without the names of what changed.
_PARTS = {
    "inputs": "số liệu hoặc danh mục đổi · data or reference changed",
    "parameters": "tham số khác · other parameters",
    "notebook": "sổ tay đổi · notebook changed",
    "package": "chương trình đổi · program changed",
    "lock": "thư viện đổi · libraries changed",
    "before": "bước trước có kết quả mới · an earlier stage changes",
}
_REASONS = {
    Why.NEW: "chưa từng lập · never built",
    Why.LOST: "tệp mất hoặc bị sửa · file gone or altered",
    Why.NEEDED: "bảng trung gian không còn, bước sau cần · its tables are gone and needed by",
    Why.ASKED: "--force",
    Why.FOLLOWS: "công bố lại cả thư mục · the folder is published anew",
}
_TOLD_FIRST = (Course.BUILD, Course.REFUSED)
#: How many of the reports of which the same is to be said are named.
_NAMED_ALIKE = 12
#: How many source files of the program are named.
_SOURCES = 3


@dataclass(frozen=True, slots=True)
class StageLine:
    """Một dòng giải thích: stages, whether they run, and why."""

    stages: str
    runs: bool
    why: str


def explain(reports: Iterable[PlannedReport], stream: TextIO) -> bool:
    """Tell of every report, as a tree in a terminal and as plain lines elsewhere; whether all could be planned."""
    write = _tree_writer(stream) if stream.isatty() else _line_writer(stream)
    counted: Counter[Course] = Counter()
    alike: dict[tuple[Course, tuple[StageLine, ...], str], list[str]] = {}
    for report in reports:
        counted[report.course] += 1
        alike.setdefault((report.course, stage_lines(report), report.message), []).append(report.name)
    for (course, lines, message), names in sorted(alike.items(), key=lambda item: item[0][0] not in _TOLD_FIRST):
        number = f" ({len(names)})" if len(names) > 1 else ""
        write(f"{named(names, _NAMED_ALIKE)}: {COURSES[course]}{number}", lines, message)
    build, total = counted[Course.BUILD], counted.total()
    print(
        f"Cần lập {build}/{total} báo cáo. Chưa lập gì; bỏ --explain để lập.\n"
        f"{build} of {total} reports to be built. Nothing was built; leave out --explain to build.",
        file=stream,
    )
    return not counted[Course.REFUSED]


def stage_lines(report: PlannedReport) -> tuple[StageLine, ...]:
    """Why the stages of a report run, or that they hold; those of one reason in one line."""
    if report.course is not Course.BUILD:
        return ()
    plan = planned(report.task.request)
    published = read_published(plan.target, plan.run.language)
    changes = _Changes(report, published, changed_source(plan.outputs, _recorded_part(published, "package")))
    found: dict[tuple[bool, str], list[str]] = {}
    for name in ALL_STAGES:
        if name in report.judged.runs:
            found.setdefault((True, changes.told(name, report.judged.runs[name])), []).append(name)
        elif name in report.judged.reused:
            found.setdefault((False, "còn dùng được · still holds"), []).append(name)
    return tuple(StageLine(", ".join(names), runs, why) for (runs, why), names in found.items())


#: Writes the head of a report, its stages and a message.
_Writer = Callable[[str, Sequence[StageLine], str], None]


@dataclass(frozen=True, slots=True)
class _Changes:
    """What changed since a report was published, by name."""

    report: PlannedReport
    published: Published
    source: tuple[str, ...]

    def told(self, stage: str, reason: Reason) -> str:
        if reason.why is not Why.CHANGED:
            names = f": {named(reason.names)}" if reason.names else ""
            return _REASONS[reason.why] + names
        parts = [part for part in reason.names if part != "before"] or list(reason.names)
        return "; ".join(self._part(part, stage) for part in parts)

    def _part(self, part: str, stage: str) -> str:
        names: tuple[str, ...] = ()
        if part == "inputs":
            names = self.report.inputs
        elif part == "notebook":
            names = (f"notebooks/{stage}.ipynb",)
        elif part == "package":
            return _PARTS[part] + (f": {named(self.source, _SOURCES)}" if self.source else "")
        elif part == "lock":
            names = self._libraries()
        return _PARTS[part] + (f": {named(names)}" if names else "")

    def _libraries(self) -> tuple[str, ...]:
        before: Mapping[str, str] = self.published.record.get("versions", {})
        now = versions()
        changed = [name for name in sorted({*now, *before}) if now.get(name) != before.get(name)]
        return tuple(f"{name} {before.get(name, '-')} → {now.get(name, '-')}" for name in changed) or (_LOCK,)


def _recorded_part(published: Published, part: str) -> str:
    return next((stage.parts.get(part, "") for stage in published.stages.values()), "")


def _line_writer(stream: TextIO) -> _Writer:
    def write(head: str, lines: Sequence[StageLine], message: str) -> None:
        print(head, file=stream)
        for line in lines:
            print(f"  {'chạy · run' if line.runs else 'giữ · keep'}  {line.stages}: {line.why}", file=stream)
        for text in filter(str.strip, message.splitlines()):
            print(f"  {text}", file=stream)

    return write


def _tree_writer(stream: TextIO) -> _Writer:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, highlight=False)

    def write(head: str, lines: Sequence[StageLine], message: str) -> None:
        console.print(Text(head, style="bold" if lines or message else ""))
        table = Table.grid(padding=(0, 2))
        for line in lines:
            mark = Text("  ● chạy · run", style="yellow") if line.runs else Text("  ○ giữ · keep", style="dim")
            told = Text(f"{line.stages}: ", style="bold" if line.runs else "dim")
            table.add_row(mark, told.append(line.why, style="not bold" if line.runs else ""))
        if lines:
            console.print(table)
        for text in filter(str.strip, message.splitlines()):
            console.print(Text(f"  {text}", style="red"))

    return write
