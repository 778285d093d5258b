"""Which reports a batch is about; whatever is wrong with the request is told at once."""

import pytest

from poverty_evaluation.operations.batch.selection import BatchRequest, select
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.vocabulary.errors import InputError


def chosen(**asked):
    return [f"{one.place} {one.period}" for one in select(BatchRequest(**asked)).requests]


EVERYTHING = [
    f"{place} {period}" for place in ("alpha-city", "beta-commune", "gamma-commune") for period in (2016, 2017)
]


@pytest.mark.parametrize("asked", [{}, {"places": "all"}, {"places": " ALL ", "periods": "all", "level": "ward"}])
def test_everything_in_order(project, asked):
    assert chosen(**asked) == EVERYTHING


def test_places_and_periods(project):
    assert chosen(places="gamma-commune, alpha-city,gamma-commune", periods="2017,2016") == [
        "gamma-commune 2016", "gamma-commune 2017", "alpha-city 2016", "alpha-city 2017",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"under": "delta-province"}, EVERYTHING),
        ({"under": "alpha-city"}, EVERYTHING[:4]),
        ({"under": "981"}, EVERYTHING[:4]),
        (
            {"under": "delta-province", "level": "commune"},
            ["beta-commune 2016", "gamma-commune 2016", "gamma-commune 2017"],
        ),
        ({"under": "alpha-city", "level": "ward"}, ["beta-commune 2017"]),
        ({"level": "city", "periods": "2016"}, ["alpha-city 2016"]),
        ({"level": "ward", "places": "gamma-commune", "periods": "2017"}, ["gamma-commune 2017", "beta-commune 2017"]),
    ],
)
def test_by_region_and_level_as_they_were_at_the_end_of_the_period(project, asked, expected):
    assert chosen(**asked) == expected


def test_options_reach_every_report(project):
    found = select(BatchRequest(places="alpha-city", options=RunRequest("", "", formats="pdf", language="en"))).requests
    assert {(one.formats, one.language) for one in found} == {("pdf", "en")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# hai nơi\ngamma-commune\n\nalpha-city  # thành phố\n", ["gamma-commune 2017", "alpha-city 2017"]),
        ("\ufeffplace,period\ngamma-commune,2016\nalpha-city,\n", ["gamma-commune 2016", "alpha-city 2017"]),
        ('name,Place\n"Gam-ma, xã",gamma-commune\n', ["gamma-commune 2017"]),
    ],
)
def test_places_of_a_file(project, text, expected):
    (project.root / "list").write_text(text, encoding="utf-8")
    assert chosen(places_from="list", periods="2017") == expected


def test_what_has_no_data_is_left_out_and_told(project):
    selection = select(BatchRequest(places="alpha-city", periods="2017,2018"))
    assert [one.period for one in selection.requests] == ["2017"]
    assert selection.absent == (("alpha-city", "2018"),)
    with pytest.raises(InputError, match="no data: alpha-city 2018"):
        select(BatchRequest(places="alpha-city", periods="2018"))
    with pytest.raises(InputError, match="no such place"):
        select(BatchRequest(level="special_zone"))


def test_every_problem_is_told_at_once(project):
    (project.root / "list").write_text("place,period\nbeta-comune,2016\nalpha-city,20\n", encoding="utf-8")
    options = RunRequest("", "", formats="odt", language="fr", vintage="oficial")
    asked = BatchRequest("alfa-city", "delta-provinse", "communes", "list", "2017,20-17", options)
    with pytest.raises(InputError) as caught:
        select(asked)
    message = str(caught.value)
    assert len(caught.value.problems) == 9
    for words in (
        "Did you mean: alpha-city?", "Did you mean: delta-province?", "Did you mean: commune?", "“20-17”", "“odt”",
        "the language vi or en", "Did you mean: official?", "list, row 2: expected a place that has data",
        "list, dòng 3: cần “all” hoặc các kỳ báo cáo",
    ):  # fmt: skip
        assert words in message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "FileNotFoundError"),
        (b"\xff\xfe", "UnicodeDecodeError"),
        (b"# nothing\n", "at least one place in the file"),
        (b"alpha-city,2017\n", "row 1: expected one place a line"),
    ],
)
def test_a_file_that_is_no_list(project, content, words):
    if content is not None:
        (project.root / "list").write_bytes(content)
    with pytest.raises(InputError, match=words):
        select(BatchRequest(places_from="list"))


def test_a_folder_that_is_no_data_root_and_a_wrong_format_together(project):
    with pytest.raises(InputError) as caught:
        select(BatchRequest(options=RunRequest("", "", data="notebooks", formats="odt")))
    assert len(caught.value.problems) == 2
    assert "a data root" in str(caught.value)
