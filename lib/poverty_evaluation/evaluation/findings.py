"""Kết quả rà soát số liệu trong văn bản: findings as readers meet them, in the annex, in a summary, as requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from poverty_evaluation.evaluation.blocks import BulletList, FindingItem, Findings, Line, Number, Paragraph, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, enumerated_lines, joined, line
from poverty_evaluation.evaluation.recomputations import quoted, recomputed
from poverty_evaluation.evaluation.tallies import FINDINGS, tally
from poverty_evaluation.evaluation.wording import findings as wording
from poverty_evaluation.evaluation.wording.sentences import AND
from poverty_evaluation.vocabulary.errors import InputProblem
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_to_plain
from poverty_evaluation.vocabulary.sources import SourceCell


def findings_block(context: EvaluationContext) -> list[Findings | Paragraph]:
    """The table of all findings, the gravest first, or the sentence that there are none.

    Findings are a working paper: they are part of a draft, never of a report that is signed.
    """
    if not context.is_draft:
        return []
    if not context.findings:
        return [Paragraph(context.fill(wording.NONE_FOUND))]
    items = tuple(_item(finding, context) for finding in in_order(context.findings))
    return [Findings(items, tuple(context.say(wording.HEADINGS).split("|")))]


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """By severity, then by their place in the received files."""
    gravity = list(Severity)
    return sorted(
        findings,
        key=lambda finding: (
            gravity.index(finding.severity), finding.file, finding.sheet, finding.row or 0, finding.column, finding.id,
        ),
    )  # fmt: skip


def findings_summary(context: EvaluationContext, appendix: str = "") -> list[Paragraph]:
    """One paragraph in the chapter on limits: how many figures contradict each other, of what kinds, where to look."""
    errors, warnings = (of_severity(context, grade) for grade in (Severity.ERROR, Severity.WARNING))
    counts = [
        *([counted(context, errors, wording.ERROR, wording.ERRORS)] if errors else []),
        *([counted(context, warnings, wording.WARNING, wording.WARNINGS)] if warnings else []),
    ]
    if not counts or not context.is_draft:
        return []
    return [
        Paragraph(
            context.fill(
                wording.SUMMARY,
                counts=enumerated_lines(counts, AND, context.language),
                kinds=joined(_kinds(context, [*errors, *warnings]), "; "),
                appendix=appendix,
            )
        )
    ]


def findings_requests(context: EvaluationContext) -> list[Paragraph | BulletList]:
    """What the offices are asked to confirm: the errors that nobody has explained, one request each."""
    errors = [finding for finding in of_severity(context, Severity.ERROR) if not finding.explanation]
    if not errors or not context.is_draft:
        return []
    requests = BulletList(tuple(message_line(context, finding) for finding in errors))
    return [Paragraph(context.fill(wording.REQUESTS)), requests]


def message_line(context: EvaluationContext, finding: Finding) -> Line:
    """The message of a finding; the figures it quotes are followed by its id."""
    return line(finding.message(context.language), finding_id=finding.id)


def explanations(context: EvaluationContext, finding_ids: Iterable[str]) -> list[Line]:
    """What an office said to findings, each once, under the id of the first finding it was said to."""
    by_id = {one.id: explained(context, one) for one in context.findings if one.explanation}
    first: dict[str, str] = {}
    for identity in finding_ids:
        if identity in by_id:
            first.setdefault(by_id[identity], identity)
    file = f"periods/{context.report.place}/{context.report.period}/explanations.yml"
    return [line(text, finding_id=identity, source=file) for text, identity in first.items()]


def explained(context: EvaluationContext, finding: Finding) -> str:
    """What an office answered to a finding; a text that was not translated is marked as such."""
    if context.language != "en" or not finding.explanation or finding.explanation_en:
        return finding.explained(context.language)
    return context.say(wording.IN_VIETNAMESE, text=finding.explanation)


def unexplained_errors(context: EvaluationContext) -> list[InputProblem]:
    """What stands in the way of a signature: errors that nobody has explained. Nothing does in a draft."""
    if context.is_draft:
        return []
    return [
        InputProblem(
            "lời giải trình cho lỗi này", "an explanation of this error",
            finding.message_vi.rstrip("."), finding.message_en.rstrip("."),
            f"Ghi giải trình vào explanations.yml (finding: {finding.id}; stated, computed chép từ findings.csv của "
            "bản dự thảo), hoặc để status: draft.",
            f"Explain it in explanations.yml (finding: {finding.id}; stated and computed copied from the draft's "
            "findings.csv), or leave status: draft.",
            file=finding.file, sheet=finding.sheet, row=finding.row, column=finding.column,
        )
        for finding in of_severity(context, Severity.ERROR)
        if not finding.explanation
    ]  # fmt: skip


def of_severity(context: EvaluationContext, severity: Severity) -> list[Finding]:
    """The findings of one severity, by their place in the received files."""
    return [finding for finding in in_order(context.findings) if finding.severity is severity]


def counted(context: EvaluationContext, findings: Sequence[Finding], one: Pattern, many: Pattern) -> Line:
    """A number of findings of one severity in words: "03 lỗi"."""
    severity = findings[0].severity
    of = [wording.SEVERITIES[severity]]
    number = tally_of(context, findings, of, severity=str(severity))
    return context.fill(one if len(findings) == 1 else many, count=number)


def tally_of(
    context: EvaluationContext, findings: Sequence[Finding], of: Sequence[Pattern], **dimensions: str
) -> Number:
    """How many findings these are, with the places that they concern."""
    cells = [SourceCell(one.file, one.sheet, one.row or 0, one.column, "") for one in findings if one.file]
    return tally(context, FINDINGS, len(findings), cells, of, dimensions)


def _kinds(context: EvaluationContext, findings: list[Finding]) -> list[Line]:
    """Each kind with its number of cases, the most frequent first."""
    cases: dict[FindingKind, list[Finding]] = {}
    for finding in findings:
        cases.setdefault(finding.kind, []).append(finding)
    if len(findings) == 1:
        return [line(context.say(wording.PROBLEMS[findings[0].kind]))]
    return [
        context.fill(
            wording.CASES,
            what=context.say(wording.PROBLEMS[kind]),
            count=tally_of(context, held, [wording.KINDS[kind]], kind=str(kind)),
        )
        for kind, held in sorted(cases.items(), key=lambda item: -len(item[1]))
    ]


def where(finding: Finding, context: EvaluationContext) -> str:
    """The place of a finding in the received files."""
    row = f", {context.say(wording.ROW)} {finding.row}" if finding.row else ""
    column = f", {context.say(wording.COLUMN)} {finding.column}" if finding.column else ""
    return f"{finding.file.rsplit('/', 1)[-1]}{row}{column}" if finding.file else ""


def _item(finding: Finding, context: EvaluationContext) -> FindingItem:
    message, explanation = finding.message(context.language), explained(context, finding)
    if explanation:
        message = context.say(wording.EXPLAINED, message=message, explanation=explanation)
    return FindingItem(
        id=finding.id,
        severity=str(finding.severity),
        severity_label=context.say(wording.SEVERITIES[finding.severity]),
        kind_label=context.say(wording.KINDS[finding.kind]),
        message=message,
        quote=quoted(finding, context),
        computed=recomputed(finding, context),
        where=where(finding, context),
        value_ids=finding.indicator_ids,
    )


def plain_findings(context: EvaluationContext) -> tuple[dict[str, Any], ...]:
    """The findings as a document carries them, the same before and after their way through JSON."""
    return tuple(
        {**finding_to_plain(_told(one, context)), "indicator_ids": one.indicator_ids} for one in context.findings
    )


def _told(finding: Finding, context: EvaluationContext) -> Finding:
    """A finding with what an English report shows of it."""
    if context.language != "en":
        return finding
    return replace(finding, computed_en=recomputed(finding, context), explanation_en=explained(context, finding))


def without_findings(part: Any) -> Any:
    """A block, or any part of one, whose numbers and texts no longer name the findings on them: what is signed carries
    none."""
    if isinstance(part, Number):
        return replace(part, finding_ids=())
    if isinstance(part, Text):
        return replace(part, finding_id="")
    if isinstance(part, tuple):
        return tuple(without_findings(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: without_findings(getattr(part, one.name)) for one in fields(part)})
    return part
