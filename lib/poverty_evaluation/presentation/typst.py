"""Bản PDF: blocks become Typst source, all text as string literals, and the Typst compiler makes tagged PDF/A of it."""

from __future__ import annotations

import functools
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Document,
    FindingItem,
    Findings,
    Heading,
    KeyFigures,
    Letterhead,
    Line,
    Number,
    Paragraph,
    Row,
    Signature,
    Table,
    Text,
)
from poverty_evaluation.presentation import formatting, html, pictures, records
from poverty_evaluation.presentation.columns import ColumnText, measure_table
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.fonts import FILES, FOLDER
from poverty_evaluation.presentation.markup import Element, Node
from poverty_evaluation.presentation.ordinary import Listing, Picture, Piece, Prose
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.vocabulary.findings import finding_from_plain

#: The date of a PDF whose source has none.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 257.0

_STANDARDS: list[Any] = ["a-3a", "ua-1"]
_LAYOUT = Path(__file__).parent / "layout.typ"
_PEOPLE_COMMITTEE = "ỦY BAN NHÂN DÂN "
_BREAKABLE = re.compile(r"(?<=[/_\\])(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"
#: Letters, digits and signs that both families certainly have; anything else is looked up in the fonts.
_SURE = frozenset(chr(code) for code in range(0x20, 0x7F)) | frozenset(
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư–—‘’“”…†≥≤≈×§°\u00a0\u200b\n"
) | frozenset(chr(code) for code in range(0x1EA0, 0x1EFA))  # fmt: skip


class PDFError(RuntimeError):
    """The PDF could not be made; the message says where and why."""


def report_pdf(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The report as PDF. `moment` is written into it as its date: the same moment gives the same bytes."""
    return _compile(report_source(document, shown), moment)


def ordinary_pdf(pieces: Sequence[Piece], language: str, title: str) -> bytes:
    """A notebook that is no report as PDF."""
    with tempfile.TemporaryDirectory(prefix="poverty-evaluation-") as folder:
        source = _ordinary_source(pieces, language, title, Path(folder))
        return _compile(source, NO_DATE, root=folder)


def report_source(document: Document, shown: Sequence[Shown]) -> str:
    """The Typst source of a report."""
    language = document.language
    words = wording(language)
    charts = {item.block.id: item.svg for item in shown if isinstance(item.block, Chart)}
    marks = _marks(document)
    parts = [
        _layout(),
        f"#show: report.with({_document_arguments(document.title, words)}, {marks})",
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
            parts.append("#" + _block(block, language, width, svg))
    parts.append("]" if in_appendix else "")
    return "\n".join(part for part in parts if part)


def literal(text: str) -> str:
    """A Typst string literal: inside it nothing is markup, math, a reference or code."""
    plain = _printable(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", "    ")))
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


# --- blocks ----------------------------------------------------------------------------------------------------------


def _block(block: Any, language: str, width: float, svg: str) -> str:
    match block:
        case Document():
            return _letterhead(block.letterhead, language)
        case Heading():
            level = min(max(block.level, 1), 3)
            return f"chapter({level}, {literal(block.number)}, {literal(block.text)})"
        case Paragraph():
            style = {"basis": "basis", "note": "note"}.get(block.style, "plain")
            return f"{style}({_line(block.content, language)})"
        case BulletList():
            return f"points({', '.join(_line(item, language) for item in block.items)})"
        case KeyFigures():
            return _key_figures(block, language)
        case Table():
            return _table(block, language, width)
        case Chart():
            return _chart(block, language, svg)
        case Findings():
            return _findings(block, language, width)
        case Signature():
            return (
                f"signature(authority: {_array(block.authority)}, position: {literal(block.position)}, "
                f"name: {literal(block.name)}, recipients-label: {literal(block.recipients_label)}, "
                f"recipients: {_array(block.recipients)})"
            )
    raise TypeError(f"no PDF for a block of type {type(block).__name__}")


def _letterhead(head: Letterhead, language: str) -> str:
    words = wording(language)
    dots = "…………………"
    symbol = f"{words.symbol_prefix}        /{head.symbol or dots}".replace("  ", "\u00a0\u00a0")
    place = f"{head.locality or dots}, {words.date_blank}"
    last = len(head.addressees) - 1
    addressees = [_ended(name, "." if place == last else ";") for place, name in enumerate(head.addressees)]
    return (
        f"letterhead(superior: {literal(head.superior_body)}, body: {_array(_issuer_lines(head.issuing_body or dots))}, "
        f"symbol: {literal(symbol)}, country: {literal(words.country)}, motto: {literal(words.motto)}, "
        f"place-and-date: {literal(place)}, draft: {literal(head.draft_mark)}, "
        f"type-name: {literal(head.type_name)}, subject: {literal(head.subject)}, "
        f"addressed-to: {literal(words.addressed_to)}, addressees: {_array(addressees)})"
    )


def _issuer_lines(body: str) -> list[str]:
    """A people's committee writes its name in two lines, the second naming the place."""
    if body.upper().startswith(_PEOPLE_COMMITTEE) and "\n" not in body:
        cut = len(_PEOPLE_COMMITTEE)
        return [body[: cut - 1], body[cut:]]
    return body.split("\n")


def _ended(text: str, stop: str) -> str:
    return text if text.endswith((".", ";")) else text + stop


def _appendix(block: Appendix, marks: str) -> str:
    landscape = "true" if block.landscape else "false"
    return (
        f"#appendix(number: {literal(block.number)}, title: {literal(block.title)}, "
        f"attached: {literal(block.attached_to)}, landscape: {landscape}, {marks})["
    )


def _key_figures(block: KeyFigures, language: str) -> str:
    columns = next(count for count in (4, 3, 2, 1) if len(block.items) % count == 0 or count == 3)
    cards = []
    for item in block.items:
        detail = _line(item.detail, language) if item.detail else "none"
        cards.append(f"({literal(item.label)}, {_number(item.number, language)}, {detail})")
    return f"key-figures({min(columns, max(len(block.items), 1))}, {', '.join(cards)})"


def _table(block: Table, language: str, width: float) -> str:
    texts = [_plain_cells(block, place, language) for place in range(len(block.columns))]
    measure = measure_table(
        [
            ColumnText(column.heading, cells, unbroken=column.align != "left", hint=column.width)
            for column, cells in zip(block.columns, texts, strict=True)
        ],
        width,
    )
    notes = [_line(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    numbers = [column.number for column in block.columns]
    cells = [cell for row in block.rows for cell in _row(row, len(block.columns), language)]
    return _data_table(
        label=block.label,
        title=block.title,
        unit=block.unit_line,
        widths=measure.widths,
        aligns=[column.align for column in block.columns],
        size=measure.size,
        head=[column.heading for column in block.columns],
        numbers=numbers if any(numbers) else [],
        notes=notes,
        cells=cells,
    )


def _plain_cells(block: Table, place: int, language: str) -> tuple[str, ...]:
    """The texts of one column, those of group rows left out since they run over the columns beside."""
    rows = [row for row in block.rows if row.role != "group" and place < len(row.cells)]
    return tuple(
        "".join(
            part.text if isinstance(part, Text) else formatting.write(part, language) + formatting.mark(part)
            for part in row.cells[place]
        )
        for row in rows
    )


def _row(row: Row, columns: int, language: str) -> list[str]:
    cells = list(row.cells)
    if row.role == "group":
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
    elif len(cells) != columns:
        raise ValueError(f"a row of {len(cells)} cells in a table of {columns} columns")
    written = []
    for place, cell in enumerate(cells):
        text = _line(cell, language)
        if row.role in ("total", "group"):
            text = f"strong({text})"
        elif row.role == "part" and cell and isinstance(cell[0], Text):
            text = f"emph({text})"
        span = columns - place if place == len(cells) - 1 else 1
        written.append(f"table.cell(colspan: {span}, align: left, {text})" if span > 1 else text)
    return written


def _data_table(
    *,
    label: str,
    title: str,
    unit: str,
    widths: Sequence[float],
    aligns: Sequence[str],
    size: float,
    head: Sequence[str],
    numbers: Sequence[str],
    notes: Sequence[str],
    cells: Sequence[str],
) -> str:
    known = {"left": "left", "right": "right", "center": "center"}
    columns = "(" + "".join(f"{width:.2f}mm," for width in widths) + ")"
    alignment = "(" + "".join(f"{known.get(align, 'left')}," for align in aligns) + ")"
    return (
        f"data-table(label: {literal(label)}, title: {literal(title)}, unit: {literal(unit)}, "
        f"widths: {columns}, aligns: {alignment}, size: {size}pt, head: {_array(head)}, numbers: {_array(numbers)}, "
        f"notes: ({''.join(note + ',' for note in notes)}),\n" + ",\n".join(cells) + ")"
    )


def _chart(block: Chart, language: str, svg: str) -> str:
    alternative = pictures.alternative_of(block)
    if not svg:
        raise ValueError(f"chart {block.id!r} has no picture; show it in a notebook or draw it first")
    picture = pictures.clean_svg(svg, html.safe_id(block.id))
    notes = [_line(note, language) for note in block.notes]
    notes += [literal(block.source)] if block.source else []
    return (
        f"chart(label: {literal(block.label)}, title: {literal(block.title)}, alternative: {literal(alternative)}, "
        f"notes: ({''.join(note + ',' for note in notes)}), {literal(picture)})"
    )


def _findings(block: Findings, language: str, width: float) -> str:
    words = wording(language)
    if not block.items:
        return f"plain({literal(words.no_findings)})"
    labels = block.headings if len(block.headings) == 6 else html.default_finding_headings(language)
    shares = (0.15, 0.36, 0.17, 0.15, 0.17)
    cells = [cell for item in block.items for cell in _finding(item)]
    return _data_table(
        label="",
        title="",
        unit="",
        widths=[width * share for share in shares],
        aligns=["left"] * len(shares),
        size=10,
        head=[f"{labels[0]}, {labels[1].lower()}", *labels[2:]],
        numbers=[],
        notes=[],
        cells=cells,
    )


def _finding(item: FindingItem) -> list[str]:
    grade = f"join(strong({literal(item.severity_label)}), linebreak(), {literal(item.kind_label)})"
    texts = [literal(_breakable(text)) for text in (item.message, item.quote, item.computed, item.where)]
    is_long = len(item.message) > 1500
    return [f"table.cell(breakable: true, {text})" if is_long else text for text in (grade, *texts)]


def _breakable(text: str) -> str:
    """Paths may be broken after a slash or an underscore."""
    return _BREAKABLE.sub(_ZERO_WIDTH_SPACE, text)


def _line(line: Line, language: str) -> str:
    return f"join({', '.join(_inline(part, language) for part in line)})" if line else '""'


def _inline(part: Text | Number, language: str) -> str:
    if isinstance(part, Number):
        return _number(part, language)
    text = literal(part.text)
    if part.italic:
        text = f"emph({text})"
    return f"strong({text})" if part.bold else text


def _number(number: Number, language: str) -> str:
    text = literal(formatting.write(number, language))
    return f"join({text}, sign({literal(formatting.DAGGER)}))" if formatting.mark(number) else text


def _array(texts: Iterable[str]) -> str:
    return "(" + "".join(f"{literal(text)}," for text in texts) + ")"


# --- the document ----------------------------------------------------------------------------------------------------


def _document_arguments(title: str, words: Wording) -> str:
    return f'title: {literal(title)}, language: "{words.language}", region: "{words.region}"'


def _marks(document: Document) -> str:
    head = document.letterhead
    profile = "tt01" if document.style_profile.startswith("tt01") else "nd30"
    return f'draft: {literal(head.draft_mark)}, invented: {literal(head.invented_mark)}, profile: "{profile}"'


def _attachments(document: Document, words: Wording) -> str:
    """The numbers and findings travel inside the PDF, so that they can be taken out of it again."""
    parts = []
    if document.values:
        text = records.indicators_csv(document.values)
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


@functools.cache
def _layout() -> str:
    return _LAYOUT.read_text(encoding="utf-8")


@functools.cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts)


def _compile(source: str, moment: datetime, root: str | None = None) -> bytes:
    try:
        made = _compiler().compile(
            source.encode(),
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(moment.timestamp()),
            root=root,
        )
    except typst.TypstError as error:
        raise PDFError(f"{error.message}\n{error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise PDFError("the compiler gave no PDF")
    return made


def _printable(text: str) -> str:
    """The text with every character that our fonts lack written as its code, so that it is neither lost nor fatal."""
    if not set(text) - _SURE:
        return text
    covered = _covered()
    return "".join(
        character if character == "\n" or ord(character) in covered or character == _ZERO_WIDTH_SPACE
        else "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else f"[U+{ord(character):04X}]"
        for character in text
    )  # fmt: skip


@functools.cache
def _covered() -> frozenset[int]:
    """Code points that all our fonts have."""
    from fontTools.ttLib import TTFont  # only a text with rare characters needs the tables of the fonts

    maps = [set(TTFont(path, lazy=True).getBestCmap()) for path in FILES]
    return frozenset(set.intersection(*maps))


# --- notebooks that are no report ------------------------------------------------------------------------------------


def _ordinary_source(pieces: Sequence[Piece], language: str, title: str, folder: Path) -> str:
    words = wording(language)
    writer = _OrdinaryWriter(folder)
    parts = [_layout(), f"#show: ordinary.with({_document_arguments(title, words)})"]
    parts += ["#" + text for piece in pieces for text in writer.piece(piece)]
    return "\n".join(parts)


_INLINE = {
    "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "u": "underline", "s": "strike", "del": "strike",
    "sub": "sub", "sup": "super",
}  # fmt: skip
_BLOCKS = frozenset(
    ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "hr"]
)
_DATA_URL = re.compile(r"data:image/(png|jpeg);base64,(.*)$", re.DOTALL)


class _OrdinaryWriter:
    """Writes known elements as Typst; keeps the headings in steps of one and the pictures in a folder."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._level = 0
        self._pictures = 0

    def piece(self, piece: Piece) -> Iterable[str]:
        match piece:
            case Prose(tree):
                yield from self._flow(tree)
            case Listing(text, kind):
                yield f"listing({literal(kind)}, {literal(text.rstrip())})"
            case Picture(_, data, alternative, number):
                if isinstance(data, str):
                    svg = pictures.clean_svg(data, f"picture-{number}")
                    yield self._figure(f'bytes({literal(svg)}), format: "svg"', alternative)
                else:
                    yield self._figure(self._file(data), alternative)

    def _figure(self, source: str, alternative: str) -> str:
        return f"figure(image({source}, alt: {literal(alternative)}))"

    def _file(self, content: bytes) -> str:
        self._pictures += 1
        kind = "png" if content.startswith(b"\x89PNG") else "jpg"
        name = f"picture-{self._pictures}.{kind}"
        (self._folder / name).write_bytes(content)
        return f'"/{name}"'

    def _flow(self, element: Element) -> Iterable[str]:
        """Block after block; stray inline content between blocks becomes a paragraph."""
        inline: list[Node] = []
        for child in [*element.children, Element("p")]:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                if any(isinstance(node, Element) or node.strip() for node in inline):
                    yield f"par({self._inline(inline)})"
                inline = []
                yield from self._block(child)
            else:
                inline.append(child)

    def _block(self, element: Element) -> Iterable[str]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = min(int(element.tag[1]), self._level + 1)
                yield f"heading(level: {self._level}, {self._inline(element.children)})"
            case "ul" | "ol":
                kind = "list" if element.tag == "ul" else "enum"
                items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
                yield f"{kind}({', '.join(self._content(item) for item in items)})"
            case "blockquote":
                yield f"quote(block: true, {self._content(element)})"
            case "pre":
                yield f"listing({literal('output')}, {literal(element.text().rstrip())})"
            case "table":
                yield self._table(element)
            case "hr":
                yield "line(length: 100%, stroke: 0.5pt)"
            case "p" | "dt" | "dd" if not any(True for _ in element.find_all(*_BLOCKS)):
                if element.children:
                    yield f"par({self._inline(element.children)})"
            case _:
                yield from self._flow(element)

    def _content(self, element: Element) -> str:
        """An element as one piece of content."""
        if not any(True for _ in element.find_all(*_BLOCKS)):
            return self._inline(element.children)
        return "[" + "\n".join("#" + text for text in self._flow(element)) + "]"

    def _inline(self, nodes: Sequence[Node]) -> str:
        return f"join({', '.join(self._inline_node(node) for node in nodes)})" if nodes else '""'

    def _inline_node(self, node: Node) -> str:
        if isinstance(node, str):
            return literal(re.sub(r"\s+", " ", node))
        inner = self._inline(node.children)
        match node.tag:
            case "br":
                return "linebreak()"
            case "code":
                return f'text(font: "Liberation Sans", size: 0.9em, {inner})'
            case "a":
                target = node.attributes.get("href", "#")
                return (
                    inner if target.startswith("#") or not node.text().strip() else f"link({literal(target)}, {inner})"
                )
            case "img":
                match = _DATA_URL.match(node.attributes["src"])
                alternative = node.attributes.get("alt", "").strip()
                if not match or not alternative:
                    return literal(alternative)
                return f"box(image({self._file(_decoded(match[2]))}, alt: {literal(alternative)}))"
            case _:
                return f"{_INLINE[node.tag]}({inner})" if node.tag in _INLINE else inner

    def _table(self, element: Element) -> str:
        """A table of whatever shape, its rows filled up to the same number of columns."""
        heads = [row for part in element.find_all("thead") for row in part.find_all("tr")]
        in_head = {id(row) for row in heads}
        rows = list(element.find_all("tr"))
        grid, width = _placed(rows)
        if not rows or width == 0:
            return '""'
        head: list[str] = []
        body: list[str] = []
        for row, (cells, missing) in zip(rows, grid, strict=True):
            written = [self._cell(cell, colspan, rowspan) for cell, colspan, rowspan in cells]
            written += ["[]"] * (width - missing)
            (head if id(row) in in_head else body).extend(written)
        header = f"table.header(repeat: true, {', '.join(head)})," if head else ""
        return (
            f"{{ set text(size: 9.5pt); set par(justify: false); table(columns: {width}, {header} {', '.join(body)}) }}"
        )

    def _cell(self, cell: Element, colspan: int, rowspan: int) -> str:
        content = self._content(cell)
        if cell.tag == "th":
            content = f"strong({content})"
        return f"table.cell(colspan: {colspan}, rowspan: {rowspan}, {content})"


def _decoded(text: str) -> bytes:
    import base64

    return base64.b64decode(text)


def _placed(rows: Sequence[Element]) -> tuple[list[tuple[list[tuple[Element, int, int]], int]], int]:
    """The cells of each row with their spans, how many columns the row fills, and the width of the table."""
    reaching: dict[int, int] = {}
    placed: list[tuple[list[tuple[Element, int, int]], int]] = []
    for index, row in enumerate(rows):
        occupied = sum(1 for last in reaching.values() if last >= index)
        cells: list[tuple[Element, int, int]] = []
        column = 0
        for cell in row.children:
            if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
                continue
            colspan = int(cell.attributes.get("colspan", "1"))
            rowspan = min(int(cell.attributes.get("rowspan", "1")), len(rows) - index)
            while reaching.get(column, -1) >= index:
                column += 1
            for reached in range(column, column + colspan):
                if rowspan > 1:
                    reaching[reached] = index + rowspan - 1
            column += colspan
            occupied += colspan
            cells.append((cell, colspan, rowspan))
        placed.append((cells, occupied))
    return placed, max((occupied for _, occupied in placed), default=0)
