"""Chuỗi số liệu tám năm của tỉnh, tính lại: counts and rates of the province, year by year, from its own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.reference import load_reference
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.neighbours import Neighbours
from poverty_evaluation.vocabulary.quantities import round_half_up
from poverty_evaluation.vocabulary.values import IndicatorValue

DATA = Path(__file__).parents[2] / "data"
PROVINCE = DATA / "periods" / "bac-giang-province"


@dataclass(frozen=True)
class Year:
    """A year as published, and the per cent that its counts give."""

    year: int
    households: int
    poor: int
    escaped: int
    printed_percent: str
    percent: str


YEARS = (
    Year(2010, 412_204, 63_379, 13_558, "15.40", "15.38"),
    Year(2011, 421_820, 51_085, 12_370, "12.11", "12.11"),
    Year(2012, 423_400, 44_541, 6_644, "10.44", "10.52"),
    Year(2013, 432_487, 38_386, 10_980, "8.88", "8.88"),
    Year(2014, 436_960, 32_772, 6_150, "7.50", "7.50"),
    Year(2015, 443_514, 31_046, 3_854, "7.00", "7.00"),
    Year(2016, 448_365, 42_813, 11_118, "9.55", "9.55"),
    Year(2017, 452_560, 34_168, 8_660, "7.55", "7.55"),
)
BEFORE = dict(zip(YEARS[1:], YEARS, strict=False))
COMPARABLE = [year for year in YEARS[1:] if year.year != 2016]

by_year = pytest.mark.parametrize("year", YEARS, ids=lambda year: str(year.year))


@dataclass(frozen=True)
class Result:
    values: Mapping[str, IndicatorValue]
    findings: tuple[Finding, ...]


@pytest.fixture(scope="module")
def results() -> Mapping[int, Result]:
    reference = load_reference(DATA)
    results = {}
    for year in YEARS:
        previous = PROVINCE / str(year.year - 1) if year in BEFORE else None
        received = read_period(PROVINCE / str(year.year), DATA, reference, Neighbours(previous))
        report = received.report
        evaluated = evaluate(
            PeriodTables(
                received.tables, reference, received.place_code, report.period, report.leading_standard,
                report.programme_id,
            )
        )  # fmt: skip
        values = {value.id: value for value in evaluated.values}
        results[year.year] = Result(values, (*received.findings, *evaluated.findings))
    return results


@by_year
def test_counts_are_exact(results: Mapping[int, Result], year: Year) -> None:
    values, when = results[year.year].values, f"@24/{year.year}-12-31"
    assert values[f"total_households{when}"].value == year.households
    assert values[f"poor_households{when}"].value == year.poor
    assert values[f"escaped_households{when}"].value == year.escaped
    disputed = ValueStatus.DISPUTED if year.year == 2013 else ValueStatus.GIVEN
    assert values[f"escaped_households{when}"].status is disputed


@by_year
def test_the_rate_comes_from_the_counts_and_keeps_what_was_printed(results: Mapping[int, Result], year: Year) -> None:
    rate = results[year.year].values[f"poverty_ratio@24/{year.year}-12-31"]
    assert rate.value == Fraction(year.poor, year.households)
    assert round_half_up(rate.value * 100, rate.decimals) == Fraction(year.percent)
    assert (rate.status, rate.as_printed) == (ValueStatus.COMPUTED, year.printed_percent)
    assert [source.column for source in rate.sources] == ["poor_households", "total_households"]


@pytest.mark.parametrize("year", COMPARABLE, ids=lambda year: str(year.year))
def test_changes_from_the_year_before_under_one_standard(results: Mapping[int, Result], year: Year) -> None:
    values, before = results[year.year].values, BEFORE[year]
    points = Fraction(year.poor, year.households) - Fraction(before.poor, before.households)
    assert values[f"poor_households_change@24/{year.year}"].value == year.poor - before.poor
    assert values[f"poor_households_relative_change@24/{year.year}"].value == Fraction(year.poor, before.poor) - 1
    assert values[f"poverty_ratio_change_pp@24/{year.year}"].value == points
    assert values[f"poverty_ratio_change_per_year_pp@24/{year.year}"].value == points
    effects = [values[f"poor_households_effect_{end}@24/{year.year}"].value for end in ("rate", "denominator")]
    assert sum(effect for effect in effects if effect is not None) == year.poor - before.poor


def test_no_change_is_told_across_the_change_of_standard(results: Mapping[int, Result]) -> None:
    result = results[2016]
    changes = [value for value in result.values.values() if value.id.endswith("@24/2016")]
    assert {value.indicator_id for value in changes} >= {"poor_households_change", "poverty_ratio_change_pp"}
    under_a_standard = [value for value in changes if value.indicator_id != "total_households_change"]
    assert {(value.value, value.status) for value in under_a_standard} == {(None, ValueStatus.NOT_COMPARABLE)}
    notes = [finding for finding in result.findings if finding.kind is FindingKind.NOT_COMPARABLE]
    assert [(note.severity, note.computed) for note in notes] == [(Severity.NOTE, "09/2011/QĐ-TTg ≠ 59/2015/QĐ-TTg")]
    assert "31046" in notes[0].quote and "42813" in notes[0].quote
    assert "59/2015/QĐ-TTg" in notes[0].message_vi and "09/2011/QĐ-TTg" in notes[0].message_en


def test_the_first_year_has_nothing_to_be_compared_with(results: Mapping[int, Result]) -> None:
    assert not [value for value in results[2010].values.values() if value.id.endswith("@24/2010")]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2010, [(Severity.WARNING, FindingKind.SHARE, "63.379 / 412.204 = 15,38%")]),
        (2011, []),
        (2012, [(Severity.ERROR, FindingKind.SHARE, "44.541 / 423.400 = 10,52%")]),
        (2013, [(Severity.ERROR, FindingKind.MALFORMED, "10.980")]),
        (2014, []),
        (2015, []),
        (2016, []),
        (2017, []),
    ],
)
def test_contradictions_of_each_year(
    results: Mapping[int, Result], year: int, found: list[tuple[Severity, FindingKind, str]]
) -> None:
    grave = [finding for finding in results[year].findings if finding.severity is not Severity.NOTE]
    assert [(finding.severity, finding.kind) for finding in grave] == [(severity, kind) for severity, kind, _ in found]
    for finding, (_, _, computed) in zip(grave, found, strict=True):
        assert computed in finding.computed
