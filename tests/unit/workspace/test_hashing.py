"""The input hash changes with anything a result depends on and with nothing else."""

import json
import shutil

import pytest

from poverty_evaluation.workspace import hashing
from poverty_evaluation.workspace.hashing import input_files, input_hash, package_hash, reference_files
from poverty_evaluation.workspace.locations import REQUEST_FILE, open_run


@pytest.mark.parametrize(
    "changed",
    [
        "data/periods/alpha-city/2016-2018/report.yml",
        "data/periods/alpha-city/2013-2015/report.yml",
        "data/reference/places.csv",
        "data/periods/alpha-city/2016-2018/narrative/new.md",
    ],
)
def test_changes_that_matter(project, changed):
    before = input_hash(open_run("alpha-city", "2016-2018"))
    (project / changed).parent.mkdir(exist_ok=True)
    (project / changed).write_text("changed", encoding="utf-8")
    assert input_hash(open_run("alpha-city", "2016-2018")) != before


@pytest.mark.parametrize(
    "changed",
    [
        "data/periods/alpha-city/2017/report.yml",
        "data/periods/beta-ward/2018-H1/report.yml",
        "data/periods/alpha-city/2016-2018/~$open.xlsx",
        "data/periods/alpha-city/2016-2018/.DS_Store",
    ],
)
def test_changes_that_do_not_matter(project, changed):
    before = input_hash(open_run("alpha-city", "2016-2018"))
    (project / changed).write_text("changed", encoding="utf-8")
    assert input_hash(open_run("alpha-city", "2016-2018", "en", work_dir="elsewhere")) == before


def test_a_renamed_file_changes_the_hash(project):
    folder = project / "data/periods/alpha-city/2016-2018"
    before = input_hash(open_run("alpha-city", "2016-2018"))
    (folder / "report.yml").rename(folder / "report2.yml")
    assert input_hash(open_run("alpha-city", "2016-2018")) != before


def test_the_requested_vintage_changes_the_hash(project):
    (project / "w").mkdir()
    (project / "w" / REQUEST_FILE).write_text(json.dumps({"vintage": "preliminary"}), encoding="utf-8")
    official, preliminary = open_run("alpha-city", "2017"), open_run("alpha-city", "2017", work_dir="w")
    assert input_hash(official) != input_hash(preliminary)


def test_the_same_inputs_elsewhere_give_the_same_hash(project, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy") / "data"
    shutil.copytree(project / "data", copy)
    assert input_hash(open_run("alpha-city", "2017")) == input_hash(open_run("alpha-city", "2017", data_dir=str(copy)))


def test_a_change_of_the_program_changes_the_hash(project, tmp_path, monkeypatch):
    before = input_hash(open_run("alpha-city", "2017")), package_hash()
    for name, added, same in (("as_it_is", "", True), ("changed", "\n", False)):
        package = tmp_path / name / "poverty_evaluation"
        source = hashing.Path(hashing.__file__).parents[1] if same else tmp_path / "as_it_is" / "poverty_evaluation"
        shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
        with (package / "cli" / "__init__.py").open("a", encoding="utf-8") as file:
            file.write(added)
        monkeypatch.setattr(hashing, "__file__", str(package / "workspace" / "hashing.py"))
        after = input_hash(open_run("alpha-city", "2017")), package_hash()
        assert [one == other for one, other in zip(after, before, strict=True)] == [same, same]


def test_the_source_that_is_loaded_is_read_once(monkeypatch):
    first = package_hash()
    monkeypatch.setattr(hashing, "file_hash", lambda path: pytest.fail(f"{path} read again"))
    assert package_hash() == first


def test_reference_data_are_read_again_when_they_change(project):
    root, reference = project / "data", project / "data" / "reference"
    first = reference_files(root)
    assert reference_files(root) is first
    (reference / "places.csv").write_text("other words", encoding="utf-8")
    second = reference_files(root)
    assert second != first
    (reference / "units.csv").write_text("", encoding="utf-8")
    assert sorted(reference_files(root)) == ["reference/places.csv", "reference/units.csv"]


def test_input_files_are_named_from_the_data_root(project):
    files = [entry["file"] for entry in input_files(open_run("alpha-city", "2016-2018"))]
    assert files == [
        "periods/alpha-city/2013-2015/report.yml",
        "periods/alpha-city/2016-2018/report.yml",
        "reference/places.csv",
    ]
