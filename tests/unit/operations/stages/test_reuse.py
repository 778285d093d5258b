"""Exactly the stages run that rest on what has changed, and what is taken over is what would have been made."""

import json
import os
import shutil
from pathlib import Path

import pytest

from poverty_evaluation.operations.batch.planning import Course
from poverty_evaluation.operations.stages.reuse import Why
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace import hashing

NOTEBOOKS = ["01_ingest", "02_analysis", "03_report"]
ALL = [*NOTEBOOKS, "html", "publish"]


def overwrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def damage(path: Path) -> None:
    """The same length, another content."""
    content = path.read_bytes()
    path.write_bytes(content[:-2] + bytes([content[-2] ^ 1]) + content[-1:])


def edit_notebook(project, name):
    path = project.root / "notebooks" / f"{name}.ipynb"
    text = path.read_text(encoding="utf-8")
    assert "open_run(place" in text
    overwrite(path, text.replace("open_run(place", "open_run( place"))


CHANGES = {
    "nothing": (lambda p: None, []),
    "a received file": (lambda p: overwrite(p.folder("alpha-city", "2017") / "count.csv", "9"), ALL),
    "a received file of the period before": (lambda p: overwrite(p.folder("alpha-city", "2016") / "x.csv", ""), ALL),
    "a received file of another place": (lambda p: overwrite(p.folder("beta-commune", "2017") / "x.csv", ""), []),
    "a reference file": (lambda p: overwrite(p.root / "data/reference/units.csv", "x"), ALL),
    "the first notebook": (lambda p: edit_notebook(p, "01_ingest"), ALL),
    "the second notebook": (lambda p: edit_notebook(p, "02_analysis"), ALL[1:]),
    "the third notebook": (lambda p: edit_notebook(p, "03_report"), ALL[2:]),
    "the locked libraries": (lambda p: overwrite(p.root / "requirements/run.txt", "one==2\n"), ALL),
    "a published file gone": (lambda p: (p.published() / "report.html").unlink(), ["html", "publish"]),
    "a published file damaged": (lambda p: damage(p.published() / "report.html"), ["html", "publish"]),
    "a table gone": (lambda p: (p.published() / "findings.csv").unlink(), ["publish"]),
    "the blocks damaged": (lambda p: damage(p.published() / "evaluation.json"), ["publish"]),
    "an executed notebook gone": (
        lambda p: (p.published() / "executed/02_analysis.ipynb").unlink(),
        ["02_analysis", "publish"],
    ),
    "an executed notebook damaged": (
        lambda p: damage(p.published() / "executed/03_report.ipynb"),
        ["03_report", "publish"],
    ),
    "the record gone": (lambda p: (p.published() / "run.json").unlink(), ALL),
    "the tables between the stages gone": (lambda p: shutil.rmtree(p.work()), []),
    "those gone, and the third notebook": (
        lambda p: (shutil.rmtree(p.work()), edit_notebook(p, "03_report")),
        ALL,
    ),
    "those of the first altered, and the third notebook": (
        lambda p: (overwrite(p.work() / "ingest/extras.json", '{"count": 7}'), edit_notebook(p, "03_report")),
        ["01_ingest", "03_report", "html", "publish"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_exactly_the_stages_run_that_rest_on_what_changed(project, change):
    make, stages = CHANGES[change]
    make(project)
    planned = project.plan()
    assert list(planned.judged.runs) == stages
    assert planned.course is (Course.BUILD if stages else Course.UNCHANGED)
    if stages:
        assert project.build(reused=planned.task.reused) == stages
        assert project.plan().course is Course.UNCHANGED
        taken_over = project.contents()
        project.build()
        assert project.contents() == taken_over


def test_a_change_of_the_program_runs_everything(project, tmp_path, monkeypatch):
    package = tmp_path / "copied" / "poverty_evaluation"
    shutil.copytree(Path(hashing.__file__).parents[1], package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / "relations" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    monkeypatch.setattr(hashing, "__file__", str(package / "workspace" / "hashing.py"))
    planned = project.plan()
    assert list(planned.judged.runs) == ALL
    assert {reason.names[0] for reason in planned.judged.runs.values()} == {"package"}


def test_one_more_format_is_made_from_the_executed_report(project):
    request = project.request(formats="html,xlsx")
    planned = project.plan(request)
    assert list(planned.judged.runs) == ["xlsx", "publish"]
    assert project.build(request, planned.task.reused) == ["xlsx", "publish"]
    assert project.plan(request).course is Course.UNCHANGED


def test_a_format_that_was_not_asked_for_stays_as_long_as_it_holds(project):
    planned = project.plan(project.request(formats="xlsx"))
    project.build(project.request(formats="xlsx"), planned.task.reused)
    assert (project.published() / "report.html").is_file()
    overwrite(project.folder("alpha-city", "2017") / "count.csv", "9")
    planned = project.plan(project.request(formats="xlsx"))
    project.build(project.request(formats="xlsx"), planned.task.reused)
    assert not (project.published() / "report.html").exists()


def test_another_language_is_another_report_on_the_same_tables(project):
    english = project.request(language="en")
    before = {path.name: path.read_bytes() for path in project.work().rglob("*") if path.is_file()}
    planned = project.plan(english)
    assert {reason.why for reason in planned.judged.runs.values()} == {Why.NEW}
    project.build(english)
    assert project.plan().course is project.plan(english).course is Course.UNCHANGED
    after = {path.name: path.read_bytes() for path in project.work().rglob("*") if path.is_file()}
    assert after == before
    edit_notebook(project, "03_report")
    for request in (project.request(), english):
        planned = project.plan(request)
        assert project.build(request, planned.task.reused) == ["03_report", "html", "publish"]
    assert project.plan().course is project.plan(english).course is Course.UNCHANGED
    damage(project.published() / "report.html")
    edit_notebook(project, "02_analysis")
    project.build(english)
    assert list(project.plan().judged.runs) == ALL[1:]


def test_a_damaged_file_that_another_language_carries_over_is_still_found(project):
    damage(project.published() / "report.html")
    project.build(project.request(language="en"))
    assert list(project.plan().judged.runs) == ["html", "publish"]


def test_a_vintage_that_is_asked_for_hands_over_in_a_place_of_its_own(project):
    before = {path: path.read_bytes() for path in project.work().rglob("*") if path.is_file()}
    preliminary = project.request(vintage="preliminary")
    project.build(preliminary)
    assert project.plan(preliminary).course is project.plan().course is Course.UNCHANGED
    assert {path: path.read_bytes() for path in project.work().rglob("*") if path.is_file()} == before
    edit_notebook(project, "03_report")
    assert list(project.plan(preliminary).judged.runs) == ALL[2:]


def test_results_that_no_longer_hold_are_made_again_whatever_the_plan_says(project):
    planned = project.plan(project.request(formats="html,xlsx"))
    overwrite(project.folder("alpha-city", "2017") / "count.csv", "9")
    assert project.build(project.request(formats="html,xlsx"), planned.task.reused) == [
        *NOTEBOOKS,
        "html",
        "xlsx",
        "publish",
    ]


def test_damage_is_found_even_where_the_time_of_the_file_was_put_back(project):
    project.build()
    path = project.published() / "report.html"
    state = path.stat()
    damage(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert list(project.plan().judged.runs) == ["html", "publish"]


def test_of_a_public_report_the_earlier_notebooks_are_taken_over_unpublished(project):
    overwrite(project.folder("alpha-city", "2017") / "report.yml", "leading_standard: s1\naudience: public\n")
    project.build()
    assert project.plan().course is Course.UNCHANGED
    edit_notebook(project, "03_report")
    planned = project.plan()
    assert project.build(reused=planned.task.reused) == ["03_report", "html", "publish"]
    assert [path.name for path in (project.published() / "executed").iterdir()] == ["03_report.ipynb"]


@pytest.mark.parametrize("text", ['{"stages": {', "[]"])
def test_a_record_that_cannot_be_read_refuses_since_nobody_knows_what_was_issued(project, text):
    overwrite(project.published() / "run.json", text)
    assert list(project.plan().judged.runs) == ALL
    with pytest.raises(InputError, match="Restore it from a backup"):
        project.build()
    assert (project.published() / "report.html").is_file()


def test_a_record_of_before_there_were_stages_runs_everything(project):
    path = project.published() / "run.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    del record["stages"]
    overwrite(path, json.dumps(record))
    assert list(project.plan().judged.runs) == ALL
    assert project.build() == ALL


def test_files_that_nobody_wrote_to_are_not_read_again(project, monkeypatch):
    read = []
    original = hashing.file_hash
    monkeypatch.setattr(
        "poverty_evaluation.operations.stages.records.file_hash", lambda path: read.append(path) or original(path)
    )
    assert project.plan().course is Course.UNCHANGED
    record = json.loads((project.published() / "run.json").read_text(encoding="utf-8"))
    assert {path.name for path in read} == {Path(name).name for name in record["times"]["written"]}
    project.build()
    read.clear()
    assert project.plan().course is Course.UNCHANGED
    assert read == []
