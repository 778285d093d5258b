"""Tỷ lệ hoàn thành chỉ tiêu: reached over asked, in the direction of the target; none where there is no such thing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import ValueStatus

from .rows import activity, definition, review

ASKED = definition("target_value", "input", table="targets", column="value", by=("target",), unit="")
RATIO = definition("poverty_ratio", "ratio", "poor_households", "total_households", unit="ratio")
POINTS = definition("points", "difference", "poverty_ratio", unit="pp", between="reviews")
FALL = definition("fall", "difference", "poor_households", between="reviews", decimals=0)
COMPLETION = definition("completion", "completion", "target_value", by=("target",), unit="ratio")
SUPPORT = definition("support", "sum", "activity_figure", unit="vnd", by=("organisation",), where={"role": ("money",)})


def target(indicator: str, value, unit: str = "hộ", kind: str = "households", direction: str = "down", **more):
    given = {
        "target_id": "t", "document": "01/NQ-HĐND", "indicator_id": indicator, "kind": kind, "direction": direction,
        "baseline": "cuối 2015", "value": value, "unit": unit, "label_vi": "Chỉ tiêu",
    }  # fmt: skip
    return given | more


@pytest.fixture
def completion(evaluated):
    def run(*targets, after=85, before=136, activities=()):
        reviews = [review(before, 10000, as_of="2015-12-31"), review(after, 10000, as_of="2017-12-31")]
        return evaluated(
            COMPLETION, ASKED, RATIO, POINTS, FALL, SUPPORT, targets=targets, reviews=reviews, activities=activities
        )

    return run


def only(outcome):
    return outcome["completion;target=t@213/2016-2018"]


def test_a_reduction_over_the_reduction_asked_for(completion):
    points = target("points", "0.003", "điểm phần trăm", "reduction_pp")
    outcome = completion(points)
    value = only(outcome)
    assert (value.value, value.status, value.formula) == (
        Fraction(17, 10),
        ValueStatus.COMPUTED,
        "-points / target_value",
    )
    assert value.operands == ("points@213/2016-2018", "target_value;target=t@213/2016-2018")
    achieved = outcome["completion_achieved;target=t@213/2016-2018"]
    assert (achieved.value, achieved.unit) == (Fraction(51, 10000), "pp")
    assert only(completion(target("fall", 60))).value == Fraction(51, 60)
    assert only(completion(target("fall", 60), after=136)).value == 0


def test_an_increase_against_a_reduction_has_no_ratio(completion):
    outcome = completion(target("fall", 40), after=140)
    value = only(outcome)
    assert (value.value, value.status) == (None, ValueStatus.UNDEFINED)
    assert outcome["completion_achieved;target=t@213/2016-2018"].value == -4


def test_a_level_to_rise_to_but_not_one_to_fall_to(completion):
    gifts = [activity("gifts", 30)]
    level = target("activity_figure;figure=gifts.money", 40, "đồng", "level", "up")
    assert only(completion(level, activities=gifts)).value == Fraction(3, 4)
    total = target("support;organisation=ldld", 20, "đồng", "level", "up")
    assert only(completion(total, activities=gifts)).value == Fraction(3, 2)
    falling = target("poverty_ratio", "0.01", "%", "level", "down")
    assert only(completion(falling)).status is ValueStatus.UNDEFINED


@pytest.mark.parametrize(
    "change",
    [{"kind": ""}, {"direction": ""}, {"document": ""}, {"baseline": ""}, {"value": (40, {"qualifier": "estimate"})}],
)
def test_no_ratio_where_the_data_do_not_allow_an_assessment(completion, change):
    assert only(completion(target("fall", 40) | change)).status is ValueStatus.UNDEFINED


def test_units_that_differ_are_not_comparable(completion):
    assert only(completion(target("fall", 40, "người"))).status is ValueStatus.NOT_COMPARABLE


@pytest.mark.parametrize("realisation", ["planned", "expected"])
def test_what_is_planned_or_expected_decides_nothing(completion, realisation):
    gifts = [activity("gifts", 50, realisation=realisation)]
    level = target("activity_figure;figure=gifts.money", 40, "đồng", "level", "up")
    assert completion(level, activities=gifts).numbers("completion") == {}


def test_no_value_without_a_result_or_for_a_share_of_a_target(completion):
    assert completion(target("unknown", 40)).numbers("completion") == {}
    assert completion(target("", 40)).numbers("completion") == {}
    whole = target("fall", 40)
    outcome = completion(whole, target("fall", 20, target_id="part", part_of="t"))
    assert list(outcome.numbers("completion")) == ["target=t"]
