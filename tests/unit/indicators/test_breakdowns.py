"""Biểu phân tổ: counts of the forms by ward, area and place, and their shares; nothing is made of what was not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.indicators.definitions import check_definitions
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_REVIEW, PUBLISHED, TARGETS
from poverty_evaluation.vocabulary.values import value_id

from .rows import CITY, FIGURES, NEW, OLD, REVIEW_INPUTS, WARD, activity_tables, definition, number, source, table

DAY = "2018-12-31"
CODES = ("total", "kinh", "dtts")


def cells(place, *counts, form="poor_ethnicity", standard=NEW, vintage="official", codes=CODES, row=2):
    """One received row of a form in the long frame; None where a cell is empty."""
    return [
        {
            "breakdown_id": form, "place_code": place, "as_of": DAY, "standard_id": standard, "vintage": vintage,
            "category": code, **number("", count, f"{form}.csv", row), "file": f"{form}.csv", "sheet": "", "row": row,
            "source": source(f"{form}.csv", row, code, "" if count is None else str(count)),
        }
        for code, count in zip(codes, counts, strict=True)
    ]  # fmt: skip


@pytest.fixture
def values(reference):
    """Evaluates the two definitions on rows of forms; values by id."""
    own = tuple(one for one in reference.indicators if one.table == "breakdowns" or "breakdown" in one.by)

    def run(*rows, place=CITY):
        frame = pd.DataFrame([cell for row in rows for cell in row], dtype=object)
        reviews = table(HOUSEHOLD_REVIEW, [])
        tables = {
            "household_review": reviews, "previous_household_review": reviews, "targets": table(TARGETS, []),
            "published": table(PUBLISHED, []), **activity_tables([]), "breakdowns": frame,
        }  # fmt: skip
        before = frame.copy(deep=True)
        with_these = replace(reference, indicators=(*REVIEW_INPUTS, FIGURES, *own))
        evaluated = evaluate(PeriodTables(tables, with_these, place, "2018", NEW))
        pd.testing.assert_frame_equal(frame, before)
        return {value.id: value for value in evaluated.values}

    return run


def named(category, place, of="breakdown_households", form="poor_ethnicity", area=""):
    return value_id(of, place, DAY, {"breakdown": form, "category": category, **({"area": area} if area else {})})


@pytest.fixture(scope="module")
def wards(reference):
    return [place.place_code for place in reference.places.children(CITY, date(2018, 12, 31))]


class TestReceived:
    def test_counts_and_shares_of_the_class(self, values):
        found = values(cells(WARD, 20, 18, 2))
        assert found[named("dtts", WARD)].value == 2
        share = found[named("dtts", WARD, "breakdown_ratio")]
        assert share.value == Fraction(1, 10) and share.unit == "ratio"
        assert [cell.column for cell in share.sources] == ["dtts", "total"]
        assert share.operands == (named("dtts", WARD), named("total", WARD))
        assert named("total", WARD, "breakdown_ratio") not in found

    def test_an_empty_cell_gives_no_value(self, values):
        found = values(cells(WARD, 20, None, 2))
        assert named("kinh", WARD) not in found and named("kinh", WARD, "breakdown_ratio") not in found

    def test_no_poor_household_has_no_share(self, values):
        share = values(cells(WARD, 0, 0, 0))[named("kinh", WARD, "breakdown_ratio")]
        assert share.value is None and share.status == "undefined"

    def test_the_latest_vintage_leads(self, values):
        found = values(cells(WARD, 20, 18, 2, vintage="preliminary"), cells(WARD, 21, 18, 3, row=3))
        assert found[named("dtts", WARD)].value == 3
        assert found[f"{named('dtts', WARD).split('@')[0]};vintage=preliminary@{WARD}/{DAY}"].value == 2

    def test_another_standard_on_the_same_date_says_so(self, values):
        found = values(cells(WARD, 20, 18, 2), cells(WARD, 30, 25, 5, standard=OLD, row=3))
        assert found[named("dtts", WARD)].value == 2
        assert (
            found[f"breakdown_households;breakdown=poor_ethnicity;category=dtts;standard={OLD}@{WARD}/{DAY}"].value == 5
        )


class TestSums:
    def test_places_add_up_where_the_city_sent_no_row(self, values, wards):
        found = values(*(cells(code, 2, 1, 1, row=row) for row, code in enumerate(wards, 2)))
        city = found[named("dtts", CITY)]
        assert city.value == len(wards) and city.qualifier == "exact" and city.status == "computed"
        assert len(city.sources) == len(wards)
        areas = [found[named("dtts", CITY, area=area)] for area in ("urban", "rural")]
        assert sum(area.value for area in areas) == len(wards)
        assert found[named("dtts", CITY, "breakdown_ratio")].value == Fraction(1, 2)

    def test_a_ward_that_sent_nothing_makes_it_at_least(self, values, wards):
        city = values(*(cells(code, 2, 1, 1, row=row) for row, code in enumerate(wards[1:], 2)))[named("dtts", CITY)]
        assert (city.value, city.qualifier) == (len(wards) - 1, "lower_bound")

    def test_a_few_wards_are_not_the_city(self, values):
        assert named("dtts", CITY) not in values(cells(WARD, 20, 18, 2))

    def test_the_row_of_the_city_itself_stands(self, values, wards):
        rows = (cells(code, 2, 1, 1, row=row) for row, code in enumerate(wards, 3))
        found = values(cells(CITY, 30, 25, 5), *rows)
        assert found[named("dtts", CITY)].value == 5
        assert found[named("dtts", CITY)].status == "given"
        blocks = [found[named("dtts", CITY, area=area)].value for area in ("urban", "rural")]
        assert sum(blocks) == len(wards)

    def test_wards_under_different_standards_are_not_added(self, values, wards):
        old = (cells(code, 2, 1, 1, standard=OLD, row=row) for row, code in enumerate(wards[:1], 2))
        new = (cells(code, 2, 1, 1, row=row) for row, code in enumerate(wards[1:], 3))
        city = values(*old, *new)[named("dtts", CITY)]
        assert (city.value, city.qualifier) == (len(wards) - 1, "lower_bound")


def test_a_cell_changes_exactly_the_values_that_name_it(values, wards):
    counts = [[9, 6, 3] for _ in wards]

    def told():
        return values(
            *(cells(code, *row, row=place) for place, (code, row) in enumerate(zip(wards, counts, strict=True), 2))
        )

    before = told()
    for place in (0, len(wards) - 1):
        for at, column in enumerate(CODES):
            counts[place][at] += 1
            after = told()
            counts[place][at] -= 1
            named = {
                identity
                for identity, one in before.items()
                if any((cell.row, cell.column) == (place + 2, column) for cell in one.sources)
            }
            assert (
                {identity for identity in before if before[identity].value != after[identity].value} == named != set()
            )


class TestDefinitions:
    @pytest.mark.parametrize(
        ("wrong", "column"),
        [
            (definition("x", "ratio", "b", "b", unit="ratio"), "kind"),
            (definition("x", "share", "b", "poor_households", unit="ratio"), "of"),
        ],
    )
    def test_only_shares_rest_on_the_forms(self, wrong, column):
        given = definition("b", "input", table="breakdowns", column="value", by=("breakdown", "category"))
        with pytest.raises(InputError) as refused:
            check_definitions((*REVIEW_INPUTS, given, wrong), ("household", "ratio"))
        assert [problem.column for problem in refused.value.problems] == [f"indicators[x].{column}"]


def test_what_the_columns_count_together(values, reference):
    columns = reference.breakdowns["poor_deprivations"].codes
    counts = [20, *range(1, 13)]
    made = values(cells(CITY, *counts, form="poor_deprivations", codes=columns))
    total = made[value_id("deprivations", CITY, DAY, {"breakdown": "poor_deprivations"})]
    assert (total.value, total.unit, len(total.operands)) == (78, "deprivation", 12)
    assert not [one for one in values(cells(CITY, 9, 4, 5)) if one.startswith("deprivations")]


def test_a_column_left_empty_makes_the_sum_at_least(values, reference):
    columns = reference.breakdowns["poor_deprivations"].codes
    made = values(cells(CITY, 20, *range(1, 12), None, form="poor_deprivations", codes=columns))
    total = made[value_id("deprivations", CITY, DAY, {"breakdown": "poor_deprivations"})]
    assert (total.value, total.qualifier) == (66, Qualifier.LOWER_BOUND)
