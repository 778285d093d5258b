"""Trang HTML: blocks become HTML fragments, and the blocks of a report become the parts of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Column,
    Document,
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
)
from poverty_evaluation.presentation import formatting, pictures
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.forms.html import form_html
from poverty_evaluation.presentation.html.findings import findings_html
from poverty_evaluation.presentation.html.foreign_words import with_foreign_words
from poverty_evaluation.presentation.html.print_marks import print_style
from poverty_evaluation.presentation.html.provenance import findings_of_page, json_for_script, provenance
from poverty_evaluation.presentation.html.tables import block_table, table_html
from poverty_evaluation.presentation.html.text import line_html, number_html, safe_id
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.wording import wording


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
    findings: str = "[]"  # likewise
    style: str = ""  # CSS of this document, safe inside a style element
    is_report: bool = True


def block_html(block: Any, language: str, svg: str = "", anchor: str = "") -> str:
    """One block as an HTML fragment. `anchor` is the id of a heading or appendix, for links to it."""
    return with_foreign_words(_block_html(block, language, svg, anchor), language)


def _block_html(block: Any, language: str, svg: str, anchor: str) -> str:
    match block:
        case Document():
            return _letterhead(block.letterhead, language)
        case Heading():
            return _heading(block, anchor)
        case Paragraph():
            return f'<p class="{escape(block.style)}">{line_html(block.content, language)}</p>'
        case BulletList():
            items = "".join(f"<li>{line_html(item, language)}</li>" for item in block.items)
            return f'<ul class="points">{items}</ul>'
        case KeyFigures():
            return _key_figures(block, language)
        case Table():
            return block_table(block, language)
        case Chart():
            return _chart(block, language, svg)
        case Findings():
            return findings_html(block, language)
        case Signature():
            return _signature(block)
        case Appendix():
            return _appendix_head(block, anchor)
        case Form():
            return form_html(block, lambda content: line_html(content, language))
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
        findings=json_for_script(findings_of_page(document, explained)),
        style=print_style(document),
    )


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
        return f'{invented}<header class="letterhead">{draft}{title}</header>'
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
        detail = f'<dd class="detail">{line_html(item.detail, language)}</dd>' if item.detail else ""
        number = number_html(item.number, language)
        cards.append(f'<div><dt>{escape(item.label)}</dt><dd class="figure">{number}</dd>{detail}</div>')
    return f'<dl class="key-figures">{"".join(cards)}</dl>'


def _chart(block: Chart, language: str, svg: str) -> str:
    words = wording(language)
    alternative = pictures.alternative_of(block)
    key = safe_id(f"chart-{block.id}")  # a table may bear the same id
    picture = pictures.clean_svg(svg, key, block.title, alternative) if svg else ""
    feet = [f'<p class="foot">{line_html(note, language)}</p>' for note in block.notes]
    feet += [f'<p class="foot">{escape(block.source)}</p>'] if block.source else []
    caption = " ".join(
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("label", block.label and f"{block.label}."), ("title", block.title))
        if text
    )
    return (
        f'<figure class="chart" id="{key}">'
        f'<div class="picture" role="group" tabindex="0" aria-labelledby="{key}-caption">{picture}</div>'
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
