"""Đầu kỳ, tăng, giảm, cuối kỳ: an opening stock, what came and went, and the closing stock, by columns or by rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.tables.grid import Cell, Grid
from poverty_evaluation.audit.rules.tables.telling import Relation, Told, told
from poverty_evaluation.relations import FlowIdentity, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_OPENING = re.compile(r"(?<!\w)(?:đầu (?:kỳ|năm|tháng|quý|nhiệm kỳ)|kỳ trước|năm trước chuyển|tồn đầu)(?!\w)")
_CLOSING = re.compile(r"(?<!\w)(?:cuối (?:kỳ|năm|tháng|quý|nhiệm kỳ)|tồn cuối|chuyển (?:sang )?(?:kỳ|năm) sau)(?!\w)")
_EXIT = re.compile(
    r"(?<!\w)(?:giảm|thoát|xuất|ra khỏi|đã giải quyết|thu nợ|chết|trả|rút|chuyển đi|xoá|xóa|chi|ra viện|loại)(?!\w)"
)
_ENTRY = re.compile(
    r"(?<!\w)(?:tăng|phát sinh|tái|mới|nhập|tiếp nhận|cho vay|chuyển đến|sinh|bổ sung|thu|vào viện)(?!\w)"
)

Maker = Callable[[int], Relation | None]


def is_stock(words: str) -> bool:
    """Whether a header or label names an opening or a closing stock."""
    return _OPENING.search(words) is not None or _CLOSING.search(words) is not None


def balances(grid: Grid, added: Sequence[int]) -> Iterator[tuple[int, Maker]]:
    """Opening, movements and closing side by side, each column named as such."""
    openings = [column for column in added if _OPENING.search(grid.headers[column])]
    closings = [column for column in added if _CLOSING.search(grid.headers[column])]
    if len(openings) != 1 or len(closings) != 1 or openings[0] >= closings[0]:
        return
    between = [column for column in added if openings[0] < column < closings[0]]
    exits = tuple(column for column in between if _EXIT.search(grid.headers[column]))
    entries = tuple(column for column in between if column not in exits and _ENTRY.search(grid.headers[column]))
    if len(exits) + len(entries) == len(between) and exits and entries:
        yield closings[0], _balancing(grid, openings[0], exits, entries, closings[0])


def _balancing(grid: Grid, opening: int, exits: tuple[int, ...], entries: tuple[int, ...], closing: int) -> Maker:
    def make(row: int) -> Relation | None:
        begun, ended = grid.numbers.get((row, opening)), grid.numbers.get((row, closing))
        out = [cell for column in exits if (cell := grid.numbers.get((row, column))) is not None]
        into = [cell for column in entries if (cell := grid.numbers.get((row, column))) is not None]
        if begun is None or ended is None or not (out or into):
            return None
        if any((row, one) not in grid.numbers and grid.texts.get((row, one), "-") != "-" for one in (*exits, *entries)):
            return None
        return _balance(begun, out, into, ended)

    return make


def balances_down(grid: Grid) -> Iterator[Claim]:
    """The same told row by row: "Đầu năm", "Thoát nghèo", "Phát sinh", "Cuối năm", in every column of numbers."""
    rows = [row for row in grid.data if any((row, column) in grid.numbers for column in grid.numeric)]
    for place, row in enumerate(rows):
        if not _OPENING.search(grid.labels[row]):
            continue
        last = next(
            (at for at in range(place + 1, min(len(rows), place + 12)) if is_stock(grid.labels[rows[at]])), None
        )
        if last is None or not _CLOSING.search(grid.labels[rows[last]]):
            continue
        between = rows[place + 1 : last]
        out = [one for one in between if _EXIT.search(grid.labels[one])]
        into = [one for one in between if one not in out and _ENTRY.search(grid.labels[one])]
        if not out or not into or len(out) + len(into) != len(between):
            continue
        yield from _in_columns(grid, row, out, into, rows[last])


def _in_columns(grid: Grid, opening: int, out: Sequence[int], into: Sequence[int], closing: int) -> Iterator[Claim]:
    made = []
    for column in grid.numeric:
        begun, ended = grid.numbers.get((opening, column)), grid.numbers.get((closing, column))
        gone = [cell for row in out if (cell := grid.numbers.get((row, column))) is not None]
        come = [cell for row in into if (cell := grid.numbers.get((row, column))) is not None]
        if begun is not None and ended is not None and len(gone) + len(come) == len(out) + len(into):
            made.append(_balance(begun, gone, come, ended))
    agree = sum(one.agrees for one in made)
    for one in made:
        if one.agrees or 2 * agree >= len(made) or len(made) == 1:
            yield told(grid, one, Certainty.SAID, say_in_row=False)


def _balance(begun: Cell, out: Sequence[Cell], into: Sequence[Cell], ended: Cell) -> Relation:
    def judge(say: Told) -> Verdict:
        gone, come = ([cell.stated(say(cell.figure)) for cell in cells] for cells in (out, into))
        return FlowIdentity(
            begun.stated(say(begun.figure)), tuple(gone), tuple(come), ended.stated(say(ended.figure))
        ).check()

    def formula() -> str:
        gone, come = (f" − {cell.figure.text}" for cell in out), (f" + {cell.figure.text}" for cell in into)
        return "".join([begun.figure.text, *gone, *come])

    return Relation(FindingKind.IDENTITY, ended, (begun, *out, *into), judge, formula)
