"""Tệp Word: the paragraphs, automatic numbers, tables and footnotes of a .docx file, as they would be printed.

What was inserted as a tracked change counts, what was deleted does not. Lines are those of the text that was read.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from poverty_evaluation.audit.documents.docx_numbering import Numbering, W, left_of, number
from poverty_evaluation.audit.documents.docx_styles import Styles, switched
from poverty_evaluation.audit.documents.draft import Cell, Draft, raised, rank_of_level
from poverty_evaluation.audit.documents.lines import Hint
from poverty_evaluation.audit.documents.markers import opening_of
from poverty_evaluation.audit.documents.problems import damaged, too_large
from poverty_evaluation.audit.documents.source import SourceText

#: No report's text is longer, unpacked.
_MOST_BYTES = 80_000_000
_PARTS = ("document", "styles", "numbering", "footnotes", "endnotes")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "instrText", "delText", "sectPr", "rPr"))
_FLOW = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_SPOKEN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_PAGE_MARK = "\x0e"  # stands where Word last began a page, until the line is written


def docx_source(data: bytes, file: str) -> SourceText:
    """The text of a .docx file. InputError for a file that is damaged or beyond any report's size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: _part(archive, name, file) for name in _PARTS}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise damaged(file, "Word (.docx)") from error
    root = parts["document"]
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise damaged(file, "Word (.docx)")
    reader = _Reader(Styles(parts["styles"]), Numbering(parts["numbering"]))
    reader.flow(body)
    for name, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        notes = parts[name]
        for note in () if notes is None else notes.findall(f"{W}{tag}"):
            if note.get(f"{W}type") in (None, "normal"):
                reader.flow(note)
    return reader.draft.source(file)


def _part(archive: zipfile.ZipFile, name: str, file: str) -> Any | None:
    """The root of a part of the package; None where it has none."""
    from lxml import etree

    try:
        info = archive.getinfo(f"word/{name}.xml")
    except KeyError:
        return None
    with archive.open(info) as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise too_large(file, f"> {_MOST_BYTES // 1_000_000} MB", f"{_MOST_BYTES // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(file, "Word (.docx)") from error


class _Reader:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.draft = Draft()
        self._styles = styles
        self._numbering = numbering
        self._kept = ""  # of a paragraph whose end was deleted

    def flow(self, parent: Any) -> None:
        """The paragraphs and tables of the body, a note or a text box."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in _FLOW:
                self.flow(child)
            elif child.tag == f"{_COMPATIBILITY}AlternateContent":
                self.flow(child[0])

    def _paragraph(self, paragraph: Any) -> None:
        words, boxes = self._words(paragraph)
        if _mark_deleted(paragraph):
            self._kept += words
        else:
            words, self._kept = self._kept + words, ""
            num, level = self._styles.numbering(paragraph)
            marker = self._numbering.marker(num, level) if num and words.strip() else ""
            self._line(paragraph, words, marker, level)
        for box in boxes:
            self.flow(box)

    def _line(self, paragraph: Any, words: str, marker: str, level: int) -> None:
        if _PAGE_MARK in words:
            before, *pages = words.split(_PAGE_MARK)
            for page in pages:
                self.draft.page(before if before.strip() else "")
                before += page
            words = before
        if self._styles.is_contents(paragraph):
            return
        heading = self._styles.level(paragraph) if len(words) < 400 else None
        hint = Hint(
            None if heading is None else rank_of_level(heading),
            self._is_bold(paragraph),
            self._indent(paragraph, level) if marker else 0,
        )
        if marker and opening_of(words[:80]).marker is not None and marker in "•-–—":
            marker = ""  # typed again by hand
        self.draft.line(f"{marker} {words.strip()}" if marker and words.strip() else words, hint)

    def _indent(self, paragraph: Any, level: int) -> int:
        """How far an item is set in, in spaces: four for a quarter of an inch."""
        num, _ = self._styles.numbering(paragraph)
        for left in (left_of(paragraph), self._numbering.left(num, level), self._styles.left(paragraph)):
            if left is not None:
                return left // 90
        return 4 * level

    def _words(self, element: Any) -> tuple[str, list[Any]]:
        """The words of a paragraph in their order, and the text boxes that hang in it."""
        parts: list[str] = []
        boxes: list[Any] = []
        stack = [iter(element)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            tag = child.tag
            if tag in (f"{W}t", _MATH_TEXT):
                parts.append(raised(child.text or "") if _is_raised(child) else child.text or "")
            elif tag == f"{W}br" and child.get(f"{W}type") in ("page", "column"):
                parts.append("\n")
            elif tag in _SPOKEN:
                parts.append(_SPOKEN[tag])
            elif tag == f"{W}lastRenderedPageBreak":
                parts.append(_PAGE_MARK)
            elif tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag == f"{_COMPATIBILITY}AlternateContent":
                stack.append(iter(child[:1]))
            elif tag not in _GONE and not _is_hidden(child):
                stack.append(iter(child))
        return "".join(parts), boxes

    def _is_bold(self, paragraph: Any) -> bool:
        """Whether every word of a paragraph is printed in bold."""
        by_style = self._styles.is_bold(paragraph)
        found = False
        for run in paragraph.iter(f"{W}r"):
            if not any((text.text or "").strip() for text in run.findall(f"{W}t")):
                continue
            properties = run.find(f"{W}rPr")
            own = None if properties is None else switched(properties, "b")
            if not (by_style if own is None else own):
                return False
            found = True
        return found

    def _table(self, table: Any) -> None:
        if next(table.iter(f"{W}tbl", f"{W}p"), None) is None:
            return
        if any(True for _ in _inner_tables(table)):  # a table around tables only arranges them on the page
            for row in _children(table, "tr"):
                for cell in _children(row, "tc"):
                    self.flow(cell)
            return
        self.draft.table(self._cells(table))

    def _cells(self, table: Any) -> list[Cell]:
        cells: list[Cell] = []
        above: dict[int, int] = {}  # column → the cell that goes on downwards
        for row_number, row in enumerate(row for row in _children(table, "tr") if not _row_deleted(row)):
            properties = row.find(f"{W}trPr")
            before = None if properties is None else properties.find(f"{W}gridBefore")
            column = 0 if before is None else min(number(before, f"{W}val"), 200)
            for cell in _children(row, "tc"):
                inner = cell.find(f"{W}tcPr")
                grid = None if inner is None else inner.find(f"{W}gridSpan")
                span = max(1, min(200, 1 if grid is None else number(grid, f"{W}val")))
                merge = None if inner is None else inner.find(f"{W}vMerge")
                if merge is not None and merge.get(f"{W}val", "continue") == "continue" and column in above:
                    whole = cells[above[column]]
                    cells[above[column]] = Cell(
                        whole.words, whole.row, whole.column, row_number - whole.row + 1, whole.column_span
                    )
                else:
                    above.pop(column, None)
                    if merge is not None:
                        above[column] = len(cells)
                    cells.append(Cell(self._cell_words(cell), row_number, column, 1, span))
                column += span
        return cells

    def _cell_words(self, cell: Any) -> str:
        lines = []
        for paragraph in cell.iter(f"{W}p"):
            words, _ = self._words(paragraph)
            words = words.replace(_PAGE_MARK, "").strip()
            num, level = self._styles.numbering(paragraph)
            marker = self._numbering.marker(num, level) if num and (words or len(cell.findall(f"{W}p")) == 1) else ""
            lines.append(f"{marker} {words}".strip() if marker not in ("•", "") else words)
        return "\n".join(line for line in lines if line)


def _children(parent: Any, name: str) -> list[Any]:
    """The rows of a table or cells of a row, also those within content controls."""
    found = []
    for child in parent:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag in _FLOW:
            found += _children(child, name)
    return found


def _inner_tables(table: Any) -> Any:
    found = table.iter(f"{W}tbl")
    next(found)
    return found


def _mark_deleted(paragraph: Any) -> bool:
    """Whether the end of a paragraph was deleted as a tracked change, so that it goes on in the next."""
    properties = paragraph.find(f"{W}pPr")
    run = None if properties is None else properties.find(f"{W}rPr")
    return run is not None and run.find(f"{W}del") is not None


def _row_deleted(row: Any) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _is_hidden(element: Any) -> bool:
    properties = element.find(f"{W}rPr") if element.tag == f"{W}r" else None
    return properties is not None and bool(switched(properties, "vanish"))


def _is_raised(text: Any) -> bool:
    run = text.getparent()
    found = run.find(f"{W}rPr/{W}vertAlign") if run is not None else None
    return found is not None and found.get(f"{W}val") == "superscript"
