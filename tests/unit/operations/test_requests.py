"""A request is checked in full before anything is written."""

import json
import os

import pytest

from poverty_evaluation.operations.requests import FORMATS, RunRequest, check, file_name
from poverty_evaluation.vocabulary.choices import Language, Vintage
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.locations import open_run


def test_plan_of_an_ordinary_request(project):
    plan = check(RunRequest("alpha-city", "2017"))
    assert plan.formats == tuple(FORMATS)
    assert plan.target == project / "outputs" / "alpha-city" / "2017"
    assert (plan.vintage, plan.work) == (None, open_run("alpha-city", "2017").work_dir)
    assert not (project / "outputs").exists()


def test_preliminary_report_elsewhere_in_one_format(project):
    request = RunRequest("alpha-city", "2017", output="there", formats="PDF", vintage="preliminary")
    plan = check(request)
    assert plan.formats == ("pdf",)
    assert plan.target == project / "there" / "alpha-city" / "2017" / "so-bo"
    assert plan.vintage is plan.run.vintage is Vintage.PRELIMINARY
    assert plan.work == project / "there" / ".work" / "alpha-city" / "2017.preliminary"


def test_every_problem_is_told_at_once(project):
    with pytest.raises(InputError) as caught:
        check(RunRequest("beta", "20-17", formats="odt,pfd,html", language="fr", vintage="oficial"))
    message = str(caught.value)
    assert len(caught.value.problems) == 6
    for words in (
        "“odt”", f"định dạng trong số: {', '.join(FORMATS)}", "Did you mean: pdf",
        "Did you mean: official?", "2018-9M", "the language vi or en", "a place that has data (alpha-city)",
    ):  # fmt: skip
        assert words in message


@pytest.mark.parametrize(("status", "refused"), [("draft", False), ("for_signature", False), ("issued", True)])
def test_an_issued_report_is_never_overwritten(project, status, refused):
    target = project / "outputs" / "alpha-city" / "2017"
    target.mkdir(parents=True)
    (target / "run.json").write_text(json.dumps({"report_status": status}), encoding="utf-8")
    if not refused:
        assert check(RunRequest("alpha-city", "2017")).target == target
        return
    with pytest.raises(InputError, match="An issued report is never overwritten"):
        check(RunRequest("alpha-city", "2017"))
    assert check(RunRequest("alpha-city", "2017", vintage="preliminary")).target == target / "so-bo"


def test_a_file_in_the_place_of_the_outputs(project):
    (project / "taken").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="taken, which is no folder"):
        check(RunRequest("alpha-city", "2017", output="taken/deeper"))


def test_a_folder_that_cannot_be_written_to(project, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(InputError, match="thư mục ghi được"):
        check(RunRequest("alpha-city", "2017"))


def test_names_of_files_by_language():
    assert file_name("report", "html", Language.VI) == "report.html"
    assert file_name("01_ingest", "ipynb", Language.EN) == "01_ingest.en.ipynb"
