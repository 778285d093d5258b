"""Văn bản mất ngắt dòng: a line in which items follow each other without line breaks, cut where that is plain."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from poverty_evaluation.audit.documents.markers import Marker, opening_of, read_marker
from poverty_evaluation.audit.documents.pieces import Piece
from poverty_evaluation.audit.documents.source import BlockKind

#: A place where an item may begin: behind the end of a sentence, a colon or a semicolon.
_PLACE = re.compile(r"[.:;](?:/\.)?[*_]{0,3}[ \t]{1,4}(?=[-–—+*•(IVXLA-HĐKa-zđ0-9][^\n]{2})")

#: Beyond so many places a line is no report's.
_MOST_PLACES = 20_000


def split_inline(text: str, piece: Piece) -> list[Piece]:
    """The piece, or the pieces that stand in it one behind the other."""
    pieces, end = [piece], piece.end
    counted = {piece.marker.key: piece.marker.number or 0} if piece.marker else {}
    for found in islice(_PLACE.finditer(text, piece.start, end), _MOST_PLACES):
        at = found.end()
        if read := _marker(text, at, counted):
            marker, content = read
            if marker.number is not None:
                counted[marker.key] = marker.number
                for key in [key for key in counted if len(key) > len(marker.key) or marker.key == "I"]:
                    if key != marker.key:
                        del counted[key]
            pieces[-1].end = found.start() + len(found.group().rstrip())
            pieces.append(replace(piece, start=content, end=end, kind=BlockKind.ITEM, marker=marker, bold=False,
                                  emphasised=False, adjacent=True))  # fmt: skip
    return pieces


def _marker(text: str, at: int, counted: dict[str, int]) -> tuple[Marker, int] | None:
    """The marker at a place within a line, if it is surely one: a list's mark, or a number that counts on."""
    window = text[at : at + 60]
    opening = opening_of(window)
    marker = opening.marker
    if marker is None or opening.start >= len(window):
        return None
    if marker.rank is None:
        return (marker, at + opening.start) if window[1:2].isspace() else None
    if (first := read_marker(window, 0)) is None or marker.rank <= 3 or not window[first[1] : first[1] + 1].isspace():
        return None
    expected = counted.get(marker.key, 0) + 1
    return (marker, at + opening.start) if marker.number == expected else None
