"""The headlines of a place are read notebook by notebook; what cannot be read is named and stops nothing."""

import nbformat
import pytest

from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.across_periods import open_comparison, read_headlines
from poverty_evaluation.workspace.locations import open_run
from poverty_evaluation.workspace.scraps import headline

TOLD = {
    "id": "poor_households@001/2017-12-31", "indicator_id": "poor_households", "label_vi": "Số hộ nghèo",
    "label_en": "Poor households", "place_code": "001", "as_of": "2017-12-31", "standard_id": "s",
    "vintage": "official", "value": "12", "unit": "household", "decimals": 0, "qualifier": "exact", "status": "given",
    "as_printed": "12", "is_restated": False,
}  # fmt: skip


def publish(project, period, name="02_analysis", below="", report=None, **figures):
    """An executed notebook with its headline, where a run publishes it."""
    told = {"kind": "annual", "audience": "superior", "vintage": "official", "as_of": f"{period[:4]}-12-31",
            "is_invented": False, **(report or {})}  # fmt: skip
    data = headline(
        open_run("alpha-city", period), {"leading_standard": "s", **figures}, {"report": told, "told": [TOLD]}
    )
    payload = {"name": "evaluation", "data": data, "encoder": "json", "version": 1}
    output = nbformat.v4.new_output(
        "display_data",
        {"application/scrapbook.scrap.json+json": payload},
        metadata={"scrapbook": {"name": "evaluation", "data": True, "display": False}},
    )
    folder = project / "outputs" / "alpha-city" / period / below / "executed"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("glue", outputs=[output])]), path)
    return path


def test_finished_periods_by_their_last_day_and_the_others_by_name(project):
    publish(project, "2017", findings_error=2, findings_warning=0, findings_note=1)
    publish(project, "2016-2018")
    found = read_headlines(open_comparison("alpha-city"))
    assert [one.period for one in found.found] == ["2017", "2016-2018"]
    assert [(one.period, one.reason_vi) for one in found.unread] == [
        ("2013-2015", "đã có số liệu, chưa lập báo cáo")
    ]  # fmt: skip
    first = found.found[0]
    assert first.findings == {"error": 2, "warning": 0, "note": 1}
    assert (first.figures[0].value, first.figures[0].vintage) == (12, Vintage.OFFICIAL)
    assert first.file == "alpha-city/2017/executed/02_analysis.ipynb"


def test_a_public_report_is_read_from_its_only_notebook_and_an_english_one_from_its_own(project):
    publish(project, "2017", name="03_report", report={"audience": "public"})
    publish(project, "2016-2018", name="02_analysis.en")
    found = read_headlines(open_comparison("alpha-city"))
    assert [one.file.rsplit("/", 1)[1] for one in found.found] == ["03_report.ipynb", "02_analysis.en.ipynb"]
    assert found.found[0].findings == {}


def test_the_preliminary_report_stands_beside_the_official_one(project):
    publish(project, "2017")
    publish(project, "2017", below="so-bo", report={"vintage": "preliminary"})
    found = read_headlines(open_comparison("alpha-city"))
    assert [one.vintage for one in found.found] == [Vintage.OFFICIAL, Vintage.PRELIMINARY]


@pytest.mark.parametrize(
    "content", ["", "{", "{}", "[]", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 3}']
)
def test_a_damaged_notebook_is_named_and_stops_nothing(project, content):
    publish(project, "2017")
    publish(project, "2016-2018").write_text(content, encoding="utf-8")
    found = read_headlines(open_comparison("alpha-city"))
    assert [one.period for one in found.found] == ["2017"]
    reasons = {one.period: one.reason("en") for one in found.unread}
    assert "the report of that period has to be built again" in reasons["2016-2018"]
    assert "alpha-city/2016-2018/executed/02_analysis.ipynb" in reasons["2016-2018"]


def test_a_headline_of_another_period_or_without_its_report_is_not_taken(project):
    path = publish(project, "2017")
    other = project / "outputs" / "alpha-city" / "2016-2018" / "executed"
    other.mkdir(parents=True)
    (other / path.name).write_bytes(path.read_bytes())
    (project / "outputs" / "alpha-city" / "2013-2015").mkdir()
    (project / "outputs" / "alpha-city" / "compare").mkdir()
    found = read_headlines(open_comparison("alpha-city"))
    assert [one.period for one in found.found] == ["2017"]
    reasons = {one.period: one.reason_en for one in found.unread}
    assert "incomplete headline" in reasons["2016-2018"]
    assert "the report is unfinished" in reasons["2013-2015"]


def test_no_report_at_all_says_what_builds_one(project):
    with pytest.raises(InputError) as caught:
        read_headlines(open_comparison("alpha-city", outputs_dir=str(project / "elsewhere")))
    message = str(caught.value)
    assert f"poverty-evaluation run alpha-city 2013-2015 --output {project / 'elsewhere'}" in message
    assert "at least one finished report of alpha-city" in message
    assert "2013-2015, 2017, 2016-2018" in message


def test_no_place_means_the_first_with_reports_and_none_is_no_fault(project):
    nothing = read_headlines(open_comparison())
    assert (nothing.place, nothing.found) == ("", ())
    publish(project, "2017")
    assert read_headlines(open_comparison()).place == "alpha-city"


def test_a_wrong_request_is_refused_as_a_whole(project):
    with pytest.raises(InputError) as caught:
        open_comparison("alfa-city", "fr")
    assert len(caught.value.problems) == 2
    assert "Did you mean: alpha-city?" in str(caught.value)
