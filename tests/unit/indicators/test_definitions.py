"""Kiểm tra định nghĩa: a definition that cannot be computed is refused with its place, before anything is."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary.errors import InputError

from .rows import FIGURES, REVIEW_INPUTS, activity, definition, review

ACROSS = {"between": "reviews"}


@pytest.mark.parametrize(
    ("wrong", "key", "hint"),
    [
        (definition("x", "input", table="household_reviews", column="poor_households"), "table", "household_review"),
        (definition("x", "input", table="household_review", column="poor_household"), "column", "poor_households"),
        (definition("x", "input", table="household_review", column="approved_by"), "column", ""),
        (definition("x", "input", table="targets", column="value"), "by", ""),
        (definition("x", "ratio", "poor_households"), "of", ""),
        (definition("x", "ratio", "poor_households", "activity_figure"), "of", ""),
        (
            definition("x", "ratio", *(["poor_households"] * 2), published_as="poverty_ratio"),
            "published_as",
            "poverty_ratio_printed",
        ),
        (definition("x", "sum", "poor_households"), "of", ""),
        (definition("x", "sum", "activity_figure", by=("organisations",)), "by", "organisation"),
        (definition("x", "sum", "activity_figure", by=("organisation", "measure")), "by", ""),
        (definition("x", "sum", "activity_figure", where={"roles": ("money",)}), "where", "role"),
        (definition("x", "sum", "activity_figure", where={"flow": ("grants",)}), "where", "grant"),
        (definition("x", "difference", "poor_households"), "between", "previous"),
        (
            definition("x", "difference", "poor_households", comparable_within="place", **ACROSS),
            "comparable_within",
            "standard",
        ),
        (definition("x", "annualised", "poor_households", **ACROSS), "method", "compound"),
        (definition("x", "decomposition", "poor_households", **ACROSS), "of", ""),
        (definition("x", "sum", "activity_figure", unit="househld"), "unit", "household"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_definition_that_cannot_be_computed_is_refused_with_its_place(evaluated, wrong, key, hint):
    with pytest.raises(InputError) as refused:
        evaluated(wrong)
    (problem,) = refused.value.problems
    assert (problem.file, problem.column) == ("reference/indicators.yml", f"indicators[x].{key}")
    assert f"“{key}”" in problem.remedy_vi and "“x”" in problem.remedy_en
    assert hint in problem.remedy_vi


def test_all_wrong_definitions_are_named_at_once(evaluated):
    with pytest.raises(InputError) as refused:
        evaluated(definition("x", "ratio", "poor_households"), definition("y", "sum", "activity_figure", by=("no",)))
    assert [problem.column for problem in refused.value.problems] == ["indicators[x].of", "indicators[y].by"]


def test_definitions_may_stand_before_what_they_are_computed_from(evaluated):
    rate = definition("rate", "ratio", "poor_households", "total_households", unit="ratio")
    points = definition("points", "difference", "rate", unit="pp", **ACROSS)
    rows = [review(40, 1000, as_of="2015-12-31"), review(10, 1000)]
    outcome = evaluated(points, rate, *REVIEW_INPUTS, FIGURES, reviews=rows)
    assert outcome.numbers("points").keys() == {""}
    order = [value.indicator_id for value in outcome.evaluated.values]
    assert order[0] == "points"
    assert order == sorted(order, key=["points", "rate", "total_households", "poor_households"].index)


def test_ids_are_unique_and_name_indicator_place_and_time(evaluated):
    by_group = definition(
        "money", "sum", "activity_figure", by=("beneficiary_group",), where={"role": ("money",)}, unit="vnd"
    )
    outcome = evaluated(by_group, reviews=[review(10)], activities=[activity("a", 5)])
    assert list(outcome.values) == [
        "poor_households@213/2017-12-31",
        "activity_figure;figure=a.money@213/2016-2018",
        "money;beneficiary_group=poor@213/2016-2018",
    ]
