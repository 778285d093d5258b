"""Dòng tổng và dòng con: which rows of a table are sums of others, and whether each column keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.telling import Relation, is_near, sum_of, told

_TOTAL = re.compile(
    r"(?:tổng(?! hợp| kết| quan| đài| công ty| giám)|cộng(?! đồng| tác| hoà)|toàn (?:huyện|tỉnh|xã|thành phố|thị xã|quận|phường|ngành|trường"
    r"|quốc|đoàn|hội|khu|bộ|cụm|vùng|thị trấn)|cả (?:huyện|tỉnh|xã|nước|năm|thành phố)|total|sum)(?!\w)"
)  # fmt: skip
_AVERAGE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|bq|tb|average|mean|so sánh|so với|tỷ lệ|tỉ lệ|cao nhất|thấp nhất)(?!\w)|%"
)
_PARTIAL = re.compile(r"[-+*\s]*(?:trong đó|riêng|bao gồm cả|trong số|t\.đ|tđ)(?!\w)")
_SELECTED = re.compile(
    r"(?<!\w)(?:một số|tiêu biểu|điển hình|chủ yếu|đại diện|chọn điểm|chọn mẫu|lớn nhất|đứng đầu|top)(?!\w)"
)
#: Columns whose figures are never added down.
NOT_ADDED = re.compile(
    r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|bình quân|trung bình|bq|tb|mật độ|năng suất|đơn giá|giá|mức|hệ số|điểm|xếp|hạng|năm"
    r"|mã|tuổi|ngày|tháng|tốc độ|chỉ số|so với|so sánh|thứ|số hiệu|lãi suất|thời gian|thời hạn|định mức|hệ|stt|tt|điện thoại|tỷ số|đạt|công suất"
    r"|nhiệt độ|độ ẩm|độ che phủ|mực nước|cấp|chuẩn|ghi chú|khoảng cách|/(?:hộ|người|ha|con|tháng|năm|ngày|lớp))(?!\w)"
)  # fmt: skip
_COUNTED_RATES = re.compile(
    r"(?:số|tổng) (?:năm|tháng|ngày|điểm|mức)|cấp (?:phát|mới|thẻ)|điểm trường|đạt chuẩn|số .{0,40}đạt(?! %)"
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_NEAR = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of data with numbers. depth: how deep it is nested; is_partial: told of a row above, not of a division."""

    row: int
    depth: int
    kind: str  # of its ordinal
    is_total: bool
    is_partial: bool
    section: int


def sums_down(grid: Grid) -> Iterator[Claim]:
    """The totals of a table and the rows they are made of, column by column."""
    rows = _rows(grid)
    added = [column for column in grid.numeric if _is_added(grid, column, rows)]
    if not added or _mixes_units(grid):
        return
    for place, row in enumerate(rows):
        if row.is_total:
            yield from _total(grid, rows, place, added)
    yield from _groups(grid, rows, added)


def _rows(grid: Grid) -> list[_Row]:
    """The rows that hold numbers, with their nesting: an ordinal of a new kind is one deeper than the row before it."""
    found: list[_Row] = []
    depths: dict[str, int] = {}
    before, section = "", 0
    is_partial_before = False
    for row in grid.data:
        label, mark = grid.labels[row], grid.mark(row)
        has_numbers = any((row, column) in grid.numbers for column in grid.numeric)
        kind = _kind(mark, before)
        is_total = not mark and bool(_TOTAL.match(label))
        is_partial = bool(_PARTIAL.match(label)) or (is_partial_before and not mark and not is_total)
        if not is_total:
            if kind not in depths:
                is_first = not depths or (not kind and found and all(one.is_total for one in found))
                depths[kind] = 0 if is_first else depths.get(before, 0) + 1
            depth = depths[kind] + (1 if is_partial and kind == before else 0)
            before = kind
        if not has_numbers:
            section += not is_partial
        elif is_total or not _AVERAGE.search(label):
            found.append(_Row(row, 0 if is_total else depth, kind, is_total, is_partial, section))
        is_partial_before = is_partial
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


def _is_added(grid: Grid, column: int, rows: Sequence[_Row]) -> bool:
    header = _COUNTED_RATES.sub("", grid.headers[column])
    if NOT_ADDED.search(header):
        return False
    cells = [grid.numbers[row.row, column] for row in rows if (row.row, column) in grid.numbers]
    return bool(cells) and not any(cell.figure.measure in (Measure.PERCENT, Measure.POINTS) for cell in cells)


def _mixes_units(grid: Grid) -> bool:
    """Whether a column of units says that the rows are different things."""
    for column, header in enumerate(grid.headers):
        if re.search(r"(?<!\w)(?:đvt|đơn vị tính|đơn vị|dvt)(?!\w)", header) and column not in grid.numeric:
            units = {grid.texts.get((row, column), "") for row in grid.data} - {"", "-", "nt", '"', "//"}
            is_unit = re.search(r"tính|đvt", header) or all(len(unit) <= 14 for unit in units)
            if (
                len(units) > 1
                and is_unit
                and any(unit in ("%", "ha", "hộ", "người", "con", "tấn", "xã", "km") for unit in units)
            ):
                return True
    return False


def _total(grid: Grid, rows: Sequence[_Row], place: int, added: Sequence[int]) -> Iterator[Claim]:
    """A total with the rows that make it up: those that agree in most columns, else all on the one side of it."""
    best: list[Relation] = []
    fallback: list[Relation] | None = None
    for parts, is_plain in _candidates(rows, place):
        made = [one for column in added if (one := _sum(grid, rows[place], parts, column)) is not None]
        if fallback is None and is_plain:
            fallback = made
        if sum(one.agrees for one in made) > sum(one.agrees for one in best):
            best = made
    relations = best or fallback or []
    is_selected = bool(_SELECTED.search(grid.caption[-160:])) or any("…" in grid.labels[row.row] for row in rows)
    yield from _judged(grid, relations, is_open=is_selected)


def _candidates(rows: Sequence[_Row], place: int) -> Iterator[tuple[list[_Row], bool]]:
    """The rows that may make up a total; whether they are the plain reading of where it stands."""
    total = rows[place]
    above, below = rows[:place], rows[place + 1 :]
    earlier = max((at for at, row in enumerate(above) if row.is_total), default=-1)
    later = min((at for at, row in enumerate(below) if row.is_total), default=len(below))
    is_last, is_first = not below, not above
    near_above, near_below = above[earlier + 1 :], below[:later]
    yield _top(near_above), is_last and earlier < 0
    yield _top(near_below), is_first and later == len(below)
    yield _top([row for row in above if not row.is_total]), False
    yield _top([row for row in below if not row.is_total]), False
    yield [row for row in above if row.is_total], False
    yield [row for row in below if row.is_total], False
    yield _top([row for row in near_above if row.section == total.section]), False
    yield _top([row for row in near_below if row.section == total.section]), False
    yield _top([row for row in near_above if row.kind]), False


def _top(rows: Sequence[_Row]) -> list[_Row]:
    told = [row for row in rows if not row.is_partial]
    least = min((row.depth for row in told), default=0)
    return [row for row in told if row.depth == least]


def _sum(grid: Grid, whole: _Row, parts: Sequence[_Row], column: int) -> Relation | None:
    cell = grid.numbers.get((whole.row, column))
    cells: list[Cell] = []
    is_missing = False
    for part in parts:
        known = grid.numbers.get((part.row, column))
        if known is not None:
            cells.append(known)
        elif not grid.is_missing(part.row, column):
            is_missing = True
    if cell is None or len(cells) < 2:
        return None
    relation = sum_of(cell, cells, missing=is_missing)
    return relation


def _judged(grid: Grid, relations: Sequence[Relation], is_open: bool = False, is_sure: bool = True) -> Iterator[Claim]:
    """The claims of one whole over its columns, as sure as the columns bear one another out."""
    agree = [one for one in relations if one.agrees]
    differ = [one for one in relations if not one.agrees]
    for one in agree:
        yield told(grid, one, Certainty.SAID, say_in_row=False)
    if is_open or not differ:
        return
    for one in differ:
        certainty = _certainty(one, len(agree), len(differ), is_sure)
        if certainty is not None:
            yield told(grid, one, certainty, say_in_row=False)


def _certainty(one: Relation, agree: int, differ: int, is_sure: bool) -> Certainty | None:
    if agree >= differ:
        return Certainty.SAID
    if agree * 2 >= differ:
        return Certainty.IMPLIED if is_near(one, _NEAR) else None
    if agree or differ > 2 or not is_sure:
        return None
    if is_near(one):
        return Certainty.SAID if differ == 1 else Certainty.IMPLIED
    return Certainty.IMPLIED if differ == 1 and is_near(one, _NEAR) else None


def _groups(grid: Grid, rows: Sequence[_Row], added: Sequence[int]) -> Iterator[Claim]:
    """Rows with their sub-rows: complete only where most such rows of the table are."""
    by_kind: dict[tuple[str, str], list[list[Relation]]] = {}
    for place, row in enumerate(rows):
        if row.is_total or row.is_partial:
            continue
        inner = _inner(rows, place)
        if len(inner) < 2:
            continue
        made = [one for column in added if (one := _sum(grid, row, inner, column)) is not None]
        if made:
            by_kind.setdefault((row.kind, inner[0].kind), []).append(made)
    for (outer, kind), groups in by_kind.items():
        every = [one for made in groups for one in made]
        agree = sum(one.agrees for one in every)
        is_numbered = outer in ("i", "a") and kind == "1"
        if agree * 3 >= len(every) * 2 or (is_numbered and len(every) <= 2):
            for made in groups:
                is_borne = agree > len(every) - agree and agree >= 2
                yield from _borne(grid, made) if is_borne else _judged(grid, made, is_sure=is_numbered)


def _borne(grid: Grid, relations: Sequence[Relation]) -> Iterator[Claim]:
    for one in relations:
        yield told(grid, one, Certainty.SAID if is_near(one, _NEAR) else Certainty.IMPLIED, say_in_row=False)


def _inner(rows: Sequence[_Row], place: int) -> list[_Row]:
    """The rows one step below a row."""
    found: list[_Row] = []
    for row in rows[place + 1 :]:
        if row.is_total or row.depth <= rows[place].depth:
            break
        found.append(row)
    if not found or found[0].is_partial or not found[0].kind:
        return []
    least = min(row.depth for row in found)
    return [row for row in found if row.depth == least and not row.is_partial]
