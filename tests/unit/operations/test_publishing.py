"""A report takes the place of the earlier one as a whole, or not at all."""

import os
import shutil

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
