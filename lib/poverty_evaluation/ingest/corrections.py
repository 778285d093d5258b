"""Đính chính (corrections.yml): how a cell that cannot be read as it stands is to be read, why, and how surely."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from poverty_evaluation.ingest.positions import Pair, Where, quoted, with_hint
from poverty_evaluation.ingest.yaml_files import YamlTree, read_yaml_list
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean


@dataclass(frozen=True)
class Correction:
    """One entry. accepted: a single reading is possible; disputed: used, to be confirmed; unreadable: no value."""

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

    @property
    def described(self) -> Pair:
        key = ", ".join(f"{name}={value}" for name, value in self.key.items())
        return f"{self.file}, {key}, cột {self.column}", f"{self.file}, {key}, column {self.column}"


@dataclass
class Corrections:
    """The corrections of a period, and the cells that each of them has met."""

    entries: tuple[Correction, ...]
    where: Where
    rows: tuple[int | None, ...] = ()  # the line of each entry
    _met: dict[int, set[tuple[str, str, int]]] = field(default_factory=dict)

    def find(self, cell: Where, row: Mapping[str, str], columns: Collection[str]) -> Correction | None:
        """The entry for a cell: its file's name, the row's key fields and one of the column's names must agree."""
        name = cell.file.rsplit("/", 1)[-1]
        for index, entry in enumerate(self.entries):
            if entry.file != name or entry.column not in columns:
                continue
            if all(row.get(field_name) == value for field_name, value in entry.key.items()):
                self._met.setdefault(index, set()).add((cell.file, cell.sheet, cell.row or 0))
                return entry
        return None

    def problems(self, read_files: Sequence[str], sent_files: Sequence[str]) -> list[InputProblem]:
        """Entries that meet no cell (stale) or several; entries about a file that could not be read are left alone."""
        found = []
        for index, entry in enumerate(self.entries):
            met = len(self._met.get(index, ()))
            if entry.file not in sent_files:
                found.append(self._unknown_file(index, entry, sent_files))
            elif met == 0 and entry.file in read_files:
                found.append(self._stale(index, entry))
            elif met > 1:
                found.append(self._several(index, entry, met))
        return found

    def _at(self, index: int) -> Where:
        return self.where.at(row=self.rows[index] if index < len(self.rows) else None)

    def _unknown_file(self, index: int, entry: Correction, sent_files: Sequence[str]) -> InputProblem:
        remedy = "Xóa mục này hoặc sửa tên tệp.", "Remove the entry or mend the name of the file."
        return self._at(index).problem(
            ("tên một tệp trong thư mục của kỳ", "the name of a file of the period's folder"),
            quoted(entry.file),
            with_hint(remedy, did_you_mean(entry.file, sent_files)),
        )

    def _stale(self, index: int, entry: Correction) -> InputProblem:
        vi, en = entry.described
        return self._at(index).problem(
            (f"một ô số liệu khớp với mục số {index + 1}: {vi}", f"a cell that entry {index + 1} is about: {en}"),
            ("không có ô nào, hoặc một mục khác đã dùng cho ô đó", "none, or another entry is about that cell"),
            ("Xóa mục này hoặc sửa khóa, tên cột của nó.", "Remove the entry or mend its key and column."),
        )

    def _several(self, index: int, entry: Correction, met: int) -> InputProblem:
        vi, en = entry.described
        return self._at(index).problem(
            (f"một ô duy nhất cho mục số {index + 1}: {vi}", f"a single cell for entry {index + 1}: {en}"),
            (f"{met} ô", f"{met} cells"),
            ("Bổ sung khóa để chỉ còn một dòng.", "Add to its key until one row is left."),
        )


def read_corrections(folder: Path, data_root: Path) -> tuple[Corrections, list[InputProblem]]:
    """corrections.yml of a period folder; none when the file is absent."""
    path = folder / "corrections.yml"
    entries, tree, problems = read_yaml_list(path, data_root, Correction)
    where = Where(path.relative_to(data_root).as_posix())
    rows: list[int | None] = []
    for index, entry in enumerate(entries):
        assert tree is not None  # entries come from one
        problems += _inconsistent(index, entry, tree)
        rows.append(tree.at(str(index)).row)
    return Corrections(tuple(entries), where, tuple(rows)), problems


def _inconsistent(index: int, entry: Correction, tree: YamlTree) -> list[InputProblem]:
    """A reading where there is none to be had, or none where one is used; a key that names no row."""
    problems = []
    at = tree.at(str(index), "reading")
    if entry.status == "unreadable" and entry.reading is not None:
        problems.append(
            at.problem(
                ("không có cách đọc khi status là unreadable", "no reading where the status is unreadable"),
                quoted(entry.reading),
                ("Xóa reading, hoặc đổi status thành disputed.", "Remove the reading, or make the status disputed."),
            )
        )
    if entry.status != "unreadable" and entry.reading is None:
        problems.append(
            at.problem(
                (f"cách đọc (reading) khi status là {entry.status}", f"a reading where the status is {entry.status}"),
                ("không có", "none"),
                ("Ghi reading, hoặc đổi status thành unreadable.", "Give a reading, or make the status unreadable."),
            )
        )
    if not entry.key:
        problems.append(
            tree.at(str(index), "key").problem(
                ("khóa của dòng, ví dụ {activity_id: …}", "the key of the row, such as {activity_id: …}"),
                ("không có", "none"),
                ("Ghi cột khóa và giá trị của dòng.", "Name the key column and its value."),
            )
        )
    return problems
