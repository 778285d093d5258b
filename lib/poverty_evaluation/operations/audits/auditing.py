"""Rà soát nhiều tệp: one file after another, whatever becomes of the others; what cannot be read is told at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from poverty_evaluation.audit.checking import audit_source
from poverty_evaluation.audit.documents.opening import read_source
from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.findings import AuditResult, AuditVerdict
from poverty_evaluation.audit.showing.terminal import FileCount, console_for, show_summary
from poverty_evaluation.audit.showing.words import seconds, words
from poverty_evaluation.operations.audits.requests import PURPOSE, AuditPlan, AuditRequest, Format, check
from poverty_evaluation.operations.audits.writers import writer_for
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

CLEAN, CONTRADICTS = 0, 3


def audit_files(request: AuditRequest, out: TextIO, err: TextIO, is_quiet: bool = False) -> int:
    """Audit all files and return the exit status: 3 when one contradicts itself, else 0.

    Results go to `out` or into files, everything else to `err`. InputError, after all files, for those not read.
    """
    plan = check(request)
    work = _Work(plan, err, is_quiet)
    with writer_for(plan, out, is_quiet) as writer:
        for place in range(len(plan.files)):
            read = work.audited(place)
            if read is not None:
                writer.add(place, *read)
        writer.end()
    if len(plan.files) > 1 and not is_quiet:
        is_on_screen = plan.format is Format.TABLE and plan.output is None
        show_summary(console_for(out if is_on_screen else err), work.counts, plan.language)
    if work.fault is not None:
        raise work.fault
    if work.problems:
        raise InputError(work.problems, PURPOSE)
    return CONTRADICTS if any(one.result is not None and one.result.contradicts for one in work.counts) else CLEAN


@dataclass
class _Work:
    """The files of a plan as they are audited: what was found in each, what was wrong with some, and the first fault
    of ours, which stops no other file either."""

    plan: AuditPlan
    err: TextIO
    is_quiet: bool
    counts: list[FileCount] = field(default_factory=list)
    problems: list[InputProblem] = field(default_factory=list)
    fault: Exception | None = None

    def audited(self, place: int) -> tuple[SourceText, AuditResult] | None:
        """The text and the audit of a file; None when it could not be read, which is then among the problems."""
        path = self.plan.files[place]
        read: tuple[SourceText, AuditResult] | None = None
        with self._progress(place):
            try:
                source = read_source(path)
                read = source, audit_source(source)
            except InputError as error:
                self.problems += error.problems
            except Exception as error:
                error.add_note(f"Lỗi của chương trình khi rà soát · A fault of the program in auditing: {path}")
                self.fault = self.fault or error
        self.counts.append(FileCount(str(path), None if read is None else read[1]))
        if self._tells_lines:
            print(f"  {self._in_short()}", file=self.err, flush=True)
        return read

    @property
    def _tells_lines(self) -> bool:
        return len(self.plan.files) > 1 and not self.is_quiet and not self.err.isatty()

    @contextmanager
    def _progress(self, place: int) -> Iterator[None]:
        """A moving line in a terminal; elsewhere one line for each of several files."""
        path, every = self.plan.files[place], len(self.plan.files)
        if self._tells_lines:
            print(f"[{place + 1}/{every}] {path} …", file=self.err, flush=True)
        if self.is_quiet or not self.err.isatty():
            yield
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        name = TextColumn("{task.description}", markup=False)
        columns = (SpinnerColumn(), BarColumn(bar_width=20), MofNCompleteColumn(), name, TimeElapsedColumn())
        with Progress(*columns, console=console_for(self.err), transient=True) as bar:
            bar.add_task(path.name, total=every, completed=place)
            yield

    def _in_short(self) -> str:
        """The last file in one line."""
        told, result = words(self.plan.language), self.counts[-1].result
        if result is None:
            return told.unreadable
        grave = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
        found = ", ".join(told.count(verdict, len(result.of_verdict(verdict))) for verdict in grave)
        return f"{found} ({seconds(result.seconds, self.plan.language)} s)"
