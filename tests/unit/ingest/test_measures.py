"""Kết quả ghi vào chính sách chung chung: told once for each measure of which the list says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poverty_evaluation.reference import Registry

_NOTHING = {"beneficiary_groups": (), "organisation_code": "", "legal_basis": (), "programme_id": ""}


@pytest.fixture
def of_gifts(period):
    """What the list says of the gifts; two organisations tell gifts, one of them a house."""

    def change(**said):
        measures = period.reference.measures
        gifts = replace(measures["gift-giving"], **(_NOTHING | said))
        period.reference = replace(period.reference, measures=Registry({**measures, "gift-giving": gifts}))
        period.activities(
            "a,gift-giving,ldld,Tặng quà,100,suất",
            "b,gift-giving,hoi-ctd,Trao quà,30,suất",
            "c,housing-repair,ubnd-tp,Sửa nhà,3,hộ",
        )
        return period

    return change


def test_one_note_for_all_results_under_it(of_gifts):
    finding = of_gifts().finding()
    assert (str(finding.severity), str(finding.kind), finding.row) == ("note", "mapping", 2)
    assert "“Tặng quà”; “Trao quà” ghi vào “Thăm hỏi, tặng quà”" in finding.message_vi
    assert "stand under “Visits and gifts”" in finding.message_en
    assert finding.quote == "100 suất … 30 suất"
    assert len(finding.indicator_ids) == 2


@pytest.mark.parametrize(
    "said",
    [
        {"beneficiary_groups": ("poor",)},
        {"organisation_code": "ldld"},
        {"legal_basis": ("18/2016/NQ-HĐND",)},
        {"programme_id": "gnbv-2016-2020"},
    ],
)
def test_a_measure_of_which_anything_is_said_is_no_catch_all(of_gifts, said):
    assert of_gifts(**said).findings() == ()


def test_a_list_that_never_says_for_whom_is_silent(of_gifts):
    period = of_gifts()
    silent = {code: replace(one, beneficiary_groups=()) for code, one in period.reference.measures.items()}
    period.reference = replace(period.reference, measures=Registry(silent))
    assert period.findings() == ()


def test_a_measure_without_results_is_not_told(of_gifts):
    period = of_gifts()
    period.activities("c,housing-repair,ubnd-tp,Sửa nhà,3,hộ")
    assert period.findings() == ()
