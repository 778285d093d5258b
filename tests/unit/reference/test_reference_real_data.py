"""Dữ liệu danh mục thật: what data/reference says of the city, the standards and the programmes."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from poverty_evaluation.reference import Area, ClassificationMethod, HouseholdClass, load_reference

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="module")
def reference():
    return load_reference(DATA)


def test_city_of_2018_has_ten_wards_and_six_communes(reference):
    units = reference.places.children("213", date(2018, 12, 31))
    assert len(units) == 16
    assert sum(unit.level == "ward" for unit in units) == 10
    assert {unit.name_vi for unit in units if unit.level == "commune"} == {
        "Song Mai", "Dĩnh Trì", "Tân Mỹ", "Đồng Sơn", "Tân Tiến", "Song Khê",
    }  # fmt: skip
    assert reference.place_by_slug("bac-giang-city").place_code == "213"
    assert reference.place_by_slug("bac-giang-province").place_code == "24"


def test_city_of_march_2025_has_twenty_one_wards_and_ten_communes(reference):
    units = reference.places.children("213", date(2025, 3, 1))
    assert sum(unit.level == "ward" for unit in units) == 21
    assert sum(unit.level == "commune" for unit in units) == 10


def test_merged_wards_keep_name_and_code(reference):
    places = reference.places
    assert places.find("07219", date(2024, 12, 31)).successor_codes == ("07213",)
    assert places.find("07213", date(2025, 1, 1)).predecessor_codes == ("07213", "07219")
    assert places.find("07204", date(2024, 12, 31)).successor_codes == ("07207",)
    assert places.find("07219", date(2025, 1, 1)) is None
    assert places.find("07222", date(2024, 12, 31)).type_vi == "xã"
    assert places.find("07222", date(2025, 1, 1)).type_vi == "phường"
    assert places.find("213", date(2025, 1, 1)).predecessor_codes == ("213", "221")


def test_successors_and_predecessors_tell_the_same_story(reference):
    rows = reference.places.rows
    forward = {(row.place_code, code) for row in rows for code in row.successor_codes}
    backward = {(code, row.place_code) for row in rows for code in row.predecessor_codes}
    assert forward == backward


def test_nothing_is_claimed_after_june_2025(reference):
    for row in reference.places.rows:
        assert row.valid_to is not None
        if row.valid_to == date(2025, 6, 30):
            assert row.successor_codes == ()
            assert not row.verified
            assert row.note_vi


def test_the_three_dissolved_communes_are_marked(reference):
    for code in ("07693", "07732", "07744"):
        (row,) = reference.places.history(code)
        assert not row.verified
        assert "2025-03-01" in row.note_vi


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("P. Ngô Quyền", "07207"),
        ("Phường Ngũ Quyền", "07207"),
        ("phường Trần Phú", "07213"),
        ("xã Song Mai", "07222"),
        ("Dĩnh Trì", "07441"),
        ("TP Bắc Giang", "213"),
        ("thành phố Bắc Giang", "213"),
        ("tỉnh Bắc Giang", "24"),
    ],
)
def test_names_of_the_report(reference, text, code):
    match = reference.places.resolve_name(text, on=date(2018, 6, 30))
    assert match.place.place_code == code
    assert match.type_agrees


def test_bare_name_of_city_and_province_is_ambiguous(reference):
    match = reference.places.resolve_name("Bắc Giang", on=date(2018, 6, 30))
    assert [place.place_code for place in match.candidates] == ["213", "24"]


@pytest.mark.parametrize(
    ("day", "standard_id"),
    [
        ("2011-01-01", "qd-09-2011"),
        ("2015-12-31", "qd-09-2011"),
        ("2016-01-01", "qd-59-2015"),
        ("2017-12-31", "qd-59-2015"),
        ("2020-12-31", "qd-59-2015"),
        ("2021-12-31", "qd-59-2015"),
        ("2022-01-01", "nd-07-2021"),
        ("2025-12-31", "nd-07-2021"),
        ("2026-12-31", "nd-07-2021"),
        ("2027-01-01", "nd-351-2025"),
        ("2030-12-31", "nd-351-2025"),
    ],
)
def test_standard_on_a_date(reference, day, standard_id):
    assert reference.standard_on(date.fromisoformat(day)).id == standard_id


def test_no_standard_outside_the_decrees(reference):
    assert reference.standard_on(date(2010, 12, 31)) is None
    assert reference.standard_on(date(2031, 1, 1)) is None
    assert reference.standard_on(date(2018, 1, 1), issuer="24") is None


def test_lines_and_rules(reference):
    lines = {
        standard.id: [
            line.vnd_per_person_month if line else None
            for line in (
                standard.line(HouseholdClass.POOR, Area.RURAL),
                standard.line(HouseholdClass.POOR, Area.URBAN),
                standard.line(HouseholdClass.NEAR_POOR, Area.RURAL),
                standard.line(HouseholdClass.NEAR_POOR, Area.URBAN),
            )
        ]
        for standard in reference.standards
    }
    assert lines == {
        "qd-09-2011": [400_000, 500_000, 520_000, 650_000],
        "qd-59-2015": [700_000, 900_000, 1_000_000, 1_300_000],
        "nd-07-2021": [1_500_000, 2_000_000, None, None],
        "nd-351-2025": [2_200_000, 2_800_000, None, None],
    }
    assert reference.standard("qd-59-2015").method is ClassificationMethod.INCOME_OR_DEPRIVATION
    assert reference.standard("nd-07-2021").method is ClassificationMethod.INCOME_AND_DEPRIVATION
    assert reference.standard("nd-351-2025").method is ClassificationMethod.INCOME_AND_DEPRIVATION


def test_deprivations(reference):
    counts = {standard.id: len(standard.deprivations) for standard in reference.standards}
    assert counts == {"qd-09-2011": 0, "qd-59-2015": 10, "nd-07-2021": 12, "nd-351-2025": 0}
    assert "dự thảo" in reference.standard("nd-351-2025").note_vi
    services = {s.id: len({one.service for one in s.deprivations}) for s in reference.standards}
    assert (services["qd-59-2015"], services["nd-07-2021"]) == (5, 6)
    for standard in reference.standards:
        assert not any(one.threshold_verified for one in standard.deprivations)


def test_every_legal_value_has_a_source(reference):
    for standard in reference.standards:
        assert standard.source
        assert all(part.source for part in (*standard.lines, *standard.deprivations))
    for programme in reference.programmes:
        assert programme.source
        assert all(part.source for part in (*programme.components, *programme.targets, *programme.money))
        assert all(part.source for component in programme.components for part in component.sub_projects)
    assert all(document.source for document in reference.documents.values())
    assert all(place.source for place in reference.places.rows)


def test_what_was_not_compared_with_a_source_is_marked(reference):
    marked = {document.symbol for document in reference.documents.values() if not document.verified}
    undated = {document.symbol for document in reference.documents.values() if document.date is None}
    assert undated <= marked
    unread = {document.symbol for document in reference.documents.values() if "chưa" in document.source}
    assert unread == marked
    for programme in reference.programmes:
        for money in programme.money:
            assert money.verified == ("chưa đối chiếu" not in money.source)
    for place in reference.places.rows:
        assert place.verified or place.note_vi


def test_programmes(reference):
    first, second = reference.programmes
    assert [component.code for component in first.components] == [f"component-{n}" for n in range(1, 6)]
    assert [component.code for component in second.components] == [f"component-{n}" for n in range(1, 8)]
    assert first.component("component-3").label_vi.startswith("Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế")
    assert reference.names("component-5", "gnbv-2016-2020")[0].startswith("Nâng cao năng lực")
    money = {part.id: part.vnd for part in first.money}
    assert money["central"] + money["local"] + money["mobilised"] == money["total"]
    money = {part.id: part.vnd for part in second.money}
    assert money["central"] + money["local"] + money["other"] == money["total"]
    assert money["central-investment"] + money["central-recurrent"] == money["central"]


def test_reports_of_2018_can_cite_their_law(reference):
    for symbol in ("59/2015/QĐ-TTg", "1722/QĐ-TTg", "70/NQ-CP", "17/2016/TT-BLĐTBXH", "39/2016/TT-BLĐTBXH"):
        assert reference.documents[symbol].date is not None


def test_tables_are_written_as_agreed():
    for path in (DATA / "reference").glob("*.csv"):
        text = path.read_bytes().decode("utf-8")
        rows = list(csv.reader(text.splitlines()))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name


def test_the_source_of_an_indicator_holds_in_every_phase_and_stands_alone(reference):
    """A circular is in force for some years only, and "as above" says nothing where the entry is read by itself."""
    for indicator in reference.indicators:
        assert indicator.source, indicator.id
        assert not re.search(r"\d+/\d{4}|/TT-|/QĐ-|/NĐ-", indicator.source), indicator.id
        assert not indicator.source.casefold().startswith(("như ", "xem ")), indicator.id
