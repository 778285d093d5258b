"""Tệp PDF: the paragraphs, headings, lists and tables of a PDF file, by its tags or else by where its words stand.

Lines are those of the text that was read: a paragraph is one line, whatever the width of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.audit.documents.draft import Cell, Draft
from poverty_evaluation.audit.documents.markers import opening_of
from poverty_evaluation.audit.documents.pdf_items import PageTable, Paragraph
from poverty_evaluation.audit.documents.pdf_layout import laid_out_items
from poverty_evaluation.audit.documents.pdf_pages import read_pages
from poverty_evaluation.audit.documents.pdf_tags import tagged_items
from poverty_evaluation.audit.documents.problems import unreadable
from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.vocabulary.errors import InputError

#: A scanned document may have fewer words a page than this (a stamp, a page number).
_FEW = 5
_ENDED = (".", ":", ";", "!", "?", "/.", "…")


def pdf_source(data: bytes, file: str) -> SourceText:
    """The text of a PDF file. InputError for one that is damaged, wants a password or is a scan without text."""
    pages = read_pages(data, file)
    words = sum(len(page.words) for page in pages)
    if words < _FEW * len(pages) and any(page.has_image for page in pages):
        raise _scan(file)
    writer = _Writer()
    for number, items in enumerate(tagged_items(pages) or laid_out_items(pages)):
        writer.page(items, first=number == 0)
    writer.flush()
    return writer.draft.source(file)


def _scan(file: str) -> InputError:
    return unreadable(
        file,
        ("bản chụp (scan) không có chữ", "a scan: images of pages, no text"),
        ("Nhận dạng chữ (OCR) rồi lưu lại, hoặc dùng tệp gốc .docx.",
         "Recognise the text (OCR) and save it again, or use the original .docx."),
        ("PDF có chữ", "a PDF with text"),
    )  # fmt: skip


class _Writer:
    """Puts pages together: paragraphs and tables that go on with the next page become one."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._paragraph: Paragraph | None = None
        self._table: PageTable | None = None
        self._begins: list[int] = []  # pages: letters of the open paragraph, rows of the open table

    def page(self, items: Sequence[Paragraph | PageTable], first: bool) -> None:
        """The next page."""
        left = list(items)
        top = left[0] if left else None
        if self._paragraph is not None and isinstance(top, Paragraph) and _goes_on(self._paragraph, top):
            self._begins.append(len(self._paragraph.words) + 1)
            self._paragraph.words += f" {top.words}"
            self._paragraph.open_end = top.open_end
            del left[0]
        elif self._table is not None and isinstance(top, PageTable) and top.width == self._table.width > 0:
            self._begins.append(self._table.height)
            self._table = _continued(self._table, top)
            del left[0]
        else:
            self.flush()
            if first:
                self.draft.first_page()
            else:
                self.draft.page()
        for item in left:
            self.flush()
            if isinstance(item, Paragraph):
                self._paragraph = item
            else:
                self._table = item

    def flush(self) -> None:
        """Write what is open."""
        if self._paragraph is not None:
            for begin in self._begins:
                self.draft.page(self._paragraph.words[:begin])
            self.draft.line(self._paragraph.words, self._paragraph.hint)
        elif self._table is not None:
            self.draft.table(self._table.cells, frozenset(self._begins))
        self._paragraph, self._table, self._begins = None, None, []


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a page begins in the middle of a paragraph."""
    if not above.open_end or above.hint.rank is not None or below.hint.rank is not None:
        return False
    if above.words.rstrip("\"”') ").endswith(_ENDED) or opening_of(below.words[:80]).marker is not None:
        return False
    if below.words[0].islower():
        return True
    return len(above.words) > 60 and not below.words[:40].isupper() and above.hint.bold == below.hint.bold


def _continued(above: PageTable, below: PageTable) -> PageTable:
    """A table with the rows of the next page, but for a head that is printed again."""
    again = 0
    while again < below.height and below.row(again) and below.row(again) == above.row(again) and again < 4:
        again += 1
    moved = [
        Cell(cell.words, cell.row - again + above.height, cell.column, cell.row_span, cell.column_span)
        for cell in below.cells
        if cell.row >= again
    ]
    return PageTable(above.cells + moved)
