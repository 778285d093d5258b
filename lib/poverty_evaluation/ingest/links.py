"""Liên kết giữa các dòng: parts and their wholes, and an event that several rows tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.positions import Pair, quoted, with_hint
from poverty_evaluation.ingest.raw_tables import RawTable
from poverty_evaluation.vocabulary.choices import Realisation
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean
from poverty_evaluation.vocabulary.rows import rows_of


def check_parts_of(rows: pd.DataFrame, table: RawTable) -> list[InputProblem]:
    """`part_of` must name a row of the table, and no row may be a part of itself."""
    identifier = table.spec.key[0]
    wholes = dict(zip(rows[identifier], rows["part_of"], strict=True))
    problems = []
    for row in rows_of(rows):
        own = getattr(row, identifier)
        if not row.part_of or not own:
            continue
        if row.part_of not in wholes:
            known = [code for code in wholes if code and code != own]
            expected = f"một “{identifier}” có trong bảng", f"an “{identifier}” of the table"
            problems.append(_problem(table, row, "part_of", (expected, did_you_mean(row.part_of, known))))
        elif _is_circular(own, wholes):
            expected = "chuỗi “part_of” không vòng lại chính nó", "no circle of parts"
            problems.append(_problem(table, row, "part_of", (expected, ("", ""))))
    return problems


def check_plans(activities: pd.DataFrame, table: RawTable) -> list[InputProblem]:
    """`of_plan` must name a row of what is planned, and not stand on such a row."""
    planned = {row.activity_id for row in rows_of(activities) if row.realisation == Realisation.PLANNED}
    problems = []
    for row in rows_of(activities):
        if row.of_plan and (row.of_plan not in planned or row.activity_id in planned):
            expected = "một dòng “kế hoạch” (planned) có trong bảng", "a row of the table that is planned"
            problems.append(_problem(table, row, "of_plan", (expected, did_you_mean(row.of_plan, sorted(planned)))))
    return problems


def check_events(activities: pd.DataFrame, figures: pd.DataFrame, table: RawTable) -> list[InputProblem]:
    """An event told by several rows is counted under one organisation that tells it, and each figure once."""
    problems: list[InputProblem] = []
    told = activities[activities["event_id"].map(bool)]
    for _, rows in told.groupby("event_id", sort=False):
        if len(rows) < 2:
            continue
        known = sorted({code for code in rows["organisation_code"] if code})
        under = {code for code in rows["counted_under"] if code}
        expected = (
            f"cùng một đơn vị ở mọi dòng của sự kiện, là một trong: {', '.join(known)}",
            f"the same organisation on every row of the event, one of: {', '.join(known)}",
        )
        chosen = min(under) if len(under) == 1 and under <= set(known) else ""
        for row in rows_of(rows):
            if not chosen or row.counted_under != chosen:
                problems.append(_problem(table, row, "counted_under", (expected, ("", ""))))
        if chosen:
            problems += _counted_twice(rows[rows["organisation_code"] == chosen], figures, table)
    return problems


def _counted_twice(rows: pd.DataFrame, figures: pd.DataFrame, table: RawTable) -> list[InputProblem]:
    """Rows of one event and one organisation that both give the same figure would both be counted."""
    first: dict[tuple[str, str], str] = {}
    problems: dict[str, InputProblem] = {}
    for row in rows_of(rows):
        for figure in rows_of(figures[figures["activity_id"] == row.activity_id]):
            other = first.setdefault((figure.role, figure.flow), row.activity_id)
            if other != row.activity_id:
                expected = (
                    f"sự kiện được tính một lần; “{figure.role}” đã có ở dòng “{other}” của cùng đơn vị",
                    f"the event counted once; “{figure.role}” is on the row “{other}” of the same organisation",
                )
                problems.setdefault(row.activity_id, _problem(table, row, "event_id", (expected, ("", ""))))
    return list(problems.values())


def _is_circular(start: str, wholes: Mapping[str, str]) -> bool:
    seen, here = {start}, wholes.get(start, "")
    while here:
        if here in seen:
            return True
        seen.add(here)
        here = wholes.get(here, "")
    return False


def _problem(table: RawTable, row: Any, column: str, told: tuple[Pair, Pair]) -> InputProblem:
    """What was expected of a cell that links rows, with the nearest name."""
    expected, hint = told
    heading = table.heading(table.columns.get(column), column)
    remedy = f"Sửa cột {column}.", f"Mend the column {column}."
    return table.where.at(row.row, heading).problem(
        expected, quoted(getattr(row, column) or ""), with_hint(remedy, hint)
    )
