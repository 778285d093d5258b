"""Dấu vết đầu vào: one hash over everything a result depends on, so that stale results are recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from poverty_evaluation.workspace.locations import Run


def input_hash(run: Run) -> str:
    """sha256 over names and contents of the received files, the reference data and this package's source.

    The received files are those of the period and of its neighbours. The language and the folders do not matter: the
    same inputs give the same hash wherever they lie.
    """
    digest = hashlib.sha256()
    for name, path in (*_data_files(run), *_package_files()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{name}\0{content}\n".encode())
    digest.update(f"vintage\0{run.vintage or ''}\n".encode())
    return digest.hexdigest()


def input_files(run: Run) -> list[dict[str, str]]:
    """Every data file the run read or may have read, relative to the data root, with its sha256."""
    return [{"file": name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()} for name, path in _data_files(run)]


def package_hash() -> str:
    """sha256 over names and contents of this package's source."""
    digest = hashlib.sha256()
    for name, path in _package_files():
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _data_files(run: Run) -> Iterator[tuple[str, Path]]:
    folders = [run.period_folder, *run.neighbours.folders, run.reference]
    found = {path for folder in folders for path in _files_below(folder)}
    yield from sorted((path.relative_to(run.data_root).as_posix(), path) for path in found)


def _package_files() -> Iterator[tuple[str, Path]]:
    package = Path(__file__).resolve().parents[1]
    yield from sorted((path.relative_to(package.parent).as_posix(), path) for path in _files_below(package))


def _files_below(folder: Path) -> Iterator[Path]:
    """All files but those that editors, spreadsheets and Python leave lying about."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith((".", "~$")) or part == "__pycache__" for part in parts):
            yield path
