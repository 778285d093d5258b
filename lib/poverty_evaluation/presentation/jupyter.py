"""Hiển thị trong Jupyter: blocks show themselves as HTML, text and the block itself; switched on by `enable()`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from poverty_evaluation.evaluation import blocks
from poverty_evaluation.evaluation.blocks import BLOCK_MIME, BLOCK_SCHEMA, Chart, Column, Row, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.heads import default_finding_headings
from poverty_evaluation.presentation.html.report import block_html
from poverty_evaluation.presentation.html.tables import table_html
from poverty_evaluation.presentation.signs import explain_signs, numbers_of
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.values import IndicatorValue

_SHOWN = (
    blocks.Document,
    blocks.Heading,
    blocks.Paragraph,
    blocks.BulletList,
    blocks.KeyFigures,
    blocks.Table,
    blocks.Chart,
    blocks.Findings,
    blocks.Signature,
    blocks.Appendix,
    blocks.Form,
)


@dataclass(frozen=True, slots=True)
class RichText:
    """A piece of HTML with its plain text, for showing in a notebook; it is no part of a report."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def enable(language: str = "vi") -> None:
    """From now on every block that a cell ends with shows itself in this language. RuntimeError outside IPython."""
    wording(language)
    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        raise RuntimeError("jupyter.enable() belongs in a notebook: there is no IPython session here")
    formatter = shell.display_formatter.mimebundle_formatter

    def bundle(block: Any, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(block, language)

    for kind in _SHOWN:
        formatter.for_type(kind, bundle)


def show(*shown: Any) -> None:
    """Display several blocks in order, each as an output of its own."""
    for block in shown:
        display(block)


def mime_bundle(block: Any, language: str) -> dict[str, Any]:
    """What a notebook stores of a block: HTML to look at, text, and the block itself with its picture."""
    svg = ""
    if isinstance(block, Chart):
        from poverty_evaluation.presentation import charts  # drawing libraries are loaded only when something is drawn

        svg = charts.draw(block, language)
    explained = explain_signs([block], language)[0]
    data: dict[str, Any] = {"schema": BLOCK_SCHEMA, "block": blocks.block_to_plain(block)}
    if svg:
        data["svg"] = svg
    return {
        "text/html": block_html(explained, language, svg=svg),
        "text/plain": plain_text(block, language),
        BLOCK_MIME: data,
    }


def plain_text(block: Any, language: str) -> str:
    """One line or a few that say what the block holds, for places that show no HTML."""
    match block:
        case blocks.Document():
            return f"{block.title} ({len(block.values)} indicator values, {len(block.findings)} findings)"
        case blocks.Heading():
            return f"{block.number} {block.text}".strip()
        case blocks.Paragraph():
            return _line_text(block.content, language)
        case blocks.BulletList():
            return "\n".join(f"- {_line_text(item, language)}" for item in block.items)
        case blocks.KeyFigures():
            return "\n".join(f"{item.label}: {formatting.write(item.number, language)}" for item in block.items)
        case blocks.Table():
            named = (f"{column.span}: {column.heading}" if column.span else column.heading for column in block.columns)
            rows = [" | ".join(named)]
            rows += [" | ".join(_line_text(cell, language) for cell in row.cells) for row in block.rows]
            return "\n".join([f"{block.label} {block.title}".strip(), *rows])
        case blocks.Chart():
            return f"{block.label} {block.title}. {block.alternative}".strip()
        case blocks.Findings():
            return "\n".join(f"[{item.severity_label}] {item.message}" for item in block.items)
        case blocks.Signature():
            return "\n".join((*block.authority, block.position, block.name))
        case blocks.Appendix():
            return f"{block.number} {block.title}"
        case blocks.Form():
            rows = [" | ".join(_line_text(cell, language) for cell in row.cells) for row in block.rows]
            return "\n".join([f"{block.sheet} {block.title}", " | ".join(one.heading for one in block.leaves), *rows])
    raise TypeError(f"no text for a block of type {type(block).__name__}")


def values_table(values: Iterable[IndicatorValue], language: str = "vi") -> RichText:
    """A table of indicator values for an analyst: id, label, value, unit, status, formula."""
    listed = list(values)
    names = _VALUE_COLUMNS[language]
    columns = [Column(name, "right" if place == 2 else "left") for place, name in enumerate(names)]
    words = wording(language)
    numbers = [blocks.number_of(value) for value in listed]
    rows = [
        Row(
            (
                (Text(value.label(language)),),
                (Text(value.as_of or value.period),),
                (number,),
                (Text((value.unit_en if language == "en" else value.unit_vi) or value.unit),),
                (Text(words.statuses[value.status]),),
                (Text(value.formula),),
                (Text(value.id),),
            )
        )
        for value, number in zip(listed, numbers, strict=True)
    ]
    written = table_html(columns, rows, language, table_id="indicator-values", title=_VALUES_TITLE[language])
    lines = [
        f"{value.id} = {formatting.write(number, language)}" for value, number in zip(listed, numbers, strict=True)
    ]
    return RichText(written, "\n".join(lines))


def written_value(value: IndicatorValue, language: str = "vi") -> str:
    """A value as running text tells it."""
    return formatting.write(blocks.number_of(value), language)


def findings_table(findings: Sequence[Finding], language: str = "vi") -> RichText:
    """The findings as a list that names the severity of each in words."""
    words = wording(language)
    if not findings:
        return RichText(f"<p>{escape(words.no_findings)}</p>", words.no_findings)
    columns = [Column(name) for name in default_finding_headings(language)]
    rows = [
        Row(
            tuple(
                (Text(text),)
                for text in (
                    str(place),
                    words.severities[finding.severity],
                    str(finding.kind),
                    finding.quote,
                    finding.message(language),
                    finding.computed,
                    _where(finding, words),
                )
            )
        )
        for place, finding in enumerate(findings, 1)
    ]
    written = table_html(columns, rows, language, table_id="findings", title=words.findings_title)
    lines = [f"[{words.severities[finding.severity]}] {finding.message(language)}" for finding in findings]
    return RichText(written, "\n".join(lines))


def shown_value_ids(shown: Iterable[Any]) -> tuple[str, ...]:
    """The ids of the numbers that these blocks show, each once, in reading order."""
    return tuple(dict.fromkeys(number.value_id for block in shown for number in numbers_of(block) if number.value_id))


_VALUES_TITLE: Mapping[str, str] = {"vi": "Giá trị chỉ tiêu", "en": "Indicator values"}
_VALUE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "vi": ("Chỉ tiêu", "Thời điểm, kỳ", "Giá trị", "Đơn vị", "Tình trạng", "Công thức", "Mã"),
    "en": ("Indicator", "Date or period", "Value", "Unit", "Status", "Formula", "Id"),
}


def _line_text(line: blocks.Line, language: str) -> str:
    parts = [part.text if isinstance(part, Text) else formatting.write(part, language) for part in line]
    return "".join(parts)


def _where(finding: Finding, words: Wording) -> str:
    parts = [finding.file]
    parts += [f"{words.sheet.lower()} {finding.sheet}"] if finding.sheet else []
    parts += [f"{words.row.lower()} {finding.row}"] if finding.row is not None else []
    parts += [f"{words.column.lower()} {finding.column}"] if finding.column else []
    return ", ".join(part for part in parts if part)
