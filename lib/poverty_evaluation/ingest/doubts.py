"""Số liệu còn nghi vấn: an amount whose unit a check names as wrong is carried as printed, but marked, so that every
total it enters is marked too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import pandas as pd

from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

_SOURCE, _STATUS = "source", "status"
_Place = tuple[str, str, int | None, str]


def with_doubts(tables: Mapping[str, pd.DataFrame], findings: Iterable[Finding]) -> dict[str, pd.DataFrame]:
    """The tables with a status of `disputed` for the figures at the place of an error of unit; nothing is converted."""
    wrong = {
        (finding.file, finding.sheet, finding.row, finding.column)
        for finding in findings
        if finding.kind is FindingKind.UNIT and finding.severity is Severity.ERROR
    }
    return {name: _marked(frame, wrong) for name, frame in tables.items()} if wrong else dict(tables)


def _marked(frame: pd.DataFrame, wrong: set[_Place]) -> pd.DataFrame:
    marked = frame
    if frame.empty:
        return marked
    for column in (name for name in frame.columns if name.endswith(_SOURCE)):
        status = column.removesuffix(_SOURCE) + _STATUS
        if status not in frame.columns:
            continue
        named = [_place(text) in wrong for text in frame[column].tolist()]
        if not any(named):
            continue
        doubted = pd.Series(named, index=frame.index) & (frame[status] == str(ValueStatus.GIVEN))
        if doubted.any():
            marked = marked.copy() if marked is frame else marked
            marked.loc[doubted, status] = str(ValueStatus.DISPUTED)
    return marked


def _place(source: str) -> _Place | None:
    cell = json.loads(source) if isinstance(source, str) and source.startswith("{") else None
    return cell and (cell["file"], cell["sheet"], cell["row"], cell["column"])
