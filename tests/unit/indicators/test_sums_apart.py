"""Tổng theo biểu chuyên đề: roles and units apart, places, subjects, lenders, and money that tells of other money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.vocabulary.errors import InputError

from .rows import activity, definition

Evaluate = Callable[..., Any]
GRANTS = {"role": ("money",), "flow": ("grant", "in_kind", "mobilised")}


def total(identity: str, *by: str, unit: str = "vnd", **where: tuple[str, ...]) -> Any:
    return definition(identity, "sum", "activity_figure", unit=unit, by=by, where=where, decimals=0)


def house(identity: str, money: int | None = None, place: str = "", **more: Any) -> dict[str, Any]:
    return activity(identity, money, measure_code="housing-repair", place_code=place, **more)


def test_wards_and_what_is_left_of_the_whole(evaluated: Evaluate) -> None:
    rows = [
        house("all", 1000, parts="partial", new_built=5),
        house("one", 300, "07213", part_of="all", new_built=2),
        house("two", 500, "07219", part_of="all"),
    ]
    outcome = evaluated(
        total("money", "place", **GRANTS), total("built", "place", "role", "unit", unit="", role=("new_built",)),
        activities=rows,
    )  # fmt: skip
    assert outcome.numbers("money") == {"place=07213": 300, "place=07219": 500, "place=213": 200}
    assert outcome.numbers("built") == {
        "place=07213;role=new_built;unit=house": 2,
        "place=213;role=new_built;unit=house": 3,
    }
    value = outcome["built;place=07213;role=new_built;unit=house@213/2016-2018"]
    assert (value.unit, value.unit_vi, value.label_vi) == ("house", "nhà", "built: phường Trần Phú: Nhà xây mới: nhà")


def test_units_are_summed_apart(evaluated: Evaluate) -> None:
    cards = (70, {"unit": "thẻ"})
    rows = [activity("a", items=5), activity("b", items=cards), activity("c", items=(30, {"unit": "thẻ"}))]
    outcome = evaluated(total("reach", "measure", "unit", unit="", role=("items",)), activities=rows)
    assert outcome.numbers("reach") == {
        "measure=gift-giving;unit=gift": 5,
        "measure=gift-giving;unit=card": 100,
    }


def test_parts_in_another_unit_do_not_stand_for_their_whole(evaluated: Evaluate) -> None:
    rows = [
        activity("all", items=50, parts="complete"),
        activity("one", items=20, part_of="all"),
        activity("two", items=(9, {"unit": "thẻ"}), part_of="all"),
    ]
    outcome = evaluated(total("reach", "unit", unit="", role=("items",)), activities=rows)
    assert outcome.numbers("reach") == {"unit=gift": 50, "unit=card": 9}


def test_by_subject_only_what_belongs_to_one(evaluated: Evaluate) -> None:
    rows = [
        house("a", 100),
        activity("b", 5),
        house("c", 50, realisation="expected"),
        house("d", 9, realisation="planned"),
    ]
    outcome = evaluated(total("money", "subject", **GRANTS), activities=rows)
    assert outcome.numbers("money") == {"subject=housing": 100}
    only = evaluated(total("money", **GRANTS, subject=("housing",)), activities=rows)
    assert only.numbers("money") == {"": 100}


def test_levels_types_and_time_bases_are_asked_for(evaluated: Evaluate) -> None:
    rows = [
        house("a", 100, organisation_code="ubnd-tp"),
        activity("b", 5),
        house("c", 40, organisation_code="ubnd-tp", time_basis="since_start", data_to="2018-12-31"),
    ]
    outcome = evaluated(
        total("city", **GRANTS, level=("city",), time_basis=("not_stated",)),
        total("so_far", **GRANTS, level=("city",), time_basis=("since_start",)),
        total("unions", **GRANTS, organisation_type=("mass_organisation",)),
        activities=rows,
    )
    told = [outcome.numbers(name) for name in ("city", "so_far", "unions")]
    assert told == [{"": 100}, {"": 40}, {"": 5}]


def test_the_parts_of_an_earlier_telling_go_with_it(evaluated: Evaluate) -> None:
    rows = []
    for day, whole, part in (("2018-06-30", 100, 60), ("2018-12-31", 170, 90)):
        basis = {"time_basis": "since_start", "data_to": day, "label_vi": "Nhà ở"}
        rows += [
            house(f"all_{day}", whole, parts="partial", **basis),
            house(f"ward_{day}", part, "07213", part_of=f"all_{day}", **basis),
        ]
    outcome = evaluated(total("money", "place", **GRANTS), activities=rows)
    assert outcome.numbers("money") == {"place=07213": 90, "place=213": 80}


# --- lenders ------------------------------------------------------------------------------------------------------


def loan(identity: str, money: int | None, organisation: str, **more: Any) -> dict[str, Any]:
    return activity(
        identity, money, "loan_outstanding", measure_code="preferential-credit", organisation_code=organisation, **more
    )


ENTRUSTED = [loan("women", 41, "hoi-lhpn", part_of="bank"), loan("farmers", 37, "hoi-nd", part_of="bank")]
BY_LENDER = total("by_lender", "lender", role=("money",), flow=("loan_outstanding",))


@pytest.mark.parametrize("parts", ["complete", "partial"])
def test_a_bank_keeps_what_it_lends_through_others(evaluated: Evaluate, parts: str) -> None:
    outcome = evaluated(BY_LENDER, activities=[loan("bank", 79, "nhcsxh", parts=parts), *ENTRUSTED])
    assert outcome.numbers("by_lender") == {"lender=nhcsxh": 79}


def test_parts_stand_for_a_lender_whose_figure_cannot_be_read(evaluated: Evaluate) -> None:
    bank = loan("bank", (None, {"status": "unreadable", "as_printed": "7.8.4"}), "nhcsxh", parts="complete")
    assert evaluated(BY_LENDER, activities=[bank, *ENTRUSTED]).numbers("by_lender") == {"lender=nhcsxh": 78}


def test_what_is_entrusted_counts_under_who_lends_it_and_nothing_else_does(evaluated: Evaluate) -> None:
    own = loan("own", 7, "hoi-nd", parts="complete")
    fund = loan("fund", 7, "hoi-nd", part_of="own")
    entrusted = total("entrusted", "entrusted_to", role=("money",), flow=("loan_outstanding",))
    outcome = evaluated(entrusted, activities=[loan("bank", 79, "nhcsxh", parts="partial"), *ENTRUSTED, own, fund])
    assert outcome.numbers("entrusted") == {"entrusted_to=hoi-lhpn": 41, "entrusted_to=hoi-nd": 37}


# --- money that tells of other money ------------------------------------------------------------------------------


def test_sources_are_never_added_as_money(evaluated: Evaluate) -> None:
    rows = [activity("a", 100, state_money=60), activity("b", None, state_money=7)]
    outcome = evaluated(
        total("all", kind=("money",)), total("state", role=("state_money",)), activities=rows
    )  # fmt: skip
    assert (outcome.numbers("all"), outcome.numbers("state")) == ({"": 100}, {"": 67})


def test_money_and_its_sources_in_one_sum_are_refused(evaluated: Evaluate) -> None:
    with pytest.raises(InputError, match="state_money"):
        evaluated(
            total("all", role=("money", "state_money"), activity_flow=("grant",)),
            activities=[activity("a", 100, state_money=60)],
        )


@pytest.mark.parametrize(
    "wrong",
    [
        total("x", "measure", "unit", role=("items",)),
        total("x", "measure", unit="", role=("items",)),
        total("x", "measure", "place", role=("items",)),
        total("x", "wards", role=("items",)),
        total("x", role=("items",), subject=("house",)),
    ],
)
def test_definitions_that_cannot_be_computed(evaluated: Evaluate, wrong: Any) -> None:
    with pytest.raises(InputError):
        evaluated(wrong)
