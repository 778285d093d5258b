"""Công thức của cột: "(3)=(1)+(2)", "(5)=(4)/(1)×100" under the head of a table, kept or broken row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.telling import Relation, Told, is_near, joined, sum_of, told
from poverty_evaluation.relations import FlowIdentity, Share, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_TERM = re.compile(r"\s*(?P<sign>[+-]?)\s*\(?\s*(?P<column>\d{1,2})\s*\)?\s*")
_QUOTIENT = re.compile(
    r"\s*\(?\s*(?P<part>\d{1,2})\s*\)?\s*[/:]\s*\(?\s*(?P<whole>\d{1,2})\s*\)?\s*(?:[x×*.]\s*100\s*%?|%)?\s*"
)
_CHANGE_ROW = re.compile(r"[-+*\s]*(?:tăng|giảm|chênh lệch|so sánh|biến động)(?!\w)")


def formulas_of(grid: Grid) -> Iterator[Claim]:
    """The claims of every column whose formula is printed; columns that most rows break were not read rightly."""
    for column, formula in grid.formulas.items():
        made = list(_relations(grid, column, formula))
        agree = sum(one.agrees for one in made)
        differ = sum(one.disagrees for one in made)
        for one in made:
            if one.agrees or (one.disagrees and (agree >= differ or (differ == 1 and is_near(one)))):
                yield told(grid, one, Certainty.SAID, say_in_row=True)


def _relations(grid: Grid, column: int, formula: str) -> Iterator[Relation]:
    quotient = _QUOTIENT.fullmatch(formula)
    terms = None if quotient else _terms(formula)
    for row in grid.data:
        stated = grid.numbers.get((row, column))
        if stated is None:
            continue
        if quotient is not None and not _CHANGE_ROW.match(grid.labels[row]):
            part, whole = (_cell(grid, row, quotient[name]) for name in ("part", "whole"))
            if part is not None and whole is not None and whole.value > 0:
                yield _share(stated, part, whole)
        elif terms is not None:
            plus = [cell for sign, number in terms if sign > 0 and (cell := _cell(grid, row, number)) is not None]
            minus = [cell for sign, number in terms if sign < 0 and (cell := _cell(grid, row, number)) is not None]
            is_whole = len(plus) + len(minus) == len(terms)
            if plus and (
                is_whole or (len(plus) + len(minus) > 1 and _are_dashes(grid, row, [one[1] for one in terms]))
            ):
                yield sum_of(stated, plus) if not minus else _balance(stated, plus, minus)


def _cell(grid: Grid, row: int, number: str) -> Cell | None:
    column = grid.numbered.get(number)
    return None if column is None else grid.numbers.get((row, column))


def _are_dashes(grid: Grid, row: int, numbers: list[str]) -> bool:
    """Whether the cells of a row that hold no number hold a dash or nothing."""
    columns = [grid.numbered.get(number) for number in numbers]
    return all(
        column is not None and ((row, column) in grid.numbers or grid.texts.get((row, column), "") in ("", "-"))
        for column in columns
    )


def _terms(formula: str) -> list[tuple[int, str]] | None:
    """The columns of a sum with their signs: "(1)-(2)+(3)"; None for what is none."""
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(formula):
        match = _TERM.match(formula, at)
        if match is None or (found and not match["sign"]):
            return None
        found.append((-1 if match["sign"] == "-" else 1, match["column"]))
        at = match.end()
    return found if len(found) > 1 else None


def _share(stated: Cell, part: Cell, whole: Cell) -> Relation:
    def judge(say: Told) -> Verdict:
        return Share(
            part.stated(say(part.figure)), whole.stated(say(whole.figure)), stated.as_rate(say(stated.figure))
        ).check()

    return Relation(FindingKind.SHARE, stated, (part, whole), judge, lambda: joined((part, whole), " / "))


def _balance(stated: Cell, plus: list[Cell], minus: list[Cell]) -> Relation:
    def judge(say: Told) -> Verdict:
        opening, *entries = (cell.stated(say(cell.figure)) for cell in plus)
        exits = tuple(cell.stated(say(cell.figure)) for cell in minus)
        return FlowIdentity(opening, exits, tuple(entries), stated.stated(say(stated.figure))).check()

    def formula() -> str:
        return joined(plus, " + ") + "".join(f" − {cell.figure.text}" for cell in minus)

    return Relation(FindingKind.IDENTITY, stated, (*plus, *minus), judge, formula)
