"""Bổ sung, đưa ra khỏi danh sách: read with its total rows, held against the list and the period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind, Severity

HEADING = "place_code,as_of,added_households,removed_households,near_poor_added_households,approved_by"


@pytest.fixture
def sent(new_period):
    """A period with its changes, after one with a review of 356 poor households."""
    before, period = new_period("2017"), new_period("2018")
    before.change_report("2018-12-31\nleading", "2017-12-31\nleading")
    before.reviews("213,2017-12-31,qd-59-2015,356")

    def build(*rows: str, heading: str = HEADING):
        period.write("household_changes.csv", "\n".join([heading, *rows, ""]))
        return period.read(before)

    return build


def others(received):
    """The findings without the note that there was no review."""
    return [one for one in received.findings if one.kind is not FindingKind.MISSING]


def test_counts_with_their_decision_and_the_cells_they_come_from(sent):
    received = sent("213,2018-06-15,4,1,,388/QĐ-UBND")
    (row,) = received.tables["household_changes"].itertuples(index=False)
    assert (row.added_households, row.removed_households, row.approved_by) == (Decimal(4), Decimal(1), "388/QĐ-UBND")
    assert row.near_poor_added_households_status == "missing"
    assert others(received) == []


def test_a_date_outside_the_period_is_an_error(sent):
    (finding,) = others(sent("213,2017-12-31,4,1,,", "213,2018-01-01,,,,"))
    assert (finding.kind, finding.severity, finding.row) == (FindingKind.DATE, Severity.ERROR, 2)
    assert "31/12/2017 nằm ngoài kỳ báo cáo (01/01/2018 - 31/12/2018)" in finding.message_vi


def test_more_taken_off_than_there_were_is_an_error_at_the_last_cell(sent):
    (finding,) = others(sent("213,2018-03-31,4,300,,", "213,2018-06-15,-,61,,"))
    assert (finding.kind, finding.severity, finding.row) == (FindingKind.SUM, Severity.ERROR, 3)
    assert "(361 hộ) lớn hơn số hộ đầu kỳ cộng số hộ bổ sung (360 hộ)" in finding.message_vi
    assert finding.computed == "361 > 356 + 4 + 0 = 360"
    assert others(sent("213,2018-03-31,4,300,,", "213,2018-06-15,-,60,,")) == []


def test_nothing_is_said_where_it_is_not_known_how_many_were_added(sent):
    assert others(sent("213,2018-03-31,,400,,")) == []


@pytest.mark.parametrize(("total", "expected"), [("3", []), ("4", [FindingKind.SUM])])
def test_a_total_row_is_left_out_and_held_against_its_rows(sent, total, expected):
    received = sent("07207,2018-06-15,1,-,,", "07210,2018-06-15,2,-,,", f"Tổng cộng,,{total},,,")
    assert len(received.tables["household_changes"]) == 2
    assert [one.kind for one in others(received)] == expected
