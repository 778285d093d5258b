"""Phiếu rà soát số liệu: the findings as an internal paper of their own, which goes round before a report is signed.

It groups what is to be confirmed by the office that told it, so that each can be sent its part and answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    Block,
    Document,
    DocumentKind,
    Paragraph,
    Signature,
    Table,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import (
    counted,
    explained,
    in_order,
    of_severity,
    plain_findings,
    tally_of,
    where,
)
from poverty_evaluation.evaluation.patterns import enumerated_lines, line
from poverty_evaluation.evaluation.recomputations import quoted, recomputed
from poverty_evaluation.evaluation.tables.dress import POSITION, CellRow, ColumnSpec, Dress, place_in_list, table
from poverty_evaluation.evaluation.wording import findings as finding_wording
from poverty_evaluation.evaluation.wording import tallies as tally_wording
from poverty_evaluation.evaluation.wording import working_paper as wording
from poverty_evaluation.evaluation.wording.sentences import AND
from poverty_evaluation.vocabulary.findings import Finding, Severity
from poverty_evaluation.vocabulary.rows import rows_of

_COLUMNS = (
    POSITION,
    ColumnSpec("message", wording.MESSAGE, width=2.5),
    ColumnSpec("quote", wording.QUOTE, width=0.8),
    ColumnSpec("computed", wording.COMPUTED, width=0.9),
    ColumnSpec("where", wording.WHERE, width=0.6),
    ColumnSpec("grade", wording.GRADE, width=0.6),
    ColumnSpec("answer", wording.ANSWER, width=2.0),
)
#: Findings ask "the office", or nobody in particular; the paper names it.
_UNNAMED = re.compile(r"(đề nghị)(?: cơ quan báo cáo| đơn vị)?(?= kiểm tra| xác nhận)", re.IGNORECASE)
_COUNTED = {
    Severity.ERROR: (finding_wording.ERROR, finding_wording.ERRORS),
    Severity.WARNING: (finding_wording.WARNING, finding_wording.WARNINGS),
    Severity.NOTE: (wording.NOTE, wording.NOTES),
}


def working_paper(context: EvaluationContext, report: Document) -> tuple[Block, ...]:
    """The paper on the data of a report: its head, what was reviewed and found, and the list by office."""
    listed = _list(context)
    attached: tuple[Block, ...] = () if listed is None else (_list_head(context), listed)
    summary = tuple(_summary(context, report))
    return (_head(context, report), *summary, *attached)


def _head(context: EvaluationContext, report: Document) -> Document:
    letterhead = replace(
        report.letterhead,
        symbol="",
        type_name=context.say(wording.TYPE_NAME),
        addressees=(),
        draft_mark=context.say(wording.MARK),
        is_numbered=False,
    )
    title = f"{context.say(wording.TYPE_NAME)}: {report.title}"
    return replace(
        report,
        title=title,
        letterhead=letterhead,
        values=(),
        tallies=tuple(context.tallies.values()),
        findings=plain_findings(context),
        kind=DocumentKind.WORKING_PAPER,
    )


def _summary(context: EvaluationContext, report: Document) -> Iterable[Block]:
    dates = {"from_date": context.day(context.report.data_from), "to_date": context.day(context.report.data_to)}
    yield Paragraph(context.fill(wording.REVIEWED, title=report.title, period=context.period_label, **dates))
    found = {severity: of_severity(context, severity) for severity in Severity}
    counts = [counted(context, held, *_COUNTED[severity]) for severity, held in found.items() if held]
    if not counts:
        yield Paragraph(context.fill(finding_wording.NONE_FOUND))
        return
    yield Paragraph(context.fill(wording.FOUND, counts=enumerated_lines(counts, AND, context.language)))
    standing = [finding for finding in found[Severity.ERROR] if not finding.explanation]
    if standing:
        of = [finding_wording.SEVERITIES[Severity.ERROR], tally_wording.UNEXPLAINED]
        count = tally_of(context, standing, of, severity=str(Severity.ERROR), state="unexplained")
        yield Paragraph(context.fill(wording.STANDING, count=count))
    elif found[Severity.ERROR]:
        yield Paragraph(context.fill(wording.ALL_EXPLAINED))
    yield Paragraph(context.fill(wording.REQUEST))
    yield Signature((), context.say(wording.REVIEWER), "", "", ())


def _list_head(context: EvaluationContext) -> Appendix:
    return Appendix("", context.say(wording.LIST), "", landscape=True)


def _list(context: EvaluationContext) -> Table | None:
    """Every finding under the office that told the figure, the office of the gravest finding first."""
    by_office: dict[str, list[Finding]] = {}
    office_of = partial(_office, context, _tellers(context))
    for finding in in_order(context.findings):
        by_office.setdefault(office_of(finding), []).append(finding)
    if not by_office:
        return None
    rows: list[CellRow] = []
    position = 0
    for office, findings in by_office.items():
        rows.append(CellRow({"position": line(office or context.say(wording.UNNAMED))}, "group"))
        for finding in findings:
            position += 1
            rows.append(_row(context, position, finding, office or context.say(wording.UNNAMED_INSIDE)))
    return table(context, Dress("working_paper", "", wording.SOURCE, is_numbered=False), _COLUMNS, rows)


def _row(context: EvaluationContext, position: int, finding: Finding, office: str) -> CellRow:
    grade = context.say(finding_wording.SEVERITIES[finding.severity])
    answer = explained(context, finding)
    return CellRow(
        {
            "position": place_in_list(position),
            "grade": (*line(grade, bold=True), *line(f" ({finding.id})", finding_id=finding.id)),
            "quote": line(quoted(finding, context), finding_id=finding.id),
            "computed": line(recomputed(finding, context), finding_id=finding.id),
            "message": line(_request(context, finding, office), finding_id=finding.id),
            "where": line(where(finding, context), finding_id=finding.id),
            "answer": line(answer, finding_id=finding.id) if answer else line(context.say(wording.BLANK)),
        }
    )


def _request(context: EvaluationContext, finding: Finding, office: str) -> str:
    """What was found, and that this office is asked to confirm it; nothing is asked where a note only informs."""
    message = _UNNAMED.sub(lambda asked: f"{asked[1]} {office}", finding.message(context.language))
    if finding.severity is Severity.NOTE or any(
        said in message.lower() for said in context.say(wording.REQUESTED).split("|")
    ):
        return message
    return f"{message} {context.say(wording.CONFIRM, office=office)}"


# --- who told a figure --------------------------------------------------------------------------------------------


def _tellers(context: EvaluationContext) -> Mapping[tuple[str, str, int], Any]:
    """The rows of the received tables by their place in the files."""
    return {
        (str(row.file), str(row.sheet), int(row.row)): row
        for frame in context.tables.values()
        if {"file", "sheet", "row"} <= set(frame.columns)
        for row in rows_of(frame)
    }


def _office(context: EvaluationContext, tellers: Mapping[tuple[str, str, int], Any], finding: Finding) -> str:
    """The office that reported the row of a finding: the one the row names, its own place, else the issuer."""
    row = tellers.get((finding.file, finding.sheet, finding.row or 0))
    if row is None:
        return context.issuer_name if finding.file.endswith(".yml") else ""
    for column in ("reported_by", "organisation_code"):
        code = getattr(row, column, "")
        if isinstance(code, str) and code:
            return context.name(code)
    code = getattr(row, "place_code", "")
    if isinstance(code, str) and code and code != context.place_code:
        place = context.reference.places.find(code, context.report.as_of)
        return "" if place is None else context.say(wording.COMMITTEE, place=place.full_name(context.language))
    return context.issuer_name
