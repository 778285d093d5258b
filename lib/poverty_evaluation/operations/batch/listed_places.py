"""Danh sách địa phương trong tệp: one folder name a line, or a CSV with the columns place and, if wanted, period."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.vocabulary.errors import InputProblem

_PLACE, _PERIOD = "place", "period"


@dataclass(frozen=True, slots=True)
class Listed:
    """A place as it was named; period: empty for the periods of the batch. file, row: where it is listed."""

    place: str
    period: str = ""
    file: str = ""
    row: int | None = None


def read_list(path: Path) -> tuple[list[Listed], list[InputProblem]]:
    """The places of a list. Empty lines and what follows a # are no part of it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [_unreadable(path, error)]
    lines = [(number, line.split("#")[0].strip()) for number, line in enumerate(text.splitlines(), 1)]
    rows = [(number, [cell.strip() for cell in next(csv.reader([line]))]) for number, line in lines if line]
    heading = [name.lower() for name in rows[0][1]] if rows else []
    if _PLACE not in heading:
        found = [Listed(cells[0], "", path.name, number) for number, cells in rows]
        more = [_not_one_name(path, number, cells) for number, cells in rows if len(cells) > 1]
        return found, more or ([] if found else [_empty(path)])
    place, period = heading.index(_PLACE), heading.index(_PERIOD) if _PERIOD in heading else None
    found = []
    for number, cells in rows[1:]:
        told = cells[period] if period is not None and period < len(cells) else ""
        found.append(Listed(cells[place] if place < len(cells) else "", told, path.name, number))
    return found, [] if found else [_empty(path)]


def _unreadable(path: Path, error: Exception) -> InputProblem:
    return InputProblem(
        "một tệp chữ UTF-8 đọc được cho --places-from",
        "a readable UTF-8 text file for --places-from",
        f"{type(error).__name__}: {path}",
        f"{type(error).__name__}: {path}",
        "Kiểm tra đường dẫn và mã chữ của tệp.",
        "Check the path and the encoding of the file.",
        file=path.name,
    )


def _not_one_name(path: Path, number: int, cells: list[str]) -> InputProblem:
    return InputProblem(
        "mỗi dòng một địa phương, hoặc dòng tiêu đề có cột place (và period)",
        "one place a line, or a heading with the column place (and period)",
        f"{len(cells)} ô",
        f"{len(cells)} cells",
        "Thêm dòng tiêu đề place,period, hoặc chỉ ghi tên thư mục.",
        "Add the heading place,period, or write folder names only.",
        file=path.name,
        row=number,
    )


def _empty(path: Path) -> InputProblem:
    return InputProblem(
        "ít nhất một địa phương trong tệp",
        "at least one place in the file",
        "không có dòng nào",
        "no line",
        "Ghi mỗi dòng một tên thư mục.",
        "Write one folder name a line.",
        file=path.name,
    )
