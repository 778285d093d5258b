"""Số riêng của kỳ: what a cumulative figure grew by, derived from the one told before."""

from __future__ import annotations

from .rows import activity, definition

STEP = definition("step", "step", "activity_figure", by=("figure",), unit="")


def _told(name: str, money: int | None, day: str, basis: str = "year_to_date", **more):
    return activity(name, money, time_basis=basis, data_to=day, label_vi="Tặng quà", **more)


def test_each_telling_less_the_one_before(evaluated):
    rows = [_told("q3", 455, "2018-09-30"), _told("q1", 120, "2018-03-31"), _told("q2", 310, "2018-06-30")]
    outcome = evaluated(STEP, activities=rows)
    assert outcome.numbers("step") == {"figure=q2.money": 190, "figure=q3.money": 145}
    value = outcome["step;figure=q2.money@213/2016-2018"]
    assert (str(value.status), value.unit, value.formula) == ("computed", "vnd", "q2.money - q1.money")
    assert [cell.row for cell in value.sources] == [4, 3]


def test_a_fall_gives_no_step_and_the_next_starts_from_it(evaluated):
    rows = [_told("q1", 310, "2018-03-31"), _told("q2", 298, "2018-06-30"), _told("q3", 300, "2018-09-30")]
    assert evaluated(STEP, activities=rows).numbers("step") == {"figure=q3.money": 2}


def test_there_is_no_step_across_years_nor_for_stocks_nor_without_a_day(evaluated):
    rows = [_told("old", 10, "2017-12-31"), _told("new", 20, "2018-03-31")]
    assert evaluated(STEP, activities=rows).numbers("step") == {}
    assert evaluated(STEP, activities=[{**row, "time_basis": "at_date"} for row in rows]).numbers("step") == {}
    undated = [_told("old", 10, "", "since_start"), _told("new", 20, "2018-03-31", "since_start")]
    assert evaluated(STEP, activities=undated).numbers("step") == {}


BEFORE = definition("before", "input", table="previous_activity_figures", column="value", by=("figure",), unit="")
STEP_OF_TWO = definition("step", "step", "activity_figure", BEFORE.id, by=("figure",), unit="")


def test_the_period_before_opens_with_what_was_done_never_with_what_was_expected(evaluated):
    before = [_told("h1", 1240, "2018-05-15"), _told("ahead", 2100, "2018-06-30", realisation="expected")]
    outcome = evaluated(BEFORE, STEP_OF_TWO, activities=[_told("m9", 3000, "2018-09-15")], previous_activities=before)
    value = outcome["step;figure=m9.money@213/2016-2018"]
    assert (value.value, value.formula) == (1760, "m9.money - h1.money[kỳ trước]")
    assert value.operands == ("activity_figure;figure=m9.money@213/2016-2018", "before;figure=h1.money@213/2016-2018")
    assert outcome["before;figure=h1.money@213/2016-2018"].as_of == "2018-05-15"


def test_what_is_expected_or_planned_is_no_earlier_telling(evaluated):
    rows = [
        _told("h1", 1240, "2018-05-15"),
        _told("ahead", 2100, "2018-06-30", realisation="expected"),
        _told("m9", 3000, "2018-09-15"),
    ]
    assert evaluated(STEP, activities=rows).numbers("step") == {"figure=m9.money": 1760}


def test_the_period_before_has_no_steps_of_its_own(evaluated):
    before = [_told("q1", 100, "2018-03-31"), _told("h1", 300, "2018-06-30")]
    assert evaluated(BEFORE, STEP_OF_TWO, previous_activities=before).numbers("step") == {}
