"""Kiểu của Word: what a paragraph's style says: the level of a heading, bold, the list it belongs to."""

from __future__ import annotations

import re
from typing import Any

from poverty_evaluation.audit.documents.docx_numbering import W, left_of, number, value

_HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|mục lục)\s*\d", re.IGNORECASE)
_DEEPEST = 20


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Any | None) -> None:
        found = () if root is None else root.findall(f"{W}style")
        self._styles = {element.get(f"{W}styleId", ""): element for element in found}
        self._default = next(
            (key for key, element in self._styles.items()
             if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true")),
            "",
        )  # fmt: skip

    def level(self, paragraph: Any) -> int | None:
        """The level of a heading, from 0; None for a paragraph that is none."""
        properties = paragraph.find(f"{W}pPr")
        own = None if properties is None else value(properties, "outlineLvl")
        if own is not None:
            return int(own) if own.isdigit() and int(own) < 9 else None
        for style in self._chain(paragraph):
            name = value(style, "name") or ""
            if found := _HEADING.match(name):
                return int(found.group(1)) - 1
            if name.lower() == "title":
                return 0
            inner = style.find(f"{W}pPr")
            outline = None if inner is None else value(inner, "outlineLvl")
            if outline and outline.isdigit() and int(outline) < 9:
                return int(outline)
        return None

    def numbering(self, paragraph: Any) -> tuple[str, int]:
        """The list of a paragraph and its level in it; "" where it is in none."""
        num, level = "", None
        for holder in [paragraph, *self._chain(paragraph)]:
            properties = holder.find(f"{W}pPr")
            found = None if properties is None else properties.find(f"{W}numPr")
            if found is None:
                continue
            if level is None and (inner := found.find(f"{W}ilvl")) is not None:
                level = number(inner, f"{W}val")
            if inner_num := value(found, "numId"):
                num = inner_num
                break
        return ("", 0) if num in ("", "0") else (num, level or 0)

    def is_contents(self, paragraph: Any) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        return any(_CONTENTS.match(value(style, "name") or "") for style in self._chain(paragraph)[:1])

    def is_bold(self, paragraph: Any) -> bool:
        """Whether the style prints a paragraph in bold."""
        for style in self._chain(paragraph):
            properties = style.find(f"{W}rPr")
            bold = None if properties is None else switched(properties, "b")
            if bold is not None:
                return bold
        return False

    def left(self, paragraph: Any) -> int | None:
        """How far the styles set a paragraph in."""
        return next((left for style in self._chain(paragraph) if (left := left_of(style)) is not None), None)

    def _chain(self, paragraph: Any) -> list[Any]:
        """The style of a paragraph and those it is based on."""
        properties = paragraph.find(f"{W}pPr")
        key = (value(properties, "pStyle") if properties is not None else None) or self._default
        chain: list[Any] = []
        while key in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[key])
            key = value(self._styles[key], "basedOn") or ""
        return chain


def switched(properties: Any, name: str) -> bool | None:
    """Whether a property such as bold is on; None where nothing is said of it."""
    found = properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")
