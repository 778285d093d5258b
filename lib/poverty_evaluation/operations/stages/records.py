"""Sổ ghi các bước: what run.json says of the stages of a publication, and stages.json of what they handed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.requests import RUN_RECORD, Plan
from poverty_evaluation.operations.stages.fingerprints import HAND_OVER_FOLDERS, Stages
from poverty_evaluation.vocabulary.choices import Language
from poverty_evaluation.workspace.atomic import write_json
from poverty_evaluation.workspace.hashing import file_hash

#: In the work folder: by which stages, as they were then, it was filled.
HAND_OVER_RECORD = "stages.json"
#: The folder of the executed notebooks in a publication.
EXECUTED = "executed"
#: In the times of run.json: when each published file was written.
WRITTEN = "written"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Recorded:
    """What run.json says of one stage; results: its published files."""

    fingerprint: str
    parts: Mapping[str, str]
    results: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Một bản đã công bố, theo run.json: what was published at a place, and by which stages in one language.

    record: the whole of run.json, empty where nothing usable was published. shared: the files that belong to every
    language, as the last run wrote them.
    """

    record: Mapping[str, Any]
    stages: Mapping[str, Recorded] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    shared: tuple[Mapping[str, Any], ...] = ()


def read_published(target: Path, language: Language) -> Published:
    """What is recorded of a publication; nothing where there is none, or none that can be read."""
    try:
        record = json.loads((target / RUN_RECORD).read_text(encoding="utf-8"))
        section = record.get("stages", {}).get(str(language), {})
        if section.get("schema_version") != SCHEMA_VERSION:
            return Published(record)
        times = record["times"]
        stages = {
            name: Recorded(one["fingerprint"], one["parts"], tuple(_with_times(file, times) for file in one["results"]))
            for name, one in section["built"].items()
        }
        shared = tuple(_with_times(file, times) for file in record["stages"].get("shared", ()))
        return Published(record, stages, section["inputs"], shared)
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return Published({})


def section_of(stages: Stages, results: Mapping[str, Iterable[str]], folder: Path) -> dict[str, Any]:
    """What run.json says of the stages of one language; results: the files of each, by their names in the folder."""
    built = {}
    for name, files in results.items():
        stage = stages[name]
        listed = [{"file": file} if _is_executed(file) else listing(folder, file) for file in sorted(files)]
        built[name] = {"fingerprint": stage.fingerprint, "parts": dict(stage.parts), "results": listed}
    return {"schema_version": SCHEMA_VERSION, "built": built, "inputs": dict(stages.inputs)}


def times_of_files(
    folder: Path, results: Mapping[str, Iterable[str]], shared: Iterable[str], earlier: Mapping[str, Any], target: Path
) -> dict[str, Any]:
    """What run.json says of published files that differs between two runs on the same inputs: sha256 and size of the
    executed notebooks, which hold times, and when each file was written.

    Files carried over from the earlier publication are listed as it lists them, as far as they are what it wrote.
    """
    own = sorted({*(file for files in results.values() for file in files), *shared})
    before = earlier.get("times", {})
    carried = [file for file in before.get(WRITTEN, {}) if file not in own and (folder / file).is_file()]
    kept = [file for file in carried if _written(target / file) == before[WRITTEN][file]]
    notebooks = {file: entry for file, entry in before.get(EXECUTED, {}).items() if file in carried}
    for file in filter(_is_executed, own):
        entry = listing(folder, file)
        notebooks[file] = {"sha256": entry["sha256"], "bytes": entry["bytes"]}
    return {EXECUTED: notebooks, WRITTEN: {file: _written(folder / file) for file in (*own, *kept)}}


def _with_times(listed: Mapping[str, Any], times: Mapping[str, Any]) -> dict[str, Any]:
    file = listed["file"]
    return {**listed, **times[EXECUTED].get(file, {}), WRITTEN: times[WRITTEN].get(file)}


def _written(path: Path) -> list[int]:
    """When a file was written, in nanoseconds: its content, and anything of it."""
    state = path.stat()
    return [state.st_mtime_ns, state.st_ctime_ns]


def listing(folder: Path, file: str) -> dict[str, Any]:
    """A published file as it is recorded."""
    path = folder / file
    return {"file": file, "sha256": file_hash(path), "bytes": path.stat().st_size}


def carried_sections(record: Mapping[str, Any], language: Language, files: Sequence[str]) -> dict[str, Any]:
    """What an earlier run.json says of the other languages, as far as their files are carried over."""
    if not files:
        return {}
    sections = record.get("stages", {})
    return {str(other): sections[other] for other in Language if other != language and other in sections}


def damaged(folder: Path, results: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The names of those recorded files that are gone or are no longer what they were.

    Content decides; only a file that nobody has written to since it was recorded is not read again.
    """
    return tuple(str(one["file"]) for one in results if not _is_as_recorded(folder / one["file"], one))


def _is_as_recorded(path: Path, recorded: Mapping[str, Any]) -> bool:
    try:
        state = path.stat()
        if state.st_size != recorded.get("bytes"):
            return False
        return [state.st_mtime_ns, state.st_ctime_ns] == recorded.get(WRITTEN) or file_hash(path) == recorded.get(
            "sha256"
        )
    except OSError:
        return False


def _is_executed(file: str) -> bool:
    return file.startswith(f"{EXECUTED}/")


def record_hand_over(work: Path, stages: Stages, ran: Iterable[str]) -> None:
    """Say in the work folder which stages left what is in it; those not named are not vouched for."""
    found = {}
    for name in ran:
        if name in HAND_OVER_FOLDERS:
            folder = work / HAND_OVER_FOLDERS[name]
            files = sorted(path.relative_to(work).as_posix() for path in folder.rglob("*") if path.is_file())
            found[name] = {
                "fingerprint": stages[name].fingerprint,
                "files": [listing(work, file) for file in files],
            }
    write_json(work / HAND_OVER_RECORD, found)


def hands_over(plan: Plan, stages: Stages, name: str) -> bool:
    """Whether what a stage leaves for later ones is there, whole, from a stage with this fingerprint."""
    try:
        found = json.loads((plan.work / HAND_OVER_RECORD).read_text(encoding="utf-8"))[name]
        if found["fingerprint"] != stages[name].fingerprint:
            return False
        return not damaged(plan.work, found["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
