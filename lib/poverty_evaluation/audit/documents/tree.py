"""Cây của văn bản: what stands under what, from the order, markers and words of the pieces of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_evaluation.audit.documents.markers import RANK_BOLD
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.source import Block, BlockKind

_CLOSING = "\"”’')*_ "
#: An item set in by so many spaces more than its like stands under it.
_STEP = 2
#: No report nests deeper.
_DEEPEST = 40
_INTRODUCING = ("trong đó", "cụ thể", "như sau", "bao gồm", "gồm", "gồm có", "chia ra", "kết quả", "như")


@dataclass(slots=True)
class _Open:
    """A piece under which others may still stand. key: what its like share, "" for a paragraph."""

    index: int
    key: str
    rank: int | None
    indent: int
    number: int | None = None
    introduces: bool = False


def blocks_of(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks with parent and level."""
    tree = _Tree(text)
    return tuple(tree.add(piece) for piece in pieces)


class _Tree:
    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[Block] = []
        self._open: list[_Open] = []
        self._before: list[_Open] = []  # the list that a paragraph interrupted

    def add(self, piece: Piece) -> Block:
        if piece.kind is BlockKind.CELL:
            block = self._block(piece, self._heading())
            self._before = []
        elif piece.kind is BlockKind.HEADING:
            block = self._add_heading(piece)
        elif piece.kind is BlockKind.ITEM:
            block = self._add_item(piece)
        else:
            block = self._add_paragraph(piece)
        self._blocks.append(block)
        return block

    def _block(self, piece: Piece, parent: int | None) -> Block:
        is_cell = piece.kind is BlockKind.CELL
        level = 0 if parent is None or is_cell else self._blocks[parent].level + 1
        return Block(
            piece.start, piece.end, piece.kind, piece.marker.printed if piece.marker else "", level, parent,
            piece.table, piece.row, piece.column, piece.row_span, piece.column_span,
        )  # fmt: skip

    def _push(self, piece: Piece, key: str, rank: int | None = None) -> None:
        number = piece.marker.number if piece.marker else None
        del self._open[_DEEPEST:]
        introduces = introduces_more(self._text, piece)
        self._open.append(_Open(len(self._blocks), key, rank, piece.indent, number, introduces))

    def _top(self) -> int | None:
        return self._open[-1].index if self._open else None

    def _heading(self) -> int | None:
        """The heading, or numbered paragraph, above."""
        return next((entry.index for entry in reversed(self._open) if entry.rank is not None), None)

    def _add_heading(self, piece: Piece) -> Block:
        rank = RANK_BOLD if piece.rank is None else piece.rank
        self._before = []
        while self._open and not ((above := self._open[-1].rank) is not None and above < rank):
            self._open.pop()
        block = self._block(piece, self._top())
        self._push(piece, piece.marker.key if piece.marker else "", rank)
        return block

    def _add_paragraph(self, piece: Piece) -> Block:
        top = self._open[-1] if self._open else None
        if top is not None and top.key and top.introduces:  # "- Trợ cấp:" and its text in the next line
            block = self._block(piece, top.index)
            self._push(piece, "")
            return block
        if any(entry.key and entry.rank is None for entry in self._open):
            self._before = list(self._open)
        while self._open and self._open[-1].rank is None:
            self._open.pop()
        block = self._block(piece, self._top())
        self._push(piece, "")
        return block

    def _add_item(self, piece: Piece) -> Block:
        key = piece.marker.key if piece.marker else ""
        place = self._sibling(self._open, piece, key)
        if place is None and self._before and not (self._open and self._open[-1].introduces):
            place = self._sibling(self._before, piece, key)
            self._open = self._before if place is not None else self._open
        if place is not None:
            rank = self._open[place].rank
            del self._open[place:]
        elif (rank := self._section(piece)) is not None:
            return self._add_heading(piece)
        self._before = []
        block = self._block(piece, self._top())
        self._push(piece, key, rank)
        return block

    def _section(self, piece: Piece) -> int | None:
        """The rank of a long numbered paragraph that counts on where headings do; None for an item of a list."""
        marker = piece.marker
        if piece.is_item or marker is None or marker.rank is None or marker.rank >= RANK_BOLD - 3:
            return None
        if marker.number == 1 and self._open and self._open[-1].introduces:
            return None
        piece.rank = marker.rank
        return piece.rank

    def _sibling(self, entries: Sequence[_Open], piece: Piece, key: str) -> int | None:
        """The place of the item's like in the list it continues: that set in as far, else the nearest set in deeper."""
        deeper = None
        for place in range(len(entries) - 1, -1, -1):
            entry = entries[place]
            if entry.key == key and piece.indent < entry.indent + _STEP and self._continues(entry, piece):
                if entry.indent < piece.indent + _STEP:
                    return place
                deeper = place if deeper is None else deeper
            if entry.rank is not None and entry.rank < RANK_BOLD:
                break
        return deeper

    @staticmethod
    def _continues(entry: _Open, piece: Piece) -> bool:
        number = piece.marker.number if piece.marker else None
        return number is None or entry.number is None or number > entry.number


def introduces_more(text: str, piece: Piece) -> bool:
    """Whether the words announce what follows: a colon, "trong đó", or no end of a sentence."""
    start = max(piece.start, piece.end - 60)
    tail = text[start : piece.end].rstrip(_CLOSING)
    if not tail:
        return False
    return tail[-1] == ":" or (tail[-1] not in ".;!?…" and tail.lower().endswith(_INTRODUCING)) or (
        piece.emphasised and piece.kind is BlockKind.ITEM
    )  # fmt: skip
