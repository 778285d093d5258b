"""So với cùng kỳ năm trước: equal length, equal cut-off, equal basis; otherwise not comparable, with a note."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.findings import FindingKind, Severity

from .rows import activity, definition

THEN = definition(
    "year_before_figure", "input", table="year_before_activity_figures", column="value", by=("figure",), unit=""
)
OF_TWO = {"between": "year_before"}
CHANGE = definition("change", "difference", "activity_figure", THEN.id, unit="", **OF_TWO)
RATIO = definition("ratio", "ratio", "activity_figure", THEN.id, unit="ratio", **OF_TWO)


def told(name: str, money, day: str = "", basis: str = "year_to_date", **more):
    return activity(name, money, data_to=day, time_basis=basis, **{"label_vi": "Tặng quà", **more})


@pytest.fixture
def compared(evaluated):
    def run(now, then):
        return evaluated(THEN, CHANGE, RATIO, activities=now, year_before=then)

    return run


def test_the_difference_and_the_ratio_of_one_activity(compared):
    outcome = compared([told("gifts", 330, "2018-06-30")], [told("gifts", 300, "2017-06-30", label_vi="Quà Tết")])
    change, ratio = (outcome[f"{name};figure=gifts.money@213/2016-2018"] for name in ("change", "ratio"))
    assert (change.value, change.unit, change.formula) == (30, "vnd", "gifts.money - gifts.money[cùng kỳ]")
    assert (ratio.value, ratio.unit) == (Fraction(11, 10), "ratio")
    assert ratio.operands == (
        "year_before_figure;figure=gifts.money@213/2016-2018", "activity_figure;figure=gifts.money@213/2016-2018"
    )  # fmt: skip
    assert ratio.label_vi == "ratio: Tặng quà: Số tiền"
    assert not outcome.evaluated.findings


def test_the_same_thing_under_another_name(compared):
    outcome = compared([told("new", 330, "2018-06-30")], [told("old", 300, "2017-06-30")])
    assert outcome.numbers("change") == {"figure=new.money": 30}
    other = told("old", 300, "2017-06-30", organisation_code="mttq")
    assert compared([told("new", 330, "2018-06-30")], [other]).numbers("change") == {}


@pytest.mark.parametrize(
    "then",
    [
        told("gifts", 300, "2017-05-15"),
        told("gifts", 300, "2017-06-30", "in_period"),
        told("gifts", 300, "2017-06-30", data_from="2017-01-01"),
        told("gifts", 300, ""),
    ],
)
def test_another_cut_off_length_or_basis_is_not_comparable(compared, then):
    outcome = compared([told("gifts", 330, "2018-06-30")], [then])
    for name in ("change", "ratio"):
        value = outcome[f"{name};figure=gifts.money@213/2016-2018"]
        assert (value.value, value.status) == (None, ValueStatus.NOT_COMPARABLE)
    (finding,) = outcome.evaluated.findings
    assert (finding.kind, finding.severity) == (FindingKind.NOT_COMPARABLE, Severity.NOTE)
    assert "lũy kế từ đầu năm, 30/6/2018" in finding.message_vi


def test_days_that_neither_says_are_those_of_the_periods_unless_the_basis_is_not_stated(compared):
    assert compared([told("gifts", 330)], [told("gifts", 300)]).numbers("change") == {"figure=gifts.money": 30}
    outcome = compared([told("gifts", 330, basis="not_stated")], [told("gifts", 300, basis="not_stated")])
    assert outcome.numbers("change") == {} and not outcome.evaluated.findings


def test_the_last_day_of_february(compared):
    now, then = told("gifts", 330, "2020-02-29"), told("gifts", 300, "2019-02-28")
    assert compared([now], [then]).numbers("change") == {"figure=gifts.money": 30}


def test_what_is_expected_is_compared_with_what_was_done_then(compared):
    now = [told("done", 200, "2018-05-15"), told("ahead", 330, "2018-06-30", realisation="expected")]
    then = [
        told("done", 180, "2017-05-15"), told("ahead", 290, "2017-06-30", realisation="expected"),
        told("final", 300, "2017-06-30"), told("plan", 900, "2017-06-30", realisation="planned"),
    ]  # fmt: skip
    assert compared(now, then).numbers("change") == {"figure=done.money": 20, "figure=ahead.money": 30}
    outcome = compared(now[1:], then[:2])
    assert outcome.numbers("change") == {} and not outcome.evaluated.findings


def test_what_is_missing_hedged_or_zero(compared):
    def of(now, then):
        return compared([told("gifts", now)], [told("gifts", then)])["ratio;figure=gifts.money@213/2016-2018"]

    absent = of((None, {"status": "not_collected", "as_printed": "…"}), 100)
    assert (absent.value, absent.status) == (None, ValueStatus.NOT_COLLECTED)
    assert of(5, 0).status is ValueStatus.UNDEFINED
    assert of((5, {"qualifier": "lower_bound"}), 10).qualifier is Qualifier.LOWER_BOUND
    assert of(5, (10, {"qualifier": "lower_bound"})).qualifier is Qualifier.UPPER_BOUND


def test_operands_are_the_figures_of_both_years(evaluated):
    wrong = definition("change", "difference", "activity_figure", "activity_figure", unit="", **OF_TWO)
    with pytest.raises(InputError) as caught:
        evaluated(THEN, wrong)
    (problem,) = caught.value.problems
    assert problem.column == "indicators[change].of"
    with pytest.raises(InputError):
        evaluated(THEN, definition("sum", "sum", "activity_figure", THEN.id, unit="", **OF_TWO))
