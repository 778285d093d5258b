"""Báo cáo giữa kỳ của thành phố, tính lại: the agreed figures of the closed mid-term period come out of its files.

The two tables beside this file are the agreement: every figure as printed with the value it stands for, and every
check that was made of the printed figures by hand.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.records import findings_csv, indicators_csv
from poverty_evaluation.reference import load_reference
from poverty_evaluation.vocabulary.quantities import round_half_up

DATA = Path(__file__).parents[2] / "data"
OWN = "@213/2016-2018"
MILLION = 10**6

Row = dict[str, str]


def read(name: str) -> list[Row]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


AGREED = read("bac_giang_city_2016-2018.csv")
CHECKS = {row["check_id"]: row for row in read("checks.csv")}


@pytest.fixture(scope="module")
def written() -> tuple[str, str]:
    """The texts of indicators.csv and findings.csv."""
    reference = load_reference(DATA)
    received = read_period(DATA / "periods" / "bac-giang-city" / "2016-2018", DATA, reference)
    report = received.report
    evaluated = evaluate(
        PeriodTables(
            received.tables,
            reference,
            received.place_code,
            report.period,
            report.leading_standard,
            report.programme_id,
        )
    )
    return indicators_csv(evaluated.values), findings_csv((*received.findings, *evaluated.findings))


@pytest.fixture(scope="module")
def values(written: tuple[str, str]) -> Mapping[str, Row]:
    rows = list(csv.DictReader(io.StringIO(written[0])))
    by_id = {row["id"]: row for row in rows}
    assert len(by_id) == len(rows)
    return by_id


@pytest.fixture(scope="module")
def findings(written: tuple[str, str]) -> list[Row]:
    return list(csv.DictReader(io.StringIO(written[1])))


def full_id(value_id: str) -> str:
    return value_id if "@" in value_id else value_id + OWN


def exact(row: Row) -> Fraction:
    return Fraction(row["value"])


@pytest.mark.parametrize("row", AGREED, ids=lambda row: row["figure"])
def test_every_received_figure_stands_with_its_value(values: Mapping[str, Row], row: Row) -> None:
    value = values[full_id(row["value_id"])]
    assert row["as_printed"] in value["as_printed"]
    assert (value["qualifier"], value["as_printed"] == row["as_printed"]) == (
        row["qualifier"],
        row["qualifier"] == "exact",
    )
    if row["status"] == "unreadable":
        assert (value["value"], value["status"]) == ("", "unreadable")
        return
    scale = Fraction(1, 100) if row["printed_unit"] == "%" else 1
    assert exact(value) == Fraction(row["expected_value"]) * scale
    as_published = value["indicator_id"] == "poverty_ratio"
    assert value["status"] == ("as_published" if as_published else row["status"])


def test_the_agreement_covers_every_received_figure(values: Mapping[str, Row]) -> None:
    received = {
        identity
        for identity, row in values.items()
        if row["indicator_id"]
        in ("activity_figure", "poor_households", "poverty_ratio", "published_value", "target_value")
    }
    assert received == {full_id(row["value_id"]) for row in AGREED}


def test_every_value_names_its_cells_and_its_operands(values: Mapping[str, Row]) -> None:
    for row in values.values():
        sources = json.loads(row["sources"])
        assert sources, row["id"]
        assert all(sorted(source) == ["column", "file", "row", "sheet", "text"] for source in sources)
        assert row["formula"]
        operands = json.loads(row["operands"])
        cells = [source for operand in operands for source in json.loads(values[operand]["sources"])]
        assert not operands or sorted(map(str, sources)) == sorted({str(source) for source in cells}), row["id"]


@pytest.mark.parametrize(
    ("value_id", "million", "qualifier"),
    [
        ("support_money;measure_group=city_special", "2152.8", "estimate"),
        ("support_money;measure_group=city_gifts", "12100", "lower_bound"),
        ("support_money;measure_group=city_own", "14252.8", "lower_bound;estimate"),
        ("support_money;measure_group=state_policy", "1514.024", "exact"),
        ("support_money;measure_group=organisations", "2643.78", "lower_bound;estimate"),
        ("support_money_by_organisation;organisation=ldld", "434.5", "exact"),
        ("support_money_by_organisation;organisation=hoi-lhpn", "654.1", "exact"),
        ("support_money_by_organisation;organisation=hoi-ccb", "460.33", "exact"),
        ("support_money_by_organisation;organisation=doan-tn", "388.75", "lower_bound;estimate"),
        ("support_money_by_organisation;organisation=hoi-ctd", "706.1", "lower_bound"),
        ("support_money;measure_group=component-3", "290", "exact"),
        ("support_money_by_component;component=component-3", "290", "exact"),
        ("support_money;measure_group=component-5", "45", "exact"),
        ("support_money_by_component;component=component-5", "45", "exact"),
        ("support_money;measure_group=programme", "335", "exact"),
    ],
)
def test_totals(values: Mapping[str, Row], value_id: str, million: str, qualifier: str) -> None:
    row = values[value_id + OWN]
    assert exact(row) == Fraction(million) * MILLION
    assert (row["qualifier"], row["status"], row["unit"]) == (qualifier, "computed", "vnd")


def test_mass_organisations_add_up_and_the_rice_is_not_among_them(values: Mapping[str, Row]) -> None:
    organisations = ("ldld", "hoi-lhpn", "hoi-ccb", "doan-tn", "hoi-ctd")
    total = sum(exact(values[f"support_money_by_organisation;organisation={code}{OWN}"]) for code in organisations)
    assert total == exact(values[f"support_money;measure_group=organisations{OWN}"])
    rice = f"activity_figure;figure=rice_for_poor_red_cross.money{OWN}"
    users = [row["indicator_id"] for row in values.values() if rice in json.loads(row["operands"])]
    assert users == ["unit_cost"]


def test_loans_stand_apart_from_support(values: Mapping[str, Row]) -> None:
    loans = {
        identity.removesuffix(OWN): exact(row) / MILLION
        for identity, row in values.items()
        if row["indicator_id"] in ("loan_disbursed_money", "loan_outstanding_money")
    }
    assert loans == {
        "loan_disbursed_money;organisation=hoi-ccb": 190,
        "loan_disbursed_money;organisation=hoi-lhpn": Fraction("59803.3"),
        "loan_disbursed_money;organisation=nhcsxh": 12888,
        "loan_outstanding_money;organisation=hoi-ccb": 13178,
        "loan_outstanding_money;organisation=hoi-lhpn": 23348,
        "loan_outstanding_money;organisation=hoi-nd": 18400,
    }
    assert values[f"loan_disbursed_money;organisation=hoi-lhpn{OWN}"]["status"] == "disputed"


@pytest.mark.parametrize(
    ("indicator_id", "expected"),
    [
        ("poor_households_change", Fraction(-182)),
        ("poor_households_relative_change", Fraction(-182, 538)),
        ("poverty_ratio_change_pp", Fraction("-0.0051")),
        ("poverty_ratio_relative_change", Fraction("-0.375")),
        ("poor_households_effect_rate", Fraction("-207.675")),
        ("poor_households_effect_denominator", Fraction("25.675")),
    ],
)
def test_changes_are_exact(values: Mapping[str, Row], indicator_id: str, expected: Fraction) -> None:
    # a fraction without end is written to twelve decimals
    assert abs(exact(values[indicator_id + OWN]) - expected) < Fraction(1, 10**12)
    assert values[indicator_id + OWN]["status"] == "computed"


def test_the_two_effects_are_the_change_and_are_estimates(values: Mapping[str, Row]) -> None:
    effects = [values[f"poor_households_effect_{end}{OWN}"] for end in ("rate", "denominator")]
    assert sum(exact(effect) for effect in effects) == -182
    assert [round_half_up(exact(effect), 1) for effect in effects] == [Fraction("-207.7"), Fraction("25.7")]
    assert {effect["qualifier"] for effect in effects} == {"estimate"}


@pytest.mark.parametrize(
    ("indicator_id", "decimals", "percent"),
    [
        ("poor_households_relative_change", 2, "-33.83"),
        ("poverty_ratio_relative_change", 2, "-37.5"),
        ("poverty_ratio_change_pp", 2, "-0.51"),
        ("poverty_ratio_change_per_year_pp", 3, "-0.227"),
        ("poor_households_growth_per_year", 1, "-16.8"),
        ("poverty_ratio_growth_per_year", 1, "-18.9"),
    ],
)
def test_changes_as_they_are_shown(values: Mapping[str, Row], indicator_id: str, decimals: int, percent: str) -> None:
    row = values[indicator_id + OWN]
    assert int(row["decimals"]) == decimals
    assert round_half_up(exact(row) * 100, decimals) == Fraction(percent)


@pytest.mark.parametrize(("as_of", "low", "high"), [("2015-10-01", 39414, 39704), ("2017-12-31", 41638, 42130)])
def test_the_denominators_that_the_published_rates_allow(
    values: Mapping[str, Row], as_of: str, low: int, high: int
) -> None:
    ends = [exact(values[f"implied_total_households_{end}@213/{as_of}"]) for end in ("min", "max")]
    assert ends == [low, high]


# -- contradictions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check_id", "kind", "severity", "quoted", "computed"),
    [
        ("A01a", "difference", "error", ["538", "356", "952 hộ"], "538 - 356 = 182 hộ"),
        ("A01b", "difference", "error", ["1,36%", "0,85%", "2,69%"], "1,36 - 0,85 = 0,51 điểm phần trăm"),
        ("A02", "words", "error", ["13.000.000 đ", "Hai mươi hai triệu đồng chẵn"], "22 triệu đồng"),
        ("A03a", "unit", "error", ["83,020 triệu đồng", "23,348 tỷ đồng", "17,088 tỷ đồng"], "4/5"),
        ("A03b", "unit", "error", ["2.275 hộ", "41,395 triệu đồng"], "18.196 đồng/hộ"),
        ("A04", "malformed", "error", ["2.2.839"], "2.839; 22.839"),
        ("A05", "sum", "error", ["83,020", "41,395", "23,348", "667,2", "17,088", "653,1"], "83.151,3 triệu đồng"),
        ("A06", "malformed", "warning", ["208, 1"], "208,1 triệu đồng"),
        ("A07", "malformed", "warning", ["2697,15"], "2.697,15 triệu đồng"),
        ("A08", "duplicate", "warning", ["202 lượt hộ", "468 nhân khẩu", "36.000 kg", "550"], "1.100 triệu đồng"),
    ],
)
def test_every_certain_contradiction_of_figures_is_found(
    findings: list[Row], check_id: str, kind: str, severity: str, quoted: list[str], computed: str
) -> None:
    figures = {full_id(row["value_id"]) for row in AGREED if check_id in row["check_ids"].split(";")}
    of_kind = [
        row
        for row in findings
        if row["kind"] == kind
        and all(text in row["quote"] for text in quoted)
        and computed in row["computed"]
        and figures & set(json.loads(row["indicator_ids"]))
    ]
    assert len(of_kind) == 1, (check_id, of_kind)
    assert of_kind[0]["severity"] == severity
    assert of_kind[0]["message_vi"] and of_kind[0]["message_en"]
    assert of_kind[0]["file"].startswith("periods/bac-giang-city/2016-2018/") and of_kind[0]["row"]


def test_no_error_stands_on_figures_that_only_pass(findings: list[Row]) -> None:
    contested = {
        full_id(row["value_id"])
        for row in AGREED
        for check_id in row["check_ids"].split(";")
        if check_id and CHECKS[check_id]["severity"] != "PASS"
    }
    for row in findings:
        if row["severity"] == "error":
            assert contested & set(json.loads(row["indicator_ids"])), row["message_vi"]


def test_the_sum_of_the_credit_parts_is_a_finding_and_no_indicator(
    values: Mapping[str, Row], findings: list[Row]
) -> None:
    assert "83151300000" not in {row["value"] for row in values.values()}
    telling = [row["kind"] for row in findings if "83.151,3" in json.dumps(row, ensure_ascii=False)]
    assert telling == ["sum"]
