"""Đính chính (corrections.yml): how a cell that cannot be read as it stands is to be read, why, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict

from poverty_evaluation.ingest.yaml_files import read_yaml_list
from poverty_evaluation.vocabulary.errors import InputProblem


@dataclass(frozen=True)
class Correction:
    """One entry. accepted: a single reading is possible; disputed: used, to be confirmed; unreadable: no value."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    file: str
    key: dict[str, str]
    column: str
    as_printed: str
    status: Literal["accepted", "disputed", "unreadable"]
    reason_vi: str
    reason_en: str
    reading: str | None = None
    unit_reading: str | None = None
    candidates: tuple[str, ...] = ()
    recorded: date | None = None


@dataclass
class Corrections:
    """The corrections of a period, and which of them have met their cell."""

    entries: tuple[Correction, ...]
    path: str
    _used: set[int] = field(default_factory=set)

    def find(self, file: str, row: Mapping[str, str], column: str) -> Correction | None:
        """The entry for a cell: file name, the row's key fields and the column must agree."""
        name = file.rsplit("/", 1)[-1]
        for index, entry in enumerate(self.entries):
            if entry.file == name and entry.column == column:
                if all(row.get(field_name) == value for field_name, value in entry.key.items()):
                    self._used.add(index)
                    return entry
        return None

    def unused(self) -> list[InputProblem]:
        """An entry that meets no cell is stale, and said so."""
        return [
            InputProblem(
                f"một ô khớp với mục số {index + 1}: {entry.file}, {entry.key}, cột {entry.column}",
                f"a cell that entry {index + 1} is about: {entry.file}, {entry.key}, column {entry.column}",
                "không có ô nào",
                "no such cell",
                "Xóa mục này hoặc sửa khóa của nó.",
                "Remove the entry or mend its key.",
                file=self.path,
            )
            for index, entry in enumerate(self.entries)
            if index not in self._used
        ]


def read_corrections(folder: Path, data_root: Path) -> tuple[Corrections, list[InputProblem]]:
    """corrections.yml of a period folder; none when the file is absent."""
    path = folder / "corrections.yml"
    entries: list[Any]
    entries, problems = read_yaml_list(path, data_root, Correction)
    return Corrections(tuple(entries), path.relative_to(data_root).as_posix()), problems
