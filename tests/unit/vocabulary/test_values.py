"""Indicator values, findings, received cells and input errors: identity and the way through JSON."""

import json
from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean, nearest
from poverty_evaluation.vocabulary.findings import (
    SEVERITY_OF_KIND,
    Finding,
    FindingKind,
    Severity,
    finding_from_plain,
    finding_id,
    finding_to_plain,
)
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import (
    IndicatorValue,
    parse_value_id,
    value_from_plain,
    value_id,
    value_to_plain,
)

CELL = SourceCell("city/2018/household_review.csv", "", 3, "poor_households", "356", 186)
SHEET_CELL = SourceCell("city/2018/review.xlsx", "Biểu 1", 7, "Hộ nghèo", "356")


def rate(value: Fraction | None = Fraction(85, 10000)) -> IndicatorValue:
    return IndicatorValue(
        id="poverty_rate;group=poor@213/2017-12-31",
        indicator_id="poverty_rate",
        label_vi="Tỷ lệ hộ nghèo",
        label_en="Poverty rate",
        value=value,
        unit="%",
        decimals=2,
        qualifier=Qualifier.ESTIMATE,
        status=ValueStatus.AS_PUBLISHED,
        operands=("poor_households@213/2017-12-31",),
        sources=(CELL, SHEET_CELL),
    )


def test_value_ids_put_their_dimensions_in_order() -> None:
    identity = value_id("gift_households", "213", "2018-H1", {"organisation": "red_cross", "beneficiary": "poor"})
    assert identity == "gift_households;beneficiary=poor;organisation=red_cross@213/2018-H1"
    assert parse_value_id(identity) == (
        "gift_households",
        {"beneficiary": "poor", "organisation": "red_cross"},
        "213",
        "2018-H1",
    )


def test_a_value_id_without_dimensions() -> None:
    assert value_id("poor_households", "213", "2017-12-31") == "poor_households@213/2017-12-31"
    assert parse_value_id("poor_households@213/2017-12-31") == ("poor_households", {}, "213", "2017-12-31")


@pytest.mark.parametrize("text", ["", "poor", "poor@213", "Poor@213/2017", "poor;x@213/2017", "poor@213/2017/3"])
def test_what_is_no_value_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a value id: .*; expected <indicator_id>"):
        parse_value_id(text)


@pytest.mark.parametrize("value", [Fraction(85, 10000), Fraction(-1, 3), Fraction(356), None])
def test_values_pass_through_json_without_loss(value: Fraction | None) -> None:
    plain = json.loads(json.dumps(value_to_plain(rate(value))))
    assert value_from_plain(plain) == rate(value)


def test_the_parts_of_a_value() -> None:
    assert rate().dimensions == {"group": "poor"}
    assert (rate().label("vi"), rate().label("en")) == ("Tỷ lệ hộ nghèo", "Poverty rate")
    assert rate().status is ValueStatus.AS_PUBLISHED


def test_cells_say_where_they_are() -> None:
    assert CELL.where_vi() == "city/2018/household_review.csv, dòng 3, cột poor_households"
    assert SHEET_CELL.where_en() == "city/2018/review.xlsx, sheet Biểu 1, row 7, column Hộ nghèo"
    assert SHEET_CELL.where_vi() == "city/2018/review.xlsx, trang tính Biểu 1, dòng 7, cột Hộ nghèo"
    assert "document_line" not in CELL.to_plain()


def test_finding_ids_depend_on_kind_and_figures_only() -> None:
    first = finding_id(FindingKind.SUM, ["b", "a"])
    assert first == finding_id(FindingKind.SUM, ["a", "b"])
    assert first != finding_id(FindingKind.SHARE, ["a", "b"])
    assert len(first) == 12 and set(first) <= set("0123456789abcdef")


def test_findings_pass_through_json_without_loss() -> None:
    finding = Finding(
        "0" * 12, Severity.ERROR, FindingKind.SUM, "Tổng sai", "Wrong sum", "a.csv", row=3, indicator_ids=("x@1/2018",)
    )
    assert finding_from_plain(json.loads(json.dumps(finding_to_plain(finding)))) == finding
    assert (finding.message("vi"), finding.message("en")) == ("Tổng sai", "Wrong sum")


def test_every_kind_of_finding_has_a_severity() -> None:
    assert set(SEVERITY_OF_KIND) == set(FindingKind)


def problem(**place: object) -> InputProblem:
    return InputProblem(
        "một số",
        "a number",
        "“x”",
        "“x”",
        "Sửa ô này.",
        "Mend this cell.",
        **place,  # type: ignore[arg-type]
    )


def test_a_problem_names_place_expectation_and_remedy() -> None:
    placed = problem(file="a.xlsx", sheet="S1", row=4, column="Hộ")
    assert placed.message("vi") == "a.xlsx, trang tính S1, dòng 4, cột Hộ: cần một số; thấy “x”. Sửa ô này."
    assert placed.message("en") == "a.xlsx, sheet S1, row 4, column Hộ: expected a number; found “x”. Mend this cell."
    assert problem().message("en") == "expected a number; found “x”. Mend this cell."


def test_an_input_error_lists_all_problems_in_both_languages() -> None:
    error = InputError([problem(file="a.csv"), problem(file="b.csv")])
    assert len(error.problems) == 2
    assert str(error) == error.message()
    assert "Có 2 vấn đề cần sửa trước khi lập báo cáo:\n  1. a.csv: cần một số" in str(error)
    assert "2 problems to mend before the report can be built:\n  1. a.csv: expected a number" in str(error)
    assert "1 problem to mend" in str(InputError([problem()]))


def test_near_names_are_offered() -> None:
    many = [f"column_{letter}" for letter in "abcdefghij"]
    assert nearest("poor_houshold", ["poor_households", "total"]) == ("poor_households",)
    assert did_you_mean("poor_houshold", ["poor_households", "total"]) == (
        "Có phải: poor_households?",
        "Did you mean: poor_households?",
    )
    assert did_you_mean("zzz", ["b", "a"]) == ("Có phải: a, b?", "Did you mean: a, b?")
    assert did_you_mean("zzz", many) == ("", "")
