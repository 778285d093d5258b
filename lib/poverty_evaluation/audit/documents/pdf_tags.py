"""PDF có cấu trúc: paragraphs, headings, lists and tables as the tags of a PDF name them."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.audit.documents.draft import rank_of_level
from poverty_evaluation.audit.documents.grid import Grid
from poverty_evaluation.audit.documents.lines import Hint
from poverty_evaluation.audit.documents.pdf_columns import Extent, placed
from poverty_evaluation.audit.documents.pdf_items import PageTable, Paragraph, is_bold, joined
from poverty_evaluation.audit.documents.pdf_pages import Element, Page, Word

_INLINE = frozenset(
    (
        "Span",
        "Link",
        "Reference",
        "Em",
        "Strong",
        "Annot",
        "Lbl",
        "LBody",
        "Quote",
        "Code",
        "Sub",
        "Ruby",
        "BibEntry",
        "",
    )
)
_LEFT_OUT = frozenset(("Artifact", "TOC", "TOCI", "Figure", "NonStruct:Artifact"))
#: A document whose tags hold fewer of its words is read by positions.
_ENOUGH = 0.4


def tagged_items(pages: Sequence[Page]) -> list[list[Paragraph | PageTable]] | None:
    """What each page holds by its tags; None for a document whose tags do not hold its text."""
    words, held, items = 0, 0, []
    for page in pages:
        reader = _Reader(page.words)
        for root in page.tags:
            reader.flow(root)
        reader.flush()
        items.append(reader.items)
        words, held = words + len(page.words), held + reader.held
    return items if words and held >= _ENOUGH * words else None


class _Reader:
    """Reads the elements of one page in their order."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.items: list[Paragraph | PageTable] = []
        self.held = 0
        self._marked: dict[int, list[Word]] = {}
        for word in words:
            self._marked.setdefault(word.mark, []).append(word)
        self._marked.pop(-1, None)
        self._words: list[Word] = []
        self._rank: int | None = None
        self._lists = 0
        self._label_only = False

    def flow(self, element: Element) -> None:
        """The paragraphs and tables of an element."""
        if element.kind in _LEFT_OUT:
            self.held += sum(len(self._take(mark)) for mark in _marks(element))
            return
        if element.kind == "Table":
            self.flush()
            self._table(element)
            return
        block = element.kind not in _INLINE
        if block and not self._label_only:
            self.flush()
        if len(element.kind) == 2 and element.kind[0] == "H" and element.kind[1] in "123456":
            self._rank = rank_of_level(int(element.kind[1]) - 1)
        self._lists += element.kind == "L"
        for child in element.children:
            if isinstance(child, Element):
                self.flow(child)
            else:
                self._words += self._take(child)
        self._label_only = element.kind == "Lbl" and bool(self._words)
        if block:
            self.flush()
            self._rank = None
        self._lists -= element.kind == "L"

    def flush(self) -> None:
        """The words since the last paragraph as one of their own."""
        if self._words:
            hint = Hint(self._rank, is_bold(self._words), 4 * max(0, self._lists - 1))
            self.items.append(Paragraph(joined(self._words), hint))
        self._words, self._label_only = [], False

    def _take(self, mark: int) -> list[Word]:
        words = self._marked.pop(mark, [])
        self.held += len(words)
        return words

    def _table(self, table: Element) -> None:
        grid, extents = Grid(), []
        for row in _rows(table):
            grid.next_row()
            for cell in row.children:
                if isinstance(cell, Element) and cell.kind in ("TD", "TH"):
                    grid.open_cell(cell.row_span, cell.column_span)
                    paragraphs = self._paragraphs(cell)
                    grid.close_cell("\n".join(filter(None, map(joined, paragraphs))))
                    extents.append(_extent([word for words in paragraphs for word in words]))
        if any(cell.words for cell in grid.cells):
            self.items.append(PageTable(placed(grid.cells, extents)))

    def _paragraphs(self, cell: Element) -> list[list[Word]]:
        """The words of a cell by its paragraphs."""
        found: list[list[Word]] = [[]]
        stack: list[Element | int] = list(reversed(cell.children))
        while stack:
            child = stack.pop()
            if isinstance(child, int):
                found[-1] += self._take(child)
            elif child.kind not in _LEFT_OUT:
                if child.kind not in _INLINE and found[-1]:
                    found.append([])
                stack += reversed(child.children)
        return found


def _extent(words: Sequence[Word]) -> Extent:
    return (min(word.left for word in words), max(word.right for word in words)) if words else None


def _rows(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table.children:
        if isinstance(child, Element):
            rows += [child] if child.kind == "TR" else _rows(child) if child.kind != "Caption" else []
    return rows


def _marks(element: Element) -> list[int]:
    found: list[int] = []
    stack: list[Element | int] = [element]
    while stack:
        child = stack.pop()
        if isinstance(child, int):
            found.append(child)
        else:
            stack += child.children
    return found
