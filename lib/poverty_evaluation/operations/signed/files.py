"""Đối chiếu nhiều bản đã ký: one copy after another beside what was issued for a place and period."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from poverty_evaluation.audit.showing.terminal import console_for
from poverty_evaluation.operations.audits.requests import (
    COMPARED,
    AuditPlan,
    AuditRequest,
    Format,
    check,
    page_paths,
    result_path,
)
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.signed.showing import (
    show_signed,
    signed_csv,
    signed_line,
    signed_page,
    signed_workbook,
)
from poverty_evaluation.operations.signed.signed_copy import PURPOSE, SignedComparison, compare_signed, issued_texts
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.workspace.atomic import replacing, write_text

AS_ISSUED, DIFFERS = 0, 3


def compare_files(request: AuditRequest, report: RunRequest, out: TextIO, is_quiet: bool = False) -> int:
    """Compare all copies and return the exit status: 3 when a number differs, else 0.

    InputError when nothing was issued, and after all copies for those that cannot be read.
    """
    plan = check(request, COMPARED)
    issued = issued_texts(report)
    problems: list[InputProblem] = []
    found: list[SignedComparison] = []
    pages = page_paths(plan)
    for place, path in enumerate(plan.files):
        try:
            comparison = compare_signed(path, issued)
        except InputError as error:
            problems += error.problems
            continue
        found.append(comparison)
        _told_at_once(comparison, plan, pages[place], out, is_quiet)
    _told_together(found, plan, out, is_quiet)
    if problems:
        raise InputError(problems, PURPOSE)
    return DIFFERS if any(one.differences for one in found) else AS_ISSUED


def _told_at_once(comparison: SignedComparison, plan: AuditPlan, page: Path, out: TextIO, is_quiet: bool) -> None:
    if plan.format is Format.HTML:
        write_text(page, signed_page(comparison, plan.language))
        print(page, file=out, flush=True)
    elif result_path(plan) is None and plan.format is Format.JSON:
        print(signed_line(comparison), file=out, flush=True)
    elif result_path(plan) is None and plan.format is Format.TABLE:
        show_signed(console_for(out), comparison, plan.language, is_quiet)


def _told_together(found: Sequence[SignedComparison], plan: AuditPlan, out: TextIO, is_quiet: bool) -> None:
    """What is written in one piece: CSV, workbooks, and whatever goes into one file."""
    path = result_path(plan)
    if plan.format is Format.HTML or (path is None and plan.format is not Format.CSV):
        return
    if path is None:
        out.write(signed_csv(found, plan.language))
        return
    with replacing(path) as temporary:
        if plan.format is Format.XLSX:
            temporary.write_bytes(signed_workbook(found, plan.language))
        else:
            with temporary.open("w", encoding="utf-8", newline="") as target:
                _written(found, plan, target, is_quiet)
    print(path, file=out)


def _written(found: Sequence[SignedComparison], plan: AuditPlan, target: TextIO, is_quiet: bool) -> None:
    if plan.format is Format.CSV:
        target.write(signed_csv(found, plan.language))
        return
    for comparison in found:
        if plan.format is Format.JSON:
            print(signed_line(comparison), file=target)
        else:
            show_signed(console_for(target), comparison, plan.language, is_quiet)
