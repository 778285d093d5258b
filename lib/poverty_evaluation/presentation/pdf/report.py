"""Bản PDF: blocks become Typst source, all text as string literals, and the Typst compiler makes tagged PDF/A of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Document,
    Findings,
    Heading,
    KeyFigures,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from poverty_evaluation.presentation import formatting, pictures, records
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.letterheads import DOTS, ended_names, issuer_lines
from poverty_evaluation.presentation.pdf.tables import (
    LANDSCAPE_MM,
    PORTRAIT_MM,
    findings_typst,
    table_typst,
)
from poverty_evaluation.presentation.pdf.text import content_array, line_typst, number_typst
from poverty_evaluation.presentation.pdf.typesetting import (
    array,
    compile_pdf,
    document_arguments,
    layout,
    literal,
)
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.table_texts import is_too_wide
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.vocabulary.choices import Audience, StyleProfile
from poverty_evaluation.vocabulary.findings import finding_from_plain


def report_pdf(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The report as PDF. `moment` is written into it as its date: the same moment gives the same bytes."""
    return compile_pdf(report_source(document, shown), moment)


def report_source(document: Document, shown: Sequence[Shown]) -> str:
    """The Typst source of a report."""
    language = document.language
    words = wording(language)
    charts = {item.block.id: item.svg for item in shown if isinstance(item.block, Chart)}
    profile = "tt01" if document.style_profile == StyleProfile.CIRCULAR_01 else "nd30"
    marks = _marks(document, profile)
    parts = [
        layout(),
        f"#show: report.with({document_arguments(document.title, words)}, {marks})",
        _attachments(document, words),
    ]
    width = PORTRAIT_MM
    in_appendix = False
    for block in explain_signs([item.block for item in shown], language):
        if isinstance(block, Appendix):
            parts.append("]" if in_appendix else "")
            parts.append(_appendix(block, marks))
            in_appendix = True
            width = LANDSCAPE_MM if block.landscape else PORTRAIT_MM
        else:
            svg = charts.get(block.id, "") if isinstance(block, Chart) else ""
            if profile == "tt01" and isinstance(block, Paragraph) and block.style == "basis":
                block = replace(block, style="body")  # Thông tư 01/2011/TT-BNV prints legal bases upright
            written = "#" + _block(block, language, width, svg)
            if isinstance(block, Table) and width == PORTRAIT_MM and is_too_wide(block, language, PORTRAIT_MM):
                heads = _taken_headings(parts)
                written = "\n".join(["#turned-page[", *heads, "#" + table_typst(block, language, LANDSCAPE_MM), "]"])
            parts.append(written)
    parts.append("]" if in_appendix else "")
    return "\n".join(part for part in parts if part)


def _taken_headings(parts: list[str]) -> list[str]:
    """The headings right above, taken away to stand with what they head."""
    taken: list[str] = []
    while parts and parts[-1].startswith("#chapter("):
        taken.insert(0, parts.pop())
    return taken


# --- blocks ----------------------------------------------------------------------------------------------------------


def _block(block: Any, language: str, width: float, svg: str) -> str:
    match block:
        case Document():
            return _letterhead(block.letterhead, language)
        case Heading():
            level = min(max(block.level, 1), 3)
            return f"chapter({level}, {literal(block.number)}, {literal(block.text)})"
        case Paragraph():
            style = {"basis": "basis", "note": "note", "closing": "closing"}.get(block.style, "plain")
            return f"{style}({line_typst(block.content, language)})"
        case BulletList():
            return f"points({', '.join(line_typst(item, language) for item in block.items)})"
        case KeyFigures():
            return _key_figures(block, language)
        case Table():
            return table_typst(block, language, width)
        case Chart():
            return _chart(block, language, svg)
        case Findings():
            return findings_typst(block, language, width)
        case Signature():
            return (
                f"signature(authority: {array(block.authority)}, position: {literal(block.position)}, "
                f"name: {literal(block.name)}, recipients-label: {literal(block.recipients_label)}, "
                f"recipients: {array(block.recipients)})"
            )
    raise TypeError(f"no PDF for a block of type {type(block).__name__}")


def _letterhead(head: Letterhead, language: str) -> str:
    words = wording(language)
    if head.is_of_nobody:
        named = f"type-name: {literal(head.type_name)}, subject: {literal(head.subject)}"
        return f"title-only({named}, draft: {literal(head.draft_mark)})"
    symbol = f"{words.symbol_prefix}        /{head.symbol or DOTS}".replace("  ", "\u00a0\u00a0")
    symbol = symbol if head.is_numbered else ""
    place = f"{head.locality or DOTS}, {words.date_blank}"
    addressees = ended_names(head.addressees)
    lines = issuer_lines(head.issuing_body or DOTS)
    return (
        f"letterhead(superior: {array(issuer_lines(head.superior_body))}, body: {array(lines)}, "
        f"symbol: {literal(symbol)}, country: {literal(words.country)}, motto: {literal(words.motto)}, "
        f"place-and-date: {literal(place)}, draft: {literal(head.draft_mark)}, "
        f"type-name: {literal(head.type_name)}, subject: {literal(head.subject)}, "
        f"addressed-to: {literal(words.addressed_to)}, addressees: {array(addressees)})"
    )


def _appendix(block: Appendix, marks: str) -> str:
    landscape = "true" if block.landscape else "false"
    return (
        f"#appendix(number: {literal(block.number)}, title: {literal(block.title)}, "
        f"attached: {literal(block.attached_to)}, landscape: {landscape}, {marks})["
    )


def _key_figures(block: KeyFigures, language: str) -> str:
    longest = max((len(formatting.write(item.number, language)) for item in block.items), default=0)
    columns = 4 if longest <= 10 else 3 if longest <= 14 else 2
    cards = []
    for item in block.items:
        detail = line_typst(item.detail, language) if item.detail else "none"
        cards.append(f"({literal(item.label)}, {number_typst(item.number, language)}, {detail})")
    return f"key-figures({min(columns, max(len(block.items), 1))}, {', '.join(cards)})"


def _chart(block: Chart, language: str, svg: str) -> str:
    alternative = pictures.alternative_of(block)
    if not svg:
        raise ValueError(f"chart {block.id!r} has no picture; show it in a notebook or draw it first")
    picture = pictures.clean_svg(svg, "chart")
    notes = [line_typst(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    return (
        f"chart(label: {literal(block.label)}, title: {literal(block.title)}, alternative: {literal(alternative)}, "
        f"notes: {content_array(notes)}, {literal(picture)})"
    )


# --- the document ----------------------------------------------------------------------------------------------------


def _marks(document: Document, profile: str) -> str:
    head = document.letterhead
    return f'draft: {literal(head.draft_mark)}, invented: {literal(head.invented_mark)}, profile: "{profile}"'


def _attachments(document: Document, words: Wording) -> str:
    """The numbers and findings travel inside the PDF, so that they can be taken out of it again; not in what is made
    for the public, which gets neither the cells of the sources nor what is wrong with them."""
    if document.audience == Audience.PUBLIC:
        return ""
    parts = []
    if document.values:
        text = records.indicators_csv((*document.values, *document.tallies))
        parts.append(_attachment("indicators.csv", text, words.attachment_values))
    if document.findings:
        text = records.findings_csv(finding_from_plain(finding) for finding in document.findings)
        parts.append(_attachment("findings.csv", text, words.attachment_findings))
    return "\n".join(parts)


def _attachment(name: str, text: str, description: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'#pdf.attach("{name}", bytes("{escaped}"), relationship: "data", mime-type: "text/csv", '
        f"description: {literal(description)})"
    )
