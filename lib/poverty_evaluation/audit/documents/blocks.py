"""Đoạn, mục, ý: the headings, paragraphs, items and tables of a plain or Markdown text, as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.audit.documents.inline import split_inline
from poverty_evaluation.audit.documents.kinds import give_kinds
from poverty_evaluation.audit.documents.lines import Line, is_contents, lines_of
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.plain_tables import is_ruling, table_at
from poverty_evaluation.audit.documents.source import Block, BlockKind, SourceText, normalised
from poverty_evaluation.audit.documents.tree import blocks_of
from poverty_evaluation.audit.documents.wrapping import Wrapping


def plain_source(text: str, file: str = "") -> SourceText:
    """A plain or Markdown text as a source; form feeds part pages."""
    tidy = normalised(text)
    last = len(tidy.rstrip())
    pages = [0] if "\f" in tidy else []
    at = tidy.find("\f", 0, last)
    while at >= 0:
        pages.append(at + 1)
        at = tidy.find("\f", at + 1, last)
    return SourceText(file, tidy, text_blocks(tidy), tuple(pages))


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text (NFC, "\\n" between its lines), in its order; they never overlap."""
    pieces = pieces_of(text, lines_of(text))
    give_kinds(text, pieces)
    return blocks_of(text, pieces)


def pieces_of(text: str, lines: Sequence[Line], wrapped: bool = True) -> list[Piece]:
    """The pieces of lines: wrapped ones joined, those that lost their breaks split, tables cut into cells.

    wrapped: whether a line may end because it was full.
    """
    wrapping = Wrapping(text, lines if wrapped else ())
    pieces: list[Piece] = []
    tables, at, last, looked = 0, 0, None, 0
    while at < len(lines):
        if at >= looked:
            cells, looked = table_at(text, lines, at, tables)
            if cells:
                pieces += cells
                tables, at, last = tables + 1, looked, None
                continue
        line, at = lines[at], at + 1
        if line.is_rule or is_contents(text, line) or is_ruling(text, line):
            last = None
        elif last is not None and wrapping.continues(last, line):
            pieces[-1].end = line.end
            last = line
        else:
            pieces += split_inline(text, _piece(line))
            last = line
    return pieces


def _piece(line: Line) -> Piece:
    opening = line.opening
    kind = BlockKind.ITEM if opening.marker else BlockKind.PARAGRAPH
    return Piece(
        line.content, line.end, kind, opening.marker, line.rank, line.indent, line.is_bold, line.is_emphasised,
        line.adjacent, line.is_item,
    )  # fmt: skip
