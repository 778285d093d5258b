"""Trọn vẹn: whether published folders are whole, tell only of their own place, and are the same as others."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from batch_parts.setting import Task, planted

_RECORD = "run.json"
#: What of a record or an executed notebook tells when, and for how long, and nothing else.
_TIMES = {"times", "papermill", "execution", "duration", "start_time", "end_time", "at", "seconds"}
_NUMBER = re.compile(r"(?<![\d.,])\d\d\.\d{3}(?![.,]?\d)")


class Checker:
    """Looks at every published folder of a batch."""

    def __init__(self, root: Path, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._rows = planted(root)
        self._owner = {row["as_written"]: row["place"] for row in self._rows}

    def __call__(self, outputs: Path) -> tuple[int, list[str]]:
        """How many folders there are, and what is wrong with them."""
        published = [(outputs / place / period, place, period) for place, period in self._tasks]
        there = [one for one in published if one[0].is_dir()]
        found = [problem for folder, place, period in there for problem in self._problems(folder, place, period)]
        return len(there), found

    def _problems(self, folder: Path, place: str, period: str) -> list[str]:
        name = f"{place}/{period}"
        try:
            record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
            if (record["place"], str(record["period"])) != (place, period):
                return [f"{name}: the record is of {record['place']}/{record['period']}"]
            wrong = [one["file"] for one in record["outputs"] if _sha256(folder / one["file"]) != one["sha256"]]
            for notebook in (folder / "executed").iterdir():
                json.loads(notebook.read_text(encoding="utf-8"))
            return [f"{name}: {file} is not what the record says" for file in wrong] + self._mixed(
                folder, place, period
            )
        except (OSError, ValueError, KeyError) as error:
            return [f"{name}: {type(error).__name__} {error}"]

    def _mixed(self, folder: Path, place: str, period: str) -> list[str]:
        text = (folder / "report.html").read_text(encoding="utf-8")
        seen = {number for number in _NUMBER.findall(text) if number in self._owner}
        foreign = {number for number in seen if self._owner[number] != place}
        names = {row["name_vi"] for row in self._rows if row["place"] != place and row["name_vi"] in text}
        own = {row["as_written"] for row in self._rows if (row["place"], row["period"]) == (place, period)}
        found = [f"{place}/{period}: tells {what}, which is another's" for what in sorted(foreign | names)]
        return found + ([] if own <= seen else [f"{place}/{period}: does not tell its own {own - seen}"])


def difference(expected: Path, actual: Path, tasks: Sequence[Task]) -> list[str]:
    """Where two batches' publications differ otherwise than in times."""
    found = []
    for place, period in tasks:
        one, other = expected / place / period, actual / place / period
        names = {path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file()}
        there = {path.relative_to(other).as_posix() for path in other.rglob("*") if path.is_file()}
        found += [f"{place}/{period}: {name} only in one" for name in sorted(names ^ there)]
        found += [
            f"{place}/{period}: {name} differs"
            for name in sorted(names & there)
            if _content(one / name) != _content(other / name)
        ]
    return found


def _content(path: Path) -> Any:
    """The bytes of a file; of a record or a notebook what it says but for times, and for the id that papermill draws
    for the cell of the parameters."""
    if path.name != _RECORD and path.suffix != ".ipynb":
        return path.read_bytes()
    content = _without_times(json.loads(path.read_text(encoding="utf-8")))
    for cell in content.get("cells", ()):
        cell.pop("id", None)
    return content


def _without_times(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _without_times(value) for key, value in content.items() if key not in _TIMES}
    return [_without_times(value) for value in content] if isinstance(content, list) else content


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
