"""Ghi kết quả rà soát: each format takes the audit of one file after another and ends when there are no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.findings import AuditResult
from poverty_evaluation.operations.audits.requests import AuditPlan, Format, page_paths, result_path
from poverty_evaluation.workspace.atomic import replacing, write_text

if TYPE_CHECKING:
    from rich.console import Console


class Writer(Protocol):
    """Takes the audits of files in their order; place counts the files from 0."""

    def add(self, place: int, source: SourceText, result: AuditResult) -> None: ...

    def end(self) -> None: ...


@contextmanager
def writer_for(plan: AuditPlan, stream: TextIO, is_quiet: bool) -> Iterator[Writer]:
    """The writer of a plan. A file of results takes its place when the block ends well, and then its path is told."""
    path = result_path(plan)
    if plan.format is Format.HTML:
        yield _Pages(plan, stream)
    elif path is None:
        yield _writer(plan, stream, is_quiet)
    elif plan.format is Format.XLSX:
        yield _Workbook(plan, path)
        print(path, file=stream)
    else:
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as target:
            yield _writer(plan, target, is_quiet)
        print(path, file=stream)


def _writer(plan: AuditPlan, stream: TextIO, is_quiet: bool) -> Writer:
    if plan.format is Format.JSON:
        return _Lines(plan, stream)
    if plan.format is Format.CSV:
        return _Rows(plan, stream)
    return _Screen(plan, stream, is_quiet)


class _Screen:
    """A table per file, as each is done."""

    def __init__(self, plan: AuditPlan, stream: TextIO, is_quiet: bool):
        from poverty_evaluation.audit.showing.terminal import console_for

        self._plan, self._is_quiet = plan, is_quiet
        self._console: Console = console_for(stream)

    def add(self, place: int, source: SourceText, result: AuditResult) -> None:
        from poverty_evaluation.audit.showing.terminal import show_result

        if place:
            self._console.print()
        show_result(self._console, result, source, self._plan.show, self._plan.language, self._is_quiet)

    def end(self) -> None:
        """Each table is complete."""


class _Lines:
    """JSON, a line per file as each is done."""

    def __init__(self, plan: AuditPlan, stream: TextIO):
        self._plan, self._stream = plan, stream

    def add(self, place: int, source: SourceText, result: AuditResult) -> None:
        from poverty_evaluation.audit.showing.plain import json_line

        print(json_line(result, self._plan.show), file=self._stream, flush=True)

    def end(self) -> None:
        """Each line is complete."""


class _Collected:
    """One file of all results, written when there are no more."""

    def __init__(self, plan: AuditPlan):
        self._plan = plan
        self._results: list[AuditResult] = []

    def add(self, place: int, source: SourceText, result: AuditResult) -> None:
        self._results.append(result)


class _Rows(_Collected):
    """CSV of all files."""

    def __init__(self, plan: AuditPlan, stream: TextIO):
        super().__init__(plan)
        self._stream = stream

    def end(self) -> None:
        from poverty_evaluation.audit.showing.tables import findings_csv

        self._stream.write(findings_csv(self._results, self._plan.show, self._plan.language))


class _Workbook(_Collected):
    """One workbook of all files."""

    def __init__(self, plan: AuditPlan, path: Path):
        super().__init__(plan)
        self._path = path

    def end(self) -> None:
        from poverty_evaluation.audit.showing.workbook import findings_workbook

        with replacing(self._path) as temporary:
            temporary.write_bytes(findings_workbook(self._results, self._plan.show, self._plan.language))


class _Pages:
    """A page per file."""

    def __init__(self, plan: AuditPlan, stream: TextIO):
        self._plan, self._stream = plan, stream
        self._paths = page_paths(plan)

    def add(self, place: int, source: SourceText, result: AuditResult) -> None:
        from poverty_evaluation.audit.showing.page import audit_page

        path = self._paths[place]
        write_text(path, audit_page(source, result, self._plan.show, self._plan.language))
        print(path, file=self._stream, flush=True)

    def end(self) -> None:
        """Each page is complete."""
