"""Đầu bảng: the headings of a table in one line, or in two where neighbouring columns share one; those of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from poverty_evaluation.evaluation.blocks import Column, Findings
from poverty_evaluation.presentation.wording import wording


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading over so many columns and lines; column: the one it belongs to, None for one that several share."""

    text: str
    across: int = 1
    down: int = 1
    column: Column | None = None


def head_lines(columns: Sequence[Column]) -> list[list[HeadCell]]:
    """The lines of headings from top to bottom. Adjacent columns of equal span share a head above their own."""
    if not any(column.span for column in columns):
        return [[HeadCell(column.heading, column=column) for column in columns]]
    above: list[HeadCell] = []
    below: list[HeadCell] = []
    for span, group in groupby(columns, key=lambda column: column.span):
        own = list(group)
        if span:
            above.append(HeadCell(span, across=len(own)))
            below += [HeadCell(column.heading, column=column) for column in own]
        else:
            above += [HeadCell(column.heading, down=2, column=column) for column in own]
    return [above, below]


def finding_headings(block: Findings, language: str) -> tuple[str, ...]:
    """Number, severity, kind, figures as printed, message, recomputation, place: as the block says, or our words."""
    return block.headings if len(block.headings) == 7 else default_finding_headings(language)


def default_finding_headings(language: str) -> tuple[str, ...]:
    """Number, severity, kind, figures as printed, message, recomputation, place."""
    words = wording(language)
    return (words.number, words.severity, words.kind, words.quote, words.message, words.computed, words.where)
