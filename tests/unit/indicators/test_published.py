"""Đối chiếu số liệu đã công bố: what the office printed against what its own data give."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind, Severity

from .rows import OLD, activity, definition, review

ACROSS = {"between": "reviews", "comparable_within": "standard"}
RATE = definition(
    "rate", "ratio", "poor_households", "total_households", unit="ratio", published_as="poverty_ratio_printed"
)
DEFINITIONS = (
    RATE,
    definition("change", "difference", "poor_households", decimals=0, **ACROSS),
    definition("relative", "relative_change", "poor_households", unit="ratio", **ACROSS),
    definition("points", "difference", "rate", unit="pp", **ACROSS),
    definition("published_value", "input", table="published", column="value", by=("published",), unit=""),
    definition("money", "sum", "activity_figure", where={"role": ("money",)}, unit="vnd", decimals=0),
)
REVIEWS = (
    review(538, None, ("0.0136", {"decimals": 2, "as_printed": "1,36%"}), as_of="2015-10-01"),
    review(356, None, ("0.0085", {"decimals": 2, "as_printed": "0,85%"})),
)
PERCENT = {"decimals": 2, "as_printed": "2,69%"}


def published(indicator_id: str, value, unit: str = "hộ", direction: str = "down", **more):
    return {
        "published_id": "p", "indicator_id": indicator_id, "value": value, "unit": unit, "direction": direction,
        "label_vi": "Như in", "label_en": "As printed", **more,
    }  # fmt: skip


def found(evaluated, claim, reviews=REVIEWS, **more):
    findings = evaluated(*DEFINITIONS, reviews=reviews, published=[claim], **more).evaluated.findings
    return [finding for finding in findings if finding.kind is not FindingKind.NOT_COMPARABLE]


def test_a_fall_in_households_that_the_levels_contradict(evaluated):
    (finding,) = found(evaluated, published("change", 952))
    assert (finding.kind, finding.severity) == (FindingKind.DIFFERENCE, Severity.ERROR)
    assert finding.quote == "538 … 356 … giảm 952 hộ"
    assert finding.computed == "538 - 356 = 182 hộ"
    assert finding.stated == "952 hộ"
    assert "giảm 952 hộ" in finding.message_vi and "là giảm 182 hộ" in finding.message_vi
    assert finding.message_en.endswith(
        "the report says a fall of 952 households; recomputed from the detailed figures it is a fall of 182 households."
    )
    assert finding.message_vi.endswith(
        "báo cáo ghi “giảm 952 hộ”; tính lại từ số liệu chi tiết là giảm 182 hộ. Đề nghị cơ quan báo cáo kiểm tra, "
        "xác nhận."
    )
    assert (finding.file, finding.row, finding.column) == ("published.csv", 2, "value")
    assert finding.indicator_ids == (
        "poor_households@213/2015-10-01",
        "poor_households@213/2017-12-31",
        "published_value;published=p@213/2016-2018",
        "change@213/2016-2018",
    )


def test_a_fall_of_rates_in_percentage_points(evaluated):
    (finding,) = found(evaluated, published("points", ("0.0269", PERCENT), "%"))
    assert finding.quote == "1,36% … 0,85% … giảm 2,69%"
    assert finding.computed == "1,36 - 0,85 = 0,51 điểm phần trăm"
    assert "là giảm 0,51 điểm phần trăm" in finding.message_vi
    assert "a fall of 2.69%; recomputed from the detailed figures it is a fall of 0.51 percentage points" in (
        finding.message_en
    )


@pytest.mark.parametrize(
    ("indicator_id", "value", "unit"),
    [
        ("change", 182, "hộ"),
        ("points", ("0.0051", {"decimals": 2}), "%"),
        ("points", ("0.005", {"decimals": 1}), "%"),
        ("points", ("0.0052", {"decimals": 2}), "%"),  # the levels are rounded themselves
        ("relative", ("0.338", {"decimals": 1}), "%"),
        ("change", (180, {"qualifier": "lower_bound"}), "hộ"),
    ],
)
def test_what_agrees_within_its_printed_precision_is_no_finding(evaluated, indicator_id, value, unit):
    assert found(evaluated, published(indicator_id, value, unit)) == []


def test_a_relative_change(evaluated):
    (finding,) = found(evaluated, published("relative", ("0.35", {"decimals": 0, "as_printed": "35%"}), "%"))
    assert (finding.kind, finding.computed) == (FindingKind.RELATIVE_CHANGE, "356 / 538 - 1 = -33,83%")
    assert "là giảm 33,83%" in finding.message_vi


def test_a_fall_that_was_a_rise(evaluated):
    rows = [review(356, as_of="2015-10-01"), review(538)]
    (finding,) = found(evaluated, published("change", 182), rows)
    assert (
        "báo cáo ghi “giảm 182 hộ”; tính lại từ số liệu chi tiết là tăng" in finding.message_vi
        and "là tăng 182 hộ" in finding.message_vi
    )
    assert finding.computed == "538 - 356 = 182 hộ"
    assert found(evaluated, published("change", 182, direction="up"), rows) == []


def test_a_change_between_dates_of_its_own(evaluated):
    rows = [*REVIEWS, review(400, as_of="2016-12-31")]
    own = {"from_as_of": "2016-12-31", "to_as_of": "2017-12-31"}
    assert found(evaluated, published("change", 44, **own), rows) == []
    (finding,) = found(evaluated, published("change", 182, **own), rows)
    assert finding.computed == "400 - 356 = 44 hộ"
    assert "change@213/2016-2018" not in finding.indicator_ids


def test_a_level_and_a_total(evaluated):
    level = published("poor_households", 365, direction="", to_as_of="2017-12-31")
    (finding,) = found(evaluated, level)
    assert (finding.kind, finding.quote) == (FindingKind.IDENTITY, "356 … 365 hộ")
    assert finding.computed == "household_review.poor_households = 356 hộ"
    total = published("money", (9_000_000, {"as_printed": "9"}), "triệu đồng", direction="")
    (finding,) = found(evaluated, total, activities=[activity("a", 12_000_000)])
    assert (finding.kind, finding.stated) == (FindingKind.SUM, "9 triệu đồng")
    assert finding.computed.endswith("= 12 triệu đồng")
    near = published("money", (12_000_000, {"as_printed": "12"}), "triệu đồng", direction="")
    assert found(evaluated, near, activities=[activity("a", 12_400_000)]) == []


@pytest.mark.parametrize(
    "claim",
    [
        published("no_such_indicator", 5),
        published("change", (None, {"status": "unreadable", "as_printed": "9.5.2"})),
        published("change", 952, from_as_of="2014-12-31"),
        published("change", 952, place_code="07213"),
        published("money", 5, "đồng"),
    ],
)
def test_what_cannot_be_held_against_anything_is_said(evaluated, claim):
    (finding,) = found(evaluated, claim)
    assert (finding.kind, finding.severity) == (FindingKind.MISSING, Severity.NOTE)
    assert "chưa đối chiếu được" in finding.message_vi and claim["indicator_id"] in finding.message_en


def test_a_change_across_standards_is_not_recomputed(evaluated):
    rows = [review(400, as_of="2016-12-31", standard_id=OLD), review(356)]
    (finding,) = found(evaluated, published("change", 44), rows)
    assert finding.kind is FindingKind.MISSING


def test_an_estimate_is_only_a_warning(evaluated):
    claim = published("change", (952, {"qualifier": "estimate", "as_printed": "khoảng 952"}))
    (finding,) = found(evaluated, claim)
    assert finding.severity is Severity.WARNING
