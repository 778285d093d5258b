"""Các phần của văn bản: pieces of a text in their order, before it is known what stands under what."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.audit.documents.markers import Marker
from poverty_evaluation.audit.documents.source import BlockKind


@dataclass(slots=True)
class Piece:
    """A heading, paragraph, item or cell: text[start:end] without its marker.

    rank: of a heading, the lower the higher it stands; indent: how far a list's item is set in, in spaces; adjacent:
    no blank line stands between it and the piece before; is_item: the file says that it is the item of a list.
    """

    start: int
    end: int
    kind: BlockKind
    marker: Marker | None = None
    rank: int | None = None
    indent: int = 0
    bold: bool = False
    emphasised: bool = False
    adjacent: bool = False
    is_item: bool = False
    table: int | None = None
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
