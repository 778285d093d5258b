"""Headline figures travel inside the executed notebook as one dict of plain values."""

from decimal import Decimal
from fractions import Fraction

import nbformat
import numpy as np
import pytest

from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.locations import open_run
from poverty_evaluation.workspace.scraps import headline, read_headline


def scrap_notebook(path, data, name="evaluation"):
    """A notebook with the output that scrapbook writes."""
    payload = {"name": name, "data": data, "encoder": "json", "version": 1}
    output = nbformat.v4.new_output(
        "display_data",
        {"application/scrapbook.scrap.json+json": payload},
        metadata={"scrapbook": {"name": name, "data": True, "display": False}},
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("glue", outputs=[output])])
    nbformat.write(notebook, path)
    return path


def test_figures_become_plain_values(project):
    figures = {
        "poor_households": Fraction(356), "poverty_ratio": Fraction(356, 41884), "money": Decimal("802800000.0"),
        "missing": None, "vintage": Vintage.OFFICIAL, "many": (Fraction(1, 2), "x"), "by": {"a": Fraction(2)},
    }  # fmt: skip
    found = headline(open_run("alpha-city", "2017"), figures)
    assert found == {
        "schema_version": 2,
        "place": "alpha-city",
        "period": "2017",
        "figures": {
            "poor_households": 356,
            "poverty_ratio": "89/10471",
            "money": 802800000,
            "missing": None,
            "vintage": "official",
            "many": ["1/2", "x"],
            "by": {"a": 2},
        },
    }
    assert type(found["figures"]["vintage"]) is str


@pytest.mark.parametrize("value", [np.int64(3), 0.5, {"a": {1, 2}}])
def test_values_that_are_not_plain_are_refused(project, value):
    with pytest.raises(TypeError, match=r"figure 'bad"):
        headline(open_run("alpha-city", "2017"), {"bad": value})


def test_headline_is_read_back(project, tmp_path):
    data = headline(open_run("alpha-city", "2017"), {"poor_households": 356, "near_poor_households": None})
    assert read_headline(scrap_notebook(tmp_path / "02.ipynb", data)) == data


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        ({"schema_version": 1}, "evaluation", "version 1"),
        ([1], "evaluation", "version None"),
        ({}, "other", "no such scrap"),
    ],
)
def test_notebooks_without_a_headline_of_this_version(tmp_path, data, name, words):
    with pytest.raises(InputError, match=words):
        read_headline(scrap_notebook(tmp_path / "02.ipynb", data, name))
