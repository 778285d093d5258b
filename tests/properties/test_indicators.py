"""Tính chất của chỉ tiêu: totals do not depend on the order of rows, nor on how they are broken down; wards make up
their city."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_REVIEW, PUBLISHED, TARGETS

from ..unit.indicators.rows import (
    CITY,
    FIGURES,
    NEW,
    OLD,
    REVIEW_INPUTS,
    Row,
    activity,
    activity_tables,
    definition,
    review,
    table,
)

DATA = Path(__file__).parents[2] / "data"
REFERENCE: Reference = load_reference(DATA)
WHERE = {"role": ("money",), "flow": ("grant", "in_kind", "mobilised")}
DIMENSIONS = ("organisation", "beneficiary_group", "measure")
SUMS = (
    definition("money", "sum", "activity_figure", where=WHERE, unit="vnd"),
    *(definition(f"by_{name}", "sum", "activity_figure", where=WHERE, by=(name,), unit="vnd") for name in DIMENSIONS),
    definition("by_measure_group", "sum", "activity_figure", where=WHERE, by=("measure_group",), unit="vnd"),
)
RATE = definition("rate", "ratio", "poor_households", "total_households", unit="ratio")
CHANGE = definition("change", "difference", "poor_households", between="reviews", comparable_within="standard")


def evaluated(
    *definitions: Any, reviews: list[Row] | None = None, activities: list[Row] | None = None
) -> Mapping[str, Any]:
    """Value, qualifier and status by id."""
    tables = {
        "household_review": table(HOUSEHOLD_REVIEW, reviews or []),
        "previous_household_review": table(HOUSEHOLD_REVIEW, []),
        "targets": table(TARGETS, []),
        "published": table(PUBLISHED, []),
        **activity_tables(activities or []),
    }
    reference = replace(REFERENCE, indicators=(*REVIEW_INPUTS, FIGURES, *definitions))
    values = evaluate(PeriodTables(tables, reference, CITY, "2016-2018", NEW)).values
    return {value.id: (value.value, value.qualifier, value.status) for value in values}


@st.composite
def activity_rows(draw: st.DrawFn) -> list[Row]:
    """Activities of every shape: parts of parts, events told by several, other flows, figures not readable."""
    rows: list[Row] = []
    for number in range(draw(st.integers(1, 9))):
        name = f"a{number}"
        money = draw(st.one_of(st.integers(0, 50), st.just((None, {"status": "unreadable"})), st.none()))
        row = activity(
            name,
            money,
            draw(st.sampled_from(["grant", "in_kind", "loan_disbursed", "none"])),
            items=1,
            organisation_code=draw(st.sampled_from(["ldld", "hoi-ccb", "hoi-lhpn"])),
            beneficiary_group=draw(st.sampled_from(["poor", "near_poor", "poor_near_poor"])),
            measure_code=draw(st.sampled_from(["housing-repair", "tet-gifts", "gift-giving"])),
            realisation=draw(st.sampled_from(["actual", "actual", "planned"])),
            time_basis=draw(st.sampled_from(["in_period", "at_date"])),
            as_of=draw(st.sampled_from(["", "2017-12-31", "2018-06-30"])),
            parts=draw(st.sampled_from(["", "partial", "complete"])),
            part_of=draw(st.sampled_from(["", *(other["activity_id"] for other in rows)])),
        )
        if draw(st.booleans()):
            row |= {"event_id": "event", "counted_under": draw(st.sampled_from(["", "ldld", "hoi-ctd"]))}
        rows.append(row)
    return rows


def amount(values: Mapping[str, Any], identity: str) -> Fraction:
    return values.get(identity, (None,))[0] or Fraction(0)


@given(activity_rows())
def test_the_codes_of_a_dimension_add_up_to_the_total_without_one(rows: list[Row]) -> None:
    values = evaluated(*SUMS, activities=rows)
    total = amount(values, "money@213/2016-2018")
    for dimension in DIMENSIONS:
        assert sum(amount(values, identity) for identity in values if identity.startswith(f"by_{dimension};")) == total


@given(activity_rows(), st.randoms(use_true_random=False))
def test_totals_do_not_depend_on_the_order_of_rows(rows: list[Row], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert evaluated(*SUMS, activities=shuffled) == evaluated(*SUMS, activities=rows)


@given(activity_rows())
def test_a_total_never_exceeds_all_figures_together(rows: list[Row]) -> None:
    readable = [row["money"] for row in rows if isinstance(row["money"], int)]
    assert amount(evaluated(*SUMS, activities=rows), "money@213/2016-2018") <= sum(readable)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 5000)), min_size=1, max_size=5), st.booleans())
def test_wards_make_up_their_city(counts: list[tuple[int, int]], city_first: bool) -> None:
    wards = [review(poor, poor + others, place_code=f"072{number:02}") for number, (poor, others) in enumerate(counts)]
    poor, total = sum(poor for poor, _ in counts), sum(poor + others for poor, others in counts)
    rows = [review(poor, total), *wards] if city_first else [*wards, review(poor, total)]
    values = evaluated(RATE, reviews=rows)
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for identity, (value, _, _) in values.items():
        if "@213/" not in identity and not identity.startswith("rate"):
            sums[identity.split("@")[0]] += value
    assert sums["poor_households"] == values["poor_households@213/2017-12-31"][0]
    assert sums["total_households"] == values["total_households@213/2017-12-31"][0]
    if total:
        assert values["rate@213/2017-12-31"][0] == sums["poor_households"] / sums["total_households"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2015-12-31", "2016-12-31", "2017-12-31"]),
            st.sampled_from([NEW, OLD]),
            st.sampled_from(Vintage),
            st.integers(0, 99),
        ),
        unique_by=lambda told: told[:3],
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_reviews_of_several_standards_and_vintages_do_not_depend_on_their_order(
    told: list[tuple[str, str, Vintage, int]], random: Random
) -> None:
    rows = [
        review(poor, 1000, as_of=as_of, standard_id=standard, vintage=str(vintage))
        for as_of, standard, vintage, poor in told
    ]
    values = evaluated(RATE, CHANGE, reviews=rows)
    assert sum(identity.startswith("poor_households") for identity in values) == len(rows)
    random.shuffle(rows)
    assert evaluated(RATE, CHANGE, reviews=rows) == values


@pytest.fixture(scope="module")
def city() -> ReceivedPeriod:
    return read_period(DATA / "periods" / "bac-giang-city" / "2016-2018", DATA, REFERENCE)


@pytest.mark.parametrize("seed", range(5))
def test_the_city_period_in_another_order_of_rows(city: ReceivedPeriod, seed: int) -> None:
    def values(tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
        report = city.report
        context = PeriodTables(
            tables, REFERENCE, city.place_code, report.period, report.leading_standard, report.programme_id
        )
        return {value.id: (value.value, value.qualifier, value.status) for value in evaluate(context).values}

    shuffled = {
        name: frame.sample(frac=1, random_state=seed) if len(frame) else frame for name, frame in city.tables.items()
    }
    assert values(shuffled) == values(city.tables)
