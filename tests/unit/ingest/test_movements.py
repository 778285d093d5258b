"""Diễn biến hộ nghèo, hộ cận nghèo: each form balances; what passes between the two is told alike."""

from __future__ import annotations

import pytest

NEAR = (
    "near_poor_opening_households,near_poor_escaped_households,near_poor_to_poor_households,"
    "near_poor_other_exit_households,near_poor_from_poor_households,near_poor_relapsed_households,"
    "newly_near_poor_households,near_poor_other_entry_households,near_poor_households"
)


def told(findings):
    return [(str(finding.severity), str(finding.kind)) for finding in findings]


@pytest.mark.parametrize(
    ("cells", "closing", "findings"),
    [
        ("60,12,4,2,5,1,3,1", 52, []),
        ("60,12,4,2,5,1,3,1", 51, [("error", "identity")]),
        ("60,12,,,,1,3,", 52, []),
        ("60,,4,2,5,1,3,1", 51, []),  # not all of the form was sent
    ],
)
def test_the_form_of_the_near_poor_balances(period, cells, closing, findings):
    period.reviews(f"213,2018-12-31,qd-59-2015,30,{cells},{closing}", columns=NEAR)
    assert told(period.findings()) == findings


def test_it_says_by_how_much(period):
    period.reviews("213,2018-12-31,qd-59-2015,30,60,12,4,2,5,1,3,1,50", columns=NEAR)
    finding = period.finding()
    assert finding.message_vi.startswith("Diễn biến hộ cận nghèo không cân đối: 60 - 12 - 4 - 2 + 1 + 3 + 5 + 1 = 52")
    assert "= 52, số cuối kỳ ghi 50 (chênh lệch 02 hộ)" in finding.message_vi
    assert (finding.column, finding.stated) == ("near_poor_households", "50")


def test_the_opening_of_the_near_poor_is_the_closing_of_the_period_before(new_period):
    before, now = new_period("2017"), new_period("2018")
    before.reviews("213,2017-12-31,qd-59-2015,30,61", columns="near_poor_households")
    now.reviews("213,2018-12-31,qd-59-2015,30,60", columns="near_poor_opening_households")
    finding = now.finding(before)
    assert "Số hộ cận nghèo đầu kỳ (60) khác số cuối kỳ trước (61)" in finding.message_vi


@pytest.mark.parametrize(
    ("from_near_poor", "to_poor", "to_near_poor", "from_poor", "findings"),
    [
        (3, 3, 5, 5, []),
        (3, 4, 5, 5, [("error", "identity")]),
        (3, 3, 5, 6, [("error", "identity")]),
        (3, "", 5, "", []),
        (3, 3, 13, 13, [("error", "sum")]),  # more than escaped
    ],
)
def test_both_forms_tell_alike_who_passes_between_them(
    period, from_near_poor, to_poor, to_near_poor, from_poor, findings
):
    period.reviews(
        f"213,2018-12-31,qd-59-2015,30,12,{from_near_poor},{to_poor},{to_near_poor},{from_poor}",
        columns="escaped_households,from_near_poor_households,near_poor_to_poor_households,"
        "poor_to_near_poor_households,near_poor_from_poor_households",
    )
    assert told(period.findings()) == findings


@pytest.mark.parametrize(("near_poor", "findings"), [(17, []), (12, [("error", "identity")])])
def test_what_one_form_leaves_out_is_taken_from_the_other(period, near_poor, findings):
    """Those that became near-poor are among the escaped: they leave the poor once, and enter the near-poor."""
    period.reviews(
        f"213,2018-12-31,qd-59-2015,27,12,5,40,2,0,1,20,8,0,0,{near_poor}",
        columns="escaped_households,poor_to_near_poor_households,opening_households,other_exit_households,"
        "relapsed_households,newly_poor_households,near_poor_opening_households,near_poor_escaped_households,"
        "near_poor_relapsed_households,newly_near_poor_households,near_poor_households",
    )
    assert told(period.findings()) == findings
