"""Dấu vết đầu vào: one hash over everything a result depends on, so that stale results are recognised.

What a process asks for again and again is read once: the package's own source, which does not change any more once it
is loaded, and the reference data, for as long as names, sizes and times of its files stay. Received files are read
every time.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from poverty_evaluation.workspace.locations import Run


def input_hash(run: Run) -> str:
    """sha256 over names and contents of the received files, the reference data and this package's source.

    The received files are those of the period and of its neighbours. The language and the folders do not matter: the
    same inputs give the same hash wherever they lie.
    """
    parts = {
        "received": digest_of(received_files(run)),
        "reference": digest_of(reference_files(run.data_root)),
        "package": package_hash(),
        "vintage": run.vintage or "",
    }
    return digest_of(parts)


def input_files(run: Run) -> list[dict[str, str]]:
    """Every data file the run read or may have read, relative to the data root, with its sha256."""
    found = {**received_files(run), **reference_files(run.data_root)}
    return [{"file": name, "sha256": found[name]} for name in sorted(found)]


def received_files(run: Run) -> dict[str, str]:
    """The received files of a period and of its neighbours, relative to the data root, with their sha256."""
    found = {path for folder in (run.period_folder, *run.neighbours.folders) for path in _files_below(folder)}
    return {_name_of(path, run.data_root): file_hash(path) for path in sorted(found)}


def reference_files(data_root: Path) -> Mapping[str, str]:
    """The files of the reference data, relative to the data root, with their sha256."""
    folder = data_root / "reference"
    signature = []
    for path in _files_below(folder):
        state = os.stat(path)
        signature.append((_name_of(path, data_root), state.st_size, state.st_mtime_ns))
    return _hashed(data_root, tuple(sorted(signature)))


@functools.lru_cache(maxsize=4)
def _hashed(root: Path, signature: tuple[tuple[str, int, int], ...]) -> Mapping[str, str]:
    return {name: file_hash(root / name) for name, _, _ in signature}


def package_hash() -> str:
    """sha256 over names and contents of this package's source."""
    return digest_of(package_files())


def package_files() -> Mapping[str, str]:
    """The files of this package, relative to the folder that holds it, with their sha256."""
    return _package_files(Path(__file__).resolve().parents[1])


@functools.lru_cache(maxsize=2)
def _package_files(package: Path) -> Mapping[str, str]:
    paths = sorted(_files_below(package))
    return {_name_of(path, package.parent): file_hash(path) for path in paths}


def file_hash(path: Path | str) -> str:
    """sha256 of a file's content."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(parts: Mapping[str, str]) -> str:
    """sha256 over named parts, whatever their order."""
    return _digest(f"{name}\0{parts[name]}\n" for name in sorted(parts))


def _digest(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
    return digest.hexdigest()


def _files_below(folder: Path) -> Iterator[str]:
    """All files but those that editors, spreadsheets and Python leave lying about; texts, as there are many."""
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_scratch(name)]
        for name in names:
            path = os.path.join(at, name)
            if not _is_scratch(name) and os.path.isfile(path):
                yield path


def _name_of(path: str, root: Path) -> str:
    """A file below a folder, as it is called everywhere."""
    return path[len(str(root)) + 1 :].replace(os.sep, "/")


def _is_scratch(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__pycache__"
