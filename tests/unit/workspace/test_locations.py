"""Requests are checked all at once, and every folder of a run is where the contract says."""

import subprocess
import sys
from pathlib import Path

import pytest

from poverty_evaluation.vocabulary.choices import Language, Vintage
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace import locations
from poverty_evaluation.workspace.locations import DataRoot, open_run, project_root


def test_run_of_a_known_place_and_period(project):
    run = open_run("alpha-city", "2016-2018")
    assert (run.place, str(run.period), run.language) == ("alpha-city", "2016-2018", Language.VI)
    assert run.data_root == project / "data"
    assert run.reference == project / "data" / "reference"
    assert run.period_folder == project / "data/periods/alpha-city/2016-2018"
    assert run.work_dir == project / "outputs/.work/alpha-city/2016-2018"
    assert run.neighbours.previous == project / "data/periods/alpha-city/2013-2015"
    assert run.vintage is None


def test_a_year_may_arrive_as_a_number(project):
    assert str(open_run("alpha-city", 2017).period) == "2017"


def test_a_period_without_a_predecessor(project):
    run = open_run("beta-ward", "2018-H1")
    assert list(run.neighbours.folders) == []


@pytest.mark.parametrize(("named", "has_folder"), [("2016-2018", True), ("2014", False)])
def test_the_previous_period_that_the_report_names_wins(project, named, has_folder):
    (project / "data/periods/alpha-city/2017/report.yml").write_text(f"previous_period: {named}\n", encoding="utf-8")
    run = open_run("alpha-city", "2017")
    folder = project / "data/periods/alpha-city" / named
    assert run.neighbours.previous == (folder if has_folder else None)


def test_neighbours_by_the_calendar_and_by_the_report(project):
    periods = project / "data/periods"
    for place, period in (("alpha-city", "2018-H1"), ("beta-ward", "2019-H1"), ("alpha-city", "2019-H1")):
        (periods / place / period).mkdir(parents=True, exist_ok=True)
    named = "start_period: 2016-2018\nmade_of: [beta-ward, not-there, 7]\n"
    (periods / "alpha-city/2019-H1/report.yml").write_text(named, encoding="utf-8")
    neighbours = open_run("alpha-city", "2019-H1").neighbours
    assert neighbours.year_before == periods / "alpha-city/2018-H1"
    assert neighbours.start == periods / "alpha-city/2016-2018"
    assert neighbours.members == (periods / "beta-ward/2019-H1",)


@pytest.mark.parametrize("text", ["previous_period: no period\n", "- a list\n", "{broken\n"])
def test_a_wrong_report_profile_is_left_to_the_reading_of_the_files(project, text):
    (project / "data/periods/alpha-city/2017/report.yml").write_text(text, encoding="utf-8")
    assert open_run("alpha-city", "2017").neighbours.previous is None


def test_folders_that_are_named(project, tmp_path):
    run = open_run("alpha-city", "2017", "en", "data", "elsewhere/work")
    assert run.data_root == project / "data"
    assert run.work_dir == project / "elsewhere" / "work"
    assert run.language is Language.EN


def test_the_requested_vintage_is_read_from_the_work_folder(project):
    (project / "w").mkdir()
    (project / "w" / locations.REQUEST_FILE).write_text('{"vintage": "preliminary"}', encoding="utf-8")
    assert open_run("alpha-city", "2017", work_dir="w").vintage is Vintage.PRELIMINARY


def test_all_problems_are_told_at_once_in_both_languages(project):
    with pytest.raises(InputError) as caught:
        open_run("alpa-city", "2017-5", "fr")
    message = str(caught.value)
    assert len(caught.value.problems) == 3
    assert "Có phải: alpha-city?" in message
    assert "Did you mean: alpha-city?" in message
    assert "2018-H1, 2018-9M" in message
    assert "ngôn ngữ vi hoặc en" in message


def test_a_period_without_data_names_those_that_have_some(project):
    with pytest.raises(InputError) as caught:
        open_run("alpha-city", "2018")
    assert "chỉ có các kỳ 2013-2015, 2016-2018, 2017" in str(caught.value)
    assert "only the periods 2013-2015, 2016-2018, 2017" in str(caught.value)


def test_a_place_is_a_name_and_no_path(project):
    with pytest.raises(InputError, match="một địa phương có số liệu"):
        open_run("../periods/alpha-city", "2017")


def test_a_folder_that_is_no_data_root(project):
    with pytest.raises(InputError, match=r"without reference and periods.*Name the right folder"):
        open_run("alpha-city", "2017", data_dir="notebooks")


def test_listing(project):
    root = DataRoot(project / "data")
    assert root.places() == ("alpha-city", "beta-ward")
    assert root.periods("alpha-city") == ("2013-2015", "2016-2018", "2017")
    assert root.periods("nowhere") == ()


def test_project_root_from_a_folder_inside(project, monkeypatch):
    monkeypatch.chdir(project / "notebooks")
    assert project_root() == project


def test_project_root_outside_of_any_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(locations, "__file__", str(tmp_path / "site-packages" / "locations.py"))
    with pytest.raises(InputError, match="Change into the project's folder"):
        project_root()


def test_project_root_falls_back_on_the_place_of_the_package(project, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setattr(locations, "__file__", str(project / "lib" / "poverty_evaluation" / "workspace" / "x.py"))
    assert project_root() == project
    assert isinstance(project_root(), Path)


def test_a_run_shows_itself_without_folders_of_the_machine(project):
    assert repr(open_run("alpha-city", "2016-2018")) == "Run(alpha-city, 2016-2018, vi; previous period: 2013-2015)"


def test_names_for_notebooks_come_with_their_modules():
    script = (
        "import sys\nfrom poverty_evaluation.workspace import open_run\n"
        "print('pandas' in sys.modules)\nfrom poverty_evaluation.workspace import glue_headline, input_hash"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"
    with pytest.raises(ImportError, match="no_such_name"):
        from poverty_evaluation.workspace import no_such_name  # noqa: F401
