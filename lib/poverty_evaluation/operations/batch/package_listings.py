"""Mã nguồn theo từng phiên bản: the files of this package by its digest, so that a change of it can be named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from poverty_evaluation.operations.batch.failed_reports import BATCH
from poverty_evaluation.operations.stages.fingerprints import Tools
from poverty_evaluation.workspace.atomic import write_json
from poverty_evaluation.workspace.hashing import package_files

_FOLDER = "package"


def keep_listing(outputs: Path, used: Tools) -> None:
    """Write down which files the present source consists of, unless it is known."""
    path = _path(outputs, used.package)
    if not path.is_file():
        write_json(path, dict(package_files()))


def changed_source(outputs: Path, before: str) -> tuple[str, ...]:
    """The source files that are other ones than in the package of that digest; none where it is not known."""
    try:
        known: Mapping[str, str] = json.loads(_path(outputs, before).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    now = package_files()
    return tuple(sorted(name for name in {*now, *known} if now.get(name) != known.get(name)))


def _path(outputs: Path, digest: str) -> Path:
    return outputs / BATCH / _FOLDER / f"{digest}.json"
