"""Phần còn lại: one count of a review less another of it, never of a count that was not sent."""

from __future__ import annotations

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

from .rows import definition, review

REST = definition("rest", "remainder", "total_households", "poor_households", decimals=0)
WHEN = "@213/2017-12-31"


def test_it_is_the_first_less_the_second_and_rests_on_both(evaluated):
    rest = evaluated(REST, reviews=[review(356, 41_870)])[f"rest{WHEN}"]
    assert (rest.value, rest.status, rest.formula) == (
        41_514,
        ValueStatus.COMPUTED,
        "total_households - poor_households",
    )
    assert rest.operands == (f"total_households{WHEN}", f"poor_households{WHEN}")


def test_at_least_of_what_is_taken_off_leaves_at_most(evaluated):
    rest = evaluated(REST, reviews=[review(("356", {"qualifier": "lower_bound"}), 41_870)])[f"rest{WHEN}"]
    assert rest.qualifier is Qualifier.UPPER_BOUND


def test_nothing_is_taken_for_a_count_that_was_not_sent(evaluated):
    assert evaluated(REST, reviews=[review(356)]).numbers("rest") == {}
    unread = (None, {"status": "unreadable", "as_printed": "4.1.870"})
    rest = evaluated(REST, reviews=[review(356, unread)])[f"rest{WHEN}"]
    assert (rest.value, rest.status) == (None, ValueStatus.UNREADABLE)
