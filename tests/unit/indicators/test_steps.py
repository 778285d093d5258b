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
