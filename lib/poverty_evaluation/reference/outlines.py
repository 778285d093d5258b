"""Đề cương báo cáo: the chapters of a kind of report, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from poverty_evaluation.reference.reading import Record, YamlMapping
from poverty_evaluation.reference.texts import BilingualText

OptionValue: TypeAlias = "str | int | bool | tuple[str, ...]"


def texts_of(options: Mapping[str, OptionValue], name: str) -> tuple[str, ...]:
    """An option that is one text or several; empty where it was left out."""
    value = options.get(name, ())
    return value if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True, slots=True)
class OutlineBlock:
    """Một khối nội dung: what stands there (`narrative`, `table`, `chart` …), which one, and how it is to be told.

    file, line, lines: where the block stands, and each of its keys and options, for what is to be mended there."""

    kind: str
    name: str
    options: Mapping[str, OptionValue]
    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def line_of(self, key: str) -> int | None:
        """The line of one of its keys or options; that of the block itself where it has none of this name."""
        return self.lines.get(key, self.line)


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
        file=record.file,
        line=record.row,
        lines=MappingProxyType(_lines_of(record)),
    )
    record.close()
    return block


def _lines_of(record: Record) -> dict[str, int]:
    """The lines of `kind` and `name`, and those of the options as `options.title_vi`."""
    lines = {key: record.line(key) for key in ("kind", "name")}
    options = record.values.get("options")
    if isinstance(options, YamlMapping):
        lines |= {f"options.{key}": line for key, line in options.lines.items()}
    return lines
