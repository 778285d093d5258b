"""Vốn của chương trình: plan, disbursement and their ratio, for each cut-off apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError

from .rows import definition

PROGRAMME = "gnbv-2016-2020"
NOT_APPLICABLE = (None, {"status": "not_applicable", "as_printed": "x"})
NOT_COLLECTED = (None, {"status": "not_collected", "as_printed": "…"})


def row(as_of: str = "2018-12-31", component: str = "component-1", **more: Any) -> dict[str, Any]:
    given = {
        "component_code": component, "source": "nstw", "kind": "dtpt", "year": "2018", "as_of": as_of,
        "realisation": "actual", "unit": "đồng",
    }  # fmt: skip
    return given | more


@pytest.fixture
def funds(evaluated, reference):
    """Evaluates the definitions of the reference data that rest on the table of funds."""
    names = [one.id for one in reference.indicators if one.id.startswith("fund_") or "disburs" in one.id]
    names += ["planned_vnd", "carried_over_vnd", "available_vnd", "allocated_vnd"]
    own: list[IndicatorDefinition] = [one for one in reference.indicators if one.id in names]

    def run(*rows: dict[str, Any]):
        own_funds = [one for one in own if one.id != "loan_disbursed_money"]
        return evaluated(*own_funds, funds=rows, programme_id=PROGRAMME)

    return run


def total(outcome, indicator: str, as_of: str = "2018-12-31", year: str = "2018", **dimensions: str):
    given = "".join(f";{name}={code}" for name, code in sorted({**dimensions, "year": year}.items()))
    return outcome.values.get(f"{indicator}{given}@213/{as_of}")


def test_one_cut_off_after_another(funds):
    """Giao 500, bổ sung 120, kéo dài 80, hủy 30: a plan of 670, 83,58% and 91,04%, each with its date."""
    plan = {"assigned": 500, "added": 120, "cancelled": 30, "carried_over": 80}
    outcome = funds(
        row(**plan, disbursed=490, disbursed_carried_over=70),
        row("2019-01-31", **plan, disbursed=530, disbursed_carried_over=80),
    )
    for as_of, disbursed, printed in (("2018-12-31", 560, "83.58"), ("2019-01-31", 610, "91.04")):
        assert total(outcome, "planned_vnd", as_of).value == 590
        assert total(outcome, "available_vnd", as_of).value == 670
        assert total(outcome, "disbursed_vnd", as_of).value == disbursed
        ratio = total(outcome, "disbursement_ratio", as_of)
        assert (ratio.value, ratio.as_of) == (Fraction(disbursed, 670), as_of)
        assert f"{float(ratio.value * 100):.2f}" == printed
    assert total(outcome, "year_disbursement_ratio").value == Fraction(490, 590)
    assert total(outcome, "carried_over_disbursement_ratio").value == Fraction(70, 80)


def test_every_total_names_its_cells_and_its_formula(funds):
    outcome = funds(row(assigned=500, added=120, cancelled=30))
    planned = total(outcome, "planned_vnd")
    assert planned.formula == "Σ fund_assigned + fund_added + fund_adjusted - fund_cancelled (year=2018)"
    assert [cell.column for cell in planned.sources] == ["assigned", "added", "cancelled"]
    assert planned.operands[0] == "fund_assigned;component=component-1;kind=dtpt;source=nstw;year=2018@213/2018-12-31"
    assert planned.label_vi == "Kế hoạch vốn giao năm 2018"


def test_ratios_of_sums_by_component_source_and_kind(funds):
    outcome = funds(
        row(assigned=900, disbursed=900),
        row(assigned=100, disbursed=0, kind="sn"),
        row(component="component-2", source="nsdp_district", assigned=1000, disbursed=100),
    )
    assert total(outcome, "disbursement_ratio").value == Fraction(1, 2)  # the mean of the rates would be 11/30
    by_component = total(outcome, "disbursement_ratio", component="component-1")
    assert by_component.value == Fraction(9, 10)
    assert total(outcome, "disbursement_ratio", source="nsdp_district").value == Fraction(1, 10)
    assert total(outcome, "disbursement_ratio", kind="dtpt").value == Fraction(1000, 1900)
    assert total(outcome, "disbursed_vnd", component="component-1", source="nstw", kind="sn").value == 0
    assert total(outcome, "disbursed_vnd", component="component-2", source="nstw") is None
    both = total(outcome, "disbursed_vnd", component="component-2", source="nsdp_district")
    assert both.label_vi == "Vốn đã giải ngân năm 2018, Chương trình 135, NSĐP huyện"


def test_expected_values_stand_apart(funds):
    outcome = funds(
        row("2018-05-15", assigned=4200, disbursed=1240),
        row("2018-06-30", assigned=4200, disbursed=2100, realisation="expected"),
    )
    assert total(outcome, "disbursement_ratio", "2018-05-15").value == Fraction(1240, 4200)
    assert total(outcome, "disbursement_ratio", "2018-06-30") is None
    expected = total(outcome, "disbursement_ratio", "2018-06-30", realisation="expected")
    assert expected.value == Fraction(1, 2)
    assert expected.label_vi.endswith("ước thực hiện")


def test_what_is_not_applicable_is_no_zero_and_hides_nothing(funds):
    absent = dict.fromkeys(("assigned", "carried_over", "disbursed"), NOT_APPLICABLE)
    outcome = funds(row(assigned=500, carried_over=0, disbursed=400), row(component="component-2", **absent))
    whole = total(outcome, "disbursement_ratio")
    assert (whole.value, whole.qualifier) == (Fraction(4, 5), Qualifier.EXACT)
    none = total(outcome, "planned_vnd", component="component-2")
    assert (none.value, none.status) == (None, ValueStatus.NOT_APPLICABLE)
    assert total(outcome, "disbursement_ratio", component="component-2").status is ValueStatus.NOT_APPLICABLE


@pytest.mark.parametrize("absent", [{}, {"disbursed": NOT_COLLECTED}])
def test_a_total_over_a_missing_cell_is_at_least(funds, absent):
    outcome = funds(row(assigned=500, disbursed=400), row(component="component-2", assigned=100, **absent))
    disbursed = total(outcome, "disbursed_vnd")
    assert (disbursed.value, disbursed.qualifier) == (400, Qualifier.LOWER_BOUND)
    assert total(outcome, "planned_vnd").qualifier is Qualifier.EXACT


def test_a_cut_off_without_all_rows_of_an_earlier_one_is_at_least(funds):
    outcome = funds(
        row(assigned=500, disbursed=400),
        row(component="component-2", assigned=100, disbursed=50),
        row("2019-01-31", assigned=500, disbursed=450),
    )
    assert total(outcome, "disbursed_vnd", "2019-01-31").qualifier is Qualifier.LOWER_BOUND
    assert total(outcome, "disbursed_vnd").qualifier is Qualifier.EXACT
    own = total(outcome, "disbursed_vnd", "2019-01-31", component="component-1")
    assert own.qualifier is Qualifier.EXACT


def test_money_not_told_apart_gives_no_rate_of_its_own(funds):
    outcome = funds(row(assigned=500, carried_over=80, disbursed=560))
    assert total(outcome, "disbursement_ratio").value == Fraction(560, 580)
    assert total(outcome, "disbursement_ratio").qualifier is Qualifier.EXACT
    assert total(outcome, "year_disbursement_ratio") is None
    assert total(outcome, "carried_over_disbursement_ratio") is None


def test_a_sub_project_is_a_part_of_its_component(funds):
    parts = [row(component=f"component-1-{number}", assigned=much) for number, much in ((1, 60), (2, 30))]
    alone, beside = funds(*parts), funds(row(assigned=100), *parts)
    assert total(alone, "planned_vnd").value == total(alone, "planned_vnd", component="component-1").value == 90
    assert total(beside, "planned_vnd").value == total(beside, "planned_vnd", component="component-1").value == 100
    assert total(beside, "planned_vnd", component="component-1-2").value == 30


def test_the_same_date_of_the_year_before(funds):
    outcome = funds(
        row("2017-12-31", year="2017", assigned=100, disbursed=70),
        row("2017-06-30", year="2017", assigned=100, disbursed=10),
        row(assigned=100, disbursed=80),
    )
    change = total(outcome, "disbursement_ratio_change_pp")
    assert change.value == Fraction(1, 10)
    assert change.operands == (
        "disbursement_ratio;year=2017@213/2017-12-31",
        "disbursement_ratio;year=2018@213/2018-12-31",
    )
    assert total(outcome, "disbursement_ratio_change_pp", "2017-12-31", "2017") is None


def test_no_plan_no_rate(funds):
    outcome = funds(row(assigned=0, disbursed=0))
    assert total(outcome, "disbursement_ratio").status is ValueStatus.UNDEFINED
    assert total(funds(row(disbursed=10)), "disbursement_ratio") is None


def test_no_rows_no_values(funds):
    assert not [value for value in funds().evaluated.values if "disburs" in value.id]


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"kind": "share", "of": ("a", "a")}, "kind"),
        ({"kind": "sum", "of": ("a",), "less": ("b",)}, "less"),
        ({"kind": "sum", "of": ("a",), "by": ("place",)}, "by"),
        ({"kind": "sum", "of": ("a",), "where": {"flow": ("grant",)}}, "where"),
        ({"kind": "sum", "of": ("a", "poor_households")}, "of"),
        ({"kind": "ratio", "of": ("a",)}, "of"),
        ({"kind": "difference", "of": ("a",), "between": "reviews"}, "between"),
    ],
)
def test_a_definition_that_cannot_be_computed_is_refused(evaluated, wrong, key):
    by = ("component", "source", "kind")
    one = definition("a", "input", table="fund_disbursement", column="assigned", unit="vnd", by=by)
    kind, of = wrong.pop("kind"), wrong.pop("of")
    with pytest.raises(InputError) as caught:
        evaluated(one, definition("c", kind, *of, unit="vnd", **wrong))
    assert caught.value.problems[0].column == f"indicators[c].{key}"


def test_the_same_date_of_the_year_before_in_the_table_of_that_period(evaluated, reference):
    """Of a half-year the period before is no comparison; the same half of the year before is."""
    names = ("fund_assigned", "fund_added", "fund_adjusted", "fund_cancelled", "fund_carried_over", "fund_disbursed")
    names += ("fund_disbursed_carried_over", "available_vnd", "disbursed_vnd", "disbursement_ratio")
    own = [one for one in reference.indicators if one.id in (*names, "disbursement_ratio_change_pp")]
    now = [row("2018-06-30", assigned=500, disbursed=200)]
    then = [row("2017-06-30", year="2017", assigned=400, disbursed=100), row("2018-06-30", assigned=500, disbursed=1)]
    outcome = evaluated(*own, funds=now, year_before_funds=then, programme_id=PROGRAMME)
    assert total(outcome, "disbursement_ratio_change_pp", "2018-06-30").value == Fraction(15, 100)
    assert total(outcome, "disbursed_vnd", "2018-06-30").value == 200
