"""Số liệu đầu vào: received cells become values that keep what was printed and where."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError

from .rows import WARD, activity, definition, review

TARGETS = definition("target_value", "input", table="targets", column="value", by=("target",), unit="")


def test_a_count_keeps_its_cell_and_an_empty_one_gives_no_value(evaluated):
    outcome = evaluated(reviews=[review(356, None)])
    assert [value.id for value in outcome.evaluated.values] == ["poor_households@213/2017-12-31"]
    (value,) = outcome.evaluated.values
    assert (value.value, value.status, value.unit_vi) == (356, ValueStatus.GIVEN, "hộ")
    (cell,) = value.sources
    assert (cell.file, cell.row, cell.column, cell.text) == ("household_review.csv", 2, "poor_households", "356")
    assert value.formula == "household_review.poor_households"


def test_a_mark_that_stands_for_no_number_is_a_value_without_one(evaluated):
    mark = (None, {"status": "not_collected", "as_printed": "…"})
    value = evaluated(reviews=[review(mark)])["poor_households@213/2017-12-31"]
    assert (value.value, value.status, value.as_printed) == (None, ValueStatus.NOT_COLLECTED, "…")


def test_city_and_wards_have_values_of_their_own(evaluated):
    rows = [review(356), review(8, place_code=WARD)]
    outcome = evaluated(reviews=rows)
    assert outcome.numbers("poor_households") == {"@07213/2017-12-31": 8, "@213/2017-12-31": 356}


def test_figures_of_activities_keep_hedge_unit_and_decimals(evaluated):
    hedged = ("12100000000", {"qualifier": "lower_bound", "as_printed": "trên 12,1"})
    outcome = evaluated(activities=[activity("gifts", hedged, items=40000)])
    money = outcome["activity_figure;figure=gifts.money@213/2016-2018"]
    assert (money.value, money.unit, money.qualifier) == (12_100_000_000, "vnd", Qualifier.LOWER_BOUND)
    assert (money.as_printed, money.label_vi) == ("trên 12,1", "gifts: Số tiền")
    assert outcome["activity_figure;figure=gifts.items@213/2016-2018"].unit_vi == "suất"


def test_a_target_is_read_with_its_unit(evaluated):
    target = {"target_id": "rate", "label_vi": "Tỷ lệ", "value": ("0.008", {"decimals": 1}), "unit": "%"}
    value = evaluated(TARGETS, targets=[target])["target_value;target=rate@213/2016-2018"]
    assert (value.value, value.unit, value.decimals) == (Fraction(8, 1000), "ratio", 1)


def test_an_unknown_unit_of_a_target_is_refused_at_its_cell(evaluated):
    target = {"target_id": "rate", "label_vi": "Tỷ lệ", "value": 1, "unit": "hộo"}
    with pytest.raises(InputError, match="hộo") as refused:
        evaluated(TARGETS, targets=[target])
    (problem,) = refused.value.problems
    assert (problem.file, problem.row, problem.column) == ("targets.csv", 2, "unit")
    assert "hộ" in problem.remedy_vi
