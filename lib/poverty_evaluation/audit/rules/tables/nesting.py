"""Dòng tổng, dòng mục, dòng con: how the rows of a table are nested under one another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poverty_evaluation.audit.rules.tables.grid import Grid

_TOTAL = re.compile(
    r"(?:tổng(?! hợp| kết| quan| đài| công ty| giám)|cộng(?! đồng| tác| hoà)|total|sum"
    r"|cả (?:huyện|tỉnh|xã|nước|năm|thành phố)"
    r"|toàn (?:huyện|tỉnh|xã|thành phố|thị xã|quận|phường|ngành|trường|quốc|đoàn|hội|khu|bộ|cụm|vùng|thị trấn))(?!\w)"
)
_AVERAGE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|bq|tb|average|mean|so sánh|so với|tỷ lệ|tỉ lệ|cao nhất|thấp nhất)(?!\w)|%"
)
_PARTIAL = re.compile(r"[-+*\s]*(?:trong đó|riêng|bao gồm cả|trong số|t\.đ|tđ)(?!\w)")
#: A note in a row that says that it is no result and added to none.
_PLANNED = re.compile(r"kế hoạch|dự kiến|ước(?: thực hiện)?|ước cả năm|mục tiêu|không cộng")
_REST = re.compile(r"[-+*\s]*(?:chưa|khác|các .{1,30} khác|còn lại|ngoài|số còn lại)(?!\w)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data with numbers. depth: how deep it is nested; is_partial: told of a row above, not of a division."""

    row: int
    depth: int
    kind: str  # of its ordinal
    is_total: bool
    is_partial: bool
    section: int
    is_rest: bool  # "Chưa phân bổ", "Khác"


def rows_of(grid: Grid) -> list[Row]:
    """The rows that hold numbers, with their nesting: an ordinal of a new kind is one deeper than the row before it."""
    found: list[Row] = []
    depths: dict[str, int] = {}
    before, section = "", 0
    is_partial_before = False
    notes = range(max(grid.numeric, default=0) + 1, grid.columns)
    for row in grid.data:
        label, mark = grid.labels[row], grid.mark(row)
        has_numbers = any((row, column) in grid.numbers for column in grid.numeric)
        kind = _kind(mark, before)
        is_total = not mark and bool(_TOTAL.match(label))
        is_planned = any(_PLANNED.fullmatch(grid.texts.get((row, column), "")) for column in notes)
        is_partial = is_planned or bool(_PARTIAL.match(label)) or (is_partial_before and not mark and not is_total)
        if not is_total:
            if kind not in depths:
                is_first = not depths or (not kind and found and all(one.is_total for one in found))
                depths[kind] = 0 if is_first else depths.get(before, 0) + 1
            depth = depths[kind] + (1 if is_partial and kind == before else 0)
            before = kind
        if not has_numbers:
            section += not is_partial
        elif is_total or not _AVERAGE.search(label):
            found.append(
                Row(row, 0 if is_total else depth, kind, is_total, is_partial, section, bool(_REST.match(label)))
            )
        is_partial_before = is_partial and not is_planned
    return found


def _kind(mark: str, before: str) -> str:
    if not mark:
        return ""
    if mark[0] in "-+*•":
        return mark[0]
    if mark[0].isdecimal():
        return "1" + ".1" * mark.count(".")
    if _ROMAN.fullmatch(mark) and (mark != "i" or before != "a" or len(mark) > 1):
        return "i"
    return "a"
