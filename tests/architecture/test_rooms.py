"""The contracts of import-linter say exactly what the table of rooms says, for every room there is."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "poverty_evaluation"
OPERATIONS = ROOT / "lib" / PACKAGE / "operations"
CLI = "cli"

#: What each room may import besides itself and the vocabulary. Rooms that are absent here may import all.
MAY_IMPORT = {
    "vocabulary": set(),
    "relations": set(),
    "reference": set(),
    "workspace": {"reference"},
    "ingest": {"relations", "reference"},
    "register": {"relations", "reference"},
    "indicators": {"relations", "reference"},
    "audit": {"relations", "reference"},
    "evaluation": {"reference"},
    "presentation": {"evaluation", "reference"},
    "exploration": {"indicators", "register", "presentation", "workspace"},
}
FREE = {"operations", "samples", CLI}
#: The rooms that may import a library.
LIBRARIES = {
    "papermill": {"operations"},
    "scrapbook": {"workspace"},
    "nbconvert": {"presentation"},
    "seaborn": {"presentation"},
    "typst": {"presentation"},
    "lxml": {"presentation", "audit"},
    "xlsxwriter": {"presentation"},
    "pypdfium2": {"audit"},
    "distributed": {"operations"},
    "fsspec": {"operations"},
}

#: The part of operations that may import a library of its own; it is wanted by few, and imported when it is asked for.
PARTS = {"distributed": "cluster", "fsspec": "remote"}

ROOMS = {path.parent.name for path in (ROOT / "lib" / PACKAGE).glob("*/__init__.py")} | {CLI}


def contracts():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return config["tool"]["importlinter"]["contracts"]


def rooms_in(names):
    return {name.removeprefix(f"{PACKAGE}.") for name in names if name.startswith(f"{PACKAGE}.")}


def test_every_room_is_in_the_table():
    assert set(MAY_IMPORT) | FREE >= ROOMS


@pytest.mark.parametrize("room", sorted(ROOMS - FREE))
def test_what_a_room_may_not_import(room):
    found = [contract for contract in contracts() if contract["source_modules"] == [f"{PACKAGE}.{room}"]]
    assert len(found) == 1, f"pyproject.toml needs one contract whose source is {room}"
    assert rooms_in(found[0]["forbidden_modules"]) == ROOMS - MAY_IMPORT[room] - {room, "vocabulary"}


@pytest.mark.parametrize(("library", "rooms"), LIBRARIES.items())
def test_a_library_has_few_doors(library, rooms):
    (found,) = [contract for contract in contracts() if contract["forbidden_modules"] == [library]]
    assert rooms_in(found["source_modules"]) == ROOMS - rooms


@pytest.mark.parametrize(("library", "part"), PARTS.items())
def test_a_library_of_few_is_imported_in_functions_of_one_part(library, part):
    found = [
        (path.relative_to(OPERATIONS).parts[0], node.col_offset > 0)
        for path in OPERATIONS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if library in imported(node)
    ]
    assert set(found) == {(part, True)}


def imported(node):
    """The libraries that a statement imports."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {node.module.split(".")[0]} if isinstance(node, ast.ImportFrom) and node.module else set()
