"""Số liệu thật: the received periods of city and province give exactly the findings that are known of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.neighbours import Neighbours

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def city(reference: Reference) -> ReceivedPeriod:
    return read_period(DATA / "periods" / "bac-giang-city" / "2016-2018", DATA, reference)


def test_the_findings_of_the_city_period(city):
    found = {(str(finding.severity), str(finding.kind), finding.quote.split(" … ")[0]) for finding in city.findings}
    assert found == {
        ("error", "unit", "83,020 triệu đồng"),
        ("error", "sum", "83,020 triệu đồng"),
        ("error", "unit", "2.275 hộ"),
        ("error", "malformed", "2.2.839 chị"),
        ("error", "words", "13.000.000 đ"),
        ("warning", "duplicate", "202 lượt hộ; 468 nhân khẩu; 36.000 kg; ước thực hiện 550 triệu đồng"),
        ("warning", "malformed", "208, 1 triệu đồng"),
        ("warning", "malformed", "2697,15 triệu đồng"),
        ("warning", "unit", "1.986 suất"),
    }
    assert len(city.findings) == len(found)


@pytest.mark.parametrize(
    ("kind", "quote", "computed"),
    [
        ("sum", "83,020", "= 83.151,3 triệu đồng ≠ 83.020 triệu đồng"),
        ("unit", "2.275 hộ", "= 18.196 đồng/hộ; 41.395 triệu đồng → 18.195.604 đồng/hộ"),
        ("words", "13.000.000", "22 triệu đồng ≠ 13 triệu đồng (chênh lệch 9 triệu đồng)"),
        ("malformed", "2.2.839", "2.839; 22.839"),
        ("unit", "1.986 suất", "= 1.358.082 đồng/suất"),
    ],
)
def test_their_recomputations(city, kind, quote, computed):
    (finding,) = [one for one in city.findings if one.kind == kind and one.quote.startswith(quote)]
    assert finding.computed.endswith(computed)
    assert finding.file == "periods/bac-giang-city/2016-2018/activities.csv"


def test_ids_are_stable_unique_and_of_known_figures(city, reference):
    again = read_period(DATA / "periods" / "bac-giang-city" / "2016-2018", DATA, reference)
    ids = [finding.id for finding in city.findings]
    assert ids == [finding.id for finding in again.findings]
    assert len(set(ids)) == len(ids)


def test_every_cell_of_the_city_is_a_figure(city, reference):
    figures = city.tables["activity_figures"]
    assert (len(city.tables["activities"]), len(figures)) == (59, 128)
    assert set(figures["status"]) == {"given", "corrected", "disputed", "unreadable"}
    assert set(figures["unit"]) <= set(reference.units)


PROVINCE = {2010: ["warning"], 2011: [], 2012: ["error"], 2013: ["error"], 2014: [], 2015: [], 2016: [], 2017: []}


@pytest.mark.parametrize("year", list(PROVINCE))
def test_the_province_year_by_year(year, reference):
    folder = DATA / "periods" / "bac-giang-province"
    previous = folder / str(year - 1) if year > 2010 else None
    received = read_period(folder / str(year), DATA, reference, Neighbours(previous))
    assert [str(finding.severity) for finding in received.findings] == PROVINCE[year]
    expected = {2010: "15,38%", 2012: "10,52%", 2013: "10.980 hộ"}.get(year, "")
    assert "".join(finding.computed for finding in received.findings).endswith(expected)
