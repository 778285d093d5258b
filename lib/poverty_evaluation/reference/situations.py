"""Tình huống số liệu: what people meet when they make these reports, as cells sent and what comes out of them.

The files are acceptance cases and method annex at once, so what is printed is what is tested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml


class OutcomeKind(StrEnum):
    """Kết quả xử lý: what kind of thing comes out."""

    VALUE = "value"  # giá trị
    FINDING = "finding"  # phát hiện
    SAID = "said"  # báo cáo nêu
    NOT_SAID = "not_said"  # báo cáo không nêu
    REFUSED = "refused"  # từ chối, phải sửa


#: The other periods that a case can hold, by its keys.
OTHER_PERIODS = ("period_before", "year_before")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that comes out of a case. what: the id of a value, or the severity of a finding, else empty."""

    kind: OutcomeKind
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class SentTable:
    """A table of a case, the heading first. told_in: the period it belongs to, empty for the period itself."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class SituationCase:
    """Một trường hợp của tình huống."""

    name: str
    sent: tuple[SentTable, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Một tình huống."""

    title: str
    text: str
    cases: tuple[SituationCase, ...]


def read_situations(folder: Path) -> tuple[Situation, ...]:
    """Every situation of a folder, in the order of the files' names."""
    return tuple(_situation(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.yml")))


def cells_of(text: str) -> list[list[str]]:
    """The rows of a table as a case writes it: cells are parted by |, those in quotes keep their spaces."""
    rows = [[cell.strip(" ") for cell in row.split("|")] for row in text.strip("\n").splitlines() if row.strip(" ")]
    return [[cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in row] for row in rows]


def _situation(plain: Mapping[str, Any]) -> Situation:
    return Situation(plain["title"], " ".join(plain["situation"].split()), tuple(map(_case, plain["cases"])))


def _case(plain: Mapping[str, Any]) -> SituationCase:
    others = [table for key in OTHER_PERIODS for table in _tables(plain.get(key, {}), key)]
    return SituationCase(plain["name"], (*others, *_tables(plain["sent"])), tuple(_outcomes(plain["comes_out"])))


def _tables(sent: Mapping[str, Any], told_in: str = "") -> Iterator[SentTable]:
    for name, text in (*sent.get("tables", {}).items(), *sent.get("workbook", {}).items()):
        yield SentTable(name, tuple(tuple(row) for row in cells_of(text)), told_in)


def _outcomes(plain: Mapping[str, Any]) -> Iterator[Outcome]:
    for one in plain.get("values", []):
        yield Outcome(OutcomeKind.VALUE, one["id"], one.get("reads") or one["status"])
    for one in plain.get("findings", []):
        yield Outcome(OutcomeKind.FINDING, one["severity"], _joined(one["words"]))
    for words in plain.get("says", []):
        yield Outcome(OutcomeKind.SAID, "", words)
    hidden = (*plain.get("never_says", []), *plain.get("keeps_nothing_of", []))
    for words in hidden:
        yield Outcome(OutcomeKind.NOT_SAID, "", words)
    for one in plain.get("refused", []):
        yield Outcome(OutcomeKind.REFUSED, one.get("column", ""), _joined(one["words"]))


def _joined(words: str | list[str]) -> str:
    return words if isinstance(words, str) else " … ".join(words)
