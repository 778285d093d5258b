"""Trang HTML: blocks become HTML fragments, and the blocks of a report become the parts of its page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Column,
    Document,
    FindingItem,
    Findings,
    Form,
    Heading,
    KeyFigures,
    Letterhead,
    Line,
    Number,
    NumberForm,
    Paragraph,
    Row,
    Signature,
    Table,
    Text,
    number_of,
)
from poverty_evaluation.presentation import formatting, pictures
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.form_html import form_html
from poverty_evaluation.presentation.heads import HeadCell, head_lines
from poverty_evaluation.presentation.signs import explain_signs, numbers_of
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

_ABSENT = (
    ValueStatus.MISSING,
    ValueStatus.NOT_COLLECTED,
    ValueStatus.NOT_APPLICABLE,
    ValueStatus.NOT_COMPARABLE,
    ValueStatus.UNDEFINED,
    ValueStatus.SUPPRESSED,
)
_UNSAFE_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")
_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents: where it leads, its text and its depth (1 or 2)."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a report's page, everything escaped except `title`."""

    language: str
    title: str
    body: str = ""
    contents: tuple[ContentsEntry, ...] = ()
    provenance: str = "{}"  # JSON that is safe inside a script element
    is_report: bool = True


def block_html(block: Any, language: str, svg: str = "", anchor: str = "") -> str:
    """One block as an HTML fragment. `anchor` is the id of a heading or appendix, for links to it."""
    match block:
        case Document():
            return _letterhead(block.letterhead, language)
        case Heading():
            return _heading(block, anchor)
        case Paragraph():
            return f'<p class="{escape(block.style)}">{_line(block.content, language)}</p>'
        case BulletList():
            items = "".join(f"<li>{_line(item, language)}</li>" for item in block.items)
            return f'<ul class="points">{items}</ul>'
        case KeyFigures():
            return _key_figures(block, language)
        case Table():
            return _table(block, language)
        case Chart():
            return _chart(block, language, svg)
        case Findings():
            return _findings(block, language)
        case Signature():
            return _signature(block)
        case Appendix():
            return _appendix_head(block, anchor)
        case Form():
            return form_html(block, lambda content: _line(content, language))
    raise TypeError(f"no HTML for a block of type {type(block).__name__}")


def page(document: Document, shown: Sequence[Shown]) -> Page:
    """The page of a report: all blocks in order, appendices as sections, the contents and the provenance."""
    language = document.language
    explained = explain_signs([item.block for item in shown], language)
    pictures_of = {id_of.block.id: id_of.svg for id_of in shown if isinstance(id_of.block, Chart)}
    parts: list[str] = []
    contents: list[ContentsEntry] = []
    in_appendix = False
    for place, block in enumerate(explained, 1):
        anchor = ""
        if isinstance(block, Appendix) or (isinstance(block, Heading) and block.level <= 2):
            anchor = f"muc-{place}"
            contents.append(_contents_entry(block, anchor))
        if isinstance(block, Appendix):
            parts.append("</section>" if in_appendix else "")
            kind = "appendix landscape" if block.landscape else "appendix"
            parts.append(f'<section class="{kind}" aria-labelledby="{anchor}">')
            in_appendix = True
        svg = pictures_of.get(block.id, "") if isinstance(block, Chart) else ""
        parts.append(block_html(block, language, svg=svg, anchor=anchor))
    parts.append("</section>" if in_appendix else "")
    return Page(
        language=language,
        title=document.title,
        body="\n".join(part for part in parts if part),
        contents=tuple(contents),
        provenance=json_for_script(provenance(document, explained)),
    )


def provenance(document: Document, blocks: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """What is known about every value of the document and every number that its blocks show, by id."""
    language = document.language
    words = wording(language)
    findings = {str(finding["id"]): _finding_of_number(finding, language) for finding in document.findings}
    concerning: dict[str, list[str]] = {}
    for finding in document.findings:
        for value_id in finding.get("indicator_ids", ()):
            concerning.setdefault(str(value_id), []).append(str(finding["id"]))
    shown = {number.value_id: number for block in blocks for number in numbers_of(block)}
    for number in shown.values():
        known = concerning.setdefault(number.value_id, [])
        known += [finding_id for finding_id in number.finding_ids if finding_id not in known]
    entries = {value.id: _value_entry(value, language) for value in document.values}
    for value_id, number in shown.items():
        if value_id and value_id not in entries:
            entries[value_id] = _number_entry(number, language)
    for value_id, number in shown.items():
        if value_id:
            entries[value_id]["status"] = str(number.status)  # a disputed figure may have been explained since
    for value_id, entry in entries.items():
        entry["findings"] = [findings[key] for key in concerning.get(value_id, ()) if key in findings]
        entry["qualifier_text"] = words.qualifiers[entry["qualifier"]]
        entry["status_text"] = words.statuses[entry["status"]]
    return entries


def json_for_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _JSON_ESCAPES.items():
        text = text.replace(character, escaped)
    return text


def number_html(number: Number, language: str) -> str:
    """A number that can be followed to its sources by its id."""
    classes = ["indicator"]
    if number.status is ValueStatus.DISPUTED:
        classes.append("disputed")
    if number.status is ValueStatus.UNREADABLE:
        classes.append("unreadable")
    if number.status in _ABSENT and number.value is None:
        classes.append("absent")
    if number.finding_ids:
        classes.append("has-findings")
    value = formatting.exact_decimal(number.value)
    text = escape(formatting.write(number, language))
    dagger = f'<sup class="sign">{formatting.DAGGER}</sup>' if formatting.mark(number) else ""
    return (
        f'<data class="{" ".join(classes)}" data-id="{escape(number.value_id)}" value="{value}">{text}</data>{dagger}'
    )


def table_html(
    columns: Sequence[Column],
    rows: Sequence[Row],
    language: str,
    *,
    table_id: str,
    label: str = "",
    title: str = "",
    unit_line: str = "",
    feet: Sequence[str] = (),
) -> str:
    """A table that scrolls by itself; `feet` are HTML lines under it (notes, source)."""
    key = safe_id(table_id)
    caption = _caption(label, title, unit_line, key)
    head = "".join(f"<tr>{''.join(map(_head_cell, cells))}</tr>" for cells in head_lines(columns))
    numbered = any(column.number for column in columns)
    numbers = "".join(f"<td>{escape(column.number)}</td>" for column in columns)
    header_column = next((place for place, column in enumerate(columns) if column.align == "left"), 0)
    body = "\n".join(_row(row, columns, header_column, language) for row in rows)
    foot = "".join(f'<tr><td colspan="{len(columns)}"><div class="foot">{line}</div></td></tr>' for line in feet)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{key}-caption"><table id="{key}">'
        f"{caption}<thead>{head}"
        + (f'<tr class="numbers">{numbers}</tr>' if numbered else "")
        + f"</thead><tbody>\n{body}\n</tbody>"
        + (f"<tfoot>{foot}</tfoot>" if foot else "")
        + "</table></div>"
    )


def _head_cell(cell: HeadCell) -> str:
    scope = "col" if cell.column is not None else "colgroup"
    align = _align(cell.column) if cell.column is not None else "center"
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    return f'<th scope="{scope}"{spans} class="{align}">{escape(cell.text)}</th>'


def safe_id(text: str) -> str:
    """An id that can stand in HTML and in a CSS selector."""
    return "k-" + (_UNSAFE_IN_ID.sub("-", text).strip("-") or "0")


def _line(line: Line, language: str) -> str:
    return "".join(_inline(part, language) for part in line)


def _inline(part: Text | Number, language: str) -> str:
    if isinstance(part, Number):
        return number_html(part, language)
    text = escape(part.text)
    if part.italic:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if part.bold else text


def _letterhead(head: Letterhead, language: str) -> str:
    words = wording(language)
    superior = f'<p class="superior">{escape(head.superior_body.upper())}</p>' if head.superior_body else ""
    dots = "……………"
    locality = escape(head.locality) or dots
    draft = f'<p class="draft-mark">{escape(head.draft_mark)}</p>' if head.draft_mark else ""
    invented = f'<p class="invented" role="note">{escape(head.invented_mark)}</p>' if head.invented_mark else ""
    subject = f'<span class="subject">{escape(head.subject)}</span>' if head.subject else ""
    if head.is_of_nobody:
        title = f'<h1><span class="type-name">{escape(head.type_name)}</span> {subject}</h1>'
        return f'{invented}<header class="letterhead">{title}</header>'
    return (
        f'{invented}<header class="letterhead"><div class="bodies"><div class="issuer">{superior}'
        f'<p class="agency">{escape(head.issuing_body.upper()) or dots}</p>'
        f"{_symbol(head, words.symbol_prefix)}"
        f'{draft}</div><div class="state"><p class="country">{words.country}</p><p class="motto">{words.motto}</p>'
        f'<p class="date">{locality}, {words.date_blank}</p></div></div>'
        f'<h1><span class="type-name">{escape(head.type_name)}</span> {subject}</h1>'
        f"{_addressees(head.addressees, words.addressed_to)}</header>"
    )


def _symbol(head: Letterhead, prefix: str) -> str:
    """Số, ký hiệu: the number is given by the registry."""
    if not head.is_numbered:
        return ""
    return f'<p class="symbol">{prefix} <span class="blank">……</span>/{escape(head.symbol) or "……………"}</p>'


def _addressees(addressees: Sequence[str], label: str) -> str:
    if not addressees:
        return ""
    if len(addressees) == 1:
        return f'<p class="addressees">{label} {escape(_ended(addressees[0], "."))}</p>'
    last = len(addressees) - 1
    items = "".join(
        f"<li>{escape(_ended(name, '.' if place == last else ';'))}</li>" for place, name in enumerate(addressees)
    )
    return f'<div class="addressees"><p>{label}</p><ul>{items}</ul></div>'


def _ended(text: str, stop: str) -> str:
    return text if text.endswith((".", ";")) else text + stop


def _heading(block: Heading, anchor: str) -> str:
    level = min(max(block.level, 1), 3) + 1
    number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
    identity = f' id="{anchor}"' if anchor else ""
    return f"<h{level}{identity}>{number}{escape(block.text)}</h{level}>"


def _contents_entry(block: Heading | Appendix, anchor: str) -> ContentsEntry:
    if isinstance(block, Appendix):
        return ContentsEntry(anchor, f"{block.number}. {block.title}".strip(". "), 1)
    return ContentsEntry(anchor, f"{block.number} {block.text}".strip(), block.level)


def _key_figures(block: KeyFigures, language: str) -> str:
    cards = []
    for item in block.items:
        detail = f'<dd class="detail">{_line(item.detail, language)}</dd>' if item.detail else ""
        number = number_html(item.number, language)
        cards.append(f'<div><dt>{escape(item.label)}</dt><dd class="figure">{number}</dd>{detail}</div>')
    return f'<dl class="key-figures">{"".join(cards)}</dl>'


def _table(block: Table, language: str) -> str:
    feet = [_line(note, language) for note in block.notes]
    feet += [escape(block.source)] if block.source else []
    return table_html(
        block.columns,
        block.rows,
        language,
        table_id=block.id,
        label=block.label,
        title=block.title,
        unit_line=block.unit_line,
        feet=feet,
    )


def _caption(label: str, title: str, unit_line: str, key: str) -> str:
    parts = [
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("label", label), ("title", title), ("unit", unit_line))
        if text
    ]
    return f'<caption><div class="caption" id="{key}-caption">{" ".join(parts)}</div></caption>'


def _align(column: Column) -> str:
    return column.align if column.align in ("left", "right", "center") else "left"


def _row(row: Row, columns: Sequence[Column], header_column: int, language: str) -> str:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != len(columns):
        raise ValueError(f"a row of {len(cells)} cells in a table of {len(columns)} columns")
    written = []
    for place, cell in enumerate(cells):
        is_last = place == len(cells) - 1
        span = f' colspan="{len(columns) - place}"' if is_last and place < len(columns) - 1 else ""
        text = _line(cell, language)
        header = min(header_column, len(cells) - 1)
        tag, scope = ("th", ' scope="row"') if place == header and text else ("td", "")
        written.append(f'<{tag}{scope}{span} class="{_align(columns[place])}">{text}</{tag}>')
    role = "" if row.role == "body" else f' class="{escape(row.role)}"'
    return f"<tr{role}>{''.join(written)}</tr>"


def _chart(block: Chart, language: str, svg: str) -> str:
    words = wording(language)
    alternative = pictures.alternative_of(block)
    key = safe_id(f"chart-{block.id}")  # a table may bear the same id
    picture = pictures.clean_svg(svg, key, block.title, alternative) if svg else ""
    feet = [f'<p class="foot">{_line(note, language)}</p>' for note in block.notes]
    feet += [f'<p class="foot">{escape(block.source)}</p>'] if block.source else []
    caption = " ".join(
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("label", block.label), ("title", block.title))
        if text
    )
    return (
        f'<figure class="chart" id="{key}">'
        f'<div class="picture" role="region" tabindex="0" aria-labelledby="{key}-caption">{picture}</div>'
        f'<figcaption id="{key}-caption">{caption}</figcaption>{"".join(feet)}'
        f"<details><summary>{words.data_of_chart}</summary>{_chart_data(block, language)}</details></figure>"
    )


def _chart_data(block: Chart, language: str) -> str:
    """The numbers behind a chart: a row for each category, a column for each series."""
    words = wording(language)
    series = list(dict.fromkeys(point.series for point in block.points))
    categories = list(dict.fromkeys(point.category for point in block.points))
    by_place = {(point.category, point.series): point.number for point in block.points}
    columns = [Column(words.category), *(Column(name or block.value_label, "right") for name in series)]
    rows = [
        Row(((Text(category),), *(_data_cell(by_place.get((category, name))) for name in series)))
        for category in categories
    ]
    return table_html(
        columns, rows, language, table_id=f"chart-{block.id}-data", title=block.title, unit_line=block.value_label
    )


def _data_cell(number: Number | None) -> Line:
    if number is None:
        return ()
    form = NumberForm.TEXT if number.unit == formatting.RATIO_UNIT else NumberForm.CELL
    return (replace(number, form=form),)


def _findings(block: Findings, language: str) -> str:
    words = wording(language)
    if not block.items:
        return f'<p class="no-findings">{words.no_findings}</p>'
    labels = finding_headings(block, language)
    items = "\n".join(_finding(item, labels) for item in block.items)
    return f'<ol class="findings">\n{items}\n</ol>'


def finding_headings(block: Findings, language: str) -> tuple[str, ...]:
    """Number, severity, kind, figures as printed, message, recomputation, place: as the block says, or our words."""
    return block.headings if len(block.headings) == 7 else default_finding_headings(language)


def default_finding_headings(language: str) -> tuple[str, ...]:
    """Number, severity, kind, figures as printed, message, recomputation, place."""
    words = wording(language)
    return (words.number, words.severity, words.kind, words.quote, words.message, words.computed, words.where)


def _finding(item: FindingItem, labels: Sequence[str]) -> str:
    pairs = [(labels[3], item.quote), (labels[5], item.computed), (labels[6], item.where)]
    details = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>" for label, text in pairs if text)
    severity = item.severity if item.severity in ("error", "warning", "note") else "note"
    return (
        f'<li class="finding {severity}" id="{safe_id(f"finding-{item.id}")}"><p class="finding-head">'
        f'<strong class="severity">{escape(item.severity_label)}</strong> '
        f'<span class="kind">{escape(item.kind_label)}</span></p>'
        f"<p>{escape(item.message)}</p>" + (f"<dl>{details}</dl>" if details else "") + "</li>"
    )


def _signature(block: Signature) -> str:
    recipients = "".join(f"<li>{escape(name)}</li>" for name in block.recipients)
    authority = "".join(f'<p class="authority">{escape(line)}</p>' for line in block.authority)
    return (
        '<div class="signature"><div class="recipients">'
        f'<p class="recipients-label">{escape(block.recipients_label)}</p><ul>{recipients}</ul></div>'
        f'<div class="signatory">{authority}<p class="position">{escape(block.position)}</p>'
        f'<p class="name">{escape(block.name)}</p></div></div>'
    )


def _appendix_head(block: Appendix, anchor: str) -> str:
    identity = f' id="{anchor}"' if anchor else ""
    attached = f'<p class="attached">{escape(block.attached_to)}</p>' if block.attached_to else ""
    number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
    return (
        f'<h2 class="appendix-head"{identity}>{number}<span class="title">{escape(block.title)}</span></h2>{attached}'
    )


def _finding_of_number(finding: Mapping[str, Any], language: str) -> dict[str, str]:
    message = finding.get("message_en" if language == "en" else "message_vi", "")
    explanation = finding.get("explanation_en" if language == "en" else "") or finding.get("explanation", "")
    return {
        "id": str(finding["id"]),
        "severity": str(finding.get("severity", "")),
        "message": str(message),
        "quote": str(finding.get("quote", "")),
        "computed": str(finding.get("computed", "")),
        "explanation": str(explanation),
    }


def _value_entry(value: IndicatorValue, language: str) -> dict[str, Any]:
    entry = _number_entry(number_of(value), language)
    return {
        **entry,
        "label": value.label(language),
        "unit_text": value.unit_en if language == "en" else value.unit_vi,
        "formula": value.formula,
        "operands": list(value.operands),
        "sources": [{**cell.to_plain(), "line": cell.document_line} for cell in value.sources],
    }


def _number_entry(number: Number, language: str) -> dict[str, Any]:
    return {
        "label": number.value_id,
        "value": formatting.exact_decimal(number.value),
        "formatted": formatting.write(replace(number, form=NumberForm.TEXT), language),
        "unit": number.unit,
        "unit_text": "",
        "qualifier": str(number.qualifier),
        "status": str(number.status),
        "as_printed": number.as_printed,
        "formula": "",
        "operands": [],
        "sources": [],
    }
