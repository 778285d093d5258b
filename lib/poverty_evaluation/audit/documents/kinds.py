"""Tiêu đề hay ý: which pieces are headings, from their marker, length, capitals and emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from poverty_evaluation.audit.documents.markers import RANK_BOLD, RANK_CAPITALS, RANK_STAR, Marker
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.documents.wrapping import is_capitals

#: A heading is no longer than this; one without a number is shorter.
_LONGEST, _LONGEST_BARE = 220, 160
_RANK_LETTER, _RANK_LETTER_UNDER_ROMAN = 4, 6
_COUNTED = re.compile(
    r"\d[\d.,]{0,20}\s{0,2}(?:%|đ\b|đồng|triệu|tỷ|tỉ|nghìn|hộ|người|lượt|khẩu|lớp|buổi|cuộc|suất|thẻ|nhà|kg|tấn|ha\b|con\b"
    r"|cây|mô hình)",
    re.IGNORECASE,
)
#: "Nhà văn hóa xã: 13/16 xã": a figure behind a colon is told, a year may belong to a name.
_TOLD = re.compile(r":[^:]{0,200}?(?<![\d/.-])(?!(?:19|20)\d\d(?!\d))\d")
_CAPTION = re.compile(r"(?:phụ\s)?(?:biểu|bảng|mẫu)(?:\ssố)?\s[\d.]", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[.;!?]\s+[^\W\d_]")


def give_kinds(text: str, pieces: Sequence[Piece]) -> None:
    """Say of each piece that may be a heading whether it is one, and of what rank."""
    letters_first = _letters_stand_over_romans(pieces)
    for place, piece in enumerate(pieces):
        if piece.kind is BlockKind.CELL or piece.is_item or piece.end - piece.start > _LONGEST:
            continue
        if piece.rank is not None:
            piece.kind = BlockKind.HEADING
            if piece.marker and piece.marker.rank is not None:
                piece.rank = piece.marker.rank
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        rank = _rank(text[piece.start : piece.end], piece, pieces[place - 1 : place], following)
        if rank == RANK_CAPITALS and piece.marker is None and _is_caption(text, pieces, place):
            rank = RANK_BOLD
        if rank == _RANK_LETTER and not letters_first:
            rank = _RANK_LETTER_UNDER_ROMAN
        if rank is not None:
            piece.kind, piece.rank = BlockKind.HEADING, rank


def _is_caption(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether capitals without a number name a table: one that follows, or whose number stands before."""
    before = text[pieces[place - 1].start : pieces[place - 1].end][:40] if place else ""
    own = text[pieces[place].start : pieces[place].start + 40]
    follows = any(piece.kind is BlockKind.CELL for piece in pieces[place + 1 : place + 3])
    return place > 8 and (follows or bool(_CAPTION.match(before) or _CAPTION.match(own)))


def _letters_stand_over_romans(pieces: Sequence[Piece]) -> bool:
    keys = (piece.marker.key for piece in pieces if piece.marker and piece.marker.key in ("A", "I"))
    return next(keys, "A") == "A"


def _rank(words: str, piece: Piece, before: Sequence[Piece], following: Piece | None) -> int | None:
    """The rank of a heading, None for what is none."""
    marker = piece.marker
    if not any(map(str.isalpha, words)):
        return marker.rank if marker and marker.rank is not None and marker.rank <= 1 else None
    if marker is None:
        if len(words) > _LONGEST_BARE or words[-1] in ";,":
            return None
        return RANK_CAPITALS if is_capitals(words) and words[-1] != ":" else RANK_BOLD if piece.bold else None
    if marker.rank is not None:
        return marker.rank if _is_title(words, marker, piece, before, following) else None
    if marker.key == "*" and (piece.bold or _names(words, piece)):
        return RANK_STAR
    return None


def _names(words: str, piece: Piece) -> bool:
    """A line under a star that names what follows: emphasised, or ended by a colon, without figures."""
    if len(words) > _LONGEST_BARE or words[-1] in ".;,":
        return False
    return (piece.emphasised or words.rstrip("* ").endswith(":")) and not any(map(str.isdigit, words))


def _is_title(words: str, marker: Marker, piece: Piece, before: Sequence[Piece], following: Piece | None) -> bool:
    """Whether a short line with a section's number is a heading and not an item that counts something."""
    if piece.bold or is_capitals(words):
        return True
    if _TOLD.search(words) or words[-1] in ";," or _SENTENCE_INSIDE.search(words) or _COUNTED.search(words):
        return False
    if marker.key in ("a", "(1)", "(a)"):
        beside = [*before, following] if following is not None else before
        listed = any(
            other.kind is BlockKind.ITEM and other.marker is not None and other.marker.key == marker.key
            for other in beside
        )
        return words[-1] not in ".:" and not listed and following is not None
    return ":" not in words or words[-1] == ":" or words.index(":") < 40
