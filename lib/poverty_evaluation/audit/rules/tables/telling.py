"""Từ bảng đến kết luận: the claims of a table, written with its figures, its row and its column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.quick_looks import is_far_sum
from poverty_evaluation.relations import State, Stated, SumOfParts, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

Told = Callable[[Figure], Stated]
_SHOWN_PARTS = 8
_SHOWN_WORDS = 60


@dataclass(frozen=True)
class Relation:
    """Figures of a table that a header or label relates. stated is held against the operands; formula: writes it with
    the figures as printed ("105 + 58"), which most relations that are tried never need."""

    kind: FindingKind
    stated: Cell
    operands: tuple[Cell, ...]
    judge: Judge
    formula: Callable[[], str]
    is_far: Callable[[], bool] | None = None  # a quick look that saves the whole arithmetic for most that are tried

    @cached_property
    def verdict(self) -> Verdict:
        return self.judge(Figure.stated)

    @cached_property
    def agrees(self) -> bool:
        return not (self.is_far is not None and self.is_far()) and self.verdict.agrees

    @property
    def disagrees(self) -> bool:
        """Whether the figures cannot be so related; a missing one may leave it open."""
        return self.verdict.state in (State.CONTRADICTION, State.LIKELY)


def sum_of(whole: Cell, parts: Sequence[Cell], complete: bool = True, missing: bool = False) -> Relation:
    """The sum of some cells, "at least" where others are missing."""

    def judge(told: Told) -> Verdict:
        stated = [part.stated(told(part.figure)) for part in parts]
        return SumOfParts(whole.stated(told(whole.figure)), (*stated, *((None,) if missing else ())), complete).check()

    def is_far() -> bool:
        return complete and not missing and is_far_sum(whole, parts)

    return Relation(FindingKind.SUM, whole, tuple(parts), judge, lambda: joined(parts, " + "), is_far)


def joined(cells: Sequence[Cell], sign: str) -> str:
    """The cells as printed with a sign between them; the middle of many is left out."""
    told = [cell.figure.text if cell.value >= 0 else f"({cell.figure.text})" for cell in cells]
    if len(told) > _SHOWN_PARTS:
        told = [*told[: _SHOWN_PARTS // 2], "…", *told[-_SHOWN_PARTS // 2 :]]
    return sign.join(told)


def is_near(relation: Relation, most: Fraction = Fraction(3, 20)) -> bool:
    """Whether a disagreement is as small as a slip of the hand makes it: a few per cent, or two digits changed."""
    verdict = relation.verdict
    computed = verdict.computed_low if verdict.computed is None else verdict.computed
    if computed is None or not verdict.stated:
        return False
    if abs(verdict.stated - computed) <= most * abs(verdict.stated):
        return True
    digits = [sorted(char for char in str(value) if char.isdecimal()) for value in (verdict.stated, computed)]
    return computed.denominator == 1 and digits[0] == digits[1]


def told(grid: Grid, relation: Relation, certainty: Certainty, say_in_row: bool) -> Claim:
    """The claim of a relation; say_in_row: its figures stand in one row, else in one column."""
    verdict = relation.verdict
    cell = relation.stated
    row = _short(grid.row_name(cell.row)) or f"thứ {cell.row + 1}"
    column = _short(grid.column_name(cell.column)) or f"thứ {cell.column + 1}"
    value = _value(verdict, relation)
    least_vi, least_en = ("ít nhất ", "at least ") if verdict.computed is None else ("", "")
    formula = relation.formula()
    computation = f"{formula} = {value}; bảng ghi {cell.figure.text}" if value else formula
    if verdict.agrees:
        computation = f"{formula} = {cell.figure.text}"
    vi, en = f"Bảng, dòng “{row}”, cột “{column}”: ", f"Table, row “{row}”, column “{column}”: "
    if verdict.agrees:
        vi, en = f"{vi}khớp.", f"{en}agrees."
    else:
        vi += f"{_SAYS_VI[relation.kind]} là {least_vi}{value}, bảng ghi {cell.figure.text}"
        en += f"{_SAYS_EN[relation.kind]} is {least_en}{value}, the table has {cell.figure.text}"
        vi += "; đề nghị kiểm tra các ô của " + ("dòng này." if say_in_row else "cột này.")
        en += "; check the cells of this " + ("row." if say_in_row else "column.")
    readings = () if verdict.agrees or not value else (*_slips(relation, verdict), value)
    return claim(
        relation.kind, relation.judge, certainty, cell.figure, tuple(one.figure for one in relation.operands),
        computation, vi, en, value, readings, verdict,
    )  # fmt: skip


_SAYS_VI = {
    FindingKind.SUM: "cộng lại",
    FindingKind.SHARE: "tỷ lệ tính ra",
    FindingKind.DIFFERENCE: "chênh lệch tính ra",
    FindingKind.RELATIVE_CHANGE: "tốc độ tính ra",
    FindingKind.IDENTITY: "số cuối kỳ tính ra",
    FindingKind.PRODUCT: "số lượng nhân với mức",
}
_SAYS_EN = {
    FindingKind.SUM: "the sum",
    FindingKind.SHARE: "the share",
    FindingKind.DIFFERENCE: "the difference",
    FindingKind.RELATIVE_CHANGE: "the relative change",
    FindingKind.IDENTITY: "the closing stock",
    FindingKind.PRODUCT: "number times norm",
}


def _value(verdict: Verdict, relation: Relation) -> str:
    """What the operands give, as the stated cell would print it."""
    if verdict.computed is None and relation.kind is FindingKind.SUM:
        return written(sum((cell.value for cell in relation.operands), Fraction(0)), relation.stated.figure)
    if verdict.computed is None or verdict.stated is None:
        return ""
    figure = relation.stated.figure
    is_scaled = verdict.stated != relation.stated.value and figure.known
    value = (
        verdict.computed * (relation.stated.value / verdict.stated)
        if is_scaled and verdict.stated
        else verdict.computed
    )
    if figure.decimals == 0 and value.denominator != 1:
        value = round(value * 100) / Fraction(100)
    is_bare_rate = relation.kind in (FindingKind.SHARE, FindingKind.RELATIVE_CHANGE) and figure.measure is Measure.COUNT
    return written(value, figure) + ("%" if is_bare_rate else "")


def _slips(relation: Relation, verdict: Verdict) -> tuple[str, ...]:
    """A part whose digits, in another order, would make the sum right: "358" for "385"."""
    if relation.kind is not FindingKind.SUM or verdict.difference is None:
        return ()
    found = []
    for cell in relation.operands:
        right = cell.figure.known + verdict.difference
        if right > 0 and right.denominator == 1 and sorted(str(right)) == sorted(str(cell.figure.known)):
            found.append(f"{written(right, cell.figure)} (thay cho {cell.figure.text})")
    return tuple(found) if len(found) == 1 else ()


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN_WORDS else words[: _SHOWN_WORDS - 1].rsplit(" ", 1)[0] + "…"
