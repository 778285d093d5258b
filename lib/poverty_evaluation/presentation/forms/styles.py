"""Kiểu chữ của biểu mẫu: Times New Roman, thin borders, bold sums; one format for each look, made once."""

from __future__ import annotations

from typing import Any

FONT = "Times New Roman"
_BASE = {"font_name": FONT, "font_size": 12, "valign": "vcenter"}
_WRAPPED = {"align": "center", "text_wrap": True}
_CELL = {"font_size": 11, "border": 1}

_LOOKS: dict[str, dict[str, Any]] = {
    "issuer": {"bold": True, **_WRAPPED},
    "corner": {"bold": True, **_WRAPPED},
    "corner_note": {"italic": True, "font_size": 11, **_WRAPPED},
    "mark": {"bold": True, "align": "center"},
    "title": {"bold": True, "font_size": 13, **_WRAPPED},
    "subtitle": {"italic": True, **_WRAPPED},
    "unit": {"italic": True, "font_size": 11, "align": "right"},
    "head": {"bold": True, **_CELL, **_WRAPPED},
    "number": {**_CELL, "italic": True, "font_size": 10, "align": "center", "text_wrap": True},
    "date": {"italic": True, "align": "center"},
    "signing": {"bold": True, **_WRAPPED},
    "signed": {"italic": True, "font_size": 11, "align": "center"},
    "note": {"italic": True, "font_size": 11, "text_wrap": True, "valign": "top"},
}


class Styles:
    """The formats of one workbook by what they are for."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, ...], Any] = {}

    def look(self, name: str) -> Any:
        """The format of what stands around the cells."""
        return self._format((name,), _LOOKS[name])

    def cell(self, role: str, align: str, number_format: str = "") -> Any:
        """The format of a cell of a row: bold in sums, a heading row or a total, with its number format."""
        look: dict[str, Any] = {
            **_CELL,
            "align": align,
            "bold": role in ("total", "group"),
            "text_wrap": not number_format,
        }
        if align == "left":
            look["indent"] = 1
        if number_format:
            look["num_format"] = number_format
        return self._format((role, align, number_format), look)

    def _format(self, key: tuple[str, ...], look: dict[str, Any]) -> Any:
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**_BASE, **look})
        return self._made[key]
