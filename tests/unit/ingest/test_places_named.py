"""Phát hiện của từng địa bàn: the ward is named in front, the report's own place is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_evaluation.ingest.checks.places_named import naming_places
from poverty_evaluation.reference import Places, load_reference
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

WARD, OTHER, CITY = "07213", "07219", "213"


@pytest.fixture(scope="module")
def places() -> Places:
    return load_reference(Path(__file__).parents[3] / "data").places


def finding(*ids: str, vi: str = "Tỷ lệ hộ nghèo ghi sai.", en: str = "The rate is wrong.") -> Finding:
    return Finding("f", Severity.ERROR, FindingKind.SHARE, vi, en, indicator_ids=ids)


def told(places: Places, one: Finding) -> tuple[str, str]:
    (named,) = naming_places([one], places, CITY)
    return named.message_vi, named.message_en


def test_a_ward_is_named(places: Places) -> None:
    one = finding(f"poverty_ratio@{WARD}/2017-12-31", f"poor_households@{WARD}/2017-12-31")
    name = places.place(WARD).full_name("vi")
    vi, en = told(places, one)
    assert vi == f"{name[:1].upper()}{name[1:]}: tỷ lệ hộ nghèo ghi sai."
    assert en == f"{places.place(WARD).full_name('en')}: the rate is wrong."


@pytest.mark.parametrize(
    "ids",
    [
        (),
        (f"poor_households@{CITY}/2017-12-31",),
        (f"poor_households@{CITY}/2017-12-31", f"poor_households@{WARD}/2017-12-31"),
        (f"poor_households@{OTHER}/2017-12-31", f"poor_households@{WARD}/2017-12-31"),
        ("poor_households@99999/2017-12-31",),
        (f"support_money@{WARD}/2016-2018",),
    ],
    ids=["no figure", "the place itself", "the place and a ward", "two wards", "no such place", "no date"],
)
def test_nothing_else_is(places: Places, ids: tuple[str, ...]) -> None:
    assert told(places, finding(*ids)) == ("Tỷ lệ hộ nghèo ghi sai.", "The rate is wrong.")


def test_a_place_that_the_message_names_itself_is_not_named_again(places: Places) -> None:
    name_vi, name_en = (places.place(WARD).full_name(language) for language in ("vi", "en"))
    one = finding(f"poor_households@{WARD}/2017-12-31", vi=f"{name_vi[:1].upper()}{name_vi[1:]}, biểu 4.", en=name_en)
    assert told(places, one) == (one.message_vi, one.message_en)


def test_a_quotation_keeps_its_first_letter(places: Places) -> None:
    one = finding(f"poor_households@{WARD}/2017-12-31", vi="“10.98 hộ” viết sai.", en="“10.98 hộ” is malformed.")
    assert told(places, one)[0].endswith(": “10.98 hộ” viết sai.")
