"""Số lượng × đơn giá = thành tiền: the columns of a table of which one is the product of two or three others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.telling import Relation, Told, is_near, joined, told
from poverty_evaluation.relations import Verdict
from poverty_evaluation.relations.verdicts import Computed, judge_equal
from poverty_evaluation.vocabulary.findings import FindingKind

_NORM = re.compile(
    r"(?<!\w)(?:đơn giá|định mức|mức (?:hỗ trợ|chi|trợ cấp|khoán|thưởng|quà)|năng suất|suất đầu tư|giá)(?!\w)"
    r"|/\s?(?:hộ|người|suất|ha|khẩu|lớp|nhà|tháng|ngày|con|em)(?!\w)"
)
_RESULT = re.compile(r"(?<!\w)(?:thành tiền|kinh phí|số tiền|tổng|sản lượng|trị giá|giá trị|cộng|nhu cầu vốn)(?!\w)")
_NUMBER = re.compile(r"(?<!\w)(?:số|sl|khối lượng|kl|diện tích|lượng|quy mô|thời gian|hộ|người)(?!\w)")
#: By how much the units of the columns may differ: triệu beside đồng, tạ beside tấn.
_SCALES = tuple(Fraction(10) ** power for power in (0, -3, 3, -6, 6, -1, 1))
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class _Columns:
    """The factors, the column they make and what their product is multiplied by."""

    factors: tuple[int, ...]
    result: int
    scale: Fraction


def products_of(grid: Grid) -> Iterator[Claim]:
    """The rows of a table that keep to number × norm = total, and those that do not."""
    if len(grid.numeric) > _MOST_COLUMNS:
        return
    norms = [column for column in grid.numeric if _NORM.search(grid.headers[column])]
    for norm in norms:
        best = _best(grid, norm)
        if best is None:
            continue
        made = [one for row in grid.data if (one := _relation(grid, best, row)) is not None]
        agree, differ = [one for one in made if one.agrees], [one for one in made if one.disagrees]
        certainty = _certainty(agree, differ)
        for one in agree:
            yield told(grid, one, Certainty.SAID, say_in_row=True)
        for one in differ if certainty is not None else ():
            yield told(grid, one, certainty or Certainty.GUESSED, say_in_row=True)


def _best(grid: Grid, norm: int) -> _Columns | None:
    """The columns that agree in most rows: in two at least, or in one of two."""
    results = [one for one in grid.numeric if one != norm and _RESULT.search(grid.headers[one])]
    numbers = [one for one in grid.numeric if one != norm and _NUMBER.search(grid.headers[one])]
    best: tuple[int, _Columns] | None = None
    for result in results:
        others = [one for one in numbers if one != result]
        for count in (1, 2):
            for chosen in permutations(others, count):
                if list(chosen) != sorted(chosen):
                    continue
                for scale in _SCALES:
                    columns = _Columns((*chosen, norm), result, scale)
                    agree = _agreeing(grid, columns)
                    if agree and (best is None or agree > best[0]):
                        best = agree, columns
    return best[1] if best else None


def _agreeing(grid: Grid, columns: _Columns) -> int:
    made = [one for row in grid.data if (one := _relation(grid, columns, row)) is not None]
    telling = [one for one in made if not any(cell.value == 1 for cell in one.operands)]
    return sum(one.agrees for one in telling)


def _certainty(agree: Sequence[Relation], differ: Sequence[Relation]) -> Certainty | None:
    if not differ:
        return None
    if len(agree) >= 2 * len(differ):
        return Certainty.SAID
    return (
        Certainty.IMPLIED if len(agree) >= len(differ) and all(is_near(one, Fraction(1, 2)) for one in differ) else None
    )


def _relation(grid: Grid, columns: _Columns, row: int) -> Relation | None:
    cells = [grid.numbers.get((row, column)) for column in (*columns.factors, columns.result)]
    known = [cell for cell in cells if cell is not None and cell.value > 0]
    if len(known) != len(cells):
        return None
    factors, result = tuple(known[:-1]), known[-1]

    def judge(say: Told) -> Verdict:
        product = Computed.exactly(columns.scale)
        for cell in factors:
            product = product * Computed.of(cell.stated(say(cell.figure)))
        return judge_equal(result.stated(say(result.figure)), product, FindingKind.PRODUCT, "")

    return Relation(FindingKind.PRODUCT, result, factors, judge, lambda: _formula(factors, columns.scale))


def _formula(factors: tuple[Cell, ...], scale: Fraction) -> str:
    formula = joined(factors, " × ")
    if scale == 1:
        return formula
    return f"{formula} × {scale.numerator}" if scale > 1 else f"{formula} / {scale.denominator}"
