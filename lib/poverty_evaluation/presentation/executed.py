"""Sổ tay đã chạy: the blocks that an executed notebook carries, in the order in which it shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from poverty_evaluation.evaluation.blocks import BLOCK_MIME, BLOCK_SCHEMA, Document, DocumentKind, block_from_plain


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a notebook shows it; charts bring their picture. plain: the block as the notebook holds it, in the
    form of `block_to_plain`."""

    block: Any
    svg: str = ""
    plain: Any = None


class UnreadableBlock(ValueError):
    """An output that claims to be a block of a report and is none that this version reads."""


def shown_blocks(notebook: Mapping[str, Any]) -> tuple[Shown, ...]:
    """Every block among the outputs of the notebook, empty for a notebook that is no report."""
    return tuple(_read(data) for data in _bundles(notebook))


def shown_in(text: str | bytes) -> tuple[Shown, ...]:
    """`shown_blocks` of the text of a notebook file. ValueError where it is no JSON."""
    try:
        notebook = orjson.loads(text)
    except orjson.JSONDecodeError:
        notebook = json.loads(text)  # takes NaN, which Python writes into outputs of other libraries
    return shown_blocks(notebook)


def blocks_of(shown: tuple[Shown, ...], kind: DocumentKind) -> tuple[Shown, ...]:
    """The blocks of one of the documents that a notebook shows, its Document first; none where it shows no such one.

    What stands before the first Document belongs to it.
    """
    starts = [place for place, item in enumerate(shown) if isinstance(item.block, Document)]
    for number, start in enumerate(starts):
        if shown[start].block.kind == kind:
            end = starts[number + 1] if number + 1 < len(starts) else len(shown)
            return shown[start if number else 0 : end]
    return ()


def document_of(shown: tuple[Shown, ...]) -> Document:
    """The block of the whole document. UnreadableBlock when the notebook shows blocks but not this one."""
    for item in shown:
        if isinstance(item.block, Document):
            return item.block
    raise UnreadableBlock("the notebook shows blocks of a report but no Document block; run all of its cells again")


def _bundles(notebook: Mapping[str, Any]) -> Iterator[Any]:
    for cell in notebook.get("cells", ()):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if BLOCK_MIME in data:
                yield data[BLOCK_MIME]


def _read(data: Any) -> Shown:
    if not isinstance(data, Mapping) or data.get("schema") != BLOCK_SCHEMA or "block" not in data:
        found = data.get("schema") if isinstance(data, Mapping) else type(data).__name__
        raise UnreadableBlock(f"block of schema {found!r}; this version reads schema {BLOCK_SCHEMA}")
    try:
        block = block_from_plain(data["block"])
    except (TypeError, KeyError, ValueError) as error:
        raise UnreadableBlock(f"a block of the notebook cannot be read: {error}") from error
    return Shown(block=block, svg=str(data.get("svg", "")), plain=data["block"])
