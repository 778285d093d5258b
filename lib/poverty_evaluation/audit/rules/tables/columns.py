"""Cột tổng, cột so sánh, cột tỷ lệ: which columns of a table follow from others, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.balances import Maker, balances, is_stock
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.quick_looks import is_far_quotient
from poverty_evaluation.audit.rules.tables.rows import not_added
from poverty_evaluation.audit.rules.tables.telling import Relation, Told, is_near, joined, sum_of, told
from poverty_evaluation.relations import Difference, RelativeChange, Share, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_TOTAL = re.compile(r"(?<!\w)(?:tổng(?! hợp)|cộng(?! đồng| tác)|chung|toàn bộ|total)(?!\w)")
_CHANGE = re.compile(
    r"(?<!\w)(?:tăng|giảm|chênh lệch|so sánh|so với|thừa|vượt|hụt|biến động|cl)(?!\w)|\+\s?/\s?-|\(\+\)|\+, ?-|±"
)
_CHANGE_ROW = re.compile(r"[-+*\s]*(?:tăng|giảm|chênh lệch|so sánh|so với|biến động)(?!\w)")
_FALL = re.compile(r"(?<!\w)giảm(?!\w)")
_RATE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|tốc độ)(?!\w)")
_COMPOSITION = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)")
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|kh|giao|dt|nhu cầu)(?!\w)")
_RESULT = re.compile(r"(?<!\w)(?:thực hiện|kết quả|th|ước|hoàn thành|đạt được|giải ngân)(?!\w)")
#: How far a column stands from those it follows from, and how many rows are tried before all are.
_REACH, _MOST_PARTS, _SAMPLE, _PROBE = 6, 12, 16, 3
#: How many rows must keep to a sum that no header names for another to be wrong.
_BORNE = 6
_LARGE = 50  # small numbers add up by chance


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A relation that a column may keep to in every row; the plainer readings are tried first."""

    make: Maker
    is_named: bool  # the headers say it


def columns_of(grid: Grid) -> Iterator[Claim]:
    """What the columns of a table say of one another."""
    added = [column for column in grid.numeric if _may_add(grid, column)]
    rates = [column for column in grid.numeric if column not in added and _is_rate(grid, column)]
    explained = _told_by_formula(grid)
    for column, make in balances(grid, added):
        explained.add(column)
        yield from _kept(grid, [_Pattern(make, True)])
    for column in added:
        if column not in explained and _CHANGE.search(grid.headers[column]) and not is_stock(grid.headers[column]):
            claims = list(_kept(grid, list(_differences(grid, column, added))))
            if claims:
                explained.add(column)
            yield from claims
    for column in sorted(added, key=lambda one: (not _TOTAL.search(grid.headers[one]), one)):
        if column not in explained:
            claims = list(_kept(grid, list(_sums(grid, column, [one for one in added if one not in explained]))))
            if _TOTAL.search(grid.headers[column]):
                indices = {figure.index for one in claims for figure in one.operands}
                explained |= {place[1] for place, cell in grid.numbers.items() if cell.figure.index in indices}
            yield from claims
    for column in rates:
        yield from _kept(grid, list(_rates(grid, column, added)))


def _told_by_formula(grid: Grid) -> set[int]:
    """The columns with a printed formula and those it is made of: such a table says itself what follows from what."""
    numbers = {number for formula in grid.formulas.values() for number in re.findall(r"\d+", formula)}
    return {*grid.formulas, *(column for number, column in grid.numbered.items() if number in numbers)}


def _may_add(grid: Grid, column: int) -> bool:
    header = grid.headers[column]
    is_amount = any(pattern.search(header) for pattern in (_CHANGE, _PLAN, _RESULT))
    return not _is_rate(grid, column) and (is_amount or not not_added(header))


def _is_rate(grid: Grid, column: int) -> bool:
    if _RATE.search(grid.headers[column]):
        return True
    cells = [grid.numbers[row, column] for row in grid.data if (row, column) in grid.numbers]
    return bool(cells) and all(cell.figure.measure is Measure.PERCENT for cell in cells)


def _kept(grid: Grid, patterns: Sequence[_Pattern]) -> Iterator[Claim]:
    """The claims of the pattern that most rows keep to."""
    best: tuple[int, int, int, list[Relation]] | None = None
    rows = list(grid.data)
    sample = rows if len(rows) <= _SAMPLE else rows[:: len(rows) // _SAMPLE + 1]
    for place, pattern in enumerate(patterns):
        made = list(_tried(pattern, sample))
        agree = sum(one.agrees for one in made)
        if made and (agree or pattern.is_named) and (best is None or (agree, -place) > best[:2]):
            best = (agree, -place, place, made)
    if best is None:
        return
    pattern = patterns[best[2]]
    made = best[3] if sample is rows or not best[0] else [one for row in rows if (one := pattern.make(row)) is not None]
    yield from _judged(grid, made, pattern.is_named)


def _tried(pattern: _Pattern, rows: Sequence[int]) -> Iterator[Relation]:
    """The relations of some rows, given up where none of the first agrees and no header asks for it."""
    tried = agree = 0
    for row in rows:
        one = pattern.make(row)
        if one is None:
            continue
        yield one
        tried += 1
        agree += one.agrees
        if not agree and tried >= _PROBE and not pattern.is_named:
            return


def _judged(grid: Grid, made: Sequence[Relation], is_named: bool) -> Iterator[Claim]:
    agree = [one for one in made if one.agrees]
    differ = [one for one in made if one.disagrees]
    certainty = _certainty(agree, differ, is_named)
    if certainty is None and not is_named and len(agree) < 3:
        return
    for one in agree:
        yield told(grid, one, Certainty.SAID, say_in_row=True)
    if certainty is not None:
        for one in differ:
            yield told(grid, one, certainty, say_in_row=True)


def _certainty(agree: Sequence[Relation], differ: Sequence[Relation], is_named: bool) -> Certainty | None:
    """How surely the rows that differ are wrong: the others must bear the pattern out."""
    if not differ:
        return None
    telling = sum(not _is_trivial(one) for one in agree)
    is_sum = differ[0].kind is FindingKind.SUM
    if is_named:
        if telling >= 2 * len(differ) or (telling and telling >= len(differ) and all(map(is_near, differ))):
            return Certainty.SAID
        if telling >= len(differ):
            return Certainty.IMPLIED
        is_alone = len(differ) == 1 and not agree and not is_sum
        return Certainty.IMPLIED if is_alone and is_near(differ[0], Fraction(1, 4)) else None
    if is_sum:
        telling = sum(not _is_trivial(one) and one.stated.value >= _LARGE for one in agree)
        is_borne = telling >= _BORNE * len(differ) and all(map(is_near, differ))
        return Certainty.IMPLIED if is_borne else None
    if telling >= 3 * len(differ) and telling >= 3:
        return Certainty.SAID
    return Certainty.IMPLIED if telling >= 2 * len(differ) and telling >= 2 else None


def _is_trivial(one: Relation) -> bool:
    """Whether a relation holds whatever the pattern: nothing, all, or one part alone."""
    if one.kind is FindingKind.SUM:
        return sum(bool(cell.value) for cell in one.operands) < 2
    if one.kind is FindingKind.SHARE:
        return not one.stated.value or one.operands[0].value == one.operands[-1].value
    return not one.stated.value


def _sums(grid: Grid, whole: int, added: Sequence[int]) -> Iterator[_Pattern]:
    """The column as the sum of some that stand together at its right or left."""
    place = added.index(whole)
    is_total = bool(_TOTAL.search(grid.headers[whole]))
    for step in (1, -1):
        line = [added[at] for at in range(place + step, -1 if step < 0 else len(added), step)][:_MOST_PARTS]
        for length in range(len(line), 1, -1):
            parts = tuple(sorted(line[:length]))
            is_named = is_total and not any(_TOTAL.search(_own(grid, part, whole)) for part in parts)
            yield _Pattern(_summing(grid, whole, parts), is_named and length == len(line))


def _own(grid: Grid, column: int, whole: int) -> str:
    """The words above a column that do not also stand above the whole."""
    shared = set(grid.headers[whole].split())
    return " ".join(word for word in grid.headers[column].split() if word not in shared)


def _summing(grid: Grid, whole: int, parts: tuple[int, ...]) -> Maker:
    def make(row: int) -> Relation | None:
        cell = grid.numbers.get((row, whole))
        cells = [known for part in parts if (known := grid.numbers.get((row, part))) is not None]
        if cell is None or len(cells) < 2:
            return None
        plain = sum_of(cell, cells)
        return plain if plain.agrees or len(cells) == len(parts) else sum_of(cell, cells, missing=True)

    return make


def _differences(grid: Grid, change: int, added: Sequence[int]) -> Iterator[_Pattern]:
    """The column as the difference of two others, the nearest ones first."""
    place = added.index(change)
    others = [*added[max(0, place - _REACH) : place], *added[place + 1 : place + 1 + 2]]
    left = added[:place]
    is_fall = bool(_FALL.search(grid.headers[change])) and "tăng" not in grid.headers[change]
    for later in reversed(others):
        for earlier in reversed(others):
            if later != earlier and (later > earlier or is_fall):
                is_named = len(left) == 2 and {later, earlier} == set(left)
                yield _Pattern(_differing(grid, change, later, earlier, is_fall), is_named and later > earlier)


def _differing(grid: Grid, change: int, later: int, earlier: int, is_fall: bool) -> Maker:
    is_signed = any(
        cell.value < 0 for row in grid.data if (cell := grid.numbers.get((row, change))) is not None
    ) or any(grid.texts.get((row, change), "").startswith("+") for row in grid.data)

    def make(row: int) -> Relation | None:
        cells = [grid.numbers.get((row, column)) for column in (change, later, earlier)]
        stated, after, before = cells
        if stated is None or after is None or before is None:
            return None
        is_falling = not is_signed and (is_fall or after.value < before.value) and later > earlier

        def judge(say: Told) -> Verdict:
            said = stated.stated(say(stated.figure))
            return Difference(
                before.stated(say(before.figure)),
                after.stated(say(after.figure)),
                said.as_fall() if is_falling else said,
            ).check()

        pair = (before, after) if is_falling else (after, before)
        return Relation(FindingKind.DIFFERENCE, stated, (after, before), judge, lambda: joined(pair, " − "))

    return make


def _rates(grid: Grid, rate: int, added: Sequence[int]) -> Iterator[_Pattern]:
    """The column as a share or change of two others, or as the share of one in its total row."""
    place = sum(column < rate for column in added)
    near = [*added[max(0, place - _REACH) : place][::-1], *added[place : place + 2]]
    header = grid.headers[rate]
    is_change = bool(_CHANGE.search(header)) and not re.search(r"(?<!\w)(?:đạt|bằng)(?!\w)", header)
    for part in near:
        for whole in near:
            if part == whole:
                continue
            is_named = bool(_RESULT.search(grid.headers[part]) and _PLAN.search(grid.headers[whole])) and place == 2
            yield _Pattern(_sharing(grid, rate, part, whole), is_named and not is_change)
            if is_change:
                yield _Pattern(_changing(grid, rate, part, whole), False)
    totals = [
        row for row in grid.data if not grid.mark(row) and re.match(r"(?:tổng|cộng|toàn)(?!\w)", grid.labels[row])
    ]
    for part in near[:3]:
        for total in totals[:1] + totals[-1:]:
            yield _Pattern(_sharing_column(grid, rate, part, total), _COMPOSITION.search(header) is not None)


def _sharing(grid: Grid, rate: int, part: int, whole: int) -> Maker:
    def make(row: int) -> Relation | None:
        if _CHANGE_ROW.match(grid.labels[row]):
            return None
        return _share(*(grid.numbers.get((row, column)) for column in (rate, part, whole)))

    return make


def _sharing_column(grid: Grid, rate: int, part: int, total: int) -> Maker:
    def make(row: int) -> Relation | None:
        if row == total or _CHANGE_ROW.match(grid.labels[row]):
            return None
        return _share(*(grid.numbers.get(place) for place in ((row, rate), (row, part), (total, part))))

    return make


def _share(stated: Cell | None, part: Cell | None, whole: Cell | None) -> Relation | None:
    if stated is None or part is None or whole is None or not whole.value:
        return None

    def judge(say: Told) -> Verdict:
        return Share(
            part.stated(say(part.figure)), whole.stated(say(whole.figure)), stated.as_rate(say(stated.figure))
        ).check()

    def is_far() -> bool:
        return is_far_quotient(stated, part, whole)

    return Relation(FindingKind.SHARE, stated, (part, whole), judge, lambda: joined((part, whole), " / "), is_far)


def _changing(grid: Grid, rate: int, later: int, earlier: int) -> Maker:
    is_fall = bool(_FALL.search(grid.headers[rate])) and "tăng" not in grid.headers[rate]

    def make(row: int) -> Relation | None:
        stated, after, before = (grid.numbers.get((row, column)) for column in (rate, later, earlier))
        if stated is None or after is None or before is None or before.value <= 0:
            return None

        def judge(say: Told) -> Verdict:
            said = stated.as_rate(say(stated.figure))
            return RelativeChange(
                before.stated(say(before.figure)), after.stated(say(after.figure)), said.as_fall() if is_fall else said
            ).check()

        def formula() -> str:
            return f"{joined((after, before), ' / ')} − 1"

        def is_far() -> bool:
            return is_far_quotient(stated, after, before, less=1, is_fall=is_fall)

        return Relation(FindingKind.RELATIVE_CHANGE, stated, (after, before), judge, formula, is_far)

    return make
