"""Bản ghi: the text of a DOCX, HTML or PDF file as it is written out, with what the file says of lines and cells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from poverty_evaluation.audit.documents.blocks import pieces_of
from poverty_evaluation.audit.documents.kinds import give_kinds
from poverty_evaluation.audit.documents.lines import Hint, lines_of
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.source import BlockKind, SourceText
from poverty_evaluation.audit.documents.tree import blocks_of

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00"))
#: Bullets of symbol fonts as they are seen.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF0FC: "•", 0xF02D: "-", 0xF02B: "+"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAKS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: dict[int, str | None] = {**_INVISIBLE, **_SYMBOLS}
#: Few words hold any of these.
_UNTIDY = re.compile("[\r\x0b\x0c\x85\u2028\u2029" + "".join(map(chr, _UNSEEN)) + "]")
_RANK_FIRST, _RANK_SECOND = 5, 7


def rank_of_level(level: int) -> int:
    """The rank of a heading of a level counted from 0: the first ranks as "I.", the second as "1."."""
    return _RANK_FIRST if level <= 0 else _RANK_SECOND - 1 + level


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and its place in it."""

    words: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Draft:
    """Written from top to bottom: lines, tables, begins of pages."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._hints: dict[int, Hint] = {}
        self._tables: list[list[Piece]] = []
        self._pages: list[int] = []

    def line(self, words: str, hint: Hint | None = None) -> None:
        """A paragraph; "\\n" inside it parts lines."""
        tidy = tidied(words).strip()
        if not tidy:
            return
        self._hints[self._at] = hint or Hint()
        self._write(tidy + "\n")

    def table(self, cells: list[Cell], pages: frozenset[int] = frozenset()) -> None:
        """A table: one line for a row, a tab between its cells; cells in the order of rows and columns.

        pages: the rows with which a page begins.
        """
        pieces, row = [], cells[0].row if cells else 0
        self._break()
        for number, cell in enumerate(cells):
            if cell.row != row:
                self._write("\n")
                if any(row < page <= cell.row for page in pages):
                    self.page()
                row = cell.row
            elif number:
                self._write("\t")
            words = tidied(cell.words).strip()
            start = self._at
            self._write(words)
            if words:
                pieces.append(
                    Piece(start, self._at, BlockKind.CELL, table=len(self._tables), row=cell.row, column=cell.column,
                          row_span=cell.row_span, column_span=cell.column_span)
                )  # fmt: skip
        if pieces:
            self._write("\n\n")
            self._tables.append(pieces)

    def first_page(self) -> None:
        """The file has pages, even if only one."""
        self._pages = self._pages or [0]

    def page(self, ahead: str = "") -> None:
        """A further page begins here, or behind the words of the line to come that still stand on the page before."""
        self.first_page()
        self._pages.append(self._at + len(tidied(ahead).lstrip()))

    def source(self, file: str) -> SourceText:
        """What was written, with its blocks."""
        text = "".join(self._parts)
        pieces: list[Piece] = []
        at = 0
        for cells in [*self._tables, []]:
            end = cells[0].start if cells else len(text)
            lines = lines_of(text, at, end, self._hints)
            pieces += pieces_of(text, lines, wrapped=False)
            pieces += cells
            at = cells[-1].end if cells else end
        _number_tables(pieces)
        give_kinds(text, pieces)
        pages = [start for start in self._pages if start < len(text.rstrip())]
        return SourceText(file, text, blocks_of(text, pieces), tuple(pages))

    def _break(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n\n"):
            self._write("\n")

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._at += len(words)


def _number_tables(pieces: list[Piece]) -> None:
    """Count the tables that the file has and those typed in its lines in one order."""
    number, before = -1, None
    for piece in pieces:
        if piece.table is None:
            before = None
            continue
        key = (piece.table, piece.row)
        if before is None or piece.table != before[0] or piece.row < before[1]:
            number += 1
        before = key
        piece.table = number


def tidied(words: str) -> str:
    """NFC, without letters that cannot be seen, with one kind of line end."""
    if _UNTIDY.search(words):
        words = _BREAKS.sub("\n", words).translate(_UNSEEN)
    return unicodedata.normalize("NFC", words)


def raised(words: str) -> str:
    """Digits set above the line as such: "m²", and the mark of a footnote is no digit of the number before it."""
    return words.translate(_RAISED)
