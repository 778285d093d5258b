"""Hiển thị trong Jupyter: the findings of an audit as a small table, for the result that a cell ends with."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from poverty_evaluation.audit.findings import AuditFinding, AuditResult
from poverty_evaluation.audit.showing.quotes import quote_parts
from poverty_evaluation.audit.showing.shown import Numbered, Show, numbered, selected
from poverty_evaluation.audit.showing.words import SIGNS, Words, words

_CELL = ' style="text-align: left; vertical-align: top"'


@dataclass(frozen=True, slots=True)
class ShownAudit:
    """What a notebook shows of an audit."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def shown(result: AuditResult, show: Show = Show.CONTRADICTIONS, language: str = "vi") -> ShownAudit:
    """The audit as the last line of a cell: `shown(audit_file(path))`."""
    told = words(language)
    found = numbered(selected(result, show))
    headings = (told.verdict, told.quote, told.computation, told.explanation)
    head = "".join(f'<th scope="col"{_CELL}>{escape(heading)}</th>' for heading in headings)
    rows = "".join(f"<tr>{_row(one, told)}</tr>" for one in found)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if found else ""
    counts = told.counted(result)
    html = f"<p><b>{escape(result.file)}</b>: {escape(counts)}</p>{table}"
    lines = [f"{one.number}. {_head(one.finding, told)}: {told.explained(one.finding)}" for one in found]
    return ShownAudit(html, "\n".join([f"{result.file}: {counts}", *lines]))


def enable(language: str = "vi", show: Show = Show.CONTRADICTIONS) -> None:
    """From now on every audit that a cell ends with shows itself so. RuntimeError outside IPython."""
    from IPython.core.getipython import get_ipython

    words(language)
    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        raise RuntimeError("enable() belongs in a notebook: there is no IPython session here")
    formatters = shell.display_formatter.formatters
    formatters["text/html"].for_type(AuditResult, lambda result: shown(result, show, language).html)
    formatters["text/plain"].for_type(
        AuditResult, lambda result, printer, cycle: printer.text(shown(result, show, language).text)
    )


def _head(finding: AuditFinding, told: Words) -> str:
    return (
        f"{SIGNS[finding.verdict]} {told.verdicts[finding.verdict]}, {told.place(finding)}, {told.kinds[finding.kind]}"
    )


def _row(one: Numbered, told: Words) -> str:
    finding = one.finding
    quote = "".join(
        f"<b><u>{escape(part.text)}</u></b>" if part.is_figure else escape(part.text) for part in quote_parts(finding)
    )
    readings = f"<br>{escape(told.readings)}: {escape('; '.join(finding.readings))}" if finding.readings else ""
    cells = (
        f"{one.number}. {escape(_head(finding, told))}",
        quote,
        escape(finding.computation),
        f"{escape(told.explained(finding))}{readings}",
    )
    return "".join(f"<td{_CELL}>{cell}</td>" for cell in cells)
