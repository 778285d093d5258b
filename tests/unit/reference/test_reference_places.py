"""Đơn vị hành chính: found by code, slug, date and by names as people write them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from poverty_evaluation.reference import UnknownCodeError
from poverty_evaluation.reference.place_names import name_key, split_type

BEFORE, AFTER = date(2019, 12, 31), date(2020, 1, 1)


@pytest.fixture
def places(data_root):
    return data_root.load().places


def test_row_of_a_date(places):
    assert places.find("90002", BEFORE).type_vi == "xã"
    assert places.find("90002", AFTER).type_vi == "phường"
    assert places.find("90002").type_vi == "phường"
    assert places.find("no") is None
    assert [row.type_vi for row in places.history("90002")] == ["xã", "phường"]


def test_unknown_code_and_slug_name_the_nearest(places):
    with pytest.raises(UnknownCodeError, match="90001"):
        places.place("9001")
    with pytest.raises(UnknownCodeError, match="thanh-pho-mau"):
        places.place_by_slug("thanhpho-mau")
    assert places.place_by_slug("thanh-pho-mau").place_code == "990"


def test_reference_answers_slugs_too(data_root):
    assert data_root.load().place_by_slug("tinh-mau").place_code == "901"


def test_children_of_a_date_in_order(places):
    assert [row.place_code for row in places.children("990", BEFORE)] == ["90001", "90002", "90003", "90004"]
    assert [row.type_vi for row in places.children("990", BEFORE)] == ["phường", "xã", "phường", "xã"]
    assert places.children("990", AFTER)[1].type_vi == "phường"
    assert places.children("no", AFTER) == ()


def test_within(places):
    assert places.is_within("90001", "901")
    assert places.is_within("90001", "90001")
    assert not places.is_within("901", "90001")


@pytest.mark.parametrize(
    "text",
    [
        "90001",
        " phường Hòa Bình",
        "Phường  Hòa   Bình ",
        "P. Hòa Bình",
        "P.Hòa Bình",
        "p hòa bình",
        "PHƯỜNG HÒA BÌNH",
        "Phường Hoà Bình",
        "Hoà Bình",
        "Phường\u00a0Hòa Bình",
        unicodedata.normalize("NFD", "Phường Hoà Bình"),
        "\ufeffHòa\u200b Bình",
    ],
)
def test_one_place_in_many_spellings(places, text):
    match = places.resolve_name(text, on=AFTER)
    assert match.place is not None
    assert match.place.place_code == "90001"
    assert match.type_agrees
    assert match.in_force


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TP Mẫu", "990"),
        ("TP. Mẫu", "990"),
        ("Thành phố Mẫu", "990"),
        ("T. Mẫu", "901"),
        ("tỉnh Mẫu", "901"),
    ],
)
def test_type_tells_city_from_province(places, text, code):
    assert places.resolve_name(text).place.place_code == code


def test_two_candidates_are_both_listed(places):
    match = places.resolve_name("Tân An", parent_code="990", on=AFTER)
    assert match.is_ambiguous
    assert match.place is None
    assert [place.full_name_vi for place in match.candidates] == ["phường Tân An", "xã Tân An"]


def test_type_decides_between_candidates(places):
    assert places.resolve_name("X. Tân An").place.place_code == "90004"


def test_type_of_neither_candidate_leaves_both(places):
    match = places.resolve_name("TT Tân An", on=AFTER)
    assert not match.type_agrees
    assert len(match.candidates) == 2


def test_wrong_type_at_that_date_is_told(places):
    match = places.resolve_name("Phường Ngô Quyền", on=BEFORE)
    assert match.place.type_vi == "xã"
    assert not match.type_agrees
    assert places.resolve_name("Phường Ngô Quyền", on=AFTER).type_agrees
    assert places.resolve_name("xã Ngô Quyền").place.type_vi == "xã"


def test_parent_chooses(places):
    assert places.resolve_name("Mẫu", parent_code="990").place.place_code == "990"
    assert places.resolve_name("Tân An", parent_code="no").candidates == ()
    assert places.resolve_name("P. Hòa Bình", parent_code="901").place.place_code == "90001"


def test_listed_misspelling(places):
    match = places.resolve_name("phường ngũ quyền", on=AFTER)
    assert match.place.place_code == "90002"


def test_spelling_of_two_places_is_ambiguous(data_root):
    data_root.append("place_names.csv", "phường Ngũ Quyền,90001,\n")
    match = data_root.load().places.resolve_name("Phường Ngũ Quyền")
    assert [place.place_code for place in match.candidates] == ["90001", "90002"]


def test_unknown_name_suggests(places):
    match = places.resolve_name("Phường Hòa Bính")
    assert match.place is None
    assert match.suggestions[0] == "phường Hòa Bình"


def test_place_that_has_ended(data_root):
    data_root.replace("places.csv", "Hòa Bình Ward,phường,ward,990,,,", "Hòa Bình Ward,phường,ward,990,,2010-12-31,")
    match = data_root.load().places.resolve_name("Hòa Bình", on=AFTER)
    assert match.place.place_code == "90001"
    assert not match.in_force


def test_different_tones_stay_different():
    assert name_key("Hoà") == name_key("Hòa") == name_key("hoà")
    assert name_key("Thuỷ") == name_key("Thủy")
    assert name_key("Hòa") != name_key("Hóa")
    assert name_key("Đa Mai") != name_key("Da Mai")
    assert name_key("Song Mai") != name_key("Song Mãi")


def test_a_name_that_opens_like_an_abbreviation_is_left_whole():
    assert split_type("Xương Giang") == ("", "xương giang")
    assert split_type("TT. Neo") == ("thị trấn", "neo")
    assert split_type("Đặc khu Vân Đồn") == ("đặc khu", "vân đồn")
    assert split_type("P.") == ("", "p.")


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("commune,990,,,,,,bịa", "commune,991,,,,,,bịa", "parent_code"),
        ("2020-01-01,,,90002", "2019-12-31,,,90002", "valid_from"),
        ("2020-01-01,,,90002", "2020-01-01,,90009,90002", "successor_codes"),
        ("2020-01-01,,,90002", "2020-01-01,2019-01-01,,90002", "valid_to"),
        ("990,thanh-pho-mau", "990,tinh-mau", "slug"),
        (",ward,990,,,,,,bịa", ",quarter,990,,,,,,bịa", "level"),
    ],
)
def test_places_that_cannot_be(data_root, old, new, column):
    data_root.replace("places.csv", old, new)
    assert column in {problem.column for problem in data_root.problems()}


def test_spelling_of_no_place(data_root, one_problem):
    data_root.append("place_names.csv", "Chốn lạ,90009,\n")
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/place_names.csv", 3, "place_code")
