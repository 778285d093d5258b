"""The notebooks are thin: parameters, calls, displays. Their JSON is held to that."""

import ast
import io
import itertools
import json
import tokenize
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
STAGES = [path for path in NOTEBOOKS if path.name[:2] in ("01", "02", "03")]
COMPARISON = next(path for path in NOTEBOOKS if path.name == "04_compare.ipynb")
PARAMETERS = ["place", "period", "language", "data_dir", "work_dir"]
LONGEST_CELL = 16
FORBIDDEN = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.AsyncFor, ast.While, ast.With,
    ast.Try, ast.If, ast.JoinedStr, ast.Global,
)  # fmt: skip

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def cells(path, kind):
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def trees(path):
    return [ast.parse(source(cell)) for cell in cells(path, "code")]


def parameter_cells(path):
    return [cell for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", ())]


def test_the_three_stages_are_there():
    assert [path.name for path in STAGES] == ["01_ingest.ipynb", "02_analysis.ipynb", "03_report.ipynb"]


@each_notebook
def test_committed_without_outputs_and_counts(path):
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@each_notebook
def test_a_sentence_stands_before_each_code_cell(path):
    kinds = [cell["cell_type"] for cell in read(path)["cells"]]
    assert kinds[:2] == ["markdown", "code"]
    for before, after in itertools.pairwise(kinds):
        assert after == "markdown" or before == "markdown"
    for cell in cells(path, "markdown"):
        assert source(cell).strip().endswith(".")
    assert source(read(path)["cells"][0]).startswith("# ")


@each_notebook
def test_parameters_come_first_then_the_only_imports(path):
    code = cells(path, "code")
    assert parameter_cells(path) == [code[0]]
    imports = [
        number
        for number, tree in enumerate(trees(path))
        if any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in ast.walk(tree))
    ]
    assert imports == [1]
    assert all(isinstance(node, (ast.Import, ast.ImportFrom)) for node in trees(path)[1].body)


@each_notebook
def test_each_parameter_is_one_literal_with_its_help(path):
    (cell,) = parameter_cells(path)
    tree = ast.parse(source(cell))
    for node in tree.body:
        assert isinstance(node, ast.Assign)
        assert isinstance(node.value, ast.Constant)
        assert node.lineno == node.end_lineno
    comments = [
        token.string
        for token in tokenize.generate_tokens(io.StringIO(source(cell)).readline)
        if token.type == tokenize.COMMENT
    ]
    assert len(comments) == len(tree.body) == len(source(cell).splitlines())
    for comment in comments:
        assert "=" not in comment, "papermill hides a parameter whose help holds an equals sign"
        assert comment.count("#") == 1


@pytest.mark.parametrize("path", STAGES, ids=lambda path: path.stem)
def test_the_stages_take_the_parameters_of_the_contract(path):
    (cell,) = parameter_cells(path)
    body = ast.parse(source(cell)).body
    assert [node.targets[0].id for node in body] == PARAMETERS
    assert all(isinstance(node.value.value, str) for node in body)


def test_the_comparison_takes_a_place_and_the_folder_of_the_reports():
    (cell,) = parameter_cells(COMPARISON)
    body = ast.parse(source(cell)).body
    assert [node.targets[0].id for node in body] == ["place", "language", "data_dir", "outputs_dir"]
    assert all(isinstance(node.value.value, str) for node in body)


@each_notebook
def test_only_this_package_is_imported_and_neither_its_operations_nor_its_command(path):
    for node in ast.walk(trees(path)[1]):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            assert name.split(".")[0] == "poverty_evaluation"
            assert not name.startswith(("poverty_evaluation.operations", "poverty_evaluation.cli"))


@each_notebook
def test_no_definitions_loops_branches_or_formatting(path):
    for tree in trees(path):
        for node in ast.walk(tree):
            assert not isinstance(node, FORBIDDEN), ast.unparse(node)
            assert not (isinstance(node, ast.Attribute) and node.attr in ("format", "style", "to_csv", "map", "apply"))


@each_notebook
def test_no_paths(path):
    for tree in trees(path):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert "/" not in node.value, node.value
                assert "\\" not in node.value.replace("\\d", ""), node.value
            assert not (isinstance(node, ast.Name) and node.id in ("open", "Path", "os"))


@each_notebook
def test_cells_are_short_and_show_one_thing(path):
    for cell, tree in zip(cells(path, "code"), trees(path), strict=True):
        assert len(source(cell).splitlines()) <= LONGEST_CELL
        for node in tree.body[:-1]:
            assert not isinstance(node, ast.Expr) or isinstance(node.value, ast.Call)
