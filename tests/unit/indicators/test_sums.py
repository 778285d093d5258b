"""Tổng không tính trùng: parts, events, stocks told again, flows and kinds."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError

from .rows import activity, definition

SUPPORT = {"role": ("money",), "flow": ("grant", "in_kind", "mobilised")}


def total(name: str, *by: str, **more):
    return definition(name, "sum", "activity_figure", by=by, **{"where": SUPPORT, "unit": "vnd", "decimals": 0} | more)


MONEY = total("money")
BY_GROUP = total("by_group", "beneficiary_group")
BY_ORGANISATION = total("by_organisation", "organisation")
BY_MEASURE_GROUP = total("by_measure_group", "measure_group")
ALL = (MONEY, BY_GROUP, BY_ORGANISATION)
AT_LEAST = {"qualifier": "lower_bound"}
UNREADABLE = (None, {"status": "unreadable", "as_printed": "2.2.839"})


def groups(outcome) -> dict[str, int | None]:
    return {name.removeprefix("beneficiary_group="): value for name, value in outcome.numbers("by_group").items()}


def test_a_total_says_what_it_adds_and_under_which_condition(evaluated):
    outcome = evaluated(
        *ALL, activities=[activity("a", 10), activity("b", 5, "in_kind"), activity("c", 7, "loan_disbursed")]
    )
    money = outcome["money@213/2016-2018"]
    assert (money.value, money.status) == (15, ValueStatus.COMPUTED)
    assert money.operands == (
        "activity_figure;figure=a.money@213/2016-2018",
        "activity_figure;figure=b.money@213/2016-2018",
    )
    assert [(cell.row, cell.column) for cell in money.sources] == [(2, "money"), (3, "money")]
    assert money.formula == "Σ activity_figure (role=money, flow=grant|in_kind|mobilised, realisation=actual)"
    by_group = outcome["by_group;beneficiary_group=poor@213/2016-2018"]
    assert by_group.formula.endswith("realisation=actual, beneficiary_group=poor)")
    assert by_group.label_vi == "by_group: Hộ nghèo"


def test_a_group_of_measures_counts_for_the_groups_above_it(evaluated):
    rows = [
        activity("a", 10, measure_code="housing-repair"),
        activity("b", 5, measure_code="tet-gifts"),
        activity("c", 1),
    ]
    assert evaluated(BY_MEASURE_GROUP, activities=rows).numbers("by_measure_group") == {
        "measure_group=city_special": 10,
        "measure_group=city_gifts": 5,
        "measure_group=city_own": 15,
        "measure_group=organisations": 1,
    }


def test_components_of_another_programme_are_not_those_of_this_one(evaluated):
    by_component = total("by_component", "component")
    rows = [activity("a", 10, measure_code="cow-breeding-model"), activity("b", 5)]
    found = evaluated(by_component, activities=rows, programme_id="gnbv-2016-2020").numbers("by_component")
    assert found == {"component=component-3": 10}
    assert evaluated(by_component, activities=rows, programme_id="gnbv-2021-2025").numbers("by_component") == {}


def test_what_is_planned_or_expected_is_left_out_unless_asked_for(evaluated):
    rows = [activity("a", 10), activity("b", 20, realisation="planned"), activity("c", 40, realisation="expected")]
    planned = total("planned", where=SUPPORT | {"realisation": ("planned",)})
    outcome = evaluated(MONEY, planned, activities=rows)
    assert (outcome.numbers("money"), outcome.numbers("planned")) == ({"": 10}, {"": 20})


# -- wholes and parts ------------------------------------------------------------------------------------------------


def test_partial_parts_are_taken_out_of_their_whole_and_told_under_their_own_code(evaluated):
    rows = [
        activity("gifts", ("100", AT_LEAST), parts="partial", beneficiary_group="gift_recipients"),
        activity("poor", 30, part_of="gifts"),
        activity("near", 20, part_of="gifts", beneficiary_group="near_poor"),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert outcome.numbers("money") == {"": 100}
    assert groups(outcome) == {"gift_recipients": 50, "poor": 30, "near_poor": 20}
    assert outcome.numbers("by_organisation") == {"organisation=ldld": 100}
    rest = outcome["by_group;beneficiary_group=gift_recipients@213/2016-2018"]
    assert (rest.qualifier, len(rest.operands)) == (Qualifier.LOWER_BOUND, 3)
    assert outcome["by_group;beneficiary_group=poor@213/2016-2018"].qualifier is Qualifier.EXACT


def test_a_part_that_is_at_least_leaves_at_most_the_rest(evaluated):
    rows = [
        activity("a", 100, parts="partial"),
        activity("b", (30, AT_LEAST), part_of="a", beneficiary_group="near_poor"),
    ]
    rest = evaluated(BY_GROUP, activities=rows)["by_group;beneficiary_group=poor@213/2016-2018"]
    assert (rest.value, rest.qualifier) == (70, Qualifier.UPPER_BOUND)


def test_complete_parts_stand_for_their_whole_in_every_total(evaluated):
    rows = [
        activity("cows", 290, parts="complete", beneficiary_group="poor_near_poor"),
        activity("poor", 110, part_of="cows"),
        activity("near", 181, part_of="cows", beneficiary_group="near_poor"),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert groups(outcome) == {"poor": 110, "near_poor": 181}
    assert outcome.numbers("money") == {"": 291}  # that the whole says 290 is a finding of its own


def test_complete_parts_with_one_unreadable_leave_the_whole_standing(evaluated):
    rows = [
        activity("cows", 290, parts="complete", beneficiary_group="poor_near_poor"),
        activity("poor", 110, part_of="cows"),
        activity("near", UNREADABLE, part_of="cows", beneficiary_group="near_poor"),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert outcome.numbers("money") == {"": 290}
    assert groups(outcome) == {"poor_near_poor": 180, "poor": 110, "near_poor": None}
    rest = outcome["by_group;beneficiary_group=poor_near_poor@213/2016-2018"]
    assert rest.qualifier is Qualifier.UPPER_BOUND
    assert outcome["by_group;beneficiary_group=near_poor@213/2016-2018"].status is ValueStatus.UNREADABLE


def test_complete_parts_of_which_one_does_not_tell_the_figure_leave_the_rest_with_the_whole(evaluated):
    rows = [
        activity("cows", 290, parts="complete", beneficiary_group="poor_near_poor"),
        activity("poor", 110, part_of="cows"),
        activity("near", part_of="cows", beneficiary_group="near_poor", items=3),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert groups(outcome) == {"poor_near_poor": 180, "poor": 110}
    assert outcome.numbers("money") == {"": 290}


def test_a_planned_part_takes_its_share_of_a_complete_whole_with_it(evaluated):
    rows = [
        activity("cows", 290, parts="complete", beneficiary_group="poor_near_poor"),
        activity("poor", 110, part_of="cows"),
        activity("near", 180, part_of="cows", beneficiary_group="near_poor", realisation="planned"),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert (outcome.numbers("money"), groups(outcome)) == ({"": 110}, {"poor": 110})


def test_parts_of_an_unreadable_whole_make_it_at_least_their_sum(evaluated):
    rows = [activity("a", UNREADABLE, parts="partial"), activity("b", 30, part_of="a", beneficiary_group="near_poor")]
    outcome = evaluated(*ALL, activities=rows)
    money = outcome["money@213/2016-2018"]
    assert (money.value, money.qualifier) == (30, Qualifier.LOWER_BOUND)
    assert groups(outcome) == {"poor": None, "near_poor": 30}


def test_parts_of_parts(evaluated):
    rows = [
        activity("bank", 100, parts="partial", organisation_code="nhcsxh"),
        activity("union", 60, parts="complete", part_of="bank", organisation_code="hoi-lhpn"),
        activity("one", 35, part_of="union", organisation_code="hoi-lhpn"),
        activity("two", 25, part_of="union", organisation_code="hoi-ccb"),
    ]
    outcome = evaluated(*ALL, activities=rows)
    assert outcome.numbers("money") == {"": 100}
    assert outcome.numbers("by_organisation") == {
        "organisation=nhcsxh": 40,
        "organisation=hoi-lhpn": 35,
        "organisation=hoi-ccb": 25,
    }
    # what is taken out of and put back under the same code is no operand
    lhpn = outcome["by_organisation;organisation=hoi-lhpn@213/2016-2018"]
    assert lhpn.operands == ("activity_figure;figure=one.money@213/2016-2018",)


def test_a_part_whose_whole_is_of_another_flow_counts_by_itself(evaluated):
    rows = [activity("scrap", 250, "none"), activity("given", 119, part_of="scrap")]
    assert evaluated(MONEY, activities=rows).numbers("money") == {"": 119}


# -- events ----------------------------------------------------------------------------------------------------------


def told(activity_id: str, money=None, by: str = "hoi-ctd", under: str = "ubnd-tp", **more):
    return activity(activity_id, money, organisation_code=by, event_id="rice", counted_under=under, **more)


def test_an_event_told_by_two_counts_once_and_under_one_of_them(evaluated):
    rows = [told("city", 550, "ubnd-tp"), told("red_cross", 550), activity("else", 7, organisation_code="hoi-ctd")]
    outcome = evaluated(*ALL, activities=rows)
    assert outcome.numbers("money") == {"": 557}
    assert outcome.numbers("by_organisation") == {"organisation=ubnd-tp": 550, "organisation=hoi-ctd": 7}


def test_a_figure_that_only_the_other_teller_has_is_not_lost(evaluated):
    persons = total("persons", where={"role": ("persons",)}, unit="person")
    rows = [told("city", 550, "ubnd-tp"), told("red_cross", 550, persons=468)]
    outcome = evaluated(MONEY, persons, activities=rows)
    assert (outcome.numbers("money"), outcome.numbers("persons")) == ({"": 550}, {"": 468})


@pytest.mark.parametrize("under", ["", "ldld"])
def test_an_event_without_its_teller_is_still_counted_once(evaluated, under):
    rows = [told("red_cross", 550, under=under), told("veterans", 560, "hoi-ccb", under=under)]
    assert evaluated(MONEY, activities=rows).numbers("money") == {"": 560}  # the first by code


@pytest.mark.parametrize(
    ("others", "qualifier", "cells"),
    [((550,), "exact", 1), ((560,), "lower_bound", 2), ((540,), "upper_bound", 2), ((540, 560), "estimate", 3)],
)
def test_an_amount_that_another_teller_puts_higher_is_at_least_that_much(evaluated, others, qualifier, cells):
    rows = [told("city", 550, "ubnd-tp"), *(told(f"told_{money}", money) for money in others)]
    value = evaluated(MONEY, activities=rows)["money@213/2016-2018"]
    assert (value.value, str(value.qualifier), len(value.sources)) == (550, qualifier, cells)


def test_parts_of_a_second_telling_are_told_a_second_time_too(evaluated):
    rows = [told("city", 550, "ubnd-tp"), told("red_cross", 550), activity("part", 50, part_of="red_cross")]
    assert evaluated(MONEY, activities=rows).numbers("money") == {"": 550}


# -- stocks and cumulative figures -----------------------------------------------------------------------------------


def test_a_cumulative_figure_told_each_quarter_counts_as_last_told(evaluated):
    quarters = [("q1", 120, "2018-03-31"), ("q2", 310, "2018-06-30"), ("q3", 455, "2018-09-30")]
    rows = [
        activity(name, money, time_basis="year_to_date", data_to=end, label_vi="Tặng quà")
        for name, money, end in quarters
    ]
    assert evaluated(MONEY, activities=rows).numbers("money") == {"": 455}
    year_before = activity("q0", 400, time_basis="year_to_date", data_to="2017-12-31", label_vi="Tặng quà")
    assert evaluated(MONEY, activities=[*rows, year_before]).numbers("money") == {"": 855}


def test_a_stock_is_not_summed_over_time_but_over_funds(evaluated):
    debt = total("debt", where={"role": ("money",), "flow": ("loan_outstanding",)})
    rows = [
        activity("2017", 80, "loan_outstanding", time_basis="at_date", as_of="2017-12-31", label_vi="Dư nợ"),
        activity("2018", 90, "loan_outstanding", time_basis="at_date", as_of="2018-06-30", label_vi="Dư nợ"),
        activity("fund", 5, "loan_outstanding", time_basis="at_date", as_of="2018-06-30", label_vi="Quỹ khác"),
    ]
    assert evaluated(debt, activities=rows).numbers("debt") == {"": 95}


def test_figures_of_a_period_of_their_own_add_up(evaluated):
    rows = [
        activity(day, 10, time_basis="in_period", data_to=day, label_vi="Tặng quà")
        for day in ("2017-12-31", "2018-03-31")
    ]
    assert evaluated(MONEY, activities=rows).numbers("money") == {"": 20}


# -- flows, kinds, absence -------------------------------------------------------------------------------------------


def test_kinds_and_flows_are_not_mixed(evaluated):
    rows = [activity("a", 10, households=3), activity("b", 20, "loan_disbursed")]
    kinds = total("all", where={"role": ("money", "households"), "flow": ("grant", "none")})
    flows = total("all", where={"role": ("money",)})
    for mixture, found in ((kinds, "households, money"), (flows, "grant, loan_disbursed")):
        with pytest.raises(InputError) as refused:
            evaluated(mixture, activities=rows)
        (problem,) = refused.value.problems
        assert (problem.found_vi, problem.column) == (found, "indicators[all].where")
        assert problem.file == "reference/indicators.yml"


def test_households_of_activities_of_a_flow(evaluated):
    where = {"role": ("households",), "activity_flow": ("grant",)}
    households = total("households", where=where, unit="household")
    rows = [activity("a", 10, households=3), activity("b", 20, "loan_disbursed", households=7)]
    assert evaluated(households, activities=rows).numbers("households") == {"": 3}


def test_a_total_over_an_unreadable_figure_is_at_least_and_over_nothing_else_absent(evaluated):
    rows = [activity("a", 10), activity("b", UNREADABLE)]
    money = evaluated(MONEY, activities=rows)["money@213/2016-2018"]
    assert (money.value, money.qualifier, len(money.sources)) == (10, Qualifier.LOWER_BOUND, 2)
    alone = evaluated(MONEY, activities=rows[1:])["money@213/2016-2018"]
    assert (alone.value, alone.status) == (None, ValueStatus.UNREADABLE)


def test_a_total_is_as_weak_as_its_weakest_figure_and_disputed_with_a_disputed_one(evaluated):
    estimate, disputed = (5, {"qualifier": "estimate"}), (5, {"status": "disputed"})
    rows = [activity("a", (10, AT_LEAST)), activity("b", estimate), activity("c", disputed)]
    money = evaluated(MONEY, activities=rows)["money@213/2016-2018"]
    assert (money.qualifier, money.status) == (Qualifier.ESTIMATED_LOWER_BOUND, ValueStatus.DISPUTED)


def test_nothing_to_add_gives_no_total(evaluated):
    assert evaluated(*ALL, activities=[activity("a", 10, "loan_disbursed")]).numbers("money") == {}
    assert evaluated(*ALL).evaluated.values == ()


# -- unit costs ------------------------------------------------------------------------------------------------------


UNIT_COST = definition("unit_cost", "per_unit", "activity_figure", unit="vnd")


def test_unit_costs(evaluated):
    rows = [
        activity("houses", 420, per_role="households", households=42),
        activity("none", 10, per_role="items", items=0),
        activity("unreadable", 10, per_role="persons", persons=UNREADABLE),
        activity("without", 10),
        activity("absent", 10, per_role="items"),
        activity("hedged", (12, AT_LEAST), per_role="items", items=(4, AT_LEAST)),
    ]
    outcome = evaluated(UNIT_COST, activities=rows)
    costs = {name.removeprefix("activity="): value for name, value in outcome.numbers("unit_cost").items()}
    assert costs == {"houses": 10, "none": None, "unreadable": None, "hedged": 3}
    houses = outcome["unit_cost;activity=houses@213/2016-2018"]
    assert (houses.formula, houses.unit_vi) == ("houses.money / houses.households", "đồng/hộ")
    assert outcome["unit_cost;activity=none@213/2016-2018"].status is ValueStatus.UNDEFINED
    assert outcome["unit_cost;activity=unreadable@213/2016-2018"].status is ValueStatus.UNREADABLE
    assert outcome["unit_cost;activity=hedged@213/2016-2018"].qualifier is Qualifier.ESTIMATE
