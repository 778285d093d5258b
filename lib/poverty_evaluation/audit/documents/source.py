"""Văn bản được rà: the text of a file with its lines, pages, blocks and tables, every one by offset into the text."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from poverty_evaluation.audit.lexicon import begun

#: The two placements of a tone mark (hòa, hoà) as one; the length of the text stays the same.
_OLD = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_NEW = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_TONE_PLACEMENT = dict(zip(_OLD, _NEW, strict=True))
_SAME = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "–": "-", "—": "-", "−": "-", "‐": "-", "“": '"', "”": '"',
    "’": "'", "‘": "'",
}  # fmt: skip

#: "cùng kì", "nhiệm kì": the other spelling of kỳ.
_KI = re.compile(begun("kì") + r"(?!\w)")


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a line of a list: "- …", "+ …", "a) …"
    CELL = "cell"  # of a table


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item of a list or cell of a table: text[start:end], without its marker.

    marker: "II.", "1.1.", "-", "+", "a)" as printed, empty when there is none; level: depth below the top, 0 for what
    is not nested (cells: 0); parent: index of the block it stands under: for an item the paragraph or item that
    introduces it, for others the heading above; None at the top. table, row, column: the place of a cell, from 0.
    """

    start: int
    end: int
    kind: BlockKind
    marker: str = ""
    level: int = 0
    parent: int | None = None
    table: int | None = None
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class SourceText:
    """A text as it was read.

    text: NFC, one "\\n" between lines; offsets everywhere count its characters from 0. page_starts: the offset at which
    each page begins, empty where the file has no pages.
    """

    file: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: Sequence[int] = field(default=())

    @cached_property
    def plain(self) -> str:
        """The text for matching, of the same length: lower case, one placement of tones, plain dashes and spaces."""
        return plain_text(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect.bisect_right(self._line_starts, offset)

    def page_of(self, offset: int) -> int | None:
        """The page of an offset, counted from 1; None where the file has no pages."""
        return bisect.bisect_right(self.page_starts, offset) or None

    @cached_property
    def tables(self) -> dict[int, list[int]]:
        """The blocks of each table's cells, in their order."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.blocks):
            if block.table is not None:
                found.setdefault(block.table, []).append(index)
        return found


def plain_text(text: str) -> str:
    """Lower case, one placement of tones, one spelling of kỳ, plain dashes, spaces and quotes; as long as the text."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for old, new in (*_TONE_PLACEMENT.items(), *_SAME.items()):
        lowered = lowered.replace(old, new)
    return _KI.sub("kỳ", lowered)


def normalised(text: str) -> str:
    """NFC with one kind of line end: what `SourceText.text` holds."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return unicodedata.normalize("NFC", tidy)
