"""Đề cương báo cáo: the chapters of a kind of report, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.reference.texts import BilingualText

OptionValue: TypeAlias = "str | int | bool | tuple[str, ...]"


def texts_of(options: Mapping[str, OptionValue], name: str) -> tuple[str, ...]:
    """An option that is one text or several; empty where it was left out."""
    value = options.get(name, ())
    return value if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True, slots=True)
class OutlineBlock:
    """Một khối nội dung: what stands there (`narrative`, `table`, `chart` …), which one, and how it is to be told."""

    kind: str
    name: str
    options: Mapping[str, OptionValue]


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """Một chương hoặc mục: a heading, its own blocks, then its sections. An optional section is left out where nothing
    was sent; any other says so."""

    heading: BilingualText | None
    blocks: tuple[OutlineBlock, ...]
    sections: tuple[OutlineNode, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Đề cương của một loại báo cáo."""

    id: str
    title: BilingualText
    chapters: tuple[OutlineNode, ...]
    appendices: tuple[OutlineNode, ...]


def outline_from(record: Record) -> Outline:
    """The whole of one file of outlines/."""
    outline = Outline(
        id=record.text("id", required=True),
        title=record.bilingual("title") or BilingualText("", ""),
        chapters=tuple(_node_from(node) for node in record.records("chapters")),
        appendices=tuple(_node_from(node) for node in record.records("appendices")),
    )
    record.close()
    return outline


def _node_from(record: Record) -> OutlineNode:
    node = OutlineNode(
        heading=record.bilingual("heading", required=False),
        blocks=tuple(_block_from(block) for block in record.records("blocks")),
        sections=tuple(_node_from(section) for section in record.records("sections")),
        is_optional=record.flag("optional", default=False),
    )
    record.close()
    return node


def _block_from(record: Record) -> OutlineBlock:
    block = OutlineBlock(
        kind=record.text("kind", required=True),
        name=record.text("name"),
        options=MappingProxyType(record.options("options")),
    )
    record.close()
    return block
