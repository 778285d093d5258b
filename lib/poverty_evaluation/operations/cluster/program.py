"""Chương trình trên mỗi máy: what is the same on every machine, so that a report never shows where it was built."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from poverty_evaluation.operations.versions import versions
from poverty_evaluation.workspace.hashing import package_hash
from poverty_evaluation.workspace.locations import project_root

PACKAGE, NOTEBOOKS, PYTHON = "poverty-evaluation", "notebooks", "python"


def installed_program() -> dict[str, str]:
    """By name: a hash of this package and of the project's notebooks, and the versions of Python and the libraries.

    Of Python the first two numbers count.
    """
    return {
        **versions(),
        "distributed": version("distributed"),
        PYTHON: ".".join(platform.python_version_tuple()[:2]),
        PACKAGE: package_hash(),
        NOTEBOOKS: _hash_of(sorted((project_root() / "notebooks").glob("*.ipynb"))),
    }


def differing(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[str]:
    """What is not the same on another machine, each as `name theirs ≠ ours`; hashes by their first eight digits."""
    names = [name for name in ours if ours[name] != theirs.get(name, "")]
    return [f"{name} {theirs.get(name, '–')[:8]} ≠ {ours[name][:8]}" for name in names]


def _hash_of(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
