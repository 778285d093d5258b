"""So với kế hoạch: each figure over what was planned of the same thing, what was done and what is expected apart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

from .rows import activity, definition

RATIO = definition("plan_ratio", "plan_ratio", "activity_figure", by=("figure",), unit="ratio")


def told(name: str, money, realisation: str = "actual", day: str = "", **more):
    return activity(name, money, realisation=realisation, as_of=day, **{"label_vi": "Sửa nhà", **more})


@pytest.fixture
def ratios(evaluated):
    return lambda *rows: evaluated(RATIO, activities=rows).numbers("plan_ratio")


PLAN = told("plan", 4200, "planned", "2018-12-31")


def test_what_was_done_and_what_is_expected_each_over_the_plan(evaluated):
    rows = [PLAN, told("done", 1240, day="2018-05-15"), told("ahead", 2100, "expected", "2018-06-30")]
    outcome = evaluated(RATIO, activities=rows)
    assert outcome.numbers("plan_ratio") == {
        "figure=done.money": Fraction(1240, 4200), "figure=ahead.money": Fraction(1, 2)
    }  # fmt: skip
    value = outcome["plan_ratio;figure=done.money@213/2016-2018"]
    assert (value.formula, value.as_of) == ("done.money / plan.money", "2018-05-15")
    assert [cell.row for cell in value.sources] == [3, 2]
    assert value.label_vi == "plan_ratio (thực hiện): Sửa nhà: Số tiền"
    ahead = outcome["plan_ratio;figure=ahead.money@213/2016-2018"]
    assert ahead.label_vi == "plan_ratio (ước thực hiện): Sửa nhà: Số tiền"


@pytest.mark.parametrize(
    "change",
    [{"label_vi": "Xây nhà"}, {"organisation_code": "mttq"}, {"beneficiary_group": "near_poor"}, {"measure_code": "x"}],
)
def test_another_thing_is_not_of_this_plan_unless_it_says_so(evaluated, reference, change):
    change = {**change, **({"measure_code": "housing-repair"} if "measure_code" in change else {})}
    outcome = evaluated(RATIO, activities=[PLAN, told("done", 1240, **change)])
    assert outcome.numbers("plan_ratio") == {}
    outcome = evaluated(RATIO, activities=[PLAN, told("done", 1240, of_plan="plan", **change)])
    assert outcome.numbers("plan_ratio") == {"figure=done.money": Fraction(1240, 4200)}


def test_of_several_plans_the_one_of_the_same_year(ratios):
    other = told("other", 1000, "planned", "2017-12-31")
    assert ratios(PLAN, other, told("done", 420, day="2018-05-15")) == {"figure=done.money": Fraction(1, 10)}
    assert ratios(PLAN, other, told("done", 420)) == {}
    assert ratios(PLAN, {**other, "as_of": "2018-06-30"}, told("done", 420, day="2018-05-15")) == {}


def test_roles_are_not_mixed_and_a_plan_is_no_result(ratios):
    rows = [{**PLAN, "items": 40}, told("done", None, items=30)]
    assert ratios(*rows) == {"figure=done.items": Fraction(3, 4)}
    assert ratios(PLAN, told("done", None, items=30)) == {}


def test_what_is_missing_hedged_or_zero(evaluated):
    def of(done, plan):
        rows = [told("plan", plan, "planned"), told("done", done)]
        return evaluated(RATIO, activities=rows)["plan_ratio;figure=done.money@213/2016-2018"]

    absent = of((None, {"status": "not_collected", "as_printed": "…"}), 100)
    assert (absent.value, absent.status) == (None, ValueStatus.NOT_COLLECTED)
    assert of(5, 0).status is ValueStatus.UNDEFINED
    assert of((5, {"qualifier": "lower_bound"}), 10).qualifier is Qualifier.LOWER_BOUND
    assert of(5, (10, {"qualifier": "lower_bound"})).qualifier is Qualifier.UPPER_BOUND
