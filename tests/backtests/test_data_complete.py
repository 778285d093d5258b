"""Số liệu nhận được đầy đủ: every figure of the closed mid-term period is in its files, and every code is known."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "data" / "reference"
PERIOD = ROOT / "data" / "periods" / "bac-giang-city" / "2016-2018"
BACKTESTS = Path(__file__).parent

Row = dict[str, str]

HEDGES = re.compile(r"^(ước trị giá trên|ước thực hiện|ít nhất|trên:|trên|hơn) ")
SCALES = {"nghìn": Decimal(10**3), "triệu": Decimal(10**6), "tỷ": Decimal(10**9)}
SUPPORT = ("grant", "in_kind", "mobilised")


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def column(file_name: str, name: str) -> set[str]:
    return {row[name] for row in read(REFERENCE / file_name)}


ORACLE = read(BACKTESTS / "bac_giang_city_2016-2018.csv")
ACTIVITIES = read(PERIOD / "activities.csv")
KINDS = {row["unit"]: row["kind"] for row in read(REFERENCE / "units.csv")}
COMPUTED = {
    entry["id"]
    for entry in yaml.safe_load((REFERENCE / "indicators.yml").read_text(encoding="utf-8"))
    if entry["kind"] != "input"
}
NARRATIVES = sorted((PERIOD / "narrative").glob("*.md"))


def bare_unit(unit: str) -> str:
    scale, _, rest = unit.partition(" ")
    return rest if scale in SCALES else unit


def default_role(unit: str) -> str:
    kind = KINDS[bare_unit(unit)]
    return "money_in_words" if kind == "words" else kind


def figures(row: Row) -> list[tuple[str, str, str]]:
    """(role, value as received, unit) of each figure of an activity."""
    found = []
    for number in range(1, 1 + sum(name.startswith("value_") for name in row)):
        value, unit, role = (row[f"{part}_{number}"] for part in ("value", "unit", "role"))
        if value:
            found.append((role or default_role(unit), value, unit))
    return found


def received() -> dict[str, tuple[str, str, str]]:
    """Printed value, unit and line of every figure of the period, by the id the oracle knows it under."""
    found = {
        f"activity_figure;figure={row['activity_id']}.{role}": (
            value,
            unit,
            row["source_line"],
        )
        for row in ACTIVITIES
        for role, value, unit in figures(row)
    }
    for row in read(PERIOD / "household_review.csv"):
        when = f"{row['place_code']}/{row['as_of']}"
        found[f"poor_households@{when}"] = (
            row["poor_households"],
            "hộ",
            row["source_line"],
        )
        found[f"poverty_ratio@{when}"] = (
            row["poverty_ratio_printed"],
            "%",
            row["source_line"],
        )
    for row in read(PERIOD / "published.csv"):
        found[f"published_value;published={row['published_id']}"] = (
            row["value"],
            row["unit"],
            row["source_line"],
        )
    for row in read(PERIOD / "targets.csv"):
        found[f"target_value;target={row['target_id']}"] = (
            row["value"],
            row["unit"],
            row["source_line"],
        )
    return found


RECEIVED = received()


def test_the_oracle_has_135_figures_131_of_them_distinct() -> None:
    assert len(ORACLE) == 135
    assert len({(row["document_line"], row["char"]) for row in ORACLE}) == 135
    assert len({row["value_id"] for row in ORACLE}) == 135
    assert sum(not row["same_as"] for row in ORACLE) == 131


@pytest.mark.parametrize("row", ORACLE, ids=lambda row: row["figure"])
def test_every_figure_is_in_the_files_as_printed(row: Row) -> None:
    value, unit, line = RECEIVED[row["value_id"]]
    assert (HEDGES.sub("", value), unit) == (row["as_printed"], row["printed_unit"])
    assert (value != row["as_printed"]) == (row["qualifier"] != "exact")
    assert line == row["row_line"]


def test_the_files_hold_no_other_figure() -> None:
    assert RECEIVED.keys() == {row["value_id"] for row in ORACLE}


def test_a_row_whose_figures_stand_on_several_lines_names_them() -> None:
    notes = {row["activity_id"]: row["note_vi"].lower() for row in ACTIVITIES}
    for row in ORACLE:
        if row["document_line"] != row["row_line"]:
            activity = row["value_id"].split("=", 1)[1].split(".")[0]
            assert f"dòng {row['document_line']}:" in notes[activity], row["value_id"]


def test_a_figure_told_twice_is_printed_the_same_and_belongs_to_one_event() -> None:
    by_id = {row["value_id"]: row for row in ORACLE}
    events = {row["activity_id"]: row["event_id"] for row in ACTIVITIES}
    for row in ORACLE:
        if row["same_as"]:
            first = by_id[row["same_as"]]
            assert (first["as_printed"], first["printed_unit"]) == (
                row["as_printed"],
                row["printed_unit"],
            )
            first_activity, second_activity = (
                found["value_id"].split("=", 1)[1].split(".")[0] for found in (first, row)
            )
            assert events[first_activity] == events[second_activity] != ""


@pytest.mark.parametrize(
    "row",
    [row for row in ORACLE if row["status"] == "given" and row["printed_unit"] != "bằng chữ"],
    ids=lambda row: row["figure"],
)
def test_the_expected_value_is_what_the_printed_figure_says(row: Row) -> None:
    number = Decimal(row["as_printed"].rstrip("%").replace(".", "").replace(",", "."))
    scale = SCALES.get(row["printed_unit"].split(" ")[0], Decimal(1))
    assert number * scale == Decimal(row["expected_value"])


def test_only_the_unreadable_figure_has_no_expected_value() -> None:
    without = [row["value_id"] for row in ORACLE if not row["expected_value"]]
    assert without == [row["value_id"] for row in ORACLE if row["status"] == "unreadable"]
    assert without == ["activity_figure;figure=women_credit.persons"]


def test_activity_and_figure_ids_are_unique() -> None:
    assert max(Counter(row["activity_id"] for row in ACTIVITIES).values()) == 1
    for row in ACTIVITIES:
        roles = [role for role, _, _ in figures(row)]
        assert len(roles) == len(set(roles)), row["activity_id"]


@pytest.mark.parametrize(
    ("field", "file_name", "code"),
    [
        ("measure_code", "measures.csv", "measure_code"),
        ("organisation_code", "organisations.csv", "organisation_code"),
        ("reported_by", "organisations.csv", "organisation_code"),
        ("counted_under", "organisations.csv", "organisation_code"),
        ("beneficiary_group", "beneficiary_groups.csv", "group_code"),
    ],
)
def test_codes_of_activities_are_known(field: str, file_name: str, code: str) -> None:
    assert {row[field] for row in ACTIVITIES} - {""} <= column(file_name, code)


def test_units_and_roles_are_known_and_unit_costs_name_a_figure_of_the_row() -> None:
    roles = column("figure_roles.csv", "role")
    for row in ACTIVITIES:
        present = {role for role, _, _ in figures(row)}
        assert present <= roles, row["activity_id"]
        assert row["per_role"] in present | {""}, row["activity_id"]
        assert (row["flow"] == "none") or "money" in present, row["activity_id"]


def test_parts_and_events_point_to_rows_of_the_period() -> None:
    by_id = {row["activity_id"]: row for row in ACTIVITIES}
    wholes = {row["part_of"] for row in ACTIVITIES} - {""}
    assert wholes == {row["activity_id"] for row in ACTIVITIES if row["parts"]}
    assert {by_id[whole]["parts"] for whole in wholes} <= {"complete", "partial"}
    events = Counter(row["event_id"] for row in ACTIVITIES if row["event_id"])
    assert events == {"rice_for_poor": 2}
    assert {row["counted_under"] for row in ACTIVITIES if row["event_id"]} == {"ubnd-tp"}
    assert all(bool(row["event_id"]) == bool(row["counted_under"]) for row in ACTIVITIES)


def test_measures_and_groups_form_one_tree() -> None:
    groups = column("measure_groups.csv", "group_code")
    assert column("measure_groups.csv", "parent_code") - {""} <= groups
    assert column("measures.csv", "group_code") <= groups
    assert column("measures.csv", "organisation_code") - {""} <= column("organisations.csv", "organisation_code")


def test_targets_documents_and_published_figures_use_known_codes() -> None:
    documents = read(PERIOD / "documents.csv")
    symbols = {row["symbol"] for row in documents}
    assert len(documents) == len(symbols) == 18
    organisations = column("organisations.csv", "organisation_code")
    assert {row["issuer_code"] for row in documents} <= organisations
    targets = read(PERIOD / "targets.csv")
    assert {row["document"] for row in targets} <= symbols
    assert {row["assigned_by"] for row in targets} <= organisations
    reviews = {row["as_of"] for row in read(PERIOD / "household_review.csv")}
    for row in read(PERIOD / "published.csv"):
        assert {row["from_as_of"], row["to_as_of"]} <= reviews


def support(groups: set[str]) -> Decimal:
    """Support of measure groups in million đồng: parts inside a counted whole and second tellings left out."""
    group_of = {row["measure_code"]: row["group_code"] for row in read(REFERENCE / "measures.csv")}
    flow_of = {row["activity_id"]: row["flow"] for row in ACTIVITIES}
    expected = {row["value_id"]: row["expected_value"] for row in ORACLE}
    total = Decimal(0)
    for row in ACTIVITIES:
        inside_whole = row["part_of"] and flow_of[row["part_of"]] != "none"
        second_telling = row["counted_under"] not in ("", row["organisation_code"])
        if row["flow"] in SUPPORT and group_of[row["measure_code"]] in groups and not (inside_whole or second_telling):
            total += Decimal(expected[f"activity_figure;figure={row['activity_id']}.money"])
    return total / 10**6


@pytest.mark.parametrize(
    ("groups", "million"),
    [
        ({"city_special"}, "2152.8"),
        ({"state_policy"}, "1514.024"),
        ({"organisations"}, "2643.78"),
        ({"component-3"}, "290"),
        ({"component-5"}, "45"),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value),
)
def test_flows_reproduce_the_agreed_totals(groups: set[str], million: str) -> None:
    assert support(groups) == Decimal(million)


def references(text: str) -> list[str]:
    return [found.split("|")[0] for found in re.findall(r"\{([^{}]*)\}", text)]


@pytest.mark.parametrize("path", NARRATIVES, ids=lambda path: path.stem)
def test_narrative_holds_no_digit_outside_references(path: Path) -> None:
    outside = re.sub(r"\{[^{}]*\}", "", path.read_text(encoding="utf-8"))
    assert not re.search(r"[\d{}]", outside)


@pytest.mark.parametrize("path", NARRATIVES, ids=lambda path: path.stem)
def test_narrative_references_exist(path: Path) -> None:
    names = column("measures.csv", "measure_code") | column("organisations.csv", "organisation_code")
    symbols = {row["symbol"] for row in read(PERIOD / "documents.csv")}
    for reference in references(path.read_text(encoding="utf-8")):
        kind, _, rest = reference.partition(":")
        if kind == "doc":
            assert rest in symbols
        elif kind == "name":
            assert rest in names
        elif kind == "date":
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", rest)
        else:
            assert reference in RECEIVED or reference.split(";")[0].split("@")[0] in COMPUTED


def test_narrative_refers_to_every_activity_figure() -> None:
    told = {reference for path in NARRATIVES for reference in references(path.read_text(encoding="utf-8"))}
    silent = {value_id for value_id in RECEIVED if value_id.startswith("activity_figure")} - told
    assert all(value_id.endswith(".money_in_words") for value_id in silent), silent


def test_organisations_with_activities_have_a_narrative_and_the_one_without_has_none() -> None:
    types = {row["organisation_code"]: row["type"] for row in read(REFERENCE / "organisations.csv")}
    reporting = {
        row["organisation_code"] for row in ACTIVITIES if types[row["organisation_code"]] == "mass_organisation"
    }
    assert {path.stem.removeprefix("org_") for path in NARRATIVES if path.stem.startswith("org_")} == reporting
    assert "mttq" not in reporting


def test_checks_name_the_figures_that_the_oracle_says_they_concern() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for row in read(BACKTESTS / "checks.csv"):
        assert row["severity"] in ("CERTAIN", "LIKELY", "CANNOT_VERIFY", "PASS")
        assert row["recomputation"]
        named[row["check_id"]] = set(row["figures"].split(";")) - {""}
    assert len(named) == 73
    for row in ORACLE:
        for check_id in filter(None, row["check_ids"].split(";")):
            assert row["figure"] in named[check_id], check_id
