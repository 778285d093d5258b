"""Số trong ô bảng: a cell "2018" among other numbers of its column counts something, it names no year."""

from __future__ import annotations

import re

from poverty_evaluation.audit.documents.source import BlockKind, SourceText

_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d")
_NUMBER = re.compile(r"[-+]?\d[\d.,]*\s?%?")
_LONGEST = 40


def counts_like_years(source: SourceText) -> set[int]:
    """Where the cells begin that read like years and are none: they stand below the first row of numbers, in a column
    that holds other numbers and is not headed as one of years."""
    found: set[int] = set()
    for indices in source.tables.values():
        cells = [
            (block, source.plain[block.start : block.end].strip())
            for block in (source.blocks[index] for index in indices)
            if block.kind is BlockKind.CELL and block.end - block.start <= _LONGEST
        ]
        numbers = [
            (block, words) for block, words in cells if _NUMBER.fullmatch(words) and not _YEAR.fullmatch(words)
        ]  # fmt: skip
        first = min((block.row for block, _ in numbers if block.column), default=None)
        if first is None:
            continue
        counted = {block.column for block, _ in numbers}
        named = {block.column for block, words in cells if block.row < first and re.search(r"(?<!\w)năm\W*$", words)}
        found.update(
            block.start
            for block, words in cells
            if block.column and block.row >= first and block.column in counted - named and _YEAR.fullmatch(words)
        )
    return found
