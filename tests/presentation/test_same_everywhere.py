"""Cùng một nội dung ở mọi định dạng: each form of a report says the words and numbers of its blocks, no more, no less.

A reader for each form gives the texts of its paragraphs and cells in reading order. They are held, chapter by
chapter, against what the blocks say; what a form adds of its own (heads of a list of findings, the data beside a
picture) is named with it. A new form joins by one more reader.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pikepdf
import pytest
from lxml import etree, html

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.evaluation.blocks import DocumentKind, Line, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.executed import blocks_of, shown_blocks
from poverty_evaluation.presentation.heads import finding_headings
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.wording import wording

REPORTS = [
    ("bac-giang-city", "2016-2018", "vi"),
    ("bac-giang-city", "2016-2018", "en"),
    ("song-mau-city", "2022", "vi"),
]
NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*%?")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\u00ad"))


def words(texts: Iterable[str]) -> list[str]:
    """The words of some texts, in small letters: headings stand in capitals where a form sets them so."""
    return [word for text in texts for word in text.translate(_INVISIBLE).casefold().split()]


def words_of_head(texts: Iterable[str]) -> list[str]:
    """The words before the first chapter, without the dots and stops that each form sets in the letterhead."""
    return [bare for word in words(texts) if (bare := word.strip(".,;:/…"))]


# --- what the blocks say ---------------------------------------------------------------------------------------------


def neutral(block: Any, language: str) -> list[str]:
    """The texts of a block, without anything of a form."""
    match block:
        case b.Heading():
            return [f"{block.number} {block.text}"]
        case b.Paragraph():
            return [_line(block.content, language)]
        case b.BulletList():
            return [_line(item, language) for item in block.items]
        case b.KeyFigures():
            return [
                text
                for item in block.items
                for text in (item.label, _line((item.number,), language), _line(item.detail, language))
            ]
        case b.Table():
            return [
                block.label, block.title, block.unit_line, *_heads(block.columns),
                *(column.number for column in block.columns),
                *(_line(cell, language) for row in block.rows for cell in row.cells),
                *(_line(note, language) for note in block.notes), block.source,
            ]  # fmt: skip
        case b.Chart():
            label = block.label and f"{block.label}."
            return [label, block.title, *(_line(note, language) for note in block.notes), block.source]
        case b.Findings():
            items = [
                text
                for item in block.items
                for text in (
                    item.severity_label, item.kind_label, item.message, item.quote, item.computed, item.where
                )
            ]  # fmt: skip
            return items or [wording(language).no_findings]
        case b.Signature():
            return [*block.authority, block.position, block.name, block.recipients_label, *block.recipients]
        case b.Appendix():
            return [block.number, block.title, block.attached_to]
        case b.Document():
            return _letterhead(block.letterhead, language)
    raise TypeError(type(block).__name__)


def _heads(columns: Sequence[b.Column]) -> Iterator[str]:
    """Each heading, and once for its columns the heading that neighbours share."""
    span = ""
    for column in columns:
        if column.span and column.span != span:
            yield column.span
        span = column.span
        yield column.heading


def _line(line: Line, language: str) -> str:
    return "".join(
        part.text if isinstance(part, Text) else formatting.write(part, language) + formatting.mark(part)
        for part in line
    )


def _letterhead(head: b.Letterhead, language: str) -> list[str]:
    told = wording(language)
    addressees = [told.addressed_to, *head.addressees] if head.addressees else []
    return [
        head.superior_body, head.issuing_body, told.symbol_prefix, head.symbol, told.country, told.motto,
        told.date_blank, head.locality, head.draft_mark, head.type_name, head.subject, *addressees,
    ]  # fmt: skip


def _in_findings(block: b.Findings, language: str) -> list[str]:
    return list(finding_headings(block, language))


def _list_of_findings(block: b.Findings, language: str) -> list[str]:
    """The page names the figures, the recomputation and the place of each finding."""
    heads = _in_findings(block, language)
    return [
        heads[place]
        for item in block.items
        for place, text in ((3, item.quote), (5, item.computed), (6, item.where))
        if text
    ]


def _table_of_findings(block: b.Findings, language: str) -> list[str]:
    """A printed table has a head and running numbers; severity and kind share a column."""
    heads = _in_findings(block, language)
    numbers = [str(place) for place in range(1, len(block.items) + 1)]
    return [heads[0], f"{heads[1]}, {heads[2]}", *heads[3:], *numbers] if block.items else []


# --- readers ---------------------------------------------------------------------------------------------------------

_INLINE = {"span", "data", "strong", "em", "sup", "a", "b", "i"}
_UNREAD = {"script", "style", "svg", "details"}  # the data beside a picture are held against it elsewhere


def read_html(content: bytes, _: ModuleType) -> Iterator[str]:
    """The texts of the body of a page, cut wherever an element begins or ends that is not inside a line."""
    page = html.document_fromstring(content.decode(), parser=html.HTMLParser(huge_tree=True))
    yield from _cut(page.get_element_by_id("report"))


def _cut(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    held = element.text or ""
    for child in element:
        if child.tag in _INLINE and not any(one.tag not in _INLINE for one in child.iter()):
            held += child.text_content() + (child.tail or "")
            continue
        yield held
        yield from _cut(child)
        held = child.tail or ""
    yield held


def read_pdf(content: bytes, reading: ModuleType) -> Iterator[str]:
    """The texts of a tagged PDF in the order of its tags: running heads and repeated heads of tables are no part."""
    with pikepdf.open(io.BytesIO(content)) as document:
        pages = {page.objgen: _marked(page, reading) for page in document.pages}
        yield from _tagged(document.Root.StructTreeRoot.K, None, pages)


#: Points between two lines; less lifts a sign.
_LINE = 8
_PDF_INLINE = {"/Strong", "/Em", "/Span", "/Link", "/Sub", "/Sup"}
_PDF_LEAVES = {"/P", "/H1", "/H2", "/H3", "/H4", "/TH", "/TD", "/LBody", "/Caption"}
_PDF_UNREAD = {"/Lbl", "/Figure"}


def _tagged(node: Any, page: Any, pages: Any) -> Iterator[str]:
    for kind, child, of in _children(node, page):
        if kind in _PDF_LEAVES | _PDF_INLINE:
            yield _joined_runs(_runs(child, of, pages))
        elif kind not in _PDF_UNREAD and kind:
            yield from _tagged(child.get("/K", pikepdf.Array()), of, pages)
        elif not kind:
            yield _joined_runs(pages[of].get(int(child), []))


def _children(node: Any, page: Any) -> Iterator[tuple[str, Any, Any]]:
    for child in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(child, pikepdf.Dictionary):
            of = child.Pg.objgen if "/Pg" in child else page
            yield (str(child.S), child, of) if "/S" in child else ("", child.MCID, of)
        else:
            yield "", child, page


def _runs(node: Any, page: Any, pages: Any) -> Iterator[tuple[str, float]]:
    for kind, child, of in _children(node.get("/K", pikepdf.Array()), page):
        if not kind:
            yield from pages[of].get(int(child), [])
        elif kind not in _PDF_UNREAD:
            yield from _runs(child, of, pages)


def _joined_runs(runs: Iterable[tuple[str, float]]) -> str:
    """A line that ends without a space was cut at a break of the text, or within a symbol after its hyphen or slash."""
    text, height = "", None
    for run, at in runs:
        is_new_line = height is not None and abs(at - height) > _LINE
        text += (" " if is_new_line and text and text[-1] not in " -/_\\\u200b" else "") + run
        height = at
    return text


def _marked(page: Any, reading: ModuleType) -> dict[int, list[tuple[str, float]]]:
    """The marked texts of a page by their ids, each run with its height on the page."""
    fonts = {name: reading._Font(font) for name, font in reading._resources(page, "/Font")}
    found: dict[int, list[tuple[str, float]]] = {}
    marks: list[int | None] = []
    matrices: list[Any] = []
    matrix: Any = (1, 0, 0, 1, 0, 0)
    font, height = None, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                matrices.append(matrix)
            case "Q":
                matrix = matrices.pop()
            case "cm":
                matrix = reading._times(reading._numbers(operands), matrix)
            case "BDC" | "BMC":
                held = operands[1] if len(operands) > 1 else None
                is_marked = isinstance(held, pikepdf.Dictionary) and "/MCID" in held
                marks.append(int(held.MCID) if is_marked else None)  # type: ignore[union-attr]
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tm":
                height = reading._times(reading._numbers(operands), matrix)[5]
            case "Tj" | "TJ":
                mark = next((one for one in reversed(marks) if one is not None), None)
                if mark is not None and font is not None:
                    found.setdefault(mark, []).append((_letters(operands[0], font), height))
    return found


def _letters(pieces: Any, font: Any) -> str:
    texts = pieces if isinstance(pieces, pikepdf.Array) else [pieces]
    held = [piece for piece in texts if not isinstance(piece, (int, float, Decimal))]
    return "".join(font.letters.get(code, "") for piece in held for code in font.codes(bytes(piece)))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(content: bytes, _: ModuleType) -> Iterator[str]:
    """The texts of the paragraphs of a Word file, those in cells where they stand; heads of pages are no part."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{_W}p"):
        yield "".join(_of_run(one) for one in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"))


def _of_run(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return "-" if element.tag == f"{_W}noBreakHyphen" else " "


@dataclass(frozen=True)
class Form:
    """A form of the report: its exporter, how it is read, and what it adds to a list of findings and to the head."""

    exporter: str
    read: Callable[[bytes, ModuleType], Iterator[str]]
    findings: Callable[[b.Findings, str], list[str]]
    dash: str = ""  # what it writes before each recipient
    is_marked: bool = False  # whether the mark of invented data stands in the text, and not in the head of each page


FORMS = {
    "html": Form("evaluation-html", read_html, _list_of_findings, is_marked=True),
    "pdf": Form("evaluation-pdf", read_pdf, _table_of_findings, dash="-"),
    "docx": Form("evaluation-docx", read_docx, _table_of_findings, dash="-"),
}
every_form = pytest.mark.parametrize("form", FORMS)
every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(one) for one in REPORTS])


# --- the same content ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def told(real_report: Callable[..., Any], pdf_reading: ModuleType) -> Callable[..., tuple[list[Any], list[str]]]:
    """The blocks of a report with the signs explained, and the texts that a form of it has."""

    @cache
    def of(form: str, report: tuple[str, str, str]) -> tuple[list[Any], list[str]]:
        built = real_report(*report)
        shown = blocks_of(shown_blocks(built.notebook), DocumentKind.REPORT)
        texts = FORMS[form].read(built.exported(FORMS[form].exporter), pdf_reading)
        explained = explain_signs([one.block for one in shown], report[2])
        return explained, [text for text in (" ".join(words([one])) for one in texts) if text]

    return of


def chapters_of(blocks: Sequence[Any], form: Form, language: str) -> list[list[str]]:
    """The texts of each chapter and appendix as a form has to say them; first what stands before the first."""
    chapters: list[list[str]] = [[]]
    for block in blocks:
        if _opens(block):
            chapters.append([])
        chapters[-1] += neutral(block, language)
        if isinstance(block, b.Findings):
            chapters[-1] += form.findings(block, language)
        if isinstance(block, b.Signature):
            chapters[-1] += [form.dash] * len(block.recipients)
        if isinstance(block, b.Document) and form.is_marked:
            chapters[-1].append(block.letterhead.invented_mark)
    return chapters


def _opens(block: Any) -> bool:
    return isinstance(block, b.Appendix) or (isinstance(block, b.Heading) and block.level == 1)


def cut_at(texts: Sequence[str], heads: Sequence[list[str]]) -> list[list[str]]:
    """The texts of a form, cut where the chapters begin."""
    cut: list[list[str]] = [[]]
    waiting = [" ".join(words(head)) for head in heads]
    for place, text in enumerate(texts):
        if waiting and (text == waiting[0] or _continues(texts, place, waiting[0])):
            cut.append([])
            waiting.pop(0)
        cut[-1].append(text)
    assert not waiting, f"no chapter {waiting[0]!r}"
    return cut


def _continues(texts: Sequence[str], place: int, head: str) -> bool:
    """Whether a head that a form writes in several lines begins here."""
    return head.startswith(texts[place] + " ") and " ".join(texts[place : place + 4]).startswith(head)


@every_form
@every_report
def test_each_form_has_the_words_of_the_blocks(told: Any, form: str, report: tuple[str, str, str]) -> None:
    blocks, texts = told(form, report)
    expected = chapters_of(blocks, FORMS[form], report[2])
    heads = [neutral(block, report[2])[:2] for block in blocks if _opens(block)]
    found = cut_at(texts, heads)
    assert len(found) == len(expected)
    for place, (said, shown) in enumerate(zip(expected, found, strict=True)):
        kept = words if place else words_of_head
        lacking, more = Counter(kept(said)), Counter(kept(shown))
        assert (+(lacking - more), +(more - lacking)) == (Counter(), Counter()), (place, said[:1])


@every_form
@every_report
def test_each_form_has_the_numbers_of_the_blocks(told: Any, form: str, report: tuple[str, str, str]) -> None:
    blocks, texts = told(form, report)
    expected = [text for chapter in chapters_of(blocks, FORMS[form], report[2]) for text in chapter]
    numbers = Counter(NUMBER.findall(" ".join(words(expected))))
    assert Counter(NUMBER.findall(" ".join(texts))) == numbers
    assert sum(numbers.values()) > 500


@every_form
@every_report
def test_each_form_tells_in_the_same_order(told: Any, form: str, report: tuple[str, str, str]) -> None:
    """Sentences, points and headings follow each other as the blocks do."""
    blocks, texts = told(form, report)
    said = [
        " ".join(words([text]))
        for block in blocks
        if isinstance(block, (b.Paragraph, b.BulletList, b.Heading))
        for text in neutral(block, report[2])
    ]
    shown = iter(texts)
    assert [text for text in said if text not in shown] == []


# --- the same bytes --------------------------------------------------------------------------------------------------

_EXPORT = """
import sys
from importlib.metadata import entry_points
(point,) = entry_points(group="nbconvert.exporters", name=sys.argv[1])
content, _ = point.load()().from_filename(sys.argv[2])
sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
"""


@every_form
def test_the_same_bytes_wherever_it_is_made(real_report: Callable[..., Any], form: str, tmp_path: Path) -> None:
    """In another process, folder, time zone and language of the machine, with other seeds of hashing."""
    notebook = tmp_path / "03_report.ipynb"
    nbformat.write(real_report(*REPORTS[0]).notebook, notebook)
    made = []
    for seed, zone, locale in (("1", "Asia/Ho_Chi_Minh", "C"), ("2", "America/Anchorage", "C.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        given = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        done = subprocess.run(
            [sys.executable, "-c", _EXPORT, FORMS[form].exporter, str(notebook)],
            cwd=folder, env=os.environ | given, capture_output=True, check=True, timeout=300,
        )  # fmt: skip
        made.append(done.stdout)
    assert made[0] == made[1]
    assert len(made[0]) > 10_000
