"""Dòng tổng và dòng con: which rows of a table are sums of others, and whether each column keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.nesting import Row, rows_of
from poverty_evaluation.audit.rules.tables.telling import Relation, is_near, sum_of, told

_SELECTED = re.compile(
    r"(?<!\w)(?:một số|tiêu biểu|điển hình|chủ yếu|đại diện|chọn điểm|chọn mẫu|lớn nhất|đứng đầu|top)(?!\w)"
)
#: Columns whose figures are never added down.
_NOT_ADDED = re.compile(
    r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|bình quân|trung bình|bq|tb|mật độ|năng suất|đơn giá"
    r"|giá(?! trị)|hệ số|điểm(?! trường| bán| dân| đến)|xếp|hạng|mã|tuổi|tốc độ|chỉ số|so với|so sánh|số hiệu"
    r"|lãi suất|thời gian|thời hạn|định mức|stt|điện thoại|tỷ số|công suất|nhiệt độ|độ ẩm|độ che phủ|mực nước"
    r"|khoảng cách|mức (?:đạt|chi|thu|vay|hỗ trợ|hưởng|sống|độ)"
    r"|năm (?:sinh|xây|hoàn thành|công nhận|thành lập)|ngày (?:sinh|cấp|tháng))(?!\w)"
    r"|/(?:hộ|người|ha|con|tháng|năm|ngày|lớp|khẩu|suất)(?!\w)"
)
_BARE = re.compile(r"(?:năm|ngày|tháng|thứ|mức|đạt|cấp|đạt chuẩn|ghi chú|tt)")
#: Traits that the same people or households share: such rows overlap.
_TRAITS = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (
        "nữ",
        "dtts|dân tộc",
        "đảng viên",
        "tôn giáo|theo đạo",
        "khuyết tật",
        "trẻ em",
        "cao tuổi",
        "thanh niên",
        "đoàn viên",
    )
)
_STOCK = re.compile(
    r"(?<!\w)(?:đầu|cuối) (?:kỳ|năm|tháng|quý|nhiệm kỳ)(?!\w)|(?<!\w)(?:kỳ trước|chuyển (?:sang )?kỳ sau|còn lại)(?!\w)"
)
_RATE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ)(?!\w)")
_PER_ROW = re.compile(r"(?<!\w)(?:đạt|so với|hoàn thành|thực hiện|nghèo|tăng|giảm|kế hoạch|kh)(?!\w)")
_COMPOSITION = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)")
_NEAR = Fraction(1, 2)
#: How many totals are added up, fewer in a long table.
_MOST_TOTALS, _MOST_PLACES = 60, 40_000


def sums_down(grid: Grid) -> Iterator[Claim]:
    """The totals of a table and the rows they are made of, column by column."""
    rows = rows_of(grid)
    added = [column for column in grid.numeric if _is_added(grid, column, rows)]
    if not added or _mixes_units(grid):
        return
    totals = [place for place, row in enumerate(rows) if row.is_total]
    for place in totals[: min(_MOST_TOTALS, 1 + _MOST_PLACES // max(1, len(rows)))]:
        yield from _total(grid, rows, place, added)
    yield from _groups(grid, rows, added)


def _is_added(grid: Grid, column: int, rows: Sequence[Row]) -> bool:
    cells = [(row, grid.numbers[row.row, column]) for row in rows if (row.row, column) in grid.numbers]
    header = grid.headers[column]
    if _COMPOSITION.search(header) or (_RATE.search(header) and not _PER_ROW.search(header)):
        return any(row.is_total and _is_whole(cell) for row, cell in cells) and not any(
            _is_whole(cell) for row, cell in cells if not row.is_total
        )
    is_rate = any(cell.figure.measure in (Measure.PERCENT, Measure.POINTS) for _, cell in cells)
    return bool(cells) and not is_rate and not not_added(header)


def _is_whole(cell: Cell) -> bool:
    return cell.figure.known in ((1,) if cell.figure.measure is Measure.PERCENT else (100,))


def not_added(header: str) -> bool:
    """Whether the words above a column say that its figures are no amounts but rates, prices, years, places."""
    return _NOT_ADDED.search(header) is not None or _BARE.fullmatch(header) is not None


def _mixes_units(grid: Grid) -> bool:
    """Whether a column of units says that the rows are different things."""
    for column, header in enumerate(grid.headers):
        if re.search(r"(?<!\w)(?:đvt|đơn vị tính|đơn vị|dvt)(?!\w)", header) and column not in grid.numeric:
            units = {grid.texts.get((row, column), "") for row in grid.data} - {"", "-", "nt", '"', "//"}
            is_unit = "tính" in header or "đvt" in header or all(len(unit) <= 14 for unit in units)
            if (
                len(units) > 1
                and is_unit
                and any(unit in ("%", "ha", "hộ", "người", "con", "tấn", "xã", "km") for unit in units)
            ):
                return True
    return False


def _total(grid: Grid, rows: Sequence[Row], place: int, added: Sequence[int]) -> Iterator[Claim]:
    """A total with the rows that make it up: those that agree in most columns, else all on the one side of it."""
    best: list[Relation] = []
    fallback: list[Relation] | None = None
    for parts, is_plain in _candidates(rows, place):
        is_plain = is_plain and not _overlap(grid, rows[place], parts)
        made = [one for column in added if (one := _sum(grid, rows[place], parts, column)) is not None]
        if fallback is None and is_plain:
            fallback = made
        if sum(one.agrees for one in made) > sum(one.agrees for one in best):
            best = made
    relations = best or fallback or []
    is_selected = bool(_SELECTED.search(grid.caption[-160:])) or any("…" in grid.labels[row.row] for row in rows)
    yield from _judged(grid, _within(grid, rows, place, relations), is_open=is_selected)


def _within(grid: Grid, rows: Sequence[Row], place: int, relations: list[Relation]) -> list[Relation]:
    """The relations of one whole; only what agrees where a page ends among its parts and the others stand elsewhere."""
    if not relations:
        return relations
    whole = rows[place]
    if relations[0].operands[0].row < whole.row:
        goes_on = grid.is_cut_above and not any(row.is_total for row in rows[:place])
    else:
        goes_on = grid.is_cut_below and not any(
            row.is_total or (not whole.is_total and row.depth <= whole.depth) for row in rows[place + 1 :]
        )
    return [one for one in relations if one.agrees] if goes_on else relations


def _overlap(grid: Grid, total: Row, parts: Sequence[Row]) -> bool:
    """Whether the rows are traits that overlap, or a stock with what changes it, and so no division of the total."""
    labels = [grid.labels[row.row] for row in parts]
    traits = sum(any(trait.search(label) for label in labels) for trait in _TRAITS)
    is_gender = any(re.search(r"(?<!\w)nam(?!\w)", label) for label in labels)
    return traits - is_gender > 1 or any(_STOCK.search(label) for label in (grid.labels[total.row], *labels))


def _candidates(rows: Sequence[Row], place: int) -> Iterator[tuple[list[Row], bool]]:
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
    for near in (near_above, near_below):
        top = _top([row for row in near if row.kind])
        loose = [row for row in near if not row.kind and not row.is_partial]
        yield [*top, *loose], False
        yield [*top, *(row for row in loose if row.is_rest)], False


def _top(rows: Sequence[Row]) -> list[Row]:
    told = [row for row in rows if not row.is_partial]
    least = min((row.depth for row in told), default=0)
    return [row for row in told if row.depth == least]


def _sum(grid: Grid, whole: Row, parts: Sequence[Row], column: int) -> Relation | None:
    cell = grid.numbers.get((whole.row, column))
    cells: list[Cell] = []
    is_missing = False
    for part in parts:
        known = grid.numbers.get((part.row, column))
        if known is not None:
            cells.append(known)
        else:
            is_missing = True
    if cell is None or len(cells) < 2:
        return None
    value = cell.value
    if value and any(one.value == value for one in cells) and sum(bool(one.value) for one in cells) > 1:
        return None
    plain = sum_of(cell, cells)
    return plain if plain.agrees or not is_missing else sum_of(cell, cells, missing=True)


def _judged(grid: Grid, relations: Sequence[Relation], is_open: bool = False, is_sure: bool = True) -> Iterator[Claim]:
    """The claims of one whole over its columns, as sure as the columns bear one another out."""
    agree = [one for one in relations if one.agrees]
    differ = [one for one in relations if one.disagrees]
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
        return Certainty.SAID if is_near(one, _NEAR) else None
    if agree * 2 >= differ:
        return Certainty.IMPLIED if is_near(one, Fraction(1, 20)) else None
    if agree or differ > 2 or not is_sure:
        return None
    if is_near(one):
        return Certainty.SAID if differ == 1 else Certainty.IMPLIED
    return Certainty.IMPLIED if differ == 1 and is_near(one, _NEAR) else None


def _groups(grid: Grid, rows: Sequence[Row], added: Sequence[int]) -> Iterator[Claim]:
    """Rows with their sub-rows: complete only where most such rows of the table are."""
    by_kind: dict[tuple[str, str], list[list[Relation]]] = {}
    for place, row in enumerate(rows):
        if row.is_total or row.is_partial:
            continue
        inner = _inner(rows, place)
        if len(inner) < 2:
            continue
        made = [one for column in added if (one := _sum(grid, row, inner, column)) is not None]
        made = _within(grid, rows, place, made)
        if made:
            by_kind.setdefault((row.kind, inner[0].kind), []).append(made)
    for (outer, kind), groups in by_kind.items():
        every = [one for made in groups for one in made]
        agree = sum(one.agrees for one in every)
        every = [one for one in every if one.agrees or one.disagrees]
        is_numbered = outer in ("i", "a") and kind == "1"
        if agree * 3 >= len(every) * 2 or (is_numbered and len(every) <= 2):
            for made in groups:
                is_borne = agree > len(every) - agree and agree >= 2
                yield from _borne(grid, made) if is_borne else _judged(grid, made, is_sure=is_numbered)


def _borne(grid: Grid, relations: Sequence[Relation]) -> Iterator[Claim]:
    for one in relations:
        if one.agrees or (one.disagrees and is_near(one, _NEAR)):
            yield told(grid, one, Certainty.SAID, say_in_row=False)


def _inner(rows: Sequence[Row], place: int) -> list[Row]:
    """The rows one step below a row."""
    found: list[Row] = []
    for row in rows[place + 1 :]:
        if row.is_total or row.depth <= rows[place].depth:
            break
        found.append(row)
    if not found or found[0].is_partial or not found[0].kind:
        return []
    least = min(row.depth for row in found)
    return [row for row in found if row.depth == least and not row.is_partial]
