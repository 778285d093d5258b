"""Tổng các đơn vị trực thuộc: the row of a place against the sum of those of its wards, where all were sent."""

from __future__ import annotations

from datetime import date

import pytest

from poverty_evaluation.reference import Reference

DAY = "2018-12-31"


@pytest.fixture
def wards(reference: Reference) -> list[str]:
    return [place.place_code for place in reference.places.children("213", date(2018, 12, 31))]


def rows(wards, own, each=2, leave_out=0, vintage="official", columns=1):
    cells = ",".join([str(each)] * columns)
    parts = [f"{code},{DAY},qd-59-2015,{cells},{vintage}" for code in wards[leave_out:]]
    return [f"213,{DAY},qd-59-2015,{own},{vintage}", *parts]


def told(findings):
    return [(str(finding.severity), str(finding.kind)) for finding in findings]


def test_a_sum_that_agrees_is_silent(period, wards):
    period.reviews(*rows(wards, 2 * len(wards)), columns="vintage")
    assert period.findings() == ()


def test_a_sum_that_differs_is_an_error_that_names_both(period, wards):
    period.reviews(*rows(wards, 2 * len(wards) + 1), columns="vintage")
    finding = period.finding()
    assert told([finding]) == [("error", "sum")]
    stated, added = 2 * len(wards) + 1, 2 * len(wards)
    assert f"ghi “{stated} hộ”, cộng {len(wards)} đơn vị trực thuộc được {added}" in finding.message_vi
    assert f"says {stated} households, its {len(wards)} places add up to {added}" in finding.message_en
    assert (finding.row, finding.column) == (2, "poor_households")
    assert "(chênh lệch 01)" in finding.message_vi and "a difference of 1" in finding.message_en


def test_every_count_is_held_against_its_own_sum(period, wards):
    total = len(wards) * 2
    period.reviews(*rows(wards, f"{total},{total + 3}", columns=2), columns="total_households,vintage")
    assert [finding.column for finding in period.findings()] == ["total_households"]


def test_wards_that_sent_nothing_are_named_and_nothing_is_compared(period, wards, reference):
    period.reviews(*rows(wards, 99, leave_out=2), columns="vintage")
    finding = period.finding()
    assert told([finding]) == [("note", "missing")]
    for code in wards[:2]:
        assert reference.places.place(code).name_vi in finding.message_vi


def test_a_few_wards_are_not_asked_for_the_others(period, wards):
    period.reviews(*rows(wards, 99, leave_out=len(wards) - 2), columns="vintage")
    assert period.findings() == ()


def test_a_place_alone_is_compared_with_nothing(period):
    period.reviews(f"213,{DAY},qd-59-2015,99")
    assert period.findings() == ()


def test_an_amendment_leaves_standing_what_it_does_not_name(period, wards):
    total = 2 * len(wards)
    amended = [f"213,{DAY},qd-59-2015,{total + 1},amended", f"{wards[0]},{DAY},qd-59-2015,3,amended"]
    period.reviews(*rows(wards, total), *amended, columns="vintage")
    assert period.findings() == ()


def test_vintages_are_not_mixed(period, wards):
    preliminary = rows(wards, 0, vintage="preliminary")[1:]
    period.reviews(f"213,{DAY},qd-59-2015,99,official", *preliminary, columns="vintage")
    assert period.findings() == ()
