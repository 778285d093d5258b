"""Bề rộng chữ: how wide a line is printed, by the metrics of Liberation Serif, which are those of Times New Roman."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping

from poverty_evaluation.presentation.fonts import FOLDER

_POINT_MM = 25.4 / 72
_UNKNOWN_EM = 0.6


def line_mm(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in millimetres at a size in points."""
    widths = _widths("LiberationSerif-Bold.ttf" if bold else "LiberationSerif-Regular.ttf")
    ems = sum(widths.get(ord(character), _UNKNOWN_EM) for character in unicodedata.normalize("NFC", text))
    return ems * size * _POINT_MM


def balanced_mm(text: str, size: float, bold: bool, room_mm: float) -> float:
    """The narrowest width at which the text takes no more lines than in all the room."""
    words = [line_mm(word, size, bold) for word in text.split()]
    space = line_mm(" ", size, bold)
    fewest = _lines(words, space, room_mm)
    low, high = max(words, default=0.0), room_mm
    for _ in range(10):
        middle = (low + high) / 2
        low, high = (middle, high) if _lines(words, space, middle) > fewest else (low, middle)
    return high


def _lines(words: list[float], space: float, room: float) -> int:
    count, reached = 1, 0.0
    for word in words:
        wanted = reached + (space if reached else 0.0) + word
        if reached and wanted > room:
            count, wanted = count + 1, word
        reached = wanted
    return count


@functools.cache
def _widths(file: str) -> Mapping[int, float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # only a printed head is measured so exactly

    font = TTFont(FOLDER / file, lazy=True)
    metrics, scale = font["hmtx"], font["head"].unitsPerEm
    return {code: metrics[name][0] / scale for code, name in font.getBestCmap().items()}
