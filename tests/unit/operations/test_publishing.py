"""A report takes the place of the earlier one as a whole, or not at all."""

import fcntl
import os
import shutil
import subprocess
import sys

import pytest

from poverty_evaluation.operations.publishing import carried_over, publish, recover
from poverty_evaluation.operations.staging import STAGING
from poverty_evaluation.vocabulary.choices import Language


def make(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STAGING not in path.parts
    }


@pytest.fixture
def outputs(tmp_path):
    return make(tmp_path / "outputs", alpha__2017__report_dot_html="old", beta__2017__report_dot_html="other")


@pytest.fixture
def ready(outputs):
    return make(outputs / STAGING / "run" / "ready", report_dot_html="new")


def test_first_publication(outputs, ready):
    publish(ready, outputs / "gamma" / "2018", outputs)
    assert tree(outputs / "gamma") == {"2018/report.html": "new"}


def test_the_earlier_publication_is_replaced_as_a_whole(outputs, ready):
    make(outputs / "alpha" / "2017", report_dot_pdf="old")
    publish(ready, outputs / "alpha" / "2017", outputs)
    assert tree(outputs) == {"alpha/2017/report.html": "new", "beta/2017/report.html": "other"}
    assert not list((outputs / STAGING).glob("aside-*"))


def test_a_failure_to_move_in_restores_the_earlier_publication(outputs, ready, monkeypatch):
    before = tree(outputs)
    rename = os.rename

    def failing(source, target):
        if source == ready:
            raise OSError("disk full")
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(OSError, match="disk full"):
        publish(ready, outputs / "alpha" / "2017", outputs)
    assert tree(outputs) == before


@pytest.mark.parametrize("name", ["alpha/2017", "alpha/2017/so-bo"])
def test_a_publication_killed_between_the_renames_is_put_right(outputs, ready, monkeypatch, name):
    make(outputs / "alpha" / "2017", **{"so-bo__report_dot_html": "preliminary"})
    before = tree(outputs)
    rename, renamed = os.rename, []

    def killed_at_second(source, target):
        if renamed:
            os._exit(9)
        renamed.append(source)
        rename(source, target)

    child = os.fork()
    if child == 0:
        os.rename = killed_at_second
        publish(ready, outputs / name, outputs)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert tree(outputs) != before
    assert recover(outputs) == [outputs / name]
    assert tree(outputs) == before
    assert recover(outputs) == []


def test_recovery_leaves_a_completed_publication_alone(outputs, ready):
    shutil.copytree(outputs / "alpha" / "2017", outputs / STAGING / "aside-1" / "alpha" / "2017")
    publish(ready, outputs / "alpha" / "2017", outputs)
    assert tree(outputs / "alpha") == {"2017/report.html": "new"}
    assert not list((outputs / STAGING).glob("aside-*"))


def test_recovery_where_nothing_was_ever_built(tmp_path):
    assert recover(tmp_path / "outputs") == []


def test_what_stays_beside_a_new_report(outputs):
    target = make(
        outputs / "alpha" / "2017",
        report_dot_pdf="", evaluation_dot_json="", report_dot_en_dot_html="", evaluation_dot_en_dot_json="",
        indicators_dot_csv="", run_dot_json="", executed__03_dot_ipynb="", executed__03_dot_en_dot_ipynb="",
        **{"so-bo__report_dot_html": "", "so-bo__executed__03_dot_ipynb": "", "working-paper_dot_pdf": "",
           "working-paper_dot_en_dot_pdf": ""},
    )  # fmt: skip
    preliminary = ["so-bo/executed/03.ipynb", "so-bo/report.html"]
    english = ["evaluation.en.json", "executed/03.en.ipynb", "report.en.html", "working-paper.en.pdf"]
    vietnamese = ["evaluation.json", "executed/03.ipynb", "report.html", "report.pdf", "working-paper.pdf"]
    assert [item.name for item in carried_over(target, Language.VI)] == sorted(english + preliminary)
    assert [item.name for item in carried_over(target, Language.EN)] == sorted(vietnamese + preliminary)
    assert carried_over(outputs / "nowhere", Language.VI) == []


def test_what_is_being_removed_is_never_put_back(outputs, ready, monkeypatch):
    """Killed while the earlier files are removed, and the new report then taken away by hand: nothing returns."""
    with monkeypatch.context() as dying:
        dying.setattr(shutil, "rmtree", lambda *_, **__: None)
        publish(ready, outputs / "alpha" / "2017", outputs)
    (left,) = (outputs / STAGING).glob("gone-*")
    shutil.rmtree(outputs / "alpha" / "2017")
    assert recover(outputs) == []
    assert not (outputs / "alpha" / "2017").exists()
    assert not left.exists()


def test_nobody_waits_while_the_earlier_files_are_removed(outputs, ready, monkeypatch):
    remove = shutil.rmtree
    held = []

    def removing(folder, **options):
        with (outputs / STAGING / "publish.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # BlockingIOError while a publication holds it
        held.append(folder)
        remove(folder, **options)

    monkeypatch.setattr(shutil, "rmtree", removing)
    publish(ready, outputs / "alpha" / "2017", outputs)
    assert len(held) == 1


MANY = """
import sys
from pathlib import Path
from poverty_evaluation.operations.publishing import publish, recover
from poverty_evaluation.operations.staging import clean_dead_staging, staging_folder
outputs = Path(sys.argv[1])
for number in range(60):
    recover(outputs)
    clean_dead_staging(outputs)
    with staging_folder(outputs, "run") as folder:
        ready = folder / "ready"
        ready.mkdir()
        for name in "abc":
            (ready / name).write_text(f"{sys.argv[2]}-{number}")
        publish(ready, outputs / "alpha" / "2017", outputs)
"""


def test_many_runs_publish_the_same_report_at_once(outputs):
    """The lock makes them take turns; each finds a whole report there and leaves a whole one."""
    runs = [subprocess.Popen([sys.executable, "-c", MANY, str(outputs), str(number)]) for number in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    published = tree(outputs / "alpha" / "2017")
    assert list(published) == ["a", "b", "c"] and len(set(published.values())) == 1
    assert [path.name for path in (outputs / STAGING).iterdir()] == ["publish.lock"]
