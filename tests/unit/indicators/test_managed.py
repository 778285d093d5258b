"""Số hộ đang quản lý: the last review, what was added to the list since and what was taken off it."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError

from .rows import CITY, OLD, REVIEW_INPUTS, definition, review

ADDED, REMOVED = (
    definition(name, "input", table="household_changes", column=name, decimals=0)
    for name in ("added_households", "removed_households")
)
OPENING = (review(356),)
MANAGED = definition("managed", "managed", "poor_households", ADDED.id, REMOVED.id, decimals=0)


def change(as_of: str, added=None, removed=None, place_code: str = CITY):
    return {"place_code": place_code, "as_of": as_of, "added_households": added, "removed_households": removed}


@pytest.fixture
def managed(evaluated):
    def run(*changes, previous=OPENING, reviews=()):
        return evaluated(ADDED, REMOVED, MANAGED, changes=changes, previous=previous, reviews=reviews)

    return run


def test_opening_with_what_was_added_and_less_what_was_taken_off(managed):
    outcome = managed(change("2018-06-15", 1, 1), change("2018-03-31", 3, 0))
    assert outcome["managed@213/2018-03-31"].value == 359
    value = outcome["managed@213/2018-06-15"]
    assert (value.value, value.status, value.as_of) == (359, ValueStatus.COMPUTED, "2018-06-15")
    assert value.formula == "poor_households + Σ added_households - Σ removed_households"
    assert value.operands == (
        "poor_households@213/2017-12-31", "added_households@213/2018-03-31", "added_households@213/2018-06-15",
        "removed_households@213/2018-03-31", "removed_households@213/2018-06-15",
    )  # fmt: skip
    assert {cell.file for cell in value.sources} == {"previous.csv", "household_changes.csv"}
    assert (outcome["managed_added@213/2018-06-15"].value, outcome["managed_removed@213/2018-06-15"].value) == (4, 1)


def test_a_later_review_is_the_new_opening(managed):
    outcome = managed(change("2018-03-31", 3, 0), change("2018-10-31", 2, 1), reviews=[review(300, as_of="2018-09-30")])
    assert outcome["managed@213/2018-10-31"].value == 301


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([change("2018-03-31", None, 1)], (355, Qualifier.LOWER_BOUND)),
        ([change("2018-03-31", 4, None)], (360, Qualifier.UPPER_BOUND)),
        ([change("2018-03-31", 4, None), change("2018-06-15", None, 1)], (359, Qualifier.ESTIMATE)),
        ([change("2018-03-31", (4, {"qualifier": "lower_bound"}), 0)], (360, Qualifier.LOWER_BOUND)),
        ([change("2018-03-31", 0, (4, {"qualifier": "lower_bound"}))], (352, Qualifier.UPPER_BOUND)),
    ],
)
def test_what_was_left_empty_makes_it_at_least_or_at_most(managed, changes, expected):
    value = managed(*changes)[f"managed@213/{changes[-1]['as_of']}"]
    assert (value.value, value.qualifier) == expected


def test_no_value_where_nothing_was_told_or_no_review_came_before(managed):
    assert managed(change("2018-03-31")).numbers("managed") == {}
    assert managed(change("2018-03-31", 3, 1), previous=[]).numbers("managed") == {}
    assert managed(change("2018-03-31", 3, 1, place_code="07213")).numbers("managed") == {}


def test_an_uncounted_opening_leaves_it_empty(managed):
    uncounted = review((None, {"status": "not_collected", "as_printed": "…"}))
    value = managed(change("2018-03-31", 3, 1), previous=[uncounted])["managed@213/2018-03-31"]
    assert (value.value, value.status) == (None, ValueStatus.NOT_COLLECTED)


def test_nothing_is_carried_across_standards_or_boundaries(managed):
    other = managed(change("2018-03-31", 3, 1), previous=[review(356, standard_id=OLD)])["managed@213/2018-03-31"]
    assert (other.value, other.status) == (None, ValueStatus.NOT_COMPARABLE)
    joined = managed(change("2025-06-30", 3, 1), previous=[review(356, as_of="2024-12-31")])["managed@213/2025-06-30"]
    assert (joined.value, joined.status) == (None, ValueStatus.NOT_COMPARABLE)


@pytest.mark.parametrize(
    ("of", "wrong"),
    [
        (["poor_households", "poor_households", REMOVED.id], "poor_households"),
        ([ADDED.id, ADDED.id, REMOVED.id], ADDED.id),
    ],
)
def test_operands_come_from_a_review_and_from_the_changes(evaluated, of, wrong):
    with pytest.raises(InputError) as caught:
        evaluated(ADDED, REMOVED, *REVIEW_INPUTS, definition("managed", "managed", *of))
    (problem,) = caught.value.problems
    assert (problem.column, problem.found_en) == ("indicators[managed].of", f"“{wrong}”")
